"""Load against capacity: every figure here was worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from fusenapp.domain.capacity import Capacity
from fusenapp.domain.kpi import tree_from
from fusenapp.kpi import KpiResult
from fusenapp.kpi.capacity import CapacityTable, Handed, Leads, Plan, due, handed_over, load_node, plan_from, tabulate, with_plans
from fusenapp.kpi.capacity_proposals import Conversion, conversion, propose
from tests.unit.kpi.making import company, given, node

TREE = tree_from([node("引き渡し", stage="mql"), node("アポ", stage="appointment")])
TEN_HOURS = Capacity(1, 0.5, 1, closures=("01-01:12-31",))  # every day closed: only for shapes


def _months(first: int, *figures: float, year: int = 2026) -> dict[str, float]:
    return {f"{year}-{first + at:02d}": figure for at, figure in enumerate(figures)}


def _result(**series: Any) -> KpiResult:
    """Actuals from August to November 2026, and what else is named (``target`` …)."""
    actual = {"all": _months(8, 100, 110, 120, 130), "quality": _months(8, 20, 22, 24, 26), "general": _months(8, 80, 88, 96, 104)}
    appointments = {"all": _months(8, 18, 20, 22, 24), "quality": _months(8, 8, 9, 10, 10), "general": _months(8, 10, 11, 12, 14)}
    return given(TREE, {"引き渡し": actual, "アポ": appointments, **{("引き渡し", name): found for name, found in series.items()}},
                 as_of="2026-11")


def _table(capacity: Capacity, result: KpiResult | None = None, plans: tuple[Plan, ...] = ()) -> CapacityTable:
    result = result or _result()
    months = [f"2026-{at:02d}" for at in range(4, 13)] + ["2027-01", "2027-02", "2027-03"]
    return tabulate(result, "引き渡し", capacity, handed_over(result, "引き渡し", months), plans)


def test_capacity_and_load_of_a_past_month() -> None:
    """November 2026 has 19 business days: 19 × 3 people × 2 h = 114 h. 26 quality leads × 1 h + 104 general × 0.5 h = 78 h of work,
    0.6 h a lead; so 190 leads of this mix can be taken up, 60 more than the 130 there are."""
    november = _table(Capacity(3, 2, 0.5, hours_per_quality_lead=1.0)).of["2026-11"]
    assert november.handed is not None
    assert (november.days, november.hours, november.work, november.mean_hours) == (19, 114, 78, 0.6)
    assert november.room == pytest.approx(190)
    assert november.over == pytest.approx(-60)
    assert november.use == pytest.approx(78 / 114)
    assert (november.handed.origin, november.fixed, november.is_over) == ("actual", True, False)


def test_a_month_to_come_takes_the_forecast_then_the_target_then_what_the_last_months_brought() -> None:
    result = _result(target={"all": {"2026-12": 150, "2027-01": 160}}, forecast={"all": {"2026-12": 140}})
    table = _table(Capacity(3, 2, 0.5), result)
    handed = [table.of[month].handed for month in ("2026-12", "2027-01", "2027-02")]
    assert [(h.leads.all, h.origin) for h in handed if h] == [(140, "forecast"), (160, "target"), (120, "carried")]


def test_months_to_come_keep_the_recent_share_of_quality_leads_unless_the_plan_says_otherwise() -> None:
    """September to November: 72 of 360 are quality leads, a fifth. The plan for January says 30 of 160, as 30 : 90."""
    result = _result(target={"all": {"2026-12": 150, "2027-01": 160}, "quality": {"2027-01": 30}, "general": {"2027-01": 90}})
    table = _table(Capacity(3, 2, 0.5), result)
    shares = [each.handed.leads.quality for month in ("2026-12", "2027-01") if (each := table.of[month]).handed]
    assert shares == pytest.approx([30, 40])


def test_months_of_which_nothing_is_known_have_no_load_and_are_never_zero() -> None:
    result = given(TREE, {("引き渡し", "target"): {"2026-12": 150, "2027-02": 90}})
    handed = handed_over(result, "引き渡し", ("2026-12", "2027-01", "2027-02"))
    table = tabulate(result, "引き渡し", Capacity(3, 2, 0.5), handed)
    assert [each.month for each in table.months] == ["2026-12", "2027-01", "2027-02"]
    unknown = table.of["2027-01"]
    assert (unknown.handed, unknown.due, unknown.work, unknown.over, unknown.use, unknown.is_over) == (None, None, None, None, None, False)
    assert unknown.room > 0


def test_an_actual_that_is_missing_is_not_known_either() -> None:
    result = given(TREE, {"引き渡し": {"2026-08": 5, "2026-10": 7}, "アポ": {"2026-09": 1}}, as_of="2026-10")
    assert set(handed_over(result, "引き渡し", ("2026-08", "2026-09", "2026-10"))) == {"2026-08", "2026-10"}


def test_work_is_spread_over_the_months_after_the_hand_over() -> None:
    handed = {"2026-04": Handed(Leads(100, 20), "actual"), "2026-05": Handed(Leads(50, 40), "actual")}
    assert due(handed, (0.75, 0.25), "2026-05") == Leads(62.5, 35)
    assert due(handed, (0.75, 0.25), "2026-04") is None  # what was handed over in March is not known


def test_months_with_few_business_days_are_marked() -> None:
    """From June on: 22 22 20 19 21 19 20 19 18 22, 20.2 on average; 18 is below 92 % of that."""
    assert [each.month for each in _table(Capacity(3, 2, 0.5)).months if each.short] == ["2027-02"]


def test_the_kpi_that_counts_leads_handed_over_is_found_by_its_stage_or_chosen() -> None:
    assert load_node(_result(), Capacity(1, 1, 1)) == "引き渡し"
    assert load_node(_result(), Capacity(1, 1, 1, node="アポ")) == "アポ"
    assert load_node(_result(), Capacity(1, 1, 1, node="消えた")) == "引き渡し"
    assert load_node(company("plain"), Capacity(1, 1, 1)) == "kpi-mql"


# proposals

SHORT = Capacity(2, 1.625, 0.5, hours_per_quality_lead=1.0)
"""December 20 days: 65 h; January 19: 61.75 h; February 18: 58.5 h; March 22: 71.5 h."""


def _coming(december: float, january: float, february: float) -> KpiResult:
    target = {"all": {"2026-12": december, "2027-01": january, "2027-02": february}}
    return _result(target=target)


def test_good_leads_are_brought_forward_for_those_that_cannot_be_taken_up() -> None:
    """February: 120 leads, 24 of them quality: 24 + 48 = 72 h of work against 58.5 h, 13.5 h too much = 27 general leads. By month of
    registration 37 of 92 quality leads got an appointment and 47 of 368 general ones: 27 general leads bring 3.448 appointments, and so do
    8.57 quality leads, 9. January has 61.75 − 54 = 7.75 h left, room for 7; December 65 − 60 = 5 h, so the other two go there."""
    result = _coming(100, 90, 120)
    found = conversion(result, "引き渡し")
    assert found is not None
    assert (found.quality, found.general) == (pytest.approx(37 / 92), pytest.approx(47 / 368))
    table = _table(SHORT, result)
    proposal = next(each for each in propose(table, found) if each.month == "2027-02")
    assert proposal.over_hours == pytest.approx(13.5)
    assert (proposal.left_out, proposal.left_out_quality) == (27, 0)
    assert proposal.lost == pytest.approx(27 * 47 / 368)
    assert proposal.good == 9
    assert [(move.month, move.good) for move in proposal.moves] == [("2027-01", 7), ("2026-12", 2)]
    assert (proposal.rest, proposal.still_over) == (0, 0)


def test_without_conversions_one_good_lead_stands_for_one_lead() -> None:
    proposal = next(each for each in propose(_table(SHORT, _coming(100, 90, 120))) if each.month == "2027-02")
    assert (proposal.good, proposal.lost, proposal.placed, proposal.rest) == (27, None, 12, 15)


def test_quality_leads_are_left_out_only_when_there_are_no_general_ones_left() -> None:
    """A tenth of an hour for everything: 6 h of capacity, 24 quality leads take 24 h."""
    proposal = next(each for each in propose(_table(Capacity(2, 1 / 6, 0.5, hours_per_quality_lead=1.0), _coming(1, 1, 120)))
                    if each.month == "2027-02")
    assert proposal.left_out - proposal.left_out_quality == 96
    assert proposal.left_out_quality == 18
    assert proposal.still_over == 0


def test_nothing_is_proposed_for_the_past_nor_where_all_fits() -> None:
    assert propose(_table(Capacity(9, 8, 0.5), _coming(100, 90, 120))) == []
    over = _table(Capacity(0.1, 1, 1), _coming(100, 90, 120))
    assert {each.month for each in over.over} >= {"2026-08", "2026-11"}
    assert min(each.month for each in propose(over)) == "2026-12"


def test_a_plan_changes_the_months_to_come_and_brings_the_short_one_into_capacity() -> None:
    result = _coming(100, 90, 120)
    proposal = next(each for each in propose(_table(SHORT, result), conversion(result, "引き渡し")) if each.month == "2027-02")
    after = _table(SHORT, result, (proposal.plan("a1"),))
    assert not after.over or "2027-02" not in {each.month for each in after.over}
    assert after.of["2027-02"].due == Leads(93, 24)
    assert after.of["2027-01"].due == Leads(97, 25)
    assert [each.due for each in after.before] == [each.due for each in _table(SHORT, result).months]
    assert "2027-02" not in {each.month for each in propose(after, conversion(result, "引き渡し"))}


def test_a_plan_survives_its_field_and_what_is_none_is_passed_over() -> None:
    plan = Plan("a", "2027-02", {"2027-01": 7.0, "2026-12": 2.0}, 27.0, 0.0)
    assert plan_from("a", plan.to_json()) == plan
    assert plan_from("a", None) is None
    assert plan_from("a", {"kind": "other", "of": "2027-02"}) is None
    assert plan_from("a", {"kind": "handover", "of": "soon", "more": {}}) is None


def test_a_plan_touches_neither_the_past_nor_months_of_which_nothing_is_known() -> None:
    handed = {"2026-11": Handed(Leads(100, 20), "actual"), "2027-01": Handed(Leads(90, 18), "target")}
    found = with_plans(handed, [Plan("a", "2027-01", {"2026-11": 5.0, "2026-12": 4.0}, 200.0, 0.0)], {"2026-12", "2027-01"})
    assert found["2026-11"] == handed["2026-11"]
    assert "2026-12" not in found
    assert found["2027-01"].leads == Leads(0, 0)


def test_good_leads_whose_work_reaches_into_the_short_month_make_more_room_there() -> None:
    """Half of the work falls into the month after: nine good leads of January bring 4.5 h into February."""
    spread = Capacity(2, 1.625, 0.5, hours_per_quality_lead=1.0, spread=(0.5, 0.5))
    result = _coming(100, 90, 130)
    found = Conversion("アポ", 0.4, 0.1, 100, 400)
    proposal = next(each for each in propose(_table(spread, result), found) if each.month == "2027-02")
    after = _table(spread, result, (proposal.plan("a"),))
    assert proposal.moves
    assert not after.of["2027-02"].is_over
    assert not after.of["2027-01"].is_over
