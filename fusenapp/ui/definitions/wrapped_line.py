"""A field of one line that shows all of a longer text while nobody types in it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from fusenapp.ui.theme import color
from fusenapp.ui.widgets.bound import BoundLine
from fusenapp.ui.widgets.labels import LEADING, broken_lines

_LINES = 3
"""Lines at most; what is longer still is cut, and told in the tool tip."""
_SIDE = 8
"""Between the edge and the text, as the style sheet has it for fields."""


class WrappedLine(BoundLine):
    """Looks like a label that wraps; while it has the keyboard it is a field of one line."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def setText(self, text: str | None) -> None:
        """Show another text, whole."""
        super().setText(text)
        self.setCursorPosition(0)
        self.setToolTip(text or "")
        self.fit()

    def fit(self) -> None:
        """As high as the text needs in this width."""
        high = max(self._line_height() * len(self.shown_lines()) + 8, 32)
        if self.minimumHeight() != high:
            self.setFixedHeight(high)

    def shown_lines(self) -> list[str]:
        """The text as it is painted."""
        room = max(self.width() - 2 * _SIDE, 40)
        lines = broken_lines(self.text(), self.font(), room)
        if len(lines) > _LINES:
            rest = self.fontMetrics().elidedText("".join(lines[_LINES - 1:]), Qt.TextElideMode.ElideRight, room)
            lines = [*lines[:_LINES - 1], rest]
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        lines = self.shown_lines()
        if self.hasFocus() or len(lines) < 2:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), color("hover"))
        painter.setPen(color("text"))
        painter.setFont(self.font())
        height = self._line_height()
        top = (self.height() - height * len(lines)) / 2
        for at, line in enumerate(lines):
            place = QRectF(_SIDE, top + at * height, self.width() - 2 * _SIDE, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def _line_height(self) -> int:
        return math.ceil(max(self.font().pixelSize(), 11) * LEADING)
