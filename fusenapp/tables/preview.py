"""The first and last cells of a sheet as text, with the part that each of them plays: what a window shows before importing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from fusenapp.tables import words
from fusenapp.tables.book import Preview
from fusenapp.tables.cells import text_of
from fusenapp.tables.grid import Area, Grid
from fusenapp.tables.layout import Layout, SheetLayout
from fusenapp.tables.places import address, area
from fusenapp.tables.surroundings import Remark, as_of_in, as_of_text, remarks_in, unit_in

_ROWS, _MOST, _COLUMNS, _TEXT = 200, 2000, 60, 200
_CELLS, _BOOK = 40_000, 240_000
"""Cells shown of one sheet that was read as a whole, and of all sheets together."""
_TAIL, _AREAS = 60, 4000


def preview_of(grid: Grid, layout: SheetLayout, sheets: int = 1) -> Preview:
    """At least the first 200 rows and 60 columns, more of small sheets; of longer ones the last 60 rows too.

    Args:
        grid: the sheet.
        layout: how it was understood.
        sheets: how many sheets share the room.
    """
    used = grid.used
    if used is None:
        return Preview()
    right = min(used[3], _COLUMNS - 1)
    bottom = min(used[2], _head(grid, right + 1, sheets) - 1)
    first = max(bottom + 1, used[2] - _TAIL + 1, grid.skipped[1] + 1 if grid.skipped else 0)
    cells = tuple(_row(grid, row, right) for row in range(bottom + 1))
    tail = tuple(_row(grid, row, right) for row in range(first, used[2] + 1))
    merges = tuple(area(*each) for each in grid.merges if each[0] <= bottom and each[1] <= right)[:2000]
    return Preview(cells, _roles(layout, bottom), merges, tuple(_areas(grid, layout))[:_AREAS], tail, first + 1, used[2] + 1, used[3] + 1)


def _head(grid: Grid, columns: int, sheets: int) -> int:
    """Number of rows from the top."""
    if grid.skipped is not None:
        return min(_ROWS, grid.skipped[0])
    room = min(_CELLS, _BOOK // max(sheets, 1))
    return max(_ROWS, min(_MOST, room // columns))


def _row(grid: Grid, row: int, right: int) -> tuple[str, ...]:
    cells = grid.rows.get(row)
    if not cells:
        return ()
    last = min(max(cells), right)
    return tuple(text_of(grid, row, column)[:_TEXT] if column in cells else "" for column in range(last + 1))


def _parts(table: Layout) -> tuple[tuple[str, list[int]], ...]:
    body = table.body
    return (("data", body.rows), ("total", body.totals), ("recap", body.recaps), ("note", body.notes), ("header", table.header))


def _roles(layout: SheetLayout, bottom: int) -> dict[int, str]:
    roles: dict[int, str] = {}
    for table in layout.tables:
        for role, rows in _parts(table):
            roles.update({row + 1: role for row in rows if row <= bottom})
    return roles


def _areas(grid: Grid, layout: SheetLayout) -> Iterator[tuple[str, str]]:
    """Runs of rows that play one part, as wide as their table, and the cells around it."""
    floor = 0
    for table in layout.tables:
        left, right = table.spans[0].left, table.spans[-1].right
        sections = _sections(grid, table, left, right)
        for role, rows in _parts(table):
            kept = [row for row in rows if row not in sections] if role == "note" else rows
            yield from ((role, area(top, left, bottom, right)) for top, bottom in _runs(kept, grid))
        yield from (("section", area(row, left, row, right)) for row in sorted(sections))
        yield from _surroundings(grid, table, (floor, left, table.top - 1, right))
        floor = 0 if layout.tables[0].spans[0].left != left else table.bottom + 1


def _runs(rows: Iterable[int], grid: Grid) -> Iterator[tuple[int, int]]:
    """(first, last) of rows that follow each other; rows that were not read in between count as one run."""
    ordered = sorted(rows)
    if not ordered:
        return
    start = ordered[0]
    for before, after in pairwise(ordered):
        skipped = grid.skipped is not None and before < grid.skipped[0] <= grid.skipped[1] < after
        if after != before + 1 and not skipped:
            yield start, before
            start = after
    yield start, ordered[-1]


def _sections(grid: Grid, table: Layout, left: int, right: int) -> set[int]:
    """Rows that are headings of the rows below them."""
    told = {words.normal(text) for text in table.body.sections.values()}
    if not told:
        return set()
    texts = {row: next((text for column in range(left, right + 1) if (text := text_of(grid, row, column))), "") for row in table.body.notes}
    return {row for row, text in texts.items() if words.normal(text) in told}


def _surroundings(grid: Grid, table: Layout, place: Area) -> Iterator[tuple[str, str]]:
    """Title, unit and as-of cells above a table."""
    remarks = remarks_in(grid, place[0], place[2], place[1], place[3])
    for remark in remarks:
        role = _remark_role(remark, remarks, table)
        if role:
            yield role, address(remark.row, remark.column)


def _remark_role(remark: Remark, remarks: list[Remark], table: Layout) -> str:
    text, known = str(remark.value), table.around
    if isinstance(remark.value, str) and known.title and words.clean(text)[:20] and known.title.startswith(words.clean(text)[:20]):
        return "title"
    if known.unit and isinstance(remark.value, str) and unit_in(text) == known.unit:
        return "unit"
    beside = [other for other in remarks if other.row == remark.row]
    found = as_of_in(beside) if known.as_of else None
    if found and (not isinstance(remark.value, str) or as_of_text(text, told=True) == found):
        return "as_of"
    return ""
