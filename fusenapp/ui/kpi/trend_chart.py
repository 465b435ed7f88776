"""Bars of the actuals under a thin line of targets; every figure can be read without pointing at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.trend import Trend
from fusenapp.ui.theme import color, font

_TOP, _BOTTOM, _LEFT, _RIGHT = 24.0, 22.0, 8.0, 76.0
_WIDEST = 48.0


class TrendChart(QWidget):
    """Drawn, since a chart library would cost more than these few bars.

    Signals:
        chosen: the user chose a month, by mouse or with the arrow keys.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend: Trend | None = None
        self._period: frozenset[str] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(110)

    def show_trend(self, trend: Trend | None, period: frozenset[str], name: str) -> None:
        """Other figures; the months of ``period`` stand on a tinted ground."""
        self._trend, self._period = trend, period
        self.setAccessibleName(translate("Kpi", "Trend of {name}").format(name=name))
        self.setAccessibleDescription("、".join(self.told(at) for at in range(len(trend.months))) if trend else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 150)

    def told(self, at: int) -> str:
        """One month in words."""
        trend = self._trend
        assert trend is not None
        month = trend.months[at]
        actual = translate("Kpi", "not fixed") if month in trend.unfixed else trend.scale.text(trend.actual[at]) + trend.scale.unit
        words = translate("Kpi", "{month}: actual {actual}, target {target}").format(
            month=month.replace("-", "/"), actual=actual, target=trend.scale.text(trend.target[at]))
        if trend.stacked and trend.quality[at] is not None:
            words += translate("Kpi", ", quality {quality}, general {general}").format(
                quality=trend.scale.text(trend.quality[at]), general=trend.scale.text(trend.general[at]))
        return words

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        trend = self._trend
        if trend is None or not trend.months:
            return
        for at, month in enumerate(trend.months):
            self._month(painter, trend, at, month)
        self._targets(painter, trend)
        painter.setPen(QPen(color("borderS"), 1))
        painter.drawLine(QPointF(_LEFT, self._y(0)), QPointF(self.width() - _RIGHT, self._y(0)))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _month(self, painter: QPainter, trend: Trend, at: int, month: str) -> None:
        slot = self._slot(at)
        if month in self._period:
            painter.fillRect(slot.adjusted(1, 2, -1, 0), color("accentW"))
        painter.setFont(font(11))
        painter.setPen(color("text2" if month in self._period else "text3"))
        words = str(int(month[5:])) if at and month[5:] != "01" else month[2:].replace("-", "/")
        painter.drawText(QRectF(slot.x(), self.height() - _BOTTOM + 3, slot.width(), 16), Qt.AlignmentFlag.AlignCenter, words)
        width = min(slot.width() * 0.62, _WIDEST)
        bar = QRectF(slot.center().x() - width / 2, 0, width, 0)
        if month in trend.unfixed:
            self._hatched(painter, bar, trend.target[at])
        elif (actual := trend.actual[at]) is not None:
            self._bar(painter, bar, trend, at, actual)

    def _bar(self, painter: QPainter, bar: QRectF, trend: Trend, at: int, actual: float) -> None:
        base, top = self._y(0), self._y(actual)
        quality = trend.quality[at]
        if trend.stacked and quality is not None:
            middle = self._y(quality)
            painter.fillRect(QRectF(bar.x(), middle, bar.width(), base - middle), color("qual"))
            painter.fillRect(QRectF(bar.x(), top, bar.width(), middle - top), color("gen"))
            self._inside(painter, QRectF(bar.x(), middle, bar.width(), base - middle), trend.scale.text(quality), "surface")
            self._inside(painter, QRectF(bar.x(), top, bar.width(), middle - top), trend.scale.text(trend.general[at]), "text")
        else:
            painter.fillRect(QRectF(bar.x(), min(top, base), bar.width(), abs(base - top)), color("accent"))
        painter.setFont(font(11, bold=True))
        painter.setPen(color("text"))
        slot = self._slot(at)
        painter.drawText(QRectF(slot.x(), min(top, base) - 17, slot.width(), 16), Qt.AlignmentFlag.AlignCenter, trend.scale.text(actual))

    def _inside(self, painter: QPainter, place: QRectF, words: str, token: str) -> None:
        """A part's figure, where there is room for it."""
        metrics = QFontMetricsF(font(11))
        if place.height() >= 15 and metrics.horizontalAdvance(words) <= place.width() - 2:
            painter.setFont(font(11))
            painter.setPen(color(token))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _hatched(self, painter: QPainter, bar: QRectF, target: float | None) -> None:
        """A month that is not fixed: no figure, a hatched place for it."""
        top = self._y(target) if target else self._y(self._most() * 0.5)
        place = QRectF(bar.x(), top, bar.width(), self._y(0) - top)
        painter.setPen(QPen(color("borderS"), 1))
        painter.setBrush(QBrush(color("borderS"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(place)

    def _targets(self, painter: QPainter, trend: Trend) -> None:
        """A thin step line, its last figure written at the right end."""
        painter.setPen(QPen(color("text"), 1.5))
        before: float | None = None
        for at, target in enumerate(trend.target):
            slot = self._slot(at)
            if target is not None:
                y = self._y(target)
                painter.drawLine(QPointF(slot.left(), y), QPointF(slot.right(), y))
                if before is not None:
                    painter.drawLine(QPointF(slot.left(), self._y(before)), QPointF(slot.left(), y))
            before = target
        if before is not None:
            painter.setFont(font(11))
            words = translate("Kpi", "Target {figure}").format(figure=trend.scale.text(before))
            place = QRectF(self.width() - _RIGHT + 6, self._y(before) - 8, _RIGHT - 8, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _most(self) -> float:
        assert self._trend is not None
        return max((v for v in (*self._trend.actual, *self._trend.target) if v is not None), default=1.0) or 1.0

    def _least(self) -> float:
        assert self._trend is not None
        return min((v for v in (*self._trend.actual, *self._trend.target, 0.0) if v is not None), default=0.0)

    def _y(self, value: float) -> float:
        low, high = self._least(), self._most()
        height = self.height() - _TOP - _BOTTOM
        return _TOP + height * (1 - (value - low) / ((high - low) or 1.0))

    def _slot(self, at: int) -> QRectF:
        assert self._trend is not None
        width = (self.width() - _LEFT - _RIGHT) / len(self._trend.months)
        return QRectF(_LEFT + at * width, 0, width, self.height() - _BOTTOM)

    # choosing a month

    def _at(self, x: float) -> int | None:
        if self._trend is None or not self._trend.months:
            return None
        return next((at for at in range(len(self._trend.months)) if self._slot(at).left() <= x < self._slot(at).right()), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().x())
        if at is not None and self._trend is not None:
            self.chosen.emit(self._trend.months[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or self._trend is None or not self._trend.months:
            super().keyPressEvent(event)
            return
        months = self._trend.months
        now = max((at for at, month in enumerate(months) if month in self._period), default=len(months) - 1)
        self.chosen.emit(months[min(max(now + step, 0), len(months) - 1)])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.told(at) if at is not None else "", self)
            return True
        return super().event(event)
