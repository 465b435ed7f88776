"""The board by mouse: notes, marquee, headers, emotion points, palette, view."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from .conftest import APPROVER, DECISION, SELECTOR

K, M = Qt.Key, Qt.KeyboardModifier


def names(hands, axis: str) -> list[str]:
    return [record["name"] for record in hands.document.snapshot().all(axis, journey="journey")]


# ---- notes

def test_a_double_click_on_an_empty_cell_begins_a_note(hands):
    hands.double_click(hands.at_cell("research", "actions", SELECTOR))
    assert hands.writing
    hands.type("demo")
    hands.click(hands.at_cell("use", "issues"))
    assert hands.texts("research") == ["demo"]


def test_a_double_click_on_a_note_opens_it(hands):
    id = hands.put("trial")
    hands.double_click(hands.at_note(id))
    hands.type("!")
    hands.key(K.Key_Escape)
    assert hands.text(id) == "trial!"


def test_a_note_dragged_into_another_cell_lies_there(hands):
    id = hands.put("動かす")
    hands.drag(hands.at_note(id), hands.at_cell("comparison", "thoughts", APPROVER))
    assert hands.where(id) == ("comparison", "thoughts", APPROVER)
    assert hands.undo() == "付箋1枚の移動"
    assert hands.where(id) == ("awareness", "actions", SELECTOR)


def test_while_dragging_the_place_to_be_is_shown_and_esc_leaves_everything(hands):
    id = hands.put("動かす")
    seen = []

    def look() -> None:
        overlay = hands.board.shown.overlay
        seen.append((overlay.dragged, overlay.slot_rect is not None))
        hands.key(K.Key_Escape)

    hands.drag(hands.at_note(id), hands.at_cell("use", "measures"), before_release=look)
    assert seen == [({id}, True)]
    assert hands.where(id) == ("awareness", "actions", SELECTOR)


def test_a_hasty_click_with_shift_selects_though_the_pointer_wanders(hands):
    a, b = hands.put("一つ目"), hands.put("二つ目", "research")
    hands.click(hands.at_note(a))
    hands.drag(hands.at_note(b), hands.at_note(b) + QPoint(QApplication.startDragDistance() - 3, 2), M.ShiftModifier)
    assert set(hands.selected) == {"一つ目", "二つ目"}
    assert hands.where(b) == ("research", "actions", SELECTOR)


def test_after_a_button_that_was_let_go_elsewhere_the_pointer_takes_nothing_along(hands):
    id = hands.put("動かさない")
    window, board = hands.board.window().windowHandle(), hands.board
    QTest.mousePress(window, Qt.MouseButton.LeftButton, M.NoModifier, board.mapTo(board.window(), hands.at_note(id)))
    away = QMouseEvent(QEvent.Type.MouseMove, QPointF(hands.at_cell("use", "issues")), QPointF(), Qt.MouseButton.NoButton,
                       Qt.MouseButton.NoButton, M.NoModifier)
    QApplication.sendEvent(board, away)
    assert not board.busy
    assert not board.pressed
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, M.NoModifier, board.mapTo(board.window(), hands.at_cell("use", "issues")))
    assert hands.where(id) == ("awareness", "actions", SELECTOR)


def test_a_note_dropped_between_two_others_takes_that_place(hands):
    a, b = hands.put("一番目の付箋はここにあります"), hands.put("二番目の付箋はここにあります")
    c = hands.put("間に入る付箋", "research")
    end = hands.at_note(b) - QPoint(0, 20)
    hands.drag(hands.at_note(c), end)
    assert hands.texts() == [hands.text(a), "間に入る付箋", hands.text(b)]


def test_alt_and_drag_makes_a_copy(hands):
    id = hands.put("写す", colour=4)
    hands.drag(hands.at_note(id), hands.at_cell("use", "actions", SELECTOR), M.AltModifier)
    assert (hands.texts(), hands.texts("use")) == (["写す"], ["写す"])
    assert hands.board.selection.ids != [id]


def test_notes_of_several_cells_are_dragged_in_formation(hands):
    a, b = hands.put("a"), hands.put("b", "research")
    hands.select(a, b)
    hands.drag(hands.at_note(a), hands.at_cell("comparison", "actions", DECISION))
    assert hands.where(a) == ("comparison", "actions", DECISION)
    assert hands.where(b) == ("approval", "actions", DECISION)


def test_a_note_cannot_be_dropped_on_the_emotion_curve(hands):
    id = hands.put("動かす")
    hands.drag(hands.at_note(id), hands.at_cell("use", "emotion"))
    assert hands.where(id) == ("awareness", "actions", SELECTOR)


def test_a_note_dragged_below_the_grid_waits_in_the_parking_lot(hands):
    id = hands.put("後で")
    row = hands.board.model.parking_cell[0]
    hands.board.fit()
    x, y, _, h = hands.board.port.rect_to_screen(hands.board.scene.layout.cell_rect((row, 0)))
    hands.drag(hands.at_note(id), QPoint(round(x + 100), round(y + h / 2)))
    assert (hands.document.get("notes", id)["phase"], hands.document.get("notes", id)["lane"]) == ("", "")


def test_shift_click_selects_more_and_takes_out_again(hands):
    a, b = hands.put("a"), hands.put("b", "research")
    hands.click(hands.at_note(a))
    hands.click(hands.at_note(b), M.ShiftModifier)
    assert hands.board.selection.ids == [a, b]
    hands.click(hands.at_note(a), M.ShiftModifier)
    assert hands.board.selection.ids == [b]


def test_a_marquee_selects_what_it_touches(hands):
    a, b, _ = hands.put("a"), hands.put("b", "research"), hands.put("c", "use")
    start = hands.at_cell("awareness", "actions", SELECTOR, 0.02, 0.98)
    hands.drag(start, hands.at_note(b))
    assert sorted(hands.board.selection.ids) == sorted([a, b])


def test_the_board_scrolls_while_a_note_is_held_at_its_border(hands):
    id = hands.put("遠くへ")
    before = hands.board.port.y
    edge = QPoint(hands.at_note(id).x(), hands.board.height() - 6)
    hands.drag(hands.at_note(id), edge, before_release=lambda: QTest.qWait(200))
    assert hands.board.port.y > before


def test_a_paper_dragged_from_the_palette_becomes_a_note(hands):
    swatch = hands.area.toolbar.papers.swatches[5]
    target = hands.board.mapTo(swatch.window(), hands.at_cell("use", "issues")) - swatch.mapTo(swatch.window(), QPoint(0, 0))
    QTest.mousePress(swatch, Qt.MouseButton.LeftButton, M.NoModifier, QPoint(10, 10))
    for i in range(1, 5):
        QTest.mouseMove(swatch, QPoint(10, 10) + (target - QPoint(10, 10)) * i / 4)
    QTest.mouseRelease(swatch, Qt.MouseButton.LeftButton, M.NoModifier, target)
    QApplication.processEvents()
    assert hands.writing
    hands.type("new")
    hands.key(K.Key_Escape)
    made = hands.document.snapshot().all("notes")
    assert [(n["text"], n["colour"], n["lane"]) for n in made] == [("new", 6, "journey-issues")]


def test_the_paper_of_the_toolbar_colours_the_selection(hands):
    id = hands.put("a")
    hands.select(id)
    QTest.mouseClick(hands.area.toolbar.papers.swatches[7], Qt.MouseButton.LeftButton)
    assert hands.document.get("notes", id)["colour"] == 8
    assert hands.board.hasFocus()


# ---- hints

def test_a_click_on_a_hint_begins_the_note_that_is_missing(hands):
    hands.put("選定者の声", "approval", "actions", SELECTOR)
    hands.put("決定者の声", "approval", "actions", DECISION)
    hands.board.hints.look()
    assert [(g.phase, g.role) for g in hands.board.gaps if g.kind == "role"] == [("journey-approval", APPROVER)]
    hands.click(hands.at_cell("approval", "actions", APPROVER, 0.3))
    assert hands.writing
    hands.type("cost")
    hands.key(K.Key_Escape)
    assert hands.texts("approval", "actions", APPROVER) == ["cost"]
    hands.board.hints.look()
    assert not [g for g in hands.board.gaps if g.kind == "role"]


# ---- emotion

def test_an_emotion_point_is_dragged_in_half_steps(hands):
    start = knot_at(hands, SELECTOR, 0)
    hands.drag(start, start - QPoint(0, 38))
    assert hands.document.snapshot().family("journeys", "journey", "emotion") == {"selector.journey-awareness": 1.5}
    assert hands.undo() == "感情の変更"
    assert hands.document.snapshot().family("journeys", "journey", "emotion") == {}


def knot_at(hands, role: str, phase: int) -> QPoint:
    from fusenapp.ui.journey.emotion import emotion_rows, knots

    row = emotion_rows(hands.board.model)[0]
    knot = next(k for k in knots(hands.board.model, hands.board.scene.layout, row) if (k.role, k.phase) == (role, phase))
    return QPointF(*hands.board.port.to_screen(knot.x, knot.y)).toPoint()


# ---- headers

def header(hands, axis: str, index: int) -> QPoint:
    return hands.board.commands.grid.header_rect(axis, index).center().toPoint()


def test_a_phase_is_dragged_to_another_place(hands):
    before = names(hands, "phases")
    hands.drag(header(hands, "phases", 0), header(hands, "phases", 2) + QPoint(40, 0))
    assert names(hands, "phases")[:3] == [before[1], before[2], before[0]]
    assert hands.undo() == "フェーズの移動"
    assert names(hands, "phases") == before


def test_a_lane_is_dragged_to_another_place(hands):
    before = names(hands, "lanes")
    hands.drag(header(hands, "lanes", 1), header(hands, "lanes", 0) - QPoint(0, 60))
    assert names(hands, "lanes")[:2] == [before[1], before[0]]


def test_a_double_click_on_a_header_renames_it(hands):
    hands.double_click(header(hands, "phases", 3))
    editor = hands.board.commands.grid.name_editor
    assert editor.text() == "稟議・決裁"
    editor.setText("稟議")
    QTest.keyClick(editor, K.Key_Return)
    assert names(hands, "phases")[3] == "稟議"
    hands.double_click(header(hands, "lanes", 1))
    editor = hands.board.commands.grid.name_editor
    editor.setText("捨てる名前")
    QTest.keyClick(editor, K.Key_Escape)
    assert names(hands, "lanes")[1] == "接点・チャネル"


def test_the_plus_between_headers_inserts_and_asks_for_the_name(hands):
    port, layout = hands.board.port, hands.board.scene.layout
    hands.click(QPoint(round(port.to_screen(float(layout.col_x[3]), 0)[0]), round(port.top)))
    editor = hands.board.commands.grid.name_editor
    editor.setText("検討中断")
    QTest.keyClick(editor, K.Key_Return)
    assert names(hands, "phases")[2:5] == ["比較・検討", "検討中断", "稟議・決裁"]
    hands.click(QPoint(9, round(port.to_screen(0, layout.lane_span(1)[0])[1])))
    editor = hands.board.commands.grid.name_editor
    editor.setText("気持ち")
    QTest.keyClick(editor, K.Key_Return)
    assert names(hands, "lanes")[:2] == ["行動", "気持ち"]


def test_the_edge_of_a_header_resizes(hands):
    port, layout = hands.board.port, hands.board.scene.layout
    edge = QPoint(round(port.to_screen(float(layout.col_x[1]), 0)[0]), 12)
    hands.drag(edge, edge + QPoint(64, 0))
    assert hands.document.get("phases", "journey-awareness")["width"] == 224
    edge = QPoint(60, round(port.to_screen(0, sum(layout.lane_span(1)))[1]))
    hands.drag(edge, edge + QPoint(0, 40))
    assert hands.document.get("lanes", "journey-touchpoints")["height"] == pytest.approx(96)


def test_a_locked_grid_does_not_move(hands):
    before = names(hands, "phases")
    hands.board.commands.grid.lock(True)
    hands.drag(header(hands, "phases", 0), header(hands, "phases", 2) + QPoint(40, 0))
    hands.double_click(header(hands, "phases", 0))
    assert names(hands, "phases") == before
    assert hands.board.commands.grid.name_editor is None


def test_a_header_menu_asks_where_the_notes_go_when_a_phase_is_removed(hands):
    from fusenapp.ui.journey import menus
    from fusenapp.ui.journey.hit import Hit

    id = hands.put("残す", "use")
    menu = menus.build(hands.board.commands, Hit("phase", 5))
    remove = next(a for a in menu.actions() if a.text().startswith("削除"))
    assert remove.text() == "削除（付箋1枚は…）"
    choice = next(a for a in remove.menu().actions() if "購入・契約" in a.text())
    choice.trigger()
    assert hands.where(id) == ("purchase", "actions", SELECTOR)
    assert "活用・継続" not in names(hands, "phases")
    assert hands.told[-1] == "「活用・継続」を削除し、付箋1枚を移しました。"
    menu.deleteLater()


def test_a_folded_phase_opens_by_a_click(hands):
    hands.put("畳む", "research")
    hands.board.commands.grid.fold("phases", 1, True)
    assert hands.board.scene.layout.col_w[1] < 40
    assert not len(hands.board.scene.layout.notes_touching((0, 0, 2000, 2000)))
    hands.click(header(hands, "phases", 1))
    assert hands.board.scene.layout.col_w[1] == 160


def test_departments_in_charge_are_chosen_from_a_menu(hands):
    hands.double_click(hands.at_cell("use", "departments"))
    menu = hands.board.open_menu
    next(a for a in menu.actions() if a.text() == "フィールドセールス").trigger()
    menu.close()
    assert [n["department"] for n in hands.document.snapshot().all("notes", lane="journey-departments")] == ["field-sales"]


# ---- view

def test_the_wheel_scrolls_and_with_ctrl_zooms_at_the_pointer(hands):
    hands.wheel(0, -120)
    assert hands.board.port.y > 0
    at = QPointF(500, 400)
    before = hands.board.port.to_board(500, 400)
    hands.wheel(0, 120, M.ControlModifier, at)
    assert hands.board.port.zoom > 1.0
    assert hands.board.port.to_board(500, 400) == pytest.approx(before, abs=0.5)


def test_space_and_middle_button_drag_the_view(hands):
    hands.board.set_zoom(2.0)
    hands.board.scroll_to(200, 200)
    hands.drag(QPoint(600, 400), QPoint(560, 380), button=Qt.MouseButton.MiddleButton)
    assert (hands.board.port.x, hands.board.port.y) == pytest.approx((220, 210))
    QTest.keyPress(hands.board, K.Key_Space)
    hands.drag(QPoint(600, 400), QPoint(640, 420))
    QTest.keyRelease(hands.board, K.Key_Space)
    assert (hands.board.port.x, hands.board.port.y) == pytest.approx((200, 200))
    assert hands.board.selection.ids == []


def test_the_plus_in_an_empty_cell_begins_a_note_and_the_rest_of_the_cell_only_selects_it(hands):
    hands.click(hands.at_cell("use", "issues", across=0.1))
    assert not hands.writing
    assert hands.board.selection.cell == hands.board.model.cell_of("journey-use", "journey-issues", "")
    hands.click(hands.at_cell("use", "issues"))
    assert hands.writing
    hands.type("renewal")
    hands.key(K.Key_Escape)
    assert hands.texts("use", "issues", "") == ["renewal"]
