"""Two definitions on the same leads: what changed, and whether the one foretells the outcome better (McNemar)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from fusenapp.qualify.evaluation import MATCH

EXACT_BELOW: Final = 25
"""Fewer discordant leads than this are tested exactly, more by χ² with Edwards' continuity correction."""

SIGNIFICANT: Final = 0.05


@dataclass(frozen=True, eq=False)
class Comparison:
    """Leads that match under one definition and not under another. Unknown counts as not matched.

    Attributes:
        both, neither: leads on which the two agree.
        gained, lost: row numbers (from 0, ascending) that match only under the second, only under the first.
        gained_successes, lost_successes: those of them with success; None without an outcome.
        b, c: leads on which only the first, only the second was right; with no outcome only the first, only the second matched.
        p: two-sided p-value of McNemar's test (Psychometrika 12, 1947); 1 where b + c = 0.
        statistic: χ²; None where the test was exact.
    """

    both: int
    neither: int
    gained: np.ndarray
    lost: np.ndarray
    gained_successes: int | None
    lost_successes: int | None
    b: int
    c: int
    p: float
    statistic: float | None

    @property
    def exact(self) -> bool:
        """Whether the p-value is that of the binomial distribution."""
        return self.statistic is None

    @property
    def better(self) -> int:
        """1 the second is right more often, −1 the first, 0 the leads do not tell (p ≥ 0.05)."""
        return 0 if self.p >= SIGNIFICANT or self.b == self.c else 1 if self.c > self.b else -1

    def to_json(self) -> dict[str, Any]:
        """Counts and the test, without the row numbers."""
        return {"both": self.both, "neither": self.neither, "gained": len(self.gained), "lost": len(self.lost),
                "gained_successes": self.gained_successes, "lost_successes": self.lost_successes, "b": self.b, "c": self.c,
                "p": self.p, "statistic": self.statistic, "exact": self.exact}


def compare(first: np.ndarray, second: np.ndarray, outcome: np.ndarray | None = None, among: np.ndarray | None = None) -> Comparison:
    """Sets two definitions' verdicts beside each other.

    Args:
        first, second: int8, 1/0/−1 per lead.
        outcome: int8, 1 success, anything else none; None: only which leads match is compared.
        among: bool, the leads to look at; all if None.
    """
    seen = np.ones(len(first), np.bool_) if among is None else among
    old, new = (first == MATCH) & seen, (second == MATCH) & seen
    gained, lost = np.flatnonzero(new & ~old), np.flatnonzero(old & ~new)
    both = int(np.count_nonzero(old & new))
    neither = int(np.count_nonzero(seen)) - both - len(gained) - len(lost)
    if outcome is None:
        won = lost_won = None
        b, c = len(lost), len(gained)
    else:
        won, lost_won = (int(np.count_nonzero(outcome[rows] == 1)) for rows in (gained, lost))
        b, c = lost_won + len(gained) - won, won + len(lost) - lost_won
    p, statistic = mcnemar(b, c)
    return Comparison(both, neither, gained, lost, won, lost_won, b, c, p, statistic)


def mcnemar(b: int, c: int) -> tuple[float, float | None]:
    """p-value and χ² (None where exact) of ``b`` against ``c`` discordant pairs.

    Exact: twice the smaller tail of the binomial distribution with p = ½, at most 1. Else χ² = (|b − c| − 1)² ÷ (b + c) with one
    degree of freedom (A. L. Edwards, Psychometrika 13, 1948).
    """
    n = b + c
    if n == 0:
        return 1.0, None
    if n < EXACT_BELOW:
        return min(1.0, 2 * sum(math.comb(n, k) for k in range(min(b, c) + 1)) / 2**n), None
    statistic = max(abs(b - c) - 1, 0) ** 2 / n
    return math.erfc(math.sqrt(statistic / 2)), statistic


def halves(days: np.ndarray, missing: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray, int] | None:
    """Early and late leads, to tune on the former and report on the latter.

    Args:
        days: days since 1970-01-01 per lead.
        missing: bool, leads without a date: they are in neither half.

    Returns:
        (early, late, first day of the late ones), the cut as near to the middle as whole days allow; None where all dated
        leads are of one day.
    """
    dated = np.ones(len(days), np.bool_) if missing is None else ~missing
    known = np.sort(days[dated])
    if len(known) == 0 or known[0] == known[-1]:
        return None
    middle = known[len(known) // 2]
    cuts = [day for day in (middle, known[np.searchsorted(known, middle, "right")] if middle < known[-1] else middle) if day > known[0]]
    cut = min(cuts, key=lambda day: abs(2 * int(np.searchsorted(known, day)) - len(known)))
    return dated & (days < cut), dated & (days >= cut), int(cut)
