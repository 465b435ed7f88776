"""The KPI cards on Home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from fusenapp.domain import unit as units
from fusenapp.i18n import language, translate
from fusenapp.ui import icons
from fusenapp.ui.home.reckoning import KpiCard
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import draw_department_mark
from fusenapp.ui.widgets.badge import STATES

HEIGHT = 102


class Figure(NamedTuple):
    """A figure for people: the number and its unit."""

    number: str
    unit: str


def shown(amount: float | None, unit: str) -> Figure:
    """A figure in the language in use; missing is a dash."""
    return Figure("—", "") if amount is None else Figure(*units.scaled(amount, unit, language()))


def spoken(amount: float | None, unit: str) -> str:
    """The same as one writes it, with the unit behind it."""
    return "—" if amount is None else units.spoken(amount, unit, language())


class KpiCardButton(QAbstractButton):
    """Department mark and name, achievement, the figure, its target and the last months; leads to the tree."""

    def __init__(self, card: KpiCard) -> None:
        super().__init__()
        self.card = card
        self._value = shown(card.actual, card.unit)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(card.name)
        self.setAccessibleName(f"{card.name} {spoken(card.actual, card.unit)}")
        self.setAccessibleDescription(self._target_words())

    def sizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("focus"), 2) if self.hasFocus() else QPen(color("border"), 1))
        painter.setBrush(color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        room = self._paint_achievement(painter)
        draw_department_mark(painter, QRectF(16, 18, 10, 10), self.card.shape)
        self._text(painter, font(bold=True), "text", QRectF(32, 12, self.width() - 52 - room, 22), self.card.name)
        self._paint_figure(painter)
        self._text(painter, font(11), "text3", QRectF(16, 74, self.width() - 32, 18), self._target_words())

    def _target_words(self) -> str:
        if self.card.target is None:
            return translate("Home", "No target")
        told = spoken(self.card.target, self.card.unit)
        if self.card.down:
            from fusenapp.flows.review_words import at_most

            told = at_most(told)
        return translate("Home", "Target {value}").format(value=told)

    def _paint_achievement(self, painter: QPainter) -> int:
        """At the right; returns how wide it is."""
        if not self.card.state or self.card.achievement is None:
            return 0
        icon, token = STATES[self.card.state]
        words = f"{self.card.achievement * 100:,.1f}%"
        face = font(11, bold=True)
        width = QFontMetrics(face).horizontalAdvance(words)
        right = self.width() - 16
        icons.draw_icon(painter, QRectF(right - width - 18, 16, 14, 14), icon, color(token))
        self._text(painter, face, token, QRectF(right - width, 14, width + 1, 18), words)
        return width + 24

    def _paint_figure(self, painter: QPainter) -> None:
        big = font(28, bold=True)
        width = QFontMetrics(big).horizontalAdvance(self._value.number)
        spark = min(78.0, self.width() - width - 90.0)
        self._text(painter, big, "text", QRectF(16, 36, width + 2, 38), self._value.number)
        self._text(painter, font(), "text2", QRectF(16 + width + 5, 46, 60, 22), self._value.unit)
        if spark > 36:
            place = QRectF(self.width() - 16 - spark, 42, spark, 28)
            draw_spark(painter, place, self.card.actuals, self.card.targets, "bad" if self.card.state == "off_target" else "text2")

    @staticmethod
    def _text(painter: QPainter, face: object, token: str, place: QRectF, text: str) -> None:
        painter.setFont(face)  # type: ignore[arg-type]
        painter.setPen(color(token))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)


def draw_spark(painter: QPainter, place: QRectF, actuals: Sequence[float | None], targets: Sequence[float | None], token: str) -> None:
    """A little line of the last months; the target dashed."""
    known = [v for v in (*actuals, *targets) if v is not None]
    if len([v for v in actuals if v is not None]) < 2:
        return
    low, high = min(known), max(known)
    span = (high - low) or abs(high) or 1.0

    def points(values: Sequence[float | None]) -> list[QPointF]:
        step = place.width() / max(len(values) - 1, 1)
        known = ((i, v) for i, v in enumerate(values) if v is not None)
        return [QPointF(place.left() + i * step, place.bottom() - (v - low) / span * place.height()) for i, v in known]

    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color("text3"), 1, Qt.PenStyle.DotLine))
    painter.drawPath(_line(points(targets)))
    painter.setPen(QPen(color(token), 1.5))
    path = points(actuals)
    painter.drawPath(_line(path))
    painter.setBrush(color(token))
    painter.drawEllipse(path[-1], 2.5, 2.5)


def _line(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath()
    for at, point in enumerate(points):
        if at:
            path.lineTo(point)
        else:
            path.moveTo(point)
    return path
