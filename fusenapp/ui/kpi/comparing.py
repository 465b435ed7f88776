"""The two sides of a comparison as the user chooses them: against the target, the period before, the year before, or any two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fusenapp.domain import calendar
from fusenapp.i18n import translate
from fusenapp.ui.kpi.table_model import period_words

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.kpi import KpiResult, Point

WAYS = ("target", "before", "year", "choose")


@dataclass(frozen=True)
class Sides:
    """Two points and what they are called."""

    start: Point
    end: Point
    names: tuple[str, str]


def ways() -> list[tuple[str, str]]:
    """What a figure can be held against."""
    return [("target", translate("KpiWhy", "Against the target")), ("before", translate("KpiWhy", "Against the period before")),
            ("year", translate("KpiWhy", "Against the year before")), ("choose", translate("KpiWhy", "Between two periods"))]


def usual_way(result: KpiResult, node: str, period: str, by: By) -> str:
    """The target where there is one, otherwise the period before."""
    return "target" if result.value(node, span(result, period, by), "target") is not None else "before"


def span(result: KpiResult, period: str, by: By) -> str:
    """The fixed months of a period as a range, since a period that goes on is held against its target so far."""
    months = [m for m in result.months_of(period, by) if m in result.months and m not in result.unfixed]
    return f"{months[0]}:{months[-1]}" if len(months) > 1 else months[0] if months else period


def sides(result: KpiResult, way: str, period: str, by: By, chosen: dict[str, Any]) -> Sides | None:
    """The two points; None where there is no earlier period to hold it against.

    Args:
        chosen: ``from`` and ``to``, months or longer periods, for the way ``choose``.
    """
    from fusenapp.kpi import Point

    now = span(result, period, by)
    here = _named(period, by)
    if way == "target":
        return Sides(Point(now, "target"), Point(now), (translate("Kpi", "Target"), translate("Kpi", "Actual")))
    if way == "choose":
        first, last = (str(chosen.get(side) or period) for side in ("from", "to"))
        return Sides(Point(span(result, first, by)), Point(span(result, last, by)), (_named(first, by), _named(last, by)))
    before = _year_before(now) if way == "year" or by == "ytd" else _before(result, period, by)
    if before is None:
        return None
    return Sides(Point(before), Point(now), (_told(before) if way == "year" or by == "ytd" else _named(before, by), here))


def _before(result: KpiResult, period: str, by: By) -> str | None:
    known = result.periods(by)
    return known[known.index(period) - 1] if period in known and known.index(period) else None


def _year_before(months: str) -> str:
    return ":".join(calendar.add(month, -12) for month in months.split(":"))


def _told(months: str) -> str:
    return "〜".join(period_words(month) for month in months.split(":"))


def _named(period: str, by: By) -> str:
    return translate("KpiWhy", "to {month}").format(month=period_words(period)) if by == "ytd" else period_words(period)
