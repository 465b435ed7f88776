"""Undo and redo of one's own gestures, with a name, never a silent skip (D50 to D58)."""

from __future__ import annotations

import pytest

from fusenapp.document import Document, Undone
from fusenapp.errors import InternalFault
from tests.unit.document.people import note, person, sync


def _text(document: Document, id: str = "n1") -> str | None:
    record = document.get("notes", id)
    return None if record is None else record["text"]


def _write(document: Document, text: str, label: str = "typing", group: str | None = None) -> None:
    with document.edit(label, group=group) as edit:
        edit.write("notes", "n1", "text", text)


def test_steps_are_named_before_and_after() -> None:
    a = person()
    document = a.document
    assert (document.undo_label, document.redo_label) == (None, None)
    note(document)
    _write(document, "新しい", "本文の編集")
    assert (document.undo_label, document.redo_label) == ("本文の編集", None)
    assert document.undo() == Undone("本文の編集")
    assert (document.undo_label, document.redo_label) == ("付箋の追加", "本文の編集")
    assert (a.changes[-1].origin, a.changes[-1].label) == ("undo", "本文の編集")
    assert document.redo() == Undone("本文の編集")
    assert (a.changes[-1].origin, a.updates[-1].origin) == ("redo", "redo")


def test_nothing_to_undo_says_so() -> None:
    document = person().document
    assert document.undo() == Undone(None)
    assert document.redo() == Undone(None)


def test_listeners_see_the_labels_of_after() -> None:
    document = person().document
    seen: list[tuple[str | None, str | None]] = []
    document.subscribe(lambda _: seen.append((document.undo_label, document.redo_label)))
    note(document)
    document.undo()
    document.redo()
    assert seen == [("付箋の追加", None), (None, "付箋の追加"), ("付箋の追加", None)]


def test_a_new_gesture_ends_what_could_be_redone() -> None:
    document = person().document
    note(document)
    document.undo()
    note(document, "n2")
    assert document.redo_label is None


@pytest.mark.parametrize("run", range(50))
def test_undo_of_a_deletion_restores_the_text(run: int) -> None:
    document = person().document
    note(document, text="")
    for text in ("a", "価格", "価格が不安 😀", f"価格が不安 😀 {run}"):
        _write(document, text)
    with document.edit("delete") as edit:
        edit.delete("notes", "n1")
    document.undo()
    assert _text(document) == f"価格が不安 😀 {run}"
    copy = person(state=document.state()).document
    assert copy.snapshot().records["notes"] == document.snapshot().records["notes"]


def test_undo_of_a_deletion_keeps_what_a_colleague_wrote_meanwhile() -> None:
    a = person().document
    note(a)
    b = person("鈴木", state=a.state()).document
    with b.edit("colour") as edit:
        edit.set("notes", "n1", colour=7)
    with a.edit("delete") as edit:
        edit.delete("notes", "n1")
    sync(a, b)
    a.undo()
    sync(a, b)
    for document in (a, b):
        assert (document.get("notes", "n1") or {})["colour"] == 7
        assert (document.get("notes", "n1") or {})["text"] == "価格が不安"


def test_undo_takes_back_only_ones_own_fields_and_letters() -> None:
    a = person().document
    note(a, text="価格")
    b = person("鈴木", state=a.state()).document
    _write(a, "価格が高い")
    sync(a, b)
    _write(b, "本当に価格が高い？")
    with b.edit("colour") as edit:
        edit.set("notes", "n1", colour=3)
    sync(a, b)
    assert a.undo() == Undone("typing")
    assert _text(a) == "本当に価格？"
    assert (a.get("notes", "n1") or {})["colour"] == 3
    a.redo()
    sync(a, b)
    assert _text(a) == _text(b) == "本当に価格が高い？"


def test_undo_never_skips_to_an_older_step_silently() -> None:
    a = person().document
    note(a)
    with a.edit("colour") as edit:
        edit.set("notes", "n1", colour=2)
    b = person("鈴木", state=a.state()).document
    with b.edit("colour") as edit:
        edit.set("notes", "n1", colour=3)
    sync(a, b)
    assert a.undo() == Undone("colour", skipped=True, left=(("notes", "n1", "colour"),))
    assert (a.get("notes", "n1") or {})["colour"] == 3
    assert (a.undo_label, a.redo_label) == ("付箋の追加", None)


def test_a_step_that_is_partly_overwritten_says_what_was_left() -> None:
    a = person().document
    note(a)
    with a.edit("both") as edit:
        edit.set("notes", "n1", colour=2, x=10)
    b = person("鈴木", state=a.state()).document
    with b.edit("colour") as edit:
        edit.set("notes", "n1", colour=3)
    sync(a, b)
    assert a.undo() == Undone("both", left=(("notes", "n1", "colour"),))
    record = a.get("notes", "n1") or {}
    assert (record["colour"], "x" in record) == (3, False)


@pytest.mark.parametrize("again", [False, True])
def test_undo_does_not_hide_a_note_that_a_colleague_has_worked_on(again: bool) -> None:
    a = person().document
    note(a)
    if again:
        a.undo()
        a.redo()
    b = person("鈴木", state=a.state()).document
    with b.edit("text") as edit:
        edit.write("notes", "n1", "text", "もっと")
    sync(a, b)
    assert a.undo() == Undone("付箋の追加", skipped=True, left=(("notes", "n1", "deleted"),))
    assert _text(a) == "もっと"


def test_a_colleagues_edits_are_not_mine_to_undo() -> None:
    a = person().document
    note(a)
    b = person("鈴木", state=a.state())
    assert b.document.undo_label is None
    note(b.document, "n2")
    sync(a, b.document)
    assert a.undo_label == "付箋の追加"
    a.undo()
    assert set(a.snapshot().records["notes"]) == {"n2"}


def test_typing_within_a_second_is_one_step() -> None:
    a = person()
    note(a.document, text="")
    for at, text in ((0.0, "か"), (0.4, "かか"), (1.2, "かかく"), (2.6, "かかくが")):
        a.seconds = at
        _write(a.document, text, group="note:n1:text")
    assert len(a.updates) == 5
    a.document.undo()
    assert _text(a.document) == "かかく"
    a.document.undo()
    assert _text(a.document) == ""
    a.document.redo()
    assert _text(a.document) == "かかく"


def test_typing_elsewhere_or_a_colleague_in_between_begins_a_new_step() -> None:
    a = person()
    note(a.document, text="")
    _write(a.document, "a", group="one")
    _write(a.document, "ab", group="two")
    b = person("鈴木", state=a.document.state()).document
    with b.edit("text") as edit:
        edit.write("notes", "n1", "text", "ab!")
    sync(a.document, b)
    _write(a.document, "abc!", group="two")
    a.document.undo()
    assert _text(a.document) == "ab!"
    a.document.undo()
    assert _text(a.document) == "a!"


def test_typing_that_came_back_to_where_it_began_is_no_step() -> None:
    document = person().document
    note(document, text="x")
    _write(document, "xy", group="g")
    _write(document, "x", group="g")
    assert document.undo_label == "付箋の追加"


def test_undo_inside_a_gesture_is_a_bug() -> None:
    document = person().document
    note(document)
    with pytest.raises(InternalFault, match="edit-open"), document.edit("x"):
        document.undo()


def test_undo_takes_who_and_when_back_too() -> None:
    document = person().document
    note(document)
    before = (document.get("notes", "n1") or {})["modified"]
    _write(document, "x")
    document.undo()
    assert (document.get("notes", "n1") or {})["modified"] == before


def test_what_is_kept_is_not_undone_any_more_and_what_comes_after_is() -> None:
    document = person().document
    note(document)
    document.keep()
    assert (document.undo_label, document.undo()) == (None, Undone(None))
    _write(document, "新しい", "本文の編集")
    assert document.undo() == Undone("本文の編集")
    assert document.undo() == Undone(None)
    assert _text(document) is not None
