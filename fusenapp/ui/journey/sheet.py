"""The cells as one picture that reaches a little beyond what is in sight: scrolling only copies it.

What lies over the cells (selection, what a gesture shows, headers) is no part of it, so that it does not cost the cells anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from fusenapp.ui.journey.layout import Rect
from fusenapp.ui.journey.scene import MANY, Scene, Shown, content_rect
from fusenapp.ui.journey.viewport import Viewport, whole

AHEAD = 128
"""Logical px that are painted at once in the direction of scrolling: with more, the frames that paint them stand out; with less,
there are more of them."""

KEPT = 512
"""Logical px that the picture reaches beyond what is in sight, on each side: the way back is only copied, and so is a way on that
there was time to paint before it was gone."""

PORTION = 6
"""How long a part that is painted in one go may be, in its widths."""

MEMORY = 32 * 1024 * 1024
"""Bytes beyond which it reaches less far, down to `AHEAD`."""

GRAIN = 4
"""The picture lies on every fourth logical px, which is a whole px of the device at 125, 150, 175 and 200 % too."""


PARTS = 64
"""Parts of a region beyond which taking out each costs more than painting everything anew."""


class Sheet:
    """A picture of a part of the board at one zoom.

    Its own measure are px of the device, from the top left of the board; ``_valid`` is what has been painted of it. The picture
    is used in a ring: what goes beyond its right edge stands at its left one, so nothing has to move when the part does.
    """

    def __init__(self, scene: Scene, ratio: float) -> None:
        self._scene, self.ratio = scene, ratio
        self._ahead = ceil(AHEAD * ratio)
        self._picture = QPixmap()
        self._area = QRect()
        self._valid = QRegion()
        self._key: tuple[object, ...] = ()
        self._content, self._in_sight = QRect(), QRect()
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
        sight, further = self._follow(view)
        region = region.intersected(self._content)
        everything = region.boundingRect() == self._content
        wanted = sight if everything else self._on_board(view, region.boundingRect())
        painted = QRegion()
        missing = QRegion(wanted) - self._valid
        if not missing.isEmpty():
            painted = self._paint(QRegion(further) - self._valid if everything else missing, view, shown)
        self._copy(painter, view, region)
        return painted

    def next_around(self, view: Viewport, bounds: Rect) -> QRect | None:
        """A part beyond what is in sight that is still to be painted, the nearest first; None if there is none.

        Args:
            bounds: the part of the board that can be scrolled to, board px.
        """
        sight, _ = self._follow(view)
        self._middle(sight)
        scale = view.zoom * self.ratio
        useful = self._area & QRectF(*(at * scale for at in bounds)).toAlignedRect()
        for way in range(self._ahead, self._picture.width(), self._ahead):
            around = sight.adjusted(-way, -way, way, way) & useful
            missing = QRegion(around) - self._valid
            if not missing.isEmpty():
                return self._portion(missing)
            if around == useful:
                break
        return None

    def fill(self, part: QRect, view: Viewport, shown: Shown) -> None:
        """Paint such a part."""
        self._paint(QRegion(part), view, shown)

    def board_rect(self, part: QRect, view: Viewport) -> Rect:
        """Such a part in board px."""
        scale = view.zoom * self.ratio
        return part.x() / scale, part.y() / scale, part.width() / scale, part.height() / scale

    def reach(self, view: Viewport) -> Rect:
        """The part of the board that the picture is of, board px."""
        return self.board_rect(self._area, view)

    def has(self, view: Viewport, rect: QRect) -> QRegion:
        """What of a rectangle (logical px of the surface) has been painted; outward."""
        painted = self._valid & self._on_board(view, rect)
        return self._logical(painted.translated(self._corner(view) - self._origin(view)))

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
        return self._on_device(rect).translated(self._origin(view) - self._corner(view))

    def _on_device(self, rect: QRect) -> QRect:
        """A rectangle of the surface in px of the device, outward."""
        if self.ratio == 1.0:
            return rect
        left, top = int(rect.x() * self.ratio // 1), int(rect.y() * self.ratio // 1)
        right, bottom = ceil((rect.x() + rect.width()) * self.ratio), ceil((rect.y() + rect.height()) * self.ratio)
        return QRect(left, top, right - left, bottom - top)

    def _follow(self, view: Viewport) -> tuple[QRect, QRect]:
        """Let the picture be of where the view is; gives what is in sight of the board, and that with what lies ahead of it."""
        key = view.zoom, view.left, view.top, view.width, view.height
        origin = self._origin(view)
        if key != self._key:
            self._key, self._valid, self._heading = key, QRegion(), QPoint()
            self._content = content_rect(view)
            self._in_sight = self._on_board(view, self._content).translated(-origin)
            size = self._size_for(self._in_sight.size())
            if self._picture.size() != size:
                self._picture = QPixmap(size)
                self._picture.setDevicePixelRatio(self.ratio)
            self._area.setSize(size)
            self._middle(self._in_sight.translated(origin))
        elif origin != self._seen:
            way = origin - self._seen
            self._heading = QPoint(_sign(way.x()), _sign(way.y()))
        self._seen = origin
        sight = self._in_sight.translated(origin)
        further = sight.united(sight.translated(self._heading * self._ahead))
        if not self._area.contains(further):
            self._move(further)
        return sight, further

    def _size_for(self, sight: QSize) -> QSize:
        """What is in sight, and as much around it as there is memory for; in whole steps."""
        kept = KEPT
        while True:
            room = 2 * ceil((kept + GRAIN) * self.ratio)
            corner = self._grained(QPoint(sight.width() + room, sight.height() + room))
            if corner.x() * corner.y() * 4 <= MEMORY or kept <= AHEAD:
                return QSize(corner.x(), corner.y())
            kept -= AHEAD

    def _grained(self, at: QPoint) -> QPoint:
        step = round(GRAIN * self.ratio)
        return QPoint(at.x() // step * step, at.y() // step * step)

    def _move(self, wanted: QRect) -> None:
        """Let the picture be of another part, no farther away than it must, so that as much as can be is kept for the way back."""
        step = round(GRAIN * self.ratio)
        self._area.moveTo(_along(self._area.x(), self._area.width(), wanted.x(), wanted.width(), step),
                          _along(self._area.y(), self._area.height(), wanted.y(), wanted.height(), step))
        self._valid &= self._area

    def _middle(self, sight: QRect) -> None:
        """Let there be as much room on one side of what is in sight as on the other; what is given up for that is the farthest."""
        self._area.moveTo(self._grained(sight.center() - QPoint(self._area.width(), self._area.height()) / 2))
        self._valid &= self._area

    def _portion(self, missing: QRegion) -> QRect:
        """As much of a region as is painted in one go."""
        first = next(iter(missing))  # pyright: ignore[reportCallIssue, reportArgumentType]
        if first.width() > first.height():
            return QRect(first.topLeft(), QSize(min(first.width(), PORTION * self._ahead), min(first.height(), self._ahead)))
        return QRect(first.topLeft(), QSize(min(first.width(), self._ahead), min(first.height(), PORTION * self._ahead)))

    def _pieces(self, rect: QRect) -> Iterator[tuple[QRect, QPoint]]:
        """The parts of a rectangle that lie together in the picture, each with the way from the board to there."""
        wide, high = self._picture.width(), self._picture.height()
        for row in range(rect.top() // high, rect.bottom() // high + 1):
            for column in range(rect.left() // wide, rect.right() // wide + 1):
                yield rect & QRect(column * wide, row * high, wide, high), QPoint(-column * wide, -row * high)

    # ---- painting

    def _paint(self, missing: QRegion, view: Viewport, shown: Shown) -> QRegion:
        """Paint a part; gives it in logical px of the surface."""
        for piece, way in self._pieces(missing.boundingRect()):
            part = missing & piece
            if not part.isEmpty():
                self._paint_piece(part, piece, way, view, shown)
        self._valid += missing
        return self._logical(missing.translated(self._corner(view) - self._origin(view)))

    def _paint_piece(self, part: QRegion, piece: QRect, way: QPoint, view: Viewport, shown: Shown) -> None:
        """Paint a part that lies together: within ``piece``, so far from its place on the board."""
        ratio, scale, corner = self.ratio, view.zoom * self.ratio, self._corner(view)
        grain = round(GRAIN * ratio)
        piece = QRect(self._grained(piece.topLeft() - QPoint(grain, grain)), piece.bottomRight() + QPoint(grain, grain))
        own = Viewport(view.left + piece.width() / ratio, view.top + piece.height() / ratio, view.zoom,
                       piece.x() / scale, piece.y() / scale, *view.header_widths)
        painter = QPainter(self._picture)
        painter.scale(1 / ratio, 1 / ratio)  # a clip in logical px would not be sharp at 125 %
        painter.setClipRegion(part.translated(way))
        painter.translate(piece.topLeft() + way - corner)
        painter.scale(ratio, ratio)
        self._scene.paint_content(painter, own, self._logical(part.translated(corner - piece.topLeft())), ratio, shown)
        painter.end()

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
        way = self._corner(view) - self._origin(view)
        many = region.rectCount() > MANY
        painter.setClipping(False)
        if many or self.ratio != int(self.ratio):
            painter.setClipRegion(region)
        painter.save()
        painter.scale(1 / self.ratio, 1 / self.ratio)
        for part in [region.boundingRect()] if many else region:  # pyright: ignore[reportGeneralTypeIssues]
            for piece, to_picture in self._pieces(self._on_device(QRect(part)).translated(-way)):
                painter.drawPixmap(piece.translated(way), self._picture, piece.translated(to_picture))
        painter.restore()


def _sign(way: int) -> int:
    return (way > 0) - (way < 0)


def _along(start: int, room: int, at: int, size: int, step: int) -> int:
    """Where room begins that has some part in it: where it did, or as near to that as can be, in whole steps."""
    return at // step * step if at < start else max(start, -((room - at - size) // step) * step)
