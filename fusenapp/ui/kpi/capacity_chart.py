"""Leads by month as bars under a line of what sales can take up; every figure can be read without pointing at it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi import capacity_words as words
from fusenapp.ui.kpi.legend import Legend
from fusenapp.ui.theme import color, font

if TYPE_CHECKING:
    from fusenapp.kpi.capacity import MonthLoad

_TOP, _BOTTOM, _RIGHT = 40.0, 42.0, 10.0
_WIDEST = 48.0


class CapacityLegend(Legend):
    """What the tones and the line of the chart mean."""

    def show_kinds(self, *, split: bool, coming: bool) -> None:
        """``split``: quality and general leads are known apart; ``coming``: there are months to come."""
        bars = [("qual", translate("Capacity", "Quality")), ("gen", translate("Capacity", "General"))] if split else [
            ("accent", translate("Capacity", "Leads due"))]
        hatch = [("hatch", translate("Capacity", "to come"))] if coming else []
        self._parts = [*bars, ("line", translate("Capacity", "Can do")), *hatch]
        self.setAccessibleName("、".join(words for _, words in self._parts))
        self.updateGeometry()
        self.update()


class CapacityChart(QWidget):
    """Past months are filled, months to come hatched; a month of which nothing is known has an empty place, never a 0.

    Signals:
        chosen: the user chose a month, by mouse or with the arrow keys.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[MonthLoad, ...] = ()
        self._before: dict[str, MonthLoad] = {}
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(168)
        self.setAccessibleName(translate("Capacity", "Load and capacity by month"))

    def sizeHint(self) -> QSize:
        return QSize(560, 196)

    def show_months(self, months: Sequence[MonthLoad], before: Sequence[MonthLoad], current: str) -> None:
        """Other figures. ``before``: without the plans; where they differ a dotted outline says what it was."""
        self._months, self._current = tuple(months), current
        self._before = {each.month: each for each in before}
        self.setAccessibleDescription("、".join(told(each) for each in months))
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, each in enumerate(self._months):
            self._axis(painter, at, each)
            self._bar(painter, at, each)
        self._line(painter)
        painter.setPen(QPen(color("borderS"), 1))
        painter.drawLine(QPointF(self._left(), self._y(0)), QPointF(self.width() - _RIGHT, self._y(0)))
        painter.setFont(font(11))
        painter.setPen(color("text3"))
        caption = QRectF(0, self.height() - 20, self._left() - 8, 16)
        painter.drawText(caption, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, translate("Capacity", "Can do"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _axis(self, painter: QPainter, at: int, each: MonthLoad) -> None:
        """Below the bars: the month, and what sales can take up in it."""
        slot, chosen = self._slot(at), each.month == self._current
        if chosen:
            painter.fillRect(QRectF(slot.x() + 1, 2, slot.width() - 2, self.height() - 3), color("accentW"))
        painter.setFont(font(11, bold=each.short))
        painter.setPen(color("text2" if chosen or each.short else "text3"))
        name = str(int(each.month[5:])) if at and each.month[5:] != "01" else each.month[2:].replace("-", "/")
        painter.drawText(QRectF(slot.x(), self.height() - _BOTTOM + 3, slot.width(), 16), Qt.AlignmentFlag.AlignCenter, name)
        painter.setFont(font(11))
        painter.setPen(color("text2"))
        room = QRectF(slot.x(), self.height() - 20, slot.width(), 16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words.count(words.room_shown(each)))

    def _bar(self, painter: QPainter, at: int, each: MonthLoad) -> None:
        slot = self._slot(at)
        width = min(slot.width() * 0.58, _WIDEST)
        x = slot.center().x() - width / 2
        if each.due is None:
            painter.setPen(QPen(color("borderS"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(x, self._y(0) - 28, width, 28))
            return
        quality = each.due.quality or 0.0
        tone = "gen" if each.due.quality is not None else "accent"
        self._part(painter, QRectF(x, self._y(quality), width, self._y(0) - self._y(quality)), color("qual"), each.fixed)
        self._part(painter, QRectF(x, self._y(each.due.all), width, self._y(quality) - self._y(each.due.all)), color(tone), each.fixed)
        self._was(painter, x, width, each)
        self._figures(painter, slot, each)

    @staticmethod
    def _part(painter: QPainter, place: QRectF, tone: QColor, fixed: bool) -> None:
        if place.height() <= 0:
            return
        if fixed:
            painter.fillRect(place, tone)
            return
        painter.setPen(QPen(tone, 1))
        painter.setBrush(QBrush(tone, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(place)

    def _was(self, painter: QPainter, x: float, width: float, each: MonthLoad) -> None:
        before = self._before.get(each.month)
        if before is None or before.due is None or each.due is None or abs(before.due.all - each.due.all) < 0.5:
            return
        painter.setPen(QPen(color("text2"), 1.2, Qt.PenStyle.DashLine))
        y = self._y(before.due.all)
        painter.drawLine(QPointF(x - 4, y), QPointF(x + width + 4, y))

    def _figures(self, painter: QPainter, slot: QRectF, each: MonthLoad) -> None:
        """Above the bar: the leads, and over them by how many they are too many."""
        bar, line = self._y(each.due.all if each.due else 0), self._y(each.room)
        top = (line if line < bar < line + 22 else bar) - 17  # the line would run through the figure
        over = words.over_shown(each)
        painter.setFont(font(11, bold=True))
        painter.setPen(color("text"))
        painter.drawText(QRectF(slot.x() - 4, top, slot.width() + 8, 16), Qt.AlignmentFlag.AlignCenter, words.count(words.due_shown(each)))
        if each.is_over:
            painter.setPen(color("bad"))
            painter.drawText(QRectF(slot.x() - 4, top - 15, slot.width() + 8, 16), Qt.AlignmentFlag.AlignCenter, words.signed(over))

    def _line(self, painter: QPainter) -> None:
        painter.setPen(QPen(color("text"), 1.6))
        before: QPointF | None = None
        for at, each in enumerate(self._months):
            slot, y = self._slot(at), self._y(each.room)
            start, end = QPointF(slot.left(), y), QPointF(slot.right(), y)
            if before is not None:
                painter.drawLine(before, start)
            painter.drawLine(start, end)
            before = end

    def _most(self) -> float:
        found = [each.room for each in self._months] + [each.due.all for each in self._months if each.due is not None]
        return max(found, default=1.0) or 1.0

    def _y(self, figure: float) -> float:
        return _TOP + (self.height() - _TOP - _BOTTOM) * (1 - figure / self._most())

    def _left(self) -> float:
        return QFontMetricsF(font(11)).horizontalAdvance(translate("Capacity", "Can do")) + 16

    def _slot(self, at: int) -> QRectF:
        width = (self.width() - self._left() - _RIGHT) / max(len(self._months), 1)
        return QRectF(self._left() + at * width, 0, width, self.height() - _BOTTOM)

    # choosing a month

    def _at(self, x: float) -> int | None:
        return next((at for at in range(len(self._months)) if self._slot(at).left() <= x < self._slot(at).right()), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().x())
        if at is not None:
            self.chosen.emit(self._months[at].month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._months:
            super().keyPressEvent(event)
            return
        now = next((at for at, each in enumerate(self._months) if each.month == self._current), len(self._months) - 1)
        self.chosen.emit(self._months[min(max(now + step, 0), len(self._months) - 1)].month)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), told(self._months[at]) if at is not None else "", self)
            return True
        return super().event(event)


def told(each: MonthLoad) -> str:
    """One month in words."""
    if each.due is None:
        return translate("Capacity", "{month}: not known, capacity {room}").format(
            month=words.month_words(each.month), room=words.count(words.room_shown(each)))
    said = translate("Capacity", "{month}: {due} leads, capacity {room}").format(
        month=words.month_words(each.month), due=words.count(words.due_shown(each)), room=words.count(words.room_shown(each)))
    over = words.over_shown(each)
    return said + (translate("Capacity", ", {over} too many").format(over=f"{over:,}") if over and over > 0 else "")
