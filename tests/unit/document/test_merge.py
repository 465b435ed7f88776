"""Merging two copies edited apart (D80 to D89)."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from fusenapp.document import Document, Edit
from fusenapp.document.compare import conflict_id
from fusenapp.document.merge import Merged, three_way
from fusenapp.errors import InputError
from tests.unit.document.people import note, person

Gesture = Callable[[Edit], object]


def _merge(start: Gesture | None, ours: Gesture, theirs: Gesture, *, known: bool = True) -> tuple[Merged, Document, Document]:
    """Both sides edit a copy of one document; the merge in both orders, which must agree."""
    base = person("base").document
    if start is not None:
        with base.edit("start") as edit:
            start(edit)
    a, b = (person(name, department, base.state()).document for name, department in (("佐藤", "marketing"), ("鈴木", "field-sales")))
    for document, gesture in ((a, ours), (b, theirs)):
        with document.edit("apart") as edit:
            gesture(edit)
    common = base.state() if known else None
    merged, reverse = three_way(common, a.state(), b.state()), three_way(common, b.state(), a.state())
    assert _records(merged) == _records(reverse)
    assert merged.both_changed == reverse.both_changed
    return merged, a, b


def _records(merged: Merged) -> dict[str, dict[str, object]]:
    document = person("reader", state=merged.state).document
    return {kind: {id: dict(record) for id, record in records.items()} for kind, records in document.snapshot().records.items()}


def _note(edit: Edit) -> None:
    edit.create("notes", {"text": "従業員数", "colour": 1, "lane": "l1"}, "n1")


def test_what_only_one_side_changed_comes_in_without_a_question() -> None:
    merged, _, _ = _merge(
        lambda edit: (_note(edit), edit.create("notes", {"text": "old"}, "n2")),
        lambda edit: (edit.set("notes", "n1", colour=2), edit.create("notes", {"text": "ours"}, "mine")),
        lambda edit: (edit.set("notes", "n1", lane="l2"), edit.create("notes", {"text": "theirs"}, "other"), edit.delete("notes", "n2")),
    )
    notes = _records(merged)["notes"]
    assert (notes["n1"]["colour"], notes["n1"]["lane"]) == (2, "l2")  # type: ignore[index]
    assert set(notes) == {"n1", "mine", "other"}
    assert merged.both_changed == []
    assert (merged.added, merged.removed) == ([("notes", "other")], [("notes", "n2")])
    assert merged.changed == [("notes", "n1", "lane")]


def test_a_field_that_both_set_keeps_both_values_and_their_authors() -> None:
    merged, _, _ = _merge(_note, lambda e: e.set("notes", "n1", colour=50), lambda e: e.set("notes", "n1", colour=100))
    (found,) = merged.both_changed
    assert (found.kind, found.id, found.field, found.base) == ("notes", "n1", "colour", 1)
    assert {(found.a, found.a_author), (found.b, found.b_author)} == {(50, "佐藤"), (100, "鈴木")}
    assert found.kept in (50, 100)
    record = _records(merged)["conflicts"][found.conflict]
    assert isinstance(record, dict)
    assert (record["item"], record["field"], record["base"]) == (["notes", "n1"], "colour", 1)
    assert {record["a"], record["b"]} == {50, 100}
    assert record["kept"] == found.kept == _records(merged)["notes"]["n1"]["colour"]  # type: ignore[index]
    assert record["at"].startswith("2026-04-01T09:00")


def test_the_same_value_on_both_sides_is_agreement() -> None:
    merged, _, _ = _merge(_note, lambda e: e.set("notes", "n1", colour=5), lambda e: e.set("notes", "n1", colour=5))
    assert merged.both_changed == []


def test_a_text_that_both_wrote_holds_the_letters_of_both() -> None:
    merged, _, _ = _merge(_note, lambda e: e.write("notes", "n1", "text", "平均の従業員数"), lambda e: e.write("notes", "n1", "text", "従業員数は50以上"))
    (found,) = merged.both_changed
    assert found.kept == "平均の従業員数は50以上"
    assert {found.a, found.b} == {"平均の従業員数", "従業員数は50以上"}


@pytest.mark.parametrize("deleter_is_ours", [True, False])
def test_work_on_a_record_wins_over_its_deletion(deleter_is_ours: bool) -> None:
    def delete(edit: Edit) -> None:
        edit.set("notes", "n1", colour=9)
        edit.delete("notes", "n1")

    def work(edit: Edit) -> None:
        edit.write("notes", "n1", "text", "従業員数 100")

    sides = (delete, work) if deleter_is_ours else (work, delete)
    merged, _, _ = _merge(_note, *sides)
    record = _records(merged)["notes"]["n1"]
    assert isinstance(record, dict)
    assert (record["text"], record["colour"]) == ("従業員数 100", 9)
    assert merged.revived == [("notes", "n1")]
    assert merged.added == ([("notes", "n1")] if deleter_is_ours else [])
    (found,) = merged.both_changed
    assert (found.field, found.kept) == ("deleted", None)
    assert {found.a_author, found.b_author} == {"佐藤", "鈴木"}


def test_a_lane_that_one_side_deleted_stays_for_the_note_that_the_other_put_into_it() -> None:
    def start(edit: Edit) -> None:
        edit.create("journeys", {"name": "購買"}, "j1")
        edit.create("lanes", {"name": "行動", "journey": "j1"}, "l1")
        edit.create("lanes", {"name": "課題", "journey": "j1"}, "l2")

    def tidy(edit: Edit) -> None:
        for kind, id in (("journeys", "j1"), ("lanes", "l1"), ("lanes", "l2")):
            edit.delete(kind, id)

    merged, _, _ = _merge(start, tidy, lambda edit: edit.create("notes", {"text": "新", "lane": "l1"}, "n9"))
    assert set(_records(merged)["lanes"]) == {"l1"}
    assert set(_records(merged)["journeys"]) == {"j1"}
    assert merged.revived == [("journeys", "j1"), ("lanes", "l1")]


def test_deleted_on_both_sides_stays_deleted() -> None:
    merged, _, _ = _merge(_note, lambda e: e.delete("notes", "n1"), lambda e: (e.set("notes", "n1", colour=7), e.delete("notes", "n1")))
    assert _records(merged)["notes"] == {}
    assert merged.both_changed == []


@pytest.mark.parametrize("run", range(12))
def test_a_record_that_both_made_keeps_the_fields_of_both(run: int) -> None:
    """The engine keeps one of the two maps, by chance of the session's number; the other's fields are put back."""
    random.seed(run)
    merged, a, b = _merge(
        None,
        lambda e: e.create("handover", {"attempts": 3, "first_contact_hours": 24}, "handover"),
        lambda e: e.create("handover", {"attempts": 5, "recycling": "三か月後に再連絡", "feedback_hours": 48}, "handover"),
    )
    record = _records(merged)["handover"]["handover"]
    assert isinstance(record, dict)
    assert (record["first_contact_hours"], record["feedback_hours"], record["recycling"]) == (24, 48, "三か月後に再連絡")
    assert [(found.field, {found.a, found.b}) for found in merged.both_changed] == [("attempts", {3, 5})]
    both = three_way(None, merged.state, three_way(None, b.state(), a.state()).state)
    assert _records(both)["handover"] == _records(merged)["handover"]


@pytest.mark.parametrize("run", range(12))
def test_a_text_of_a_family_that_both_began_is_not_lost(run: int) -> None:
    merged, _, _ = _merge(
        lambda e: e.create("terms", {"name": "リード"}, "t1"),
        lambda e: e.write("terms", "t1", "wording.marketing", f"見込み客 {run}"),
        lambda e: e.write("terms", "t1", "wording.marketing", "商談の相手"),
    )
    (found,) = merged.both_changed
    assert {found.a, found.b} == {f"見込み客 {run}", "商談の相手"}


def test_moves_and_stamps_are_no_questions() -> None:
    merged, _, _ = _merge(_note, lambda e: e.set("notes", "n1", order="a5"), lambda e: e.set("notes", "n1", order="a7"))
    assert merged.both_changed == []


def test_merging_again_brings_nothing_new() -> None:
    merged, a, b = _merge(_note, lambda e: e.set("notes", "n1", colour=50), lambda e: e.set("notes", "n1", colour=100))
    for again in (three_way(None, merged.state, b.state()), three_way(a.state(), a.state(), merged.state)):
        assert again.both_changed == []
        assert _records(again) == _records(merged)
    assert three_way(None, merged.state, b.state()).changed == []


def test_a_conflict_that_was_settled_stays_settled() -> None:
    merged, a, b = _merge(_note, lambda e: e.set("notes", "n1", colour=50), lambda e: e.set("notes", "n1", colour=100))
    conflict = merged.both_changed[0].conflict
    a.apply(merged.state, "merge")
    with a.edit("settle") as edit:
        edit.set("notes", "n1", colour=100)
        edit.set("conflicts", conflict, settled="佐藤")
    with b.edit("more") as edit:
        edit.set("notes", "n1", x=1)
    again = three_way(b.state(), a.state(), b.state())
    assert again.both_changed == []
    assert _records(again)["conflicts"][conflict]["settled"] == "佐藤"  # type: ignore[index]


def test_without_a_common_base_every_difference_is_a_question() -> None:
    merged, _, _ = _merge(_note, lambda e: e.set("notes", "n1", colour=50), lambda e: e.set("notes", "n1", lane="l2"), known=False)
    assert {found.field for found in merged.both_changed} == {"colour", "lane"}


def test_the_number_of_a_conflict_is_the_same_for_both_sides() -> None:
    one = conflict_id("notes", "n1", "colour", 1, 50, 100)
    assert one == conflict_id("notes", "n1", "colour", 1, 100, 50)
    assert one != conflict_id("notes", "n1", "colour", 2, 50, 100)


def test_a_merge_can_be_taken_into_an_open_document_and_undo_goes_on() -> None:
    merged, a, _ = _merge(_note, lambda e: e.set("notes", "n1", colour=50), lambda e: e.set("notes", "n1", lane="l2"))
    origins: list[str] = []
    a.subscribe(lambda changes: origins.append(changes.origin))
    a.apply(merged.state, "merge")
    a.undo()
    assert origins == ["merge", "undo"]
    record = a.get("notes", "n1") or {}
    assert (record["colour"], record["lane"]) == (1, "l2")


@pytest.mark.parametrize("theirs", [b"", b"\x00", b"damaged", b"\x01" * 100])
def test_a_damaged_copy_is_refused(theirs: bytes) -> None:
    document = person().document
    note(document)
    with pytest.raises(InputError, match="bad-update"):
        three_way(None, document.state(), theirs)


def test_stamps_of_any_shape_from_the_other_side_do_no_harm() -> None:
    from pycrdt import Doc, Map

    base = person().document
    note(base)
    ours = person(state=base.state()).document
    doc: Doc[Map[object]] = Doc()
    doc.apply_update(base.state())
    record = doc.get("notes", type=Map)["n1"]
    assert isinstance(record, Map)
    for name, value in (("modified", 5), ("deleted", "yes"), ("colour", "red"), ("tags", [1])):
        record[name] = value
    with ours.edit("colour") as edit:
        edit.set("notes", "n1", colour=3)
    merged = three_way(base.state(), ours.state(), doc.get_update())
    assert {found.field for found in merged.both_changed} == {"colour", "deleted"}


def test_two_thousand_edits_on_each_side_are_merged_in_seconds() -> None:
    base = person("base").document
    with base.edit("start") as edit:
        ids = [edit.create("notes", {"text": f"付箋 {number}", "colour": 1, "lane": "l1"}) for number in range(3000)]
    a, b = person("佐藤", state=base.state()).document, person("鈴木", state=base.state()).document
    dice = random.Random(1)
    for document, first in ((a, 100), (b, 1000)):
        with document.edit("apart") as edit:
            for number, id in enumerate(dice.sample(ids, 1000)):
                edit.set("notes", id, colour=first + number)
    merged = three_way(base.state(), a.state(), b.state())
    both = set(_touched(a, base)) & set(_touched(b, base))
    assert {(found.kind, found.id) for found in merged.both_changed} == {("notes", id) for id in both}
    assert len(both) > 200


def _touched(document: Document, base: Document) -> list[str]:
    return [id for id, record in document.snapshot().records["notes"].items() if record != base.get("notes", id)]
