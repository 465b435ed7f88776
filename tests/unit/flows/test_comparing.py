"""Two departments set their drafts beside each other and settle them one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.document import Author
from fusenapp.domain import agreement, definition
from fusenapp.domain.agreement import HANDOVER
from fusenapp.domain.definition import Clause, parse_rule
from fusenapp.editing import definitions, settling, terms
from fusenapp.errors import InputError
from fusenapp.flows import comparing
from fusenapp.flows.comparing import Point, Side
from fusenapp.workspace import Workspace
from tests.unit.export.making import Company

HOT = {"match": "all", "threshold": 50, "clauses": [
    {"id": "H1", "field": "従業員数", "operator": ">=", "value": 100},
    {"id": "H2", "field": "流入経路", "operator": "=", "value": "展示会", "kind": "points", "points": 20}]}
SALES_HOT = {"match": "all", "threshold": 70, "clauses": [
    {"id": "H1", "field": "従業員数", "operator": ">=", "value": 200},
    {"id": "H2", "field": "流入経路", "operator": "=", "value": "展示会", "kind": "points", "points": 20}]}
TARGET_OF_SALES = {"match": "all", "clauses": [{"id": "T1", "field": "業種", "operator": "one-of", "value": ["製造業"]}]}


@pytest.fixture
def company(tmp_path: Path) -> Company:
    """Marketing and field sales with drafts of their own of the hot lead; the joint one is marketing's."""
    made = Company(tmp_path)
    definitions.define(made.document, parse_rule(HOT, "hot-lead"))
    settling.start_draft(made.document, "hot-lead", "marketing")
    definitions.define(made.document, parse_rule(SALES_HOT, "hot-lead", id="hot-lead@field-sales", department="field-sales"))
    return made


def two(company: Company) -> tuple[Side, Side]:
    left, right = comparing.sides(company.document.snapshot(), "marketing", "フィールドセールス")
    return left, right


def points(company: Company) -> list[Point]:
    return comparing.compare(company.document.snapshot(), *two(company))


def open_points(company: Company) -> list[Point]:
    return [p for p in points(company) if p.open]


def at(company: Company, place: str) -> Point:
    return next(p for p in points(company) if p.place == place)


def test_only_what_the_drafts_say_differently_is_open(company: Company) -> None:
    assert [(p.item[1], p.part, p.texts[1:]) for p in open_points(company)] == [
        ("hot-lead", "(threshold)", ("50", "70")),
        ("hot-lead", "clause", ("従業員数が100以上である", "従業員数が200以上である"))]


def test_a_department_without_a_draft_goes_along_with_the_joint_definition(company: Company) -> None:
    left, right = comparing.sides(company.document.snapshot(), "inside-sales", "field-sales")
    found = comparing.compare(company.document.snapshot(), left, right)
    assert [p.texts[1] for p in found if p.open] == ["50", "従業員数が100以上である"]


def test_taking_a_side_writes_it_into_the_joint_definition_and_settles_the_place_in_one_step(company: Company) -> None:
    comparing.take(company.document, at(company, "H1"), "right", *two(company), comment="小さい会社は契約に至らない")
    joint = definition.from_snapshot(company.document.snapshot(), "hot-lead")
    assert joint is not None
    assert [c.value for c in definition.clauses(joint)] == [200, "展示会"]
    settled = at(company, "H1").settled
    assert settled is not None
    assert (settled.choice, settled.comment, settled.person) == ("field-sales", "小さい会社は契約に至らない", "佐伯 遥")
    assert len(open_points(company)) == 1
    company.document.undo()
    assert len(open_points(company)) == 2


def test_a_third_way_may_be_points_or_a_clause(company: Company) -> None:
    comparing.take_third(company.document, at(company, "(threshold)"), *two(company), 55)
    between = Clause(id="H1", field="従業員数", operator="between", value=(100, 1000))
    comparing.take_third(company.document, at(company, "H1"), *two(company), between)
    joint = definition.from_snapshot(company.document.snapshot(), "hot-lead")
    assert joint is not None
    assert (joint.threshold, definition.clauses(joint)[0].value, open_points(company)) == (55, (100, 1000), [])


@pytest.fixture
def apart(tmp_path: Path) -> Company:
    """Both departments began with nothing in common: the joint target is still empty."""
    made = Company(tmp_path)
    definitions.define(made.document, parse_rule({"match": "all", "clauses": []}, "target"))
    for department, value in (("marketing", 100), ("field-sales", 500)):
        rule = {"match": "all", "clauses": [{"id": f"of-{department}", "field": "従業員数", "operator": ">=", "value": value}]}
        definitions.define(made.document, parse_rule(rule, "target", id=f"target@{department}", department=department))
    return made


@pytest.mark.parametrize(("choice", "joint"), [("left", 100), ("right", 500), ("third", 300)])
def test_drafts_that_were_written_independently_are_settled_once(apart: Company, choice: str, joint: int) -> None:
    point, = open_points(apart)
    third = Clause(id="of-field-sales", field="従業員数", operator=">=", value=300)
    if choice == "third":
        comparing.take_third(apart.document, point, *two(apart), third)
    else:
        comparing.take(apart.document, point, choice, *two(apart))  # type: ignore[arg-type]
    assert not open_points(apart)
    found = definition.from_snapshot(apart.document.snapshot(), "target")
    assert found is not None
    assert [c.value for c in definition.clauses(found)] == [joint]


def test_a_clause_that_is_taken_out_again_stays_settled_and_can_be_opened_again(apart: Company) -> None:
    point, = open_points(apart)
    comparing.take(apart.document, point, "left", *two(apart))
    definitions.define(apart.document, parse_rule({"match": "all", "clauses": []}, "target", id="target@field-sales",
                                                  department="field-sales"))
    point, = open_points(apart)
    comparing.take(apart.document, point, "right", *two(apart))
    assert not open_points(apart)
    settled, = (p for p in points(apart) if p.settled is not None)
    comparing.reopen(apart.document, settled)
    assert len(open_points(apart)) == 1


def test_a_place_is_open_again_when_a_draft_says_something_else(company: Company) -> None:
    comparing.take(company.document, at(company, "H1"), "left", *two(company))
    assert at(company, "H1").choice == "marketing"
    definitions.change_clause(company.document, "hot-lead@field-sales:H1", operator=">=", value=300)
    assert at(company, "H1").open


def test_a_decision_can_be_taken_back(company: Company) -> None:
    comparing.take(company.document, at(company, "H1"), "right", *two(company))
    settling.unsettle(company.document, ("definitions", "hot-lead"), "H1")
    assert at(company, "H1").open
    comparing.take(company.document, at(company, "H1"), "left", *two(company))
    assert at(company, "H1").choice == "marketing"


def test_terms_differ_where_both_departments_have_worded_them(company: Company) -> None:
    term = terms.add_term(company.document, "商機")
    terms.write_wording(company.document, term, "marketing", "製品を紹介した場")
    assert not any(p.open for p in points(company) if p.item == ("terms", term))
    terms.write_wording(company.document, term, "field-sales", "価格を示した場")
    point = next(p for p in points(company) if p.item == ("terms", term))
    assert (point.open, point.about, point.part) == (True, "商機", "wording")
    comparing.take_third(company.document, point, *two(company), "予算と時期を確かめた場")
    assert company.document.get("terms", term)["agreed"] == "予算と時期を確かめた場"  # type: ignore[index]


def test_the_hand_over_contract_is_drafted_and_settled_field_by_field(company: Company) -> None:
    draft = settling.start_handover_draft(company.document, "field-sales")
    with company.document.edit("") as edit:
        edit.set("handover", draft, first_contact_hours=48)
    point = next(p for p in points(company) if p.item == HANDOVER and p.open)
    assert (point.about, point.texts[1:]) == ("first_contact_hours", ("24", "48"))
    comparing.take(company.document, point, "right", *two(company))
    assert company.document.snapshot().value("handover", "handover", "first_contact_hours") == 48


def test_drafts_are_not_items_to_agree_on_and_change_no_agreed_content(company: Company) -> None:
    before = agreement.content_hash(company.document.snapshot(), HANDOVER)
    settling.start_handover_draft(company.document, "field-sales")
    items = agreement.items(company.document.snapshot())
    assert agreement.content_hash(company.document.snapshot(), HANDOVER) == before
    assert not [item for item in items if "@" in item[1]]


def test_the_effect_of_each_side_is_counted_on_the_leads(company: Company) -> None:
    definitions.define(company.document, parse_rule(TARGET_OF_SALES, "target", id="target@field-sales", department="field-sales"))
    leads = company.document.snapshot().all("datasets", purpose="leads")[0]["id"]
    point = at(company, "T1")
    left, right = comparing.effect(company.figures, company.document.snapshot(), leads, point, "left", "right")
    assert (left["match"], right["match"]) == (3, 2)


def test_each_department_says_why(company: Company) -> None:
    for department, why in (("marketing", "比較を進めているのは課長層"), ("field-sales", "課長だけでは稟議が通らない")):
        settling.write_remark(company.document, ("definitions", "hot-lead"), "H1", department, why)
    assert dict(at(company, "H1").reasons) == {"marketing": "比較を進めているのは課長層", "field-sales": "課長だけでは稟議が通らない"}


def test_an_unknown_department_is_refused(company: Company) -> None:
    with pytest.raises(InputError, match="unknown-department"):
        comparing.sides(company.document.snapshot(), "legal")


def test_a_colleagues_file_is_a_side(tmp_path: Path) -> None:
    ours = Workspace.create(tmp_path / "a.fusen", Author("佐倉", "marketing"),
                            build=lambda document: definitions.define(document, parse_rule(HOT, "hot-lead")))
    ours.publish()
    (tmp_path / "b.fusen").write_bytes((tmp_path / "a.fusen").read_bytes())
    with Workspace.open(tmp_path / "b.fusen", Author("戸川", "field-sales")) as theirs:
        definitions.change_clause(theirs.document, "hot-lead:H1", operator=">=", value=300)
    snapshot = ours.document.snapshot()
    left, right = comparing.copies(snapshot, ours.look_into(tmp_path / "b.fusen"), "b.fusen")
    point, = (p for p in comparing.compare(snapshot, left, right) if p.open)
    assert point.texts == ("従業員数が100以上である", "従業員数が100以上である", "従業員数が300以上である")
    comparing.take(ours.document, point, "right", left, right)
    assert ours.document.snapshot().value("clauses", "hot-lead:H1", "value") == 300
    ours.close()
