"""Conditions that tell two groups of leads apart."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from fusenapp.qualify import evaluate
from fusenapp.qualify.backtesting import wilson
from fusenapp.qualify.separating import field_truths, newcombe, separate, truths_of
from fusenapp.tables.dataset import Dataset
from tests.unit.qualify.leads import flag, hot, rule, target, truths

GROUP = np.array([True] * 10 + [False] * 20)


@pytest.mark.parametrize(("first", "second", "low", "high"), [
    ((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090), ((10, 10), (0, 10), 0.6075, 1.0)])
def test_the_examples_of_newcombe(first, second, low, high) -> None:
    told = newcombe(wilson(*first), wilson(*second))
    assert told is not None
    assert told[1:] == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_the_condition_that_differs_most_comes_first_and_stands_out() -> None:
    leads = truths(a="T" * 10 + "F" * 20, b="TF" * 15, c="T" * 30)
    found = separate(list(truths_of(evaluate(rule(flag("b"), flag("c"), flag("a")), leads))), GROUP, ~GROUP)
    assert [s.id for s in found] == ["a", "c", "b"]
    assert [(s.sure, s.stands_out) for s in found] == [(True, True), (False, False), (False, False)]
    assert (found[0].group.hits, found[0].rest.hits, found[0].difference) == (10, 0, 1.0)


def test_what_is_not_known_is_left_out_and_counted() -> None:
    leads = truths(a="T" * 6 + "?" * 4 + "F" * 17 + "???")
    (found,) = separate(list(truths_of(evaluate(rule(flag("a")), leads))), GROUP, ~GROUP)
    assert (found.group.n, found.rest.n, found.unknown) == (6, 17, 7)


def test_few_leads_say_nothing_however_far_they_are_apart() -> None:
    few = np.array([True] * 4 + [False] * 26)
    (found,) = separate(list(truths_of(evaluate(rule(flag("a")), truths(a="T" * 4 + "F" * 26)))), few, ~few)
    assert (found.difference, found.enough, found.sure, found.stands_out) == (1.0, False, False, False)
    (empty,) = separate(list(truths_of(evaluate(rule(flag("a")), truths(a="T" * 30)))), GROUP & ~GROUP, GROUP)
    assert (empty.difference, empty.enough) == (None, False)


def test_of_many_conditions_one_that_differs_a_little_does_not_stand_out() -> None:
    columns = {f"c{at}": "TF" * 15 for at in range(30)} | {"a": "TTTTTTTFFF" + "TTTTTF" + "F" * 14}
    members = [flag(name) for name in columns]
    alone = separate(list(truths_of(evaluate(rule(flag("a")), truths(a=columns["a"])))), GROUP, ~GROUP)[0]
    among = separate(list(truths_of(evaluate(rule(*members), truths(**columns)))), GROUP, ~GROUP)[0]
    assert (alone.id, among.id, alone.difference) == ("a", "a", among.difference)
    assert (alone.stands_out, among.sure, among.stands_out) == (True, True, False)


def test_conditions_of_an_included_definition_are_looked_at_too() -> None:
    from tests.unit.qualify.leads import sample_leads

    found = list(truths_of(evaluate(hot(), sample_leads(), {"target": target()})))
    assert [t.id for t in found] == ["t", "t/c1", "t/c2", "t/c3", "t/c4", "c1", "c2", "c3"]
    rules = {"target": target(), "hot": hot()}
    assert [t.definition for t in found] == [rules["hot"].id, *[rules["target"].id] * 4, *[rules["hot"].id] * 3]


def test_a_field_is_tried_by_what_it_holds() -> None:
    leads = Dataset.of({
        "資料DL": [True, False] * 15, "業種": ["製造業"] * 20 + ["小売業"] * 6 + [f"他{at}" for at in range(4)], "会社名": [f"{at}" for at in range(30)],
        "従業員数": list(range(30)), "登録日": [dt.date(2026, 4, 1 + at) for at in range(30)], "同じ": [5] * 30, "空": [None] * 10 + ["x"] * 20})
    tried = [(t.condition.field, t.condition.operator, t.condition.value) for t in field_truths(leads, leads.names)]  # type: ignore[union-attr]
    assert tried == [("資料DL", "is-true", None), ("業種", "=", "製造業"), ("業種", "=", "小売業"), ("従業員数", ">=", 15), ("空", "is-blank", None)]


def test_what_the_definition_asks_already_is_not_tried_again() -> None:
    leads = truths(a="TF" * 15, b="TF" * 15, c="TTF" * 10)
    own = list(truths_of(evaluate(rule(flag("a")), leads)))
    assert [t.id for t in field_truths(leads, ["a", "b", "c"], own)] == ["c is-true None"]
