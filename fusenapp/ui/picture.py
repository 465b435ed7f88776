"""Waiting until a window has nothing left to do, for pictures."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

if TYPE_CHECKING:
    from fusenapp.ui.main_window import MainWindow

QUIET, LONGEST = 0.4, 20.0
"""Seconds without work before the picture is taken, and at most."""
BUSY = 0.05
"""Seconds of one turn of the event loop from which on it was work: what it made may begin more of it in the next."""
_LAST_TURNS = 12


def settle(window: MainWindow) -> None:
    """Handle events until no work has run for a moment."""
    end = time.monotonic() + LONGEST
    quiet_since = time.monotonic()
    while time.monotonic() < end and time.monotonic() - quiet_since < QUIET:
        began = time.monotonic()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
        working = window.context is not None and window.context.background.tasks
        if working or _drawing(window) or time.monotonic() - began > BUSY:
            quiet_since = time.monotonic()
        time.sleep(0.005)
    for _ in range(_LAST_TURNS):  # layouts follow what was shown last, level by level, however long showing it took
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _drawing(window: MainWindow) -> bool:
    """True while a board shows stand-ins for notes that it is still drawing."""
    from fusenapp.ui.journey.surface import Board

    return any(board.isVisible() and not board.settled for board in window.findChildren(Board))
