"""Watching a file or a folder for a newer version, by looking now and then: network drives do not tell of changes.

A file is read only once it has settled (two looks in a row found it alike), as a copy, so that a program that holds it
open is neither disturbed nor in the way. What was taken is known by its content, so that a mere touch brings nothing.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.flows.refreshing import Refresh, copy_file, look_at

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"})
INTERVAL, LONGEST = 5.0, 60.0
"""Seconds between two looks; after failures they grow up to the longest."""

State = Literal["same", "settling", "found", "in-use", "away", "empty"]


@dataclass(frozen=True)
class Mark:
    """A version of a file, as far as a look at the folder tells."""

    path: Path
    size: int
    changed: int


@dataclass(frozen=True)
class Sight:
    """What a look found.

    Attributes:
        state: ``same`` nothing new; ``settling`` it changes just now; ``found`` a new version, copied; ``in-use`` another
            program locks it; ``away`` the file or its drive cannot be reached; ``empty`` the folder holds no spreadsheet.
        path: of the file.
        copied: the copy, in the folder that `Watcher.poll` was given.
        digest: SHA-256 of the content, hexadecimal.
        mark: the version.
    """

    state: State
    path: Path | None = None
    copied: Path | None = None
    digest: str = ""
    mark: Mark | None = None


class Watcher:
    """Looks at one file, or at the newest spreadsheet of a folder. One look at a time, on any thread.

    Args:
        target: the file or folder.
        taken: digest of the content that was taken last; empty if not known.
        clock: seconds that only grow.
    """

    def __init__(self, target: Path, taken: str = "", *, clock: Callable[[], float] = time.monotonic) -> None:
        self.target, self.taken = target, taken
        self.sight = Sight("same")
        self._clock = clock
        self._next = clock()
        self._delay = INTERVAL
        self._seen: Mark | None = None
        self._known: Mark | None = None
        self._refused: set[Mark] = set()

    @property
    def due(self) -> bool:
        """Whether it is time to look again."""
        return self.overdue >= 0

    @property
    def overdue(self) -> float:
        """Seconds since it was time to look again; below zero if it is not yet."""
        return self._clock() - self._next

    def poll(self, scratch: Path) -> Sight:
        """Look; a new version that has settled is copied into ``scratch``. Never raises for what a drive may do."""
        try:
            self.sight = self._look(scratch)
        except PermissionError:
            self.sight = Sight("in-use", self._seen.path if self._seen else self.target)
        except OSError:
            self.sight = Sight("away", self.target)
        failed = self.sight.state in ("in-use", "away")
        self._delay = min(self._delay * 2, LONGEST) if failed else INTERVAL
        self._next = self._clock() + self._delay
        return self.sight

    def took(self, sight: Sight) -> None:
        """The version is in the workspace now."""
        self.taken, self._known = sight.digest, sight.mark

    def refuse(self, sight: Sight) -> None:
        """The version is of no use: nothing is said of it again until the file changes."""
        if sight.mark is not None:
            self._refused.add(sight.mark)

    def _look(self, scratch: Path) -> Sight:
        marks = self._marks()
        if not marks:
            return Sight("empty", self.target)
        mark = next((each for each in marks if each not in self._refused), None)
        if mark is None or mark == self._known:
            return Sight("same", marks[0].path)
        if mark != self._seen or mark.size == 0:
            self._seen = mark
            return Sight("settling", mark.path)
        return self._copied(mark, scratch)

    def _copied(self, mark: Mark, scratch: Path) -> Sight:
        digest, target = hashlib.sha256(), scratch / mark.path.name
        copy_file(mark.path, target, digest.update)
        now = _mark_of(mark.path)
        if now != mark:
            self._seen = now
            return Sight("settling", mark.path)
        found = Sight("found", mark.path, target, digest.hexdigest(), mark)
        if found.digest == self.taken:
            self._known = mark
            return Sight("same", mark.path)
        return found

    def _marks(self) -> list[Mark]:
        """The file; of a folder all its spreadsheets, the newest first."""
        if not self.target.is_dir():
            return [_mark_of(self.target)]
        with os.scandir(self.target) as entries:
            names = [entry.name for entry in entries if is_spreadsheet(entry.name) and entry.is_file()]
        marks = [_mark_of(self.target / name) for name in names]
        return sorted(marks, key=lambda mark: (mark.changed, mark.path.name), reverse=True)


def is_spreadsheet(name: str) -> bool:
    """A spreadsheet by its name; lock files of Excel (``~$…``) and LibreOffice (``.~lock…``) are none."""
    return not name.startswith(("~$", ".")) and Path(name).suffix.lower() in SUFFIXES


def _mark_of(path: Path) -> Mark:
    status = path.stat()
    return Mark(path, status.st_size, status.st_mtime_ns)


@dataclass(frozen=True)
class Visit:
    """A look, and what the file would bring; or why it could not be read."""

    sight: Sight
    refresh: Refresh | None = None
    error: Exception | None = None


def visit(watcher: Watcher, snapshot: Snapshot, get_blob: Callable[[str], bytes], id: str) -> Visit:
    """Look once for a dataset, and read a new version; for a worker.

    A version that brings nothing is done with. In a folder, files without a table of the known layout are passed over.
    """
    with TemporaryDirectory(prefix="fusenapp-watch-", ignore_cleanup_errors=True) as folder:
        sight = watcher.poll(Path(folder))
        if sight.copied is None:
            return Visit(sight)
        in_folder = sight.path != watcher.target
        try:
            refresh = look_at(snapshot, get_blob, id, sight.copied, sight.path, known_only=in_folder)
        except InputError as error:
            watcher.refuse(sight)
            return Visit(sight, error=None if in_folder and error.code == "other-layout" else error)
        except EnvironmentFault as error:
            return Visit(sight, error=error)
    if refresh.brings_something:
        return Visit(sight, refresh)
    watcher.took(sight)
    return Visit(sight)
