"""Definitions read out, in Japanese and English."""

from __future__ import annotations

from typing import Any

import pytest

from fusenapp.domain.definition import OPERATORS, Definition, Group, parse_rule
from fusenapp.qualify import group_phrase, phrase, sentence
from tests.unit.qualify.leads import flag, hot, rule, target


def test_the_target_of_the_sample_company() -> None:
    assert sentence(target(), "ja") == (
        "業種が製造業・情報通信業・卸売業のいずれかで、従業員数が100以上で、資本金（万円）が5,000以上で、"
        "売上推移が増加・安定のいずれかであるリードを、ターゲットとする。")
    assert sentence(target(), "en") == (
        "Leads where 業種 is one of 製造業, 情報通信業 or 卸売業, 従業員数 is at least 100, 資本金（万円） is at least 5,000 "
        "and 売上推移 is one of 増加 or 安定 count as target.")


def test_the_hot_lead_names_the_definition_it_includes() -> None:
    assert sentence(hot(), "ja") == "ターゲットに該当し、比較社数が2以上3以下で、トライアル申込または見積依頼があるリードを、ホットリードとする。"
    assert sentence(hot(), "ja", {"target": "重点企業"}).startswith("重点企業に該当し、")


def test_several_ways_to_match_are_set_apart() -> None:
    small, blank = {"id": "a", "field": "従業員数", "operator": "<", "value": 50}, {"id": "b", "field": "業種", "operator": "is-blank"}
    assert sentence(rule(small, blank, match="any"), "ja") == "従業員数が50未満である、または業種が空欄であるリードを、ターゲットとする。"
    nested = rule(flag("DL"), {"id": "g", "match": "any", "clauses": [small, blank]})
    assert sentence(nested, "ja") == "DLがあり、「従業員数が50未満である」または「業種が空欄である」に当てはまるリードを、ターゲットとする。"
    two = rule(small, blank, flag("DL"), match={"at-least": 2})
    assert "のうち2つ以上に当てはまるリード" in sentence(two, "ja")
    assert "at least 2 of these apply" in sentence(two, "en")


def test_knock_outs_points_caps_and_half_lives_have_sentences_of_their_own() -> None:
    visited = {"id": "v", "field": "訪問日", "operator": "within-days", "value": 1, "kind": "points", "points": 20, "half_life_days": 30}
    capped = {"id": "g", "cap": 30, "clauses": [flag("DL", kind="points", points=40)]}
    definition = rule(visited, capped, flag("競合", kind="knock-out"), threshold=50)
    assert sentence(definition, "ja") == (
        "点数の合計が50点以上であるリードを、ターゲットとする。ただし、競合があるリードは除く。"
        "点数の内訳：「訪問日が基準日までの1日以内である」は20点（30日ごとに半減）、「DLがある」は40点。「DLがある」の点数は30点を上限とする。")
    assert "within the last 1 day (halved every 30 days)" in sentence(definition, "en")


def test_muted_parts_are_not_spoken_of() -> None:
    assert sentence(rule(flag("a"), flag("b", muted=True)), "ja") == "aがあるリードを、ターゲットとする。"
    assert sentence(rule(flag("a", muted=True)), "ja") == "ターゲットの条件は、まだ決まっていない。"


def test_a_draft_is_called_by_its_rule() -> None:
    draft = parse_rule({"clauses": [flag("a")]}, "hot-lead", id="hot-lead.marketing")
    assert sentence(draft, "ja").endswith("ホットリードとする。")


VALUES: dict[str, Any] = {"scalar": "製造業", "ordered": 1000, "pair": [1, 2], "list": ["a・b", "c"], "text": "AI", "none": None, "days": 7,
                          "trend": {"than": "前年", "tolerance": 0.05}}


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_operator_is_spoken_and_can_go_on_to_the_next(operator: str, language: str) -> None:
    clause = {"id": "c", "field": "列", "operator": operator, "value": VALUES[OPERATORS[operator]]}
    definition = rule(clause, flag("z"))
    spoken = phrase(definition.root.members[0], language)  # type: ignore[arg-type]
    assert "列" in spoken
    assert not {"{", "}"} & set(spoken)
    assert "%n" not in spoken
    if language == "ja":
        assert spoken not in sentence(definition, "ja")


@pytest.mark.parametrize(("value", "expected"), [
    ("2026-04-01", "登録日が2026年4月1日以降である"), ("2026-04", "登録日が2026年4月以降である"), (1234.5, "登録日が1,234.5以上である")])
def test_dates_and_numbers_are_written_as_people_do(value: Any, expected: str) -> None:
    definition = rule({"id": "c", "field": "登録日", "operator": ">=", "value": value})
    assert phrase(definition.root.members[0], "ja") == expected  # type: ignore[arg-type]


def test_braces_in_what_users_wrote_are_only_text() -> None:
    definition = rule({"id": "c", "field": "{field}", "operator": "=", "value": "{0}"})
    assert sentence(definition, "ja") == "{field}が{0}であるリードを、ターゲットとする。"


def test_a_group_without_required_members_has_no_phrase() -> None:
    assert group_phrase(Group(id="g"), "ja") == ""
    assert sentence(Definition(id="target", rule="target", root=Group(id="g")), "en") == "No condition has been set for target yet."
