"""Which conditions tell two groups of leads apart: those that people dispute from those on which they agree."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from fusenapp.domain.definition import Clause, Definition, Group, Include, conditions
from fusenapp.qualify.backtesting import Rate, wilson
from fusenapp.qualify.evaluation import MATCH, UNKNOWN, Verdicts, evaluate
from fusenapp.qualify.predicates import VALUE_TYPES

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Dataset

ENOUGH: Final = 5
"""Leads with a known answer in each group below which a difference says nothing."""

USUAL_VALUES = 4
"""Most values of a text column that are tried as conditions of their own."""


@dataclass(frozen=True)
class Separation:
    """How much more often a condition holds in one group than in the other.

    Attributes:
        id: of the clause; in an included definition ``inclusion/clause``; for a field that the definition does not ask, its own.
        condition: the clause or inclusion.
        definition: where it is kept; empty for a field that the definition does not ask.
        group, rest: share of leads that meet it among those where that is known, with Wilson intervals.
        unknown: leads of both groups where it is not known.
        difference, low, high: share in the group less that in the rest, with its 95 % interval (see `newcombe`); None where a group is empty.
        stands_out: the difference would not come by chance even though this is one of many conditions that were looked at: no difference
            lies outside the interval at 1 − 0.05 ÷ conditions (Bonferroni).
    """

    id: str
    condition: Clause | Include
    definition: str
    group: Rate
    rest: Rate
    unknown: int
    difference: float | None
    low: float | None
    high: float | None
    stands_out: bool = False

    @property
    def enough(self) -> bool:
        """Whether both groups have enough leads to say anything."""
        return min(self.group.n, self.rest.n) >= ENOUGH

    @property
    def sure(self) -> bool:
        """Whether the interval of the difference leaves no difference out."""
        return self.enough and self.margin > 0

    @property
    def margin(self) -> float:
        """How far the interval stays away from no difference; negative if it covers it."""
        return -2.0 if self.low is None or self.high is None else max(self.low, -self.high)

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"id": self.id, "definition": self.definition, "group": self.group.to_json(), "rest": self.rest.to_json(),
                "unknown": self.unknown, "difference": self.difference, "low": self.low, "high": self.high, "enough": self.enough,
                "stands_out": self.stands_out}


@dataclass(frozen=True, eq=False)
class Truths:
    """A condition with its verdict per lead (int8, as `Verdicts` has them)."""

    id: str
    condition: Clause | Include
    definition: str
    held: np.ndarray


def newcombe(first: Rate, second: Rate) -> tuple[float, float, float] | None:
    """The difference of two shares with its interval, from their Wilson intervals; None where one has no leads.

    Method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998) 873: for d = p₁ − p₂ with intervals (l₁, u₁) and (l₂, u₂),
    from d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²).
    """
    ends = (first.value, first.low, first.high, second.value, second.low, second.high)
    if any(end is None for end in ends):
        return None
    p1, l1, u1, p2, l2, u2 = (float(end) for end in ends if end is not None)
    d = p1 - p2
    return d, d - math.hypot(p1 - l1, u2 - p2), d + math.hypot(u1 - p1, p2 - l2)


def separate(truths: Sequence[Truths], group: np.ndarray, rest: np.ndarray) -> list[Separation]:
    """Every condition, the one that separates best first; those with too little data last.

    Args:
        group, rest: bool per lead; no lead is in both.
    """
    every = [_separation(each, group, rest) for each in truths]
    tried = sum(s.enough for s in every)
    found = [replace(s, stands_out=s.enough and _stands_out(s, tried)) for s in every]
    return sorted(found, key=lambda s: (not s.enough, -s.margin, -abs(s.difference or 0.0)))


def truths_of(verdicts: Verdicts, before: str = "") -> Iterator[Truths]:
    """The conditions of a definition and of those that it includes, in reading order; muted ones do not count."""
    for condition in conditions(verdicts.definition.root, muted=False):
        if condition.id not in verdicts.clauses:
            continue
        yield Truths(before + condition.id, condition, verdicts.definition.id, verdicts.clauses[condition.id])
        if isinstance(condition, Include) and condition.ref in verdicts.included:
            yield from truths_of(verdicts.included[condition.ref], f"{before}{condition.id}/")


def field_truths(leads: Dataset, columns: Sequence[str], known: Sequence[Truths] = ()) -> list[Truths]:
    """Plain conditions on single columns: a yes, a usual value, the upper half of the figures, a blank.

    Args:
        leads: the few leads that were judged.
        columns: to look at.
        known: conditions that are looked at already; what says the same of every lead is left out.
    """
    tried = [clause for name in columns for clause in _tried(leads, name)]
    seen = {each.held.tobytes() for each in known}
    found: list[Truths] = []
    if tried:
        held = evaluate(Definition(id="", rule="target", root=Group(id="root", members=tuple(tried))), leads).clauses
        for clause in tried:
            spelled = held[clause.id].tobytes()
            if spelled not in seen:
                seen.add(spelled)
                found.append(Truths(clause.id, clause, "", held[clause.id]))
    return found


def _separation(each: Truths, group: np.ndarray, rest: np.ndarray) -> Separation:
    first, second = _share(each.held, group), _share(each.held, rest)
    difference = newcombe(first, second) or (None, None, None)
    unknown = int(np.count_nonzero((each.held == UNKNOWN) & (group | rest)))
    return Separation(each.id, each.condition, each.definition, first, second, unknown, *difference)


def _stands_out(found: Separation, tried: int) -> bool:
    z = NormalDist().inv_cdf(1 - 0.025 / tried)
    told = newcombe(*(wilson(rate.hits, rate.n, z) for rate in (found.group, found.rest)))
    return told is not None and max(told[1], -told[2]) > 0


def _share(held: np.ndarray, among: np.ndarray) -> Rate:
    return wilson(int(np.count_nonzero((held == MATCH) & among)), int(np.count_nonzero((held != UNKNOWN) & among)))


def _tried(leads: Dataset, name: str) -> list[Clause]:
    values = leads.values(name).to_pylist()
    present = [v for v in values if v not in (None, "")]
    found: list[tuple[str, Any]] = []
    kind = VALUE_TYPES[leads.column(name).type]
    if kind == "boolean":
        found.append(("is-true", None))
    elif kind in ("number", "date"):
        found += [(">=", middle) for middle in _middle(present, kind)]
    else:
        found += [("=", text) for text, count in Counter(present).most_common(USUAL_VALUES) if ENOUGH <= count < len(present)]
    if ENOUGH <= len(values) - len(present) <= len(values) - ENOUGH:
        found.append(("is-blank", None))
    return [Clause(id=f"{name} {operator} {wanted}", field=name, operator=operator, value=wanted) for operator, wanted in found]


def _middle(present: list[Any], kind: str) -> list[Any]:
    """The upper median as the value of a clause, if there is anything below it."""
    if len(present) < 2 * ENOUGH:
        return []
    ordered = sorted(present)
    middle = ordered[len(ordered) // 2]
    if middle == ordered[0]:
        return []
    return [middle.isoformat() if kind == "date" else middle]
