"""How many leads sales can take up."""

from __future__ import annotations

import pytest

from fusenapp.domain.capacity import Capacity, Rep, capacity_from, weekdays


@pytest.mark.parametrize(("month", "days"), [("2026-11", 21), ("2026-02", 20), ("2024-02", 21), ("2026-08", 21)])
def test_weekdays_of_a_month(month: str, days: int) -> None:
    assert weekdays(month) == days


def test_leads_are_business_days_times_people_times_hours_over_the_hours_of_a_lead() -> None:
    assert Capacity(3, 4, 2).leads("2026-11") == 19 * 3 * 4 / 2  # 文化の日 and 勤労感謝の日 are no business days


def test_new_people_and_people_on_leave_count_for_less() -> None:
    reps = (Rep("大野", 1.0, 1.0, 0.05), Rep("新人", 1.0, 0.5, 0.0), Rep("時短", 0.6, 1.0, 0.5))
    assert Capacity(1, 4, 2, reps).strength == pytest.approx(0.95 + 0.5 + 0.3)
    assert Capacity(1, 4, 2, reps).leads("2026-11") == pytest.approx(19 * 1.75 * 4 / 2)


def test_the_turn_of_the_year_makes_december_a_short_month() -> None:
    assert Capacity(1, 1, 1).days("2026-12") == 20
    assert Capacity(1, 1, 1, closures=()).days("2026-12") == 23


def test_people_named_one_by_one_stand_for_their_number() -> None:
    data = {"hours_per_day": 4, "hours_per_lead": 2, "reps": [{"name": "大野", "fte": 0.8, "ramp": 0.5}], "closures": ["08-12:08-15"]}
    found = capacity_from(data)
    assert found is not None
    assert (found.strength, found.closures) == (0.4, ("08-12:08-15",))
    assert capacity_from(found.to_json()) == found


def test_what_cannot_be_read_of_people_and_closures_is_passed_over() -> None:
    found = capacity_from({"people": 2, "hours_per_day": 4, "hours_per_lead": 2, "reps": [{"fte": -1}, 3], "closures": ["summer", "08-15"]})
    assert found == Capacity(2, 4, 2, closures=("08-15",))


@pytest.mark.parametrize("data", [None, {}, {"people": 2}, {"people": 2, "hours_per_day": 4, "hours_per_lead": 0},
                                  {"people": "2", "hours_per_day": 4, "hours_per_lead": 1}, [1, 2, 3]])
def test_a_capacity_that_cannot_be_is_none(data: object) -> None:
    assert capacity_from(data) is None


def test_a_capacity_survives_its_field() -> None:
    assert capacity_from(Capacity(2, 4.5, 3).to_json()) == Capacity(2, 4.5, 3)
