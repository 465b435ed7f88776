"""What a figure is made of: a node's formula followed down to the nodes at which the explanation stops.

A figure is followed through the formula of a node, reckoned or explaining, and stops at rates and prices
(aggregation ``ratio``), at nodes without a formula, and where an explaining formula has no figures.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fusenapp.domain.formula import Binary, Call, Expression, If, Name, Negative, Number, names
from fusenapp.errors import InputError
from fusenapp.kpi.arithmetic import compile_formula, quietly
from fusenapp.kpi.grid import Grid, by_name_and_segment
from fusenapp.kpi.result import KpiResult

LIMIT = 16
"""Most drivers that are split together: 2¹⁶ combinations are reckoned in some 10 ms."""

MIX = "mix"
DAYS = "#days"
"""Stands for a node: the business days of the period."""
DAILY = "|daily"
PER = "|per:"

Driver = tuple[str, str]
"""(node id, segment). The segment may be ``mix`` (the share of quality leads in the node), or go on with ``|daily`` (a business
day's figure) or ``|per:ID`` (the figure for each piece of another node, where what lies between is not known at both points)."""

DaysIn = Callable[[str], float]
"""Business days of a month."""


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

    def __init__(self, result: KpiResult, start: Point, end: Point, days: DaysIn | None = None) -> None:
        self.result = result
        self.days = days
        self.points = (start, end)
        self.grid: Grid = result.grid
        self.months: tuple[Sequence[str], ...] = tuple(result.months_of(point.period) for point in self.points)

    def values(self, driver: Driver) -> tuple[float, float] | None:
        """The figure at both points; None if not known. A rate that is 0 ÷ 0 at one of them takes its value of the other,
        at both it is 0: what it is multiplied by is 0 there."""
        a, b = (self._value(driver, side) for side in (0, 1))
        if (a is None and not self._undefined(driver, 0)) or (b is None and not self._undefined(driver, 1)):
            return None
        first = a if a is not None else b if b is not None else 0.0
        return first, b if b is not None else first

    def _value(self, driver: Driver, side: int) -> float | None:
        node, segment = driver
        if node == DAYS:
            return self._days(side)
        if segment == MIX:
            return _quotient(self._value((node, "quality"), side), self._value((node, "all"), side))
        if segment.endswith(DAILY):
            return _quotient(self._value((node, segment.removesuffix(DAILY)), side), self._days(side))
        whole, per, below = segment.partition(PER)
        if per:
            return _quotient(self._value((node, whole), side), self._value((below, whole), side))
        point = self.points[side]
        return self.grid.over(node, self.months[side], point.series, segment or point.segment)

    def _days(self, side: int) -> float:
        assert self.days is not None
        return sum(self.days(month) for month in self.months[side])

    def _undefined(self, driver: Driver, side: int) -> bool:
        node, segment = driver
        point = self.points[side]
        if segment == MIX:
            return self._value((node, "all"), side) == 0
        if PER in segment:
            whole, _, below = segment.partition(PER)
            return self._value((below, whole), side) == 0 and self._value((node, whole), side) is not None
        if node == DAYS or segment.endswith(DAILY):
            return False
        return self.grid.undefined(node, self.months[side], point.series, segment or point.segment)


def _quotient(above: float | None, below: float | None) -> float | None:
    return above / below if above is not None and below else None


def explained(sides: Sides, node: str, by_quality: bool = False) -> Expression:
    """The node as an expression over its drivers (names are node ids with a segment; counts as days × a day's figure if the
    sides know the business days and there are not too many drivers).

    Raises:
        InputError: ``nothing-to-split`` if the node has no formula and is no count by business days; ``no-figure`` if an operand is not known;
            ``too-many-drivers`` if its own formula has more than can be split together.
    """
    if node not in sides.grid.checked.formulas:
        alone = _by_days(sides, node, Name(node))
        if alone != Name(node) and not by_quality:
            return alone
        raise InputError("nothing-to-split", sides.result.tree.nodes[node].name, node=node)
    found = _grown(sides, node, (lambda id: _both(sides, id)) if by_quality else lambda id: _Growth(sides, id).whole())
    return _by_days(sides, node, found)


def _by_days(sides: Sides, node: str, expression: Expression) -> Expression:
    if sides.days is None or sides.result.tree.nodes[node].aggregation == "ratio" or not all(sides.values((DAYS, "")) or ()):
        return expression

    def daily(name: Name) -> Expression:
        flow = name.segment != MIX and PER not in name.segment and sides.result.tree.nodes[name.name].aggregation == "sum"
        return Binary("*", Name(DAYS), replace(name, segment=name.segment + DAILY)) if flow else name

    found = mapped(expression, daily)
    return found if largest(found) <= LIMIT else expression


def _both(sides: Sides, node: str) -> Expression:
    parts = [_shared(sides, _Growth(sides, node, segment).whole(), segment) for segment in ("quality", "general")]
    return Binary("+", parts[0], parts[1])


def _grown(sides: Sides, node: str, build: Callable[[str], Expression]) -> Expression:
    found = build(node)
    missing = next((driver for driver in drivers(found) if sides.values(driver) is None), None)
    if missing is not None:
        raise InputError("no-figure", sides.result.tree.nodes[missing[0]].name, node=missing[0], segment=missing[1])
    if largest(found) > LIMIT:
        raise InputError("too-many-drivers", sides.result.tree.nodes[node].name, node=node, most=LIMIT)
    return found


class _Growth:
    """The formula of ``root``, its names followed down one by one while the whole can still be reckoned."""

    def __init__(self, sides: Sides, root: str, segment: str = "") -> None:
        self.sides = sides
        self.segment = segment
        self.limit = LIMIT // 2 if segment else LIMIT
        self.formulas = sides.grid.checked.formulas
        self.nodes = sides.result.tree.nodes
        self.of_ratio = self.nodes[root].aggregation == "ratio"
        self.above: dict[str, frozenset[str]] = {}
        self.grown = self._formula(root)

    def whole(self) -> Expression:
        """The expression over the drivers."""
        waiting = list(drivers(self.grown))
        while waiting:
            node, segment = waiting.pop(0)
            if segment == self.segment and self._goes_on(node):
                waiting.extend(self._try(node))
        return self.grown

    def _try(self, node: str) -> list[Driver]:
        """Puts a node's formula in its place, if that has figures and not too many drivers; gives the new drivers."""
        inside: Expression | None = self._formula(node)
        if any(self.sides.values(driver) is None for driver in drivers(inside)):
            inside = self._bridged(node)
        if inside is None:
            return []
        candidate = mapped(self.grown, lambda name: inside if name.name == node and name.segment == self.segment else name)
        if largest(candidate) > self.limit:
            return []
        self.grown = candidate
        return list(drivers(inside))

    def _bridged(self, node: str) -> Expression | None:
        """The node as the nearest count further down that is known × what became of each of them."""
        if self.nodes[node].aggregation != "sum":
            return None
        waiting, seen = deque([node]), {node}
        while waiting:
            at = waiting.popleft()
            for name in names(self.formulas[at]) if at in self.formulas else ():
                below = self.nodes[name.name]
                if name.name in seen or name.segment or below.aggregation != "sum" or below.unit != self.nodes[node].unit:
                    continue
                rate = (node, f"{self.segment}{PER}{below.id}")
                if self.sides.values((below.id, self.segment)) is not None and self.sides.values(rate) is not None:
                    self.above[below.id] = self.above.get(below.id, frozenset()) | self.above.get(node, frozenset()) | {node}
                    return Binary("*", Name(below.id, self.segment), Name(*rate))
                seen.add(name.name)
                waiting.append(name.name)
        return None

    def _formula(self, node: str) -> Expression:
        found = mapped(self.formulas[node], lambda name: Name(name.name, name.segment or self.segment))
        over = self.above.get(node, frozenset()) | {node}
        for below, _ in drivers(found):
            self.above[below] = self.above.get(below, frozenset()) | over
        return found

    def _goes_on(self, id: str) -> bool:
        """Rates and prices are drivers themselves; a rate is not explained by what explains its operands."""
        node = self.nodes[id]
        if id in self.above[id] or id not in self.formulas or node.aggregation == "ratio":
            return False
        return node.reckoned or not self.of_ratio


def terms(expression: Expression, factor: float = 1.0) -> Iterator[tuple[float, Expression]]:
    """The expression as a sum of factor × term, as far as it is one; terms without a driver are left out if they have a value."""
    match expression:
        case Binary("+" | "-" as sign, left, right):
            yield from terms(left, factor)
            yield from terms(right, factor if sign == "+" else -factor)
        case Binary("*", Number(value), right):
            yield from terms(right, factor * value)
        case Binary("*", left, Number(value)):
            yield from terms(left, factor * value)
        case Binary("/", left, Number(value)) if value:
            yield from terms(left, factor / value)
        case Negative(operand):
            yield from terms(operand, -factor)
        case Call("SUM", arguments):
            for part in arguments:
                yield from terms(part, factor)
        case _:
            if any(True for _ in names(expression)) or not _has_value(expression):
                yield factor, expression


def _has_value(constant: Expression) -> bool:
    """Whether a formula without names can be reckoned at all; 0 ÷ 0 and the like cannot, and what it is added to has no figure either."""
    with quietly():
        return math.isfinite(float(compile_formula(constant, by_name_and_segment)({})))


def components(expression: Expression) -> list[list[tuple[float, Expression]]]:
    """The terms in groups that share no driver: each group can be split for itself."""
    groups: list[tuple[set[Driver], list[tuple[float, Expression]]]] = []
    for term in terms(expression):
        mine, held = set(drivers(term[1])), [term]
        apart = []
        for inside, of in groups:
            if inside.isdisjoint(mine):
                apart.append((inside, of))
            else:
                mine, held = mine | inside, of + held
        groups = [*apart, (mine, held)]
    return [held for _, held in groups]


def largest(expression: Expression) -> int:
    """Number of drivers of the largest group of `components`."""
    return max((len({d for _, term in group for d in drivers(term)}) for group in components(expression)), default=0)


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
