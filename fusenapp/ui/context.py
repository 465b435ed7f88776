"""What every area is handed: the document and the services of the window.

A context works without a window (tests of an area need none): requests for the window are signals,
which the main window takes up.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from fusenapp.collecting import settle, unsettle
from fusenapp.document import Author, Document
from fusenapp.domain.snapshot import Record, Snapshot
from fusenapp.domain.workshop import NOBODY, Cover, Viewer
from fusenapp.errors import EnvironmentFault
from fusenapp.settings import Settings
from fusenapp.ui.background import Background, Progress, Task
from fusenapp.ui.document_bridge import DocumentBridge

T = TypeVar("T")

READY_AFTER = 400
"""Milliseconds after the window has been shown until what opening put off is done, if nobody has edited by then."""


class InspectorPort(QObject):
    """The right-hand panel as areas see it.

    Signals:
        shown: (widget or None, title, icon name); None shows the resting text of the area.
    """

    shown = Signal(object, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: QWidget | None = None

    def show(self, widget: QWidget | None, title: str = "", icon: str = "info") -> None:
        """Put ``widget`` into the panel (the panel owns it from now on); None empties it."""
        self.current = widget
        self.shown.emit(widget, title, icon)

    def clear(self, widget: QWidget | None = None) -> None:
        """Empty the panel; with ``widget`` only if that one is still shown."""
        if widget is None or widget is self.current:
            self.show(None)


class UiContext(QObject):
    """One open workspace in one window; other windows of the same workspace have one each (see `fusenapp.ui.keeper`).

    Args:
        home: gives the context for what is done once for all windows of the workspace; None: this one.
        beside: another window has the workspace open already, and does what is done once.

    Attributes:
        document: the shared document; change it through ``fusenapp.editing`` only.
        bridge: Qt signals of the document's changes.
        workspace: the open file, or None where only a document exists (tests).
        settings: the user's settings.
        inspector: the right-hand panel.
        closed: the workspace may be gone already: start nothing any more.

    Signals:
        department_changed: id of the department spoken for.
        person_changed: the name that edits and stamps are signed with.
        presenting_changed: everybody looks at this window now (a projector), or no longer.
        notified: (message, offers undo, kind).
        navigated: (area id, item or None).
        requested: id of an action of the window (see `fusenapp.ui.actions`), e.g. ``export``, or ``theme:dark``, ``language:en``, ``scale:150``.
    """

    department_changed = Signal(str)
    person_changed = Signal(str)
    presenting_changed = Signal(bool)
    notified = Signal(str, bool, str)
    navigated = Signal(str, object)
    requested = Signal(str)

    def __init__(self, document: Document, settings: Settings | None = None, *, workspace: Any = None, person: str = "",
                 department: str = "marketing", store: Any = None, make_store: Callable[[], Any] | None = None,
                 home: Callable[[], UiContext] | None = None, beside: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.settings = settings or Settings()
        self.workspace = workspace
        self._store, self._make_store = store, make_store
        self.bridge = DocumentBridge(document, self)
        self.background = Background(self)
        self.inspector = InspectorPort(self)
        self._author = Author(person, department)
        self.closed = False
        self.presenting = False
        self._cover = Cover()
        self._sessions: dict[str, dict[str, Any]] = {}
        self._home, self._beside = home, beside
        if workspace is not None and not beside:
            settle()
            QTimer.singleShot(READY_AFTER, self, self._get_ready)

    def session(self, area: str) -> dict[str, Any]:
        """What an area wants to remember while the window is open (selection, zoom); never saved, never shared."""
        return self._sessions.setdefault(area, {})

    def go_on_from(self, other: UiContext) -> None:
        """Begin where another window is: what its areas remember, each on its own from now on."""
        self._sessions = {area: dict(kept) for area, kept in other._sessions.items()}

    @property
    def home(self) -> UiContext:
        """The context for what is done once, however many windows show the workspace; it lasts until the last one closes."""
        return self._home() if self._home is not None else self

    @property
    def store(self) -> Any:
        """Cache of figures that areas share (`fusenapp.flows.figures.Figures`); None where there is no file."""
        if self._store is None and self._make_store is not None:
            self._store = self._make_store()
        return self._store

    @property
    def author(self) -> Author:
        """Who works here: person and department."""
        return self._author

    @property
    def department(self) -> str:
        """Id of the department spoken for, e.g. ``"marketing"``."""
        return self._author.department

    def set_department(self, department: str) -> None:
        """Speak for another department from now on."""
        if department != self._author.department:
            self._become(Author(self._author.person, department))
            self.department_changed.emit(department)

    def set_person(self, person: str) -> None:
        """Sign edits and stamps with another name from now on."""
        if person != self._author.person:
            self._become(Author(person, self._author.department))
            self.person_changed.emit(person)

    @property
    def viewer(self) -> Viewer:
        """Who reads this window: the person and department it is signed with; while it is presented, everybody."""
        return NOBODY if self.presenting else (self._author.department, self._author.person)

    def set_presenting(self, presenting: bool) -> None:
        """Everybody looks at this window from now on, or no longer."""
        if presenting != self.presenting:
            self.presenting = presenting
            self.presenting_changed.emit(presenting)

    def snapshot(self) -> Snapshot:
        """The document as it is now and as the viewer may read it (`domain.workshop`), frozen; cheap, and safe on any thread."""
        return self._cover.view(self.document.snapshot(), self.viewer)

    def record(self, kind: str, id: str) -> Record | None:
        """One record as the viewer may read it; what is shown is read here or from `snapshot`, never from the document."""
        found = self.document.get(kind, id)
        return self._cover.note(found, self.document.snapshot(), self.viewer) if kind == "notes" else found

    def notify(self, message: str, *, undo: bool = False, kind: str = "info") -> None:
        """Show a short message; ``undo`` adds a button that takes the last step back; kind info, warn or error."""
        self.notified.emit(message, undo, kind)

    def navigate(self, area: str, item: Any = None) -> None:
        """Show an area; with ``item`` it is asked to reveal that (see `fusenapp.ui.areas`)."""
        self.navigated.emit(area, item)

    def request(self, action: str) -> None:
        """Do an action of the window, such as ``export`` or ``theme:dark`` (see `requested`)."""
        self.requested.emit(action)

    def run(self, label: str, work: Callable[[Progress], T], done: Callable[[T], None],
            failed: Callable[[Exception], None] | None = None, owner: QObject | None = None) -> Task:
        """Run ``work`` off the window's thread; ``done`` or ``failed`` comes back on it.

        Args:
            label: what the status bar says meanwhile; empty for work that nobody needs to see.
            work: Qt-free; gets a `Progress`, and Snapshots or other frozen values through its closure.
            done: takes the result.
            failed: takes the exception; without it the user is told through `notify`.
            owner: a widget without which the outcome is of no use: if it is gone by then, nobody is called. The
                widget whose method ``done`` is counts as one.
        """
        return self.background.run(label, work, done, failed or self._tell, owner)

    def close(self, *, wait: bool = True) -> None:
        """Cancel what runs and let go of the document.

        Args:
            wait: for what still runs, so that the workspace may be closed after; without, what it comes to is dropped.
        """
        self.closed = True
        self.background.close(wait=wait)
        self.bridge.close()
        if self.workspace is not None and wait:
            unsettle()

    def _get_ready(self) -> None:
        if not self.closed:
            with suppress(EnvironmentFault):  # told when there is an edit that cannot be written
                self.workspace.ready()
            settle()

    def _become(self, author: Author) -> None:
        self._author = author
        self.document.author = author

    def _tell(self, error: Exception) -> None:
        from fusenapp.ui.explaining import explain_any

        self.notify(explain_any(error), kind="error")
