"""Hostile and broken files end in one code, within their limits, and never take the caller down."""

from __future__ import annotations

import io
import os
import re
import signal
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from fusenapp.errors import InputError
from fusenapp.tables import child, limits, read_book
from fusenapp.tables.child import run_child
from fusenapp.tables.limits import MIB, Limits, limits_for
from fusenapp.tables.sheet_body import Collector
from fusenapp.tables.xlsx import read_xlsx
from tests.unit.tables.making import workbook

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ROWS = [["店舗", "件数"], ["新宿店", 12], ["大阪店", 7], ["名古屋店", 5]]


def code_of(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_book(path)
    return caught.value.code


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return workbook(tmp_path / "good.xlsx", {"S": ROWS})


def with_parts(path: Path, parts: Mapping[str, bytes | str]) -> Path:
    """The workbook with some parts put in place of its own."""
    out = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, content in parts.items():
            target.writestr(name, content)
    return out


def test_missing_folders_and_pictures(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "picture.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    (tmp_path / "page.xls").write_text("<html><table><tr><td>1</td></tr></table></html>")
    (tmp_path / "empty.xlsx").write_bytes(b"")
    (tmp_path / "noise.xlsx").write_bytes(os.urandom(400))
    assert code_of(tmp_path / "none.xlsx") == "not-found"
    assert code_of(tmp_path / "folder.xlsx") == "unsupported"
    assert code_of(tmp_path / "picture.xlsx") == "unsupported"
    assert code_of(tmp_path / "page.xls") == "unsupported"
    assert code_of(tmp_path / "empty.xlsx") == "corrupt"
    assert code_of(tmp_path / "noise.xlsx") == "corrupt"


def test_half_a_file(good: Path) -> None:
    good.write_bytes(good.read_bytes()[: good.stat().st_size * 6 // 10])
    assert code_of(good) == "corrupt"


def test_a_part_that_is_missing(good: Path) -> None:
    out = good.with_name("less.xlsx")
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            if "sheet1" not in name:
                target.writestr(name, source.read(name))
    assert code_of(out) == "corrupt"


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_document_types_and_entities_are_refused(good: Path, part: str) -> None:
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{"A" * 1000}"><!ENTITY b SYSTEM "file:///etc/hostname">]><sst {NS}><si><t>&a;&b;</t></si></sst>'
    assert code_of(with_parts(good, {part: bomb})) == "corrupt"


def test_endless_nesting_is_refused(good: Path) -> None:
    deep = f"<worksheet {NS}>" + "<extLst>" * 5000 + "</extLst>" * 5000 + "</worksheet>"
    assert code_of(with_parts(good, {"xl/worksheets/sheet1.xml": deep})) == "corrupt"


def test_an_archive_that_inflates_without_end(good: Path) -> None:
    rows = f"<worksheet {NS}><sheetData>".encode() + b"<row><c><v>1</v></c></row>" * (256 * MIB // 26)
    start = _busy()
    assert code_of(with_parts(good, {"xl/worksheets/sheet1.xml": rows})) == "too-large"
    assert _busy() - start < 20


def _busy() -> float:
    """Seconds that this process and its children have worked: a machine that has other things to do takes longer by the clock."""
    return sum(os.times()[:4])


def test_an_archive_that_lies_about_its_size(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = with_parts(good, {"xl/worksheets/sheet1.xml": f"<worksheet {NS}><sheetData>".encode() + b" " * (4 * MIB)})
    data = bytearray(bomb.read_bytes())
    size = struct.pack("<I", len(f"<worksheet {NS}><sheetData>") + 4 * MIB)
    position = data.rfind(size)
    data[position : position + 4] = struct.pack("<I", 4096)
    bomb.write_bytes(bytes(data))
    monkeypatch.setattr(limits, "FREE_INFLATED", MIB)
    assert code_of(bomb) in ("too-large", "corrupt")


def test_a_protected_workbook_is_said_to_be_one(tmp_path: Path) -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le").ljust(512, b"\0")
    (tmp_path / "secret.xlsx").write_bytes(container)
    assert code_of(tmp_path / "secret.xlsx") == "encrypted"


def test_claims_beyond_the_file_do_not_reserve_memory(good: Path) -> None:
    huge = (
        f'<worksheet {NS}><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>店</v></c><c r="B1" t="str"><v>数</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="A3" t="str"><v>乙</v></c><c r="B3"><v>2</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="str"><v> </v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A6:XFD1048576"/></mergeCells></worksheet>'
    )
    book = read_book(with_parts(good, {"xl/worksheets/sheet1.xml": huge}))
    assert [table.range for table in book.tables] == ["A1:B3"]


def test_a_last_row_longer_than_any_look_at_the_end_is_kept(good: Path) -> None:
    rows = [("店舗", "件数"), ("新宿店", 12), ("大阪店", 7), ("名" * 2_000_000, 5)]
    cells = [f'<row r="{n}"><c r="A{n}" t="str"><v>{a}</v></c>{_cell(n, b)}</row>' for n, (a, b) in enumerate(rows, 1)]
    sheet = f"<worksheet {NS}><sheetData>{''.join(cells)}</sheetData></worksheet>"
    (table,) = read_book(with_parts(good, {"xl/worksheets/sheet1.xml": sheet})).tables
    assert (table.range, table.rows) == ("A1:B4", 3)


def _cell(row: int, value: str | int) -> str:
    kind = ' t="str"' if isinstance(value, str) else ""
    return f'<c r="B{row}"{kind}><v>{value}</v></c>'


def test_members_with_paths_write_nothing(good: Path, tmp_path: Path) -> None:
    out = with_parts(good, {"../escaped.txt": "x", "/tmp/fusenapp-escaped.txt": "x"})
    assert read_book(out).tables[0].rows == 3
    assert not (tmp_path.parent / "escaped.txt").exists()
    assert not Path("/tmp/fusenapp-escaped.txt").exists()


def test_external_links_are_told_and_not_followed(good: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    with zipfile.ZipFile(good) as archive:
        relations = archive.read("xl/_rels/workbook.xml.rels").decode()
    link = f'<Relationship Id="rIdX" Type="{kind}" Target="externalLinks/externalLink1.xml"/></Relationships>'
    book = read_book(with_parts(good, {"xl/_rels/workbook.xml.rels": relations.replace("</Relationships>", link)}))
    assert "external-links" in {problem.code for problem in book.problems}


def test_progress_is_told_and_reading_can_be_stopped(samples: Path) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        seen.append((done, total))
        return len(seen) < 2

    with pytest.raises(InputError) as caught:
        read_book(samples / "messy_leads.xlsx", progress=stop)
    assert caught.value.code == "cancelled"
    assert all(0 <= done <= total for done, total in seen)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not say how long a process worked")
def test_time_that_a_child_had_to_wait_is_not_held_against_the_file() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as idle, subprocess.Popen(
            [sys.executable, "-c", "while True: pass"]) as busy:
        try:
            while child._took(busy.pid, 0.0) < 1.0:
                time.sleep(0.05)
            assert child._took(idle.pid, 1.0) < 0.5
            assert child._took(idle.pid, 100.0) == 25.0
        finally:
            idle.kill()
            busy.kill()


def test_limits_grow_with_the_real_size_only() -> None:
    assert limits_for(2 * MIB).resident < 1024 * MIB
    assert limits_for(2 * MIB).seconds < 20
    assert limits_for(200 * MIB).resident > limits_for(20 * MIB).resident


@pytest.mark.parametrize(("allowed", "code"), [(Limits(0.01, 1 << 40, 1 << 40), "too-large"), (Limits(60, 1 << 20, 1 << 40), "too-large")])
def test_time_and_memory_end_a_child(samples: Path, tmp_path: Path, allowed: Limits, code: str) -> None:
    with pytest.raises(InputError) as caught:
        run_child(tmp_path, {"path": str(samples / "messy_leads.xlsx")}, allowed, None)
    assert caught.value.code == code


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send")
def test_a_child_that_dies_is_an_answer_too(samples: Path, tmp_path: Path) -> None:
    def kill(done: int, total: int) -> None:
        for name in os.listdir("/proc"):
            if name.isdigit() and str(tmp_path).encode() in _command(name):
                os.kill(int(name), signal.SIGKILL)

    with pytest.raises(InputError) as caught:
        run_child(tmp_path, {"path": str(samples / "plain_leads.xlsx"), "table": None, "recipe": None}, limits_for(MIB), kill)
    assert caught.value.code == "corrupt"


def _command(process: str) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def test_the_archive_is_read_without_extracting(good: Path) -> None:
    before = set(os.listdir(good.parent))
    read_book(good)
    assert set(os.listdir(good.parent)) == before
    assert zipfile.is_zipfile(io.BytesIO(good.read_bytes()))


def test_a_cell_of_millions_of_characters_is_cut_without_gathering_the_row(good: Path) -> None:
    with zipfile.ZipFile(good) as source:
        sheet = source.read("xl/worksheets/sheet1.xml")
    long = b'<c r="A4" t="inlineStr"><is><t>' + b"x" * (10 * MIB) + b"</t></is></c>"
    changed = with_parts(good, {"xl/worksheets/sheet1.xml": re.sub(rb'<c r="A4".*?</c>', long, sheet)})
    (grid,) = read_xlsx(changed).sheets
    assert (len(str(grid.get(3, 0))), grid.get(3, 1), grid.skipped) == (limits.MAX_CELL_TEXT, 5, None)
    collector = Collector()
    for _ in range(10):
        collector.feed(b"<sheetData>" + b"x" * MIB)
    assert (collector.unusual, collector.pieces) == ("endless row", [])
