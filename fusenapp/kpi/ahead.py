"""The tree turned round, and its months to come.

Where an explaining formula has figures, its count follows from it and the rates in it are given. Months after the as-of month
are filled with the forecast, else with the target of a count, else with what the last months brought.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import replace

from fusenapp.domain import calendar
from fusenapp.domain.formula import Binary, Expression, Name
from fusenapp.kpi.arithmetic import compile_formula, quietly
from fusenapp.kpi.grid import Axes, Grid, leaf_of, names_of
from fusenapp.kpi.result import KpiResult

RECENT = 3
"""Months that a figure of a month to come is taken from where nothing was planned."""
ALL, QUALITY, GENERAL = "all", "quality", "general"


def turned_round(grid: Grid) -> dict[str, Expression]:
    """Node → formula (names are node ids) by which it follows from others: explaining formulas, and sums that the tree reckons."""
    formulas, nodes = grid.checked.formulas, grid.tree.nodes
    explaining = {id: formula for id, formula in formulas.items() if not nodes[id].reckoned}
    given = {n.name for formula in explaining.values() for n in names_of(formula) if nodes[n.name].aggregation == "ratio"}
    known = {id: f for id, f in explaining.items() if _has_figures(grid, [id, *(n.name for n in names_of(f))])}
    reckoned = {id: f for id, f in formulas.items() if nodes[id].reckoned and id not in given and id in grid.checked.order}
    return known | {id: formula for id, formula in reckoned.items() if not _is_rate(formula)}


def _is_rate(formula: Expression) -> bool:
    """Rates that no count is explained by say what is, they bring nothing about; they are reckoned at the end."""
    return isinstance(formula, Binary) and formula.operator == "/" and isinstance(formula.left, Name) and isinstance(formula.right, Name)


def _has_figures(grid: Grid, nodes: Iterable[str]) -> bool:
    kind = grid.kinds.index("actual")
    rows = [grid.cube[grid.index[id], 0, kind] for id in nodes]
    return all(bool((row == row).any()) for row in rows)


def months_ahead(result: KpiResult) -> KpiResult:
    """The result up to the end of the fiscal year, the actuals of the months to come filled."""
    grid = result.grid
    if result.as_of is None:
        return result
    year = calendar.months_of(calendar.period_of(result.as_of, "year", result.tree.fiscal_start), result.tree.fiscal_start)
    months = calendar.covering((*grid.months, *year))
    other = _longer(grid, months)
    _fill(other)
    _carry(other)
    longer = replace(result, months=months, grid=other, nodes=result.nodes.on(other), data=None)
    return longer


def _longer(grid: Grid, months: tuple[str, ...]) -> Grid:
    import numpy as np

    other = copy.copy(grid)
    other.axes = Axes(grid.segments, grid.kinds, months, grid.fixed + months.index(grid.months[0]))
    other.months, other.fixed = months, other.axes.fixed
    other.place = {month: at for at, month in enumerate(months)}
    at = [other.place[month] for month in grid.months]
    for name in ("given", "cube"):
        array = np.full((*grid.cube.shape[:3], len(months)), np.nan)
        array[..., at] = getattr(grid, name)
        setattr(other, name, array)
    other.overridden = {id: ~np.isnan(other.given[other.index[id]]) for id in grid.overridden}
    return other


def _fill(grid: Grid) -> None:
    """Drivers of the months to come: forecast, for counts the target, else what the last months brought."""
    import numpy as np

    kind, turned = grid.kinds.index("actual"), turned_round(grid)
    recent = grid.months[: grid.fixed][-RECENT:]
    for id, at in grid.index.items():
        if id in turned:
            continue
        row = grid.cube[at]
        counted = grid.tree.nodes[id].aggregation == "sum"
        for s, segment in enumerate(grid.segments):
            usual = grid.over(id, recent, "actual", segment)
            if usual is None:
                continue
            usual = usual / max(len(grid.known(id, recent, "actual", segment)), 1) if counted else usual
            coming = np.full(len(grid.months) - grid.fixed, usual)
            for series in ("target", "forecast") if counted else ("forecast",):
                if series in grid.kinds:
                    planned = row[s, grid.kinds.index(series), grid.fixed:]
                    coming = np.where(np.isfinite(planned), planned, coming)
            row[s, kind, grid.fixed:] = coming
        _balanced(grid, at, kind)


def _balanced(grid: Grid, at: int, kind: int) -> None:
    """Quality and general leads to come are made to add up to the whole."""
    import numpy as np

    if not {QUALITY, GENERAL} <= set(grid.segments) or grid.tree.nodes[list(grid.index)[at]].aggregation != "sum":
        return
    places = [grid.segments.index(s) for s in (ALL, QUALITY, GENERAL)]
    whole, quality, general = (grid.cube[at, place, kind, grid.fixed:] for place in places)
    with quietly():
        share = np.where(np.isfinite(quality / (quality + general)), quality / (quality + general), np.nan)
    quality[...], general[...] = whole * share, whole * (1 - share)


def _carry(grid: Grid) -> None:
    """What follows from the drivers in the months to come."""
    import numpy as np

    kind = grid.kinds.index("actual")
    leaf, turned = leaf_of(grid.index, grid.segments), turned_round(grid)
    rows = [grid.cube[i, :, kind, grid.fixed:] for i in range(len(grid.index))]
    order, done = [], set(grid.index) - turned.keys()
    while ready := [id for id in turned if id not in done and all(n.name in done for n in names_of(turned[id]))]:
        order += ready
        done.update(ready)
    with quietly():
        for id in order:
            found = np.broadcast_to(compile_formula(turned[id], leaf)(rows), rows[grid.index[id]].shape)
            rows[grid.index[id]][...] = found
            if {QUALITY, GENERAL} <= set(grid.segments) and grid.tree.nodes[id].aggregation == "sum":
                parts = found[grid.segments.index(QUALITY)] + found[grid.segments.index(GENERAL)]
                rows[grid.index[id]][0] = np.where(np.isfinite(parts), parts, found[0])
        for id in grid.checked.order:
            if id in grid.programs and id not in turned and id in grid.checked.formulas:
                found = grid.programs[id](rows)
                rows[grid.index[id]][...] = np.where(np.isfinite(found), found, rows[grid.index[id]])
