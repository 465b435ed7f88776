"""How a waterfall is painted, on the screen and on paper: two figures and, between them, what each reason brings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from fusenapp.ui.kpi.trend import Scale
from fusenapp.ui.kpi.why_words import Step, signed
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets.labels import broken_lines

_TOP, _BOTTOM, _SIDE = 20.0, 36.0, 6.0
_WIDEST = 56.0
_CUT = 0.3
"""Where all changes together are less than this part of the figures, the axis begins above 0 and the long bars show a cut."""
_SIZES, _LINES, _WORD = (11, 10, 9), 2, re.compile(r"[!-~]+")
"""Sizes of the letters of a name, its lines, and what of it is never broken while it is told in whole."""
_CENTRE = Qt.AlignmentFlag.AlignCenter


class WaterfallPainter:
    """A change, laid out in a place of ``width`` × ``height`` logical pixels.

    Args:
        steps: the reasons.
        ends: the two figures.
        names: of the two figures.
        scale: how figures are told.
        up: whether more is better.
    """

    def __init__(self, steps: Sequence[Step] = (), ends: tuple[float, float] = (0.0, 0.0), names: tuple[str, str] = ("", ""),
                 scale: Scale | None = None, *, up: bool = True) -> None:
        self._steps, self._ends, self._names, self._up = tuple(steps), ends, names, up
        self._scale = scale or Scale(1, 0, "")
        self._width, self._height = 0.0, 0.0
        self._widest = _WIDEST

    def resize(self, width: float, height: float, widest: float = _WIDEST) -> None:
        """Another place; ``widest``: most that a bar may be wide."""
        self._width, self._height, self._widest = width, height, widest

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

    def slot(self, at: int) -> QRectF:
        """The place of a bar and its name: 0 is the first figure, then the steps, then the last figure."""
        width = (self._width - 2 * _SIDE) / (len(self._steps) + 2)
        return QRectF(_SIDE + at * width, 0, width, self._height)

    def _bar(self, at: int, first: float, last: float) -> QRectF:
        low, high = self._range()
        height = self._height - _TOP - _BOTTOM
        y = [_TOP + height * (1 - (value - low) / ((high - low) or 1.0)) for value in (first, last)]
        slot = self.slot(at)
        width = min(slot.width() * 0.62, self._widest)
        return QRectF(slot.center().x() - width / 2, min(y), width, max(abs(y[0] - y[1]), 1.5))

    # painting

    def paint(self, painter: QPainter, current: int = -1) -> None:
        """All of it; ``current``: the step that is marked."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._steps:
            return
        base = max(self._range()[0], 0.0) if self.is_cut else 0.0
        zero = self._bar(0, base, base).top()
        painter.setPen(QPen(color("borderS"), 1))
        painter.drawLine(QPointF(_SIDE, zero), QPointF(self._width - _SIDE, zero))
        for at, (step, (first, last)) in enumerate(zip(self._steps, self._levels(), strict=True), 1):
            self._link(painter, at, first)
            self._step(painter, at, step, (first, last), marked=at - 1 == current)
        self._link(painter, len(self._steps) + 1, self._levels()[-1][1])
        self._total(painter, 0, self._ends[0], base, "borderS")
        self._total(painter, len(self._steps) + 1, self._ends[1], base, "text2")

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
        self._label(painter, QRectF(self.slot(at).x(), bar.top() - 18, self.slot(at).width(), 17), self._scale.text(value), color("text"))
        self._name(painter, at, self._names[0 if at == 0 else 1], bold=False)

    def _cut(self, painter: QPainter, bar: QRectF) -> None:
        y = bar.bottom() - 9
        painter.setPen(QPen(color("surface"), 3))
        painter.drawLine(QPointF(bar.left() - 2, y + 3), QPointF(bar.right() + 2, y - 3))

    def _step(self, painter: QPainter, at: int, step: Step, ends: tuple[float, float], *, marked: bool) -> None:
        (first, last), tone = ends, self._tone(step)
        bar = self._bar(at, first, last)
        if marked:
            painter.fillRect(self.slot(at).adjusted(1, 2, -1, -2), color("accentW"))
        if step.kind in ("definition", "rest"):
            painter.setPen(QPen(tone, 1))
            painter.setBrush(QBrush(tone, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(bar)
        else:
            painter.fillRect(bar, tone)
        slot = self.slot(at)
        below = last < first
        y = bar.bottom() + 1 if below and bar.bottom() + 18 < self._height - _BOTTOM else bar.top() - 18
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
        slot = self.slot(at).adjusted(1, 0, -1, 0)
        face, lines = _fitting(name, slot.width(), bold)
        painter.setFont(face)
        painter.setPen(color("text" if bold else "text2"))
        for line, words in enumerate(lines):
            painter.drawText(QRectF(slot.x(), self._height - _BOTTOM + 3 + line * 15, slot.width(), 15), _CENTRE, words)


def _fitting(name: str, room: float, bold: bool) -> tuple[QFont, list[str]]:
    """A name as large as it is whole on two lines, no Latin word broken; where it is too long even in small letters it is cut."""
    for size in _SIZES:
        face = font(size, bold=bold)
        metrics, lines = QFontMetricsF(face), broken_lines(name, face, int(room))
        if len(lines) <= _LINES and max((metrics.horizontalAdvance(word) for word in _WORD.findall(name)), default=0.0) <= room:
            return face, lines
    face = font(_SIZES[-1], bold=bold)
    first = broken_lines(name, face, int(room))[0]
    return face, [first, QFontMetricsF(face).elidedText(name[len(first):].strip(), Qt.TextElideMode.ElideRight, room)]
