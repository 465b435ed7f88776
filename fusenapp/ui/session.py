"""One open workspace: its context, and keeping edits safe while the user works."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from fusenapp.document import Author, Changes
from fusenapp.errors import FusenError
from fusenapp.messages import explain
from fusenapp.settings import Settings
from fusenapp.ui.background import Progress, Task
from fusenapp.ui.blob_reader import BlobReader
from fusenapp.ui.context import UiContext
from fusenapp.workspace import SaveStatus, Workspace

TICK, LOOK, WATCH = 1_000, 5_000, 3_000
"""Milliseconds between asking whether it is time to publish, and whether a colleague wrote the file; until watched files are looked at."""


class Session(QObject):
    """Publishes a few seconds after the last edit on a worker, retries, and takes in what colleagues wrote.

    The workspace itself is Qt-free and outlives this object when the window starts anew in another size.

    Signals:
        saved: a `SaveStatus`, on the window's thread.
    """

    saved = Signal(object)
    _told = Signal(object)

    def __init__(self, workspace: Workspace, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._blobs = BlobReader(workspace.blobs.get, self)
        author = self._known_author(workspace)
        self.context = UiContext(workspace.document, settings, workspace=workspace, person=author.person,
                                 department=author.department, make_store=self._figures, parent=self)
        self.context.bridge.changed.connect(self._keep_joined)
        self._publishing: Task | None = None
        self._told.connect(self.saved)
        self._unlisten: Callable[[], None] = workspace.on_status(self._told.emit)
        self._ticks = self._timer(TICK, self._tick)
        self._looks = self._timer(LOOK, self._look)
        QTimer.singleShot(WATCH, self, self._watch)

    def _figures(self) -> Any:
        """Made when first asked for: what it needs is loaded after the window is up."""
        from fusenapp.flows.figures import Figures

        return Figures(self._blobs)

    @staticmethod
    def _known_author(workspace: Workspace) -> Author:
        """The author, with a department that this workspace has."""
        author = workspace.document.author
        departments = [d["id"] for d in workspace.document.snapshot().all("departments")]
        if departments and author.department not in departments:
            author = Author(author.person, departments[0])
            workspace.document.author = author
        return author

    @property
    def status(self) -> SaveStatus:
        """Where the edits are now."""
        return self.workspace.status

    def _keep_joined(self, changes: Changes) -> None:
        """A list that was imported here is joined with its outcomes again; after undo and merges nothing is done by itself."""
        if changes.origin == "local" and any(kind == "datasets" for kind, _ in (*changes.added, *changes.updated)):
            from fusenapp.ui.joining import keep_up

            keep_up(self.context)

    def publish_now(self) -> None:
        """Bring everything to the file, on a worker; again if it failed before."""
        if self._publishing is None or not self._publishing.running:
            self._publishing = self.context.run("", self._publish, self._published)

    def checkpoint(self, label: str) -> None:
        """Keep the state as it is now under a name, and publish.

        Raises:
            EnvironmentFault: it could not be kept.
        """
        self.workspace.checkpoint(label)
        self.publish_now()

    def release(self) -> None:
        """Stop timers and workers and let go of the document; the workspace stays open."""
        self._ticks.stop()
        self._looks.stop()
        self._unlisten()
        self._blobs.close()
        self.context.close()

    def _watch(self) -> None:
        """Go on watching the files that the user asked to watch; what that needs is loaded only then."""
        watched = self.context.settings.get("watches")
        if not self.context.closed and any(key.startswith(f"{self.workspace.uuid}/") for key in watched):
            from fusenapp.ui.refreshing.watching import Watching

            Watching.of(self.context)

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
        if self.workspace.incoming:
            self._absorb()

    def _look(self) -> None:
        if self._publishing is not None and self._publishing.running:
            return
        if self.workspace.incoming:
            self._absorb()
        else:  # a folder on a slow network must not hold the window up
            self.context.run("", lambda progress: self.workspace.file_changed(), self._looked, lambda error: None, self)

    def _looked(self, changed: bool) -> None:
        if changed and not (self._publishing is not None and self._publishing.running):
            self._absorb()

    def _absorb(self) -> None:
        """Take in what colleagues wrote; a file that cannot be read is told by the next publishing."""
        try:
            report = self.workspace.absorb()
        except FusenError as error:
            self.context.notify(explain(error), kind="warn")
            self._looks.setInterval(60_000)
            return
        self._looks.setInterval(LOOK)
        if report is not None and report.rows:
            from fusenapp.ui.words import absorbed

            self.context.notify(absorbed(report))
