"""While the zoom changes, the picture from before is stretched; only when it rests the board is drawn anew."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from fusenapp.ui.journey.scene import Scene, Shown, content_rect
from fusenapp.ui.journey.viewport import Viewport
from fusenapp.ui.theme import color


class ZoomPicture:
    """A picture of the whole surface and the view that it shows."""

    def __init__(self, scene: Scene, view: Viewport, size: QSize, ratio: float, shown: Shown) -> None:
        self._scene, self._ratio = scene, ratio
        self._size = QSize(size)
        self._visible = view.visible
        self._left, self._top = view.left, view.top
        self._picture = QPixmap(size * ratio)
        self._picture.setDevicePixelRatio(ratio)
        painter = QPainter(self._picture)
        scene.paint(painter, view, QRegion(QRect(0, 0, size.width(), size.height())), ratio, shown, moving=True)
        painter.end()

    def paint(self, painter: QPainter, view: Viewport, shown: Shown) -> None:
        """Draw what the view shows now: the picture stretched, and plainly what lies beyond it."""
        content = content_rect(view)
        target = QRectF(*view.rect_to_screen(self._visible))
        beyond = QRegion(content) - QRegion(target.toAlignedRect())
        if not beyond.isEmpty():
            painter.setClipRegion(beyond)
            self._scene.paint_plainly(painter, view, beyond.boundingRect(), self._ratio, shown)
        painter.setClipRect(content)
        self._part(painter, target, QRectF(self._left, self._top, self._size.width() - self._left, self._size.height() - self._top))
        painter.setClipping(False)
        self._headers(painter, view, target)

    def _headers(self, painter: QPainter, view: Viewport, target: QRectF) -> None:
        across = QRectF(target.x(), 0, target.width(), view.top)
        down = QRectF(0, target.y(), view.left, target.height())
        painter.fillRect(QRectF(0, 0, view.width, view.top), color("surface"))
        painter.fillRect(QRectF(0, 0, view.left, view.height), color("surface"))
        painter.setClipRect(QRectF(view.left, 0, view.width - view.left, view.top), Qt.ClipOperation.ReplaceClip)
        self._part(painter, across, QRectF(self._left, 0, self._size.width() - self._left, self._top))
        painter.setClipRect(QRectF(0, view.top, view.left, view.height - view.top), Qt.ClipOperation.ReplaceClip)
        self._part(painter, down, QRectF(0, self._top, self._left, self._size.height() - self._top))
        painter.setClipping(False)
        self._part(painter, QRectF(0, 0, view.left, view.top), QRectF(0, 0, self._left, self._top))
        painter.fillRect(QRectF(0, view.top, view.width, 1), color("borderS"))
        painter.fillRect(QRectF(view.left, 0, 1, view.height), color("borderS"))

    def _part(self, painter: QPainter, target: QRectF, source: QRectF) -> None:
        r = self._ratio
        painter.drawPixmap(target, self._picture, QRectF(source.x() * r, source.y() * r, source.width() * r, source.height() * r))
