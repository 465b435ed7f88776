"""The rows of a workspace file as frozen values."""

from __future__ import annotations

import secrets
import zlib
from dataclasses import dataclass, field
from typing import Literal

from fusenapp.document.updates import LARGEST_UPDATE

RowKind = Literal["edit", "remote", "merge", "restore"]
CheckpointKind = Literal["auto", "named"]


@dataclass(frozen=True)
class Row:
    """One transaction of the document.

    Args:
        seq: place in this journal; 0 before it was written. Other copies may count differently.
        uid: 16 random bytes, the same in every copy.
        time: ISO 8601 in UTC, as the clock of the author's machine said; never used for order.
        bytes: the update, or None where it was thinned.
        crc: CRC-32 of the bytes.
    """

    uid: bytes
    time: str
    author: str
    department: str
    label: str
    kind: RowKind
    bytes: bytes | None
    crc: int
    seq: int = 0

    @property
    def sound(self) -> bool:
        """Whether the bytes are what was written."""
        return self.bytes is None or zlib.crc32(self.bytes) == self.crc


def new_row(data: bytes, *, time: str, author: str, department: str, label: str, kind: RowKind) -> Row:
    """A row with a fresh uid."""
    return Row(secrets.token_bytes(16), time, author, department, label, kind, data, zlib.crc32(data))


def unpacked(data: bytes) -> bytes:
    """The state in a checkpoint's compressed bytes.

    Raises:
        zlib.error: damaged, or made to fill the memory.
    """
    reader = zlib.decompressobj()
    state = reader.decompress(data, LARGEST_UPDATE)
    if reader.unconsumed_tail or not reader.eof:
        raise zlib.error("cut off or too large")
    return state


@dataclass(frozen=True)
class Checkpoint:
    """A whole state of the document. ``state`` is one update; ``sha256`` is the hash of it in hex.

    ``seq``: the last journal row inside; None for a named version that came with a merge.
    """

    seq: int | None
    time: str
    kind: CheckpointKind
    name: str
    author: str
    department: str
    vector: bytes = field(repr=False)
    sha256: str
    state: bytes = field(repr=False)
    id: int = 0


@dataclass(frozen=True)
class Revision:
    """A line of the history: a transaction, or a named version where ``name`` is not empty.

    ``seq`` can be given to `Workspace.snapshot_at` where ``readable``.
    """

    seq: int
    uid: str
    time: str
    author: str
    department: str
    label: str
    kind: str
    name: str
    readable: bool
