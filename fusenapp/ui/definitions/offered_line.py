"""A field that offers values which occur in the data, the commonest first, each with its count."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.theme import color, font

_COUNT = Qt.ItemDataRole.UserRole + 1
_ARROW = 18
"""Pixels at the right end that open the list."""


class OfferedLine(QLineEdit):
    """Typing narrows the list; ↓, a click into the empty field or its arrow shows all of it.

    Attributes:
        offered: (value, count), the commonest first.

    Signals:
        chosen: text taken from the list, or typed and confirmed with Enter or by leaving the field.
    """

    chosen = Signal(str)

    def __init__(self, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("small", True)
        self.setAccessibleName(name)
        self.setFixedWidth(width)
        self.offered: list[tuple[str, int]] = []
        self.editingFinished.connect(self._typed)

    def offer(self, values: list[tuple[str, int]]) -> None:
        """What to choose from; a count of 0 is not shown."""
        model = QStandardItemModel(self)
        for text, count in values:
            item = QStandardItem(text)
            item.setData(count, _COUNT)
            item.setData(f"{text} {count:,}" if count else text, Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(item)
        self.offered = values
        completer = QCompleter(model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(10)
        popup = QListView()
        popup.setMinimumWidth(240)
        completer.setPopup(popup)
        popup.setItemDelegate(_Row(popup))
        completer.activated.connect(self._taken)
        self.setCompleter(completer)
        self.setTextMargins(0, 0, _ARROW if values else 0, 0)
        self.setToolTip(translate("Definitions", "↓ shows the values in the leads") if values else "")

    def show_offer(self) -> None:
        """Open the list with everything in it."""
        if self.offered:
            self.setFocus()
            self.completer().setCompletionPrefix("")
            self.completer().complete(QRect(0, 0, max(self.width(), 240), self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.offered and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.show_offer()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.offered and (not self.text() or event.position().x() > self.width() - _ARROW):
            self.show_offer()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.offered:
            icons.draw_icon(QPainter(self), QRectF(self.width() - 20, self.height() / 2 - 6, 12, 12), "chevron-down", color("text3"))

    def _taken(self, text: str) -> None:
        self.setText(text)
        self.chosen.emit(text)

    def _typed(self) -> None:
        self.chosen.emit(self.text())


class _Row(QStyledItemDelegate):
    """Value on the left, count on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index) -> QSize:
        return QSize(super().sizeHint(option, index).width() + 72, 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        place: QRect = option.rect  # type: ignore[attr-defined]
        painter.fillRect(place, color("accentW" if chosen else "surface"))
        painter.setFont(font())
        painter.setPen(color("text"))
        painter.drawText(place.adjusted(10, 0, -70, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        if index.data(_COUNT):
            painter.setFont(font(11))
            painter.setPen(color("text3"))
            words = translate("Definitions", "%n lead(s)", n=index.data(_COUNT))
            painter.drawText(place.adjusted(0, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
