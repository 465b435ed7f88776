"""The waterfall: two figures and, between them, what each reason brings; all of it can be read without pointing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.trend import Scale
from fusenapp.ui.kpi.waterfall_painter import WaterfallPainter
from fusenapp.ui.kpi.why_words import Step, signed
from fusenapp.ui.theme import color


class Waterfall(QWidget):
    """Signals: ``chosen`` (number of a step, from 0) by mouse or arrow keys."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[Step] = ()
        self._scale = Scale(1, 0, "")
        self.current = -1
        self._drawn = WaterfallPainter()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 130)
        self.setAccessibleName(translate("KpiWhy", "Waterfall"))

    def show_steps(self, steps: Sequence[Step], ends: tuple[float, float], names: tuple[str, str], scale: Scale, *, up: bool) -> None:
        """Another change. ``names``: of its two figures; ``up``: whether more is better."""
        self._steps, self._scale = tuple(steps), scale
        self._drawn = WaterfallPainter(steps, ends, names, scale, up=up)
        self._drawn.resize(self.width(), self.height())
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

    @property
    def is_cut(self) -> bool:
        """Whether the axis begins above 0."""
        return self._drawn.is_cut

    def slot(self, at: int) -> QRectF:
        """The place of a bar and its name: 0 is the first figure, then the steps, then the last figure."""
        return self._drawn.slot(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn.resize(self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._drawn.paint(painter, self.current)
        if self.hasFocus() and self._steps:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    # choosing

    def _at(self, x: float) -> int:
        return next((at for at in range(len(self._steps)) if self.slot(at + 1).left() <= x < self.slot(at + 1).right()), -1)

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
