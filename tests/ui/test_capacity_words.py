"""Months, days of leave and shares as people in Japan type them."""

from __future__ import annotations

import pytest

from fusenapp.errors import InputError
from fusenapp.ui.kpi import capacity_words as words


@pytest.mark.parametrize(("typed", "read"), [
    ("2027/2/8〜2027/2/19", ("2027-02-08:2027-02-19",)), ("2027/2/8~2/19", ("2027-02-08:2027-02-19",)), ("８／１３～８／１６", ("08-13:08-16",)),
    ("12-29:01-03", ("12-29:01-03",)), ("2月8日、2027年5月1日", ("02-08", "2027-05-01")), ("", ())])
def test_days_are_read_however_they_are_written(typed: str, read: tuple[str, ...]) -> None:
    assert words.parse_closures(typed) == read
    assert words.parse_closures(words.closures_text(read)) == read


@pytest.mark.parametrize(("typed", "read"), [("2026/4", "2026-04"), ("２０２６年１０月", "2026-10"), ("2026-12", "2026-12"), (" ", "")])
def test_months_are_read_however_they_are_written(typed: str, read: str) -> None:
    assert words.parse_month(typed) == read


@pytest.mark.parametrize(("reader", "typed", "code"), [
    (words.parse_month, "10月", "bad-month"), (words.parse_month, "2026/13", "bad-month"), (words.parse_closures, "夏", "bad-days"),
    (words.parse_closures, "2/30", "bad-days"), (words.parse_closures, "1/1〜2/1〜3/1", "bad-days"), (words.parse_parts, "30, 半分", "bad-figure"),
    (words.parse_number, "多め", "bad-figure"), (words.parse_number, "inf", "bad-figure")])
def test_what_cannot_be_read_is_refused(reader, typed: str, code: str) -> None:
    with pytest.raises(InputError, match=code):
        reader(typed)


def test_shares_are_percentages() -> None:
    assert words.parse_parts("30、60％ 80") == (0.3, 0.6, 0.8)
    assert words.parts_text((0.3, 0.6, 1.0)) == "30, 60, 100"
    assert words.parse_number("１,２００") == 1200
    assert words.parse_number("—") is None
