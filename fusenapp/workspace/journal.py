"""Making each edit durable the moment it is made, and keeping it in memory where that fails."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable

from fusenapp.errors import EnvironmentFault
from fusenapp.workspace.faults import journal_fault
from fusenapp.workspace.rows import Row
from fusenapp.workspace.store import Store
from fusenapp.workspace.working import WorkingCopy, connect, rebuild

_PAUSE = 2.0
"""Seconds after a failure in which edits only queue up, so that typing stays quick beside a disk that is full."""


class Journal:
    """The writing side of a working copy.

    Args:
        copy: the working copy; its database is opened anew after an error of the disk.
        changed: called after every row, written or waiting.
        failed: called when a row could not be written.
    """

    def __init__(self, copy: WorkingCopy, changed: Callable[[], None], failed: Callable[[EnvironmentFault], None]) -> None:
        self.copy = copy
        self.pending: tuple[Row, ...] = ()
        """Rows that are in memory only, oldest first; replaced as a whole, so another thread may read it."""
        self._refused = -_PAUSE
        self._changed = changed
        self._failed = failed

    @property
    def store(self) -> Store:
        """The database of the working copy."""
        return self.copy.store

    def append(self, row: Row) -> bool:
        """Write a row. Returns whether it is durable; if not it waits in `pending`. Never raises for the disk's sake."""
        self.pending = (*self.pending, row)
        if time.monotonic() - self._refused >= _PAUSE:
            self._write(reopen=False)
        self._changed()
        return not self.pending

    def retry(self) -> bool:
        """Try to write what waits. Returns whether nothing waits any more."""
        self._write(reopen=bool(self.pending))
        return not self.pending

    def _write(self, *, reopen: bool) -> None:
        try:
            self._find()
            if reopen:
                self._reconnect()
            if self.pending:
                self.store.add_rows(self.pending)
                self.pending = ()
            self._refused = -_PAUSE
        except (sqlite3.Error, OSError, EnvironmentFault) as error:
            self._refused = time.monotonic()
            self._failed(journal_fault(error, self.copy.path))

    def _find(self) -> None:
        """Somebody may have cleared the user's data folder under our feet."""
        _ = self.store  # it may still have to be laid down
        if not os.path.exists(self.copy.path):
            self.copy = rebuild(self.copy)

    def _reconnect(self) -> None:
        """A connection that met an error of the disk may hold on to it; a fresh one does not."""
        fresh = connect(self.copy.path)
        self.copy.store.close()
        self.copy = self.copy.with_store(fresh)
