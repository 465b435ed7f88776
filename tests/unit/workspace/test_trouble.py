"""A full disk, a read-only folder, a drive that is away: edits are kept, the user is told, and it is tried again."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from fusenapp.errors import EnvironmentFault
from fusenapp.messages import explain
from fusenapp.workspace import Workspace, atomic, check
from tests.unit.workspace.disks import Disk, small_disk
from tests.unit.workspace.scenes import SATO, add, names, names_in, new_file, start, working_copies


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Disk]:
    """The disk on which the workspace file lies."""
    with small_disk(tmp_path / "共有", 600) as disk:
        yield disk


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk on which the working copies lie."""
    with small_disk(tmp_path / "home", 2000) as disk:
        monkeypatch.setenv("FUSEN_DATA", str(disk.folder))
        yield disk


def _code(workspace: Workspace) -> str:
    assert workspace.status.state == "failed"
    assert workspace.status.error
    assert explain(workspace.status.error, to="ja") != explain(workspace.status.error, to="en")
    return workspace.status.error.code


def test_a_full_share_keeps_the_old_file_and_the_edits_and_is_written_when_there_is_room(share: Disk) -> None:
    path = new_file(share.folder)
    before = path.read_bytes()
    workspace = Workspace.open(path, SATO)
    ballast = share.fill()
    add(workspace, "neu")
    workspace.publish()
    assert _code(workspace) == "disk-full"
    assert path.read_bytes() == before
    assert sorted(f.name for f in share.folder.iterdir()) == ["ballast", path.name]
    ballast.unlink()
    assert workspace.publish().state == "published"
    assert "neu" in names_in(path)
    workspace.close()


def test_closing_on_a_full_share_keeps_the_edits_for_the_next_time(share: Disk) -> None:
    path = new_file(share.folder)
    workspace = Workspace.open(path, SATO)
    ballast = share.fill()
    add(workspace, "neu")
    assert workspace.close().state == "failed"
    ballast.unlink()
    assert "neu" in names_in(path)
    Workspace.open(path, SATO).close()
    assert working_copies() == []


def test_a_read_only_folder_is_told_and_tried_again(share: Disk) -> None:
    path = new_file(share.folder)
    workspace = Workspace.open(path, SATO)
    share.lock()
    add(workspace, "neu")
    workspace.publish()
    assert _code(workspace) == "read-only"
    share.lock(False)
    assert workspace.close().state == "published"
    assert "neu" in names_in(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="becoming another user takes root")
def test_a_folder_without_rights_is_told_as_read_only() -> None:
    with TemporaryDirectory() as folder:
        path, data = new_file(Path(folder)), Path(folder) / "nobodys data"
        data.mkdir()
        os.chown(data, 65534, 65534)
        Path(folder).chmod(0o755)
        child = start("publishing_child.py", str(path), str(data))
        assert child.communicate(timeout=60)[0].split() == ["failed", "read-only", "kept"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="becoming another user takes root")
def test_a_file_that_may_not_be_read_is_told() -> None:
    with TemporaryDirectory() as folder:
        path = new_file(Path(folder))
        path.chmod(0)
        Path(folder).chmod(0o755)
        child = start("publishing_child.py", str(path), folder)
        assert child.communicate(timeout=60)[0].split() == ["refused", "cannot-read", "-"]
        Path(folder).chmod(0)
        child = start("publishing_child.py", str(path), folder)
        assert child.communicate(timeout=60)[0].split() == ["refused", "cannot-read", "-"]


def test_a_drive_that_goes_away_and_comes_back_loses_nothing(share: Disk) -> None:
    path = new_file(share.folder)
    workspace = Workspace.open(path, SATO)
    contents = {path.name: path.read_bytes()}
    share.vanish()
    add(workspace, "neu")
    workspace.publish()
    assert _code(workspace) == "drive-gone"
    assert list(share.folder.iterdir()) == [], "nothing may be written where the drive was mounted"
    share.come_back(contents)
    assert workspace.publish().state == "published"
    assert "neu" in names_in(path)
    workspace.close()


def test_edits_on_a_full_working_disk_wait_in_memory_and_are_written_later(home: Disk, tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    told: list[str] = []
    workspace.on_status(lambda status: told.append(status.error.code if status.error else status.state))
    ballast = home.fill()
    for number in range(300):
        add(workspace, f"n{number}")
    assert workspace.in_memory > 0
    assert _code(workspace) == "edits-in-memory"
    assert told[-1] == "edits-in-memory"
    assert not workspace.retry_pending()
    ballast.unlink()
    assert workspace.retry_pending()
    assert (workspace.in_memory, workspace.status.state) == (0, "local")
    add(workspace, "after")
    assert workspace.in_memory == 0
    workspace.close()
    assert names_in(path).keys() >= {f"n{number}" for number in range(300)}
    assert check(path).ok


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind exist on Unix only")
def test_edits_wait_in_memory_where_files_may_not_grow(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    child = start("limited_child.py", str(path))
    waiting, state, code, kept = child.communicate(timeout=60)[0].split()
    assert int(waiting) > 0
    assert (state, code, kept) == ("failed", "edits-in-memory", "0")
    assert len(names_in(path)) == 303


def test_edits_that_are_in_memory_only_still_reach_the_file(home: Disk, tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    ballast = home.fill()
    for number in range(300):
        add(workspace, f"n{number}")
    assert workspace.in_memory > 0
    assert workspace.publish().state == "published"
    ballast.unlink()
    assert names_in(path).keys() >= {f"n{number}" for number in range(300)}
    workspace.close()
    assert len(Workspace.open(path, SATO).history()) == 301


def test_closing_is_refused_while_edits_could_be_written_nowhere(home: Disk, share: Disk) -> None:
    path = new_file(share.folder)
    workspace = Workspace.open(path, SATO)
    blocks = home.fill(), share.fill()
    for number in range(300):
        add(workspace, f"n{number}")
    with pytest.raises(EnvironmentFault, match="edits-in-memory"):
        workspace.close()
    assert len(names(workspace)) == 303
    for block in blocks:
        block.unlink()
    assert workspace.close().state == "published"
    assert len(names_in(path)) == 303


def test_a_blob_that_does_not_fit_is_refused_and_nothing_else_is_harmed(home: Disk, tmp_path: Path) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    with pytest.raises(EnvironmentFault, match="disk-full"):
        workspace.blobs.put(os.urandom(3_000_000))
    add(workspace, "neu")
    assert workspace.status.state == "local"
    workspace.close()
    assert "neu" in names_in(path)


def test_a_workspace_cannot_be_made_where_nothing_can_be_written(share: Disk) -> None:
    share.lock()
    with pytest.raises(EnvironmentFault, match="read-only"):
        Workspace.create(share.folder / "neu.fusen", SATO)
    assert working_copies() == []


def test_a_script_that_cannot_publish_raises_and_takes_its_edits_back(share: Disk) -> None:
    path = new_file(share.folder)
    share.lock()
    with pytest.raises(EnvironmentFault, match="read-only"), Workspace.open(path, SATO) as workspace:
        add(workspace, "neu")
    share.lock(False)
    assert "neu" not in names_in(path)
    assert working_copies() == []


def test_a_scanner_that_holds_the_file_for_a_moment_on_windows_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_file(tmp_path)
    refusals = iter((5, 32, 33))
    real = os.replace

    def held(source: Path, target: Path) -> None:
        code = next(refusals, None)
        if code is not None and Path(target) == path:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = code  # type: ignore[attr-defined]
            raise error
        real(source, target)

    monkeypatch.setattr(atomic.os, "replace", held)
    workspace = Workspace.open(path, SATO)
    add(workspace, "neu")
    assert workspace.publish().state == "published"
    assert next(refusals, None) is None
    workspace.close()


def test_a_file_that_stays_held_on_windows_is_told_as_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    add(workspace, "neu")

    def held(source: Path, target: Path) -> None:
        error = PermissionError(errno.EACCES, "held")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(atomic.os, "replace", held)
        workspace.publish()
        assert _code(workspace) == "file-busy"
    assert workspace.close().state == "published"
    assert [f.name for f in tmp_path.iterdir()] == [path.name]
