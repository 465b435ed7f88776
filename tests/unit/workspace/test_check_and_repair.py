"""A broken file gives back everything that can be read, and is itself left as it is."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from fusenapp.errors import InputError
from fusenapp.workspace import Workspace, check, merge_files, repair
from tests.unit.workspace.scenes import SATO, TANAKA, add, names_in, new_file, rename

MANY = 400


@cache
def _large_bytes() -> bytes:
    """Many rows, a named version in the middle, a checkpoint at the end, a blob; the uuid is the same in all tests."""
    with TemporaryDirectory() as folder:
        path = new_file(Path(folder))
        for part in range(2):
            with Workspace.open(path, SATO) as workspace:
                for number in range(MANY // 2):
                    add(workspace, f"n{part}-{number:03}", "名前" * 20)
                if part == 0:
                    workspace.checkpoint("半分")
                    hash = workspace.blobs.put(b"rows" * 5000)
                    with workspace.document.edit("取り込み") as edit:
                        edit.create("datasets", {"name": "リード", "blob": hash}, id="leads")
        return path.read_bytes()


def _large(folder: Path) -> Path:
    path = folder / "計画.fusen"
    path.write_bytes(_large_bytes())
    return path


def _sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_file_has_no_problems(tmp_path: Path) -> None:
    report = check(_large(tmp_path))
    assert report.ok
    assert report.problems == ()
    assert (report.recoverable.rows, report.recoverable.lost_rows, report.recoverable.blobs) == (MANY + 2, 0, 1)


def test_checking_only_reads(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    path.chmod(0o444)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert check(path).ok
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_every_kind_of_damage_is_named_in_both_languages(tmp_path: Path) -> None:
    path = _large(tmp_path)
    _sql(path, "UPDATE journal SET bytes = zeroblob(10) WHERE seq = 7")
    _sql(path, "UPDATE checkpoints SET sha256 = 'x' WHERE kind = 'named'")
    _sql(path, "UPDATE blobs SET bytes = zeroblob(10)")
    _sql(path, "INSERT INTO quarantine (time, author, reason, bytes) VALUES ('2026-01-01', '誰か', 'bad', x'00')")
    report = check(path)
    assert not report.ok
    assert {problem.code for problem in report.problems} == {"damaged-row", "damaged-checkpoint", "damaged-blob", "quarantined"}
    row = next(problem for problem in report.problems if problem.code == "damaged-row")
    assert row.where == "計画.fusen › 7"
    assert row.where in row.message
    assert report.recoverable.lost_rows == 1


def test_a_dataset_whose_rows_are_missing_is_named(tmp_path: Path) -> None:
    path = _large(tmp_path)
    _sql(path, "DELETE FROM blobs")
    assert [(problem.code, problem.where) for problem in check(path).problems] == [("blob-missing", "計画.fusen › リード")]


def test_nothing_can_be_had_from_something_else(tmp_path: Path) -> None:
    path = tmp_path / "x.fusen"
    path.write_bytes(b"\x0d" * 20_000)
    for attempt in (lambda: check(path), lambda: repair(path, tmp_path / "out.fusen")):
        with pytest.raises(InputError, match="not-a-workspace"):
            attempt()
    assert not (tmp_path / "out.fusen").exists()


@pytest.mark.parametrize("percent", [30, 50, 80, 99])
def test_a_cut_off_file_gives_back_the_whole_state_and_the_history_before_the_cut(tmp_path: Path, percent: int) -> None:
    path = _large(tmp_path)
    whole, expected = path.read_bytes(), names_in(path)
    path.write_bytes(whole[: len(whole) * percent // 100])
    before = path.read_bytes()
    report = check(path)
    assert [problem.code for problem in report.problems] == ["damaged-file"]
    out = tmp_path / "修復.fusen"
    repaired = repair(path, out)
    assert path.read_bytes() == before
    assert names_in(out) == expected
    assert repaired.recovered == report.recoverable
    assert repaired.recovered.rows + repaired.recovered.lost_rows == MANY + 2
    assert repaired.recovered.rows > MANY * (percent - 30) / 100
    assert {problem.code for problem in check(out).problems} <= {"blob-missing"}


def test_a_file_that_lost_its_states_and_its_end_gives_back_the_rows_before_the_cut(tmp_path: Path) -> None:
    path = _large(tmp_path)
    _sql(path, "DELETE FROM checkpoints")
    _sql(path, "VACUUM")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    report = repair(path, tmp_path / "out.fusen")
    assert report.recovered.checkpoints == 0
    assert MANY // 4 < report.recovered.rows < MANY
    assert len(names_in(tmp_path / "out.fusen")) >= report.recovered.rows


def test_a_lost_checkpoint_costs_nothing_while_the_rows_are_there(tmp_path: Path) -> None:
    path = _large(tmp_path)
    expected = names_in(path)
    _sql(path, "UPDATE checkpoints SET state = zeroblob(10)")
    report = repair(path, tmp_path / "out.fusen")
    assert report.recovered.lost_rows == 0
    assert names_in(tmp_path / "out.fusen") == expected


def test_lost_rows_cost_nothing_where_a_checkpoint_has_them(tmp_path: Path) -> None:
    path = _large(tmp_path)
    expected = names_in(path)
    _sql(path, "DELETE FROM journal WHERE seq BETWEEN 100 AND 150")
    report = repair(path, tmp_path / "out.fusen")
    assert report.recovered.lost_rows == 51
    assert names_in(tmp_path / "out.fusen") == expected


def test_a_file_without_its_first_page_is_read_page_by_page(tmp_path: Path) -> None:
    path = _large(tmp_path)
    expected = names_in(path)
    data = path.read_bytes()
    path.write_bytes(b"\xff" * 4096 + data[4096:])
    assert not check(path).ok
    report = repair(path, tmp_path / "out.fusen")
    assert names_in(tmp_path / "out.fusen") == expected
    assert report.recovered.blobs == 1
    with Workspace.open(tmp_path / "out.fusen", SATO) as workspace:
        assert [row.name for row in workspace.history() if row.name] == ["半分"]


def test_damage_in_the_middle_costs_only_what_lay_there(tmp_path: Path) -> None:
    path = _large(tmp_path)
    data = bytearray(path.read_bytes())
    middle = len(data) // 8192 * 4096
    data[middle : middle + 8192] = b"\xa5" * 8192
    path.write_bytes(data)
    report = repair(path, tmp_path / "out.fusen")
    assert report.recovered.rows > MANY // 2
    assert check(tmp_path / "out.fusen").ok or report.recovered.blobs == 0
    assert len(names_in(tmp_path / "out.fusen")) >= MANY // 2


def test_a_repaired_file_gets_back_what_it_lost_from_a_colleagues_copy(tmp_path: Path) -> None:
    path = _large(tmp_path)
    copy = tmp_path / "copy.fusen"
    copy.write_bytes(path.read_bytes())
    with Workspace.open(copy, TANAKA) as workspace:
        rename(workspace, "t0", "営業の名前")
    expected = names_in(copy)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    out = tmp_path / "out.fusen"
    repair(path, out)
    merge_files(out, copy)
    assert names_in(out) == expected
    assert check(out).ok


def test_a_repair_never_writes_over_a_file(tmp_path: Path) -> None:
    path, other = new_file(tmp_path), new_file(tmp_path, "別.fusen")
    before = path.read_bytes(), other.read_bytes()
    for out in (path, other):
        with pytest.raises(InputError, match="already-exists"):
            repair(path, out)
    assert (path.read_bytes(), other.read_bytes()) == before
