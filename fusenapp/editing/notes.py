"""What people do with sticky notes: one function, one gesture, one undo step.

A note lies in a `Place`: on a journey in a cell (phase × lane × role), on a persona under a field, or
in a parking lot (a journey without phase and lane), or freely beside the grid (lane `FREE`, with x and y).
Order inside a place is a fractional key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fusenapp.document import Document, Edit
from fusenapp.domain.journey import FREE, PAPERS
from fusenapp.domain.persona import EVIDENCE
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing.common import now
from fusenapp.editing.workshop import private_mark
from fusenapp.i18n import translate

STYLE_FIELDS = ("colour", "evidence", "department")
"""What "copy style" carries from note to note."""

COPY_STEP = 16.0
"""How far a copy in the free area lies beside its original, logical px."""

_COPIED = ("text", "colour", "evidence", "department", "tags", "private")


@dataclass(frozen=True)
class Place:
    """Where a note lies. ``parent`` is a journey or a persona; empty fields mean "not in a cell"."""

    parent: str
    phase: str = ""
    lane: str = ""
    role: str = ""
    field: str = ""


@dataclass(frozen=True)
class NewNote:
    """A note to be made: its place and what is on it."""

    place: Place
    text: str = ""
    colour: int = 1
    department: str = ""
    at: tuple[float, float] | None = None
    """Where it lies in the free area, logical px; None in a cell."""
    id: str = ""
    """The id that it shall have; empty for a fresh one."""


def place_of(note: Record) -> Place:
    """The place of a note record."""
    return Place(*(note.get(name) or "" for name in ("parent", "phase", "lane", "role", "field")))


def add_note(document: Document, note: NewNote, *, before: str | None = None, after: str | None = None) -> str:
    """Put one note into its place, between the neighbours named; at the end if none is named. Returns its id."""
    if after is None and before is None:
        after = _last_in(document, note.place)
    with document.edit(translate("NoteSteps", "Add note")) as edit:
        return _create(document, edit, note, after, before)


def add_notes(document: Document, notes: Sequence[NewNote], label: str | None = None, *, group: str | None = None,
              ends: dict[Place, str] | None = None) -> list[str]:
    """Put many notes at the ends of their places, as one step. Returns their ids in the same order.

    Calls of one ``group`` that follow each other at once are one step together; handing them the same ``ends`` (last note by
    place, from `place_ends`, kept up here) spares looking for them in each call.
    """
    last = place_ends(document, {note.place.parent for note in notes}) if ends is None else ends
    made = []
    with document.edit(label or translate("NoteSteps", "Paste %n note(s)", n=len(notes)), group=group) as edit:
        for note in notes:
            made.append(_create(document, edit, note, last.get(note.place), None))
            last[note.place] = made[-1]
    return made


def write_note(document: Document, id: str, text: str) -> None:
    """The whole text of a note, stored as the smallest change."""
    with document.edit(translate("NoteSteps", "Write note")) as edit:
        edit.write("notes", id, "text", text)


def move_notes(document: Document, ids: Sequence[str], place: Place, *, before: str | None = None,
               after: str | None = None) -> None:
    """Put notes into one place, in the order given, between the neighbours named; at the end if none is named."""
    with document.edit(translate("NoteSteps", "Move %n note(s)", n=len(ids))) as edit:
        if before is None and after is None:
            after = _last_in(document, place, without=set(ids))
        for id in ids:
            _put(edit, id, place, after, before)
            after = id


def spread_notes(document: Document, places: Mapping[str, Place]) -> None:
    """Move each note to the end of its own place, as one step (several selected notes dragged together)."""
    last = place_ends(document, {place.parent for place in places.values()}, without=set(places))
    with document.edit(translate("NoteSteps", "Move %n note(s)", n=len(places))) as edit:
        for id, place in places.items():
            _put(edit, id, place, last.get(place), None)
            last[place] = id


def float_notes(document: Document, parent: str, places: Mapping[str, tuple[float, float]]) -> None:
    """Lay notes into the free area at these points (logical px from its corner), or move them there; one step."""
    place = Place(parent, lane=FREE)
    with document.edit(translate("NoteSteps", "Move %n note(s)", n=len(places))) as edit:
        for id, (x, y) in places.items():
            edit.set("notes", id, **_fields(place), x=round(x, 1), y=round(y, 1))


def tag_notes(document: Document, ids: Iterable[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
    """Give notes tags and take others off; a tag is a short word, kept once and in the order given."""
    gone, more = set(remove), [tag.strip() for tag in add if tag.strip()]
    with document.edit(translate("NoteSteps", "Change tags")) as edit:
        for id in ids:
            tags = [tag for tag in (document.get("notes", id) or {}).get("tags") or () if tag not in gone]
            edit.set("notes", id, tags=list(dict.fromkeys([*tags, *more])))


def recolour_notes(document: Document, ids: Iterable[str], colour: int) -> None:
    """Give notes one of the eight papers.

    Raises:
        ValueError: ``colour`` is not 1…8.
    """
    if not 1 <= colour <= PAPERS:
        raise ValueError(colour)
    chosen = list(ids)
    _set_all(document, chosen, translate("NoteSteps", "Colour %n note(s)", n=len(chosen)), colour=colour)


def style_notes(document: Document, ids: Iterable[str], style: Mapping[str, Any]) -> None:
    """Paste the style of another note (see `STYLE_FIELDS`)."""
    _set_all(document, ids, translate("NoteSteps", "Paste style"),
             **{name: style[name] for name in STYLE_FIELDS if name in style})


def grade_notes(document: Document, ids: Iterable[str], evidence: str) -> None:
    """Say how well notes are backed: ``hypothesis``, ``partial`` or ``confirmed``."""
    if evidence not in EVIDENCE:
        raise ValueError(evidence)
    _set_all(document, ids, translate("NoteSteps", "Change evidence"), evidence=evidence)


def assign_notes(document: Document, ids: Iterable[str], department: str) -> None:
    """Say which department notes come from; empty for none."""
    _set_all(document, ids, translate("NoteSteps", "Change department"), department=department)


def vote_note(document: Document, id: str, voter: str, votes: int) -> None:
    """Set how many votes a voter (``department/person``) gives a note; 0 takes them back."""
    with document.edit(translate("NoteSteps", "Vote")) as edit:
        edit.set_field("notes", id, f"votes.{voter}", votes or None)


def delete_notes(document: Document, ids: Iterable[str]) -> None:
    """Delete notes; undo brings them back with text and colour."""
    chosen = list(ids)
    with document.edit(translate("NoteSteps", "Delete %n note(s)", n=len(chosen))) as edit:
        for id in chosen:
            edit.delete("notes", id)


def duplicate_notes(document: Document, ids: Sequence[str], places: Mapping[str, Place] | None = None) -> list[str]:
    """Copy notes, each right after its original, or to the end of the place named for it. Returns the copies' ids."""
    made = []
    originals = [record for id in ids if (record := document.get("notes", id)) is not None]
    last = place_ends(document, {place.parent for place in places.values()}) if places else {}
    with document.edit(translate("NoteSteps", "Duplicate %n note(s)", n=len(ids))) as edit:
        for record in originals:
            place = places[record["id"]] if places else place_of(record)
            after = last.get(place) if places else record["id"]
            before = None if places else _following(document, place, record["id"], ())
            made.append(_copy(document, edit, record, place, after, before))
            last[place] = made[-1]
    return made


def cluster_notes(document: Document, ids: Sequence[str], heading: str) -> str:
    """Gather notes under a heading in the first note's place; returns the heading's id (a note itself)."""
    first = document.get("notes", ids[0]) or {}
    place, before = place_of(first), _following(document, place_of(first), ids[0], ids)
    with document.edit(translate("NoteSteps", "Cluster %n note(s)", n=len(ids))) as edit:
        note = NewNote(place, heading, int(value("notes", first, "colour")))
        made = after = _create(document, edit, note, _before_in(document, place, ids[0]), ids[0])
        for id in ids:
            _put(edit, id, place, after, before)
            edit.set("notes", id, heading=made)
            after = id
    return made


def notes_in(document: Document, place: Place) -> list[Record]:
    """The notes that lie in a place, in order."""
    return [n for n in document.snapshot().all("notes", parent=place.parent) if place_of(n) == place]


def _fields(place: Place) -> dict[str, str]:
    return {"parent": place.parent, "phase": place.phase, "lane": place.lane, "role": place.role, "field": place.field}


def _create(document: Document, edit: Edit, note: NewNote, after: str | None, before: str | None) -> str:
    return edit.create("notes", {
        **_fields(note.place), "text": note.text, "colour": note.colour,
        "department": note.department or document.author.department, "author": document.author.person,
        "created": now(), **({"x": note.at[0], "y": note.at[1]} if note.at else {}),
        "order": edit.order_between("notes", after, before), **private_mark(document),
    }, note.id or None)


def _copy(document: Document, edit: Edit, record: Record, place: Place, after: str | None, before: str | None) -> str:
    fields = {**private_mark(document), **{name: record[name] for name in _COPIED if name in record}}
    if place.lane == FREE:
        fields |= {axis: (record.get(axis) or 0.0) + COPY_STEP for axis in ("x", "y")}
    return edit.create("notes", {
        **fields, **_fields(place), "author": document.author.person, "created": now(),
        "order": edit.order_between("notes", after, before),
    })


def _put(edit: Edit, id: str, place: Place, after: str | None, before: str | None) -> None:
    edit.set("notes", id, **_fields(place), order=edit.order_between("notes", after, before))


def _set_all(document: Document, ids: Iterable[str], label: str, **fields: Any) -> None:
    with document.edit(label) as edit:
        for id in ids:
            edit.set("notes", id, **fields)


def place_ends(document: Document, parents: Iterable[str], without: Iterable[str] = ()) -> dict[Place, str]:
    """The last note of every place under these parents, in one pass."""
    left_out = set(without)
    return {place_of(note): note["id"] for parent in parents for note in document.snapshot().all("notes", parent=parent)
            if note["id"] not in left_out}


def _last_in(document: Document, place: Place, without: Iterable[str] = ()) -> str | None:
    ids = [n["id"] for n in notes_in(document, place) if n["id"] not in without]
    return ids[-1] if ids else None


def _before_in(document: Document, place: Place, id: str) -> str | None:
    ids = [n["id"] for n in notes_in(document, place)]
    at = ids.index(id) if id in ids else 0
    return ids[at - 1] if at > 0 else None


def _following(document: Document, place: Place, id: str, without: Iterable[str]) -> str | None:
    ids = [n["id"] for n in notes_in(document, place)]
    later = ids[ids.index(id) + 1:] if id in ids else []
    return next((i for i in later if i not in without), None)
