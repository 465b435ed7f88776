"""Back-test: how well a definition would have foretold an outcome, with Wilson intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from fusenapp.domain.definition import Clause
from fusenapp.errors import InputError
from fusenapp.qualify.columns import columns_of
from fusenapp.qualify.evaluation import MATCH, UNKNOWN
from fusenapp.qualify.judging import judge
from fusenapp.qualify.predicates import predicate

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Dataset

Z95: Final = 1.959963984540054
"""Two-sided 95 % quantile of the normal distribution."""

REFERENCE_BELOW: Final = 30
"""A rate over fewer leads than this is a reference value (参考値) only."""


@dataclass(frozen=True)
class Rate:
    """``hits`` of ``n`` with its 95 % Wilson interval; all three figures None if n = 0."""

    hits: int
    n: int
    value: float | None
    low: float | None
    high: float | None

    @property
    def reference(self) -> bool:
        """Whether n is too small to rely on."""
        return self.n < REFERENCE_BELOW

    def to_json(self) -> dict[str, Any]:
        """{"value", "low", "high", "n", "reference"}."""
        return {"value": self.value, "low": self.low, "high": self.high, "n": self.n, "reference": self.reference}


@dataclass(frozen=True)
class Backtest:
    """Leads by verdict and outcome. A lead of unknown verdict counts as not matched (in ``fn`` or ``tn``).

    Attributes:
        tp, fp, fn, tn: matched or not × outcome or not.
        unknown_positive, unknown_negative: those among ``fn`` and ``tn`` whose verdict was unknown.
        outcome_missing: leads without an outcome, counted as without success.
        precision: tp ÷ (tp + fp). recall: tp ÷ (tp + fn). base: all successes ÷ all leads.
        lift: precision ÷ base, None if either is undefined or the base is 0; ``lift_low`` and ``lift_high`` carry the
            interval of the precision only.
    """

    tp: int
    fp: int
    fn: int
    tn: int
    unknown_positive: int
    unknown_negative: int
    outcome_missing: int
    precision: Rate
    recall: Rate
    base: Rate
    lift: float | None
    lift_low: float | None
    lift_high: float | None

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"tp": self.tp, "fp": self.fp, "fn": self.fn, "tn": self.tn, "precision": self.precision.to_json(),
                "recall": self.recall.to_json(), "base": self.base.to_json(), "lift": self.lift, "lift_low": self.lift_low,
                "lift_high": self.lift_high, "unknown": {"positive": self.unknown_positive, "negative": self.unknown_negative},
                "outcome_missing": self.outcome_missing}


def wilson(hits: int, n: int, z: float = Z95) -> Rate:
    """A rate with its Wilson score interval (E. B. Wilson, JASA 22, 1927)."""
    if n == 0:
        return Rate(hits, n, None, None, None)
    p = hits / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return Rate(hits, n, p, max(0.0, centre - half), min(1.0, centre + half))


def backtest(verdict: np.ndarray, outcome: np.ndarray, among: np.ndarray | None = None) -> Backtest:
    """Compares verdicts with what came of the leads.

    Args:
        verdict: int8, 1/0/−1 per lead (`Verdicts.verdict`).
        outcome: int8, 1 success, 0 none, −1 not known (counted as none, and apart).
        among: bool, the leads to look at; all if None.
    """
    if among is not None:
        verdict, outcome = verdict[among], outcome[among]
    matched, success, unknown = verdict == MATCH, outcome == 1, verdict == UNKNOWN
    tp, successes, n = int(np.count_nonzero(matched & success)), int(np.count_nonzero(success)), len(verdict)
    fp = int(np.count_nonzero(matched)) - tp
    unsure = int(np.count_nonzero(unknown & success))
    precision, base = wilson(tp, tp + fp), wilson(successes, n)
    return Backtest(
        tp=tp, fp=fp, fn=successes - tp, tn=n - successes - fp, unknown_positive=unsure,
        unknown_negative=int(np.count_nonzero(unknown)) - unsure, outcome_missing=int(np.count_nonzero(outcome == -1)),
        precision=precision, recall=wilson(tp, successes), base=base, lift=_ratio(precision.value, base.value),
        lift_low=_ratio(precision.low, base.value), lift_high=_ratio(precision.high, base.value))


def _ratio(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else part / whole


def outcome_of(dataset: Dataset, text: str) -> np.ndarray:
    """The outcome that ``COLUMN=VALUE`` describes: int8, 1 where the column has the value, 0 another one, −1 none.

    Raises:
        InputError: ``bad-outcome`` (no ``=``, or a value that the column's type cannot have), ``unknown-field``,
            ``ambiguous-field``.
    """
    name, equals, value = text.partition("=")
    if not equals or not name.strip() or not value.strip():
        raise InputError("bad-outcome", text)
    columns = columns_of(dataset)
    field = columns.name(name.strip(), text)
    try:
        asked = predicate(Clause(id=text, field=field, operator="=", value=value.strip()), columns.type(field))
    except InputError as error:
        raise InputError("bad-outcome", text, field=field, value=value) from error
    return judge(asked, field, columns, None, text).verdict()


def filled(dataset: Dataset, column: str) -> np.ndarray:
    """bool: the leads that have a value in ``column`` (e.g. were handed over).

    Raises:
        InputError: ``unknown-field``, ``ambiguous-field``.
    """
    missing = columns_of(dataset).values(column, column).missing
    return np.ones(len(dataset), np.bool_) if missing is None else ~missing
