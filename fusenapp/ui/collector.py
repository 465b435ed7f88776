"""Python's search for cycles of objects: on the window's thread, and the long one while nobody works."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication

EVERY = 1000
"""Milliseconds between two looks."""
YOUNG = 2000
"""New objects from which a search pays."""
OLD = 300
"""Short searches after which a long one is due; a long one takes up to a fifth of a second."""
URGENT = 4 * OLD


class Collector(QObject):
    """In place of Python's own searching, from `start` to `stop`.

    By itself Python searches wherever objects are made: on a worker too, where it would destroy widgets away from
    their thread, and in the middle of a gesture.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._pointer = QCursor.pos()
        self._was = True

    def start(self) -> None:
        """Take the searching over."""
        self._was = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._was:
            gc.enable()

    def look(self) -> None:
        """Search among the new objects if there are some; among all if it is time and nobody works."""
        resting, away = self._resting(), QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive
        young, _, short = gc.get_count()
        if short > URGENT or (short > OLD and resting) or (short and away):
            gc.collect()
        elif young > YOUNG:
            gc.collect(1)

    def _resting(self) -> bool:
        """Whether the pointer has not moved since the last look."""
        before, self._pointer = self._pointer, QCursor.pos()
        return before == self._pointer
