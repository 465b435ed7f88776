"""Two copies of a workspace, edited apart, become one; in either order, with everybody's rows."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fusenapp.document import Author
from fusenapp.errors import InputError
from fusenapp.workspace import MergeReport, Workspace, check, merge_files
from tests.unit.workspace.scenes import SATO, TANAKA, add, names, names_in, new_file, rename, working_copies

LONG_AGO = datetime.now(UTC) - timedelta(days=90)


def _parted(folder: Path) -> tuple[Path, Path]:
    """A file and its copy, each edited by another department, with one field changed in both."""
    ours = new_file(folder)
    theirs = folder / "計画 のコピー.fusen"
    shutil.copy(ours, theirs)
    with Workspace.open(ours, SATO) as workspace:
        add(workspace, "m", "マーケの用語")
        rename(workspace, "t0", "リード")
        rename(workspace, "t1", "ours only")
    with Workspace.open(theirs, TANAKA) as workspace:
        add(workspace, "s", "営業の用語")
        rename(workspace, "t0", "見込み客")
        with workspace.document.edit("用語の削除") as edit:
            edit.delete("terms", "t2")
    return ours, theirs


def _contents(path: Path) -> dict[str, dict[str, object]]:
    workspace = Workspace.open(path, SATO)
    records = workspace.document.snapshot().records
    workspace.discard()
    return {kind: dict(found) for kind, found in records.items() if found}


def _both(report: MergeReport) -> list[tuple[object, ...]]:
    found = report.merged.both_changed
    return [(b.kind, b.id, b.field, b.base, frozenset((b.a, b.b)), b.kept, frozenset((b.a_author, b.b_author))) for b in found]


def test_both_sides_are_kept_and_what_both_changed_is_listed_with_both_values(tmp_path: Path) -> None:
    ours, theirs = _parted(tmp_path)
    report = merge_files(ours, theirs, tmp_path / "統合.fusen", SATO)
    assert report.merged.added == [("terms", "s")]
    assert report.merged.removed == [("terms", "t2")]
    assert len(report.merged.both_changed) == 1
    [(kind, id, name, base, values, kept, authors)] = _both(report)
    assert (kind, id, name, base) == ("terms", "t0", "name", "用語0")
    assert values == {"リード", "見込み客"}
    assert kept in values
    assert authors == {"佐藤", "田中"}
    assert names_in(tmp_path / "統合.fusen") == {"t0": kept, "t1": "ours only", "m": "マーケの用語", "s": "営業の用語"}


def test_either_order_gives_the_same_workspace_and_the_same_list(tmp_path: Path) -> None:
    ours, theirs = _parted(tmp_path)
    one = merge_files(ours, theirs, tmp_path / "1.fusen", SATO)
    two = merge_files(theirs, ours, tmp_path / "2.fusen", TANAKA)
    assert _contents(tmp_path / "1.fusen") == _contents(tmp_path / "2.fusen")
    assert _both(one) == _both(two)
    assert one.after == two.after
    assert (one.ours, one.theirs) == (two.theirs, two.ours)
    again = merge_files(tmp_path / "1.fusen", tmp_path / "2.fusen")
    assert [again.merged.added, again.merged.changed, again.merged.removed, again.merged.both_changed] == [[], [], [], []]
    assert _contents(tmp_path / "1.fusen") == _contents(tmp_path / "2.fusen")


def test_merging_twice_changes_nothing_more(tmp_path: Path) -> None:
    ours, theirs = _parted(tmp_path)
    merge_files(ours, theirs)
    before = _contents(ours)
    report = merge_files(ours, theirs)
    assert report.rows == 0
    assert not report.merged.both_changed
    assert _contents(ours) == before


def test_the_files_that_are_read_stay_as_they_are(tmp_path: Path) -> None:
    ours, theirs = _parted(tmp_path)
    before = ours.read_bytes(), theirs.read_bytes()
    merge_files(ours, theirs, tmp_path / "統合.fusen")
    assert (ours.read_bytes(), theirs.read_bytes()) == before
    assert working_copies() == []


def test_the_history_keeps_who_did_what_on_both_sides(tmp_path: Path) -> None:
    ours, theirs = _parted(tmp_path)
    expected = {row.uid: row.author for path in (ours, theirs) for row in _history(path)}
    merge_files(ours, theirs, None, Author("鈴木", "inside-sales"))
    after = {row.uid: row.author for row in _history(ours)}
    assert expected.items() <= after.items()
    assert [row.author for row in _history(ours)] == ["佐藤"] * 4 + ["田中"] * 3 + ["鈴木"]


def _history(path: Path) -> list:
    workspace = Workspace.open(path, SATO)
    rows = [row for row in workspace.history() if not row.name]
    workspace.discard()
    return rows


def test_an_open_workspace_takes_in_a_colleagues_file_and_a_conflicted_copy(tmp_path: Path) -> None:
    ours, theirs = _parted(tmp_path)
    conflicted = tmp_path / "計画 (conflicted copy).fusen"
    with Workspace.open(theirs, TANAKA) as workspace:
        add(workspace, "late")
        shutil.copy(theirs, conflicted)
    workspace = Workspace.open(ours, SATO)
    add(workspace, "unsaved")
    heard: list[str] = []
    workspace.document.subscribe(lambda changes: heard.append(changes.origin))
    assert workspace.merge_file(theirs).rows == 4
    assert workspace.merge_file(conflicted).rows == 0
    assert heard.count("merge") == 1
    assert names(workspace).keys() == {"t0", "t1", "m", "s", "late", "unsaved"}
    assert workspace.status.state == "local"
    workspace.close()
    assert names_in(ours).keys() == {"t0", "t1", "m", "s", "late", "unsaved"}
    assert check(ours).ok


def test_one_can_still_undo_ones_own_edit_after_a_merge(tmp_path: Path) -> None:
    ours, theirs = _parted(tmp_path)
    workspace = Workspace.open(ours, SATO)
    add(workspace, "mistake")
    workspace.merge_file(theirs)
    assert workspace.document.undo().label == "用語の追加"
    workspace.close()
    assert "mistake" not in names_in(ours)
    assert "s" in names_in(ours)


def test_other_workspaces_are_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    ours, other = new_file(tmp_path), new_file(tmp_path, "別.fusen")
    before = ours.read_bytes()
    with pytest.raises(InputError, match="unrelated-workspaces"):
        merge_files(ours, other)
    workspace = Workspace.open(ours, SATO)
    with pytest.raises(InputError, match="unrelated-workspaces"):
        workspace.merge_file(other)
    assert workspace.close().state == "published"
    assert ours.read_bytes() == before


@pytest.mark.parametrize("kept", ["ours", "theirs"])
def test_copies_whose_old_rows_were_thinned_still_find_what_they_had_in_common(tmp_path: Path, kept: str) -> None:
    ours = tmp_path / "計画.fusen"
    workspace = Workspace.create(ours, SATO, clock=lambda: LONG_AGO)
    for number in range(5):
        add(workspace, f"t{number}", f"用語{number}")
        workspace.checkpoint(None)
    workspace.close()
    theirs = tmp_path / "copy.fusen"
    shutil.copy(ours, theirs)
    thinned = ours if kept == "theirs" else theirs
    for path, author in ((ours, SATO), (theirs, TANAKA)):
        clock = (lambda: datetime.now(UTC)) if path == thinned else (lambda: LONG_AGO)
        for number in range(2):
            workspace = Workspace.open(path, author, clock=clock)
            rename(workspace, "t0", f"{author.person}{number}")
            rename(workspace, f"t{3 if path == ours else 4}", author.person)
            workspace.close()
    assert any(not row.readable for row in _history(thinned))
    one = merge_files(ours, theirs, tmp_path / "1.fusen")
    two = merge_files(theirs, ours, tmp_path / "2.fusen")
    assert [both[:5] for both in _both(one)] == [("terms", "t0", "name", "用語0", frozenset(("佐藤1", "田中1")))]
    assert _both(one) == _both(two)
    found = names_in(tmp_path / "1.fusen")
    assert (found["t3"], found["t4"]) == ("佐藤", "田中")
    assert _contents(tmp_path / "1.fusen") == _contents(tmp_path / "2.fusen")
