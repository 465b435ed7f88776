"""Making each edit durable the moment it is made, and keeping it in memory where that fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace

from fusenapp.errors import EnvironmentFault
from fusenapp.workspace.faults import journal_fault
from fusenapp.workspace.rows import Row
from fusenapp.workspace.store import Store
from fusenapp.workspace.working import WorkingCopy, connect, rebuild


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
        self._changed = changed
        self._failed = failed

    @property
    def store(self) -> Store:
        """The database of the working copy."""
        return self.copy.store

    def append(self, row: Row) -> bool:
        """Write a row. Returns whether it is durable; if not it waits in `pending`. Never raises for the disk's sake."""
        try:
            self._find()
            self.store.add_rows((*self.pending, row))
            self.pending = ()
        except (sqlite3.Error, OSError, EnvironmentFault) as error:
            self.pending = (*self.pending, row)
            self._failed(journal_fault(error, self.copy.path))
        self._changed()
        return not self.pending

    def retry(self) -> bool:
        """Try to write what waits. Returns whether nothing waits any more."""
        try:
            self._find()
            if self.pending:
                self._reconnect()
                self.store.add_rows(self.pending)
                self.pending = ()
        except (sqlite3.Error, OSError, EnvironmentFault) as error:
            self._failed(journal_fault(error, self.copy.path))
        return not self.pending

    def _find(self) -> None:
        """Somebody may have cleared the user's data folder under our feet."""
        if not os.path.exists(self.copy.path):
            self.copy = rebuild(self.copy)

    def _reconnect(self) -> None:
        """A connection that met an error of the disk may hold on to it; a fresh one does not."""
        fresh = connect(self.copy.path)
        self.copy.store.close()
        self.copy = replace(self.copy, store=fresh)
