"""A watched file or folder is looked at now and then, read once it has settled, and never disturbed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from fusenapp.flows import importing
from fusenapp.flows.watching import INTERVAL, LONGEST, Watcher, is_spreadsheet, visit
from tests.unit.export.making import Company

LEADS = "リードID,会社名,登録日\nL1,A社,2026-04-01\nL2,B社,2026-04-02\n"
MORE = LEADS + "L3,C社,2026-04-03\n"
OTHER = "店,数\n甲,1\n乙,2\n丙,3\n"


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Disk:
    """Files whose time of change goes on by a second with every write."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._time = folder, 1_800_000_000

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        self.touch(path)
        return path

    def touch(self, path: Path) -> None:
        self._time += 1
        os.utime(path, (self._time, self._time))


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    folder = tmp_path / "shared"
    folder.mkdir()
    return Disk(folder)


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path, data=False)


def states(watcher: Watcher, scratch: Path, times: int) -> list[str]:
    return [watcher.poll(scratch).state for _ in range(times)]


def imported(company: Company, path: Path) -> str:
    prepared = importing.prepare(path, "leads")
    return importing.commit(company.document, company._put, company.blobs.__getitem__, prepared).dataset


def look(watcher: Watcher, company: Company, id: str):
    return visit(watcher, company.document.snapshot(), company.blobs.__getitem__, id)


def test_a_file_is_copied_once_two_looks_found_it_alike(disk: Disk, scratch: Path) -> None:
    path = disk.write("leads.csv", LEADS)
    watcher = Watcher(path)
    assert states(watcher, scratch, 1) == ["settling"]
    disk.write("leads.csv", MORE)
    assert states(watcher, scratch, 2) == ["settling", "found"], "it changed between the looks"
    copied = watcher.sight.copied
    assert copied is not None
    assert (copied.name, copied.read_text(encoding="utf-8")) == ("leads.csv", MORE)


def test_what_was_taken_is_not_found_again_even_if_it_was_touched(disk: Disk, scratch: Path) -> None:
    path = disk.write("leads.csv", LEADS)
    watcher = Watcher(path)
    states(watcher, scratch, 2)
    watcher.took(watcher.sight)
    assert states(watcher, scratch, 2) == ["same", "same"]
    disk.touch(path)
    assert states(watcher, scratch, 3) == ["settling", "same", "same"]
    later = Watcher(path, watcher.taken)
    assert states(later, scratch, 2) == ["settling", "same"], "nor after a new start"


def test_an_empty_file_is_still_being_written(disk: Disk, scratch: Path) -> None:
    watcher = Watcher(disk.write("leads.csv", ""))
    assert states(watcher, scratch, 3) == ["settling"] * 3


def test_of_a_folder_the_newest_spreadsheet_counts_and_lock_files_do_not(disk: Disk, scratch: Path) -> None:
    disk.write("april.csv", LEADS)
    may = disk.write("may.csv", MORE)
    for name in ("~$may.xlsx", ".~lock.may.csv#", "memo.docx", ".hidden.csv"):
        disk.write(name, "x")
    watcher = Watcher(disk.folder)
    assert states(watcher, scratch, 2) == ["settling", "found"]
    assert watcher.sight.path == may


def test_an_empty_folder_says_so(disk: Disk, scratch: Path) -> None:
    assert states(Watcher(disk.folder), scratch, 1) == ["empty"]


def test_a_drive_that_went_away_is_tried_again_at_growing_intervals(disk: Disk, scratch: Path) -> None:
    clock = Clock()
    watcher = Watcher(disk.folder / "leads.csv", clock=clock)
    waits = []
    for _ in range(6):
        assert watcher.poll(scratch).state == "away"
        start = clock.now
        while not watcher.due:
            clock.now += 1
        waits.append(clock.now - start)
    assert waits == [2 * INTERVAL, 4 * INTERVAL, 8 * INTERVAL, LONGEST, LONGEST, LONGEST]
    disk.write("leads.csv", LEADS)
    assert states(watcher, scratch, 2) == ["settling", "found"], "and goes on when it is back"
    clock.now += INTERVAL
    assert watcher.due


@pytest.mark.skipif(sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="rights do not bind here")
def test_a_locked_file_is_tried_again_later(disk: Disk, scratch: Path) -> None:
    path = disk.write("leads.csv", LEADS)
    watcher = Watcher(path)
    watcher.poll(scratch)
    path.chmod(0o000)
    assert states(watcher, scratch, 1) == ["in-use"]
    path.chmod(0o644)
    assert states(watcher, scratch, 1) == ["found"]


def test_a_lock_of_another_program_is_no_failure(disk: Disk, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = disk.write("leads.csv", LEADS)
    watcher = Watcher(path)
    watcher.poll(scratch)

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "The process cannot access the file", str(path))

    with monkeypatch.context() as machine:
        machine.setattr("fusenapp.flows.watching.copy_file", locked)
        assert states(watcher, scratch, 1) == ["in-use"]
    assert states(watcher, scratch, 1) == ["found"]


def test_a_file_held_open_by_a_writer_is_read_all_the_same(disk: Disk, scratch: Path) -> None:
    path = disk.write("leads.csv", LEADS)
    watcher = Watcher(path)
    with path.open("r+b"):
        assert states(watcher, scratch, 2) == ["settling", "found"]


def test_a_new_version_tells_what_it_would_bring(company: Company, disk: Disk) -> None:
    path = disk.write("leads.csv", LEADS)
    id = imported(company, path)
    watcher = Watcher(path)
    assert [look(watcher, company, id).refresh for _ in range(3)] == [None] * 3, "nothing new"
    disk.write("leads.csv", MORE)
    look(watcher, company, id)
    found = look(watcher, company, id)
    assert found.refresh is not None
    assert found.refresh.counts == (1, 0, 0, 2)
    assert (found.refresh.prepared.path, found.refresh.prepared.dataset.place(0)) == (path, "leads.csv › leads › 2")


def test_in_a_folder_files_of_another_layout_are_passed_over(company: Company, disk: Disk) -> None:
    id = imported(company, disk.write("leads_04.csv", LEADS))
    watcher = Watcher(disk.folder)
    assert [look(watcher, company, id).refresh for _ in range(2)] == [None, None]
    disk.write("leads_05.csv", MORE)
    disk.write("shops.csv", OTHER)
    visits = [look(watcher, company, id) for _ in range(4)]
    assert [v.error for v in visits] == [None] * 4
    (found,) = [v for v in visits if v.refresh is not None]
    assert found.sight.path == disk.folder / "leads_05.csv"


def test_a_broken_file_is_told_once(company: Company, disk: Disk) -> None:
    path = disk.write("leads.csv", LEADS)
    id = imported(company, path)
    watcher = Watcher(path)
    path.write_bytes(b"PK\x03\x04 not a workbook")
    disk.touch(path)
    errors = [look(watcher, company, id).error for _ in range(4)]
    assert [getattr(e, "code", None) for e in errors] == [None, errors[1].code, None, None]  # type: ignore[union-attr]
    disk.write("leads.csv", MORE)
    assert [look(watcher, company, id).refresh is not None for _ in range(2)] == [False, True], "mended"


@pytest.mark.parametrize(("name", "is_one"), [("a.xlsx", True), ("A.CSV", True), ("~$a.xlsx", False), (".a.csv", False), ("a.pdf", False)])
def test_spreadsheets_are_told_by_their_names(name: str, is_one: bool) -> None:
    assert is_spreadsheet(name) == is_one
