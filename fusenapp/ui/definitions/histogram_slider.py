"""A slider with the distribution of the leads above it: those that meet the condition in the strong tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from fusenapp.ui.theme import color

if TYPE_CHECKING:
    from fusenapp.qualify import Knob

_BARS, _TRACK, _HEIGHT, _EDGE, _HANDLE = 30, 40, 52, 9, 7


class HistogramSlider(QSlider):
    """Moves in the steps of a knob; keyboard and wheel as any slider.

    Signals:
        turned: the figure that the user chose.
    """

    turned = Signal(float)

    def __init__(self, knob: Knob, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.knob = knob
        self._exact: float | None = knob.value
        self.setRange(0, round((knob.high - knob.low) / knob.step))
        self.setPageStep(max(self.maximum() // 10, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_number(knob.value)
        self.valueChanged.connect(self._moved)

    @property
    def number(self) -> float:
        """Where it stands; the saved figure exactly, even if it lies between two steps."""
        if self._exact is not None:
            return self._exact
        return round(self.knob.low + self.value() * self.knob.step, 10)

    def show_number(self, number: float) -> None:
        """Move there without a signal."""
        self.blockSignals(True)
        self.setValue(round((number - self.knob.low) / self.knob.step))
        self.blockSignals(False)
        self._exact = number
        self.update()

    def _moved(self) -> None:
        self._exact = None
        if abs(self.number - self.knob.value) < self.knob.step / 2:
            self._exact = self.knob.value
        self.update()
        self.turned.emit(self.number)

    # mouse: the handle goes where the mouse is

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event) -> None:
        """The wheel scrolls the panel; a slider under the mouse by chance must not move."""
        event.ignore()

    def _follow(self, event: QMouseEvent) -> None:
        part = (event.position().x() - _EDGE) / max(self.width() - 2 * _EDGE, 1)
        number = self.knob.start + part * (self.knob.end - self.knob.start)
        self.setValue(round((number - self.knob.low) / self.knob.step))

    # looks

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def _x(self, number: float) -> float:
        part = (number - self.knob.start) / (self.knob.end - self.knob.start)
        return _EDGE + (self.width() - 2 * _EDGE) * min(max(part, 0.0), 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_bars(painter)
        self._paint_track(painter)
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_bars(self, painter: QPainter) -> None:
        counts, at = self.knob.counts, self._x(self.knob.meets_from(self.number))
        most, width = max(counts, default=0) or 1, (self.width() - 2 * _EDGE) / max(len(counts), 1)
        for index, count in enumerate(counts):
            left = _EDGE + index * width
            height = max(_BARS * count / most, 2.0 if count else 0.0)
            bar = QRectF(left + 0.5, 4 + _BARS - height, width - 1, height)
            meets, misses = (color("accent"), color("borderS")) if self.isEnabled() else (color("border"), color("border"))
            cut = min(max(at, bar.left()), bar.right())
            first, second = (misses, meets) if self.knob.above else (meets, misses)
            painter.fillRect(QRectF(bar.left(), bar.top(), cut - bar.left(), height), first)
            painter.fillRect(QRectF(cut, bar.top(), bar.right() - cut, height), second)

    def _paint_track(self, painter: QPainter) -> None:
        start, end, at, saved = _EDGE, self.width() - _EDGE, self._x(self.number), self._x(self.knob.value)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("border"))
        painter.drawRoundedRect(QRectF(start, _TRACK - 1.5, end - start, 3), 1.5, 1.5)
        tone = color("accent" if self.isEnabled() else "text3")
        painter.setBrush(tone)
        left, right = (at, float(end)) if self.knob.above else (float(start), at)
        painter.drawRoundedRect(QRectF(left, _TRACK - 1.5, right - left, 3), 1.5, 1.5)
        painter.setBrush(color("text2"))
        painter.drawEllipse(QPointF(saved, _TRACK), 3, 3)
        painter.setPen(QPen(tone, 2))
        painter.setBrush(color("surface"))
        painter.drawEllipse(QPointF(at, _TRACK), _HANDLE, _HANDLE)
