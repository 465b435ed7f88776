"""How many leads sales can take up."""

from __future__ import annotations

import pytest

from fusenapp.domain.capacity import Capacity, capacity_from, weekdays


@pytest.mark.parametrize(("month", "days"), [("2026-11", 21), ("2026-02", 20), ("2024-02", 21), ("2026-08", 21)])
def test_weekdays_of_a_month(month: str, days: int) -> None:
    assert weekdays(month) == days


def test_leads_are_weekdays_times_people_times_hours_over_the_hours_of_a_lead() -> None:
    assert Capacity(3, 4, 2).leads("2026-11") == 21 * 3 * 4 / 2


@pytest.mark.parametrize("data", [None, {}, {"people": 2}, {"people": 2, "hours_per_day": 4, "hours_per_lead": 0},
                                  {"people": "2", "hours_per_day": 4, "hours_per_lead": 1}, [1, 2, 3]])
def test_a_capacity_that_cannot_be_is_none(data: object) -> None:
    assert capacity_from(data) is None


def test_a_capacity_survives_its_field() -> None:
    assert capacity_from(Capacity(2, 4.5, 3).to_json()) == Capacity(2, 4.5, 3)
