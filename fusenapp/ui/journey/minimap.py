"""The whole board small in a corner: shows which part is in sight, and goes elsewhere by a click."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from fusenapp.i18n import translate
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.viewport import Viewport
from fusenapp.ui.theme import color

LARGEST = QSize(220, 180)
NARROWEST = 84.0
"""A long board is drawn wider than it is, so that its phases can be told apart."""

MARGIN = 12
FRAME = 3.0


class Minimap(QWidget):
    """Lies over the lower right corner of the board. Everything it does the keyboard does otherwise (arrows, Ctrl+1, Ctrl+2)."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._picture: QPixmap | None = None
        self._key: tuple[object, ...] = ()
        self.setObjectName("minimap")
        self.setAccessibleName(translate("Board", "Overview of the board"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        board.scrolled.connect(self.follow)
        board.renewed.connect(self.follow)

    def show_map(self, shown: bool) -> None:
        """Show or hide it."""
        self.setVisible(shown)
        self.follow()

    def follow(self) -> None:
        """The view or the board has changed."""
        if self.isVisible():
            self._place()
            self.update()

    def _place(self) -> None:
        wide, high = self._across * self._board.scene.layout.width, self._scale * self._board.scene.layout.height
        size = QSize(round(wide + 2 * FRAME), round(high + 2 * FRAME))
        corner = self._board.rect().bottomRight()
        self.setGeometry(QRect(corner.x() - MARGIN - size.width(), corner.y() - MARGIN - size.height(), size.width(), size.height()))

    @property
    def _scale(self) -> float:
        layout = self._board.scene.layout
        return min((LARGEST.width() - 2 * FRAME) / max(layout.width, 1.0), (LARGEST.height() - 2 * FRAME) / max(layout.height, 1.0))

    @property
    def _across(self) -> float:
        """The scale across; down it is ``_scale``."""
        return max(self._scale, min(NARROWEST / max(self._board.scene.layout.width, 1.0), 1.0))

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("surface"))
        painter.drawPixmap(QPointF(FRAME, FRAME), self._whole())
        painter.setPen(QPen(color("borderS"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QPen(color("focus"), 2))
        fill = QColor(color("focus"))
        fill.setAlphaF(0.10)
        painter.setBrush(fill)
        painter.drawRect(self.window_rect())

    def window_rect(self) -> QRectF:
        """Where the part in sight is, px of this widget."""
        x, y, w, h = self._board.port.visible
        across, scale = self._across, self._scale
        found = QRectF(FRAME + x * across, FRAME + y * scale, w * across, h * scale)
        return found.intersected(QRectF(self.rect()).adjusted(1, 1, -2, -2))

    def _whole(self) -> QPixmap:
        board = self._board
        ratio = self.devicePixelRatioF()
        key = (board.scene.layout.version, board.model.colour.tobytes(), self.size(), ratio, color("surface").name())
        if self._picture is None or key != self._key:
            self._key, self._picture = key, self._draw(ratio)
        return self._picture

    def _draw(self, ratio: float) -> QPixmap:
        layout = self._board.scene.layout
        view = Viewport(0.0, 0.0, self._scale)
        view.width, view.height = layout.width * self._scale + view.left, layout.height * self._scale + view.top
        made = QPixmap(QSize(max(1, round(layout.width * self._across)), max(1, round(layout.height * self._scale))) * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(color("surface"))
        painter = QPainter(made)
        painter.scale(self._across / self._scale, 1.0)
        painter.translate(-view.left, -view.top)
        clip = QRect(int(view.left), int(view.top), int(view.width) + 2, int(view.height) + 2)
        self._board.scene.paint_map(painter, view, clip, ratio)
        painter.end()
        return made

    # ---- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        """The middle of what is in sight is where the pointer is."""
        _, _, w, h = self._board.port.visible
        self._board.scroll_to((at.x() - FRAME) / self._across - w / 2, (at.y() - FRAME) / self._scale - h / 2)
