"""Trials on a definition: what changes, what is told, what can be turned."""

from __future__ import annotations

import numpy as np
import pytest

from fusenapp.domain.definition import parse_rule
from fusenapp.domain.definition_changes import Changes, changed
from fusenapp.errors import InputError
from fusenapp.qualify import Seen, Simulator, evaluate
from fusenapp.tables.dataset import Dataset
from tests.unit.qualify.leads import flag, rule, sample_leads, target, truths

SIZES = Dataset.of({"従業員数": [*range(0, 1000, 10), None]}, {"従業員数": "integer"})
SIZE = {"id": "c", "field": "従業員数", "operator": ">=", "value": 500}


def test_a_turned_threshold_and_a_muted_clause_give_what_the_changed_definition_gives() -> None:
    simulator = Simulator(target(), sample_leads())
    for changes in (Changes(), Changes({"c2": 500}), Changes({"c2": 500}, {"c3": True}), Changes({"c2": 100}), Changes({"c1": ["製造業"]})):
        assert (simulator.verdict(changes) == evaluate(changed(target(), changes), sample_leads()).verdict).all()
    assert simulator.figures().counts["match"] == 470
    assert simulator.figures(Changes({"c2": 500})).counts["match"] < 470


def test_rates_months_and_missed_wins_are_those_of_the_matching_leads() -> None:
    seen = Seen(np.array([24323, 24323, 24325, -1], np.int32), handed=np.array([True, True, False, True]),
                answered=np.array([True, False, False, True]), accepted=np.array([True, False, False, False]),
                opportunity=np.array([True, False, True, False]), won=np.array([True, False, False, True]))
    told = Simulator(rule(flag("a")), truths(a="TTTF"), seen=seen).figures()
    assert told.months == {24323: 2, 24324: 0, 24325: 1}
    assert told.acceptance is not None
    assert told.opportunity is not None
    assert (told.acceptance.hits, told.acceptance.n) == (1, 1)
    assert (told.opportunity.hits, told.opportunity.n) == (1, 2)
    assert (told.won, told.won_missed) == (1, 1)


def test_what_the_list_does_not_say_is_not_told() -> None:
    told = Simulator(rule(flag("a")), truths(a="TF?")).figures()
    assert (told.acceptance, told.opportunity, told.won, told.months) == (None, None, None, {})
    assert told.counts == {"match": 1, "no_match": 1, "unknown": 1}


def test_a_muted_clause_that_could_not_run_is_told_and_the_rest_can_be_tried() -> None:
    simulator = Simulator(rule(flag("a"), flag("gone", muted=True)), truths(a="TF"))
    assert [error.code for error in simulator.problems.values()] == ["unknown-field"]
    with pytest.raises(InputError):
        simulator.verdict(Changes(muted={"gone": False}))
    assert simulator.verdict(Changes()).tolist() == [1, 0]


def test_dropping_each_clause_tells_what_it_does_and_which_does_nothing() -> None:
    leads = truths(a="TTTF", b="TTTT", c="TFTT")
    done = {left.id: left for left in Simulator(rule(flag("a"), flag("b"), flag("c")), leads).left_out(np.array([1, 1, 0, 1], np.int8))}
    assert done["b"].idle
    assert (done["b"].match, done["b"].tp, done["b"].fp) == (0, 0, 0)
    assert (done["a"].match, done["a"].tp, done["a"].fp) == (1, 1, 0)
    assert (done["c"].match, done["c"].tp, done["c"].fp) == (1, 1, 0)


def test_a_number_can_be_turned_over_the_range_of_the_leads_and_shows_how_they_lie() -> None:
    knob, = Simulator(rule(SIZE), SIZES).knobs(bins=10)
    assert (knob.id, knob.part, knob.field, knob.value, knob.above) == ("c", "value", "従業員数", 500, True)
    assert knob.low <= 10
    assert 890 <= knob.high < 990
    assert knob.step >= 1
    assert sum(knob.counts) == 100
    assert max(knob.counts[:-1]) <= 11
    assert knob.counts[-1] >= 15


def test_a_number_of_few_values_gets_one_bin_around_each() -> None:
    leads = Dataset.of({"比較社数": [0, 0, 1, 2, 3, 3, 3, 5]}, {"比較社数": "integer"})
    knob, = Simulator(rule({"id": "c", "field": "比較社数", "operator": ">", "value": 5}), leads).knobs()
    assert knob.counts == (2, 1, 1, 3, 0, 1)
    assert (knob.start, knob.end, knob.step) == (-0.5, 5.5, 1)
    assert knob.meets_from(2) == 2.5


def test_a_saved_number_outside_of_the_leads_is_still_on_the_scale() -> None:
    knob, = Simulator(rule(SIZE | {"value": 100_000}), SIZES).knobs()
    assert knob.low <= knob.value <= knob.high


def test_each_end_of_a_range_is_turned_by_itself_and_pushes_the_other_along() -> None:
    low, high = Simulator(rule(SIZE | {"operator": "between", "value": [100, 300]}), SIZES).knobs()
    assert low.put((100, 300), 200) == (200, 300)
    assert low.put((100, 300), 400) == (400, 400)
    assert high.put((100, 300), 50) == (50, 50)


def test_days_and_points_needed_can_be_turned() -> None:
    from datetime import date

    leads = Dataset.of({"訪問日": [date(2026, 11, n) for n in range(1, 21)], "a": [True] * 20}, {"訪問日": "date"})
    definition = parse_rule({"id": "r", "match": "all", "threshold": 5, "clauses": [
        {"id": "d", "field": "訪問日", "operator": "within-days", "value": 7}, flag("a", kind="points", points=10)]}, "target")
    points, days, own = Simulator(definition, leads, as_of="2026-11-20").knobs()
    assert (own.part, own.value, own.low, own.high) == ("points", 10, 0, 20)
    assert (points.id, points.part, points.value) == ("", "", 5)
    assert (days.part, days.value, days.above) == ("days", 7, False)
    assert days.put({"days": 7, "of": "x"}, 9.0) == {"days": 9, "of": "x"}
    simulator = Simulator(definition, leads, as_of="2026-11-20")
    assert simulator.figures().counts["match"] == 8
    assert simulator.figures(Changes({"d": {"days": 0}})).counts["match"] == 1
    assert simulator.figures(Changes(thresholds={"": 11})).counts["match"] == 0
    assert simulator.figures(Changes(points={own.id: 4})).counts["match"] == 0
