"""Verbs of the simulator: take over what was tried, and say what sales can take up."""

from __future__ import annotations

from collections.abc import Mapping

from fusenapp.document import Document
from fusenapp.domain import definition as rules
from fusenapp.domain.capacity import Capacity
from fusenapp.domain.definition_changes import Changes, changed
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def apply_trial(document: Document, definition: str, changes: Changes) -> None:
    """Write everything that was tried into the definition, as one step; what it no longer has is passed over.

    Raises:
        InputError: ``bad-value``; ``unknown-record`` if the definition is gone.
    """
    existing(document, "definitions", definition)
    found = rules.from_snapshot(document.snapshot(), definition)
    assert found is not None
    try:
        wanted = changed(found, changes)
    except ValueError as error:
        raise InputError("bad-value", where=definition, value=str(error), operator="") from error
    with document.edit(translate("Edit", "Take over from the simulator")) as edit:
        for condition in rules.conditions(wanted.root):
            fields = {"muted": condition.muted} if condition.id in changes.muted else {}
            fields |= {"points": condition.points} if condition.id in changes.points else {}
            if isinstance(condition, rules.Clause) and condition.id in changes.values:
                fields["value"] = rules.plain_value(condition.value)
            if fields:
                edit.set("clauses", condition.record, **fields)
        if changes.thresholds:
            needs = wanted.threshold
            edit.set("definitions", definition, threshold=dict(needs) if isinstance(needs, Mapping) else needs)


def set_capacity(document: Document, capacity: Capacity | None) -> None:
    """What sales can spend on new leads; None: not said."""
    with document.edit(translate("Edit", "Set what sales can take up")) as edit:
        edit.set("workspace", "workspace", capacity=capacity.to_json() if capacity else None)
