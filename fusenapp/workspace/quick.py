"""What a file was read to, kept in the user's data: so that opening it again takes a tenth of the time.

An entry belongs to the exact bytes of a file, by their hash, and to this version of Fusen. It holds the records, which
the engine needs most of the opening to give; the engine itself is made of the file later (see `Document.resume`).
Entries of files that are gone, and the oldest beyond `REMEMBERED`, are removed.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import secrets
import sys
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fusenapp import __version__
from fusenapp.collecting import uncollected
from fusenapp.document import Document
from fusenapp.domain.schema import KINDS, SCHEMA_VERSION
from fusenapp.domain.snapshot import Record
from fusenapp.paths import user_data

REMEMBERED = 6
"""Files for which an entry is kept."""

LARGEST = 64 * 2**20
"""Bytes of an entry beyond which none is kept."""


@dataclass(frozen=True)
class Read:
    """What a file holds, as it was read before.

    Attributes:
        uuid: of the workspace.
        seq: its newest row.
        records, facts: for `Document.resume`.
    """

    uuid: str
    seq: int
    records: Mapping[str, Mapping[str, Record]]
    facts: Mapping[str, Any]


def digest(data: bytes) -> str:
    """By which the bytes of a file are known again."""
    return hashlib.sha256(data).hexdigest()


def find(path: Path, key: str) -> Read | None:
    """What was kept for a file whose bytes have this digest; None if nothing was, or by another version of Fusen."""
    try:
        head, _, body = _place(path).read_bytes().partition(b"\n")
        if json.loads(head) == _head(path, key, body):
            with uncollected():
                return Read(*marshal.loads(body))
    except FileNotFoundError:
        return None
    except (OSError, EOFError, ValueError, TypeError):
        pass  # as if it were of another file
    with suppress(OSError):
        _place(path).unlink()
    return None


def keep(path: Path, key: str, uuid: str, seq: int, document: Document) -> None:
    """Keep what a document holds as what the file with this digest says."""
    with suppress(OSError, ValueError):  # not keeping it costs a second reading, no more
        if not document.resumable or _head_of(_place(path)).get("digest") == key:
            return
        body = marshal.dumps((uuid, seq, _shared(document.everything()), dict(document.facts())))
        if len(body) <= LARGEST:
            passing = _place(path).with_suffix(f".{secrets.token_hex(4)}")
            passing.write_bytes(json.dumps(_head(path, key, body)).encode() + b"\n" + body)
            os.replace(passing, _place(path))
            _tidy()


def _head(path: Path, key: str, body: bytes) -> dict[str, str | int]:
    return {"digest": key, "path": str(path), "by": _made_by(), "check": zlib.crc32(body)}


@cache
def _made_by() -> str:
    """This version of Fusen, and of what it writes and reads entries with."""
    return f"{__version__} {sys.version_info[:2]} {marshal.version} {SCHEMA_VERSION} {zlib.crc32(repr(KINDS).encode())}"


def _head_of(entry: Path) -> dict[str, str | int]:
    """What an entry says of itself; nothing where there is none."""
    try:
        with entry.open("rb") as file:
            return json.loads(file.readline(8192))
    except FileNotFoundError:
        return {}


def _shared(records: Mapping[str, Mapping[str, Record]]) -> dict[str, dict[str, dict[str, Any]]]:
    """The records, with equal texts and equal stamps as one object each: they are written and read once then."""
    known: dict[Any, Any] = {}

    def one(value: Any) -> Any:
        if isinstance(value, str):
            return known.setdefault(value, value)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return known.setdefault(tuple(value), [one(part) for part in value])
        return value

    def in_order(of_kind: Mapping[str, Record]) -> list[tuple[str, Record]]:
        """Records in the order in which they are mostly wanted: sorting them again costs next to nothing then."""
        return sorted(of_kind.items(), key=lambda entry: (str(entry[1].get("order") or ""), entry[0]))

    return {kind: {id: {one(name): one(value) for name, value in record.items()} for id, record in in_order(of_kind)}
            for kind, of_kind in records.items()}


def _tidy() -> None:
    """Only the newest entries stay, and none of a file that is gone; on a drive that is away nobody knows."""
    for at, entry in enumerate(sorted(_folder().iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True)):
        place = str(_head_of(entry).get("path", "")) if entry.suffix == ".read" else ""
        gone = not os.path.exists(place) and os.path.isdir(os.path.dirname(place) or ".")
        if at >= REMEMBERED or gone:
            entry.unlink(missing_ok=True)


def _folder() -> Path:
    path = user_data() / "read"
    path.mkdir(parents=True, exist_ok=True)
    return path


def _place(path: Path) -> Path:
    return _folder() / f"{hashlib.sha256(os.path.normcase(path).encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.read"
