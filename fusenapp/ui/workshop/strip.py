"""The line of workshop tools below an area's header: there while a workshop is under way, and nothing before."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import workshop as rules
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import workshop
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import IconButton
from fusenapp.ui.workshop.rooms import Room, attempt

if TYPE_CHECKING:
    from fusenapp.ui.workshop.bar import WorkshopBar

KINDS = frozenset(("workshops", "passes", "rounds", "ballots", "timers", "decisions"))


def under_way(snapshot: Snapshot, parent: str) -> bool:
    """True if there is something to steer: a workshop, a pass, a vote on what is shown, or a timer."""
    record = snapshot.get("timers", rules.TIMER) or {}
    timed = bool(record.get("ends")) or record.get("left") is not None
    return timed or bool(rules.current_workshop(snapshot) or rules.open_passes(snapshot) or rules.current_round(snapshot, parent))


class Strip(QWidget):
    """Holds the bar; makes it when it is first needed. While the area is presented, the presentation has a bar of its own."""

    def __init__(self, context: UiContext, room: Room) -> None:
        super().__init__()
        self._context, self._room = context, room
        self.bar: WorkshopBar | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        context.bridge.changed.connect(self._look)
        context.presenting_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Come or go."""
        wanted = under_way(self._context.document.snapshot(), self._room.workshop_parent()) and not self._context.presenting
        if wanted and self.bar is None:
            from fusenapp.ui.workshop.bar import WorkshopBar

            self.bar = WorkshopBar(self._context, self._room, cast("QWidget", self._room))
            self.layout().addWidget(self.bar)  # type: ignore[union-attr]
        if self.bar is not None:
            self.bar.refresh()
        if not wanted or self.parentWidget() is not None:  # alone it would be a window of its own
            self.setVisible(wanted)

    def _look(self, changes: Changes) -> None:
        if any(kind in KINDS for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()


def workshop_button(context: UiContext, room: Room) -> IconButton:
    """The button of an area's header: present, begin a workshop, look at what was decided."""
    button = IconButton("present", translate("Workshop", "Present and workshop (F5)"))
    button.clicked.connect(lambda: _open(context, room, button))
    return button


def _open(context: UiContext, room: Room, button: IconButton) -> None:
    menu = workshop_menu(context, room, button)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def workshop_menu(context: UiContext, room: Room, parent: QWidget) -> QMenu:
    """What can be begun, as it is now."""
    menu, snapshot = QMenu(parent), context.document.snapshot()
    menu.addAction(icons.icon("present"), translate("Workshop", "Present on the whole screen") + "\tF5", lambda: context.request("present"))
    if len(QGuiApplication.screens()) > 1:
        here = translate("Workshop", "Present in this window") + "\tShift+F5"
        menu.addAction(icons.icon("monitor"), here, lambda: context.request("present_here"))
    menu.addSeparator()
    if rules.current_workshop(snapshot) is None:
        menu.addAction(icons.icon("users"), translate("Workshop", "Begin a workshop"), lambda: begin(context, room))
    else:
        menu.addAction(icons.icon("check-circle"), translate("Workshop", "End the workshop…"), lambda: finish(context, parent.window()))
    if snapshot.all("decisions"):
        menu.addAction(icons.icon("document"), translate("Workshop", "What was decided…"), lambda: show_summary(context, parent.window()))
    return menu


def begin(context: UiContext, room: Room) -> None:
    """Begin a workshop; the grid of the journey that is shown is locked, so that nobody wrecks it by accident."""
    parent = room.workshop_parent()
    journeys = [parent] if context.document.get("journeys", parent) is not None else []
    if attempt(context, lambda: workshop.start(context.document, lock=journeys)):
        words = translate("Workshop", "The workshop has begun. Phases and lanes are locked; notes can be written and moved.") if journeys \
            else translate("Workshop", "The workshop has begun.")
        context.notify(words, undo=True)


def finish(context: UiContext, window: QWidget) -> None:
    """End the workshop and show what was decided."""
    running = rules.current_workshop(context.document.snapshot())
    if running is not None and attempt(context, lambda: workshop.end(context.document)):
        show_summary(context, window, running["id"])


def show_summary(context: UiContext, window: QWidget, meeting: str | None = None) -> None:
    """The page of decisions."""
    from fusenapp.ui.workshop.summary import SummaryDialog

    SummaryDialog(context, meeting, window).open()
