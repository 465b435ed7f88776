"""What a user does with the rule builder, by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QWidget

from fusenapp.domain import definition
from fusenapp.ui.definitions.clause_row import ClauseRow


class RuleUser:
    """Works on one definition area."""

    def __init__(self, qtbot, context, widget) -> None:
        self.qtbot, self.context, self.widget, self.builder = qtbot, context, widget, widget.builder
        self.rule = widget._rule

    @property
    def definition(self):
        self.context.bridge.flush()
        return definition.from_snapshot(self.context.snapshot(), self.rule)

    @property
    def said(self) -> str:
        self.context.bridge.flush()
        return self.widget.sentence.text.text()

    def row(self, field: str) -> ClauseRow:
        return next(r for r in self.builder.rows.values() if isinstance(r, ClauseRow) and r.field.currentText() == field)

    def counted(self) -> None:
        """Wait until the figures beside the rule stand for the rule as it is now."""
        self.context.bridge.flush()
        self.qtbot.waitUntil(lambda: not self.widget._timer.isActive() and not self.widget._task.running, timeout=20_000)

    def press(self, words: str, inside: QWidget | None = None, at: int = 0) -> None:
        buttons = [b for b in (inside or self.builder).findChildren(QPushButton) if b.text() == words and not b.isHidden()]
        self.qtbot.mouseClick(buttons[at], Qt.MouseButton.LeftButton)
        self.context.bridge.flush()

    def add(self, group: str | None = None) -> ClauseRow:
        """Press 条件を追加 of a group (the outermost) and wait for the empty row."""
        card = self.builder.cards[group or self.definition.root.record]
        self.qtbot.mouseClick(card.add_clause, Qt.MouseButton.LeftButton)
        row = next(r for r in card.findChildren(ClauseRow) if not r.record)
        self.qtbot.waitUntil(row.field.hasFocus)
        return row

    def choose(self, box: QComboBox, words: str) -> None:
        """Pick an entry of a box by opening its list and clicking on it."""
        index = box.findText(words)
        assert index >= 0, f"{words} is not offered: {[box.itemText(i) for i in range(box.count())]}"
        box.showPopup()
        view = box.view()
        self.qtbot.waitUntil(view.isVisible)
        place = view.visualRect(box.model().index(index, 0))
        view.scrollTo(box.model().index(index, 0))
        place = view.visualRect(box.model().index(index, 0))
        self.qtbot.wait(QApplication.doubleClickInterval() // 4)
        self.qtbot.mouseMove(view.viewport(), place.center())
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        self.qtbot.waitUntil(lambda: not view.isVisible())
        self.context.bridge.flush()

    def type(self, field: QLineEdit, text: str) -> None:
        """Replace a field's text and confirm with Enter; Japanese comes from an input method."""
        field.setFocus()
        field.selectAll()
        if text.isascii():
            self.qtbot.keyClicks(field, text)
        else:
            self.commit(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.context.bridge.flush()

    def compose(self, field: QLineEdit, text: str) -> None:
        """An input method shows a conversion under way."""
        QApplication.sendEvent(field, QInputMethodEvent(text, []))

    def commit(self, field: QLineEdit, text: str) -> None:
        """The input method hands over the finished text."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(field, event)

    def menu(self, row, words: str) -> None:
        """Open a row's menu and choose an entry."""
        self.qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: row.findChild(QMenu) is not None and row.findChild(QMenu).isVisible())
        menu = row.findChild(QMenu)
        action = next(a for a in menu.actions() if a.text() == words)
        self.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self.context.bridge.flush()
        self.qtbot.wait(1)

    def drag(self, handle: QWidget, to: QWidget, at: QPoint) -> None:
        """Take a handle with the mouse and drop it at a point of another widget."""
        target = handle.mapFromGlobal(to.mapToGlobal(at))
        self.qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(8, 14))
        self.qtbot.mouseMove(handle, QPoint(8, 30))
        self.qtbot.mouseMove(handle, target)
        self.qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=target)
        self.context.bridge.flush()
