"""The board's surface: one painted widget, fed by the document, driven by mouse, keyboard and input method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from fusenapp.document import Changes
from fusenapp.domain.journey_gaps import Gap
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.journey import bringing_in, menus, navigation, text_fit
from fusenapp.ui.journey.board_commands import BoardCommands
from fusenapp.ui.journey.board_hints import BoardHints
from fusenapp.ui.journey.board_model import Cell, Patch
from fusenapp.ui.journey.board_painting import BoardPainting
from fusenapp.ui.journey.faces import origin_words
from fusenapp.ui.journey.keys import Keys
from fusenapp.ui.journey.layout import Rect
from fusenapp.ui.journey.link_picker import LinkPicker
from fusenapp.ui.journey.list_popup import ListPopup
from fusenapp.ui.journey.minimap import Minimap
from fusenapp.ui.journey.pointer import Pointer
from fusenapp.ui.journey.scene import HANDLES_FROM, Overlay, overview, with_frame
from fusenapp.ui.journey.surface import Board, Rail
from fusenapp.ui.journey.writing import Writing

FIRST_LEAST = 0.75
"""The board opens at a smaller zoom than 100 %, down to this, if that shows all phases."""


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
        self.painting = BoardPainting(self)
        self.hints = BoardHints(self)
        self._sized = False
        self._rail: Rail | None = None
        self._prepare_widget()
        self.selection.changed.connect(self._selected)
        self.writing.stepped.connect(self.commands.step_note)
        self.writing.stacked.connect(self.commands.stack_note)
        context.bridge.changed.connect(self._changed)
        context.department_changed.connect(self.read_again)
        context.presenting_changed.connect(self.read_again)
        self.hints.soon()

    def _prepare_widget(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(320, 240))
        self.setObjectName("board")
        self.setAccessibleName(translate("Board", "Journey board"))
        self.setAcceptDrops(True)

    # ---- what others change

    def _changed(self, changes: Changes) -> None:
        touched: dict[tuple[str, str], Any] = dict.fromkeys((*changes.added, *changes.removed)) | dict(changes.updated)
        self.selection.hold()
        before, phase = self._origin(), self.scene.current_phase(self.shown)
        patch = self.model.patch(self.context.snapshot(), touched)
        if not patch:
            return
        shown = replace(self.shown)
        self.painting.picture = None
        self.show_patch(patch)
        self.writing.restore()
        self.selection.prune()
        self.hints.soon()
        self._limit()
        self.writing.place()
        self.shown.selected = self.selection.flags() if self.selection.count else None
        self.shown.handles = self._handle_slot()
        if patch.structure or patch.emotion:
            self.renewed.emit()
        self.scrolled.emit()
        self.selection_changed.emit()
        kept = self._origin() == before and self.scene.current_phase(self.shown) == phase
        self.painting.refresh(self.scene.marks_rects(self.port, shown, self.shown) if kept else None)

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
        self.painting.picture = None
        self._limit()
        self.hints.look()
        self.renewed.emit()
        self.update()

    def show_roles(self, hidden: set[str]) -> None:
        """Hide some roles' rows and curves."""
        self.writing.finish()
        self.model.show_roles(hidden, self.context.snapshot())
        self.scene.renew()
        self.selection.prune()
        self._limit()
        self.hints.look()
        self.update()

    def open_journey(self, journey: str) -> None:
        """Show another journey."""
        self.writing.finish()
        self.selection.go(None)
        self.model.load(self.context.snapshot(), journey)
        self.scene.renew()
        self.port.x = self.port.y = 0.0
        self._limit()
        self.hints.soon()
        self.renewed.emit()
        self.update()

    # ---- the view

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom, holding the point under ``at`` (or the middle) still."""
        at = at or QPointF(self.port.left + (self.width() - self.port.left) / 2, self.height() / 2)
        self.painting.hold()
        self.port.zoom_at(zoom, at.x(), at.y())
        self._viewed(zooming=True)

    def fit(self, rect: Rect | None = None, most: float = 1.0) -> None:
        """Show a rectangle of the board, or all of it."""
        self.painting.hold()
        self.port.fit(rect or overview(self.scene), most=most)
        self._viewed(zooming=True)

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
        self._limit()
        if self._origin() != before:
            self.writing.place()
            self.scrolled.emit()
            self.painting.scrolled()

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
            self.painting.zoomed()
            self.zoom_changed.emit(self.port.zoom)
            self.shown.handles = self._handle_slot()
        self.writing.place()
        self.scrolled.emit()
        self.refresh()

    def _first_zoom(self) -> None:
        """Begin with all phases in sight, where that leaves the text readable."""
        room = self.port.width - self.port.left - 16
        width = max(self.scene.layout.width + self.scene.beyond(), 1.0)
        if self.port.zoom == 1.0 and FIRST_LEAST <= room / width < 1.0:
            self.port.zoom = int(room / width * 100) / 100
            self.zoom_changed.emit(self.port.zoom)

    def _limit(self) -> None:
        self.port.header_widths = self.scene.headers.widths()
        self.port.limit(self.scene.layout.width, self.scene.layout.height)
        self.port.snap(self.devicePixelRatioF())

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.shown.focused = self.hasFocus()
        self.painting.paint(event)
        self.commands.pasting.painted()

    def update(self, *part: Any) -> None:
        """What the cells show has changed: everywhere, or in a region (logical px)."""
        self.painting.forget(_region(part) if part else None)
        super().update(*part)

    def refresh(self, *part: Any) -> None:
        """What lies over the cells has changed, or the view of them."""
        super().update(*part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.painting.sheet = None
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
        before, self.shown.overlay = self.shown.overlay, overlay
        self.painting.overlaid(before, overlay)

    def show_gaps(self, gaps: list[Gap]) -> None:
        if gaps != self.gaps:
            self.gaps = self.shown.gaps = gaps
            self.update()
        self.gaps_changed.emit()

    @property
    def settled(self) -> bool:
        return self.painting.settled

    @property
    def busy(self) -> bool:
        return self.pointer.busy

    @property
    def pressed(self) -> bool:
        return self.pointer.down

    # ---- menus

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
        self.picker = popup
        popup.open_below(slot)

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
        self.painting.picture = None
        before, shown = replace(self.shown), self.shown
        shown.selected = self.selection.flags() if self.selection.count else None
        shown.cursor = self.selection.cell
        shown.knot = self.commands.emotion.focused()
        shown.arrow = self.selection.arrow
        shown.handles = self._handle_slot()
        self.updateMicroFocus()
        self.selection_changed.emit()
        self.painting.refresh(self.scene.marks_rects(self.port, before, shown))

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not bringing_in.drag(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not bringing_in.drag(event):
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if not bringing_in.drop(self, event):
            super().dropEvent(event)

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
        self.painting.sheet = None
        super().hideEvent(event)


def _region(part: tuple[Any, ...]) -> QRegion:
    """What `QWidget.update` was called with."""
    return part[0] if len(part) == 1 and isinstance(part[0], QRegion) else QRegion(*part)
