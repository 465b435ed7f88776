"""Which columns of the sheet make one column of the table, and what each is called."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from fusenapp.tables import words
from fusenapp.tables.cells import TEXT, VALUE, kind_of
from fusenapp.tables.grid import Grid
from fusenapp.tables.headers import Header
from fusenapp.tables.places import LEVEL, letter
from fusenapp.tables.regions import Block

_LOOK = 400
_DAYS = frozenset("日年")
"""Without brackets no units but headings: Sunday, the cells of a date."""
_TIMES = (["分"], ["秒"], ["時間"])


@dataclass(frozen=True)
class Span:
    """One column of a table: the sheet columns it covers, its name and the unit that its header states."""

    left: int
    right: int
    name: str
    unit: str = ""


def spans_of(grid: Grid, block: Block, header: Header, body: list[int]) -> list[Span]:
    """The columns of a table, names unique and never empty."""
    sample = _sample(body)
    groups = _groups(grid, block, header, sample)
    groups = [group for group in groups if _has_something(grid, group, header, sample)]
    names = _unique([_name(header, group) for group in groups], groups, grid, sample)
    return [Span(left, right, name, _unit(header, left, right)) for (left, right), name in zip(groups, names, strict=True)]


def _sample(body: list[int]) -> list[int]:
    return body if len(body) <= _LOOK else body[: _LOOK // 2] + body[:: max(1, len(body) // _LOOK)]


def _groups(grid: Grid, block: Block, header: Header, body: list[int]) -> list[tuple[int, int]]:
    """Sheet columns that belong together because the header is merged over them, or the body is."""
    if not grid.merges:
        return [(column, column) for column in range(block.left, block.right + 1)]
    groups: list[tuple[int, int]] = []
    column = block.left
    while column <= block.right:
        last = _merged_until(grid, header, column, body, block.right)
        groups.append((column, last))
        column = last + 1
    return groups


def _merged_until(grid: Grid, header: Header, column: int, body: list[int], right: int) -> int:
    area = _lowest_merge(grid, header, column)
    if area is not None and area[3] > column:
        last = min(area[3], right)
        if not any(sum(grid.get(row, each) is not None for each in range(column, last + 1)) > 1 for row in body):
            return last
    return _body_merged_until(grid, column, body, right)


def _lowest_merge(grid: Grid, header: Header, column: int) -> tuple[int, int, int, int] | None:
    """The merged area of the lowest header cell that has a text."""
    for row in reversed(header.rows):
        if grid.shown(row, column) is not None:
            return grid.merge_at(row, column)
    return None


def _body_merged_until(grid: Grid, column: int, body: list[int], right: int) -> int:
    """The columns that all rows of the body merge into this one."""
    ends = [area[3] for row in body if (area := grid.merge_at(row, column)) is not None and area[1] == column]
    if len(ends) < 2 or len(ends) < 0.6 * len(body):
        return column
    last = min(min(ends), right)
    own = any(grid.get(row, other) is not None for row in body for other in range(column + 1, last + 1))
    return column if own else last


def _has_something(grid: Grid, group: tuple[int, int], header: Header, body: list[int]) -> bool:
    columns = range(group[0], group[1] + 1)
    lowest = header.rows[-1] if header.rows else -1
    if any(grid.get(row, column) is not None for row in header.rows for column in columns if _own(grid, row, column, lowest)):
        return True
    return any(
        grid.shown(row, column) is not None for row in body for column in columns if grid.merge_at(row, column) is None
    ) or any(grid.get(row, column) is not None for row in body for column in columns)


def _own(grid: Grid, row: int, column: int, lowest: int) -> bool:
    """The header cell names this column itself: lowest row, or merged down to it, or the only one in its column."""
    area = grid.merge_at(row, column)
    return row == lowest or area is None or area[2] >= lowest


def _name(header: Header, group: tuple[int, int]) -> str:
    for column in range(group[0], group[1] + 1):
        levels = header.levels.get(column, [])
        if levels:
            return LEVEL.join(levels)
    return ""


def _unit(header: Header, left: int, right: int) -> str:
    for column in range(left, right + 1):
        levels = header.levels.get(column, [])
        for text in reversed(levels if levels not in _TIMES else []):
            if text not in _DAYS and (unit := words.unit_of(text)):
                return unit
    return ""


def _unique(names: list[str], groups: list[tuple[int, int]], grid: Grid, body: list[int]) -> list[str]:
    """Blank names become those of the heading they stand beside, or the column's letter; repeated ones are numbered."""
    filled: list[str] = []
    for index, name in enumerate(names):
        filled.append(name or _stand_in(index, names, groups, grid, body))
    counts: Counter[str] = Counter()
    result: list[str] = []
    taken = {words.normal(name) for name in filled}
    for name in filled:
        counts[words.normal(name)] += 1
        number = counts[words.normal(name)]
        candidate = name if number == 1 else f"{name}_{number}"
        while number > 1 and words.normal(candidate) in taken:
            number += 1
            candidate = f"{name}_{number}"
        taken.add(words.normal(candidate))
        result.append(candidate)
    return result


def _stand_in(index: int, names: list[str], groups: list[tuple[int, int]], grid: Grid, body: list[int]) -> str:
    left = names[index - 1] if index else ""
    if left and index < 4 and _mostly(grid, groups[index], body) == TEXT and _mostly(grid, groups[index - 1], body) in (TEXT, ""):
        return left
    return f"{letter(groups[index][0])}列"


def _mostly(grid: Grid, group: tuple[int, int], body: list[int]) -> str:
    kinds = Counter(kind_of(grid.get(row, group[0])) for row in body)
    kinds.pop("", None)
    return max(kinds, key=lambda kind: kinds[kind]) if kinds and kinds.get(VALUE, 0) < sum(kinds.values()) else ""
