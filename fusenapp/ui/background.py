"""Work off the window's thread: long things never freeze the window and can be cancelled.

Work is Qt-free and gets frozen values only (a Snapshot, bytes, paths), never the Document, which
belongs to the window's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

T = TypeVar("T")
WORKERS = 2


class Cancelled(Exception):
    """Raised inside work by `Progress.check` after the user cancelled."""


class Progress:
    """Handed to the work; also callable, ``progress(done, of)``, for functions that take a plain one."""

    def __init__(self, report: Callable[[float, str], None]) -> None:
        self._report = report
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """True once the user cancelled."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if the user cancelled: call it in every loop that takes long."""
        if self.cancelled:
            raise Cancelled

    def report(self, fraction: float, text: str = "") -> None:
        """Say how far the work is (0–1, or -1 for unknown); raises `Cancelled` if the user cancelled."""
        self.check()
        self._report(fraction, text)

    def __call__(self, done: float, of: float = 1.0) -> None:
        self.report(done / of if of > 0 else -1.0)

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._cancelled.set()


class Task(QObject):
    """One piece of work under way.

    Signals:
        progressed: (fraction, text) on the window's thread.
        finished: after done, failed or a cancellation.
    """

    progressed = Signal(float, str)
    finished = Signal()
    _ended = Signal(object, object)

    def __init__(self, label: str, done: Callable[[Any], None], failed: Callable[[Exception], None], parent: QObject,
                 owner: QObject | None = None) -> None:
        super().__init__(parent)
        self._owners = [o for o in (owner, getattr(done, "__self__", None)) if isinstance(o, QObject)]
        self.label = label
        self.running = True
        self.fraction = -1.0
        self.progress = Progress(self.progressed.emit)
        self._done, self._failed = done, failed
        self._ended.connect(self._finish)
        self.progressed.connect(self._remember)

    def cancel(self) -> None:
        """Stop: neither ``done`` nor ``failed`` will be called."""
        self.progress.cancel()

    def work(self, function: Callable[[Progress], Any]) -> None:
        """On the worker: run and hand the outcome over to the window's thread."""
        result, error = None, None
        try:
            self.progress.check()
            result = function(self.progress)
        except Exception as raised:
            error = raised
        try:
            self._ended.emit(result, error)
        except RuntimeError:
            return  # the window went away meanwhile; nobody waits for the outcome

    def _remember(self, fraction: float, _text: str) -> None:
        self.fraction = fraction

    def _finish(self, result: Any, error: Exception | None) -> None:
        self.running = False
        self.finished.emit()
        if self.progress.cancelled or isinstance(error, Cancelled) or not all(isValid(owner) for owner in self._owners):
            return
        if error is None:
            self._done(result)
        else:
            self._failed(error)


class Background(QObject):
    """A few worker threads of one window.

    Signals:
        started: a `Task` that has a label began; the status bar shows it.
    """

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._pool: ThreadPoolExecutor | None = None
        self._tasks: dict[Task, Future[None]] = {}

    def run(self, label: str, work: Callable[[Progress], T], done: Callable[[T], None],
            failed: Callable[[Exception], None], owner: QObject | None = None) -> Task:
        """Queue ``work``; see `fusenapp.ui.context.UiContext.run`. After `close` nothing runs any more."""
        task = Task(label, done, failed, self, owner)
        if self._closed:
            task.running = False
            task.cancel()
            return task
        if self._pool is None:
            self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="fusen")
        task.finished.connect(self._forget)
        self._tasks[task] = self._pool.submit(task.work, work)
        if label:
            self.started.emit(task)
        return task

    @property
    def tasks(self) -> list[Task]:
        """What runs or waits now."""
        return [task for task in self._tasks if task.running]

    def close(self) -> None:
        """Cancel everything and wait for the workers."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None
        self._tasks.clear()

    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._tasks.pop(task, None)
            task.deleteLater()
