"""Paints a trend: bars of the actuals, a step line of targets, the year before, the forecast, what is usual."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from fusenapp.i18n import translate
from fusenapp.ui.kpi.trend import Trend, axis_words
from fusenapp.ui.theme import color, font

TOP, BOTTOM, LEFT, RIGHT = 24.0, 22.0, 8.0, 84.0
_WIDEST = 48.0
_MARK = 4.0
_CENTRE, _BESIDE = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class Frame:
    """A trend in a place: where its periods and values stand."""

    trend: Trend
    width: float
    height: float
    period: frozenset[str]

    @cached_property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest value that there is room for; 0 is always among them."""
        known = self.trend.figures
        low, high = min([*known, 0.0]), max([*known, 0.0])
        return low, high if high > low else low + 1.0

    def y(self, value: float) -> float:
        """The height of a value."""
        low, high = self.span
        return TOP + (self.height - TOP - BOTTOM) * (1 - (value - low) / (high - low))

    def slot(self, at: int) -> QRectF:
        """The column of a period."""
        width = (self.width - LEFT - RIGHT) / len(self.trend.months)
        return QRectF(LEFT + at * width, 0, width, self.height - BOTTOM)

    def bar(self, at: int) -> QRectF:
        """The bar's column, without height."""
        slot = self.slot(at)
        width = min(slot.width() * 0.62, _WIDEST)
        return QRectF(slot.center().x() - width / 2, 0, width, 0)

    def at(self, x: float) -> int | None:
        """The period under a point."""
        return next((at for at in range(len(self.trend.months)) if self.slot(at).left() <= x < self.slot(at).right()), None)

    def every(self, widest: float) -> int:
        """Of how many periods one is written, so that words of this width stand beside each other."""
        return max(1, ceil((widest + 4) / max(self.slot(0).width(), 1.0)))


def paint_trend(painter: QPainter, frame: Frame) -> None:
    """The whole chart."""
    trend = frame.trend
    for at, month in enumerate(trend.months):
        if month in frame.period:
            painter.fillRect(frame.slot(at).adjusted(1, 2, -1, 0), color("accentW"))
    _usual(painter, frame)
    _axis(painter, frame)
    for at in range(len(trend.months)):
        _column(painter, frame, at)
    _line(painter, frame, trend.previous, Qt.PenStyle.DotLine)
    _targets(painter, frame)
    _figures(painter, frame)
    _signals(painter, frame)
    _ends(painter, frame)
    painter.setPen(QPen(color("borderS"), 1))
    painter.drawLine(QPointF(LEFT, frame.y(0)), QPointF(frame.width - RIGHT, frame.y(0)))


def _axis(painter: QPainter, frame: Frame) -> None:
    months = frame.trend.months
    painter.setFont(font(11))
    metrics = QFontMetricsF(font(11))
    every = frame.every(max(metrics.horizontalAdvance(axis_words(months, at)) for at in range(1, len(months))) if len(months) > 1 else 0)
    for at, month in enumerate(months):
        chosen = month in frame.period
        if (len(months) - 1 - at) % every == 0 or chosen:
            painter.setPen(color("text2" if chosen else "text3"))
            slot = frame.slot(at)
            painter.drawText(QRectF(slot.center().x() - 40, frame.height - BOTTOM + 3, 80, 16), _CENTRE, axis_words(months, at))


def _column(painter: QPainter, frame: Frame, at: int) -> None:
    trend, bar = frame.trend, frame.bar(at)
    actual = trend.actual[at]
    if trend.months[at] in trend.unfixed:
        _hatched(painter, frame, at)
    elif actual is not None:
        _bar(painter, frame, at, actual)
        if trend.months[at] in trend.partial:
            place = QRectF(bar.x(), min(frame.y(actual), frame.y(0)), bar.width(), abs(frame.y(0) - frame.y(actual)))
            painter.fillRect(place, QBrush(color("surface"), Qt.BrushStyle.BDiagPattern))


def _bar(painter: QPainter, frame: Frame, at: int, actual: float) -> None:
    trend, bar = frame.trend, frame.bar(at)
    base, top, quality = frame.y(0), frame.y(actual), trend.quality[at]
    if not trend.stacked or quality is None:
        painter.fillRect(QRectF(bar.x(), min(top, base), bar.width(), abs(base - top)), color("accent"))
        return
    middle = frame.y(quality)
    low, high = QRectF(bar.x(), middle, bar.width(), base - middle), QRectF(bar.x(), top, bar.width(), middle - top)
    painter.fillRect(low, color("qual"))
    painter.fillRect(high, color("gen"))
    _inside(painter, low, trend.scale.text(quality), "surface")
    _inside(painter, high, trend.scale.text(trend.general[at]), "text")


def _inside(painter: QPainter, place: QRectF, words: str, token: str) -> None:
    """A part's figure, where there is room for it."""
    metrics = QFontMetricsF(font(11))
    if place.height() >= 15 and metrics.horizontalAdvance(words) <= place.width() - 2:
        painter.setFont(font(11))
        painter.setPen(color(token))
        painter.drawText(place, _CENTRE, words)


def _hatched(painter: QPainter, frame: Frame, at: int) -> None:
    """A period that is not fixed: no actual, a hatched place as high as its forecast or target."""
    trend, bar = frame.trend, frame.bar(at)
    forecast = trend.forecast[at] if trend.forecast else None
    expected = forecast if forecast is not None else trend.target[at]
    top = frame.y(expected) if expected else frame.y(frame.span[1] * 0.5)
    place = QRectF(bar.x(), top, bar.width(), frame.y(0) - top)
    painter.setPen(QPen(color("accent" if forecast is not None else "borderS"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QBrush(color("borderS"), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(place)


def _figures(painter: QPainter, frame: Frame) -> None:
    """The actual above each bar, the forecast above a hatched one; of many bars those that have room, the last always."""
    trend = frame.trend
    face = font(11, bold=True)
    metrics = QFontMetricsF(face)
    told = [(trend.forecast[at] if trend.forecast else None) if month in trend.unfixed else trend.actual[at]
            for at, month in enumerate(trend.months)]
    last = max((at for at, v in enumerate(told) if v is not None and trend.months[at] not in trend.unfixed), default=-1)
    every = frame.every(max((metrics.horizontalAdvance(trend.scale.text(v)) for v in told if v is not None), default=0.0))
    painter.setFont(face)
    for at, value in enumerate(told):
        if value is None or (last - at) % every:
            continue
        painter.setPen(color("text2" if trend.months[at] in trend.unfixed else "text"))
        slot = frame.slot(at)
        top = min(frame.y(value), frame.y(0)) - 17
        words = trend.scale.text(value)
        place = QRectF(slot.center().x() - 60, top, 120, 16)
        ground = QRectF(slot.center().x() - metrics.horizontalAdvance(words) / 2 - 1, top + 2, metrics.horizontalAdvance(words) + 2, 13)
        painter.fillRect(ground, color("accentW" if trend.months[at] in frame.period else "surface"))
        painter.drawText(place, _CENTRE, words)


def _targets(painter: QPainter, frame: Frame) -> None:
    """A thin step line."""
    painter.setPen(QPen(color("text"), 1.5))
    before: float | None = None
    for at, target in enumerate(frame.trend.target):
        slot = frame.slot(at)
        if target is not None:
            y = frame.y(target)
            painter.drawLine(QPointF(slot.left(), y), QPointF(slot.right(), y))
            if before is not None:
                painter.drawLine(QPointF(slot.left(), frame.y(before)), QPointF(slot.left(), y))
        before = target


def _line(painter: QPainter, frame: Frame, values: tuple[float | None, ...], style: Qt.PenStyle) -> None:
    """A broken line through the middles, with a ring at each figure; a missing figure breaks it."""
    before: QPointF | None = None
    for at, value in enumerate(values):
        point = QPointF(frame.slot(at).center().x(), frame.y(value)) if value is not None else None
        if point is not None:
            painter.setPen(QPen(color("warn"), 1.5, style))
            if before is not None:
                painter.drawLine(before, point)
            painter.setPen(QPen(color("warn"), 1.5))
            painter.setBrush(color("surface"))
            painter.drawEllipse(point, 3, 3)
        before = point


def _usual(painter: QPainter, frame: Frame) -> None:
    """The natural limits as a band, their mean as a thin line."""
    found = frame.trend.limits
    if found is None or found.mean is None or found.low is None or found.high is None:
        return
    left, right = LEFT, frame.width - RIGHT
    ground = QColor(color("text3"))
    ground.setAlpha(28)
    painter.fillRect(QRectF(left, frame.y(found.high), right - left, frame.y(found.low) - frame.y(found.high)), ground)
    for value, style in ((found.high, Qt.PenStyle.DashLine), (found.low, Qt.PenStyle.DashLine), (found.mean, Qt.PenStyle.SolidLine)):
        painter.setPen(QPen(color("text3"), 1, style))
        painter.drawLine(QPointF(left, frame.y(value)), QPointF(right, frame.y(value)))


def _signals(painter: QPainter, frame: Frame) -> None:
    """A diamond on each actual outside of what is usual."""
    trend = frame.trend
    painter.setPen(QPen(color("surface"), 1))
    painter.setBrush(color("bad"))
    for at, month in enumerate(trend.months):
        actual = trend.actual[at]
        if month in trend.outside and actual is not None:
            x, y = frame.slot(at).center().x(), frame.y(actual)
            painter.drawPolygon(QPolygonF([QPointF(x, y - _MARK), QPointF(x + _MARK, y), QPointF(x, y + _MARK), QPointF(x - _MARK, y)]))


def _ends(painter: QPainter, frame: Frame) -> None:
    """What the lines are, written at their right ends; those that would stand on each other are moved apart."""
    trend, told = frame.trend, []
    target = next((v for v in reversed(trend.target) if v is not None), None)
    if target is not None:
        told.append((frame.y(target), translate("Kpi", "Target {figure}").format(figure=trend.scale.text(target)), "text"))
    found = trend.limits
    if found is not None and found.mean is not None and found.low is not None and found.high is not None:
        for value, words in ((found.high, translate("KpiTrends", "Upper {figure}")), (found.mean, translate("KpiTrends", "Mean {figure}")),
                             (found.low, translate("KpiTrends", "Lower {figure}"))):
            told.append((frame.y(value), words.format(figure=trend.scale.text(value)), "text3"))
    painter.setFont(font(11))
    low = -16.0
    for y, words, token in sorted(told):
        low = max(y - 8, low + 14)
        painter.setPen(color(token))
        painter.drawText(QRectF(frame.width - RIGHT + 6, low, RIGHT - 6, 16), _BESIDE, words)
