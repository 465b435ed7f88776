"""Draws the notes: one cached picture per note when near, one sprite per colour when far.

Near, pictures are made at the exact device scale and put on whole device pixels; those that are missing are
made within a time budget per frame, and until then their old picture is shown stretched, or paper with grey
bars. Far (letters below 4 px) all notes of one size go out in one call from a small sheet of coloured sprites.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import floor
from time import perf_counter
from typing import Any

import numpy as np
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from fusenapp.domain.journey import PAPERS
from fusenapp.ui.journey.board_model import BoardModel
from fusenapp.ui.journey.faces import SHADOW, FaceBook, picture
from fusenapp.ui.journey.layout import BoardLayout
from fusenapp.ui.journey.viewport import HALF, Viewport
from fusenapp.ui.theme import color, paper

BUDGET = 0.004
"""Seconds a frame may spend on making pictures."""

HASTE = 0.0008
"""Seconds for that in the first frame after a board was opened or much was changed: it is to be out at once."""

MANY_NEW = 40
"""Notes that have changed at once from which on it is much."""

FAR = 0.3
"""Zoom below which notes are sprites without text."""

MEMORY = 96 * 1024 * 1024
"""Bytes of pictures that are kept."""

SAME = 12
"""Notes of one size from which on sprites for it pay off."""

FEW = 3
"""Notes that are not worth looking which of them are in sight."""

SHEETS = 64
"""Sizes of notes for which sprites are kept."""


class _Fragments:
    """Room for many `QPainter.PixmapFragment`, filled as one array: ten numbers each.

    The array and the object that Qt is handed are made once and live as long as this.
    """

    def __init__(self) -> None:
        self._room(1024)

    def _room(self, count: int) -> None:
        self._array = np.ones((count, 10))
        self.first: QPainter.PixmapFragment = shiboken6.wrapInstance(
            self._array.ctypes.data, QPainter.PixmapFragment)  # pyright: ignore[reportAttributeAccessIssue]

    def rows(self, count: int) -> np.ndarray:
        """The first rows: x, y of the middle, source left, top, width, height, scale x, y, rotation, opacity."""
        if count > len(self._array):
            self._room(2 * count)
        return self._array[:count]


class NoteLayer:
    """All notes of one board; holds the pictures."""

    def __init__(self, model: BoardModel, layout: BoardLayout, faces: FaceBook) -> None:
        self._model, self._layout, self._faces = model, layout, faces
        self._pictures: dict[int, tuple[QPixmap, float, float, float]] = {}
        self._seen: dict[int, int] = {}
        self._bytes = 0
        self._frame = 0
        self._sheets: dict[tuple[int, int], QPixmap] = {}
        self._fragments = _Fragments()
        self._dot_made: QPixmap | None = None
        self._hasty = True
        self._until = 0.0
        self.missing: set[int] = set()
        """Notes that were shown by a stand-in and want their picture."""
        self.made: list[int] = []
        """Notes that got a picture since this was emptied; those that were only painted in part want painting again."""

    @property
    def settled(self) -> bool:
        """True if every note was drawn with its own picture."""
        return not self.missing

    @contextmanager
    def frame(self) -> Iterator[None]:
        """Whatever is painted meanwhile goes out together: it shares one frame's time for pictures."""
        self._until = self._deadline()
        try:
            yield
        finally:
            self._until = 0.0

    def _deadline(self) -> float:
        spare, self._hasty = HASTE if self._hasty else BUDGET, False
        return perf_counter() + spare

    def hasten(self) -> None:
        """Let the next frame make few pictures: it is to be out at once."""
        self._hasty = True

    def forget(self, slot: int | None = None) -> None:
        """A note looks different now, or all do."""
        if slot is None:
            self._pictures.clear()
            self._seen.clear()
            self._sheets.clear()
            self._dot_made = None
            self._bytes = 0
            self._hasty = True
        else:
            self._drop(slot)

    def forget_all(self, slots: Collection[int]) -> None:
        """Some notes look different now."""
        self._hasty |= len(slots) >= MANY_NEW
        for slot in slots:
            self._drop(slot)

    def prepare(self, view: Viewport, slots: Iterable[int], ratio: float, until: float) -> bool:
        """Make the pictures that these notes will want; False if the time was over before all had theirs."""
        scale = view.zoom * ratio
        for slot in slots if view.zoom >= FAR else ():
            kept = self._pictures.get(slot)
            if kept is None or kept[1] != scale:
                if perf_counter() >= until:
                    return False
                self._make(slot, scale)
        return True

    def paint(self, painter: QPainter, view: Viewport, clips: Sequence[QRect], ratio: float, shown: np.ndarray, *, moving: bool,
              plain: bool = False) -> None:
        """Draw what lies in ``clips`` (logical screen px; the painter is clipped to them).

        Args:
            ratio: device px per logical px.
            shown: flags by slot.
            moving: a zoom is under way; only stretch what is there.
            plain: papers without words at any zoom.
        """
        slots = self._touched(view, clips)
        self._paint(painter, view, slots[shown[slots]], ratio, moving=moving, plain=plain)

    def paint_lifted(self, painter: QPainter, view: Viewport, around: Sequence[QRect], ratio: float, slots: np.ndarray,
                     shift: tuple[float, float], *, moving: bool) -> None:
        """Draw these notes so far from their place (board px), as while being dragged; those that meet one of ``around`` (screen px)."""
        self._paint(painter, view, self._near(view, around, slots, shift), ratio, moving=moving, shift=shift)

    def _paint(self, painter: QPainter, view: Viewport, slots: np.ndarray, ratio: float, *, moving: bool,
               shift: tuple[float, float] = (0.0, 0.0), plain: bool = False) -> None:
        self._frame += 1
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        boxes = self._device_boxes(view, slots, ratio, shift)
        if plain or view.zoom < FAR:
            self.missing.clear()
            self._paint_far(painter, slots, boxes)
        else:
            self._paint_near(painter, slots, boxes, view.zoom * ratio, moving)
        painter.restore()
        self._trim()

    def paint_selected(self, painter: QPainter, view: Viewport, around: Sequence[QRect], ratio: float, slots: np.ndarray,
                       shift: tuple[float, float] = (0.0, 0.0), *, plain: bool = False) -> None:
        """Mark these notes as selected, over what was drawn of them; those that meet one of ``around`` (screen px)."""
        slots = self._near(view, around, slots, shift)
        if not len(slots):
            return
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        boxes = self._device_boxes(view, slots, ratio, shift)
        if plain or view.zoom < FAR:
            self._paint_far(painter, slots, boxes, selected=True)
        else:
            self._paint_frames(painter, boxes, max(2, round(2 * ratio)))
        painter.restore()

    def _near(self, view: Viewport, around: Sequence[QRect], slots: np.ndarray, shift: tuple[float, float]) -> np.ndarray:
        """Those of some notes that meet a rectangle of the screen; a few are just drawn."""
        layout = self._layout
        if len(slots) <= FEW:
            return slots
        x, y = layout.x[slots] + shift[0], layout.y[slots] + shift[1]
        to_right, to_bottom = x + layout.w[slots], y + layout.h[slots]
        met = np.zeros(len(slots), bool)
        for part in around:
            left, top = view.to_board(part.x() - 3, part.y() - 3)
            right, bottom = view.to_board(part.x() + part.width() + 3, part.y() + part.height() + 3)
            met |= (x < right) & (y < bottom) & (to_right > left) & (to_bottom > top)
        return slots[met]

    def _touched(self, view: Viewport, clips: Sequence[QRect]) -> np.ndarray:
        found = []
        for clip in clips:
            x, y = view.to_board(clip.x() - 3, clip.y() - 3)
            found.append(self._layout.notes_touching((x, y, (clip.width() + 6) / view.zoom, (clip.height() + 6) / view.zoom)))
        if len(found) == 1:
            return found[0]
        mask = np.zeros(len(self._layout.x), bool)
        for slots in found:
            mask[slots] = True
        return np.flatnonzero(mask)

    def _device_boxes(self, view: Viewport, slots: np.ndarray, ratio: float, shift: tuple[float, float]) -> np.ndarray:
        layout = self._layout
        if len(slots) <= FEW:
            rects = map(layout.note_rect, slots.tolist())
            return np.array([_on_device(view, rect, ratio, shift, floor) for rect in rects], float).reshape(-1, 4)
        rects = layout.x[slots], layout.y[slots], layout.w[slots], layout.h[slots]
        return np.column_stack(_on_device(view, rects, ratio, shift, np.floor))

    def _paint_near(self, painter: QPainter, slots: np.ndarray, boxes: np.ndarray, scale: float, moving: bool) -> None:
        wanted = slots.tolist()
        self._seen.update(dict.fromkeys(wanted, self._frame))
        pictures = self._pictures
        until = 0.0 if moving else self._until or self._deadline()
        spare = round(SHADOW * scale)
        bare: list[int] = []
        for at, (slot, (x, y, w, h)) in enumerate(zip(wanted, boxes.astype(int).tolist(), strict=True)):
            kept = pictures.get(slot)
            if kept is not None and kept[1] == scale:
                painter.drawPixmap(x, y, kept[0])
            elif perf_counter() < until:
                painter.drawPixmap(x, y, self._make(slot, scale))
            else:
                self.missing.add(slot)
                if kept is not None:
                    painter.drawPixmap(QRect(x, y, w + spare, h + spare), kept[0])
                else:
                    bare.append(at)
        if bare:
            self._paint_bare(painter, slots[bare], boxes[bare])

    def _paint_bare(self, painter: QPainter, slots: np.ndarray, boxes: np.ndarray) -> None:
        """Papers with grey bars for notes that have no picture yet; many of one size in one call."""
        sizes = boxes[:, 2].astype(np.int64) * 4096 + boxes[:, 3].astype(np.int64)
        found, counts = np.unique(sizes, return_counts=True)
        common = found[counts >= SAME]
        if len(common):
            chosen = np.isin(sizes, common)
            self._paint_far(painter, slots[chosen], boxes[chosen])
            slots, boxes = slots[~chosen], boxes[~chosen]
        for slot, (x, y, w, h) in zip(slots.tolist(), boxes.astype(int).tolist(), strict=True):
            self._sprite(painter, int(self._model.colour[slot]) - 1, QRect(x, y, w, h), None)

    def _make(self, slot: int, scale: float) -> QPixmap:
        self._drop(slot)
        self.missing.discard(slot)
        self.made.append(slot)
        w, h = float(self._layout.w[slot]), float(self._layout.h[slot])
        made = picture(self._faces.drawn(slot), w, h, scale)
        self._pictures[slot] = made, scale, w, h
        self._seen[slot] = self._frame
        self._bytes += made.width() * made.height() * 4
        return made

    def _paint_far(self, painter: QPainter, slots: np.ndarray, boxes: np.ndarray, *, selected: bool = False) -> None:
        sizes = np.clip(boxes[:, 2:4], 1, 4095).astype(np.int64)
        kinds = sizes[:, 0] * 4096 + sizes[:, 1]
        paper_of = np.clip(self._model.colour[slots].astype(np.int64), 1, PAPERS) - 1
        for kind in sorted(set(kinds.tolist())):  # for `np.unique` numpy loads its masked arrays first, in the first frame
            chosen = kinds == kind
            self._paint_sprites(painter, divmod(kind, 4096), boxes[chosen], paper_of[chosen], selected=selected)

    def _paint_sprites(self, painter: QPainter, size: tuple[int, int], boxes: np.ndarray, papers: np.ndarray, *, selected: bool) -> None:
        """Notes of one size in one call, each as its sprite, unscaled: so they stay crisp and are only copied.

        Qt does not check that a fragment's source lies inside the sheet: ``papers`` must be wide integers.
        """
        w, h = size
        rows = self._fragments.rows(len(boxes))
        rows[:, 0], rows[:, 1] = boxes[:, 0] + w / 2, boxes[:, 1] + h / 2
        rows[:, 2], rows[:, 3] = papers * w, h if selected else 0
        rows[:, 4], rows[:, 5] = w, h
        rows[:, 6:8], rows[:, 8], rows[:, 9] = 1.0, 0.0, 1.0
        painter.drawPixmapFragments(self._fragments.first, len(rows), self._sheet(w, h))

    def _sheet(self, w: int, h: int) -> QPixmap:
        """All papers beside each other at one size, plain above and selected below."""
        found = self._sheets.get((w, h))
        if found is None:
            if len(self._sheets) > SHEETS:
                self._sheets.clear()
            found = self._sheets[w, h] = QPixmap(w * PAPERS, h * 2)
            painter = QPainter(found)
            for number in range(PAPERS):
                self._sprite(painter, number, QRect(number * w, 0, w, h), None)
                self._sprite(painter, number, QRect(number * w, h, w, h), color("focus"))
            painter.end()
        return found

    @staticmethod
    def _sprite(painter: QPainter, number: int, box: QRect, frame: QColor | None) -> None:
        colours = paper(number + 1)
        line = min(1 if frame is None else 2, box.width() // 4, box.height() // 4)
        painter.fillRect(box, frame or colours.edge)
        inner = box.adjusted(line, line, -line, -line)
        painter.fillRect(inner, colours.fill)
        if inner.height() >= 5 and inner.width() >= 8:
            bar = QColor(colours.text)
            bar.setAlphaF(0.3)
            thick, pad = max(1, inner.height() // 9), max(1, inner.width() // 18)
            painter.fillRect(QRect(inner.x() + pad, inner.y() + 2 * thick, inner.width() - 3 * pad, thick), bar)
            painter.fillRect(QRect(inner.x() + pad, inner.y() + 4 * thick, inner.width() // 2, thick), bar)

    def _paint_frames(self, painter: QPainter, boxes: np.ndarray, line: int) -> None:
        """Frames around selected notes: four bars each, all in one call; a few are quicker one by one."""
        count = len(boxes)
        if count <= FEW:
            for x, y, w, h in boxes.astype(int).tolist():
                for bar in _bars(x, y, w, h, line):
                    painter.fillRect(*bar, color("focus"))
            return
        x, y, w, h = boxes.T
        rows = self._fragments.rows(4 * count)
        for i, (left, top, wide, high) in enumerate(_bars(x, y, w, h, line)):
            part = rows[i * count:(i + 1) * count]
            part[:, 0], part[:, 1], part[:, 6], part[:, 7] = left + wide / 2, top + high / 2, wide, high
        rows[:, 2:4], rows[:, 4:6], rows[:, 8], rows[:, 9] = 0.0, 1.0, 0.0, 1.0
        painter.drawPixmapFragments(self._fragments.first, len(rows), self._dot())

    def _dot(self) -> QPixmap:
        """One px of the colour of the selection."""
        if self._dot_made is None:
            self._dot_made = QPixmap(1, 1)
            self._dot_made.fill(color("focus"))
        return self._dot_made

    def _drop(self, slot: int) -> None:
        kept = self._pictures.pop(slot, None)
        if kept is not None:
            self._bytes -= kept[0].width() * kept[0].height() * 4

    def _trim(self) -> None:
        if self._bytes <= MEMORY:
            return
        for slot in sorted(self._pictures, key=lambda s: self._seen.get(s, 0)):
            if self._bytes <= MEMORY * 0.8 or self._seen.get(slot) == self._frame:
                break
            self._drop(slot)


def _on_device(view: Viewport, rect: tuple[Any, Any, Any, Any], ratio: float, shift: tuple[float, float],
               down: Callable[[Any], Any]) -> tuple[Any, Any, Any, Any]:
    """A rectangle of the board, or many (arrays), on whole px of the device; ``down`` rounds down."""
    x, y, w, h = rect
    scale = view.zoom * ratio
    left, top = (view.left + (x + shift[0] - view.x) * view.zoom) * ratio, (view.top + (y + shift[1] - view.y) * view.zoom) * ratio
    return down(left + HALF), down(top + HALF), down(w * scale + HALF), down(h * scale + HALF)


def _bars(x: Any, y: Any, w: Any, h: Any, line: int) -> tuple[tuple[Any, Any, Any, Any], ...]:
    """The sides of a frame around a box, or around many (arrays)."""
    return (x - line, y - line, w + 2 * line, line), (x - line, y + h, w + 2 * line, line), (x - line, y, line, h), (x + w, y, line, h)
