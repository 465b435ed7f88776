"""The popup of Ctrl+K: one field, one list of commands and content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nlargest
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.palette.fuzzy import folded, score_folded
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import Text, hline

MOST = 60
FEW = 1
"""With fewer exact finds than this, letters in order are tried."""
ROW = 40
Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """One line of the palette. ``bonus`` lifts commands over content that matches as well."""

    title: str
    subtitle: str
    icon: str
    shortcut: str
    run: Callable[[], Any]
    bonus: float = 0.0


class Finder:
    """Searches entries; what can be done once per opening is done here."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._folded = [(folded(entry.title), folded(f"{entry.title} {entry.subtitle}"), entry) for entry in entries]

    def best(self, query: str) -> list[Entry]:
        """The entries that answer a query, best first; without a query the commands as they are."""
        words = folded(query).split()
        if not words:
            return [entry for entry in self.entries if entry.bonus][:MOST]
        found = self._ranked(words, loose=False)
        return found if len(found) >= FEW else self._ranked(words, loose=True)

    def _ranked(self, words: list[str], loose: bool) -> list[Entry]:
        ranked: list[tuple[float, Entry]] = []
        for title, both, entry in self._folded:
            points = score_folded(words, title, loose) or 0.7 * score_folded(words, both, loose)
            if points:
                ranked.append((points + entry.bonus, entry))
        return [entry for _, entry in nlargest(MOST, ranked, key=lambda pair: pair[0])]


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.title}  {entry.subtitle}".strip() if role == Qt.ItemDataRole.AccessibleTextRole else entry.title
        return entry if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accentW"))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        icons.draw_icon(painter, QRectF(rect.x() + 14, rect.center().y() - 9, 18, 18), entry.icon or "chevron-right",
                        color("accent" if chosen else "text2"))
        self._words(painter, rect.adjusted(44, 0, -16, 0), entry)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        small = font(11)
        right = entry.shortcut or entry.subtitle
        room = min(QFontMetrics(small).horizontalAdvance(right) + 16, rect.width() * 0.45) if right else 0
        painter.setFont(font())
        painter.setPen(color("text"))
        place = rect.adjusted(0, 0, -room, 0)
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(small)
        painter.setPen(color("text3"))
        cut = painter.fontMetrics().elidedText(right, Qt.TextElideMode.ElideLeft, int(room))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, cut)


class Palette(QFrame):
    """Lies over the page; Up and Down choose, Enter does it, Esc closes.

    Args:
        host: the page.
        entries: gives everything that can be found, asked for each time the palette opens.
    """

    def __init__(self, host: QWidget, entries: Callable[[], list[Entry]]) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("popup")
        self._make, self._finder = entries, Finder(())
        self._before: QWidget | None = None
        self.input = QLineEdit(placeholderText=translate("Palette", "Search what is written, or a command"))
        self.input.setObjectName("paletteInput")
        self.input.setAccessibleName(translate("Palette", "Search and commands"))
        self.list = QListView(uniformItemSizes=True)
        self.list.setAccessibleName(translate("Palette", "Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = _Model(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self))
        self._nothing = Text(translate("Palette", "Nothing found. Try another word."), "secondary")
        self._nothing.setContentsMargins(16, 12, 16, 16)
        self._lay_out()
        self.input.textChanged.connect(self._search)
        self.list.clicked.connect(self._run)
        self.input.installEventFilter(self)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show, with ``text`` typed already."""
        host = self._host
        self._before = host.window().focusWidget()
        self._finder = Finder(self._make())
        width = min(640, host.width() - 48)
        self.setGeometry((host.width() - width) // 2, 56, width, 100)
        self.input.setText(text)
        self._search(text)
        self.show()
        self.raise_()
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Hide, and give the keyboard back to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and not self.isAncestorOf(self.window().focusWidget() or self):
            self.hide()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key in steps:
            self._move(steps[key])
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        count = self._model.rowCount()
        if count:
            row = self.list.currentIndex().row() + step
            row = row % count if abs(step) == 1 else min(max(row, 0), count - 1)
            self.list.setCurrentIndex(self._model.index(row))

    def _search(self, text: str) -> None:
        self._model.show(self._finder.best(text))
        count = self._model.rowCount()
        self._nothing.setVisible(not count)
        self.list.setVisible(bool(count))
        if count:
            self.list.setCurrentIndex(self._model.index(0))
        height = 58 + (min(count, 10) * ROW + 8 if count else 44)
        self.resize(self.width(), min(height, self._host.height() - 80))

    def _run(self, index: Index) -> None:
        if index.isValid():
            entry: Entry = index.data(Qt.ItemDataRole.UserRole)
            self.close_palette()
            entry.run()

    def _lay_out(self) -> None:
        glass = QLabel()
        glass.setPixmap(icons.pixmap("search", 20, "text3"))
        top = QHBoxLayout()
        top.setContentsMargins(14, 4, 14, 4)
        top.setSpacing(8)
        top.addWidget(glass)
        top.addWidget(self.input, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(hline())
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing)
