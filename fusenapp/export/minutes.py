"""The minutes of a meeting as a workbook: one page to print, the figures as they were, and the actions to work off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.export.whole import whole

if TYPE_CHECKING:
    from fusenapp.export.sheet import Book, Sheet

GRID = 24
"""Columns of the printed page; the parts of a table span several of them."""
_NARROW = 5.2
Cell = str | float | dt.date | None


@dataclass(frozen=True)
class Table:
    """One part of the minutes.

    Attributes:
        spans: how much of the page's width each column takes, in `GRID` ths.
        rows: texts, as they are shown.
        tones: a row each: empty, ``bad``, ``good`` or ``weak``.
        text: prose above the table, or in its place.
    """

    title: str
    heads: tuple[str, ...] = ()
    spans: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    tones: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Listing:
    """A plain table with values: numbers as numbers (``percents`` of them shares), days as days."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    percents: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Minutes:
    """What the minutes say, in the language they are written in.

    Attributes:
        sheet: name of the printed page.
        facts: (label, text) under the title.
        parts: the tables in order.
        listings: further sheets.
        edition: what stands at the foot of each page.
    """

    title: str
    subtitle: str
    sheet: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Table, ...]
    listings: tuple[Listing, ...]
    edition: str


def write_minutes(path: Path, minutes: Minutes) -> None:
    """Write the minutes to Excel; the target is replaced only once the new workbook is complete.

    Raises:
        EnvironmentFault: ``cannot-write``.
    """
    from xlsxwriter.exceptions import FileCreateError

    with whole(path, FileCreateError) as draft:
        _fill(draft, minutes)


def _fill(path: str, minutes: Minutes) -> None:
    from fusenapp.export.sheet import Book

    book = Book(path, minutes.edition)
    try:
        _page(book, minutes)
        for listing in minutes.listings:
            _listing(book, listing)
    finally:
        book.file.close()


def _page(book: Book, minutes: Minutes) -> None:
    sheet = book.sheet(minutes.sheet, [_NARROW] * GRID, landscape=False)
    sheet.title(minutes.title, minutes.subtitle)
    sheet.row = 2
    sheet.facts(list(minutes.facts), 3, GRID - 1)
    for part in minutes.parts:
        sheet.row += 1
        sheet.section(part.title)
        if part.text:
            sheet.merge(sheet.row, 0, sheet.row, GRID - 1, part.text)
            sheet.fit(sheet.row, {0: part.text}, spans={0: _NARROW * GRID})
            sheet.row += 1
        if part.rows:
            _spread(sheet, part.heads, part.spans, "head")
            for at, row in enumerate(part.rows):
                _spread(sheet, row, part.spans, "cell", part.tones[at] if at < len(part.tones) else "")
    sheet.print_to(GRID - 1)


_TONES = {"bad": {"font_color": "#B3261E"}, "good": {"font_color": "#1B6E3C"}, "weak": {"font_color": "#616A76"}, "": {}}


def _spread(sheet: Sheet, texts: tuple[str, ...], spans: tuple[int, ...], style: str, tone: str = "") -> None:
    """A row whose cells span several columns."""
    at, wide, told = 0, {}, {}
    for text, span in zip(texts, spans, strict=True):
        sheet.merge(sheet.row, at, sheet.row, at + span - 1, text, style, **_TONES[tone])
        wide[at], told[at] = _NARROW * span, text
        at += span
    sheet.fit(sheet.row, told, spans=wide)
    sheet.row += 1


def _listing(book: Book, listing: Listing) -> None:
    sheet = book.sheet(listing.name, list(listing.widths))
    sheet.head(list(listing.heads))
    sheet.freeze(1)
    for number, row in enumerate(listing.rows):
        for column, found in enumerate(row):
            _value(sheet, column, found, (number, column) in listing.percents)
        sheet.fit(sheet.row, {c: v for c, v in enumerate(row) if isinstance(v, str)})
        sheet.row += 1
    if listing.rows:
        sheet.page.autofilter(0, 0, len(listing.rows), len(listing.heads) - 1)
    sheet.print_to(len(listing.heads) - 1)


def _value(sheet: Sheet, column: int, found: Cell, percent: bool) -> None:
    if isinstance(found, dt.date):
        sheet.page.write_datetime(sheet.row, column, dt.datetime(found.year, found.month, found.day),
                                  sheet.book.style("centre", num_format="yyyy/mm/dd"))
    elif percent and isinstance(found, (int, float)):
        sheet.number(sheet.row, column, found, "percent")
    else:
        sheet.cell(sheet.row, column, found)
