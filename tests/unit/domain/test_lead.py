"""What the columns of a lead list mean."""

from __future__ import annotations

from fusenapp.domain.lead import suggest_meanings


def test_the_columns_of_a_usual_list_are_recognised() -> None:
    columns = ["リードID", "登録日", "引渡日", "営業の受領", "アポ日", "提案日", "結果", "受注額（円）", "受注日", "従業員数"]
    assert suggest_meanings(columns) == {
        "lead": "リードID", "registered": "登録日", "handed_over": "引渡日", "accepted": "営業の受領", "appointment": "アポ日", "proposal": "提案日",
        "result": "結果", "won": "受注日", "won_amount": "受注額（円）",
    }


def test_stacked_headers_count_by_their_last_level() -> None:
    assert suggest_meanings(["営業の結果›受注日", "行動›登録日"]) == {"won": "営業の結果›受注日", "registered": "行動›登録日"}


def test_the_likelier_of_two_columns_is_taken_and_each_only_once() -> None:
    assert suggest_meanings(["作成日", "登録日"])["registered"] == "登録日"
    assert suggest_meanings(["Amount", "ＡＭＯＵＮＴ"]) == {"won_amount": "Amount"}


def test_unknown_headers_mean_nothing() -> None:
    assert suggest_meanings(["備考", ""]) == {}
