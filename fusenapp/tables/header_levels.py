"""What the header rows call each column: groups spread over the columns they head, from top to bottom."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from fusenapp.tables import words
from fusenapp.tables.cells import text_of
from fusenapp.tables.grid import Grid
from fusenapp.tables.regions import Block

_SERIALS = (36_526, 54_789)
"""2000 to 2049 as serial numbers."""
_DEMANDS = frozenset(["必須", "任意", "必須項目", "任意項目", "条件付必須", "入力必須", "required", "optional", "自動", "自動入力", "入力不要"])
"""What a form to be filled in says about its columns below their names."""


def header_levels(grid: Grid, block: Block, rows: list[int]) -> dict[int, list[str]]:
    """Column → texts of the header rows from top to bottom, groups spread over their columns."""
    found: dict[int, list[str]] = {column: [] for column in range(block.left, block.right + 1)}
    for row in rows:
        labels = _row_labels(grid, block, row, rows)
        if len(rows) > 1 and all(words.normal(text) in _DEMANDS for text in labels.values() if text):
            continue
        for column, text in labels.items():
            if text and (not found[column] or found[column][-1] != text):
                found[column].append(text)
    return found


def _row_labels(grid: Grid, block: Block, row: int, rows: list[int]) -> dict[int, str]:
    labels = {column: text_of(grid, row, column) for column in range(block.left, block.right + 1)}
    serials = {column: month for column in labels if (month := serial_month(grid.get(row, column)))}
    if len(serials) >= 2:
        labels |= serials
    return labels if row == rows[-1] else _overflow(grid, block, row, rows, labels)


def _overflow(grid: Grid, block: Block, row: int, rows: list[int], labels: dict[int, str]) -> dict[int, str]:
    """A heading that is not merged reaches over the blanks beside it, inside its box where there are borders."""
    if _per_column(grid, block, row, labels):
        return labels
    bounds = _bounds(grid, block, row)
    if bounds and not _each_boxed(grid, block, row, rows[-1], labels, bounds):
        return _boxed(block, labels, bounds)
    current = ""
    for column in range(block.left, block.right + 1):
        if labels[column]:
            current = labels[column] if _has_children(grid, block, row, column, rows) else ""
        elif current:
            labels[column] = current
    return labels


def _per_column(grid: Grid, block: Block, row: int, labels: dict[int, str]) -> bool:
    """Every column says its own group, so that nothing reaches over."""
    if any(labels[column] and labels[column] == grid.get(row, column + 1) for column in range(block.left, block.right)):
        return True
    told = [column for column, text in labels.items() if text]
    return len(told) > 4 and len(told) >= 0.6 * (block.right - told[0] + 1)


def _bounds(grid: Grid, block: Block, row: int) -> set[int]:
    """Columns before which a vertical line is drawn in this row, if the row is divided by lines at all."""
    if not grid.styles:
        return set()
    lines = {
        column
        for column in range(block.left + 1, block.right + 1)
        if grid.style(row, column).left or grid.style(row, column - 1).right
    }
    return lines


def _each_boxed(grid: Grid, block: Block, row: int, lowest: int, labels: dict[int, str], bounds: set[int]) -> bool:
    """Lines around every single cell say nothing about groups, where names below come again without them."""
    if len(bounds) < block.right - block.left or row == lowest or all(labels.values()):
        return False
    names = Counter(words.normal(text_of(grid, lowest, column)) for column in range(block.left, block.right + 1))
    return any(count > 1 and name for name, count in names.items())


def _boxed(block: Block, labels: dict[int, str], bounds: set[int]) -> dict[int, str]:
    result: dict[int, str] = {}
    box: list[int] = []
    for column in range(block.left, block.right + 2):
        if column > block.right or column in bounds:
            texts = list(dict.fromkeys(labels[each] for each in box if labels[each]))
            for each in box:
                result[each] = labels[each] if len(texts) != 1 else texts[0]
            box = []
        box.append(column)
    return result


def _has_children(grid: Grid, block: Block, row: int, column: int, rows: list[int]) -> bool:
    """Something stands below the heading, or the names to its right are not unique without it."""
    if any(grid.shown(other, column) is not None for other in rows if other > row):
        return True
    names = Counter(text_of(grid, rows[-1], other) for other in range(block.left, block.right + 1))
    right = text_of(grid, rows[-1], column + 1) if column < block.right else ""
    return bool(right) and names[right] > 1


def serial_month(value: object) -> str:
    """``46113`` → ``"2026-04"``: the first day of a month as a bare serial number; empty for other values."""
    if not isinstance(value, int) or isinstance(value, bool) or not _SERIALS[0] <= value <= _SERIALS[1]:
        return ""
    day = dt.date(1899, 12, 30) + dt.timedelta(days=value)
    return f"{day:%Y-%m}" if day.day == 1 else ""
