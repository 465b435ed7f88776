"""The numbers of a definition that can be turned, each with the distribution of what it is compared with."""

from __future__ import annotations

import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from fusenapp.domain.definition import Clause, Definition, clauses
from fusenapp.errors import InputError

if TYPE_CHECKING:
    from fusenapp.qualify.columns import Columns
    from fusenapp.qualify.score import Score

_ORDERED = ("<", "<=", ">", ">=")
ENDS = 1, 90
"""Percentiles of the leads between which a knob can be turned: sizes of companies have a long tail to the right."""

STEPS = 200
"""At most so many positions between the ends of a knob."""


@dataclass(frozen=True)
class Knob:
    """One number of a definition.

    Attributes:
        id: of the clause; empty for a threshold of points.
        part: ``value``, ``low``, ``high`` (of *between*), ``days``, ``points`` (its own); for a threshold the axis (``""``: the sum).
        field: column of the clause; empty for a threshold.
        value: as saved.
        low, high: ends of the range that is offered: `ENDS` of the leads, and the value.
        step: between two positions.
        above: leads with a higher figure meet it (else lower ones do); inclusive: and those with the same figure.
        counts: leads per bin, the bins of equal width between ``start`` and ``end``; where few positions are possible, one
            bin around each. The last one holds whatever lies beyond it, the first what lies before.
    """

    id: str
    part: str
    field: str
    value: float
    low: float
    high: float
    step: float
    above: bool
    inclusive: bool
    start: float
    end: float
    counts: tuple[int, ...]

    def meets_from(self, number: float) -> float:
        """Where on the scale the part that meets it begins (or, if lower figures do, ends) when turned to ``number``."""
        half = self.low - self.start
        return number - half if self.above == self.inclusive else number + half

    def put(self, held: Any, number: float) -> Any:
        """The clause's value ``held`` with this number in it; ends of *between* push each other along."""
        number = int(number) if float(number).is_integer() else number
        if self.part == "low":
            return number, max(number, held[1])
        if self.part == "high":
            return min(number, held[0]), number
        return {**held, "days": number} if self.part == "days" else number


def knobs(definition: Definition, columns: Columns, as_of: date | None, scores: Mapping[str, Score], bins: int) -> tuple[Knob, ...]:
    """Every knob in reading order, thresholds of points first; clauses that could not run are passed over."""
    found = _thresholds(definition, scores, bins)
    for clause in clauses(definition):
        with suppress(InputError, TypeError, ValueError):  # a muted clause may be half filled in
            found += _of_clause(clause, columns, as_of, bins)
        if clause.kind == "points":
            found.append(_points(clause))
    return tuple(found)


def _points(clause: Clause) -> Knob:
    """What a clause adds, from nothing to twice as much; points have no distribution."""
    points = float(clause.points or 0)
    low, high = min(points * 2, 0.0), max(points * 2, 10.0)
    return Knob(clause.id, "points", "", points, low, high, 1.0, True, True, low, high, ())


def _thresholds(definition: Definition, scores: Mapping[str, Score], bins: int) -> list[Knob]:
    if definition.threshold is None or not scores:
        return []
    needs = definition.threshold if isinstance(definition.threshold, Mapping) else {"": definition.threshold}
    return [_knob("", axis, "", float(needed), scores[axis].low, True, bins, whole=True) for axis, needed in needs.items() if axis in scores]


def _of_clause(clause: Clause, columns: Columns, as_of: date | None, bins: int) -> list[Knob]:
    if clause.operator == "within-days" and isinstance(clause.value, Mapping) and "days" in clause.value:
        ages = _ages(clause, columns, as_of)
        return [_knob(clause.id, "days", clause.field, clause.value["days"], ages, False, bins, whole=True, floor=0)]
    if clause.operator not in (*_ORDERED, "between") or columns.values(clause.field).type != "number":
        return []
    data, whole = _known(columns, clause.field)
    if clause.operator == "between":
        return [_knob(clause.id, part, clause.field, value, data, above, bins, whole)
                for part, value, above in zip(("low", "high"), clause.value, (True, False), strict=True)]
    return [_knob(clause.id, "value", clause.field, clause.value, data, clause.operator[0] == ">", bins, whole,
                  inclusive=clause.operator.endswith("="))]


def _known(columns: Columns, field: str) -> tuple[np.ndarray, bool]:
    values = columns.values(field)
    data = values.data if values.missing is None else values.data[~values.missing]
    return data, bool(len(data)) and bool((data == np.floor(data)).all())


def _ages(clause: Clause, columns: Columns, as_of: date | None) -> np.ndarray:
    seen = columns.dates(clause.field, clause.id)
    if other := clause.value.get("of"):
        reference = columns.dates(other, clause.id)
        missing = [m for m in (seen.missing, reference.missing) if m is not None]
        ages = reference.data - seen.data
    elif as_of is None:
        raise InputError("no-reference-date", clause.id)
    else:
        missing, ages = [m for m in (seen.missing,) if m is not None], (as_of - date(1970, 1, 1)).days - seen.data
    known = ~np.logical_or.reduce(missing) if missing else np.ones(len(ages), np.bool_)
    return ages[known & (ages >= 0)]


def _knob(id: str, part: str, field: str, value: Any, data: np.ndarray, above: bool, bins: int, whole: bool,
          floor: float | None = None, inclusive: bool = True) -> Knob:
    value = float(value)
    ends = np.percentile(data, ENDS) if len(data) else np.array([0.0, 0.0])
    low, high = min(float(ends[0]), value), max(float(ends[1]), value)
    if low == high:
        low, high = (low - 1, high + 1) if floor is None else (max(low - 1, floor), high + 1)
    step = _step(high - low, whole)
    low, high = math.floor(low / step) * step, math.ceil(high / step) * step
    positions = round((high - low) / step) + 1
    start, end, bins = (low - step / 2, high + step / 2, positions) if positions <= bins else (low, high, bins)
    counts = np.histogram(np.clip(data, start, end), bins, (start, end))[0]
    return Knob(id, part, field, value, low, high, step, above, inclusive, start, end, tuple(int(n) for n in counts))


def _step(width: float, whole: bool) -> float:
    """1, 2 or 5 times a power of ten, so that at most `STEPS` fit; whole numbers move by whole numbers."""
    base = 10.0 ** math.floor(math.log10(width / STEPS))
    step = next(base * times for times in (1, 2, 5, 10) if width / (base * times) <= STEPS)
    return max(1.0, step) if whole else step
