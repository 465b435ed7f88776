"""Notes of the board become statements, conditions, KPIs and entries of the backlog, and know each other from both sides."""

from __future__ import annotations

import pytest

from fusenapp.document import Document
from fusenapp.domain import definition
from fusenapp.domain.journey_gaps import linked_notes
from fusenapp.domain.origins import made_of, notes_behind
from fusenapp.editing import notes
from fusenapp.editing.note_structure import Spot, turn
from fusenapp.editing.notes import NewNote, Place
from tests.unit.editing.people import b2b, refused

CELL = Place("journey", "journey-comparison", "journey-issues")
CONCERNS = Spot("personas", "personas-selector", "concerns")


def note(document: Document, text: str, place: Place = CELL, **fields: object) -> str:
    id = notes.add_note(document, NewNote(place, text, 3, "field-sales"))
    with document.edit("") as edit:
        edit.set("notes", id, **fields)
    return id


def with_leads(document: Document) -> Document:
    columns = [{"name": "従業員数", "type": "integer", "unit": "名"}, {"name": "業種", "type": "text"}]
    with document.edit("取り込み") as edit:
        edit.create("datasets", {"purpose": "leads", "name": "リード", "columns": columns})
    return document


def test_a_note_becomes_a_statement_with_its_evidence_and_stays_on_the_board() -> None:
    document = b2b()
    id = note(document, "連携が不安", evidence="partial", tags=["連携"])
    (kind, made), = turn(document, [id], CONCERNS)
    statement = document.get(kind, made)
    assert statement is not None
    assert (statement["parent"], statement["field"], statement["text"]) == ("personas-selector", "concerns", "連携が不安")
    assert (statement["evidence"], statement["tags"], statement["department"]) == ("partial", ["連携"], "field-sales")
    assert notes.place_of(document.get("notes", id) or {}) == CELL
    assert [n["id"] for n in notes_behind(document.snapshot(), (kind, made))] == [id]
    assert made_of(document.snapshot(), id) == [((kind, made), "")]
    assert linked_notes(document.snapshot()) == {id}


def test_several_notes_become_statements_in_their_order_and_undo_is_one_step() -> None:
    document = b2b()
    ids = [note(document, text) for text in ("一つ目", "二つ目", "三つ目")]
    before = document.snapshot().records["notes"]
    turn(document, ids, CONCERNS)
    there = document.snapshot().all("notes", parent="personas-selector", field="concerns")
    assert [n["text"] for n in there] == ["一つ目", "二つ目", "三つ目"]
    document.undo()
    assert document.snapshot().records["notes"] == before
    assert not document.snapshot().all("links")


def test_turning_the_same_note_again_makes_nothing_twice() -> None:
    document = b2b()
    id = note(document, "連携が不安")
    first = turn(document, [id], CONCERNS)
    label = document.undo_label
    assert turn(document, [id], CONCERNS) == first
    assert document.undo_label == label
    assert turn(document, [id], Spot("contents"))[0][0] == "contents"


def test_lines_of_a_form_field_are_added_to_what_is_there() -> None:
    document = b2b()
    ids = [note(document, "展示会"), note(document, "同業の知人")]
    with document.edit("") as edit:
        edit.write("personas", "personas-selector", "field.channels", "検索")
    spot = Spot("personas", "personas-selector", "channels")
    turn(document, ids, spot)
    assert (document.get("personas", "personas-selector") or {})["field.channels"] == "検索\n展示会\n同業の知人"
    behind = notes_behind(document.snapshot(), ("personas", "personas-selector"), "channels")
    assert [n["id"] for n in behind] == ids


def test_a_note_that_says_a_condition_becomes_it() -> None:
    document = with_leads(b2b())
    root = (document.get("definitions", "target") or {})["root"]
    id = note(document, "従業員数 300名以上")
    (_, made), = turn(document, [id], Spot("groups", root))
    found = definition.from_snapshot(document.snapshot(), "target")
    assert found is not None
    clause = next(c for c in definition.clauses(found) if c.record == made)
    assert (clause.field, clause.operator, clause.value, clause.muted) == ("従業員数", ">=", 300, False)
    assert (clause.comment, clause.department) == ("従業員数 300名以上", "field-sales")


def test_a_note_that_says_no_condition_waits_muted_for_somebody_to_word_it() -> None:
    document = with_leads(b2b())
    root = (document.get("definitions", "hot-lead") or {})["root"]
    ids = [note(document, "稟議に3か月かかる"), note(document, "業種ごとに事情が違う")]
    made = [document.get(*end) or {} for end in turn(document, ids, Spot("groups", root))]
    assert [(c["field"], c["muted"], c["comment"]) for c in made] == [
        ("稟議に3か月かかる", True, "稟議に3か月かかる"), ("業種", True, "業種ごとに事情が違う")]
    orders = [c["order"] for c in made]
    assert orders == sorted(orders)


def test_a_note_becomes_a_kpi_below_the_node_under_a_name_of_its_own() -> None:
    document = b2b()
    root = document.snapshot().all("kpis", parent="")[0]
    taken = root["name"]
    ids = [note(document, taken), note(document, "再訪率\n2回以上来た人の割合")]
    made = [document.get(*end) or {} for end in turn(document, ids, Spot("kpis", root["id"]))]
    assert [(k["name"], k["parent"], k["department"]) for k in made] == [
        (f"{taken} (2)", root["id"], "field-sales"), ("再訪率", root["id"], "field-sales")]
    assert made[1]["note"] == "再訪率\n2回以上来た人の割合"


def test_a_note_goes_into_the_backlog_with_phase_person_and_department() -> None:
    document = b2b()
    content = note(document, "導入事例集", Place("journey", "journey-comparison", "journey-actions", "selector"))
    measure = note(document, "個別相談会", Place("journey", "journey-approval", "journey-measures"))
    made = [document.get(*end) or {} for end in turn(document, [content, measure], Spot("contents"))]
    assert [(c["title"], c["kind"], c["phase"], c["persona"], c["department"]) for c in made] == [
        ("導入事例集", "content", "journey-comparison", "personas-selector", "field-sales"),
        ("個別相談会", "measure", "journey-approval", "", "field-sales")]
    assert [c["title"] for c in document.snapshot().all("contents")] == ["導入事例集", "個別相談会"]


def test_notes_without_words_become_nothing() -> None:
    document = b2b()
    label = document.undo_label
    id = note(document, " \n ")
    label = document.undo_label
    assert turn(document, [id], Spot("contents")) == []
    assert document.undo_label == label


@pytest.mark.parametrize(("spot", "code"), [
    (Spot("personas", "nobody", "concerns"), "unknown-record"),
    (Spot("personas", "personas-selector", "no-such-field"), "bad-value"),
    (Spot("groups", "gone"), "unknown-record"),
])
def test_a_spot_that_is_gone_changes_nothing(spot: Spot, code: str) -> None:
    document = b2b()
    id = note(document, "連携が不安")
    with refused(document, code):
        turn(document, [id], spot)
