"""Layouts that people keep: titles above, merged headers, totals, notes, sections, several tables on a sheet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.unit.tables.making import Read, columns, values, workbook

HEAD = {"bold": True, "bg_color": "#DDEBF7", "border": 1}


def test_title_unit_and_date_above_a_blank_first_column(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Sheet1": [
        [None, "店舗別売上"], [None, "作成：企画部"], [None, "2026年8月31日現在", None, "（単位：千円）"], [],
        [None, "店舗", "件数", "売上"], [None, "新宿", 3, 120], [None, "大阪", 5, 80], [None, "名古屋", 2, 60],
    ]})  # fmt: skip
    read = Read(path)
    table = read.book.tables[0]
    assert (table.title, table.unit, table.as_of) == ("店舗別売上", "千円", "2026-08-31")
    assert (table.range, table.header_rows) == ("B5:D8", (5,))


def test_merged_and_stacked_headers_are_joined(tmp_path: Path) -> None:
    rows = [["地域", "件数", None, "売上", None], [None, "新規", "既存", "新規", "既存"], ["東京", 1, 2, 30, 40], ["大阪", 3, 4, 50, 60]]
    formats = {(r, c): HEAD for r in (0, 1) for c in range(5)}
    path = workbook(tmp_path / "a.xlsx", {"S": rows}, merges={"S": [(0, 1, 0, 2), (0, 3, 0, 4), (0, 0, 1, 0)]}, formats=formats)
    dataset = Read(path).only
    assert dataset.names == ["地域", "件数›新規", "件数›既存", "売上›新規", "売上›既存"]
    assert values(dataset, "売上›新規") == [30, 50]


def test_group_headings_that_overflow_without_a_merge(tmp_path: Path) -> None:
    rows = [["日付", "相談件数", None, "対応件数", None], [None, "府", "市", "府", "市"], *[[dt.date(2026, 4, day), day, 2, 3, 4] for day in range(1, 9)]]
    dataset = Read(workbook(tmp_path / "a.xlsx", {"S": rows})).only
    assert dataset.names == ["日付", "相談件数›府", "相談件数›市", "対応件数›府", "対応件数›市"]


def test_totals_notes_and_recaps_are_set_apart(tmp_path: Path) -> None:
    rows = [["年齢", "人数"], ["20代", 5], ["30代", 7], ["40代", 8], ["合　計", 20], ["（再掲）"], ["30代以上", 15], [], ["※ 速報値である。"]]
    read = Read(workbook(tmp_path / "a.xlsx", {"S": rows}))
    assert values(read.only, "年齢") == ["20代", "30代", "40代"]
    assert "total-mismatch" not in read.codes


def test_a_total_that_is_not_the_sum_is_told_with_its_cell(tmp_path: Path) -> None:
    rows = [["店", "件数", "売上"], ["甲", 5, 10], ["乙", 7, 20], ["丙", 8, 30], ["合計", 21, 60]]
    read = Read(workbook(tmp_path / "a.xlsx", {"S": rows}))
    (problem,) = [problem for problem in read.book.problems if problem.code == "total-mismatch"]
    assert problem.where == "S › B5"
    assert (problem.parameters["stated"], problem.parameters["sum"]) == (21, 20)


def test_a_category_called_total_is_no_total_row(tmp_path: Path) -> None:
    rows = [["部門", "区分", "件数"], ["マーケ", "合計", 10], ["マーケ", "新規", 6], ["営業", "合計", 8], ["営業", "新規", 3]]
    assert len(Read(workbook(tmp_path / "a.xlsx", {"S": rows})).only) == 4


def test_two_tables_below_each_other(tmp_path: Path) -> None:
    rows = [["商品", "数"], ["A", 1], ["B", 2], ["C", 3], [], [], ["担当", "地域", "件数"], ["佐藤", "東", 4], ["鈴木", "西", 5], ["高橋", "北", 6]]
    read = Read(workbook(tmp_path / "a.xlsx", {"S": rows}))
    assert [table.range for table in read.book.tables] == ["A1:B4", "A7:C10"]


def test_two_tables_beside_each_other(tmp_path: Path) -> None:
    rows = [["県", "人口", None, "県", "死者"], ["青森", 1.5, None, "青森", 7], ["岩手", 2.5, None, "岩手", 9], ["秋田", 3.5, None, "秋田", 4]]
    read = Read(workbook(tmp_path / "a.xlsx", {"S": rows}))
    assert [table.range for table in read.book.tables] == ["A1:B4", "D1:E4"]


def test_remarks_at_the_side_do_not_widen_a_table(tmp_path: Path) -> None:
    rows = [["番号", "件数"], *[[n, n * 2] for n in range(1, 12)]]
    rows[3] = [*rows[3], None, None, "※ ここから集計方法を変更"]
    read = Read(workbook(tmp_path / "a.xlsx", {"S": rows}))
    assert read.book.tables[0].range == "A1:B12"


def test_sections_become_a_column(tmp_path: Path) -> None:
    rows = [["店", "件数", "売上"], ["【東日本】"], ["新宿", 1, 2], ["仙台", 3, 4], ["【西日本】"], ["大阪", 5, 6], ["福岡", 7, 8]]
    dataset = Read(workbook(tmp_path / "a.xlsx", {"S": rows})).only
    assert values(dataset, "店") == ["新宿", "仙台", "大阪", "福岡"]
    assert values(dataset, "見出し") == ["【東日本】", "【東日本】", "【西日本】", "【西日本】"]


def test_grid_paper_merged_over_many_columns_is_one_logical_column_each(tmp_path: Path) -> None:
    rows = [["No.", "機能", None, None, "説明", None, None, None], *[[n, f"機能{n}", None, None, f"説明{n}", None, None, None] for n in range(1, 5)]]
    merges = [(row, left, row, right) for row in range(5) for left, right in ((1, 3), (4, 7))]
    dataset = Read(workbook(tmp_path / "a.xlsx", {"S": rows}, merges={"S": merges})).only
    assert dataset.names == ["No.", "機能", "説明"]
    assert values(dataset, "説明") == ["説明1", "説明2", "説明3", "説明4"]


def test_labels_merged_downwards_hold_for_all_their_rows(tmp_path: Path) -> None:
    rows = [["部門", "月", "件数"], ["マーケ", "4月", 1], [None, "5月", 2], ["営業", "4月", 3], [None, "5月", 4]]
    dataset = Read(workbook(tmp_path / "a.xlsx", {"S": rows}, merges={"S": [(1, 0, 2, 0), (3, 0, 4, 0)]})).only
    assert values(dataset, "部門") == ["マーケ", "マーケ", "営業", "営業"]


def test_hidden_rows_are_kept_and_told(tmp_path: Path) -> None:
    rows = [["店", "件数"], ["甲", 1], ["乙", 2], ["丙", 3]]
    read = Read(workbook(tmp_path / "a.xlsx", {"S": rows}, hidden_rows=[2]))
    assert values(read.only, "件数") == [1, 2, 3]
    assert "hidden-rows" in read.codes


def test_errors_and_marks_are_missing_and_never_zero(tmp_path: Path) -> None:
    rows = [["店", "件数", "率"], ["甲", 1, "#DIV/0!"], ["乙", "―", 0.5], ["丙", 0, 0.25], ["丁", "調査中", 0.1]]
    read = Read(workbook(tmp_path / "a.xlsx", {"S": rows}))
    assert values(read.only, "件数") == [1, None, 0, None]
    assert values(read.only, "率") == [None, 0.5, 0.25, 0.1]
    assert {"error-values", "pending"} <= read.codes


def test_repeated_and_blank_names_are_made_unique(tmp_path: Path) -> None:
    rows = [["店", "件数", "件数", None], ["甲", 1, 2, 3.5], ["乙", 4, 5, 6.5], ["丙", 7, 8, 9.5]]
    assert Read(workbook(tmp_path / "a.xlsx", {"S": rows})).only.names == ["店", "件数", "件数_2", "D列"]


def test_units_in_headers_and_formats(tmp_path: Path) -> None:
    rows = [["店", "資本金（万円）", "達成率", "売上", "構成比(%)"], ["甲", 100, 0.5, 1200, 12.5], ["乙", 250, 1.25, 3400, 87.5], ["丙", 300, 0.75, 900, 0.5]]
    formats = {(r, 2): {"num_format": "0.0%"} for r in (1, 2, 3)} | {(r, 3): {"num_format": "¥#,##0"} for r in (1, 2, 3)}
    dataset = Read(workbook(tmp_path / "a.xlsx", {"S": rows}, formats=formats)).only
    assert columns(dataset) == {
        "店": ("text", ""), "資本金（万円）": ("money", "万円"), "達成率": ("percent", "%"), "売上": ("money", "円"), "構成比(%)": ("percent", "%"),
    }  # fmt: skip
    assert values(dataset, "達成率") == [0.5, 1.25, 0.75]
    assert values(dataset, "構成比(%)") == [0.125, 0.875, 0.005]


def test_built_in_japanese_date_formats_are_dates(tmp_path: Path) -> None:
    rows = [["番号", "発生日"], *[[n, 46113 + n] for n in range(1, 6)]]
    path = workbook(tmp_path / "a.xlsx", {"S": rows}, formats={(r, 1): {"num_format": 56} for r in range(1, 6)})
    assert values(Read(path).only, "発生日")[0] == dt.date(2026, 4, 2)


def test_covers_and_contents_are_no_tables(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {
        "表紙": [[], [None, "2026年度 営業計画"], [None, "企画部"]], "目次": [["目　次"], ["表1", "売上", 1], ["表2", "件数", 2], ["表3", "人数", 3]],
        "空": [], "データ": [["店", "件数"], ["甲", 1], ["乙", 2]],
    })  # fmt: skip
    assert [sheet.kind for sheet in Read(path).book.sheets] == ["cover", "notes", "empty", "table"]


def test_sheets_of_one_name_and_odd_names_have_ids_of_their_own(tmp_path: Path) -> None:
    rows = [["店", "件数"], ["甲", 1], ["乙", 2]]
    read = Read(workbook(tmp_path / "a.xlsx", {"a'b": rows, "月次": rows}))
    assert [table.id for table in read.book.tables] == ["a'b!A1:B3", "月次!A1:B3"]


@pytest.mark.parametrize("base", [0, 1])
def test_rows_moved_in_by_their_format_are_parts_of_the_row_above(tmp_path: Path, base: int) -> None:
    rows = [["部門", "件数"], ["営業", 30], ["東日本", 10], ["西日本", 20], ["開発", 12], ["合計", 42]]
    formats = {(row, 0): {"indent": base + (row in (2, 3))} for row in range(1, 6)}
    assert "total-mismatch" in Read(workbook(tmp_path / "flat.xlsx", {"S": rows})).codes
    found = Read(workbook(tmp_path / "in.xlsx", {"S": rows}, formats=formats))
    assert values(found.only, "部門") == ["営業", "東日本", "西日本", "開発"]
    assert "total-mismatch" not in found.codes


def test_spaces_move_a_label_in_like_its_format(tmp_path: Path) -> None:
    rows = [["部門", "件数"], ["営業", 30], ["　東日本", 10], ["　西日本", 20], ["開発", 12], ["合計", 42]]
    assert "total-mismatch" not in Read(workbook(tmp_path / "a.xlsx", {"S": rows})).codes
