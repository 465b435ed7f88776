"""When something breaks inside: say so once, say what is saved, let the user go on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from fusenapp import __version__
from fusenapp.i18n import translate
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.widgets import PushButton

_log = logging.getLogger(__name__)


class CrashDialog(Dialog):
    """What broke, what is saved, and the details to copy."""

    def __init__(self, parent: QWidget | None, details: str, saved: str) -> None:
        title = translate("Crash", "Something went wrong inside Fusen")
        super().__init__(parent, title, translate("Crash", "Go on"), saved, cancel=False, width=560)
        self.details = details
        view = QPlainTextEdit(details, readOnly=True)
        view.setAccessibleName(translate("Crash", "Details"))
        view.setMinimumHeight(160)
        self.body.addWidget(view)
        copy = PushButton(translate("Crash", "Copy the details"), "copy", lambda: QApplication.clipboard().setText(details))
        self.buttons.insertWidget(0, copy)


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
