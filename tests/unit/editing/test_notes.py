"""What people do with sticky notes: each gesture is one step, and undo takes back just that."""

import pytest

from fusenapp.document import Author, Document
from fusenapp.editing import notes, templates
from fusenapp.editing.notes import NewNote, Place

ACTIONS = Place("journey", "journey-awareness", "journey-actions", "selector")
NEXT = Place("journey", "journey-research", "journey-actions", "selector")


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐倉", "marketing"))
    templates.build(made, "b2b", "テスト")
    return made


def texts(document: Document, place: Place) -> list[str]:
    return [note["text"] for note in notes.notes_in(document, place)]


def write(document: Document, *words: str, place: Place = ACTIONS) -> list[str]:
    return notes.add_notes(document, [NewNote(place, word) for word in words])


def test_a_note_knows_who_wrote_it_and_from_which_department(document):
    note = document.get("notes", notes.add_note(document, NewNote(ACTIONS, "月末の残業を集計する", 3)))
    assert (note["text"], note["colour"], note["author"], note["department"]) == ("月末の残業を集計する", 3, "佐倉", "marketing")
    assert note["created"]


def test_a_new_note_goes_to_the_end_or_between_its_neighbours(document):
    first, last = write(document, "一", "三")
    notes.add_note(document, NewNote(ACTIONS, "二"), after=first, before=last)
    notes.add_note(document, NewNote(ACTIONS, "四"))
    assert texts(document, ACTIONS) == ["一", "二", "三", "四"]


def test_many_notes_are_one_step(document):
    write(document, "一", "二", "三")
    assert document.undo_label == "付箋3枚の貼り付け"
    document.undo()
    assert texts(document, ACTIONS) == []


def test_notes_move_to_another_cell_in_their_order_and_come_back(document):
    a, b, _ = write(document, "一", "二", "三")
    write(document, "先客", place=NEXT)
    notes.move_notes(document, [b, a], NEXT)
    assert (texts(document, ACTIONS), texts(document, NEXT)) == (["三"], ["先客", "二", "一"])
    document.undo()
    assert (texts(document, ACTIONS), texts(document, NEXT)) == (["一", "二", "三"], ["先客"])


def test_a_note_moves_between_two_others(document):
    a, b, c = write(document, "一", "二", "三")
    notes.move_notes(document, [c], ACTIONS, after=a, before=b)
    assert texts(document, ACTIONS) == ["一", "三", "二"]


def test_notes_of_several_cells_move_each_to_its_own_place_in_one_step(document):
    a, = write(document, "一")
    b, = write(document, "二", place=NEXT)
    notes.spread_notes(document, {a: NEXT, b: ACTIONS})
    assert (texts(document, ACTIONS), texts(document, NEXT)) == (["二"], ["一"])
    document.undo()
    assert (texts(document, ACTIONS), texts(document, NEXT)) == (["一"], ["二"])


def test_a_copy_lies_right_after_its_original(document):
    a, _ = write(document, "一", "二")
    copies = notes.duplicate_notes(document, [a])
    assert texts(document, ACTIONS) == ["一", "一", "二"]
    assert notes.notes_in(document, ACTIONS)[1]["id"] == copies[0] != a


def test_copies_can_go_to_another_place(document):
    a, b = write(document, "一", "二")
    notes.duplicate_notes(document, [a, b], {a: NEXT, b: NEXT})
    assert (texts(document, ACTIONS), texts(document, NEXT)) == (["一", "二"], ["一", "二"])


def test_undo_brings_deleted_notes_back_with_text_and_colour(document):
    a, b = write(document, "一", "二")
    notes.recolour_notes(document, [a], 5)
    notes.delete_notes(document, [a, b])
    assert texts(document, ACTIONS) == []
    document.undo()
    assert [(n["text"], n["colour"]) for n in notes.notes_in(document, ACTIONS)] == [("一", 5), ("二", 1)]


def test_only_the_eight_papers_exist(document):
    with pytest.raises(ValueError, match="9"):
        notes.recolour_notes(document, write(document, "一"), 9)


def test_style_carries_colour_evidence_and_department_but_no_text(document):
    a, b = write(document, "一", "二")
    notes.grade_notes(document, [a], "confirmed")
    notes.recolour_notes(document, [a], 7)
    notes.style_notes(document, [b], document.get("notes", a))
    styled = document.get("notes", b)
    assert (styled["text"], styled["colour"], styled["evidence"]) == ("二", 7, "confirmed")


def test_votes_of_two_people_stand_beside_each_other_and_can_be_taken_back(document):
    a, = write(document, "一")
    notes.vote_note(document, a, "marketing/佐倉", 2)
    notes.vote_note(document, a, "field-sales/戸田", 1)
    assert document.snapshot().family("notes", a, "votes") == {"marketing/佐倉": 2, "field-sales/戸田": 1}
    notes.vote_note(document, a, "marketing/佐倉", 0)
    assert document.snapshot().family("notes", a, "votes") == {"field-sales/戸田": 1}


def test_a_heading_gathers_notes_from_several_cells(document):
    a, b = write(document, "一", "二")
    c, = write(document, "三", place=NEXT)
    heading = notes.cluster_notes(document, [a, c], "まとめ")
    assert texts(document, ACTIONS) == ["まとめ", "一", "三", "二"]
    assert texts(document, NEXT) == []
    assert {document.get("notes", id)["heading"] for id in (a, c)} == {heading}
    assert not document.get("notes", b).get("heading")
    document.undo()
    assert (texts(document, ACTIONS), texts(document, NEXT)) == (["一", "二"], ["三"])


def test_a_thousand_pasted_notes_keep_their_order(document):
    words = [f"付箋{i}" for i in range(1000)]
    write(document, *words)
    assert texts(document, ACTIONS) == words


def test_notes_lie_freely_beside_the_grid_and_copies_a_little_aside(document):
    (id,) = write(document, "自由に")
    notes.float_notes(document, "journey", {id: (120.0, 40.0)})
    record = document.get("notes", id)
    assert (record["phase"], record["lane"], record["x"], record["y"]) == ("", "free", 120.0, 40.0)
    (copy,) = notes.duplicate_notes(document, [id])
    assert (document.get("notes", copy)["x"], document.get("notes", copy)["y"]) == (136.0, 56.0)


def test_tags_are_kept_once_and_in_order(document):
    (id,) = write(document, "一")
    notes.tag_notes(document, [id], add=["重要", " 要確認 ", "重要", ""])
    assert document.get("notes", id)["tags"] == ["重要", "要確認"]
    notes.tag_notes(document, [id], add=["急ぎ"], remove=["重要"])
    assert document.get("notes", id)["tags"] == ["要確認", "急ぎ"]


def test_notes_written_in_slices_of_one_group_are_one_step(document):
    ends = notes.place_ends(document, {"journey"})
    for part in ("ab", "cd"):
        notes.add_notes(document, [NewNote(ACTIONS, word, id=f"n-{word}") for word in part], "貼り付け", group="g", ends=ends)
    assert texts(document, ACTIONS) == ["a", "b", "c", "d"]
    assert document.get("notes", "n-c")["text"] == "c"
    document.undo()
    assert texts(document, ACTIONS) == []
