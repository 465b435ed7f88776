"""A change as a waterfall: one bar for each kind of reason, a changed definition a bar of its own, closed to the yen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fusenapp.errors import InputError
from fusenapp.kpi.drivers import DaysIn, Point
from fusenapp.kpi.result import KpiResult
from fusenapp.kpi.split import Method, Part, Split, split_change, split_rate

KINDS = ("volume", "mix", "rate", "price", "days", "value", "definition")
"""量, 質, 歩留まり, 単価, 営業日, その他の金額, 定義変更: the order of the bars."""


@dataclass(frozen=True)
class Bar:
    """One bar between the two figures.

    Attributes:
        kind: one of `KINDS`; ``rest`` for what a formula that only explains the figure leaves over.
        value: what it brings, in the node's unit.
        low, high: the least and the most it brings over all orders in which the drivers could have changed.
        parts: what it is made of, the largest first.
    """

    kind: str
    value: float
    low: float
    high: float
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Explanation:
    """``end`` − ``start`` = the sum of the bars.

    Attributes:
        node: id of the node.
        points: the two sides of the comparison.
        by_quality: whether quality and general leads were reckoned apart.
        method: ``shapley``, ``lmdi`` or, for a rate, ``kitagawa``.
    """

    node: str
    points: tuple[Point, Point]
    start: float
    end: float
    bars: tuple[Bar, ...]
    by_quality: bool
    method: str

    @property
    def delta(self) -> float:
        """The change."""
        return self.end - self.start

    @property
    def gap(self) -> float:
        """What the bars leave over: 0 but for the rounding of the last binary digit."""
        return self.delta - math.fsum(bar.value for bar in self.bars)

    def steps(self) -> list[tuple[float, float]]:
        """Where each bar begins and ends."""
        at, found = self.start, []
        for bar in self.bars:
            found.append((at, at + bar.value))
            at += bar.value
        return found

    @property
    def whole(self) -> tuple[int, ...]:
        """The bars in whole units (yen) that add up to the change in whole units."""
        return whole_parts([bar.value for bar in self.bars], round(self.end) - round(self.start))


def explain_change(result: KpiResult, node: str, start: Point, end: Point, *, by_quality: bool | None = None, method: Method = "shapley",
                   days: DaysIn | None = None, earlier: KpiResult | None = None) -> Explanation:
    """Why a figure differs between two points.

    Args:
        result: the tree under the definitions that hold at ``end``.
        by_quality: quality and general leads apart; None = where both points know them.
        method: see `split_change`; rates over quality and general leads are split by Kitagawa's midpoint.
        days: business days of a month.
        earlier: the tree under the definitions that held at ``start``, if they are others. What the definition brings is then
            averaged over being changed first and being changed last (Owen's value: the definition against all drivers together).

    Raises:
        InputError: those of `split_change`.
    """
    if by_quality is None and {"quality", "general"} <= set(result.nodes[node].segments):
        try:
            return explain_change(result, node, start, end, by_quality=True, method=method, days=days, earlier=earlier)
        except InputError as error:
            if error.code not in _NOT_APART:
                raise
    now = _explained(result, node, start, end, bool(by_quality), method, days)
    if earlier is None:
        return now
    return _bridged(_explained(earlier, node, start, end, bool(by_quality), method, days), now)


_NOT_APART = frozenset(("no-figure", "nothing-to-split", "too-many-drivers", "split-undefined", "split-needs-positive"))


def _explained(result: KpiResult, node: str, start: Point, end: Point, by_quality: bool, method: Method, days: DaysIn | None) -> Explanation:
    if by_quality and result.tree.nodes[node].aggregation == "ratio":
        return _rate(result, node, start, end)
    split = split_change(result, node, start, end, by_quality=by_quality, method=method, days=days)
    return Explanation(node, (start, end), split.start, split.end, _bars(split), by_quality, method)


def _rate(result: KpiResult, node: str, start: Point, end: Point) -> Explanation:
    """Mix and rate; the rates of each segment stay apart as the parts of one bar."""
    split = split_rate(result, node, start, end)
    share = split.weights["quality"]
    mix = Part(node, "mix", "mix", share[0], share[1], split.mix, *split.mix_range)
    rates = tuple(Part(node, s, "rate", *split.rates[s], split.segments[s][1], split.segments[s][1], split.segments[s][1])
                  for s in split.segments)
    bars = (Bar("mix", split.mix, *split.mix_range, (mix,)), Bar("rate", split.rate, *split.rate_range, _largest_first(rates)))
    return Explanation(node, (start, end), split.start, split.end, bars, True, "kitagawa")


def _bars(split: Split) -> tuple[Bar, ...]:
    found = []
    for kind in KINDS:
        parts = _largest_first(part for part in split.parts if part.kind == kind)
        if parts:
            value = math.fsum(part.value for part in parts)
            low, high = split.ranges[kind]
            found.append(Bar(kind, value, min(low, value), max(high, value), parts))
    if split.residual:
        found.append(Bar("rest", split.residual, split.residual, split.residual, ()))
    return tuple(found)


def _largest_first(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: -abs(part.value)))


def _bridged(before: Explanation, now: Explanation) -> Explanation:
    """From the figure under the earlier definition to that under the later one."""
    first, last = now.start - before.start, now.end - before.end
    start, end = before.start, now.end
    kinds = [kind for kind in (*KINDS, "rest") if any(bar.kind == kind for bar in (*before.bars, *now.bars))]
    bars = [_mean_bar(kind, before, now) for kind in kinds]
    changed = Bar("definition", (first + last) / 2, min(first, last), max(first, last), ())
    return replace(now, start=start, end=end, bars=(*bars, changed))


def _mean_bar(kind: str, before: Explanation, now: Explanation) -> Bar:
    """The bar under both definitions, averaged; its parts are those under the later one, in the same proportion of their mean."""
    pair = [next((bar for bar in each.bars if bar.kind == kind), Bar(kind, 0.0, 0.0, 0.0, ())) for each in (before, now)]
    old = {(p.node, p.segment, p.per): p for p in pair[0].parts}
    new = {(p.node, p.segment, p.per): p for p in pair[1].parts}
    parts = [_mean_part(old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new))]
    value = (pair[0].value + pair[1].value) / 2
    return Bar(kind, value, min(p.low for p in pair), max(p.high for p in pair), _largest_first(parts))


def _mean_part(old: Part | None, new: Part | None) -> Part:
    known = new or old
    assert known is not None
    value = ((old.value if old else 0.0) + (new.value if new else 0.0)) / 2
    low, high = (pick(p for p in (old.low if old else 0.0, new.low if new else 0.0)) for pick in (min, max))
    if old and new:
        low, high = min(old.low, new.low), max(old.high, new.high)
    return replace(known, start=old.start if old else known.start, value=value, low=low, high=high)


def whole_parts(values: Sequence[float], total: int) -> tuple[int, ...]:
    """Whole numbers near the values that add up to ``total`` (largest remainder)."""
    floors = [math.floor(value) for value in values]
    missing = total - sum(floors)
    if not floors:
        return ()
    order = sorted(range(len(values)), key=lambda i: floors[i] - values[i])
    each, rest = divmod(missing, len(values))
    for place, i in enumerate(order):
        floors[i] += each + (1 if place < rest else 0)
    return tuple(floors)
