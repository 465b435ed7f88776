"""Keeping the edits of an open workspace safe, once for all windows that show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from fusenapp.collecting import settle
from fusenapp.errors import FusenError
from fusenapp.messages import explain
from fusenapp.settings import Settings
from fusenapp.ui.background import Background, Progress, Task
from fusenapp.ui.blob_reader import BlobReader
from fusenapp.ui.context import READY_AFTER, UiContext
from fusenapp.ui.explaining import explain_any
from fusenapp.workspace import SaveStatus, Workspace

TICK, LOOK, WATCH = 1_000, 5_000, 3_000
"""Milliseconds between asking whether it is time to publish, and whether a colleague wrote the file; until watched files are looked at."""


class Keeper(QObject):
    """Publishes a few seconds after the last edit on a worker, retries, and takes in what colleagues wrote.

    The workspace itself is Qt-free and outlives this object when the windows start anew in another size. What one window changes
    of the author holds in all of them: one person works here.

    Signals:
        saved: a `SaveStatus`, on the window's thread.
    """

    saved = Signal(object)
    _told = Signal(object)

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__()
        self.workspace, self._settings = workspace, settings
        self.contexts: list[UiContext] = []
        self._blobs = BlobReader(workspace.blobs.get, self)
        self._figures: Any = None
        self._home: UiContext | None = None
        self._background = Background(self)
        self._publishing: Task | None = None
        self._look_after = False
        self._told.connect(self.saved)
        self._unlisten: Callable[[], None] = workspace.on_status(self._told.emit)
        self._ticks = self._timer(TICK, self._tick)
        self._looks = self._timer(LOOK, self.look)
        QTimer.singleShot(WATCH, self, self._watch)

    # the windows

    def join(self, context: UiContext) -> None:
        """Another window shows the workspace."""
        self.contexts.append(context)
        context.department_changed.connect(self._speak_for)
        context.person_changed.connect(self._sign_as)
        if self._home is not None:
            self._home.notified.connect(context.notified)

    def leave(self, context: UiContext) -> bool:
        """A window lets go of the workspace; True if it was the last, after which everything here has come to rest."""
        self.contexts.remove(context)
        if self.contexts:
            context.close(wait=False)
            QTimer.singleShot(READY_AFTER, self, settle)
            return False
        self._ticks.stop()
        self._looks.stop()
        self._unlisten()
        self._blobs.close()
        for each in (context, *self._all()):
            each.close()
        self._background.close()
        self.deleteLater()
        return True

    def home(self) -> UiContext:
        """The context of no window, for what is done once; made when first asked for. What it tells, every window tells."""
        if self._home is None:
            author = self.workspace.document.author
            self._home = UiContext(self.workspace.document, self._settings, workspace=self.workspace, person=author.person,
                                   department=author.department, make_store=self.figures, beside=True, parent=self)
            for context in self.contexts:
                self._home.notified.connect(context.notified)
        return self._home

    def figures(self) -> Any:
        """The figures that windows share; made when first asked for, since what it needs is loaded after the window is up."""
        if self._figures is None:
            from fusenapp.flows.figures import Figures

            self._figures = Figures(self._blobs)
        return self._figures

    def _all(self) -> list[UiContext]:
        return [*self.contexts, *([self._home] if self._home is not None else [])]

    def _speak_for(self, department: str) -> None:
        for context in self._all():
            context.set_department(department)

    def _sign_as(self, person: str) -> None:
        for context in self._all():
            context.set_person(person)

    def _tell(self, message: str, kind: str = "info") -> None:
        for context in self.contexts:
            context.notify(message, kind=kind)

    # the file

    def publish_now(self) -> None:
        """Bring everything to the file, on a worker; again if it failed before."""
        if self._publishing is None or not self._publishing.running:
            self._publishing = self._background.run("", self._publish, self._published, self._failed)

    def _failed(self, error: Exception) -> None:
        self._tell(explain_any(error), "error")

    def _watch(self) -> None:
        """Go on watching the files that the user asked to watch; what that needs is loaded only then."""
        watched = self._settings.get("watches")
        if self.contexts and any(key.startswith(f"{self.workspace.uuid}/") for key in watched):
            from fusenapp.ui.refreshing.watching import Watching

            Watching.of(self.home())

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(slot)
        timer.start()
        return timer

    def _tick(self) -> None:
        if self.workspace.in_memory:
            self.workspace.retry_pending()
        if self.workspace.publish_due():
            self.publish_now()

    def _publish(self, progress: Progress) -> SaveStatus:
        return self.workspace.publish()

    def _published(self, _status: SaveStatus) -> None:
        wanted, self._look_after = self._look_after, False
        if self.workspace.incoming:
            self._absorb()
        elif wanted:
            self.look()

    def look(self) -> None:
        """Whether a colleague wrote the file; taken in if so. While it is being published, afterwards."""
        if self._publishing is not None and self._publishing.running:
            self._look_after = True
            return
        if self.workspace.incoming:
            self._absorb()
        else:  # a folder on a slow network must not hold the window up
            self._background.run("", lambda progress: self.workspace.file_changed(), self._looked, lambda error: None, self)

    def _looked(self, changed: bool) -> None:
        if changed and not (self._publishing is not None and self._publishing.running):
            self._absorb()

    def _absorb(self) -> None:
        """Take in what colleagues wrote; a file that cannot be read is told by the next publishing."""
        try:
            report = self.workspace.absorb()
        except FusenError as error:
            self._tell(explain(error), "warn")
            self._looks.setInterval(60_000)
            return
        self._looks.setInterval(LOOK)
        if report is not None and report.rows:
            from fusenapp.ui.words import absorbed

            self._tell(absorbed(report))
