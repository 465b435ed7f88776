"""Why did it move: the change of a figure split over its drivers, summing to the change exactly.

Shapley: each driver's effect averaged over all orders in which the drivers could have changed; free of
order, exact for any formula, with the smallest and largest effect over the orders. LMDI: closed form for
products of positive drivers, L(v₁, v₀)·ln(x₁ ÷ x₀) with L the logarithmic mean. A rate over segments is
split at the midpoint into mix and rate (Kitagawa): Σ Δw·r̄ and Σ w̄·Δr.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from fusenapp.domain.formula import Binary, Expression, Name, Number
from fusenapp.errors import InputError
from fusenapp.kpi.arithmetic import compile_formula
from fusenapp.kpi.drivers import DAILY, DAYS, MIX, PER, DaysIn, Driver, Ends, Point, Sides, drivers, explained
from fusenapp.kpi.grid import by_name_and_segment
from fusenapp.kpi.result import KpiResult
from fusenapp.kpi.shapley import Effect, ranges, shapley

Method = Literal["shapley", "lmdi"]
PartKind = Literal["volume", "mix", "rate", "price", "days", "value", "definition"]


@dataclass(frozen=True)
class Part:
    """One driver's share of a change.

    Attributes:
        node: the driver; empty for the business days and for a changed definition.
        segment: ``""`` for that of the comparison, a segment, or ``mix``: the share of quality leads in the node.
        kind: 量 ``volume``, 質 ``mix``, 歩留まり ``rate``, 単価 ``price``, 営業日 ``days``, 定義変更 ``definition``, anything else ``value``.
        start, end: the driver's own figure.
        value: its share, in the unit of the figure that is split.
        low, high: smallest and largest effect over all orders (LMDI: the value itself).
        daily: start and end are for one business day.
        per: the node for each piece of which start and end are, where nothing in between is known.
    """

    node: str
    segment: str
    kind: PartKind
    start: float
    end: float
    value: float
    low: float
    high: float
    daily: bool = False
    per: str = ""


@dataclass(frozen=True)
class Split:
    """A change and its parts: ``delta`` = Σ parts + ``residual``.

    ``residual`` is 0 unless the node's formula only explains it and does not give its figure at both points.
    """

    node: str
    start: float
    end: float
    parts: tuple[Part, ...]
    residual: float
    method: Method
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Kind → the least and the largest that all drivers of this kind together bring, over all orders."""

    @property
    def delta(self) -> float:
        """The change."""
        return self.end - self.start

    def by_kind(self) -> dict[str, float]:
        """The parts summed by kind."""
        found: dict[str, float] = {}
        for part in self.parts:
            found[part.kind] = found.get(part.kind, 0.0) + part.value
        return found


def split_change(result: KpiResult, node: str, start: Point | str, end: Point | str, *, by_quality: bool = False,
                 method: Method = "shapley", days: DaysIn | None = None) -> Split:
    """Splits the change of a node between two points over its drivers.

    Args:
        result: the evaluated tree.
        node: id of a node with a formula.
        start, end: two periods, or two points (``Point("2026-11", "target")``).
        by_quality: reckon quality and general leads apart, the share of quality leads being a driver of its own.
        method: ``lmdi`` needs a product (or a sum of products) of positive drivers.
        days: business days of a month; counts are then split into days and a day's figure.

    Raises:
        InputError: ``nothing-to-split``, ``no-figure``, ``too-many-drivers``, ``split-undefined``, ``split-needs-positive``, ``bad-period``.
    """
    sides = Sides(result, _point(start), _point(end), days)
    ends = sides.values((node, ""))
    if ends is None:
        raise InputError("no-figure", result.tree.nodes[node].name, node=node, segment="")
    formula = explained(sides, node, by_quality)
    values = {driver: found for driver in drivers(formula) if (found := sides.values(driver)) is not None}
    kinds: dict[Driver, PartKind] = {driver: _kind(result, driver) for driver in values}
    effects = lmdi(formula, values) if method == "lmdi" else shapley(formula, values)
    parts = tuple(_part(driver, kinds[driver], values[driver], effects[driver]) for driver in values)
    return _closed(Split(node, ends[0], ends[1], parts, 0.0, method, _ranges(parts) if method == "lmdi" else ranges(formula, values, kinds)))


def _part(driver: Driver, kind: PartKind, ends: tuple[float, float], effect: Effect) -> Part:
    value, low, high = effect
    node, segment = driver
    segment, _, per = segment.removesuffix(DAILY).partition(PER)
    return Part("" if node == DAYS else node, segment, kind, ends[0], ends[1], value, low, high, driver[1].endswith(DAILY), per)


def _ranges(parts: Iterable[Part]) -> dict[str, tuple[float, float]]:
    """Where the order plays no part: each kind's own sum."""
    found: dict[str, float] = {}
    for part in parts:
        found[part.kind] = found.get(part.kind, 0.0) + part.value
    return {kind: (value, value) for kind, value in found.items()}


def _point(given: Point | str) -> Point:
    return Point(given) if isinstance(given, str) else given


def _kind(result: KpiResult, driver: Driver) -> PartKind:
    if driver[0] == DAYS:
        return "days"
    node, segment = result.tree.nodes[driver[0]], driver[1]
    if segment == MIX:
        return "mix"
    if PER in segment:
        return "rate"
    if node.unit == "%":
        return "mix" if node.id in _quality_rates(result) else "rate"
    if node.unit == "円":
        return "price" if node.aggregation == "ratio" else "value"
    return "volume"


def _quality_rates(result: KpiResult) -> frozenset[str]:
    """Nodes that are the share of quality leads in something: ``x@quality ÷ x``."""
    found = set()
    for id, formula in result.grid.checked.formulas.items():
        match formula:
            case Binary("/", Name(above, "quality"), Name(below, "")) if above == below:
                found.add(id)
    return frozenset(found)


def _closed(split: Split) -> Split:
    """Puts what the parts leave over into ``residual``; where it is only rounding, into the largest part."""
    left = split.delta - math.fsum(part.value for part in split.parts)
    scale = max([abs(split.start), abs(split.end), *(abs(part.value) for part in split.parts)])
    if abs(left) > scale * 1e-9:
        return replace(split, residual=left)
    largest = max(range(len(split.parts)), key=lambda i: abs(split.parts[i].value), default=None)
    if largest is None:
        return split
    mended = replace(split.parts[largest], value=split.parts[largest].value + left)
    return replace(split, parts=(*split.parts[:largest], mended, *split.parts[largest + 1:]))


def lmdi(formula: Expression, ends: Ends) -> dict[Driver, Effect]:
    """Logarithmic mean split of a product, or of a sum of products term by term.

    Raises:
        InputError: ``split-needs-positive`` if the formula is none of these or a figure is not above 0.
    """
    found = dict.fromkeys(ends, 0.0)
    for factors in _terms(formula):
        worth = [_factor(factor, ends) for factor in factors]
        if any(value <= 0 for _, start, end in worth for value in (start, end)):
            raise InputError("split-needs-positive")
        mean = logarithmic_mean(math.prod(end for _, _, end in worth), math.prod(start for _, start, _ in worth))
        for driver, start, end in worth:
            if driver is not None:
                found[driver] += mean * math.log(end / start)
    return {driver: (value, value, value) for driver, value in found.items()}


def logarithmic_mean(a: float, b: float) -> float:
    """(a − b) ÷ ln(a ÷ b), and a where both are the same; a, b > 0."""
    return a if math.isclose(a, b, rel_tol=1e-12) else (a - b) / math.log(a / b)


def _terms(formula: Expression) -> Iterator[list[tuple[Expression, int]]]:
    if isinstance(formula, Binary) and formula.operator == "+":
        yield from _terms(formula.left)
        yield from _terms(formula.right)
    else:
        yield list(_factors(formula, 1))


def _factors(formula: Expression, power: int) -> Iterator[tuple[Expression, int]]:
    if isinstance(formula, Binary) and formula.operator in "*/":
        yield from _factors(formula.left, power)
        yield from _factors(formula.right, power if formula.operator == "*" else -power)
    else:
        yield formula, power


def _factor(factor: tuple[Expression, int], ends: Ends) -> tuple[Driver | None, float, float]:
    """(its driver, its value at the start, at the end) of a factor with one driver or none."""
    expression, power = factor
    inside = list(drivers(expression))
    if len(inside) > 1 or (isinstance(expression, Number) and expression.value <= 0):
        raise InputError("split-needs-positive")
    program = compile_formula(expression, by_name_and_segment)
    start, end = (float(program({d: ends[d][side] for d in inside})) for side in (0, 1))
    if start <= 0 or end <= 0:
        raise InputError("split-needs-positive")
    return (inside[0] if inside else None), start**power, end**power


# -- rates: mix and rate


@dataclass(frozen=True)
class RateSplit:
    """The change of a rate: ``end`` − ``start`` = ``mix`` + ``rate``.

    Attributes:
        segments: segment → (its mix part, its rate part).
        weights, rates: segment → (at the start, at the end).
        mix_range: what the mix brings if it changes before the rates and after them, the smaller first.
        rate_range: the same for the rates.
    """

    start: float
    end: float
    mix: float
    rate: float
    segments: Mapping[str, tuple[float, float]]
    weights: Mapping[str, tuple[float, float]]
    rates: Mapping[str, tuple[float, float]]
    mix_range: tuple[float, float]
    rate_range: tuple[float, float]


def mix_and_rate(weights: Sequence[tuple[float, float]], rates: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Kitagawa's midpoint split: per segment (Δw·r̄, w̄·Δr) from (start, end) of its weight and its rate."""
    return [((w1 - w0) * (r0 + r1) / 2, (w0 + w1) / 2 * (r1 - r0)) for (w0, w1), (r0, r1) in zip(weights, rates, strict=True)]


def split_rate(result: KpiResult, node: str, start: Point | str, end: Point | str) -> RateSplit:
    """Splits the change of a rate into the mix of quality and general leads and the rates of each.

    Args:
        node: a formula node ``a ÷ b`` whose operands are split by quality.

    Raises:
        InputError: ``nothing-to-split`` for any other node, ``no-figure`` if a segment's figures are not known.
    """
    sides = Sides(result, _point(start), _point(end))
    match result.grid.checked.formulas.get(node):
        case Binary("/", Name(above, ""), Name(below, "")):
            shares = {segment: _share(sides, node, above, below, segment) for segment in ("quality", "general")}
        case _:
            raise InputError("nothing-to-split", result.tree.nodes[node].name, node=node)
    weights, rates = {s: w for s, (w, _) in shares.items()}, {s: r for s, (_, r) in shares.items()}
    parts = dict(zip(shares, mix_and_rate(list(weights.values()), list(rates.values())), strict=True))
    at = [[math.fsum(w[i] * r[j] for w, r in shares.values()) for j in (0, 1)] for i in (0, 1)]
    mix, rate = sorted(at[1][j] - at[0][j] for j in (0, 1)), sorted(at[i][1] - at[i][0] for i in (0, 1))
    return RateSplit(at[0][0], at[1][1], math.fsum(m for m, _ in parts.values()), math.fsum(r for _, r in parts.values()), parts, weights,
                     rates, (mix[0], mix[1]), (rate[0], rate[1]))


def _share(sides: Sides, node: str, above: str, below: str, segment: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """(weight at both points, rate at both points); a segment without any takes its rate of the other point."""
    found = [sides.values((below, "all")), sides.values((below, segment)), sides.values((above, segment))]
    if any(values is None for values in found) or any(not whole for whole in found[0] or ()):
        raise InputError("no-figure", sides.result.tree.nodes[node].name, node=node, segment=segment)
    whole, of, hits = (values for values in found if values is not None)
    rates = [hits[side] / of[side] if of[side] else None for side in (0, 1)]
    first, last = (rate if rate is not None else rates[1 - side] or 0.0 for side, rate in enumerate(rates))
    return (of[0] / whole[0], of[1] / whole[1]), (first, last)
