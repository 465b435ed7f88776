"""Verbs for the workspace as a whole: its name, year and departments."""

from __future__ import annotations

import re

from fusenapp.document import Document
from fusenapp.domain.departments import SHAPES
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate

MOST_DEPARTMENTS, FEWEST_DEPARTMENTS = 6, 2


def rename(document: Document, name: str | None = None, subtitle: str | None = None) -> None:
    """The product or service that the workspace is about, and the line under it."""
    given = {k: v for k, v in {"name": name, "subtitle": subtitle}.items() if v is not None}
    with document.edit(translate("Edit", "Rename the workspace")) as edit:
        edit.set("workspace", "workspace", **given)


def set_fiscal_start(document: Document, month: int) -> None:
    """First month of the fiscal year, 1 to 12."""
    if not 1 <= month <= 12:
        raise InputError("bad-value", where="fiscal_start", value=month)
    with document.edit(translate("Edit", "Set the fiscal year")) as edit:
        edit.set("workspace", "workspace", fiscal_start=month)


def set_as_of(document: Document, month: str) -> None:
    """The last month whose figures are fixed, ``YYYY-MM``; empty: follow the data."""
    if month and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise InputError("bad-value", where="as_of", value=month)
    with document.edit(translate("Edit", "Set the as-of month")) as edit:
        edit.set("workspace", "workspace", as_of=month)


def add_department(document: Document, name: str, short: str = "") -> str:
    """One more department with the next free shape; returns its id."""
    there = document.snapshot().all("departments")
    if len(there) >= MOST_DEPARTMENTS:
        raise InputError("too-many-departments", where=name, most=MOST_DEPARTMENTS)
    taken = {d.get("shape") for d in there}
    shape = next(s for s in SHAPES if s not in taken)
    with document.edit(translate("Edit", "Add a department")) as edit:
        order = edit.order_between("departments", there[-1]["id"] if there else None, None)
        return edit.create("departments", {"name": name, "short": short or name[:3], "shape": shape, "order": order})


def rename_department(document: Document, id: str, name: str, short: str) -> None:
    """Change a department's name and short name."""
    existing(document, "departments", id)
    with document.edit(translate("Edit", "Rename a department")) as edit:
        edit.set("departments", id, name=name, short=short)


def delete_department(document: Document, id: str) -> None:
    """Remove a department; at least two stay."""
    existing(document, "departments", id)
    if len(document.snapshot().all("departments")) <= FEWEST_DEPARTMENTS:
        raise InputError("too-few-departments", where=id, fewest=FEWEST_DEPARTMENTS)
    with document.edit(translate("Edit", "Delete a department")) as edit:
        edit.delete("departments", id)
