"""Work off the window's thread: long things never freeze the window and can be cancelled.

Work is Qt-free and gets frozen values only (a Snapshot, bytes, paths), never the Document, which
belongs to the window's thread.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from traceback import clear_frames
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
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
    """One piece of work under way, as the window's thread knows it.

    Signals:
        progressed: (fraction, text) on the window's thread.
        finished: after done, failed or a cancellation.
    """

    progressed = Signal(float, str)
    finished = Signal()

    def __init__(self, label: str, done: Callable[[Any], None], failed: Callable[[Exception], None], progress: Progress,
                 parent: QObject, owner: QObject | None = None) -> None:
        super().__init__(parent)
        self._owners = [o for o in (owner, getattr(done, "__self__", None)) if isinstance(o, QObject)]
        self.label = label
        self.running = True
        self.fraction = -1.0
        self.progress = progress
        self._done, self._failed = done, failed

    def cancel(self) -> None:
        """Stop: neither ``done`` nor ``failed`` will be called."""
        self.progress.cancel()

    def advance(self, fraction: float, text: str) -> None:
        """The work has come so far."""
        self.fraction = fraction
        self.progressed.emit(fraction, text)

    def end(self, result: Any, error: Exception | None) -> None:
        """The work is over: hand its outcome on, unless nobody waits for it any more."""
        self.running = False
        self.finished.emit()
        if self.progress.cancelled or isinstance(error, Cancelled) or not all(isValid(owner) for owner in self._owners):
            return
        if error is None:
            self._done(result)
        else:
            self._failed(error)


class _Job:
    """What a worker holds of a task: nothing of Qt.

    A widget (or a task) whose last holder is a worker would be destroyed there, while the window's
    thread destroys it too, and that ends the program. So the work is kept here until the window's
    thread drops it, and an error lets go of all that was at hand when it was raised.
    """

    def __init__(self, work: Callable[[Progress], Any], progress: Progress) -> None:
        self.work: Callable[[Progress], Any] | None = work
        self._progress = progress

    def outcome(self) -> tuple[Any, Exception | None]:
        """On the worker: run; what came of it or what went wrong."""
        try:
            self._progress.check()
            return self.work(self._progress) if self.work else None, None
        except Exception as raised:
            _let_go(raised)
            return None, raised


def _let_go(error: BaseException | None) -> None:
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


class Background(QObject):
    """A few worker threads of one window.

    Signals:
        started: a `Task` that has a label began; the status bar shows it.
    """

    started = Signal(object)
    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._pool: ThreadPoolExecutor | None = None
        self._tasks: dict[_Job, Task] = {}
        self._post: deque[Callable[[], None]] = deque()
        self._posted.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def run(self, label: str, work: Callable[[Progress], T], done: Callable[[T], None],
            failed: Callable[[Exception], None], owner: QObject | None = None) -> Task:
        """Queue ``work``; see `fusenapp.ui.context.UiContext.run`. After `close` nothing runs any more."""
        progress = Progress(lambda fraction, text: self._say(lambda: self._advance(job, fraction, text)))
        job, task = _Job(work, progress), Task(label, done, failed, progress, self, owner)
        if self._closed:
            task.running = False
            task.cancel()
            return task
        if self._pool is None:
            self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="fusen")
        self._tasks[job] = task
        self._pool.submit(self._work, job)
        if label:
            self.started.emit(task)
        return task

    @property
    def tasks(self) -> list[Task]:
        """What runs or waits now."""
        return [] if self._closed else list(self._tasks.values())

    def close(self, *, wait: bool = True) -> None:
        """Cancel everything; wait for the workers, or let them end by themselves."""
        self._closed = True
        for task in self._tasks.values():
            task.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=True)
        self._pool = None

    # on a worker

    def _work(self, job: _Job) -> None:
        self._say(partial(self._end, job, *job.outcome()))

    def _say(self, message: Callable[[], None]) -> None:
        self._post.append(message)
        try:
            self._posted.emit()
        except RuntimeError:
            return  # the window went away meanwhile; nobody waits for the outcome

    # on the window's thread

    def _take(self) -> None:
        self._post.popleft()()

    def _advance(self, job: _Job, fraction: float, text: str) -> None:
        task = self._tasks.get(job)
        if task is not None:
            task.advance(fraction, text)

    def _end(self, job: _Job, result: Any, error: Exception | None) -> None:
        job.work = None
        task = self._tasks.pop(job, None)
        if task is not None:
            task.deleteLater()
            task.end(result, error)
