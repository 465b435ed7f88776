"""Leads handed over against what sales can take up, month by month.

Capacity is in hours (`fusenapp.domain.capacity`). The load of a month in hours = quality leads due × hours per quality lead + general
leads due × hours per lead. Leads due = Σₖ spread[k] × leads handed over k months before. In leads, a month's capacity is its hours ÷ the
mean hours of a lead of that month's own mix of quality and general leads.

Months up to the as-of month have the actuals. Later ones have, in this order: the scenario that was asked for, the forecast, the target,
what the tree carries on with (`fusenapp.kpi.ahead`). A month for which nothing is known has no load; it is never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from fusenapp.domain import calendar
from fusenapp.domain.capacity import AT_ONCE, Capacity, Share
from fusenapp.domain.definition_value import is_number
from fusenapp.domain.kpi import STAGES
from fusenapp.domain.snapshot import Snapshot
from fusenapp.kpi.result import KpiResult

RECENT = 3
"""Fixed months that the share of quality leads to come is taken from."""
LEAST_AHEAD, LEAST_BEHIND = 3, 5
"""Months shown after and before the as-of month, at least; the fiscal year as a rule."""
SHORT = 0.92
"""A month with fewer business days than this part of the average month is short."""
HANDOVER = "handover"
"""Kind of a plan that brings the hand-over of leads forward."""
STAGE_ORDER = ("mql", "sal", "appointment", "opportunity")


@dataclass(frozen=True)
class Leads:
    """A number of leads; ``quality`` of them, or None where the kinds are not known."""

    all: float
    quality: float | None = None

    @property
    def general(self) -> float | None:
        """Leads that are not quality leads."""
        return None if self.quality is None else self.all - self.quality

    def times(self, factor: float) -> Leads:
        """The same mix, more or fewer."""
        return Leads(self.all * factor, None if self.quality is None else self.quality * factor)

    def plus(self, other: Leads) -> Leads:
        """Both together; the kinds only where both know them."""
        both = None if self.quality is None or other.quality is None else self.quality + other.quality
        return Leads(self.all + other.all, both)


@dataclass(frozen=True)
class Handed:
    """Leads handed over in a month.

    Attributes:
        leads: how many.
        origin: ``actual``, ``scenario``, ``forecast``, ``target`` or ``carried``.
        place: cell of a KPI sheet that the figure was read from, or empty.
        planned: good leads that plans add (above 0), or leads that they leave out (below).
    """

    leads: Leads
    origin: str
    place: str = ""
    planned: float = 0.0


@dataclass(frozen=True)
class MonthLoad:
    """One month: what comes in, what can be done.

    Attributes:
        shares: everybody's part of the capacity.
        handed: leads handed over in the month; None if nothing is known.
        due: leads whose work falls into the month; None if the month, or one before that reaches into it, is not known.
        quality_hours, general_hours: that a lead takes.
        fixed: whether the month's actuals are fixed.
        short: noticeably fewer business days than the average month shown.
    """

    month: str
    days: int
    shares: tuple[Share, ...]
    handed: Handed | None
    due: Leads | None
    quality_hours: float
    general_hours: float
    fixed: bool
    short: bool = False

    @property
    def hours(self) -> float:
        """Hours that sales has for new leads."""
        return sum(share.hours for share in self.shares)

    @property
    def work(self) -> float | None:
        """Hours that the leads due take."""
        return None if self.due is None else self.work_of(self.due)

    def work_of(self, leads: Leads) -> float:
        """Hours that some leads take."""
        quality = leads.quality or 0.0
        return quality * self.quality_hours + (leads.all - quality) * self.general_hours

    @property
    def mean_hours(self) -> float:
        """Hours of a lead of this month's mix; of a general one where none is due."""
        return self.work_of(self.due) / self.due.all if self.due is not None and self.due.all > 0 else self.general_hours

    @property
    def room(self) -> float:
        """Leads of this month's mix that sales can take up."""
        return self.hours / self.mean_hours

    @property
    def over(self) -> float | None:
        """Leads due above what can be taken up; below 0: so many more would fit."""
        return None if self.due is None else self.due.all - self.room

    @property
    def use(self) -> float | None:
        """Load ÷ capacity; None where either is not there."""
        return None if self.work is None or not self.hours else self.work / self.hours

    @property
    def is_over(self) -> bool:
        """Whether more is due than can be done (a thousandth of a lead is not)."""
        return self.over is not None and self.over > 1e-3


@dataclass(frozen=True)
class Plan:
    """What was decided about hand-over: good leads more in some months, leads fewer in a later one.

    Attributes:
        id: of the action that holds it.
        of: month from which leads are left out.
        more: month → good leads more.
        instead, instead_quality: leads left out, and how many of them are quality leads.
    """

    id: str
    of: str
    more: Mapping[str, float]
    instead: float
    instead_quality: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """The field ``plan`` of the action."""
        return {"kind": HANDOVER, "of": self.of, "more": dict(self.more), "instead": self.instead, "instead_quality": self.instead_quality}


@dataclass(frozen=True)
class CapacityTable:
    """All months that are shown.

    Attributes:
        node: id of the KPI that counts the leads handed over.
        as_of: last month with fixed figures.
        months: as things stand, with the plans in them.
        before: the same without the plans.
        plans: that are in it.
        spread: parts of the work on a lead by months since its hand-over.
    """

    node: str
    as_of: str | None
    months: tuple[MonthLoad, ...]
    before: tuple[MonthLoad, ...]
    plans: tuple[Plan, ...] = ()
    spread: tuple[float, ...] = AT_ONCE

    @cached_property
    def of(self) -> Mapping[str, MonthLoad]:
        """By month."""
        return {each.month: each for each in self.months}

    @property
    def over(self) -> tuple[MonthLoad, ...]:
        """The months with more than can be done."""
        return tuple(each for each in self.months if each.is_over)


def load_node(result: KpiResult, capacity: Capacity) -> str | None:
    """The KPI that counts the leads handed over: the one chosen, else the first count by stage that has figures."""
    tree = result.tree
    if capacity.node in tree.nodes:
        return capacity.node
    return next(iter(load_nodes(result)), None)


def load_nodes(result: KpiResult) -> list[str]:
    """Counts that can be a load: those of a stage that sales works on, the earliest stage first."""
    counts = [n for n in result.tree if n.stage in STAGE_ORDER and n.aggregation == "sum" and n.unit not in ("%", "円", "営業日")
              and any(result.nodes[n.id].series.get("all", {}).get(kind) for kind in ("actual", "target", "forecast"))]
    return [n.id for n in sorted(counts, key=lambda n: (STAGES.index(n.stage), n.type != "measure"))]


def plans_of(snapshot: Snapshot) -> tuple[Plan, ...]:
    """The plans that actions hold, without those that were dropped; what cannot be read is passed over."""
    found = (plan_from(record["id"], record.get("plan")) for record in snapshot.all("actions") if not record.get("dropped"))
    return tuple(plan for plan in found if plan is not None)


def plan_from(id: str, data: Any) -> Plan | None:
    """A plan from the field of its action, or None."""
    if not isinstance(data, Mapping) or data.get("kind") != HANDOVER or not calendar.is_month(str(data.get("of"))):
        return None
    more = data.get("more")
    good = {m: float(n) for m, n in more.items() if calendar.is_month(m) and is_number(n)} if isinstance(more, Mapping) else {}
    instead, quality = (n if is_number(n) else 0.0 for n in (data.get("instead"), data.get("instead_quality")))
    return Plan(id, str(data["of"]), good, float(instead or 0), float(quality or 0))


def months_shown(result: KpiResult) -> tuple[str, ...]:
    """The fiscal year of the as-of month, with at least `LEAST_BEHIND` months before it and `LEAST_AHEAD` after it."""
    if result.as_of is None:
        return result.months
    year = calendar.months_of(calendar.period_of(result.as_of, "year", result.tree.fiscal_start), result.tree.fiscal_start)
    first = min(year[0], calendar.add(result.as_of, -LEAST_BEHIND))
    return calendar.span(max(first, result.months[0]), max(year[-1], calendar.add(result.as_of, LEAST_AHEAD)))


def handed_over(result: KpiResult, node: str, months: Iterable[str], *, ahead: KpiResult | None = None,
                scenario: KpiResult | None = None, start: str = "") -> dict[str, Handed]:
    """Leads handed over per month; months of which nothing is known are absent.

    Args:
        result: the evaluated tree; with the basis ``event`` a lead counts in the month of its hand-over.
        node: the count.
        ahead: the tree with its months to come filled, see `kpi.model.Model.result`.
        scenario: the tree as it would be from the month ``start`` on.
    """
    share = _recent_share(result, node)
    found = {}
    for month in months:
        fixed = result.as_of is not None and month <= result.as_of
        tried = scenario if month >= start else None
        one = _known(result, node, month, "actual", None) if fixed else _coming(result, node, month, share, ahead, tried)
        if one is not None:
            found[month] = one
    return found


def _coming(result: KpiResult, node: str, month: str, share: float | None, ahead: KpiResult | None, scenario: KpiResult | None) -> Handed | None:
    if scenario is not None and (told := _known(scenario, node, month, "actual", share)) is not None:
        return replace(told, origin="scenario", place="")
    for series in ("forecast", "target"):
        if (told := _known(result, node, month, series, share)) is not None:
            return told
    told = _known(ahead, node, month, "actual", share) if ahead is not None else None
    if told is None and result.as_of is not None:
        told = _usual(result, node, share)
    return None if told is None else replace(told, origin="carried", place="")


def _known(result: KpiResult, node: str, month: str, series: str, share: float | None) -> Handed | None:
    """A figure of a series; its kinds only where both are known, made to add up to the whole; else by the usual ``share``."""
    found = result.nodes[node]
    whole = found.get(month, series)
    if whole is None:
        return None
    quality, general = found.get(month, series, "quality"), found.get(month, series, "general")
    if quality is not None and general is not None and quality + general > 0:
        share = quality / (quality + general)
    return Handed(Leads(whole, None if share is None else whole * share), series, found.places.get(("all", series, month), ""))


def _usual(result: KpiResult, node: str, share: float | None) -> Handed | None:
    """The mean of the last fixed months."""
    told = [n for month in _recent(result) if (n := result.nodes[node].get(month)) is not None]
    return Handed(Leads(sum(told) / len(told), None if share is None else sum(told) / len(told) * share), "carried") if told else None


def _recent(result: KpiResult) -> list[str]:
    return [m for m in result.months if result.as_of is not None and m <= result.as_of][-RECENT:]


def _recent_share(result: KpiResult, node: str) -> float | None:
    recent = _recent(result)
    quality, whole = result.value(node, recent, segment="quality"), result.value(node, recent)
    return None if quality is None or not whole else quality / whole


def tabulate(result: KpiResult, node: str, capacity: Capacity, handed: Mapping[str, Handed], plans: Sequence[Plan] = ()) -> CapacityTable:
    """Load against capacity for the months shown, with the plans for months to come and without them."""
    shown = months_shown(result)
    coming = {m for m in shown if result.as_of is None or m > result.as_of}
    used = tuple(plan for plan in plans if coming & {plan.of, *plan.more})
    before = _months(result, capacity, shown, handed)
    after = _months(result, capacity, shown, with_plans(handed, used, coming)) if used else before
    return CapacityTable(node, result.as_of, after, before, used, capacity.spread)


def with_plans(handed: Mapping[str, Handed], plans: Iterable[Plan], coming: Iterable[str]) -> dict[str, Handed]:
    """Leads handed over with the plans for ``coming`` months in them; a month of which nothing is known stays unknown."""
    found, open_months = dict(handed), set(coming)
    for plan in plans:
        for month, good in plan.more.items():
            _add(found, open_months, month, Leads(good, good))
        _add(found, open_months, plan.of, Leads(-plan.instead, -plan.instead_quality))
    return found


def _add(found: dict[str, Handed], coming: set[str], month: str, leads: Leads) -> None:
    was = found.get(month)
    if was is None or month not in coming:
        return
    whole = max(was.leads.all + leads.all, 0.0)
    quality = None if was.leads.quality is None else min(max(was.leads.quality + (leads.quality or 0.0), 0.0), whole)
    found[month] = replace(was, leads=Leads(whole, quality), planned=was.planned + leads.all)


def _months(result: KpiResult, capacity: Capacity, shown: Sequence[str], handed: Mapping[str, Handed]) -> tuple[MonthLoad, ...]:
    days = {month: capacity.days(month) for month in shown}
    usual = sum(days.values()) / len(days) if days else 0.0
    return tuple(
        MonthLoad(month, days[month], capacity.shares(month), handed.get(month), due(handed, capacity.spread, month), capacity.hours_for_quality,
                  capacity.hours_per_lead, result.as_of is not None and month <= result.as_of, days[month] < SHORT * usual)
        for month in shown)


def due(handed: Mapping[str, Handed], spread: Sequence[float], month: str) -> Leads | None:
    """Leads whose work falls into a month; None where one of the months that reach into it is not known."""
    parts = []
    for back, part in enumerate(spread):
        if part > 0:
            there = handed.get(calendar.add(month, -back))
            if there is None:
                return None
            parts.append(there.leads.times(part))
    total = parts[0]
    for more in parts[1:]:
        total = total.plus(more)
    return total
