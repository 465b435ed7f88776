"""The window onto the board: zoom and scroll, and the frozen headers at the top and left."""

from __future__ import annotations

from math import floor

from fusenapp.ui.journey.layout import Rect

ZOOM_LEAST, ZOOM_MOST = 0.05, 4.0
HEAD_HEIGHT = 44.0
LANE_WIDTHS, ROLE_WIDTHS = (52.0, 92.0), (44.0, 84.0)
"""Narrowest and widest columns of the lane header: as wide as the longest word in them."""

MARGIN = 160.0
"""How far one may scroll beyond the board, screen px."""


HALF = 0.5 + 1e-6
"""A little more than a half, so that what lies on a half is rounded up however it was reckoned."""


def whole(at: float) -> int:
    """The nearest whole px; halves always up, so that what lies on a half moves evenly when the board is scrolled."""
    return floor(at + HALF)


class Viewport:
    """Sizes in logical screen px; ``x``, ``y`` is the board point at the top left of the cells.

    ``head_scale`` is the scale of the headers, which follow the zoom only so far that they stay readable;
    ``left`` and ``top`` are the width of the frozen lane header and the height of the frozen phase header.
    """

    __slots__ = ("_lane_width", "_role_width", "_zoom", "head_scale", "height", "left", "top", "width", "x", "y")

    def __init__(self, width: float = 800.0, height: float = 600.0, zoom: float = 1.0, x: float = 0.0, y: float = 0.0,
                 lane_width: float = LANE_WIDTHS[0], role_width: float = ROLE_WIDTHS[0]) -> None:
        self.width, self.height, self.x, self.y = width, height, x, y
        self._zoom, self._lane_width, self._role_width = zoom, lane_width, role_width
        self._measure()

    @property
    def zoom(self) -> float:
        """Screen px per board px."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._measure()

    @property
    def header_widths(self) -> tuple[float, float]:
        """Widths of the columns for lanes and for roles at 100 %."""
        return self._lane_width, self._role_width

    @header_widths.setter
    def header_widths(self, widths: tuple[float, float]) -> None:
        if widths != (self._lane_width, self._role_width):
            self._lane_width, self._role_width = widths
            self._measure()

    def _measure(self) -> None:
        self.head_scale = min(max(self._zoom, 0.8), 1.5)
        self.left = float(whole((self._lane_width + self._role_width) * self.head_scale))
        self.top = float(whole(HEAD_HEIGHT * self.head_scale))

    @property
    def visible(self) -> Rect:
        """The part of the board that is to be seen."""
        return self.x, self.y, max(self.width - self.left, 0) / self.zoom, max(self.height - self.top, 0) / self.zoom

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Board point → screen point."""
        return self.left + (x - self.x) * self._zoom, self.top + (y - self.y) * self._zoom

    def to_board(self, x: float, y: float) -> tuple[float, float]:
        """Screen point → board point."""
        return (x - self.left) / self.zoom + self.x, (y - self.top) / self.zoom + self.y

    def rect_to_screen(self, rect: Rect) -> Rect:
        """Board rectangle → screen rectangle."""
        x, y = self.to_screen(rect[0], rect[1])
        return x, y, rect[2] * self.zoom, rect[3] * self.zoom

    def zoom_at(self, zoom: float, sx: float, sy: float) -> None:
        """Change the zoom so that the board point under a screen point stays there."""
        bx, by = self.to_board(sx, sy)
        self.zoom = min(max(zoom, ZOOM_LEAST), ZOOM_MOST)
        self.x = bx - (sx - self.left) / self.zoom
        self.y = by - (sy - self.top) / self.zoom

    def scroll(self, dx: float, dy: float) -> None:
        """Move the board by screen px (right and down are positive: the content moves the other way)."""
        self.x += dx / self.zoom
        self.y += dy / self.zoom

    def limit(self, board_w: float, board_h: float) -> None:
        """Keep some of the board in sight."""
        _, _, w, h = self.visible
        spare = MARGIN / self.zoom
        self.x = min(max(self.x, -spare * 0.25 if board_w > w else 0.0), max(0.0, board_w + spare - w))
        self.y = min(max(self.y, 0.0), max(0.0, board_h + spare - h))

    def reachable(self, board_w: float, board_h: float) -> Rect:
        """What can come into sight at this zoom within those limits, board px; a px more, since views are put on whole ones."""
        spare, px = MARGIN / self.zoom, 1 / self.zoom
        _, _, w, h = self.visible
        left = -spare * 0.25 - px
        return left, -px, max(board_w + spare, w) + px - left, max(board_h + spare, h) + 2 * px

    def snap(self, ratio: float = 1.0) -> None:
        """Put the view on whole px of the device, of which there are ``ratio`` for each px of the screen."""
        scale = self.zoom * ratio
        self.x, self.y = whole(self.x * scale) / scale, whole(self.y * scale) / scale

    def fit(self, rect: Rect, margin: float = 24.0, most: float = 1.0) -> None:
        """Show a rectangle as large as it goes, up to the zoom ``most``."""
        x, y, w, h = rect
        for _ in range(2):  # the headers' size depends on the zoom
            zoom = min((self.width - self.left - margin) / max(w, 1.0), (self.height - self.top - margin) / max(h, 1.0))
            self.zoom = min(max(zoom, ZOOM_LEAST), most)
        _, _, vw, vh = self.visible
        self.x = x - max(0.0, (vw - w) / 2) if w < vw and x > 0 else x
        self.y = y - max(0.0, (vh - h) / 2) if h < vh and y > 0 else y

    def reveal(self, rect: Rect, margin: float = 16.0) -> bool:
        """Scroll as little as needed to show a rectangle; True if it moved."""
        before = self.x, self.y
        x, y, w, h = rect
        _, _, vw, vh = self.visible
        spare = margin / self.zoom
        self.x = min(max(self.x, x + w + spare - vw), max(0.0, x - spare))
        self.y = min(max(self.y, y + h + spare - vh), max(0.0, y - spare))
        return (self.x, self.y) != before
