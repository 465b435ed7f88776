"""What the tones of the chart and of the tree mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import color, font

_KEY, _GAP = 14, 12


class Legend(QWidget):
    """A line of keys with their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_parts(self, *, split: bool, unfixed: bool) -> None:
        """``split``: the bars are parted into quality and general; ``unfixed``: some months are not fixed."""
        bars = [("qual", translate("Kpi", "Quality leads")), ("gen", translate("Kpi", "General leads"))] if split else [
            ("accent", translate("Kpi", "Actual"))]
        hatch = [("hatch", translate("Kpi", "not fixed"))] if unfixed else []
        self._parts = [*bars, ("line", translate("Kpi", "Target")), *hatch]
        self.setAccessibleName("、".join(words for _, words in self._parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(11))
        return QSize(sum(_KEY + 5 + metrics.horizontalAdvance(words) + _GAP for _, words in self._parts), 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(11))
        metrics, x = QFontMetrics(font(11)), 0.0
        for key, words in self._parts:
            self._key(painter, QRectF(x, self.height() / 2 - 5, _KEY, 10), key)
            painter.setPen(color("text2"))
            width = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(x + _KEY + 5, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += _KEY + 5 + width + _GAP

    @staticmethod
    def _key(painter: QPainter, place: QRectF, key: str) -> None:
        if key == "line":
            painter.setPen(QPen(color("text"), 1.5))
            painter.drawLine(QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y()))
        elif key == "hatch":
            painter.setPen(QPen(color("borderS"), 1))
            painter.setBrush(QBrush(color("borderS"), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(place)
        else:
            painter.fillRect(place, color(key))
