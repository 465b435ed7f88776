"""A file that was read before opens from what was kept of it, and nobody can tell the difference but by the clock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fusenapp.document import Author, Document
from fusenapp.workspace import Workspace, quick

ME, COLLEAGUE = Author("Ann", "marketing"), Author("Ken", "field-sales")


@pytest.fixture
def path(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("FUSEN_DATA", str(tmp_path / "data"))
    place = tmp_path / "plan.fusen"

    def build(document: Document) -> None:
        with document.edit("x") as edit:
            edit.create("terms", {"name": "リード", "agreed": "名刺のある人", "order": "a"}, id="t")
            edit.create("notes", {"text": "稟議", "x": 1.5, "tags": ["急"]}, id="n")

    Workspace.create(place, ME, build=build).close()
    return place


def entries(path: Path) -> list[Path]:
    return list((path.parent / "data" / "read").glob("*.read"))


def rename(workspace: Workspace, name: str) -> None:
    with workspace.document.edit("rename") as edit:
        edit.set("terms", "t", name=name)


def test_what_was_kept_is_what_the_file_says(path):
    quickly = Workspace.open(path, ME)
    read = quick.find(path, quick.digest(path.read_bytes()))
    assert read is not None
    for entry in entries(path):
        entry.unlink()
    slowly = Workspace.open(path, ME)
    assert quickly.document.everything() == slowly.document.everything()
    assert quickly.document.facts() == slowly.document.facts()
    assert (quickly.uuid, read.seq) == (slowly.uuid, slowly._store.last_seq())
    assert quickly.document.state() == slowly.document.state()
    quickly.close()
    slowly.close()


def test_the_first_edit_finds_everything_in_place(path):
    with Workspace.open(path, ME) as workspace:
        rename(workspace, "見込み客")
        assert workspace.document.undo().label == "rename"
        assert workspace.document.get("terms", "t")["name"] == "リード"
        workspace.document.redo()
    with Workspace.open(path, ME) as workspace:
        assert workspace.document.get("terms", "t")["name"] == "見込み客"
        assert workspace.document.get("notes", "n")["tags"] == ["急"]


def test_nothing_is_put_on_the_disk_before_the_first_edit(path):
    working = path.parent / "data" / "working"
    workspace = Workspace.open(path, ME)
    assert not list(working.glob("*.fusen"))
    workspace.ready()
    assert len(list(working.glob("*.fusen"))) == 1
    workspace.close()
    assert not list(working.iterdir())


def test_an_edit_that_was_not_published_is_there_again(path):
    workspace = Workspace.open(path, ME)
    rename(workspace, "見込み客")
    workspace.close(publish=False)
    again = Workspace.open(path, ME)
    assert again.recovered == 1
    assert again.document.get("terms", "t")["name"] == "見込み客"
    again.close()
    assert Workspace.open(path, ME).document.get("terms", "t")["name"] == "見込み客"


def test_what_a_colleague_wrote_is_not_taken_for_what_we_read(path):
    mine = Workspace.open(path, ME)
    with Workspace.open(path, COLLEAGUE) as theirs:
        rename(theirs, "案件")
    mine.absorb()
    assert mine.document.get("terms", "t")["name"] == "案件"
    mine.close()
    assert Workspace.open(path, ME).document.get("terms", "t")["name"] == "案件"


def test_an_older_file_in_its_place_is_read_anew(path):
    old = path.read_bytes()
    with Workspace.open(path, ME) as workspace:
        rename(workspace, "見込み客")
    path.write_bytes(old)
    assert Workspace.open(path, ME).document.get("terms", "t")["name"] == "リード"


@pytest.mark.parametrize("damage", [lambda data: data[:-40], lambda data: data[:-9] + b"\x00" * 9, lambda data: b"", lambda data: b"{}\n"])
def test_a_damaged_entry_is_passed_over(path, damage):
    [entry] = entries(path)
    entry.write_bytes(damage(entry.read_bytes()))
    workspace = Workspace.open(path, ME)
    assert workspace.document.get("notes", "n")["text"] == "稟議"
    workspace.close()
    assert quick.find(path, quick.digest(path.read_bytes())) is not None


def test_only_the_newest_files_are_kept_and_none_that_is_gone(path):
    for number in range(quick.REMEMBERED + 2):
        Workspace.create(path.with_name(f"{number}.fusen"), ME).close()
    assert len(entries(path)) == quick.REMEMBERED
    newest = path.with_name(f"{number}.fusen")
    newest.unlink()
    Workspace.create(path.with_name("last.fusen"), ME).close()
    assert all(str(newest) not in entry.read_bytes().decode("utf-8", "replace").split("\n")[0] for entry in entries(path))


def test_sessions_that_could_not_publish_do_not_pile_up(path):
    working = path.parent / "data" / "working"
    for number in range(4):
        workspace = Workspace.open(path, ME)
        rename(workspace, f"名前{number}")
        workspace.close(publish=False)
        assert len(list(working.glob("*.fusen"))) == 1
    with Workspace.open(path, ME) as workspace:
        assert workspace.document.get("terms", "t")["name"] == "名前3"
        assert [row.label for row in workspace.history()].count("rename") == 4


def test_the_lock_of_a_session_that_was_killed_before_its_first_edit_goes(path):
    folder = path.parent / "data" / "working"
    old, young = folder / "gone-1.lock", folder / "gone-2.lock"
    for lock in (old, young):
        lock.touch()
    os.utime(old, (1, 1))
    Workspace.open(path, ME).close()
    assert [lock.name for lock in folder.iterdir()] == ["gone-2.lock"]
