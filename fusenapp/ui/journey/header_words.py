"""How the words of the headers are broken into lines, and the + between headers."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from fusenapp.ui.journey.text_fit import break_lines, text_width
from fusenapp.ui.theme import color

PLUS_REACH = 12.0
"""How far a + reaches around its middle, screen px."""


@lru_cache(maxsize=256)
def lines_of(text: str, size: int, width: float, bold: bool) -> tuple[str, ...]:
    """Lines of a header's words; Japanese names are parted at ・ where that suffices."""
    if text_width(text, size, bold) <= width:
        return (text,)
    parts = re.findall("[^・]+・?", text)
    if len(parts) > 1 and all(text_width(part, size, bold) <= width + size / 2 for part in parts):
        return joined(parts, size, width, bold)
    return break_lines(text, size, width)[0]


def joined(parts: list[str], size: int, width: float, bold: bool) -> tuple[str, ...]:
    """Parts of a Japanese name on as few lines as hold them."""
    lines = [parts[0]]
    for part in parts[1:]:
        if text_width(lines[-1] + part, size, bold) <= width:
            lines[-1] += part
        else:
            lines.append(part)
    return tuple(lines)


def paint_plus(painter: QPainter, at: QPointF, hot: bool) -> None:
    """A + in a circle; the one under the pointer is filled."""
    radius = 10.0 if hot else 7.0
    painter.setPen(QPen(color("focus") if hot else color("borderS"), 1))
    painter.setBrush(color("focus") if hot else color("surface"))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QPen(color("surface") if hot else color("text3"), 1.5 if hot else 1.2))
    arm = 4.5 if hot else 3.0
    painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
    painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))
