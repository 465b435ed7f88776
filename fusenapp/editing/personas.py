"""Verbs for personas: the buying committee, its people and what is said about each."""

from __future__ import annotations

from fusenapp.document import Document
from fusenapp.domain.persona import EVIDENCE
from fusenapp.editing.common import existing
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
        for persona in document.snapshot().all("personas", set=id):
            edit.delete("personas", persona["id"])


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
