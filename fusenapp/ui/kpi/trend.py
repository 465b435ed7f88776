"""A node's last months for the chart below the tree, and one scale for all of its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fusenapp.i18n import language
from fusenapp.ui.kpi.figures import MISSING, unit_words

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.kpi import KpiResult
    from fusenapp.kpi.signals import Limits

MONTHS = 12
Figures = tuple[float | None, ...]


@dataclass(frozen=True)
class Scale:
    """How the figures of a chart or table are told: divided by ``per``, with ``digits`` behind the point, in ``unit``."""

    per: float
    digits: int
    unit: str

    def text(self, value: float | None) -> str:
        """A figure without its unit."""
        return MISSING if value is None else f"{value / self.per:,.{self.digits}f}"


def scale_for(values: Iterable[float | None], unit: str) -> Scale:
    """The scale that suits the largest of the figures: 百万円, 万円 or 円; percents with one digit."""
    known = [abs(v) for v in values if v is not None]
    most = max(known, default=0.0)
    if unit == "%":
        return Scale(0.01, 1, "%")
    if unit == "円":
        steps = ((1e7, 1e6, "百万円"), (1e5, 1e4, "万円")) if language() == "ja" else ((1e7, 1e6, "M yen"), (1e5, 1e3, "k yen"))
        for least, per, name in steps:
            if most >= least:
                return Scale(per, 1, name)
    return Scale(1, 0 if all(v == int(v) for v in known) else 1, unit_words(unit))


@dataclass(frozen=True)
class Trend:
    """One node by period (months, or longer ones).

    Attributes:
        months: the periods, in order.
        actual, target, quality, general: a figure per period, None where there is none.
        unfixed: periods of which nothing is fixed yet.
        stacked: quality and general add up to the actual.
        forecast, previous: figures per period, empty where they are not shown.
        partial: periods of which some months are not fixed yet.
        limits: what is usual for this node, from the fixed periods; None where that is not asked.
    """

    months: tuple[str, ...]
    actual: Figures
    target: Figures
    quality: Figures
    general: Figures
    unfixed: frozenset[str]
    stacked: bool
    scale: Scale
    forecast: Figures = ()
    previous: Figures = ()
    partial: frozenset[str] = frozenset()
    limits: Limits | None = None

    @property
    def outside(self) -> frozenset[str]:
        """Periods whose actual is outside of what is usual."""
        if self.limits is None or self.limits.low is None or self.limits.high is None:
            return frozenset()
        low, high = self.limits.low, self.limits.high
        return frozenset(m for m, v in zip(self.months, self.actual, strict=True) if v is not None and not low <= v <= high)

    @property
    def figures(self) -> list[float]:
        """Everything that the chart must have room for."""
        usual = [self.limits.low, self.limits.high] if self.limits is not None else []
        return [v for v in (*self.actual, *self.target, *self.forecast, *self.previous, *usual) if v is not None]


@dataclass(frozen=True)
class Shown:
    """What a trend is asked for: how many periods, of which length, and what beside actual and target."""

    by: By = "month"
    most: int = MONTHS
    split: bool = True
    forecast: bool = False
    previous: bool = False
    limits: bool = False


def trend_of(result: KpiResult, id: str, shown: Shown = Shown()) -> Trend:
    """The last periods of a node."""
    node = result.nodes[id].node
    every = result.periods(shown.by)
    periods = every[-shown.most:]

    def row(of: tuple[str, ...], series: str = "actual", segment: str = "all") -> Figures:
        return tuple(result.value(id, period, series, segment, shown.by) for period in of)

    actual, target = row(periods), row(periods, "target")
    quality, general = (row(periods, "actual", segment) for segment in ("quality", "general"))
    additive = node.aggregation == "sum" and node.unit != "%"
    unfixed, partial = _open(result, periods, shown.by)
    found = Trend(periods, actual, target, quality, general, unfixed, shown.split and additive and any(v is not None for v in quality),
                  scale_for((*actual, *target), node.unit), row(periods, "forecast") if shown.forecast else (),
                  _previous(result, id, periods, shown.by) if shown.previous else (), partial)
    return replace(found, limits=_limits(row(every), every, result, shown.by)) if shown.limits else found


def _open(result: KpiResult, periods: tuple[str, ...], by: By) -> tuple[frozenset[str], frozenset[str]]:
    """(periods without a fixed month, periods with some months that are not fixed)."""
    unfixed, partial = set(), set()
    for period in periods:
        known = [m in result.unfixed for m in result.months_of(period, by) if m in result.months]
        if known and all(known):
            unfixed.add(period)
        elif any(known):
            partial.add(period)
    return frozenset(unfixed), frozenset(partial)


def _previous(result: KpiResult, id: str, periods: tuple[str, ...], by: By) -> Figures:
    """The year before as the sheet gives it, else the actuals of the same period a year earlier."""
    found = []
    for period in periods:
        given = result.value(id, period, "previous", "all", by)
        earlier = f"{int(period[:4]) - 1}{period[4:]}"
        found.append(given if given is not None else result.value(id, earlier, "actual", "all", by))
    return tuple(found)


def _limits(values: Figures, periods: tuple[str, ...], result: KpiResult, by: By) -> Limits:
    """Of the fixed periods since the last gap."""
    from fusenapp.kpi.signals import limits

    unfixed, partial = _open(result, periods, by)
    known: list[float] = []
    for period, value in zip(periods, values, strict=True):
        if period in unfixed or period in partial:
            break
        known = [*known, value] if value is not None else []
    return limits(known)


def axis_words(periods: tuple[str, ...], at: int) -> str:
    """A period below its bar; the year is said once and at its beginning."""
    period = periods[at]
    year, _, part = period.partition("-")
    if not part:
        return year
    if part[0] in "QH":
        return f"{year[2:]} {part}" if not at or part[1] == "1" else part
    return f"{year[2:]}/{part}" if not at or part == "01" else str(int(part))
