"""Cuts a sheet into blocks of cells that stand together: at blank rows, then at blank columns, again and again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from fusenapp.tables import words
from fusenapp.tables.cells import TEXT, VALUE, kind_of
from fusenapp.tables.grid import Area, Grid

_MAX_DEPTH = 12


@dataclass(frozen=True)
class Block:
    """An area with cells; inclusive, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def area(self) -> Area:
        """(top, left, bottom, right)."""
        return self.top, self.left, self.bottom, self.right


class Occupancy:
    """Which cells of a sheet have something in them, merged areas filled."""

    def __init__(self, grid: Grid, without: list[Area]) -> None:
        self.grid = grid
        self.columns_of: dict[int, set[int]] = {row: set(cells) for row, cells in grid.rows.items()}
        self._spread_merges()
        for area in without:
            self._clear(area)

    def _spread_merges(self) -> None:
        used = self.grid.used
        if used is None:
            return
        budget = 500_000
        for top, left, bottom, right in self.grid.merges:
            bottom, right = min(bottom, used[2]), min(right, used[3])
            budget -= max(0, bottom - top + 1) * max(0, right - left + 1)
            if budget < 0:
                return
            if self.grid.get(top, left) is not None:
                for row in range(top, bottom + 1):
                    self.columns_of.setdefault(row, set()).update(range(left, right + 1))

    def _clear(self, area: Area) -> None:
        for row in self.rows_between(area[0], area[2]):
            self.columns_of[row] -= set(range(area[1], area[3] + 1))

    @cached_property
    def _sorted(self) -> list[int]:
        return sorted(self.columns_of)

    def rows_between(self, top: int, bottom: int) -> list[int]:
        """Rows that have cells, from ``top`` to ``bottom``."""
        return self._sorted[bisect_left(self._sorted, top) : bisect_right(self._sorted, bottom)]


def blocks(grid: Grid, without: list[Area]) -> list[Block]:
    """The blocks of a sheet in reading order, cells inside the areas ``without`` left out."""
    used = grid.used
    if used is None:
        return []
    occupancy = Occupancy(grid, without)
    found: list[Block] = []
    _cut_rows(occupancy, Block(*used), found, 0)
    return sorted(found, key=lambda block: (block.top, block.left))


def _cut_rows(occupancy: Occupancy, block: Block, found: list[Block], depth: int) -> None:
    for part in _row_parts(occupancy, block):
        _cut_columns(occupancy, part, found, depth)


def _row_parts(occupancy: Occupancy, block: Block) -> list[Block]:
    inside = set(range(block.left, block.right + 1)) if block.right - block.left < 20_000 else None
    skipped = occupancy.grid.skipped
    parts: list[list[int]] = []
    for row in occupancy.rows_between(block.top, block.bottom):
        cells = occupancy.columns_of[row]
        if not cells or (inside is not None and cells.isdisjoint(inside)):
            continue
        over_gap = skipped is not None and parts and parts[-1][-1] < skipped[0] <= row - 1 <= skipped[1] + 1
        if parts and (row == parts[-1][-1] + 1 or over_gap):
            parts[-1][-1] = row
        else:
            parts.append([row, row])
    return [Block(first, block.left, last, block.right) for first, last in parts]


def _cut_columns(occupancy: Occupancy, block: Block, found: list[Block], depth: int) -> None:
    parts = _column_parts(occupancy, block)
    joined = _rejoin(occupancy.grid, parts)
    if len(joined) == 1 or depth > _MAX_DEPTH:
        found += joined
        return
    for part in joined:
        _cut_rows(occupancy, part, found, depth + 1)


def _column_parts(occupancy: Occupancy, block: Block) -> list[Block]:
    filled: dict[int, list[int]] = {}
    for row in occupancy.rows_between(block.top, block.bottom):
        for column in occupancy.columns_of[row]:
            if block.left <= column <= block.right:
                extent = filled.setdefault(column, [row, row])
                extent[1] = row
    parts: list[Block] = []
    for column in sorted(filled):
        first, last = filled[column]
        if parts and column == parts[-1].right + 1:
            old = parts[-1]
            parts[-1] = Block(min(old.top, first), old.left, max(old.bottom, last), column)
        else:
            parts.append(Block(first, column, last, column))
    return parts


def _rejoin(grid: Grid, parts: list[Block]) -> list[Block]:
    """Spacer columns inside one table do not cut it."""
    joined: list[Block] = []
    for part in parts:
        if joined and _together(grid, joined[-1], part):
            old = joined[-1]
            joined[-1] = Block(min(old.top, part.top), old.left, max(old.bottom, part.bottom), part.right)
        else:
            joined.append(part)
    return joined


def _together(grid: Grid, left: Block, right: Block) -> bool:
    """Two parts beside each other are one table: same rows, no heading twice, and not just a remark at the side."""
    height = max(left.bottom, right.bottom) - min(left.top, right.top) + 1
    if abs(left.bottom - right.bottom) > max(1, height // 20) or abs(left.top - right.top) > 3:
        return False
    if _fill(grid, right) < 0.3 or _fill(grid, left) < 0.3:
        return False
    return not (_headings(grid, left) & _headings(grid, right)) and not _two_tables(grid, left, right)


def _two_tables(grid: Grid, left: Block, right: Block) -> bool:
    """Both parts begin with a column of words and go on with values, and they end apart or have titles of their own."""
    if right.left - left.right < 2 or not (_labelled(grid, left) and _labelled(grid, right)):
        return False
    return left.bottom != right.bottom or (_titled(grid, left) and _titled(grid, right)) or (_keys(grid, left) and _keys(grid, right))


def _labelled(grid: Grid, part: Block) -> bool:
    """The first column holds words below its heading, a later one values."""
    if part.right == part.left:
        return False
    rows = range(part.top + 1, min(part.bottom, part.top + 60) + 1)
    firsts = [kind_of(grid.get(row, part.left)) for row in rows]
    others = [kind_of(grid.get(row, column)) for row in rows for column in range(part.left + 1, min(part.right, part.left + 20) + 1)]
    return firsts.count(TEXT) >= 0.6 * len(firsts) > 1 and others.count(VALUE) > others.count(TEXT)


def _titled(grid: Grid, part: Block) -> bool:
    """One cell alone at the upper left."""
    return [column for column in grid.rows.get(part.top, {}) if part.left <= column <= part.right] == [part.left]


def _keys(grid: Grid, part: Block) -> bool:
    """No word of the first column comes twice and none is missing."""
    texts = [grid.get(row, part.left) for row in range(part.top, min(part.bottom, part.top + 60) + 1)]
    return None not in texts and len(set(texts)) == len(texts) > 3


def _fill(grid: Grid, block: Block) -> float:
    """Share of rows with a cell in the part, of its first rows."""
    rows = range(block.top, min(block.bottom, block.top + 60) + 1)
    hits = sum(1 for row in rows if any(grid.shown(row, column) is not None for column in _few(block)))
    return hits / len(rows)


def _few(block: Block) -> range:
    return range(block.left, min(block.right, block.left + 50) + 1)


def _headings(grid: Grid, block: Block) -> set[str]:
    texts = set()
    for row in range(block.top, min(block.bottom, block.top + 3) + 1):
        for column in _few(block):
            value = grid.get(row, column)
            if isinstance(value, str) and kind_of(value) == TEXT:
                texts.add(words.normal(value))
    return texts
