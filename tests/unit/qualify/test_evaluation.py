"""Verdicts: three-valued, per lead, clause and group."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fusenapp.domain.definition import Definition
from fusenapp.errors import InputError
from fusenapp.qualify import backtest, evaluate, filled, outcome_of
from fusenapp.tables.dataset import Dataset
from tests.unit.qualify.leads import flag, hot, rule, sample_leads, target, truths

WORD = {1: "T", 0: "F", -1: "?"}


def told(definition: Definition, dataset: Dataset, **others: Definition) -> str:
    return "".join(WORD[v] for v in evaluate(definition, dataset, others, "2026-11-20").verdict.tolist())


class TestTheSampleCompany:
    def test_target_and_hot_leads_are_as_many_as_its_facts_say(self) -> None:
        verdicts = evaluate(hot(), sample_leads(), {"target": target()})
        assert verdicts.counts() == {"match": 52, "no_match": 4948, "unknown": 0}
        assert verdicts.counts("t") == {"match": 470, "no_match": 4530, "unknown": 0}

    def test_hot_leads_among_those_handed_over_meet_what_sales_accepted(self) -> None:
        leads = sample_leads()
        verdicts = evaluate(hot(), leads, {"target": target()})
        found = backtest(verdicts.verdict, outcome_of(leads, "営業の受領=受領"), filled(leads, "引渡日"))
        assert (found.tp, found.fp, found.fn, found.tn) == (35, 6, 513, 1733)

    def test_hot_leads_that_were_won(self) -> None:
        leads = sample_leads()
        found = backtest(evaluate(hot(), leads, {"target": target()}).verdict, outcome_of(leads, "結果=受注"))
        assert (found.tp, found.tp + found.fn) == (12, 48)


class TestKleenesLogic:
    LEADS = truths(a="TTTFFF???", b="TF?TF?TF?")

    @pytest.mark.parametrize(("match", "expected"), [
        ("all", "TF?FFF?F?"), ("any", "TTTTF?T??"), ({"at-least": 2}, "TF?FFF?F?"), ({"at-least": 1}, "TTTTF?T??")])
    def test_groups_join_what_is_known(self, match: Any, expected: str) -> None:
        assert told(rule(flag("a"), flag("b"), match=match), self.LEADS) == expected

    def test_two_of_three_does_not_wait_for_the_third(self) -> None:
        leads = truths(a="TTFF", b="TTF?", c="?F??")
        assert told(rule(flag("a"), flag("b"), flag("c"), match={"at-least": 2}), leads) == "TTF?"

    def test_blank_is_never_unknown(self) -> None:
        leads = truths(a="TF?")
        assert told(rule({"id": "c", "field": "a", "operator": "is-blank"}), leads) == "FFT"
        assert told(rule({"id": "c", "field": "a", "operator": "not-blank"}), leads) == "TTF"

    def test_a_negated_clause_on_a_missing_value_is_unknown_not_true(self) -> None:
        leads = Dataset.of({"業種": ["製造業", "小売業", None]})
        assert told(rule({"id": "c", "field": "業種", "operator": "!=", "value": "製造業"}), leads) == "FT?"
        assert told(rule({"id": "c", "field": "業種", "operator": "none-of", "value": ["製造業"]}), leads) == "FT?"

    def test_an_empty_text_is_a_missing_value(self) -> None:
        leads = Dataset.of({"業種": ["製造業", "", None]})
        assert told(rule({"id": "c", "field": "業種", "operator": "contains", "value": "業"}), leads) == "T??"


class TestKnockOutsAndMutedParts:
    def test_a_knock_out_excludes_and_an_unknown_one_leaves_open(self) -> None:
        leads = truths(a="TTTF?", b="TF???")
        assert told(rule(flag("a"), flag("b", kind="knock-out")), leads) == "FT?F?"

    def test_a_knock_out_counts_wherever_it_stands(self) -> None:
        leads = truths(a="TT", b="TF", c="TT")
        inner = {"id": "g2", "match": "any", "clauses": [flag("c"), flag("b", kind="knock-out")]}
        assert told(rule(flag("a"), inner), leads) == "FT"

    def test_a_definition_of_knock_outs_alone_takes_everyone_else(self) -> None:
        assert told(rule(flag("a", kind="knock-out")), truths(a="TF?")) == "FT?"

    def test_muted_clauses_and_groups_are_as_if_they_were_not_there(self) -> None:
        leads = truths(a="TF", b="FF")
        assert told(rule(flag("a"), flag("b", muted=True)), leads) == "TF"
        assert told(rule(flag("a"), {"id": "g2", "muted": True, "clauses": [flag("b")]}), leads) == "TF"
        assert "b" not in evaluate(rule(flag("a"), flag("b", muted=True)), leads).clauses

    def test_at_least_two_asks_for_all_that_are_left_when_others_are_muted(self) -> None:
        leads = truths(a="TF", b="FF")
        assert told(rule(flag("a"), flag("b", muted=True), match={"at-least": 2}), leads) == "TF"

    def test_an_empty_group_is_left_out_under_any_as_under_all(self) -> None:
        leads = truths(a="TF")
        empty = {"id": "g2", "match": "all", "clauses": []}
        assert told(rule(flag("a"), empty, match="all"), leads) == "TF"
        assert told(rule(flag("a"), empty, match="any"), leads) == "TF"

    def test_a_definition_that_says_nothing_judges_nobody(self) -> None:
        assert told(rule(), truths(a="TF?")) == "???"
        assert told(rule(flag("a", muted=True)), truths(a="TF?")) == "???"


class TestPoints:
    def points(self, name: str, points: float, **more: Any) -> dict[str, Any]:
        return flag(name, kind="points", points=points, **more)

    def test_true_clauses_add_up_to_the_threshold(self) -> None:
        leads = truths(a="TTFF", b="TFTF")
        assert told(rule(self.points("a", 30), self.points("b", 20), threshold=50), leads) == "TFFF"
        assert told(rule(self.points("a", 30), self.points("b", 20), threshold=20), leads) == "TTTF"

    def test_an_unknown_clause_matters_only_if_it_could_tip_the_sum(self) -> None:
        leads = truths(a="TF", b="??")
        assert told(rule(self.points("a", 30), self.points("b", 20), threshold=30), leads) == "TF"
        assert told(rule(self.points("a", 30), self.points("b", 20), threshold=40), leads) == "?F"

    def test_an_unknown_clause_of_minus_points_can_only_lower(self) -> None:
        leads = truths(a="TT", b="F?")
        assert told(rule(self.points("a", 30), self.points("b", -20), threshold=30), leads) == "T?"

    def test_a_cap_bounds_what_a_group_gives(self) -> None:
        leads = truths(a="TT", b="TT", c="TF")
        capped = {"id": "g2", "cap": 30, "clauses": [self.points("a", 20), self.points("b", 20)]}
        verdicts = evaluate(rule(capped, self.points("c", 20), threshold=50), leads)
        assert verdicts.scores[""].low.tolist() == [50.0, 30.0]
        assert verdicts.verdict.tolist() == [1, 0]

    def test_each_axis_has_its_own_threshold(self) -> None:
        leads = truths(a="TTF", b="TFT")
        definition = rule(self.points("a", 30, axis="fit"), self.points("b", 30, axis="interest"), threshold={"fit": 30, "interest": 30})
        assert told(definition, leads) == "TFF"

    def test_points_halve_with_every_half_life(self) -> None:
        leads = Dataset.of({"訪問": [date(2026, 11, 20), date(2026, 10, 21), date(2026, 9, 21), None]})
        clause = {"id": "c", "field": "訪問", "operator": "not-blank", "kind": "points", "points": 40, "half_life_days": 30}
        score = evaluate(rule(clause, threshold=20), leads, as_of="2026-11-20").scores[""]
        assert score.low.tolist() == [40.0, 20.0, 10.0, 0.0]
        assert score.high.tolist() == [40.0, 20.0, 10.0, 0.0]

    def test_required_clauses_and_points_must_both_be_met(self) -> None:
        assert told(rule(flag("a"), self.points("b", 10), threshold=10), truths(a="TTF", b="TFT")) == "TFF"


class TestOperators:
    LEADS = Dataset.of({
        "従業員数": [50, 100, 150, None], "資格": ["○", "×", "保留", None], "推移": ["増加", "横ばい", "↓", None],
        "売上": [110.0, 100.0, 95.0, 1.0], "前年": [100.0, 100.0, 100.0, None], "月": ["2026-03", "2026-04", "2026-05", None],
        "空": [None, None, None, None]},
        {"従業員数": "integer", "資格": "text", "推移": "text", "売上": "money", "前年": "money", "月": "month", "空": "text"})

    @pytest.mark.parametrize(("field", "operator", "value", "expected"), [
        ("従業員数", "=", 100, "FTF?"), ("従業員数", "=", "１００", "FTF?"), ("従業員数", "!=", 100, "TFT?"), ("従業員数", "<", 100, "TFF?"),
        ("従業員数", "<=", 100, "TTF?"), ("従業員数", ">", 100, "FFT?"), ("従業員数", ">=", 100, "FTT?"),
        ("従業員数", "between", [50, 100], "TTF?"), ("従業員数", "one-of", [50, 150], "TFT?"), ("従業員数", "none-of", [50, 150], "FTF?"),
        ("資格", "is-true", None, "TF??"), ("資格", "is-false", None, "FT??"), ("資格", "starts-with", "保", "FFT?"),
        ("資格", "not-contains", "保", "TTF?"),
        ("推移", "increased", None, "TFF?"), ("推移", "flat", None, "FTF?"), ("推移", "decreased", None, "FFT?"),
        ("売上", "increased", {"than": "前年"}, "TFF?"), ("売上", "flat", {"than": "前年", "tolerance": 0.05}, "FTT?"),
        ("月", ">=", "2026-04", "FTT?"), ("月", "between", ["2026-03", "2026/4"], "TTF?"), ("月", "=", "2026-04", "FTF?"),
        ("空", ">=", 1, "????"), ("空", "is-blank", None, "TTTT"),
    ])
    def test_each_on_its_kind_of_column(self, field: str, operator: str, value: Any, expected: str) -> None:
        assert told(rule({"id": "c", "field": field, "operator": operator, "value": value}), self.LEADS) == expected

    def test_within_days_counts_back_from_the_reference_date_inclusive(self) -> None:
        leads = Dataset.of({"訪問": [date(2026, 11, 20), date(2026, 10, 21), date(2026, 10, 20), date(2026, 11, 21), None],
                            "登録": [date(2026, 11, 20), date(2026, 10, 25), None, date(2026, 12, 1), date(2026, 1, 1)]})
        recent = {"id": "c", "field": "訪問", "operator": "within-days", "value": 30}
        assert told(rule(recent), leads) == "TTFF?"
        assert told(rule(recent | {"value": {"days": 10, "of": "登録"}}), leads) == "TT?T?"

    def test_the_dataset_says_the_reference_date_if_nobody_else_does(self) -> None:
        leads = Dataset.of({"訪問": [date(2026, 11, 1), date(2026, 10, 1)]}, as_of="2026-11")
        recent = rule({"id": "c", "field": "訪問", "operator": "within-days", "value": 29})
        assert evaluate(recent, leads).verdict.tolist() == [1, 0]


class TestRefusing:
    LEADS = Dataset.of({"企業情報›業種": ["製造業"], "企業情報›従業員数": [10], "行動›登録日": [None], "結果›登録日": [None]},
                       {"企業情報›従業員数": "integer", "行動›登録日": "date", "結果›登録日": "date"})

    @pytest.mark.parametrize(("clause", "code"), [
        ({"field": "従業員", "operator": ">=", "value": 1}, "unknown-field"),
        ({"field": "登録日", "operator": "not-blank"}, "ambiguous-field"),
        ({"field": "業種", "operator": ">=", "value": 1}, "unsuited-operator"),
        ({"field": "従業員数", "operator": "contains", "value": "1"}, "unsuited-operator"),
        ({"field": "従業員数", "operator": ">=", "value": "多い"}, "bad-value"),
        ({"field": "従業員数", "operator": "increased", "value": {"than": "業種"}}, "unsuited-operator"),
    ])
    def test_a_clause_that_cannot_run_here_is_named(self, clause: dict[str, Any], code: str) -> None:
        with pytest.raises(InputError) as caught:
            evaluate(rule({"id": "c9", **clause}), self.LEADS)
        assert (caught.value.code, caught.value.where) == (code, "c9")

    def test_an_unknown_column_comes_with_the_ones_that_look_like_it(self) -> None:
        with pytest.raises(InputError) as caught:
            evaluate(rule({"id": "c", "field": "従業員の数", "operator": ">=", "value": 1}), self.LEADS)
        assert caught.value.parameters["suggestions"] == ["企業情報›従業員数"]

    def test_an_inclusion_must_exist_and_must_not_go_in_circles(self) -> None:
        leads = truths(a="T")
        loop = rule({"id": "i", "ref": "target"})
        with pytest.raises(InputError, match="unknown-definition"):
            evaluate(rule({"id": "i", "ref": "nowhere"}), leads)
        with pytest.raises(InputError, match="definition-cycle"):
            evaluate(loop, leads, {"target": loop})

    def test_days_without_any_reference_date_are_not_counted_from_today(self) -> None:
        leads = Dataset.of({"訪問": [date(2026, 11, 1)]})
        with pytest.raises(InputError, match="no-reference-date"):
            evaluate(rule({"id": "c", "field": "訪問", "operator": "within-days", "value": 30}), leads)


def test_an_empty_lead_list_gives_no_verdicts() -> None:
    empty = Dataset.of({"業種": [], "従業員数": []}, {"業種": "text", "従業員数": "integer"})
    definition = rule({"id": "a", "field": "業種", "operator": "=", "value": "製造業"},
                      {"id": "b", "field": "従業員数", "operator": ">=", "value": 1})
    assert evaluate(definition, empty).counts() == {"match": 0, "no_match": 0, "unknown": 0}
