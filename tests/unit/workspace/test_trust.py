"""A file from elsewhere cannot take the program down: what the engine would not survive is refused before it sees it."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest

from fusenapp.document import Author, Document
from fusenapp.document import updates as checks
from fusenapp.errors import InputError
from fusenapp.workspace import Workspace, trust

ME = Author("Ann", "marketing")


def made(path: Path) -> Path:
    def build(document: Document) -> None:
        with document.edit("x") as edit:
            edit.create("terms", {"name": "リード"}, id="t")

    Workspace.create(path, ME, build=build).close()
    return path


def hostile(depth: int) -> bytes:
    """An update with arrays nested so deep that the engine overflows its stack."""
    from pycrdt import Array, Doc, Map

    doc = Doc()
    root = doc.get("terms", type=Map)
    inner = Array()
    root["t"] = inner
    for _ in range(depth):
        deeper = Array()
        inner.append(deeper)
        inner = deeper
    return doc.get_update()


def planted(path: Path, update: bytes) -> Path:
    """The update as the newest state of a file, with all checksums right."""
    with sqlite3.connect(path) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(checkpoints)")]
        state, digest = next(c for c in columns if c == "state"), next(c for c in columns if c == "sha256")
        connection.execute(f"UPDATE checkpoints SET {state} = ?, {digest} = ?", (zlib.compress(update), hashlib.sha256(update).hexdigest()))
    connection.close()
    return path


def test_a_file_with_an_update_nested_too_deep_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = planted(made(tmp_path / "a.fusen"), hostile(500))
    with pytest.raises(InputError) as refused:
        Workspace.open(path, ME)
    assert refused.value.code == "damaged-file"


def test_it_is_refused_as_a_colleagues_copy_too(tmp_path: Path) -> None:
    mine = made(tmp_path / "a.fusen")
    theirs = tmp_path / "b.fusen"
    theirs.write_bytes(mine.read_bytes())
    planted(theirs, hostile(500))
    with Workspace.open(mine, ME) as workspace, pytest.raises(InputError):
        workspace.merge_file(theirs)


def test_a_file_that_was_read_or_written_before_is_not_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "a.fusen")
    read: list[bytes] = []
    monkeypatch.setattr(trust.updates, "reach", lambda update: read.append(update) or {})
    Workspace.open(path, ME).close()
    assert read == []


def test_a_file_from_elsewhere_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "a.fusen")
    monkeypatch.setenv("FUSEN_DATA", str(tmp_path / "another computer"))
    (tmp_path / "another computer").mkdir()
    read: list[bytes] = []
    reach = checks.reach
    monkeypatch.setattr(trust.updates, "reach", lambda update: read.append(update) or reach(update))
    Workspace.open(path, ME).close()
    first = len(read)
    Workspace.open(path, ME).close()
    assert (first > 0, len(read)) == (True, first)
