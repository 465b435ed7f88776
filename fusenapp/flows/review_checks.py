"""The three checks of a review, prefilled from the data: KPIs, hand-over against the hot-lead definition, leads and customers against target."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from fusenapp.domain import agreement, calendar
from fusenapp.domain.handover import CAPACITY_REASON
from fusenapp.domain.reviews import DRIFT, HOT_LEAD, STRATEGY
from fusenapp.domain.snapshot import Snapshot, family, value
from fusenapp.errors import FusenError
from fusenapp.flows.figures import datasets
from fusenapp.flows.reviews import OFF_TARGET, Fact, Kept

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import KpiResult

WARNING, PLAIN = "warning", "notice"
MUCH = 0.5
"""From this share on a count is worth a warning: half of what is handed over comes back, half of the customers are no target."""


def facts(figures: Figures, snapshot: Snapshot, result: KpiResult, kept: Kept) -> dict[str, list[Fact]]:
    """Check → the figures that speak to it, in the order in which one reads them; what the data does not say is absent."""
    return {STRATEGY: list(_strategy(result, kept)),
            HOT_LEAD: [*_state(snapshot, ("definitions", "hot-lead")), *_tried(lambda: _hot_lead(figures, snapshot))],
            DRIFT: [*_state(snapshot, ("definitions", "target")), *_tried(lambda: _drift(figures, snapshot)), *_personas(snapshot)]}


def _tried(make: Callable[[], Iterator[Fact]]) -> list[Fact]:
    """What can be told; a definition that does not run on the list says nothing here, its own area says why."""
    found: list[Fact] = []
    with contextlib.suppress(FusenError):
        found.extend(make())
    return found


def _strategy(result: KpiResult, kept: Kept) -> Iterator[Fact]:
    """Does the result reach its target this fiscal year, and how much of the tree is off?"""
    from fusenapp.kpi.targets import missed

    if result.as_of is None:
        return
    root = next((node for node in kept.nodes if node.target is not None), None)
    if root is not None:
        year = [m for m in result.months if m <= result.as_of and _fiscal(m, result) == _fiscal(result.as_of, result)]
        reached = result.achievement(root.id, year)
        if reached is not None:
            told = {"name": root.name, "reached": reached, "from": year[0], "to": year[-1]}
            yield Fact("year-to-date", WARNING if missed(reached, root.down) else PLAIN, told, ("kpis", root.id))
    with_target = [node for node in kept.nodes if node.ratio is not None]
    off = sorted((node for node in with_target if node.state == OFF_TARGET), key=lambda n: -n.shortfall)
    if with_target:
        told: dict[str, Any] = {"off": len(off), "of": len(with_target), "worst": off[0].name if off else "",
                                "ratio": off[0].ratio if off else None, "down": bool(off) and off[0].down}
        yield Fact("kpis-off", WARNING if off else PLAIN, told, ("kpis", off[0].id) if off else None)
    warnings = [f for f in kept.findings if f.severity == "warning"]
    if warnings:
        yield Fact("diagnoses", WARNING, {"count": len(warnings)}, ("kpis", warnings[0].nodes[0]) if warnings[0].nodes else None)


def _fiscal(month: str, result: KpiResult) -> str:
    return calendar.periods([month], "year", result.tree.fiscal_start)[0]


def _state(snapshot: Snapshot, item: agreement.Item) -> Iterator[Fact]:
    """Is the definition agreed, and until when?"""
    if not snapshot.get(*item):
        return
    status = agreement.status(snapshot, item)
    settled = status.state == agreement.AGREED
    yield Fact("definition-state", PLAIN if settled else WARNING, {"state": status.state, "due": status.review_due or ""}, item)


def _hot_lead(figures: Figures, snapshot: Snapshot) -> Iterator[Fact]:
    """What sales made of what was handed over: accepted and given back, for which reason, against which condition, how late."""
    from fusenapp.flows.handing import OTHER, handing

    for record in datasets(snapshot, "leads"):
        found = handing(figures, snapshot, record["id"])
        if found is None or not found.total("handed_over"):
            continue
        handed, back = found.total("handed_over"), found.total("rejected")
        counts = {name: found.total(name) for name in ("accepted", "rejected", "no_capacity", "unanswered")}
        yield Fact("handed-over", WARNING if back >= MUCH * handed else PLAIN, {"handed": handed, **counts}, ("datasets", record["id"]))
        reason = max((r for r in found.reasons if r.code not in (CAPACITY_REASON, OTHER) and not r.parent), key=lambda r: r.count, default=None)
        if reason is not None:
            told = {"code": reason.code, "name": reason.name, "count": reason.count, "of": back}
            yield Fact("top-reason", PLAIN, told, ("clauses", reason.clause) if snapshot.get("clauses", reason.clause) else None)
        yield from _overruled(snapshot, figures, record["id"], found)
        if found.total("overdue"):
            yield Fact("unanswered-late", WARNING, {"count": found.total("overdue")}, ("datasets", record["id"]))
        return


def _overruled(snapshot: Snapshot, figures: Figures, dataset: str, found: Any) -> Iterator[Fact]:
    """The condition that most of what came back had met, as a share of what was handed over with it."""
    from fusenapp.domain.definition import Clause, conditions

    rule = figures.verdicts(snapshot, dataset, "hot-lead").definition
    own = {c.id: c for c in conditions(rule.root, muted=False) if isinstance(c, Clause)}
    shares = {id: sum(by.values()) / found.met[id] for id, by in found.overruled.items() if id in own and found.met.get(id)}
    if shares:
        from fusenapp.qualify import phrase

        id = max(shares, key=lambda each: (shares[each], each))
        told = {"phrases": {language: phrase(own[id], language) for language in ("ja", "en")}, "count": sum(found.overruled[id].values()),
                "of": found.met[id], "share": shares[id]}
        if told["count"]:
            yield Fact("overruled", WARNING if shares[id] >= MUCH else PLAIN, told, ("clauses", own[id].record))


def _drift(figures: Figures, snapshot: Snapshot) -> Iterator[Fact]:
    """Do the leads of late, and the customers won, still look like the target?"""
    for record in datasets(snapshot, "leads"):
        verdicts = figures.quality(snapshot, record["id"])
        if verdicts is None:
            continue
        from fusenapp.flows.outcomes import Outcomes

        found = Outcomes(figures.dataset(snapshot, record["id"]), value("datasets", record, "meanings") or {}, verdicts)
        yield from _shares(found.facts.month.get("lead"), verdicts.verdict, record["id"])
        won = found.masks.get("won")
        if won is not None and won.any():
            match, no, unknown = (int((won & (verdicts.verdict == v)).sum()) for v in (1, 0, -1))
            yield Fact("won-target", WARNING if no >= MUCH * (match + no) and match + no else PLAIN,
                       {"won": match + no + unknown, "match": match, "no": no, "unknown": unknown}, ("datasets", record["id"]))
        return


def _shares(months: np.ndarray | None, verdict: np.ndarray, dataset: str) -> Iterator[Fact]:
    """The share of target leads in the last three months and in the three before."""
    import numpy as np

    from fusenapp.kpi.diagnose import CHANCE, WINDOW, two_proportions

    known = np.unique(months[months >= 0]) if months is not None else np.array([], int)
    if months is None or len(known) < 2:
        return
    size = min(WINDOW, len(known) // 2)
    inside = [np.isin(months, part) for part in (known[-2 * size:-size], known[-size:])]
    hits = [int((mask & (verdict == 1)).sum()) for mask in inside]
    of = [int(mask.sum()) for mask in inside]
    chance = abs(two_proportions((hits[0], hits[1]), (of[0], of[1]))) < CHANCE
    told = {"before": hits[0] / of[0], "now": hits[1] / of[1], "n_before": of[0], "n_now": of[1], "chance": chance}
    yield Fact("target-share", WARNING if not chance and told["now"] < told["before"] else PLAIN, told, ("datasets", dataset))


def _personas(snapshot: Snapshot) -> Iterator[Fact]:
    """How much of the personas is still a hypothesis."""
    grades = [grade for record in snapshot.all("personas") for name, grade in family(record, "evidence").items()
              if value("personas", record, f"field.{name}")]
    people = {record["id"] for record in snapshot.all("personas")}
    grades += [value("notes", note, "evidence") for note in snapshot.all("notes") if value("notes", note, "parent") in people]
    if grades:
        count = sum(grade == "hypothesis" for grade in grades)
        sets = snapshot.all("persona_sets")
        yield Fact("persona-evidence", PLAIN, {"hypotheses": count, "of": len(grades)}, ("persona_sets", sets[0]["id"]) if sets else None)
