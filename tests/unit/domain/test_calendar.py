"""Months, fiscal periods and business days."""

from __future__ import annotations

import datetime as dt

import pytest

from fusenapp.domain import calendar
from fusenapp.errors import InputError

YEAR = calendar.span("2026-04", "2027-03")


def test_a_month_counts_on_over_the_turn_of_the_year() -> None:
    assert calendar.add("2026-11", 3) == "2027-02"
    assert calendar.add("2027-01", -1) == "2026-12"
    assert calendar.month(calendar.index("2026-04")) == "2026-04"


@pytest.mark.parametrize(("by", "first", "last"), [("quarter", "2026-Q1", "2026-Q4"), ("half", "2026-H1", "2026-H2"), ("year", "2026", "2026")])
def test_the_fiscal_year_runs_from_april_to_march(by: calendar.By, first: str, last: str) -> None:
    assert calendar.period_of("2026-04", by) == first
    assert calendar.period_of("2027-03", by) == last


def test_the_fiscal_year_may_start_in_any_month() -> None:
    assert calendar.period_of("2026-01", "quarter", 1) == "2026-Q1"
    assert calendar.period_of("2026-09", "year", 10) == "2025"
    assert calendar.months_of("2026-H2", 10) == calendar.span("2027-04", "2027-09")


@pytest.mark.parametrize("by", ["month", "quarter", "half", "year"])
def test_a_period_holds_exactly_the_months_that_lie_in_it(by: calendar.By) -> None:
    for start in range(1, 13):
        for period, months in calendar.group(calendar.span("2024-01", "2029-12"), by, start).items():
            assert set(months) <= set(calendar.months_of(period, start))
            assert all(calendar.period_of(month, by, start) == period for month in calendar.months_of(period, start))


def test_year_to_date_runs_from_the_start_of_the_fiscal_year() -> None:
    assert calendar.months_of("2026-06", by="ytd") == ("2026-04", "2026-05", "2026-06")
    assert calendar.group(("2027-02", "2027-03", "2027-04"), "ytd")["2027-04"] == ("2027-04",)


def test_a_range_may_be_made_of_any_periods() -> None:
    assert calendar.months_of("2026-04:2026-06") == YEAR[:3]
    assert calendar.months_of("2026-Q1:2026-H2") == YEAR


@pytest.mark.parametrize("text", ["", "2026-13", "2026-Q5", "2026-4", "令和8年4月", "2026-06:2026-04", "2026-04:", "26-04"])
def test_anything_else_is_refused_by_name(text: str) -> None:
    with pytest.raises(InputError) as refused:
        calendar.months_of(text)
    assert refused.value.code == "bad-period"


def test_months_are_filled_up_without_gaps() -> None:
    assert calendar.covering(["2026-07", "2026-04"]) == YEAR[:4]
    assert calendar.covering([]) == ()


def test_business_days_leave_out_weekends_and_closures() -> None:
    assert calendar.business_days("2026-12") == 23
    closed = [dt.date(2026, 12, day) for day in (29, 30, 31)]
    assert calendar.business_days("2026-12", closed) == 20


def test_public_holidays_are_those_of_the_law() -> None:
    found = calendar.public_holidays(2026)
    assert len(found) == 18
    assert {dt.date(2026, 1, 12), dt.date(2026, 5, 6), dt.date(2026, 9, 22), dt.date(2026, 11, 23)} <= found  # 振替休日 and 国民の休日 too


@pytest.mark.parametrize(("month", "days"), [("2026-01", 19), ("2026-05", 18), ("2026-09", 19), ("2026-11", 19), ("2026-12", 20)])
def test_working_days_leave_out_holidays_and_the_turn_of_the_year(month: str, days: int) -> None:
    assert calendar.working_days(month) == days


def test_a_closure_is_of_every_year_or_of_one() -> None:
    assert calendar.closure_days(["12-29:01-03"], 2026) == {dt.date(2026, m, d) for m, d in [(1, 1), (1, 2), (1, 3), (12, 29), (12, 30), (12, 31)]}
    assert calendar.closure_days(["2026-08-13:2026-08-14"], 2026) == {dt.date(2026, 8, 13), dt.date(2026, 8, 14)}
    assert not calendar.closure_days(["2026-08-13:2026-08-14"], 2027)
    assert calendar.closure_days(["02-29"], 2027) == {dt.date(2027, 2, 28)}


@pytest.mark.parametrize("text", ["", "summer", "13-01", "08-32", "2026-08-14:2026-08-13", "08-13:2026-08-14", "0-0"])
def test_what_is_no_closure_is_refused(text: str) -> None:
    with pytest.raises(InputError) as error:
        calendar.check_closure(text)
    assert error.value.code == "bad-closure"
