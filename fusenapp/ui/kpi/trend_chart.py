"""A trend as a widget: every figure can be read without pointing at it, a period is chosen by mouse or arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.kpi.trend import Trend
from fusenapp.ui.kpi.trend_painter import Frame, paint_trend
from fusenapp.ui.theme import color


class TrendChart(QWidget):
    """Drawn, since a chart library would cost more than these few bars.

    Signals:
        chosen: the user chose a period, by mouse or with the arrow keys.
        opened: Enter or a double click.
    """

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend: Trend | None = None
        self._period: frozenset[str] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(110)

    @property
    def trend(self) -> Trend | None:
        """What is shown."""
        return self._trend

    def show_trend(self, trend: Trend | None, period: frozenset[str], name: str) -> None:
        """Other figures; the periods of ``period`` stand on a tinted ground."""
        if (trend, period) == (self._trend, self._period) and name in self.accessibleName():
            return
        self._trend, self._period = trend, period
        self.setAccessibleName(translate("Kpi", "Trend of {name}").format(name=name))
        self.setAccessibleDescription("、".join(self.told(at) for at in self._reading()) if trend else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _reading(self) -> list[int]:
        """The chosen period is read first, then all in order."""
        assert self._trend is not None
        months = self._trend.months
        return sorted(range(len(months)), key=lambda at: (months[at] not in self._period, at))

    def sizeHint(self) -> QSize:
        return QSize(480, 150)

    def told(self, at: int) -> str:
        """One period in words."""
        trend = self._trend
        assert trend is not None
        month, scale = trend.months[at], trend.scale
        actual = translate("Kpi", "not fixed") if month in trend.unfixed else scale.text(trend.actual[at]) + scale.unit
        words = translate("Kpi", "{month}: actual {actual}, target {target}").format(
            month=period_words(month), actual=actual, target=scale.text(trend.target[at]))
        if trend.stacked and trend.quality[at] is not None:
            words += translate("Kpi", ", quality {quality}, general {general}").format(
                quality=scale.text(trend.quality[at]), general=scale.text(trend.general[at]))
        if trend.forecast and trend.forecast[at] is not None:
            words += translate("KpiTrends", ", forecast {figure}").format(figure=scale.text(trend.forecast[at]))
        if trend.previous and trend.previous[at] is not None:
            words += translate("KpiTrends", ", previous year {figure}").format(figure=scale.text(trend.previous[at]))
        return words + (translate("KpiTrends", ", outside the usual range") if month in trend.outside else "")

    @property
    def _frame(self) -> Frame:
        assert self._trend is not None
        return Frame(self._trend, self.width(), self.height(), self._period)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._trend is None or not self._trend.months:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_trend(painter, self._frame)
        if self.hasFocus():
            painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    # choosing a period

    def _at(self, x: float) -> int | None:
        return self._frame.at(x) if self._trend is not None and self._trend.months else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().x())
        if at is not None and self._trend is not None:
            self.chosen.emit(self._trend.months[at])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if self._trend is None or not self._trend.months or (step is None and key not in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            super().keyPressEvent(event)
            return
        months = self._trend.months
        now = max((at for at, month in enumerate(months) if month in self._period), default=len(months) - 1)
        to = 0 if key == Qt.Key.Key_Home else len(months) - 1 if step is None else now + step
        self.chosen.emit(months[min(max(to, 0), len(months) - 1)])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.told(at) if at is not None else "", self)
            return True
        return super().event(event)
