"""The waterfall: two figures and, between them, what each reason brings; all of it can be read without pointing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.trend import Scale
from fusenapp.ui.kpi.why_words import Step, signed
from fusenapp.ui.theme import color, font

_TOP, _BOTTOM, _SIDE = 20.0, 36.0, 6.0
_WIDEST = 56.0
_CUT = 0.3
"""Where all changes together are less than this part of the figures, the axis begins above 0 and the long bars show a cut."""
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Waterfall(QWidget):
    """Signals: ``chosen`` (number of a step, from 0) by mouse or arrow keys."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[Step] = ()
        self._ends = (0.0, 0.0)
        self._names = ("", "")
        self._scale = Scale(1, 0, "")
        self._up = True
        self.current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 130)
        self.setAccessibleName(translate("KpiWhy", "Waterfall"))

    def show_steps(self, steps: Sequence[Step], ends: tuple[float, float], names: tuple[str, str], scale: Scale, *, up: bool) -> None:
        """Another change. ``names``: of its two figures; ``up``: whether more is better."""
        self._steps, self._ends, self._names, self._scale, self._up = tuple(steps), ends, names, scale, up
        self.current = -1
        told = [f"{names[0]} {scale.text(ends[0])}{scale.unit}", *(self.told(at) for at in range(len(steps))),
                f"{names[1]} {scale.text(ends[1])}{scale.unit}"]
        self.setAccessibleDescription("、".join(told) if steps else "")
        self.update()

    def select(self, at: int) -> None:
        """Mark a step."""
        self.current = at
        self.update()

    def told(self, at: int) -> str:
        """A step in words."""
        step = self._steps[at]
        return f"{step.name} {signed(step.value, self._scale)}{self._scale.unit}" + (f"（{step.moved}）" if step.moved else "")

    def sizeHint(self) -> QSize:
        return QSize(560, 170)

    # geometry

    def _levels(self) -> list[tuple[float, float]]:
        at, found = self._ends[0], []
        for step in self._steps:
            found.append((at, at + step.value))
            at += step.value
        return found

    def _range(self) -> tuple[float, float]:
        """The lowest and highest value of the axis."""
        levels = [level for pair in self._levels() for level in pair] + list(self._ends)
        low, high = min(levels), max(levels)
        if low > 0 and (high - low) < high * _CUT:
            return low - max(high - low, high * 0.01) * 0.8, high
        return min(low, 0.0), max(high, 0.0)

    @property
    def is_cut(self) -> bool:
        """Whether the axis begins above 0."""
        return bool(self._steps) and self._range()[0] > 0

    def _slot(self, at: int) -> QRectF:
        width = (self.width() - 2 * _SIDE) / (len(self._steps) + 2)
        return QRectF(_SIDE + at * width, 0, width, self.height())

    def _bar(self, at: int, first: float, last: float) -> QRectF:
        low, high = self._range()
        height = self.height() - _TOP - _BOTTOM
        y = [_TOP + height * (1 - (value - low) / ((high - low) or 1.0)) for value in (first, last)]
        slot = self._slot(at)
        width = min(slot.width() * 0.62, _WIDEST)
        return QRectF(slot.center().x() - width / 2, min(y), width, max(abs(y[0] - y[1]), 1.5))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._steps:
            return
        base = max(self._range()[0], 0.0) if self.is_cut else 0.0
        zero = self._bar(0, base, base).top()
        painter.setPen(QPen(color("borderS"), 1))
        painter.drawLine(QPointF(_SIDE, zero), QPointF(self.width() - _SIDE, zero))
        for at, (step, (first, last)) in enumerate(zip(self._steps, self._levels(), strict=True), 1):
            self._link(painter, at, first)
            self._step(painter, at, step, first, last)
        self._link(painter, len(self._steps) + 1, self._levels()[-1][1])
        self._total(painter, 0, self._ends[0], base, "borderS")
        self._total(painter, len(self._steps) + 1, self._ends[1], base, "text2")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _link(self, painter: QPainter, at: int, level: float) -> None:
        """A dotted line from the bar before at the level where this one begins."""
        before, here = self._bar(at - 1, level, level), self._bar(at, level, level)
        painter.setPen(QPen(color("text3"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(before.right(), before.top()), QPointF(here.left(), here.top()))

    def _total(self, painter: QPainter, at: int, value: float, base: float, token: str) -> None:
        bar = self._bar(at, base, value)
        painter.fillRect(bar, color(token))
        if self.is_cut:
            self._cut(painter, bar)
        self._label(painter, QRectF(self._slot(at).x(), bar.top() - 18, self._slot(at).width(), 17), self._scale.text(value), color("text"))
        self._name(painter, at, self._names[0 if at == 0 else 1], bold=False)

    def _cut(self, painter: QPainter, bar: QRectF) -> None:
        y = bar.bottom() - 9
        painter.setPen(QPen(color("surface"), 3))
        painter.drawLine(QPointF(bar.left() - 2, y + 3), QPointF(bar.right() + 2, y - 3))

    def _step(self, painter: QPainter, at: int, step: Step, first: float, last: float) -> None:
        bar, tone = self._bar(at, first, last), self._tone(step)
        if at - 1 == self.current:
            painter.fillRect(self._slot(at).adjusted(1, 2, -1, -2), color("accentW"))
        if step.kind in ("definition", "rest"):
            painter.setPen(QPen(tone, 1))
            painter.setBrush(QBrush(tone, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(bar)
        else:
            painter.fillRect(bar, tone)
        slot = self._slot(at)
        below = last < first
        y = bar.bottom() + 1 if below and bar.bottom() + 18 < self.height() - _BOTTOM else bar.top() - 18
        self._label(painter, QRectF(slot.x(), y, slot.width(), 17), signed(step.value, self._scale), tone)
        self._name(painter, at, step.name, bold=at - 1 == self._worst())

    def _tone(self, step: Step) -> QColor:
        if step.kind == "rest":
            return color("text3")
        if step.kind == "definition":
            return color("warn")
        better = (step.value > 0) == self._up
        return color("text2" if not step.value else "good" if better else "bad")

    def _worst(self) -> int:
        """The step that hurts most, if any does."""
        hurts = [step.value if self._up else -step.value for step in self._steps]
        return hurts.index(min(hurts)) if hurts and min(hurts) < 0 else -1

    def _label(self, painter: QPainter, place: QRectF, words: str, tone: QColor) -> None:
        painter.setFont(font(11, bold=True))
        painter.setPen(tone)
        painter.drawText(place.adjusted(-8, 0, 8, 0), _CENTRE, words)

    def _name(self, painter: QPainter, at: int, name: str, *, bold: bool) -> None:
        """Below the bars, on two lines if need be."""
        slot, face = self._slot(at), font(11, bold=bold)
        painter.setFont(face)
        painter.setPen(color("text" if bold else "text2"))
        room = slot.adjusted(2, 0, -2, 0).width()
        for line, words in enumerate(_lines(name, QFontMetricsF(face), room)):
            painter.drawText(QRectF(slot.x() + 2, self.height() - _BOTTOM + 3 + line * 15, room, 15), _CENTRE, words)

    # choosing

    def _at(self, x: float) -> int:
        return next((at for at in range(len(self._steps)) if self._slot(at + 1).left() <= x < self._slot(at + 1).right()), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().x())
        if at >= 0:
            self.select(at)
            self.chosen.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._steps:
            super().keyPressEvent(event)
            return
        self.select(min(max(self.current + step, 0), len(self._steps) - 1))
        self.chosen.emit(self.current)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.told(at) if at >= 0 else "", self)
            return True
        return super().event(event)


def _lines(name: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """A name on one or two lines, cut at the end of the second."""
    if metrics.horizontalAdvance(name) <= room:
        return [name]
    cut = max((i for i in range(1, len(name)) if metrics.horizontalAdvance(name[:i]) <= room), default=1)
    blank = name.rfind(" ", 0, cut + 1)
    cut = blank if blank > 0 else cut
    return [name[:cut].strip(), metrics.elidedText(name[cut:].strip(), Qt.TextElideMode.ElideRight, room)]
