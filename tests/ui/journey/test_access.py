"""The board for people who do not see it: every note is readable, and the window names its parts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from .conftest import SELECTOR


def readable(hands):
    return QAccessible.queryAccessibleInterface(hands.board)


def test_the_board_is_a_list_of_its_notes_in_reading_order(hands):
    hands.put("第二", "research")
    hands.put("第一", "awareness")
    hands.put("第三", "awareness", "issues", "")
    board = readable(hands)
    assert board.role() == QAccessible.Role.List
    assert board.text(QAccessible.Text.Name) == "ジャーニーのボード"
    notes = [board.child(i) for i in range(board.childCount()) if board.child(i).role() == QAccessible.Role.ListItem]
    assert [note.text(QAccessible.Text.Name) for note in notes] == [
        "第一, 課題の気づき・認知, 行動, 選定者", "第二, 情報収集・学び・関心, 行動, 選定者", "第三, 課題の気づき・認知, 課題"]


def test_a_note_tells_where_it_is_on_the_screen_and_whether_it_is_selected(hands):
    id = hands.put("選ぶ")
    hands.put("ほか", "research")
    hands.select(id)
    note = readable(hands).child(0)
    assert note.rect().contains(hands.board.mapToGlobal(hands.at_note(id)))
    assert note.state().selected == 1
    assert readable(hands).child(1).state().selected == 0
    at = hands.board.mapToGlobal(hands.at_note(id))
    assert readable(hands).childAt(at.x(), at.y()).text(QAccessible.Text.Name).startswith("選ぶ")


def test_a_note_that_is_gone_is_gone_for_readers_too(hands):
    id = hands.put("消す")
    interface = readable(hands)
    note = interface.child(0)
    hands.select(id)
    hands.board.commands.delete()
    assert interface.child(0).role() == QAccessible.Role.Cell
    assert not note.isValid()


def test_every_cell_is_readable_and_the_one_that_the_keyboard_is_on_has_the_focus(hands):
    hands.put("一", "use", "issues", "")
    hands.stand_in("use", "issues")
    board = readable(hands)
    cell = board.focusChild()
    assert cell.role() == QAccessible.Role.Cell
    assert cell.text(QAccessible.Text.Name) == "活用・継続, 課題, 付箋1枚"
    assert cell.state().focused == 1
    assert board.child(board.indexOfChild(cell)) is cell
    hands.key(Qt.Key.Key_Left)
    assert board.focusChild().text(QAccessible.Text.Name) == "購入・契約, 課題, 付箋なし"
    assert cell.state().focused == 0
    at = hands.board.mapToGlobal(hands.at_cell("purchase", "issues"))
    assert board.childAt(at.x(), at.y()) is board.focusChild()


def test_an_emotion_point_tells_its_role_and_level(hands):
    hands.stand_in("awareness", "emotion")
    hands.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert readable(hands).focusChild().text(QAccessible.Text.Name) == "課題の気づき・認知, 感情, 選定者, +0.5"
    hands.key(Qt.Key.Key_Down)
    assert readable(hands).focusChild().text(QAccessible.Text.Name) == "課題の気づき・認知, 感情, 決定者, 未設定"


def test_a_note_tells_who_wrote_it_and_where_its_arrows_go(hands):
    from fusenapp.editing import links

    a, b = hands.put("下書き"), hands.put("確認", "research")
    links.connect(hands.document, [a, b])
    hands.context.bridge.flush()
    first = readable(hands).child(0)
    assert first.text(QAccessible.Text.Description) == "佐倉（マーケティング）, 矢印の先：確認"


def test_every_control_of_the_area_has_a_name(hands):
    from PySide6.QtWidgets import QWidget

    hands.select(hands.put("名前"))
    inspector = hands.context.inspector.current
    inspector.refresh()
    parts = [*hands.area.findChildren(QWidget), *inspector.findChildren(QWidget)]
    focusable = [w for w in parts if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.window() in (hands.area, inspector) and w.isVisibleTo(w.window())]
    unnamed = [w for w in focusable if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert len(focusable) > 15
    assert unnamed == []


def test_the_whole_journey_can_be_written_by_keyboard(hands):

    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(Qt.Key.Key_N)
    for i in range(6):
        hands.type(f"step {i}")
        hands.key(Qt.Key.Key_Tab if i < 5 else Qt.Key.Key_Escape)
    phases = ("awareness", "research", "comparison", "approval", "purchase", "use")
    assert [hands.texts(phase) for phase in phases] == [[f"step {i}"] for i in range(6)]


def test_what_the_keyboard_does_is_read_aloud_step_by_step(hands):
    """With nothing but keys and what a screen reader is told: find a note, move it, write the next one, delete it."""
    id = hands.put("価格を調べる", "awareness")
    board = QAccessible.queryAccessibleInterface(hands.board)

    def heard() -> str:
        inside = board.focusChild()
        assert inside is not None
        assert inside.state().focused
        return inside.text(QAccessible.Text.Name)

    hands.select(id)
    first = heard()
    assert first.startswith("価格を調べる, ")
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    moved = heard()
    assert moved.startswith("価格を調べる, ")
    assert moved != first
    hands.key(Qt.Key.Key_Tab)
    hands.type("x")
    hands.key(Qt.Key.Key_Escape)
    assert heard().startswith("x, ")
    hands.key(Qt.Key.Key_Delete)
    assert hands.texts("comparison") == []
    assert "x" not in heard().split(", ")
