"""Arrows from note to note: what one role hands to the next. They run in the gutters between the phases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QRegion

from fusenapp.ui.journey.board_model import Arrow, BoardModel
from fusenapp.ui.journey.layout import BoardLayout, Rect
from fusenapp.ui.journey.text_fit import note_font, text_width
from fusenapp.ui.journey.viewport import Viewport
from fusenapp.ui.theme import color

Point = tuple[float, float]

BEND = 6.0
"""Radius of a bend, logical px at 100 %."""

HEAD = 7.0
REACH = 5.0
"""How near the pointer must be to take an arrow, screen px."""

WORDS_FROM = 0.45
"""Zoom below which arrows have no words."""

LANES = 3
"""Arrows that run in one gutter lie side by side, this many, `STEP` apart."""

STEP = 3.0


class Route(NamedTuple):
    """An arrow on the board: its corners (board px), and the rectangle around them."""

    arrow: Arrow
    points: tuple[Point, ...]
    bounds: Rect

    @property
    def middle(self) -> Point:
        """The middle of its longest part: there its words stand."""
        one, other = max(zip(self.points, self.points[1:], strict=False), key=lambda ends: _far(*ends))
        return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


class ArrowLayer:
    """The arrows of one board."""

    def __init__(self, model: BoardModel, layout: BoardLayout) -> None:
        self._model, self._layout = model, layout
        self._routes: list[Route] = []
        self._for: tuple[int, int] = (-1, 0)

    @property
    def routes(self) -> list[Route]:
        """The arrows whose both notes are shown."""
        key = self._layout.version, id(self._model.arrows)
        if key != self._for:
            self._for = key
            self._routes = list(self._route_all())
        return self._routes

    def _route_all(self) -> Iterable[Route]:
        for number, arrow in enumerate(self._model.arrows):
            slots = self._model.slot_of.get(arrow.source), self._model.slot_of.get(arrow.target)
            if slots[0] is not None and slots[1] is not None and self._seen(slots[0]) and self._seen(slots[1]):
                points = self._points(slots[0], slots[1], (number % LANES - 1) * STEP)
                yield Route(arrow, points, _around(points))

    def _seen(self, slot: int) -> bool:
        return self._model.row[slot] >= 0 and self._layout.x[slot] > -1e8

    def _points(self, source: int, target: int, aside: float) -> tuple[Point, ...]:
        one, other = self._layout.note_rect(source), self._layout.note_rect(target)
        grid = self._model.grid_rows
        if self._model.row[source] >= grid or self._model.row[target] >= grid:
            return straight(one, other)
        return gutter_route(one, other, self._gutters(source, target, aside), self._crossing(source, target))

    def _gutters(self, source: int, target: int, aside: float) -> tuple[float, float]:
        """Where the arrow runs down: beside the source's phase, and beside the target's."""
        here, there = int(self._model.phase[source]), int(self._model.phase[target])
        right = self._layout.col_x
        if there < here:
            return float(right[here]) + aside, float(right[there + 1]) + aside
        return float(right[here + 1]) + aside, float(right[there if there > here else here + 1]) + aside

    def _crossing(self, source: int, target: int) -> float:
        """The line between two rows along which phases in between are crossed."""
        one, other = int(self._model.row[source]), int(self._model.row[target])
        return float(self._layout.row_y[max(one, other)] if one != other else self._layout.row_y[one + 1])

    # ---- reading

    def at(self, x: float, y: float, reach: float) -> str:
        """Id of the arrow within ``reach`` of a point (board px), or empty."""
        for route in reversed(self.routes):
            bx, by, w, h = route.bounds
            near = bx - reach <= x <= bx + w + reach and by - reach <= y <= by + h + reach
            if near and any(_away((x, y), a, b) <= reach for a, b in zip(route.points, route.points[1:], strict=False)):
                return route.arrow.id
        return ""

    def find(self, id: str) -> Route | None:
        """The route of an arrow."""
        return next((route for route in self.routes if route.arrow.id == id), None)

    # ---- painting

    def paint(self, painter: QPainter, view: Viewport, region: QRegion) -> None:
        """Draw the arrows that meet ``region`` (screen px)."""
        around = QRectF(region.boundingRect()).adjusted(-80, -20, 80, 20)
        for route in self.routes:
            if around.intersects(QRectF(*view.rect_to_screen(route.bounds)).adjusted(-1, -1, 1, 1)):
                self._arrow(painter, view, route, chosen=False)

    def paint_chosen(self, painter: QPainter, view: Viewport, id: str) -> None:
        """Draw an arrow once more, in the colour of the selection."""
        route = self.find(id)
        if route is not None:
            self._arrow(painter, view, route, chosen=True)

    def _arrow(self, painter: QPainter, view: Viewport, route: Route, *, chosen: bool) -> None:
        points = [QPointF(*view.to_screen(*point)) for point in route.points]
        draw_arrow(painter, points, view.zoom, color("focus" if chosen else "text2"), 2.0 if chosen else 1.5)
        if route.arrow.label and view.zoom >= WORDS_FROM:
            draw_label(painter, QPointF(*view.to_screen(*route.middle)), route.arrow.label, view.zoom, chosen)


def straight(one: Rect, other: Rect) -> tuple[Point, ...]:
    """From the edge of one note to the edge of another, straight; for notes outside the grid."""
    a, b = (one[0] + one[2] / 2, one[1] + one[3] / 2), (other[0] + other[2] / 2, other[1] + other[3] / 2)
    return _edge_point(one, b), _edge_point(other, a)


def gutter_route(one: Rect, other: Rect, gutters: tuple[float, float], crossing: float) -> tuple[Point, ...]:
    """Out of a note at its side, down one gutter, across between two rows if need be, down the other, and in at the side."""
    out, into = gutters
    start = (one[0] + one[2] if out > one[0] else one[0]), one[1] + one[3] / 2
    end = (other[0] + other[2] if into > other[0] + other[2] / 2 else other[0]), other[1] + other[3] / 2
    if abs(start[1] - end[1]) < 1.0 and abs(out - into) < 1.0 and start[0] != end[0]:
        return start, end
    if abs(out - into) < 1.0:
        return start, (out, start[1]), (out, end[1]), end
    return start, (out, start[1]), (out, crossing), (into, crossing), (into, end[1]), end


def draw_arrow(painter: QPainter, points: Sequence[QPointF], zoom: float, tint: QColor, width: float) -> None:
    """A line with rounded bends and a head; screen px."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tint, max(1.0, width * min(zoom, 1.0)), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(_bent(points, BEND * zoom))
    painter.setBrush(tint)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(_head(points[-2], points[-1], HEAD * min(max(zoom, 0.5), 1.5)))


def draw_label(painter: QPainter, at: QPointF, words: str, zoom: float, chosen: bool) -> None:
    """Words on a small plate in the middle of an arrow."""
    size = max(9, round(11 * min(zoom, 1.3)))
    box = label_box(at, words, zoom)
    painter.setBrush(color("surface"))
    painter.setPen(QPen(color("focus" if chosen else "borderS"), 1))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(color("focus" if chosen else "text"))
    painter.setFont(note_font(size))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def label_box(at: QPointF, words: str, zoom: float) -> QRectF:
    """The plate of an arrow's words, screen px."""
    size = max(9, round(11 * min(zoom, 1.3)))
    wide, high = text_width(words, size) + 14, size + 8.0
    return QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)


def _bent(points: Sequence[QPointF], radius: float) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near = min(radius, _length(corner - before) / 2, _length(after - corner) / 2)
        path.lineTo(_toward(corner, before, near))
        path.quadTo(corner, _toward(corner, after, near))
    path.lineTo(points[-1])
    return path


def _head(before: QPointF, tip: QPointF, size: float) -> QPolygonF:
    away = _length(tip - before) or 1.0
    back = (before - tip) * (size / away)
    side = QPointF(-back.y(), back.x()) * 0.5
    return QPolygonF([tip, tip + back + side, tip + back - side])


def _toward(start: QPointF, end: QPointF, far: float) -> QPointF:
    away = _length(end - start)
    return start + (end - start) * (far / away) if away else start


def _length(way: QPointF) -> float:
    return hypot(way.x(), way.y())


def _far(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def _around(points: Sequence[Point]) -> Rect:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _edge_point(rect: Rect, toward: Point) -> Point:
    """Where the line from a rectangle's middle to a point leaves the rectangle."""
    x, y = rect[0] + rect[2] / 2, rect[1] + rect[3] / 2
    dx, dy = toward[0] - x, toward[1] - y
    shares = [half / abs(way) for half, way in ((rect[2] / 2, dx), (rect[3] / 2, dy)) if way]
    share = min([1.0, *shares])
    return x + dx * share, y + dy * share


def _away(point: Point, one: Point, other: Point) -> float:
    """Distance of a point from a stretch."""
    length = _far(one, other) ** 2
    share = 0.0 if not length else ((point[0] - one[0]) * (other[0] - one[0]) + (point[1] - one[1]) * (other[1] - one[1])) / length
    share = min(max(share, 0.0), 1.0)
    return _far(point, (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])))
