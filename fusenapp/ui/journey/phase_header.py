"""The phases across the top: one strip for all of them, made once per zoom, with the + circles on its lower line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from fusenapp.ui.journey.board_model import BoardModel
from fusenapp.ui.journey.header_words import PLUS_REACH, lines_of, paint_plus
from fusenapp.ui.journey.hit import Hit
from fusenapp.ui.journey.layout import BoardLayout
from fusenapp.ui.journey.stamps import Stamps
from fusenapp.ui.journey.text_fit import elided, note_font, text_width
from fusenapp.ui.journey.viewport import Viewport, whole
from fusenapp.ui.theme import color

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TOGETHER = 1024
"""Px of phases in one picture: two or three of them are in sight, and few phases that are not."""

PLUS_ZOOM = 0.2
"""Zoom below which the + circles would lie over each other."""


class PhaseHeader:
    """Paints the band of phases."""

    def __init__(self, model: BoardModel, layout: BoardLayout) -> None:
        self._model, self._layout = model, layout
        self._stamps = Stamps()

    def paint(self, painter: QPainter, view: Viewport, current: int, hover: Hit) -> None:
        """Draw the band; ``current`` is the phase of the selected note, or -1."""
        start, end = (whole(view.to_screen(x, 0)[0]) for x in (0.0, self._layout.width))
        _bare(painter, view, view.left, start)
        _bare(painter, view, max(view.left, end), view.width)
        count = len(self._model.phases)
        step = max(1, int(TOGETHER / max(self._layout.width * view.zoom / max(count, 1), 1.0)))
        for first in reversed(range(0, count, step)):  # the last + of each lies over the next
            self._strip(painter, view, first, min(first + step, count))
        hovered = hover.number if hover.kind == "phase" else -1
        for number in {current, hovered}:
            if 0 <= number < len(self._model.phases):
                self._highlight(painter, view, number, number == hovered, number == current)
        if hover.kind == "phase-insert":
            self._insert(painter, view, hover.number)

    def _box(self, view: Viewport, i: int) -> QRectF:
        return QRectF(view.to_screen(float(self._layout.col_x[i]), 0)[0], 0, float(self._layout.col_w[i]) * view.zoom, view.top)

    def _strip(self, painter: QPainter, view: Viewport, first: int, last: int) -> None:
        start, end = float(self._layout.col_x[first]), float(self._layout.col_x[last])
        box = QRectF(view.to_screen(start, 0)[0], 0, (end - start) * view.zoom + PLUS_REACH, view.top + PLUS_REACH + 1)
        if box.right() >= view.left and box.left() <= view.width:
            key = (first, last, self._layout.columns_version, self._model.locked, view.zoom)
            self._stamps.draw(painter, key, box, lambda inner: self._paint_strip(inner, view, first, last))

    def _paint_strip(self, painter: QPainter, view: Viewport, first: int, last: int) -> None:
        start, end = float(self._layout.col_x[first]), float(self._layout.col_x[last])
        _bare(painter, view, 0.0, whole((end - start) * view.zoom))
        for i in range(first, last):
            x = (float(self._layout.col_x[i]) - start) * view.zoom
            w = float(self._layout.col_w[i]) * view.zoom
            painter.save()
            painter.translate(x, 0)
            self._phase(painter, view.head_scale, i, QSizeF(w, view.top), False)
            painter.restore()
            painter.fillRect(QRectF(whole(x + w), 0, 1, view.top), color("gridline"))
            if not self._model.locked and view.zoom > PLUS_ZOOM:
                paint_plus(painter, QPointF(x + w, view.top), False)

    def _highlight(self, painter: QPainter, view: Viewport, i: int, hot: bool, current: bool) -> None:
        box = self._box(view, i)
        inner_box = box.adjusted(1, 0, -1, 0 if self._model.locked else 4 - PLUS_REACH)
        painter.save()
        painter.setClipRect(inner_box, Qt.ClipOperation.IntersectClip)
        painter.fillRect(inner_box, color("hover" if hot else "surface"))
        self._stamps.draw(painter, ("phase", i, self._layout.columns_version, current, view.zoom), box,
                          lambda inner: self._phase(inner, view.head_scale, i, box.size(), current))
        painter.restore()

    def _insert(self, painter: QPainter, view: Viewport, number: int) -> None:
        x = view.to_screen(float(self._layout.col_x[number]), 0)[0]
        painter.fillRect(QRectF(whole(x) - 1, view.top, 2, view.height), color("focus"))
        paint_plus(painter, QPointF(x, view.top), True)

    def _phase(self, painter: QPainter, scale: float, i: int, size: QSizeF, current: bool) -> None:
        painter.scale(scale, scale)
        width, height = size.width() / scale, size.height() / scale
        badge = min(20.0, max(width - 4, 0))
        pad = 10.0 if width > 90 else max((width - badge) / 2, 1.0)
        if badge >= 12:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent") if current else color("sunken"))
            painter.drawEllipse(QRectF(pad, (height - badge) / 2, badge, badge))
            painter.setPen(color("onAccent") if current else color("text2"))
            painter.setFont(note_font(11, bold=True))
            if self._model.phases[i].pause:
                self._bars(painter, QPointF(pad + badge / 2, height / 2), current)
            else:
                number = self._model.first_number + sum(not phase.pause for phase in self._model.phases[:i + 1])
                painter.drawText(QRectF(pad, (height - badge) / 2, badge, badge), CENTRE, str(number))
        room = width - pad - badge - 7 - 6
        if room > 24:
            self._phase_name(painter, self._model.phases[i].name, QRectF(pad + badge + 7, 0, room, height))

    @staticmethod
    def _bars(painter: QPainter, at: QPointF, current: bool) -> None:
        """The mark of a phase in which the purchase rests."""
        tint = color("onAccent") if current else color("text2")
        for x in (-3.5, 1.0):
            painter.fillRect(QRectF(at.x() + x, at.y() - 4.5, 2.5, 9), tint)

    @staticmethod
    def _phase_name(painter: QPainter, name: str, box: QRectF) -> None:
        painter.setPen(color("text"))
        size = 12 if text_width(name, 12, True) <= box.width() else 11
        lines = lines_of(name, size, box.width() * (1.0 if text_width(name, size, True) <= box.width() else 0.97), True)
        if len(lines) > 2:
            lines = (lines[0], elided("".join(lines[1:]), size, box.width(), True))
        painter.setFont(note_font(size, bold=True))
        top = box.center().y() - len(lines) * 8
        for k, line in enumerate(lines):
            painter.drawText(QRectF(box.x(), top + k * 16, box.width() + 10, 16), LEFT, line)


def _bare(painter: QPainter, view: Viewport, start: float, end: float) -> None:
    """The band without phases."""
    if end > start:
        painter.fillRect(QRectF(start, 0, end - start, view.top), color("surface"))
        painter.fillRect(QRectF(start, view.top, end - start, 1), color("borderS"))
