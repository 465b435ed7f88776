"""Personas and journeys among what is compared: field by field and note by note, from drafts and from a second file."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.document import Author, Document
from fusenapp.domain import agreement
from fusenapp.domain.persona_committee import ROUTE
from fusenapp.domain.persona_draft import places as persona_places
from fusenapp.editing import committee, journey_drafts, journeys, links, notes, persona_drafts, personas, templates
from fusenapp.editing.notes import NewNote, Place
from fusenapp.errors import InputError
from fusenapp.flows import comparing
from fusenapp.flows.comparing import Point, Side

SET, SELECTOR, APPROVER = "personas", "personas-selector", "personas-approver"
CELL = Place("journey", "journey-comparison", "journey-issues")


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐伯 遥", "marketing"))
    templates.build(made, "b2b", "受発注クラウド")
    return made


def departments(document: Document) -> tuple[Side, Side]:
    left, right = comparing.sides(document.snapshot(), "marketing", "field-sales")
    return left, right


def copy_of(document: Document) -> Document:
    other = Document(Author("大西 健", "field-sales"))
    other.load(document.state())
    return other


def open_points(document: Document, sides: tuple[Side, Side] | None = None) -> dict[str, Point]:
    left, right = sides or departments(document)
    kinds = ("persona_sets", "journeys")
    return {p.place: p for p in comparing.compare(document.snapshot(), left, right) if p.open and p.item[0] in kinds}


# ---- personas


def test_without_drafts_personas_and_journeys_are_not_listed(document: Document) -> None:
    every = comparing.compare(document.snapshot(), *departments(document))
    assert not [p for p in every if p.item[0] in ("persona_sets", "journeys")]


def test_a_field_that_one_department_drafted_differs_from_what_the_other_goes_along_with(document: Document) -> None:
    personas.write_field(document, SELECTOR, "goal", "残業を減らす")
    persona_drafts.write_draft(document, SELECTOR, "field-sales", "goal", "受注の抜けをなくす")
    found = open_points(document)
    assert {place: p.texts for place, p in found.items()} == {
        f"{SELECTOR}/goal": ("残業を減らす", "残業を減らす", "受注の抜けをなくす")}
    assert found[f"{SELECTOR}/goal"].about == "選定者：ゴール"


def test_places_on_a_scale_and_parts_are_drafted_told_in_words_and_taken(document: Document) -> None:
    committee.place_on_scale(document, SELECTOR, "caution", -1)
    persona_drafts.write_draft(document, SELECTOR, "field-sales", "(scale:caution)", "2")
    persona_drafts.write_draft(document, SELECTOR, "field-sales", "(part)", "decides")
    found = open_points(document)
    assert {place: p.texts[1:] for place, p in found.items()} == {
        f"{SELECTOR}/(part)": ("調べて伝える人", "決める人"), f"{SELECTOR}/(scale:caution)": ("即断 1", "慎重 2")}
    for point in found.values():
        comparing.take(document, point, "right", *departments(document))
    person = document.get("personas", SELECTOR) or {}
    assert (person["scale.caution"], person["part"]) == (2, "decides")
    assert not open_points(document)


def test_two_places_on_a_scale_meet_in_the_middle(document: Document) -> None:
    persona_drafts.write_draft(document, SELECTOR, "marketing", "(scale:it)", "-2")
    persona_drafts.write_draft(document, SELECTOR, "field-sales", "(scale:it)", "2")
    (point,) = open_points(document).values()
    comparing.merge(document, point, *departments(document))
    assert (document.get("personas", SELECTOR) or {})["scale.it"] == 0


def test_the_route_is_drafted_as_lines_and_taken_as_steps(document: Document) -> None:
    committee.add_step(document, SET, "課長", person=SELECTOR, amount=1_000_000, days=3)
    kept = document.snapshot().all("approval_steps")[0]["id"]
    persona_drafts.write_draft(document, SET, "field-sales", "(route)", "課長 / 選定者 / 50万円 / 2日\n役員会 / 決裁者 / 1,000万円")
    point = open_points(document)[f"{SET}/{ROUTE.id}"]
    assert point.texts[1:] == ("課長 / 選定者 / 100万円 / 3日", "課長 / 選定者 / 50万円 / 2日\n役員会 / 決裁者 / 1,000万円")
    comparing.take(document, point, "right", *departments(document))
    steps = document.snapshot().all("approval_steps", set=SET)
    assert [(s["name"], s["person"], s["amount"], s["days"]) for s in steps] == [
        ("課長", SELECTOR, 500_000, 2), ("役員会", APPROVER, 10_000_000, None)]
    assert steps[0]["id"] == kept
    document.undo()
    assert document.snapshot().all("approval_steps")[0]["amount"] == 1_000_000


def test_the_order_of_the_route_is_a_difference(document: Document) -> None:
    for name in ("課長", "部長"):
        committee.add_step(document, SET, name)
    persona_drafts.write_draft(document, SET, "field-sales", "(route)", "部長\n課長")
    comparing.take(document, open_points(document)[f"{SET}/(route)"], "right", *departments(document))
    assert [s["name"] for s in document.snapshot().all("approval_steps", set=SET)] == ["部長", "課長"]


def test_arrows_between_people_come_over_from_a_second_file(document: Document) -> None:
    other = copy_of(document)
    committee.influence(other, SELECTOR, APPROVER, "稟議書の下書き")
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    point = open_points(document, sides)[f"{SET}/(influences)"]
    assert point.texts[1:] == ("", "選定者 → 決裁者: 稟議書の下書き")
    comparing.take(document, point, "right", *sides)
    assert [arrow[1:] for arrow in committee.influences(document.snapshot(), SET)] == [(SELECTOR, APPROVER, "稟議書の下書き")]


def test_what_is_settled_here_is_settled_among_the_drafts_of_the_personas_too(document: Document) -> None:
    persona_drafts.write_draft(document, SELECTOR, "marketing", "goal", "残業を減らす")
    persona_drafts.write_draft(document, SELECTOR, "field-sales", "goal", "受注の抜けをなくす")
    (point,) = open_points(document).values()
    comparing.take(document, point, "right", *departments(document))
    left, right = departments(document)
    sides = [persona_drafts.DraftSide(s.key, s.name, s.snapshot, s.department) for s in (left, right)]
    place = next(p for p in persona_places(document.snapshot(), SET, *sides) if p.id == point.place)
    assert not place.open
    assert place.settled is not None
    assert place.settled.choice == "field-sales"


def test_a_person_that_only_the_other_file_has_comes_with_all_that_is_said_of_it(document: Document) -> None:
    other = copy_of(document)
    legal = personas.add_person(other, SET, "法務", "契約を確かめる人")
    personas.write_field(other, legal, "goal", "約款の例外をなくす")
    notes.add_note(other, NewNote(Place(legal, field="concerns"), "データの所在"))
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    (point,) = open_points(document, sides).values()
    assert (point.place, point.about, point.texts) == (f"{legal}/(person)", "人物", ("", "", "法務"))
    comparing.take(document, point, "right", *sides)
    person = document.get("personas", legal) or {}
    assert (person["name"], person["field.goal"]) == ("法務", "約款の例外をなくす")
    assert [n["text"] for n in document.snapshot().all("notes", parent=legal)] == ["データの所在"]
    document.undo()
    assert document.get("personas", legal) is None


def test_a_person_that_the_other_file_took_away_stays_or_goes(document: Document) -> None:
    other = copy_of(document)
    personas.delete_person(other, APPROVER)
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    (point,) = open_points(document, sides).values()
    assert point.texts[1:] == ("決裁者", "")
    comparing.take(document, point, "left", *sides)
    assert document.get("personas", APPROVER) is not None
    comparing.take(document, point, "right", *sides)
    assert document.get("personas", APPROVER) is None


# ---- journeys


def draft(document: Document, department: str = "field-sales") -> str:
    return journey_drafts.start_draft(document, "journey", department)


def note(document: Document, text: str, place: Place = CELL) -> str:
    return notes.add_note(document, NewNote(place, text, 2))


def test_a_draft_begins_as_the_joint_journey_and_is_no_item_of_agreement(document: Document) -> None:
    note(document, "連携が不安")
    before = len(document.snapshot().all("notes", parent="journey"))
    id = draft(document)
    assert len(document.snapshot().all("notes", parent=id)) == before
    assert [n["phase"] for n in document.snapshot().all("notes", parent=id)] == ["journey-comparison@field-sales"]
    assert ("journeys", id) not in agreement.items(document.snapshot())
    assert not open_points(document)


def test_notes_written_changed_and_deleted_in_a_draft_are_told_one_by_one(document: Document) -> None:
    changed, gone = note(document, "連携が不安"), note(document, "費用が読めない")
    id = draft(document)
    notes.write_note(document, f"{changed}@field-sales", "基幹との連携が不安")
    notes.delete_notes(document, [f"{gone}@field-sales"])
    new = note(document, "稟議に三か月", Place(id, "journey-approval@field-sales", "journey-issues@field-sales"))
    found = open_points(document)
    assert {place: (p.about, *p.texts[1:]) for place, p in found.items()} == {
        f"note/{changed}": ("比較・検討 › 課題", "連携が不安", "基幹との連携が不安"),
        f"note/{gone}": ("比較・検討 › 課題", "費用が読めない", ""),
        f"note/{new}": ("稟議・決裁 › 課題", "", "稟議に三か月")}


def test_taking_a_note_of_a_draft_puts_it_into_the_joint_journey_in_one_step(document: Document) -> None:
    id = draft(document)
    new = note(document, "稟議に三か月", Place(id, "journey-approval@field-sales", "journey-issues@field-sales"))
    comparing.take(document, open_points(document)[f"note/{new}"], "right", *departments(document))
    there = document.snapshot().all("notes", parent="journey")
    assert [(n["text"], n["phase"], n["lane"], n["colour"]) for n in there] == [("稟議に三か月", "journey-approval", "journey-issues", 2)]
    assert not open_points(document)
    assert document.undo_label == "違いの決定"
    document.undo()
    assert not document.snapshot().all("notes", parent="journey")


def test_a_moved_note_differs_by_its_place_and_goes_there_when_taken(document: Document) -> None:
    moved = note(document, "連携が不安")
    id = draft(document)
    notes.move_notes(document, [f"{moved}@field-sales"], Place(id, "journey-research@field-sales", "journey-issues@field-sales"))
    (point,) = open_points(document).values()
    assert point.texts[1:] == ("連携が不安（比較・検討 › 課題）", "連携が不安（情報収集・学び・関心 › 課題）")
    comparing.take(document, point, "right", *departments(document))
    assert (document.get("notes", moved) or {})["phase"] == "journey-research"


def test_two_wordings_of_a_note_are_merged_or_left_to_a_talk(document: Document) -> None:
    id = note(document, "連携が不安")
    draft(document, "marketing")
    draft(document)
    notes.write_note(document, f"{id}@marketing", "連携を試したい")
    notes.write_note(document, f"{id}@field-sales", "連携の費用が不安")
    (point,) = open_points(document).values()
    comparing.discuss(document, point, *departments(document), comment="来週の会議で")
    (waiting,) = open_points(document).values()
    assert waiting.choice == "discuss"
    assert (document.get("notes", id) or {})["text"] == "連携が不安"
    comparing.merge(document, waiting, *departments(document))
    assert (document.get("notes", id) or {})["text"] == "連携を試したい\n連携の費用が不安"
    assert not open_points(document)


def test_a_third_wording_of_a_note_is_written_where_the_note_lies(document: Document) -> None:
    id = note(document, "連携が不安")
    draft(document)
    notes.write_note(document, f"{id}@field-sales", "連携の費用が不安")
    (point,) = open_points(document).values()
    comparing.take_third(document, point, *departments(document), "連携の手間と費用")
    joint = document.get("notes", id) or {}
    assert (joint["text"], joint["phase"]) == ("連携の手間と費用", "journey-comparison")


def test_a_note_from_a_second_file_brings_the_phase_that_it_lies_in(document: Document) -> None:
    other = copy_of(document)
    phase = journeys.add_phase(other, "journey", "試用", after="journey-comparison")
    new = note(other, "二週間試す", Place("journey", phase, "journey-issues"))
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    found = open_points(document, sides)
    assert set(found) == {f"phase/{phase}", f"note/{new}"}
    comparing.take(document, found[f"note/{new}"], "right", *sides)
    assert (document.get("phases", phase) or {})["name"] == "試用"
    assert (document.get("notes", new) or {})["phase"] == phase


def test_points_of_emotion_are_compared_and_taken(document: Document) -> None:
    other = copy_of(document)
    journeys.set_emotion(other, "journey", "approver", "journey-approval", -1.5)
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    (point,) = open_points(document, sides).values()
    assert (point.about, point.texts[2]) == ("感情：決裁者、稟議・決裁", "-1.5")
    comparing.take(document, point, "right", *sides)
    assert (document.get("journeys", "journey") or {})["emotion.approver.journey-approval"] == -1.5


def texts_in(document: Document, journey: str = "journey") -> list[str]:
    return [n["text"] for n in document.snapshot().all("notes", parent=journey)]


def in_draft(id: str, department: str = "field-sales") -> str:
    return f"{id}@{department}"


def test_a_draft_begins_with_the_arrows_of_the_joint_journey(document: Document) -> None:
    one, other = note(document, "連携が不安"), note(document, "試したい")
    links.connect(document, [one, other], "説明")
    id = draft(document)
    assert not open_points(document)
    journey_drafts.delete_draft(document, id)
    assert len(document.snapshot().all("links")) == 1


def test_arrows_that_only_one_draft_has_or_names_otherwise_are_told_and_taken(document: Document) -> None:
    one, other, third = note(document, "連携が不安"), note(document, "試したい"), note(document, "決める")
    (kept,) = links.connect(document, [one, other], "説明")
    draft(document, "marketing")
    draft(document)
    links.name_arrow(document, in_draft(kept), "引き継ぎ")
    links.connect(document, [in_draft(other), in_draft(third)])
    found = open_points(document)
    named, new = f"arrow/{'>'.join(sorted((one, other)))}", f"arrow/{'>'.join(sorted((other, third)))}"
    assert {place: (p.about, *p.texts[1:]) for place, p in found.items()} == {
        named: ("引き継ぎの矢印", "連携が不安 → 試したい（説明）", "連携が不安 → 試したい（引き継ぎ）"),
        new: ("引き継ぎの矢印", "", "試したい → 決める")}
    comparing.merge(document, found[named], *departments(document))
    assert (document.get("links", kept) or {})["label"] == "説明／引き継ぎ"
    comparing.take(document, found[new], "right", *departments(document))
    made = [a for a in document.snapshot().all("links") if a["source"] == ["notes", other]]
    assert [a["target"] for a in made] == [["notes", third]]
    assert not open_points(document)
    document.undo()
    assert not [a for a in document.snapshot().all("links") if a["source"] == ["notes", other]]


def test_an_arrow_that_a_draft_turned_or_took_away_is_turned_or_goes(document: Document) -> None:
    one, other, third = note(document, "連携が不安"), note(document, "試したい"), note(document, "決める")
    turned, gone = links.connect(document, [one, other, third])
    draft(document)
    links.remove_arrow(document, in_draft(turned))
    links.remove_arrow(document, in_draft(gone))
    links.connect(document, [in_draft(other), in_draft(one)])
    for point in open_points(document).values():
        comparing.take(document, point, "right", *departments(document))
    joint = [a for a in document.snapshot().all("links") if "@" not in a["source"][1]]
    assert [(a["source"][1], a["target"][1]) for a in joint] == [(other, one)]


def test_an_arrow_to_a_note_that_only_the_other_file_has_brings_the_note(document: Document) -> None:
    one = note(document, "連携が不安")
    other = copy_of(document)
    phase = journeys.add_phase(other, "journey", "試用", after="journey-comparison")
    new = note(other, "二週間試す", Place("journey", phase, "journey-issues"))
    links.connect(other, [one, new])
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    arrow = next(p for place, p in open_points(document, sides).items() if place.startswith("arrow/"))
    comparing.take(document, arrow, "right", *sides)
    assert (document.get("notes", new) or {})["phase"] == phase
    assert [a["target"] for a in document.snapshot().all("links")] == [["notes", new]]


def test_another_order_of_the_notes_in_a_cell_is_one_difference(document: Document) -> None:
    first, second, third, fourth = (note(document, text) for text in ("最初", "二番", "三番", "四番"))
    id = draft(document)
    cell = Place(id, in_draft("journey-comparison"), in_draft("journey-issues"))
    notes.move_notes(document, [in_draft(third)], cell, after=in_draft(first), before=in_draft(second))
    added = note(document, "五番", cell)
    found = open_points(document)
    point = found.pop("order/journey-comparison/journey-issues")
    assert set(found) == {f"note/{added}"}
    assert (point.about, *point.texts) == ("比較・検討 › 課題の並び順", "二番 → 三番", "二番 → 三番", "三番 → 二番")
    comparing.take(document, point, "right", *departments(document))
    assert texts_in(document) == ["最初", "三番", "二番", "四番"]
    comparing.take(document, found[f"note/{added}"], "right", *departments(document))
    assert texts_in(document)[-1] == "五番"
    assert not open_points(document)
    assert [first, fourth] == [n["id"] for n in document.snapshot().all("notes", parent="journey") if n["text"] in ("最初", "四番")]


def test_two_orders_meet_in_the_middle_or_wait_for_a_talk(document: Document) -> None:
    first, second, third = (note(document, text) for text in ("最初", "二番", "三番"))
    for department in ("marketing", "field-sales"):
        draft(document, department)
    cells = {d: Place(in_draft("journey", d), in_draft("journey-comparison", d), in_draft("journey-issues", d)) for d in ("marketing", "field-sales")}
    notes.move_notes(document, [in_draft(third)], cells["field-sales"], before=in_draft(first))
    notes.move_notes(document, [in_draft(second, "marketing")], cells["marketing"], before=in_draft(first, "marketing"))
    (point,) = open_points(document).values()
    comparing.discuss(document, point, *departments(document))
    assert texts_in(document) == ["最初", "二番", "三番"]
    comparing.merge(document, next(iter(open_points(document).values())), *departments(document))
    assert texts_in(document) == ["二番", "最初", "三番"]
    assert not open_points(document)


def test_phases_and_lanes_in_another_order_are_told_by_name_and_put_so(document: Document) -> None:
    draft(document)
    before = [r["name"] for r in document.snapshot().all("phases", journey="journey")]
    journeys.move_phase(document, in_draft("journey-approval"), after=in_draft("journey-research"))
    journeys.move_lane(document, in_draft("journey-issues"), after=None)
    found = open_points(document)
    assert set(found) == {"order/phases", "order/lanes"}
    assert found["order/phases"].about == "フェーズの並び順"
    assert found["order/phases"].texts[2].startswith("稟議・決裁 → ")
    for point in found.values():
        comparing.take(document, point, "right", *departments(document))
    after = [r["name"] for r in document.snapshot().all("phases", journey="journey")]
    assert after == [r["name"] for r in document.snapshot().all("phases", journey=in_draft("journey"))] != before
    assert next(r["name"] for r in document.snapshot().all("lanes", journey="journey")) == "課題"


def test_a_phase_from_a_second_file_comes_where_it_stands_there(document: Document) -> None:
    other = copy_of(document)
    phase = journeys.add_phase(other, "journey", "試用", after="journey-comparison")
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    comparing.take(document, open_points(document, sides)[f"phase/{phase}"], "right", *sides)
    assert [r["id"] for r in document.snapshot().all("phases", journey="journey")] == [
        r["id"] for r in other.snapshot().all("phases", journey="journey")]


def test_a_clause_of_a_definition_cannot_be_merged(document: Document) -> None:
    point = Point(("terms", "t"), "agreed", "wording", "商談", ("", "a", "b"), ("", "a", "b"))
    with pytest.raises(InputError):
        comparing.merge(document, point, *departments(document))


def test_deleting_a_draft_leaves_the_joint_journey(document: Document) -> None:
    note(document, "連携が不安")
    id = draft(document)
    journey_drafts.delete_draft(document, id)
    assert document.get("journeys", id) is None
    assert not document.snapshot().all("phases", journey=id)
    assert len(document.snapshot().all("notes", parent="journey")) == 1


def test_a_file_is_compared_note_by_note(tmp_path: Path, document: Document) -> None:
    other = copy_of(document)
    note(other, "連携が不安")
    told = comparing.to_json(comparing.compare(document.snapshot(), *comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")),
                             *comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen"))
    (line,) = [each for each in told["points"] if each["differs"]]
    assert (line["item"], line["part"], line["about"], line["right"]) == ("journeys/journey", "note", "比較・検討 › 課題", "連携が不安")


def test_drafts_go_with_the_journey_that_they_are_of(document: Document) -> None:
    id = draft(document)
    journeys.delete_journey(document, "journey")
    assert document.get("journeys", id) is None
    document.undo()
    assert {j["id"] for j in document.snapshot().all("journeys")} == {"journey", id}


def test_a_journey_and_a_committee_that_only_the_other_file_has_come_over_whole(document: Document) -> None:
    other = copy_of(document)
    made = journeys.create_journey(other, "解約防止", set_id=personas.add_set(other, "既存顧客"))
    lane, phase = other.snapshot().all("lanes", journey=made)[0]["id"], other.snapshot().all("phases", journey=made)[0]["id"]
    note(other, "問い合わせが減る", Place(made, phase, lane))
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    found = open_points(document, sides)
    assert [p.texts[2] for p in found.values()] == ["企業", "選定者", "決定者", "決裁者", "解約防止"]
    for point in found.values():
        comparing.take(document, point, "right", *sides)
    assert [n["text"] for n in document.snapshot().all("notes", parent=made)] == ["問い合わせが減る"]
    assert [s.get("name") for s in document.snapshot().all("persona_sets")][-1] == "既存顧客"
    assert not open_points(document, comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen"))


def test_a_journey_that_the_other_file_took_away_can_go_here_too(document: Document) -> None:
    other = copy_of(document)
    journeys.delete_journey(other, "journey")
    sides = comparing.copies(document.snapshot(), other.snapshot(), "大西.fusen")
    (point,) = open_points(document, sides).values()
    assert point.texts[1]
    assert not point.texts[2]
    comparing.take(document, point, "right", *sides)
    assert document.get("journeys", "journey") is None
