"""From a tree and its data to figures: gather what sheets and lead lists say, reckon the formulas, say what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from fusenapp.domain import calendar
from fusenapp.domain.kpi import SEGMENTS, SERIES, Tree
from fusenapp.domain.kpi_check import Checked, check
from fusenapp.errors import InputError
from fusenapp.kpi.grid import Axes, Grid
from fusenapp.kpi.result import KpiProblem, KpiResult, Nodes
from fusenapp.kpi.sources import Gathered, Given, Inputs, gather, last_actual

if TYPE_CHECKING:
    import numpy as np


def evaluate(tree: Tree, inputs: Inputs, *, as_of: str | None = None, basis: str = "cohort", before: KpiResult | None = None) -> KpiResult:
    """Reckons every node by month and segment.

    A tree with errors is reckoned as far as it goes; the nodes in error have no figures and are named in ``problems``.

    Args:
        tree: see `domain.kpi.tree_of`.
        inputs: KPI rows and lead lists by dataset id.
        as_of: last month whose actuals are fixed; None = what the data says. Actuals after it are left out.
        basis: ``cohort`` or ``event``, for measures that do not say.
        before: the result before an edit, from the same ``inputs`` object: what does not depend on the edit is taken from it.
    """
    checked = check(tree)
    data = gather(tree, inputs, basis, before.data if before else None)
    last = calendar.month_of(as_of) if as_of else last_actual(data.given, inputs)
    grid = _grid(tree, checked, data, last, before)
    wrong = [_problem(error) for error in checked.errors]
    undated = [KpiProblem("leads-undated", where=id, parameters={"count": facts.undated}) for id, facts in inputs.leads.items() if facts.undated]
    return KpiResult(tree, grid.months, last, Nodes(tree, grid, data.given), (*wrong, *data.problems, *undated), basis, grid, data)


def _grid(tree: Tree, checked: Checked, data: Gathered, last: str | None, before: KpiResult | None) -> Grid:
    """The figures; those before the edit go on where nodes, months, segments and series are the same."""
    if before is None or before.data is None or list(tree.nodes) != list(before.tree.nodes):
        axes = _axes(data.given, last)
        return Grid(tree, checked, axes, _filled(tree, data.given, axes))
    fed = frozenset(id for id, given in data.given.items() if given is not before.data.given[id])
    axes = before.grid.axes if not fed and last == before.as_of else _axes(data.given, last)
    if axes != before.grid.axes:
        return Grid(tree, checked, axes, _filled(tree, data.given, axes))
    old, nodes = before.grid.checked.formulas, before.tree.nodes
    others = {node.id for node, was in zip(tree, nodes.values(), strict=True) if node is not was and node != was}
    moved = fed | others | {id for id in nodes if checked.formulas.get(id) is not old.get(id)}
    return before.grid.after(tree, checked, _refilled(before.grid, data.given, fed), moved)


def _problem(error: InputError) -> KpiProblem:
    rest = {name: value for name, value in error.parameters.items() if name != "node"}
    return KpiProblem(error.code, str(error.parameters.get("node", "")), error.where, rest)


def _axes(given: Mapping[str, Given], last: str | None) -> Axes:
    """Only segments and series that occur; actuals after the as-of month do not make a month appear."""
    cells = [(cell, months) for each in given.values() for cell, months in each.values.items()]
    segments = {cell[1] for cell, _ in cells} | {"all"}
    kinds = {cell[0] for cell, _ in cells} | {"target", "actual"}
    shown = {m for (series, _), months in cells for m in months if series != "actual" or (last is not None and m <= last)}
    months = calendar.covering(shown)
    fixed = sum(last is not None and month <= last for month in months)
    return Axes(tuple(s for s in SEGMENTS if s in segments), tuple(k for k in SERIES if k in kinds), months, fixed)


def _filled(tree: Tree, given: Mapping[str, Given], axes: Axes) -> np.ndarray:
    import numpy as np

    array = np.full((len(tree), len(axes.segments), len(axes.kinds), len(axes.months)), np.nan)
    for row, node in enumerate(tree):
        _fill(array[row], given[node.id], axes)
    return array


def _refilled(grid: Grid, given: Mapping[str, Given], fed: Collection[str]) -> np.ndarray:
    """What the data says, some nodes of it anew; the array itself where there are none."""
    if not fed:
        return grid.given
    array = grid.given.copy()
    for id in fed:
        array[grid.index[id]] = float("nan")
        _fill(array[grid.index[id]], given[id], grid.axes)
    return array


def _fill(row: np.ndarray, given: Given, axes: Axes) -> None:
    """One node's figures into its [segment, series, month]; actuals that are not fixed stay unknown."""
    if not given.values:
        return
    place = {month: at for at, month in enumerate(axes.months)}
    for (series, segment), values in given.values.items():
        line = row[axes.segments.index(segment), axes.kinds.index(series)]
        for month, value in values.items():
            if month in place:
                line[place[month]] = value
    row[:, axes.kinds.index("actual"), axes.fixed:] = float("nan")
