"""A node's last months for the chart below the tree, and one scale for all of its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fusenapp.i18n import language
from fusenapp.ui.kpi.figures import MISSING, unit_words

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult

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
    """One node by month.

    Attributes:
        months: in order.
        actual, target, quality, general: a figure per month, None where there is none.
        unfixed: months whose actuals are not fixed yet.
        stacked: quality and general add up to the actual.
    """

    months: tuple[str, ...]
    actual: Figures
    target: Figures
    quality: Figures
    general: Figures
    unfixed: frozenset[str]
    stacked: bool
    scale: Scale


def trend_of(result: KpiResult, id: str) -> Trend:
    """The last months of a node."""
    node, months = result.nodes[id], result.months[-MONTHS:]
    actual, target = (tuple(node.get(m, series) for m in months) for series in ("actual", "target"))
    quality, general = (tuple(node.get(m, "actual", segment) for m in months) for segment in ("quality", "general"))
    additive = node.node.aggregation == "sum" and node.node.unit != "%"
    stacked = additive and any(v is not None for v in quality)
    return Trend(months, actual, target, quality, general, frozenset(result.unfixed), stacked, scale_for((*actual, *target), node.node.unit))
