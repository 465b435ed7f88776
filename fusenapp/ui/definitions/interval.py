"""A rate on a line, with its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import color

if TYPE_CHECKING:
    from fusenapp.qualify import Rate


class Interval(QWidget):
    """A rate on a line from 0 to 100 %, with its 95 % interval."""

    def __init__(self, rate: Rate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate = rate
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(translate("Definitions", "95 % interval (Wilson)"))

    def sizeHint(self) -> QSize:
        return QSize(60, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(32, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, width = self.height() / 2, self.width() - 8
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("border"))
        painter.drawRoundedRect(QRectF(4, middle - 2, width, 4), 2, 2)
        rate = self._rate
        if rate.value is None or rate.low is None or rate.high is None:
            return
        painter.setPen(QPen(color("accent"), 2))
        left, right, at = (4 + width * part for part in (rate.low, rate.high, rate.value))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for end in (left, right):
            painter.drawLine(QPointF(end, middle - 4), QPointF(end, middle + 4))
        painter.setBrush(color("accent"))
        painter.drawEllipse(QPointF(at, middle), 2.5, 2.5)
