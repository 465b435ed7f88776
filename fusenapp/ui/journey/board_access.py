"""The board for screen readers: every note, and every cell that the keyboard can be on, is a readable child.

One painted surface has no children of its own, so the factory gives the board an interface that makes one
object per note when it is asked. Objects are registered with Qt by id and kept as long as the board lives.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget

from fusenapp.i18n import translate
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.journey.lane_header import below_name

_installed: list[Any] = []


def install(board: BoardView) -> None:
    """Give the board a readable inside, and tell screen readers when another note is selected."""
    if not _installed:
        _installed.append(_factory)
        QAccessible.installFactory(_factory)
    board.selection_changed.connect(board_announcer(board))


def board_announcer(board: BoardView) -> Any:
    """What tells screen readers of the selected note."""
    last = [""]

    def announce() -> None:
        if QAccessible.isActive() and board.selection.lead != last[0]:
            last[0] = board.selection.lead
            event = QAccessibleEvent(board, QAccessible.Event.Focus)
            index = _slots(board).index(board.selection.lead_slot) if board.selection.lead_slot in _slots(board) else -1
            if index >= 0:
                event.setChild(index)
            QAccessible.updateAccessibility(event)

    return announce


_kept: dict[int, BoardInterface] = {}
"""Interfaces by address of their board: Python must hold them as long as Qt may ask."""


def _factory(class_name: str, owner: QObject) -> QAccessibleInterface | None:
    if class_name != "BoardView" or not isinstance(owner, BoardView):
        return None
    key = id(owner)
    if key not in _kept:
        _kept[key] = BoardInterface(owner)
        owner.destroyed.connect(lambda: _kept.pop(key, None))
    return _kept[key]


def _slots(board: BoardView) -> list[int]:
    """Slots in reading order: row by row, phase by phase."""
    return [slot for cell in sorted(board.model.cells) for slot in board.model.slots(cell)]


def describe(board: BoardView, slot: int) -> str:
    """A note in words: text, phase, lane, role."""
    row, phase = board.model.cell(slot)
    lane = board.model.rows[row].lane
    if lane < 0:
        where = [below_name(lane)]
    else:
        role = board.model.rows[row].role
        where = [board.model.phases[phase].name, board.model.lanes[lane].name, board.model.role_name(role) if role else ""]
    text = board.scene.faces.face(slot).text or translate("Board", "Empty note")
    return ", ".join([text, *(part for part in where if part)])


class BoardInterface(QAccessibleWidget):
    """The board as a list of its notes."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board, QAccessible.Role.List, translate("Board", "Journey board"))
        self._board = board
        self._notes: dict[int, NoteInterface] = {}

    def childCount(self) -> int:
        return len(_slots(self._board))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        slots = _slots(self._board)
        return self._note(slots[index]) if 0 <= index < len(slots) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self._board.mapFromGlobal(QPoint(x, y))
        slot = self._board.scene.layout.note_at(*self._board.port.to_board(at.x(), at.y()))
        return self._note(slot) if slot >= 0 else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        slot = self._board.selection.lead_slot
        return self._note(slot) if slot is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        slots = _slots(self._board)
        return slots.index(child.slot) if isinstance(child, NoteInterface) and child.slot in slots else -1

    def _note(self, slot: int) -> NoteInterface:
        if slot not in self._notes:
            self._notes[slot] = NoteInterface(self._board, self, slot)
            QAccessible.registerAccessibleInterface(self._notes[slot])
        return self._notes[slot]


class NoteInterface(QAccessibleInterface):
    """One note."""

    def __init__(self, board: BoardView, parent: BoardInterface, slot: int) -> None:
        super().__init__()
        self._board, self._parent, self.slot = board, parent, slot

    def isValid(self) -> bool:
        return self.slot < len(self._board.model.records) and self._board.model.records[self.slot] is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> Any:
        return self._board.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        result = QAccessible.State()
        result.selectable = result.focusable = 1  # type: ignore[assignment]
        if self.isValid() and self._board.model.id(self.slot) in self._board.selection.ids:
            result.selected = 1  # type: ignore[assignment]
            result.focused = int(self._board.hasFocus())  # type: ignore[assignment]
        return result

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        return describe(self._board, self.slot) if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Texts are changed by writing on the note."""

    def rect(self) -> QRect:
        x, y, w, h = self._board.port.rect_to_screen(self._board.scene.layout.note_rect(self.slot))
        return QRect(self._board.mapToGlobal(QPoint(round(x), round(y))), QSize(round(w), round(h)))

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

