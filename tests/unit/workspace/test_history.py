"""The history: in the order of writing whatever the clocks say, with every state that can be looked at again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fusenapp.errors import InputError
from fusenapp.workspace import Workspace, check, upkeep
from tests.unit.workspace.scenes import SATO, TANAKA, add, names, names_in, new_file, rename

LONG_AGO = datetime.now(UTC) - timedelta(days=90)


def test_a_clock_that_is_set_back_loses_nothing_and_changes_no_order(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    clock = [datetime.now(UTC)]
    for session in range(4):
        workspace = Workspace.open(path, SATO, clock=lambda: clock[0])
        for number in range(10):
            rename(workspace, "t0", f"{session}.{number}")
            clock[0] -= timedelta(hours=1)
        workspace.close()
    workspace = Workspace.open(path, SATO)
    assert names(workspace)["t0"] == "3.9"
    rows = workspace.history()
    assert [row.seq for row in rows] == sorted(row.seq for row in rows)
    assert [row.time for row in rows] != sorted(row.time for row in rows)
    states = [workspace.snapshot_at(row).value("terms", "t0", "name") for row in rows[1:]]
    assert states == [f"{session}.{number}" for session in range(4) for number in range(10)]
    workspace.close()


def test_every_line_of_the_history_says_who_when_what_and_can_be_looked_at(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with Workspace.open(path, TANAKA) as workspace:
        add(workspace, "x", "新しい用語")
        rename(workspace, "x", "別の名前")
        workspace.document.undo()
    with Workspace.open(path, SATO) as workspace:
        rows = workspace.history()
        assert [(row.author, row.department, row.label, row.kind) for row in rows] == [
            ("佐藤", "marketing", "はじめの用語", "edit"),
            ("田中", "field-sales", "用語の追加", "edit"),
            ("田中", "field-sales", "名称の変更", "edit"),
            ("田中", "field-sales", "名称の変更", "edit"),
        ]
        seen = [workspace.snapshot_at(row).value("terms", "x", "name") for row in rows]
        assert seen == ["", "新しい用語", "別の名前", "新しい用語"]


def test_a_named_version_stands_in_the_history_and_survives_a_merge(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    copy = tmp_path / "copy.fusen"
    copy.write_bytes(path.read_bytes())
    with Workspace.open(copy, TANAKA) as workspace:
        rename(workspace, "t0", "第1版の名前")
        workspace.checkpoint("第1版")
        rename(workspace, "t0", "その後")
    with Workspace.open(path, SATO) as workspace:
        add(workspace, "x")
        workspace.merge_file(copy)
        [version] = [row for row in workspace.history() if row.name]
        assert (version.name, version.author, version.kind) == ("第1版", "田中", "version")
        assert workspace.snapshot_at(version).value("terms", "t0", "name") == "第1版の名前"
    with Workspace.open(path, SATO) as workspace:
        assert [row.name for row in workspace.history() if row.name] == ["第1版"]


def test_a_version_alone_is_worth_publishing(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with Workspace.open(path, SATO) as workspace:
        workspace.checkpoint("第1版")
        assert workspace.status.state == "local"
    with Workspace.open(path, SATO) as workspace:
        assert [row.name for row in workspace.history() if row.name] == ["第1版"]


def test_old_rows_are_thinned_when_two_checkpoints_cover_them_and_their_authors_stay(tmp_path: Path) -> None:
    path = tmp_path / "計画.fusen"
    workspace = Workspace.create(path, TANAKA, clock=lambda: LONG_AGO)
    for number in range(50):
        add(workspace, f"t{number}", "長い名前" * 50)
    workspace.close()
    size = path.stat().st_size
    for number in range(2):
        with Workspace.open(path, SATO) as workspace:
            rename(workspace, "t0", f"今{number}")
    with Workspace.open(path, SATO) as workspace:
        rows = workspace.history()
        assert [row.author for row in rows] == ["田中"] * 50 + ["佐藤"] * 2
        assert not rows[10].readable
        with pytest.raises(InputError, match="thinned"):
            workspace.snapshot_at(rows[10])
        assert [workspace.snapshot_at(row).value("terms", "t0", "name") for row in rows[-2:]] == ["今0", "今1"]
        assert all(row.readable for row in rows[-2:])
        assert len(names(workspace)) == 50
    assert path.stat().st_size < size
    assert check(path).ok


def test_young_rows_are_kept_in_full(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    for number in range(5):
        with Workspace.open(path, SATO) as workspace:
            rename(workspace, "t0", f"{number}")
    with Workspace.open(path, SATO) as workspace:
        assert all(row.readable for row in workspace.history())


def test_a_checkpoint_is_made_after_many_rows_without_closing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "EVERY", 20)
    path = new_file(tmp_path)
    workspace = Workspace.open(path, SATO)
    for number in range(45):
        rename(workspace, "t0", f"{number}")
    workspace.publish()
    assert check(path).recoverable.checkpoints == 2
    assert names_in(path)["t0"] == "44"
    workspace.close()
