"""The threshold that fits: how far a number of the hot-lead definition is to be turned so that sales can take the leads up.

Every position of a knob is run by the simulator on the imported leads. The load of a month is the leads registered in it that match (as in
the simulator), quality and general leads at the hours that each takes. What fits is the position with the most matching leads among those
with no month above capacity; where there is none, the one with the least work above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fusenapp.domain import calendar
from fusenapp.domain.capacity import Capacity, capacity_of
from fusenapp.domain.definition_changes import Changes
from fusenapp.errors import InputError

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Knob, Rate, Simulator

MOST = 60
"""Positions of a knob that are tried, evenly spaced, its own value always among them."""
MONTHS = 12


@dataclass(frozen=True)
class Position:
    """One number tried.

    Attributes:
        number: what the knob says.
        months: month → matching leads.
        quality: how many of all are quality leads; None without a target definition.
        over: months above capacity.
        excess: hours above capacity, added up over the months.
        use: highest load ÷ capacity of a month.
        acceptance: accepted ÷ answered among those handed over, where the list says so.
        won, won_missed: won leads that match, and that do not.
    """

    number: float
    months: dict[str, int]
    quality: int | None
    over: tuple[str, ...]
    excess: float
    use: float
    acceptance: Rate | None
    won: int | None
    won_missed: int | None

    @property
    def leads(self) -> int:
        """Matching leads of all months."""
        return sum(self.months.values())


@dataclass(frozen=True)
class Fit:
    """One knob.

    Attributes:
        knob: of the simulator.
        now: as the definition is saved.
        best: what fits, or comes closest.
        positions: all that were tried, by number.
        trial: ``best`` as a trial, for `editing.trials.apply_trial`.
    """

    knob: Knob
    now: Position
    best: Position
    positions: tuple[Position, ...]
    trial: Changes

    @property
    def fits(self) -> bool:
        """Whether no month is above capacity with ``best``."""
        return not self.best.over

    @property
    def changes(self) -> bool:
        """Whether it is not what is saved."""
        return self.best.number != self.now.number


def fits(figures: Figures, snapshot: Snapshot, dataset: str, rule: str = "hot-lead") -> list[Fit]:
    """What every knob of the definition would have to say, thresholds of points first; for a worker.

    Raises:
        InputError: ``no-capacity`` where the workspace does not say what sales can take up, and whatever keeps the definition from running.
    """
    from fusenapp.flows.simulating import simulator

    capacity = capacity_of(snapshot)
    if capacity is None:
        raise InputError("no-capacity", where=rule)
    trial = simulator(figures, snapshot, dataset, rule)
    ground = _Ground(figures, snapshot, dataset, trial, capacity)
    if not ground.months:
        return []
    return [ground.fit(knob) for knob in trial.knobs() if knob.part != "points" and (not knob.id or not _muted(trial, knob.id))]


def _muted(trial: Simulator, id: str) -> bool:
    from fusenapp.domain.definition import conditions

    return id not in {c.id for c in conditions(trial.definition.root, muted=False)}


class _Ground:
    """Leads by month, kind and capacity, ready for many positions."""

    def __init__(self, figures: Figures, snapshot: Snapshot, dataset: str, trial: Simulator, capacity: Capacity) -> None:
        from fusenapp.flows.figures import dataset_record
        from fusenapp.flows.simulating import seen

        rows = figures.dataset(snapshot, dataset)
        self.trial, self.capacity = trial, capacity
        self.seen = seen(rows, dataset_record(snapshot, dataset).get("meanings") or {})
        judged = figures.quality(snapshot, dataset)
        self.quality: np.ndarray | None = None if judged is None else judged.verdict == 1
        known = self.seen.month[self.seen.month >= 0]
        self.last = int(known.max()) if len(known) else -1
        self.months = [calendar.month(at) for at in range(max(int(known.min()), self.last - MONTHS + 1), self.last + 1)] if len(known) else []
        self.hours = [capacity.hours(month) for month in self.months]

    def fit(self, knob: Knob) -> Fit:
        """All positions of one knob."""
        tried = {number: self.position(knob, number) for number in _numbers(knob)}
        now = tried[knob.value]
        free = [p for p in tried.values() if not p.over]
        best = max(free, key=lambda p: (p.leads, -abs(p.number - knob.value))) if free else min(
            tried.values(), key=lambda p: (p.excess, abs(p.number - knob.value)))
        if not now.over and best.leads == now.leads:
            best = now
        return Fit(knob, now, best, tuple(tried[number] for number in sorted(tried)), self._changes(knob, best.number))

    def position(self, knob: Knob, number: float) -> Position:
        """One position, by the simulator."""
        from fusenapp.qualify.simulation import simulated

        verdict = self.trial.verdict(self._changes(knob, number))
        told = simulated(verdict, self.seen)
        match = verdict == 1
        leads, quality = self._counts(match), None if self.quality is None else self._counts(match & self.quality)
        good = quality or [0] * len(leads)
        work = [q * self.capacity.hours_for_quality + (n - q) * self.capacity.hours_per_lead for n, q in zip(leads, good, strict=True)]
        over = tuple(m for m, w, h in zip(self.months, work, self.hours, strict=True) if w > h + 1e-9)
        excess = sum(max(w - h, 0.0) for w, h in zip(work, self.hours, strict=True))
        use = max((w / h for w, h in zip(work, self.hours, strict=True) if h), default=0.0)
        return Position(number, dict(zip(self.months, leads, strict=True)), None if quality is None else sum(quality), over, excess, use,
                        told.acceptance, told.won, told.won_missed)

    def _changes(self, knob: Knob, number: float) -> Changes:
        return changes_of(self.trial, knob, number)

    def _counts(self, chosen: np.ndarray) -> list[int]:
        import numpy as np

        first = self.last - len(self.months) + 1
        inside = chosen & (self.seen.month >= first)
        return np.bincount(self.seen.month[inside] - first, minlength=len(self.months)).tolist()


def changes_of(trial: Simulator, knob: Knob, number: float) -> Changes:
    """The knob turned, as the simulator and `editing.trials.apply_trial` take it."""
    from fusenapp.domain.definition import Clause, conditions

    if not knob.id:
        return Changes(thresholds={knob.part: number})
    clause = next(c for c in conditions(trial.definition.root) if c.id == knob.id)
    assert isinstance(clause, Clause)
    return Changes({knob.id: knob.put(clause.value, number)})


def knob_words(snapshot: Snapshot, rule: str, knob: Knob) -> str:
    """What a knob turns: the points needed, or the condition and its end."""
    from fusenapp.domain.definition import all_from_snapshot, conditions
    from fusenapp.i18n import translate
    from fusenapp.qualify import phrase

    if not knob.id:
        axes = {"": translate("Capacity", "Points needed"), "fit": translate("Capacity", "Points needed for fit"),
                "interest": translate("Capacity", "Points needed for interest")}
        return axes.get(knob.part, knob.part)
    known = all_from_snapshot(snapshot)
    condition = next(c for c in conditions(known[rule].root) if c.id == knob.id)
    ends = {"low": translate("Capacity", "{condition}: lower end"), "high": translate("Capacity", "{condition}: upper end"),
            "days": translate("Capacity", "{condition}: days")}
    return ends.get(knob.part, "{condition}").format(condition=phrase(condition))


def _numbers(knob: Knob) -> list[float]:
    steps = round((knob.high - knob.low) / knob.step) if knob.step else 0
    stride = max(1, -(-steps // MOST))
    return sorted({round(knob.low + at * knob.step, 10) for at in range(0, steps + 1, stride)} | {knob.value, knob.high})
