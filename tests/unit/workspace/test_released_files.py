"""Workspace files of every released format open, read as they were written, and can be worked on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from fusenapp.workspace import Workspace, check, merge_files
from fusenapp.workspace.format import FORMAT
from tests.tools.make_workspace_file import FOLDER, described
from tests.unit.workspace.scenes import SATO, TANAKA, add, names, names_in

RELEASED = sorted(FOLDER.glob("*.fusen"))


def test_a_file_is_kept_for_the_format_of_today() -> None:
    assert "fusen-{}.{}.fusen".format(*FORMAT) in [path.name for path in RELEASED]


@pytest.mark.parametrize("kept", RELEASED, ids=lambda path: path.stem)
def test_it_reads_as_it_was_written(kept: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(kept, tmp_path))
    assert check(path).ok
    workspace = Workspace.open(path, SATO)
    assert described(workspace) == json.loads(kept.with_suffix(".json").read_text("utf-8"))
    versions = [row for row in workspace.history() if row.name]
    assert [workspace.snapshot_at(version).value("workspace", "workspace", "name") for version in versions] == ["花井クラウド"]
    workspace.discard()


@pytest.mark.parametrize("kept", RELEASED, ids=lambda path: path.stem)
def test_it_can_be_worked_on_and_merged(kept: Path, tmp_path: Path) -> None:
    path, copy = Path(shutil.copy(kept, tmp_path)), tmp_path / "copy.fusen"
    shutil.copy(kept, copy)
    for file, author in ((path, SATO), (copy, TANAKA)):
        with Workspace.open(file, author) as workspace:
            before = names(workspace).keys()
            add(workspace, author.person)
    merge_files(path, copy)
    assert names_in(path).keys() == before | {"佐藤", "田中"}
