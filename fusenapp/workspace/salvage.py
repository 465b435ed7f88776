"""Everything that can still be read from a damaged workspace file."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, cast

from fusenapp.workspace.carving import DEFAULT_SIZE, USABLE_SIZES, carve
from fusenapp.workspace.format import memory_of, page_size
from fusenapp.workspace.rows import Checkpoint, Row, unpacked

_HEADER = 100
_MOST_PADDING = 1 << 28  # bytes; a broken header must not ask for all memory
_FACTS = {"uuid", "format", "app", "created"}
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
    highest: int = 0

    @property
    def lost_rows(self) -> int:
        """Gaps in the numbering, and rows whose bytes are not what was written."""
        highest = max((self.highest, *self.rows, *(c.seq or 0 for c in self.checkpoints.values())))
        return highest - len(self.rows)

    @property
    def empty(self) -> bool:
        """Nothing of the document is left."""
        return not self.checkpoints and not any(row.bytes for row in self.rows.values())


def salvage(data: bytes) -> Salvaged:
    """Read what SQLite still reaches, row by row, and the rest page by page."""
    found = Salvaged()
    whole = _padded(data)
    reached_all = _through_sqlite(whole, found)
    if not reached_all or len(whole) != len(data):
        _through_pages(whole, found)
    return found


def _padded(data: bytes) -> bytes:
    """A file that was cut off, filled up with empty pages, as SQLite opens no file that is shorter than it says."""
    size = page_size(data) if len(data) >= _HEADER else 0
    if size not in USABLE_SIZES:
        return data + bytes(-len(data) % DEFAULT_SIZE)
    said = min(int.from_bytes(data[28:32], "big") * size, _MOST_PADDING + len(data))
    return data + bytes(max(said - len(data), -len(data) % size))


def _through_sqlite(data: bytes, found: Salvaged) -> bool:
    """Row by row, so that a broken one costs only itself. Returns whether nothing was out of reach."""
    connection, reached_all = memory_of(data), True
    with closing(connection):
        for table, take in _TAKERS.items():
            ids, complete = _rows(connection, f"SELECT rowid FROM {table}")
            reached_all = reached_all and complete
            for (id,) in ids:
                rows, complete = _rows(connection, f"SELECT rowid, * FROM {table} WHERE rowid = {int(id)}")
                reached_all = reached_all and complete
                for values in rows:
                    _try(take, found, values[0], values[1:])
    return reached_all


def _rows(connection: sqlite3.Connection, query: str) -> tuple[list[tuple[Any, ...]], bool]:
    """As many rows as can be read, and whether that was all."""
    rows: list[tuple[Any, ...]] = []
    try:
        for row in connection.execute(query):
            rows.append(row)  # those before an error count
    except (sqlite3.Error, UnicodeDecodeError):
        return rows, False
    return rows, True


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


def _take_fact(found: Salvaged, rowid: int, values: tuple[Any, ...]) -> None:
    """A fact about the file, or from SQLite's own table of counters how many rows there ever were."""
    key, value = values
    if key in _FACTS and isinstance(value, str):
        found.meta.setdefault(key, value)
    elif key == "journal" and isinstance(value, int):
        found.highest = max(found.highest, value)


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
    state = unpacked(packed)
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


_TAKERS = {
    "meta": _take_fact,
    "sqlite_sequence": _take_fact,
    "journal": _take_row,
    "checkpoints": _take_checkpoint,
    "blobs": _take_blob,
    "quarantine": _take_quarantine,
}
# The tables differ in how many columns they have, which tells carved rows apart.
_BY_WIDTH = {2: _take_fact, 9: _take_row, 10: _take_checkpoint, 4: _take_blob, 5: _take_quarantine}
