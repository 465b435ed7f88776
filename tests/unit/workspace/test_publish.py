"""The published file: complete at rest, never held open, and where two sessions meet."""

from __future__ import annotations

import os
import socket
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from fusenapp.document import Author
from fusenapp.errors import InputError
from fusenapp.workspace import SaveStatus, Workspace, check, publisher, turns
from fusenapp.workspace.atomic import beside
from tests.unit.workspace.scenes import SATO, TANAKA, add, names, names_in, new_file, plan, rename, working_copies


def test_a_new_workspace_is_a_whole_file_at_once_and_open_gives_back_what_was_built(tmp_path: Path) -> None:
    path = tmp_path / "計画.fusen"
    workspace = Workspace.create(path, SATO, build=plan)
    assert workspace.status.state == "published"
    assert names_in(path) == {"t0": "用語0", "t1": "用語1", "t2": "用語2"}
    assert [row.label for row in workspace.history()] == ["はじめの用語"]
    workspace.close()


def test_nothing_lies_beside_the_file_and_nothing_is_left_on_this_computer(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    add(workspace, "neu")
    workspace.publish()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    workspace.close()
    assert working_copies() == []


def test_the_published_file_is_one_that_sqlite_reads_without_a_log_and_that_says_what_it_is(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    assert path.read_bytes()[18:20] == b"\x01\x01"
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x4675736E,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM meta WHERE key LIKE 'local%'").fetchone() == (0,)
    connection.close()


def test_the_file_is_never_held_open(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    add(workspace, "neu")
    workspace.publish()
    descriptors = Path("/proc/self/fd")
    if descriptors.exists():
        held = [os.readlink(found) for found in descriptors.iterdir() if found.is_symlink()]
        assert str(path) not in held
    workspace.close()


def test_an_existing_file_is_not_replaced_by_a_new_workspace_unless_told(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with pytest.raises(InputError, match="already-exists"):
        Workspace.create(path, SATO)
    Workspace.create(path, SATO, replace=True).close()
    assert names_in(path) == {}


def test_the_status_tells_saved_here_from_saved_to_the_file(tmp_path: Path) -> None:
    workspace = Workspace.open(new_file(tmp_path), SATO)
    told: list[str] = []
    stop = workspace.on_status(lambda status: told.append(status.state))
    assert workspace.status.state == "published"
    add(workspace, "neu")
    workspace.publish()
    assert told == ["local", "publishing", "published"]
    stop()
    add(workspace, "noch eins")
    assert told[-1] == "published"
    assert workspace.status.state == "local"
    workspace.close()


def test_opening_and_closing_without_an_edit_does_not_touch_the_file(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    Workspace.open(path, SATO).close()
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_it_is_time_to_publish_after_a_pause_or_a_long_time_of_editing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace.open(new_file(tmp_path), SATO)
    now = time.monotonic()
    monkeypatch.setattr(publisher.time, "monotonic", lambda: now)
    assert not workspace.publish_due()
    add(workspace, "a")
    assert not workspace.publish_due()
    now += publisher.QUIET
    assert workspace.publish_due()
    add(workspace, "b")
    assert not workspace.publish_due()
    for number in range(10):
        now += publisher.LONGEST / 10
        add(workspace, f"c{number}")
    assert workspace.publish_due()
    workspace.publish()
    assert not workspace.publish_due()
    workspace.close()


def test_after_a_failure_it_is_tried_again_at_growing_intervals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    now = time.monotonic()
    monkeypatch.setattr(publisher.time, "monotonic", lambda: now)
    sound = path.read_bytes()
    path.write_bytes(b"not a workspace")
    add(workspace, "a")
    pauses = []
    for _ in range(6):
        workspace.publish()
        before = now
        while not workspace.publish_due():
            now += 1.0
        pauses.append(now - before)
    assert pauses == [5, 10, 20, 40, 60, 60]
    path.write_bytes(sound)
    assert workspace.close().state == "published"


def test_publishing_in_the_background_while_the_user_edits_loses_nothing(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    stop = threading.Event()
    states: list[SaveStatus] = []

    def go_on() -> None:
        while not stop.is_set():
            states.append(workspace.publish())

    thread = threading.Thread(target=go_on)
    thread.start()
    for number in range(200):
        add(workspace, f"n{number}")
    stop.set()
    thread.join()
    assert all(state.error is None for state in states)
    assert workspace.publish().state == "published"
    assert names_in(path).keys() >= {f"n{number}" for number in range(200)}
    workspace.close()


def test_two_sessions_of_one_file_meet_in_it(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    ours, theirs = Workspace.open(path, SATO), Workspace.open(path, TANAKA)
    add(ours, "ours")
    add(theirs, "theirs")
    ours.publish()
    assert theirs.file_changed()
    assert not ours.file_changed()
    theirs.publish()
    report = ours.absorb()
    assert report
    assert report.rows == 1
    assert report.merged.added == [("terms", "theirs")]
    assert names(ours) == names(theirs) == names_in(path)
    assert ours.absorb() is None
    assert [(row.author, row.label) for row in ours.history()][1:] == [("佐藤", "用語の追加"), ("田中", "用語の追加")]
    assert ours.close().state == theirs.close().state == "published"


def test_a_background_thread_does_not_touch_the_document_but_asks_for_it(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    ours, theirs = Workspace.open(path, SATO), Workspace.open(path, TANAKA)
    add(theirs, "theirs")
    theirs.close()
    add(ours, "ours")
    before = path.read_bytes()
    thread = threading.Thread(target=ours.publish)
    thread.start()
    thread.join()
    assert ours.incoming
    assert ours.status.state == "local"
    assert not ours.publish_due()
    assert path.read_bytes() == before
    assert names(ours).keys() == {"t0", "t1", "t2", "ours"}
    ours.absorb()
    assert not ours.incoming
    assert ours.publish().state == "published"
    assert names_in(path).keys() == {"t0", "t1", "t2", "ours", "theirs"}
    ours.close()


def test_what_two_sessions_both_changed_is_listed_with_both_values(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    ours, theirs = Workspace.open(path, SATO), Workspace.open(path, TANAKA)
    rename(ours, "t0", "こちら")
    rename(theirs, "t0", "あちら")
    theirs.close()
    report = ours.absorb()
    assert report
    [both] = report.merged.both_changed
    assert (both.kind, both.id, both.field, both.base, {both.a, both.b}) == ("terms", "t0", "name", "用語0", {"こちら", "あちら"})
    ours.close()
    with Workspace.open(path, SATO) as again:
        [conflict] = again.document.snapshot().all("conflicts")
        assert {conflict["a"], conflict["b"]} == {"こちら", "あちら"}


def test_a_foreign_file_in_its_place_is_left_alone_and_the_edits_are_kept(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    other = new_file(tmp_path, "別.fusen").read_bytes()
    for foreign in (other, b"", b"PK\x03\x04 something else", other[:5000]):
        path.write_bytes(foreign)
        add(workspace, f"n{len(foreign)}")
        workspace.publish()
        assert workspace.status.error
        assert workspace.status.error.code == "file-replaced"
        assert path.read_bytes() == foreign
    workspace.save_copy(tmp_path / "控え.fusen")
    assert names_in(tmp_path / "控え.fusen").keys() == names(workspace).keys()
    workspace.close()


def test_a_file_that_was_removed_is_written_again(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    path.unlink()
    add(workspace, "neu")
    assert workspace.close().state == "published"
    assert "neu" in names_in(path)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    link = tmp_path / "link.fusen"
    link.symlink_to(path)
    with Workspace.open(link, SATO) as workspace:
        add(workspace, "neu")
    assert link.is_symlink()
    assert "neu" in names_in(path)


def test_a_script_that_fails_takes_its_edits_back(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    before = path.read_bytes()

    def script() -> None:
        with Workspace.open(path, SATO) as workspace:
            add(workspace, "neu")
            raise RuntimeError("the script is wrong")

    with pytest.raises(RuntimeError, match="the script is wrong"):
        script()
    assert path.read_bytes() == before
    assert working_copies() == []


def test_the_lock_of_a_dead_process_is_taken_over_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 120.0)
    path = new_file(tmp_path)
    dead = 2**22 + 12345  # beyond the largest process id of Linux
    beside(path, "lock").write_text(f"{socket.gethostname()} {dead} 00", "utf-8")
    started = time.monotonic()
    with Workspace.open(path, Author("x")) as workspace:
        add(workspace, "neu")
    if os.name != "nt":
        assert time.monotonic() - started < turns.PATIENCE / 4
    assert "neu" in names_in(path)


def test_the_lock_of_another_machine_is_respected_until_it_has_not_changed_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = new_file(tmp_path)
    lock = beside(path, "lock")
    lock.write_text("elsewhere 1 00", "utf-8")
    monkeypatch.setattr(turns, "PATIENCE", 0.3)
    started = time.monotonic()
    with Workspace.open(path, Author("x")) as workspace:
        add(workspace, "neu")
    assert time.monotonic() - started >= 0.3
    assert not lock.exists()
    assert check(path).ok
