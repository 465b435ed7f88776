"""Tables put together from several sheets, as the assistant shows them: what they are called, and which sheet stands for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fusenapp.i18n import translate
from fusenapp.ui.importing.corrections import Corrections

if TYPE_CHECKING:
    from fusenapp.flows import Prepared
    from fusenapp.tables import Book, TableLayout


def span(book: Book, table: TableLayout) -> str:
    """``4月〜9月``: the first and the last sheet; one name where all tables lie on one sheet."""
    first, last = (book.sheets[book.table(table.members[at]).sheet].name for at in (0, -1))
    return first if first == last else translate("Importing", "{first} – {last}").format(first=first, last=last)


def put_together(book: Book, table: TableLayout) -> str:
    """From how many sheets, or tables of one sheet, it was put together."""
    sheets = len({book.table(member).sheet for member in table.members})
    if sheets > 1:
        return translate("Importing", "%n sheet(s) as one", n=sheets)
    return translate("Importing", "%n table(s) as one", n=len(table.members))


def words(book: Book, table: TableLayout) -> str:
    """All of it in one line."""
    rows = translate("Importing", "%n row(s)", n=table.rows)
    told = translate("Importing", "{span}: {parts} · {rows}").format(span=span(book, table), parts=put_together(book, table), rows=rows)
    return told + (" · " + translate("Importing", "hidden sheet") if hidden(book, table) else "")


def shown(prepared: Prepared, member: int = 0) -> TableLayout:
    """The chosen table as it lies on the sheet that is shown: of tables put together one of them."""
    layout = prepared.layout
    if not layout.members:
        return layout
    lies = prepared.book.table(layout.members[member])
    return replace(layout, range=lies.range, sheet=lies.sheet, header_rows=lies.header_rows)


def sheet_of(prepared: Prepared, member: int = 0) -> int:
    """Number of the sheet that is shown."""
    return shown(prepared, member).sheet


def sheets(prepared: Prepared) -> tuple[str, ...]:
    """Names of the sheets that the chosen table lies on, each once."""
    members = prepared.layout.members or (prepared.table,)
    return tuple(dict.fromkeys(prepared.book.sheets[prepared.book.table(member).sheet].name for member in members))


def corrections(prepared: Prepared, settled: Corrections, member: int = 0) -> Corrections:
    """Where the table that is shown lies, and its header: for any but the first of those put together as the reader found it."""
    return Corrections(shown(prepared, member), settled.recipe) if member else settled


def member_at(prepared: Prepared, sheet: str, row: int, column: int, otherwise: int = 0) -> int:
    """The table of those put together that a cell lies in, or nearest to it on its sheet.

    Args:
        row, column: of the cell: row counted from 1, column from 0; below that for a whole column or row.
        otherwise: where there is none on that sheet.
    """
    from fusenapp.tables.places import parse_area

    there = []
    for number, id in enumerate(prepared.layout.members):
        table = prepared.book.table(id)
        area = parse_area(table.range)
        if area is not None and prepared.book.sheets[table.sheet].name == sheet:
            top, left, bottom, right = area
            away = max(top - row + 1, row - 1 - bottom, 0) if row > 0 else 0
            there.append((away + (max(left - column, column - right, 0) if column >= 0 else 0), number))
    return min(there)[1] if there else otherwise


def hint(prepared: Prepared, member: int = 0) -> str:
    """What is seen above, and where rows can be set right; empty for a single table."""
    if not prepared.layout.members:
        return ""
    sheet = prepared.book.sheets[sheet_of(prepared, member)].name
    words = translate("Importing", "{sheet} is shown. Rows are set right sheet by sheet.")
    return words.format(sheet=sheet)


def hidden(book: Book, table: TableLayout) -> bool:
    """Whether a sheet that the file hides is among them."""
    return any(book.sheets[book.table(member).sheet].hidden for member in table.members)
