"""One gesture, one transaction: all of it or nothing, and one news of it (D20 to D36)."""

from __future__ import annotations

import threading

import pytest

from fusenapp.document import Changes, Document
from fusenapp.errors import InputError, InternalFault
from tests.unit.document.people import note, person


def test_a_gesture_is_one_change_and_one_update() -> None:
    a = person()
    with a.document.edit("持ち寄る") as edit:
        lane = edit.create("lanes", {"name": "行動"})
        edit.create("notes", {"text": "x", "lane": lane}, "n1")
        edit.set("notes", "n1", colour=2)
    assert len(a.updates) == len(a.changes) == 1
    assert a.changes[0] == Changes(frozenset({("lanes", lane), ("notes", "n1")}), {}, frozenset(), "local", "持ち寄る")
    assert (a.updates[0].label, a.updates[0].author.person, a.updates[0].origin) == ("持ち寄る", "佐藤", "local")


def test_changes_name_the_fields_without_the_stamps() -> None:
    a = person()
    note(a.document)
    with a.document.edit("set") as edit:
        edit.set("notes", "n1", colour=4, text="新しい")
    assert a.changes[-1].updated == {("notes", "n1"): frozenset({"colour", "text"})}
    assert a.changes[-1].keys("notes") == {"n1"}


def test_reads_inside_see_what_was_written_so_far_and_readers_outside_do_not() -> None:
    document = person().document
    note(document)
    with document.edit("many") as edit:
        edit.set("notes", "n1", colour=9)
        edit.create("notes", {"text": "y", "colour": 9}, "n2")
        edit.delete("notes", "n2")
        edit.create("notes", {"colour": 9}, "n3")
        assert (edit.get("notes", "n1") or {})["colour"] == 9
        assert edit.get("notes", "n2") is None
        assert [r["id"] for r in edit.all("notes", colour=9)] == ["n1", "n3"]
        assert set(edit.snapshot().records["notes"]) == {"n1", "n3"}
        assert (document.get("notes", "n1") or {})["colour"] == 1
        assert set(document.snapshot().records["notes"]) == {"n1"}
    assert set(document.snapshot().records["notes"]) == {"n1", "n3"}


def test_an_exception_takes_the_whole_gesture_back() -> None:
    a = person()
    note(a.document)
    state, snapshot = a.document.state(), a.document.snapshot()
    with pytest.raises(ZeroDivisionError), a.document.edit("half") as edit:  # noqa: PT012 - it must fail half way
        edit.create("notes", {"text": "x"})
        edit.set("notes", "n1", colour=7)
        _ = 1 / 0
    assert a.document.state() == state
    assert a.document.snapshot() is snapshot
    assert len(a.changes) == len(a.updates) == 1
    assert a.document.undo_label == "付箋の追加"


def test_a_gesture_inside_another_joins_it() -> None:
    a = person()
    with a.document.edit("outer") as outer:
        outer.create("notes", {}, "n1")
        with a.document.edit("inner") as inner:
            assert inner.get("notes", "n1")
            inner.set("notes", "n1", colour=5)
    assert len(a.changes) == 1
    assert a.document.undo_label == "outer"
    a.document.undo()
    assert a.document.undo_label is None


def test_an_inner_gesture_that_fails_takes_only_itself_back() -> None:
    document = person().document
    with document.edit("outer") as outer:
        outer.create("notes", {"colour": 1}, "n1")
        with pytest.raises(InternalFault), document.edit("inner") as inner:  # noqa: PT012 - it must fail half way
            inner.set("notes", "n1", colour=5)
            inner.create("notes", {}, "n2")
            inner.set("notes", "nowhere", colour=1)
    assert (document.get("notes", "n1") or {})["colour"] == 1
    assert document.get("notes", "n2") is None


def test_a_gesture_that_changes_nothing_makes_no_step() -> None:
    a = person()
    note(a.document, tags=[{"a": 1}])
    with a.document.edit("nothing") as edit:
        edit.set("notes", "n1", colour=1, text="価格が不安", tags=[{"a": 1.0}])
        edit.set("notes", "n1", colour=2)
        edit.set("notes", "n1", colour=1)
        edit.restore("notes", "n1")
    assert len(a.changes) == len(a.updates) == 1
    assert a.document.undo_label == "付箋の追加"


def test_true_is_not_one() -> None:
    document = person().document
    note(document, tags=[1])
    with document.edit("set") as edit:
        edit.set("notes", "n1", tags=[True])
    assert (document.get("notes", "n1") or {})["tags"] == [True]


def test_deletion_is_soft_and_restoring_brings_everything_back() -> None:
    a = person()
    note(a.document, text="消えない")
    before = dict(a.document.get("notes", "n1") or {})
    with a.document.edit("delete") as edit:
        edit.delete("notes", "n1")
        edit.delete("notes", "n1")
    assert a.document.get("notes", "n1") is None
    assert a.changes[-1].removed == {("notes", "n1")}
    assert a.document.everything()["notes"]["n1"]["deleted"][0] == "佐藤"
    with a.document.edit("restore") as edit:
        edit.restore("notes", "n1")
    after = dict(a.document.get("notes", "n1") or {})
    assert a.changes[-1].added == {("notes", "n1")}
    assert {**after, "modified": None} == {**before, "modified": None}


def test_writing_to_what_was_deleted_is_refused_with_a_reason() -> None:
    document = person().document
    note(document)
    with document.edit("delete") as edit:
        edit.delete("notes", "n1")
    with pytest.raises(InputError, match="record-gone"), document.edit("set") as edit:
        edit.set("notes", "n1", colour=2)
    with pytest.raises(InternalFault, match="unknown-record"), document.edit("set") as edit:
        edit.set("notes", "n9", colour=2)


def test_an_id_begins_anew_after_its_deletion_but_is_not_made_twice() -> None:
    document = person().document
    note(document, x=5)
    with document.edit("vote") as edit:
        edit.set_field("notes", "n1", "votes.alice", 1)
    with pytest.raises(InternalFault, match="record-exists"):
        note(document)
    with document.edit("replace") as edit:
        edit.delete("notes", "n1")
        edit.create("notes", {"text": "新"}, "n1")
    record = document.get("notes", "n1")
    assert record is not None
    assert record["text"] == "新"
    assert not {"x", "votes.alice", "colour"} & record.keys()
    document.undo()
    assert (document.get("notes", "n1") or {})["x"] == 5


def test_a_snapshot_is_shared_until_something_changes_and_never_changes_itself() -> None:
    document = person().document
    note(document)
    note(document, "n2")
    first = document.snapshot()
    assert document.snapshot() is first
    with document.edit("set") as edit:
        edit.set("notes", "n1", colour=8)
    second = document.snapshot()
    assert (first.get("notes", "n1") or {})["colour"] == 1
    assert (second.get("notes", "n1") or {})["colour"] == 8
    assert second.get("notes", "n2") is first.get("notes", "n2")
    assert second.records["lanes"] is not None


def test_an_edit_made_by_a_listener_is_told_after_the_first() -> None:
    a = person()
    order: list[str] = []

    def react(changes: Changes) -> None:
        order.append(f"first {changes.label}")
        if changes.label == "付箋の追加":
            with a.document.edit("reaction") as edit:
                edit.set("notes", "n1", colour=6)

    a.document.subscribe(react)
    a.document.subscribe(lambda changes: order.append(f"second {changes.label}"))
    note(a.document)
    assert order == ["first 付箋の追加", "second 付箋の追加", "first reaction", "second reaction"]


def test_a_listener_that_raises_leaves_the_edit_and_the_others_alone() -> None:
    a = person()
    broken = [True]

    def fail(_: object) -> None:
        if broken[0]:
            raise OSError("disk full")

    a.document.on_update(fail)
    with pytest.raises(OSError, match="disk full"):
        note(a.document)
    assert a.document.get("notes", "n1")
    assert len(a.updates) == len(a.changes) == 1
    broken[0] = False
    assert a.document.undo().label == "付箋の追加"


def test_a_listener_can_be_taken_away() -> None:
    a = person()
    heard: list[Changes] = []
    stop = a.document.subscribe(heard.append)
    stop()
    stop()
    note(a.document)
    assert heard == []


def test_a_write_from_another_thread_does_not_join_the_open_gesture() -> None:
    document = person().document
    faults: list[Exception] = []

    def intrude(target: Document) -> None:
        try:
            with target.edit("intruder") as edit:
                edit.create("notes", {}, "n2")
        except InternalFault as fault:
            faults.append(fault)

    with document.edit("mine") as edit:
        edit.create("notes", {}, "n1")
        thread = threading.Thread(target=intrude, args=(document,))
        thread.start()
        thread.join()
    assert [fault.code for fault in faults if isinstance(fault, InternalFault)] == ["wrong-thread"]
    assert set(document.snapshot().records["notes"]) == {"n1"}


def test_votes_of_two_people_both_count() -> None:
    a = person()
    note(a.document)
    b = person("鈴木", state=a.document.state())
    for who, name in ((a, "佐藤"), (b, "鈴木")):
        with who.document.edit("vote") as edit:
            edit.set_field("notes", "n1", f"votes.{name}", 1)
    a.document.apply(b.document.state(), "remote")
    assert a.document.snapshot().family("notes", "n1", "votes") == {"佐藤": 1, "鈴木": 1}
    assert a.changes[-1].origin == "remote"


