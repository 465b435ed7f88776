"""Good leads to hand over before the months that are too short, so that nothing is lost in them.

For a month to come with more leads due than sales can take up: leads are left out until the rest fits, general ones first. What would have
come of them at the next stage (an appointment, as a rule) = general leads left out × conversion of general leads + quality leads left
out × conversion of quality leads. Good leads needed instead = that ÷ conversion of quality leads, rounded up: they are put into the
months before, the nearest first, as far as there is room. Where the conversions are not known, one good lead stands for one lead.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fusenapp.domain import calendar
from fusenapp.domain.kpi import STAGES
from fusenapp.kpi.capacity import CapacityTable, MonthLoad, Plan
from fusenapp.kpi.result import KpiResult

LOOK_BACK = 2
"""Months before a short one into which hand-over can be brought forward."""
FEW = 30
"""Leads below which a conversion is for reference only."""
_ROUNDS = 12
_AFTER = ("appointment", "opportunity", "proposal", "won")


@dataclass(frozen=True)
class Conversion:
    """What becomes of leads handed over, pooled over the fixed months by month of registration.

    Attributes:
        node: id of the count at the next stage.
        quality, general: its part of the leads handed over of each kind.
        quality_leads, general_leads: that this rests on.
    """

    node: str
    quality: float
    general: float
    quality_leads: float
    general_leads: float

    @property
    def few(self) -> bool:
        """Too few leads for more than a reference."""
        return min(self.quality_leads, self.general_leads) < FEW


@dataclass(frozen=True)
class Move:
    """Good leads for one month, and how many of them would fit there."""

    month: str
    good: int
    room: float


@dataclass(frozen=True)
class Proposal:
    """What to do about one month.

    Attributes:
        month: in which too much is due.
        over, over_hours: by how many leads of its mix, and hours, with what is brought forward into it or reaches into it.
        short: whether the month has noticeably fewer business days.
        left_out, left_out_quality: leads not to be handed over in it (whole numbers), and how many of them are quality leads.
        lost: what would have come of those at the next stage; None where the conversions are not known.
        good: good leads that bring the same.
        moves: where they fit.
        rest: good leads for which there is no room in the months before.
        available: quality leads a month that were not handed over in the last fixed months; None if not known.
        still_over: hours that are too much in the month even so.
    """

    month: str
    over: float
    over_hours: float
    short: bool
    left_out: int
    left_out_quality: int
    lost: float | None
    good: int
    moves: tuple[Move, ...]
    rest: int
    conversion: Conversion | None = None
    available: float | None = None
    still_over: float = 0.0

    @property
    def placed(self) -> int:
        """Good leads that found a month."""
        return self.good - self.rest

    def plan(self, id: str = "") -> Plan:
        """The proposal as a plan."""
        return Plan(id, self.month, {move.month: float(move.good) for move in self.moves}, float(self.left_out), float(self.left_out_quality))


def conversion(cohorts: KpiResult, node: str) -> Conversion | None:
    """How many quality and general leads go on from ``node``, by month of registration; None where the kinds are not known.

    Args:
        cohorts: the tree evaluated on the basis ``cohort``.
    """
    after = STAGES.index(cohorts.tree.nodes[node].stage) if cohorts.tree.nodes[node].stage in STAGES else 0
    fixed = [m for m in cohorts.months if cohorts.as_of is not None and m <= cohorts.as_of]
    base = _kinds(cohorts, node, fixed)
    for stage in _AFTER:
        if STAGES.index(stage) <= after or base is None:
            continue
        for then in (n.id for n in cohorts.tree if n.stage == stage and n.aggregation == "sum" and n.unit not in ("%", "円", "営業日")):
            hits = _kinds(cohorts, then, fixed)
            if hits is not None and min(base) > 0 and hits[0] > 0:
                return Conversion(then, min(hits[0] / base[0], 1.0), min(hits[1] / base[1], 1.0), base[0], base[1])
    return None


def _kinds(result: KpiResult, node: str, months: Sequence[str]) -> tuple[float, float] | None:
    quality, general = (result.value(node, months, segment=segment) for segment in ("quality", "general"))
    return None if quality is None or general is None else (quality, general)


def available(cohorts: KpiResult, node: str) -> float | None:
    """Quality leads a month that were registered and not handed over, in the last three fixed months."""
    recent = [m for m in cohorts.months if cohorts.as_of is not None and m <= cohorts.as_of][-3:]
    leads = next((n.id for n in cohorts.tree if n.stage == "lead" and n.type == "measure" and n.aggregation == "sum"), None)
    if leads is None or not recent:
        return None
    came, went = (cohorts.value(each, recent, segment="quality") for each in (leads, node))
    return None if came is None or went is None else max(came - went, 0.0) / len(recent)


def propose(table: CapacityTable, found: Conversion | None = None, there: float | None = None) -> list[Proposal]:
    """A proposal for every month to come with more due than can be done, in the order of the months."""
    coming = {each.month: each for each in table.months if not each.fixed}
    work = {m: each.work for m, each in coming.items() if each.work is not None}
    return [_Search(each, coming, work, table.spread, found, there).proposal() for each in coming.values() if _exceeds(each, work)]


def _exceeds(each: MonthLoad, work: Mapping[str, float]) -> bool:
    """Whether a month has too much to do, with what was proposed for the months before it."""
    return each.month in work and each.handed is not None and work[each.month] > each.hours + 1e-3 * each.mean_hours


@dataclass
class _Search:
    """One month's proposal. Good leads brought forward may reach into the month themselves (``spread``), so that more is left out,
    which takes more good leads: repeated until nothing changes.

    Attributes:
        work: month → hours of work; what is brought forward is entered when it is found, so that no room is given away twice. What is left
            out is not: every proposal holds whether or not the others are taken.
    """

    each: MonthLoad
    coming: Mapping[str, MonthLoad]
    work: dict[str, float]
    spread: Sequence[float]
    found: Conversion | None
    there: float | None

    def proposal(self) -> Proposal:
        """The proposal; its moves are in ``work`` then."""
        each, excess = self.each, self.work[self.each.month] - self.each.hours
        spill, moves, rest, general, quality, lost, good = 0.0, (), 0, 0, 0, None, 0
        for _ in range(_ROUNDS):
            general, quality = self._left_out(excess + spill)
            lost = None if self.found is None else general * self.found.general + quality * self.found.quality
            good = general + quality if self.found is None or lost is None else math.ceil(lost / self.found.quality - 1e-9)
            moves, rest = self._placed(good)
            now = sum(move.good * self._part(move.month) * each.quality_hours for move in moves)
            if now <= spill + 1e-9:
                break
            spill = now
        for move in moves:
            self._load(self.work, move.month, move.good * each.quality_hours)
        freed = (general * each.general_hours + quality * each.quality_hours) * self.spread[0]
        return Proposal(each.month, excess / each.mean_hours, excess, each.short, general + quality, quality, lost, good, moves, rest,
                        self.found, self.there, max(excess + spill - freed, 0.0))

    def _left_out(self, excess: float) -> tuple[int, int]:
        """Whole general leads, then quality leads, until what is left fits; no more than are handed over in the month, rounded up."""
        handed, now = self.each.handed, self.spread[0]
        assert handed is not None
        quality = handed.leads.quality or 0.0
        general = min(math.ceil(excess / (self.each.general_hours * now) - 1e-9), math.ceil(handed.leads.all - quality - 1e-9))
        still = excess - general * self.each.general_hours * now
        return general, min(max(math.ceil(still / (self.each.quality_hours * now) - 1e-9), 0), math.ceil(quality - 1e-9))

    def _placed(self, good: int) -> tuple[tuple[Move, ...], int]:
        """Good leads put into the months before, the nearest first."""
        moves: list[Move] = []
        work, rest = dict(self.work), good
        for back in range(1, LOOK_BACK + 1):
            month = calendar.add(self.each.month, -back)
            if month not in self.coming or month not in work or rest <= 0:
                break
            fits = self._room(month, work)
            here = min(rest, max(math.floor(fits + 1e-9), 0))
            if here:
                moves.append(Move(month, here, fits))
                self._load(work, month, here * self.coming[month].quality_hours)
                rest -= here
        return tuple(moves), rest

    def _room(self, month: str, work: Mapping[str, float]) -> float:
        """Good leads that fit into a month, and into those between it and the short one that their work reaches."""
        rooms = []
        for later, part in enumerate(self.spread):
            at = calendar.add(month, later)
            if part > 0 and at < self.each.month and at in work:
                rooms.append((self.coming[at].hours - work[at]) / (self.coming[at].quality_hours * part))
        return min(rooms)

    def _part(self, month: str) -> float:
        """The part of a lead's work from ``month`` that falls into the short month."""
        since = calendar.index(self.each.month) - calendar.index(month)
        return self.spread[since] if since < len(self.spread) else 0.0

    def _load(self, work: dict[str, float], month: str, hours: float) -> None:
        for later, part in enumerate(self.spread):
            at = calendar.add(month, later)
            if at in work:
                work[at] += hours * part
