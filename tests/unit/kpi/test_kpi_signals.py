"""Signal or noise: XmR limits from eight points on."""

from __future__ import annotations

import pytest

from fusenapp.domain.kpi import tree_from
from fusenapp.kpi import diagnose
from fusenapp.kpi.signals import Limits, limits, signal
from tests.unit.kpi.making import given, months, node

CALM = (100.0, 104.0, 98.0, 102.0, 99.0, 103.0, 101.0)
"""Mean 101; moving ranges 4 6 4 3 4 2, mean 23 ÷ 6; limits 101 ± 2.66 × 23 ÷ 6 = 90.80 … 111.20."""


@pytest.mark.parametrize("count", [0, 1, 7])
def test_fewer_than_eight_points_say_nothing(count: int) -> None:
    assert limits(CALM[:count]).verdict == "too-little-data"
    assert limits(CALM[:count]).points == count


def test_the_limits_are_mean_and_moving_range() -> None:
    found = limits((*CALM, 105.0))
    assert (found.verdict, found.points) == ("noise", 8)
    assert (found.mean, found.low, found.high) == pytest.approx((101, 101 - 2.66 * 23 / 6, 101 + 2.66 * 23 / 6))


@pytest.mark.parametrize(("last", "side"), [(90.7, -1), (111.3, 1)])
def test_a_point_outside_is_a_signal(last: float, side: int) -> None:
    found = limits((*CALM, last))
    assert (found.verdict, found.side, found.last) == ("outside", side, last)


def test_eight_on_one_side_of_the_mean_are_a_signal() -> None:
    found = limits((*CALM, 99.0, *[103.0, 103.5, 104.0, 103.0, 103.5, 104.0, 103.5, 103.0]))
    assert (found.verdict, found.side) == ("run", 1)


def test_counts_have_no_limit_below_nothing() -> None:
    assert limits((2.0, 0.0, 5.0, 0.0, 4.0, 1.0, 3.0, 2.0)).low == 0.0


def test_only_fixed_months_since_the_last_gap_count() -> None:
    tree = tree_from([node("a")])
    values = {**months(*CALM, 105.0), "2026-12": 500.0}
    result = given(tree, {"a": values}, as_of="2026-11")
    assert signal(result, "a").points == 8
    del values["2026-06"]
    assert signal(given(tree, {"a": values}, as_of="2026-11"), "a") == Limits("too-little-data", 5, last=105.0)


def test_a_signal_is_told_with_its_figures_and_noise_is_not() -> None:
    tree = tree_from([node("a", owner="佐伯"), node("b", owner="佐伯")])
    result = given(tree, {"a": months(*CALM, 80.0), "b": months(*CALM, 102.0)})
    (found,) = [each for each in diagnose(result) if each.code == "outside-limits"]
    assert found.nodes == ("a",)
    assert found.severity == "warning"
    assert (found.figures["last"], found.figures["points"]) == (80.0, 8)


def test_a_figure_that_is_better_than_ever_is_only_noted() -> None:
    tree = tree_from([node("a", owner="佐伯")])
    (found,) = [each for each in diagnose(given(tree, {"a": months(*CALM, 130.0)})) if each.code == "outside-limits"]
    assert found.severity == "notice"
