"""Exceptions that nobody caught: logged, and shown once, so that the user can go on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from fusenapp import __version__

_log = logging.getLogger(__name__)


class CrashHandler(QObject):
    """Takes exceptions that nobody caught, from any thread.

    Args:
        saved: says what is saved, in the user's language.
        parent: gives the window over which the dialog is shown.
    """

    _raised = Signal(str)

    def __init__(self, saved: Callable[[], str], parent: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._saved, self._parent = saved, parent
        self._open = False
        self._raised.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over ``sys.excepthook`` and the one of threads."""
        sys.excepthook = self._caught
        threading.excepthook = lambda given: self._caught(given.exc_type, given.exc_value, given.exc_traceback)

    @staticmethod
    def uninstall() -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def show(self, details: str) -> None:
        """Show the dialog, once at a time."""
        if self._open:
            return
        from fusenapp.ui.dialogs.crash import CrashDialog

        self._open = True
        try:
            CrashDialog(self._parent(), details, self._saved()).exec()
        finally:
            self._open = False

    def _caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = f"Fusen {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n" + "".join(
            traceback.format_exception(kind, error, trace))
        _log.error("uncaught: %s", details)
        self._raised.emit(details)
