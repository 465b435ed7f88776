"""Verbs for the backlog of measures and content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fusenapp.document import Document
from fusenapp.domain.content import KINDS, STATES
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate

FIELDS = ("title", "kind", "state", "department", "phase", "persona", "owner", "due")


def add_content(document: Document, title: str, **fields: str) -> str:
    """One more entry at the end of the backlog; returns its id. Fields are those of `FIELDS`, and ``note``.

    Raises:
        InputError: ``bad-value`` for a kind or a state that there is not.
    """
    _check("contents", fields)
    with document.edit(translate("Edit", "Add to the backlog")) as edit:
        last = edit.all("contents")
        order = edit.order_between("contents", last[-1]["id"] if last else None, None)
        return edit.create("contents", {"title": title, "order": order, **fields})


def set_content(document: Document, id: str, **fields: Any) -> None:
    """Change fields of an entry (see `FIELDS`)."""
    existing(document, "contents", id)
    _check(id, fields)
    with document.edit(translate("Edit", "Change an entry of the backlog"), group=f"contents:{id}:{','.join(sorted(fields))}") as edit:
        edit.set("contents", id, **fields)


def write_content(document: Document, id: str, text: str) -> None:
    """What is to be said about an entry."""
    existing(document, "contents", id)
    with document.edit(translate("Edit", "Change an entry of the backlog"), group=f"contents:{id}:note") as edit:
        edit.write("contents", id, "note", text)


def delete_contents(document: Document, ids: Iterable[str]) -> None:
    """Take entries out of the backlog; notes that they came from stay."""
    with document.edit(translate("Edit", "Delete from the backlog")) as edit:
        for id in ids:
            edit.delete("contents", id)


def _check(where: str, fields: Any) -> None:
    for name, known in (("kind", KINDS), ("state", STATES)):
        if name in fields and fields[name] not in known:
            raise InputError("bad-value", where=where, value=fields[name])
