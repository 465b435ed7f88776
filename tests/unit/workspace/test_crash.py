"""A process that is killed at any moment loses no edit that it had acknowledged."""

from __future__ import annotations

import os
import random
import shutil
import threading
from pathlib import Path

import pytest

from fusenapp.document import Document
from fusenapp.workspace import Workspace, check
from tests.unit.workspace.scenes import SATO, add, names, names_in, new_file, start, working_copies

EDITS = 1000


def _kill_after(path: Path, prefix: str, lines: int, every: int = 0) -> list[str]:
    """Run a session, kill -9 it after so many acknowledged edits; returns those that it acknowledged."""
    child = start("editing_child.py", str(path), prefix, str(EDITS), str(every))
    assert child.stdout
    assert child.stdout.readline() == "open\n"
    acknowledged = [child.stdout.readline().strip() for _ in range(lines)]
    child.kill()
    acknowledged += [line.strip() for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    child.wait()
    child.stdout.close()
    assert "closed" not in acknowledged, "killed too late"
    return acknowledged


@pytest.mark.parametrize("seed", range(4))
def test_every_acknowledged_edit_is_there_after_kill_9(tmp_path: Path, seed: int) -> None:
    path = new_file(tmp_path)
    acknowledged = _kill_after(path, "e", random.Random(seed).randrange(1, EDITS - 200))
    workspace = Workspace.open(path, SATO)
    assert set(acknowledged) <= names(workspace).keys()
    assert workspace.recovered in (len(acknowledged), len(acknowledged) + 1)
    workspace.close()
    assert set(acknowledged) <= names_in(path).keys()
    assert check(path).ok
    assert working_copies() == []


def test_a_kill_while_publishing_leaves_a_whole_file_and_no_edit_is_lost(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    acknowledged: list[str] = []
    for crash, lines in enumerate((49, 50, 99, 150)):
        acknowledged += _kill_after(path, f"c{crash}", lines, every=50)
        assert check(path).ok
    assert set(acknowledged) <= names_in(path).keys()
    Workspace.open(path, SATO).close()
    assert set(acknowledged) <= names_in(path).keys()
    assert [found.name for found in tmp_path.iterdir() if not found.name.startswith("~")] == [path.name]


def test_what_several_crashed_sessions_left_behind_comes_back_together(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    first = _kill_after(path, "a", 20)
    workspace = Workspace.open(path, SATO)
    add(workspace, "between")
    workspace.discard()  # what the crashed session left behind is not this session's to throw away
    second = _kill_after(path, "b", 20)
    Workspace.open(path, SATO).close()
    found = names_in(path)
    assert {*first, *second} <= found.keys()
    assert "between" not in found
    assert working_copies() == []


def test_unsaved_edits_of_a_file_that_was_moved_come_back(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    acknowledged = _kill_after(path, "m", 10)
    moved = tmp_path / "移動先.fusen"
    path.rename(moved)
    workspace = Workspace.open(moved, SATO)
    assert set(acknowledged) <= names(workspace).keys()
    workspace.close()
    assert not path.exists()


def test_unsaved_edits_do_not_leak_into_another_copy_of_the_file(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    copy = tmp_path / "コピー.fusen"
    copy.write_bytes(path.read_bytes())
    acknowledged = _kill_after(path, "x", 10)
    assert not set(acknowledged) & names_in(copy).keys()
    assert set(acknowledged) <= names_in(path).keys()


def test_a_file_that_is_away_opens_from_its_working_copy_and_is_written_when_it_can_be(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    acknowledged = _kill_after(path, "w", 10)
    path.unlink()
    workspace = Workspace.open(path, SATO)
    assert set(acknowledged) <= names(workspace).keys()
    assert workspace.status.state == "local"
    workspace.close()
    assert set(acknowledged) <= names_in(path).keys()


@pytest.mark.expects_log("working copy is damaged and was set aside")
def test_a_working_copy_that_is_garbage_is_kept_aside_and_hinders_nobody(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    _kill_after(path, "g", 5)
    left = working_copies()[0]
    left.write_bytes(b"garbage" * 1000)
    for suffix in ("-wal", "-shm"):
        left.with_name(left.name + suffix).unlink(missing_ok=True)
    assert names_in(path).keys() == {"t0", "t1", "t2"}
    assert left.with_suffix(".damaged").exists()


def test_leaving_in_a_hurry_keeps_the_edits_for_the_next_time(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    before = path.read_bytes()
    workspace = Workspace.open(path, SATO)
    add(workspace, "late")
    assert workspace.close(publish=False).state == "local"
    assert path.read_bytes() == before
    again = Workspace.open(path, SATO)
    assert again.recovered == 1
    assert again.close().state == "published"
    assert "late" in names_in(path)
    assert working_copies() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows does not remove open files")
def test_a_working_copy_that_is_cleared_away_under_the_session_is_made_again(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    add(workspace, "before")
    shutil.rmtree(working_copies()[0].parent)
    add(workspace, "after")
    assert workspace.in_memory == 0
    shutil.rmtree(working_copies()[0].parent)
    assert workspace.publish().state == "published"
    assert {"before", "after"} <= names_in(path).keys()
    add(workspace, "last")
    workspace.close()
    assert "last" in names_in(path)
    assert working_copies() == []


def test_a_publication_after_closing_does_nothing(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    add(workspace, "neu")
    workspace.close(publish=False)
    before = path.read_bytes(), working_copies()
    thread = threading.Thread(target=workspace.publish)
    thread.start()
    thread.join()
    assert (path.read_bytes(), working_copies()) == before


def test_the_document_can_be_had_back_from_the_disk_after_its_engine_broke(tmp_path: Path) -> None:
    workspace = Workspace.open(new_file(tmp_path), SATO)
    for number in range(5):
        add(workspace, f"n{number}")
    assert workspace.document.reload
    again = Document(SATO)
    again.load(workspace.document.reload())
    assert again.snapshot() == workspace.document.snapshot()
    workspace.close()
