"""The timer on the bar, the list of decisions over the area, and the page at the end."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.domain import workshop as rules
from fusenapp.editing import notes, workshop
from fusenapp.ui.workshop.decisions import DecisionsDrawer
from fusenapp.ui.workshop.strip import workshop_menu
from fusenapp.ui.workshop.summary import SummaryDialog, as_html, as_text, rows


@pytest.fixture
def f(facilitator):
    workshop.start(facilitator.document, "合宿")
    facilitator.settle()
    return facilitator


def meeting_of(snapshot) -> str:
    """Id of the workshop under way."""
    return (rules.current_workshop(snapshot) or {})["id"]


def end_now(f) -> None:
    """The timer's time is up a second ago."""
    past = (dt.datetime.now().astimezone() - dt.timedelta(seconds=1)).isoformat(timespec="milliseconds")
    with f.document.edit("test") as edit:
        edit.set("timers", rules.TIMER, ends=past)
    f.settle()


# ---- the timer


def test_a_preset_starts_the_timer_and_the_window_shows_it(f):
    f.choose(f.bar.timer.menu(), 2)
    assert f.bar.timer.face.text() == "10:00"
    assert f.bar.timer.face.accessibleName() == "タイマー、残り10:00"
    assert f.bar.timer._ticks.isActive()


def test_pause_and_more_time(f):
    f.choose(f.bar.timer.menu(), 0)
    f.click(f.bar.timer.pause)
    assert not f.bar.timer.timer.runs
    assert not f.bar.timer._ticks.isActive()
    f.click(f.bar.timer.more)
    assert f.bar.timer.face.text() == "4:00"
    f.click(f.bar.timer.pause)
    assert f.bar.timer.timer.runs


def test_the_end_is_told_once_and_quietly(f, monkeypatch):
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(1))
    f.choose(f.bar.timer.menu(), 0)
    end_now(f)
    f.bar.timer.refresh()
    assert f.bar.timer.face.text() == "時間です"
    assert f.told.count("時間になりました。") == 1
    assert not rung
    assert not f.bar.timer.pause.isVisible()
    assert f.bar.timer.more.isVisible()


def test_who_wants_to_hear_it_hears_it(f, monkeypatch):
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(1))
    f.choose(f.bar.timer.menu(), 5)
    f.choose(f.bar.timer.menu(), 0)
    end_now(f)
    assert rung == [1]


def test_the_timer_is_on_the_projector_as_well_and_hidden_ones_do_not_tick(f):
    f.choose(f.bar.timer.menu(), 1)
    inside = f.bar.timer
    f.present()
    assert f.bar.timer is not inside
    assert f.bar.timer.face.isVisible()
    assert not inside._ticks.isActive()


def test_the_bar_is_there_for_a_timer_alone(facilitator):
    workshop.start_timer(facilitator.document, 3)
    facilitator.settle()
    assert facilitator.area.strip.isVisible()
    workshop.stop_timer(facilitator.document)
    facilitator.settle()
    assert not facilitator.area.strip.isVisible()


# ---- decisions


@pytest.fixture
def drawer(f) -> DecisionsDrawer:
    f.click(f.bar.decisions)
    assert isinstance(f.drawer, DecisionsDrawer)
    return f.drawer


def test_enter_adds_and_the_next_can_be_written_at_once(f, drawer):
    assert drawer.text.hasFocus()
    drawer.text.insertPlainText("見積の型を一つにする")
    f.press(Qt.Key.Key_Return)
    assert [card.text.toPlainText() for card in drawer.cards] == ["見積の型を一つにする"]
    assert drawer.text.toPlainText() == ""
    assert drawer.text.hasFocus()
    assert f.bar.decisions.text() == "決定事項（1）"


def test_shift_enter_is_a_new_line(f, drawer):
    drawer.text.insertPlainText("一行目")
    f.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert drawer.cards == []
    assert drawer.text.toPlainText().startswith("一行目\n")


def test_letters_of_an_input_method_are_not_a_decision_yet(f, drawer):
    QApplication.sendEvent(drawer.text, QInputMethodEvent("けってい", []))
    assert rules.decisions(f.document.snapshot()) == []
    settled = QInputMethodEvent("", [])
    settled.setCommitString("決定")
    QApplication.sendEvent(drawer.text, settled)
    assert drawer.text.toPlainText() == "決定"


def test_nothing_written_and_a_wrong_date_are_told_and_nothing_is_lost(f, drawer):
    f.click(drawer.add)
    assert "まだ何も書かれていません" in f.told[-1]
    drawer.text.insertPlainText("一")
    drawer.due.setText("来週")
    f.click(drawer.add)
    assert "来週" in f.told[-1]
    assert drawer.text.toPlainText() == "一"


def test_a_decision_about_the_selected_note_leads_back_to_it(f):
    note = f.put("名刺がそのまま渡る")
    f.board.selection.set([note])
    f.click(f.bar.decisions)
    assert "名刺がそのまま渡る" in f.drawer.about.text()
    f.drawer.text.insertPlainText("渡さない")
    f.click(f.drawer.add)
    f.board.selection.go(None)
    link = next(b for b in f.drawer.cards[0].findChildren(type(f.drawer.summary)) if "名刺" in b.text())
    f.click(link)
    assert f.board.selection.ids == [note]


def test_a_decision_is_changed_and_deleted_where_it_stands(f, drawer):
    drawer.text.insertPlainText("一")
    f.click(drawer.add)
    card = drawer.cards[0]
    card.owner.setText("田辺")
    QTest.keyClick(card.owner, Qt.Key.Key_Return)
    card.due.setText("2026/12/01")
    QTest.keyClick(card.due, Qt.Key.Key_Return)
    kept = rules.decisions(f.document.snapshot())[0]
    assert (kept["owner"], kept["due"]) == ("田辺", "2026-12-01")
    card._delete()
    f.settle()
    assert drawer.cards == []
    f.context.bridge.undo()
    f.settle()
    assert len(drawer.cards) == 1


def test_escape_closes_the_list_and_the_button_opens_and_closes_it(f, drawer):
    drawer.setFocus()
    drawer.text.clearFocus()
    QTest.keyClick(drawer, Qt.Key.Key_Escape)
    f.settle()
    assert f.drawer is None
    f.click(f.bar.decisions)
    assert f.drawer is not None
    f.click(f.bar.decisions)
    assert f.drawer is None


# ---- the page at the end


@pytest.fixture
def decided(f):
    note = f.put("名刺 <b>だけ</b>")
    workshop.decide(f.document, "渡さない & 育てる", item=("notes", note), owner="田辺", due="2026-12-18")
    workshop.decide(f.document, "次回は12月")
    f.settle()
    return f


def test_the_page_as_text_has_one_decision_a_line(decided):
    meeting = meeting_of(decided.document.snapshot())
    text = as_text(decided.context.snapshot(), meeting).splitlines()
    assert text[0].startswith("合宿（")
    assert text[2:] == ["1. 渡さない & 育てる", "   担当: 田辺 / 期限: 12月18日 / 付箋: 名刺 <b>だけ</b>", "2. 次回は12月"]


def test_what_users_write_is_never_markup(decided):
    meeting = meeting_of(decided.document.snapshot())
    page = as_html(decided.context.snapshot(), meeting, paper=True)
    assert "<b>だけ" not in page
    assert "渡さない &amp; 育てる" in page


def test_the_page_is_written_as_pdf(decided, tmp_path):
    page = SummaryDialog(decided.context, None, decided.window)
    page.save_pdf(tmp_path / "決定.pdf")
    assert (tmp_path / "決定.pdf").read_bytes().startswith(b"%PDF")
    page.deleteLater()


def test_a_pdf_that_cannot_be_written_is_told(decided, tmp_path):
    page = SummaryDialog(decided.context, None, decided.window)
    page.save_pdf(tmp_path / "nowhere" / "決定.pdf")
    assert "書き込めませんでした" in decided.told[-1]
    page.deleteLater()


def test_earlier_workshops_can_be_looked_at(decided):
    workshop.end(decided.document)
    workshop.start(decided.document, "二回目")
    workshop.decide(decided.document, "二回目の決定")
    page = SummaryDialog(decided.context, None, decided.window)
    assert page.choice.count() == 2
    assert "二回目の決定" in page.page.toPlainText()
    page.choice.setCurrentIndex(1)
    page.choice.activated.emit(1)
    assert "次回は12月" in page.page.toPlainText()
    page.deleteLater()


def test_the_page_says_what_was_voted_once_it_is_open(decided):
    note = decided.put("票の付箋")
    round = workshop.begin_round(decided.document, "journey")
    workshop.cast(decided.document, round, note)
    meeting = meeting_of(decided.document.snapshot())
    assert "票の付箋" not in as_text(decided.context.snapshot(), meeting)
    workshop.reveal_round(decided.document, round)
    assert "1. 票の付箋 (1)" in as_text(decided.context.snapshot(), meeting)


def test_a_note_that_is_covered_is_not_quoted(decided):
    workshop.begin_pass(decided.document)
    decided.become("field-sales", "田辺")
    note = decided.put("秘密")
    workshop.decide(decided.document, "後で話す", item=("notes", note))
    decided.become("marketing", "佐倉")
    meeting = meeting_of(decided.document.snapshot())
    assert rows(decided.context.snapshot(), meeting)[-1][4] == ""


def test_a_decision_about_a_deleted_note_stays(decided):
    snapshot = decided.document.snapshot()
    notes.delete_notes(decided.document, [rules.decisions(snapshot)[0]["item"][1]])
    meeting = meeting_of(snapshot)
    assert rows(decided.context.snapshot(), meeting)[0][1:5] == ["渡さない & 育てる", "田辺", "12月18日", ""]


def test_the_clipboard_gets_the_page(decided):
    page = SummaryDialog(decided.context, None, decided.window)
    page.show()
    decided.click(page.copy)
    assert "1. 渡さない" in QGuiApplication.clipboard().text()
    page.accept()
    page.deleteLater()


def test_the_menu_shows_the_page_only_where_something_was_decided(facilitator):
    def offered() -> int:
        menu = workshop_menu(facilitator.context, facilitator.area, facilitator.window)
        count = len(menu.actions())
        menu.deleteLater()
        return count

    before = offered()
    workshop.decide(facilitator.document, "一")
    assert offered() == before + 1


def test_a_half_written_decision_is_there_again_after_esc(f, drawer):
    drawer.text.insertPlainText("見積の型を")
    drawer.owner.setText("佐倉")
    f.press(Qt.Key.Key_Escape)
    assert f.drawer is None
    again = opened(f)
    assert (again.text.toPlainText(), again.owner.text()) == ("見積の型を", "佐倉")
    again.text.insertPlainText("一つにする")
    f.press(Qt.Key.Key_Return)
    assert [card.text.toPlainText() for card in again.cards] == ["見積の型を一つにする"]
    f.press(Qt.Key.Key_Escape)
    assert opened(f).text.toPlainText() == ""


def opened(f) -> DecisionsDrawer:
    f.bar.open_decisions()
    f.settle()
    assert isinstance(f.drawer, DecisionsDrawer)
    return f.drawer
