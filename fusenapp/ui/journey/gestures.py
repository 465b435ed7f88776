"""One object per gesture of the mouse: it begins, moves, and ends in one edit, or is cancelled without any."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt

from fusenapp.editing import links, notes
from fusenapp.editing.journeys import LANE_HEIGHTS, PHASE_WIDTHS, Axis
from fusenapp.i18n import translate
from fusenapp.ui.journey import navigation
from fusenapp.ui.journey.arranging import snap
from fusenapp.ui.journey.board_commands import BoardCommands
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.emotion import Knot, knots, level_at
from fusenapp.ui.journey.layout import FREE_WIDTH, NOTE_HEIGHT, Rect
from fusenapp.ui.journey.scene import Overlay, ghost_size
from fusenapp.ui.journey.surface import Board

_M = Qt.KeyboardModifier

SNAP = 6.0
"""Within this distance a note held over the free area is drawn into line with others, screen px."""


class Gesture:
    """What every gesture can do. Points are screen px; the board may scroll between two moves."""

    scrolls = True
    cursor = Qt.CursorShape.ArrowCursor
    aside = False
    """The pointer is over something beside the board's contents: the board does not scroll."""
    inset = 0.0
    """What lies over the board's right edge, screen px."""

    def __init__(self, board: Board, start: QPointF) -> None:
        self.board = board
        self.start = board.port.to_board(start.x(), start.y())

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer is here now."""
        raise NotImplementedError

    def finish(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The button was let go: make the edit."""
        self.board.set_overlay(Overlay())

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.board.set_overlay(Overlay())

    def _at(self, at: QPointF) -> tuple[float, float]:
        return self.board.port.to_board(at.x(), at.y())


class Pan(Gesture):
    """Move the view."""

    scrolls = False
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, board: Board, start: QPointF) -> None:
        super().__init__(board, start)
        self._last = start

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Scroll by the way since the last move."""
        self.board.scroll_by(self._last.x() - at.x(), self._last.y() - at.y())
        self._last = at


class Band(Gesture):
    """The marquee: selects the notes it touches, beside those that were selected if Shift is held."""

    def __init__(self, board: Board, start: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        super().__init__(board, start)
        self._kept = list(board.selection.ids) if modifiers & (_M.ShiftModifier | _M.ControlModifier) else []
        self._touched: np.ndarray | None = None

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Stretch the band."""
        x, y = self._at(at)
        band = (min(x, self.start[0]), min(y, self.start[1]), abs(x - self.start[0]), abs(y - self.start[1]))
        touched = self.board.scene.layout.notes_touching(band)
        if self._touched is None or not np.array_equal(touched, self._touched):
            self._touched = touched
            self.board.selection.set_slots(touched, self._kept)
        self.board.set_overlay(Overlay(band=band))


class DragNotes(Gesture):
    """Move the selected notes to another place; with Alt their copies."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, commands: BoardCommands, start: QPointF, slot: int) -> None:
        super().__init__(commands.board, start)
        self._commands, board = commands, commands.board
        self.ids = board.selection.in_reading_order()
        self._all = frozenset(self.ids)
        self._slot = slot
        self._together = len({board.model.cell(board.model.slot_of[id]) for id in self.ids}) <= 1
        """All notes come from one cell: they go to one place. Others keep their formation."""
        self._target: Cell | None = None
        self._index = 0
        self._preview_of: tuple[Any, ...] = ()
        self._place: Rect | None = None
        self._shift = (0.0, 0.0)
        self.inset = board.rail.strip

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show the notes under the pointer and where they would go."""
        x, y = self._at(at)
        copying = bool(modifiers & _M.AltModifier)
        self._shift = (x - self.start[0], y - self.start[1])
        overlay = Overlay(dragged=self._all, copying=copying)
        self.aside = self.board.rail.follow(at, tuple(self.ids))
        if self.aside:
            self._target, overlay.shift = None, self._shift
            self.board.set_overlay(overlay)
            return
        self._target = self._cell(x, y)
        if self._floats and not modifiers & _M.ControlModifier:
            overlay.snaps = self._snap()
        overlay.shift = self._shift
        if self._floats:
            pass
        elif self._target is not None and self._together:
            slots = [] if copying else [self.board.model.slot_of[id] for id in self.ids if id in self.board.model.slot_of]
            self._index = self.board.scene.layout.drop_index(self._target, x, y, slots)
            overlay.slot_rect = self._previewed(slots)
        overlay.target = self._target
        self.board.set_overlay(overlay)

    def finish(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put the notes down, as one step."""
        self.move(at, modifiers)
        copying = bool(modifiers & _M.AltModifier)
        super().finish(at, modifiers)
        if self.board.rail.drop() or self._target is None:
            return
        if self._floats:
            self._drop_freely(copying)
        elif self._together:
            self._drop_together(self._target, copying)
        else:
            self._drop_apart(at, copying)
        self.board.done()

    def cancel(self) -> None:
        """Leave the notes where they are."""
        self.board.rail.end()
        super().cancel()

    def _cell(self, x: float, y: float) -> Cell | None:
        model = self.board.model
        cell = self.board.scene.layout.cell_at(x, y)
        if cell is None:
            return None
        own = model.rows[model.row[self._slot]].content
        if own in ("departments", "kpi"):
            return cell if model.rows[cell[0]].content == own else None
        return cell if navigation.takes_notes(model, cell) else None

    @property
    def _floats(self) -> bool:
        return self._target is not None and self._target == self.board.model.free_cell

    def _snap(self) -> tuple[Rect, ...]:
        """Draw the note held into line with others of the free area; returns the lines that show it."""
        model, layout = self.board.model, self.board.scene.layout
        x, y, w, h = layout.note_rect(self._slot)
        others = [layout.note_rect(slot) for slot in model.slots(model.free_cell) if model.id(slot) not in self._all]
        dx, dy, lines = snap((x + self._shift[0], y + self._shift[1], w, h), others, SNAP / self.board.port.zoom)
        self._shift = self._shift[0] + dx, self._shift[1] + dy
        return lines

    def _drop_freely(self, copying: bool) -> None:
        """Into the free area, as they lie."""
        board, layout = self.board, self.board.scene.layout
        x0, y0 = layout.cell_origin(board.model.free_cell)
        points = {}
        for id in self.ids:
            x, y, _, _ = layout.note_rect(board.model.slot_of[id])
            points[id] = (max(0.0, x + self._shift[0] - x0), max(0.0, y + self._shift[1] - y0))
        if not copying:
            notes.float_notes(board.document, board.model.journey, points)
            return
        with board.document.edit(translate("NoteSteps", "Duplicate %n note(s)", n=len(points))):
            made = notes.duplicate_notes(board.document, list(points), dict.fromkeys(points, board.place(board.model.free_cell)))
            notes.float_notes(board.document, board.model.journey, dict(zip(made, points.values(), strict=True)))
        board.done()
        board.selection.set(made)

    def _previewed(self, slots: list[int]) -> Rect | None:
        """Where the note would go; the same while it stays between the same notes."""
        key = self._target, self._index, self.board.scene.layout.version, tuple(slots)
        if key != self._preview_of:
            self._preview_of, self._place = key, self._preview(slots)
        return self._place

    def _preview(self, slots: list[int]) -> Rect | None:
        model, layout = self.board.model, self.board.scene.layout
        assert self._target is not None
        rest = [slot for slot in model.slots(self._target) if slot not in slots]
        flow = [*rest[:self._index], self._slot, *rest[self._index:]]
        return layout.preview(self._target, flow)[self._index]

    def _drop_together(self, cell: Cell, copying: bool) -> None:
        board = self.board
        ids = [id for id in self.ids if id in board.model.slot_of]
        place = board.place(cell)
        rest = [board.model.id(slot) for slot in board.model.slots(cell) if copying or board.model.id(slot) not in ids]
        after = rest[self._index - 1] if self._index else None
        before = rest[self._index] if self._index < len(rest) else None
        if copying:
            board.done()
            made = notes.duplicate_notes(board.context.document, ids, dict.fromkeys(ids, place))
            board.done()
            board.selection.set(made)
            return
        order = [board.model.id(slot) for slot in board.model.slots(cell)]
        if [*rest[:self._index], *ids, *rest[self._index:]] != order:
            notes.move_notes(board.context.document, ids, place, before=before, after=after)

    def _drop_apart(self, at: QPointF, copying: bool) -> None:
        board, layout = self.board, self.board.scene.layout
        x, y = self._at(at)
        places = {}
        for id in self.ids:
            slot = board.model.slot_of[id]
            nx, ny, w, h = layout.note_rect(slot)
            cell = self._cell(nx + w / 2 + x - self.start[0], ny + h / 2 + y - self.start[1]) or board.model.cell(slot)
            if copying or cell != board.model.cell(slot):
                places[id] = board.place(cell)
        if not places:
            return
        if copying:
            made = notes.duplicate_notes(board.context.document, list(places), places)
            board.done()
            board.selection.set(made)
        else:
            notes.spread_notes(board.context.document, places)


class DragArrow(Gesture):
    """Draw an arrow from a note to another one."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, board: Board, start: QPointF, slot: int) -> None:
        super().__init__(board, start)
        self._slot, self._onto = slot, -1

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show the arrow, and the note it would go to."""
        x, y = self._at(at)
        layout = self.board.scene.layout
        self._onto = layout.note_at(x, y)
        if self._onto == self._slot:
            self._onto = -1
        onto = layout.note_rect(self._onto) if self._onto >= 0 else None
        self.board.set_overlay(Overlay(arrow=(layout.note_rect(self._slot), onto or (x, y, 0.0, 0.0)), slot_rect=onto))

    def finish(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Connect the notes, as one step."""
        self.move(at, modifiers)
        super().finish(at, modifiers)
        if self._onto >= 0:
            model = self.board.model
            made = links.connect(self.board.document, [model.id(self._slot), model.id(self._onto)])
            self.board.done()
            self.board.selection.take_arrow(made[0])


class DragKnot(Gesture):
    """Raise or lower a point of an emotion curve; half steps, with Shift tenths."""

    scrolls = False
    cursor = Qt.CursorShape.SizeVerCursor

    def __init__(self, commands: BoardCommands, start: QPointF, row: int, index: int) -> None:
        super().__init__(commands.board, start)
        self._commands, board = commands, commands.board
        self._row = row
        self._knot = knots(board.model, board.scene.layout, row)[index]
        self._level = self._knot.level

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show the curve as it would be."""
        layout = self.board.scene.layout
        self._level = level_at(layout, self._row, self._at(at)[1], fine=bool(modifiers & _M.ShiftModifier))
        middle = float(layout.row_y[self._row] + layout.row_h[self._row] / 2)
        x = float(layout.col_x[self._knot.phase] + layout.col_w[self._knot.phase] / 2)
        self.board.set_overlay(Overlay(knot=Knot(self._knot.role, self._knot.phase, self._level, x, middle - self._level * 24.0)))

    def finish(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Set the level, as one step."""
        self.move(at, modifiers)
        super().finish(at, modifiers)
        if self._level != self._knot.level:
            self._commands.emotion.set(self._knot.role, self.board.model.phases[self._knot.phase].id, self._level)


class DragHeader(Gesture):
    """Take a phase or lane to another place among its like."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, commands: BoardCommands, start: QPointF, axis: Axis, index: int) -> None:
        super().__init__(commands.board, start)
        self._commands = commands
        self._axis: Axis = axis
        self._index = index
        self._gap = index

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show where it would go."""
        x, y = self._at(at)
        layout = self.board.scene.layout
        if self._axis == "phases":
            middles = [float(layout.col_x[i] + layout.col_w[i] / 2) for i in range(len(layout.col_w))]
            borders = [float(b) for b in layout.col_x]
            self._gap = sum(x > middle for middle in middles)
        else:
            spans = [layout.lane_span(lane) for lane in range(len(self.board.model.lanes))]
            middles = [top + height / 2 for top, height in spans]
            borders = [*(top for top, _ in spans), sum(spans[-1])]
            self._gap = sum(y > middle for middle in middles)
        header = self._commands.grid.header_rect(self._axis, self._index)
        kind = self._axis[:-1]
        across = kind == "phase"
        header.translate(at.x() - header.center().x() if across else 0, 0 if across else at.y() - header.center().y())
        strip = (header.x(), header.y(), header.width(), header.height())
        self.board.set_overlay(Overlay(strip=(kind, strip), guide=(kind, borders[self._gap])))

    def finish(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put it there, as one step."""
        self.move(at, modifiers)
        super().finish(at, modifiers)
        self._commands.grid.move(self._axis, self._index, self._gap)


class DragEdge(Gesture):
    """Make a phase wider or a lane higher."""

    scrolls = False

    def __init__(self, commands: BoardCommands, start: QPointF, axis: Axis, index: int) -> None:
        super().__init__(commands.board, start)
        self._commands = commands
        self._axis: Axis = axis
        self._index = index
        self.cursor = Qt.CursorShape.SplitHCursor if axis == "phases" else Qt.CursorShape.SplitVCursor
        self._size = 0.0

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show the new border, snapped to 8 px."""
        x, y = self._at(at)
        layout = self.board.scene.layout
        if self._axis == "phases":
            origin, bounds, now = float(layout.col_x[self._index]), PHASE_WIDTHS, x
        else:
            origin, bounds, now = layout.lane_span(self._index)[0], LANE_HEIGHTS, y
        self._size = min(max(round((now - origin) / 8) * 8.0, bounds[0]), bounds[1])
        self.board.set_overlay(Overlay(guide=(self._axis[:-1], origin + self._size)))

    def finish(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Set the size, as one step."""
        self.move(at, modifiers)
        super().finish(at, modifiers)
        self._commands.grid.resize(self._axis, self._index, self._size)


class DragPaper(Gesture):
    """Bring a new note of one paper from the palette into a cell; its text is written next."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, commands: BoardCommands, start: QPointF, colour: int) -> None:
        super().__init__(commands.board, start)
        self._commands = commands
        self._colour = colour
        self._target: Cell | None = None

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show the paper and its cell."""
        x, y = self._at(at)
        layout = self.board.scene.layout
        cell = layout.cell_at(x, y) if self.board.rect().contains(at.toPoint()) else None
        self._target = cell if cell is not None and navigation.takes_notes(self.board.model, cell) else None
        size = ghost_size(self.board.scene)
        self.board.set_overlay(Overlay(paper=(self._colour, (x - size.x() / 2, y - NOTE_HEIGHT / 2, size.x(), size.y())),
                                       target=self._target))

    def finish(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Begin the note where it was dropped."""
        self.move(at, modifiers)
        super().finish(at, modifiers)
        if self._target is not None:
            self.board.activateWindow()
            layout, (x, y) = self.board.scene.layout, self._at(at)
            x0, y0 = layout.cell_origin(self._target)
            middle = (max(0.0, x - x0 - FREE_WIDTH / 2), max(0.0, y - y0 - NOTE_HEIGHT / 2))
            self._commands.new_note(self._target, self._colour, layout.drop_index(self._target, x, y), middle)
