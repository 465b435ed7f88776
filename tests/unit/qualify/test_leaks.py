"""Clauses on what is known only after hand-over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from fusenapp.qualify import backtest, evaluate, leak_free, leaks, outcome_of, without_leaks
from fusenapp.tables.dataset import Dataset
from tests.unit.qualify.leads import flag, rule

N = 200
HANDED = np.arange(N) < 80
DAY, LATER, EARLIER = date(2026, 5, 10), date(2026, 5, 20), date(2026, 5, 1)
LEADS = Dataset.of({
    "引渡日": [DAY if h else None for h in HANDED],
    "商談メモ": ["予算あり" if h and n % 2 else None for n, h in enumerate(HANDED)],
    "訪問日": [LATER if n % 3 else EARLIER for n in range(N)],
    "登録日": [EARLIER] * N,
    "従業員数": [n if n % 5 else None for n in range(N)],
    "受領": ["受領" if h and n % 2 else None for n, h in enumerate(HANDED)],
}, {"引渡日": "date", "訪問日": "date", "登録日": "date", "従業員数": "integer"})
MEANINGS = {"handed_over": "引渡日", "accepted": "受領", "registered": "登録日"}


def clause(field: str, **changes: object) -> dict[str, object]:
    return {"id": field, "field": field, "operator": "not-blank"} | changes


def found(*members: dict[str, object], **more: object) -> dict[str, tuple[bool, str]]:
    definition = replace(rule(*members), id="hot-lead")
    return {leak.id: (leak.flagged, leak.why) for leak in leaks(definition, LEADS, MEANINGS, handed=HANDED, **more)}  # type: ignore[arg-type]


def test_a_field_that_only_leads_handed_over_have_is_guessed_to_be_a_leak() -> None:
    assert found(clause("商談メモ"), clause("従業員数"), clause("登録日")) == {"商談メモ": (False, "filled")}


def test_a_date_that_often_lies_after_the_hand_over_is_guessed_to_be_a_leak() -> None:
    assert found(clause("訪問日")) == {"訪問日": (False, "dates")}


def test_a_column_that_means_what_sales_did_is_guessed_to_be_a_leak() -> None:
    assert found(clause("受領"), clause("引渡日")) == {"受領": (False, "meaning"), "引渡日": (False, "meaning")}


def test_a_flagged_clause_is_called_a_leak_whatever_the_data_say() -> None:
    assert found(clause("従業員数", known_at_handover=False)) == {"従業員数": (True, "flagged")}


def test_a_muted_clause_leaks_nothing() -> None:
    assert found(clause("受領", muted=True)) == {}


def test_a_leak_inside_an_included_definition_is_found_and_named_by_its_way() -> None:
    inner = rule(clause("受領"))
    assert found({"id": "t", "ref": "target"}, others={"target": inner}) == {"t/受領": (False, "meaning")}


def test_few_leads_say_nothing_about_when_a_field_is_filled() -> None:
    few = Dataset.of({"引渡日": [DAY, None], "商談メモ": ["あり", None]}, {"引渡日": "date"})
    assert leaks(rule(clause("商談メモ")), few, {"handed_over": "引渡日"}, handed=np.array([True, False])) == []


def test_a_flagged_clause_is_left_out_of_the_definition_that_is_tested() -> None:
    leaky = rule(clause("従業員数"), clause("受領", known_at_handover=False))
    outcome = outcome_of(LEADS, "受領=受領")
    insisted = backtest(evaluate(leaky, LEADS).verdict, outcome)
    honest = backtest(evaluate(without_leaks(leaky), LEADS).verdict, outcome)
    assert insisted.fp == 0
    assert honest.fp > 0
    assert honest.to_json() == backtest(evaluate(rule(clause("従業員数")), LEADS).verdict, outcome).to_json()


def test_included_definitions_lose_their_flagged_clauses_too() -> None:
    inner = rule(flag("a"), flag("b", known_at_handover=False))
    outer, others = leak_free(rule({"id": "t", "ref": "target"}), {"target": inner, "other": inner})
    assert [m.muted for m in outer.root.members] == [False]
    assert [m.muted for m in others["target"].root.members] == [False, True]
