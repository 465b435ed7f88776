"""Verbs for imported data: the record says what a blob of rows is; the rows themselves never enter the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fusenapp.document import Document
from fusenapp.editing.common import existing, now
from fusenapp.errors import InputError
from fusenapp.i18n import translate

PURPOSES = ("leads", "kpi", "interviews", "contents")


def put_dataset(document: Document, fields: Mapping[str, Any], id: str | None = None) -> str:
    """Record an import, new or (with ``id``) in place of the former one; returns the dataset's id.

    Args:
        fields: those of ``schema.KINDS["datasets"]`` without order and import time.
    """
    if fields.get("purpose") not in PURPOSES:
        raise InputError("unknown-purpose", where=str(fields.get("purpose")), known=", ".join(PURPOSES))
    stamped = dict(fields) | {"imported_at": now()}
    with document.edit(translate("Edit", "Import")) as edit:
        if id is not None and document.get("datasets", id) is not None:
            edit.set("datasets", id, **stamped)
            return id
        there = document.snapshot().all("datasets")
        order = edit.order_between("datasets", there[-1]["id"] if there else None, None)
        return edit.create("datasets", stamped | {"order": order}, id=id)


def set_meanings(document: Document, id: str, meanings: Mapping[str, Any]) -> None:
    """Say which column means what (registered, handed over, accepted …)."""
    existing(document, "datasets", id)
    with document.edit(translate("Edit", "Say what the columns mean")) as edit:
        edit.set("datasets", id, meanings=dict(meanings))


def rename_dataset(document: Document, id: str, name: str) -> None:
    """Give an imported list another name."""
    existing(document, "datasets", id)
    with document.edit(translate("Edit", "Rename imported data")) as edit:
        edit.set("datasets", id, name=name)


def delete_dataset(document: Document, id: str) -> None:
    """Take imported data out of the workspace; its rows leave the file when it is next tidied."""
    existing(document, "datasets", id)
    with document.edit(translate("Edit", "Delete imported data")) as edit:
        edit.delete("datasets", id)
