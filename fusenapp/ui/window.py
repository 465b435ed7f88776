"""What the parts of the window may ask of it, apart from the window itself so that neither needs the other's module."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from fusenapp.settings import Settings
    from fusenapp.ui.context import UiContext
    from fusenapp.ui.session import Session
    from fusenapp.ui.welcome import WelcomePage
    from fusenapp.ui.workspace_page import WorkspacePage
    from fusenapp.workspace import Workspace


class Window(QMainWindow):
    """At most one workspace: with one ``session`` and ``page`` are there, without one ``welcome``."""

    settings: Settings
    session: Session | None
    page: WorkspacePage | None
    welcome: WelcomePage | None

    @property
    def context(self) -> UiContext | None:
        """The context of the open workspace."""
        return self.session.context if self.session else None

    def take(self, workspace: Workspace) -> None:
        """Show a workspace that was opened; the one before must be closed."""
        raise NotImplementedError

    def close_workspace(self) -> bool:
        """Publish, close and show the welcome page; False if the user goes on editing instead."""
        raise NotImplementedError

    def settings_set(self, _name: str, write: Callable[[], None]) -> None:
        """Write a setting; that it could not be written is told, and holds nothing up."""
        raise NotImplementedError
