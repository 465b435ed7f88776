"""Clauses of the definitions in words, for places that list them: links of a note, search."""

from __future__ import annotations

from fusenapp.domain import definition
from fusenapp.domain.snapshot import Snapshot


def clause_words(snapshot: Snapshot) -> dict[str, str]:
    """Record id of every clause (and inclusion of a definition) → its phrase in the language in use, e.g. 従業員数が100以上である."""
    from fusenapp.qualify import phrase

    return {condition.record: phrase(condition) for found in definition.all_from_snapshot(snapshot).values()
            for condition in definition.conditions(found.root)}
