"""Points: sums with caps, half-lives, and thresholds, as ranges where clauses are unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from fusenapp.domain.definition import AXES, Clause, Group, Include, conditions
from fusenapp.errors import InputError
from fusenapp.qualify import truth
from fusenapp.qualify.columns import Columns
from fusenapp.qualify.truth import Truth


@dataclass(frozen=True, eq=False)
class Score:
    """Points per lead: at least ``low``, at most ``high`` (float64; equal where every clause is known)."""

    low: np.ndarray
    high: np.ndarray


def sums(points: Group, own: Mapping[str, Score], rows: int) -> dict[str, Score]:
    """Points in all (``""``) and per axis that a clause names.

    A group's sum, and that of each axis within it, is at most the group's cap.

    Args:
        points: as `shape.pointed` gives it.
        own: of its clauses, by id, as `own_points` gives them.
        rows: number of leads.
    """
    counted = list(conditions(points))
    axes = ["", *(axis for axis in AXES if any(c.axis == axis for c in counted))]
    return {axis: _sum(points, own, rows, axis) for axis in axes}


def reached(threshold: Any, scores: Mapping[str, Score]) -> Truth:
    """Where the threshold, or that of every axis, is reached."""
    if not isinstance(threshold, Mapping):
        return _reached(threshold, scores[""])
    return truth.every([_reached(needed, scores[axis]) if axis in scores else _reached(needed, _nothing(scores[""]))
                        for axis, needed in threshold.items()])


def _reached(needed: float, score: Score) -> Truth:
    return Truth(score.low >= needed, score.high >= needed)


def _nothing(score: Score) -> Score:
    zero = np.zeros(len(score.low))
    return Score(zero, zero)


def _sum(group: Group, own: Mapping[str, Score], rows: int, axis: str) -> Score:
    low, high = np.zeros(rows), np.zeros(rows)
    for member in group.members:
        if isinstance(member, Group):
            part = _sum(member, own, rows, axis)
        elif axis in ("", member.axis):
            part = own[member.id]
        else:
            continue
        low += part.low
        high += part.high
    if group.cap is not None:
        low, high = np.minimum(low, group.cap), np.minimum(high, group.cap)
    return Score(low, high)


def own_points(condition: Clause | Include, holds: Truth, columns: Columns, as_of: date | None) -> Score:
    """A clause's points: nothing if false, between nothing and all if unknown. ``columns`` and ``as_of`` are for half-lives."""
    points = condition.points or 0.0
    least, most = _worth(condition, columns, as_of)
    if points < 0:
        return Score(np.where(holds.may, points * most, 0.0), np.where(holds.sure, points * least, 0.0))
    return Score(np.where(holds.sure, points * least, 0.0), np.where(holds.may, points * most, 0.0))


def _worth(condition: Clause | Include, columns: Columns, as_of: date | None) -> tuple[Any, Any]:
    """What part of its points a clause is worth after its half-life, at least and at most: 0.5 ^ (age ÷ half-life).

    An age below zero counts as zero; where the date is missing it is worth between nothing and all.
    """
    source = condition.half_life_from or (condition.field if isinstance(condition, Clause) else "")
    if not condition.half_life_days or not source:
        return 1.0, 1.0
    values = columns.dates(source, condition.id)
    if as_of is None:
        raise InputError("no-reference-date", condition.id)
    age = np.maximum((as_of - date(1970, 1, 1)).days - values.data.astype(np.float64), 0.0)
    worth = np.exp2(-age / condition.half_life_days)
    if values.missing is None:
        return worth, worth
    return np.where(values.missing, 0.0, worth), np.where(values.missing, 1.0, worth)
