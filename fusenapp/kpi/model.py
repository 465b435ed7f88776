"""The tree turned round for what-if: rates and prices are given, and the counts and amounts follow from them.

In the tree a rate is reckoned from two counts (受注率 = 受注数 ÷ 提案数) and the formula of a count only explains it
(受注数 = 提案数 × 受注率). Here the explaining formulas are reckoned and the rates in them are the drivers. Where a count
is known by quality and general leads both are reckoned apart and added up. Unchanged drivers give back the figures of the
tree exactly: what an explaining formula leaves over is kept as a factor.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from fusenapp.domain import calendar
from fusenapp.domain.formula import Binary, Name
from fusenapp.errors import InputError
from fusenapp.kpi.ahead import ALL, GENERAL, QUALITY, months_ahead, turned_round
from fusenapp.kpi.arithmetic import Program, compile_formula, quietly
from fusenapp.kpi.grid import leaf_of, names_of
from fusenapp.kpi.result import KpiResult

if TYPE_CHECKING:
    import numpy as np

MIX = "mix"


@dataclass(frozen=True)
class Change:
    """One driver from a month on.

    Attributes:
        node: id of the driver.
        value: factor on its figures, or with ``fixed`` the figure of every month itself.
        segment: ``all`` (quality and general leads move alike), ``quality``, ``general``, or ``mix``: the share of quality leads.
        fixed: whether ``value`` is the figure itself.
    """

    node: str
    value: float
    segment: str = ALL
    fixed: bool = False


@dataclass(frozen=True)
class Lever:
    """A driver that can be changed.

    Attributes:
        node, segment: as in `Change`.
        unit: of its figure; a share is ``%``.
        usual: its figure over the months that would change, of one month for a count.
        least, most: its smallest and largest figure in a fixed month; None without one.
    """

    node: str
    segment: str
    unit: str
    usual: float
    least: float | None
    most: float | None


class Model:
    """What would be if. Made once for a result; every `run` is a few array operations.

    Args:
        result: the evaluated tree.
        start: first month that changes; default the month after the as-of month.
        ahead: fill the months up to the end of the fiscal year.
    """

    def __init__(self, result: KpiResult, start: str | None = None, *, ahead: bool = True) -> None:
        self.tree = result.tree
        self.result = months_ahead(result) if ahead else result
        grid = self.result.grid
        self.grid = grid
        self.kind = grid.kinds.index("actual")
        self.start = start or (calendar.add(result.as_of, 1) if result.as_of else grid.months[0])
        self.formulas = turned_round(grid)
        self.base = self._base()

    # -- the tree turned round

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Nodes that follow from others, each after what it needs."""
        done, order = set(self.grid.index) - self.formulas.keys(), []
        waiting = list(self.formulas)
        while waiting:
            ready = [id for id in waiting if all(n.name in done for n in names_of(self.formulas[id]))]
            if not ready:
                break
            order += ready
            done.update(ready)
            waiting = [id for id in waiting if id not in done]
        return tuple(order)

    @cached_property
    def _programs(self) -> dict[str, Program]:
        leaf = leaf_of(self.grid.index, self.grid.segments)
        return {id: compile_formula(self.formulas[id], leaf) for id in self.order}

    def levers(self, node: str) -> list[Lever]:
        """The drivers below a node, in the order in which its formulas name them; the share of quality leads behind its count."""
        found = []
        for id in self._leaves(node):
            found.append(self._lever(id, ALL))
            if self._split(id) and self.tree.nodes[id].aggregation == "sum":
                found.append(self._lever(id, MIX))
        return [lever for lever in found if lever is not None]

    def quality_rate(self, node: str) -> str | None:
        """The node that is the share of quality leads in a count, if the tree has one."""
        for id, formula in self.grid.checked.formulas.items():
            match formula:
                case Binary("/", Name(above, "quality"), Name(below, "")) if above == below == node:
                    return id
        return None

    def lever(self, node: str, segment: str = ALL) -> Lever:
        """One driver.

        Raises:
            InputError: ``no-figure`` if nothing is known of it.
        """
        found = self._lever(node, segment)
        if found is None:
            raise InputError("no-figure", self.tree.nodes[node].name, node=node, segment=segment)
        return found

    def _leaves(self, node: str) -> Iterator[str]:
        seen, waiting = {node}, [node]
        while waiting:
            id = waiting.pop(0)
            if id not in self.formulas:
                yield id
                continue
            fresh = [n.name for n in names_of(self.formulas[id]) if n.name not in seen]
            seen.update(fresh)
            waiting = fresh + waiting

    def _lever(self, node: str, segment: str) -> Lever | None:
        unit = "%" if segment == MIX else self.tree.nodes[node].unit
        coming = [m for m in self.grid.months if m >= self.start]
        usual = self.figure(node, segment, coming)
        if usual is None:
            return None
        if self.tree.nodes[node].aggregation == "sum" and segment != MIX:
            usual /= max(len(self.result.known(node, coming)), 1)
        fixed = self.grid.months[: self.grid.fixed]
        past = [value for month in fixed if (value := self.figure(node, segment, [month], past=True)) is not None]
        return Lever(node, segment, unit, usual, min(past, default=None), max(past, default=None))

    def figure(self, node: str, segment: str, months: Sequence[str], past: bool = False) -> float | None:
        """A driver's figure over months; a share over the sums of both."""
        if segment != MIX:
            return self.result.value(node, months, segment=segment)
        above, below = (self.result.value(node, months, segment=s) for s in (QUALITY, ALL))
        return above / below if above is not None and below else None

    def _split(self, node: str) -> bool:
        rows = [self.grid.cube[self.grid.index[node], i, self.kind] for i, s in enumerate(self.grid.segments) if s in (QUALITY, GENERAL)]
        return len(rows) == 2 and all(bool((row == row).any()) for row in rows)

    # -- reckoning

    def _base(self) -> list[np.ndarray]:
        """Figures of the months that may change, per node [segment, month]; those to come are filled."""
        columns = [i for i, month in enumerate(self.grid.months) if month >= self.start]
        return [self.grid.cube[i, :, self.kind][:, columns] for i in range(len(self.tree))]

    @cached_property
    def _kept(self) -> dict[str, np.ndarray]:
        """What each formula leaves over, as a factor: the figure ÷ what its formula gives."""
        import numpy as np

        found = {}
        with quietly():
            for id in self.order:
                told = np.broadcast_to(self._programs[id](self.base), self.base[self.grid.index[id]].shape)
                factor = self.base[self.grid.index[id]] / told
                found[id] = np.where(np.isfinite(factor), factor, 1.0)
        return found

    def run(self, changes: Iterable[Change]) -> KpiResult:
        """The tree as it would be; unchanged drivers keep their figures.

        Raises:
            InputError: ``unknown-node``, ``not-a-driver`` for a node that follows from others.
        """
        rows = [row.copy() for row in self.base]
        for change in changes:
            self._apply(rows, self._meant(change))
        self._follow(rows)
        return self._result(rows)

    def _meant(self, change: Change) -> Change:
        """A quality rate stands for the share of quality leads in its count."""
        if change.node not in self.tree.nodes:
            raise InputError("unknown-node", where=change.node, known=", ".join(n.name for n in self.tree))
        formula = self.grid.checked.formulas.get(change.node)
        match formula:
            case Binary("/", Name(above, "quality"), Name(below, "")) if above == below:
                return replace(change, node=above, segment=MIX)
        if change.node in self.formulas:
            raise InputError("not-a-driver", where=self.tree.nodes[change.node].name, name=self.tree.nodes[change.node].name)
        return change

    def _apply(self, rows: list[np.ndarray], change: Change) -> None:
        import numpy as np

        row, places = rows[self.grid.index[change.node]], {s: i for i, s in enumerate(self.grid.segments)}
        with quietly():
            if change.segment == MIX:
                self._mix(row, places, change)
                return
            if change.segment == ALL:
                whole = row[places[ALL]].copy()
                factor = np.where(np.isfinite(change.value / whole), change.value / whole, 1.0) if change.fixed else change.value
                row *= factor
                if change.fixed:
                    row[places[ALL]] = np.where(np.isfinite(whole), change.value, whole)
            else:
                of = row[places[change.segment]]
                row[places[change.segment]] = np.where(np.isfinite(of), change.value, of) if change.fixed else of * change.value
                if self.tree.nodes[change.node].aggregation == "sum":
                    row[places[ALL]] = row[places[QUALITY]] + row[places[GENERAL]]
        if self.tree.nodes[change.node].unit == "%":
            np.clip(row, None, 1.0, out=row)

    @staticmethod
    def _mix(row: np.ndarray, places: Mapping[str, int], change: Change) -> None:
        import numpy as np

        share = row[places[QUALITY]] / row[places[ALL]]
        wanted = np.clip(np.where(np.isfinite(share), change.value, share) if change.fixed else share * change.value, 0.0, 1.0)
        known = np.isfinite(wanted)
        row[places[QUALITY]] = np.where(known, row[places[ALL]] * wanted, row[places[QUALITY]])
        row[places[GENERAL]] = np.where(known, row[places[ALL]] - row[places[QUALITY]], row[places[GENERAL]])

    def _follow(self, rows: list[np.ndarray]) -> None:
        """What follows from the drivers, then everything that the tree reckons from it."""
        with quietly():
            for id in self.order:
                self._set(rows, id, self._programs[id](rows) * self._kept[id])
            for id in self.grid.checked.order:
                if id in self.grid.programs and id not in self.formulas and self.tree.nodes[id].aggregation == "ratio":
                    self._set(rows, id, self.grid.programs[id](rows), add=False)

    def _set(self, rows: list[np.ndarray], id: str, found: np.ndarray, *, add: bool = True) -> None:
        import numpy as np

        row = rows[self.grid.index[id]]
        new = np.where(np.isfinite(found) & np.isfinite(row), found, row)
        segments = self.grid.segments
        if add and {QUALITY, GENERAL} <= set(segments) and self.tree.nodes[id].aggregation == "sum":
            parts = new[segments.index(QUALITY)] + new[segments.index(GENERAL)]
            whole = self.base[self.grid.index[id]]
            adds = np.isclose(whole[segments.index(QUALITY)] + whole[segments.index(GENERAL)], whole[segments.index(ALL)])
            new[segments.index(ALL)] = np.where(np.isfinite(parts) & adds, parts, new[segments.index(ALL)])
        row[...] = new

    def _result(self, rows: list[np.ndarray]) -> KpiResult:
        grid = copy.copy(self.grid)
        grid.cube = self.grid.cube.copy()
        columns = [i for i, month in enumerate(self.grid.months) if month >= self.start]
        for at, row in enumerate(rows):
            grid.cube[at, :, self.kind][:, columns] = row
        return replace(self.result, nodes=self.result.nodes.on(grid), grid=grid, data=None)
