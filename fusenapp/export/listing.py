"""One plain table as a workbook, to hand to whoever works it off: header, filter, text as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from fusenapp.export.sheet import clean, display_width
from fusenapp.export.whole import whole

_LEAST, _MOST = 8.0, 44.0


def write_listing(path: Path, name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a table; the target is replaced only once the new workbook is complete.

    Args:
        name: of the sheet; what Excel does not allow in it is replaced.
        rows: cells of texts, numbers, dates, booleans or None.

    Raises:
        EnvironmentFault: ``cannot-write``.
    """
    from xlsxwriter.exceptions import FileCreateError

    with whole(path, FileCreateError) as draft:
        _write(draft, name, heads, rows)


def _write(path: str, name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    base = {"font_name": "Yu Gothic", "font_size": 10, "valign": "vcenter"}
    head, cell, day = (book.add_format(base | more) for more in (
        {"bold": True, "bg_color": "#E6EBF7", "border": 1, "border_color": "#BFC6CF"}, {}, {"num_format": "yyyy/mm/dd"}))
    page = book.add_worksheet("".join("_" if c in "[]:*?/\\'" else c for c in name)[:31] or "1")
    widths = [_width(text) for text in heads]
    for column, text in enumerate(heads):
        page.write_string(0, column, clean(text), head)
    count = 0
    for count, told in enumerate(rows, 1):
        for column, found in enumerate(told):
            _cell(page, count, column, found, cell, day)
            widths[column] = max(widths[column], _width(found))
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, count, max(len(heads) - 1, 0))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    book.close()


def _cell(page: Any, row: int, column: int, found: Any, cell: Any, day: Any) -> None:
    if isinstance(found, (dt.date, dt.datetime)):
        page.write_datetime(row, column, found, day)
    elif isinstance(found, bool):
        page.write_boolean(row, column, found, cell)
    elif isinstance(found, (int, float)) and found == found and abs(found) != float("inf"):
        page.write_number(row, column, found, cell)
    elif found is not None:
        page.write_string(row, column, clean(str(found)), cell)


def _width(found: Any) -> float:
    text = "2026/04/01" if isinstance(found, dt.date) else "" if found is None else str(found)
    return min(max(display_width(text) + 3.0, _LEAST), _MOST)
