"""The KPI tree's figures as the command line tells them, and why one of them moved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from fusenapp.domain import calendar
from fusenapp.domain.capacity import closures_of
from fusenapp.errors import InputError
from fusenapp.flows.figures import target_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fusenapp.domain.calendar import By
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import Diagnosis, Explanation, KpiResult, Point
    from fusenapp.kpi.drivers import DaysIn
    from fusenapp.kpi.split import Method


def to_json(result: KpiResult, *, by: By = "month", period: str | None = None, department: str | None = None) -> dict[str, Any]:
    """``{"as_of", "basis", "nodes", "diagnoses", "problems"}``.

    Args:
        by: month, quarter, half or year.
        period: ``2026-04`` or ``2026-04:2026-11``; all months if None.
        department: only that department's nodes.
    """
    from fusenapp.kpi import diagnose
    from fusenapp.kpi import to_json as nodes
    from fusenapp.messages import sentence

    months = months_of(result, period)
    diagnoses = diagnoses_json(diagnose(result))
    problems = [{"code": p.code, "node": p.node, "where": p.where, "message": sentence(p.code, where=p.where, node=p.node, **p.parameters)}
                for p in result.problems]
    return {"as_of": result.as_of, "basis": result.basis, "months": list(months), "nodes": nodes(result, by, months, department),
            "diagnoses": diagnoses, "problems": problems}


def diagnoses_json(found: Iterable[Diagnosis]) -> list[dict[str, Any]]:
    """Diagnoses as the command line tells them."""
    from fusenapp.flows.finding_words import said

    return [{"code": d.code, "severity": d.severity, "message": said(d.code, d.figures), "nodes": list(d.nodes),
             "figures": dict(d.figures)} for d in found]


def explain(result: KpiResult, node: str, start: str | None, end: str | None, *, by_quality: bool = False) -> dict[str, Any]:
    """The change of a node between two periods, split over its drivers: ``{"node", "delta", "parts": [...]}``.

    Args:
        node: id or name of a node.
        start, end: months or longer periods; the last two months with figures if None.
        by_quality: quality and general leads apart, the share of quality leads a driver of its own.

    Raises:
        InputError: ``unknown-node``, ``bad-period``, those of `kpi.split_change`.
    """
    from fusenapp.kpi import Point, split_change, split_to_json

    known = result.tree.named(node)
    if not known:
        raise InputError("unknown-node", where=node, known=", ".join(n.name for n in result.tree))
    fixed = [m for m in result.months if m not in result.unfixed]
    first, last = start or (fixed[-2] if len(fixed) > 1 else None), end or (fixed[-1] if fixed else None)
    if first is None or last is None:
        raise InputError("bad-period", where=node, period=fixed[0] if fixed else "")
    split = split_change(result, known[0], Point(first), Point(last), by_quality=by_quality)
    return split_to_json(split) | {"from": first, "to": last, "start": split.start, "end": split.end}


def business_days(snapshot: Snapshot) -> DaysIn:
    """Business days of a month in this workspace: no public holidays, no days on which the company is closed."""
    return partial(calendar.working_days, closures=closures_of(snapshot))


def why(figures: Figures, snapshot: Snapshot, node: str, start: Point, end: Point, *, by_quality: bool | None = None,
        method: Method = "shapley") -> Explanation:
    """A change as the bars of a waterfall; a definition of quality leads that was agreed in between is a bar of its own.

    Raises:
        InputError: those of `kpi.split_change`, ``unknown-node``.
    """
    from fusenapp.kpi import explain_change

    now = figures.kpi(snapshot)
    if node not in now.tree.nodes:
        raise InputError("unknown-node", where=node, known=", ".join(n.name for n in now.tree))
    before, after = (target_at(snapshot, now.months_of(point.period)[-1]) for point in (start, end))
    earlier = later = None
    if before is not None and after is not None and before != after and "target" not in (start.series, end.series):
        earlier, later = figures.kpi(snapshot, target=before), figures.kpi(snapshot, target=after)
    return explain_change(later or now, node, start, end, by_quality=by_quality, method=method, days=business_days(snapshot), earlier=earlier)


def months_of(result: KpiResult, period: str | None) -> Sequence[str]:
    """The months of a period among those that have figures.

    Raises:
        InputError: ``bad-period``.
    """
    if not period:
        return result.months
    wanted = set(calendar.months_of(period, result.tree.fiscal_start))
    return tuple(m for m in result.months if m in wanted)
