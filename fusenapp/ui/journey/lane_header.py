"""The lanes and roles down the left side; their names stay in sight while the lane does."""

from __future__ import annotations

import itertools
from collections.abc import Hashable
from typing import NamedTuple

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


KNOWN = 64
"""Strips that are told apart by a number, and of which it is remembered where their names are."""


class _Words(NamedTuple):
    """Lines of a header and their looks; ``left`` 0 centres them, without ``top`` they lie in the middle of their height."""

    lines: tuple[str, ...]
    size: int
    bold: bool
    token: str
    left: float = 0.0
    top: float | None = None


class _Name(NamedTuple):
    """What is written on a part of the band: ``box`` is the part; from ``top`` to ``bottom`` the words reach, where they belong."""

    words: _Words
    box: QRectF
    top: float = 0.0
    bottom: float = 0.0


def below_name(lane: int) -> str:
    """The name of a row below the grid."""
    return translate("Board", "Free area") if lane == FREE_LANE else translate("Board", "Parking lot")


class LaneHeader:
    """Paints the band of lanes."""

    def __init__(self, model: BoardModel, layout: BoardLayout) -> None:
        self._model, self._layout = model, layout
        self._stamps = Stamps()
        self._spans_for: tuple[int, float] | None = None
        self._known: list[tuple[int, float, float]] = []
        self._keys: dict[Hashable, int] = {}
        self._numbers = itertools.count()
        self._key = -1
        self._names: dict[Hashable, list[tuple[float, float, _Name]]] = {}

    def paint(self, painter: QPainter, view: Viewport, hover: Hit) -> None:
        """Draw the band; what reaches into the corner above it is covered there."""
        self._strip(painter, view)
        if hover.kind == "lane":
            self._hovered(painter, view, hover.number)
        self._names_in_sight(painter, view)
        if hover.kind == "lane-insert" and not self._model.locked:
            y = whole(lane_boundaries(self._model, self._layout, view)[hover.number])
            painter.fillRect(QRectF(0, y - 1, view.width, 2), color("focus"))
            paint_plus(painter, QPointF(LANE_PLUS_X, y), True)

    def _hovered(self, painter: QPainter, view: Viewport, hovered: int) -> None:
        """The lane under the pointer."""
        shift = view.to_screen(0, 0)[1]
        for lane, top, height in self._spans(view.zoom):
            if lane == hovered:
                box = QRectF(0, top + shift, view.left, height)
                painter.fillRect(box, color("hover"))
                for name in self._lane(painter, view, lane, box):
                    self._words(painter, view, name.words, name.box)
                for number, y in ((lane, box.top()), (lane + 1, box.bottom())):
                    if 0 < number <= len(self._model.lanes):
                        self._plus(painter, y)

    def _names_in_sight(self, painter: QPainter, view: Viewport) -> None:
        """Names that would be out of sight where they belong, but not what they name."""
        shift = view.to_screen(0, 0)[1]
        top, bottom = view.top - shift, view.height - shift
        for start, end, name in self._names.get((self._key, self._model.locked), ()):
            if start < bottom and end > top and (name.top < top or name.bottom > bottom):
                box = name.box
                x = box.x() + (name.words.left - 2 if name.words.left else 1)
                painter.fillRect(QRectF(x, name.top + shift, box.right() - 1 - x, name.bottom - name.top), color("surface"))
                self._words(painter, view, name.words, box.translated(0, shift))

    def _spans(self, zoom: float) -> list[tuple[int, float, float]]:
        """The lanes with their tops and heights, screen px."""
        key = self._layout.version, zoom
        if key != self._spans_for:
            lanes = [*range(len(self._model.lanes)), PARKING_LANE, FREE_LANE]
            tall = {lane: self._layout.lane_span(lane) for lane in lanes}
            names = tuple((lane.name, lane.by_role, lane.folded) for lane in self._model.lanes)
            self._spans_for, self._known = key, [(lane, top * zoom, height * zoom) for lane, (top, height) in tall.items()]
            looks = zoom, self._layout.row_y.tobytes(), names, tuple(role.name for role in self._model.shown_roles)
            if len(self._keys) >= KNOWN:
                self._keys.clear()
            self._key = self._keys.setdefault(looks, next(self._numbers))
        return self._known

    def _strip(self, painter: QPainter, view: Viewport) -> None:
        """All lanes with their names where they belong, made once per zoom."""
        spans, height = self._spans(view.zoom), self._layout.height * view.zoom
        key = self._key, self._model.locked

        def paint(inner: QPainter) -> None:
            still = Viewport(view.left, height + view.top, view.zoom, 0.0, 0.0, *view.header_widths)
            inner.translate(0, -still.top)
            found: list[tuple[float, float, _Name]] = []
            for lane, top, tall in spans:
                for name in self._lane(inner, still, lane, QRectF(0, top + still.top, still.left, tall)):
                    start, end = self._words(inner, still, name.words, name.box, once=True)
                    box = name.box.translated(0, -still.top)
                    found.append((box.top(), box.bottom(), name._replace(box=box, top=start - still.top, bottom=end - still.top)))
            self._names = {**(self._names if len(self._names) < KNOWN else {}), key: found}
            inner.fillRect(QRectF(view.left, 0, 1, height + view.top), color("borderS"))
            for y in lane_boundaries(self._model, self._layout, still)[1:]:
                self._plus(inner, y)

        box = QRectF(0, view.to_screen(0, 0)[1], view.left + 1, height)
        for start, end in ((view.top, whole(box.top()) + 1), (whole(box.bottom()) - 1, view.height)):
            if end > start:  # the strip lies over a px of it: between them nothing of before shines through
                painter.fillRect(QRectF(0, start, view.left, end - start), color("surface"))
                painter.fillRect(QRectF(view.left, start, 1, end - start), color("borderS"))
        self._stamps.draw(painter, key, box, paint, ground=color("surface"))

    def _lane(self, painter: QPainter, view: Viewport, lane: int, box: QRectF) -> list[_Name]:
        """Draw a lane but for its names, which are given."""
        painter.fillRect(QRectF(0, whole(box.y()), view.left, 1), color("borderS"))
        rows = [i for i, row in enumerate(self._model.rows) if row.lane == lane]
        with_roles = lane >= 0 and len(rows) > 1 and not self._model.lanes[lane].folded
        name = self._model.lanes[lane].name if lane >= 0 else below_name(lane)
        split = view.header_widths[0] * view.head_scale
        names = [self._lane_name(view, name, QRectF(0, box.y(), split if with_roles else view.left, box.height()), with_roles)]
        if with_roles:
            painter.fillRect(QRectF(whole(split), box.y(), 1, box.height()), color("gridline"))
            names += [self._role(painter, view, row, split) for row in rows]
        return names

    def _lane_name(self, view: Viewport, name: str, box: QRectF, at_top: bool) -> _Name:
        width = box.width() / view.head_scale
        left = 12.0 if width > 60 else 9.0
        if not at_top and box.height() < 48 * view.head_scale and not self._model.locked:
            left = 20.0  # the + circles at its corners reach that far
        lines = lines_of(name, 12, (width - left - 4) * (0.96 if not name.isascii() else 0.92), True)
        return _Name(_Words(lines, 12, True, "text", left, 8.0 if at_top else None), box)

    def _role(self, painter: QPainter, view: Viewport, row: int, split: float) -> _Name:
        _, y, _, h = view.rect_to_screen((0, float(self._layout.row_y[row]), 0, float(self._layout.row_h[row])))
        if self._model.rows[row - 1].lane == self._model.rows[row].lane and row > 0:
            painter.setPen(QPen(color("gridline"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(split, whole(y), view.left, whole(y)))
        box = QRectF(split, y, view.left - split, h)
        lines = lines_of(self._model.role_name(self._model.rows[row].role), 11, box.width() / view.head_scale - 4, False)
        return _Name(_Words(lines, 11, False, "text2"), box)

    def _words(self, painter: QPainter, view: Viewport, words: _Words, box: QRectF, *, once: bool = False) -> tuple[float, float]:
        """Words of a header where they belong, or as near to that as is in sight; gives from where to where they reach.

        ``once``: they are drawn into a picture that is kept, so they need none of their own.
        """
        scale, step = view.head_scale, 16.0 if words.size > 11 else 14.0
        visible = box.intersected(QRectF(0, view.top, view.left, view.height - view.top))
        if visible.height() < step - 2:
            return box.center().y(), box.center().y()
        lines = words.lines[:max(1, int(visible.height() / scale // step))]
        tall, top = len(lines) * step * scale, (words.top or 0.0) * scale
        at = box.y() + (top if top and tall + 2 * top < box.height() else (box.height() - tall) / 2)
        spare = min(2.0, max(0.0, (visible.height() - tall) / 2))
        at = max(visible.top() + spare, min(at, visible.bottom() - tall - spare))

        def paint(inner: QPainter) -> None:
            inner.scale(scale, scale)
            inner.setFont(note_font(words.size, words.bold))
            inner.setPen(color(words.token))
            for i, line in enumerate(lines):
                place = QRectF(words.left, 2 + i * step, box.width() / scale - words.left, step)
                inner.drawText(place, LEFT if words.left else CENTRE, line)

        place = QRectF(box.x(), at - 2 * scale, box.width(), tall + 4 * scale)
        if once:
            painter.save()
            painter.translate(whole(place.x()), whole(place.y()))
            paint(painter)
            painter.restore()
            return at, at + tall
        self._stamps.draw(painter, (lines, words.size, words.token, scale, words.left), place, paint)
        return at, at + tall

    def _plus(self, painter: QPainter, y: float) -> None:
        if not self._model.locked:
            box = QRectF(LANE_PLUS_X - PLUS_REACH, y - PLUS_REACH, 2 * PLUS_REACH, 2 * PLUS_REACH)
            self._stamps.draw(painter, "plus", box, lambda inner: paint_plus(inner, QPointF(PLUS_REACH, PLUS_REACH), False))
