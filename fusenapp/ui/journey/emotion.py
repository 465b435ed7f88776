"""The emotion lane: one curve per role over the phases, told apart by line and marker as well as colour."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from fusenapp.domain.journey import EMOTION_RANGE
from fusenapp.ui.journey.board_model import BoardModel
from fusenapp.ui.journey.layout import BoardLayout

STEP = 24.0
"""Logical px per level at 100 %."""

GRAB = 11.0
"""How near the pointer must be to take a point, screen px."""

WORRY = -1.0
"""The level from which on a point is a worry."""

TOGETHER = 16
"""Steps of a curve that are drawn at once."""

Point = tuple[float, float]

_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_TINTS = ("text", "accent", "text3", "warn")


class Knot(NamedTuple):
    """A point of a curve: role and phase index, its level or None where nothing was set, its place on the board."""

    role: str
    phase: int
    level: float | None
    x: float
    y: float


def look(index: int) -> tuple[Qt.PenStyle, str]:
    """Line style and colour token for the role at an index."""
    return _LINES[index % len(_LINES)], _TINTS[index % len(_TINTS)]


def emotion_rows(model: BoardModel) -> list[int]:
    """Indexes of the rows that hold emotion curves."""
    return [i for i, row in enumerate(model.rows) if row.content == "emotion" and not model.lanes[row.lane].folded]


def knots(model: BoardModel, layout: BoardLayout, row: int) -> list[Knot]:
    """All points of a row, those not set yet beside the zero line."""
    middle = float(layout.row_y[row] + layout.row_h[row] / 2)
    places = [(i, phase.id, x) for i, (phase, x) in enumerate(zip(model.phases, (layout.col_x[:-1] + layout.col_w / 2).tolist(), strict=True))
              if not phase.folded]
    found = []
    for order, role in enumerate(model.shown_roles):
        beside = (order - (len(model.shown_roles) - 1) / 2) * 20.0
        for i, phase, x in places:
            level = model.emotion.get((role.id, phase))
            found.append(Knot(role.id, i, None, x + beside, middle) if level is None else Knot(role.id, i, level, x, middle - level * STEP))
    return found


def greatest_worry(model: BoardModel, found: Sequence[Knot]) -> Knot | None:
    """The lowest point of the whole journey; None if nobody is worried, or if it lies in a phase that is not shown."""
    known = [knot for knot in found if knot.level is not None]
    lowest = min(known, key=lambda k: k.level or 0.0, default=None)
    if lowest is None or (level := lowest.level or 0.0) > WORRY:
        return None
    roles, here = {role.id for role in model.shown_roles}, {model.phases[knot.phase].id for knot in found}
    elsewhere = (its for (role, phase), its in model.emotion.items() if role in roles and phase in model.every_phase and phase not in here)
    return lowest if level <= min(elsewhere, default=level) else None


def level_at(layout: BoardLayout, row: int, y: float, *, fine: bool = False) -> float:
    """The level for a height on the board: half steps, or tenths when ``fine``."""
    raw = (float(layout.row_y[row] + layout.row_h[row] / 2) - y) / STEP
    step = 0.1 if fine else 0.5
    return min(max(round(round(raw / step) * step, 1), EMOTION_RANGE[0]), EMOTION_RANGE[1])


def curve(points: Sequence[Point], start: float, end: float) -> list[QPainterPath]:
    """A smooth line that rises and falls only where the points do (monotone cubic, Fritsch and Carlson 1980).

    It comes in parts of `TOGETHER` points, always the same ones, so that dashes stay where they are; those between x ``start``
    and ``end``.
    """
    found, slopes = [], _slopes(points)
    for first in range(0, len(points) - 1, TOGETHER):
        part = range(first, min(first + TOGETHER, len(points) - 1))
        if points[part[-1] + 1][0] < start or points[first][0] > end:
            continue
        path = QPainterPath(QPointF(*points[first]))
        for i in part:
            (x0, y0), (x1, y1) = points[i:i + 2]
            third = (x1 - x0) / 3
            path.cubicTo(QPointF(x0 + third, y0 + slopes[i] * third), QPointF(x1 - third, y1 - slopes[i + 1] * third), QPointF(x1, y1))
        found.append(path)
    return found


def _slopes(points: Sequence[Point]) -> list[float]:
    steps = [(b[1] - a[1]) / max(b[0] - a[0], 1e-6) for a, b in itertools.pairwise(points)]
    if not steps:
        return [0.0]
    inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in itertools.pairwise(steps)]
    return [steps[0], *inner, steps[-1]]


def draw_marker(painter: QPainter, index: int, at: QPointF, tint: QColor, ground: QColor, size: float = 4.5) -> None:
    """The marker of a role: ring, diamond, cross, square."""
    painter.setPen(QPen(tint, min(1.8, size * 0.4)))
    kind = index % 4
    painter.setBrush(ground if kind == 0 else tint)
    if kind == 0:
        painter.drawEllipse(at, size, size)
    elif kind == 1:
        x, y = at.x(), at.y()
        painter.drawPolygon(QPolygonF([QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)]))
    elif kind == 2:
        r = size * 0.85
        painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r))
        painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r))
    else:
        painter.drawRect(QRectF(at.x() - size * 0.8, at.y() - size * 0.8, size * 1.6, size * 1.6))


def spread(wanted: Sequence[float], least: float) -> list[float]:
    """Heights for labels at wanted heights, at least ``least`` apart, in the same order."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = list(wanted)
    for before, now in itertools.pairwise(order):
        placed[now] = max(placed[now], placed[before] + least)
    return placed
