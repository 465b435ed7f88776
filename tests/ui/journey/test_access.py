"""The board for people who do not see it: every note is readable, and the window names its parts."""

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
    assert [board.child(i).text(QAccessible.Text.Name) for i in range(board.childCount())] == [
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
    assert interface.childCount() == 0
    assert not note.isValid()


def test_every_control_of_the_area_has_a_name(hands):
    from PySide6.QtCore import Qt
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
    from PySide6.QtCore import Qt

    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(Qt.Key.Key_N)
    for i in range(6):
        hands.type(f"step {i}")
        hands.key(Qt.Key.Key_Tab if i < 5 else Qt.Key.Key_Escape)
    phases = ("awareness", "research", "comparison", "approval", "purchase", "use")
    assert [hands.texts(phase) for phase in phases] == [[f"step {i}"] for i in range(6)]
