"""What the machine said, as an error code that has a sentence."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from fusenapp.errors import EnvironmentFault

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL_ON_WINDOWS = {39, 112}
_SHARING_ON_WINDOWS = {32, 33}


def write_fault(error: OSError, path: Path) -> EnvironmentFault:
    """Why a workspace file could not be written: ``disk-full``, ``read-only``, ``file-busy`` or ``drive-gone``."""
    return EnvironmentFault(_write_code(error), str(path), reason=error.strerror or str(error))


def _write_code(error: OSError) -> str:
    on_windows = getattr(error, "winerror", None)
    if error.errno in _FULL or on_windows in _FULL_ON_WINDOWS:
        return "disk-full"
    if on_windows in _SHARING_ON_WINDOWS:
        return "file-busy"
    return "read-only" if error.errno in _REFUSED else "drive-gone"


def read_fault(error: OSError, path: Path) -> EnvironmentFault:
    """Why a workspace file could not be read."""
    return EnvironmentFault("cannot-read", str(path), reason=error.strerror or str(error))


def journal_fault(error: Exception, path: Path) -> EnvironmentFault:
    """Edits could not be written to the working copy: they are in memory only until it works again."""
    full = isinstance(error, sqlite3.Error) and error.sqlite_errorcode == sqlite3.SQLITE_FULL
    return EnvironmentFault("edits-in-memory", str(path.parent), reason="disk full" if full else str(error))
