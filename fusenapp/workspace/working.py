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
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fusenapp.paths import user_data
from fusenapp.workspace.atomic import flush_folder, write_whole
from fusenapp.workspace.format import without_wal
from fusenapp.workspace.locks import ProcessLock
from fusenapp.workspace.store import Store

_log = logging.getLogger(__name__)
_TARGET = "local.target"
"""Facts that begin with ``local.`` never leave the working copy."""


@dataclass(frozen=True)
class WorkingCopy:
    """An open working copy and the lock on it."""

    path: Path
    store: Store
    lock: ProcessLock

    def close(self, *, keep: bool) -> None:
        """Close it; without ``keep`` its files are removed."""
        with suppress(sqlite3.Error):
            self.store.close()
        if not keep:
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{self.path}{suffix}").unlink()
        self.lock.release(remove=not keep)


def folder() -> Path:
    """Where working copies lie."""
    path = user_data() / "working"
    path.mkdir(parents=True, exist_ok=True)
    return path


def make(uuid: str, target: Path, data: bytes) -> WorkingCopy:
    """A working copy that starts with the bytes of a workspace file.

    Raises:
        EnvironmentFault: the data folder cannot be written.
    """
    path = folder() / f"{uuid}-{_digest(target)}-{secrets.token_hex(4)}.fusen"
    lock = ProcessLock.take(path.with_suffix(".lock"))
    assert lock is not None, "a fresh random name cannot be held"
    try:
        write_whole(path, data)
        store = connect(path)
        store.set_meta(_TARGET, str(target))
    except BaseException:
        lock.release(remove=True)
        raise
    flush_folder(path.parent)
    return WorkingCopy(path, store, lock)


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
    for path in sorted(folder().glob(f"{uuid or '*'}-*.fusen"), key=_written):
        lock = ProcessLock.take(path.with_suffix(".lock"))
        copy = _reopen(path, lock) if lock else None
        if copy is None:
            continue
        if f"-{_digest(target)}-" in path.name or (uuid and _moved(copy)):
            yield copy
        else:
            copy.close(keep=True)


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
