"""The cells as one picture that reaches a little beyond what is in sight: scrolling only copies it.

What lies over the cells (selection, what a gesture shows, headers) is no part of it, so that it does not cost the cells anew.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from fusenapp.ui.journey.scene import MANY, Scene, Shown, content_rect
from fusenapp.ui.journey.viewport import Viewport, whole

BEYOND = 128
"""Logical px that the picture may reach beyond what is in sight, on each side; and that are painted at once in the direction of
scrolling: with more, the frames that paint them stand out; with less, there are more of them."""

GRAIN = 4
"""The picture lies on every fourth logical px, which is a whole px of the device at 125, 150, 175 and 200 % too."""


PARTS = 64
"""Parts of a region beyond which taking out each costs more than painting everything anew."""


class Sheet:
    """A picture of a part of the board at one zoom.

    Its own measure are px of the device, from the top left of the board; ``_valid`` is what has been painted of it.
    """

    def __init__(self, scene: Scene, ratio: float) -> None:
        self._scene, self.ratio = scene, ratio
        self._beyond = ceil(BEYOND * ratio)
        self._picture = QPixmap()
        self._area = QRect()
        self._valid = QRegion()
        self._key: tuple[object, ...] = ()
        self._seen = QPoint()
        self._heading = QPoint()

    def forget(self, view: Viewport, region: QRegion | None = None) -> None:
        """What lies in ``region`` (logical px of the surface) has changed, or everything."""
        if region is None or region.rectCount() > PARTS:
            self._valid = QRegion()
        else:
            for part in region:  # pyright: ignore[reportGeneralTypeIssues]
                self._valid -= QRegion(self._on_board(view, QRect(part)))

    def show(self, painter: QPainter, view: Viewport, region: QRegion, shown: Shown) -> QRegion:
        """Copy what lies in ``region`` (logical px of the surface), after painting what is missing of it.

        Returns:
            What was painted anew, logical px of the surface; some of it may lie beyond.
        """
        sight = self._follow(view)
        wanted = sight.intersected(self._on_board(view, region.boundingRect()))
        painted = QRegion()
        missing = QRegion(wanted) - self._valid
        if not missing.isEmpty():
            if wanted == sight:
                missing = QRegion(self._further(sight).intersected(self._area)) - self._valid
            painted = self._paint(missing, view, shown)
        self._copy(painter, view, region.intersected(content_rect(view)))
        return painted

    def prepare(self, view: Viewport, shown: Shown) -> QRegion:
        """Paint what is missing in sight and a little beyond; gives what was painted, as `show` does."""
        missing = QRegion(self._further(self._follow(view)).intersected(self._area)) - self._valid
        if missing.isEmpty():
            return QRegion()
        self._scene.notes.hasten()
        return self._paint(missing, view, shown)

    def reach(self, view: Viewport) -> tuple[float, float, float, float]:
        """The part of the board that the picture is of, board px."""
        scale = view.zoom * self.ratio
        return self._area.x() / scale, self._area.y() / scale, self._area.width() / scale, self._area.height() / scale

    # ---- where things are

    def _origin(self, view: Viewport) -> QPoint:
        """The px of the board at that corner."""
        scale = view.zoom * self.ratio
        return QPoint(whole(view.x * scale), whole(view.y * scale))

    def _corner(self, view: Viewport) -> QPoint:
        """A whole px of the surface, in both measures, near the top left of its cells."""
        return self._grained(QPoint(int(view.left * self.ratio), int(view.top * self.ratio)))

    def _on_board(self, view: Viewport, rect: QRect) -> QRect:
        """A rectangle of the surface (logical px), outward, on the board."""
        left, top = int(rect.x() * self.ratio // 1), int(rect.y() * self.ratio // 1)
        right, bottom = ceil((rect.x() + rect.width()) * self.ratio), ceil((rect.y() + rect.height()) * self.ratio)
        return QRect(left, top, right - left, bottom - top).translated(self._origin(view) - self._corner(view))

    def _follow(self, view: Viewport) -> QRect:
        """Let the picture be of where the view is; gives what is in sight of the board."""
        key = view.zoom, view.left, view.top, view.width, view.height
        content = content_rect(view)
        sight = self._on_board(view, content)
        if key != self._key:
            self._key, self._valid, self._heading = key, QRegion(), QPoint()
            self._resize(sight.size() + QSize(self._beyond, self._beyond) * 2)
            self._area = QRect(self._grained(sight.topLeft() - QPoint(self._beyond, self._beyond)), self._picture.size())
        elif sight.topLeft() != self._seen:
            way = sight.topLeft() - self._seen
            self._heading = QPoint(_sign(way.x()), _sign(way.y()))
        self._seen = sight.topLeft()
        if not self._area.contains(sight):
            self._move(sight)
        return sight

    def _resize(self, size: QSize) -> None:
        grown = size + QSize(ceil(GRAIN * self.ratio), ceil(GRAIN * self.ratio))
        if self._picture.size() != grown:
            self._picture = QPixmap(grown)
            self._picture.setDevicePixelRatio(self.ratio)

    def _grained(self, at: QPoint) -> QPoint:
        step = round(GRAIN * self.ratio)
        return QPoint(at.x() // step * step, at.y() // step * step)

    def _move(self, sight: QRect) -> None:
        """Move the picture along, with most of its room ahead."""
        spare = QPoint(self._area.width() - sight.width(), self._area.height() - sight.height())
        behind = QPoint(_behind(self._heading.x(), spare.x()), _behind(self._heading.y(), spare.y()))
        x = self._area.x() if _within(sight.x(), sight.width(), self._area.x(), self._area.width()) else sight.x() - behind.x()
        y = self._area.y() if _within(sight.y(), sight.height(), self._area.y(), self._area.height()) else sight.y() - behind.y()
        area = QRect(self._grained(QPoint(x, y)), self._area.size())
        self._valid &= area
        if not self._valid.isEmpty():
            by = self._area.topLeft() - area.topLeft()
            self._picture.scroll(by.x(), by.y(), self._picture.rect())
        self._area = area

    def _further(self, sight: QRect) -> QRect:
        """What is in sight, and what lies ahead of it."""
        ahead = self._heading * self._beyond
        return sight.united(sight.translated(ahead))

    # ---- painting

    def _paint(self, missing: QRegion, view: Viewport, shown: Shown) -> QRegion:
        """Paint a part; gives it in logical px of the surface."""
        ratio, scale, corner = self.ratio, view.zoom * self.ratio, self._corner(view)
        own = Viewport(view.left + self._area.width() / ratio, view.top + self._area.height() / ratio, view.zoom,
                       self._area.x() / scale, self._area.y() / scale, *view.header_widths)
        clip = self._logical(missing.translated(corner - self._area.topLeft()))
        painter = QPainter(self._picture)
        painter.scale(1 / ratio, 1 / ratio)  # a clip in logical px would not be sharp at 125 %
        painter.setClipRegion(missing.translated(-self._area.topLeft()))
        painter.translate(-corner)
        painter.scale(ratio, ratio)
        self._scene.paint_content(painter, own, clip, ratio, shown)
        painter.end()
        self._valid += missing
        return self._logical(missing.translated(corner - self._origin(view)))

    def _logical(self, region: QRegion) -> QRegion:
        """A region in px of the device, outward in logical ones."""
        ratio, result = self.ratio, QRegion()
        if ratio == 1.0:
            return region
        for part in region:  # pyright: ignore[reportGeneralTypeIssues]
            result += QRectF(part.x() / ratio, part.y() / ratio, part.width() / ratio, part.height() / ratio).toAlignedRect()
        return result

    def _copy(self, painter: QPainter, view: Viewport, region: QRegion) -> None:
        """Copy what lies in ``region`` (logical px); part by part, which needs no clip, unless there are many."""
        origin, corner, place = self._origin(view), self._corner(view), self._area.topLeft()
        many = region.rectCount() > MANY
        painter.setClipping(False)
        if many or self.ratio != int(self.ratio):
            painter.setClipRegion(region)
        painter.save()
        painter.scale(1 / self.ratio, 1 / self.ratio)
        for part in [region.boundingRect()] if many else region:  # pyright: ignore[reportGeneralTypeIssues]
            wanted = self._on_board(view, QRect(part))
            painter.drawPixmap(wanted.translated(corner - origin), self._picture, wanted.translated(-place))
        painter.restore()


def _sign(way: int) -> int:
    return (way > 0) - (way < 0)


def _behind(heading: int, spare: int) -> int:
    """Of the room beside what is in sight, how much to leave behind it."""
    return spare // 2 if not heading else spare // 4 if heading > 0 else spare - spare // 4


def _within(at: int, size: int, start: int, room: int) -> bool:
    return start <= at and at + size <= start + room
