"""Japanese input: the first composed letter is kept, and nothing is a command while composing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from .conftest import SELECTOR

K, M = Qt.Key, Qt.KeyboardModifier


def test_composing_on_a_selected_note_begins_writing_with_the_first_letter_kept(hands):
    id = hands.put("月末の")
    hands.select(id)
    hands.compose("ｚ")
    assert hands.writing
    assert hands.board.hasFocus(), "moving the focus would end the composition"
    hands.compose("ざんぎょ")
    hands.compose("残業")
    hands.commit("残業")
    assert hands.board.writing.editor.hasFocus()
    hands.compose("を")
    hands.commit("を集計")
    hands.key(K.Key_Escape)
    assert hands.text(id) == "月末の残業を集計"
    assert hands.texts() == ["月末の残業を集計"]


def test_what_is_being_composed_is_not_part_of_the_text(hands):
    id = hands.put("あ")
    hands.select(id)
    hands.compose("いう")
    assert hands.board.writing.editor.text == "あ"
    hands.compose("")
    hands.key(K.Key_Escape)
    assert hands.text(id) == "あ"


def test_keys_that_reach_the_board_while_composing_do_nothing(hands):
    id = hands.put("あ")
    other = hands.put("い", "research")
    hands.select(id)
    hands.compose("か")
    for key in (K.Key_Return, K.Key_Tab, K.Key_Delete, K.Key_Escape, K.Key_Right):
        hands.key(key)
    hands.key(K.Key_Return, M.ControlModifier)
    hands.key(K.Key_3, M.AltModifier)
    assert hands.writing
    hands.commit("か")
    hands.key(K.Key_Escape)
    assert hands.text(id) == "あか"
    assert hands.document.get("notes", id)["colour"] == 1
    assert hands.text(other) == "い"
    assert len(hands.document.snapshot().all("notes")) == 2


def test_the_enter_that_confirms_while_writing_neither_commits_nor_creates_nor_moves(hands):
    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(K.Key_N)
    hands.compose("けんとう")
    hands.compose("検討")
    hands.key(K.Key_Return)
    hands.key(K.Key_Return, M.ControlModifier)
    hands.key(K.Key_Tab)
    hands.key(K.Key_Escape)
    assert hands.writing
    hands.commit("検討")
    assert hands.writing
    assert hands.board.writing.editor.text == "検討"
    hands.key(K.Key_Return)
    hands.compose("する")
    hands.commit("する")
    hands.key(K.Key_Escape)
    assert hands.texts() == ["検討\nする"]


def test_a_commit_without_composition_begins_writing_too(hands):
    id = hands.put("予算")
    hands.select(id)
    hands.commit("枠")
    assert hands.writing
    hands.key(K.Key_Escape)
    assert hands.text(id) == "予算枠"


def test_without_a_selected_note_the_input_method_is_off_so_that_n_is_a_command(hands):
    hands.stand_in("awareness", "actions", SELECTOR)
    assert hands.board.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    event = QInputMethodEvent("か", [])
    QApplication.sendEvent(hands.board, event)
    assert not hands.writing
    hands.select(hands.put("あ"))
    assert hands.board.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


def test_the_candidate_window_is_placed_at_the_note(hands):
    id = hands.put("あ", "comparison", "thoughts")
    hands.select(id)
    at = hands.at_note(id)
    assert hands.board.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).contains(at)
    hands.compose("か")
    rect = hands.board.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    x, y, w, h = hands.board.port.rect_to_screen(hands.board.scene.layout.note_rect(hands.board.model.slot_of[id]))
    assert x - 2 <= rect.x() <= x + w
    assert y - 2 <= rect.y() <= y + h


def test_the_note_grows_while_it_is_written(hands):
    id = hands.put("あ")
    hands.select(id)
    before = hands.board.scene.layout.h[hands.board.model.slot_of[id]]
    hands.commit("とても長い付箋の文章です。" * 6)
    assert hands.board.scene.layout.h[hands.board.model.slot_of[id]] > before
    assert hands.text(id) == "あ", "the document hears of it when the writing ends"
    hands.key(K.Key_Escape)
    assert hands.text(id).startswith("あとても長い")


def test_leaving_for_another_part_of_the_window_keeps_what_was_written(hands):
    id = hands.put("あ")
    hands.select(id)
    hands.commit("い")
    hands.area.toolbar.note.setFocus()
    assert hands.text(id) == "あい"


def test_hiding_the_area_keeps_what_was_written(hands):
    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(K.Key_N)
    hands.commit("書きかけ")
    hands.area.hide()
    assert hands.texts() == ["書きかけ"]


def test_the_enter_that_confirms_a_phase_name_does_not_end_the_renaming_and_the_next_one_only_does_that(hands):
    hands.stand_in("awareness", "actions", SELECTOR)
    hands.board.commands.grid.rename("phases", 0)
    hands.compose("きづき")
    hands.key(K.Key_Return)
    hands.key(K.Key_Escape)
    assert hands.board.commands.grid.name_editor is not None
    hands.commit("気づき")
    hands.key(K.Key_Return)
    assert hands.board.commands.grid.name_editor is None
    assert hands.board.model.phases[0].name == "気づき"
    assert not hands.writing, "the Enter that ends the renaming begins no note"
