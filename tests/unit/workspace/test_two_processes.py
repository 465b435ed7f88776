"""Processes that publish to one file at the same time lose nothing and end up with the same workspace."""

from __future__ import annotations

from pathlib import Path

from fusenapp.workspace import Workspace, check
from tests.unit.workspace.scenes import SATO, add, names, names_in, new_file, start, working_copies

EDITS = 30


def test_two_processes_that_publish_after_every_edit_lose_nothing(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    children = [start("editing_child.py", str(path), prefix, str(EDITS), "1") for prefix in ("a", "b")]
    for child in children:
        output, _ = child.communicate(timeout=120)
        assert output.split()[-1] == "closed"
    expected = {f"{prefix}-{number:04}" for prefix in "ab" for number in range(EDITS)}
    assert names_in(path).keys() == expected | {"t0", "t1", "t2"}
    assert check(path).ok
    assert working_copies() == []
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_the_command_line_works_on_a_file_that_a_window_has_open(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    window = Workspace.open(path, SATO)
    add(window, "window before")
    child = start("editing_child.py", str(path), "cli", "3", "0")
    assert child.communicate(timeout=60)[0].split()[-1] == "closed"
    add(window, "window after")
    assert window.file_changed()
    assert window.publish().state == "published"
    expected = {"t0", "t1", "t2", "window before", "window after", "cli-0000", "cli-0001", "cli-0002"}
    assert names(window).keys() == expected
    window.close()
    assert names_in(path).keys() == expected
