"""The dots at the left of a condition: take it there and drop it elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.theme import color


class DragHandle(QWidget):
    """Signals: ``dragged`` and ``dropped`` with a global position."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: QPoint | None = None
        self._moving = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(translate("Definitions", "Drag to move; or Alt+↑ and Alt+↓"))

    def sizeHint(self) -> QSize:
        return QSize(16, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = color("text2" if self.underMouse() or self._moving else "text3")
        icons.draw_icon(QPainter(self), QRectF(0, 6, 16, 16), "drag", tone)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._start is not None and (self._moving or (at - self._start).manhattanLength() > 4):
            self._moving = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moving, self._moving, self._start = self._moving, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if moving:
            self.dropped.emit(event.globalPosition().toPoint())
