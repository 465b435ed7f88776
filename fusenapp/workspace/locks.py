"""A lock that the system gives back when its process ends, however it ends."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

if os.name == "nt":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProcessLock:
    """A lock file on a local disk, held until `release` or the end of the process."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path) -> ProcessLock | None:
        """The lock, or None if another process (or another owner in this one) holds it."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            return None
        return cls(path, descriptor)

    def release(self, *, remove: bool = False) -> None:
        """Give the lock back; with ``remove`` its file goes too."""
        if remove and os.name != "nt":
            self._unlink()
        os.close(self._descriptor)
        if remove and os.name == "nt":  # Windows does not remove open files
            self._unlink()

    def _unlink(self) -> None:
        with suppress(OSError):
            self.path.unlink()
