"""What is on target, what needs care and what is off: one reading for the tree, the meetings, Home and the diagnoses."""

from __future__ import annotations

import pytest

from fusenapp.domain.kpi import tree_from
from fusenapp.flows.reviews import nodes_of
from fusenapp.kpi import targets
from fusenapp.ui.home.reckoning import _card
from fusenapp.ui.kpi.figures import node_figures
from tests.unit.kpi.making import given, node

UP, DOWN = False, True


@pytest.mark.parametrize(("actual", "target", "down", "achievement", "state"), [
    (100, 100, UP, 1.0, "on_target"),
    (130, 100, UP, 1.3, "on_target"),
    (99.9, 100, UP, 0.999, "caution"),
    (90, 100, UP, 0.9, "caution"),
    (89.9, 100, UP, 0.899, "off_target"),
    (0, 100, UP, 0.0, "off_target"),  # a figure of 0 is known, and it is off
    (-5, 100, UP, -0.05, "off_target"),
    (None, 100, UP, None, ""),  # missing is not 0
    (80, None, UP, None, ""),
    (80, 0, UP, None, ""),  # a target of 0 says nothing, in either direction
    (0, 0, UP, None, ""),
    (80, -10, UP, None, ""),
    (100, 100, DOWN, 1.0, "on_target"),
    (40, 100, DOWN, 0.4, "on_target"),
    (0, 100, DOWN, 0.0, "on_target"),
    (100.1, 100, DOWN, 1.001, "caution"),
    (110, 100, DOWN, 1.1, "caution"),
    (110.1, 100, DOWN, 1.101, "off_target"),
    (300, 100, DOWN, 3.0, "off_target"),
    (None, 100, DOWN, None, ""),
    (3, 0, DOWN, None, ""),
])
def test_achievement_and_state(actual: float | None, target: float | None, down: bool, achievement: float | None, state: str) -> None:
    found = targets.achievement(actual, target)
    assert found == (None if achievement is None else pytest.approx(achievement))
    assert targets.state_of(found, down) == state
    assert targets.missed(found, down) == (state in ("caution", "off_target"))


@pytest.mark.parametrize(("reached", "down", "missing"), [(0.8, UP, 0.2), (1.2, UP, -0.2), (1.2, DOWN, 0.2), (0.8, DOWN, -0.2), (None, UP, None)])
def test_the_shortfall_is_above_0_on_the_bad_side(reached: float | None, down: bool, missing: float | None) -> None:
    found = targets.shortfall(reached, down)
    assert found == (None if missing is None else pytest.approx(missing))


def test_sums_of_fractions_that_are_out_by_rounding_are_on_target() -> None:
    summed = 0.3 / (0.1 + 0.1 + 0.1)  # 0.9999999999999999
    assert summed < 1 < 1 / summed
    assert targets.state_of(summed, UP) == targets.state_of(1 / summed, DOWN) == "on_target"


def test_the_farthest_from_its_target_comes_first_whatever_the_direction_and_what_has_none_last() -> None:
    known = {"none": (None, UP), "half": (0.5, UP), "double": (2.0, DOWN), "better": (0.2, DOWN), "near": (0.95, UP)}
    assert sorted(known, key=lambda name: targets.farthest_first(*known[name])) == ["double", "half", "near", "better", "none"]


@pytest.mark.parametrize(("latest_first", "down", "count"), [
    ((0.8, 0.95, 0.7, 1.0, 0.5), UP, 3), ((1.0, 0.5), UP, 0), ((0.8, None, 0.8), UP, 1), ((None, 0.8), UP, 0), ((), UP, 0), ((1.2, 1.01, 0.9), DOWN, 2)])
def test_a_run_of_misses_ends_where_the_target_was_reached_or_nothing_is_known(latest_first: tuple, down: bool, count: int) -> None:
    assert targets.run(latest_first, down) == count


@pytest.mark.parametrize(("side", "down", "bad"), [(-1, UP, True), (1, UP, False), (1, DOWN, True), (-1, DOWN, False), (0, UP, False), (0, DOWN, False)])
def test_a_turn_for_the_worse_is_down_unless_less_is_better(side: int, down: bool, bad: bool) -> None:
    assert targets.worse(side, down) is bad


MONTHS = ("2026-04", "2026-05", "2026-06", "2026-07", "2026-08")


def series(*values: float | None) -> dict[str, float]:
    return {month: value for month, value in zip(MONTHS, values, strict=False) if value is not None}


def test_months_that_are_not_fixed_never_count_as_missed() -> None:
    tree = tree_from([node("leads")])
    actuals, aims = series(100, 80, 70, 0, 0), series(100, 100, 100, 100, 100)
    result = given(tree, {"leads": actuals, ("leads", "target"): aims}, as_of="2026-06")
    assert targets.months_below(result, "leads") == ("2026-05", "2026-06")
    assert node_figures(result, "leads", ("2026-07", "2026-08")).state == ""
    assert node_figures(result, "leads", MONTHS).achievement == pytest.approx(250 / 300)  # only the months in which both are known


def test_a_month_without_a_figure_or_a_target_ends_the_run() -> None:
    tree = tree_from([node("a"), node("b")])
    result = given(tree, {"a": series(50, None, 50), ("a", "target"): series(100, 100, 100), "b": series(50, 50, 50),
                          ("b", "target"): series(100, 0, 100)}, as_of="2026-06")
    assert targets.months_below(result, "a") == targets.months_below(result, "b") == ("2026-06",)


def test_a_linked_kpi_goes_by_the_direction_of_the_one_it_shows() -> None:
    tree = tree_from([node("bounce", direction="down"), node("here", type="linked", source={"node": "bounce"}), node("there", type="linked", source={"node": "here"}),
                      node("leads")])
    assert [targets.less_is_better(tree, id) for id in ("bounce", "here", "there", "leads")] == [True, True, True, False]


@pytest.mark.parametrize(("actual", "direction", "state", "below"), [
    (105, "down", "caution", 1), (111, "down", "off_target", 1), (89, "up", "off_target", 1), (95, "up", "caution", 1), (70, "down", "on_target", 0)])
def test_tree_meeting_and_home_say_the_same(actual: float, direction: str, state: str, below: int) -> None:
    """111 of 100 where less is better was once off in the tree, in need of care in a meeting and fine on Home."""
    tree = tree_from([node("a", direction=direction)])
    result = given(tree, {"a": series(actual), ("a", "target"): series(100)})
    (kept,), card, figures = nodes_of(result), _card(result, "a", {}), node_figures(result, "a", ("2026-04",))
    assert (kept.state, card.state, figures.state) == (state,) * 3
    assert (kept.months, card.below) == (below,) * 2
    assert kept.ratio == card.achievement == figures.achievement == pytest.approx(actual / 100)
