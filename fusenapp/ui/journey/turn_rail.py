"""The rail at the board's right edge while notes are dragged: tiles of what they can go into, and its spots beside them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fusenapp.i18n import translate
from fusenapp.ui.icons import draw_icon
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.turn_spots import Destination, Named
from fusenapp.ui.journey.turning import spots_for, turn_notes
from fusenapp.ui.theme import color, font

STRIP = 40.0
"""Width at rest, logical px."""
TILES, SPOTS = 164.0, 224.0
"""Widths of the two columns when it is open."""
TILE, LINE, HEAD = 44.0, 30.0, 34.0
"""Heights: of a tile, of a spot, of the heading above the spots."""
STEP = 10.0
"""How far the spots scroll per tick while the pointer rests at their end."""


class TurnRail(QWidget):
    """Follows the pointer of a drag; it takes no events of its own, the gesture asks it.

    Over a tile the usual spot of that thing is chosen, over a spot that one.
    """

    strip = STRIP

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._notes: tuple[str, ...] = ()
        self._things: list[Destination] = []
        self._thing = self._spot = -1
        self._scroll = 0.0
        self._open = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("Structure", "Turn notes into …"))
        self.hide()

    # ---- what a gesture asks

    def follow(self, at: QPointF, notes: tuple[str, ...]) -> bool:
        """The notes are dragged and the pointer is here (board's coordinates); True if the rail has it."""
        if not self.isVisible():
            self._notes, self._things, self._open = notes, [], False
            self._place()
            self.show()
        width = TILES + SPOTS if self._open else STRIP
        inside = self._board.width() - width <= at.x() < self._board.width() and 0 <= at.y() < self._board.height()
        if inside != self._open:
            self._turn(inside)
        if inside:
            self._point(at)
        return inside

    def tick(self, at: QPointF) -> None:
        """Scroll the spots while the pointer rests at their upper or lower end."""
        if not self._open or self._thing < 0 or at.x() - self.x() >= SPOTS:
            return
        most = max(0.0, len(self._things[self._thing].spots) * LINE + HEAD - self.height())
        change = -STEP if at.y() < HEAD + LINE else STEP if at.y() > self.height() - LINE else 0.0
        wanted = min(max(self._scroll + change, 0.0), most)
        if wanted != self._scroll:
            self._scroll = wanted
            self._point(at)
            self.update()

    def drop(self) -> bool:
        """The notes are let go: turn them into what the pointer is on; False if the rail does not have the pointer."""
        had, chosen, notes = self._open and self.isVisible(), self.chosen, self._notes
        self.end()
        if chosen is not None:
            turn_notes(self._board, notes, *chosen)
        return had

    def end(self) -> None:
        """The drag is over."""
        self.hide()
        self._open, self._thing, self._spot, self._scroll = False, -1, -1, 0.0

    @property
    def chosen(self) -> tuple[Destination, Named] | None:
        """The thing and its spot under the pointer."""
        if not self._open or not 0 <= self._thing < len(self._things) or self._spot < 0:
            return None
        thing = self._things[self._thing]
        return thing, thing.spots[self._spot]

    # ---- where things are

    def _place(self) -> None:
        width = TILES + SPOTS if self._open else STRIP
        self.setGeometry(round(self._board.width() - width), 0, round(width), self._board.height())
        self.raise_()

    def _turn(self, wanted: bool) -> None:
        """Open or close; what can be chosen is looked up when it is first opened."""
        if wanted and not self._things:
            self._things = spots_for(self._board, self._notes)
        self._open, self._thing, self._spot, self._scroll = wanted, -1, -1, 0.0
        self._place()
        self.update()

    @property
    def _tile(self) -> float:
        return min(TILE, (self.height() - HEAD) / max(1, len(self._things)))

    def _point(self, at: QPointF) -> None:
        x, before = at.x() - self.x(), (self._thing, self._spot)
        if x >= SPOTS:
            thing = int((at.y() - HEAD) // self._tile)
            if 0 <= thing < len(self._things):
                if thing != self._thing:
                    self._scroll = 0.0
                self._thing, self._spot = thing, self._things[thing].usual
        elif self._thing >= 0:
            spot = int((at.y() - HEAD + self._scroll) // LINE) if at.y() >= HEAD else -1
            self._spot = spot if 0 <= spot < len(self._things[self._thing].spots) else -1
        if (self._thing, self._spot) != before:
            self.update()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color("surface"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), color("border"))
        if self._open:
            self._paint_tiles(painter)
            if self._thing >= 0:
                self._paint_spots(painter, self._things[self._thing])
        else:
            self._paint_strip(painter)

    def _paint_strip(self, painter: QPainter) -> None:
        """At rest: an arrow into things, and the words along the edge."""
        draw_icon(painter, QRectF(STRIP / 2 - 9, 14, 18, 18), "merge", color("accent"))
        painter.save()
        painter.translate(STRIP / 2, 46)
        painter.rotate(90)
        painter.setFont(font(12, bold=True))
        painter.setPen(color("accent"))
        painter.drawText(QRectF(0, -10, self.height() - 60, 20), Qt.AlignmentFlag.AlignVCenter, translate("Structure", "Turn into … (Ctrl+T)"))
        painter.restore()

    def _paint_tiles(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(SPOTS, 0, 1, self.height()), color("border"))
        _words(painter, QRectF(SPOTS + 12, 0, TILES - 16, HEAD), translate("Structure", "Turn %n note(s)", n=len(self._notes)), 11, "text3")
        for at, thing in enumerate(self._things):
            box = QRectF(SPOTS + 4, HEAD + at * self._tile + 1, TILES - 8, self._tile - 2)
            here = at == self._thing
            if here:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("accentW"))
                painter.drawRoundedRect(box, 6, 6)
            token = "accent" if here else "text"
            draw_icon(painter, QRectF(box.x() + 8, box.center().y() - 8, 16, 16), thing.icon, color(token))
            _words(painter, box.adjusted(30, 0, -4, 0), thing.name, 12, token, bold=here)

    def _paint_spots(self, painter: QPainter, thing: Destination) -> None:
        painter.setClipRect(QRectF(1, HEAD, SPOTS - 1, self.height() - HEAD))
        for at, spot in enumerate(thing.spots):
            box = QRectF(6, HEAD + at * LINE - self._scroll, SPOTS - 12, LINE)
            if at == self._spot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("accentW"))
                painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
            _words(painter, box.adjusted(10 + 14 * min(spot.depth, 6), 0, -6, 0), spot.name, 13, "accent" if at == self._spot else "text",
                   bold=at == self._spot)
        painter.setClipping(False)
        _words(painter, QRectF(16, 0, SPOTS - 24, HEAD), thing.name, 11, "text3")


def _words(painter: QPainter, box: QRectF, text: str, size: int, token: str, *, bold: bool = False) -> None:
    face = font(size, bold=bold)
    painter.setFont(face)
    painter.setPen(color(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width())))
