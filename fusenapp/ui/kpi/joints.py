"""The round mark between a node and what it is made of: how the parts are joined, and how many are folded away."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from fusenapp.domain.formula import Binary, Call, Negative, parse
from fusenapp.errors import FusenError
from fusenapp.ui.kpi.tree_layout import GAP_X, WIDTH, Box
from fusenapp.ui.theme import color, font

RADIUS = 9.0
_SIGNS = {"*": "×", "/": "÷", "+": "＋", "-": "－"}


@lru_cache(maxsize=1024)
def sign_of(formula: str) -> str:
    """×, ÷, ＋ or － if the whole formula is that of its parts, ``ƒ`` for anything else, empty without a formula."""
    if not formula.strip():
        return ""
    try:
        expression = parse(formula)
    except FusenError:
        return "ƒ"
    if isinstance(expression, Binary):
        return _SIGNS[expression.operator]
    return "ƒ" if isinstance(expression, (Call, Negative)) else ""


def joint(box: Box) -> QPointF:
    """Where the mark of a node stands: in the middle of the gap on its right."""
    return QPointF(box.x + WIDTH + GAP_X / 2, box.middle)


def paint_joint(painter: QPainter, centre: QPointF, sign: str, folded: int) -> None:
    """The sign in a circle; folded it is a pill with the number of nodes below."""
    text = f"+{folded}" if folded else sign
    face = font(11, bold=True)
    width = max(2 * RADIUS, QFontMetricsF(face).horizontalAdvance(text) + 10 if folded else 0.0)
    place = QRectF(centre.x() - width / 2, centre.y() - RADIUS, width, 2 * RADIUS)
    painter.setPen(QPen(color("accent" if folded else "borderS"), 1))
    painter.setBrush(color("accentW" if folded else "surface"))
    if text:
        painter.drawRoundedRect(place, RADIUS, RADIUS)
        painter.setFont(face)
        painter.setPen(color("accent" if folded else "text2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    else:
        painter.drawEllipse(centre, 4, 4)


def elbow(start: QPointF, end: QPointF) -> QPainterPath:
    """A right-angled line with round corners."""
    path = QPainterPath(start)
    middle = (start.x() + end.x()) / 2
    bend = min(4.0, abs(end.y() - start.y()) / 2)
    step = bend if end.y() > start.y() else -bend
    path.lineTo(middle - bend, start.y())
    path.quadTo(middle, start.y(), middle, start.y() + step)
    path.lineTo(middle, end.y() - step)
    path.quadTo(middle, end.y(), middle + bend, end.y())
    path.lineTo(end)
    return path
