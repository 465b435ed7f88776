"""The frozen headers: phases across the top, lanes and roles down the left, + between them."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from fusenapp.i18n import translate
from fusenapp.ui.journey.board_model import BoardModel
from fusenapp.ui.journey.hit import LANE_PLUS_X, Hit, lane_boundaries, phase_boundaries
from fusenapp.ui.journey.layout import BoardLayout
from fusenapp.ui.journey.stamps import Stamps
from fusenapp.ui.journey.text_fit import break_lines, elided, note_font, text_width
from fusenapp.ui.journey.viewport import LANE_WIDTHS, ROLE_WIDTHS, Viewport, whole
from fusenapp.ui.theme import color

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Headers:
    """Paints both header bands over the board."""

    def __init__(self, model: BoardModel, layout: BoardLayout) -> None:
        self._model, self._layout = model, layout
        self._stamps = Stamps()

    def widths(self) -> tuple[float, float]:
        """Widths of the columns for lanes and roles, so that no word of the usual length is cut."""
        lanes = (word for lane in self._model.lanes if lane.by_role for word in lane.name.split() if word.isascii())
        roles = (word for role in self._model.shown_roles for word in role.name.replace("-", "- ").split() if word.isascii())
        lane = max((text_width(word, 12, True) + 16 for word in lanes), default=0.0)
        role = max((text_width(word, 11) + 8 for word in roles), default=0.0)
        return _between(lane, LANE_WIDTHS), _between(role, ROLE_WIDTHS)

    def paint(self, painter: QPainter, view: Viewport, *, current: int, hover: Hit) -> None:
        """Draw the headers; ``current`` is the phase of the selected note, or -1."""
        self._phases(painter, view, current, hover)
        self._lanes(painter, view, hover)
        self._corner(painter, view)
        if not self._model.locked:
            self._pluses(painter, view, hover)

    def _phases(self, painter: QPainter, view: Viewport, current: int, hover: Hit) -> None:
        band = QRectF(view.left, 0, view.width - view.left, view.top)
        painter.fillRect(band, color("surface"))
        painter.save()
        painter.setClipRect(band, Qt.ClipOperation.IntersectClip)
        for i in range(len(self._model.phases)):
            x, _, w, _ = view.rect_to_screen((float(self._layout.col_x[i]), 0, float(self._layout.col_w[i]), 1))
            if x + w < view.left or x > view.width:
                continue
            if hover.kind == "phase" and hover.number == i:
                painter.fillRect(QRectF(x, 0, w, view.top), color("hover"))
            self._phase_picture(painter, view, i, QRectF(x, 0, w, view.top), i == current)
            painter.fillRect(QRectF(whole(x + w), 0, 1, view.top), color("gridline"))
        painter.restore()
        painter.fillRect(QRectF(0, view.top, view.width, 1), color("borderS"))

    def _phase_picture(self, painter: QPainter, view: Viewport, i: int, box: QRectF, current: bool) -> None:
        scale = view.head_scale
        self._stamps.draw(painter, ("phase", i, self._model.phases[i].name, current, scale), box,
                          lambda inner: self._phase(inner, scale, i, box.size(), current))

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
            painter.drawText(QRectF(pad, (height - badge) / 2, badge, badge), CENTRE, str(i + 1))
        room = width - pad - badge - 7 - 6
        if room > 24:
            self._phase_name(painter, self._model.phases[i].name, QRectF(pad + badge + 7, 0, room, height))

    @staticmethod
    def _phase_name(painter: QPainter, name: str, box: QRectF) -> None:
        painter.setPen(color("text"))
        size = 12 if text_width(name, 12, True) <= box.width() else 11
        lines = _lines(name, size, box.width() * (1.0 if text_width(name, size, True) <= box.width() else 0.97), True)
        if len(lines) > 2:
            lines = (lines[0], elided("".join(lines[1:]), size, box.width(), True))
        painter.setFont(note_font(size, bold=True))
        top = box.center().y() - len(lines) * 8
        for k, line in enumerate(lines):
            painter.drawText(QRectF(box.x(), top + k * 16, box.width() + 10, 16), LEFT, line)

    def _lanes(self, painter: QPainter, view: Viewport, hover: Hit) -> None:
        band = QRectF(0, view.top + 1, view.left, view.height - view.top)
        painter.fillRect(band, color("surface"))
        painter.save()
        painter.setClipRect(band, Qt.ClipOperation.IntersectClip)
        for lane in [*range(len(self._model.lanes)), -1]:
            top, height = self._layout.lane_span(lane)
            _, y, _, h = view.rect_to_screen((0, top, 0, height))
            if y + h >= view.top and y <= view.height:
                if hover.kind == "lane" and hover.number == lane:
                    painter.fillRect(QRectF(0, y, view.left, h), color("hover"))
                self._lane(painter, view, lane, QRectF(0, y, view.left, h))
        painter.restore()
        painter.fillRect(QRectF(view.left, 0, 1, view.height), color("borderS"))

    def _lane(self, painter: QPainter, view: Viewport, lane: int, box: QRectF) -> None:
        painter.fillRect(QRectF(0, whole(box.y()), view.left, 1), color("borderS"))
        rows = [i for i, row in enumerate(self._model.rows) if row.lane == lane]
        with_roles = lane >= 0 and len(rows) > 1 and not self._model.lanes[lane].folded
        name = self._model.lanes[lane].name if lane >= 0 else translate("Board", "Parking lot")
        split = view.lane_width * view.head_scale
        self._lane_name(painter, view, name, QRectF(0, box.y(), split if with_roles else view.left, box.height()), with_roles)
        if with_roles:
            painter.fillRect(QRectF(whole(split), box.y(), 1, box.height()), color("gridline"))
            for row in rows:
                self._role(painter, view, row, split)

    def _lane_name(self, painter: QPainter, view: Viewport, name: str, box: QRectF, at_top: bool) -> None:
        visible = box.intersected(QRectF(0, view.top, view.left, view.height - view.top))
        if visible.height() < 14:
            return
        width = box.width() / view.head_scale
        left = 12.0 if width > 60 else 9.0
        lines = _lines(name, 12, (width - left - 4) * (0.96 if not name.isascii() else 0.92), True)
        self._words(painter, view, lines, 12, True, "text", visible, left, 8.0 if at_top else None)

    def _words(self, painter: QPainter, view: Viewport, lines: tuple[str, ...], size: int, bold: bool, token: str,
               visible: QRectF, left: float, top: float | None) -> None:
        """Words in the visible part of a header: from the top, or in the middle; ``left`` 0 centres the lines."""
        scale, step = view.head_scale, 16.0 if size > 11 else 14.0
        lines = lines[:max(1, int(visible.height() / scale // step))]
        tall = len(lines) * step * scale
        y = visible.y() + (top * scale if top is not None and tall + 2 * top * scale < visible.height() else (visible.height() - tall) / 2)

        def paint(inner: QPainter) -> None:
            inner.scale(scale, scale)
            inner.setFont(note_font(size, bold))
            inner.setPen(color(token))
            for i, line in enumerate(lines):
                inner.drawText(QRectF(left, i * step, visible.width() / scale - left, step), LEFT if left else CENTRE, line)

        self._stamps.draw(painter, (lines, size, token, scale, left), QRectF(visible.x(), y, visible.width(), tall), paint)

    def _role(self, painter: QPainter, view: Viewport, row: int, split: float) -> None:
        _, y, _, h = view.rect_to_screen((0, float(self._layout.row_y[row]), 0, float(self._layout.row_h[row])))
        if self._model.rows[row - 1].lane == self._model.rows[row].lane and row > 0:
            painter.setPen(QPen(color("gridline"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(split, whole(y), view.left, whole(y)))
        visible = QRectF(split, y, view.left - split, h).intersected(QRectF(0, view.top, view.left, view.height - view.top))
        if visible.height() >= 12:
            name = self._model.role_name(self._model.rows[row].role)
            lines = _lines(name, 11, visible.width() / view.head_scale - 4, False)
            self._words(painter, view, lines, 11, False, "text2", visible, 0.0, None)

    def _corner(self, painter: QPainter, view: Viewport) -> None:
        painter.fillRect(QRectF(0, 0, view.left, view.top), color("surface"))
        self._stamps.draw(painter, ("corner", view.head_scale), QRectF(0, 0, view.left - 1, view.top - 1),
                          lambda inner: self._paint_corner(inner, view.head_scale))

    @staticmethod
    def _paint_corner(painter: QPainter, scale: float) -> None:
        painter.scale(scale, scale)
        painter.setPen(color("text3"))
        painter.setFont(note_font(11))
        painter.drawText(QRectF(12, 7, 90, 15), LEFT, translate("Board", "Lanes \\"))
        painter.drawText(QRectF(12, 23, 90, 15), LEFT, translate("Board", "Phases"))

    def _pluses(self, painter: QPainter, view: Viewport, hover: Hit) -> None:
        for i, x in enumerate(phase_boundaries(self._layout, view)):
            if view.left - 1 <= x <= view.width and (view.zoom > 0.2 or hover == Hit("phase-insert", i)):
                hot = hover.kind == "phase-insert" and hover.number == i
                if hot:
                    painter.fillRect(QRectF(whole(x) - 1, view.top, 2, view.height), color("focus"))
                if i or hot:
                    self._plus(painter, QPointF(x, view.top), hot)
        for i, y in enumerate(lane_boundaries(self._model, self._layout, view)):
            if view.top - 1 <= y <= view.height:
                hot = hover.kind == "lane-insert" and hover.number == i
                if hot:
                    painter.fillRect(QRectF(0, whole(y) - 1, view.width, 2), color("focus"))
                if i or hot:
                    self._plus(painter, QPointF(LANE_PLUS_X, y), hot)

    def _plus(self, painter: QPainter, at: QPointF, hot: bool) -> None:
        box = QRectF(at.x() - 12, at.y() - 12, 24, 24)
        self._stamps.draw(painter, ("plus", hot), box, lambda inner: _paint_plus(inner, QPointF(12, 12), hot))


@lru_cache(maxsize=256)
def _lines(text: str, size: int, width: float, bold: bool) -> tuple[str, ...]:
    """Lines of a header's words."""
    if text_width(text, size, bold) <= width:
        return (text,)
    parts = re.findall("[^・]+・?", text)
    if len(parts) > 1 and all(text_width(part, size, bold) <= width + size / 2 for part in parts):
        return _joined(parts, size, width, bold)
    return break_lines(text, size, width)[0]


def _joined(parts: list[str], size: int, width: float, bold: bool) -> tuple[str, ...]:
    """Parts of a Japanese name on as few lines as hold them."""
    lines = [parts[0]]
    for part in parts[1:]:
        if text_width(lines[-1] + part, size, bold) <= width:
            lines[-1] += part
        else:
            lines.append(part)
    return tuple(lines)


def _between(width: float, bounds: tuple[float, float]) -> float:
    return min(max(width, bounds[0]), bounds[1])


def _paint_plus(painter: QPainter, at: QPointF, hot: bool) -> None:
    radius = 10.0 if hot else 7.0
    painter.setPen(QPen(color("focus") if hot else color("borderS"), 1))
    painter.setBrush(color("focus") if hot else color("surface"))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QPen(color("surface") if hot else color("text3"), 1.5 if hot else 1.2))
    arm = 4.5 if hot else 3.0
    painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
    painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))
