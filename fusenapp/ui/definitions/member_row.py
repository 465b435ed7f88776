"""What the rows of a rule share: the handle, the count, what is wrong with it, and moving by keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.definitions.count_bar import CountBar
from fusenapp.ui.definitions.handle import DragHandle
from fusenapp.ui.theme import font
from fusenapp.ui.widgets import IconButton, IconLabel

MARK_WIDTH = 14


def kind_width() -> int:
    """Of the box right of the counts: the widest of its words, so that the counts of all rows stand in one line."""
    metrics = QFontMetrics(font())
    return max(metrics.horizontalAdvance(words) for words in kind_words().values()) + 60


def kind_words() -> dict[str, str]:
    """What a clause can be for."""
    return {"required": translate("Definitions", "Required"), "knock-out": translate("Definitions", "Knock-out"),
            "points": translate("Definitions", "Points")}


class MemberRow(QFrame):
    """One line of a group; fill ``bar`` between the handle and the count.

    Signals:
        changed: (record id or "", fields): write this.
        removed: record id or "".
        moved: (record id, −1 up or +1 down).
        dragged, dropped: (record id, global position).
    """

    changed = Signal(str, object)
    removed = Signal(str)
    moved = Signal(str, int)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, record: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = record
        self.muted = False
        self.count = CountBar()
        self.problem = IconLabel("alert-circle", "", token="warn")
        self.problem.label.setWordWrap(True)
        self.problem.hide()
        self.more = IconButton("more", translate("Definitions", "More"), on=self._menu, small=True)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(6)
        self.bar.addWidget(self._handle(), 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(2)
        layout.addLayout(self.bar)
        layout.addWidget(self.problem)
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(self.record, step))

    def _handle(self) -> DragHandle:
        handle = DragHandle()
        handle.dragged.connect(lambda at: self.dragged.emit(self.record, at))
        handle.dropped.connect(lambda at: self.dropped.emit(self.record, at))
        handle.setVisible(bool(self.record))
        return handle

    def show_count(self, counts: Mapping[str, int] | None, problem: str = "") -> None:
        """How many leads meet it, or why that cannot be said."""
        self.count.show_counts(counts, problem)
        self.problem.set("alert-circle", problem, "warn")
        self.problem.setVisible(bool(problem))

    def parts(self) -> dict[str, QWidget]:
        """What can have the keyboard, by name; so that the same part has it again after the rule was built anew."""
        return {"more": self.more}

    def focused_part(self) -> str:
        """Name of the part that has the keyboard, or empty."""
        return next((name for name, part in self.parts().items() if part.hasFocus() or part.isAncestorOf(self.focusWidget() or self)), "")

    def focus_part(self, name: str) -> None:
        """Put the keyboard on a part."""
        self.parts().get(name, self.more).setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_menu(self, menu: QMenu) -> None:
        """What stands in the menu above moving and deleting."""

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        if self.record:
            menu.addAction(icons.icon("arrow-up"), translate("Definitions", "Move up"), lambda: self.moved.emit(self.record, -1))
            menu.addAction(icons.icon("arrow-down"), translate("Definitions", "Move down"), lambda: self.moved.emit(self.record, 1))
            menu.addSeparator()
        menu.addAction(icons.icon("trash"), translate("Definitions", "Delete the condition"), lambda: self.removed.emit(self.record))
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height()))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
