"""One open workspace in one window: its context, and the keeper that all windows of the workspace share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fusenapp.document import Author, Changes
from fusenapp.settings import Settings
from fusenapp.ui.context import UiContext
from fusenapp.ui.keeper import Keeper
from fusenapp.workspace import SaveStatus, Workspace


class Session(QObject):
    """From opening the workspace in a window to letting go of it there.

    Args:
        beside: the session of another window that shows the same workspace; the file is never opened twice.

    Signals:
        saved: a `SaveStatus`, on the window's thread.
    """

    saved = Signal(object)

    def __init__(self, workspace: Workspace, settings: Settings, parent: QObject | None = None, *, beside: Session | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.keeper = beside.keeper if beside is not None else Keeper(workspace, settings)
        author = self._known_author(workspace)
        self.context = UiContext(workspace.document, settings, workspace=workspace, person=author.person, department=author.department,
                                 make_store=self.keeper.figures, home=self.keeper.home, beside=beside is not None, parent=self)
        if beside is not None:
            self.context.go_on_from(beside.context)
        self.context.bridge.changed.connect(self._keep_joined)
        self.keeper.join(self.context)
        self.keeper.saved.connect(self.saved)

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

    @property
    def alone(self) -> bool:
        """True if no other window shows the workspace."""
        return self.keeper.contexts == [self.context]

    def _keep_joined(self, changes: Changes) -> None:
        """A list that was imported here is joined with its outcomes again; after undo and merges nothing is done by itself."""
        imported = changes.origin == "local" and any(kind == "datasets" for kind, _ in (*changes.added, *changes.updated))
        if imported and self.keeper.contexts[0] is self.context:
            from fusenapp.ui.joining import keep_up

            keep_up(self.context)

    def publish_now(self) -> None:
        """Bring everything to the file, on a worker; again if it failed before."""
        self.keeper.publish_now()

    def checkpoint(self, label: str) -> None:
        """Keep the state as it is now under a name, and publish.

        Raises:
            EnvironmentFault: it could not be kept.
        """
        self.workspace.checkpoint(label)
        self.publish_now()

    def release(self) -> bool:
        """Let go of the workspace here; the workspace stays open. True if no other window shows it any more: all has come to rest."""
        return self.keeper.leave(self.context)
