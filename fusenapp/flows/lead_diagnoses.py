"""What the lead list says that the KPI tree alone cannot: a reason that points at one condition, quality leads that nobody answered,
won customers that are not the target, and a definition past its review date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fusenapp.domain import agreement
from fusenapp.domain.handover import CAPACITY_REASON
from fusenapp.domain.kpi import tree_of
from fusenapp.domain.snapshot import value
from fusenapp.errors import InputError
from fusenapp.flows.figures import datasets

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.flows.handing import Reckoning
    from fusenapp.kpi import Diagnosis

MUCH = 1 / 3
"""The part of what came back, or of what was won, from which on one reason is told."""
LEAST = 10
"""Leads below which a share says nothing."""


def diagnoses(figures: Figures, snapshot: Snapshot) -> list[Diagnosis]:
    """Findings of the first lead list that says what sales made of it, then of the definitions; for a worker.

    ``reason-at-clause`` (``name``, ``count``, ``of``, ``share``, ``clause``: the record), ``quality-unanswered`` (``count``, ``hours``),
    ``won-off-target`` (``count``, ``of``, ``share``), ``definition-due`` (``rules``, ``due``: the earliest day).
    """
    found: list[Diagnosis] = []
    for record in datasets(snapshot, "leads"):
        try:
            reckoning = _reckoning(figures, snapshot, record["id"])
        except InputError:
            continue  # the list lacks a column that the target asks for; that is told where the definition is
        if reckoning is not None:
            found += [*_reasons(reckoning), *_unanswered(reckoning), *_won(reckoning)]
            break
    return [*found, *_due(snapshot)]


def _reckoning(figures: Figures, snapshot: Snapshot, dataset: str) -> Reckoning | None:
    """The list against the target; None where it does not say what was handed over and accepted, or nobody said what the target is."""
    from fusenapp.flows.handing import Reckoning
    from fusenapp.flows.outcomes import Outcomes

    verdicts = figures.quality(snapshot, dataset)
    if verdicts is None:
        return None
    record = snapshot.get("datasets", dataset) or {}
    found = Outcomes(figures.dataset(snapshot, dataset), value("datasets", record, "meanings") or {}, verdicts)
    return Reckoning(snapshot, found, verdicts) if {"handed_over", "accepted"} <= found.masks.keys() else None


def _nodes(snapshot: Snapshot, *stages: str) -> tuple[str, ...]:
    """The KPIs at these stages, counts before rates."""
    tree = tree_of(snapshot)
    found = [node for stage in stages for node in tree if node.stage == stage and node.unit != "円"]
    return tuple(node.id for node in sorted(found, key=lambda node: node.unit == "%"))


def _reasons(found: Reckoning) -> Iterator[Diagnosis]:
    from fusenapp.kpi import Diagnosis

    coded = [each for each in found.reasons() if each.code and each.code != CAPACITY_REASON and not each.parent]
    back = int((found.found.masks["rejected"] & ~found.no_capacity).sum())
    most = max(coded, key=lambda each: each.count, default=None)
    if most is None or back < LEAST or most.count < MUCH * back or found.snapshot.get("clauses", most.clause) is None:
        return
    told = {"name": most.name, "count": most.count, "of": back, "share": most.count / back, "clause": most.clause}
    yield Diagnosis("reason-at-clause", "warning", _nodes(found.snapshot, "sal"), told)


def _unanswered(found: Reckoning) -> Iterator[Diagnosis]:
    from fusenapp.kpi import Diagnosis

    late = int((found.overdue & (found.verdicts.verdict == 1)).sum())
    if late:
        hours = int(found.snapshot.value("handover", "handover", "feedback_hours") or 72)
        yield Diagnosis("quality-unanswered", "warning", _nodes(found.snapshot, "sal", "mql"), {"count": late, "hours": hours})


def _won(found: Reckoning) -> Iterator[Diagnosis]:
    """Won customers that are no target companies; where information is lacking nothing is said of them."""
    from fusenapp.kpi import Diagnosis

    won = found.found.masks.get("won")
    if won is None:
        return
    known, off = (int((won & mask).sum()) for mask in (found.verdicts.verdict >= 0, found.verdicts.verdict == 0))
    if known >= LEAST and off >= MUCH * known:
        yield Diagnosis("won-off-target", "notice", _nodes(found.snapshot, "won"), {"count": off, "of": known, "share": off / known})


def _due(snapshot: Snapshot) -> Iterator[Diagnosis]:
    from fusenapp.kpi import Diagnosis

    late = [status for status in agreement.overview(snapshot) if status.state == agreement.DUE and status.item[0] == "definitions"]
    if late:
        due = min(status.review_due or "" for status in late)
        yield Diagnosis("definition-due", "warning", (), {"rules": [status.item[1] for status in late], "due": due})
