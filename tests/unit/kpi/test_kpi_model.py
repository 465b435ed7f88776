"""What would be if: drivers changed from a month on, goals sought, how much hangs on each driver."""

from __future__ import annotations

import math
from typing import Any

import pytest

from fusenapp.domain.kpi import tree_from
from fusenapp.errors import InputError
from fusenapp.kpi import KpiResult
from fusenapp.kpi.goals import Goal, most_factor, seek_all, seek_one, swings
from fusenapp.kpi.model import Change, Model
from tests.unit.kpi.making import company, formula, given, months, node

CHAIN = tree_from([
    node("リード数"), node("アポ率", "%", aggregation="ratio"), node("受注率", "%", aggregation="ratio"),
    node("単価", "円", aggregation="ratio"), formula("受注金額", "リード数 × アポ率 × 受注率 × 単価", "円"),
])
APRIL, MAY, JUNE = "2026-04", "2026-05", "2026-06"


def _chain() -> KpiResult:
    return given(CHAIN, {"リード数": months(100, 120, 110), "アポ率": months(0.5, 0.6, 0.4), "受注率": months(0.2, 0.2, 0.25),
                         "単価": months(1e6, 1e6, 1e6)})


@pytest.fixture(scope="module")
def sample() -> KpiResult:
    return company("plain")


def _same(one: KpiResult, other: KpiResult) -> None:
    for id in one.nodes:
        assert one.nodes[id].series == other.nodes[id].series, id


def test_without_changes_nothing_changes(sample: KpiResult) -> None:
    model = Model(sample, "2026-06")
    _same(model.run([]), model.result)
    for id in sample.nodes:
        for month in sample.months:
            assert model.result.value(id, month) == sample.value(id, month)


def test_a_driver_changes_from_its_month_on(sample: KpiResult) -> None:
    month = sample.months[-2]
    changed = Model(sample, month).run([Change("kpi-win-rate", 1.1)])
    before, after = sample.months[-3], sample.months[-1]
    assert changed.value("kpi-won", before) == sample.value("kpi-won", before)
    assert changed.value("kpi-won", after) == pytest.approx((sample.value("kpi-won", after) or 0) * 1.1)
    assert changed.value("kpi-won-amount", after) == pytest.approx((sample.value("kpi-won-amount", after) or 0) * 1.1)


def test_quality_and_general_leads_add_up_in_every_scenario(sample: KpiResult) -> None:
    changed = Model(sample, sample.months[-2]).run([Change("kpi-quality-rate", 0.5, fixed=True), Change("kpi-leads", 1.3)])
    month = sample.months[-1]
    for id in ("kpi-leads", "kpi-mql", "kpi-appointments", "kpi-won", "kpi-won-amount"):
        whole, quality, general = (changed.value(id, month, segment=s) for s in ("all", "quality", "general"))
        assert whole == pytest.approx((quality or 0) + (general or 0)), id
    assert changed.value("kpi-quality-rate", month) == pytest.approx(0.5)
    assert changed.value("kpi-leads", month) == pytest.approx(1.3 * (sample.value("kpi-leads", month) or 0))


def test_more_quality_leads_bring_more_than_more_leads_of_any_kind(sample: KpiResult) -> None:
    """Quality leads are won more often, so the same number of leads with a better mix brings more."""
    month = sample.months[-1]
    changed = Model(sample, month).run([Change("kpi-leads", 1.2, "mix")])
    assert changed.value("kpi-leads", month) == sample.value("kpi-leads", month)
    assert (changed.value("kpi-won", month) or 0) > (sample.value("kpi-won", month) or 0)


def test_a_rate_goes_no_further_than_all_of_them() -> None:
    assert Model(_chain(), MAY).run([Change("アポ率", 5.0)]).value("アポ率", MAY) == 1.0


def test_what_follows_from_others_is_no_driver(sample: KpiResult) -> None:
    with pytest.raises(InputError, match="not-a-driver"):
        Model(sample).run([Change("kpi-won", 2.0)])
    with pytest.raises(InputError, match="unknown-node"):
        Model(sample).run([Change("nothing", 2.0)])


def test_the_months_to_come_take_plans_for_counts_and_recent_figures_for_rates() -> None:
    tree = tree_from([node("リード数"), node("受注数", formula="リード数 × 受注率"), formula("受注率", "受注数 ÷ リード数", "%", "ratio")])
    figures: dict[Any, Any] = {"リード数": months(100, 100, 200), "受注数": months(10, 20, 10), ("リード数", "target"): months(90, 90, 90, 300)}
    model = Model(given(tree, figures, as_of=JUNE))
    assert model.start == "2026-07"
    assert model.result.months[-1] == "2027-03"
    assert model.result.value("リード数", "2026-07") == 300
    assert model.result.value("リード数", "2026-08") == pytest.approx(400 / 3)
    assert model.result.value("受注率", "2026-07") == pytest.approx(0.1)
    assert model.result.value("受注数", "2026-07") == pytest.approx(30)


def test_what_a_formula_leaves_over_stays() -> None:
    tree = tree_from([node("a"), node("b"), node("c", formula="a × b")])
    changed = Model(given(tree, {"a": months(10, 10), "b": months(2, 2), "c": months(25, 25)}), MAY).run([Change("a", 2.0)])
    assert (changed.value("c", APRIL), changed.value("c", MAY)) == (25, 50)


def test_the_levers_are_the_drivers_with_what_they_have_been() -> None:
    levers = {lever.node: lever for lever in Model(_chain(), JUNE, ahead=False).levers("受注金額")}
    assert list(levers) == ["リード数", "アポ率", "受注率", "単価"]
    assert (levers["アポ率"].usual, levers["アポ率"].least, levers["アポ率"].most) == (0.4, 0.4, 0.6)
    assert (levers["リード数"].usual, levers["リード数"].least, levers["リード数"].most) == (110, 100, 120)


def test_the_share_of_quality_leads_is_a_lever_behind_its_count(sample: KpiResult) -> None:
    keys = [(lever.node, lever.segment) for lever in Model(sample, sample.months[-1]).levers("kpi-won-amount")]
    assert keys[:2] == [("kpi-leads", "all"), ("kpi-leads", "mix")]
    assert ("kpi-average-price", "all") in keys


# -- goals

GOAL = Goal("受注金額", JUNE, 15_400_000)
"""June brings 110 × 0.4 × 0.25 × 1,000,000 = 11,000,000 yen; 1.4 times that is wanted."""


def test_one_driver_reaches_a_goal() -> None:
    model = Model(_chain(), JUNE, ahead=False)
    found = seek_one(model, GOAL, model.lever("単価"))
    assert found.met
    assert found.changes[0].value == pytest.approx(1.4)
    assert found.capped == ()


def test_one_rate_beyond_what_it_has_been_is_warned_of() -> None:
    model = Model(_chain(), JUNE, ahead=False)
    assert seek_one(model, GOAL, model.lever("受注率")).capped == (("受注率", "all"),)
    assert seek_one(model, GOAL, model.lever("アポ率")).capped == ()
    out_of_reach = seek_one(model, Goal("受注金額", JUNE, 1e9), model.lever("受注率"))
    assert not out_of_reach.met
    assert out_of_reach.reached == pytest.approx(44_000_000), "no more than all of them"


def test_the_least_effort_follows_the_published_formula() -> None:
    """x' = x·(T ÷ V)^((1/w) ÷ Σ(1/w)) for products."""
    model = Model(_chain(), JUNE, ahead=False)
    levers = [model.lever(id) for id in ("リード数", "単価")]
    weights = {("リード数", "all"): 1.0, ("単価", "all"): 3.0}
    found = seek_all(model, GOAL, levers, weights)
    factors = {change.node: change.value for change in found.changes}
    whole = 1 / 1 + 1 / 3
    assert factors["リード数"] == pytest.approx(1.4 ** (1 / whole))
    assert factors["単価"] == pytest.approx(1.4 ** (1 / 3 / whole))
    assert found.met


def test_locked_drivers_stay() -> None:
    model = Model(_chain(), JUNE, ahead=False)
    found = seek_all(model, GOAL, model.levers("受注金額"), locked=[("リード数", "all"), ("アポ率", "all"), ("受注率", "all")])
    assert {change.node: change.value for change in found.changes} == {"単価": pytest.approx(1.4)}
    with pytest.raises(InputError, match="goal-out-of-reach"):
        seek_all(model, GOAL, [model.lever("単価")], locked=[("単価", "all")])


def test_rates_stop_at_their_highest_and_the_others_carry_the_rest() -> None:
    model = Model(_chain(), JUNE, ahead=False)
    found = seek_all(model, Goal("受注金額", JUNE, 11_000_000 * 4), model.levers("受注金額"))
    factors = {change.node: change.value for change in found.changes}
    assert found.met
    assert factors["アポ率"] == pytest.approx(0.6 / 0.4), "never above the 60 % of May"
    assert factors["受注率"] == pytest.approx(1.0), "June is its highest month already"
    assert set(found.capped) == {("アポ率", "all"), ("受注率", "all")}
    assert factors["リード数"] == pytest.approx(math.sqrt(4 / 1.5)) == factors["単価"]


def test_a_lower_goal_is_reached_too() -> None:
    model = Model(_chain(), JUNE, ahead=False)
    found = seek_all(model, Goal("受注金額", JUNE, 5_500_000), model.levers("受注金額"))
    assert found.met
    assert all(change.value == pytest.approx(0.5 ** 0.25) for change in found.changes)


def test_the_driver_on_which_most_hangs_stands_first() -> None:
    found = swings(Model(_chain(), JUNE, ahead=False), "受注金額", JUNE)
    assert [swing.lever.node for swing in found] == ["アポ率", "受注率", "リード数", "単価"]
    assert (found[0].low, found[0].high) == (11_000_000, pytest.approx(16_500_000))
    assert found[-1].width == 0


def test_a_count_has_no_ceiling() -> None:
    model = Model(_chain(), JUNE, ahead=False)
    assert most_factor(model.lever("リード数")) == math.inf
    assert most_factor(model.lever("アポ率")) == pytest.approx(1.5)
