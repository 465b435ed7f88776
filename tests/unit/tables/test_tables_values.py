"""What one cell says, in any of the ways in which people write it."""

from __future__ import annotations

import datetime as dt

import pytest

from fusenapp.tables.values import read_text


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,200名", 1200, "名"), ("１００", 100, ""), ("▲5", -5, ""), ("△ 1,234", -1234, ""), ("(5)", -5, ""), ("（1,234）", -1234, ""),
        ("−40.7", -40.7, ""), ("3万", 30_000, ""), ("1.2億", 120_000_000, ""), ("2千件", 2000, "件"), ("+3", 3, ""), ("１２．５", 12.5, ""),
        ("0.5", 0.5, ""), ("2.5e-3", 0.0025, ""),
    ],
)  # fmt: skip
def test_numbers(text: str, value: float, unit: str) -> None:
    reading = read_text(text)
    assert (reading.kind, reading.value, reading.unit) == ("number", value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("¥12,000", 12_000, "円"), ("￥12,000", 12_000, "円"), ("300万円", 3_000_000, "円"), ("1億2,000万円", 120_000_000, "円"),
        ("12,000円", 12_000, "円"), ("$1,200.50", 1200.5, "ドル"), ("▲¥500", -500, "円"), ("5百万円", 5_000_000, "円"),
    ],
)  # fmt: skip
def test_money(text: str, value: float, unit: str) -> None:
    reading = read_text(text)
    assert (reading.kind, reading.value, reading.unit) == ("money", value, unit)


@pytest.mark.parametrize(("text", "value"), [("12.5%", 0.125), ("12.5 ％", 0.125), ("５０％", 0.5), ("▲3%", -0.03)])
def test_percentages_are_fractions(text: str, value: float) -> None:
    reading = read_text(text)
    assert reading.kind == "percent"
    assert reading.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["令和8年11月20日", "R8.11.20", "2026/11/20", "2026-11-20", "2026.11.20", "2026年11月20日", "2026年11月20日（金）", "２０２６/１１/２０",
     "2026-11-20T00:00:00", "20261120", "Nov 20, 2026", "20-Nov-2026", "11/20/2026"],
)  # fmt: skip
def test_dates(text: str) -> None:
    reading = read_text(text)
    assert (reading.kind, reading.value) == ("date", dt.date(2026, 11, 20))


def test_first_years_of_eras() -> None:
    assert read_text("令和元年5月1日").value == dt.date(2019, 5, 1)
    assert read_text("平成31年4月30日").value == dt.date(2019, 4, 30)
    assert read_text("昭和64年1月7日").value == dt.date(1989, 1, 7)


def test_a_date_whose_day_and_month_could_change_places_says_so() -> None:
    assert read_text("3/4/2026").note == "date-order"
    assert read_text("20/4/2026").note == "day-first"
    assert read_text("4/20/2026").note == "month-first"


def test_impossible_dates_stay_words() -> None:
    assert read_text("2026/13/45").kind == "text"
    assert read_text("2026年2月30日").kind == "text"


@pytest.mark.parametrize(("text", "value"), [("2026年4月", "2026-04"), ("2026/04", "2026-04"), ("2026-04", "2026-04"), ("令和8年4月", "2026-04")])
def test_months(text: str, value: str) -> None:
    reading = read_text(text)
    assert (reading.kind, reading.value) == ("month", value)


def test_months_and_days_without_a_year_are_told_apart() -> None:
    assert read_text("４月").kind == "month-only"
    assert read_text("4/1").kind == "day-only"


@pytest.mark.parametrize(("text", "value"), [("○", True), ("×", False), ("はい", True), ("いいえ", False), ("TRUE", True), ("有", True), ("なし", False)])
def test_truth_values(text: str, value: bool) -> None:
    reading = read_text(text)
    assert (reading.kind, reading.value) == ("boolean", value)


@pytest.mark.parametrize("text", ["―", "-", "－", "‥", "…", "N/A", "n/a", "Select", "***", "  ", "（空白）"])
def test_marks_for_missing_values(text: str) -> None:
    assert read_text(text).kind == "missing"


@pytest.mark.parametrize("text", ["調査中", "未定", "集計中"])
def test_words_for_values_to_come(text: str) -> None:
    assert read_text(text).kind == "pending"


@pytest.mark.parametrize("text", ["L000123", "03-1234-5678", "5件以上", "10-20", "A1", "1 234", "15歳～19歳", "12:30", "東京都"])
def test_other_words_stay_words(text: str) -> None:
    assert (read_text(text).kind, read_text(text).value) == ("text", text)


def test_leading_zeros_are_noticed() -> None:
    assert read_text("00123").zeros
    assert not read_text("0.5").zeros
    assert not read_text("0").zeros
