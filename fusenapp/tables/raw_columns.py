"""The cells of a table, column by column, with every distinct value once: what typing works on."""

from __future__ import annotations

from dataclasses import dataclass

from fusenapp.tables.cells import TEXT, kind_of
from fusenapp.tables.column_types import Raw
from fusenapp.tables.columns import Span
from fusenapp.tables.formats import GENERAL
from fusenapp.tables.grid import Grid, Value
from fusenapp.tables.layout import Layout
from fusenapp.tables.periods import series_of

BLANK = -1
_NOTHING: dict[int, int] = {}


@dataclass
class RawColumn:
    """One column before typing.

    Attributes:
        span: where it lies and what it is called.
        raws: the distinct values.
        index: for each row the index into ``raws``, or ``BLANK``.
        filled: rows (positions) whose value was carried down from a cell above.
    """

    span: Span
    raws: list[Raw]
    index: list[int]
    filled: int = 0

    def value(self, position: int) -> Value | None:
        """The raw value at a position."""
        at = self.index[position]
        return None if at == BLANK else self.raws[at].value


def raw_columns(grid: Grid, layout: Layout, rows: list[int]) -> list[RawColumn]:
    """Collect the cells of the rows; labels that stand once for several rows are carried down."""
    columns = [_collect(grid, span, rows) for span in layout.spans]
    _carry_labels_down(grid, layout, columns, rows)
    return columns


def _collect(grid: Grid, span: Span, rows: list[int]) -> RawColumn:
    raws: list[Raw] = []
    known: dict[tuple[type, Value, int], int] = {}
    counts: list[int] = []
    index: list[int] = []
    for row in rows:
        value, column = _cell(grid, row, span)
        if value is None:
            index.append(BLANK)
            continue
        look = 0 if value.__class__ is str else grid.style_of.get(row, _NOTHING).get(column, 0)
        key = (value.__class__, value, look)
        at = known.get(key)
        if at is None:
            at = known[key] = len(raws)
            raws.append(Raw(value, grid.meaning(row, column) if look else GENERAL))
            counts.append(0)
        counts[at] += 1
        index.append(at)
    return RawColumn(span, [Raw(raw.value, raw.meaning, count) for raw, count in zip(raws, counts, strict=True)], index)


def _cell(grid: Grid, row: int, span: Span) -> tuple[Value | None, int]:
    """The value of a row under a span; texts of cells merged downwards count for every row they cover."""
    cells = grid.rows[row]
    for column in range(span.left, span.right + 1):
        if (value := cells.get(column)) is not None:
            return value, column
    if not grid.merges:
        return None, span.left
    shown = grid.shown(row, span.left)
    return (shown, span.left) if isinstance(shown, str) and kind_of(shown) == TEXT else (None, span.left)


def _carry_labels_down(grid: Grid, layout: Layout, columns: list[RawColumn], rows: list[int]) -> None:
    """``リード数`` once, then 目標, 実績, 達成率 below each other: the name holds for all of them."""
    for position, column in enumerate(columns[:-1]):
        right = columns[position + 1]
        if not _is_sparse_label(column) or not (_is_cycle(right) or _is_grouping(grid, layout, column, right, rows)):
            continue
        last = BLANK
        for row, at in enumerate(column.index):
            if at != BLANK:
                last = at
            elif last != BLANK and right.index[row] != BLANK:
                column.index[row] = last
                column.filled += 1
        counts = [0] * len(column.raws)
        for at in column.index:
            if at != BLANK:
                counts[at] += 1
        column.raws = [Raw(raw.value, raw.meaning, count) for raw, count in zip(column.raws, counts, strict=True)]


def _is_sparse_label(column: RawColumn) -> bool:
    blanks = column.index.count(BLANK)
    if not column.index or column.index[0] == BLANK or blanks < 0.3 * len(column.index):
        return False
    return all(isinstance(raw.value, str) for raw in column.raws)


def _is_cycle(column: RawColumn) -> bool:
    """目標, 実績, … again and again."""
    told = [isinstance(raw.value, str) and series_of(raw.value) is not None for raw in column.raws]
    return len(told) >= 2 and sum(told) >= 0.6 * len(told)


def _is_grouping(grid: Grid, layout: Layout, column: RawColumn, right: RawColumn, rows: list[int]) -> bool:
    """A first column of group names beside a full column of words: no name comes twice, none is a single letter."""
    if column.span.left != layout.spans[0].left or right.index.count(BLANK) > 0.02 * len(right.index):
        return False
    if any(raw.count > 1 or len(str(raw.value).strip()) < 2 for raw in column.raws) or len(column.raws) < 2:
        return False
    return sum(isinstance(raw.value, str) for raw in right.raws) > 0.9 * len(right.raws)
