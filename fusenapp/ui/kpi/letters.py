"""Words that are laid out once and then only copied: hundreds of boxes say the same few names, units and targets again and again.

The layouts hold on to fonts, which must be gone before the application is, so they belong to a widget and go with it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QTextLayout

_MOST = 4096
_WIDE = 1e6

Laid = tuple[list[QGlyphRun], float, float]
"""The letters, their width, and the height of their line."""


class Letters:
    """The words that one view paints."""

    def __init__(self) -> None:
        self._laid: dict[tuple[str, str, int, bool, float], Laid] = {}

    def draw(self, painter: QPainter, rect: QRectF, text: str, face: QFont) -> None:
        """What ``drawText`` draws on the left of ``rect``, halfway up, cut with … where there is no room; with the painter's pen."""
        runs, _, height = self._lay(text, face, rect.width())
        place = QPointF(rect.x(), rect.y() + (rect.height() - height) / 2)
        for run in runs:
            painter.drawGlyphRun(place, run)

    def draw_item(self, painter: QPainter, rect: QRect, text: str, face: QFont, *, right: bool) -> None:
        """What the style draws as the words of an item of a view: on one side of ``rect``, a whole pixel down."""
        runs, width, height = self._lay(text, face, rect.width())
        place = QPointF(rect.x() + (rect.width() - width if right else 0), rect.y() + rect.height() // 2 - int(height) // 2)
        for run in runs:
            painter.drawGlyphRun(place, run)

    def _lay(self, text: str, face: QFont, width: float) -> Laid:
        key = (text, face.family(), face.pixelSize(), face.bold(), width)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _MOST:
                self._laid.clear()
            found = self._laid[key] = _lay_out(text, face, width)
        return found


def _lay_out(text: str, face: QFont, width: float) -> Laid:
    layout = QTextLayout(text, face)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():  # nothing to say
        layout.endLayout()
        return [], 0.0, 0.0
    line.setLineWidth(_WIDE)
    layout.endLayout()
    found = layout.glyphRuns(), line.naturalTextWidth(), line.height()
    if found[1] > width:
        shorter = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
        return _lay_out(shorter, face, _WIDE) if shorter != text else found
    return found
