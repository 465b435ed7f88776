"""What the rows of a rule share: the handle, the count, what is wrong with it, and moving by keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from fusenapp.domain.definition import Clause, Include
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.definitions.clause_details import Around, ClauseDetails
from fusenapp.ui.definitions.count_bar import CountBar
from fusenapp.ui.definitions.handle import DragHandle
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import IconButton, IconLabel

MARK_WIDTH = 14
_MARKED = 4000
"""Milliseconds for which a row stands out that a link led to."""


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
        backed: (record id, key of the evidence, what it says or None).
        unfolded: (record id, whether the details are open).
        edited: (record id, ``copy``, ``cut``, ``paste`` or ``duplicate``).
        asked: id of the note of the journey that it was made of.
    """

    asked = Signal(str)

    backed = Signal(str, str, object)
    unfolded = Signal(str, bool)
    edited = Signal(str, str)
    changed = Signal(str, object)
    removed = Signal(str)
    moved = Signal(str, int)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, record: str, around: Around | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record, self.around = record, around or Around()
        self.details: ClauseDetails | None = None
        self._condition: Clause | Include | None = None
        self._guessed = ""
        self.unfold = IconButton("chevron-down", translate("Definitions", "Details and evidence"), on=self.toggle_details, small=True)
        if not record:
            self.unfold.hide()
        self.muted = False
        self.marked = False
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
        self._below = layout
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(self.record, step))
        for key, what in (("Ctrl+C", "copy"), ("Ctrl+X", "cut"), ("Ctrl+V", "paste"), ("Ctrl+D", "duplicate")):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda what=what: self.record and self.edited.emit(self.record, what))

    def toggle_details(self) -> None:
        """Open or close what stands behind the condition."""
        self.open_details(self.details is None)
        self.unfolded.emit(self.record, self.details is not None)

    def open_details(self, wanted: bool) -> None:
        """Show the details, or take them away."""
        if wanted and self.details is None:
            self.details = ClauseDetails(self.around)
            self.details.changed.connect(lambda fields: self.changed.emit(self.record, fields))
            self.details.backed.connect(lambda key, told: self.backed.emit(self.record, key, told))
            self.details.asked.connect(self.asked)
            self._below.addWidget(self.details)
        elif not wanted and self.details is not None:
            self._below.removeWidget(self.details)
            self.details.hide()
            self.details.deleteLater()
            self.details = None
        self.unfold.setIcon(icons.icon("chevron-up" if wanted else "chevron-down", "text2", sizes=(16,)))
        if self._condition is not None:
            self.show_details(self._condition)

    def mark(self) -> None:
        """Stand out for a moment: this is the row that a link meant."""
        self.marked = True
        self.update()
        QTimer.singleShot(_MARKED, self, self._unmark)

    def _unmark(self) -> None:
        self.marked = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.marked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def show_details(self, condition: Clause | Include) -> None:
        """Take over what the document says behind the condition, and tell in short what there is."""
        self._condition = condition
        if self.details is not None:
            self.details.show_condition(condition, self._guessed)
        told = [condition.comment, translate("Definitions", "%n piece(s) of evidence", n=len(condition.evidence)) if condition.evidence else ""]
        self.unfold.setToolTip("\n".join([translate("Definitions", "Details and evidence"), *(t for t in told if t)]))

    def show_guess(self, words: str) -> None:
        """Why the field looks filled only after hand-over; empty where it does not."""
        self._guessed = words
        if self._condition is not None:
            self.show_details(self._condition)

    def _handle(self) -> DragHandle:
        handle = DragHandle()
        handle.dragged.connect(lambda at: self.dragged.emit(self.record, at))
        handle.dropped.connect(lambda at: self.dropped.emit(self.record, at))
        if not self.record:
            handle.hide()
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
            for words, key, icon, what in (
                    (translate("Definitions", "Copy"), "Ctrl+C", "copy", "copy"), (translate("Definitions", "Cut"), "Ctrl+X", "minus", "cut"),
                    (translate("Definitions", "Paste below"), "Ctrl+V", "down-circle", "paste"),
                    (translate("Definitions", "Duplicate"), "Ctrl+D", "plus", "duplicate")):
                action = menu.addAction(icons.icon(icon), f"{words}\t{key}")
                action.triggered.connect(lambda *_, what=what: self.edited.emit(self.record, what))
            menu.addSeparator()
        menu.addAction(icons.icon("trash"), translate("Definitions", "Delete the condition"), lambda: self.removed.emit(self.record))
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height()))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
