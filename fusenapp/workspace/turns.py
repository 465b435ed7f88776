"""Taking turns at publishing one file, between threads, processes and machines.

A short-lived lock file beside the workspace says whose turn it is. It lives for the fraction of a second that
reading, joining and replacing takes. One left by a process that died is taken over: at once where we can see that
the process is gone, otherwise when it has not changed for a while. Clocks are not compared, for a share's clock is
not ours.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from fusenapp.errors import EnvironmentFault
from fusenapp.workspace.atomic import beside
from fusenapp.workspace.faults import write_fault

PATIENCE = 20.0
"""Seconds for which a lock that does not change is respected."""


@contextmanager
def turn(path: Path) -> Iterator[Callable[[], None]]:
    """Hold the turn for a file. Yields a check that raises ``file-busy`` if the turn was lost meanwhile.

    Raises:
        EnvironmentFault: ``file-busy``, or why no file can be made there.
    """
    lock, mark = beside(path, "lock"), f"{_host()} {os.getpid()} {secrets.token_hex(8)}"

    def still_ours() -> None:
        if _read(lock) != mark:
            raise EnvironmentFault("file-busy", str(path))

    _take(lock, mark, path)
    try:
        yield still_ours
    finally:
        if _read(lock) == mark:
            with suppress(OSError):
                lock.unlink()


def _take(lock: Path, mark: str, path: Path) -> None:
    seen, since = None, time.monotonic()
    while not _made(lock, mark, path):
        holder = _read(lock)
        if holder != seen:
            seen, since = holder, time.monotonic()
        if holder is not None and (_is_gone(holder) or time.monotonic() - since > PATIENCE):
            _break(lock, holder)
        time.sleep(0.02)


def _made(lock: Path, mark: str, path: Path) -> bool:
    try:
        with lock.open("x", encoding="utf-8") as file:
            _fill(file, lock, mark)
        return True
    except FileExistsError:
        return False
    except PermissionError as error:
        if os.path.exists(lock):  # Windows: being removed by its holder at this moment
            return False
        raise write_fault(error, path) from error
    except OSError as error:
        raise write_fault(error, path) from error


def _fill(file: TextIO, lock: Path, mark: str) -> None:
    try:
        file.write(mark)
        file.flush()
    except OSError:  # disk full: leave no lock without a holder
        with suppress(OSError):
            lock.unlink()
        raise


def _break(lock: Path, holder: str) -> None:
    """Remove a dead process's lock. Renamed first, so that of two who wait only one removes it."""
    aside = lock.with_name(lock.name[: -len("tmp")] + secrets.token_hex(4) + ".tmp")
    with suppress(OSError):
        os.replace(lock, aside)
        if _read(aside) != holder:  # somebody else's fresh one: give it back
            os.replace(aside, lock)
        else:
            aside.unlink()


def _read(lock: Path) -> str | None:
    try:
        return lock.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _host() -> str:
    import socket  # felt at every start, and only publishing needs it

    return socket.gethostname()


def _is_gone(holder: str) -> bool:
    """Whether the holder was a process of this machine that no longer runs."""
    parts = holder.split(" ")
    if os.name == "nt" or len(parts) != 3 or parts[0] != _host() or not parts[1].isdigit():
        return False
    try:
        os.kill(int(parts[1]), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
