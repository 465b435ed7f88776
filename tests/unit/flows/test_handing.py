"""The hand-over as it went: months, reasons, deadlines, and which clause sales overrules."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.domain.definition import parse_rule
from fusenapp.domain.handover import DEFAULT_REASONS, reason_code
from fusenapp.editing import definitions, handover
from fusenapp.flows.handing import Handing, Month, handing
from tests.unit.export.making import Company

LIST = """会社名,業種,従業員数,予算,登録日,引渡日,営業の受領,却下理由
A社,製造業,250,300,2026-04-03,2026-04-10,受領,
B社,製造業,80,,2026-04-08,2026-04-12,却下,ターゲット外
C社,製造業,500,100,2026-04-15,2026-04-20,却下,予算なし
D社,製造業,300,,2026-05-02,2026-05-04,却下,営業の余力がない
E社,卸売業,900,200,2026-05-11,2026-05-12,却下,
F社,小売業,120,50,2026-05-21,2026-05-22,却下,気が向かない
G社,製造業,700,,2026-05-25,2026-05-26,,
H社,製造業,700,10,2026-06-01,2026-06-02,,
I社,製造業,700,10,2026-06-03,2026-06-04,保留,
J社,製造業,700,,2026-06-04,,,
"""
HOT = {"match": "all", "clauses": [
    {"id": "H1", "field": "業種", "operator": "=", "value": "製造業"}, {"id": "H2", "field": "従業員数", "operator": ">=", "value": 100}]}
NAMES = {reason.code: reason.name.ja for reason in DEFAULT_REASONS}


@pytest.fixture
def found(tmp_path: Path) -> Handing:
    company = Company(tmp_path, data=False)
    definitions.define(company.document, parse_rule(HOT, "hot-lead"))
    handover.set_required_fields(company.document, ["会社名", "予算", "電話番号"])
    company.take("leads.csv", LIST)
    told = handing(company.figures, company.document.snapshot(), "leads")
    assert told is not None
    return told


def test_every_month_adds_up_and_no_capacity_stands_apart(found: Handing) -> None:
    assert found.months == (Month("2026-04", 3, 1, 2, 0, 0, 0), Month("2026-05", 4, 0, 2, 1, 1, 1), Month("2026-06", 2, 0, 0, 0, 2, 0))
    assert all(m.accepted + m.rejected + m.no_capacity + m.unanswered == m.handed_over for m in found.months)


def test_reasons_are_known_by_code_name_or_words_and_others_are_kept_as_they_are(found: Handing) -> None:
    assert [(r.code, r.count) for r in found.reasons] == [("R0", 1), ("R1", 1), ("R5", 1), ("R9", 1), ("", 1)]
    assert (found.reasons[-1].name, found.reasons[1].owner) == ("気が向かない", "marketing")


def test_leads_given_back_are_with_the_department_that_owns_the_reason_by_month(found: Handing) -> None:
    assert {owner: dict(counts) for owner, counts in found.owners.items()} == {
        "marketing": {"2026-04": 1}, "inside-sales": {"2026-04": 1}, "field-sales": {"2026-05": 2}, "": {"2026-05": 1}}
    assert sum(sum(counts.values()) for counts in found.owners.values()) == found.total("rejected") + found.total("no_capacity")


@pytest.mark.parametrize(("said", "code"), [
    ("R3", "R3"), ("Ｒ１０", ""), ("対象外企業", "R1"), ("ターゲット外", "R1"), ("検討時期が未定", "R4"), ("予算なし", "R5"), ("連絡がつかない", "R7"),
    ("情報が不足", "R8"), ("重複", "R8"), ("競合で決定済み", "R6"), ("営業の対応余力なし", "R9"), ("", "R0"), (None, "R0"), ("なんとなく", ""),
    ("No budget this year", "R5")])
def test_the_words_of_sales_become_codes(said: str | None, code: str) -> None:
    assert reason_code(said, NAMES) == code


def test_a_lead_without_an_answer_is_overdue_once_the_agreed_time_has_passed(found: Handing) -> None:
    assert (found.as_of, found.total("unanswered"), found.total("overdue")) == ("2026-06-04", 3, 1)


def test_overruled_clauses_are_those_that_a_rejected_lead_met(found: Handing) -> None:
    assert found.overruled == {"H1": {"R1": 1, "R5": 1}, "H2": {"R5": 1, "R0": 1, "": 1}}
    assert found.met == {"H1": 7, "H2": 8}


def test_hot_leads_that_lack_what_must_be_handed_over_are_counted(found: Handing) -> None:
    assert (found.lacking, found.absent) == ({"会社名": 0, "予算": 3}, ("電話番号",))
    assert found.hot == 7


def works(found: Handing) -> dict[str, list[tuple[int, int]]]:
    return {w.key: list(zip(w.rows.tolist(), w.days.tolist(), strict=True)) for w in found.work}


def test_what_is_left_to_do_is_listed_lead_by_lead_the_longest_wait_first(found: Handing) -> None:
    listed = works(found)
    assert listed["unanswered"] == [(6, 9), (7, 2), (8, 0)]
    assert listed["overdue"] == [(6, 6)]
    assert listed["no_reason"] == [(4, 20)]
    assert {row for row, _ in listed["lacking"]} == {3, 6, 9}


def test_nobody_is_accused_of_what_the_list_does_not_say(found: Handing) -> None:
    assert {"contact", "few_attempts"} & works(found).keys() == set()


def test_first_contact_and_attempts_are_held_against_the_contract(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    definitions.define(company.document, parse_rule(HOT, "hot-lead"))
    handover.set_deadlines(company.document, first_contact_hours=48, attempts=5)
    company.take("leads.csv", """会社名,業種,従業員数,登録日,引渡日,初回接触日,架電回数,営業の受領,却下理由
A社,製造業,250,2026-04-03,2026-04-10,2026-04-11,2,却下,連絡がつかない
B社,製造業,250,2026-04-03,2026-04-10,2026-04-11,5,却下,連絡がつかない
C社,製造業,250,2026-04-03,2026-04-10,,,,
D社,製造業,250,2026-04-03,2026-04-19,,,,
E社,製造業,250,2026-04-20,,,,,
""")
    told = handing(company.figures, company.document.snapshot(), "leads")
    assert told is not None
    assert works(told)["few_attempts"] == [(0, -1)]
    assert works(told)["contact"] == [(2, 8)]


def test_leads_come_up_again_once_the_deadline_of_their_reason_has_passed(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    definitions.define(company.document, parse_rule(HOT, "hot-lead"))
    company.take("leads.csv", """会社名,業種,従業員数,登録日,引渡日,営業の受領,却下理由
A社,製造業,250,2026-04-03,2026-04-10,却下,R7 連絡不能
B社,製造業,250,2026-04-03,2026-04-10,却下,R1 対象外企業
C社,製造業,250,2026-04-03,2026-05-20,却下,R7 連絡不能
D社,製造業,250,2026-06-10,,,
""")
    told = handing(company.figures, company.document.snapshot(), "leads")
    assert told is not None
    assert works(told)["returning"] == [(0, 61 - 33)]


def test_a_reason_counts_its_cases_and_the_case_of_no_capacity_stands_apart_too(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    definitions.define(company.document, parse_rule(HOT, "hot-lead"))
    first = handover.add_reason(company.document, "R1", "従業員数が足りない")
    handover.add_reason(company.document, "R9", "繁忙期")
    assert company.document.get("reasons", first)["code"] == "R1-1"
    company.take("leads.csv", """会社名,業種,従業員数,登録日,引渡日,営業の受領,却下理由
A社,製造業,250,2026-04-03,2026-04-10,却下,従業員数が足りない
B社,製造業,250,2026-04-03,2026-04-10,却下,R1
C社,製造業,250,2026-04-03,2026-04-10,却下,R1-7
D社,製造業,250,2026-04-03,2026-04-10,却下,R9-1 繁忙期
""")
    told = handing(company.figures, company.document.snapshot(), "leads")
    assert told is not None
    assert [(r.code, r.count, r.parent) for r in told.reasons] == [("R1", 3, ""), ("R1-1", 1, "R1"), ("R9", 1, ""), ("R9-1", 1, "R9")]
    assert (told.total("rejected"), told.total("no_capacity")) == (3, 1)
    assert told.overruled["H1"] == {"R1": 3}


def test_a_list_without_a_hand_over_says_nothing(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    definitions.define(company.document, parse_rule(HOT, "hot-lead"))
    company.take("leads.csv", "会社名,業種,従業員数,登録日\nA社,製造業,250,2026-04-03\nB社,製造業,20,2026-04-04\n")
    assert handing(company.figures, company.document.snapshot(), "leads") is None
