"""What lies under the pointer."""

from __future__ import annotations

from typing import NamedTuple

from fusenapp.ui.journey.board_model import BoardModel, Cell
from fusenapp.ui.journey.emotion import GRAB, emotion_rows, knots
from fusenapp.ui.journey.layout import BoardLayout
from fusenapp.ui.journey.viewport import Viewport

PLUS_RADIUS = 10.0
EDGE = 4.0
"""How near to a border the pointer takes it, screen px."""

LANE_PLUS_X = 9.0
"""Where the + between lanes sits, screen px from the left."""


class Hit(NamedTuple):
    """What is under a point.

    ``kind``: note, handle, arrow, knot, cell, phase, phase-edge, phase-insert, lane, lane-edge, lane-insert, corner, nothing.
    ``number``: slot, knot number, phase or lane; for inserts the place among them; -1 if none.
    ``cell``: the cell, where there is one. ``row``: the row of a knot or lane header. ``id``: an arrow's.
    """

    kind: str
    number: int = -1
    cell: Cell | None = None
    row: int = -1
    id: str = ""


NOTHING = Hit("nothing")


def hit_test(model: BoardModel, layout: BoardLayout, view: Viewport, x: float, y: float) -> Hit:
    """What lies under a point of the screen (logical px in the board's surface)."""
    if not model.locked:
        found = _insert_at(model, layout, view, x, y)
        if found is not None:
            return found
    if x < view.left and y < view.top:
        return Hit("corner")
    if y < view.top:
        return _phase_at(model, layout, view, x)
    if x < view.left:
        return _lane_at(model, layout, view, y)
    return _board_at(model, layout, view, x, y)


def phase_boundaries(layout: BoardLayout, view: Viewport) -> list[float]:
    """Screen x of the borders between phases, outer ones included."""
    return [view.to_screen(float(x), 0)[0] for x in layout.col_x]


def lane_boundaries(model: BoardModel, layout: BoardLayout, view: Viewport) -> list[float]:
    """Screen y of the borders between lanes, outer ones included (the last is above the parking lot)."""
    tops = [layout.lane_span(lane)[0] for lane in range(len(model.lanes))]
    return [view.to_screen(0, y)[1] for y in [*tops, layout.grid_bottom]]


def _insert_at(model: BoardModel, layout: BoardLayout, view: Viewport, x: float, y: float) -> Hit | None:
    if abs(y - view.top) <= PLUS_RADIUS:
        for i, at in enumerate(phase_boundaries(layout, view)):
            if at >= view.left - 1 and abs(x - at) <= PLUS_RADIUS:
                return Hit("phase-insert", i)
    if abs(x - LANE_PLUS_X) <= PLUS_RADIUS:
        for i, at in enumerate(lane_boundaries(model, layout, view)):
            if at >= view.top - 1 and abs(y - at) <= PLUS_RADIUS:
                return Hit("lane-insert", i)
    return None


def _phase_at(model: BoardModel, layout: BoardLayout, view: Viewport, x: float) -> Hit:
    if not model.locked:
        for i, at in enumerate(phase_boundaries(layout, view)[1:]):
            if abs(x - at) <= EDGE:
                return Hit("phase-edge", i)
    at = layout.column_at(view.to_board(x, 0)[0])
    return Hit("phase", at) if at >= 0 else NOTHING


def _lane_at(model: BoardModel, layout: BoardLayout, view: Viewport, y: float) -> Hit:
    row = layout.row_at(view.to_board(0, y)[1])
    if row < 0:
        return NOTHING
    if not model.locked:
        for i, at in enumerate(lane_boundaries(model, layout, view)[1:]):
            if abs(y - at) <= EDGE:
                return Hit("lane-edge", i, row=row)
    return Hit("lane", model.rows[row].lane, row=row)


def _board_at(model: BoardModel, layout: BoardLayout, view: Viewport, x: float, y: float) -> Hit:
    bx, by = view.to_board(x, y)
    cell = layout.cell_at(bx, by)
    if cell is not None and model.rows[cell[0]].content == "emotion" and cell[0] in emotion_rows(model):
        return _knot_at(model, layout, view, (x, y), cell)
    slot = layout.note_at(bx, by)
    if slot >= 0:
        return Hit("note", slot, cell)
    return Hit("cell", -1, cell) if cell is not None else NOTHING


def _knot_at(model: BoardModel, layout: BoardLayout, view: Viewport, point: tuple[float, float], cell: Cell) -> Hit:
    best, nearest = -1, GRAB
    for i, knot in enumerate(knots(model, layout, cell[0])):
        sx, sy = view.to_screen(knot.x, knot.y)
        away = max(abs(sx - point[0]), abs(sy - point[1]))
        if away <= nearest:
            best, nearest = i, away
    return Hit("knot", best, cell, cell[0]) if best >= 0 else Hit("cell", -1, cell)
