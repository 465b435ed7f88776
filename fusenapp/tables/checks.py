"""Sums in the sheet held against the values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fusenapp.tables import words
from fusenapp.tables.body import is_closing
from fusenapp.tables.column_types import Typed
from fusenapp.tables.grid import Grid
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import address, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.row_sums import figure_of

BEFORE = 24
"""How many totals before a total its sum may begin at: that of half a year after those of two quarters."""
_FEW, _LISTED = 3, 12
_AVERAGE = ("平均", "average", "mean", "率", "比", "順位", "累計", "当たり", "指数")


@dataclass(frozen=True)
class Stated:
    """A figure in a row of sums: its cell, the figure, and what it may be the sum of."""

    cell: str
    value: float
    sums: Sequence[float]

    @property
    def right(self) -> bool:
        """It is one of those sums."""
        return any(_close(self.value, each) for each in self.sums)

    def parameters(self) -> dict[str, float]:
        """What a problem says about it: the figure and the sum nearest to it."""
        return {"stated": self.value, "sum": min(self.sums, key=lambda each: abs(each - self.value))}


def judged(figures: Sequence[Stated], rows: int) -> list[Stated]:
    """The figures of one row that are no sums; none where the row sums something else, being right nowhere over few rows."""
    wrong = [figure for figure in figures if not figure.right]
    elsewhere = len(wrong) == len(figures) and len(wrong) > 1 and rows < _FEW
    return [] if elsewhere else wrong[:_LISTED]


def is_sum_label(label: str) -> bool:
    """``合計`` and the like: no average, no rate, no tax."""
    return is_summed(label) and not words.is_derived(label) and not is_closing(label)


def is_summed(name: str) -> bool:
    """Neither a rate nor an average by its name."""
    return not any(word in words.normal(name) for word in _AVERAGE)


def label_of(grid: Grid, row: int) -> str:
    """The texts of a row, put together."""
    return "".join(str(value) for value in grid.rows.get(row, {}).values() if isinstance(value, str))


def figure(grid: Grid, row: int, column: int, unit: str) -> float | None:
    """A figure in the unit of its column, as the display has it; None where there is none."""
    value = figure_of(grid.get(row, column))
    scale = grid.meaning(row, column).scaled(unit)
    return value if value is None or scale == 1 else value / scale


def check_totals(grid: Grid, layout: Layout, types: list[Typed], columns: list[list[Any]]) -> list[Problem]:
    """Every total row against the rows it sums: those since a total before it, or all of them."""
    body = layout.body
    rows = body.rows
    if not body.totals or not rows:
        return []
    found: list[Problem] = []
    for total in sorted(set(body.totals) - body.proven):
        above = [position for position, row in enumerate(rows) if row < total]
        earlier = sorted(other for other in body.totals if other < total)
        since = [[position for position in above if rows[position] > other] for other in earlier[-BEFORE:]]
        scopes = [scope for scope in (above or list(range(len(rows))), *since) if scope]
        if is_sum_label(label_of(grid, total)):
            found += _check_row(grid, layout, total, scopes, types, columns)
    return found


def _check_row(
    grid: Grid, layout: Layout, total: int, scopes: list[list[int]], types: list[Typed], columns: list[list[Any]]
) -> list[Problem]:
    top = _outermost(grid, layout, scopes[0])
    scopes = [*scopes, top] if top and len(top) < len(scopes[0]) else scopes
    closing = [row for row in layout.body.totals if layout.body.rows[-1] < row < total]
    figures = []
    for index, span in enumerate(layout.spans):
        unit = types[index].unit
        value = figure(grid, total, span.left, unit)
        if value is None or types[index].type not in ("integer", "number", "money") or not is_summed(span.name):
            continue
        sums = [math.fsum(columns[index][position] or 0 for position in scope) for scope in scopes]
        if closing:
            sums.append(math.fsum(figure(grid, row, span.left, unit) or 0 for row in closing))
        figures.append(Stated(address(total, span.left), value, sums))
    return [Problem("total-mismatch", place(grid.name, told.cell), told.parameters()) for told in judged(figures, len(scopes[0]))]


def _outermost(grid: Grid, layout: Layout, scope: list[int]) -> list[int]:
    """The rows that are no part of one above them."""
    least = min((grid.indent(row, layout.spans[0].left) for row in layout.body.rows if _label(grid, layout, row)), default=0)
    return [position for position in scope if not _indented(grid, layout, layout.body.rows[position], least)]


def _label(grid: Grid, layout: Layout, row: int) -> bool:
    return isinstance(grid.get(row, layout.spans[0].left), str)


def _indented(grid: Grid, layout: Layout, row: int, least: int) -> bool:
    """The label is moved in further than others: the row is a part of one above it."""
    column = layout.spans[0].left
    if grid.get(row, column) is None or words.is_recap(str(grid.get(row, column))):
        return True
    return _label(grid, layout, row) and grid.indent(row, column) > least


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=0.51 if float(a).is_integer() and not float(b).is_integer() else 1e-6)
