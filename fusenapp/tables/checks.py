"""Sums in the sheet held against the values; months to come that hold figures already."""

from __future__ import annotations

import math
from typing import Any

from fusenapp.tables import words
from fusenapp.tables.body import is_closing
from fusenapp.tables.column_types import Typed
from fusenapp.tables.grid import Grid
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import address, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.values import read_text

_BEFORE = 24
"""How many totals before a total its sum may begin at: that of half a year after those of two quarters."""
_AVERAGE = ("平均", "average", "mean", "率", "比", "順位", "累計", "当たり", "指数")


def check_totals(grid: Grid, layout: Layout, types: list[Typed], columns: list[list[Any]]) -> list[Problem]:
    """Every total row against the rows it sums: those since a total before it, or all of them."""
    body = layout.body
    rows = body.rows
    if not body.totals or not rows:
        return []
    found: list[Problem] = []
    for total in sorted(set(body.totals) - body.proven):
        above = [position for position, row in enumerate(rows) if row < total]
        earlier = [other for other in body.totals if other < total]
        since = [[position for position in above if rows[position] > other] for other in earlier[-_BEFORE:]]
        scopes = [scope for scope in (above or list(range(len(rows))), *since) if scope]
        found += _check_row(grid, layout, total, scopes, types, columns)
    return found


def _check_row(
    grid: Grid, layout: Layout, total: int, scopes: list[list[int]], types: list[Typed], columns: list[list[Any]]
) -> list[Problem]:
    label = "".join(str(value) for value in grid.rows.get(total, {}).values() if isinstance(value, str))
    if any(word in words.normal(label) for word in _AVERAGE) or words.is_derived(label) or is_closing(label):
        return []
    least = min((grid.indent(row, layout.spans[0].left) for row in layout.body.rows if _label(grid, layout, row)), default=0)
    top = [position for position in scopes[0] if not _indented(grid, layout, layout.body.rows[position], least)]
    scopes = [*scopes, top] if top and len(top) < len(scopes[0]) else scopes
    closing = [row for row in layout.body.totals if layout.body.rows[-1] < row < total]
    wrong, right = [], 0
    for index, span in enumerate(layout.spans):
        stated = _number(grid, total, span.left, types[index].unit)
        if stated is None or types[index].type not in ("integer", "number", "money") or _is_average(span.name):
            continue
        sums = [math.fsum(columns[index][position] or 0 for position in scope) for scope in scopes]
        if closing:
            sums.append(math.fsum(_number(grid, row, span.left, types[index].unit) or 0 for row in closing))
        if any(_close(stated, each) for each in sums):
            right += 1
        else:
            wrong.append((address(total, span.left), stated, min(sums, key=lambda each, at=stated: abs(each - at))))
    if not wrong or (right == 0 and len(wrong) > 1 and len(scopes[0]) < 3):
        return []
    return [
        Problem("total-mismatch", place(grid.name, cell), {"stated": stated, "sum": total}) for cell, stated, total in wrong[:12]
    ]


def _label(grid: Grid, layout: Layout, row: int) -> bool:
    return isinstance(grid.get(row, layout.spans[0].left), str)


def _indented(grid: Grid, layout: Layout, row: int, least: int) -> bool:
    """The label is moved in further than others: the row is a part of one above it."""
    column = layout.spans[0].left
    if grid.get(row, column) is None or words.is_recap(str(grid.get(row, column))):
        return True
    return _label(grid, layout, row) and grid.indent(row, column) > least


def _is_average(name: str) -> bool:
    return any(word in words.normal(name) for word in _AVERAGE)


def _number(grid: Grid, row: int, column: int, unit: str) -> float | int | None:
    """A figure in the unit of its column, as the display has it."""
    value = grid.get(row, column)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        scale = grid.meaning(row, column).scaled(unit)
        return value if scale == 1 else value / scale
    reading = read_text(value) if isinstance(value, str) and type(value) is str else None
    return reading.value if reading is not None and reading.kind in ("number", "money") else None


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=0.51 if float(a).is_integer() and not float(b).is_integer() else 1e-6)
