"""Verbs for the glossary."""

from __future__ import annotations

from fusenapp.document import Document
from fusenapp.domain.term_count import COUNTS, NOTHING
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def add_term(document: Document, name: str, english: str = "") -> str:
    """A new term at the end of the list; returns its id."""
    last = document.snapshot().all("terms")
    with document.edit(translate("Edit", "Add a term")) as edit:
        order = edit.order_between("terms", last[-1]["id"] if last else None, None)
        return edit.create("terms", {"name": name, "english": english, "order": order})


def rename_term(document: Document, id: str, *, name: str | None = None, english: str | None = None) -> None:
    """Change a term's Japanese or English name."""
    existing(document, "terms", id)
    given = {k: v for k, v in {"name": name, "english": english}.items() if v is not None}
    with document.edit(translate("Edit", "Rename a term")) as edit:
        edit.set("terms", id, **given)


def write_wording(document: Document, id: str, department: str, text: str) -> None:
    """What one department means by the term."""
    existing(document, "terms", id)
    existing(document, "departments", department)
    with document.edit(translate("Edit", "Write a department's wording"), group=f"term:{id}:{department}") as edit:
        edit.write("terms", id, f"wording.{department}", text)


def write_agreed(document: Document, id: str, text: str) -> None:
    """The wording that all are to agree on."""
    existing(document, "terms", id)
    with document.edit(translate("Edit", "Write the agreed wording"), group=f"term:{id}:agreed") as edit:
        edit.write("terms", id, "agreed", text)


def write_test(document: Document, id: str, text: str) -> None:
    """The quantitative test: when, in figures, a thing is what the term says."""
    existing(document, "terms", id)
    with document.edit(translate("Edit", "Write the quantitative test"), group=f"term:{id}:test") as edit:
        edit.write("terms", id, "test", text)


def set_counts(document: Document, id: str, counts: str) -> None:
    """What the term counts in a lead list (`domain.term_count`); empty: nothing."""
    existing(document, "terms", id)
    if counts and counts not in COUNTS:
        raise InputError("bad-value", where=id, value=counts)
    with document.edit(translate("Edit", "Choose what the term counts")) as edit:
        edit.set("terms", id, counts=counts or NOTHING)


def adopt_wording(document: Document, id: str, department: str) -> None:
    """Take one department's wording as the agreed one."""
    record = existing(document, "terms", id)
    with document.edit(translate("Edit", "Adopt a wording")) as edit:
        edit.write("terms", id, "agreed", record.get(f"wording.{department}", ""))


def move_term(document: Document, id: str, after: str | None, before: str | None) -> None:
    """Put a term between two others (None: at the end of that side)."""
    existing(document, "terms", id)
    with document.edit(translate("Edit", "Move a term")) as edit:
        edit.set("terms", id, order=edit.order_between("terms", after, before))


def delete_term(document: Document, id: str) -> None:
    """Remove a term; undo brings it back."""
    existing(document, "terms", id)
    with document.edit(translate("Edit", "Delete a term")) as edit:
        edit.delete("terms", id)
