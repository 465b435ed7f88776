"""Dates in several cells become one column beside them; what could be any year is left alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from fusenapp.tables import read_book
from fusenapp.tables.split_dates import split_dates

DAY = dt.date(2024, 4, 1)


def made(names: list[str], *rows: tuple[Any, ...]) -> dict[str, list[Any]]:
    columns = list(zip(*rows, strict=True))
    return {found.name: found.values for found in split_dates(names, columns.__getitem__)}


@pytest.mark.parametrize("row", [(2024, 4, 1), ("令和6", 4, 1), ("R6", "4", "1"), ("令和６年", "４月", "１日"), ("2024年", "4月", "1日")])
def test_three_cells_are_a_date_in_every_writing(row: tuple[Any, ...]) -> None:
    assert made(["会社名", "年", "月", "日"], ("A社", *row)) == {"年月日": [DAY]}


def test_the_era_may_stand_in_a_cell_of_its_own() -> None:
    assert made(["元号", "年", "月", "日"], ("令和", 6, 4, 1), ("平成", "元", 1, 8)) == {"年月日": [DAY, dt.date(1989, 1, 8)]}


@pytest.mark.parametrize("names", [["登録日›年", "登録日›月", "登録日›日"], ["登録日(年)", "登録日（月）", "登録日(日)"], ["登録日_年", "登録日_月", "登録日_日"]])
def test_the_heading_in_common_names_the_date(names: list[str]) -> None:
    assert made(names, (2024, 4, 1)) == {"登録日": [DAY]}


def test_year_and_month_alone_are_a_month() -> None:
    assert made(["年", "月", "件数"], (2024, 4, 7), ("令和6", 5, 8)) == {"年月": ["2024-04", "2024-05"]}


def test_a_missing_part_is_a_missing_date_and_an_impossible_day_is_told() -> None:
    rows = [(2024, 4, day) for day in range(1, 9)]
    found, = split_dates(["年", "月", "日"], list(zip(*rows, (2024, None, 3), (2024, 2, 30), strict=True)).__getitem__)
    assert (found.values[8:], found.wrong) == ([None, None], [9])


@pytest.mark.parametrize(("names", "row"), [
    (["年", "月", "日"], (6, 4, 1)), (["年", "月", "備考"], (6, 4, "x")), (["年", "日", "月"], (2024, 1, 4)), (["売上›年", "原価›月", "費用›日"], (2024, 4, 1))])
def test_years_of_no_era_and_columns_that_do_not_belong_together_are_left_alone(names: list[str], row: tuple[Any, ...]) -> None:
    assert made(names, row) == {}


def test_a_file_keeps_its_cells_and_gains_the_date_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "名簿.csv"
    path.write_text("会社名,年号,年,月,日,件数\n" + "".join(f"{n}社,令和,6,{n},2,{n}\n" for n in range(1, 8)), encoding="utf-8")
    book = read_book(path)
    dataset = book.dataset(book.table().id)
    assert [c.name for c in dataset.columns] == ["会社名", "年号", "年", "月", "日", "年月日", "件数"]
    assert dataset.column("年月日").type == "date"
    assert dataset.values("年月日").to_pylist()[:2] == [dt.date(2024, 1, 2), dt.date(2024, 2, 2)]
    assert dataset.place(1, 5).endswith("B3")
