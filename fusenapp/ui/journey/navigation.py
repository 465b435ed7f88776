"""From note to note and from cell to cell by keyboard: pure questions to model and layout."""

from __future__ import annotations

import numpy as np

from fusenapp.domain.journey import FREE
from fusenapp.ui.journey.board_model import PARKING, BoardModel, Cell
from fusenapp.ui.journey.layout import BoardLayout


def open_cell(model: BoardModel, cell: Cell) -> bool:
    """True if a cell is neither in a folded lane nor in a folded phase."""
    lane = model.rows[cell[0]].lane
    return lane < 0 or not (model.lanes[lane].folded or model.phases[cell[1]].folded)


def takes_notes(model: BoardModel, cell: Cell) -> bool:
    """True if a note can be written in a cell."""
    return model.rows[cell[0]].content in ("notes", PARKING, FREE) and open_cell(model, cell)


def first_cell(model: BoardModel) -> Cell | None:
    """The first cell that takes notes."""
    cells = ((row, phase) for row in range(model.grid_rows) for phase in range(len(model.phases)))
    return next((cell for cell in cells if takes_notes(model, cell)), None)


def step_cell(model: BoardModel, cell: Cell, dx: int, dy: int, *, notes_only: bool = False) -> Cell | None:
    """The next open cell in a direction, or None at the edge of the board."""
    row, phase = cell
    while True:
        row, phase = row + dy, phase + dx
        if not 0 <= row < len(model.rows):
            return None
        if model.rows[row].lane < 0:
            return (row, 0) if dy else None
        if not 0 <= phase < len(model.phases):
            return None
        found = (row, phase)
        if takes_notes(model, found) if notes_only else open_cell(model, found):
            return found


def tab_cell(model: BoardModel, cell: Cell, step: int) -> Cell | None:
    """The next (1) or previous (-1) cell for notes, phase by phase and then row by row; None at the end."""
    cells = [(row, phase) for row in range(model.grid_rows) for phase in range(len(model.phases))
             if takes_notes(model, (row, phase))]
    if cell not in cells:
        return cells[0 if step > 0 else -1] if cells else None
    at = cells.index(cell) + step
    return cells[at] if 0 <= at < len(cells) else None


def neighbour(model: BoardModel, layout: BoardLayout, slot: int, dx: int, dy: int) -> int | None:
    """The nearest note in a direction: what lies straight ahead before what lies askew."""
    x, y, w, h = layout.note_rect(slot)
    left, top, right, bottom = layout.x, layout.y, layout.x + layout.w, layout.y + layout.h
    known = layout.x > -1e8
    if dx:
        ahead = left - x if dx > 0 else x - left
        askew = np.maximum(0, np.maximum(top - (y + h), y - bottom) + 1) + 0.01 * np.abs(top - y)
    else:
        ahead = top - y if dy > 0 else y - top
        askew = np.maximum(0, np.maximum(left - (x + w), x - right) + 1) + 0.01 * np.abs(left - x)
    score = np.where(known & (ahead > 1.0), ahead + 3.0 * askew, np.inf)
    score[slot] = np.inf
    best = int(np.argmin(score))
    return best if np.isfinite(score[best]) else None
