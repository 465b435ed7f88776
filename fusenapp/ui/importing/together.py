"""Tables put together from several sheets, as the assistant shows them: what they are called, and which sheet stands for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fusenapp.i18n import translate

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


def shown(prepared: Prepared) -> TableLayout:
    """The chosen table as it lies on the sheet that is shown: of tables put together the first one."""
    layout = prepared.layout
    return replace(layout, range=prepared.book.table(layout.members[0]).range) if layout.members else layout


def hint(prepared: Prepared) -> str:
    """What is seen above, and where rows can be set right; empty for a single table."""
    if not prepared.layout.members:
        return ""
    sheet = prepared.book.sheets[prepared.layout.sheet].name
    words = translate("Importing", "{sheet} is shown. Rows are set right sheet by sheet.")
    return words.format(sheet=sheet)


def hidden(book: Book, table: TableLayout) -> bool:
    """Whether a sheet that the file hides is among them."""
    return any(book.sheets[book.table(member).sheet].hidden for member in table.members)
