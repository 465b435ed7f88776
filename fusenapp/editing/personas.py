"""Verbs for personas: the buying committee, its people and what is said about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fusenapp.document import Document
from fusenapp.domain.persona import EVIDENCE
from fusenapp.editing.common import existing
from fusenapp.editing.notes import NewNote, Place, add_notes
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def add_set(document: Document, name: str) -> str:
    """A new buying committee (account and the three people); returns its id."""
    from fusenapp.editing.templates import add_committee

    with document.edit(translate("Edit", "Add personas")) as edit:
        return add_committee(edit, name)


def rename_set(document: Document, id: str, name: str) -> None:
    """Give the committee another name."""
    existing(document, "persona_sets", id)
    with document.edit(translate("Edit", "Rename personas")) as edit:
        edit.set("persona_sets", id, name=name)


def delete_set(document: Document, id: str) -> None:
    """Remove a committee; its people go with it and come back with undo."""
    existing(document, "persona_sets", id)
    with document.edit(translate("Edit", "Delete personas")) as edit:
        edit.delete("persona_sets", id)
        for kind in ("personas", "approval_steps"):
            for record in document.snapshot().all(kind, set=id):
                edit.delete(kind, record["id"])


def add_person(document: Document, set_id: str, name: str, meaning: str = "") -> str:
    """One more role beside the three; returns the persona's id, which is its role too."""
    existing(document, "persona_sets", set_id)
    last = document.snapshot().all("personas", set=set_id)
    with document.edit(translate("Edit", "Add a role")) as edit:
        order = edit.order_between("personas", last[-1]["id"] if last else None, None)
        id = edit.create("personas", {"set": set_id, "name": name, "meaning": meaning, "order": order})
        edit.set("personas", id, role=id)
        return id


def delete_person(document: Document, id: str) -> None:
    """Remove one persona."""
    existing(document, "personas", id)
    with document.edit(translate("Edit", "Delete a role")) as edit:
        edit.delete("personas", id)


def set_label(document: Document, id: str, *, name: str | None = None, meaning: str | None = None, title: str | None = None) -> None:
    """Change what a role is called, its one-line meaning, or the line under it."""
    existing(document, "personas", id)
    given = {k: v for k, v in {"name": name, "meaning": meaning, "title": title}.items() if v is not None}
    with document.edit(translate("Edit", "Rename a role"), group=f"persona:{id}:{','.join(given)}") as edit:
        edit.set("personas", id, **given)


def write_field(document: Document, id: str, field: str, text: str) -> None:
    """Write one field of the form (a `PersonaField` id); typing on goes into the same undo step."""
    existing(document, "personas", id)
    with document.edit(translate("Edit", "Write in a persona"), group=f"persona:{id}:{field}") as edit:
        edit.write("personas", id, f"field.{field}", text)


def write_quote(document: Document, id: str, text: str) -> None:
    """What this person would say, in their words."""
    existing(document, "personas", id)
    with document.edit(translate("Edit", "Write a quote"), group=f"persona:{id}:quote") as edit:
        edit.write("personas", id, "quote", text)


def set_evidence(document: Document, id: str, field: str, grade: str) -> None:
    """How well a field is backed: hypothesis, partial or confirmed."""
    existing(document, "personas", id)
    if grade not in EVIDENCE:
        raise InputError("bad-value", where=field, value=grade)
    with document.edit(translate("Edit", "Grade the evidence")) as edit:
        edit.set_field("personas", id, f"evidence.{field}", grade)


def set_interviews(document: Document, kind: str, id: str, field: str, interview: str, linked: bool) -> None:
    """Say whether an interview backs a statement: a field of a persona (kind ``personas``) or a note (``notes``, field empty)."""
    existing(document, kind, id)
    existing(document, "interviews", interview)
    key = f"interviews.{field or 'note'}"
    known = [i for i in (document.get(kind, id) or {}).get(key) or [] if i != interview]
    with document.edit(translate("Edit", "Link a voice")) as edit:
        edit.set_field(kind, id, key, [*known, interview] if linked else known)


def add_interview(document: Document, fields: Mapping[str, str], backs: tuple[str, str, str] | None = None) -> str:
    """A voice: customer, result, role, date, quote; with ``backs`` (kind, id, field) linked to that statement. Returns its id."""
    if not fields.get("quote", "").strip():
        raise InputError("bad-value", where="quote", value="")
    others = document.snapshot().all("interviews")
    with document.edit(translate("Edit", "Add a voice")) as edit:
        order = edit.order_between("interviews", others[-1]["id"] if others else None, None)
        made = edit.create("interviews", {**fields, "order": order})
        if backs is not None:
            kind, id, field = backs
            key = f"interviews.{field or 'note'}"
            edit.set_field(kind, id, key, [*((edit.get(kind, id) or {}).get(key) or []), made])
    return made


def set_portrait(document: Document, id: str, hash: str) -> None:
    """The picture of a person, by the hash of its blob; empty for initials."""
    existing(document, "personas", id)
    with document.edit(translate("Edit", "Change the portrait")) as edit:
        edit.set("personas", id, portrait=hash)


def take_from_data(document: Document, id: str, field: str, text: str, source: str) -> None:
    """Write what the data says into a field: graded as confirmed, with the dataset and its counts named as the source. One step."""
    existing(document, "personas", id)
    with document.edit(translate("Edit", "Take a value from the leads")) as edit:
        edit.write("personas", id, f"field.{field}", text)
        edit.set_field("personas", id, f"evidence.{field}", "confirmed")
        edit.set_field("personas", id, f"source.{field}", source)


def fill(document: Document, id: str, texts: Mapping[str, str], notes: Mapping[str, Sequence[str]], title: str = "",
         colours: Mapping[str, int] | None = None) -> int:
    """Fill what is still empty from a template, as one step; what somebody wrote stays. Returns how many parts were filled."""
    persona = existing(document, "personas", id)
    used = {n.get("field") for n in document.snapshot().all("notes", parent=id)}
    filled = 0
    with document.edit(translate("Edit", "Fill from a template")) as edit:
        for field, text in texts.items():
            if not persona.get(f"field.{field}"):
                edit.write("personas", id, f"field.{field}", text)
                filled += 1
        if title and not persona.get("title"):
            edit.set("personas", id, title=title)
            filled += 1
        for field, lines in notes.items():
            if field not in used:
                add_notes(document, [NewNote(Place(id, field=field), line, (colours or {}).get(field, 5)) for line in lines])
                filled += 1
    return filled
