"""Everything that can still be read from a damaged workspace file."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from fusenapp.workspace.carving import carve
from fusenapp.workspace.format import memory_of
from fusenapp.workspace.rows import Checkpoint, Row

_KINDS = {"edit", "remote", "merge", "restore"}


@dataclass
class Salvaged:
    """What was found. Every row, state and blob here has been checked against its own checksum.

    ``lost_rows``: journal rows that are known to have been there and could not be read.
    """

    meta: dict[str, str] = field(default_factory=dict)
    rows: dict[int, Row] = field(default_factory=dict)
    checkpoints: dict[str, Checkpoint] = field(default_factory=dict)
    blobs: dict[str, tuple[str, str | None, bytes | None]] = field(default_factory=dict)
    quarantine: list[tuple[str, str, str, bytes]] = field(default_factory=list)

    @property
    def lost_rows(self) -> int:
        """Gaps in the numbering, and rows whose bytes are not what was written."""
        highest = max((*self.rows, *(c.seq or 0 for c in self.checkpoints.values())), default=0)
        return highest - len(self.rows)

    @property
    def empty(self) -> bool:
        """Nothing of the document is left."""
        return not self.checkpoints and not any(row.bytes for row in self.rows.values())


def salvage(data: bytes) -> Salvaged:
    """Read what SQLite still reaches, row by row, and the rest page by page."""
    found = Salvaged()
    _through_sqlite(data, found)
    _through_pages(data, found)
    return found


def _through_sqlite(data: bytes, found: Salvaged) -> None:
    connection = memory_of(data)
    try:
        for key, value in _rows(connection, "SELECT key, value FROM meta"):
            found.meta.setdefault(key, value)
        for table, take in _TAKERS.items():
            for values in _each(connection, table):
                _try(take, found, values[0], values[1:])
    finally:
        connection.close()


def _each(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """Rows one by one, so that a broken one costs only itself."""
    ids = [row[0] for row in _rows(connection, f"SELECT rowid FROM {table}")]
    for id in ids:
        yield from _rows(connection, f"SELECT rowid, * FROM {table} WHERE rowid = {int(id)}")


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    try:
        yield from connection.execute(query)
    except (sqlite3.Error, UnicodeDecodeError):
        return


def _through_pages(data: bytes, found: Salvaged) -> None:
    for row in carve(data):
        take = _BY_WIDTH.get(len(row.values))
        if take:
            _try(take, found, row.rowid, row.values)


def _try(take: Callable[[Salvaged, int, tuple[Any, ...]], None], found: Salvaged, rowid: int, values: tuple[Any, ...]) -> None:
    try:
        take(found, rowid, values)
    except (TypeError, ValueError, zlib.error, AttributeError):
        return


def _take_row(found: Salvaged, rowid: int, values: tuple[Any, ...]) -> None:
    _, uid, time, author, department, label, kind, crc, data = values
    if kind not in _KINDS or not isinstance(uid, bytes) or len(uid) != 16:
        return
    row = Row(uid, str(time), str(author), str(department), str(label), cast("Any", kind), data, int(crc), rowid)
    if row.sound:
        found.rows.setdefault(rowid, row)


def _take_checkpoint(found: Salvaged, rowid: int, values: tuple[Any, ...]) -> None:
    _, seq, time, kind, name, author, department, vector, sha256, packed = values
    if kind not in ("auto", "named") or sha256 in found.checkpoints:
        return
    state = zlib.decompress(packed)
    if hashlib.sha256(state).hexdigest() == sha256:
        found.checkpoints[sha256] = Checkpoint(seq, time, kind, name, author, department, vector, sha256, state, rowid)


def _take_blob(found: Salvaged, rowid: int, values: tuple[Any, ...]) -> None:
    hash, media, removed, data = values
    if not isinstance(hash, str) or len(hash) != 64 or hash in found.blobs:
        return
    if data is None or hashlib.sha256(data).hexdigest() == hash:
        found.blobs[hash] = (str(media), removed, data)


def _take_quarantine(found: Salvaged, rowid: int, values: tuple[Any, ...]) -> None:
    _, time, author, reason, data = values
    entry = (str(time), str(author), str(reason), bytes(data))
    if entry not in found.quarantine:
        found.quarantine.append(entry)


_TAKERS = {"journal": _take_row, "checkpoints": _take_checkpoint, "blobs": _take_blob, "quarantine": _take_quarantine}
# The tables differ in how many columns they have, which tells carved rows apart.
_BY_WIDTH = {9: _take_row, 10: _take_checkpoint, 4: _take_blob, 5: _take_quarantine}
