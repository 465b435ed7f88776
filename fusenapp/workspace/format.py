"""The layout of a .fusen file and the way from its bytes to an open database.

A workspace file is an SQLite database with its own application id. It is only ever handled as a
whole: read into memory as bytes, changed there, written back as bytes. So it is never held open,
no journal file appears beside it, and it may lie on a shared folder or a cloud drive.

Tables:
    ``meta``         key → value: ``uuid``, ``format`` (major.minor), ``app``, ``created``
    ``journal``      one row per transaction, in the order of ``seq``; ``uid`` names it in every copy;
                     ``bytes`` is null in a row that was thinned (a checkpoint holds what it did)
    ``checkpoints``  whole states; ``seq`` is the last journal row inside, null for a named version that
                     came with a merge (it is complete by itself but no prefix of this journal)
    ``blobs``        large things by the SHA-256 of their bytes; ``bytes`` is null where the user removed one
    ``quarantine``   updates that the document refused
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from fusenapp.errors import InputError
from fusenapp.workspace.faults import read_fault

APPLICATION_ID = 0x4675736E  # "Fusn"
FORMAT = (1, 0)
"""(major, minor): a newer major is refused."""

# Compacted, a file holds the tables in this order: one that was cut off has lost its blobs first, the state last.
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE checkpoints (
    id INTEGER PRIMARY KEY, seq INTEGER, time TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('auto', 'named')),
    name TEXT NOT NULL, author TEXT NOT NULL, department TEXT NOT NULL, vector BLOB NOT NULL, sha256 TEXT NOT NULL,
    state BLOB NOT NULL);
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, uid BLOB NOT NULL UNIQUE, time TEXT NOT NULL, author TEXT NOT NULL,
    department TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('edit', 'remote', 'merge', 'restore')),
    crc INTEGER NOT NULL, bytes BLOB);
CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY, time TEXT NOT NULL, author TEXT NOT NULL, reason TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE blobs (hash TEXT PRIMARY KEY, media TEXT NOT NULL, removed TEXT, bytes BLOB);
"""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def lay_out(connection: sqlite3.Connection, uuid: str, app: str, created: str) -> None:
    """Make the tables of an empty workspace."""
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID};" + TABLES)
    facts = {"uuid": uuid, "format": "{}.{}".format(*FORMAT), "app": app, "created": created}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", facts.items())


def read_bytes(path: Path, *, broken: bool = False) -> bytes:
    """The bytes of a workspace file as they lie on the disk.

    Args:
        path: the file.
        broken: read it whatever it begins with; otherwise a (possibly huge) file of something else is not read.

    Raises:
        InputError: ``not-found``, ``not-a-workspace``, ``damaged-file``.
        EnvironmentFault: the file cannot be read.
    """
    if os.path.isdir(path):
        raise InputError("not-a-workspace", str(path))
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
            if not broken:
                check_beginning(header, str(path))
            file.seek(0)
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        raise InputError("not-found", str(path)) from None
    except OSError as error:
        raise read_fault(error, path) from error


def open_image(data: bytes, where: str) -> sqlite3.Connection:
    """A database in memory with the contents of a workspace file.

    Args:
        data: the whole file.
        where: named in errors.

    Raises:
        InputError: ``not-a-workspace``, ``damaged-file``, ``newer-version``.
    """
    check_header(data, where)
    connection = memory_of(data)
    try:
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        check_version(connection, where)
    except sqlite3.DatabaseError:
        verdict = "malformed"
    except InputError:
        connection.close()
        raise
    if verdict != "ok":
        connection.close()
        raise InputError("damaged-file", where)
    return connection


def check_header(data: bytes, where: str) -> None:
    """Refuse what is not a whole workspace file, by its first 100 bytes and its length."""
    check_beginning(data[:_HEADER], where)
    # Format versions other than 1 and 2 make SQLite open the file for reading only: the working copy could not be written.
    if len(data) != page_size(data) * int.from_bytes(data[28:32], "big") or not set(data[18:20]) <= {1, 2}:
        raise InputError("damaged-file", where)


def check_beginning(header: bytes, where: str) -> None:
    """Refuse what does not begin as a workspace file does."""
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        cut_short = _MAGIC.startswith(header[:16]) and len(header) > 0
        raise InputError("damaged-file" if cut_short else "not-a-workspace", where)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise InputError("not-a-workspace", where)


def page_size(data: bytes) -> int:
    """Bytes per page as the header says."""
    size = int.from_bytes(data[16:18], "big")
    return 65536 if size == 1 else size


def check_version(connection: sqlite3.Connection, where: str) -> None:
    """Refuse a file of a newer major format."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    if row is None:
        raise InputError("damaged-file", where)
    if int(row[0].split(".")[0]) > FORMAT[0]:
        raise InputError("newer-version", where, version=row[0])


def memory_of(data: bytes) -> sqlite3.Connection:
    """A database in memory that starts with these bytes; nothing is checked."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if data:
        connection.deserialize(without_wal(data))
    return connection


def without_wal(data: bytes) -> bytes:
    """The same database marked as one without a write-ahead log, which memory and shared folders do not have."""
    return data[:18] + b"\x01\x01" + data[20:] if data[18:20] == b"\x02\x02" else data
