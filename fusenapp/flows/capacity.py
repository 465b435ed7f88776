"""What sales can take up against what comes in: gathered from the workspace for the window, the command line and the workbook."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fusenapp.domain import calendar
from fusenapp.domain.capacity import Capacity, capacity_of
from fusenapp.domain.kpi_scenario import scenarios
from fusenapp.errors import InputError

if TYPE_CHECKING:
    from fusenapp.domain.kpi_scenario import Scenario
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import Diagnosis, KpiResult
    from fusenapp.kpi.capacity import CapacityTable, MonthLoad
    from fusenapp.kpi.capacity_proposals import Conversion, Proposal


@dataclass(frozen=True)
class Reckoned:
    """Everything about capacity.

    Attributes:
        capacity: what sales can spend; None where the workspace does not say.
        table: load against it; None without capacity or without figures of a load.
        proposals: for months to come with too much.
        conversion: that the proposals rest on.
        names: node id → name.
        nodes: ids of KPIs that can be the load.
        scenario: id of the scenario that the months to come follow, or empty.
    """

    capacity: Capacity | None
    table: CapacityTable | None = None
    proposals: tuple[Proposal, ...] = ()
    conversion: Conversion | None = None
    names: Mapping[str, str] = ()  # type: ignore[assignment]
    nodes: tuple[str, ...] = ()
    scenario: str = ""


def reckon(figures: Figures, snapshot: Snapshot, scenario: str = "") -> Reckoned:
    """Load, capacity and proposals; a few milliseconds once the tree is evaluated, for a worker.

    Args:
        scenario: id of a scenario that the months to come follow; empty: forecast, target, or as it went on so far.
    """
    from fusenapp.kpi import capacity as loads
    from fusenapp.kpi import capacity_proposals

    capacity = capacity_of(snapshot)
    events = figures.kpi(snapshot, basis="event")
    names = {id: node.name for id, node in events.tree.nodes.items()}
    nodes = tuple(loads.load_nodes(events))
    node = loads.load_node(events, capacity) if capacity is not None else None
    if capacity is None or node is None or not events.months:
        return Reckoned(capacity, names=names, nodes=nodes)
    chosen = next((each for each in scenarios(snapshot) if each.id == scenario), None)
    handed = _handed(events, node, chosen)
    table = loads.tabulate(events, node, capacity, handed, loads.plans_of(snapshot))
    cohorts = figures.kpi(snapshot, basis="cohort")
    found = capacity_proposals.conversion(cohorts, node)
    proposals = capacity_proposals.propose(table, found, capacity_proposals.available(cohorts, node))
    return Reckoned(capacity, table, tuple(proposals), found, names, nodes, chosen.id if chosen else "")


def _handed(events: KpiResult, node: str, chosen: Scenario | None) -> dict[str, Any]:
    from fusenapp.kpi.capacity import handed_over, months_shown
    from fusenapp.kpi.model import Change, Model

    model = Model(events, chosen.start or None if chosen else None)
    tried = None
    if chosen is not None:
        known = [Change(id, value, segment, fixed) for (id, segment), (value, fixed) in chosen.changes.items()
                 if id in model.tree.nodes and id not in model.formulas]
        tried = model.run(known)
    shown = months_shown(events)
    first = calendar.add(shown[0], -_REACH)
    return handed_over(events, node, calendar.span(first, shown[-1]), ahead=model.result, scenario=tried, start=model.start)


_REACH = 24
"""Months before the first one shown from which work may still reach into it."""


def told(figures: Figures, snapshot: Snapshot, scenario: str = "") -> dict[str, Any]:
    """What the command line prints: ``{"as_of", "node", "capacity": [months], "proposals", "plans", "thresholds"}``.

    A month: ``{"month", "working_days", "hours", "hours_per_lead", "can_do", "load", "quality", "general", "over", "use", "origin",
    "fixed", "short", "people": [{"name", "fte", "pace", "leave", "days", "away", "hours"}]}``; what is not known is null, never 0.

    Args:
        scenario: id or name; empty: none.

    Raises:
        InputError: ``no-capacity``, ``unknown-record`` for the scenario.
    """
    known = scenarios(snapshot)
    chosen = next((each.id for each in known if scenario in (each.id, each.name)), "")
    if scenario and not chosen:
        raise InputError("unknown-record", where=scenario, kind="scenarios", id=scenario)
    found = reckon(figures, snapshot, chosen)
    if found.capacity is None:
        raise InputError("no-capacity", where="capacity")
    return to_json(found) | {"thresholds": _thresholds(figures, snapshot)}


def problems(answer: Mapping[str, Any]) -> list[dict[str, str]]:
    """The months to come with more than can be done."""
    from fusenapp.i18n import translate

    words = translate("Capacity", "{over} leads more than sales can take up")
    return [{"code": "over-capacity", "where": each["month"], "message": words.format(over=f"{math.ceil(each['over']):,}")}
            for each in answer["capacity"] if not each["fixed"] and (each["over"] or 0) > 0]


def diagnoses(figures: Figures, snapshot: Snapshot) -> list[Diagnosis]:
    """``above-capacity``: a warning for months to come that are over; else ``was-above-capacity``, while the last fixed months were.

    Figures: ``months`` that are over, the worst of them as ``month`` with leads ``due``, ``room`` and ``over``, who takes them up
    (``people``, where they are named), and what to do before it: ``proposal`` with its title in both languages and its ``plan``.
    """
    from fusenapp.kpi import Diagnosis

    found = reckon(figures, snapshot)
    table = found.table
    if table is None:
        return []
    coming = [each for each in table.over if not each.fixed]
    lately = [each for each in table.over if each.fixed and table.as_of and each.month > calendar.add(table.as_of, -_LATELY)]
    over = coming or lately
    if not over:
        return []
    worst = max(over, key=lambda each: each.over or 0.0)
    node = figures.kpi(snapshot).tree.nodes[table.node]
    told = {"name": node.name, "unit": node.unit, "count": len(over), "first": over[0].month, "last": over[-1].month,
            "months": [each.month for each in over], **_worst(worst), **_proposed(found, worst.month)}
    return [Diagnosis("above-capacity" if coming else "was-above-capacity", "warning" if coming else "notice", (table.node,), told)]


_LATELY = 3
"""Fixed months that still matter."""


def _worst(each: MonthLoad) -> dict[str, Any]:
    """The month with the most too many, in whole leads that add up."""
    room, over = math.floor(each.room + 1e-6), math.ceil((each.over or 0.0) - 1e-6)
    people = [share.name for share in each.shares if share.name and share.hours > 0]
    return {"month": each.month, "due": room + over, "room": room, "over": over, "people": people}


def _proposed(found: Reckoned, month: str) -> dict[str, Any]:
    """What to do before a month, empty where nothing is proposed for it."""
    each = next((proposal for proposal in found.proposals if proposal.month == month), None)
    if each is None:
        return {}
    return {"proposal": {"ja": title_of(each, "ja"), "en": title_of(each, "en"), "plan": each.plan().to_json()}}


def to_json(found: Reckoned) -> dict[str, Any]:
    """What was reckoned, without the thresholds; see `told`."""
    if found.table is None:
        return {"as_of": None, "node": None, "capacity": [], "proposals": [], "plans": []}
    table = found.table
    return {"as_of": table.as_of, "node": table.node, "capacity": [_month(each) for each in table.months],
            "proposals": [_proposal(each) for each in found.proposals], "plans": [{"action": plan.id, **plan.to_json()} for plan in table.plans]}


def _thresholds(figures: Figures, snapshot: Snapshot) -> list[dict[str, Any]]:
    """For the first lead list on which the hot-lead definition runs."""
    from fusenapp.flows.capacity_threshold import fits, knob_words

    for record in snapshot.all("datasets", purpose="leads"):
        try:
            found = fits(figures, snapshot, record["id"])
        except InputError:
            continue
        return [{"id": fit.knob.id, "part": fit.knob.part, "name": knob_words(snapshot, "hot-lead", fit.knob), "current": fit.now.number,
                 "fits": fit.best.number if fit.fits else None, "leads": fit.best.leads, "use": _round(fit.best.use)} for fit in found]
    return []


def _month(each: MonthLoad) -> dict[str, Any]:
    due = each.due
    people = [{"name": s.name, "fte": s.fte, "pace": s.pace, "leave": s.leave, "days": s.days, "away": s.away, "hours": _round(s.hours)}
              for s in each.shares]
    return {"month": each.month, "working_days": each.days, "hours": _round(each.hours), "hours_per_lead": _round(each.mean_hours),
            "can_do": _round(each.room), "load": _round(due.all if due else None), "quality": _round(due.quality if due else None),
            "general": _round(due.general if due else None), "over": _round(each.over), "use": _round(each.use),
            "origin": each.handed.origin if each.handed else None, "fixed": each.fixed, "short": each.short, "people": people}


def _proposal(each: Proposal) -> dict[str, Any]:
    rates = each.conversion
    return {"month": each.month, "over": _round(each.over), "fewer": each.left_out, "fewer_quality": each.left_out_quality,
            "lost": _round(each.lost), "good": each.good, "moves": {move.month: move.good for move in each.moves}, "no_room": each.rest,
            "conversion": {"node": rates.node, "quality": _round(rates.quality), "general": _round(rates.general)} if rates else None,
            "available": _round(each.available)}


def _round(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)


def title_of(each: Proposal, language: str = "") -> str:
    """What is to be done, as the title of an action."""
    from fusenapp.i18n import translate

    said = language or None
    if not each.moves:
        words = translate("Capacity", "Hand over {left_out} leads fewer in {month}", to=said)
        return words.format(left_out=f"{each.left_out:,}", month=_named(each.month))
    words = translate("Capacity", "Hand over {good} more good leads in {months}, {left_out} leads fewer in {month}", to=said)
    return words.format(good=f"{each.placed:,}", months="・".join(_named(m.month) for m in sorted(each.moves, key=lambda m: m.month)),
                        left_out=f"{each.left_out:,}", month=_named(each.month))


def _named(month: str) -> str:
    return month.replace("-", "/")
