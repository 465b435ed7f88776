"""The board for screen readers: every note, and every cell that the keyboard can be on, is a readable child.

First come the notes in reading order, then the cells row by row. A cell says how many notes it has; a point of the
emotion curve its level.

One painted surface has no children of its own, so the factory gives the board an interface that makes one
object per note when it is asked. Objects are registered with Qt by id and kept as long as the board lives.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget

from fusenapp.i18n import translate
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.journey.faces import covered_words, origin_words
from fusenapp.ui.journey.lane_header import below_name
from fusenapp.ui.journey.layout import Rect

_installed: list[Any] = []


def install(board: BoardView) -> None:
    """Give the board a readable inside, and tell screen readers when another note is selected."""
    if not _installed:
        _installed.append(_factory)
        QAccessible.installFactory(_factory)
    board.selection_changed.connect(board_announcer(board))


def board_announcer(board: BoardView) -> Any:
    """What tells screen readers of the selected note."""
    last: list[object] = [None]

    def announce() -> None:
        if not QAccessible.isActive() or board.busy:
            return
        now = board.selection.lead or (board.selection.cell, board.selection.role)
        if now != last[0]:
            last[0] = now
            event = QAccessibleEvent(board, QAccessible.Event.Focus)
            index = focused_index(board)
            if index >= 0:
                event.setChild(index)
            QAccessible.updateAccessibility(event)

    return announce


def focused_index(board: BoardView) -> int:
    """Which child the keyboard is on: the leading note, else the cell; -1 if none."""
    slots = _slots(board)
    lead = board.selection.lead_slot
    if lead is not None:
        return slots.index(lead) if lead in slots else -1
    cells = _cells(board)
    return len(slots) + cells.index(board.selection.cell) if board.selection.cell in cells else -1


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


def _cells(board: BoardView) -> list[Cell]:
    """All cells row by row; the rows below the grid have one each."""
    model = board.model
    grid = [(row, phase) for row in range(model.grid_rows) for phase in range(len(model.phases))]
    return [*grid, model.parking_cell, model.free_cell]


def place_words(board: BoardView, cell: Cell) -> list[str]:
    """Phase, lane and role of a cell."""
    row = board.model.rows[cell[0]]
    if row.lane < 0:
        return [below_name(row.lane)]
    return [board.model.phases[cell[1]].name, board.model.lanes[row.lane].name, *([board.model.role_name(row.role)] if row.role else [])]


def describe_cell(board: BoardView, cell: Cell) -> str:
    """A cell in words: where it is, and what is there."""
    model = board.model
    said = place_words(board, cell)
    if model.rows[cell[0]].content == "emotion" and model.shown_roles:
        role = model.shown_roles[min(board.selection.role, len(model.shown_roles) - 1)]
        level = model.emotion.get((role.id, model.phases[cell[1]].id))
        return ", ".join([*said, role.name, translate("Board", "not set") if level is None else f"{level:+g}"])
    count = len(model.slots(cell))
    return ", ".join([*said, translate("Board", "%n note(s)", n=count) if count else translate("Board", "no notes")])


def further(board: BoardView, slot: int) -> str:
    """What else there is to know of a note: who wrote it, its tags, where its arrows go."""
    note = board.model.id(slot)
    found = [origin_words(board.model, slot).replace("\n", ", ")]
    for arrow in board.model.arrows:
        other = arrow.target if arrow.source == note else arrow.source if arrow.target == note else ""
        if other in board.model.slot_of:
            sentence = translate("Board", "Arrow to: {note}") if arrow.source == note else translate("Board", "Arrow from: {note}")
            found.append(sentence.format(note=board.model.text(board.model.slot_of[other])))
    return ", ".join(part for part in found if part)


def describe(board: BoardView, slot: int) -> str:
    """A note in words: text, phase, lane, role."""
    where = place_words(board, board.model.cell(slot))
    if board.model.id(slot) in board.model.covered:
        return ", ".join([covered_words(board.model, slot), *(part for part in where if part)])
    text = board.scene.faces.face(slot).text or translate("Board", "Empty note")
    return ", ".join([text, *(part for part in where if part)])


class BoardInterface(QAccessibleWidget):
    """The board as a list of its notes and cells."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board, QAccessible.Role.List, translate("Board", "Journey board"))
        self._board = board
        self._notes: dict[int, NoteInterface] = {}
        self._cell_parts: dict[Cell, CellInterface] = {}

    def childCount(self) -> int:
        return len(_slots(self._board)) + len(_cells(self._board))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        slots, cells = _slots(self._board), _cells(self._board)
        if 0 <= index < len(slots):
            return self._note(slots[index])
        return self._cell(cells[index - len(slots)]) if 0 <= index - len(slots) < len(cells) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self._board.mapFromGlobal(QPoint(x, y))
        slot = self._board.scene.layout.note_at(*self._board.port.to_board(at.x(), at.y()))
        if slot >= 0:
            return self._note(slot)
        cell = self._board.scene.layout.cell_at(*self._board.port.to_board(at.x(), at.y()))
        return self._cell(cell) if cell is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        index = focused_index(self._board)
        return self.child(index) if index >= 0 else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        slots = _slots(self._board)
        if isinstance(child, CellInterface) and child.cell in _cells(self._board):
            return len(slots) + _cells(self._board).index(child.cell)
        return slots.index(child.slot) if isinstance(child, NoteInterface) and child.slot in slots else -1

    def _cell(self, cell: Cell) -> CellInterface:
        if cell not in self._cell_parts:
            self._cell_parts[cell] = CellInterface(self._board, self, cell)
            QAccessible.registerAccessibleInterface(self._cell_parts[cell])
        return self._cell_parts[cell]

    def _note(self, slot: int) -> NoteInterface:
        if slot not in self._notes:
            self._notes[slot] = NoteInterface(self._board, self, slot)
            QAccessible.registerAccessibleInterface(self._notes[slot])
        return self._notes[slot]


class PartInterface(QAccessibleInterface):
    """A part of the board that has no widget: what notes and cells share."""

    def __init__(self, board: BoardView, parent: BoardInterface) -> None:
        super().__init__()
        self._board, self._parent = board, parent

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

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Texts are changed by writing on the note."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def _on_screen(self, rect: Rect) -> QRect:
        x, y, w, h = self._board.port.rect_to_screen(rect)
        return QRect(self._board.mapToGlobal(QPoint(round(x), round(y))), QSize(round(w), round(h)))


class CellInterface(PartInterface):
    """One cell of the grid, the parking lot or the free area."""

    def __init__(self, board: BoardView, parent: BoardInterface, cell: Cell) -> None:
        super().__init__(board, parent)
        self.cell = cell

    def isValid(self) -> bool:
        return self.cell in _cells(self._board)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Cell

    def state(self) -> QAccessible.State:
        result = QAccessible.State()
        result.selectable = result.focusable = 1  # type: ignore[assignment]
        if self._board.selection.cell == self.cell and not self._board.selection.count:
            result.selected = 1  # type: ignore[assignment]
            result.focused = int(self._board.hasFocus())  # type: ignore[assignment]
        return result

    def text(self, kind: QAccessible.Text) -> str:
        return describe_cell(self._board, self.cell) if self.isValid() and kind == QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        return self._on_screen(self._board.scene.layout.cell_rect(self.cell)) if self.isValid() else QRect()


class NoteInterface(PartInterface):
    """One note."""

    def __init__(self, board: BoardView, parent: BoardInterface, slot: int) -> None:
        super().__init__(board, parent)
        self.slot = slot

    def isValid(self) -> bool:
        return self.slot < len(self._board.model.records) and self._board.model.records[self.slot] is not None

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
        if kind == QAccessible.Text.Name:
            return describe(self._board, self.slot)
        return further(self._board, self.slot) if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        return self._on_screen(self._board.scene.layout.note_rect(self.slot))
