"""The window's page while a workspace is open: bar, rail, area, details, status."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from fusenapp.document import Undone
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui import areas, words
from fusenapp.ui.actions import SPECS
from fusenapp.ui.areas import Area, Command
from fusenapp.ui.context import UiContext
from fusenapp.ui.gradual import Gradual
from fusenapp.ui.inspector import WIDTH, Inspector
from fusenapp.ui.messages import Toasts
from fusenapp.ui.navigation import Navigation
from fusenapp.ui.status_bar import StatusBar
from fusenapp.ui.top_bar import TopBar
from fusenapp.ui.widgets import EmptyState
from fusenapp.workspace import SaveStatus

if TYPE_CHECKING:
    from fusenapp.ui.palette.palette import Entry, Palette

_AHEAD = 1_500
"""Milliseconds after the page is there until what areas are made of is loaded."""
ROOMY = 1100
"""From this width on the details have room beside the area; below they open when asked for."""


class WorkspacePage(QWidget):
    """Made anew when theme or language change; all that lasts is in the context.

    Args:
        context: of the open workspace.
        actions: the window's actions by id.
        menu: the window's menu.
        area: id of the area to show first.

    Signals:
        area_changed: id of the area that is shown now.
    """

    area_changed = Signal(str)

    def __init__(self, context: UiContext, actions: Mapping[str, QAction], menu: QMenu, area: str = "home",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._actions = actions
        self.areas = list(areas.AREAS)
        self._made: dict[str, QWidget] = {}
        self._author_shown: object = None
        self._open: bool = context.settings.get("inspector_open")
        self._wanted: bool | None = None
        self._bare = False
        self.current = ""
        self.top_bar = TopBar(actions, menu)
        self.navigation = Navigation([a for a in self.areas if a.group >= 0], narrow=actions["rail"].isChecked())
        self.stack = QStackedWidget()
        self.inspector = Inspector()
        self.status_bar = StatusBar()
        self._lay_out()
        self.toasts = Toasts(self.stack, context.bridge.undo)
        self._palette: Palette | None = None
        self._facts_later = QTimer(self, singleShot=True, interval=1_000)
        QTimer.singleShot(_AHEAD, self, self._load_ahead)
        self._connect()
        self._refresh()
        self.show_area(area if area in self._ids else self.areas[0].id)

    # areas

    @property
    def _ids(self) -> list[str]:
        return [a.id for a in self.areas]

    def show_area(self, id: str, item: Any = None) -> None:
        """Show an area, making it first if need be; ``item`` is revealed in it."""
        if id not in self._ids:
            return
        widget = self._made.get(id) or self._make(areas.area(id))
        focused = self.window().focusWidget()
        if focused is not None and self.stack.isAncestorOf(focused) and not widget.isAncestorOf(focused):
            self.stack.setFocus(Qt.FocusReason.OtherFocusReason)  # else the keyboard would stray to the bar when its part is hidden
        self.current = id
        self.inspector.set_area(id)
        self.stack.setCurrentWidget(widget)
        self.navigation.set_current(id)
        reveal = getattr(widget, "reveal", None)
        if item is not None and callable(reveal):
            reveal(item)
        self.area_changed.emit(id)

    def area_widget(self, id: str) -> QWidget | None:
        """The widget of an area, if it was made."""
        return self._made.get(id)

    def step(self, by: int) -> None:
        """Go to the next or previous area of the rail."""
        ids = [a.id for a in self.areas if a.group >= 0]
        at = ids.index(self.current) if self.current in ids else 0
        self.show_area(ids[(at + by) % len(ids)])

    def next_pane(self) -> None:
        """Give the keyboard to the next part: rail, area, details, bar."""
        panes = [self.navigation, self.stack, *([self.inspector] if self.inspector.isVisible() else []), self.top_bar]
        focused = self.window().focusWidget()
        at = next((i for i, pane in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)), -1)
        pane = panes[(at + 1) % len(panes)]
        if pane is self.navigation:
            self.navigation.focus()
        else:
            _focus_first(pane)

    def _make(self, area: Area) -> QWidget:
        before, self.current = self.current, area.id
        self.inspector.set_area(area.id)
        widget = self._created(area)
        self.current = before
        self._made[area.id] = widget
        self.stack.addWidget(widget)
        self._bind(area)
        return widget

    def _created(self, area: Area) -> QWidget:
        """The widget of an area; if making it fails, that is told and the other areas go on."""
        try:
            return area.load().create(self.context)
        except Exception:
            sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
            return EmptyState("warning", translate("Session", "This area cannot be shown"),
                              translate("Session", "Something went wrong inside Fusen. Your edits are kept; the other areas work."))

    def _load_ahead(self) -> None:
        """So that an area opens at once when it is first wanted.

        Fusen's own modules are imported on the window's thread alone: two threads that import parts of one package may
        wait for each other. What takes longest comes from outside, and that can be imported beside.
        """
        if not self.context.closed:
            self.context.run("", lambda progress: import_module("numpy"), self._go_ahead, lambda error: None)

    def _go_ahead(self, *_: object) -> None:
        Gradual(areas.ahead(), self)

    def _bind(self, area: Area) -> None:
        """The keys of an area's commands work everywhere once the area was shown."""
        for command in getattr(area.load(), "commands", lambda _context: [])(self.context):
            if command.shortcut:
                QShortcut(QKeySequence(command.shortcut), self).activated.connect(_going(self, area.id, command))

    # parts that follow the document

    def set_saving(self, status: SaveStatus) -> None:
        """Show where the edits are."""
        self.status_bar.set_saving(*saving_words(status))

    def _refresh(self, *_: object) -> None:
        snapshot = self.context.snapshot()
        workspace = snapshot.get("workspace", "workspace") or {}
        self.top_bar.workspace.set(value("workspace", workspace, "name"), value("workspace", workspace, "subtitle"))
        self._show_author(snapshot)
        self.status_bar.set_facts(*facts(snapshot))
        self._facts_later.start()

    def _show_author(self, snapshot: Snapshot) -> None:
        """Department switch and person; left alone while they say the same, since the menu may be open."""
        departments = [(d["id"], value("departments", d, "name"), value("departments", d, "shape")) for d in snapshot.all("departments")]
        shown = (departments, self.context.author)
        if shown == self._author_shown:
            return
        self._author_shown = shown
        self.top_bar.department.set(departments, self.context.department)
        self.top_bar.set_person(self.context.author.person, snapshot.value("departments", self.context.department, "shape"))

    def _say_step(self, outcome: Undone) -> None:
        """After undo and redo: what was done, or why not all of it could be."""
        words = outcome.label or ""
        if outcome.skipped:
            text = translate("Session", "“{step}” could not be taken back: others have changed all of it since.")
            self.context.notify(text.format(step=words), kind="warn")
        elif outcome.left:
            text = translate("Session", "Taken back: {step}. What others have changed since was left as it is.")
            self.context.notify(text.format(step=words), kind="warn")
        else:
            redone = self.context.document.undo_label == words and self.context.document.redo_label != words
            text = translate("Session", "Done again: {step}") if redone else translate("Session", "Undone: {step}")
            self.context.notify(text.format(step=words))

    def _count_waiting(self) -> None:
        if self.context.closed:
            return
        snapshot, department = self.context.snapshot(), self.context.department
        self.context.run("", lambda progress: waiting_for(snapshot, department), self._show_waiting, lambda error: None)

    def _show_waiting(self, count: int) -> None:
        self.navigation.set_count("agreements", count)

    def update_undo(self) -> None:
        """Name the next step of undo and redo."""
        document = self.context.document
        for id, label in (("undo", document.undo_label), ("redo", document.redo_label)):
            action = self._actions[id]
            action.setEnabled(label is not None)
            action.setText(undo_words(id, label))

    # search

    @property
    def palette_popup(self) -> Palette:
        """The popup of Ctrl+K, made when it is first wanted."""
        if self._palette is None:
            from fusenapp.ui.palette.palette import Palette

            self._palette = Palette(self, self._entries)
        return self._palette

    def _entries(self) -> list[Entry]:
        return [*self._area_entries(), *self._action_entries(), *self._area_commands(), *self._content_entries()]

    def _area_entries(self) -> list[Entry]:
        from fusenapp.ui.palette.palette import Entry

        go = translate("Palette", "Go to")
        return [Entry(a.title, go, a.icon, "", _call(self.show_area, a.id), 0.3) for a in self.areas]

    def _action_entries(self) -> list[Entry]:
        from fusenapp.ui.palette.palette import Entry

        shown = [(self._actions[s.id], s) for s in SPECS if s.palette and self._actions[s.id].isEnabled()]
        return [Entry(a.text().rstrip("…"), "", s.icon, a.shortcut().toString(), a.trigger, 0.2) for a, s in shown]

    def _area_commands(self) -> list[Entry]:
        from fusenapp.ui.palette.palette import Entry

        found: list[Entry] = []
        for area in self.areas:
            commands: list[Command] = getattr(area.load(), "commands", lambda _context: [])(self.context)
            found += [Entry(c.title, area.title, c.icon or area.icon, c.shortcut, _going(self, area.id, c), 0.2)
                      for c in commands if c.enabled()]
        return found

    def _content_entries(self) -> list[Entry]:
        from fusenapp.ui.palette.content import content
        from fusenapp.ui.palette.palette import Entry

        known = [Entry(f.title, f.subtitle, f.icon, "", _call(self.show_area, f.area, f.item)) for f in content(self.context.snapshot())]
        seen = {(entry.title, entry.subtitle) for entry in known}
        for area in self.areas:
            search = getattr(area.load(), "search_items", None)
            for item in search(self.context) if search else ():
                if (item.title, item.subtitle) not in seen:
                    known.append(Entry(item.title, item.subtitle, item.icon, "", _call(self.show_area, area.id, item.item)))
        return known

    # wiring

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.inspector)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([10_000, WIDTH])
        self.stack.setMinimumWidth(360)
        self.stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.inspector.setVisible(self._open)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self.splitter, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status_bar)

    def _connect(self) -> None:
        context = self.context
        context.bridge.changed.connect(self._refresh)
        context.bridge.undo_state_changed.connect(self.update_undo)
        context.bridge.stepped.connect(self._say_step)
        context.department_changed.connect(self._refresh)
        context.notified.connect(self.toasts.add)
        context.navigated.connect(self.show_area)
        context.inspector.shown.connect(self._inspect)
        context.background.started.connect(self.status_bar.add_task)
        self.inspector.closed.connect(self._close_inspector)
        self.navigation.chosen.connect(self.show_area)
        self.navigation.collapsed.connect(self._actions["rail"].setChecked)
        self.top_bar.department_chosen.connect(context.set_department)
        self._facts_later.timeout.connect(self._count_waiting)
        self.update_undo()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.window().focusWidget() is None:
            self.stack.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_bare(self, bare: bool) -> None:
        """Leave the area alone on the page, as it is presented, or bring the frame back."""
        for part in (self.top_bar, self.navigation, self.status_bar):
            part.setVisible(not bare)
        wanted = self._open and self.width() >= ROOMY if self._wanted is None else self._wanted
        self.inspector.setVisible(wanted and not bare)
        self._bare = bare

    def show_inspector(self, shown: bool) -> None:
        """As the user wants it, whatever the width."""
        self._wanted = shown
        self.inspector.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted is None and not self._bare:
            shown = self._open and self.width() >= ROOMY
            self.inspector.setVisible(shown)
            self._actions["inspector"].setChecked(shown)

    def _inspect(self, widget: QWidget | None, title: str, icon: str) -> None:
        self.inspector.put(widget, title, icon)

    def _close_inspector(self) -> None:
        self._actions["inspector"].trigger()


def saving_words(status: SaveStatus) -> tuple[str, str, str, str]:
    """Icon, text, role and explanation of where the edits are."""
    from fusenapp.messages import explain

    moment = words.local(status.at)
    at = words.clock(moment) if moment else ""
    if status.state == "failed":
        reason = explain(status.error) if status.error else ""
        return "warning", translate("Status bar", "Not in the file yet · kept on this computer"), "bad", reason
    if status.state == "publishing":
        return "refresh", translate("Status bar", "Saving to the file…"), "quiet", ""
    if status.state == "local":
        return ("check", translate("Status bar", "Saved on this computer {time}").format(time=at), "quiet",
                translate("Status bar", "The file follows in a few seconds. Press to save it now."))
    return ("check", translate("Status bar", "Saved to the file {time}").format(time=at), "good",
            translate("Status bar", "Everything is in the file."))


def facts(snapshot: Snapshot) -> tuple[str, str]:
    """The month of the figures, and how much there is, as the status bar says it."""
    leads = sum(int(value("datasets", r, "rows") or 0) for r in snapshot.all("datasets", purpose="leads"))
    known = [value("datasets", r, "as_of") or "" for r in snapshot.all("datasets")]
    month = words.month(snapshot.value("workspace", "workspace", "as_of") or max(known, default=""))
    notes = len(snapshot.records.get("notes", {}))
    parts = [translate("Status bar", "%n note(s)", n=notes)]
    if leads:
        parts.append(translate("Status bar", "%n lead(s)", n=leads))
    return translate("Status bar", "As of {month}").format(month=month) if month else "", " · ".join(parts)


def waiting_for(snapshot: Snapshot, department: str) -> int:
    """How many proposed items wait for the stamp of a department, or are due for review."""
    from fusenapp.domain import agreement

    return sum(1 for s in agreement.overview(snapshot) if (s.state == "proposed" and department in s.missing) or s.state == "due")


def undo_words(id: str, label: str | None) -> str:
    """「付箋の移動」を元に戻す, or the bare word while there is nothing."""
    if not label:
        return translate("Actions", "Undo") if id == "undo" else translate("Actions", "Redo")
    if id == "undo":
        return translate("Actions", "Undo “{step}”").format(step=label)
    return translate("Actions", "Redo “{step}”").format(step=label)


def _focus_first(pane: QWidget) -> None:
    """The keyboard to what a part is there for (property ``mainPart``), else to its first control."""
    children = pane.findChildren(QWidget)
    for child in sorted(children, key=lambda child: not child.property("mainPart")):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _call(function: Any, *arguments: Any) -> Any:
    return lambda: function(*arguments)


def _going(page: WorkspacePage, area: str, command: Command) -> Any:
    def run() -> None:
        if command.enabled():
            page.show_area(area)
            command.run()

    return run


__all__ = ["WorkspacePage", "facts", "saving_words", "undo_words", "waiting_for"]
