"""What is no workspace is refused by name, and what is damaged never passes for whole."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

import pytest

from fusenapp.errors import InputError
from fusenapp.messages import explain
from fusenapp.workspace import Workspace, check, merge_files
from fusenapp.workspace.format import APPLICATION_ID
from tests.unit.workspace.scenes import SATO, names, new_file, working_copies


def _refusal(path: Path) -> str:
    """The code with which a file is refused; nothing may be left behind or changed by it."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(InputError) as caught:
        Workspace.open(path, SATO)
    assert str(path) in explain(caught.value, to="en")
    assert explain(caught.value, to="ja") != explain(caught.value, to="en")
    assert working_copies() == []
    assert (path.read_bytes() if path.is_file() else None) == before
    return caught.value.code


def test_a_missing_file(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "nowhere.fusen") == "not-found"
    assert _refusal(tmp_path / "no folder" / "nowhere.fusen") == "not-found"


def test_a_folder(tmp_path: Path) -> None:
    assert _refusal(tmp_path) == "not-a-workspace"


@pytest.mark.parametrize("data", [b"", b"\0" * 50_000, b"hello", b"PK\x03\x04" + b"\0" * 5000])
def test_files_of_something_else(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.fusen"
    path.write_bytes(data)
    assert _refusal(path) == "not-a-workspace"


def test_an_excel_workbook(tmp_path: Path) -> None:
    path = tmp_path / "leads.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>" * 1000)
    assert _refusal(path) == "not-a-workspace"


def _database(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = _database(tmp_path / "x.fusen", "CREATE TABLE journal (seq, uid, bytes)", "INSERT INTO journal VALUES (1, 'a', 'b')")
    assert _refusal(path) == "not-a-workspace"


def test_a_database_that_only_says_it_is_a_workspace(tmp_path: Path) -> None:
    path = _database(tmp_path / "x.fusen", f"PRAGMA application_id = {APPLICATION_ID}", "CREATE TABLE meta (key, value)")
    assert _refusal(path) == "damaged-file"


def test_a_file_of_a_newer_major_version(tmp_path: Path) -> None:
    path = _database(new_file(tmp_path), "UPDATE meta SET value = '2.0' WHERE key = 'format'")
    assert _refusal(path) == "newer-version"
    with pytest.raises(InputError, match="newer-version"):
        check(path)
    with pytest.raises(InputError, match="newer-version"):
        merge_files(path, path)


def test_a_file_of_a_newer_minor_version_opens(tmp_path: Path) -> None:
    path = _database(new_file(tmp_path), "UPDATE meta SET value = '1.7' WHERE key = 'format'")
    with Workspace.open(path, SATO) as workspace:
        assert len(names(workspace)) == 3


def test_a_file_cut_off_at_any_length(tmp_path: Path) -> None:
    whole = new_file(tmp_path).read_bytes()
    path = tmp_path / "cut.fusen"
    lengths = {*range(0, len(whole), 1777), *range(0, len(whole), 4096), 1, 15, 16, 17, 99, 100, 101, len(whole) - 1}
    for length in sorted(lengths):
        path.write_bytes(whole[:length])
        assert _refusal(path) == ("damaged-file" if length else "not-a-workspace"), length


def test_a_file_with_something_hanging_on_behind(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    path.write_bytes(path.read_bytes() + b"\0" * 1000)
    assert _refusal(path) == "damaged-file"


def test_a_journal_row_that_changed_on_the_disk_does_not_load(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM checkpoints")
    connection.execute("UPDATE journal SET bytes = zeroblob(length(bytes))")
    connection.commit()
    connection.close()
    assert _refusal(path) == "damaged-file"


def test_a_damaged_checkpoint_is_passed_over_for_the_rows(tmp_path: Path) -> None:
    path = _database(new_file(tmp_path), "UPDATE checkpoints SET state = zeroblob(length(state))")
    with Workspace.open(path, SATO) as workspace:
        assert len(names(workspace)) == 3
    assert [problem.code for problem in check(path).problems] == ["damaged-checkpoint"]


def test_undo_in_a_new_workspace_does_not_take_away_what_it_began_with(tmp_path: Path) -> None:
    from fusenapp.editing import templates

    with Workspace.create(tmp_path / "x.fusen", SATO, build=lambda document: templates.build(document, "b2b", "勤怠")) as made:
        assert made.document.undo_label is None
        made.document.undo()
        assert len(made.document.snapshot().all("departments")) == 3
