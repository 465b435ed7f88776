"""The board on paper: painted by the board's own parts, in the light colours, with nothing of a screen (selection, +, hints).

A `BoardPicture` is painted step by step, so that whoever paints it can say how far it is and stop in between. It has a model of its
own and never touches the board on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from fusenapp.domain.snapshot import Snapshot
from fusenapp.ui.journey.board_model import BoardModel, Phase
from fusenapp.ui.journey.faces import draw_face
from fusenapp.ui.journey.hit import NOTHING
from fusenapp.ui.journey.scene import Scene
from fusenapp.ui.journey.text_fit import elided, note_font
from fusenapp.ui.journey.viewport import Viewport
from fusenapp.ui.theme import as_printed, color

STEP = 40
"""Notes painted between two looks at whether to go on."""
TITLE = 52.0
"""Height of the line of title over a board on a page, logical px."""
WIDER = (0.75, *((132 * notes + 12) / 160 for notes in (1, 2, 3, 4, 5, 6, 8, 10, 13)))
"""How much wider the phases may become, so that the board suits the page: crowded cells then have more notes on a line."""
FILLED = 2.0
"""How much wider still, where the page has room beside the board."""
MARGIN = 8.0
"""Around notes without a grid, logical px."""


class BoardPicture:
    """One board, or the notes that a snapshot has of it.

    Args:
        snapshot: the journey's records; see `flows.journey_pictures.excerpt` for some notes only.
        bare: only the notes, without headers and lines.
    """

    def __init__(self, snapshot: Snapshot, journey: str, hidden: Sequence[str] = (), *, bare: bool = False) -> None:
        self.model = BoardModel()
        self.model.hidden_roles = frozenset(hidden)
        self.model.load(snapshot, journey)
        self.model.locked = True
        self.scene = Scene(self.model)
        self._bare = bare
        self._view = Viewport()
        self._measure()

    def _measure(self) -> None:
        self._view = Viewport(zoom=1.0, lane_width=self.scene.headers.widths()[0], role_width=self.scene.headers.widths()[1])
        if self._bare:
            x, y, width, height = self._around_notes()
            self.width, self.height = width + 2 * MARGIN, height + 2 * MARGIN
            self._view.left = self._view.top = 0.0
            self._view.x, self._view.y = x - MARGIN, y - MARGIN
        else:
            self.width = self._view.left + max(self.scene.layout.width, self._loose_width()) + self.scene.beyond() + 1.0
            self.height = self._view.top + self._bottom() + 1.0
        self._view.width, self._view.height = self.width, self.height

    def _around_notes(self) -> tuple[float, float, float, float]:
        layout, shown = self.scene.layout, self.model.row >= 0
        if not shown.any():
            return 0.0, 0.0, 1.0, 1.0
        x, y, w, h = (column[shown] for column in (layout.x, layout.y, layout.w, layout.h))
        return float(x.min()), float(y.min()), float((x + w).max() - x.min()), float((y + h).max() - y.min())

    def _loose_width(self) -> float:
        """Below the lanes notes may lie beside a narrow grid."""
        rows = [row for row in range(self.model.grid_rows, len(self.model.rows)) if self.model.slots((row, 0))]
        return max((self.scene.layout.cell_width((row, 0)) for row in rows), default=0.0)

    def _bottom(self) -> float:
        """Down to the last row that says something: an empty parking lot and free area stay away."""
        layout, last = self.scene.layout, self.model.grid_rows
        for row in (self.model.grid_rows, self.model.grid_rows + 1):
            if self.model.slots((row, 0)):
                last = row + 1
        return float(layout.row_y[last])

    def widen(self, width: float, height: float) -> None:
        """Make the phases as wide as lets the board be shown largest in a place of this size."""
        if self._bare or not self.model.phases:
            return
        usual = list(self.model.phases)
        best, scale = 1.0, 0.0
        for by in WIDER:
            found = self._scaled(usual, by, width, height)
            if found > scale + 0.001:
                best, scale = by, found
            if width / self.width < scale:
                break  # wider still, and the width alone makes it smaller
        self._scaled(usual, best, width, height)
        filled = best * (1.0 + (width / scale - self.width) / max(self.scene.layout.width, 1.0))  # nothing left beside the board
        if self._scaled(usual, min(filled, best * FILLED), width, height) < scale - 0.001:
            self._scaled(usual, best, width, height)

    def _scaled(self, usual: list[Phase], by: float, width: float, height: float) -> float:
        self.model.phases = [replace(phase, width=phase.width * by) for phase in usual]
        self.scene.layout.reflow()
        self._measure()
        return min(width / self.width, height / self.height)

    # ---- painting

    def paint(self, painter: QPainter) -> Iterator[float]:
        """Paint at the origin, in logical px; yields the share that is done. The painter may be scaled, not turned."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        slots = np.flatnonzero((self.model.row >= 0) & (self.scene.layout.x > -1e8)).tolist()
        with as_printed():
            self._paint_ground(painter)
        yield 0.1
        for at in range(0, len(slots), STEP):
            with as_printed():
                self._paint_notes(painter, slots[at:at + STEP])
            yield 0.1 + 0.8 * min(at + STEP, len(slots)) / len(slots)
        with as_printed():
            self._paint_over(painter)
        yield 1.0

    def _region(self) -> QRegion:
        return QRegion(QRectF(0, 0, self.width, self.height).toAlignedRect())

    def _paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self.width, self.height), color("surface"))
        if self._bare:
            return
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width, self.height), Qt.ClipOperation.IntersectClip)
        painter.setClipRect(QRectF(self._view.left, self._view.top, self.width, self.height), Qt.ClipOperation.IntersectClip)
        self.scene.ground.paint(painter, self._view, (), self._region().boundingRect())
        self.scene.ground.paint_levels(painter, self._view)
        painter.restore()

    def _paint_notes(self, painter: QPainter, slots: list[int]) -> None:
        for slot in slots:
            x, y, w, h = self._view.rect_to_screen(self.scene.layout.note_rect(slot))
            painter.save()
            painter.translate(x, y)
            draw_face(painter, self.scene.faces.face(slot), w, h)
            painter.restore()

    def _paint_over(self, painter: QPainter) -> None:
        self.scene.arrows.paint(painter, self._view, self._region())
        if self._bare:
            return
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width, self.height), Qt.ClipOperation.IntersectClip)
        self.scene.headers.paint(painter, self._view, self._region(), current=-1, hover=NOTHING)
        painter.setPen(color("borderS"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, 0.5, self.width - 1, self.height - 1))
        painter.restore()


def paint_page(painter: QPainter, picture: BoardPicture, width: float, height: float, title: str, caption: str) -> Iterator[float]:
    """A board on a page of this size (logical px at 96 an inch) under its title, as large as it goes but not larger than twice."""
    with as_printed():
        painter.fillRect(QRectF(0, 0, width, height), QColor(Qt.GlobalColor.white))
        _title(painter, width, title, caption)
    picture.widen(width, height - TITLE)
    scale = min(width / picture.width, (height - TITLE) / picture.height, 2.0)
    painter.translate(max(0.0, (width - picture.width * scale) / 2), TITLE)
    painter.scale(scale, scale)
    yield from picture.paint(painter)


def _title(painter: QPainter, width: float, title: str, caption: str) -> None:
    painter.setPen(color("text"))
    painter.setFont(note_font(20, bold=True))
    painter.drawText(QRectF(0, 0, width, 28), Qt.AlignmentFlag.AlignVCenter, elided(title, 20, width, True))
    painter.setPen(color("text2"))
    painter.setFont(note_font(11))
    painter.drawText(QRectF(0, 28, width, 18), Qt.AlignmentFlag.AlignVCenter, elided(caption, 11, width))


def image_of(picture: BoardPicture, ratio: float) -> QImage:
    """The picture at ``ratio`` pixels for each logical one, at once."""
    image = QImage(max(1, round(picture.width * ratio)), max(1, round(picture.height * ratio)), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for _ in picture.paint(painter):
        pass
    painter.end()
    return image
