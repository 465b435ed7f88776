"""Back-test: counts, rates with intervals, and how an outcome is named."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from fusenapp.errors import InputError
from fusenapp.qualify import backtest, evaluate, filled, leaks, outcome_of, wilson
from fusenapp.tables.dataset import Dataset
from tests.unit.qualify.leads import rule


def int8(*values: int) -> np.ndarray:
    return np.array(values, np.int8)


def test_leads_are_counted_by_verdict_and_outcome() -> None:
    found = backtest(int8(1, 1, 1, 0, 0, -1), int8(1, 1, 0, 1, 0, 0))
    assert (found.tp, found.fp, found.fn, found.tn) == (2, 1, 1, 2)
    assert found.precision.value == pytest.approx(2 / 3)
    assert found.recall.value == pytest.approx(2 / 3)
    assert found.lift == pytest.approx((2 / 3) / (3 / 6))


def test_unknown_verdicts_count_as_not_matched_and_are_told_apart() -> None:
    found = backtest(int8(1, -1, -1, -1), int8(1, 1, 0, 0))
    assert (found.tp, found.fp, found.fn, found.tn) == (1, 0, 1, 2)
    assert (found.unknown_positive, found.unknown_negative) == (1, 2)


def test_a_missing_outcome_counts_as_none_and_is_told_apart() -> None:
    found = backtest(int8(1, 0), int8(-1, -1))
    assert (found.fp, found.tn, found.outcome_missing) == (1, 1, 2)


def test_only_the_leads_among_which_one_asks_are_looked_at() -> None:
    found = backtest(int8(1, 1, 0), int8(1, 0, 1), np.array([True, False, False]))
    assert (found.tp, found.fp, found.fn, found.tn) == (1, 0, 0, 0)


@pytest.mark.parametrize(("hits", "n"), [(5, 10), (1, 10), (664, 718), (3561, 9240)])
def test_the_bounds_are_the_rates_that_lie_just_1_96_standard_errors_away(hits: int, n: int) -> None:
    rate = wilson(hits, n)
    for bound in (rate.low, rate.high):
        assert bound is not None
        assert abs(hits / n - bound) == pytest.approx(1.959964 * (bound * (1 - bound) / n) ** 0.5, rel=1e-5)


def test_a_rate_of_none_or_all_keeps_its_bound_inside_zero_and_one() -> None:
    assert wilson(0, 10).low == pytest.approx(0.0, abs=1e-12)
    assert wilson(10, 10).high == pytest.approx(1.0, abs=1e-12)
    assert wilson(0, 10).high == pytest.approx(0.2775, abs=1e-4)


def test_rates_over_fewer_than_thirty_leads_are_reference_values() -> None:
    assert wilson(10, 29).reference
    assert not wilson(10, 30).reference


def test_nothing_matched_leaves_precision_and_lift_open() -> None:
    found = backtest(int8(0, 0), int8(1, 0))
    assert found.precision.to_json() == {"value": None, "low": None, "high": None, "n": 0, "reference": True}
    assert found.lift is None
    assert found.recall.value == 0.0


LEADS = Dataset.of(
    {"営業の結果›結果": ["受注", "失注", None], "受領": [True, False, None], "件数": [1, 0, None], "受注日": [date(2026, 11, 1), None, None],
     "式": ["a=b", "a", None]}, {"件数": "integer", "受注日": "date"})


@pytest.mark.parametrize(("text", "expected"), [
    ("結果=受注", [1, 0, -1]), ("営業の結果›結果 = 失注", [0, 1, -1]), ("受領=TRUE", [1, 0, -1]), ("受領=○", [1, 0, -1]), ("件数=1", [1, 0, -1]),
    ("受注日=2026/11/1", [1, -1, -1]), ("式=a=b", [1, 0, -1])])
def test_an_outcome_is_a_column_and_a_value_of_its_type(text: str, expected: list[int]) -> None:
    assert outcome_of(LEADS, text).tolist() == expected


@pytest.mark.parametrize(("text", "code"), [
    ("結果", "bad-outcome"), ("結果=", "bad-outcome"), ("=受注", "bad-outcome"), ("件数=多", "bad-outcome"), ("無い=1", "unknown-field")])
def test_an_outcome_that_cannot_be_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        outcome_of(LEADS, text)
    assert caught.value.code == code


def test_filled_tells_where_a_column_has_a_value() -> None:
    assert filled(LEADS, "受注日").tolist() == [True, False, False]
    assert filled(LEADS, "結果").tolist() == [True, True, False]


def _visits() -> Dataset:
    """A small list made like those of a school's web shop: times, visits, an origin, a tag that the caller writes, blanks."""
    rng = np.random.default_rng(5)
    n = 2000
    time, visits, form = rng.integers(0, 2000, n), rng.integers(0, 12, n), rng.random(n) < 0.08
    bought = rng.random(n) < np.where(form, 0.9, 0.15 + 0.5 * (time > 600))
    return Dataset.of({
        "Total Time Spent on Website": time.tolist(), "TotalVisits": [None if m else int(v) for v, m in zip(visits, rng.random(n) < 0.1, strict=True)],
        "Lead Origin": ["Lead Add Form" if f else "API" for f in form], "Converted": bought.astype(int).tolist(),
        "Tags": ["Will revert" if b and r else None for b, r in zip(bought, rng.random(n) < 0.6, strict=True)]})


def test_a_rule_on_a_messy_list_is_counted_as_by_hand() -> None:
    leads = _visits()
    rows = list(zip(*(leads.values(name).to_pylist() for name in leads.names), strict=True))
    definition = rule({"id": "t", "field": "Total Time Spent on Website", "operator": ">=", "value": 600},
                      {"id": "v", "field": "TotalVisits", "operator": ">=", "value": 2})
    test = backtest(evaluate(definition, leads).verdict, outcome_of(leads, "Converted=1"))
    matched = [time >= 600 and visits is not None and visits >= 2 for time, visits, *_ in rows]
    won = [row[3] == 1 for row in rows]
    assert (test.tp, test.fp) == (sum(m and w for m, w in zip(matched, won, strict=True)), sum(m and not w for m, w in zip(matched, won, strict=True)))
    assert test.tp + test.fp + test.fn + test.tn == 2000
    assert test.unknown_positive + test.unknown_negative == sum(time >= 600 and visits is None for time, visits, *_ in rows)
    assert test.precision.low is not None
    assert test.precision.high is not None
    assert test.precision.low < test.tp / (test.tp + test.fp) < test.precision.high


def test_a_tag_written_after_the_fact_foretells_perfectly_and_is_called_a_leak_once_flagged() -> None:
    leads = _visits()
    tag = {"id": "tag", "field": "Tags", "operator": "=", "value": "Will revert"}
    assert backtest(evaluate(rule(tag), leads).verdict, outcome_of(leads, "Converted=1")).precision.value == 1.0
    assert leaks(rule(tag), leads, {}) == []
    assert [leak.why for leak in leaks(rule(tag | {"known_at_handover": False}), leads, {})] == ["flagged"]
