"""What the tones of the chart and of the tree mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import color, font

_KEY, _GAP, _LINE = 14, 12, 20


class Legend(QWidget):
    """Keys with their words, in one line; with ``wraps`` in as many as its width asks for."""

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, str]] = []
        self._wraps = wraps
        policy = QSizePolicy(*([QSizePolicy.Policy.Preferred] * 2 if wraps else [QSizePolicy.Policy.Fixed] * 2))
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

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
        return QSize(sum(self._widths()), _LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(), default=0), _LINE) if self._wraps else self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        return _LINE * (max((line for line, _ in self._places(width)), default=0) + 1)

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(font(11))
        return [_KEY + 5 + metrics.horizontalAdvance(words) + _GAP for _, words in self._parts]

    def _places(self, width: int) -> list[tuple[int, int]]:
        """(line, x) of each key."""
        found, line, x = [], 0, 0
        for each in self._widths():
            if self._wraps and x and x + each - _GAP > width:
                line, x = line + 1, 0
            found.append((line, x))
            x += each
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(11))
        above = (self.height() - self.heightForWidth(self.width())) / 2
        for (key, words), (line, x), width in zip(self._parts, self._places(self.width()), self._widths(), strict=True):
            middle = above + line * _LINE + _LINE / 2
            self._key(painter, QRectF(x, middle - 5, _KEY, 10), key)
            painter.setPen(color("text2"))
            painter.drawText(QRectF(x + _KEY + 5, middle - _LINE / 2, width, _LINE), Qt.AlignmentFlag.AlignVCenter, words)

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
