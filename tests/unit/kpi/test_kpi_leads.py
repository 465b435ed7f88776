"""Lead lists reduced to what the tree counts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from fusenapp.domain.kpi import tree_from
from fusenapp.flows.importing import suggested
from fusenapp.kpi import Inputs, LeadFacts, evaluate, lead_facts
from fusenapp.kpi.leads import behind
from fusenapp.tables.dataset import Dataset
from tests.unit.kpi.making import Row, company, leads, months, node

APRIL, MAY, JUNE = dt.date(2026, 4, 10), dt.date(2026, 5, 10), dt.date(2026, 6, 10)


def _leads(verdict: list[int] | None = None, **columns: list[Any]) -> LeadFacts:
    dataset = Dataset.of(columns)
    return lead_facts(dataset, suggested(dataset), None if verdict is None else np.array(verdict, np.int8))


def _count(facts: LeadFacts, basis: str = "cohort", **measure: str) -> dict[str, Any]:
    result = evaluate(tree_from([node("n", "", "measure", measure=measure)]), Inputs(leads={"list": facts}), basis=basis)
    return {segment: series["actual"] for segment, series in result.nodes["n"].series.items()}


def test_a_cohort_counts_in_the_month_of_registration_an_event_in_its_own() -> None:
    facts = _leads([1, 0], 登録日=[APRIL, MAY], アポ日=[MAY, JUNE])
    assert _count(facts, count="appointment")["all"] == {"2026-04": 1, "2026-05": 1}
    assert _count(facts, "event", count="appointment")["all"] == {"2026-04": 0, "2026-05": 1}, "June is after the list's last month"


def test_a_measure_may_say_its_own_basis() -> None:
    facts = _leads([1, 0], 登録日=[APRIL, MAY], アポ日=[MAY, MAY])
    tree = tree_from([node("n", type="measure", measure={"count": "appointment", "basis": "event"})])
    result = evaluate(tree, Inputs(leads={"list": facts}), basis="cohort")
    assert result.nodes["n"].series["all"]["actual"] == {"2026-04": 0, "2026-05": 2}


def test_the_as_of_date_of_the_list_says_up_to_which_month_nothing_is_a_zero() -> None:
    dataset = Dataset.of({"登録日": [APRIL], "アポ日": [None]}, {"アポ日": "date"}, as_of="2026-06-20")
    facts = lead_facts(dataset, suggested(dataset))
    assert _count(facts, count="appointment")["all"] == {"2026-04": 0, "2026-05": 0, "2026-06": 0}


def test_leads_that_lack_information_are_general_and_listed_apart() -> None:
    counted = _count(_leads([1, 0, -1], 登録日=[APRIL] * 3), count="lead")
    assert counted == {"all": {"2026-04": 3}, "quality": {"2026-04": 1}, "general": {"2026-04": 2}, "unknown": {"2026-04": 1}}


def test_without_a_definition_nothing_is_split() -> None:
    assert _count(_leads(None, 登録日=[APRIL, APRIL]), count="lead") == {"all": {"2026-04": 2}}


@pytest.mark.parametrize("said", [["受領", "却下", None], [True, False, None], ["○", "×", None], [APRIL, None, None], ["Accepted", "rejected", " "]])
def test_acceptance_may_be_a_word_a_flag_or_a_date(said: list[Any]) -> None:
    assert _count(_leads(登録日=[APRIL] * 3, 営業の受領=said), count="sal")["all"] == {"2026-04": 1}


def test_what_has_no_date_of_its_own_happened_with_the_stage_before() -> None:
    facts = _leads(登録日=[APRIL, APRIL], 引渡日=[APRIL, MAY], 営業の受領=["受領", "受領"], 結果=["継続", "失注"])
    dataset_end = _leads(登録日=[APRIL, MAY], 引渡日=[MAY, MAY], 営業の受領=["受領", "受領"])
    assert _count(facts, "event", count="sal")["all"] == {"2026-04": 1}
    assert _count(dataset_end, "event", count="sal")["all"] == {"2026-04": 0, "2026-05": 2}


def test_the_result_says_what_was_won_even_if_a_date_is_there() -> None:
    facts = _leads(登録日=[APRIL, APRIL], 結果=["受注", "失注"], 受注日=[MAY, MAY], 受注額=[100, 50])
    assert _count(facts, count="won")["all"] == {"2026-04": 1}
    assert _count(facts, sum="won_amount")["all"] == {"2026-04": 100}


def test_an_amount_that_is_missing_adds_nothing() -> None:
    assert _count(_leads(登録日=[APRIL] * 2, 結果=["受注", "受注"], 受注額=[100, None]), sum="won_amount")["all"] == {"2026-04": 100}


def test_leads_without_a_date_are_in_no_month_and_told() -> None:
    facts = _leads(登録日=[APRIL, None])
    result = evaluate(tree_from([node("n", type="measure", measure={"count": "lead"})]), Inputs(leads={"list": facts}))
    assert result.value("n", "2026") == 1
    assert [(p.code, p.parameters["count"]) for p in result.problems] == [("leads-undated", 1)]


def test_a_stage_that_the_list_does_not_know_is_told() -> None:
    result = evaluate(tree_from([node("n", type="measure", measure={"count": "proposal"})]), Inputs(leads={"list": _leads(登録日=[APRIL])}))
    assert [(p.code, p.node) for p in result.problems] == [("measure-without-column", "n")]
    assert result.nodes["n"].series == {}


def test_months_as_text_are_read_too() -> None:
    assert _count(_leads(登録日=["2026-04", "2026-05", None]), count="lead")["all"] == {"2026-04": 1, "2026-05": 1}


def test_a_list_without_rows_counts_nothing() -> None:
    assert _count(lead_facts(Dataset.of({"登録日": []}, {"登録日": "date"}), {"registered": "登録日"}), count="lead") == {}


def _both(type: str) -> Any:
    rows = [Row("", "リード", "合計", {"actual": months(5), "target": months(9)})]
    tree = tree_from([node("n", type=type, measure={"count": "lead"}, source={"dataset": "s", "name": "リード"})])
    return evaluate(tree, Inputs(rows={"s": rows}, leads={"list": _leads(登録日=[APRIL, APRIL])}))


@pytest.mark.parametrize(("type", "actual", "origin"), [("measure", 2, "leads"), ("input", 5, "sheet")])
def test_a_measure_prefers_the_list_an_input_the_sheet_and_the_difference_is_told(type: str, actual: int, origin: str) -> None:
    result = _both(type)
    assert result.nodes["n"].series["all"] == {"actual": months(actual), "target": months(9)}
    assert result.nodes["n"].origin["actual"] == origin
    (problem,) = result.problems
    assert (problem.code, problem.parameters["sheet"], problem.parameters["leads"]) == ("sheet-differs", 5, 2)


def test_a_measure_says_which_list_if_there_are_several() -> None:
    lists = {"old": _leads(登録日=[APRIL]), "new": _leads(登録日=[APRIL, APRIL])}
    named = evaluate(tree_from([node("n", type="measure", measure={"count": "lead", "dataset": "new"})]), Inputs(leads=lists))
    assert (named.value("n", "2026-04"), named.problems) == (2, ())
    unnamed = evaluate(tree_from([node("n", type="measure", measure={"count": "lead"})]), Inputs(leads=lists))
    assert [p.code for p in unnamed.problems] == ["several-lead-lists"]


@pytest.mark.parametrize("segment", ["all", "quality", "general"])
def test_the_leads_behind_a_figure_are_as_many_as_it_says(segment: str) -> None:
    for id, stage in (("kpi-leads", "lead"), ("kpi-sal", "sal"), ("kpi-won", "won")):
        rows = behind(leads("plain"), stage, ["2026-05", "2026-11"], segment)
        assert len(rows) == company("plain").value(id, ["2026-05", "2026-11"], segment=segment)
    assert len(behind(leads("plain"), "opportunity", ["2026-05"])) == 0


@pytest.mark.parametrize(("counted", "split"), [(5, {"all", "quality"}), (4, {"all"})])
def test_before_there_is_a_definition_the_sheet_splits_by_quality_if_it_agrees_with_the_list(counted: int, split: set[str]) -> None:
    rows = [Row("", "リード", "合計", {"actual": months(5)}), Row("", "リード", "質リード", {"actual": months(2)})]
    tree = tree_from([node("n", type="measure", measure={"count": "lead"}, source={"dataset": "s", "name": "リード"})])
    result = evaluate(tree, Inputs(rows={"s": rows}, leads={"list": _leads(登録日=[APRIL] * counted)}))
    assert set(result.nodes["n"].segments) == split
    assert result.value("n", "2026-04") == counted
