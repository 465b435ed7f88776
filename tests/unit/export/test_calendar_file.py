"""Calendar files: whole days, folded lines, the same UID each time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fusenapp.errors import EnvironmentFault
from fusenapp.export.calendar_file import Event, calendar, escaped, folded, write_calendar

STAMP = dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
DAY = dt.date(2026, 12, 31)


def lines(data: bytes) -> list[str]:
    """The file unfolded, as a calendar reads it."""
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


def test_a_day_is_an_event_of_the_whole_day_that_ends_before_the_next() -> None:
    found = lines(calendar([Event("a@x", DAY, "資料; 修正, 確認", "一行目\n二行目", STAMP, ("Fusen",), 1)], "案件"))
    assert found[0] == "BEGIN:VCALENDAR"
    assert found[-1] == "END:VCALENDAR"
    for wanted in ("VERSION:2.0", "UID:a@x", "DTSTAMP:20261120T003000Z", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
                   "SUMMARY:資料\\; 修正\\, 確認", "DESCRIPTION:一行目\\n二行目", "TRIGGER:-P1D"):
        assert wanted in found, wanted


def test_a_calendar_without_events_is_one() -> None:
    found = lines(calendar([], "空"))
    assert "BEGIN:VEVENT" not in found
    assert found[-1] == "END:VCALENDAR"


@given(st.text(max_size=400))
def test_no_line_is_longer_than_75_octets_and_none_breaks_a_character(text: str) -> None:
    data = calendar([Event("a@x", DAY, text, text, STAMP)], "x")
    assert data.endswith(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert f"SUMMARY:{escaped(text)}" in lines(data)


@pytest.mark.parametrize("length", [74, 75, 76, 150, 151])
def test_folding_takes_nothing_away(length: int) -> None:
    line = "あ" * (length // 3) + "x" * (length % 3)
    assert folded(line).replace(b"\r\n ", b"").decode("utf-8") == line


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_calendar(tmp_path / "a.ics", [Event("a@x", DAY, "x", "", STAMP)], "x")
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    with pytest.raises(EnvironmentFault):
        write_calendar(tmp_path / "gone" / "a.ics", [], "x")
