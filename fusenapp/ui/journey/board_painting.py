"""How the board gets onto the screen: what is drawn, what is copied, and what is put off until there is time.

Three ways: while the zoom changes, the picture from before is stretched; while the board is scrolled or something is moved over it, the
cells are copied from a sheet; otherwise what has changed is drawn.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion

from fusenapp.ui.journey.rectangles import gathered
from fusenapp.ui.journey.scene import Overlay, emotion_rects, quiet_rect, with_frame
from fusenapp.ui.journey.sheet import Sheet
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.zoom_picture import ZoomPicture
from fusenapp.ui.theme import color

SETTLE = 120
"""Milliseconds after the last zoom step until notes are drawn sharp again."""

AT_ONCE, AHEAD_AT_ONCE = 16, 6
"""Stand-ins that get their pictures in one frame: about what its time is enough for; and of those that are not in sight yet."""

BREATH, AHEAD_BREATH = 4, 8
"""Milliseconds between two frames in which stand-ins get their pictures, in sight and not yet, so that input and what has been
painted come first."""


class BoardPainting(QObject):
    """Paints one board."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self.picture: ZoomPicture | None = None
        """What is stretched while the zoom changes."""
        self.sheet: Sheet | None = None
        """What the cells are copied from; made when something first moves."""
        self.moving = False
        """The zoom is changing."""
        self._parts: list[QRect] = []
        self._missing_timer = QTimer(self, singleShot=True)
        self._missing_timer.timeout.connect(self._draw_missing)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.rest)

    @property
    def settled(self) -> bool:
        """True if everything in sight is drawn as it is to be."""
        return not self._board.scene.notes.missing and not self._missing_timer.isActive() and not self.moving

    # ---- what changes

    def hold(self) -> None:
        """Before the zoom changes: what is to be seen now is stretched until it rests."""
        board = self._board
        if self.picture is None and board.isVisible() and not board.busy:
            self.picture = ZoomPicture(board.scene, board.port, board.size(), board.devicePixelRatioF(), board.shown)

    def zoomed(self) -> None:
        """The zoom has changed."""
        self.moving = True
        self._settle.start()

    def rest(self) -> None:
        """The zoom rests: draw sharply, one after the other the cells, the headers and the words of the notes."""
        board = self._board
        self.moving, self.picture = False, None
        self.forget(None)
        board.refresh(quiet_rect(board.port))
        QTimer.singleShot(BREATH, board, board.refresh)
        self._missing_timer.start(3 * BREATH)

    def forget(self, region: QRegion | None) -> None:
        """What the cells show has changed, everywhere or in a region (logical px)."""
        if self.sheet is not None:
            self.sheet.forget(self._board.port, region)

    def scrolled(self) -> None:
        """The view has been scrolled: from now on the cells are copied."""
        self._keep_sheet()
        self._board.refresh()

    def _keep_sheet(self) -> None:
        """From now on the cells are kept as a picture: something moves over them, or they move."""
        ratio = self._board.devicePixelRatioF()
        if self.sheet is None or self.sheet.ratio != ratio:
            self.sheet = Sheet(self._board.scene, ratio)

    def overlaid(self, before: Overlay, overlay: Overlay) -> None:
        """A gesture wants something else to be seen than before: draw what differs."""
        board, scene, port = self._board, self._board.scene, self._board.port
        self.picture = None
        if overlay.dragged or overlay.band:
            self._keep_sheet()
        if (before.dragged, before.copying) != (overlay.dragged, overlay.copying):
            for rect in (scene.bounds(before.dragged), scene.bounds(overlay.dragged)):
                if rect is not None:
                    board.update(with_frame(port, rect))
        if before.knot != overlay.knot:
            for rect in emotion_rects(scene):
                board.update(with_frame(port, rect))
        self.refresh(scene.overlay_rects(port, before, overlay))

    def refresh(self, parts: list[QRect] | None) -> None:
        """What lies over the cells looks different in these parts; None for everywhere.

        Until the next frame they are gathered: one rectangle that covers a little more is drawn quicker than several.
        """
        if parts is None:
            self._board.refresh()
            return
        self._parts = gathered([*self._parts, *parts])
        for part in self._parts:
            self._board.refresh(part)

    # ---- painting

    def paint(self, event: QPaintEvent) -> None:
        """Paint what the event asks for."""
        self._parts = []
        board = self._board
        painter, region, ratio = QPainter(board), event.region(), board.devicePixelRatioF()
        if self.moving and self.picture is not None:
            self.picture.paint(painter, board.port, board.shown)
            painter.end()
            return
        self._paint_edges(painter)
        painted = region
        if self.sheet is None or self.moving:
            board.scene.paint(painter, board.port, region, ratio, board.shown, moving=self.moving)
        else:
            with board.scene.notes.frame():
                painted = self.sheet.show(painter, board.port, region, board.shown)
            board.scene.paint_over(painter, board.port, region, ratio, board.shown)
        painter.end()
        self._paint_rest(painted)

    def _paint_edges(self, painter: QPainter) -> None:
        """At 125 or 150 % the last device px may be half the board's: whatever covers that half lies on this then, not on black."""
        board = self._board
        if board.devicePixelRatioF() != int(board.devicePixelRatioF()):
            painter.fillRect(board.width() - 1, 0, 2, board.height(), color("window"))
            painter.fillRect(0, board.height() - 1, board.width(), 2, color("window"))

    def _paint_rest(self, painted: QRegion) -> None:
        """Paint the rest of notes that got their picture while only part of them was painted; see that the others get theirs."""
        board, notes = self._board, self._board.scene.notes
        for slot in notes.made:
            box = QRegion(self._box(slot) if self.sheet is not None else self._box(slot).intersected(board.rect()))
            if not (box - painted).isEmpty():
                board.update(box)
        notes.made.clear()
        if notes.missing and not self.moving and not self._missing_timer.isActive():
            self._missing_timer.start(BREATH)

    def _draw_missing(self) -> None:
        """Give stand-ins their pictures, a few milliseconds' worth per frame; those in sight first."""
        board, notes, layout, overlay = self._board, self._board.scene.notes, self._board.scene.layout, self._board.shown.overlay
        dragged = board.scene.slots(overlay.dragged).tolist() if overlay.dragged else []
        seen = {*layout.notes_touching(board.port.visible).tolist(), *dragged}
        ahead = set() if self.sheet is None else {*layout.notes_touching(self.sheet.reach(board.port)).tolist()}
        notes.missing &= seen | ahead
        urgent = notes.missing & seen
        most = AT_ONCE if urgent else AHEAD_AT_ONCE
        chosen = sorted(urgent or notes.missing, key=layout.y.__getitem__)[:most]  # side by side, so that little lies between them
        notes.missing.difference_update(chosen)  # those that there is no time for come back when they are painted
        if notes.missing:
            self._missing_timer.start(BREATH if urgent else AHEAD_BREATH)
        for slot in chosen:
            board.update(self._box(slot))
            if slot in dragged:
                board.refresh(self._box(slot).translated(*(round(way * board.port.zoom) for way in overlay.shift)))
        if self.sheet is not None and not self.moving and not urgent:
            notes.hasten()
            with notes.frame():
                painted = self.sheet.prepare(board.port, board.shown)
            self._paint_rest(painted)

    def _box(self, slot: int) -> QRect:
        """What a note covers of the surface, with its shadow and frame."""
        board = self._board
        return QRectF(*board.port.rect_to_screen(board.scene.layout.note_rect(slot))).toAlignedRect().adjusted(-2, -2, 4, 4)
