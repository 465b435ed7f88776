"""Working copies: where the user's edits are durable at once, one row each, on a local disk.

Every open workspace has a working copy of its own in the user's data folder, even when two processes open the same
file. Its name is ``<uuid>-<hash of the file's path>-<random>.fusen``; a lock beside it says that its process lives.
One without a holder was left behind by a crash, or because its file could not be written.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from fusenapp.paths import user_data
from fusenapp.workspace.atomic import flush_folder, write_whole
from fusenapp.workspace.format import memory_of, without_wal
from fusenapp.workspace.locks import ProcessLock
from fusenapp.workspace.store import Store

_log = logging.getLogger(__name__)
_STALE = 86_400.0
"""Seconds after which a lock without a working copy is nobody's."""
_TARGET = "local.target"
"""Facts that begin with ``local.`` never leave the working copy."""


class WorkingCopy:
    """A working copy and the lock on it.

    Args:
        path: where it lies.
        store: its open database; None while it is not on the disk yet.
        lock: says that it is in use.
        target: the workspace file.
        data: what it begins with, where it is laid down only when it is first needed.
    """

    def __init__(self, path: Path, store: Store | None, lock: ProcessLock, *, target: Path | None = None, data: bytes = b"") -> None:
        self.path = path
        self.lock = lock
        self._store = store
        self._target, self._data = target, data
        self._laying = threading.Lock()

    @property
    def store(self) -> Store:
        """Its database, on the thread that first asks for it.

        Raises:
            EnvironmentFault: the data folder cannot be written.
        """
        if self._store is None:
            self.lay()
            self._store = connect(self.path)
        return self._store

    @property
    def laid(self) -> bool:
        """Whether it is on the disk."""
        return not self._data

    def lay(self) -> None:
        """Put it on the disk, where that is still to be done; any thread.

        Raises:
            EnvironmentFault: the data folder cannot be written.
        """
        with self._laying:
            if self._data:
                write_whole(self.path, self._data)
                with closing(connect(self.path)) as store:
                    store.set_meta(_TARGET, str(self._target))
                flush_folder(self.path.parent)
                self._data = b""

    def reader(self) -> Store:
        """What it holds, over a connection of its own for any thread; changes through it are lost while it is not laid.

        Raises:
            FileNotFoundError: it is gone.
        """
        with self._laying:
            if self._data:
                return Store(memory_of(self._data))
        return connect(self.path)

    def with_store(self, store: Store) -> WorkingCopy:
        """The same working copy over another connection."""
        return WorkingCopy(self.path, store, self.lock)

    def close(self, *, keep: bool) -> None:
        """Close it; without ``keep`` its files are removed."""
        if self._store is not None:
            with suppress(sqlite3.Error):
                self._store.close()
        if not keep:
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{self.path}{suffix}").unlink()
        self.lock.release(remove=not keep or bool(self._data))


def folder() -> Path:
    """Where working copies lie."""
    path = user_data() / "working"
    path.mkdir(parents=True, exist_ok=True)
    return path


def make(uuid: str, target: Path, data: bytes, *, later: bool = False) -> WorkingCopy:
    """A working copy that starts with the bytes of a workspace file.

    Args:
        uuid: of the workspace.
        target: the workspace file.
        data: its bytes.
        later: lay it down only when it is first needed; only its lock is there at once.

    Raises:
        EnvironmentFault: the data folder cannot be written.
    """
    path = folder() / f"{uuid}-{_digest(target)}-{secrets.token_hex(4)}.fusen"
    lock = ProcessLock.take(path.with_suffix(".lock"))
    assert lock is not None, "a fresh random name cannot be held"
    copy = WorkingCopy(path, None, lock, target=target, data=data)
    try:
        if not later:
            _ = copy.store
    except BaseException:
        lock.release(remove=True)
        raise
    return copy


def connect(path: Path) -> Store:
    """Open a working copy: write-ahead log, every commit on the disk before it returns.

    Raises:
        FileNotFoundError: it is gone (SQLite would make an empty one in its place).
    """
    if not os.path.exists(path):
        raise FileNotFoundError(str(path))
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON;"
    )
    return Store(connection)


def rebuild(copy: WorkingCopy) -> WorkingCopy:
    """The same working copy in its place again after somebody cleared the folder; the open database still has it all.

    Raises:
        EnvironmentFault: the data folder cannot be written.
    """
    data = copy.store.connection.serialize()
    folder()
    lock = ProcessLock.take(copy.path.with_suffix(".lock")) or copy.lock
    write_whole(copy.path, without_wal(data))
    store = connect(copy.path)
    copy.store.close()
    if lock is not copy.lock:
        copy.lock.release()
    return WorkingCopy(copy.path, store, lock)


def left_behind(uuid: str | None, target: Path) -> Iterator[WorkingCopy]:
    """Working copies of this file whose process is gone, oldest first, opened and locked.

    Args:
        uuid: only of this workspace, but then also those whose file was moved away; None: any for this path.
        target: the workspace file.
    """
    _sweep_locks()
    for path in sorted(folder().glob(f"{uuid or '*'}-*.fusen"), key=_written):
        lock = ProcessLock.take(path.with_suffix(".lock"))
        copy = _reopen(path, lock) if lock else None
        if copy is None:
            continue
        if f"-{_digest(target)}-" in path.name or (uuid and _moved(copy)):
            yield copy
        else:
            copy.close(keep=True)


def _sweep_locks() -> None:
    """Remove old locks of working copies that were never laid down, since their process was killed before the first edit."""
    for path in folder().glob("*.lock"):
        if not path.with_suffix(".fusen").exists() and time.time() - _written(path) > _STALE:
            lock = ProcessLock.take(path)
            if lock is not None:
                lock.release(remove=True)


def _reopen(path: Path, lock: ProcessLock) -> WorkingCopy | None:
    try:
        if path.exists():  # it may have gone between listing and locking
            store = connect(path)
            store.last_seq()
            return WorkingCopy(path, store, lock)
    except sqlite3.DatabaseError:
        _log.warning("working copy is damaged and was set aside: %s", path)
        with suppress(OSError):
            path.rename(path.with_suffix(".damaged"))  # kept for a repair by hand, but in nobody's way
    lock.release(remove=True)
    return None


def _written(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _moved(copy: WorkingCopy) -> bool:
    """Whether its file is no longer where it was, in a folder that is there (so not on a drive that is away)."""
    target = Path(copy.store.meta(_TARGET) or ".")
    return not os.path.exists(target) and os.path.isdir(target.parent)


def _digest(target: Path) -> str:
    return hashlib.sha256(os.path.normcase(target).encode("utf-8", "surrogatepass")).hexdigest()[:12]
