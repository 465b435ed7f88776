"""How much hangs on each driver: the figure with the driver at the least and at the most it has been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.trend import Scale
from fusenapp.ui.theme import color, font

_ROW, _TOP = 22.0, 18.0
_FIGURE = 40.0
_NAMES = (84.0, 116.0)
"""Least and most width for the names."""


@dataclass(frozen=True)
class Bar:
    """One driver: its name with its range, and the figure at either end."""

    name: str
    range: str
    low: float
    high: float


class Tornado(QWidget):
    """Drawn from the widest to the narrowest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[Bar] = ()
        self._base, self._name = 0.0, _NAMES[0]
        self._scale = Scale(1, 0, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("KpiIf", "How much hangs on each driver"))

    def show_bars(self, bars: Sequence[Bar], base: float, scale: Scale) -> None:
        """Other drivers or figures; ``base`` is the figure as it is."""
        self._bars, self._base, self._scale = tuple(bars), base, scale
        widest = max((QFontMetricsF(font(11)).horizontalAdvance(bar.name) for bar in bars), default=0.0) + 9
        self._name = min(max(widest, _NAMES[0]), _NAMES[1])
        self.setAccessibleDescription("、".join(f"{b.name} {b.range}: {scale.text(b.low)}〜{scale.text(b.high)}{scale.unit}" for b in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, int(_TOP + _ROW * len(self._bars) + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._bars:
            return
        centre = self._x(self._base)
        painter.setFont(font(11, bold=True))
        painter.setPen(color("text2"))
        words = translate("KpiIf", "as it is {figure}").format(figure=self._scale.text(self._base))
        width = QFontMetricsF(font(11, bold=True)).horizontalAdvance(words)
        left = min(max(centre - width / 2, self._name), self.width() - width)
        painter.drawText(QPointF(left, 12), words)
        for at, bar in enumerate(self._bars):
            self._bar(painter, _TOP + at * _ROW, bar)
        painter.setPen(QPen(color("text2"), 1))
        painter.drawLine(QPointF(centre, _TOP - 2), QPointF(centre, _TOP + len(self._bars) * _ROW))

    def _bar(self, painter: QPainter, y: float, bar: Bar) -> None:
        low, high = sorted((bar.low, bar.high))
        painter.setFont(font(11))
        painter.setPen(color("text"))
        name = QFontMetricsF(font(11)).elidedText(bar.name, Qt.TextElideMode.ElideRight, self._name - 8)
        painter.drawText(QRectF(0, y, self._name - 8, _ROW - 2), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        left, right, centre = self._x(low), self._x(high), self._x(self._base)
        painter.fillRect(QRectF(left, y + 4, max(min(centre, right) - left, 0), _ROW - 9), color("gen"))
        painter.fillRect(QRectF(max(centre, left), y + 4, max(right - max(centre, left), 0), _ROW - 9), color("qual"))
        painter.setPen(color("text2"))
        painter.drawText(QRectF(left - _FIGURE - 4, y, _FIGURE, _ROW - 2), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                         self._scale.text(low))
        painter.drawText(QRectF(right + 4, y, _FIGURE, _ROW - 2), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                         self._scale.text(high))

    def _x(self, value: float) -> float:
        known = [v for bar in self._bars for v in (bar.low, bar.high)] + [self._base]
        low, high = min(known), max(known)
        left, right = self._name + _FIGURE + 4, self.width() - _FIGURE - 6
        return left + (right - left) * (value - low) / ((high - low) or 1.0)
