"""What must hold of capacity whatever the people, months and closures are."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.domain import calendar
from fusenapp.domain.capacity import Capacity, Rep, capacity_from
from fusenapp.kpi.capacity import CapacityTable, Handed, Leads, MonthLoad, due
from fusenapp.kpi.capacity_proposals import LOOK_BACK, propose

PART = st.floats(0, 1).map(lambda part: round(part, 3))
MONTH = st.integers(calendar.index("2020-01"), calendar.index("2030-12")).map(calendar.month)
CLOSURE = st.sampled_from(["12-29:01-03", "08-13:08-16", "2026-05-01", "10-01", "2027-02-08:2027-02-19"])
CLOSURES = st.lists(CLOSURE, unique=True, max_size=3).map(tuple)
REP = st.builds(Rep, st.just("甲"), st.floats(0, 3).map(lambda n: round(n, 2)), PART, PART, st.one_of(st.just(""), MONTH), st.just(""),
                st.lists(PART, max_size=4).map(tuple), CLOSURES, st.one_of(st.none(), st.floats(0.5, 8)))
SPREAD = st.lists(st.floats(0.05, 1), min_size=1, max_size=4).map(lambda parts: tuple(part / sum(parts) for part in parts))


@settings(deadline=None)  # the first example loads the public holidays
@given(st.integers(2020, 2030), CLOSURES)
def test_the_business_days_of_the_months_are_those_of_the_year(year: int, closures: tuple[str, ...]) -> None:
    shut = calendar.public_holidays(year) | calendar.closure_days(closures, year)
    days = [dt.date(year, 1, 1) + dt.timedelta(at) for at in range(366)]
    expected = sum(day.year == year and day.weekday() < 5 and day not in shut for day in days)
    assert sum(calendar.working_days(f"{year}-{number:02d}", closures) for number in range(1, 13)) == expected


@given(REP, MONTH)
def test_pace_lies_between_nothing_and_what_was_reached(rep: Rep, month: str) -> None:
    assert 0 <= rep.pace(month) <= rep.ramp
    if rep.start and month < rep.start:
        assert rep.pace(month) == 0
    if calendar.index(month) - calendar.index(rep.start or month) >= len(rep.ramp_up):
        assert rep.pace(month) in (0, rep.ramp)


@settings(deadline=None)
@given(st.lists(REP, min_size=1, max_size=5), MONTH, CLOSURES)
def test_hours_are_the_sum_over_people_and_never_more_than_without_ramp_and_leave(reps: list[Rep], month: str, closures: tuple[str, ...]) -> None:
    capacity = Capacity(1, 2, 0.5, tuple(reps), closures)
    alone = [Capacity(1, 2, 0.5, (rep,), closures).hours(month) for rep in reps]
    assert capacity.hours(month) == pytest.approx(sum(alone))
    full = sum(rep.fte * (rep.hours_per_day or 2) for rep in reps) * capacity.days(month)
    assert -1e-9 <= capacity.hours(month) <= full + 1e-9


@given(st.lists(REP, min_size=1, max_size=3), CLOSURES, SPREAD)
def test_people_survive_the_field_they_are_kept_in(reps: list[Rep], closures: tuple[str, ...], spread: tuple[float, ...]) -> None:
    found = capacity_from(Capacity(1, 2, 0.5, tuple(reps), closures, None, spread).to_json())
    assert found is not None
    assert (found.reps, found.closures) == (tuple(reps), closures)
    assert found.spread == pytest.approx(spread)


@given(st.lists(st.integers(0, 500), min_size=6, max_size=12), SPREAD)
def test_spreading_loses_no_lead(figures: list[int], spread: tuple[float, ...]) -> None:
    """Leads of the middle months are due somewhere in the months after; with none before and after, all are found again."""
    quiet = [0] * (len(spread) - 1)
    months = calendar.span("2026-01", calendar.add("2026-01", len(quiet) * 2 + len(figures) - 1))
    handed = {m: Handed(Leads(n, n / 5), "actual") for m, n in zip(months, [*quiet, *figures, *quiet], strict=True)}
    found = [due(handed, spread, month) for month in months[len(quiet):]]
    assert sum(each.all for each in found if each) == pytest.approx(sum(figures))
    assert sum(each.quality or 0 for each in found if each) == pytest.approx(sum(figures) / 5)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(5, 200)), min_size=2, max_size=8), st.floats(0.2, 2))
def test_a_proposal_never_overfills_the_months_before(found: list[tuple[int, int]], quality_hours: float) -> None:
    months = calendar.span("2026-04", calendar.add("2026-04", len(found) - 1))
    loads = []
    for month, (leads, hours) in zip(months, found, strict=True):
        there = Leads(float(leads), float(leads // 4))
        share = Capacity(1, hours / max(calendar.working_days(month), 1), 1).shares(month)
        loads.append(MonthLoad(month, 20, share, Handed(there, "target"), there, quality_hours, 0.5, False))
    table = CapacityTable("n", None, tuple(loads), tuple(loads))
    work = {each.month: each.work or 0.0 for each in loads}
    for proposal in propose(table):
        assert len(proposal.moves) <= LOOK_BACK
        assert proposal.placed == sum(move.good for move in proposal.moves)
        assert all(move.month < proposal.month for move in proposal.moves)
        for move in proposal.moves:
            work[move.month] += move.good * quality_hours
            assert work[move.month] <= table.of[move.month].hours + 1e-6
        fewer = (proposal.left_out - proposal.left_out_quality) * 0.5 + proposal.left_out_quality * quality_hours
        assert proposal.over_hours - fewer <= proposal.still_over + 1e-6
