"""Bringing the working copy to the file that colleagues read, and noticing what colleagues wrote there."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from fusenapp.errors import EnvironmentFault, FusenError, InputError
from fusenapp.workspace.atomic import sweep, write_whole
from fusenapp.workspace.faults import journal_fault
from fusenapp.workspace.format import read_bytes
from fusenapp.workspace.image import image_of
from fusenapp.workspace.merging import Prepared, missing
from fusenapp.workspace.quick import digest
from fusenapp.workspace.rows import Row
from fusenapp.workspace.status import SaveState
from fusenapp.workspace.store import Store
from fusenapp.workspace.trust import open_checked, remember
from fusenapp.workspace.turns import turn

QUIET = 3.0
"""Seconds without an edit after which it is time to publish."""
LONGEST = 20.0
"""Seconds after which it is time to publish although the user goes on editing."""
FIRST_RETRY, LAST_RETRY = 5.0, 60.0
"""Seconds between attempts after a failure; they double."""

_ROUNDS = 5
"""How often somebody else may be faster before we give up for this time."""

Identity = tuple[int, int, bytes]
Absorb = Callable[[Prepared], object]


def identity(path: Path) -> Identity | None:
    """What changes whenever somebody publishes: length, time and header, which holds a fresh number each time."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
            facts = os.fstat(file.fileno())
        return facts.st_size, facts.st_mtime_ns, header
    except OSError:
        return None


class Publisher:
    """Publishes one working copy to one file. `publish` may be called on any thread; it opens its own connection.

    Args:
        path: the file.
        copy: the working copy.
        own: opens it on the thread that publishes.
        uuid: of the workspace; a file of another one is never replaced.
        pending: the rows that the working copy could not take yet.
        tell: called with each new state and error, on the thread that publishes.
        prepare: works out a merge of two stores, ours first, on the thread that publishes.
    """

    def __init__(
        self,
        path: Path,
        copy: Path,
        own: Callable[[], Store],
        uuid: str,
        pending: Callable[[], tuple[Row, ...]],
        tell: Callable[[SaveState, FusenError | None], None],
        prepare: Callable[[Store, Store], Prepared],
    ) -> None:
        self.path = path
        self._copy = copy
        self._open = own
        self._uuid = uuid
        self._pending = pending
        self._tell = tell
        self._prepare = prepare
        self._worked_out: tuple[Identity, Prepared | None] | None = None
        self._busy = threading.Lock()
        self._counting = threading.Lock()
        self._changes = self._published = 0
        self._first = self._last = self._failed = 0.0
        self._pause = FIRST_RETRY
        self._seen: Identity | None = None
        self._device = _device(path)
        self._closed = False
        self.digest = ""
        """Of the bytes that were published last."""
        self.incoming = False
        """The file holds rows that the document does not have yet."""

    def mark_changed(self) -> None:
        """The working copy has something new."""
        with self._counting:
            self._last = time.monotonic()
            if self._changes == self._published:
                self._first = self._last
            self._changes += 1

    def mark_seen(self, seen: Identity | None) -> None:
        """Everything in the file as it was at ``seen`` is in the working copy."""
        self._seen = seen
        self.incoming = False

    @property
    def unpublished(self) -> bool:
        """Whether the working copy has something that the file does not have."""
        return self._changes != self._published

    @property
    def touched(self) -> bool:
        """Whether this session has changed anything at all."""
        return self._changes > 0

    def file_changed(self) -> bool:
        """Whether somebody else wrote the file since we last looked into it. Cheap: reads 100 bytes."""
        now = identity(self.path)
        return now is not None and now != self._seen

    def due(self) -> bool:
        """Whether it is time to call `publish`: a pause in editing, or a long time of it, or a failure some time ago."""
        now = time.monotonic()
        if not self.unpublished or self.incoming or self._busy.locked():
            return False
        if self._failed:
            return now - self._failed >= self._pause
        return now - self._last >= QUIET or now - self._first >= LONGEST

    def publish(self, absorb: Absorb | None) -> bool:
        """Write everything to the file.

        Args:
            absorb: takes what the file has and the working copy has not into document and working copy; None on
                threads that may not touch the document: then that is only worked out, and nothing is written.

        Returns: whether the file has everything now. Failures are told, not raised.
        """
        with self._busy:
            if self._closed:
                return False
            self._tell("publishing", None)
            try:
                done = self._publish(absorb)
            except FusenError as error:
                self._fail(error)
                return False
            except (sqlite3.Error, OSError) as error:
                self._fail(journal_fault(error, self._copy))
                return False
            self._failed = 0.0
            self._tell("local" if self.unpublished else "published", None)
            if done and self.unpublished:  # an edit came between the two words
                self._tell("local", None)
            return done

    def _fail(self, error: FusenError) -> None:
        self._pause = min(self._pause * 2, LAST_RETRY) if self._failed else FIRST_RETRY
        self._failed = time.monotonic()
        self._tell("failed", error)

    def _publish(self, absorb: Absorb | None) -> bool:
        for _ in range(_ROUNDS):
            self._check_drive()
            if not self._take_in(absorb):
                return False
            if not self.unpublished:
                return True
            with turn(self.path) as still_ours:
                sweep(self.path)
                if identity(self.path) in (None, self._seen):  # else somebody was faster: take theirs in first
                    self._write(still_ours)
                    return True
        raise EnvironmentFault("file-busy", str(self.path))

    def _write(self, still_ours: Callable[[], None]) -> None:
        with self._counting:
            changes = self._changes
        image = self._image()
        write_whole(self.path, image, still_ours)
        remember(image)
        self.digest = digest(image)
        self._seen = identity(self.path)
        with self._counting:
            self._published, self._first = changes, self._last

    def close(self) -> None:
        """Wait for a publication that is under way; later ones do nothing."""
        with self._busy:
            self._closed = True

    def look(self, absorb: Absorb) -> None:
        """Take in what others wrote to the file, without writing it.

        Raises:
            InputError: ``file-replaced``.
            EnvironmentFault: ``cannot-read``.
        """
        with self._busy:
            self._take_in(absorb)

    def _check_drive(self) -> None:
        """An empty folder where a drive used to be mounted is no place to write to."""
        if not os.path.exists(self.path) and _device(self.path) != self._device:
            raise EnvironmentFault("drive-gone", str(self.path))

    def _take_in(self, absorb: Absorb | None) -> bool:
        """Join what others wrote; False if there is something and we may not."""
        seen = identity(self.path)
        if seen is None:
            if not self.unpublished:  # the file is gone: it is to be written again
                self.mark_changed()
            return True
        if seen == self._seen:
            return True
        if self._worked_out is None or self._worked_out[0] != seen:
            self._worked_out = (seen, self._work_out())
        prepared = self._worked_out[1]
        if prepared and absorb is None:
            self.incoming = True
            return False
        if prepared and absorb:
            absorb(prepared)
        self._worked_out = None
        self.mark_seen(seen)
        return True

    def _work_out(self) -> Prepared | None:
        """The merge with the file as it is now; None if it has nothing that we have not."""
        with closing(self.theirs()) as theirs, closing(self._own()) as ours:
            if missing(theirs, ours):
                self.mark_changed()  # somebody put an older file in its place
            if not missing(ours, theirs, self._pending()):
                return None
            return self._prepare(ours, theirs)

    def theirs(self) -> Store:
        """The file as it lies there.

        Raises:
            InputError: ``file-replaced``: it is no longer this workspace, or damaged; it is left alone.
        """
        try:
            store = open_checked(read_bytes(self.path), str(self.path))
        except InputError as error:
            raise InputError("file-replaced", str(self.path), reason=error.code) from error
        if store.meta("uuid") != self._uuid:
            store.close()
            raise InputError("file-replaced", str(self.path), reason="unrelated-workspaces")
        return store

    def _own(self) -> Store:
        try:
            return self._open()
        except (sqlite3.Error, OSError) as error:
            raise journal_fault(error, self._copy) from error

    def _image(self) -> bytes:
        with closing(self._own()) as store:
            try:
                return image_of(store, self._pending())
            except sqlite3.Error as error:
                raise journal_fault(error, self._copy) from error


def _device(path: Path) -> int | None:
    try:
        return path.parent.stat().st_dev
    except OSError:
        return None
