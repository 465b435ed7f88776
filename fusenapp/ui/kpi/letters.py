"""Words that are laid out once and then only copied: hundreds of boxes say the same few names, units and targets again and again.

The layouts hold on to fonts, which must be gone before the application is, so they belong to a widget and go with it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QTextLayout

_MOST = 4096
_WIDE = 1e6

Laid = tuple[list[QGlyphRun], float]
"""The letters, and the height of their line."""


class Letters:
    """The words that one view paints."""

    def __init__(self) -> None:
        self._laid: dict[tuple[str, str, int, bool, float], Laid] = {}

    def draw(self, painter: QPainter, rect: QRectF, text: str, face: QFont) -> None:
        """What ``drawText`` draws on the left of ``rect``, halfway up, cut with … where there is no room; with the painter's pen."""
        key = (text, face.family(), face.pixelSize(), face.bold(), rect.width())
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _MOST:
                self._laid.clear()
            found = self._laid[key] = _lay_out(text, face, rect.width())
        runs, height = found
        place = QPointF(rect.x(), rect.y() + (rect.height() - height) / 2)
        for run in runs:
            painter.drawGlyphRun(place, run)


def _lay_out(text: str, face: QFont, width: float) -> Laid:
    layout = QTextLayout(text, face)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():  # nothing to say
        layout.endLayout()
        return [], 0.0
    line.setLineWidth(_WIDE)
    layout.endLayout()
    if line.naturalTextWidth() > width:
        shorter = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
        return _lay_out(shorter, face, _WIDE) if shorter != text else (layout.glyphRuns(), line.height())
    return layout.glyphRuns(), line.height()
