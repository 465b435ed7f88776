"""Runs a definition on a dataset: one three-valued verdict per lead, and one per clause and group.

The rules of joining are those of `fusenapp.domain.definition`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from fusenapp.domain.definition import Clause, Definition, Group, Include, conditions
from fusenapp.errors import InputError
from fusenapp.qualify import truth
from fusenapp.qualify.columns import Columns, columns_of
from fusenapp.qualify.dates import reference_date
from fusenapp.qualify.judging import judge
from fusenapp.qualify.predicates import predicate
from fusenapp.qualify.score import Score, own_points, reached, sums
from fusenapp.qualify.shape import knock_outs, pointed, required
from fusenapp.qualify.truth import Truth

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Dataset

MATCH, NO_MATCH, UNKNOWN = 1, 0, -1

_Apart = tuple[dict[str, Truth], dict[str, Truth], dict[str, Score], dict[str, Truth]]


@dataclass(frozen=True, eq=False)
class Verdicts:
    """What a definition says of each lead. All arrays are int8: 1 match, 0 no match, −1 unknown.

    Attributes:
        definition: what was run.
        verdict: one per lead.
        clauses: per clause and inclusion (by id), without muted ones.
        groups: per group (by id), the required members joined; without muted and empty ones.
        parts: what the verdict is the conjunction of: ``required``, ``points`` and ``knock-out`` (1: not knocked out),
            as far as the definition has them.
        scores: points per axis and in all (``""``), if the definition has points.
        included: the verdicts of included definitions, by their id.
    """

    definition: Definition
    verdict: np.ndarray
    clauses: Mapping[str, np.ndarray] = field(default_factory=dict)
    groups: Mapping[str, np.ndarray] = field(default_factory=dict)
    parts: Mapping[str, np.ndarray] = field(default_factory=dict)
    scores: Mapping[str, Score] = field(default_factory=dict)
    included: Mapping[str, Verdicts] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.verdict)

    def counts(self, clause: str | None = None) -> dict[str, int]:
        """{"match", "no_match", "unknown"}: leads by verdict, or by that of one clause."""
        return count(self.verdict if clause is None else self.clauses[clause])


def count(verdict: np.ndarray) -> dict[str, int]:
    """Leads by verdict: {"match", "no_match", "unknown"}."""
    match, unknown = int(np.count_nonzero(verdict == MATCH)), int(np.count_nonzero(verdict == UNKNOWN))
    return {"match": match, "no_match": len(verdict) - match - unknown, "unknown": unknown}


def evaluate(definition: Definition, dataset: Dataset, others: Mapping[str, Definition] | None = None,
             as_of: str | date | None = None) -> Verdicts:
    """Judges every lead.

    Args:
        definition: to run.
        dataset: the leads; its columns are kept as arrays while it lives, so a second run is quicker.
        others: definitions that may be included, by id.
        as_of: reference date of ``within-days`` and of half-lives, ``YYYY-MM-DD`` or ``YYYY-MM`` (its last day);
            that of the dataset if None.

    Raises:
        InputError: ``unknown-field``, ``ambiguous-field``, ``unsuited-operator``, ``bad-value``, ``unknown-operator``,
            ``unknown-definition``, ``definition-cycle``, ``no-reference-date``; ``where`` is the clause's id.
    """
    run = Run(columns_of(dataset), others or {}, reference_date(as_of or dataset.as_of))
    return run.evaluate(definition, ())


class Run:
    """One evaluation; included definitions are evaluated once."""

    def __init__(self, columns: Columns, others: Mapping[str, Definition], as_of: date | None) -> None:
        self.columns, self.others, self.as_of = columns, others, as_of
        self.done: dict[str, tuple[Verdicts, Truth]] = {}

    def evaluate(self, definition: Definition, above: tuple[str, ...]) -> Verdicts:
        """The verdicts; ``above`` are the definitions that include this one."""
        return self.judged(definition, above)[0]

    def judged(self, definition: Definition, above: tuple[str, ...]) -> tuple[Verdicts, Truth]:
        """The verdicts, once as they are told and once as they are joined further."""
        included: dict[str, Verdicts] = {}
        truths, groups, scores, parts = self.taken_apart(definition, (*above, definition.id), included)
        whole = self.joined(parts)
        verdicts = Verdicts(definition, whole.verdict(), _int8(truths), _int8(groups), _int8(parts), scores, included)
        return verdicts, whole

    def taken_apart(self, definition: Definition, above: tuple[str, ...], included: dict[str, Verdicts]) -> _Apart:
        """Truths of clauses and groups, scores, and the parts that decide."""
        truths = {c.id: self.truth(c, above, included) for c in conditions(definition.root, muted=False)}
        groups: dict[str, Truth] = {}
        points = pointed(definition.root)
        scores = self.add_up(points, truths) if points else {}
        return truths, groups, scores, _parts(definition, truths, groups, scores)

    def joined(self, parts: Mapping[str, Truth]) -> Truth:
        """The verdict: all parts together; nothing is known where there are none."""
        return truth.every(list(parts.values())) if parts else truth.unknown(self.columns.rows)

    def add_up(self, points: Group, truths: Mapping[str, Truth]) -> dict[str, Score]:
        """Points in all and per axis."""
        return sums(points, {c.id: own_points(c, truths[c.id], self.columns, self.as_of) for c in conditions(points)}, self.columns.rows)

    def truth(self, condition: Clause | Include, above: tuple[str, ...], included: dict[str, Verdicts]) -> Truth:
        """Of one clause or inclusion; the verdicts of an included definition go into ``included``."""
        if isinstance(condition, Clause):
            asked = predicate(condition, self.columns.type(condition.field, condition.id))
            return judge(asked, condition.field, self.columns, self.as_of, condition.id)
        verdicts, whole = self.include(condition, above)
        included[condition.ref] = verdicts
        return whole

    def include(self, condition: Include, above: tuple[str, ...]) -> tuple[Verdicts, Truth]:
        """Of an included definition, judged once."""
        if condition.ref in above:
            raise InputError("definition-cycle", condition.id, ref=" → ".join((*above, condition.ref)))
        if condition.ref not in self.others:
            raise InputError("unknown-definition", condition.id, ref=condition.ref)
        if condition.ref not in self.done:
            self.done[condition.ref] = self.judged(self.others[condition.ref], above)
        return self.done[condition.ref]


def _parts(definition: Definition, truths: Mapping[str, Truth], groups: dict[str, Truth],
           scores: Mapping[str, Score]) -> dict[str, Truth]:
    parts: dict[str, Truth] = {}
    if needed := required(definition.root):
        parts["required"] = _join(needed, truths, groups)
    if scores and definition.threshold is not None:
        parts["points"] = reached(definition.threshold, scores)
    if knocked := [truths[c.id] for c in knock_outs(definition.root)]:
        parts["knock-out"] = ~truth.some(knocked)
    return parts


def _join(group: Group, truths: Mapping[str, Truth], groups: dict[str, Truth]) -> Truth:
    found = [_join(m, truths, groups) if isinstance(m, Group) else truths[m.id] for m in group.members]
    groups[group.id] = joined = truth.joined(group.match, found)
    return joined


def _int8(truths: Mapping[str, Truth]) -> dict[str, np.ndarray]:
    return {id: found.verdict() for id, found in truths.items()}
