"""What the tones of the chart and of the tree mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
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

    def show_parts(self, *, split: bool, unfixed: bool, forecast: bool = False, previous: bool = False, usual: bool = False,
                   outside: bool = False) -> None:
        """Which keys are shown.

        Args:
            split: the bars are parted into quality and general.
            unfixed: some months are not fixed.
            forecast: hatched bars stand for the forecast.
            previous: the year before is drawn.
            usual: the band of what is usual is drawn.
            outside: some figure lies outside of it.
        """
        bars = [("qual", translate("Kpi", "Quality leads")), ("gen", translate("Kpi", "General leads"))] if split else [
            ("accent", translate("Kpi", "Actual"))]
        hatch = [("hatch", translate("Kpi", "not fixed"))] if unfixed else []
        more = [("hatch", translate("Kpi", "Forecast"))] * forecast + [("ring", translate("Kpi", "Previous year"))] * previous + [
            ("band", translate("KpiTrends", "Usual range (XmR)"))] * usual + [("diamond", translate("KpiTrends", "Outside it"))] * outside
        self._parts = [*bars, ("line", translate("Kpi", "Target")), *([] if forecast else hatch), *more]
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
        elif key == "ring":
            painter.setPen(QPen(color("warn"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place.center(), 3, 3)
        elif key == "diamond":
            x, y = place.center().x(), place.center().y()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("bad"))
            painter.drawPolygon(QPolygonF([QPointF(x, y - 4), QPointF(x + 4, y), QPointF(x, y + 4), QPointF(x - 4, y)]))
        elif key == "band":
            ground = QColor(color("text3"))
            ground.setAlpha(60)
            painter.fillRect(place, ground)
        else:
            painter.fillRect(place, color(key))
