"""The slow part of the assistant, on a worker and without Qt: read the file, understand one table of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.errors import InputError

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows import Prepared
    from fusenapp.tables import Book
    from fusenapp.ui.background import Progress
    from fusenapp.ui.importing.corrections import Area

_HARMLESS = ("no-table", "no-kpi-rows")


@dataclass(frozen=True)
class Read:
    """A file that could be read; ``prepared`` is None where no table was found, ``error`` says why something else than asked is shown."""

    book: Book
    prepared: Prepared | None
    error: InputError | None


class AgreementFound(Exception):
    """The file is a workbook that was exported from a workspace: it is read as proposals, not as a list."""


def read(path: Path, purpose: str | None, snapshot: Snapshot, progress: Progress) -> Read:
    """Read and understand; raises what the reader raises, and `AgreementFound`."""
    from fusenapp.flows import importing, proposals
    from fusenapp.tables import read_book

    if proposals.is_agreement(path):
        raise AgreementFound
    book = read_book(path, progress=progress)
    progress.check()
    try:
        return Read(book, importing.choose(path, book, purpose, snapshot=snapshot), None)
    except InputError as error:
        if error.code not in _HARMLESS:
            raise
        prepared = importing.choose(path, book, None, snapshot=snapshot) if error.code == "no-kpi-rows" else None
        return Read(book, prepared, error)


def with_table(book: Book, sheet: int, area: Area) -> tuple[Book, str]:
    """The same book, with a table where the user says there is one; and the table's id."""
    from fusenapp.tables import TableLayout
    from fusenapp.tables.places import area as named

    place = named(*area)
    id = f"{book.sheets[sheet].name}!{place}"
    if any(table.id == id for table in book.tables):
        return book, id
    layout = TableLayout(id, sheet, place, "", "", (), (), area[2] - area[0], None)
    sheets = list(book.sheets)
    sheets[sheet] = replace(sheets[sheet], tables=(*sheets[sheet].tables, layout))
    return replace(book, sheets=tuple(sheets)), id
