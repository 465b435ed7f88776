"""A whole workshop in the real window: begin, write privately, reveal, vote, look at the result, decide, end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from fusenapp.domain import workshop as rules
from fusenapp.editing import workshop
from fusenapp.editing.notes import Place
from fusenapp.ui.personas.area import PersonasArea
from fusenapp.ui.personas.fields import PersonaNote
from fusenapp.ui.widgets import IconButton
from fusenapp.ui.workshop.strip import workshop_menu
from fusenapp.ui.workshop.summary import SummaryDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shown(facilitator, id: str) -> str:
    """The words of a note as the board has them."""
    return facilitator.board.model.text(facilitator.board.model.slot_of[id])


def test_from_private_writing_to_decisions(facilitator, qtbot):
    f = facilitator
    assert not f.area.strip.isVisible()
    f.choose(workshop_menu(f.context, f.area, f.window), 1)
    assert f.area.strip.isVisible()
    assert f.board.model.locked

    f.choose(f.bar.pass_menu(), 1)
    assert f.bar.timer.face.text() == "5:00"
    f.board.setFocus()
    f.board.selection.go(f.board.model.cell_of("journey-awareness", "journey-actions", "selector"))
    f.press(Qt.Key.Key_N)
    f.board.writing.editor.insertPlainText("展示会の名刺がそのまま渡る")
    f.press(Qt.Key.Key_Escape)
    mine = next(n["id"] for n in f.document.snapshot().all("notes") if n["text"] == "展示会の名刺がそのまま渡る")
    f.become("field-sales", "田辺")
    theirs = f.put("価格の話ができる相手がいない")
    assert shown(f, mine) == ""
    assert shown(f, theirs) == "価格の話ができる相手がいない"

    f.click(f.bar.reveal)
    assert shown(f, mine) == "展示会の名刺がそのまま渡る"
    assert f.bar.timer.timer is None

    f.choose(f.bar.vote_menu(), 0)
    f.click_note(mine)
    f.click_note(mine)
    f.click_note(theirs)
    f.become("marketing", "佐倉")
    f.board.setFocus()
    f.click_note(mine)
    assert f.board.scene.faces.face(f.board.model.slot_of[theirs]).marks == ()
    assert f.bar.left.text() == "投票中・残り2票"

    f.click(f.bar.show_votes)
    assert [(row.place.note, row.place.votes) for row in f.drawer.rows] == [(mine, 3), (theirs, 1)]
    assert dict(f.board.scene.faces.face(f.board.model.slot_of[mine]).marks) == {"square": 2, "circle": 1}

    f.click(f.drawer.rows[0].parentWidget().findChildren(IconButton)[0])
    f.drawer.text.insertPlainText("名刺だけのリードは渡さない")
    f.drawer.owner.setText("佐倉")
    f.drawer.due.setText("2026-12-18")
    f.click(f.drawer.add)
    decision = rules.decisions(f.document.snapshot())[0]
    assert (decision["text"], decision["item"], decision["due"]) == ("名刺だけのリードは渡さない", ["notes", mine], "2026-12-18")

    f.click(f.bar.put_away)
    f.click(f.bar.end)
    page = f.window.findChild(SummaryDialog)
    assert page is not None
    assert "名刺だけのリードは渡さない" in page.page.toPlainText()
    assert "展示会の名刺がそのまま渡る" in page.page.toPlainText()
    f.click(page.copy)
    assert "1. 名刺だけのリードは渡さない" in QGuiApplication.clipboard().text()
    page.accept()
    f.settle()
    assert not f.area.strip.isVisible()
    assert not f.board.model.locked


def test_every_step_of_the_day_can_be_taken_back(facilitator):
    f = facilitator
    f.choose(workshop_menu(f.context, f.area, f.window), 1)
    f.context.bridge.undo()
    f.settle()
    assert not f.area.strip.isVisible()
    assert not f.board.model.locked


def test_votes_are_given_and_taken_back_by_key_too(facilitator):
    f = facilitator
    note = f.put("一枚")
    f.choose(workshop_menu(f.context, f.area, f.window), 1)
    f.choose(f.bar.vote_menu(), 0)
    f.board.setFocus()
    f.board.selection.set([note])
    f.press(Qt.Key.Key_Period, CTRL)
    f.press(Qt.Key.Key_Period, CTRL)
    assert f.bar.left.text() == "投票中・残り1票"
    f.press(Qt.Key.Key_Period, CTRL | SHIFT)
    assert f.bar.left.text() == "投票中・残り2票"
    assert f.board.model.dots == {note: {"marketing": 1}}


def test_the_fourth_of_three_votes_is_refused_and_told(facilitator):
    f = facilitator
    note = f.put("一枚")
    f.choose(workshop_menu(f.context, f.area, f.window), 1)
    f.choose(f.bar.vote_menu(), 0)
    for _ in range(4):
        f.click_note(note)
    round = rules.current_round(f.document.snapshot(), "journey") or {}
    assert rules.turnout(f.document.snapshot(), round["id"]) == {"marketing": 3}
    assert "3票をすべて使いました" in f.told[-1]


def test_a_click_selects_again_where_voting_by_click_is_switched_off_or_over(facilitator):
    f = facilitator
    note = f.put("一枚")
    f.choose(workshop_menu(f.context, f.area, f.window), 1)
    f.choose(f.bar.vote_menu(), 0)
    f.click(f.bar.clicks)
    f.click_note(note)
    assert f.board.selection.ids == [note]
    f.click(f.bar.clicks)
    f.click(f.bar.show_votes)
    f.drawer.shut()
    f.board.selection.go(None)
    f.click_note(note)
    assert f.board.selection.ids == [note]


def test_shift_click_takes_a_vote_back(facilitator):
    f = facilitator
    note = f.put("一枚")
    f.choose(workshop_menu(f.context, f.area, f.window), 1)
    f.choose(f.bar.vote_menu(), 0)
    f.click_note(note)
    f.click_note(note, SHIFT)
    assert f.board.model.dots == {}


def test_phases_and_lanes_stay_where_they_are_and_notes_move(facilitator):
    f = facilitator
    note = f.put("一枚")
    f.choose(workshop_menu(f.context, f.area, f.window), 1)
    before = [p["id"] for p in f.document.snapshot().all("phases", journey="journey")]
    f.drag_header(0, 2)
    assert [p["id"] for p in f.document.snapshot().all("phases", journey="journey")] == before
    f.board.setFocus()
    f.board.selection.set([note])
    f.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert f.document.get("notes", note)["phase"] == "journey-research"


def test_the_bar_offers_what_can_be_done_now_and_nothing_else(facilitator):
    f = facilitator
    f.choose(workshop_menu(f.context, f.area, f.window), 1)
    assert f.buttons() == ["タイマー", "非公開で書く", "投票", "決定事項", "発表", "終了"]
    f.choose(f.bar.pass_menu(), 4)
    assert "付箋を公開" in f.buttons()
    assert "非公開で書く" not in f.buttons()
    f.choose(f.bar.vote_menu(), 0)
    assert "投票" not in f.buttons()
    assert "結果を公開" in f.buttons()


def test_notes_of_personas_are_voted_for_by_click_and_by_key(facilitator):
    f = facilitator
    person = next(p["id"] for p in f.document.snapshot().all("personas") if p.get("role") == "selector")
    note = f.put("残業が減らない", Place(person, field="issues"))
    f.window.page.show_area("personas")
    area = f.window.page.area_widget("personas")
    assert isinstance(area, PersonasArea)
    workshop.begin_round(f.document, area.set_id, 3)
    f.settle()
    shown = next(n for n in area.findChildren(PersonaNote) if n.id == note)
    QTest.mouseClick(shown.editor.viewport(), Qt.MouseButton.LeftButton)
    f.settle()
    assert dict(f.board.context.snapshot().all("ballots")[0])[f"votes.{note}"] == 1
    bar = area.strip.bar
    assert bar is not None
    f.click(bar.clicks)
    shown.editor.setFocus()
    f.press(Qt.Key.Key_Period, CTRL)
    assert bar.left.text() == "投票中・残り1票"
    assert shown.dots.isVisible()
    f.become("field-sales", "田辺")
    assert not shown.dots.isVisible()
