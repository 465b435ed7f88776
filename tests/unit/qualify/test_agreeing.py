"""Agreement beyond chance, against tables of the textbooks."""

from __future__ import annotations

import pytest

from fusenapp.qualify.agreeing import Z95, cohen, fleiss, pair


@pytest.mark.parametrize(("table", "kappa"), [
    (((20, 5), (10, 15)), 0.4),  # fifty grant proposals, two readers
    (((45, 15), (25, 15)), 0.1304),  # the same agreement of 60 % …
    (((25, 35), (5, 35)), 0.2593),  # … with other frequencies
    (((0, 10), (10, 0)), -1.0),
])
def test_known_tables_of_two(table, kappa) -> None:
    assert cohen(table).value == pytest.approx(kappa, abs=5e-5)


def test_the_hundred_patients_of_fleiss_and_two_clinicians() -> None:
    """J. L. Fleiss, Statistical Methods for Rates and Proportions, ch. 18: κ = .68, standard error about .09."""
    told = cohen(((75, 1, 4), (5, 4, 1), (0, 0, 10)))
    assert (told.observed.value, told.expected) == (pytest.approx(0.89), pytest.approx(0.66))
    assert told.value == pytest.approx(0.676, abs=5e-4)
    assert (told.high - told.value) / Z95 == pytest.approx(0.0877, abs=5e-5)
    assert told.name == "substantial"


def test_fourteen_psychiatrists_and_ten_patients() -> None:
    counts = [(0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1), (7, 7, 0, 0, 0), (3, 2, 6, 3, 0),
              (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7)]
    assert fleiss(counts) == pytest.approx(0.210, abs=5e-4)


def test_the_same_answer_throughout_leaves_kappa_undefined() -> None:
    told = pair([True] * 30, [True] * 30)
    assert (told.kappa.value, told.kappa.undefined, told.kappa.name) == (None, True, "")
    assert told.kappa.observed.value == 1.0
    assert fleiss([(3, 0)] * 5) is None


def test_one_who_always_says_yes_and_one_who_always_says_no_do_not_agree_at_all() -> None:
    told = pair([True] * 30, [False] * 30)
    assert (told.kappa.value, told.disputed, told.kappa.undefined) == (0.0, 30, False)


def test_full_agreement_of_few_is_not_claimed_for_certain() -> None:
    told = pair([True] * 8 + [False] * 8, [True] * 8 + [False] * 8)
    assert told.kappa.value == 1.0
    assert told.kappa.reference
    assert told.kappa.low == pytest.approx(1 - 2 * (1 - told.kappa.observed.low))
    assert told.kappa.low < 0.7


def test_those_who_are_unsure_are_left_out_and_counted() -> None:
    told = pair([True, None, False, True, None], [True, True, None, False, None])
    assert (told.both, told.first_only, told.left_out, told.kappa.n) == (1, 1, 3, 2)


def test_without_answers_there_is_nothing_to_say() -> None:
    told = pair([None, None], [True, None])
    assert (told.kappa.n, told.kappa.value, told.kappa.undefined, told.prevalence) == (0, None, False, None)
    assert fleiss([]) is None


def test_a_low_kappa_of_nearly_equal_answers_is_marked() -> None:
    told = pair([True] * 28 + [False, True], [True] * 28 + [True, False])
    assert told.one_sided
    assert told.kappa.value < 0 < 0.9 < told.kappa.observed.value
    assert not pair([True, False] * 10, [True, False] * 10).one_sided


def test_judges_must_be_the_same_number_for_each_thing() -> None:
    with pytest.raises(ValueError, match="same number"):
        fleiss([(2, 1), (2, 0)])
