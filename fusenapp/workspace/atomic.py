"""Replacing a file so that there is a complete one at every moment."""

from __future__ import annotations

import os
import secrets
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from fusenapp.workspace.faults import write_fault

_ATTEMPTS = 12
_FIRST_PAUSE = 0.03  # seconds; grows to about two seconds in all
_BUSY_ON_WINDOWS = {5, 32, 33}  # access denied, sharing violation, lock violation: a scanner or a cloud client reads it
_LEFTOVER_AGE = 3600.0  # seconds


def write_whole(path: Path, data: bytes, before_replace: Callable[[], None] = lambda: None) -> None:
    """Put a file in place as a whole: temp file beside it, flush to the disk, replace, flush the folder.

    Args:
        path: the file to make or replace.
        data: all its bytes.
        before_replace: called at the last moment; what it raises stops the replacement.

    Raises:
        EnvironmentFault: ``disk-full``, ``read-only``, ``file-busy`` or ``drive-gone``; the old file is untouched.
    """
    temp = beside(path, secrets.token_hex(4))
    try:
        _write_flushed(temp, data)
        _keep_mode(path, temp)
        before_replace()
        replace(temp, path)
        flush_folder(path.parent)
    except OSError as error:
        raise write_fault(error, path) from error
    finally:
        with suppress(OSError):
            temp.unlink()


def beside(path: Path, mark: str) -> Path:
    """A name for a passing file beside ``path``; cloud drives leave names alone that begin with ~ and end with .tmp."""
    return path.with_name(f"~{path.name}.{mark}.tmp")


def _write_flushed(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        _flush(file.fileno())


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # fsync on macOS leaves the data in the drive's cache; network drives do not know the stronger call.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _keep_mode(old: Path, new: Path) -> None:
    with suppress(OSError):
        new.chmod(old.stat().st_mode & 0o777)


def replace(source: Path, target: Path) -> None:
    """`os.replace`, tried again while somebody on Windows holds the target for a moment."""
    pause = _FIRST_PAUSE
    for attempt in range(_ATTEMPTS):
        try:
            os.replace(source, target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS or attempt == _ATTEMPTS - 1:
                raise
        time.sleep(pause)
        pause = min(pause * 1.5, 0.3)


def flush_folder(folder: Path) -> None:
    """Make names durable; where folders cannot be flushed (Windows, some shares) the system does it by itself."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(path: Path) -> None:
    """Remove what a crash in the middle of a write left beside the file more than an hour ago."""
    for left in path.parent.glob(beside(Path(_literal(path.name)), "*").name):
        with suppress(OSError):
            if abs(time.time() - left.stat().st_mtime) > _LEFTOVER_AGE:
                left.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
