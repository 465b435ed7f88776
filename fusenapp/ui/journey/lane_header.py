"""The lanes and roles down the left side; their names stay in sight while the lane does."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from fusenapp.i18n import translate
from fusenapp.ui.journey.board_model import FREE_LANE, PARKING_LANE, BoardModel
from fusenapp.ui.journey.header_words import PLUS_REACH, lines_of, paint_plus
from fusenapp.ui.journey.hit import LANE_PLUS_X, Hit, lane_boundaries
from fusenapp.ui.journey.layout import BoardLayout
from fusenapp.ui.journey.stamps import Stamps
from fusenapp.ui.journey.text_fit import note_font
from fusenapp.ui.journey.viewport import Viewport, whole
from fusenapp.ui.theme import color

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def below_name(lane: int) -> str:
    """The name of a row below the grid."""
    return translate("Board", "Free area") if lane == FREE_LANE else translate("Board", "Parking lot")


class LaneHeader:
    """Paints the band of lanes."""

    def __init__(self, model: BoardModel, layout: BoardLayout) -> None:
        self._model, self._layout = model, layout
        self._stamps = Stamps()

    def paint(self, painter: QPainter, view: Viewport, hover: Hit) -> None:
        """Draw the band."""
        band = QRectF(0, view.top + 1, view.left, view.height - view.top)
        painter.fillRect(band, color("surface"))
        painter.save()
        painter.setClipRect(band, Qt.ClipOperation.IntersectClip)
        self._strip(painter, view)
        for lane, box in self._boxes(view):
            hot = hover.kind == "lane" and hover.number == lane
            cut = box.top() < view.top < box.bottom() or box.top() < view.height < box.bottom()
            if hot or cut:
                painter.fillRect(box, color("hover" if hot else "surface"))
                self._lane(painter, view, lane, box)
        painter.restore()
        painter.fillRect(QRectF(view.left, 0, 1, view.height), color("borderS"))
        if not self._model.locked:
            self._pluses(painter, view, hover)

    def _boxes(self, view: Viewport) -> list[tuple[int, QRectF]]:
        """The lanes and where they are on the screen."""
        spans = [(lane, *self._layout.lane_span(lane)) for lane in [*range(len(self._model.lanes)), PARKING_LANE, FREE_LANE]]
        return [(lane, QRectF(0, view.to_screen(0, top)[1], view.left, height * view.zoom)) for lane, top, height in spans]

    def _strip(self, painter: QPainter, view: Viewport) -> None:
        """All lanes with their names in the middle, made once per zoom; a lane that is cut off is drawn over it, its name in sight."""
        height = self._layout.height * view.zoom
        still = Viewport(view.left, height + view.top, view.zoom, 0.0, 0.0, *view.header_widths)
        names = tuple((lane.name, lane.by_role, lane.folded) for lane in self._model.lanes)
        key = ("strip", view.zoom, self._layout.row_y.tobytes(), names, tuple(role.name for role in self._model.shown_roles))

        def paint(inner: QPainter) -> None:
            inner.translate(0, -still.top)
            for lane, box in self._boxes(still):
                self._lane(inner, still, lane, box)

        self._stamps.draw(painter, key, QRectF(0, view.to_screen(0, 0)[1], view.left, height), paint)

    def _lane(self, painter: QPainter, view: Viewport, lane: int, box: QRectF) -> None:
        painter.fillRect(QRectF(0, whole(box.y()), view.left, 1), color("borderS"))
        rows = [i for i, row in enumerate(self._model.rows) if row.lane == lane]
        with_roles = lane >= 0 and len(rows) > 1 and not self._model.lanes[lane].folded
        name = self._model.lanes[lane].name if lane >= 0 else below_name(lane)
        split = view.header_widths[0] * view.head_scale
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
        if not at_top and box.height() < 48 * view.head_scale and not self._model.locked:
            left = 20.0  # the + circles at its corners reach that far
        lines = lines_of(name, 12, (width - left - 4) * (0.96 if not name.isascii() else 0.92), True)
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
                inner.drawText(QRectF(left, 2 + i * step, visible.width() / scale - left, step), LEFT if left else CENTRE, line)

        box = QRectF(visible.x(), y - 2 * scale, visible.width(), tall + 4 * scale)
        self._stamps.draw(painter, (lines, size, token, scale, left), box, paint)

    def _role(self, painter: QPainter, view: Viewport, row: int, split: float) -> None:
        _, y, _, h = view.rect_to_screen((0, float(self._layout.row_y[row]), 0, float(self._layout.row_h[row])))
        if self._model.rows[row - 1].lane == self._model.rows[row].lane and row > 0:
            painter.setPen(QPen(color("gridline"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(split, whole(y), view.left, whole(y)))
        visible = QRectF(split, y, view.left - split, h).intersected(QRectF(0, view.top, view.left, view.height - view.top))
        if visible.height() >= 12:
            name = self._model.role_name(self._model.rows[row].role)
            lines = lines_of(name, 11, visible.width() / view.head_scale - 4, False)
            self._words(painter, view, lines, 11, False, "text2", visible, 0.0, None)

    def _pluses(self, painter: QPainter, view: Viewport, hover: Hit) -> None:
        for i, y in enumerate(lane_boundaries(self._model, self._layout, view)):
            hot = hover.kind == "lane-insert" and hover.number == i
            if not view.top - 1 <= y <= view.height:
                continue
            if hot:
                painter.fillRect(QRectF(0, whole(y) - 1, view.width, 2), color("focus"))
            if i or hot:
                box = QRectF(LANE_PLUS_X - PLUS_REACH, y - PLUS_REACH, 2 * PLUS_REACH, 2 * PLUS_REACH)
                self._stamps.draw(painter, ("plus", hot), box, lambda inner, hot=hot: paint_plus(inner, QPointF(PLUS_REACH, PLUS_REACH), hot))
