"""Small pictures that are drawn again and again while the board moves: made once per scale, then only copied."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPixmap

from fusenapp.ui.journey.viewport import whole

MEMORY = 32 * 1024 * 1024
"""Bytes kept; beyond it all are dropped and those in sight made again."""

LARGEST = 12 * 1024 * 1024
"""Bytes beyond which a picture is drawn directly instead."""


def on_paper(painter: QPainter) -> bool:
    """True where lines and letters are kept as such: a picture of them would be coarse."""
    return painter.paintEngine().type() == QPaintEngine.Type.Pdf


class Stamps:
    """Pictures by key; the key must hold everything that the picture depends on but its size and scale."""

    def __init__(self) -> None:
        self._made: dict[Hashable, QPixmap] = {}
        self._bytes = 0

    def forget(self) -> None:
        """Drop all."""
        self._made.clear()
        self._bytes = 0

    def draw(self, painter: QPainter, key: Hashable, box: QRectF, paint: Callable[[QPainter], None], *,
             ground: QColor | None = None) -> None:
        """Put the picture for ``key`` into ``box`` (logical px); ``paint`` draws it at the origin if it is not there yet.

        On a ``ground`` of its own it is copied, which takes half as long as laying it over what is there.
        """
        if box.width() < 1 or box.height() < 1:
            return
        ratio = painter.device().devicePixelRatioF()
        width, height = round(box.width() * ratio), round(box.height() * ratio)
        full = (key, width, height, ratio)
        made = self._made.get(full)
        if made is None and (width * height * 4 > LARGEST or on_paper(painter)):
            painter.save()
            painter.setClipRect(box, Qt.ClipOperation.IntersectClip)  # as the edge of a picture would
            painter.translate(box.topLeft())
            if ground is not None:
                painter.fillRect(QRectF(0, 0, box.width(), box.height()), ground)
            paint(painter)
            painter.restore()
            return
        if made is None:
            made = self._make(full, width, height, ratio, paint, ground)
        painter.drawPixmap(QPointF(whole(box.x() * ratio) / ratio, whole(box.y() * ratio) / ratio), made)

    def _make(self, key: Hashable, width: int, height: int, ratio: float, paint: Callable[[QPainter], None],
              ground: QColor | None) -> QPixmap:
        if self._bytes > MEMORY:
            self.forget()
        made = QPixmap(max(1, width), max(1, height))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent if ground is None else ground)
        inner = QPainter(made)
        inner.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paint(inner)
        inner.end()
        self._made[key] = made
        self._bytes += width * height * 4
        return made
