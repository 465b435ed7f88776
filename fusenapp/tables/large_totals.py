"""Sums in a large sheet held against its columns, by the rules for small ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fusenapp.tables.checks import BEFORE, Stated, figure, is_sum_label, is_summed, judged, label_of
from fusenapp.tables.columns import Span
from fusenapp.tables.dataset import Column
from fusenapp.tables.grid import Grid, Style
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import address, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.sheet_body import ColumnCells
from fusenapp.tables.xlsx_cells import NUMBER, TEXT

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_MOST = 2000
"""Totals looked at; a list with more of them is a list of lists."""


@dataclass(frozen=True)
class Total:
    """A row of sums: its number (from 0), its label, and its figures by the column's index."""

    row: int
    label: str
    figures: Mapping[int, float]


def at_the_ends(grid: Grid, layout: Layout, spans: Sequence[Span], columns: Sequence[Column]) -> list[Total]:
    """The totals among the first and last rows of the sheet."""
    found = []
    for row in sorted(set(layout.body.totals) - layout.body.proven):
        cells = {index: figure(grid, row, span.left, column.unit) for index, (span, column) in enumerate(zip(spans, columns, strict=True))}
        found.append(Total(row, label_of(grid, row), {index: value for index, value in cells.items() if value is not None}))
    return found


class Between:
    """Gathers the totals between the first and last rows of a sheet, column by column."""

    def __init__(self, totals: np.ndarray, first: int, styles: list[Style]) -> None:
        """``totals``: their positions, counted from row ``first``."""
        self._totals = totals[:_MOST]
        self._first = first
        self._styles = styles
        self._labels: dict[int, str] = {}
        self._figures: dict[int, dict[int, float]] = {int(at): {} for at in self._totals}

    def take(self, index: int, cells: ColumnCells, unit: str) -> None:
        """Look at one column of the body."""
        import numpy as np

        for at in np.flatnonzero(np.isin(cells.rows, self._totals)).tolist() if len(self._totals) else ():
            row, kind, look = int(cells.rows[at]), int(cells.kinds[at]), int(cells.looks[at])
            if kind == NUMBER:
                meaning = self._styles[look].meaning if look < len(self._styles) else Style().meaning
                self._figures[row][index] = float(cells.numbers[at]) / meaning.scaled(unit)
            elif kind == TEXT:
                self._labels[row] = self._labels.get(row, "") + cells.texts[int(cells.numbers[at])].as_py()

    def found(self) -> list[Total]:
        """The totals from top to bottom."""
        return [Total(row + self._first, self._labels.get(row, ""), figures) for row, figures in self._figures.items()]


def check_totals(
    grid: Grid, spans: Sequence[Span], columns: Sequence[Column], arrays: Sequence[pa.Array], rows: np.ndarray, totals: Iterable[Total]
) -> list[Problem]:
    """Every total against the rows since a total before it, or all of them.

    Args:
        grid: the sheet.
        spans, columns, arrays: of the dataset.
        rows: sheet rows (counted from 0) of the dataset's rows.
        totals: the rows of sums; of two with the same row the first counts.
    """
    every = list({total.row: total for total in reversed(list(totals))}.values())
    every = sorted(every, key=lambda total: total.row)[:_MOST]
    if not every or not len(rows):
        return []
    running = _Running(arrays, rows)
    found: list[Problem] = []
    for at, total in enumerate(every):
        if is_sum_label(total.label):
            found += _check(grid, spans, columns, running, every[:at], total)
    return found


class _Running:
    """Sums of the columns from the first row on, reckoned when a total asks for them."""

    def __init__(self, arrays: Sequence[pa.Array], rows: np.ndarray) -> None:
        self._arrays = arrays
        self._rows = rows
        self._sums: dict[int, np.ndarray] = {}

    def sums(self, index: int, ends: Sequence[int]) -> list[float]:
        """The sums of a column before some positions."""
        import numpy as np

        if index not in self._sums:
            values = np.asarray(self._arrays[index].fill_null(0)).astype(np.float64)
            self._sums[index] = np.concatenate([[0.0], np.cumsum(values)])
        return self._sums[index][list(ends)].tolist()

    def position(self, row: int) -> int:
        """How many of the dataset's rows come before a row of the sheet."""
        return int(self._rows.searchsorted(row))

    @property
    def last(self) -> int:
        """The last row of the dataset."""
        return int(self._rows[-1])

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self._rows)


def _check(
    grid: Grid, spans: Sequence[Span], columns: Sequence[Column], running: _Running, before: Sequence[Total], total: Total
) -> list[Problem]:
    end = running.position(total.row) or running.count
    starts = [0, *(start for other in before[-BEFORE:] if (start := running.position(other.row)) < end)]
    closing = [other for other in before if other.row > running.last]
    figures = []
    for index, value in total.figures.items():
        if columns[index].type not in ("integer", "number", "money") or not is_summed(spans[index].name):
            continue
        until, *since = running.sums(index, [end, *starts])
        sums = [until - start for start in since]
        if closing:
            sums.append(sum(other.figures.get(index, 0) for other in closing))
        figures.append(Stated(address(total.row, spans[index].left), value, sums))
    return [Problem("total-mismatch", place(grid.name, told.cell), told.parameters()) for told in judged(figures, end)]
