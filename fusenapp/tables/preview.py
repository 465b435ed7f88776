"""The first cells of a sheet as text, with the part that each row plays."""

from __future__ import annotations

from fusenapp.tables.book import Preview
from fusenapp.tables.cells import text_of
from fusenapp.tables.grid import Grid
from fusenapp.tables.layout import SheetLayout
from fusenapp.tables.places import area

_ROWS, _COLUMNS, _TEXT = 200, 60, 200


def preview_of(grid: Grid, layout: SheetLayout) -> Preview:
    """At most 200 rows and 60 columns."""
    used = grid.used
    if used is None:
        return Preview()
    bottom, right = min(used[2], _ROWS - 1), min(used[3], _COLUMNS - 1)
    cells = tuple(_row(grid, row, right) for row in range(bottom + 1))
    merges = tuple(area(*each) for each in grid.merges if each[0] <= bottom and each[1] <= right)[:2000]
    return Preview(cells, _roles(layout, bottom), merges)


def _row(grid: Grid, row: int, right: int) -> tuple[str, ...]:
    cells = grid.rows.get(row)
    if not cells:
        return ()
    last = min(max(cells), right)
    return tuple(text_of(grid, row, column)[:_TEXT] if column in cells else "" for column in range(last + 1))


def _roles(layout: SheetLayout, bottom: int) -> dict[int, str]:
    roles: dict[int, str] = {}
    for table in layout.tables:
        parts = (
            ("data", table.body.rows),
            ("total", table.body.totals),
            ("recap", table.body.recaps),
            ("note", table.body.notes),
        )
        for role, rows in (*parts, ("header", table.header)):
            roles.update({row + 1: role for row in rows if row <= bottom})
    return roles
