"""What the values of one column say together: types, doubts, and what is never guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from fusenapp.tables import Column, Problem
from tests.unit.tables.making import Read, text, values, workbook


def column(tmp_path: Path, name: str, cells: Sequence[str]) -> tuple[Column, list[Any], dict[str, Problem]]:
    """A csv with a first column of names and this one, tab-separated."""
    rows = "\n".join(f"商事{index}\t{cell}" for index, cell in enumerate(cells, 1))
    read = Read(text(tmp_path / "c.tsv", f"会社名\t{name}\n{rows}\n"))
    return read.only.columns[1], values(read.only, read.only.names[1]), {p.code: p for p in read.book.problems}


def sheet(tmp_path: Path, name: str, cells: Sequence[Any], formats: Sequence[str | None]) -> tuple[Column, list[Any], set[str]]:
    rows = [["会社名", name], *([f"商事{index}", cell] for index, cell in enumerate(cells, 1))]
    looks = {(index, 1): {"num_format": pattern} for index, pattern in enumerate(formats, 1) if pattern}
    read = Read(workbook(tmp_path / "c.xlsx", {"S": rows}, formats=looks))
    return read.only.columns[1], values(read.only, read.only.names[1]), read.codes


def test_one_date_settles_the_order_of_all(tmp_path: Path) -> None:
    _, days, problems = column(tmp_path, "date", ["03/04/2026", "25/06/2026", "07/08/2026"])
    assert days == [dt.date(2026, 4, 3), dt.date(2026, 6, 25), dt.date(2026, 8, 7)]
    assert "date-order" not in problems
    _, days, problems = column(tmp_path, "date", ["03/04/2026", "06/25/2026", "07/08/2026"])
    assert days == [dt.date(2026, 3, 4), dt.date(2026, 6, 25), dt.date(2026, 7, 8)]
    assert "date-order" not in problems


@pytest.mark.parametrize("cells", [["03/04/2026", "05/06/2026", "07/08/2026"], ["03/04/2026", "25/06/2026", "06/25/2026"]])
def test_an_open_or_contradictory_order_is_told(tmp_path: Path, cells: list[str]) -> None:
    _, days, problems = column(tmp_path, "date", cells)
    assert days[0] == dt.date(2026, 3, 4)
    assert problems["date-order"].where.endswith("B2")


def test_years_of_two_digits_are_told(tmp_path: Path) -> None:
    found, days, problems = column(tmp_path, "日付", ["26/04/01", "26/04/15", "99/12/31"])
    assert found.type == "date"
    assert days == [dt.date(2026, 4, 1), dt.date(2026, 4, 15), dt.date(1999, 12, 31)]
    assert problems["short-years"].parameters["count"] == 3


def test_days_without_any_year_stay_as_they_are_written(tmp_path: Path) -> None:
    found, cells, problems = column(tmp_path, "訪問日", ["4/1", "5/2", "6/3"])
    assert (found.type, cells) == ("text", ["4/1", "5/2", "6/3"])
    assert "year-unknown" in problems


def test_names_of_eras_stay_as_they_are_written(tmp_path: Path) -> None:
    found, cells, _ = column(tmp_path, "年", ["平成30年", "令和元年", "令和2年"])
    assert (found.type, cells[1]) == ("text", "令和元年")


def test_decimal_commas_are_seen_by_one_value_and_told(tmp_path: Path) -> None:
    found, numbers, problems = column(tmp_path, "Betrag", ["1.234,50", "2.000", "12,5"])
    assert (found.type, numbers) == ("number", [1234.5, 2000, 12.5])
    assert problems["number-writing"].parameters["count"] == 3


def test_a_point_that_may_divide_thousands_is_told(tmp_path: Path) -> None:
    _, numbers, problems = column(tmp_path, "数量", ["1.200", "350", "20"])
    assert numbers == [1.2, 350, 20]
    assert problems["number-writing"].parameters["values"] == "1.200"
    assert "number-writing" not in column(tmp_path, "重量", ["1.200", "0.350", "12.5"])[2]


def test_a_minus_behind_the_number_is_read_and_told_but_not_behind_an_amount_of_yen(tmp_path: Path) -> None:
    _, numbers, problems = column(tmp_path, "残高", ["1,000-", "500", "250-"])
    assert numbers == [-1000, 500, -250]
    assert "number-writing" in problems
    _, numbers, problems = column(tmp_path, "請求額", ["¥1,000-", "¥500-", "1,250円-"])
    assert numbers == [1000, 500, 1250]
    assert "number-writing" not in problems


def test_sums_of_scales(tmp_path: Path) -> None:
    found, numbers, _ = column(tmp_path, "規模", ["3万", "1.2億", "3万5千", "1億2千万", "2,500"])
    assert (found.type, numbers) == ("integer", [30_000, 120_000_000, 35_000, 120_000_000, 2_500])


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("従業員規模", ["100〜299名", "1-49名", "300名以上", "50～99名"]), ("回答", ["1,3", "2,4", "1,2"]), ("電話番号", ["03-1234-5678", "0312345678", "09012345678"]),
        ("郵便番号", ["060-0001", "1500001", "5300001"]), ("JANコード", ["4901234567894", "4901234567900", "4901234567917"]), ("年代", ["20代", "30代", "40代"]),
        ("開始", ["9:00", "10:30", "25:00"]),
    ],
)  # fmt: skip
def test_ranges_codes_and_times_are_words(tmp_path: Path, name: str, cells: list[str]) -> None:
    found, read, _ = column(tmp_path, name, cells)
    assert (found.type, read) == ("text", cells)


def test_digits_that_a_program_has_rounded_away_are_told(tmp_path: Path) -> None:
    _, _, problems = column(tmp_path, "JANコード", ["4.90123E+12", "4.90123E+12", "4.90124E+12"])
    assert "digits-lost" in problems


def test_numbers_among_words_are_told(tmp_path: Path) -> None:
    found, cells, problems = column(tmp_path, "回答数", ["10", "20件以上", "30〜40", "40", "50"])
    assert (found.type, cells[1]) == ("text", "20件以上")
    assert problems["mixed-column"].parameters["values"] == "20件以上, 30〜40"


def test_approximate_numbers_are_taken_and_told(tmp_path: Path) -> None:
    found, cells, problems = column(tmp_path, "従業員数", ["1,200名", "約300名", "８５名", "概ね 50名", "40名程度", "－"])
    assert (found.type, cells) == ("integer", [1200, 300, 85, 50, 40, None])
    assert problems["rounded"].parameters["values"] == "約300名, 概ね 50名, 40名程度"


def test_error_values_in_texts_are_missing_and_told(tmp_path: Path) -> None:
    found, cells, problems = column(tmp_path, "率", ["5%", "#VALUE!", "#DIV/0!", "####", "0%", "3%", "4%", "1%"])
    assert (found.type, found.missing) == ("percent", 3)
    assert cells[4] == 0
    assert problems["error-values"].parameters["count"] == 3


def test_flags_of_one_and_nought(tmp_path: Path) -> None:
    assert column(tmp_path, "配信フラグ", ["1", "0", "1"])[1] == [True, False, True]
    assert column(tmp_path, "件数", ["1", "0", "1"])[1] == [1, 0, 1]
    assert sheet(tmp_path, "公開", [True, "FALSE", 1, 0], [])[1] == [True, False, True, False]


def test_a_rate_with_and_without_its_sign_is_one_rate_and_told(tmp_path: Path) -> None:
    found, rates, codes = sheet(tmp_path, "達成率", [0.91, 92, 0.93, 94], ["0.0%", None, "0.0%", None])
    assert found.type == "percent"
    assert rates == pytest.approx([0.91, 0.92, 0.93, 0.94])
    assert "rate-scale" in codes


def test_formats_that_show_another_number_than_the_cell_holds(tmp_path: Path) -> None:
    found, hours, _ = sheet(tmp_path, "工数", [1.25, 0.5, 2], ["[h]:mm"] * 3)
    assert (found.unit, hours) == ("時間", [30, 12, 48])
    found, amounts, _ = sheet(tmp_path, "売上", [1_234_000, 2_468_000, 500], ['#,##0,"千円"'] * 3)
    assert (found.type, found.unit, amounts) == ("money", "千円", [1234, 2468, 0.5])
    found, amounts, _ = sheet(tmp_path, "売上（千円）", [1_234_000, 2_468_000], ["#,##0,"] * 2)
    assert (found.unit, amounts) == ("千円", [1234, 2468])
    found, rates, _ = sheet(tmp_path, "進捗", [81, 82.5], ['0"%"'] * 2)
    assert (found.type, rates) == ("percent", [0.81, 0.825])


def test_identifiers_keep_the_zeros_that_their_format_shows(tmp_path: Path) -> None:
    assert sheet(tmp_path, "コード", [121, 7], ["00000"] * 2)[1] == ["00121", "00007"]
    assert sheet(tmp_path, "電話", [9012345678, 312345678], ["000-0000-0000"] * 2)[1] == ["090-1234-5678", "003-1234-5678"]
    assert "leading-zeros" in sheet(tmp_path, "電話", [9012345678, 312345678], [None] * 2)[2]


def test_days_whose_format_was_lost_are_days_and_told(tmp_path: Path) -> None:
    found, days, codes = sheet(tmp_path, "受注日", [46113, 46114, 46115], [None] * 3)
    assert (found.type, days[0]) == ("date", dt.date(2026, 4, 1))
    assert "serial-dates" in codes
    found, days, codes = sheet(tmp_path, "登録日", [dt.date(2026, 4, 1), "2026/4/2", "令和8年4月3日", dt.date(2026, 4, 5), 46116], [None] * 5)
    assert days == [dt.date(2026, 4, day) for day in (1, 2, 3, 5, 4)]
    assert "serial-dates" in codes
    assert sheet(tmp_path, "売上", [46113, 46114, 46115], [None] * 3)[0].type == "integer"


def test_ranges_and_telephone_numbers_in_the_first_row_do_not_hide_the_header(tmp_path: Path) -> None:
    content = "会社名,従業員規模,資本金,電話\nA,100〜299名,1億円以上,03-1234-5678\nB,1-49名,1000万円未満,0312345678\nC,300名以上,5000万円,0612345678\nD,50～99名,3億円,0521234567\n"
    read = Read(text(tmp_path / "a.csv", content))
    assert read.only.names == ["会社名", "従業員規模", "資本金", "電話"]
    assert len(read.only) == 4


def test_a_last_row_without_a_clean_number_is_kept(tmp_path: Path) -> None:
    assert len(column(tmp_path, "件数", ["10", "20", "30", "約40"])[1]) == 4


def test_formulas_that_were_never_reckoned_are_missing_and_told(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in [["部門", "売上", "原価", "利益"], *([f"部{r}", r * 100, r * 60, f"=B{r}-C{r}"] for r in range(2, 6))]:
        page.append(row)
    book.save(tmp_path / "a.xlsx")
    read = Read(tmp_path / "a.xlsx")
    assert values(read.only, "利益") == [None] * 4
    (problem,) = (p for p in read.book.problems if p.code == "formulas-without-values")
    assert (problem.where, problem.parameters["count"]) == ("Sheet › D2", 4)
