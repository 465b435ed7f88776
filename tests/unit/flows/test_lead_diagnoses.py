"""What the lead list says beside the tree: reasons at one condition, quality leads unanswered, won customers off target, terms past."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from fusenapp import i18n
from fusenapp.domain.definition import parse_rule
from fusenapp.editing import agreements, definitions, handover
from fusenapp.flows.finding_words import headline, said
from fusenapp.flows.lead_diagnoses import diagnoses
from fusenapp.kpi import Diagnosis
from tests.unit.export.making import Company

HEAD = "会社名,業種,登録日,引渡日,営業の受領,却下理由,結果,受注日"
TARGET = {"match": "all", "clauses": [{"id": "T1", "field": "業種", "operator": "=", "value": "製造業"}]}


def _found(tmp_path: Path, rows: list[str], company: Company | None = None) -> dict[str, Diagnosis]:
    company = company or _company(tmp_path)
    company.take("leads.csv", "\n".join([HEAD, *rows]) + "\n")
    return {each.code: each for each in diagnoses(company.figures, company.document.snapshot())}


def _company(tmp_path: Path) -> Company:
    company = Company(tmp_path, data=False)
    definitions.define(company.document, parse_rule(TARGET, "target"))
    return company


def _back(count: int, reason: str) -> list[str]:
    return [f"{reason}{at}社,小売業,2026-04-01,2026-04-02,却下,{reason},," for at in range(count)]


def test_a_reason_that_stands_out_leads_to_its_condition(tmp_path: Path) -> None:
    company = _company(tmp_path)
    reason = next(r for r in company.document.snapshot().all("reasons") if r["code"] == "R1")
    clause = company.document.snapshot().all("clauses")[0]["id"]
    handover.set_reason(company.document, reason["id"], clause=clause)
    found = _found(tmp_path, _back(8, "ターゲット外") + _back(4, "予算なし"), company)["reason-at-clause"]
    assert (found.figures["count"], found.figures["of"], found.figures["clause"]) == (8, 12, clause)
    assert found.nodes[0] == "kpi-sal"


def test_a_reason_without_a_condition_or_of_a_few_leads_says_nothing(tmp_path: Path) -> None:
    assert "reason-at-clause" not in _found(tmp_path, _back(8, "ターゲット外") + _back(4, "予算なし"))


def test_want_of_hands_is_no_reason_of_quality(tmp_path: Path) -> None:
    assert "reason-at-clause" not in _found(tmp_path, _back(20, "営業の余力がない"))


def test_quality_leads_without_an_answer_are_a_lost_chance(tmp_path: Path) -> None:
    rows = ["A社,製造業,2026-04-01,2026-04-02,,,,", "B社,小売業,2026-04-01,2026-04-02,,,,", "C社,製造業,2026-04-01,2026-04-02,受領,,,",
            "D社,製造業,2026-04-29,2026-04-30,,,,"]
    found = _found(tmp_path, rows)["quality-unanswered"]
    assert (found.figures["count"], found.severity) == (1, "warning"), "B is no quality lead, C was answered, D's time has not passed"


def test_won_customers_outside_the_target_are_told_from_ten_on(tmp_path: Path) -> None:
    def won(count: int, industry: str) -> list[str]:
        return [f"{industry}{at}社,{industry},2026-04-01,2026-04-02,受領,,受注,2026-05-01" for at in range(count)]

    found = _found(tmp_path, won(6, "製造業") + won(6, "小売業"))["won-off-target"]
    assert (found.figures["count"], found.figures["of"], found.nodes) == (6, 12, ("kpi-won", "kpi-win-rate"))
    few = tmp_path / "few"
    few.mkdir()
    assert "won-off-target" not in _found(few, won(2, "製造業") + won(4, "小売業"))


def test_a_definition_past_its_term_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    company = _company(tmp_path)
    for department in ("marketing", "inside-sales", "field-sales"):
        agreements.stamp(company.document, ("definitions", "target"), department, "A")
    assert "definition-due" not in {each.code for each in diagnoses(company.figures, company.document.snapshot())}

    class Later(dt.date):
        @classmethod
        def today(cls) -> dt.date:
            return dt.date(2099, 1, 1)

    monkeypatch.setattr("fusenapp.domain.agreement.dt.date", Later)
    found = {each.code: each for each in diagnoses(company.figures, company.document.snapshot())}["definition-due"]
    assert found.figures["rules"] == ["target"]


@pytest.mark.parametrize(("code", "figures", "words"), [
    ("reason-at-clause", {"name": "ターゲット外", "count": 8, "of": 12, "share": 8 / 12, "clause": "x"}, "12件のうち8件（66.7%）の理由は「ターゲット外」"),
    ("quality-unanswered", {"count": 3, "hours": 72}, "72時間たっても回答のない質リードが3件"),
    ("won-off-target", {"count": 6, "of": 12, "share": 0.5}, "受注12件のうち6件（50.0%）"),
    ("definition-due", {"rules": ["target", "hot-lead"], "due": "2026-10-01"}, "ターゲット")])
def test_each_has_its_headline_and_sentence(code: str, figures: dict[str, object], words: str) -> None:
    i18n.set_language("ja")
    assert words in said(code, figures)
    assert headline(code) != headline("nothing of the kind")
