"""How the board gets onto the screen: what is drawn, what is copied, and what is put off until there is time.

Three ways: while the zoom changes, the picture from before is stretched; while the board is scrolled or something is moved over it, the
cells are copied from a sheet; otherwise what has changed is drawn.
"""

from __future__ import annotations

from time import perf_counter

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

AT_ONCE = 16
"""Stand-ins that get their pictures in one frame: about what its time is enough for."""

BREATH = 4
"""Milliseconds between two frames in which stand-ins get their pictures, so that input and what has been painted come first."""

PAUSE = 8
"""Milliseconds without scrolling in which what lies around is painted; at 60 frames a second that is between any two of them."""

SLICE, AHEAD_BREATH = 0.004, 2
"""Seconds after which no other part of that is begun, and milliseconds until it goes on."""


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
        self._headers_due = True
        """The cells are drawn first, and the headers in a frame after them: at the beginning, and when the zoom has come to rest."""
        self._begun = False
        self._parts: list[QRect] = []
        self._missing_timer = QTimer(self, singleShot=True)
        self._missing_timer.timeout.connect(self._draw_missing)
        self._ahead_timer = QTimer(self, singleShot=True)
        self._ahead_timer.timeout.connect(self._draw_ahead)
        self._headers_timer = QTimer(self, singleShot=True, interval=BREATH)
        self._headers_timer.timeout.connect(self._draw_headers)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.rest)

    @property
    def settled(self) -> bool:
        """True if everything in sight is drawn as it is to be."""
        waiting = self._headers_due or self._headers_timer.isActive() or self._missing_timer.isActive()
        return not (waiting or self.moving or self._board.scene.notes.missing)

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
        self._headers_due = True
        board.refresh(quiet_rect(board.port))

    def _draw_headers(self) -> None:
        """The headers, and after them the words of the notes."""
        self._board.refresh()
        self._missing_timer.start(2 * BREATH)
        self._ahead_timer.start(2 * BREATH)

    def forget(self, region: QRegion | None) -> None:
        """What the cells show has changed, everywhere or in a region (logical px)."""
        if self.sheet is not None:
            self.sheet.forget(self._board.port, region)

    def scrolled(self) -> None:
        """The view has been scrolled: from now on the cells are copied."""
        self._keep_sheet()
        self._board.refresh()
        self._ahead_timer.start(PAUSE)

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
        if not self._begun:
            self._begun = True
            region = self._without_headers(painter, region)
        if self.sheet is None or self.moving:
            board.scene.paint(painter, board.port, region, ratio, board.shown, moving=self.moving)
        else:
            with board.scene.notes.frame():
                painted = self.sheet.show(painter, board.port, region, board.shown)
            board.scene.paint_over(painter, board.port, region, ratio, board.shown)
        painter.end()
        self._renew_made(painted)
        if self._headers_due:
            self._headers_due = False
            self._headers_timer.start()
        elif board.scene.notes.missing and not (self._missing_timer.isActive() or self._headers_timer.isActive()):
            self._missing_timer.start(BREATH)

    def _without_headers(self, painter: QPainter, region: QRegion) -> QRegion:
        """Leave the headers' place bare; gives what else is to be painted."""
        cells = QRegion(quiet_rect(self._board.port))
        for part in region - cells:  # pyright: ignore[reportGeneralTypeIssues]
            painter.fillRect(QRect(part), color("surface"))
        return region & cells

    def _paint_edges(self, painter: QPainter) -> None:
        """At 125 or 150 % the last device px may be half the board's: whatever covers that half lies on this then, not on black."""
        board = self._board
        if board.devicePixelRatioF() != int(board.devicePixelRatioF()):
            painter.fillRect(board.width() - 1, 0, 2, board.height(), color("window"))
            painter.fillRect(0, board.height() - 1, board.width(), 2, color("window"))

    def _renew_made(self, painted: QRegion) -> None:
        """Notes that got their picture are painted anew where their stand-in is still to be seen, which it is not in ``painted``."""
        board, notes = self._board, self._board.scene.notes
        for slot in notes.made:
            box = self._box(slot)
            stale = (QRegion(box & board.rect()) if self.sheet is None else self.sheet.has(board.port, box)) - painted
            if not stale.isEmpty():
                board.update(stale)
        notes.made.clear()

    def _draw_missing(self) -> None:
        """Give stand-ins in sight their pictures, a few milliseconds' worth per frame."""
        board, notes, layout, overlay = self._board, self._board.scene.notes, self._board.scene.layout, self._board.shown.overlay
        dragged = board.scene.slots(overlay.dragged).tolist() if overlay.dragged else []
        seen = {*layout.notes_touching(board.port.visible).tolist(), *dragged}
        if self.sheet is None:
            notes.missing &= seen  # nothing else is kept of what was painted
        urgent = notes.missing & seen
        chosen = sorted(urgent, key=layout.y.__getitem__)[:AT_ONCE]  # side by side, so that little lies between them
        notes.missing.difference_update(chosen)  # those that there is no time for come back when they are painted
        if len(urgent) > len(chosen):
            self._missing_timer.start(BREATH)
        if notes.missing and not self._ahead_timer.isActive():
            self._ahead_timer.start(PAUSE)
        for slot in chosen:
            board.update(self._box(slot))
            if slot in dragged:
                board.refresh(self._box(slot).translated(*(round(way * board.port.zoom) for way in overlay.shift)))

    def _draw_ahead(self) -> None:
        """Paint what lies around what is in sight, so that scrolling there only copies it; a few milliseconds' worth at a time."""
        board, notes, layout, view, sheet = self._board, self._board.scene.notes, self._board.scene.layout, self._board.port, self.sheet
        if sheet is None or self.moving or board.busy:
            return
        if self._missing_timer.isActive():
            self._ahead_timer.start(PAUSE)
            return
        until, bounds = perf_counter() + SLICE, view.reachable(layout.width, layout.height)
        notes.missing &= {*layout.notes_touching(sheet.reach(view)).tolist()}
        done = self._prepare(sorted(notes.missing, key=layout.y.__getitem__), until)
        while done and perf_counter() < until:
            part = sheet.next_around(view, bounds)
            if part is None:
                return
            done = self._prepare(layout.notes_touching(sheet.board_rect(part, view)).tolist(), until)
            if done:
                sheet.fill(part, view, board.shown)
        self._ahead_timer.start(AHEAD_BREATH)

    def _prepare(self, slots: list[int], until: float) -> bool:
        """Make pictures of notes as long as there is time; False if that was too short."""
        board = self._board
        done = board.scene.notes.prepare(board.port, slots, board.devicePixelRatioF(), until)
        self._renew_made(QRegion())
        return done

    def _box(self, slot: int) -> QRect:
        """What a note covers of the surface, with its shadow and frame."""
        board = self._board
        return QRectF(*board.port.rect_to_screen(board.scene.layout.note_rect(slot))).toAlignedRect().adjusted(-2, -2, 4, 4)
