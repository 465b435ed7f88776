"""Making much without holding the window up: step by step, a slice of the event loop at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

SLICE = 0.025
"""Seconds of steps until the window has its turn again."""


class Gradual(QObject):
    """Does steps one after the other while the window goes on; it goes with its parent, done or not.

    Args:
        steps: each ``next`` is a step, short beside `SLICE`.

    Signals:
        finished: the last step is done.
    """

    finished = Signal()

    def __init__(self, steps: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = steps
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._turn.start()

    @property
    def running(self) -> bool:
        """Whether there are steps left."""
        return self._steps is not None

    def finish(self) -> None:
        """Do all that is left at once, for whoever needs the whole now."""
        while self.running:
            self._step()

    def _go_on(self) -> None:
        end = time.monotonic() + SLICE
        while self.running and time.monotonic() < end:
            self._step()
        if self.running:
            self._turn.start()

    def _step(self) -> None:
        if self._steps is not None and next(self._steps, self) is self:
            self._steps = None
            self._turn.stop()
            self.finished.emit()
