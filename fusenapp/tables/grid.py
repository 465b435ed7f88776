"""One sheet as it lies in the file: raw cells with their kind, format and neighbourhood, nothing understood yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from fusenapp.tables.formats import GENERAL, Meaning

Value = str | int | float | bool | dt.date | dt.datetime | dt.time
Area = tuple[int, int, int, int]
"""Inclusive (top, left, bottom, right), counted from 0."""

_MERGE_BUDGET = 2_000_000


class CellError(str):
    """An error value such as ``#DIV/0!``."""


class Quoted(str):
    """A text that its file says to be one although it may look like a number: ``="00123"`` in a csv file."""


@dataclass(frozen=True)
class Style:
    """What matters of a cell's look."""

    meaning: Meaning = GENERAL
    bold: bool = False
    filled: bool = False
    left: bool = False
    right: bool = False
    top: bool = False
    bottom: bool = False
    indent: int = 0


PLAIN = Style()


@dataclass(frozen=True)
class Named:
    """An Excel table object: the file itself says where a table is."""

    name: str
    area: Area
    header_rows: int = 1
    total_rows: int = 0


@dataclass
class Grid:
    """The cells of one sheet.

    Attributes:
        name: of the sheet.
        rows: row → column → value; blank cells and cells of white space only are absent.
        style_of: row → column → index into ``styles`` (also for blank cells), where the source has styles.
        merges: merged areas of more than one cell.
        hidden_rows, hidden_columns: numbers counted from 0.
        named: Excel table objects.
        filter_area: the area of the automatic filter.
        frozen_rows: rows above the frozen pane, or 0.
        skipped: (first, last) rows that were not read into ``rows`` because the sheet is large, or None.
        visible: False for hidden sheets.
        formulas: number of cells with a formula (among those read).
        unreckoned: cells with a formula whose result was not saved.
        errors_skipped: number of error values in the skipped rows.
        body: pyarrow Table of all cells as text, one column per sheet column, where the reader has them so already.
        text_source: all values are text because the source is a text file.
    """

    name: str
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    style_of: dict[int, dict[int, int]] = field(default_factory=dict)
    styles: list[Style] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    named: list[Named] = field(default_factory=list)
    filter_area: Area | None = None
    frozen_rows: int = 0
    skipped: tuple[int, int] | None = None
    visible: bool = True
    text_source: bool = False
    formulas: int = 0
    unreckoned: list[tuple[int, int]] = field(default_factory=list)
    errors_skipped: int = 0
    body: Any = None

    def get(self, row: int, column: int) -> Value | None:
        """The value of a cell, None if blank."""
        cells = self.rows.get(row)
        return None if cells is None else cells.get(column)

    def style(self, row: int, column: int) -> Style:
        """The look of a cell."""
        index = self.style_of.get(row, {}).get(column)
        return PLAIN if index is None or index >= len(self.styles) else self.styles[index]

    def indent(self, row: int, column: int) -> int:
        """How far a text is moved in: by its format, and by the spaces it begins with."""
        value = self.get(row, column)
        spaces = len(value) - len(value.lstrip(" \u3000")) if isinstance(value, str) else 0
        return self.style(row, column).indent + spaces

    def meaning(self, row: int, column: int) -> Meaning:
        """What the cell's number format says."""
        return self.style(row, column).meaning

    @cached_property
    def used(self) -> Area | None:
        """The smallest area with all values, None if there are none."""
        if not self.rows:
            return None
        left = min(min(cells) for cells in self.rows.values())
        right = max(max(cells) for cells in self.rows.values())
        return min(self.rows), left, max(self.rows), right

    @cached_property
    def _anchors(self) -> dict[tuple[int, int], Area]:
        """Every cell of a merged area inside the used area → that area."""
        used = self.used
        found: dict[tuple[int, int], Area] = {}
        if used is None:
            return found
        budget = _MERGE_BUDGET
        for area in self.merges:
            cells = _clipped(area, used)
            budget -= len(cells)
            if budget < 0:
                break
            for cell in cells:
                found.setdefault(cell, area)
        return found

    def merge_at(self, row: int, column: int) -> Area | None:
        """The merged area that a cell belongs to."""
        return self._anchors.get((row, column))

    def shown(self, row: int, column: int) -> Value | None:
        """The value that a reader sees in a cell: that of the merged area it belongs to."""
        value = self.get(row, column)
        if value is None and (area := self.merge_at(row, column)):
            return self.get(area[0], area[1])
        return value


def _clipped(area: Area, used: Area) -> Cells:
    return Cells(max(area[0], used[0]), max(area[1], used[1]), min(area[2], used[2]), min(area[3], used[3]))


@dataclass(frozen=True)
class Cells:
    """The cells of an area, one by one."""

    top: int
    left: int
    bottom: int
    right: int

    def __len__(self) -> int:
        return max(0, self.bottom - self.top + 1) * max(0, self.right - self.left + 1)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column
