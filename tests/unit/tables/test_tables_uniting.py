"""A sheet a month, a sheet a branch: tables of one schema put together, beside the single ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter

from fusenapp.tables import ColumnRecipe, Recipe, extract, read_book, read_kpi
from tests.unit.tables.making import Read, values, workbook


def leads(month: str, count: int, total: bool = True) -> list[list[Any]]:
    rows = [[f"2026年{month} リード一覧"], [], ["No", "会社名", "金額（円）"], *[[n, f"{month}社{n}", n * 1000] for n in range(1, count + 1)]]
    return [*rows, ["合計", None, sum(n * 1000 for n in range(1, count + 1))]] if total else rows


def monthly(path: Path) -> Path:
    sheets = {"表紙": [["2026年度 リード管理"]], **{m: leads(m, n) for m, n in (("4月", 2), ("5月", 3), ("6月", 1))}}
    return workbook(path, sheets)


def test_months_are_united_with_a_column_of_months(tmp_path: Path) -> None:
    book = read_book(monthly(tmp_path / "a.xlsx"))
    (together,) = book.united
    assert (together.id, together.title, together.rows) == ("4月:6月!A3:C6", "リード一覧", 6)
    assert together.members == ("4月!A3:C5", "5月!A3:C6", "6月!A3:C4")
    dataset = extract(book, together.id)
    assert dataset.column("月").type == "month"
    assert values(dataset, "月") == ["2026-04"] * 2 + ["2026-05"] * 3 + ["2026-06"]
    assert values(dataset, "金額（円）") == [1000, 2000, 1000, 2000, 3000, 1000]


def test_every_value_keeps_its_place(tmp_path: Path) -> None:
    book = read_book(monthly(tmp_path / "a.xlsx"))
    dataset = extract(book, book.united[0].id)
    assert dataset.place(0, "会社名") == "a.xlsx › 4月 › B4"
    assert dataset.place(4, "金額（円）") == "a.xlsx › 5月 › C6"


def test_the_single_tables_stay_and_are_told_first(tmp_path: Path) -> None:
    book = read_book(monthly(tmp_path / "a.xlsx"))
    assert [table.id for table in book.tables] == ["4月!A3:C5", "5月!A3:C6", "6月!A3:C4"]
    told = book.to_json()
    assert [table["id"] for table in told["united"]] == ["4月:6月!A3:C6"]
    assert told["united"][0]["members"] == ["4月!A3:C5", "5月!A3:C6", "6月!A3:C4"]
    assert all("members" not in table for sheet in told["sheets"] for table in sheet["tables"])


def test_a_recipe_goes_for_every_part(tmp_path: Path) -> None:
    book = read_book(monthly(tmp_path / "a.xlsx"))
    together = book.united[0]
    dataset = extract(book, together.id, Recipe(together.fingerprint, columns={"No": ColumnRecipe(type="text")}))
    assert dataset.column("No").type == "text"
    assert values(dataset, "No") == ["1", "2", "1", "2", "3", "1"]


def test_a_sheet_that_lies_elsewhere_and_has_another_column(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for month, (top, left), names in (("2026年4月", (0, 0), ["会社名", "業種", "経路"]), ("2026年5月", (2, 1), ["会社名", "業種", "経路", "メール"])):
        sheet = book.add_worksheet(month)
        for row, cells in enumerate([names, *[[f"{month}{name}{n}" for name in names] for n in range(3)]]):
            sheet.write_row(top + row, left, cells)
    book.close()
    names = [table.id for table in Read(path).book.united]
    assert names == []  # three of four columns are too few alike
    book = xlsxwriter.Workbook(str(path))
    for month, (top, left), extra in (("2026年4月", (0, 0), []), ("2026年5月", (2, 1), ["メール"])):
        sheet = book.add_worksheet(month)
        names = ["会社名", "業種", "経路", "電話", *extra]
        for row, cells in enumerate([names, *[[f"{name}甲{n}" for name in names] for n in range(3)]]):
            sheet.write_row(top + row, left, cells)
    book.close()
    found = Read(path)
    dataset = found.datasets[found.book.united[0].id]
    assert values(dataset, "メール") == [None] * 3 + ["メール甲0", "メール甲1", "メール甲2"]
    assert (dataset.place(0, "業種"), dataset.place(3, "業種")) == ("a.xlsx › 2026年4月 › B2", "a.xlsx › 2026年5月 › C4")
    assert "united-column-missing" in found.codes


def test_kpi_sheets_of_a_month_each_become_series(tmp_path: Path) -> None:
    rows = [["KPI報告"], ["部門", "KPI", "目標", "実績", "達成率"], ["マーケ", "リード数", 10, 9, 0.9], ["営業", "受注数", 10, 8, 0.8]]
    found = Read(workbook(tmp_path / "a.xlsx", dict.fromkeys(("2026.04", "2026.05", "2026.06"), rows)))
    dataset = found.datasets[found.book.united[0].id]
    first = read_kpi(dataset)[0]
    assert (first.department, first.name) == ("マーケ", "リード数")
    assert first.series == {"target": dict.fromkeys(("2026-04", "2026-05", "2026-06"), 10),
                            "actual": dict.fromkeys(("2026-04", "2026-05", "2026-06"), 9)}  # fmt: skip
    assert first.places["actual", "2026-05"] == "a.xlsx › 2026.05 › D3"


def test_headings_that_name_the_month_of_their_sheet(tmp_path: Path) -> None:
    sheets = {m: [["2026年度 KPI"], ["KPI", f"{m}目標", f"{m}実績"], ["リード数", 10, 9], ["アポ数", 5, 4]] for m in ("4月", "5月")}
    found = Read(workbook(tmp_path / "a.xlsx", sheets))
    dataset = found.datasets[found.book.united[0].id]
    assert dataset.names == ["月", "KPI", "目標", "実績"]


def test_departments_are_told_apart_by_their_sheets(tmp_path: Path) -> None:
    rows = [["2026年度"], ["KPI", "区分", "4月", "5月"], ["リード数", "目標", 10, 11], [None, "実績", 9, 8], ["商談数", "目標", 5, 5], [None, "実績", 4, 4]]
    found = Read(workbook(tmp_path / "a.xlsx", {"マーケティング部": rows, "営業部": rows}))
    dataset = found.datasets[found.book.united[0].id]
    assert {row.department for row in read_kpi(dataset)} == {"マーケティング部", "営業部"}


def test_other_tables_are_not_put_together(tmp_path: Path) -> None:
    sheets = {"4月": [["店", "件数"], ["甲", 1], ["乙", 2]], "5月": [["商品", "金額"], ["A", 1], ["B", 2]]}
    assert Read(workbook(tmp_path / "a.xlsx", sheets)).book.united == ()


def branches(path: Path, *hidden: str, **sheets: list[list[Any]]) -> Read:
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate([["会社名", "件数"], *rows]):
            sheet.write_row(number, 0, row)
        if name in hidden:
            sheet.hide()
    book.close()
    return Read(path)


EAST, WEST = [["A社", 1], ["B社", 2], ["C社", 3]], [["D社", 4], ["E社", 5]]


def test_copies_and_backups_are_not_counted_twice(tmp_path: Path) -> None:
    sheets = {"東": EAST, "西": WEST, "東 (2)": EAST, "西_bk": WEST, "控": EAST}
    found = branches(tmp_path / "a.xlsx", "控", **sheets)
    (together,) = found.book.united
    assert (together.members, together.rows) == (("東!A1:B4", "西!A1:B3"), 5)
    assert [problem.parameters["original"] for problem in found.book.problems if problem.code == "united-copy"] == ["東", "西", "東"]


def test_equal_sheets_that_nothing_calls_copies_are_both_counted(tmp_path: Path) -> None:
    (together,) = branches(tmp_path / "a.xlsx", **{"東": EAST, "西": EAST}).book.united
    assert together.rows == 6


def test_a_hidden_sheet_with_rows_of_its_own_counts_and_is_told(tmp_path: Path) -> None:
    found = branches(tmp_path / "a.xlsx", "西", **{"東": EAST, "西": WEST})
    assert found.book.united[0].rows == 5
    assert "united-hidden" in found.codes
