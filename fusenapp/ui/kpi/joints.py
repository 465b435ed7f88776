"""The round mark between a node and what it is made of: how the parts are joined, and how many are folded away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from fusenapp.domain.formula import Binary, Call, Negative, parse
from fusenapp.errors import FusenError
from fusenapp.ui.kpi.tree_layout import GAP_X, WIDTH, Box
from fusenapp.ui.theme import color, font

RADIUS = 9.0
_BEND = 4.0
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


def branches(start: QPointF, ends: Sequence[QPointF]) -> QPainterPath:
    """Right-angled lines with round corners from one point to several: a trunk halfway that goes down to the lowest of them.

    Args:
        ends: from top to bottom, none higher than ``start``.
    """
    path = QPainterPath(start)
    middle = (start.x() + ends[0].x()) / 2
    for at, end in enumerate(ends):
        if end.y() == start.y():
            path.lineTo(end)
            path.moveTo(start)
            continue
        bend = min(_BEND, (end.y() - start.y()) / 2)
        if at == 0 or ends[at - 1].y() == start.y():
            path.lineTo(middle - bend, start.y())
            path.quadTo(middle, start.y(), middle, start.y() + bend)
        path.lineTo(middle, end.y() - bend)
        path.quadTo(middle, end.y(), middle + bend, end.y())
        path.lineTo(end)
        path.moveTo(middle, end.y() - bend)
    return path
