"""Figures of the tree as texts: scaled amounts, percents, states of achievement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fusenapp.domain import unit as units
from fusenapp.i18n import language, translate
from fusenapp.kpi import targets
from fusenapp.kpi.targets import state_of

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult

MISSING = "—"


@dataclass(frozen=True)
class NodeFigures:
    """One node in one period.

    Attributes:
        value, target: actual and target; None where missing.
        achievement: actual ÷ target, or None.
        quality, general: the two parts of a count, or the rate in each segment.
        trend: the actuals of the last months, None where missing.
        targets: the targets of the same months.
        partial: some months of the period are missing.
        additive: the parts add up to the whole (counts and amounts, not rates and averages).
        down: less is better.
    """

    id: str
    name: str
    unit: str
    department: str
    value: float | None
    target: float | None
    achievement: float | None
    quality: float | None
    general: float | None
    trend: tuple[float | None, ...]
    targets: tuple[float | None, ...]
    partial: bool = False
    additive: bool = True
    down: bool = False

    @property
    def empty(self) -> bool:
        """Nothing is known of it in this period."""
        return self.value is None and self.target is None

    @property
    def state(self) -> str:
        """See `kpi.targets.state_of`."""
        return state_of(self.achievement, self.down)


def shortfall(achievement: float | None, down: bool = False) -> float:
    """`kpi.targets.shortfall` to put figures in an order; 0 without a target."""
    return targets.shortfall(achievement, down) or 0.0


def tone_of(achievement: float | None, down: bool = False) -> str:
    """The colour of an achievement in a table."""
    return {"on_target": "good", "caution": "warn", "off_target": "bad"}.get(state_of(achievement, down), "text3")


TREND = 12


def trend_months(result: KpiResult, months: tuple[str, ...]) -> tuple[str, ...]:
    """The months of the small line of a node: the last ones up to the end of the period."""
    return tuple(m for m in result.months if not months or m <= months[-1])[-TREND:]


def node_figures(result: KpiResult, id: str, months: tuple[str, ...]) -> NodeFigures:
    """The figures of a node over the months of a period."""
    node = result.nodes[id].node
    upto = trend_months(result, months)
    known = result.known(id, months) if months else ()
    fixed = [m for m in months if m not in result.unfixed]
    return NodeFigures(
        id, node.name, node.unit, node.department, result.value(id, months) if months else None,
        result.value(id, months, "target") if months else None, result.achievement(id, months) if months else None,
        result.value(id, months, "actual", "quality") if months else None, result.value(id, months, "actual", "general") if months else None,
        tuple(result.nodes[id].get(m) for m in upto), tuple(result.nodes[id].get(m, "target") for m in upto), 0 < len(known) < len(fixed),
        node.aggregation == "sum" and node.unit != "%", targets.less_is_better(result.tree, id))


def scaled(value: float | None, unit: str) -> tuple[str, str]:
    """A figure and its unit for people: 41.3 百万円, 30.0 %, 1,464 件."""
    if value is None:
        return MISSING, "" if unit == "%" else unit_words(unit)
    return units.scaled(value, unit, language())


def spoken(value: float | None, unit: str) -> str:
    """A figure with its unit behind it, as one writes it: 41.3百万円, 41.3 M yen, 30.0%."""
    return MISSING + unit_words(unit) if value is None else units.spoken(value, unit, language())


def unit_words(unit: str) -> str:
    """A unit in the language in use."""
    return units.shown(unit, language())


def plain(value: float | None, unit: str) -> str:
    """A figure without scaling, for tables: 41,300,000 or 30.0 %."""
    if value is None:
        return MISSING
    if unit == "%":
        return percent(value)
    told = f"{value:,.0f}" if float(value).is_integer() or unit == "円" else f"{value:,.1f}"
    return told.replace("-", units.MINUS)


def percent(ratio: float | None) -> str:
    """An achievement: 86.0 %."""
    return MISSING if ratio is None else f"{ratio:.1%}".replace("-", units.MINUS)


def segment_words(segment: str) -> str:
    """A segment in words."""
    return {"all": translate("Kpi", "All"), "quality": translate("Kpi", "Quality leads"), "general": translate("Kpi", "General leads"),
            "unknown": translate("Kpi", "Not enough information")}[segment]


def series_words(series: str) -> str:
    """A series in words."""
    return {"target": translate("Kpi", "Target"), "actual": translate("Kpi", "Actual"), "forecast": translate("Kpi", "Forecast"),
            "previous": translate("Kpi", "Previous year"), "achievement": translate("Kpi", "Achievement")}[series]
