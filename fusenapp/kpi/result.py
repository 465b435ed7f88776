"""What evaluating the tree gives: every node's series by segment and month, and any longer period made from them.

A figure that is not known is absent (None), never 0; actuals after the as-of month are not fixed yet and
absent too. A ratio over several months is Σ numerator ÷ Σ denominator: its formula over the summed
operands, taken over the months for which all of them are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from fusenapp.domain import calendar
from fusenapp.domain.kpi import SEGMENTS, KpiNode, Tree
from fusenapp.kpi.targets import achievement

if TYPE_CHECKING:
    from fusenapp.kpi.grid import Grid
    from fusenapp.kpi.sources import Gathered, Given

Values = Mapping[str, float]
"""Period → value; unknown periods are absent."""


@dataclass(frozen=True)
class KpiProblem:
    """Something in the tree or its data that needs a look: a code for `messages.sentence`, its node and parameters."""

    code: str
    node: str = ""
    where: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class NodeResult:
    """One node's figures by month.

    Attributes:
        node: the node.
        places: (segment, series, month) → ``file › sheet › cell`` for figures read from a KPI sheet.
        origin: series → ``"sheet"``, ``"leads"`` or ``"formula"``: where it was taken from.
    """

    node: KpiNode
    grid: Grid = field(repr=False)
    places: Mapping[tuple[str, str, str], str] = field(default_factory=dict, repr=False)
    origin: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def series(self) -> Mapping[str, Mapping[str, Values]]:
        """segment → series → month → value; segments and series without any value are absent."""
        return self.grid.series(self.node.id)

    @property
    def segments(self) -> tuple[str, ...]:
        """The segments that have a figure, in the order of ``SEGMENTS``."""
        return tuple(segment for segment in SEGMENTS if segment in self.series)

    def get(self, month: str, series: str = "actual", segment: str = "all") -> float | None:
        """One figure of one month."""
        return self.series.get(segment, {}).get(series, {}).get(month)

    @cached_property
    def achievement(self) -> Mapping[str, Values]:
        """segment → month → actual ÷ target, for months in which both are known and the target is above 0."""
        found = {}
        for segment, series in self.series.items():
            actual, target = series.get("actual", {}), series.get("target", {})
            found[segment] = {m: r for m in actual if (r := achievement(actual[m], target.get(m))) is not None}
        return found


class Nodes(Mapping[str, NodeResult]):
    """The nodes' figures by id, in the order of the tree; each is put together when it is first asked for."""

    def __init__(self, tree: Tree, grid: Grid, given: Mapping[str, Given]) -> None:
        self._tree, self._grid, self._given = tree, grid, given
        self._made: dict[str, NodeResult] = {}

    def __getitem__(self, id: str) -> NodeResult:
        if id not in self._made:
            node, given = self._tree.nodes[id], self._given[id]
            formula = dict.fromkeys(self._grid.kinds, "formula") if node.reckoned else {}
            self._made[id] = NodeResult(node, self._grid, given.places, formula | given.origin)
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tree.nodes)

    def __len__(self) -> int:
        return len(self._tree)

    def on(self, grid: Grid) -> Nodes:
        """The same nodes with the figures of another grid."""
        return Nodes(self._tree, grid, self._given)


@dataclass(frozen=True)
class KpiResult:
    """The evaluated tree.

    Attributes:
        tree: what was evaluated.
        months: all months that have a figure, without gaps, in order.
        as_of: last month with fixed actuals; None if there is no actual at all.
        nodes: node id → its figures, in the order of the tree.
        problems: what could not be reckoned, and why.
        basis: ``cohort`` or ``event``, the way lead lists were counted.
        data: what the tree was evaluated from, for evaluating it again after an edit; None where figures were put in by hand.
    """

    tree: Tree
    months: tuple[str, ...]
    as_of: str | None
    nodes: Nodes
    problems: tuple[KpiProblem, ...]
    basis: str
    grid: Grid = field(repr=False)
    data: Gathered | None = field(default=None, repr=False, compare=False)

    @property
    def unfixed(self) -> tuple[str, ...]:
        """Months after the as-of month: their actuals are not fixed (未確定)."""
        return tuple(m for m in self.months if self.as_of is None or m > self.as_of)

    def periods(self, by: calendar.By = "month", months: Sequence[str] | None = None) -> tuple[str, ...]:
        """The periods of ``months`` (default: all) in order."""
        return calendar.periods(self.months if months is None else months, by, self.tree.fiscal_start)

    def value(self, node: str, period: str | Sequence[str], series: str = "actual", segment: str = "all",
              by: calendar.By | None = None) -> float | None:
        """One figure of a month, of a longer period (``"2026-Q1"``, ``"2026-04:2026-06"``) or of given months.

        A period of which some months are not known gives the figure of those that are; see `known`.
        """
        return self.grid.over(node, self.months_of(period, by), series, segment)

    def known(self, node: str, period: str | Sequence[str], series: str = "actual", segment: str = "all",
              by: calendar.By | None = None) -> tuple[str, ...]:
        """The months of the period for which the figure is known; fewer than the period's = partial."""
        return self.grid.known(node, self.months_of(period, by), series, segment)

    def achievement(self, node: str, period: str | Sequence[str], segment: str = "all", by: calendar.By | None = None) -> float | None:
        """Actual ÷ target over the months of the period in which both are known; None without a target above 0."""
        months = self.months_of(period, by)
        both = self.grid.known(node, self.grid.known(node, months, "actual", segment), "target", segment)
        return achievement(self.grid.over(node, both, "actual", segment), self.grid.over(node, both, "target", segment))

    def edited(self, changes: Mapping[tuple[str, str, str], Mapping[str, float | None]]) -> KpiResult:
        """The result with some given figures changed; only what depends on them is reckoned again.

        Args:
            changes: (node, series, segment) → month → value, None = unknown. On a formula node the value counts
                instead of the formula's.
        """
        grid = self.grid.edited(changes)
        return replace(self, nodes=self.nodes.on(grid), grid=grid, data=None)

    def moved_since(self, before: KpiResult) -> frozenset[str] | None:
        """The nodes whose figures, over whatever months, may be others than before; None where that may be all of them."""
        rows = self.grid.moved_since(before.grid)
        if rows is None or (self.as_of, self.tree.fiscal_start) != (before.as_of, before.tree.fiscal_start):
            return None
        old = before.tree.nodes
        moved = rows | {id for id, node in self.tree.nodes.items() if node is not old[id] and node != old[id]}
        return moved | set(self.grid.checked.dependents(moved))

    def table(self, node: str, by: calendar.By = "month", segment: str = "all", months: Sequence[str] | None = None) -> Mapping[str, Values]:
        """series → period → value of one node and segment; unknown ones are absent.

        ``months`` picks the periods that hold one of them; each is shown whole.
        """
        found: dict[str, dict[str, float]] = {}
        for series in self.grid.kinds:
            for period in self.periods(by, months):
                got = self.value(node, period, series, segment, by)
                if got is not None:
                    found.setdefault(series, {})[period] = got
        return found

    def months_of(self, period: str | Sequence[str], by: calendar.By | None = None) -> Sequence[str]:
        """The months of a period of this tree's fiscal year. Raises ``InputError("bad-period")``."""
        return calendar.months_of(period, self.tree.fiscal_start, by) if isinstance(period, str) else period
