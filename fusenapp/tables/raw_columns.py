"""The cells of a table, column by column, with every distinct value once: what typing works on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from fusenapp.tables.carrying import BLANK, carried, lettered
from fusenapp.tables.cells import ODD, TEXT, kind_of
from fusenapp.tables.columns import Span
from fusenapp.tables.evidence import Raw
from fusenapp.tables.formats import GENERAL
from fusenapp.tables.grid import Grid, Value
from fusenapp.tables.layout import Layout

_LETTERS = 2000
"""Longer tables are lists, not statistics."""
_DITTO = frozenset({"〃", "同上", "々", "仝", "″", "''", '"'})
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
    for column in columns:
        _resolve_dittos(column)
    _join_letters(columns, rows)
    _carry_labels_down(columns)
    return columns


def _join_letters(columns: list[RawColumn], rows: list[int]) -> None:
    """Names written downwards letter by letter become whole."""
    if len(columns) < 3 or len(rows) > _LETTERS or any(len(str(raw.value)) > 3 for raw in columns[0].raws):
        return
    texts = [[None if value is None else str(value) for value in map(column.value, range(len(rows)))] for column in columns[:2]]
    joined = lettered(texts[0], texts[1], rows)
    if joined is None:
        return
    for column, values in zip(columns[:2], zip(*joined, strict=True), strict=True):
        column.filled = max(0, sum(value is not None for value in values) - len(values) + column.index.count(BLANK))
        known = {value: at for at, value in enumerate(dict.fromkeys(value for value in values if value is not None))}
        column.raws = [Raw(value, GENERAL, values.count(value)) for value in known]
        column.index = [BLANK if value is None else known[value] for value in values]


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


def _resolve_dittos(column: RawColumn) -> None:
    """``〃`` and ``同上`` say again what stands above."""
    marks = {at for at, raw in enumerate(column.raws) if isinstance(raw.value, str) and raw.value.strip() in _DITTO}
    if not marks or column.index[0] in marks:
        return
    for position, at in enumerate(column.index):
        if at in marks:
            column.index[position] = column.index[position - 1]
            column.filled += 1
    _recount(column)


def _recount(column: RawColumn) -> None:
    counts = Counter(column.index)
    kept = [at for at in range(len(column.raws)) if counts[at]]
    place = {at: new for new, at in enumerate(kept)}
    column.index = [place.get(at, BLANK) for at in column.index]
    column.raws = [Raw(column.raws[at].value, column.raws[at].meaning, counts[at]) for at in kept]


def _cell(grid: Grid, row: int, span: Span) -> tuple[Value | None, int]:
    """The value of a row under a span; texts of cells merged downwards count for every row they cover."""
    cells = grid.rows[row]
    for column in range(span.left, span.right + 1):
        if (value := cells.get(column)) is not None:
            return value, column
    if not grid.merges:
        return None, span.left
    shown = grid.shown(row, span.left)
    return (shown, span.left) if isinstance(shown, str) and kind_of(shown) in (TEXT, ODD) else (None, span.left)


def _carry_labels_down(columns: list[RawColumn]) -> None:
    """``リード数`` once, then 目標, 実績, 達成率 below each other: the name holds for all of them."""
    for position, index in carried(columns).items():
        column = columns[position]
        column.filled += column.index.count(BLANK) - index.count(BLANK)
        column.index = index
        _recount(column)
