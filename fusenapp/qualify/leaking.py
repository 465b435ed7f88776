"""Clauses on fields that are filled only after hand-over: they foretell an outcome that was already known.

A clause flagged as not known at hand-over is a leak. For the others a guess is made from what the column means and from when
it is filled; the guess flags nothing by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from fusenapp.domain.definition import Clause, Definition, Group, conditions, includes
from fusenapp.errors import InputError
from fusenapp.qualify.columns import columns_of

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Dataset

AFTER: Final = frozenset({"handed_over", "accepted", "reason", "appointment", "opportunity", "proposal", "quote_amount", "result", "won",
                          "won_amount", "lost_reason"})
"""Meanings of columns that hand-over or what came after it fills."""

ENOUGH: Final = 30
"""Leads on each side of the hand-over below which filling says nothing."""

RARE, COMMON = 0.02, 0.10
"""Filled in at most this part of the leads not handed over, and in at least this part of those handed over: filled afterwards."""

LATER: Final = 0.20
"""Part of the dates that may lie after the lead's hand-over before the column counts as filled afterwards."""


@dataclass(frozen=True)
class Leak:
    """A clause whose field may be known only after hand-over.

    Attributes:
        id: of the clause; in an included definition ``inclusion/clause``.
        field: its column.
        flagged: it was said so: this is a leak. Else it is a guess.
        why: ``flagged``; ``meaning`` of the column; ``dates`` after the hand-over; ``filled`` only once handed over.
        filled_after, filled_before: shares of filled cells among leads handed over and not; None where that is not the reason.
        definition, record: where the clause is kept, to flag it.
    """

    id: str
    field: str
    flagged: bool
    why: Literal["flagged", "meaning", "dates", "filled"]
    filled_after: float | None = None
    filled_before: float | None = None
    definition: str = ""
    record: str = ""

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"id": self.id, "field": self.field, "flagged": self.flagged, "why": self.why, "filled_after": self.filled_after,
                "filled_before": self.filled_before}


def leaks(definition: Definition, dataset: Dataset, meanings: Mapping[str, Any], others: Mapping[str, Definition] | None = None,
          handed: np.ndarray | None = None) -> list[Leak]:
    """Clauses that are flagged, and those that look as if they ought to be, in reading order; muted ones do not count.

    Args:
        meanings: meaning → column of the list.
        others: definitions that may be included, by id; the included clauses are looked at too.
        handed: bool, leads that were handed over; None where the list does not say.
    """
    return list(_Search(dataset, meanings, others or {}, handed).of(definition, "", ()))


def without_leaks(definition: Definition) -> Definition:
    """The definition with the flagged clauses muted."""
    return replace(definition, root=_known(definition.root))


def _known(group: Group) -> Group:
    members = tuple(_known(m) if isinstance(m, Group) else m if m.known_at_handover else replace(m, muted=True) for m in group.members)
    return replace(group, members=members)


class _Search:
    def __init__(self, dataset: Dataset, meanings: Mapping[str, Any], others: Mapping[str, Definition], handed: np.ndarray | None) -> None:
        self.columns, self.others, self.handed = columns_of(dataset), others, handed
        self.after = {self._name(column) for meaning, column in meanings.items() if meaning in AFTER and isinstance(column, str)}
        self.handover = self._name(meanings.get("handed_over") or "")

    def of(self, definition: Definition, before: str, above: tuple[str, ...]) -> list[Leak]:
        found: list[Leak] = []
        for condition in conditions(definition.root, muted=False):
            id, leak = before + condition.id, None
            if isinstance(condition, Clause):
                leak = self._clause(condition)
            elif not condition.known_at_handover:
                leak = Leak("", condition.ref, True, "flagged")
            elif condition.ref in self.others and condition.ref not in (*above, definition.id):
                found += self.of(self.others[condition.ref], f"{id}/", (*above, definition.id))
            if leak is not None:
                found.append(replace(leak, id=id, definition=definition.id, record=condition.record))
        return found

    def _clause(self, clause: Clause) -> Leak | None:
        if not clause.known_at_handover:
            return Leak("", clause.field, True, "flagged")
        name = self._name(clause.field)
        if not name:
            return None
        if name in self.after:
            return Leak("", clause.field, False, "meaning")
        return self._by_dates(clause.field, name) or self._by_filling(clause.field, name)

    def _name(self, field: str) -> str:
        try:
            return self.columns.name(field) if field else ""
        except InputError:
            return ""

    def _by_dates(self, field: str, name: str) -> Leak | None:
        if not self.handover or self.columns.type(name) != "date" or self.columns.type(self.handover) != "date":
            return None
        mine, handed = self.columns.values(name), self.columns.values(self.handover)
        known = _filled(mine.missing, self.columns.rows) & _filled(handed.missing, self.columns.rows)
        n = int(np.count_nonzero(known))
        later = int(np.count_nonzero(known & (mine.data > handed.data)))
        return Leak("", field, False, "dates") if n >= ENOUGH and later >= LATER * n else None

    def _by_filling(self, field: str, name: str) -> Leak | None:
        if self.handed is None:
            return None
        filled = _filled(self.columns.values(name).missing, self.columns.rows)
        after, before = _share(filled, self.handed), _share(filled, ~self.handed)
        if after is None or before is None or before > RARE or after < COMMON or after < 5 * before:
            return None
        return Leak("", field, False, "filled", after, before)


def _filled(missing: np.ndarray | None, rows: int) -> np.ndarray:
    return np.ones(rows, np.bool_) if missing is None else ~missing


def _share(filled: np.ndarray, among: np.ndarray) -> float | None:
    n = int(np.count_nonzero(among))
    return int(np.count_nonzero(filled & among)) / n if n >= ENOUGH else None


def leak_free(definition: Definition, others: Mapping[str, Definition]) -> tuple[Definition, dict[str, Definition]]:
    """The definition and those it may include, all without their flagged clauses."""
    wanted, waiting = {}, includes(definition)
    while waiting:
        ref = waiting.pop()
        if ref in others and ref not in wanted:
            wanted[ref] = without_leaks(others[ref])
            waiting += includes(others[ref])
    return without_leaks(definition), {**others, **wanted}
