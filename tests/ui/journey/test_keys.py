"""The key table of the board, row by row, with real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from .conftest import APPROVER, DECISION, SELECTOR

K, M = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = M.ControlModifier, M.ShiftModifier, M.AltModifier


# ---- new note

def test_n_begins_a_note_that_is_being_written_at_once(hands):
    hands.stand_in("research", "actions", SELECTOR)
    hands.key(K.Key_N)
    assert hands.writing
    hands.type("demo")
    hands.key(K.Key_Escape)
    assert hands.texts("research") == ["demo"]
    assert hands.selected == ["demo"]
    assert hands.undo() == "付箋の追加"
    assert hands.texts("research") == []


def test_a_new_note_that_stays_empty_leaves_nothing_behind(hands):
    before = hands.document.undo_label
    hands.stand_in("research", "actions", SELECTOR)
    hands.key(K.Key_N)
    hands.key(K.Key_Escape)
    assert hands.texts("research") == []
    assert hands.document.undo_label == before


# ---- writing

def test_typing_on_a_selected_note_goes_on_at_its_end(hands):
    id = hands.put("trial")
    hands.select(id)
    hands.type("s")
    hands.type(" now")
    hands.key(K.Key_Escape)
    assert hands.text(id) == "trials now"


def test_n_on_a_selected_note_is_a_letter_not_a_command(hands):
    id = hands.put("pla")
    hands.select(id)
    hands.type("n")
    hands.key(K.Key_Escape)
    assert hands.text(id) == "plan"
    assert hands.texts() == ["plan"]


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_F2])
def test_enter_and_f2_open_a_note(hands, key):
    id = hands.put("trial")
    hands.select(id)
    hands.key(key)
    assert hands.writing
    hands.type("!")
    hands.key(K.Key_Escape)
    assert hands.text(id) == "trial!"


def test_enter_and_shift_enter_are_line_breaks_while_writing(hands):
    id = hands.put("a")
    hands.select(id)
    hands.key(K.Key_Return)
    hands.key(K.Key_Return)
    hands.type("b")
    hands.key(K.Key_Return, SHIFT)
    hands.type("c")
    hands.key(K.Key_Escape)
    assert hands.text(id).replace("\u2028", "\n") == "a\nb\nc"
    assert hands.texts() == [hands.text(id)]


def test_leaving_without_a_change_makes_no_step(hands):
    id = hands.put("a")
    before = hands.document.undo_label
    hands.select(id)
    hands.key(K.Key_Return)
    hands.key(K.Key_Escape)
    assert hands.document.undo_label == before


# ---- Tab

def test_tab_leaves_and_makes_a_note_in_the_next_cell_in_the_same_colour(hands):
    id = hands.put("a", colour=5)
    hands.select(id)
    hands.key(K.Key_Tab)
    hands.type("b")
    hands.key(K.Key_Tab)
    hands.type("c")
    hands.key(K.Key_Escape)
    assert (hands.texts("awareness"), hands.texts("research"), hands.texts("comparison")) == (["a"], ["b"], ["c"])
    assert {n["colour"] for n in hands.document.snapshot().all("notes")} == {5}
    hands.undo()
    assert (hands.texts("research"), hands.texts("comparison")) == (["b"], [])


def test_tab_goes_to_the_note_that_is_there_already(hands):
    a, b = hands.put("a"), hands.put("b", "research")
    hands.select(a)
    hands.key(K.Key_Tab)
    assert hands.selected == ["b"]
    assert not hands.writing
    hands.key(K.Key_Tab, SHIFT)
    assert hands.selected == ["a"]
    assert hands.texts("research") == [hands.text(b)]


def test_tab_while_writing_goes_on_writing_in_the_next_note(hands):
    a, b = hands.put("a"), hands.put("b", "research")
    hands.select(a)
    hands.type("1")
    hands.key(K.Key_Tab)
    hands.type("2")
    hands.key(K.Key_Tab, SHIFT)
    hands.type("3")
    hands.key(K.Key_Escape)
    assert (hands.text(a), hands.text(b)) == ("a13", "b2")


def test_shift_tab_makes_a_note_in_the_cell_before_where_there_is_none(hands):
    id = hands.put("b", "research", colour=4)
    hands.select(id)
    hands.key(K.Key_Tab, SHIFT)
    hands.type("a")
    hands.key(K.Key_Escape)
    assert hands.texts("awareness") == ["a"]
    assert [n["colour"] for n in hands.document.snapshot().all("notes")] == [4, 4]
    hands.undo()
    assert (hands.texts("awareness"), hands.texts("research")) == ([], ["b"])


def test_tab_at_the_end_of_a_row_goes_on_in_the_next_row(hands):
    last = hands.put("end", "use")
    hands.select(last)
    hands.key(K.Key_Tab)
    hands.type("next row")
    hands.key(K.Key_Escape)
    assert hands.texts("awareness", "actions", DECISION) == ["next row"]


# ---- Ctrl+Enter

def test_ctrl_enter_makes_another_note_below_and_with_shift_above(hands):
    id = hands.put("middle", colour=3)
    hands.select(id)
    hands.key(K.Key_Return, CTRL)
    hands.type("below")
    hands.key(K.Key_Escape)
    hands.select(id)
    hands.key(K.Key_Return, CTRL | SHIFT)
    hands.type("above")
    hands.key(K.Key_Escape)
    assert hands.texts() == ["above", "middle", "below"]
    assert {n["colour"] for n in hands.document.snapshot().all("notes")} == {3}


def test_ctrl_enter_while_writing_keeps_what_was_written(hands):
    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(K.Key_N)
    hands.type("one")
    hands.key(K.Key_Return, CTRL)
    hands.type("two")
    hands.key(K.Key_Return, CTRL)
    hands.type("three")
    hands.key(K.Key_Escape)
    assert hands.texts() == ["one", "two", "three"]


# ---- arrows

def test_arrows_select_the_neighbour(hands):
    a, b = hands.put("a"), hands.put("b", "research")
    below = hands.put("below", "awareness", "actions", DECISION)
    hands.select(a)
    hands.key(K.Key_Right)
    assert hands.board.selection.ids == [b]
    hands.key(K.Key_Left)
    hands.key(K.Key_Down)
    assert hands.board.selection.ids == [below]
    hands.key(K.Key_Up)
    assert hands.board.selection.ids == [a]


def test_shift_and_arrows_select_more(hands):
    a, b = hands.put("a"), hands.put("b", "research")
    hands.select(a)
    hands.key(K.Key_Right, SHIFT)
    assert hands.board.selection.ids == [a, b]


def test_arrows_without_a_note_go_from_cell_to_cell_and_n_writes_there(hands):
    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(K.Key_Right)
    hands.key(K.Key_Down)
    hands.key(K.Key_N)
    hands.type("here")
    hands.key(K.Key_Escape)
    assert hands.texts("research", "actions", DECISION) == ["here"]


def test_alt_and_arrows_move_a_note_to_the_next_cell(hands):
    id = hands.put("a")
    hands.select(id)
    hands.key(K.Key_Right, ALT)
    assert hands.where(id) == ("research", "actions", SELECTOR)
    hands.key(K.Key_Down, ALT)
    assert hands.where(id) == ("research", "actions", DECISION)
    hands.key(K.Key_Left, ALT)
    hands.key(K.Key_Up, ALT)
    assert hands.where(id) == ("awareness", "actions", SELECTOR)
    assert hands.undo() == "付箋1枚の移動"
    assert hands.where(id) == ("awareness", "actions", DECISION)


def test_alt_up_and_down_change_the_order_inside_a_cell_first(hands):
    hands.put("一番目の長い付箋です、とても長い")
    id = hands.put("二番目の長い付箋です、とても長い")
    hands.select(id)
    hands.key(K.Key_Up, ALT)
    assert hands.texts() == ["二番目の長い付箋です、とても長い", "一番目の長い付箋です、とても長い"]
    hands.key(K.Key_Down, ALT)
    assert hands.texts()[1] == "二番目の長い付箋です、とても長い"
    hands.key(K.Key_Down, ALT)
    assert hands.where(id) == ("awareness", "actions", DECISION)


def test_several_notes_move_together(hands):
    a, b = hands.put("a"), hands.put("b", "research")
    hands.select(a, b)
    hands.key(K.Key_Right, ALT)
    assert (hands.where(a)[0], hands.where(b)[0]) == ("research", "comparison")
    hands.undo()
    assert (hands.where(a)[0], hands.where(b)[0]) == ("awareness", "research")


def test_alt_down_steps_over_the_emotion_lane(hands):
    id = hands.put("a", "awareness", "thoughts", APPROVER)
    hands.select(id)
    hands.key(K.Key_Down, ALT)
    assert hands.where(id)[1] == "issues"


# ---- duplicate, select, delete, cluster

def test_ctrl_d_duplicates(hands):
    id = hands.put("a", colour=6)
    hands.select(id)
    hands.key(K.Key_D, CTRL)
    assert hands.texts() == ["a", "a"]
    assert hands.board.selection.ids != [id]
    hands.undo()
    assert hands.texts() == ["a"]


def test_ctrl_a_selects_all_and_delete_deletes_them_in_one_step(hands):
    hands.put("a")
    hands.put("b", "use", "measures", "")
    hands.board.setFocus()
    hands.key(K.Key_A, CTRL)
    assert sorted(hands.selected) == ["a", "b"]
    hands.key(K.Key_Delete)
    assert not hands.document.snapshot().all("notes")
    assert hands.told == ["付箋を2枚削除しました。"]
    hands.undo()
    assert (hands.texts(), hands.texts("use", "measures", "")) == (["a"], ["b"])


def test_ctrl_g_gathers_notes_under_a_heading_that_is_written_next(hands):
    hands.select(hands.put("a"), hands.put("b"))
    hands.key(K.Key_G, CTRL)
    assert hands.writing
    hands.type("cost")
    hands.key(K.Key_Escape)
    assert hands.texts() == ["cost", "a", "b"]


# ---- colour, vote, style

@pytest.mark.parametrize("number", range(1, 9))
def test_alt_and_a_digit_choose_the_paper(hands, number):
    id = hands.put("a", colour=2 if number == 1 else 1)
    hands.select(id)
    hands.key(Qt.Key(int(K.Key_0) + number), ALT)
    assert hands.document.get("notes", id)["colour"] == number


def test_alt_and_a_digit_choose_the_paper_while_writing(hands):
    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(K.Key_N)
    hands.type("a")
    hands.key(K.Key_4, ALT)
    hands.key(K.Key_Escape)
    assert [n["colour"] for n in hands.document.snapshot().all("notes")] == [4]


def test_ctrl_period_votes_until_the_votes_are_used_up(hands):
    id = hands.put("a")
    hands.select(id)
    for _ in range(7):
        hands.key(K.Key_Period, CTRL)
    assert hands.document.snapshot().family("notes", id, "votes") == {"marketing/佐倉": 5}
    assert hands.told[-1] == "このジャーニーでの票はすべて使いました。"
    hands.key(K.Key_Period, CTRL | SHIFT)
    assert hands.document.snapshot().family("notes", id, "votes") == {"marketing/佐倉": 4}


def test_style_is_copied_and_pasted(hands):
    a, b = hands.put("a", colour=7), hands.put("b", "research")
    hands.select(a)
    hands.key(K.Key_C, CTRL | ALT)
    hands.select(b)
    hands.key(K.Key_V, CTRL | ALT)
    assert (hands.document.get("notes", b)["colour"], hands.text(b)) == (7, "b")


# ---- paste

def paste(hands, text: str, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QGuiApplication.clipboard().setText(text)
    hands.key(K.Key_V, modifiers)


def test_many_lines_become_one_note_each(hands):
    hands.stand_in("awareness", "issues")
    paste(hands, "・費用が心配\r\n・連携できるか\n\n・時期")
    assert hands.texts("awareness", "issues", "") == ["費用が心配", "連携できるか", "時期"]
    assert "Ctrl+Shift+V" in hands.told[-1]
    assert hands.undo() == "付箋3枚の貼り付け"
    assert hands.texts("awareness", "issues", "") == []


def test_cells_from_excel_lie_over_the_grid_from_the_current_cell(hands):
    hands.stand_in("research", "actions", SELECTOR)
    paste(hands, '検索する\t"要件を\nまとめる"\r\n\t事例を聞く\r\n')
    assert hands.texts("research") == ["検索する"]
    assert hands.texts("comparison") == ["要件を\nまとめる"]
    assert hands.texts("comparison", "actions", DECISION) == ["事例を聞く"]
    assert hands.texts("research", "actions", DECISION) == []


def test_the_picture_that_excel_adds_to_the_clipboard_is_ignored(hands):
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage

    data = QMimeData()
    data.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    data.setText("一\t二\r\n")
    QGuiApplication.clipboard().setMimeData(data)
    hands.stand_in("research", "actions", SELECTOR)
    hands.key(K.Key_V, CTRL)
    assert (hands.texts("research"), hands.texts("comparison")) == (["一"], ["二"])


def test_cells_beyond_the_grid_go_to_the_parking_lot(hands):
    hands.stand_in("use", "actions", SELECTOR)
    paste(hands, "内\t外")
    assert hands.texts("use") == ["内"]
    parked = [n for n in hands.document.snapshot().all("notes") if not n.get("phase")]
    assert [n["text"] for n in parked] == ["外"]
    assert "置き場" in hands.told[-1]


def test_ctrl_shift_v_makes_a_single_note(hands):
    hands.stand_in("awareness", "issues")
    paste(hands, "一行目\n二行目", CTRL | SHIFT)
    assert hands.texts("awareness", "issues", "") == ["一行目\n二行目"]


def test_copied_notes_are_pasted_with_colour_and_formation(hands):
    a, b = hands.put("a", colour=3), hands.put("b", "research", colour=4)
    hands.select(a, b)
    hands.key(K.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "a\tb"
    hands.stand_in("comparison", "thoughts", SELECTOR)
    hands.key(K.Key_V, CTRL)
    assert hands.texts("comparison", "thoughts") == ["a"]
    assert hands.texts("approval", "thoughts") == ["b"]
    assert [n["colour"] for n in hands.document.snapshot().all("notes", lane="journey-thoughts")] == [3, 4]


def test_cut_takes_the_notes_away(hands):
    hands.select(hands.put("a"))
    hands.key(K.Key_X, CTRL)
    assert hands.texts() == []
    hands.stand_in("use", "actions", SELECTOR)
    hands.key(K.Key_V, CTRL)
    assert hands.texts("use") == ["a"]


# ---- view

def test_ctrl_0_1_2_set_the_zoom(hands):
    hands.put("a")
    id = hands.put("b", "use", "measures", "")
    hands.board.set_zoom(0.5)
    hands.key(K.Key_0, CTRL)
    assert hands.board.port.zoom == 1.0
    hands.key(K.Key_1, CTRL)
    layout, (x, y, w, h) = hands.board.scene.layout, hands.board.port.visible
    assert max(x, y) <= 0
    assert (x + w >= layout.width, y + h >= layout.height) == (True, True)
    hands.select(id)
    hands.key(K.Key_2, CTRL)
    nx, ny, nw, nh = layout.note_rect(hands.board.model.slot_of[id])
    x, y, w, h = hands.board.port.visible
    assert hands.board.port.zoom > 1.0
    assert (x <= nx, y <= ny, x + w >= nx + nw, y + h >= ny + nh) == (True, True, True, True)


def test_ctrl_plus_and_minus_zoom(hands):
    hands.board.setFocus()
    hands.key(K.Key_Plus, CTRL)
    assert hands.board.port.zoom == pytest.approx(1.25)
    hands.key(K.Key_Minus, CTRL)
    assert hands.board.port.zoom == pytest.approx(1.0)


def test_esc_selects_nothing(hands):
    hands.select(hands.put("a"))
    hands.key(K.Key_Escape)
    assert hands.board.selection.ids == []


# ---- link

def test_ctrl_l_links_with_a_field_of_a_persona_found_by_typing(hands):
    id = hands.put("a")
    hands.select(id)
    hands.key(K.Key_L, CTRL)
    picker = hands.board.picker
    assert {"選定者", "選定者：課題", "決裁者：費用"} <= set(picker.entries())
    event = QInputMethodEvent("", [])
    event.setCommitString("決裁者 費用")
    QApplication.sendEvent(picker.input, event)
    assert picker.entries()[0] == "決裁者：費用"
    QTest.keyClick(picker.input, K.Key_Return)
    assert [(link["source"], link["target"], link["field"]) for link in hands.document.snapshot().all("links")] == [
        (["notes", id], ["personas", "personas-approver"], "ringi_cost")]
    QTest.keyClick(picker.input, K.Key_Return)
    assert hands.document.snapshot().all("links") == []
    QTest.keyClick(picker.input, K.Key_Escape)


def test_ctrl_l_links_several_notes_at_once_with_a_new_content_idea(hands):
    a, b = hands.put("a"), hands.put("b")
    hands.select(a, b)
    hands.key(K.Key_L, CTRL)
    picker = hands.board.picker
    picker.input.setText("連携の一覧表")
    QTest.keyClick(picker.input, K.Key_Return)
    idea = hands.document.snapshot().all("contents")[0]
    assert idea["title"] == "連携の一覧表"
    assert sorted(link["source"][1] for link in hands.document.snapshot().all("links")) == sorted([a, b])
    assert hands.undo() == "コンテンツ案の追加"
    assert hands.document.snapshot().all("contents") == []


def test_ctrl_l_finds_conditions_and_kpis_too(hands):
    with hands.document.edit("a rule and a figure") as edit:
        edit.create("definitions", {"rule": "hot-lead", "name": "ホットリード", "root": "g"}, id="rule")
        edit.create("groups", {"definition": "rule", "order": "a0"}, id="g")
        edit.create("clauses", {"definition": "rule", "parent": "g", "order": "a0", "field": "従業員数", "operator": "at_least",
                                "value": 50}, id="c")
        edit.create("kpis", {"name": "資料請求の数", "order": "a0"}, id="k")
    hands.context.bridge.flush()
    id = hands.put("a")
    for words in ("従業員数", "資料請求の数"):
        hands.select(id)
        hands.key(K.Key_L, CTRL)
        picker = hands.board.picker
        picker.input.setText(words)
        assert words in picker.entries()[0]
        QTest.keyClick(picker.input, K.Key_Return)
        QTest.keyClick(picker.input, K.Key_Escape)
    assert {tuple(link["target"]) for link in hands.document.snapshot().all("links")} == {("clauses", "c"), ("kpis", "k")}


# ---- emotion by keyboard

def test_alt_up_raises_an_emotion_point_and_delete_takes_it_away(hands):
    hands.stand_in("awareness", "emotion")
    hands.key(K.Key_Up, ALT)
    hands.key(K.Key_Up, ALT)
    assert hands.document.snapshot().family("journeys", "journey", "emotion") == {"selector.journey-awareness": 1.0}
    hands.key(K.Key_Down)
    hands.key(K.Key_Down, ALT)
    assert hands.document.snapshot().family("journeys", "journey", "emotion")["decision-maker.journey-awareness"] == -0.5
    hands.key(K.Key_Delete)
    assert set(hands.document.snapshot().family("journeys", "journey", "emotion")) == {"selector.journey-awareness"}
