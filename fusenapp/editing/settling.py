"""Verbs for settling where drafts differ: take a side or a third way, say why, take it back; and a department's own draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from fusenapp.document import Document
from fusenapp.domain import definition, settlement
from fusenapp.domain.agreement import Item
from fusenapp.editing import handover
from fusenapp.editing.common import existing, now
from fusenapp.editing.definitions import define
from fusenapp.errors import InputError
from fusenapp.i18n import translate

HANDOVER_FIELDS = ("required_fields", "first_contact_hours", "feedback_hours", "attempts", "recycling")
"""What departments draft of the hand-over contract."""


def draft_id(id: str, department: str) -> str:
    """The id of a department's draft of a definition or of the hand-over contract."""
    return f"{id}@{department}"


def start_draft(document: Document, rule: str, department: str) -> str:
    """A department's own draft of a definition, beginning as the joint one is now; returns its id.

    A draft that is there already stays as it is.
    """
    existing(document, "departments", department)
    id = draft_id(rule, department)
    if document.get("definitions", id) is None:
        joint = definition.from_snapshot(document.snapshot(), rule)
        if joint is None:
            raise InputError("unknown-definition", where=rule, definition=rule)
        with document.edit(translate("Edit", "Begin a department's draft")):
            define(document, replace(joint, id=id, department=department, root=_unbound(joint.root)))
    return id


def start_handover_draft(document: Document, department: str) -> str:
    """A department's own draft of the hand-over contract, beginning as the joint one; returns its id."""
    existing(document, "departments", department)
    id, joint = draft_id("handover", department), document.snapshot()
    if document.get("handover", id) is None:
        with document.edit(translate("Edit", "Begin a department's draft")) as edit:
            edit.create("handover", {name: joint.value("handover", "handover", name) for name in HANDOVER_FIELDS}, id=id)
    return id


def write_handover(document: Document, field: str, wanted: Any) -> None:
    """One field of the joint hand-over contract (see `HANDOVER_FIELDS`), as a side or a third way says it."""
    if field == "required_fields":
        handover.set_required_fields(document, wanted)
    elif field == "recycling":
        handover.write_recycling(document, wanted)
    else:
        handover.set_deadlines(document, **{field: wanted})


def settle(document: Document, item: Item, place: str, choice: str, said: Mapping[str, Any],
           write: Callable[[], object], comment: str = "") -> None:
    """Decide about one place, in one step with what it changes in the joint content.

    Args:
        choice: the key of the side that is taken, or `settlement.THIRD`.
        said: side → what its draft says now; the decision holds for that.
        write: makes the joint content say what was decided.
    """
    author, id = document.author, settlement.id_of(item, place)
    fields = {"item": list(item), "place": place, "choice": choice, "between": settlement.hashes(said), "person": author.person,
              "department": author.department, "at": now()}
    with document.edit(translate("Edit", "Settle a difference")) as edit:
        write()
        if edit.get("settlements", id) is None:
            edit.create("settlements", fields, id=id)
        else:
            edit.set("settlements", id, **fields)
        edit.write("settlements", id, "comment", comment)


def unsettle(document: Document, item: Item, place: str) -> None:
    """Open a place again; what the joint content says stays. Undo brings the decision back."""
    id = settlement.id_of(item, place)
    existing(document, "settlements", id)
    with document.edit(translate("Edit", "Open a difference again")) as edit:
        edit.delete("settlements", id)


def write_remark(document: Document, item: Item, place: str, department: str, text: str) -> None:
    """Why a department wants its own wording in a place."""
    existing(document, "departments", department)
    id = settlement.id_of(item, place, department)
    with document.edit(translate("Edit", "Write a reason"), group=f"remark:{id}") as edit:
        if edit.get("remarks", id) is None:
            edit.create("remarks", {"item": list(item), "place": place, "department": department}, id=id)
        edit.write("remarks", id, "text", text)


def _unbound(group: definition.Group) -> definition.Group:
    """The group with records of its own, to be those of another definition."""
    members = tuple(_unbound(m) if isinstance(m, definition.Group) else replace(m, record="") for m in group.members)
    return replace(group, record="", members=members)
