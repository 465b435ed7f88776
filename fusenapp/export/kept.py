"""What the workbook keeps of itself on a hidden sheet: every field that may be edited as it was exported.

An edited copy is compared with this, not with the workspace as it is by then. Rows are JSON in plain ASCII, so that no
program that saves the copy changes them; a hash over all rows tells whether someone did.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.domain.clause_text import Cell
from fusenapp.domain.workbook_fields import FACT, FORMAT, SHEET

if TYPE_CHECKING:
    import xlsxwriter

    from fusenapp.export.source import ExportSource

_CHUNK = 30_000


@dataclass
class Kept:
    """Collects while the sheets are written."""

    fields: list[list[Any]] = field(default_factory=list)
    tables: list[list[Any]] = field(default_factory=list)
    texts: dict[str, set[str]] = field(default_factory=dict)
    grids: list[list[Any]] = field(default_factory=list)
    """Journeys as grids: ``grid``, ``note`` and ``point`` rows (see `export.journey`)."""

    def sheet(self, name: str) -> None:
        """A sheet of ours, whether or not it has texts."""
        self.texts.setdefault(name, set())

    def text(self, sheet: str, told: str | float) -> None:
        """A text or a figure of ours on a sheet."""
        self.texts.setdefault(sheet, set()).add(digest(told))

    def forget(self, sheet: str) -> None:
        """A sheet for the user's own data: nothing on it is an edit."""
        self.texts.pop(sheet, None)

    def table(self, sheet: str, kind: str, parent: str) -> None:
        """A table of records of one kind on a sheet; ``parent`` is where records that are added to it go."""
        self.tables.append([sheet, kind, parent])

    def value(self, sheet: str, kind: str, id: str, name: str, shown: Cell, found: Any) -> None:
        """A field of a record: what stands in its cell, and what that means."""
        self.fields.append([sheet, kind, id, name, shown, found])


def digest(told: str | float) -> str:
    """A short stand-in for a text or a figure, which other programs save with a digit more or less."""
    text = told.strip() if isinstance(told, str) else f"{told:.7g}"
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def fact_id(kind: str, id: str, name: str) -> str:
    """The id of a row that holds one field."""
    return f"{FACT}{kind}/{id}/{name}"


def write_kept(file: xlsxwriter.Workbook, kept: Kept, source: ExportSource) -> None:
    """Write the hidden sheet; nobody can bring it up from Excel's menus by mistake."""
    rows = [["table", *t] for t in kept.tables] + [["field", *f] for f in kept.fields]
    rows += [["texts", sheet, sorted(texts)] for sheet, texts in kept.texts.items()] + kept.grids
    told = [json.dumps(row, separators=(",", ":")) for row in rows]
    meta = {"format": FORMAT, "workspace": source.workspace, "at": source.at, "language": source.language,
            "agreed_only": source.agreed_only, "hash": hashlib.sha256("\n".join(told).encode()).hexdigest()}
    page = file.add_worksheet(SHEET)
    for row, text in enumerate([json.dumps(meta), *told]):
        for column, start in enumerate(range(0, len(text), _CHUNK)):
            page.write_string(row, column, text[start:start + _CHUNK])
    page.very_hidden()
