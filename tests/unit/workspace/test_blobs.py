"""Imported rows and pictures: kept by hash, verified, gone when the user wants them gone."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from fusenapp.errors import InputError
from fusenapp.workspace import Workspace, check
from tests.unit.workspace.scenes import SATO, TANAKA, add, new_file

ROWS = "氏名,会社\n山田,花井電子\n".encode() * 500


def _import(workspace: Workspace, data: bytes, id: str = "leads") -> str:
    hash = workspace.blobs.put(data, "text/csv")
    with workspace.document.edit("取り込み") as edit:
        edit.create("datasets", {"name": "リード", "blob": hash}, id=id)
    return hash


def _delete(workspace: Workspace, id: str = "leads") -> None:
    with workspace.document.edit("削除") as edit:
        edit.delete("datasets", id)


def test_a_blob_is_named_by_its_hash_and_travels_with_the_file(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with Workspace.open(path, SATO) as workspace:
        hash = _import(workspace, ROWS)
        assert hash == hashlib.sha256(ROWS).hexdigest()
        assert workspace.blobs.put(ROWS) == hash
    moved = tmp_path / "mail.fusen"
    shutil.move(path, moved)
    with Workspace.open(moved, TANAKA) as workspace:
        assert workspace.blobs.get(hash) == ROWS
        assert hash in workspace.blobs


def test_an_unknown_blob_is_told(tmp_path: Path) -> None:
    with Workspace.open(new_file(tmp_path), SATO) as workspace, pytest.raises(InputError, match="blob-missing"):
        workspace.blobs.get("0" * 64)


def test_a_blob_that_no_record_ever_named_goes_when_the_workspace_is_closed(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with Workspace.open(path, SATO) as workspace:
        orphan = workspace.blobs.put(b"nobody names this")
        kept = _import(workspace, ROWS)
    with Workspace.open(path, SATO) as workspace:
        assert orphan not in workspace.blobs
        assert kept in workspace.blobs


def test_the_rows_of_a_deleted_import_stay_until_the_file_is_tidied(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with Workspace.open(path, SATO) as workspace:
        hash = _import(workspace, ROWS)
        _delete(workspace)
    with Workspace.open(path, SATO) as workspace:
        assert workspace.blobs.get(hash) == ROWS
        assert workspace.tidy() == 1
        assert workspace.tidy() == 0
    assert "山田".encode() not in path.read_bytes()
    with Workspace.open(path, SATO) as workspace, pytest.raises(InputError, match="blob-missing"):
        workspace.blobs.get(hash)
    assert check(path).ok


def test_a_version_that_names_a_blob_keeps_it(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with Workspace.open(path, SATO) as workspace:
        hash = _import(workspace, ROWS)
        workspace.checkpoint("取り込み済み")
        with workspace.document.edit("入れ替え") as edit:
            edit.set("datasets", "leads", blob=workspace.blobs.put(b"new rows"))
    with Workspace.open(path, SATO) as workspace:
        assert workspace.blobs.get(hash) == ROWS


def test_rows_that_were_erased_do_not_come_back_with_an_old_copy(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with Workspace.open(path, SATO) as workspace:
        hash = _import(workspace, ROWS)
    copy = tmp_path / "copy.fusen"
    shutil.copy(path, copy)
    with Workspace.open(path, SATO) as workspace:
        _delete(workspace)
        workspace.tidy()
    with Workspace.open(copy, TANAKA) as workspace:
        add(workspace, "x")
    with Workspace.open(path, SATO) as workspace:
        workspace.merge_file(copy)
        assert hash not in workspace.blobs
    with Workspace.open(copy, TANAKA) as workspace:
        workspace.merge_file(path)
        assert hash not in workspace.blobs


def test_rows_that_a_colleague_imported_again_come_back(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with Workspace.open(path, SATO) as workspace:
        hash = _import(workspace, ROWS)
    copy = tmp_path / "copy.fusen"
    shutil.copy(path, copy)
    with Workspace.open(path, SATO) as workspace:
        _delete(workspace)
        workspace.tidy()
    with Workspace.open(copy, TANAKA) as workspace:
        _import(workspace, ROWS, "leads again")
    with Workspace.open(path, SATO) as workspace:
        workspace.merge_file(copy)
        assert workspace.blobs.get(hash) == ROWS


def test_a_blob_that_changed_on_the_disk_is_told_and_not_handed_out(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    data = os.urandom(50_000)
    with Workspace.open(path, SATO) as workspace:
        hash = _import(workspace, data)
    raw = bytearray(path.read_bytes())
    raw[raw.index(data[9000:9050])] ^= 1
    path.write_bytes(raw)
    with Workspace.open(path, SATO) as workspace, pytest.raises(InputError, match="damaged-blob"):
        workspace.blobs.get(hash)
    assert [problem.code for problem in check(path).problems] == ["damaged-blob"]
