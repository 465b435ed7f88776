"""Making and opening a workspace: file, working copies that were left behind, document."""

from __future__ import annotations

import logging
import sqlite3
import uuid as uuids
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from fusenapp import __version__
from fusenapp.collecting import uncollected
from fusenapp.document import Author, Document
from fusenapp.errors import InputError
from fusenapp.workspace import quick, working
from fusenapp.workspace.format import lay_out, memory_of, open_image, read_bytes
from fusenapp.workspace.image import image_of
from fusenapp.workspace.loading import document_of, stored_state
from fusenapp.workspace.merging import commit, missing, prepare
from fusenapp.workspace.publisher import Identity, identity
from fusenapp.workspace.store import Store
from fusenapp.workspace.trust import open_checked
from fusenapp.workspace.working import WorkingCopy

_log = logging.getLogger(__name__)


@dataclass
class Opened:
    """The parts of an open workspace.

    Args:
        copy: this session's working copy.
        document: loaded from it.
        seen: the file as it was when it was read; None if it could not be.
        uuid: of the workspace.
        seq: the newest row of the working copy.
        digest: by which the file's bytes are known again; empty where there is none, or the document has more.
        held: working copies left behind by earlier sessions whose contents are in ``copy`` now; they go once
            the file has everything.
        recovered: how many rows they gave that the file does not have.
    """

    copy: WorkingCopy
    document: Document
    seen: Identity | None
    uuid: str
    seq: int
    held: list[WorkingCopy] = field(default_factory=list)
    recovered: int = 0
    digest: str = ""


def resolve(path: Path | str) -> Path:
    """The real place of a file, so that a link is not replaced by a file."""
    return Path(path).expanduser().resolve()


def empty_image(time: str, uuid: str | None = None) -> bytes:
    """The bytes of a workspace without any row."""
    store = Store(memory_of(b""))
    with closing(store):
        lay_out(store.connection, uuid or str(uuids.uuid4()), __version__, time)
        return image_of(store)


def start(path: Path, author: Author, time: str) -> Opened:
    """A fresh working copy for a file that is not there yet."""
    data = empty_image(time)
    with closing(Store(open_image(data, str(path)))) as store:
        copy = working.make(store.meta("uuid"), path, data)
        return Opened(copy, Document(author), identity(path), store.meta("uuid"), 0)


def take_up(path: Path, author: Author, clock: Callable[[], str]) -> Opened:
    """A working copy with what the file holds and what earlier sessions left behind.

    Raises:
        InputError: ``not-found``, ``not-a-workspace``, ``damaged-file``, ``newer-version``.
        EnvironmentFault: ``cannot-read``, or the data folder cannot be written.
    """
    seen = identity(path)
    try:
        data = read_bytes(path)
    except InputError as error:
        if error.code != "not-found":
            raise
        return _without_file(path, author, clock, error)
    key = quick.digest(data)
    with uncollected():
        opened = _again(path, data, key, author, seen) or _anew(path, data, author, seen)
    opened.digest = key
    return _recover(opened, path, clock)


def _anew(path: Path, data: bytes, author: Author, seen: Identity | None) -> Opened:
    with closing(open_checked(data, str(path))) as store:
        uuid, seq = store.meta("uuid"), store.last_seq()
        document = document_of(stored_state(store, str(path)), author, str(path))
    return Opened(working.make(uuid, path, data), document, seen, uuid, seq)


def _again(path: Path, data: bytes, key: str, author: Author, seen: Identity | None) -> Opened | None:
    """These very bytes were read before: what they hold is known, and the rest waits until it is needed."""
    read = quick.find(path, key)
    if read is None:
        return None
    document = Document(author)
    document.resume(read.records, read.facts, lambda: _state_of(data, path))
    return Opened(working.make(read.uuid, path, data, later=True), document, seen, read.uuid, read.seq)


def _state_of(data: bytes, path: Path) -> bytes:
    with closing(Store(open_image(data, str(path)))) as store:
        return stored_state(store, str(path)) or b"\x00\x00"


def _without_file(path: Path, author: Author, clock: Callable[[], str], error: InputError) -> Opened:
    """The file is away (a drive that is not connected): the newest working copy of it stands in."""
    left = list(working.left_behind(None, path))
    if not left:
        raise error
    newest = left[-1]
    for copy in left:
        copy.close(keep=True) if copy is not newest else None
    with closing(newest.store):
        document = document_of(stored_state(newest.store, str(path)), author, str(path))
        uuid, data, rows = newest.store.meta("uuid"), image_of(newest.store), newest.store.last_seq()
    newest.lock.release()
    opened = _recover(Opened(working.make(uuid, path, data), document, None, uuid, rows), path, clock)
    opened.recovered = max(opened.recovered, rows)
    return opened


def _recover(opened: Opened, path: Path, clock: Callable[[], str]) -> Opened:
    """Join what was left behind. A working copy that cannot be joined stays where it is.

    The newest comes first: each session takes up those before it, so it mostly has all that they have.
    """
    for left in reversed(list(working.left_behind(opened.uuid, path))):
        try:
            news = missing(opened.copy.store, left.store)
            if news:
                opened.recovered += len(news.rows)
                opened.digest = ""
                prepared = prepare(opened.copy.store, left.store, str(left.path), opened.document.author, clock())
                commit(opened.document, opened.copy.store, prepared, clock())
        except (InputError, sqlite3.DatabaseError) as error:
            _log.warning("working copy cannot be joined and stays: %s (%s)", left.path, error)
            left.close(keep=True)
            continue
        if news:
            opened.held.append(left)
        else:
            left.close(keep=False)
    return opened


def let_go(held: list[WorkingCopy], *, keep: bool) -> None:
    """Close working copies of earlier sessions; without ``keep`` they go, for the file has what they had."""
    for copy in held:
        with suppress(OSError):
            copy.close(keep=keep)
    held.clear()
