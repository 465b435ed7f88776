"""A work list as a workbook: what was text stays text, whatever it looks like."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from fusenapp.errors import EnvironmentFault
from fusenapp.export.listing import write_listing


def test_texts_numbers_days_and_blanks_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    write_listing(path, "未回答/4月", ["会社名", "日数", "引渡日"], [
        ("=1+1", 12, dt.date(2026, 4, 10)), ("https://example.com", None, None), ("090-1234", 1.5, None)])
    sheet = openpyxl.load_workbook(path).active
    rows = list(sheet.iter_rows(values_only=True))
    assert sheet.title == "未回答_4月"
    assert rows[0] == ("会社名", "日数", "引渡日")
    assert rows[1] == ("=1+1", 12, dt.datetime(2026, 4, 10))
    assert sheet["A2"].data_type == "s"
    assert rows[2:] == [("https://example.com", None, None), ("090-1234", 1.5, None)]
    assert sheet.auto_filter.ref == "A1:C4"


def test_a_folder_that_is_gone_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as refused:
        write_listing(tmp_path / "gone" / "list.xlsx", "x", ["a"], [])
    assert refused.value.code == "cannot-write"
    assert not list(tmp_path.iterdir())
