"""One predicate on one column: the table reader of `fusenapp.qualify.predicates`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import singledispatch
from typing import Any

import numpy as np

from fusenapp.errors import InputError
from fusenapp.qualify import truth
from fusenapp.qualify.columns import Columns, Values
from fusenapp.qualify.predicates import Among, Blank, Contains, Predicate, Range, StartsWith, Trend, Within, Words
from fusenapp.qualify.truth import Truth

_EPOCH = date(1970, 1, 1)


def judge(predicate: Predicate, field: str, columns: Columns, as_of: date | None, where: str) -> Truth:
    """Where the predicate holds in column ``field``.

    Args:
        predicate: made for the column's type.
        field: the clause's column.
        columns: of the dataset.
        as_of: reference date of `Within`.
        where: id of the clause, for errors.

    Raises:
        InputError: ``no-reference-date``, ``unsuited-operator`` (a second column of the wrong type).
    """
    if isinstance(predicate, Blank):
        return _blank(columns.values(field, where), predicate)
    if columns.type(field, where) is None:
        return truth.unknown(columns.rows)
    if isinstance(predicate, Within):
        return _within(predicate, columns.dates(field, where), columns, as_of, where)
    if isinstance(predicate, Trend):
        return _trend(predicate, columns.numbers(field, where), columns, where)
    return _holds(predicate, columns.values(field, where))


@singledispatch
def _holds(predicate: object, values: Values) -> Truth:
    raise TypeError(predicate)


@_holds.register
def _among(predicate: Among, values: Values) -> Truth:
    if predicate.type in ("text", "month"):
        wanted = set(predicate.values)
        return _by_text(values, lambda text: (text in wanted) != predicate.negated)
    if predicate.type == "boolean":
        holds = values.data if True in predicate.values else ~values.data
        holds = holds if len(set(predicate.values)) == 1 else np.ones(len(values.data), np.bool_)
    else:
        wanted = [_days(v) if isinstance(v, date) else v for v in predicate.values]
        holds = values.data == wanted[0] if len(wanted) == 1 else np.isin(values.data, wanted)
    return truth.of(~holds if predicate.negated else holds, values.missing)


@_holds.register
def _range(predicate: Range, values: Values) -> Truth:
    if predicate.type == "month":
        return _by_text(values, lambda text: bool(_inside(predicate, text, predicate.low, predicate.high)))
    low, high = (_days(bound) if isinstance(bound, date) else bound for bound in (predicate.low, predicate.high))
    return truth.of(_inside(predicate, values.data, low, high), values.missing)


def _inside(predicate: Range, value: Any, low: Any, high: Any) -> Any:
    """Of one text or of an array of numbers."""
    above = None if low is None else value >= low if predicate.low_in else value > low
    below = None if high is None else value <= high if predicate.high_in else value < high
    return below if above is None else above if below is None else above & below


@_holds.register
def _contains(predicate: Contains, values: Values) -> Truth:
    return _by_text(values, lambda text: (predicate.text in text) != predicate.negated)


@_holds.register
def _starts_with(predicate: StartsWith, values: Values) -> Truth:
    return _by_text(values, lambda text: text.startswith(predicate.text))


@_holds.register
def _words(predicate: Words, values: Values) -> Truth:
    true, known = set(predicate.true), {*predicate.true, *predicate.false}
    sure = _by_text(values, lambda text: text in true)
    odd = _by_text(values, lambda text: text not in known)
    return Truth(sure.sure, sure.may | odd.sure)


def _by_text(values: Values, test: Callable[[str], bool]) -> Truth:
    """Each different text is asked once; the rows look the answer up."""
    answers = np.array([test(text) for text in values.texts] + [False])
    return truth.of(answers[values.data], values.missing)


def _blank(values: Values, predicate: Blank) -> Truth:
    missing = np.zeros(len(values.data), np.bool_) if values.missing is None else values.missing
    holds = ~missing if predicate.negated else missing
    return Truth(holds, holds)


def _within(predicate: Within, values: Values, columns: Columns, as_of: date | None, where: str) -> Truth:
    if predicate.of:
        other = columns.dates(predicate.of, where)
        reference, missing = other.data, either(values.missing, other.missing)
        if columns.type(predicate.of) is None:
            return truth.unknown(columns.rows)
    elif as_of is None:
        raise InputError("no-reference-date", where)
    else:
        reference, missing = _days(as_of), values.missing
    age = reference - values.data
    return truth.of((age >= 0) & (age <= predicate.days), missing)


def _trend(predicate: Trend, values: Values, columns: Columns, where: str) -> Truth:
    if not predicate.than:
        return truth.of(_direction(predicate, values.data, 0, predicate.tolerance), values.missing)
    other = columns.numbers(predicate.than, where)
    if columns.type(predicate.than) is None:
        return truth.unknown(columns.rows)
    slack = predicate.tolerance * np.abs(other.data) if predicate.tolerance else 0
    return truth.of(_direction(predicate, values.data, other.data, slack), either(values.missing, other.missing))


def _direction(predicate: Trend, x: np.ndarray, y: np.ndarray | float, slack: np.ndarray | float) -> np.ndarray:
    if predicate.direction == "increased":
        return x - y > slack
    if predicate.direction == "decreased":
        return y - x > slack
    return np.abs(x - y) <= slack


def either(a: np.ndarray | None, b: np.ndarray | None) -> np.ndarray | None:
    """Missing in one or the other."""
    return b if a is None else a if b is None else a | b


def _days(day: date) -> int:
    return (day - _EPOCH).days
