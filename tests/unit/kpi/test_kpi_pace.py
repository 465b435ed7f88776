"""A running period is held against its target by business days, not by months."""

from __future__ import annotations

import pytest

from fusenapp.domain import calendar
from fusenapp.domain.kpi import tree_from
from fusenapp.kpi import KpiResult
from fusenapp.kpi.pace import pace
from tests.unit.kpi.making import formula, given, months, node

DAYS = {"2026-04": 21, "2026-05": 18, "2026-06": 22}


def _days(month: str) -> int:
    return DAYS.get(month, 20)


def _orders(actual: dict[str, float], target: dict[str, float], **fields: str) -> KpiResult:
    tree = tree_from([node("orders", **fields), formula("rate", "orders ÷ orders", "%", "ratio")])
    return given(tree, {"orders": actual, ("orders", "target"): target}, as_of=max(actual))


def test_the_landing_of_a_quarter_is_what_each_business_day_brought_times_all_of_them() -> None:
    found = pace(_orders(months(42, 36), months(61, 61, 61)), "orders", "2026-Q1", _days)
    assert found is not None
    assert (found.days, found.of, found.actual, found.target) == (39, 61, 78, 183)
    assert found.landing == pytest.approx(122)
    assert found.due == pytest.approx(117)
    assert found.achievement == pytest.approx(78 / 117) == pytest.approx(found.landing / 183)


def test_a_short_month_does_not_make_a_quarter_look_late() -> None:
    """By months, 78 of 122 in two of three months would be 64 %; the business days say that all is well."""
    found = pace(_orders(months(42, 36), months(40, 40, 42)), "orders", "2026-Q1", _days)
    assert found is not None
    assert found.achievement == pytest.approx(1.0)


def test_the_companys_own_days_count() -> None:
    shown = _orders(months(*[10] * 6), months(*[10] * 8))
    usual = pace(shown, "orders", "2026", lambda m: calendar.working_days(m, ()))
    closed = pace(shown, "orders", "2026", lambda m: calendar.working_days(m, ("12-01:12-28",)))
    assert usual is not None
    assert closed is not None
    assert usual.of > closed.of
    assert usual.landing > closed.landing


def test_without_a_target_for_every_month_there_is_a_landing_and_no_achievement() -> None:
    found = pace(_orders(months(42, 36), months(61, 61)), "orders", "2026-Q1", _days)
    assert found is not None
    assert (found.target, found.due, found.achievement) == (None, None, None)
    assert found.landing == pytest.approx(122)


def test_a_target_of_nothing_has_no_achievement() -> None:
    found = pace(_orders(months(42, 36), months(0, 0, 0)), "orders", "2026-Q1", _days)
    assert found is not None
    assert found.achievement is None


@pytest.mark.parametrize(("period", "why"), [("2026-04", "a month that is over"), ("2026-Q2", "a quarter that has not begun")])
def test_what_is_over_or_has_not_begun_has_no_pace(period: str, why: str) -> None:
    assert pace(_orders(months(42, 36), months(61, 61, 61, 61, 61, 61)), "orders", period, _days) is None, why


def test_rates_and_balances_have_no_pace() -> None:
    shown = _orders(months(42, 36), months(61, 61, 61))
    assert pace(shown, "rate", "2026-Q1", _days) is None
    assert pace(_orders(months(42, 36), months(61, 61, 61), aggregation="last"), "orders", "2026-Q1", _days) is None


def test_a_fixed_month_without_a_figure_has_no_pace_since_it_is_not_zero() -> None:
    actual = {"2026-04": 42.0, "2026-06": 30.0}
    assert pace(_orders(actual, months(*[61] * 9)), "orders", "2026", _days) is None
