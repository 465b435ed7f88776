"""Hand-offs between roles: arrows from note to note, drawn, written on and removed."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.editing import links
from fusenapp.ui.journey.scene import handle_points

from .conftest import APPROVER, DECISION, SELECTOR

K, M = Qt.Key, Qt.KeyboardModifier
CONNECT = M.ControlModifier | M.ShiftModifier


def arrows(hands) -> list[tuple[str, str, str]]:
    return [(link["source"][1], link["target"][1], link.get("label", "")) for link in hands.document.snapshot().all("links")]


def dot(hands, id: str) -> QPoint:
    rect = hands.board.scene.layout.note_rect(hands.board.model.slot_of[id])
    return handle_points(rect, hands.board.port)[1].toPoint()


def on_line(hands, part: int) -> QPoint:
    route = hands.board.scene.arrows.routes[0]
    (x0, y0), (x1, y1) = route.points[part], route.points[part + 1]
    return QPointF(*hands.board.port.to_screen((x0 + x1) / 2, (y0 + y1) / 2)).toPoint()


def test_an_arrow_is_dragged_from_the_dot_of_a_note_to_another_note(hands):
    a, b = hands.put("依頼"), hands.put("確認", "research", "actions", DECISION)
    hands.click(hands.at_note(a))
    hands.drag(dot(hands, a), hands.at_note(b))
    assert arrows(hands) == [(a, b, "")]
    assert hands.where(a) == ("awareness", "actions", SELECTOR), "the note itself stays"
    assert hands.undo() == "付箋をつなぐ操作"
    assert arrows(hands) == []


def test_an_arrow_let_go_over_nothing_is_none(hands):
    a = hands.put("依頼")
    hands.click(hands.at_note(a))
    hands.drag(dot(hands, a), hands.at_cell("use", "issues"))
    assert arrows(hands) == []


def test_selected_notes_are_connected_by_keyboard_in_the_order_of_selecting(hands):
    a, b, c = hands.put("下書き"), hands.put("確認", role=DECISION), hands.put("決裁", role=APPROVER)
    hands.select(a, b, c)
    hands.key(K.Key_L, CONNECT)
    assert sorted(arrows(hands)) == sorted([(a, b, ""), (b, c, "")])
    assert hands.undo() == "付箋をつなぐ操作"
    assert arrows(hands) == []


def test_without_a_note_it_is_told_how_to_connect(hands):
    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(K.Key_L, CONNECT)
    assert "ドラッグ" in hands.told[-1]


def test_one_note_is_connected_with_a_far_one_that_is_found_by_typing(hands):
    a, b = hands.put("下書き"), hands.put("決裁する", "approval", "actions", APPROVER)
    hands.put("比較する", "comparison", "actions", DECISION)
    hands.put("リード数", "comparison", "kpi", "")
    hands.select(a)
    hands.key(K.Key_L, CONNECT)
    picker = hands.board.commands.arrange.picker
    assert picker.entries() == ["比較する · 行動 · 決定者", "決裁する · 行動 · 決裁者"]
    event = QInputMethodEvent("", [])
    event.setCommitString("決裁する")
    QApplication.sendEvent(picker.input, event)
    assert picker.entries() == ["決裁する · 行動 · 決裁者"]
    QTest.keyClick(picker.input, K.Key_Return)
    assert arrows(hands) == [(a, b, "")]
    assert hands.board.hasFocus()
    assert hands.undo() == "付箋をつなぐ操作"


def test_an_arrow_that_is_there_is_taken_written_on_and_removed_by_keyboard_alone(hands):
    a, b = hands.put("下書き"), hands.put("決裁する", "approval", "actions", APPROVER)
    links.connect(hands.document, [a, b])
    hands.context.bridge.flush()
    hands.select(a)
    hands.key(K.Key_L, CONNECT)
    picker = hands.board.commands.arrange.picker
    assert picker.entries() == ["矢印の先：決裁する"]
    QTest.keyClick(picker.input, K.Key_Return)
    hands.key(K.Key_Return)
    editor = hands.board.commands.arrange.label_editor
    editor.setText("稟議書")
    QTest.keyClick(editor, K.Key_Return)
    assert arrows(hands) == [(a, b, "稟議書")]
    hands.key(K.Key_Delete)
    assert arrows(hands) == []


def test_a_click_takes_an_arrow_enter_writes_on_it_and_delete_removes_it(hands):
    a, b = hands.put("下書き"), hands.put("確認", "comparison", "actions", DECISION)
    links.connect(hands.document, [a, b])
    hands.context.bridge.flush()
    hands.click(on_line(hands, 1))
    assert hands.board.selection.arrow
    hands.key(K.Key_Return)
    editor = hands.board.commands.arrange.label_editor
    editor.setText("比較表")
    QTest.keyClick(editor, K.Key_Return)
    assert arrows(hands) == [(a, b, "比較表")]
    assert hands.board.selection.arrow
    assert hands.board.hasFocus()
    hands.key(K.Key_Delete)
    assert arrows(hands) == []
    assert hands.undo() == "矢印の削除"
    assert arrows(hands) == [(a, b, "比較表")]


def test_a_double_click_on_an_arrow_writes_on_it_and_an_emptied_label_goes(hands):
    a, b = hands.put("下書き"), hands.put("確認", "comparison", "actions", DECISION)
    links.connect(hands.document, [a, b], "比較表")
    hands.context.bridge.flush()
    hands.double_click(on_line(hands, 1))
    editor = hands.board.commands.arrange.label_editor
    assert editor.text() == "比較表"
    editor.setText("")
    QTest.keyClick(editor, K.Key_Return)
    assert arrows(hands) == [(a, b, "")]


def test_an_arrow_follows_its_notes_and_goes_with_them(hands):
    a, b = hands.put("下書き"), hands.put("確認", "research", "actions", DECISION)
    links.connect(hands.document, [a, b])
    hands.context.bridge.flush()
    before = hands.board.scene.arrows.routes[0].points
    hands.select(b)
    hands.key(K.Key_Right, M.AltModifier)
    assert hands.board.scene.arrows.routes[0].points != before
    hands.select(a)
    hands.key(K.Key_Delete)
    assert hands.board.scene.arrows.routes == []


def test_an_arrow_is_painted_in_the_gutter_between_the_phases(hands):
    a, b = hands.put("下書き"), hands.put("確認", "research", "actions", APPROVER)

    def gutter() -> QImage:
        x = round(hands.board.port.to_screen(float(hands.board.scene.layout.col_x[1]), 0)[0])
        return hands.board.grab().toImage().copy(x - 6, round(hands.board.port.top) + 16, 12, 300)

    before = gutter()
    links.connect(hands.document, [a, b])
    hands.context.bridge.flush()
    assert gutter() != before


def test_an_arrow_is_no_link_to_a_persona_or_kpi(hands):
    a, b = hands.put("下書き"), hands.put("確認")
    links.connect(hands.document, [a, b])
    hands.context.bridge.flush()
    assert hands.board.model.linked == set()


def test_the_details_name_where_the_arrow_goes_and_remove_it(hands):
    from fusenapp.ui.widgets import IconButton

    a, b = hands.put("下書き"), hands.put("確認", "research")
    links.connect(hands.document, [a, b])
    hands.context.bridge.flush()
    hands.select(b)
    inspector = hands.context.inspector.current
    inspector.refresh()
    remove = next(button for button in inspector.findChildren(IconButton) if button.toolTip() == "矢印を削除")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert arrows(hands) == []
