"""How far people agree beyond chance: Cohen's κ for two, Fleiss' κ for several."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from fusenapp.qualify.backtesting import REFERENCE_BELOW, Z95, Rate, wilson

ONE_SIDED: Final = 0.6
"""Prevalence index from which κ is said to be low because nearly all answers are the same, not because people differ."""

STEPS: Final = ((0.81, "almost-perfect"), (0.61, "substantial"), (0.41, "moderate"), (0.21, "fair"), (0.0, "slight"))
"""Names for κ by J. R. Landis, G. G. Koch, Biometrics 33 (1977) 159; a rule of thumb."""


@dataclass(frozen=True)
class Kappa:
    """Agreement of two beyond what chance would bring.

    Attributes:
        n: things that both judged.
        observed: share on which they agree, with its Wilson interval.
        expected: share that chance would bring, from their own frequencies; None if n = 0.
        value: κ, from −1 to 1; None where n = 0 or chance alone would bring full agreement (both gave one and the same answer
            throughout), since κ is then 0 ÷ 0.
        low, high: 95 % interval.
    """

    n: int
    observed: Rate
    expected: float | None
    value: float | None
    low: float | None
    high: float | None

    @property
    def reference(self) -> bool:
        """Whether n is too small to rely on."""
        return self.n < REFERENCE_BELOW

    @property
    def undefined(self) -> bool:
        """Whether there are answers, but all of them the same on both sides."""
        return self.n > 0 and self.value is None

    @property
    def name(self) -> str:
        """Landis and Koch's name of the step, ``poor`` below 0, empty where κ is undefined."""
        return "" if self.value is None else next((name for least, name in STEPS if round(self.value, 2) >= least), "poor")

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"kappa": self.value, "low": self.low, "high": self.high, "n": self.n, "observed": self.observed.to_json(),
                "expected": self.expected, "reference": self.reference, "undefined": self.undefined}


@dataclass(frozen=True)
class Pair:
    """Two who said yes or no of the same leads.

    Attributes:
        both, first_only, second_only, neither: leads by who said yes.
        left_out: leads of which at least one of them said neither yes nor no.
        kappa: over the four cells.
    """

    both: int
    first_only: int
    second_only: int
    neither: int
    left_out: int
    kappa: Kappa

    @property
    def disputed(self) -> int:
        """Leads on which they differ."""
        return self.first_only + self.second_only

    @property
    def prevalence(self) -> float | None:
        """(both − neither) ÷ n, from −1 to 1 (T. Byrt et al., J. Clin. Epidemiol. 46 (1993) 423)."""
        return (self.both - self.neither) / self.kappa.n if self.kappa.n else None

    @property
    def one_sided(self) -> bool:
        """Whether nearly all answers are alike, which by itself makes κ low."""
        return self.prevalence is not None and abs(self.prevalence) >= ONE_SIDED

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"both": self.both, "first_only": self.first_only, "second_only": self.second_only, "neither": self.neither,
                "without_answer": self.left_out, "prevalence": self.prevalence, "one_sided": self.one_sided, **self.kappa.to_json()}


def cohen(table: Sequence[Sequence[int]]) -> Kappa:
    """Cohen's κ of two judges.

    κ = (p_o − p_e) ÷ (1 − p_e) with p_o the share on the diagonal and p_e = Σ p_i· p_·i (J. Cohen, Educational and Psychological
    Measurement 20 (1960) 37). Its interval is κ ± 1.96 se with the large-sample error of J. L. Fleiss, J. Cohen, B. S. Everitt,
    Psychological Bulletin 72 (1969) 323, cut at −1 and 1:

    se² = [Σ p_ii (1 − (p_i· + p_·i)(1 − κ))² + (1 − κ)² Σ_{i≠j} p_ij (p_·i + p_j·)² − (κ − p_e (1 − κ))²] ÷ (n (1 − p_e)²)

    Where that error is 0 although the sample is finite (they agree, or differ, throughout), the Wilson interval of p_o is put through
    the formula of κ instead.

    Args:
        table: k × k counts, rows the first judge's answers, columns the second's, in the same order.
    """
    n, k = sum(map(sum, table)), range(len(table))
    if n == 0:
        return Kappa(0, wilson(0, 0), None, None, None, None)
    p = [[count / n for count in row] for row in table]
    first, second = [sum(row) for row in p], [sum(row[j] for row in p) for j in k]
    agreed, expected = wilson(sum(table[i][i] for i in k), n), sum(first[i] * second[i] for i in k)
    one_answer = any(sum(table[i]) == n and sum(row[i] for row in table) == n for i in k)
    if one_answer or agreed.value is None:
        return Kappa(n, agreed, expected, None, None, None)
    kappa = (agreed.value - expected) / (1 - expected)
    error = _error(p, first, second, expected, kappa, n)
    if error > 1e-9:
        return Kappa(n, agreed, expected, kappa, max(-1.0, kappa - Z95 * error), min(1.0, kappa + Z95 * error))
    low, high = (((end or 0.0) - expected) / (1 - expected) for end in (agreed.low, agreed.high))
    return Kappa(n, agreed, expected, kappa, max(-1.0, low), min(1.0, high))


def _error(p: list[list[float]], first: list[float], second: list[float], expected: float, kappa: float, n: int) -> float:
    """The large-sample standard error of κ, see `cohen`."""
    k = range(len(p))
    agreed = sum(p[i][i] * (1 - (first[i] + second[i]) * (1 - kappa)) ** 2 for i in k)
    apart = sum(p[i][j] * (second[i] + first[j]) ** 2 for i in k for j in k if i != j)
    variance = agreed + (1 - kappa) ** 2 * apart - (kappa - expected * (1 - kappa)) ** 2
    return math.sqrt(max(variance, 0.0) / n) / (1 - expected)


def pair(first: Sequence[bool | None], second: Sequence[bool | None]) -> Pair:
    """Two lists of answers about the same things: yes, no, or None where there is none."""
    told = list(zip(first, second, strict=True))
    both, first_only, second_only, neither = (told.count(case) for case in ((True, True), (True, False), (False, True), (False, False)))
    left_out = len(told) - both - first_only - second_only - neither
    return Pair(both, first_only, second_only, neither, left_out, cohen(((both, first_only), (second_only, neither))))


def fleiss(counts: Sequence[Sequence[int]]) -> float | None:
    """Fleiss' κ of several judges: (P̄ − P̄_e) ÷ (1 − P̄_e) (J. L. Fleiss, Psychological Bulletin 76 (1971) 378).

    Args:
        counts: per thing, how many judges gave each answer; the same number of judges (at least 2) for each.

    Returns:
        None where there is nothing to judge, or all answers are the same.
    """
    if not counts:
        return None
    judges, things = sum(counts[0]), len(counts)
    if judges < 2 or any(sum(row) != judges for row in counts):
        raise ValueError("the same number of judges, at least two, is needed for each thing")
    shares = [sum(column) / (things * judges) for column in zip(*counts, strict=True)]
    agreed = sum((sum(c * c for c in row) - judges) / (judges * (judges - 1)) for row in counts) / things
    expected = sum(share * share for share in shares)
    return None if max(sum(column) for column in zip(*counts, strict=True)) == things * judges else (agreed - expected) / (1 - expected)
