"""Old workbooks: number formats, errors and hidden rows count there too."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from fusenapp.tables.biff import looks_of
from fusenapp.tables.cfb import stream
from tests.unit.tables.making import Read, columns, values
from tests.unit.tables.making_xls import xls

FORMATS = ["", "0.0%", 'yyyy"年"m"月"', "00000", "[h]:mm", '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', '#,##0,"千円"']
HEADER = ["名称", "前年比(%)", "月", "コード", "工数", "契約日", "売上"]


def table(path: Path) -> Path:
    rows = [(f"商事{n}", 1 + n / 100, 46113.0 if n == 4 else 46143.0, n, 1.25 * n, 46113.0 + n, 1_234_000 * n) for n in (4, 5, 6)]
    return xls(path, [[(name, "") for name in HEADER], *(list(zip(row, FORMATS, strict=True)) for row in rows)], hidden_rows=[2])


def test_values_mean_what_their_formats_say(tmp_path: Path) -> None:
    read = Read(table(tmp_path / "a.xls"))
    assert columns(read.only) == {
        "名称": ("text", ""), "前年比(%)": ("percent", "%"), "月": ("month", ""), "コード": ("text", ""), "工数": ("integer", "時間"),
        "契約日": ("date", ""), "売上": ("money", "千円"),
    }  # fmt: skip
    assert values(read.only, "前年比(%)") == [1.04, 1.05, 1.06]
    assert values(read.only, "月") == ["2026-04", "2026-05", "2026-05"]
    assert values(read.only, "コード") == ["00004", "00005", "00006"]
    assert values(read.only, "工数") == [120, 150, 180]
    assert values(read.only, "契約日")[0] == dt.date(2026, 4, 5)
    assert values(read.only, "売上")[0] == 4936
    assert {"hidden-rows"} <= read.codes
    assert "serial-dates" not in read.codes


def test_errors_are_missing_and_told(tmp_path: Path) -> None:
    rows = [[("店", ""), ("件数", "")], *([(f"店{n}", ""), ("#DIV/0!" if n == 2 else float(n), "")] for n in range(1, 6))]
    read = Read(xls(tmp_path / "a.xls", rows))
    assert values(read.only, "件数") == [1, None, 3, 4, 5]
    assert "error-values" in read.codes


def test_days_that_count_from_1904(tmp_path: Path) -> None:
    rows = [[("店", ""), ("日", "")], *([(f"店{n}", ""), (46113.0 - 1462 + n, "ge.m.d")] for n in range(3))]
    read = Read(xls(tmp_path / "a.xls", rows, epoch_1904=True))
    assert values(read.only, "日") == [dt.date(2026, 4, 1), dt.date(2026, 4, 2), dt.date(2026, 4, 3)]


@pytest.mark.parametrize("cut", [0, 8, 100, 512, 700, 1100, 1600, 3000])
def test_half_a_file_has_no_looks_and_does_no_harm(tmp_path: Path, cut: int) -> None:
    data = table(tmp_path / "a.xls").read_bytes()[:cut]
    assert looks_of(data) is None


def test_an_endless_chain_of_sectors_ends(tmp_path: Path) -> None:
    data = bytearray(table(tmp_path / "a.xls").read_bytes())
    data[512 + 4 * 2 : 512 + 4 * 3] = (2).to_bytes(4, "little")
    with pytest.raises(ValueError, match="endless"):
        stream(bytes(data), ("Workbook",))
    assert looks_of(bytes(data)) is None
