"""Where everything on the board lies: pure geometry in logical px at 100 %, origin at the first cell.

Columns are phases, rows are lanes or roles inside lanes, below them is the parking lot. A cell flows its
notes left to right in lines; two short notes share a line at half width. Rows grow with their fullest cell.
The last row is the free area: a note lies there where its record says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np

from fusenapp.domain.journey import FREE
from fusenapp.ui.journey.board_model import PARKING, BoardModel, Cell, Row

SIDE = 8.0
"""Left and right margin of a cell: neighbours make the 16-px gutter that carries the edges."""

GAP = 4.0
NOTE_HEIGHT = 48.0
NOTE_LEAST = 128.0
"""A cell takes another note per line once each stays this wide."""

WIDE = 640.0
"""In cells wider than this (the parking lot) notes are about as wide as in a cell of usual width."""

ROW_HEIGHTS = {"notes": 56.0, "emotion": 124.0, "departments": 36.0, "kpi": 36.0, PARKING: 64.0, FREE: 200.0}
FREE_WIDTH = 144.0
"""Width of a note in the free area: that of a cell of usual width."""
CHIP_HEIGHT = 24.0
FOLDED = 28.0

Rect = tuple[float, float, float, float]
"""x, y, width, height."""


@dataclass(frozen=True)
class Measure:
    """How big texts are; the layout itself knows no fonts.

    Attributes:
        height: (slot, width) → height of the note at that width.
        short: slot → True if it reads well at half width.
        chip: slot → width of the note as a chip (departments).
        lengths: characters of the notes' texts, by slot.
        sure: width → characters that a note of usual height and this width surely holds.
        short_limit: characters beyond which no note is short.
    """

    height: Callable[[int, float], float]
    short: Callable[[int], bool]
    chip: Callable[[int], float]
    lengths: Callable[[], np.ndarray]
    sure: Callable[[float], int]
    short_limit: int


class BoardLayout:
    """Geometry of one `BoardModel`; notes by slot in ``x``, ``y``, ``w``, ``h``."""

    def __init__(self, model: BoardModel, measure: Measure) -> None:
        self._model = model
        self._measure = measure
        self.version = self.columns_version = 0
        """Grows whenever something was laid out anew."""
        self.reflow()

    # ---- flowing

    def reflow(self) -> None:
        """Lay out everything."""
        size = len(self._model.records)
        self._rx, self._ry = np.zeros(size), np.zeros(size)
        self.w, self.h = np.zeros(size), np.zeros(size)
        self._heights: dict[Cell, float] = {}
        self._lay_columns()
        self._flow_all(self._model.cells)
        self._lay_rows()

    def _flow_all(self, wanted: Collection[Cell]) -> None:
        measured = self._flow_plain(wanted)
        for cell in wanted:
            if cell not in measured:
                self._flow(cell)

    def _flow_plain(self, wanted: Collection[Cell]) -> set[Cell]:
        """Flow those cells whose texts need no measuring, all at once; gives them. On a big board that is nearly all."""
        cells = [cell for cell in wanted if self._model.slots(cell) and self._model.rows[cell[0]].content in ("notes", PARKING)]
        if not cells:
            return set()
        parts = [self._model.slots(cell) for cell in cells]
        counts = np.array([len(part) for part in parts])
        slots = np.fromiter(chain.from_iterable(parts), np.int64, counts.sum())
        starts = np.cumsum(counts) - counts
        per_line, full = self._lines(np.array([self.cell_width(cell) for cell in cells]))
        at = np.arange(len(slots)) - np.repeat(starts, counts)
        per, wide = np.repeat(per_line, counts), np.repeat(full, counts)
        plain = (np.minimum.reduceat(self._measure.lengths()[slots], starts) > self._measure.short_limit) | (counts == 1)
        plain &= ~np.logical_or.reduceat(self._tall(slots, wide) & np.repeat(plain, counts), starts)
        chosen = np.repeat(plain, counts)
        slots, line, column, wide = slots[chosen], (at // per)[chosen], (at % per)[chosen], wide[chosen]
        self._rx[slots], self._ry[slots] = SIDE + column * (wide + GAP), GAP + line * (NOTE_HEIGHT + GAP)
        self.w[slots], self.h[slots] = wide, NOTE_HEIGHT
        heights = GAP + -(-counts // per_line) * (NOTE_HEIGHT + GAP)
        found = {cell: height for cell, height, is_plain in zip(cells, heights.tolist(), plain.tolist(), strict=True) if is_plain}
        self._heights |= found
        return set(found)

    def _tall(self, slots: np.ndarray, widths: np.ndarray) -> np.ndarray:
        """Which notes are higher than usual; only texts that may be are looked at one by one."""
        known, place = np.unique(widths, return_inverse=True)
        result = self._measure.lengths()[slots] > np.array([self._measure.sure(width) for width in known.tolist()])[place]
        for i in np.flatnonzero(result).tolist():
            result[i] = self._measure.height(int(slots[i]), float(widths[i])) > NOTE_HEIGHT
        return result

    @staticmethod
    def _lines(width: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For widths of cells: how many notes go on a line, and how wide they are."""
        inner = np.maximum(width - 2 * SIDE, 40.0)
        least = np.where(inner > WIDE, FREE_WIDTH, NOTE_LEAST)
        per_line = np.maximum(1, (inner + GAP) // (least + GAP)).astype(np.int64)
        return per_line, (inner - GAP * (per_line - 1)) / per_line

    def reflow_cells(self, cells: Iterable[Cell]) -> bool:
        """Lay out some cells anew; True if a row changed its height, so that everything below moved."""
        self._fit_arrays()
        before = self.row_h.copy()
        self._flow_all(set(cells))
        self._lay_rows()
        return not np.array_equal(before, self.row_h)

    def preview(self, cell: Cell, slots: list[int]) -> list[Rect]:
        """Where these notes would lie if they were the cell's only ones, without changing anything."""
        x0, y0 = self.cell_origin(cell)
        boxes, _ = self._boxes(cell, slots)
        return [(x0 + x, y0 + y, w, h) for x, y, w, h in boxes]

    def _fit_arrays(self) -> None:
        missing = len(self._model.records) - len(self.w)
        if missing > 0:
            self._rx, self._ry, self.w, self.h = (
                np.concatenate([column, np.zeros(missing)]) for column in (self._rx, self._ry, self.w, self.h))

    def _lay_columns(self) -> None:
        self.columns_version += 1
        widths = [FOLDED if phase.folded else phase.width for phase in self._model.phases]
        self.col_w = np.array(widths, float)
        self.col_x = np.concatenate([[0.0], np.cumsum(self.col_w)])

    def _lay_rows(self) -> None:
        heights, folds = [self._least(row) for row in self._model.rows], self._folds
        for cell, height in self._heights.items():
            if height > heights[cell[0]] and not (folds and self._folded(cell)):
                heights[cell[0]] = height
        self.row_h = np.array(heights, float)
        self.row_y = np.concatenate([[0.0], np.cumsum(self.row_h)])
        self._spans = self._lane_spans()
        self.version += 1
        self._place_notes()

    def _lane_spans(self) -> dict[int, tuple[float, float]]:
        spans: dict[int, tuple[float, float]] = {}
        for i, row in enumerate(self._model.rows):
            top, height = spans.get(row.lane, (float(self.row_y[i]), 0.0))
            spans[row.lane] = top, height + float(self.row_h[i])
        return spans

    def _least(self, row: Row) -> float:
        least = ROW_HEIGHTS.get(row.content, ROW_HEIGHTS["notes"])
        if row.lane < 0:
            return least
        lane = self._model.lanes[row.lane]
        if lane.folded:
            return FOLDED if row.role == self._first_role(row.lane) else 0.0
        rows = sum(other.lane == row.lane for other in self._model.rows)
        return max(least, (lane.height or 0.0) / rows)

    def _first_role(self, lane: int) -> str:
        return next(row.role for row in self._model.rows if row.lane == lane)

    def _place_notes(self) -> None:
        model = self._model
        shown = model.row >= 0
        columns = np.append(self.col_x[:-1], 0.0) if not len(model.phases) else self.col_x[:-1]
        self.x = np.where(shown, columns[np.maximum(model.phase, 0)] + self._rx, -1e9)
        self.y = np.where(shown, self.row_y[np.maximum(model.row, 0)] + self._ry, -1e9)
        if self._folds:
            for cell, slots in model.cells.items():
                if self._folded(cell):
                    self.x[slots] = -1e9

    @property
    def _folds(self) -> bool:
        """True if any lane or phase is folded."""
        return any(lane.folded for lane in self._model.lanes) or any(phase.folded for phase in self._model.phases)

    def _folded(self, cell: Cell) -> bool:
        row = self._model.rows[cell[0]]
        if row.lane < 0:
            return False
        return self._model.lanes[row.lane].folded or self._model.phases[cell[1]].folded

    def _flow(self, cell: Cell) -> None:
        slots = self._model.slots(cell)
        boxes, height = self._boxes(cell, slots)
        for slot, (x, y, w, h) in zip(slots, boxes, strict=True):
            self._rx[slot], self._ry[slot], self.w[slot], self.h[slot] = x, y, w, h
        self._heights[cell] = height

    def _boxes(self, cell: Cell, slots: list[int]) -> tuple[list[Rect], float]:
        row = self._model.rows[cell[0]]
        width = self.cell_width(cell)
        if row.content == "departments":
            return self._chip_boxes(slots, width)
        if row.content == "kpi":
            return self._line_boxes(slots, width)
        if row.content == FREE:
            return self._free_boxes(slots, width)
        return self._note_boxes(slots, width)

    def _note_boxes(self, slots: list[int], width: float) -> tuple[list[Rect], float]:
        lines, widths = self._lines(np.array([width]))
        per_line, full = int(lines[0]), float(widths[0])
        half = (full - GAP) / 2
        boxes: list[Rect] = []
        at, top, tallest = 0, GAP, 0.0
        for slot, units in zip(slots, self._units(slots, per_line), strict=True):
            if at + units > 2 * per_line:
                at, top, tallest = 0, top + tallest + GAP, 0.0
            w = full if units == 2 else half
            h = self._measure.height(slot, w)
            boxes.append((SIDE + at * (half + GAP), top, w, h))
            at, tallest = at + units, max(tallest, h)
        return boxes, top + tallest + GAP

    def _units(self, slots: list[int], per_line: int) -> list[int]:
        """2 for a note of full width, 1 for half: a short note needs a short neighbour to pair with."""
        if len(slots) < 2:
            return [2] * len(slots)
        units, i = [], 0
        while i < len(slots):
            if i + 1 < len(slots) and self._measure.short(slots[i]) and self._measure.short(slots[i + 1]):
                units += [1, 1]
                i += 2
            else:
                units.append(2)
                i += 1
        return units

    def _chip_boxes(self, slots: list[int], width: float) -> tuple[list[Rect], float]:
        boxes: list[Rect] = []
        x, y = SIDE, 6.0
        for slot in slots:
            w = min(self._measure.chip(slot), width - 2 * SIDE)
            if x > SIDE and x + w > width - SIDE:
                x, y = SIDE, y + CHIP_HEIGHT + GAP
            boxes.append((x, y, w, CHIP_HEIGHT))
            x += w + GAP
        return boxes, y + CHIP_HEIGHT + 6.0

    def _line_boxes(self, slots: list[int], width: float) -> tuple[list[Rect], float]:
        step = CHIP_HEIGHT + 2.0
        boxes = [(SIDE, 6.0 + i * step, max(width - 2 * SIDE, 24.0), CHIP_HEIGHT) for i in range(len(slots))]
        return boxes, 12.0 + len(slots) * step - 2.0

    def _free_boxes(self, slots: list[int], width: float) -> tuple[list[Rect], float]:
        """Where the records say; those that say nothing wait in a line at the top."""
        boxes: list[Rect] = []
        waiting, bottom = 0, 0.0
        for slot in slots:
            record = self._model.records[slot] or {}
            h = self._measure.height(slot, FREE_WIDTH)
            x, y = record.get("x"), record.get("y")
            if x is None or y is None:
                x, y, waiting = SIDE + waiting * (FREE_WIDTH + GAP), GAP, waiting + 1
            boxes.append((min(max(float(x), 0.0), max(0.0, width - FREE_WIDTH)), max(float(y), 0.0), FREE_WIDTH, h))
            bottom = max(bottom, boxes[-1][1] + h)
        return boxes, bottom + NOTE_HEIGHT

    def free_spot(self, near: Rect | None = None) -> tuple[float, float]:
        """A place in the free area where no note lies, right of ``near`` (board px) or at the top left; from its corner."""
        x0, y0 = self.cell_origin(self._model.free_cell)
        step_x, step_y = FREE_WIDTH + GAP, NOTE_HEIGHT + GAP
        x, y = (near[0] - x0 + step_x, near[1] - y0) if near else (SIDE, GAP)
        while True:
            if x + FREE_WIDTH > self.cell_width(self._model.free_cell):
                x, y = SIDE, y + step_y
            if not len(self.notes_touching((x0 + x, y0 + y, FREE_WIDTH, NOTE_HEIGHT))):
                return x, y
            x += step_x

    def free_stack(self, slot: int, direction: int) -> tuple[float, float]:
        """The next place below (1) or above (-1) a note of the free area where none lies, from its corner."""
        x0, y0 = self.cell_origin(self._model.free_cell)
        x, y, w, h = self.note_rect(slot)
        at = y + h + GAP if direction > 0 else y - NOTE_HEIGHT - GAP
        while at >= y0 and len(self.notes_touching((x, at, w, NOTE_HEIGHT))):
            at += direction * (NOTE_HEIGHT + GAP)
        return (x - x0, at - y0) if at >= y0 else self.free_spot((x, y, w, h))

    # ---- reading

    @property
    def grid_bottom(self) -> float:
        """Where the lanes end and the parking lot begins."""
        return float(self.row_y[self._model.grid_rows])

    @property
    def width(self) -> float:
        """Width of all phases."""
        return float(self.col_x[-1])

    @property
    def height(self) -> float:
        """Height of all rows."""
        return float(self.row_y[-1])

    def cell_width(self, cell: Cell) -> float:
        """Width of a cell; the parking lot reaches over all phases."""
        if self._model.rows[cell[0]].lane < 0:
            return max(self.width, 320.0)
        return float(self.col_w[cell[1]])

    def cell_origin(self, cell: Cell) -> tuple[float, float]:
        """Top left corner of a cell."""
        parked = self._model.rows[cell[0]].lane < 0
        return (0.0 if parked else float(self.col_x[cell[1]])), float(self.row_y[cell[0]])

    def cell_rect(self, cell: Cell) -> Rect:
        """A cell's place."""
        return (*self.cell_origin(cell), self.cell_width(cell), float(self.row_h[cell[0]]))

    def note_rect(self, slot: int) -> Rect:
        """A note's place."""
        return float(self.x[slot]), float(self.y[slot]), float(self.w[slot]), float(self.h[slot])

    def lane_span(self, lane: int) -> tuple[float, float]:
        """Top and height of a lane with all its role rows, or of a row below the grid."""
        return self._spans[lane]

    def row_at(self, y: float) -> int:
        """The row at a height; -1 above or below the board."""
        at = int(np.searchsorted(self.row_y, y, side="right")) - 1
        return at if 0 <= at < len(self.row_h) else -1

    def column_at(self, x: float) -> int:
        """The phase at a place across; -1 outside."""
        at = int(np.searchsorted(self.col_x, x, side="right")) - 1
        return at if 0 <= at < len(self.col_w) else -1

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell at a point, or None outside the grid."""
        row, column = self.row_at(y), self.column_at(x)
        if row < 0:
            return None
        if self._model.rows[row].lane < 0:
            return (row, 0) if 0 <= x < self.cell_width((row, 0)) else None
        return (row, column) if column >= 0 else None

    def note_at(self, x: float, y: float) -> int:
        """The slot of the note at a point, or -1."""
        hit = np.flatnonzero((self.x <= x) & (x < self.x + self.w) & (self.y <= y) & (y < self.y + self.h))
        return int(hit[-1]) if len(hit) else -1

    def notes_touching(self, rect: Rect) -> np.ndarray:
        """Slots of the notes that meet a rectangle, as int array."""
        x, y, w, h = rect
        return np.flatnonzero((self.x < x + w) & (self.x + self.w > x) & (self.y < y + h) & (self.y + self.h > y))

    def drop_index(self, cell: Cell, x: float, y: float, without: Iterable[int] = ()) -> int:
        """Between which notes of a cell a drop at a point lands: index into the cell's notes less ``without``."""
        left_out = set(without)
        slots = [slot for slot in self._model.slots(cell) if slot not in left_out]
        for i, slot in enumerate(slots):
            nx, ny, w, h = self.note_rect(slot)
            alone = w > self.cell_width(cell) * 0.6
            if y < ny or (y < ny + h / 2 if alone else y < ny + h and x < nx + w / 2):
                return i
        return len(slots)
