"""What sales made of a lead list, as far as the list has columns for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fusenapp.flows import qualifying
from fusenapp.flows.figures import try_verdicts
from tests.unit.export.making import Company

LIST = """会社名,業種,流入経路,登録日,引渡日,営業の受領,却下理由,結果,受注額（円）
A社,製造業,展示会,2026-04-03,2026-04-10,受領,,受注,1200000
B社,製造業,検索,2026-04-08,2026-04-12,却下,予算なし,,
C社,小売業,検索,2026-04-15,,,,,
D社,製造業,,2026-06-02,2026-06-04,保留,,,
E社,製造業,検索,2026-06-11,2026-06-12,却下,,,
F社,卸売業,検索,2026-06-12,2026-06-13,,時期,,
G社,製造業,展示会,2026-06-13,2026-06-14,○,,失注,
"""
TARGET = {"match": "all", "clauses": [{"id": "T1", "field": "業種", "operator": "=", "value": "製造業"}]}


def _told(tmp_path: Path, text: str) -> dict[str, Any]:
    from fusenapp.domain import definition
    from fusenapp.editing import definitions

    company = Company(tmp_path, data=False)
    definitions.define(company.document, definition.parse_rule(TARGET, "target"))
    company.take("leads.csv", text)
    return qualifying.report(company.figures, company.document.snapshot(), "leads", "target")


@pytest.fixture
def told(tmp_path: Path) -> dict[str, Any]:
    return _told(tmp_path, LIST)


def test_leads_are_accepted_rejected_or_not_answered_yet(told: dict[str, Any]) -> None:
    assert [told[k] for k in ("handed_over", "accepted", "rejected", "unanswered")] == [6, 2, 3, 1]


def test_a_reason_alone_is_an_answer_and_one_without_a_reason_is_told_apart(told: dict[str, Any]) -> None:
    assert told["rejection_reasons"] == {"予算なし": 1, "時期": 1}
    assert told["rejected_without_reason"] == 1


def test_what_was_won_is_counted_and_added_up(told: dict[str, Any]) -> None:
    assert (told["won"], told["won_amount"]) == (1, 1_200_000)


def test_each_route_is_counted_with_its_share_of_targets(told: dict[str, Any]) -> None:
    routes = {r["route"]: r for r in told["by_route"]}
    assert routes["検索"] == {"route": "検索", "leads": 4, "match": 2, "no_match": 2, "unknown": 0, "share": 0.5, "handed_over": 3, "accepted": 0, "won": 0}
    assert (routes["展示会"]["share"], routes[""]["leads"]) == (1.0, 1), "a lead without a route is not lost"
    assert sum(r["leads"] for r in told["by_route"]) == told["leads"]


def test_a_list_without_those_columns_says_nothing_about_them(tmp_path: Path) -> None:
    told = _told(tmp_path, "会社名,業種,登録日\nA社,製造業,2026-04-03\nB社,小売業,2026-04-04\n")
    assert not {"handed_over", "accepted", "rejected", "unanswered", "rejection_reasons", "by_route"} & set(told)
    assert (told["leads"], told["match"]) == (2, 1)


def test_without_a_day_of_hand_over_the_answers_still_count(tmp_path: Path) -> None:
    lines = [",".join(v for i, v in enumerate(line.split(",")) if i != 4) for line in LIST.splitlines()]
    told = _told(tmp_path, "\n".join(lines) + "\n")
    assert [told.get(k) for k in ("handed_over", "accepted", "rejected", "unanswered")] == [None, 2, 3, None]


def test_acceptance_may_be_a_yes_or_no(tmp_path: Path) -> None:
    told = _told(tmp_path, LIST.replace("受領,", "○,").replace("却下,", "×,").replace("保留", "").replace("営業の○", "営業の受領"))
    assert [told[k] for k in ("accepted", "rejected", "unanswered")] == [2, 3, 1]


def test_a_definition_that_a_list_cannot_answer_says_why_instead_of_failing(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    company.take("leads.csv", "会社名,業種,登録日\nA社,製造業,2026-04-03\nB社,小売業,2026-04-04\n")
    verdicts, error = try_verdicts(company.figures, company.document.snapshot(), "leads", "target")
    assert (verdicts, error.code if error else "") == (None, "unknown-field")
