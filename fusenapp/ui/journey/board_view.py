"""The board's surface: one painted widget, fed by the document, driven by mouse, keyboard and input method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from fusenapp.document import Changes
from fusenapp.domain.journey_gaps import Gap, looking
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.journey import bringing_in, menus, navigation, text_fit
from fusenapp.ui.journey.board_commands import BoardCommands
from fusenapp.ui.journey.board_model import Cell, Patch
from fusenapp.ui.journey.faces import origin_words
from fusenapp.ui.journey.keys import Keys
from fusenapp.ui.journey.layout import Rect
from fusenapp.ui.journey.link_picker import LinkPicker
from fusenapp.ui.journey.list_popup import ListPopup
from fusenapp.ui.journey.minimap import Minimap
from fusenapp.ui.journey.pointer import Pointer
from fusenapp.ui.journey.scene import (
    HANDLES_FROM,
    Overlay,
    compact,
    content_rect,
    emotion_rects,
    overview,
    quiet_rect,
    with_frame,
)
from fusenapp.ui.journey.sheet import Sheet
from fusenapp.ui.journey.surface import Board, Rail
from fusenapp.ui.journey.writing import Writing
from fusenapp.ui.journey.zoom_picture import ZoomPicture
from fusenapp.ui.theme import color

SETTLE = 120
"""Milliseconds after the last zoom step until notes are drawn sharp again."""

AT_ONCE, AHEAD_AT_ONCE = 16, 6
"""Stand-ins that get their pictures in one frame: about what its time is enough for; and of those that are not in sight yet."""

OUT_FIRST = 4
"""Milliseconds for a frame that shows everything to reach the screen before more is drawn."""

NO_PX = 1e-3
"""Parts of a px that are none."""

FIRST_LEAST = 0.75
"""The board opens at a smaller zoom than 100 %, down to this, if that shows all phases."""

GAPS_AFTER = 200
"""Milliseconds after an edit until the hints are looked for again."""

GAPS_SLICE, GAPS_PAUSE = 0.004, 12
"""Seconds that are spent on the hints in one go, and milliseconds until the next."""

GAPS_SLOWER = 5
"""One more millisecond for so many notes: the hints read them all, and on a huge board they must not get in the way of writing."""


class BoardView(Board):
    """The board as a widget: paints the scene, takes keys and mouse, follows the document."""

    def __init__(self, context: UiContext, journey: str, parent: QWidget | None = None) -> None:
        text_fit.forget()
        super().__init__(context, journey, parent)
        self.writing = Writing(self)
        self.commands = BoardCommands(self, self.writing)
        self.pointer = Pointer(self, self.commands)
        self.keys = Keys(self, self.commands, self.pointer, self.writing)
        self.minimap = Minimap(self)
        self._moving = False
        self._picture: ZoomPicture | None = None
        self._sheet: Sheet | None = None
        self._sized = False
        self._rail: Rail | None = None
        self._prepare_widget()
        self._prepare_timers()
        self.selection.changed.connect(self._selected)
        self.writing.stepped.connect(self.commands.step_note)
        self.writing.stacked.connect(self.commands.stack_note)
        context.bridge.changed.connect(self._changed)
        context.department_changed.connect(self.read_again)
        context.presenting_changed.connect(self.read_again)
        self._gap_timer.start()

    def _prepare_widget(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(320, 240))
        self.setObjectName("board")
        self.setAccessibleName(translate("Board", "Journey board"))
        bringing_in.TableDrops(self)

    def _prepare_timers(self) -> None:
        self._missing_timer = QTimer(self, singleShot=True)
        self._missing_timer.timeout.connect(self._draw_missing)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._settled)
        self._gap_timer = QTimer(self, singleShot=True, interval=GAPS_AFTER)
        self._gap_timer.timeout.connect(self._look_for_gaps)

    # ---- what others change

    def _changed(self, changes: Changes) -> None:
        touched: dict[tuple[str, str], Any] = dict.fromkeys((*changes.added, *changes.removed)) | dict(changes.updated)
        self.selection.hold()
        patch = self.model.patch(self.context.snapshot(), touched)
        if not patch:
            return
        before = self._origin()
        self._picture = None
        self.show_patch(patch)
        self.writing.restore()
        self.selection.prune()
        self._gap_timer.start(GAPS_AFTER + len(self.model.slot_of) // GAPS_SLOWER)
        self._limit()
        self.writing.place()
        self.shown.selected = self.selection.flags() if self.selection.count else None
        self.shown.handles = self._handle_slot()
        if patch.structure or patch.emotion:
            self.renewed.emit()
        self.scrolled.emit()
        self.selection_changed.emit()
        if self._origin() != before:
            self.refresh()

    def show_patch(self, patch: Patch) -> None:
        """The model was patched: draw what that changes."""
        places = self.scene.patch(patch)
        if places is None:
            self.update()
        else:
            for place in places:
                self.update(with_frame(self.port, place))

    def read_again(self, *_: object) -> None:
        """Somebody else looks now: what is covered, and whose votes are seen, is another matter."""
        self.writing.finish()
        self.selection.hold()
        self.model.load(self.context.snapshot(), self.model.journey)
        self._renew()

    def show_phase(self, phase: str, width: float = 0.0) -> None:
        """Show one phase alone, so many logical px wide; without one all of them, each at least so wide."""
        if (phase, width) != (self.model.only_phase, self.model.only_width):
            self.writing.finish()
            self.selection.go(None)
            self.model.show_phase(phase, width, self.context.snapshot())
            self._renew()

    def _renew(self) -> None:
        self.scene.renew()
        self.selection.prune()
        self._picture = None
        self._limit()
        self._look_for_gaps()
        self.renewed.emit()
        self.update()

    def show_roles(self, hidden: set[str]) -> None:
        """Hide some roles' rows and curves."""
        self.writing.finish()
        self.model.show_roles(hidden, self.context.snapshot())
        self.scene.renew()
        self.selection.prune()
        self._limit()
        self._look_for_gaps()
        self.update()

    def open_journey(self, journey: str) -> None:
        """Show another journey."""
        self.writing.finish()
        self.selection.go(None)
        self.model.load(self.context.snapshot(), journey)
        self.scene.renew()
        self.port.x = self.port.y = 0.0
        self._limit()
        self._gap_timer.start()
        self.renewed.emit()
        self.update()

    def _look_for_gaps(self) -> None:
        """Look for the hints anew: a small board at once, a large one in slices, so that no frame waits for it."""
        self._gap_timer.stop()
        roles = [role.id for role in self.model.shown_roles if role.id]
        self._gap_search = iter(()) if self.context.presenting else looking(self.context.snapshot(), self.model.journey, roles)
        self._gaps_found: list[Gap] = []
        self._look_further(self._gap_search)

    def _look_further(self, search: Iterator[Gap | None]) -> None:
        until = perf_counter() + GAPS_SLICE
        for gap in search:
            if gap is not None:
                self._gaps_found.append(gap)
            elif perf_counter() > until:
                self._look_later(search)
                return
        if self.pointer.down:  # new hints move the board, and nothing may move below a gesture
            self._look_later(search)
            return
        if self._gaps_found != self.gaps:
            self.gaps = self.shown.gaps = self._gaps_found
            self.update()
        self.gaps_changed.emit()

    def _look_later(self, search: Iterator[Gap | None]) -> None:
        QTimer.singleShot(GAPS_PAUSE, self, lambda: self._look_further(search) if search is self._gap_search else None)

    # ---- the view

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom, holding the point under ``at`` (or the middle) still."""
        at = at or QPointF(self.port.left + (self.width() - self.port.left) / 2, self.height() / 2)
        self._hold_picture()
        self.port.zoom_at(zoom, at.x(), at.y())
        self._viewed(zooming=True)

    def fit(self, rect: Rect | None = None, most: float = 1.0) -> None:
        """Show a rectangle of the board, or all of it."""
        self._hold_picture()
        self.port.fit(rect or overview(self.scene), most=most)
        self._viewed(zooming=True)

    def _hold_picture(self) -> None:
        """Before the zoom changes: what is to be seen now is stretched until it rests."""
        if self._picture is None and self.isVisible() and not self.pointer.busy:
            self._picture = ZoomPicture(self.scene, self.port, self.size(), self.devicePixelRatioF(), self.shown)

    def scroll_by(self, dx: float, dy: float) -> None:
        """Scroll by screen px."""
        before = self._origin()
        self.port.scroll(dx, dy)
        self._scrolled_from(before)

    def scroll_to(self, x: float, y: float) -> None:
        """Put a board point at the top left."""
        before = self._origin()
        self.port.x, self.port.y = x, y
        self._scrolled_from(before)

    def _origin(self) -> tuple[float, float]:
        return self.port.x * self.port.zoom, self.port.y * self.port.zoom

    def _scrolled_from(self, before: tuple[float, float]) -> None:
        """Move what is on the surface, and copy only the strips that come into sight; the headers are drawn anew."""
        self._limit()
        x, y = self._origin()
        dx, dy = before[0] - x, before[1] - y
        if not dx and not dy:
            return
        kept = self._keep_sheet()
        self.writing.place()
        self.scrolled.emit()
        quiet = quiet_rect(self.port)
        if not kept or not self._can_shift(dx, dy, quiet):
            self.refresh()
            return
        self.scroll(round(dx), round(dy), quiet)
        self.refresh(QRegion(content_rect(self.port)) - quiet)
        if round(dx):
            self.refresh(0, 0, self.width(), int(self.port.top) + 1)
        if round(dy):
            self.refresh(0, 0, int(self.port.left) + 1, self.height())

    def _can_shift(self, dx: float, dy: float, quiet: QRect) -> bool:
        """True if what is on the surface may be moved as it is: by whole px, nothing lies over it, and some of it stays in sight."""
        whole_px = self.devicePixelRatioF() == int(self.devicePixelRatioF()) and max(abs(dx - round(dx)), abs(dy - round(dy))) < NO_PX
        edited = self.writing.active or self.commands.grid.name_editor is not None or self.commands.arrange.label_editor is not None
        covered = self._moving or edited or self.pointer.busy or self.minimap.isVisible()
        return whole_px and not covered and abs(dx) < quiet.width() and abs(dy) < quiet.height()

    def reveal_note(self, id: str) -> None:
        """Scroll as little as needed to see a note."""
        slot = self.model.slot_of.get(id)
        if slot is not None and self.model.row[slot] >= 0 and self.port.reveal(self.scene.layout.note_rect(slot)):
            self._viewed()

    def reveal_cell(self, cell: Cell) -> None:
        """Scroll as little as needed to see a cell."""
        if self.port.reveal(self.scene.layout.cell_rect(cell)):
            self._viewed()

    def _viewed(self, *, zooming: bool = False) -> None:
        self._limit()
        if zooming:
            self._moving = True
            self._settle.start()
            self.zoom_changed.emit(self.port.zoom)
            self.shown.handles = self._handle_slot()
        self.writing.place()
        self.scrolled.emit()
        self.refresh()

    def _first_zoom(self) -> None:
        """Begin with all phases in sight, where that leaves the text readable."""
        room = self.port.width - self.port.left - 16
        if self.port.zoom == 1.0 and FIRST_LEAST <= room / max(self.scene.layout.width, 1.0) < 1.0:
            self.port.zoom = int(room / self.scene.layout.width * 100) / 100
            self.zoom_changed.emit(self.port.zoom)

    def _limit(self) -> None:
        self.port.header_widths = self.scene.headers.widths()
        self.port.limit(self.scene.layout.width, self.scene.layout.height)
        self.port.snap(self.devicePixelRatioF())

    def _settled(self) -> None:
        self._moving, self._picture = False, None
        self.update()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, region, ratio = QPainter(self), event.region(), self.devicePixelRatioF()
        self.shown.focused = self.hasFocus()
        if self._moving and self._picture is not None:
            self._picture.paint(painter, self.port, self.shown)
            painter.end()
            return
        self._paint_edges(painter)
        painted = region
        if self._sheet is None or self._moving:
            self.scene.paint(painter, self.port, region, ratio, self.shown, moving=self._moving)
        else:
            painted = self._sheet.show(painter, self.port, region, self.shown)
            self.scene.paint_over(painter, self.port, region, ratio, self.shown)
        painter.end()
        self.commands.pasting.painted()
        self._paint_rest(painted)

    def update(self, *part: Any) -> None:
        """What the cells show has changed: everywhere, or in a region (logical px)."""
        if self._sheet is not None:
            self._sheet.forget(self.port, _region(part) if part else None)
        super().update(*part)

    def refresh(self, *part: Any) -> None:
        """What lies over the cells has changed, or the view of them."""
        super().update(*part)

    def _keep_sheet(self) -> bool:
        """From now on the cells are kept as a picture: something moves over them, or they move. True if they were before."""
        kept = self._sheet is not None and self._sheet.ratio == self.devicePixelRatioF()
        if not kept:
            self._sheet = Sheet(self.scene, self.devicePixelRatioF())
        return kept

    def _paint_edges(self, painter: QPainter) -> None:
        """At 125 or 150 % the last device px may be half the board's: whatever covers that half lies on this then, not on black."""
        if self.devicePixelRatioF() != int(self.devicePixelRatioF()):
            painter.fillRect(self.width() - 1, 0, 2, self.height(), color("window"))
            painter.fillRect(0, self.height() - 1, self.width(), 2, color("window"))

    def _draw_missing(self) -> None:
        """Give stand-ins that are in sight their pictures, a few milliseconds' worth per frame."""
        notes, layout, overlay = self.scene.notes, self.scene.layout, self.shown.overlay
        dragged = np.flatnonzero(self.scene.flags(overlay.dragged)).tolist() if overlay.dragged else []
        seen = {*layout.notes_touching(self.port.visible).tolist(), *dragged}
        ahead = set() if self._sheet is None else {*layout.notes_touching(self._sheet.reach(self.port)).tolist()}
        notes.missing &= seen | ahead
        urgent = notes.missing & seen
        most = AT_ONCE if urgent else AHEAD_AT_ONCE
        chosen = sorted(urgent or notes.missing, key=layout.y.__getitem__)[:most]  # side by side, so that little lies between them
        notes.missing.difference_update(chosen)  # those that there is no time for come back when they are painted
        if notes.missing:
            self._missing_timer.start(0)
        for slot in chosen:
            self.update(self._box(slot))
            if slot in dragged:
                self.refresh(self._box(slot).translated(round(overlay.shift[0] * self.port.zoom), round(overlay.shift[1] * self.port.zoom)))
        if self._sheet is not None and not self._moving and not urgent:
            self._paint_rest(self._sheet.prepare(self.port, self.shown))

    def _box(self, slot: int) -> QRect:
        """What a note covers of the surface, with its shadow and frame."""
        return QRectF(*self.port.rect_to_screen(self.scene.layout.note_rect(slot))).toAlignedRect().adjusted(-2, -2, 4, 4)

    def _paint_rest(self, painted: QRegion) -> None:
        """Paint the rest of notes that got their picture while only part of them was painted; see that the others get theirs."""
        notes = self.scene.notes
        for slot in notes.made:
            box = QRegion(self._box(slot) if self._sheet is not None else self._box(slot).intersected(self.rect()))
            if not (box - painted).isEmpty():
                self.update(box)
        notes.made.clear()
        if notes.missing and not self._moving and not self._missing_timer.isActive():
            self._missing_timer.start(OUT_FIRST if painted.boundingRect().contains(self.rect()) else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sheet = None
        self.port.width, self.port.height = float(event.size().width()), float(event.size().height())
        self._limit()
        if not self._sized:
            self._sized = True
            self._first_zoom()
        self.scrolled.emit()
        self.minimap.follow()
        self.writing.place()

    def toggle_map(self) -> None:
        self.minimap.show_map(not self.minimap.isVisible())

    def set_overlay(self, overlay: Overlay) -> None:
        """Show what a gesture under way wants to be seen; only what changes is drawn anew."""
        before, self.shown.overlay, self._picture = self.shown.overlay, overlay, None
        if overlay.dragged or overlay.band:
            self._keep_sheet()
        if (before.dragged, before.copying) != (overlay.dragged, overlay.copying):
            for rect in (self.scene.bounds(before.dragged), self.scene.bounds(overlay.dragged)):
                if rect is not None:
                    self.update(QRectF(*self.port.rect_to_screen(rect)).toAlignedRect().adjusted(-6, -6, 6, 6))
        if before.knot != overlay.knot:
            for rect in emotion_rects(self.scene):
                self.update(QRectF(*self.port.rect_to_screen(rect)).toAlignedRect())
        old, new = self.scene.overlay_region(self.port, before, overlay), self.scene.overlay_region(self.port, overlay, before)
        if old is None or new is None:
            self.refresh()
        else:
            self.refresh(compact(old + new))

    # ---- menus

    @property
    def settled(self) -> bool:
        return not self.scene.notes.missing and not self._missing_timer.isActive() and not self._moving

    @property
    def busy(self) -> bool:
        return self.pointer.busy

    def cancel_gesture(self) -> bool:
        return self.pointer.cancel()

    def choose_departments(self, cell: Cell) -> None:
        menus.departments(self.commands, cell)

    def choose_kpi(self, cell: Cell) -> None:
        menus.kpis(self.commands, cell)

    def choose_links(self) -> None:
        if self.selection.lead_slot is not None:
            self._open_popup(LinkPicker(self, list(self.selection.ids)), self.selection.lead_slot)

    def choose_turn(self) -> None:
        from fusenapp.ui.journey.turning import TurnPicker

        if self.selection.lead_slot is not None:
            self._open_popup(TurnPicker(self, self.selection.in_reading_order()), self.selection.lead_slot)

    def _open_popup(self, popup: ListPopup, slot: int) -> None:
        """Below a note."""
        x, y, _, h = self.port.rect_to_screen(self.scene.layout.note_rect(slot))
        self.picker = popup
        popup.open_at(QPoint(int(x), int(y + h + 4)))

    @property
    def rail(self) -> Rail:
        if self._rail is None:
            from fusenapp.ui.journey.turn_rail import TurnRail

            self._rail = TurnRail(self)
        return self._rail

    def take_files(self, paths: list[Path], bring: Callable[[Path], Any]) -> bool:
        """Spreadsheets dropped on the board (see `fusenapp.ui.bringing`)."""
        return bringing_in.take_files(self, paths, bring)

    def show_menu(self, event: QContextMenuEvent) -> None:
        menus.context(self.commands, event)

    # ---- selection

    def _selected(self) -> None:
        self._picture = None
        before, shown = replace(self.shown), self.shown
        shown.selected = self.selection.flags() if self.selection.count else None
        shown.cursor = self.selection.cell
        shown.knot = self.commands.emotion.focused()
        shown.arrow = self.selection.arrow
        shown.handles = self._handle_slot()
        self.updateMicroFocus()
        self.selection_changed.emit()
        part = self.scene.marks_region(self.port, before, shown)
        self.refresh(*(() if part is None else (part,)))

    def _handle_slot(self) -> int:
        slot = self.selection.lead_slot
        plain = slot is not None and self.selection.count == 1 and self.model.row[slot] >= 0 and not self.writing.active
        if slot is None or not plain or self.port.zoom < HANDLES_FROM:
            return -1
        return slot if navigation.takes_notes(self.model, self.model.cell(slot)) else -1

    # ---- input

    def event(self, event: QEvent) -> bool:
        """Keys of the board come before shortcuts of the window; pinching zooms."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.keys.knows(event):
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.port.zoom * (1.0 + event.value()), event.position())
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        """Who wrote the note under the pointer, and its tags."""
        hit = self.hit(QPointF(event.pos()))
        words = origin_words(self.model, hit.number) if hit.kind == "note" else ""
        QToolTip.showText(event.globalPos(), words, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.pointer.hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from note to note while one is selected, else on to the next widget."""
        return False if self.selection.count else super().focusNextPrevChild(next)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.writing.compose(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if self.writing.active:
            return self.writing.query(query)
        if query == Qt.InputMethodQuery.ImEnabled:
            return self.selection.count == 1
        if query == Qt.InputMethodQuery.ImCursorRectangle and self.selection.lead_slot is not None:
            return QRectF(*self.port.rect_to_screen(self.scene.layout.note_rect(self.selection.lead_slot)))
        return super().inputMethodQuery(query)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.show_menu(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Wheel scrolls, with Shift sideways, with Ctrl zooms."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.port.zoom * 1.0015 ** turn.y(), event.position())
            return
        step = event.pixelDelta()
        dx, dy = (step.x(), step.y()) if not step.isNull() else (turn.x() * 0.6, turn.y() * 0.6)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0
        self.scroll_by(-dx, -dy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.selection.cell is None and not self.selection.count and not self.selection.arrow:
            self.selection.go(self.home_cell())
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointer.hold_space(False)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was typed or pasted is lost when the area is left."""
        self.commands.pasting.finish()
        self.writing.finish()
        self._sheet = None
        super().hideEvent(event)


def _region(part: tuple[Any, ...]) -> QRegion:
    """What `QWidget.update` was called with."""
    return part[0] if len(part) == 1 and isinstance(part[0], QRegion) else QRegion(*part)
