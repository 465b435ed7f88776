"""The rows of one workspace database, in memory or in a working copy: bytes in, bytes out."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from fusenapp.workspace.rows import Checkpoint, CheckpointKind, Row, unpacked

_ROW = "uid, time, author, department, label, kind, bytes, crc, seq"
_CHECKPOINT = "seq, time, kind, name, author, department, vector, sha256, state, id"


class Store:
    """The tables of an open workspace database. Every method is one transaction unless inside `transaction`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def close(self) -> None:
        """Give the database back."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; joins a transaction that is open already."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One moment of the database for several reads; joins a transaction that is open already."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    def meta(self, key: str) -> str:
        """A fact about the file; empty if it was never written."""
        found = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return found[0] if found else ""

    def set_meta(self, key: str, value: str) -> None:
        """Write a fact about the file."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # journal

    def add_rows(self, rows: Iterable[Row]) -> int:
        """Append rows at the end of the journal, in the order given; those whose uid is there already are left out.

        Returns: how many were new.
        """
        before = self.connection.total_changes
        with self.transaction():
            self.connection.executemany(
                "INSERT INTO journal (uid, time, author, department, label, kind, crc, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (uid) DO NOTHING",
                ((r.uid, r.time, r.author, r.department, r.label, r.kind, r.crc, r.bytes) for r in rows),
            )
        return self.connection.total_changes - before

    def put_row(self, row: Row) -> None:
        """Write a row at its own place in the journal."""
        r = row
        self.connection.execute(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (r.seq, r.uid, r.time, r.author, r.department, r.label, r.kind, r.crc, r.bytes),
        )

    def rows(self, after: int = 0, up_to: int | None = None) -> list[Row]:
        """Rows in the order in which they were written, whatever the clocks said."""
        found = self.connection.execute(
            f"SELECT {_ROW} FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq", (after, _last(up_to))
        )
        return [Row(*values) for values in found]

    def headings(self) -> list[Row]:
        """All rows without their bytes."""
        found = self.connection.execute(f"SELECT {_ROW.replace('bytes', 'NULL')} FROM journal ORDER BY seq")
        return [Row(*values) for values in found]

    def uids(self) -> dict[bytes, int]:
        """Every row by name, also the thinned ones: uid → seq."""
        return dict(self.connection.execute("SELECT uid, seq FROM journal ORDER BY seq").fetchall())

    def last_seq(self) -> int:
        """The newest row; 0 if there is none."""
        return self.connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]

    def last_thinned(self) -> int:
        """The newest row without bytes; 0 if there is none."""
        return self.connection.execute("SELECT coalesce(max(seq), 0) FROM journal WHERE bytes IS NULL").fetchone()[0]

    def thin(self, up_to: int) -> int:
        """Drop the bytes of rows up to ``up_to``; their uid, author and time stay. Returns how many."""
        return self.connection.execute(
            "UPDATE journal SET bytes = NULL, crc = 0 WHERE seq <= ? AND bytes IS NOT NULL", (up_to,)
        ).rowcount

    # checkpoints

    def add_checkpoint(self, seq: int | None, state: bytes, vector: bytes, **facts: str) -> None:
        """Write a whole state. ``facts``: time, kind, name, author, department."""
        self._insert_checkpoint(
            (seq, facts["time"], facts["kind"], facts["name"], facts["author"], facts["department"], vector,
             hashlib.sha256(state).hexdigest(), zlib.compress(state, 6))
        )  # fmt: skip

    def copy_checkpoint(self, checkpoint: Checkpoint, *, keep_place: bool = False) -> None:
        """Take over a checkpoint of another copy, where it is no prefix of this journal unless ``keep_place``."""
        c = checkpoint
        self._insert_checkpoint(
            (c.seq if keep_place else None, c.time, c.kind, c.name, c.author, c.department, c.vector, c.sha256, zlib.compress(c.state, 6))
        )

    def _insert_checkpoint(self, values: tuple[Any, ...]) -> None:
        self.connection.execute(
            "INSERT INTO checkpoints (seq, time, kind, name, author, department, vector, sha256, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

    def checkpoint_ids(self) -> list[int]:
        """Checkpoints that are a prefix of this journal, the one with most rows first."""
        found = self.connection.execute("SELECT id FROM checkpoints WHERE seq IS NOT NULL ORDER BY seq DESC, id DESC")
        return [id for (id,) in found]

    def checkpoint(self, id: int) -> Checkpoint | None:
        """A checkpoint with its state, or None where the state is not what was written."""
        try:
            values = self.connection.execute(f"SELECT {_CHECKPOINT} FROM checkpoints WHERE id = ?", (id,)).fetchone()
            state = unpacked(values[8])
        except (zlib.error, sqlite3.DatabaseError, TypeError):
            return None
        if hashlib.sha256(state).hexdigest() != values[7]:
            return None
        return Checkpoint(*values[:8], state=state, id=values[9])

    def checkpoints(self) -> list[tuple[int, int | None, CheckpointKind, str, str, str, str, str]]:
        """(id, seq, kind, name, time, author, department, sha256) of every checkpoint, oldest first."""
        return self.connection.execute(
            "SELECT id, seq, kind, name, time, author, department, sha256 FROM checkpoints ORDER BY id"
        ).fetchall()

    def drop_checkpoints(self, ids: Iterable[int]) -> None:
        """Forget checkpoints."""
        self.connection.executemany("DELETE FROM checkpoints WHERE id = ?", [(id,) for id in ids])

    # blobs

    def add_blob(self, hash: str, media: str, data: bytes | None) -> None:
        """Write a blob once; one that was removed comes back."""
        self.connection.execute(
            "INSERT INTO blobs VALUES (?, ?, NULL, ?) ON CONFLICT (hash) DO UPDATE SET removed = NULL, bytes = excluded.bytes"
            " WHERE bytes IS NULL",
            (hash, media, data),
        )

    def blob(self, hash: str) -> bytes | None:
        """The bytes of a blob; None if there is none or it was removed."""
        found = self.connection.execute("SELECT bytes FROM blobs WHERE hash = ?", (hash,)).fetchone()
        return found[0] if found else None

    def blobs(self) -> dict[str, tuple[str, str | None]]:
        """Every blob without its bytes: hash → (media, when it was removed or None)."""
        return {h: (media, removed) for h, media, removed in self.connection.execute("SELECT hash, media, removed FROM blobs")}

    def remove_blob(self, hash: str, time: str) -> None:
        """Erase the bytes of a blob, keep the mark that it was removed."""
        self.connection.execute("UPDATE blobs SET bytes = NULL, removed = ? WHERE hash = ?", (time, hash))

    def forget_blobs(self, hashes: Iterable[str]) -> None:
        """Drop blobs without a mark."""
        self.connection.executemany("DELETE FROM blobs WHERE hash = ?", [(hash,) for hash in hashes])

    # quarantine

    def add_quarantine(self, time: str, author: str, reason: str, data: bytes) -> None:
        """Keep an update that the document refused."""
        self.connection.execute(
            "INSERT INTO quarantine (time, author, reason, bytes) VALUES (?, ?, ?, ?)", (time, author, reason, data)
        )

    def quarantine(self) -> list[tuple[str, str, str, bytes]]:
        """(time, author, reason, bytes) of every refused update."""
        return self.connection.execute("SELECT time, author, reason, bytes FROM quarantine ORDER BY id").fetchall()


def _last(up_to: int | None) -> int:
    return 2**63 - 1 if up_to is None else up_to
