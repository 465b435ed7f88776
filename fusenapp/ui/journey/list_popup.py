"""A popup to choose from: one field to search, one list in groups; the arrow keys walk it while one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from fusenapp.ui.journey.surface import Board
from fusenapp.ui.palette.fuzzy import folded, score_folded
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import Text

WIDTH, HEIGHT = 380, 360
HELD = Qt.ItemDataRole.UserRole
"""Role under which an item of the list holds what it stands for."""


class Choice(NamedTuple):
    """One line of the list: what it stands for, its name, and the heading under which it stands."""

    held: Any
    name: str
    group: str


class ListPopup(QFrame):
    """Enter or a click chooses, Esc closes. While an input method composes, the keys are its own.

    Args:
        title: what is chosen, above the field; keys: what the keys do, below the list.
    """

    def __init__(self, board: Board, choices: Sequence[Choice], *, title: str, keys: str, hint: str, name: str) -> None:
        super().__init__(board, Qt.WindowType.Popup)
        self._board = board
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setFixedSize(QSize(WIDTH, HEIGHT))
        self.input = QLineEdit(placeholderText=hint)
        self.input.setAccessibleName(title)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(title, keys)
        self._choices = list(choices)
        self._folded = [folded(f"{choice.name} {choice.group}") for choice in choices]
        self.input.textChanged.connect(self._search)
        self.input.installEventFilter(self)
        self.list.itemClicked.connect(self.choose)
        self._search("")

    def open_below(self, slot: int) -> None:
        """Show below a note."""
        x, y, _, h = self._board.port.rect_to_screen(self._board.scene.layout.note_rect(slot))
        self.open_at(QPoint(int(x), int(y + h + 4)))

    def open_at(self, at: QPoint) -> None:
        """Show near a point of the board, inside the window."""
        window = self._board.window()
        corner = self._board.mapToGlobal(at)
        limit = window.mapToGlobal(QPoint(window.width() - WIDTH - 8, window.height() - HEIGHT - 8))
        self.move(min(corner.x(), limit.x()), min(corner.y(), limit.y()))
        self.show()
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)

    def entries(self) -> list[str]:
        """The names that can be chosen now."""
        items = (self.list.item(i) for i in range(self.list.count()))
        return [item.text() for item in items if item.data(HELD) is not None]

    def choose(self, item: QListWidgetItem) -> None:
        """What a click or Enter on a line does."""
        raise NotImplementedError

    def show_line(self, choice: Choice) -> QListWidgetItem:
        """The line for a choice."""
        item = QListWidgetItem(choice.name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setToolTip(choice.name)
        return item

    def last_lines(self, typed: str) -> None:
        """Lines after those that were found, such as one to make what was typed."""

    def add_line(self, item: QListWidgetItem, held: Any) -> None:
        """Put a line at the end of the list."""
        item.setData(HELD, held)
        self.list.addItem(item)

    def _lay_out(self, title: str, keys: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(Text(title, "caption"))
        layout.addWidget(self.input)
        layout.addWidget(self.list, 1)
        layout.addWidget(Text(keys, "caption"))

    def _search(self, text: str) -> None:
        words, group = folded(text).split(), ""
        self.list.clear()
        for choice, choice_words in zip(self._choices, self._folded, strict=True):
            if words and not score_folded(words, choice_words, False):
                continue
            if choice.group != group:
                group = choice.group
                self._add_heading(group)
            self.add_line(self.show_line(choice), choice.held)
        self.last_lines(text.strip())
        rows = self._rows()
        if rows:
            self.list.setCurrentRow(rows[0])

    def _add_heading(self, group: str) -> None:
        heading = QListWidgetItem(group)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(font(11, bold=True))
        heading.setForeground(color("text3"))
        self.list.addItem(heading)

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(Qt.Key(event.key()))

    def _key(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentItem() is not None:
                self.choose(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        rows = self._rows()
        if rows:
            at = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
            self.list.setCurrentRow(rows[min(max(at + step, 0), len(rows) - 1)])

    def _rows(self) -> list[int]:
        return [i for i in range(self.list.count()) if self.list.item(i).data(HELD) is not None]
