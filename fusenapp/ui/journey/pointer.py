"""The mouse on the board: finds out what a press means and runs one gesture at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from fusenapp.domain.journey_gaps import Gap
from fusenapp.editing.journeys import Axis
from fusenapp.ui.journey import navigation
from fusenapp.ui.journey.board_commands import BoardCommands
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.emotion import knots
from fusenapp.ui.journey.gestures import Band, DragArrow, DragEdge, DragHeader, DragKnot, DragNotes, DragPaper, Gesture, Pan
from fusenapp.ui.journey.hit import NOTHING, Hit
from fusenapp.ui.journey.surface import Board

EDGE = 28.0
"""Within this distance of the border a drag scrolls the board, screen px."""

TICK = 16
"""Milliseconds between two steps of scrolling."""

_CURSORS = {"phase-edge": Qt.CursorShape.SplitHCursor, "lane-edge": Qt.CursorShape.SplitVCursor,
            "phase-insert": Qt.CursorShape.PointingHandCursor, "lane-insert": Qt.CursorShape.PointingHandCursor,
            "knot": Qt.CursorShape.SizeVerCursor, "handle": Qt.CursorShape.CrossCursor,
            "arrow": Qt.CursorShape.PointingHandCursor}
_SHIFTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Pointer:
    """Press, move and release; a click if the pointer hardly moved, else a gesture."""

    def __init__(self, board: Board, commands: BoardCommands) -> None:
        self._board, self._commands = board, commands
        self.gesture: Gesture | None = None
        self._pressed: QPointF | None = None
        self._begin: Callable[[], Gesture] | None = None
        self._click: Callable[[], None] | None = None
        self._last = QPointF()
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._slack = 0.0
        """How far a click may wander, px; farther where many are clicked one after the other, which is done in haste."""
        self._space = False
        self._timer = QTimer(board, interval=TICK)
        self._timer.timeout.connect(self._scroll)

    @property
    def busy(self) -> bool:
        """True while something is being dragged over the board (not the board itself)."""
        return self.gesture is not None and not isinstance(self.gesture, Pan)

    @property
    def down(self) -> bool:
        """True from a press until the button is let go."""
        return self._pressed is not None or self.gesture is not None

    # ---- events

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        board, at = self._board, event.position()
        if event.button() == Qt.MouseButton.RightButton or self.gesture is not None:
            return
        self._commands.pasting.finish()
        board.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed, self._last, self._modifiers = at, at, event.modifiers()
        self._slack = QApplication.startDragDistance() * (1.0 if event.modifiers() & _SHIFTS else 0.5)
        self._begin = self._click = None
        if event.button() == Qt.MouseButton.MiddleButton or self._space:
            self._start(Pan(board, at))
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press_left(board.hit(at), at, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        self._last, self._modifiers = event.position(), event.modifiers()
        if self.gesture is None and not event.buttons():
            self._forget()  # the button was let go where nobody told the board
        if self.gesture is None and self._begin is not None and self._pressed is not None:
            if (event.position() - self._pressed).manhattanLength() < self._slack:
                return
            self._start(self._begin())
        if self.gesture is not None:
            self.gesture.move(event.position(), event.modifiers())
        elif not event.buttons():
            self._hover(event.position())

    def release(self, event: QMouseEvent) -> None:
        """The button went up: the gesture makes its edit, or it was a click."""
        gesture, self.gesture, click = self.gesture, None, self._click
        self._forget()
        self._timer.stop()
        if gesture is not None:
            self._board.unsetCursor()
            gesture.finish(event.position(), event.modifiers())
        elif click is not None:
            click()
        self._hover(event.position())

    def _forget(self) -> None:
        """Nothing is pressed any more."""
        self._pressed = self._begin = self._click = None

    def double_click(self, event: QMouseEvent) -> None:
        """Write, begin a note, rename, or take the usual size again."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        board, at = self._board, event.position()
        hit = board.hit(at)
        grid = self._commands.grid
        if hit.kind == "note":
            board.selection.set([board.model.id(hit.number)])
            self._commands.edit_note(board.model.id(hit.number))
        elif hit.kind == "cell" and hit.cell is not None:
            index = board.scene.layout.drop_index(hit.cell, *board.port.to_board(at.x(), at.y()))
            board.selection.go(hit.cell)
            if navigation.takes_notes(board.model, hit.cell):
                self._commands.new_note(hit.cell, index=index, at=self._spot(hit.cell, at))
            else:
                self._commands.enter_cell(hit.cell)
        elif hit.kind == "arrow":
            self._commands.arrange.name_arrow(hit.id)
        elif hit.kind == "phase" or (hit.kind == "lane" and hit.number >= 0):
            grid.rename(_axis(hit), hit.number)
        elif hit.kind in ("phase-edge", "lane-edge"):
            grid.resize(_axis(hit), hit.number, None)

    def _spot(self, cell: Cell, at: QPointF) -> tuple[float, float]:
        """A point of the screen as a note's place in a cell, from its corner."""
        x, y = self._board.port.to_board(at.x(), at.y())
        x0, y0 = self._board.scene.layout.cell_origin(cell)
        return x - x0, y - y0

    def leave(self) -> None:
        """The pointer left the board."""
        self._set_hover(NOTHING)

    def hold_space(self, held: bool) -> None:
        """Space was pressed or let go: dragging moves the view meanwhile."""
        self._space = held
        if held:
            self._board.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.gesture is None:
            self._board.unsetCursor()

    def cancel(self) -> bool:
        """End the gesture under way without an edit; False if there is none."""
        gesture, self.gesture = self.gesture, None
        self._begin = self._click = None
        self._timer.stop()
        if gesture is None:
            return False
        self._board.unsetCursor()
        gesture.cancel()
        return True

    # ---- papers from the palette come in from outside

    def bring_paper(self, colour: int, at: QPointF) -> None:
        """A paper is being dragged from the palette and is here now (board's coordinates)."""
        if not isinstance(self.gesture, DragPaper):
            self.cancel()
            self._start(DragPaper(self._commands, at, colour))
        self._last = at
        if self.gesture is not None:
            self.gesture.move(at, Qt.KeyboardModifier.NoModifier)

    def drop_paper(self, at: QPointF) -> None:
        """The paper was let go."""
        gesture, self.gesture = self.gesture, None
        self._timer.stop()
        self._board.unsetCursor()
        if gesture is not None:
            gesture.finish(at, Qt.KeyboardModifier.NoModifier)

    # ---- what a press means

    def _press_left(self, hit: Hit, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        board = self._board
        if hit.kind == "note":
            self._press_note(hit.number, at, modifiers)
        elif hit.kind == "handle":
            self._begin = lambda: DragArrow(board, at, hit.number)
        elif hit.kind == "arrow":
            board.selection.take_arrow(hit.id)
        elif hit.kind == "knot":
            self._press_knot(hit, at)
        elif hit.kind in ("phase", "lane") and hit.number >= 0:
            axis = _axis(hit)
            if not board.model.locked:
                self._begin = lambda: DragHeader(self._commands, at, axis, hit.number)
            self._click = lambda: self._unfold(axis, hit.number)
        elif hit.kind in ("phase-edge", "lane-edge"):
            axis = _axis(hit)
            self._begin = lambda: DragEdge(self._commands, at, axis, hit.number)
        elif hit.kind in ("phase-insert", "lane-insert"):
            axis = _axis(hit)
            self._click = lambda: self._commands.grid.insert(axis, hit.number)
        elif hit.kind in ("cell", "nothing"):
            self._press_ground(hit, at, modifiers)

    def _press_note(self, slot: int, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        board, id = self._board, self._board.model.id(slot)
        if board.click_votes and self._commands.round is not None:
            self._click = lambda: self._commands.cast(id, -1 if modifiers & _SHIFTS else 1)
            return
        if modifiers & _SHIFTS:
            self._click = lambda: board.selection.toggle(id)
            if id not in board.selection.ids:
                self._begin = lambda: self._drag_more(at, slot)
                return
        elif id not in board.selection.ids:
            board.selection.set([id])
        else:
            self._click = lambda: board.selection.set([id])
        self._begin = lambda: DragNotes(self._commands, at, slot)

    def _drag_more(self, at: QPointF, slot: int) -> Gesture:
        self._board.selection.toggle(self._board.model.id(slot))
        return DragNotes(self._commands, at, slot)

    def _press_knot(self, hit: Hit, at: QPointF) -> None:
        board = self._board
        role = knots(board.model, board.scene.layout, hit.row)[hit.number].role
        board.selection.role = next(i for i, r in enumerate(board.model.shown_roles) if r.id == role)
        board.selection.go((hit.row, knots(board.model, board.scene.layout, hit.row)[hit.number].phase))
        self._begin = lambda: DragKnot(self._commands, at, hit.row, hit.number)

    def _press_ground(self, hit: Hit, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        board = self._board
        gap = self.gap_at(at)
        if gap is not None:
            self._click = lambda: self._commands.fill_gap(gap)
        elif not modifiers & _SHIFTS:
            board.selection.go(hit.cell or board.selection.cell)
            if hit.cell is not None and self._on_plus(hit, at):
                self._click = lambda: self._commands.enter_cell(board.selection.cell or (0, 0))
        self._begin = lambda: Band(board, at, modifiers)

    def gap_at(self, at: QPointF) -> Gap | None:
        """The hint shown at a point."""
        x, y = self._board.port.to_board(at.x(), at.y())
        for gap, rect in self._board.scene.ground.placed_gaps(self._board.gaps):
            if rect[0] <= x < rect[0] + rect[2] and rect[1] <= y < rect[1] + rect[3]:
                return gap
        return None

    def _on_plus(self, hit: Hit, at: QPointF) -> bool:
        """True if the pointer is on the + that an empty cell shows."""
        rect = self._board.scene.ground.plus_rect(hit.cell) if hit.cell is not None else None
        x, y = self._board.port.to_board(at.x(), at.y())
        return rect is not None and rect[0] <= x < rect[0] + rect[2] and rect[1] <= y < rect[1] + rect[3]

    def _unfold(self, axis: Axis, index: int) -> None:
        items = self._board.model.phases if axis == "phases" else self._board.model.lanes
        if items[index].folded:
            self._commands.grid.fold(axis, index, False)

    # ---- running a gesture

    def _start(self, gesture: Gesture) -> None:
        self.gesture = gesture
        self._set_hover(NOTHING)
        self._board.setCursor(gesture.cursor)
        if gesture.scrolls:
            self._timer.start()

    def _scroll(self) -> None:
        """Scroll while a drag is held near the border."""
        board, at = self._board, self._last
        if self.gesture is not None and self.gesture.aside:
            board.rail.tick(at)
            return
        dx = _push(at.x(), board.port.left, board.width() - (self.gesture.inset if self.gesture is not None else 0.0))
        dy = _push(at.y(), board.port.top, board.height())
        if self.gesture is not None and (dx or dy):
            board.scroll_by(dx, dy)
            self.gesture.move(at, self._modifiers)

    def _hover(self, at: QPointF) -> None:
        board = self._board
        hit = board.hit(at)
        self._set_hover(hit if hit.kind in ("cell", "phase", "lane", "phase-insert", "lane-insert") else NOTHING)
        if self._space:
            return
        cursor = _CURSORS.get(hit.kind)
        if cursor is None and hit.kind == "cell" and (self.gap_at(at) is not None or self._on_plus(hit, at)):
            cursor = Qt.CursorShape.PointingHandCursor
        if cursor is None:
            board.unsetCursor()
        else:
            board.setCursor(cursor)

    def _set_hover(self, hit: Hit) -> None:
        if hit != self._board.shown.hover:
            self._board.shown.hover = hit
            self._board.refresh()


def _axis(hit: Hit) -> Axis:
    return "phases" if hit.kind.startswith("phase") else "lanes"


def _push(at: float, low: float, high: float) -> float:
    """How far to scroll per tick for a pointer at ``at``; more the farther it is beyond the border."""
    if at < low + EDGE:
        return -min(24.0, (low + EDGE - at) * 0.5)
    if at > high - EDGE:
        return min(24.0, (at - high + EDGE) * 0.5)
    return 0.0
