"""Verbs for imported data: the record says what a blob of rows is; the rows themselves never enter the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fusenapp.document import Document
from fusenapp.domain.lead import MEANINGS
from fusenapp.domain.snapshot import value
from fusenapp.editing import kpis
from fusenapp.editing.common import existing, now
from fusenapp.errors import InputError
from fusenapp.i18n import translate

PURPOSES = ("leads", "kpi", "interviews", "contents", "outcomes")
"""``outcomes``: what sales made of leads, to be joined with a lead list; its rows are no leads of their own."""


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
    """Say which column means what (`domain.lead.MEANINGS`: registered, handed over, accepted …); an empty column says nothing.

    Raises:
        InputError: ``no-such-column``, ``bad-value`` for a meaning that there is not.
    """
    record = existing(document, "datasets", id)
    columns = {column["name"] for column in value("datasets", record, "columns") or ()}
    for meaning, column in meanings.items():
        if meaning not in MEANINGS:
            raise InputError("bad-value", where=id, value=meaning)
        if column and column not in columns:
            raise InputError("no-such-column", where=str(column), column=column)
    with document.edit(translate("Edit", "Say what the columns mean")) as edit:
        edit.set("datasets", id, meanings={meaning: column for meaning, column in meanings.items() if column})


def rename_dataset(document: Document, id: str, name: str) -> None:
    """Give an imported list another name."""
    existing(document, "datasets", id)
    with document.edit(translate("Edit", "Rename imported data")) as edit:
        edit.set("datasets", id, name=name)


def connect_rows(document: Document, id: str, sources: Mapping[str, Mapping[str, str] | None], ignored: Sequence[tuple[str, str]]) -> None:
    """Say which rows of a KPI sheet feed which KPIs and which feed none on purpose; one undo step.

    Args:
        sources: KPI → its row, see `kpis.connect_sources`; KPIs that are not named keep theirs.
        ignored: department and name of all rows that feed none on purpose; kept with the recipe of the sheet, so that a refresh keeps it.
    """
    record = existing(document, "datasets", id)
    held = value("datasets", record, "recipe")
    recipe = {name: told for name, told in (held if isinstance(held, Mapping) else {}).items() if name != "ignored"}
    with document.edit(translate("Edit", "Connect KPIs with the sheet")) as edit:
        kpis.connect_sources(document, sources)
        edit.set("datasets", id, recipe={**recipe, "ignored": [list(row) for row in ignored]} if ignored else recipe or None)


def delete_dataset(document: Document, id: str) -> None:
    """Take imported data out of the workspace; its rows leave the file when it is next tidied."""
    existing(document, "datasets", id)
    with document.edit(translate("Edit", "Delete imported data")) as edit:
        edit.delete("datasets", id)
