"""Kleene's three-valued logic on whole columns.

A truth is a pair of bool arrays: where the statement surely holds, and where it may hold (surely or unknown).
Joining works on both alike, so that a column without missing values costs no more than plain logic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fusenapp.domain.definition import Match


@dataclass(frozen=True, eq=False)
class Truth:
    """``sure`` implies ``may``; both have one element per row and are the same object if nothing is unknown."""

    sure: np.ndarray
    may: np.ndarray

    @property
    def known(self) -> bool:
        """Whether nothing is unknown, as far as can be told without looking."""
        return self.sure is self.may

    def verdict(self) -> np.ndarray:
        """int8: 1 true, 0 false, −1 unknown."""
        sure = self.sure.view(np.int8)
        return sure if self.known else 2 * sure - self.may.view(np.int8)

    def __invert__(self) -> Truth:
        sure = ~self.may
        return Truth(sure, sure if self.known else ~self.sure)


def of(holds: np.ndarray, missing: np.ndarray | None) -> Truth:
    """A comparison that is unknown where the value is missing; ``holds`` may be reused."""
    if missing is None:
        return Truth(holds, holds)
    return Truth(holds & ~missing, holds | missing)


def every(truths: Sequence[Truth]) -> Truth:
    """All of one or more."""
    return _fold(np.logical_and, truths)


def some(truths: Sequence[Truth]) -> Truth:
    """Any of one or more."""
    return _fold(np.logical_or, truths)


def at_least(n: int, truths: Sequence[Truth]) -> Truth:
    """At least ``n`` of one or more."""
    sure = _count([t.sure for t in truths]) >= n
    return Truth(sure, sure if all(t.known for t in truths) else _count([t.may for t in truths]) >= n)


def joined(match: Match, truths: Sequence[Truth]) -> Truth:
    """One or more joined as a group says."""
    if isinstance(match, int):
        return at_least(match, truths)
    return every(truths) if match == "all" else some(truths)


def unknown(rows: int) -> Truth:
    """Nothing is known of any row."""
    return Truth(np.zeros(rows, np.bool_), np.ones(rows, np.bool_))


def _fold(join: np.ufunc, truths: Sequence[Truth]) -> Truth:
    if len(truths) == 1:
        return truths[0]
    sure = _reduce(join, [t.sure for t in truths])
    return Truth(sure, sure if all(t.known for t in truths) else _reduce(join, [t.may for t in truths]))


def _reduce(join: np.ufunc, arrays: Sequence[np.ndarray]) -> np.ndarray:
    result = join(arrays[0], arrays[1])
    for array in arrays[2:]:
        join(result, array, out=result)
    return result


def _count(arrays: Sequence[np.ndarray]) -> np.ndarray:
    total = np.zeros(len(arrays[0]), np.int16)
    for array in arrays:
        total += array
    return total
