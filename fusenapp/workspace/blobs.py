"""Large things beside the document (imported rows, pictures), kept by the hash of their bytes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.workspace.faults import journal_fault
from fusenapp.workspace.store import Store


class Blobs:
    """The blobs of an open workspace. A blob never changes: other bytes have another hash."""

    def __init__(self, store: Callable[[], Store], path: Path, changed: Callable[[], None], clock: Callable[[], str]) -> None:
        self._store = store
        self._path = path
        self._changed = changed
        self._clock = clock

    def put(self, data: bytes, media: str = "application/octet-stream") -> str:
        """Keep bytes; durable when this returns.

        Args:
            data: the bytes.
            media: their media type, for people who look into the file.

        Returns: the SHA-256 in hex, the name by which records refer to them.

        Raises:
            EnvironmentFault: ``disk-full``: nothing was kept.
        """
        hash = hashlib.sha256(data).hexdigest()
        if self._store().blob(hash) is None:
            try:
                self._store().add_blob(hash, media, data)
            except sqlite3.Error as error:
                reason = journal_fault(error, self._path).parameters["reason"]
                raise EnvironmentFault("disk-full", str(self._path), reason=reason) from error
            self._changed()
        return hash

    def get(self, hash: str) -> bytes:
        """The bytes of a blob, verified.

        Raises:
            InputError: ``blob-missing`` (never there, or removed), ``damaged-blob``.
        """
        data = self._store().blob(hash)
        if data is None:
            raise InputError("blob-missing", str(self._path), hash=hash[:12])
        if hashlib.sha256(data).hexdigest() != hash:
            raise InputError("damaged-blob", str(self._path), hash=hash[:12])
        return data

    def __contains__(self, hash: str) -> bool:
        return self._store().blob(hash) is not None

    def remove(self, hash: str) -> None:
        """Erase the bytes for good, although records or versions may still name them (personal data must be able to go).

        Copies of the workspace that are merged in later do not bring them back unless a record there still uses them.
        """
        if hash in self:
            self._store().remove_blob(hash, self._clock())
            self._changed()


def unnamed(store: Store, states: Iterable[bytes]) -> list[str]:
    """Blobs that nothing names: no journal row, no checkpoint, none of ``states``.

    A hash stands in an update as its 64 letters in one piece, so it is looked for in the bytes themselves; that
    covers every kind of record, also deleted ones and versions that can still be restored.
    """
    left = [hash for hash, (_, removed) in store.blobs().items() if not removed]
    for text in _kept(store, states):
        left = [hash for hash in left if hash.encode() not in text]
        if not left:
            break
    return left


def _kept(store: Store, states: Iterable[bytes]) -> Iterable[bytes]:
    yield from states
    for id, *_ in store.checkpoints():
        checkpoint = store.checkpoint(id)
        if checkpoint is None:  # who knows what it names
            yield b"".join(hash.encode() for hash in store.blobs())
        else:
            yield checkpoint.state
    for row in store.rows():
        if row.bytes:
            yield row.bytes
