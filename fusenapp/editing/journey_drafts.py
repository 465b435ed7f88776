"""Verbs for departments' drafts of journeys: begin one's own, and write into the joint journey what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from fusenapp.document import Document, Edit
from fusenapp.domain.journey import FREE
from fusenapp.domain.journey_draft import KINDS, JourneyPlace, JourneySide, base_id, draft_id, joint_id
from fusenapp.domain.journey_said import arrows
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
        for arrow in arrows(snapshot, snapshot.all("notes", parent=journey)):
            ends = {end: ["notes", draft_id(arrow[end][1], department)] for end in ("source", "target")}
            edit.create("links", {**ends, "label": arrow.get("label") or ""}, id=draft_id(arrow["id"], department))
    return id


def delete_draft(document: Document, id: str) -> None:
    """Take a draft away with all that is in it; the joint journey stays."""
    existing(document, "journeys", id)
    with document.edit(translate("Edit", "Delete a department's draft")) as edit:
        edit.delete("journeys", id)
        for arrow in arrows(document.snapshot(), document.snapshot().all("notes", parent=id)):
            edit.delete("links", arrow["id"])
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
        if place.kind == "order":
            order_as(edit, place.journey, place.id, wanted)
            return
        if place.kind == "arrow":
            _write_arrow(edit, place, wanted, taken)
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
    every += [("links", arrow) for arrow in arrows(source, source.all("notes", parent=journey)) if edit.get("links", arrow["id"]) is None]
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
        _add_note(edit, place.journey, place.id, {"text": wanted["text"], **where}, taken)
        return
    edit.set("notes", there, **where, **({"department": wanted["department"]} if wanted["department"] else {}))
    edit.write("notes", there, "text", wanted["text"])


def _add_note(edit: Edit, journey: str, id: str, fields: Mapping[str, Any], taken: Sequence[JourneySide]) -> str:
    """A note that only a side has, behind the one that it stands behind there."""
    source = _source("notes", journey, id, taken)
    kept = {name: source[name] for name in _NOTE if source.get(name) is not None}
    cell = {name: fields.get(name) or "" for name in ("phase", "lane", "role")}
    order = _order_like(edit, "notes", id, edit.all("notes", parent=journey, **cell), journey, taken)
    return edit.create("notes", {**kept, "parent": journey, "order": order, **fields}, id=_free_id(edit, "notes", id))


def _order_like(edit: Edit, kind: str, id: str, there: Sequence[Record], journey: str, taken: Sequence[JourneySide]) -> str:
    """An order among what is there, behind what stands before ``id`` on the side that has it; at the end where nothing says more."""
    known = {base_id(record["id"]): at for at, record in enumerate(there)}
    every = ([base_id(r["id"]) for r in _all_of(kind, journey, side)] for side in taken)
    theirs = next((ids for ids in every if id in ids), [])
    before = next((known[other] for other in reversed(theirs[:theirs.index(id)]) if other in known), -1) if theirs else len(there) - 1
    after = there[before + 1]["id"] if before + 1 < len(there) else None
    return edit.order_between(kind, there[before]["id"] if before >= 0 else None, after)


def _all_of(kind: str, journey: str, side: JourneySide) -> list[Record]:
    return side.snapshot.all(kind, **{_ALL_KINDS[kind]: side.journey(journey)})


def _write_arrow(edit: Edit, place: JourneyPlace, wanted: Mapping[str, Any] | None, taken: Sequence[JourneySide]) -> None:
    """Draw, turn, name or take away the arrow between two notes; a note that it leads to comes along."""
    own = [a for a in arrows(edit.snapshot(), edit.all("notes", parent=place.journey))
           if ">".join(sorted(base_id(a[end][1]) for end in ("source", "target"))) == place.id]
    if wanted is None:
        for arrow in own:
            edit.delete("links", arrow["id"])
        return
    fields = {end: ["notes", _joint(edit, "notes", place.journey, wanted[end]) or _bring_note(edit, place.journey, wanted[end], taken)]
              for end in ("source", "target")}
    if own:
        edit.set("links", own[0]["id"], **fields, label=wanted["label"])
    else:
        edit.create("links", {**fields, "label": wanted["label"]})


def _bring_note(edit: Edit, journey: str, id: str, taken: Sequence[JourneySide]) -> str:
    """A note that only a side has, with the phase and lane that it lies in."""
    source = _source("notes", journey, id, taken)
    where = {"role": source.get("role") or ""}
    for name, kind in (("phase", "phases"), ("lane", "lanes")):
        part = base_id(source.get(name) or "")
        where[name] = (_joint(edit, kind, journey, part) or _bring(edit, kind, journey, part, taken)) if part and part != FREE else part
    return _add_note(edit, journey, id, {"text": source.get("text") or "", **where}, taken)


def order_as(edit: Edit, journey: str, where: str, wanted: Sequence[str]) -> None:
    """Put phases, lanes or the notes of a cell of the joint journey into an order; what is not named stays where it is.

    Args:
        where: ``phases``, ``lanes``, or a cell as `journey_said.cell_id` names it.
        wanted: `base_id` of each.
    """
    kind = where if where in _ALL_KINDS else "notes"
    held = {base_id(r["id"]): r for r in edit.all(kind, **{_ALL_KINDS[kind]: journey})}
    ids = [held[id]["id"] for id in wanted if id in held]
    keys = sorted(held[id].get("order") or "" for id in wanted if id in held)
    if len(set(keys)) == len(keys) and all(keys):  # they change places among each other
        for id, key in zip(ids, keys, strict=True):
            edit.set(kind, id, order=key)
        return
    for before, id in pairwise(ids):
        edit.set(kind, id, order=edit.order_between(kind, before, None))


def _bring(edit: Edit, kind: str, journey: str, id: str, taken: Sequence[JourneySide], **fields: Any) -> str:
    """A phase or lane that only a side has, behind the one that it stands behind there; returns its id in the joint journey."""
    own = {name: told for name, told in _source(kind, journey, id, taken).items() if name not in (*_META, "order", "journey")}
    order = _order_like(edit, kind, id, edit.all(kind, journey=journey), journey, taken)
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
        for record in _all_of(kind, journey, side):
            if base_id(record["id"]) == id:
                return record
    return {}
