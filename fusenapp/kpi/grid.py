"""The figures of all nodes as one array [node, segment, series, month], reckoned in the order of their needs.

NaN is a figure that is not known. Formulas run on whole nodes at once, all segments, series and months.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING, Any

from fusenapp.domain.formula import Binary, Expression, Name, names
from fusenapp.domain.kpi import SEGMENTS, KpiNode, Tree
from fusenapp.domain.kpi_check import Checked
from fusenapp.kpi.arithmetic import Leaf, Program, compile_formula, quietly

if TYPE_CHECKING:
    import numpy as np

ALL = SEGMENTS.index("all")


@dataclass(frozen=True)
class Axes:
    """What the axes of the array stand for; ``fixed`` is the number of months up to and with the as-of month."""

    segments: tuple[str, ...]
    kinds: tuple[str, ...]
    months: tuple[str, ...]
    fixed: int


class Grid:
    """The array and how to reckon it. Not changed after it was made: `edited` gives another one."""

    def __init__(self, tree: Tree, checked: Checked, axes: Axes, given: np.ndarray) -> None:
        """Args: given: float64 [node, segment, series, month], what sheets and lead lists say; taken over, not copied."""
        self.tree = tree
        self.checked = checked
        self.segments, self.kinds, self.months, self.fixed = axes.segments, axes.kinds, axes.months, axes.fixed
        self.axes = axes
        self.given = given
        self.index = {id: place for place, id in enumerate(tree.nodes)}
        self.place = {month: place for place, month in enumerate(axes.months)}
        self.cube = given.copy()
        self.reckon(self.checked.order)

    # -- reckoning

    @cached_property
    def programs(self) -> Mapping[str, Program]:
        """Node id → function over the list of the nodes' arrays; for formula nodes and linked ones."""
        return self._compiled(self.index)

    def _compiled(self, ids: Iterable[str]) -> dict[str, Program]:
        leaf = leaf_of(self.index, self.segments)
        found = {}
        for id in ids:
            node, formula = self.tree.nodes[id], self.checked.formulas.get(id)
            if node.reckoned and formula is not None:
                found[id] = compile_formula(formula, leaf)
            elif node.type == "linked" and node.link in self.index:
                found[id] = leaf(Name(node.link))
        return found

    @cached_property
    def overridden(self) -> dict[str, np.ndarray]:
        """Formula node id → where a sheet gives its figure (a target for a rate), which then counts."""
        return self._overridden(self.programs)

    def _overridden(self, nodes: Iterable[str]) -> dict[str, np.ndarray]:
        import numpy as np

        places = {id: ~np.isnan(self.given[self.index[id]]) for id in nodes}
        return {id: mask for id, mask in places.items() if mask.any()}

    @cached_property
    def _whole_only(self) -> frozenset[str]:
        """Nodes whose formula names a segment: they are about the whole and have no split of their own."""
        return self._about_the_whole(self.programs)

    def _about_the_whole(self, nodes: Iterable[str]) -> frozenset[str]:
        return frozenset(id for id in nodes if any(n.segment for n in names_of(self.checked.formulas.get(id))))

    @cached_property
    def _reckonable(self) -> frozenset[str]:
        return frozenset(self.checked.order)

    @cached_property
    def _constant(self) -> frozenset[str]:
        return self._without_names(self.programs)

    def _without_names(self, nodes: Iterable[str]) -> frozenset[str]:
        return frozenset(id for id in nodes if id in self.checked.formulas and not names_of(self.checked.formulas[id]))

    def reckon(self, order: Iterable[str]) -> None:
        """Reckons the given nodes in their order, those without a formula left as they are."""
        rows = list(self.cube)
        programs = self.programs
        special = self._whole_only | self._constant | self.overridden.keys()
        with quietly():
            for id in order:
                program = programs.get(id)
                if program is not None:
                    rows[self.index[id]][...] = program(rows)
                    if id in special:
                        self._finish(id)

    def _finish(self, id: str) -> None:
        import numpy as np

        row = self.cube[self.index[id]]
        if id in self._whole_only:
            row[1:] = np.nan
        if id in self._constant:
            row[:, self.kinds.index("actual"), self.fixed:] = np.nan
        mask = self.overridden.get(id)
        if mask is not None:
            np.copyto(row, self.given[self.index[id]], where=mask)

    def edited(self, changes: Mapping[tuple[str, str, str], Mapping[str, float | None]]) -> Grid:
        """Another grid with some given figures changed; only what depends on them is reckoned again.

        Args:
            changes: (node, series, segment) → month → value, None = unknown. A change of a formula node overrides its formula.

        Raises:
            KeyError: an unknown node or month; ValueError: a series or segment that the grid does not have.
        """
        import copy

        import numpy as np

        other = copy.copy(self)
        other.given, other.cube = self.given.copy(), self.cube.copy()
        for (node, series, segment), values in changes.items():
            row = other.given[self.index[node], self.segments.index(segment), self.kinds.index(series)]
            for month, value in values.items():
                row[self.place[month]] = np.nan if value is None else value
        touched = {node for node, _, _ in changes}
        formulas = touched & self.programs.keys()
        other.overridden = {id: mask for id, mask in self.overridden.items() if id not in formulas} | other._overridden(formulas)
        for node in touched - formulas:
            other.cube[self.index[node]] = other.given[self.index[node]]
        below = frozenset(self.checked.dependents(touched))
        other.reckon(id for id in self.checked.order if id in formulas or id in below)
        return other

    def after(self, tree: Tree, checked: Checked, given: np.ndarray, moved: Collection[str]) -> Grid:
        """The grid after an edit of the tree; only what depends on the edit is reckoned again.

        Args:
            tree: with the same nodes in the same order.
            checked: of that tree.
            given: what the data says now; taken over, not copied.
            moved: nodes that are another than before, or whose formula or given figures are.
        """
        import copy

        other = copy.copy(self)
        other.tree, other.checked, other.given, other.cube = tree, checked, given, self.cube.copy()
        touched = {*moved, *(self._reckonable - frozenset(checked.order))}
        for name in ("_reckonable", "_scalar_programs"):
            other.__dict__.pop(name, None)
        other.programs = {id: known for id, known in self.programs.items() if id not in touched} | other._compiled(touched)
        anew = touched & other.programs.keys()
        other.overridden = {id: mask for id, mask in self.overridden.items() if id not in touched} | other._overridden(anew)
        other._whole_only = (self._whole_only - touched) | other._about_the_whole(anew)
        other._constant = (self._constant - touched) | other._without_names(anew)
        for id in touched:
            other.cube[other.index[id]] = given[other.index[id]]
        below = frozenset(checked.dependents(touched))
        other.reckon(id for id in checked.order if id in touched or id in below)
        return other

    def moved_since(self, before: Grid) -> frozenset[str] | None:
        """The nodes of which some figure is another than before; None if the two have not the same nodes, months and so on."""
        import numpy as np

        if self is before:
            return frozenset()
        if self.axes != before.axes or self.index != before.index:
            return None
        same = (self.cube == before.cube) | (np.isnan(self.cube) & np.isnan(before.cube))
        rows = np.flatnonzero(~same.all(axis=tuple(range(1, same.ndim)))).tolist()
        ids = list(self.index)
        return frozenset(ids[row] for row in rows)

    # -- reading

    def series(self, node: str) -> dict[str, dict[str, dict[str, float]]]:
        """segment → series → month → value of one node, without what is unknown."""
        found: dict[str, dict[str, dict[str, float]]] = {}
        for s, segment in enumerate(self.segments):
            for k, kind in enumerate(self.kinds):
                values = self._values(node, s, k)
                if values:
                    found.setdefault(segment, {})[kind] = values
        return found

    def _values(self, node: str, segment: int, kind: int) -> dict[str, float]:
        whole = self.tree.nodes[node].unit != "%"
        row = self.cube[self.index[node], segment, kind].tolist()
        return {month: plain(value, whole) for month, value in zip(self.months, row, strict=True) if isfinite(value)}

    def over(self, node: str, months: Sequence[str], series: str, segment: str) -> float | None:
        """The figure over several months by the node's aggregation; None if it is known for none of them."""
        row = self._row(node, series, segment)
        value = None if row is None else self._over(node, self._columns(months), series, segment)
        return None if value is None else plain(value, self.tree.nodes[node].unit != "%")

    def known(self, node: str, months: Sequence[str], series: str, segment: str) -> tuple[str, ...]:
        """Those of the months that count in `over`."""
        if self._row(node, series, segment) is None:
            return ()
        return tuple(self.months[i] for i in self._known(node, self._columns(months), series, segment))

    def undefined(self, node: str, months: Sequence[str], series: str, segment: str) -> bool:
        """Whether the figure has no value although all that it is reckoned from is known (0 ÷ 0)."""
        if self._row(node, series, segment) is None or node not in self.programs or node not in self.checked.formulas:
            return False
        columns = self._columns(months)
        used = names_of(self.checked.formulas[node])
        operands = [self._over(name.name, columns, series, name.segment or segment) for name in used]
        return bool(columns) and all(value is not None for value in operands) and self.over(node, months, series, segment) is None

    def _columns(self, months: Sequence[str]) -> list[int]:
        return [self.place[month] for month in months if month in self.place]

    def _row(self, node: str, series: str, segment: str) -> np.ndarray | None:
        if node not in self.index or series not in self.kinds or segment not in self.segments:
            return None
        return self.cube[self.index[node], self.segments.index(segment), self.kinds.index(series)]

    def _node(self, id: str) -> KpiNode:
        """The node that gives the figures: for a linked node the one it shows (rings are never followed: they have none)."""
        node = self.tree.nodes[id]
        seen = {id}
        while node.type == "linked" and node.link in self.tree.nodes and node.link not in seen:
            seen.add(node.link)
            node = self.tree.nodes[node.link]
        return node

    def _is_ratio(self, node: KpiNode) -> bool:
        return node.aggregation == "ratio" and node.id in self.programs and node.id in self._reckonable

    def _known(self, id: str, columns: Sequence[int], series: str, segment: str) -> list[int]:
        node = self._node(id)
        row = self._row(node.id, series, segment)
        if row is None:
            return []
        own = [i for i in columns if row[i] == row[i]]
        if not self._is_ratio(node) or len(columns) == 1 or self._given_in(node.id, columns, series, segment):
            return own
        left = list(columns)
        for name in names(self.checked.formulas[node.id]):
            left = self._known(name.name, left, series, name.segment or segment)
        return left

    def _given_in(self, id: str, columns: Sequence[int], series: str, segment: str) -> bool:
        mask = self.overridden.get(id)
        return mask is not None and bool(mask[self.segments.index(segment), self.kinds.index(series)][list(columns)].any())

    def _over(self, id: str, columns: Sequence[int], series: str, segment: str) -> float | None:
        node = self._node(id)
        known = self._known(node.id, columns, series, segment)
        row = self._row(node.id, series, segment)
        if row is None or not known:
            return None
        if len(known) == 1 or node.aggregation == "last":
            return _or_none(float(row[known[-1]]))
        if node.aggregation == "sum":
            return float(row[known].sum())
        if not self._is_ratio(node) or self._given_in(node.id, known, series, segment):
            return self._given_ratio(node.id, known, series, segment)
        return self._ratio(node.id, known, series, segment)

    def _ratio(self, id: str, columns: Sequence[int], series: str, segment: str) -> float | None:
        """The formula over its operands' figures of the whole period: Σ numerator ÷ Σ denominator."""
        if segment != "all" and id in self._whole_only:
            return None
        used = names_of(self.checked.formulas[id])
        values = {(n.name, n.segment): self._over(n.name, columns, series, n.segment or segment) for n in used}
        if any(value is None for value in values.values()):
            return None
        with quietly():
            return _or_none(float(self._over_values(id)(values)))

    def _given_ratio(self, id: str, columns: Sequence[int], series: str, segment: str) -> float | None:
        """Rates that a sheet gives: weighted by the formula's denominator; without one only if they are all the same."""
        row = self._row(id, series, segment)
        rates = [] if row is None else row[list(columns)].tolist()
        formula = self.checked.formulas.get(id)
        if len(set(rates)) == 1:
            return rates[0]
        if not (isinstance(formula, Binary) and formula.operator == "/" and isinstance(formula.right, Name)):
            return None
        below = formula.right
        weights = [self._over(below.name, [column], series, below.segment or segment) for column in columns]
        known = [weight for weight in weights if weight is not None]
        if len(known) < len(weights) or not sum(known):
            return None
        return sum(rate * weight for rate, weight in zip(rates, known, strict=True)) / sum(known)

    def _over_values(self, id: str) -> Program:
        if id not in self._scalar_programs:
            self._scalar_programs[id] = compile_formula(self.checked.formulas[id], by_name_and_segment)
        return self._scalar_programs[id]

    @cached_property
    def _scalar_programs(self) -> dict[str, Program]:
        return {}


def by_name_and_segment(name: Name) -> Program:
    """Reads a leaf from a dict keyed by (node id, segment as written)."""
    at = (name.name, name.segment)
    return lambda figures: figures[at]


def names_of(formula: Expression | None) -> tuple[Name, ...]:
    """The names in a formula; none for no formula."""
    return () if formula is None else tuple(names(formula))


def plain(value: float, whole: bool) -> float:
    """A whole number as an int, so that it is written without a fraction."""
    return int(value) if whole and value.is_integer() else value


def _or_none(value: float) -> float | None:
    return value if isfinite(value) else None


def leaf_of(index: Mapping[str, int], segments: Sequence[str]) -> Leaf:
    """Reads a name from the list of the nodes' arrays, whose first axis is the segment."""
    from operator import itemgetter

    import numpy as np

    missing: Any = np.float64(np.nan)

    def leaf(name: Name) -> Program:
        at = index[name.name]
        if not name.segment:
            return itemgetter(at)
        if name.segment not in segments:
            return lambda rows: missing
        segment = segments.index(name.segment)
        return lambda rows: rows[at][segment : segment + 1]

    return leaf
