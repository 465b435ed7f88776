"""The KPI tree's figures as the command line tells them, and why one of them moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fusenapp.domain import calendar
from fusenapp.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fusenapp.domain.calendar import By
    from fusenapp.kpi import KpiResult


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
    diagnoses = [{"code": d.code, "severity": d.severity, "message": sentence(d.code, **d.figures), "nodes": list(d.nodes),
                  "figures": dict(d.figures)} for d in diagnose(result)]
    problems = [{"code": p.code, "node": p.node, "where": p.where, "message": sentence(p.code, where=p.where, node=p.node, **p.parameters)}
                for p in result.problems]
    return {"as_of": result.as_of, "basis": result.basis, "months": list(months), "nodes": nodes(result, by, months, department),
            "diagnoses": diagnoses, "problems": problems}


def explain(result: KpiResult, node: str, start: str | None, end: str | None) -> dict[str, Any]:
    """The change of a node between two periods, split over its drivers: ``{"node", "delta", "parts": [...]}``.

    Args:
        node: id or name of a node.
        start, end: months or longer periods; the last two months with figures if None.

    Raises:
        InputError: ``unknown-node``, ``bad-period``, ``cannot-explain``.
    """
    from fusenapp.kpi import Point, split_change

    known = result.tree.named(node)
    if not known:
        raise InputError("unknown-node", where=node, known=", ".join(n.name for n in result.tree))
    fixed = [m for m in result.months if m not in result.unfixed]
    first, last = start or (fixed[-2] if len(fixed) > 1 else None), end or (fixed[-1] if fixed else None)
    if first is None or last is None:
        raise InputError("bad-period", where=node)
    split = split_change(result, known[0], Point(first), Point(last))
    parts = [{"node": p.node, "segment": p.segment, "kind": p.kind, "value": p.value, "low": p.low, "high": p.high} for p in split.parts]
    return {"node": known[0], "from": first, "to": last, "start": split.start, "end": split.end, "delta": split.delta, "parts": parts,
            "residual": split.residual}


def months_of(result: KpiResult, period: str | None) -> Sequence[str]:
    """The months of a period among those that have figures.

    Raises:
        InputError: ``bad-period``.
    """
    if not period:
        return result.months
    wanted = set(calendar.months_of(period, result.tree.fiscal_start))
    return tuple(m for m in result.months if m in wanted)
