"""Waiting until a window has nothing left to do, for pictures."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

from fusenapp.ui.gradual import Gradual

if TYPE_CHECKING:
    from fusenapp.ui.main_window import MainWindow

QUIET, LONGEST = 0.4, 60.0
"""Seconds without work before the picture is taken, and at most."""
_CALM_TURNS = 30
"""Turns of the event loop without work that make it quiet: seconds pass on a busy machine also where nothing gets its turn."""
BUSY = 0.05
"""Seconds of one turn of the event loop from which on it was work: what it made may begin more of it in the next."""
_LAST_TURNS = 12
_LOOK_EVERY = 6
"""Turns of the event loop between two looks through the whole window for work: each takes longer than a turn without work."""


def settle(window: MainWindow) -> bool:
    """Handle events until no work has run for a moment; False if it did not come to an end."""
    end = time.monotonic() + LONGEST
    worked, calm = time.monotonic(), 0
    while calm < _CALM_TURNS or time.monotonic() - worked < QUIET or calm % _LOOK_EVERY:
        began = time.monotonic()
        if began > end:
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
        calm += 1
        if time.monotonic() - began > BUSY or _reckoning(window) or (calm % _LOOK_EVERY == 0 and _making(window)):
            worked, calm = time.monotonic(), 0
        time.sleep(0.005)
    for _ in range(_LAST_TURNS):  # layouts follow what was shown last, level by level, however long showing it took
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return True


def _reckoning(window: MainWindow) -> bool:
    return bool(window.context is not None and window.context.background.tasks)


def _making(window: MainWindow) -> bool:
    return _drawing(window) or any(each.running for each in window.findChildren(Gradual))


def _drawing(window: MainWindow) -> bool:
    """True while a board shows stand-ins for notes that it is still drawing."""
    from fusenapp.ui.journey.surface import Board

    return any(board.isVisible() and not board.settled for board in window.findChildren(Board))
