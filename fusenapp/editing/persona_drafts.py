"""Verbs for departments' drafts of personas: write one's own, take a side, merge both, or leave it to a talk."""

from __future__ import annotations

from collections.abc import Sequence

from fusenapp.document import Document
from fusenapp.domain.persona import PersonaField
from fusenapp.domain.persona_committee import INFLUENCES, PART, ROUTE, arrows_of, scale_id, steps_of
from fusenapp.domain.persona_draft import PERSON, QUOTE, TITLE, DraftSide, Place, id_of, lines, said
from fusenapp.domain.snapshot import value
from fusenapp.domain.workshop import without_private
from fusenapp.editing import committee, personas, settling
from fusenapp.editing.common import existing
from fusenapp.editing.notes import NewNote, add_notes, delete_notes
from fusenapp.editing.notes import Place as NotePlace
from fusenapp.errors import InputError
from fusenapp.i18n import translate

_META = ("id", "deleted", "modified", "portrait")
"""What a person does not bring along from another file: its picture lies there."""
_LINKED = ("interviews.",)

CHOICES = ("left", "right", "both", "discuss")


def write_draft(document: Document, persona: str, department: str, field: str, text: str) -> None:
    """What a department would write in a field; the joint persona stays as it is. Notes are one line each.

    ``persona`` is the id of the committee for its route and its arrows.
    """
    existing(document, "personas" if document.get("persona_sets", persona) is None else "persona_sets", persona)
    existing(document, "departments", department)
    id = id_of(persona, department)
    with document.edit(translate("Edit", "Write a department's draft"), group=f"draft:{id}:{field}") as edit:
        if edit.get("persona_drafts", id) is None:
            edit.create("persona_drafts", {"persona": persona, "department": department}, id=id)
        edit.write("persona_drafts", id, f"field.{field}", text)


def settle(document: Document, set_id: str, place: Place, choice: str, left: DraftSide, right: DraftSide, comment: str = "") -> None:
    """Settle a place, in one step with what it changes in the joint persona.

    Args:
        choice: ``left``, ``right``, ``both`` (merged), or ``discuss``: nothing changes, the place waits for a talk.

    Raises:
        InputError: ``bad-value`` for another choice, ``unknown-record``.
    """
    if choice not in CHOICES:
        raise InputError("bad-value", where="choice", value=choice)
    if place.field != PERSON:
        existing(document, "persona_sets" if place.persona == set_id else "personas", place.persona)
    wanted = {"left": place.texts[1], "right": place.texts[2], "both": place.merged()}.get(choice)
    key = {"left": left.key, "right": right.key}.get(choice, choice)
    settling.settle(document, ("persona_sets", set_id), place.id, key, said(place, left, right),
                    lambda: None if wanted is None else write(document, place, wanted, (left, right)), comment)


def reopen(document: Document, set_id: str, place: Place) -> None:
    """Open a settled place again; what the joint persona says stays."""
    settling.unsettle(document, ("persona_sets", set_id), place.id)


def write(document: Document, place: Place, text: str, taken: Sequence[DraftSide] = ()) -> None:
    """Make the joint persona say a text in a place; a person that only a side has comes from the first that has it."""
    if place.field == PERSON:
        _write_person(document, place.persona, text, taken)
    else:
        _write(document, place.persona, place.field, text)


def _write_person(document: Document, persona: str, name: str, taken: Sequence[DraftSide]) -> None:
    """Bring a person with all that is said of it and its notes, or take it away."""
    if not name:
        if document.get("personas", persona) is not None:
            personas.delete_person(document, persona)
        return
    source = next((s.snapshot for s in taken if s.snapshot.get("personas", persona) is not None), None)
    if source is None or document.get("personas", persona) is not None:
        return
    with document.edit("") as edit:
        whole = source.value("personas", persona, "set")
        if edit.get("persona_sets", whole) is None:
            order = edit.order_between("persona_sets", None, None)
            edit.create("persona_sets", {"name": source.value("persona_sets", whole, "name"), "order": order}, id=whole)
        for kind, record in (("personas", source.get("personas", persona) or {}),
                             *(("notes", note) for note in source.all("notes", parent=persona))):
            fields = {field: told for field, told in record.items() if field not in _META and not field.startswith(_LINKED)}
            edit.create(kind, fields, id=record["id"])


def _write(document: Document, persona: str, field: PersonaField, text: str) -> None:
    if field == ROUTE:
        _write_route(document, persona, text)
    elif field == INFLUENCES:
        _write_arrows(document, persona, text)
    elif field == PART:
        committee.set_part(document, persona, text)
    elif scale_id(field):
        committee.place_on_scale(document, persona, scale_id(field), int(text) if text.strip() else None)
    elif field == TITLE:
        personas.set_label(document, persona, title=text)
    elif field == QUOTE:
        personas.write_quote(document, persona, text)
    elif field.form == "notes":
        _write_notes(document, persona, field.id, lines(text))
    else:
        personas.write_field(document, persona, field.id, text)


def _write_notes(document: Document, persona: str, field: str, wanted: list[str]) -> None:
    """Notes that are wanted stay the same notes, with their evidence; the others go, new ones come. What is written privately stays."""
    open_ = without_private(document.snapshot())
    there = {" ".join(value("notes", n, "text").split("\n")): n["id"] for n in open_.all("notes", parent=persona, field=field)}
    gone = [id for text, id in there.items() if text not in wanted]
    if gone:
        delete_notes(document, gone)
    new = [NewNote(NotePlace(persona, field=field), text) for text in wanted if text not in there]
    if new:
        add_notes(document, new)


def _write_route(document: Document, set_id: str, text: str) -> None:
    """Steps of the same name stay the same steps; the others go, new ones come, in the order of the lines."""
    left = {value("approval_steps", s, "name"): s["id"] for s in document.snapshot().all("approval_steps", set=set_id)}
    with document.edit("") as edit:
        after = None
        for step in steps_of(document.snapshot(), set_id, text):
            id = left.pop(step.name, None) or edit.create("approval_steps", {"set": set_id, "name": step.name})
            edit.set("approval_steps", id, person=step.person, amount=step.amount, days=step.days,
                     order=edit.order_between("approval_steps", after, None))
            after = id
        for id in left.values():
            edit.delete("approval_steps", id)


def _write_arrows(document: Document, set_id: str, text: str) -> None:
    """Arrows between the same people stay the same, with the words of the line."""
    left = {(a, b): id for id, a, b, _ in committee.influences(document.snapshot(), set_id)}
    with document.edit("") as edit:
        for source, target, words in arrows_of(document.snapshot(), set_id, text):
            id = left.pop((source, target), None) or committee.influence(document, source, target)
            edit.set("links", id, label=words)
        for id in left.values():
            edit.delete("links", id)
