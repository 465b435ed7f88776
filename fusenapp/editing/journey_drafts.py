"""Verbs for departments' drafts of journeys: begin one's own, and write into the joint journey what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fusenapp.document import Document, Edit
from fusenapp.domain.journey import FREE
from fusenapp.domain.journey_draft import KINDS, JourneyPlace, JourneySide, base_id, draft_id, joint_id
from fusenapp.domain.snapshot import Record
from fusenapp.editing.common import existing
from fusenapp.i18n import translate

_ALL_KINDS = {"phases": "journey", "lanes": "journey", "notes": "parent"}
_META = ("id", "deleted", "modified")
_LINKED = ("interviews.", "votes.")
"""What belongs to the file that a note comes from."""
_NOTE = ("colour", "department", "author", "evidence", "tags", "created", "x", "y")


def start_draft(document: Document, journey: str, department: str) -> str:
    """A department's own draft of a journey, beginning as the joint one is now; returns its id. One that is there stays as it is."""
    joint = existing(document, "journeys", journey)
    existing(document, "departments", department)
    id, snapshot = draft_id(journey, department), document.snapshot()
    if document.get("journeys", id) is not None:
        return id
    with document.edit(translate("Edit", "Begin a department's draft")) as edit:
        fields = {name: told for name, told in joint.items() if name not in (*_META, "locked") and not name.startswith("emotion.")}
        edit.create("journeys", {**fields, "of": journey, "department": department}, id=id)
        for key, level in joint.items():
            if key.startswith("emotion.") and level is not None:
                _, role, phase = key.split(".", 2)
                edit.set_field("journeys", id, f"emotion.{role}.{draft_id(phase, department)}", level)
        for kind, owner in _ALL_KINDS.items():
            for record in snapshot.all(kind, **{owner: journey}):
                _copy(edit, kind, record, department)
    return id


def delete_draft(document: Document, id: str) -> None:
    """Take a draft away with all that is in it; the joint journey stays."""
    existing(document, "journeys", id)
    with document.edit(translate("Edit", "Delete a department's draft")) as edit:
        edit.delete("journeys", id)
        for kind, owner in _ALL_KINDS.items():
            for record in document.snapshot().all(kind, **{owner: id}):
                edit.delete(kind, record["id"])


def _copy(edit: Edit, kind: str, record: Record, department: str) -> None:
    """One record under the id of the draft; what it refers to within the journey is that of the draft."""
    fields = {name: told for name, told in record.items() if name not in _META and not name.startswith("votes.")}
    for name in ("journey", "parent", "phase", "lane", "heading"):
        if fields.get(name) and fields[name] != FREE:
            fields[name] = draft_id(fields[name], department)
    edit.create(kind, fields, id=draft_id(record["id"], department))


# ---- deciding


def write(document: Document, place: JourneyPlace, wanted: Any, taken: Sequence[JourneySide]) -> None:
    """Make the joint journey say ``wanted`` in a place (None: it is not there); one step with what is around it."""
    with document.edit(translate("Edit", "Settle a difference")) as edit:
        if place.kind == "journey":
            _write_journey(document, edit, place.journey, wanted is not None, taken)
            return
        if place.kind == "emotion":
            role, _, phase = place.id.partition(".")
            edit.set_field("journeys", place.journey, f"emotion.{role}.{_joint(edit, 'phases', place.journey, phase) or phase}", wanted)
            return
        kind = KINDS[place.kind]
        there = _joint(edit, kind, place.journey, place.id)
        if wanted is None:
            if there:
                edit.delete(kind, there)
        elif place.kind == "note":
            _write_note(edit, place, wanted, there, taken)
        elif there:
            edit.set(kind, there, name=wanted["name"])
        else:
            _bring(edit, kind, place.journey, place.id, taken, name=wanted["name"])


def _write_journey(document: Document, edit: Edit, journey: str, wanted: bool, taken: Sequence[JourneySide]) -> None:
    """Bring a whole journey from the first side that has it, or take it away."""
    if not wanted:
        delete_draft(document, journey)
        return
    source = next((side.snapshot for side in taken if side.snapshot.get("journeys", journey) is not None), None)
    if source is None or edit.get("journeys", journey) is not None:
        return
    every = [("journeys", source.get("journeys", journey) or {})]
    every += [(kind, record) for kind, owner in _ALL_KINDS.items() for record in source.all(kind, **{owner: journey})]
    for kind, record in every:
        edit.create(kind, {name: told for name, told in record.items() if name not in _META and not name.startswith(_LINKED)}, id=record["id"])


def _write_note(edit: Edit, place: JourneyPlace, wanted: Mapping[str, Any], there: str, taken: Sequence[JourneySide]) -> None:
    where = {"role": wanted["role"]}
    for name, kind in (("phase", "phases"), ("lane", "lanes")):
        id = wanted[name]
        if id and id != FREE:  # a note needs the cell that it lies in
            id = _joint(edit, kind, place.journey, id) or _bring(edit, kind, place.journey, id, taken)
        where[name] = id
    if not there:
        source = _source("notes", place.journey, place.id, taken)
        kept = {name: source[name] for name in _NOTE if source.get(name) is not None}
        fields = {**kept, "parent": place.journey, "order": edit.order_between("notes", None, None), "text": wanted["text"], **where}
        edit.create("notes", fields, id=_free_id(edit, "notes", place.id))
        return
    edit.set("notes", there, **where, **({"department": wanted["department"]} if wanted["department"] else {}))
    edit.write("notes", there, "text", wanted["text"])


def _bring(edit: Edit, kind: str, journey: str, id: str, taken: Sequence[JourneySide], **fields: Any) -> str:
    """A phase or lane that only a side has, to the end of the joint journey; returns its id there."""
    own = {name: told for name, told in _source(kind, journey, id, taken).items() if name not in (*_META, "order", "journey")}
    last = edit.all(kind, journey=journey)
    order = edit.order_between(kind, last[-1]["id"] if last else None, None)
    return edit.create(kind, {**own, **fields, "journey": journey, "order": order}, id=_free_id(edit, kind, id))


def _joint(edit: Edit, kind: str, journey: str, id: str) -> str:
    """The id that something has in the joint journey now; empty if it is not there."""
    for known in (id, joint_id(id)):
        record = edit.get(kind, known)
        if record is not None and record.get(_ALL_KINDS[kind]) == journey:
            return known
    return ""


def _free_id(edit: Edit, kind: str, id: str) -> str:
    """The id for what comes into the joint journey: that of a draft of this file is taken already."""
    return joint_id(id) if edit.get(kind, id) is not None else id


def _source(kind: str, journey: str, id: str, taken: Sequence[JourneySide]) -> Record:
    """The record of the first side that has it."""
    for side in taken:
        for record in side.snapshot.all(kind, **{_ALL_KINDS[kind]: side.journey(journey)}):
            if base_id(record["id"]) == id:
                return record
    return {}
