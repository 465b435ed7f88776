"""What a figure is made of: a node's formula followed down to the nodes at which the explanation stops.

A figure is followed through the formula of a node, reckoned or explaining, and stops at rates and prices
(aggregation ``ratio``), at nodes without a formula, and where an explaining formula has no figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fusenapp.domain.formula import Binary, Call, Expression, If, Name, Negative, Number, names
from fusenapp.errors import InputError
from fusenapp.kpi.grid import Grid
from fusenapp.kpi.result import KpiResult

LIMIT = 16
"""Most drivers of one split: 2¹⁶ combinations are reckoned in some 10 ms."""

MIX = "mix"

Driver = tuple[str, str]
"""(node id, segment); segment ``mix`` is the share of quality leads in that node."""


@dataclass(frozen=True)
class Point:
    """One side of a comparison.

    Attributes:
        period: a month, a longer period, or a range; see `domain.calendar`.
        series: ``actual``, ``target`` …
        segment: which leads; the whole by default.
    """

    period: str
    series: str = "actual"
    segment: str = "all"


class Sides:
    """Reads figures at the two points of a comparison."""

    def __init__(self, result: KpiResult, start: Point, end: Point) -> None:
        self.result = result
        self.points = (start, end)
        self.grid: Grid = result.grid
        self.months: tuple[Sequence[str], ...] = tuple(result.months_of(point.period) for point in self.points)

    def values(self, driver: Driver) -> tuple[float, float] | None:
        """The figure at both points. A rate that is 0 ÷ 0 at one of them takes its value of the other; None if not known."""
        a, b = (self._value(driver, side) for side in (0, 1))
        if a is None and b is not None and self._undefined(driver, 0):
            return b, b
        if b is None and a is not None and self._undefined(driver, 1):
            return a, a
        return None if a is None or b is None else (a, b)

    def _value(self, driver: Driver, side: int) -> float | None:
        node, segment = driver
        if segment != MIX:
            point = self.points[side]
            return self.grid.over(node, self.months[side], point.series, segment or point.segment)
        quality, whole = self._value((node, "quality"), side), self._value((node, "all"), side)
        return quality / whole if quality is not None and whole else None

    def _undefined(self, driver: Driver, side: int) -> bool:
        node, segment = driver
        point = self.points[side]
        if segment == MIX:
            return self._value((node, "all"), side) == 0
        return self.grid.undefined(node, self.months[side], point.series, segment or point.segment)


def explained(sides: Sides, node: str, by_quality: bool = False) -> Expression:
    """The node as an expression over its drivers (names are node ids with a segment).

    Raises:
        InputError: ``nothing-to-split`` if the node has no formula; ``no-figure`` if an operand is not known.
    """
    if node not in sides.grid.checked.formulas:
        raise InputError("nothing-to-split", sides.result.tree.nodes[node].name, node=node)
    if not by_quality:
        return _grown(sides, node, lambda id: _Walk(sides, node).name(Name(id)))
    return _grown(sides, node, lambda id: _both(sides, id))


def _both(sides: Sides, node: str) -> Expression:
    parts = [_shared(sides, _Walk(sides, node, segment).name(Name(node)), segment) for segment in ("quality", "general")]
    return Binary("+", parts[0], parts[1])


def _grown(sides: Sides, node: str, build: Callable[[str], Expression]) -> Expression:
    found = build(node)
    missing = next((driver for driver in drivers(found) if sides.values(driver) is None), None)
    if missing is not None:
        raise InputError("no-figure", sides.result.tree.nodes[missing[0]].name, node=missing[0], segment=missing[1])
    return found


class _Walk:
    """Follows formulas down from ``root``, within one segment."""

    def __init__(self, sides: Sides, root: str, segment: str = "") -> None:
        self.sides = sides
        self.root = root
        self.segment = segment
        self.tree = sides.result.tree
        self.ratio = self.tree.nodes[root].aggregation == "ratio"
        self.path: list[str] = []

    def name(self, name: Name) -> Expression:
        """A node as it is explained, or itself as a driver."""
        segment = name.segment or self.segment
        target = Name(name.name, segment)
        if not self._goes_on(name.name) or (name.segment and self.path):
            return target
        self.path.append(name.name)
        found = self.put(self.sides.grid.checked.formulas[name.name])
        self.path.pop()
        return found if not self.path or self._usable(name.name, found) else target

    def put(self, expression: Expression) -> Expression:
        """An expression with its names followed down."""
        return mapped(expression, self.name)

    def _goes_on(self, id: str) -> bool:
        node = self.tree.nodes[id]
        if not self.path:
            return True
        if id in self.path or id not in self.sides.grid.checked.formulas or node.aggregation == "ratio":
            return False
        return node.reckoned or not self.ratio

    def _usable(self, id: str, found: Expression) -> bool:
        """A formula that only explains is followed where it has figures; and none beyond the limit of drivers."""
        inside = set(drivers(found))
        limit = LIMIT // 2 if self.segment else LIMIT
        return len(inside) < limit and all(self.sides.values(driver) is not None for driver in inside)


def mapped(expression: Expression, name: Callable[[Name], Expression]) -> Expression:
    """The expression with every name replaced."""
    match expression:
        case Name():
            return name(expression)
        case Binary():
            return replace(expression, left=mapped(expression.left, name), right=mapped(expression.right, name))
        case Negative():
            return Negative(mapped(expression.operand, name))
        case Call():
            return replace(expression, arguments=tuple(mapped(part, name) for part in expression.arguments))
        case If():
            left, right, then, otherwise = (
                mapped(part, name) for part in (expression.left, expression.right, expression.then, expression.otherwise)
            )
            return If(expression.comparison, left, right, then, otherwise)
        case _:
            return expression


def _shared(sides: Sides, expression: Expression, segment: str) -> Expression:
    """Counts of one segment written as the whole × its share, so that 量 and 質 move apart."""
    nodes = sides.result.tree.nodes

    def share(name: Name) -> Expression:
        if name.segment != segment or nodes[name.name].aggregation == "ratio":
            return name
        part: Expression = Name(name.name, MIX)
        if segment == "general":
            part = Binary("-", Number(1.0), part)
        return Binary("*", Name(name.name, "all"), part)

    return mapped(expression, share)


def drivers(expression: Expression) -> Iterator[Driver]:
    """The drivers in an expression, each once, from left to right."""
    seen: dict[Driver, None] = {}
    for name in names(expression):
        seen.setdefault((name.name, name.segment))
    yield from seen


Ends = Mapping[Driver, tuple[float, float]]
"""Driver → its figure at the start and at the end."""
