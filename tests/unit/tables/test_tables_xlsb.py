"""Binary workbooks of Excel (xlsb): values with what their formats, merges and hidden parts say."""

from __future__ import annotations

import datetime as dt
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from fusenapp.errors import InputError
from fusenapp.tables import read_book, read_kpi
from fusenapp.tables.biff12 import records
from tests.unit.tables.making import Read, columns, values
from tests.unit.tables.making_xlsb import Cell, xlsb

HEAD: list[Cell] = [(name, "!") for name in ("コード", "社名", "登録日", "金額", "達成率", "月")]
DAY = 46113.0  # 2026-04-01


def row(number: int) -> list[Cell]:
    days = number * 30
    return [(number, "00000"), f"株式会社{number}", (DAY + days, "yyyy/m/d"), (number * 1_500_000, '#,##0,"千円"'), (number / 4, "0.0%"), (DAY, 'yyyy"年"m"月"')]


def rows() -> list[list[Cell]]:
    return [["受注一覧"], ["単位：千円"], HEAD, row(1), row(2), row(3), ["合計", None, None, (9_000_000, '#,##0,"千円"')]]


def test_values_mean_what_their_formats_say(tmp_path: Path) -> None:
    read = Read(xlsb(tmp_path / "a.xlsb", {"一覧": rows()}))
    assert read.book.format == "xlsb"
    assert (read.only.title, read.only.unit) == ("受注一覧", "千円")
    assert columns(read.only) == {
        "コード": ("text", ""), "社名": ("text", ""), "登録日": ("date", ""), "金額": ("money", "千円"), "達成率": ("percent", "%"), "月": ("month", ""),
    }  # fmt: skip
    assert values(read.only, "コード") == ["00001", "00002", "00003"]
    assert values(read.only, "登録日") == [dt.date(2026, 5, 1), dt.date(2026, 5, 31), dt.date(2026, 6, 30)]
    assert values(read.only, "金額") == [1500, 3000, 4500]
    assert values(read.only, "達成率") == [0.25, 0.5, 0.75]
    assert "total-mismatch" not in read.codes


def test_merged_headings_make_a_sheet_of_figures(tmp_path: Path) -> None:
    body: list[list[Cell]] = [["KPI", "4月", None, "5月", None], [None, "目標", "実績", "目標", "実績"], ["リード数", 10, 9, 12, 13], ["商談数", 3, 2, 4, 4]]
    path = xlsb(tmp_path / "2026年度.xlsb", {"KPI": body}, merges=[(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)])
    found = read_kpi(Read(path).only)
    assert [(each.name, dict(each.series["actual"])) for each in found] == [
        ("リード数", {"2026-04": 9, "2026-05": 13}), ("商談数", {"2026-04": 2, "2026-05": 4}),
    ]  # fmt: skip


def test_hidden_rows_columns_sheets_and_errors_are_told(tmp_path: Path) -> None:
    body: list[list[Cell]] = [["会社", "件数", "率"], ["A", 1, (0.5, "0%")], ["B", 2, "#DIV/0!"], ["C", 3, (0.25, "0%")]]
    path = xlsb(tmp_path / "a.xlsb", {"表": body, "控え": body}, hidden_rows=[2], hidden_columns=[1], hidden=["控え"])
    read = Read(path)
    assert {"hidden-rows", "hidden-columns", "error-values"} <= read.codes
    assert [sheet.hidden for sheet in read.book.sheets] == [False, True]
    assert values(read.sheet("表")[0], "率") == [0.5, None, 0.25]


def test_a_table_object_says_where_it_is(tmp_path: Path) -> None:
    body: list[list[Cell]] = [["メモ", None, "会社", "件数"], ["見直す", None, "A", 1], [None, None, "B", 2], ["あとで", None, "C", 3]]
    read = Read(xlsb(tmp_path / "a.xlsb", {"表": body}, table=(0, 2, 3, 3)))
    assert [table.range for table in read.book.tables] == ["C1:D4"]
    assert read.only.title == "表1"


def test_days_counted_from_1904(tmp_path: Path) -> None:
    body: list[list[Cell]] = [["会社", "受注日"], *[[name, (DAY - 1462, "yyyy/m/d")] for name in "甲乙丙"]]
    assert values(Read(xlsb(tmp_path / "a.xlsb", {"表": body}, epoch_1904=True)).only, "受注日") == [dt.date(2026, 4, 1)] * 3


def test_records_and_their_lengths() -> None:
    body = bytes(range(200))
    assert list(records(b"\x9c\x01\xc8\x01" + body + b"\x07\x00")) == [(156, body), (7, b"")]


def test_styles_that_cannot_be_followed_leave_the_values(tmp_path: Path) -> None:
    path = _with(xlsb(tmp_path / "a.xlsb", {"一覧": rows()}), tmp_path / "b.xlsb", "xl/worksheets/sheet1.bin", lambda part: part + struct.pack("<BB", 0xB0, 0x81))
    read = Read(path)
    assert values(read.only, "社名") == ["株式会社1", "株式会社2", "株式会社3"]


def test_half_a_file_is_damaged_and_said_to_be(tmp_path: Path) -> None:
    path = _with(xlsb(tmp_path / "a.xlsb", {"一覧": rows()}), tmp_path / "b.xlsb", "xl/workbook.bin", lambda part: part[: len(part) // 2])
    with pytest.raises(InputError) as error:
        read_book(path)
    assert error.value.code == "corrupt"


def _with(source: Path, target: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            new.writestr(member, change(data) if member == name else data)
    return target
