"""The grid of a journey: phases, lanes, emotion, departments in charge."""

import pytest

from fusenapp.document import Author, Document
from fusenapp.editing import journeys, notes, templates
from fusenapp.editing.notes import NewNote, Place

JOURNEY = "journey"


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐倉", "marketing"))
    templates.build(made, "b2b", "テスト")
    return made


def names(document: Document, axis: journeys.Axis) -> list[str]:
    return [record["name"] for record in document.snapshot().all(axis, journey=JOURNEY)]


def test_a_new_journey_has_the_usual_phases_and_lanes(document):
    made = journeys.create_journey(document, "更新ジャーニー")
    assert [p["name"] for p in document.snapshot().all("phases", journey=made)] == names(document, "phases")
    assert document.undo_label == "ジャーニーの追加"


def test_a_phase_is_put_after_another_one_or_at_the_front(document):
    journeys.add_phase(document, JOURNEY, "検討中断", after="journey-comparison")
    journeys.add_phase(document, JOURNEY, "認知前")
    assert names(document, "phases")[0] == "認知前"
    assert names(document, "phases")[3:5] == ["比較・検討", "検討中断"]


def test_phases_and_lanes_move_with_their_notes_and_come_back_by_undo(document):
    before = names(document, "phases")
    note = notes.add_note(document, NewNote(Place(JOURNEY, "journey-use", "journey-issues"), "定着"))
    journeys.move_phase(document, "journey-use", after=None)
    assert names(document, "phases") == [before[-1], *before[:-1]]
    assert document.get("notes", note)["phase"] == "journey-use"
    document.undo()
    assert names(document, "phases") == before
    journeys.move_lane(document, "journey-actions", after="journey-thoughts")
    assert names(document, "lanes")[:3] == ["接点・チャネル", "思考・疑問", "行動"]


def test_sizes_stay_within_what_can_be_used(document):
    journeys.resize_phase(document, "journey-use", 5000)
    journeys.resize_lane(document, "journey-issues", 3)
    assert document.get("phases", "journey-use")["width"] == journeys.PHASE_WIDTHS[1]
    assert document.get("lanes", "journey-issues")["height"] == journeys.LANE_HEIGHTS[0]
    journeys.resize_lane(document, "journey-issues", None)
    assert document.get("lanes", "journey-issues")["height"] is None


def test_removing_a_phase_takes_its_notes_elsewhere_or_along(document):
    note = notes.add_note(document, NewNote(Place(JOURNEY, "journey-use", "journey-issues"), "定着"))
    journeys.remove_phase(document, "journey-use", notes_to="journey-purchase")
    assert document.get("notes", note)["phase"] == "journey-purchase"
    assert "活用・継続" not in names(document, "phases")
    document.undo()
    assert document.get("notes", note)["phase"] == "journey-use"
    journeys.remove_phase(document, "journey-use", notes_to=None)
    assert document.get("notes", note) is None
    document.undo()
    assert document.get("notes", note)["text"] == "定着"


def test_removing_a_lane_takes_its_notes_elsewhere(document):
    note = notes.add_note(document, NewNote(Place(JOURNEY, "journey-use", "journey-issues"), "定着"))
    journeys.remove_lane(document, "journey-issues", notes_to="journey-measures")
    assert document.get("notes", note)["lane"] == "journey-measures"
    assert "課題" not in names(document, "lanes")


def test_emotion_stays_between_minus_two_and_two_and_can_be_taken_away(document):
    journeys.set_emotion(document, JOURNEY, "approver", "journey-approval", -7)
    assert document.snapshot().family("journeys", JOURNEY, "emotion") == {"approver.journey-approval": -2.0}
    journeys.set_emotion(document, JOURNEY, "approver", "journey-approval", None)
    assert document.snapshot().family("journeys", JOURNEY, "emotion") == {}


def test_a_department_is_in_charge_or_not(document):
    args = (JOURNEY, "journey-use", "journey-departments", "field-sales")
    assert journeys.toggle_department(document, *args) is True
    place = Place(JOURNEY, "journey-use", "journey-departments")
    assert [n["department"] for n in notes.notes_in(document, place)] == ["field-sales"]
    assert journeys.toggle_department(document, *args) is False
    assert notes.notes_in(document, place) == []


def test_a_deleted_journey_comes_back_whole(document):
    notes.add_note(document, NewNote(Place(JOURNEY, "journey-use", "journey-issues"), "定着"))
    journeys.delete_journey(document, JOURNEY)
    assert document.get("journeys", JOURNEY) is None
    assert not document.snapshot().all("notes")
    document.undo()
    assert len(names(document, "phases")) == 6
    assert len(document.snapshot().all("notes")) == 1


def test_folding_locking_and_role_rows_are_kept(document):
    journeys.fold(document, "phases", "journey-use", True)
    journeys.lock_grid(document, JOURNEY, True)
    journeys.split_lane_by_role(document, "journey-issues", True)
    assert document.get("phases", "journey-use")["folded"] is True
    assert document.get("journeys", JOURNEY)["locked"] is True
    assert document.get("lanes", "journey-issues")["by_role"] is True


def test_a_phase_may_be_one_in_which_the_purchase_rests(document):
    made = journeys.add_phase(document, JOURNEY, "検討中断", after="journey-comparison", kind="pause")
    assert document.snapshot().value("phases", made, "kind") == "pause"
    journeys.mark_pause(document, made, False)
    assert document.snapshot().value("phases", made, "kind") == ""
    document.undo()
    assert document.snapshot().value("phases", made, "kind") == "pause"
