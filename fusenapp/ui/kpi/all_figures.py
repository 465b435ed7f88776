"""The figures of all nodes over the months of a period at once; what an edit did not touch goes on from before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING

from fusenapp.ui.kpi.figures import NodeFigures, node_figures, trend_months

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.kpi import KpiResult


class AllFigures(Mapping[str, NodeFigures]):
    """The figures of a tree's nodes, each put together when it is first looked at.

    Counts and amounts are added up for all nodes in one go; rates over several months and linked nodes are asked for singly.

    Args:
        ids: nodes, in their order.
        before: the figures shown until now; those of nodes that cannot have changed are taken over.
    """

    def __init__(self, result: KpiResult, ids: Iterable[str], months: tuple[str, ...], before: AllFigures | None = None) -> None:
        self._result, self._months = result, months
        self._ids = dict.fromkeys(ids)
        self._made: dict[str, NodeFigures] = {}
        if before is not None and before._months == months and before._result.months == result.months:
            moved = result.moved_since(before._result)
            if moved is not None:
                self._made = {id: found for id, found in before._made.items() if id not in moved}

    def __getitem__(self, id: str) -> NodeFigures:
        if id not in self._made:
            if id not in self._ids:
                raise KeyError(id)
            self._made[id] = self._bulk.of(id) if self._months and self._bulk.holds(id) else node_figures(self._result, id, self._months)
        return self._made[id]

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    @cached_property
    def _bulk(self) -> Bulk:
        return Bulk(self._result, self._months)

    def achievement(self, id: str) -> float | None:
        """That of one node, without putting the rest of its figures together."""
        if id in self._made or not self._months or not self._bulk.holds(id):
            return self[id].achievement
        return self._bulk.achievement(id)

    def achievements(self, ids: Sequence[str]) -> list[float | None]:
        """Those of many nodes, in their order."""
        if not self._months:
            return [self[id].achievement for id in ids]
        bulk, rows = self._bulk, self._bulk.reached
        return [rows[bulk.row[id]] if bulk.holds(id) else self[id].achievement for id in ids]

    def without_figures(self) -> frozenset[str]:
        """The nodes of which nothing is known in any month."""
        import numpy as np

        grid = self._result.grid
        if not grid.cube.size:  # no months at all, or no nodes
            return frozenset(self._ids)
        known = np.isfinite(grid.cube).reshape(len(grid.index), -1).max(axis=1)
        return frozenset(id for id in self._ids if not known[grid.index[id]])


class Bulk:
    """Sums and last values of all nodes over the months of a period, read out of the array once."""

    def __init__(self, result: KpiResult, months: tuple[str, ...]) -> None:
        grid = result.grid
        self._tree, self.row = result.tree, grid.index
        columns = [grid.place[m] for m in months if m in grid.place]
        self._single = len(columns) == 1
        self._fixed = sum(m not in result.unfixed for m in months)
        trend = [grid.place[m] for m in trend_months(result, months)]
        kinds = [grid.kinds.index(kind) for kind in ("actual", "target")]
        self._segments = [s for s in ("all", "quality", "general") if s in grid.segments]
        self._cells = grid.cube[:, [grid.segments.index(segment) for segment in self._segments]][:, :, kinds][..., columns]
        self._trends = grid.cube[:, grid.segments.index("all")][:, kinds][..., trend]

    def holds(self, id: str) -> bool:
        """Whether a node's figures can be read here: of a rate over several months they are no sum."""
        node = self._tree.nodes[id]
        return node.type != "linked" and (self._single or node.aggregation in ("sum", "last"))

    def of(self, id: str) -> NodeFigures:
        """The same as `node_figures`."""
        node, at = self._tree.nodes[id], self.row[id]
        last, whole = node.aggregation == "last", node.unit != "%"
        cells = self._cells[at].tolist()
        actual, target = cells[0]
        parts = {segment: over(each[0], last, whole) for segment, each in zip(self._segments, cells, strict=True)}
        line, aims = (tuple(_number(v, whole) for v in row) for row in self._trends[at].tolist())
        return NodeFigures(
            id, node.name, node.unit, node.department, parts["all"], over(target, last, whole), self.achievement(id),
            parts.get("quality"), parts.get("general"), line, aims, 0 < sum(v == v for v in actual) < self._fixed,
            node.aggregation == "sum" and whole, node.direction == "down")

    def achievement(self, id: str) -> float | None:
        """Actual ÷ target over the months in which both are known."""
        return self.reached[self.row[id]]

    @cached_property
    def reached(self) -> list[float | None]:
        """The achievements of all nodes, by their rows."""
        import numpy as np

        both = self._cells[:, 0]
        both = np.where(np.isnan(both).any(axis=1, keepdims=True), np.nan, both)
        last = np.array([node.aggregation == "last" for node in self._tree], bool)
        with np.errstate(all="ignore"):
            above, below = np.where(last, _last(both), _sum(both))
            found = np.where(np.isfinite(above) & np.isfinite(below) & (below > 0), above / below, np.nan).tolist()
        return [None if each != each else each for each in found]


def _sum(cells: np.ndarray) -> np.ndarray:
    """[node, series, month] → [series, node]: months added up one after the other, as `over` does; NaN where none is known."""
    import numpy as np

    found = np.full(cells.shape[:2], np.nan)
    for month in range(cells.shape[2]):
        each = cells[..., month]
        found = np.where(np.isnan(each), found, np.where(np.isnan(found), each, found + each))
    return found.T


def _last(cells: np.ndarray) -> np.ndarray:
    """[node, series, month] → [series, node]: the last month that is known."""
    import numpy as np

    found = np.full(cells.shape[:2], np.nan)
    for month in range(cells.shape[2]):
        each = cells[..., month]
        found = np.where(np.isnan(each), found, each)
    return found.T


def over(values: Sequence[float], last: bool, whole: bool) -> float | None:
    """The figure over several months, NaN = not known: their sum, or the last one."""
    known = [v for v in values if v == v]
    if not known:
        return None
    found = known[-1] if last or len(known) == 1 else sum(known)
    return _number(found, whole)


def _number(value: float, whole: bool) -> float | None:
    if not isfinite(value):
        return None
    return int(value) if whole and value.is_integer() else value
