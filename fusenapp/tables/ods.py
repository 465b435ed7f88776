"""ods: the cells of content.xml with what their styles say. Nothing in the file is run, followed or fetched."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from fusenapp.errors import InputError
from fusenapp.tables import limits
from fusenapp.tables.container import Archive
from fusenapp.tables.grid import PLAIN, CellError, Grid, Style, Value
from fusenapp.tables.ods_styles import StyleReader
from fusenapp.tables.places import address, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.safe_xml import local, parse
from fusenapp.tables.xlsx import Workbook

_MAX_CELLS = 6_000_000
_ASIDE = frozenset({"annotation", "frame", "custom-shape", "shapes", "forms", "rect", "line", "tracked-changes"})
_SPAN = re.compile(r"-?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.,]+)S)?")


def read_ods(path: Path) -> Workbook:
    """All sheets. Raises ``InputError`` (``corrupt``, ``too-large``, ``encrypted``)."""
    where = str(path)
    with Archive(path) as archive:
        if b"manifest:encryption-data" in archive.read("META-INF/manifest.xml"):
            raise InputError("encrypted", where)
        reader = _Content(where)
        if "styles.xml" in archive.names:
            parse(archive.stream("styles.xml"), reader.styles, where)
        if "content.xml" not in archive.names:
            raise InputError("corrupt", where, reason="content.xml")
        parse(archive.stream("content.xml"), reader, where)
    if not reader.book.sheets:
        raise InputError("corrupt", where, reason="no sheets")
    return reader.book


class _Content(StyleReader):
    """The sheets; styles come first in the file and are read on the way."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.styles = self
        self.book = Workbook()
        self._where = where
        self._budget = _MAX_CELLS
        self._grid: Grid | None = None
        self._aside = 0
        self._row = self._column = 0
        self._row_repeat = 1
        self._cells: dict[int, Value] = {}
        self._looks: dict[int, int] = {}
        self._cell: dict[str, str] = {}
        self._open = False
        self._text: list[str] = []
        self._paragraphs = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        plain = {local(key): value for key, value in attributes.items() if not key.startswith("calcext:")}
        if self._grid is None:
            super().start(name, attributes)
            if name == "table" and "name" in plain:
                self._open_sheet(plain)
        elif name in _ASIDE or self._aside:
            self._aside += 1
        elif name == "table-row":
            self._cells, self._looks, self._column = {}, {}, 0
            self._row_repeat = _count(plain.get("number-rows-repeated"))
            if plain.get("visibility", "visible") != "visible" and self._row_repeat < 10_000:
                self._grid.hidden_rows.update(range(self._row, self._row + self._row_repeat))
        elif name in ("table-cell", "covered-table-cell"):
            failed = attributes.get("calcext:value-type") == "error"
            self._cell, self._open = plain | ({"value-type": "error"} if failed else {}), True
            self._text, self._paragraphs = [], 0
        elif name == "table-column":
            self._open_column(plain)
        else:
            self._inside_cell(name, plain)

    def _open_sheet(self, plain: dict[str, str]) -> None:
        if len(self.book.sheets) >= limits.MAX_SHEETS:
            raise InputError("too-large", self._where, sheets=limits.MAX_SHEETS)
        self._grid = Grid(plain["name"], styles=[PLAIN], visible=plain.get("style-name", "") not in self.hidden_tables)
        self._row = self._column = 0

    def _open_column(self, plain: dict[str, str]) -> None:
        repeat = _count(plain.get("number-columns-repeated"))
        if self._grid is not None and plain.get("visibility", "visible") != "visible" and repeat < 10_000:
            self._grid.hidden_columns.update(range(self._column, self._column + repeat))
        self._column += repeat

    def _inside_cell(self, name: str, plain: dict[str, str]) -> None:
        if name == "p":
            if self._paragraphs:
                self._text.append("\n")
            self._paragraphs += 1
        elif name == "s":
            self._text.append(" " * min(_count(plain.get("c")), 100))
        elif name in ("line-break", "tab"):
            self._text.append("\n" if name == "line-break" else "\t")

    def text(self, data: str) -> None:
        if self._grid is None:
            super().text(data)
        elif self._open and self._paragraphs and not self._aside and len(self._text) < limits.MAX_CELL_TEXT:
            self._text.append(data)

    def end(self, name: str) -> None:
        if self._grid is None:
            super().end(name)
        elif self._aside:
            self._aside -= 1
        elif name in ("table-cell", "covered-table-cell"):
            self._close_cell(self._grid, covered=name != "table-cell")
        elif name == "table-row":
            self._close_row(self._grid)
        elif name == "table":
            self._close_sheet(self._grid)

    def _close_cell(self, grid: Grid, *, covered: bool) -> None:
        self._open = False
        repeat = _count(self._cell.get("number-columns-repeated"))
        value = None if covered else self._value()
        style = self.look(self._cell.get("style-name", ""), self._cell.get("value-type", ""))
        if style.meaning.kind == "boolean" and value in (0, 1):
            value = bool(value)
        if value is None and "formula" in self._cell and "value-type" not in self._cell:
            grid.unreckoned.append((self._row, self._column))
        if value is not None:
            self._put(grid, value, style, min(repeat, limits.MAX_COLUMNS))
        across, down = _count(self._cell.get("number-columns-spanned")), _count(self._cell.get("number-rows-spanned"))
        if (across > 1 or down > 1) and len(grid.merges) < limits.MAX_MERGES:
            grid.merges.append((self._row, self._column, self._row + down - 1, self._column + across - 1))
        self._column += repeat

    def _put(self, grid: Grid, value: Value, style: Style, repeat: int) -> None:
        self._spend(repeat)
        index = 0
        if style != PLAIN:
            index = self.index_of(grid, style)
        for column in range(self._column, self._column + repeat):
            self._cells[column] = value
            if index:
                self._looks[column] = index

    def _spend(self, cells: int) -> None:
        self._budget -= cells
        if self._budget < 0:
            raise InputError("too-large", self._where, cells=_MAX_CELLS)

    def _close_row(self, grid: Grid) -> None:
        if self._cells:
            self._spend(len(self._cells) * (self._row_repeat - 1))
            for row in range(self._row, self._row + self._row_repeat):
                grid.rows[row] = dict(self._cells)
                if self._looks:
                    grid.style_of[row] = dict(self._looks)
        self._row += self._row_repeat

    def _close_sheet(self, grid: Grid) -> None:
        self.book.sheets.append(grid)
        if grid.unreckoned:
            cells = [address(*cell) for cell in grid.unreckoned[:20]]
            where = place(grid.name, cells[0])
            self.book.problems.append(Problem("formulas-without-values", where, {"count": len(grid.unreckoned), "cells": cells}))
        self._grid = None

    def _value(self) -> Value | None:
        kind, text = self._cell.get("value-type", ""), "".join(self._text)
        if kind == "error":
            return CellError(text.strip() or "#N/A")
        if kind in ("float", "percentage", "currency"):
            return _number(self._cell.get("value", ""))
        if kind == "boolean":
            return self._cell.get("boolean-value") == "true"
        if kind == "date":
            return _moment(self._cell.get("date-value", "")) or text or None
        if kind == "time":
            return _time(self._cell.get("time-value", ""))
        return text[: limits.MAX_CELL_TEXT] if text.strip() else None


def _count(text: str | None) -> int:
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 9 else 1


def _number(text: str) -> Value | None:
    try:
        number = float(text)
    except ValueError:
        return None
    if number != number or abs(number) == float("inf"):
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _moment(text: str) -> dt.date | dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text[:26])
    except ValueError:
        return None
    return moment.date() if moment.time() == dt.time() else moment


def _time(text: str) -> Value | None:
    """A time of day, or a number of days where it is longer."""
    match = _SPAN.fullmatch(text)
    if not match:
        return None
    days, hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in match.groups())
    total = days * 86400 + hours * 3600 + minutes * 60 + seconds
    if total < 86400 and not text.startswith("-"):
        return dt.time(int(total // 3600), int(total // 60 % 60), int(total % 60))
    return total / 86400 * (-1 if text.startswith("-") else 1)
