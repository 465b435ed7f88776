"""Number formats say what numbers mean."""

from __future__ import annotations

import datetime as dt

import pytest

from fusenapp.tables.formats import builtin, meaning
from fusenapp.tables.serials import from_serial


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("General", "general"), ("#,##0", "number"), ("#,##0_ ;[Red]\\-#,##0", "number"), ("0.0%", "percent"), ("yyyy/mm/dd", "date"), ("m/d;@", "date"),
        ('[$-411]ggge"年"m"月"d"日";@', "date"), ('yyyy"年"m"月"', "month"), ("mmm-yy", "month"), ("h:mm", "time"), ("[h]:mm", "duration"), ("[mm]:ss", "duration"), ('m"月"', "month"), ("¥#,##0", "money"),
        ('#,##0"円"', "money"), ('#,##0;"▲"#,##0', "number"), ("0.00E+00", "number"), ("@", "text"), ("yyyy/mm/dd hh:mm", "date"),
    ],
)  # fmt: skip
def test_kinds(pattern: str, kind: str) -> None:
    assert meaning(pattern).kind == kind


@pytest.mark.parametrize("identifier", [14, 22, 27, 28, 30, 31, 36, 50, 54, 56, 57, 58])
def test_built_in_date_formats_of_japanese_excel_are_dates(identifier: int) -> None:
    assert meaning(builtin(identifier)).kind == "date"


def test_units_and_hidden_thousands_are_seen() -> None:
    assert meaning('#,##0"件"').unit == "件"
    assert meaning('#,##0,"千円"').thousands == 1
    assert meaning("\\-").fixed == "-"
    assert meaning('0.0"%"').unit == "%"
    assert meaning('#,##0"日"').unit == "日"


@pytest.mark.parametrize(
    ("pattern", "number", "shown"),
    [
        ("00000", 121, "00121"), ("000-0000-0000", 9012345678, "090-1234-5678"), ("[<=999]000;[<=9999]000\\-00;000\\-0000", 600001, "060-0001"),
        ("00000", 1234567, "1234567"),
    ],
)  # fmt: skip
def test_masks_of_identifiers_keep_their_zeros(pattern: str, number: int, shown: str) -> None:
    assert meaning(pattern).masked(number) == shown


@pytest.mark.parametrize("pattern", ["0.000", "#,##0", "00", "0", "000.0", "0%"])
def test_numbers_with_decimals_or_commas_are_no_identifiers(pattern: str) -> None:
    assert meaning(pattern).mask == ""


def test_serial_numbers_of_both_epochs() -> None:
    assert from_serial(46346, "date") == dt.date(2026, 11, 20)
    assert from_serial(46346 - 1462, "date", epoch_1904=True) == dt.date(2026, 11, 20)
    assert from_serial(46346.5, "date") == dt.datetime(2026, 11, 20, 12)
    assert from_serial(0.5, "time") == dt.time(12)
    assert from_serial(-1, "date") is None


def test_serials_before_the_day_that_never_was() -> None:
    assert from_serial(1, "date") == dt.date(1900, 1, 1)
    assert from_serial(59, "date") == dt.date(1900, 2, 28)
    assert from_serial(61, "date") == dt.date(1900, 3, 1)
