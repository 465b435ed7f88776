"""People one by one: from when, how fast at first, when away; worked out by hand and against numpy's business days."""

from __future__ import annotations

import datetime as dt

import holidays
import numpy as np
import pytest

from fusenapp.domain import calendar
from fusenapp.domain.capacity import Capacity, Rep, capacity_from

NEW = Rep("新任", 1.0, start="2026-10", ramp_up=(0.3, 0.6))


def test_a_new_person_counts_for_nothing_before_the_first_month_and_for_a_part_in_the_first_ones() -> None:
    assert [NEW.pace(month) for month in ("2026-09", "2026-10", "2026-11", "2026-12", "2027-05")] == [0, 0.3, 0.6, 1, 1]


def test_a_person_who_leaves_counts_up_to_the_last_month() -> None:
    rep = Rep("退職", 1.0, end="2026-12")
    assert (rep.pace("2026-12"), rep.pace("2027-01")) == (1, 0)


def test_what_was_reached_after_the_first_months_goes_on() -> None:
    rep = Rep("時短", 1.0, ramp=0.5, start="2026-10", ramp_up=(0.4,))
    assert (rep.pace("2026-10"), rep.pace("2026-11")) == (0.2, 0.5)


def test_leave_takes_off_business_days_only() -> None:
    """8 to 19 February 2027 are ten weekdays, the 11th is 建国記念の日: nine days of leave out of eighteen business days."""
    rep = Rep("河合", 1.0, away=("2027-02-08:2027-02-21",))
    capacity = Capacity(1, 2.5, 0.5, (rep,))
    assert (capacity.days("2027-02"), rep.days_away("2027-02", capacity.closures)) == (18, 9)
    assert capacity.hours("2027-02") == 9 * 2.5


def test_leave_while_the_company_is_closed_takes_nothing_off() -> None:
    rep = Rep("河合", away=("2026-12-28:2027-01-05",))
    capacity = Capacity(1, 1, 1, (rep,))
    assert rep.days_away("2026-12", capacity.closures) == 1  # the 28th; from the 29th all are away
    assert rep.days_away("2027-01", capacity.closures) == 2  # the 4th and 5th


def test_the_hours_of_a_month_are_everybodys_hours() -> None:
    """October 2026 has 21 business days (スポーツの日): 1 × 21 × 2.5 + 0.8 × 21 × 3 + 1 × 0.3 × 21 × 2.5."""
    capacity = Capacity(1, 2.5, 0.5, (Rep("大野"), Rep("三好", 0.8, hours_per_day=3.0), NEW))
    assert [share.hours for share in capacity.shares("2026-10")] == pytest.approx([52.5, 50.4, 15.75])
    assert capacity.hours("2026-10") == pytest.approx(118.65)
    assert capacity.leads("2026-10") == pytest.approx(237.3)


@pytest.mark.parametrize("month", [f"{year}-{number:02d}" for year in (2024, 2026, 2027) for number in range(1, 13)])
def test_business_days_agree_with_numpy(month: str) -> None:
    year, number = int(month[:4]), int(month[5:])
    first, after = np.datetime64(month, "D"), np.datetime64(calendar.add(month, 1), "D")
    shut = [np.datetime64(day) for y in (year, year + 1) for day in holidays.Japan(years=y)]
    shut += [np.datetime64(dt.date(year, *day)) for day in ((1, 1), (1, 2), (1, 3), (8, 13), (8, 14), (8, 15), (12, 29), (12, 30), (12, 31))]
    expected = int(np.busday_count(first, after, holidays=shut))
    assert len(calendar.open_days(f"{year}-{number:02d}", ("12-29:01-03", "08-13:08-15"))) == expected


def test_people_survive_their_field() -> None:
    told = Capacity(1.8, 2.5, 0.5, (Rep("河合", 0.8, 0.9, 0.1, "2026-10", "2027-03", (0.3, 0.6), ("2027-02-08:2027-02-19",), 3.0), Rep("大野")),
                    ("08-12:08-15",), 1.0, (0.75, 0.25), "kpi-mql")
    found = capacity_from(told.to_json())
    assert found is not None
    assert (found.reps, found.closures, found.hours_per_quality_lead, found.spread, found.node) == (
        told.reps, told.closures, 1.0, (0.75, 0.25), "kpi-mql")


def test_parts_that_cannot_be_read_are_passed_over() -> None:
    data = {"people": 1, "hours_per_day": 2, "hours_per_lead": 1, "hours_per_quality_lead": -1, "spread": [0, 1], "node": 7,
            "reps": [{"name": "甲", "start": "soon", "ramp_up": [2], "away": ["summer", "2026-08-13"], "hours_per_day": 0}]}
    found = capacity_from(data)
    assert found is not None
    assert (found.hours_per_quality_lead, found.spread, found.node) == (None, (1.0,), "")
    assert found.reps == (Rep("甲", away=("2026-08-13",)),)
    assert capacity_from({**data, "spread": [3, 1]}).spread == (0.75, 0.25)  # type: ignore[union-attr]
