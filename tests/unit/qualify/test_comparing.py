"""Two definitions on the same leads, and leads split by date."""

from __future__ import annotations

import numpy as np
import pytest

from fusenapp.qualify import compare, halves, mcnemar


def int8(*values: int) -> np.ndarray:
    return np.array(values, np.int8)


def test_gained_and_lost_leads_are_named_by_row_and_an_unknown_one_does_not_match() -> None:
    found = compare(int8(1, 1, 0, -1, 0), int8(1, 0, 1, 1, -1))
    assert (found.both, found.neither) == (1, 1)
    assert found.gained.tolist() == [2, 3]
    assert found.lost.tolist() == [1]
    assert (found.b, found.c, found.gained_successes) == (1, 2, None)


def test_against_an_outcome_only_leads_on_which_one_was_right_and_the_other_wrong_count() -> None:
    """Row 1 was rightly dropped, row 2 rightly taken up, row 3 wrongly taken up."""
    found = compare(int8(1, 1, 0, 0), int8(1, 0, 1, 1), int8(1, 0, 1, 0))
    assert (found.b, found.c) == (1, 2)
    assert (found.gained_successes, found.lost_successes) == (1, 0)


def test_only_the_leads_among_which_one_asks_are_compared() -> None:
    found = compare(int8(1, 0, 0), int8(0, 1, 0), None, np.array([True, False, True]))
    assert (found.lost.tolist(), found.gained.tolist(), found.neither) == ([0], [], 1)


@pytest.mark.parametrize(("b", "c", "p"), [(1, 9, 0.021484375), (5, 5, 1.0), (0, 5, 0.0625), (0, 0, 1.0)])
def test_few_discordant_leads_are_tested_exactly(b: int, c: int, p: float) -> None:
    assert mcnemar(b, c) == (pytest.approx(p), None)
    assert mcnemar(c, b)[0] == pytest.approx(p)


def test_many_discordant_leads_are_tested_by_chi_square_with_continuity_correction() -> None:
    """The example of a treatment before and after: 121 and 59 discordant pairs, χ² = 20.67 (uncorrected 21.36)."""
    p, statistic = mcnemar(121, 59)
    assert statistic == pytest.approx(61**2 / 180)
    assert p == pytest.approx(5.45e-06, rel=0.01)


def test_the_better_definition_is_named_only_if_the_leads_tell() -> None:
    right = np.zeros(40, np.int8)
    assert compare(np.ones(40, np.int8), right, np.zeros(40, np.int8)).better == 1
    assert compare(right, np.ones(40, np.int8), np.zeros(40, np.int8)).better == -1
    assert compare(int8(1, 0), int8(0, 0), int8(0, 0)).better == 0


def test_leads_are_split_at_the_day_that_lies_nearest_to_the_middle() -> None:
    split = halves(np.array([10, 11, 12, 12, 12, 13]), np.array([False] * 5 + [True]))
    assert split is not None
    early, late, day = split
    assert day == 12
    assert early.tolist() == [True, True, False, False, False, False]
    assert late.tolist() == [False, False, True, True, True, False]


def test_leads_of_one_day_cannot_be_split() -> None:
    assert halves(np.array([5, 5, 5])) is None
    assert halves(np.array([5, 6]), np.array([True, True])) is None
    assert halves(np.array([5, 5, 6])) is not None
