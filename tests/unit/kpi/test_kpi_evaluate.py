"""Evaluation: what is missing stays missing, ratios are Σ ÷ Σ, rings and broken formulas hurt nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from fusenapp.domain.kpi import tree_from
from fusenapp.kpi import Inputs, KpiResult, evaluate
from fusenapp.messages import sentence
from tests.unit.kpi.making import Row, formula, given, months, node

RATE = formula("rate", "won ÷ sent", "%", "ratio")
FUNNEL = tree_from([node("sent"), node("won"), RATE])


def _funnel(sent: dict[str, float], won: dict[str, float], **rest: Any) -> KpiResult:
    return given(FUNNEL, {"sent": sent, "won": won}, **rest)


def test_a_ratio_of_a_quarter_is_sum_by_sum_not_a_mean_of_ratios() -> None:
    result = _funnel(months(10, 100, 10), months(5, 10, 5))
    assert result.value("rate", "2026-04") == 0.5
    assert result.value("rate", "2026-Q1") == 20 / 120


def test_a_month_in_which_one_operand_is_missing_counts_in_neither_sum() -> None:
    result = _funnel(months(10, 100, 10), {"2026-04": 5, "2026-06": 5})
    assert result.value("rate", "2026-05") is None
    assert result.value("rate", "2026-Q1") == 10 / 20
    assert result.known("rate", "2026-Q1") == ("2026-04", "2026-06")


def test_nothing_by_nothing_is_unknown_and_yet_counts_in_the_quarter() -> None:
    result = _funnel(months(0, 10), months(0, 4))
    assert result.nodes["rate"].series["all"]["actual"] == {"2026-05": 0.4}
    assert result.value("rate", "2026-Q1") == 0.4
    assert result.known("rate", "2026-Q1") == ("2026-04", "2026-05")


def test_actuals_after_the_as_of_month_are_unfixed_and_absent_targets_stay() -> None:
    result = given(FUNNEL, {"sent": months(10, 20, 0, 0), ("sent", "target"): months(9, 9, 9, 9)}, as_of="2026-05")
    assert result.unfixed == ("2026-06", "2026-07")
    assert result.nodes["sent"].series["all"] == {"actual": months(10, 20), "target": months(9, 9, 9, 9)}


def test_achievement_of_a_running_quarter_compares_the_months_that_both_have() -> None:
    result = given(FUNNEL, {"sent": months(10, 20), ("sent", "target"): months(20, 20, 20)})
    assert result.value("sent", "2026-Q1", "target") == 60
    assert result.achievement("sent", "2026-Q1") == 30 / 40


@pytest.mark.parametrize("target", [0, -5, None])
def test_there_is_no_achievement_without_a_target_above_zero(target: float | None) -> None:
    targets = {} if target is None else {("sent", "target"): months(target)}
    result = given(FUNNEL, {"sent": months(10), **targets})
    assert result.nodes["sent"].achievement["all"] == {}
    assert result.achievement("sent", "2026-04") is None


@pytest.mark.parametrize(("aggregation", "value"), [("sum", 60), ("last", 30)])
def test_the_aggregation_of_a_node_makes_its_longer_periods(aggregation: str, value: float) -> None:
    result = given(tree_from([node("stock", aggregation=aggregation)]), {"stock": months(10, 20, 30)})
    assert [result.value("stock", period) for period in ("2026-Q1", "2026-H1", "2026", "2026-04:2026-06")] == [value] * 4
    assert result.value("stock", "2026-05", by="ytd") == (30 if aggregation == "sum" else 20)


def test_a_rate_that_a_sheet_gives_cannot_be_added_up_over_months() -> None:
    result = given(tree_from([node("bounce", "%", aggregation="ratio")]), {"bounce": months(0.4, 0.5), ("bounce", "target"): months(0.3, 0.3)})
    assert result.value("bounce", "2026-04") == 0.4
    assert result.value("bounce", "2026-Q1") is None
    assert result.value("bounce", "2026-Q1", "target") == 0.3, "the same in every month, whatever the weights"


def test_a_target_that_a_sheet_gives_for_a_rate_counts_before_the_formula() -> None:
    result = given(FUNNEL, {"sent": months(10), "won": months(5), ("sent", "target"): months(10), ("won", "target"): months(9),
                            ("rate", "target"): months(0.6)})
    assert result.value("rate", "2026-04", "target") == 0.6
    assert result.value("rate", "2026-04") == 0.5


def test_targets_given_for_a_rate_are_weighted_by_the_targets_below_it() -> None:
    rates = {("rate", "target"): months(0.6, 0.2)}
    assert given(FUNNEL, {("sent", "target"): months(10, 30), **rates}).value("rate", "2026-Q1", "target") == pytest.approx((6 + 6) / 40)
    assert given(FUNNEL, {("sent", "target"): months(10), **rates}).value("rate", "2026-Q1", "target") is None


def test_segments_are_reckoned_each_for_itself() -> None:
    result = _funnel({"all": months(10), "quality": months(4), "general": months(6)}, {"all": months(5), "quality": months(3), "general": months(2)})
    assert [result.value("rate", "2026-04", segment=s) for s in ("all", "quality", "general")] == [0.5, 0.75, 2 / 6]


def test_a_formula_that_names_a_segment_is_about_the_whole() -> None:
    tree = tree_from([node("sent"), formula("share", "sent@質 ÷ sent", "%", "ratio")])
    result = given(tree, {"sent": {"all": months(10, 30), "quality": months(4, 6)}})
    assert result.nodes["share"].segments == ("all",)
    assert result.value("share", "2026-Q1") == 10 / 40
    assert result.value("share", "2026-Q1", segment="quality") is None


def test_functions_and_conditions() -> None:
    tree = tree_from([
        node("a"), node("b"), formula("sum", "SUM(a, b, 1)"), formula("least", "MIN(a, b)"), formula("most", "MAX(a, b, 3)"),
        formula("either", "IF(b = 0, 0, a ÷ b)", ""), formula("minus", "−a + 2 × (b − 1)"), formula("share", "a × 50%"),
    ])
    result = given(tree, {"a": months(6, 4), "b": months(0, 2)})
    assert [result.value(n, "2026-04") for n in ("sum", "least", "most", "either", "minus", "share")] == [7, 0, 6, 0, -8, 3]
    assert [result.value(n, "2026-05") for n in ("sum", "least", "most", "either", "minus", "share")] == [7, 2, 4, 2, -2, 2]


def test_a_missing_operand_makes_a_sum_missing_and_not_smaller() -> None:
    tree = tree_from([node("a"), node("b"), formula("sum", "SUM(a, b)"), formula("twice", "sum × 2")])
    result = given(tree, {"a": months(6, 4), "b": months(1)})
    assert result.nodes["twice"].series["all"]["actual"] == {"2026-04": 14}
    assert result.value("sum", "2026-Q1") == 7


def test_a_linked_node_shows_the_figures_of_its_target() -> None:
    tree = tree_from([node("sent"), node("won"), RATE, {"id": "shown", "name": "shown", "type": "linked", "unit": "%", "source": {"node": "rate"}}])
    rows = [Row("", "sent", "", {"actual": months(10, 30)}), Row("", "won", "", {"actual": months(5, 5)})]
    fed = tree_from([{**vars(n), "source": {"dataset": "s", "name": n.id} if n.type == "input" else {"node": n.link}, "measure": None} for n in tree])
    result = evaluate(fed, Inputs(rows={"s": rows}))
    assert result.value("shown", "2026-05") == result.value("rate", "2026-05") == 5 / 30
    assert result.value("shown", "2026-Q1") == 10 / 40


def test_a_broken_formula_has_no_figures_and_hurts_nobody_else() -> None:
    tree = tree_from([node("a"), formula("wrong", "a +"), formula("ring", "ring2"), formula("ring2", "ring"), formula("fine", "a × 2")])
    result = given(tree, {"a": months(3)})
    assert {problem.code for problem in result.problems} == {"row-missing", "formula-syntax", "cycle"}
    told = [sentence(p.code, where=p.where, node=p.node, **p.parameters) for p in result.problems]
    assert all("wrong" in text or "ring" in text or "fine" in text for text in told)
    assert result.value("fine", "2026-04") == 6
    assert result.nodes["wrong"].series == result.nodes["ring"].series == {}


def test_a_tree_without_data_has_no_months() -> None:
    result = evaluate(FUNNEL, Inputs())
    assert (result.months, result.as_of, result.problems) == ((), None, ())
    assert result.value("rate", "2026-04") is None


def test_a_formula_of_numbers_alone_says_nothing_about_months_to_come() -> None:
    result = given(tree_from([node("a"), formula("goal", "100")]), {"a": months(1), ("a", "target"): months(1, 1)})
    assert result.nodes["goal"].series["all"] == {"actual": {"2026-04": 100}, "target": {"2026-04": 100, "2026-05": 100}}


def _sheet(*rows: Row, **source: str) -> KpiResult:
    tree = tree_from([node("n", "円", source={"dataset": "s", "name": "受注額", **source})])
    return evaluate(tree, Inputs(rows={"s": rows}))


def test_figures_in_thousands_are_brought_to_the_unit_of_the_node() -> None:
    row = Row("", "受注額", "合計", {"actual": {"2026-04": 1500}}, "千円", {("actual", "2026-04"): "kpi.xlsx › KPI › E5"})
    result = _sheet(row)
    assert result.value("n", "2026-04") == 1_500_000
    assert result.nodes["n"].places == {("all", "actual", "2026-04"): "kpi.xlsx › KPI › E5"}


def test_one_segment_of_a_row_may_feed_a_node_as_its_whole() -> None:
    rows = [Row("", "受注額", s, {"actual": {"2026-04": v}}, "円") for s, v in (("合計", 10), ("質リード", 7))]
    assert _sheet(*rows, segment="質リード").nodes["n"].series == {"all": {"actual": {"2026-04": 7}}}


def test_two_rows_that_differ_are_told_and_the_first_one_counts() -> None:
    result = _sheet(Row("", "受注額", "", {"actual": {"2026-04": 1}}, "円"), Row("", "受注額", "", {"actual": {"2026-04": 2}}, "円"))
    assert result.value("n", "2026-04") == 1
    assert [(p.code, p.node, p.parameters["month"]) for p in result.problems] == [("row-twice", "n", "2026-04")]


def test_of_two_departments_the_one_that_the_source_names_counts() -> None:
    rows = [Row(d, "受注額", "", {"actual": {"2026-04": v}}, "円") for d, v in (("東日本", 1), ("西日本", 2))]
    assert _sheet(*rows, department="西日本").value("n", "2026-04") == 2


def test_a_source_that_is_gone_is_told() -> None:
    tree = tree_from([node("n", source={"dataset": "old", "name": "x"})])
    assert [(p.code, p.node) for p in evaluate(tree, Inputs(rows={"s": []})).problems] == [("source-missing", "n")]


def test_trees_without_nodes_differ_in_nothing() -> None:
    before = evaluate(tree_from([]), Inputs())
    assert evaluate(tree_from([]), Inputs(rows={"s": [Row("", "受注額", "", {"actual": {"2026-04": 1}})]})).moved_since(before) in (None, frozenset())
    assert evaluate(tree_from([]), Inputs()).moved_since(before) == frozenset()
