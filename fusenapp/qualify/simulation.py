"""What-if on a definition: every clause is judged once, a changed one alone is judged anew.

`Simulator` answers within the time of a drag on hundreds of thousands of leads (`tests/bench/qualify`).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from fusenapp.domain.definition import Clause, Definition, Group, Include, conditions
from fusenapp.domain.definition_changes import Changes, changed
from fusenapp.errors import InputError
from fusenapp.qualify.backtesting import Backtest, Rate, backtest, wilson
from fusenapp.qualify.columns import columns_of
from fusenapp.qualify.dates import reference_date
from fusenapp.qualify.evaluation import MATCH, Run, Verdicts, count
from fusenapp.qualify.knobs import Knob, knobs
from fusenapp.qualify.score import Score, own_points, sums
from fusenapp.qualify.truth import Truth

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Dataset

NOTHING = Changes()
KEPT = 3
"""Judgements kept per clause: that of the definition itself and the latest ones tried."""


@dataclass(frozen=True, eq=False)
class Seen:
    """What came of the leads; a stage that the list does not know is None.

    Attributes:
        month: int32 per lead, months since year 0 (`domain.calendar.index`) of its registration; −1 without a date.
        handed, answered, accepted, opportunity, won: bool per lead. ``answered``: sales has accepted or rejected it.
    """

    month: np.ndarray
    handed: np.ndarray | None = None
    answered: np.ndarray | None = None
    accepted: np.ndarray | None = None
    opportunity: np.ndarray | None = None
    won: np.ndarray | None = None


@dataclass(frozen=True)
class Simulated:
    """The figures of one trial.

    Attributes:
        counts: ``match``, ``no_match``, ``unknown``.
        months: month index → matching leads registered in it, from the first month of the list to its last.
        acceptance: accepted ÷ answered, among matching leads that were handed over.
        opportunity: became an opportunity ÷ matching leads that were handed over (of all matching ones, if nothing says which).
        won, won_missed: won leads that match, that do not (unknown ones too); None where the list does not say.
    """

    counts: Mapping[str, int]
    months: Mapping[int, int]
    acceptance: Rate | None = None
    opportunity: Rate | None = None
    won: int | None = None
    won_missed: int | None = None


@dataclass(frozen=True)
class LeftOut:
    """A definition with one clause left out.

    Attributes:
        id: of the clause or inclusion.
        match: change of the number of matching leads.
        tp, fp: changes of the back-test; None without an outcome.
        test: the back-test without the clause.
        idle: the clause does no work: no verdict is different without it.
    """

    id: str
    match: int
    tp: int | None
    fp: int | None
    test: Backtest | None
    idle: bool


class Simulator:
    """One definition on one list, ready for trials.

    Args:
        definition: as it is saved.
        dataset: the leads.
        others: definitions that may be included, by id.
        as_of: reference date, as for `evaluate`.
        seen: what came of the leads, for `figures`.

    Raises:
        InputError: the definition cannot run on these leads, as from `evaluate`.
    """

    def __init__(self, definition: Definition, dataset: Dataset, others: Mapping[str, Definition] | None = None,
                 as_of: str | date | None = None, seen: Seen | None = None) -> None:
        self.definition, self.rows = definition, len(dataset)
        self._run = _Keeping(columns_of(dataset), others or {}, reference_date(as_of or dataset.as_of))
        self._seen = seen or Seen(np.full(self.rows, -1, np.int32))
        self.verdict()
        self.problems = self._unable()
        """Muted conditions that could not run if they were not: id → error."""

    def verdict(self, changes: Changes = NOTHING) -> np.ndarray:
        """int8 per lead, 1/0/−1: the same as `evaluate` of the changed definition.

        Raises:
            ValueError: a value does not suit its operator. InputError: as from `evaluate`.
        """
        return self._run.whole(changed(self.definition, changes)).verdict()

    def figures(self, changes: Changes = NOTHING) -> Simulated:
        """Counts, months, rates and missed wins of a trial; errors as of `verdict`."""
        return simulated(self.verdict(changes), self._seen)

    def scores(self, changes: Changes = NOTHING) -> Mapping[str, Score]:
        """Points per axis and in all (``""``); empty if the definition has none."""
        return self._run.scores(changed(self.definition, changes))

    def knobs(self, bins: int = 24) -> tuple[Knob, ...]:
        """What can be turned: numbers in clauses, with their distributions over the leads."""
        return knobs(self.definition, self._run.columns, self._run.as_of, self.scores(), bins)

    def left_out(self, outcome: np.ndarray | None = None, among: np.ndarray | None = None, changes: Changes = NOTHING) -> tuple[LeftOut, ...]:
        """Each clause dropped in turn, in reading order.

        Args:
            outcome, among: as for `backtest`.
            changes: what is tried besides.
        """
        base = self.verdict(changes)
        whole = None if outcome is None else backtest(base, outcome, among)
        found = []
        for condition in conditions(changed(self.definition, changes).root, muted=False):
            without = self.verdict(replace(changes, muted={**changes.muted, condition.id: True}))
            test = None if outcome is None else backtest(without, outcome, among)
            found.append(_left_out(condition.id, base, without, whole, test, among))
        return tuple(found)

    def _unable(self) -> dict[str, InputError]:
        found: dict[str, InputError] = {}
        active = {c.id for c in conditions(self.definition.root, muted=False)}
        for condition in conditions(self.definition.root):
            if condition.id not in active:
                try:
                    self._run.truth(condition, (self.definition.id,), {})
                except InputError as error:
                    found[condition.id] = error
        return found


def simulated(verdict: np.ndarray, seen: Seen) -> Simulated:
    """The figures of one set of verdicts."""
    match = verdict == MATCH
    handed = match if seen.handed is None else match & seen.handed
    won = None if seen.won is None else int(np.count_nonzero(match & seen.won))
    missed = None if seen.won is None or won is None else int(np.count_nonzero(seen.won)) - won
    return Simulated(count(verdict), _by_month(match, seen.month), _rate(handed, seen.accepted, seen.answered),
                     _rate(handed, seen.opportunity, None), won, missed)


def _rate(base: np.ndarray, hits: np.ndarray | None, of: np.ndarray | None) -> Rate | None:
    if hits is None:
        return None
    base = base if of is None else base & of
    return wilson(int(np.count_nonzero(base & hits)), int(np.count_nonzero(base)))


def _by_month(match: np.ndarray, month: np.ndarray) -> dict[int, int]:
    known = month >= 0
    if not known.any():
        return {}
    first, last = int(month[known].min()), int(month[known].max())
    counts = np.bincount(month[match & known] - first, minlength=last - first + 1)
    return {first + at: int(n) for at, n in enumerate(counts)}


def _left_out(id: str, base: np.ndarray, without: np.ndarray, whole: Backtest | None, test: Backtest | None,
              among: np.ndarray | None) -> LeftOut:
    if among is not None:
        base, without = base[among], without[among]
    more = int(np.count_nonzero(without == MATCH)) - int(np.count_nonzero(base == MATCH))
    tp, fp = (None, None) if whole is None or test is None else (test.tp - whole.tp, test.fp - whole.fp)
    return LeftOut(id, more, tp, fp, test, bool((base == without).all()))


class _Keeping(Run):
    """Judges a clause only if it has not met it with this operator and value; of each clause it keeps the first and the latest."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self._truths: dict[str, dict[Hashable, Truth]] = {}
        self._points: dict[str, tuple[Truth, Hashable, Score]] = {}

    def whole(self, definition: Definition) -> Truth:
        return self.joined(self.taken_apart(definition, (definition.id,), {})[3])

    def scores(self, definition: Definition) -> dict[str, Score]:
        return self.taken_apart(definition, (definition.id,), {})[2]

    def truth(self, condition: Clause | Include, above: tuple[str, ...], included: dict[str, Verdicts]) -> Truth:
        if isinstance(condition, Include):
            return super().truth(condition, above, included)
        kept = self._truths.setdefault("/".join((*above, condition.id)), {})
        key = (condition.field, condition.operator, repr(condition.value))
        if key not in kept:
            if len(kept) >= KEPT:
                kept.pop(list(kept)[1])
            kept[key] = super().truth(condition, above, included)
        return kept[key]

    def add_up(self, points: Group, truths: Mapping[str, Truth]) -> dict[str, Score]:
        return sums(points, {c.id: self._own(c, truths[c.id]) for c in conditions(points)}, self.columns.rows)

    def _own(self, condition: Clause | Include, holds: Truth) -> Score:
        key = (condition.points, condition.half_life_days, condition.half_life_from)
        kept = self._points.get(condition.id)
        if kept is None or kept[0] is not holds or kept[1] != key:
            kept = self._points[condition.id] = (holds, key, own_points(condition, holds, self.columns, self.as_of))
        return kept[2]
