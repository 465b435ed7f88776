"""Choosing the square of a picture that becomes a portrait: drag or arrow keys move it, wheel, + and − or the slider zoom."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Text, row

VIEW = 280
MOST_ZOOM = 8.0


class CropView(QWidget):
    """The picture under a round window.

    Signals:
        zoomed: (zoom) from 1 (the whole short side) to `MOST_ZOOM`.
    """

    zoomed = Signal(float)

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image, self.zoom = image, 1.0
        self.centre = QPointF(image.width() / 2, image.height() / 2)
        self._grip: QPointF | None = None
        self.setFixedSize(VIEW, VIEW)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(translate("Personas", "Part of the picture"))
        self.setAccessibleDescription(translate("Personas", "Arrow keys move the picture, + and − zoom."))

    @property
    def square(self) -> QRectF:
        """What is seen, in pixels of the picture."""
        side = min(self.image.width(), self.image.height()) / self.zoom
        return QRectF(self.centre.x() - side / 2, self.centre.y() - side / 2, side, side)

    def set_zoom(self, zoom: float) -> None:
        """Nearer or farther; the middle stays."""
        self.zoom = min(max(zoom, 1.0), MOST_ZOOM)
        self._keep_inside()
        self.zoomed.emit(self.zoom)

    def move_by(self, x: float, y: float) -> None:
        """Move the window over the picture, in pixels of the view."""
        scale = self.square.width() / VIEW
        self.centre += QPointF(x * scale, y * scale)
        self._keep_inside()

    def _keep_inside(self) -> None:
        half = self.square.width() / 2
        self.centre = QPointF(min(max(self.centre.x(), half), self.image.width() - half),
                              min(max(self.centre.y(), half), self.image.height() - half))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(VIEW, VIEW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self.image, self.square)
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        shade.addEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.setOpacity(0.6)
        painter.fillPath(shade, color("window"))
        painter.setOpacity(1)
        painter.setPen(QPen(color("focus" if self.hasFocus() else "borderS"), 2))
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved, self._grip = self._grip - event.position(), event.position()
            self.move_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.set_zoom(self.zoom * 1.1 ** (event.angleDelta().y() / 120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 20 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 5
        moves = {Qt.Key.Key_Left: (-step, 0), Qt.Key.Key_Right: (step, 0), Qt.Key.Key_Up: (0, -step), Qt.Key.Key_Down: (0, step)}
        if (move := moves.get(Qt.Key(event.key()))) is not None:
            self.move_by(*move)
        elif event.text() in ("+", ";", "-"):
            self.set_zoom(self.zoom * (1 / 1.1 if event.text() == "-" else 1.1))
        else:
            super().keyPressEvent(event)


class CropDialog(Dialog):
    """The view, a slider, and Use."""

    def __init__(self, parent: QWidget | None, image: QImage) -> None:
        super().__init__(parent, translate("Personas", "Cut the portrait"), translate("Personas", "Use this part"), width=340)
        self.view = CropView(image)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(100, int(MOST_ZOOM * 100))
        self.slider.setAccessibleName(translate("Personas", "Zoom"))
        self.slider.valueChanged.connect(lambda at: self.view.set_zoom(at / 100))
        self.view.zoomed.connect(self._follow)
        self.body.addLayout(row(None, self.view, None))
        self.body.addLayout(row(Text(translate("Personas", "Zoom"), "caption"), self.slider))
        self.view.setFocus()

    def _follow(self, zoom: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(zoom * 100))
        self.slider.blockSignals(False)
