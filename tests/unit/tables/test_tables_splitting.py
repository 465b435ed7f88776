"""Several tables in one block of cells, headers apart from their data, forms, and labels that stand once for several rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.tables.making import Read, values, workbook

Rows = list[list[Any]]


def read(tmp_path: Path, rows: Rows, **more: Any) -> Read:
    return Read(workbook(tmp_path / "a.xlsx", {"S": rows}, **more))


def ranges(found: Read) -> list[str]:
    return [table.range for table in found.book.tables]


PRODUCTS: Rows = [["商品", "数", "額"], ["A", 1, 2], ["B", 2, 3], ["C", 3, 4]]
PEOPLE: Rows = [["担当", "件数", "金額"], ["佐藤", 4, 5], ["鈴木", 5, 6], ["高橋", 6, 7]]


def test_a_new_header_after_a_total_begins_another_table(tmp_path: Path) -> None:
    found = read(tmp_path, [*PRODUCTS, ["合計", 6, 9], *PEOPLE, ["合計", 15, 18]])
    assert ranges(found) == ["A1:C4", "A6:C9"]
    assert values(found.datasets["S!A6:C9"], "金額") == [5, 6, 7]


def test_a_heading_without_a_blank_row_begins_another_table(tmp_path: Path) -> None:
    found = read(tmp_path, [["■商品別"], *PRODUCTS, ["■担当別"], *PEOPLE])
    assert [(table.range, table.title) for table in found.book.tables] == [("A2:C5", "商品別"), ("A7:C10", "担当別")]


def test_words_among_figures_begin_no_table(tmp_path: Path) -> None:
    found = read(tmp_path, [*PRODUCTS, ["D", "調査中", "確認中"], ["E", 5, 6]])
    assert ranges(found) == ["A1:C6"]


def test_tables_beside_each_other_with_titles_of_their_own(tmp_path: Path) -> None:
    rows = [["表1 商品", None, None, None, "表2 担当"], *[[*a, None, *b[:2]] for a, b in zip(PRODUCTS, PEOPLE, strict=True)], ["D", 4, 5]]
    found = read(tmp_path, rows)
    assert [(table.range, table.title) for table in found.book.tables] == [("A2:C6", "表1 商品"), ("E2:F5", "表2 担当")]


def test_blank_columns_for_looks_do_not_cut_a_table(tmp_path: Path) -> None:
    rows = [["店", None, "件数", None, "売上"], ["甲", None, 1, None, 2], ["乙", None, 3, None, 4], ["丙", None, 5, None, 6]]
    found = read(tmp_path, rows)
    assert found.only.names == ["店", "件数", "売上"]


def test_a_header_above_a_blank_row_belongs_to_its_data(tmp_path: Path) -> None:
    found = read(tmp_path, [["売上表"], [], PRODUCTS[0], [], *PRODUCTS[1:]])
    assert (found.book.tables[0].range, found.book.tables[0].header_rows) == ("A3:C7", (3,))


def test_labels_with_their_entries_are_no_table(tmp_path: Path) -> None:
    form = [["見積書"], ["宛先", "株式会社A"], ["件名", "保守"], ["見積番号", 12], []]
    found = read(tmp_path, [*form, *PRODUCTS])
    assert ranges(found) == ["A6:C9"]


def test_what_stands_under_an_estimate_is_no_data(tmp_path: Path) -> None:
    rows = [["品名", "数量", "単価", "金額"], ["保守A", 1, 100, 100], ["保守B", 2, 100, 200], ["保守C", 3, 100, 300],
            [None, None, "小計", 600], [None, None, "消費税", 60], [None, None, "合計", 660]]  # fmt: skip
    found = read(tmp_path, rows)
    assert values(found.only, "単価") == [100, 100, 100]
    assert "total-mismatch" not in found.codes


@pytest.mark.parametrize("word", ["計", "集計", " 小計"])
def test_the_name_of_a_group_with_a_word_for_sums_is_its_total(tmp_path: Path, word: str) -> None:
    rows = [["地域", "支店", "売上"], ["東日本", "札幌", 1], [None, "仙台", 2], [f"東日本{word}", None, 3],
            ["西日本", "大阪", 4], [None, "福岡", 5], [f"西日本{word}", None, 9], ["総計", None, 12]]  # fmt: skip
    found = read(tmp_path, rows)
    assert values(found.only, "地域") == ["東日本", "東日本", "西日本", "西日本"]
    assert "total-mismatch" not in found.codes


def test_a_name_that_only_ends_like_a_sum_is_data(tmp_path: Path) -> None:
    rows = [["科目", "金額"], ["時計", 3], ["会計", 4], ["設計", 5]]
    assert values(read(tmp_path, rows).only, "科目") == ["時計", "会計", "設計"]


def test_numbers_that_happen_to_count_up_are_data(tmp_path: Path) -> None:
    rows = [["商品", "4月", "5月", "6月"], ["A", 1, 2, 3], ["B", 2, 3, 4], ["C", 3, 4, 5]]
    assert read(tmp_path, rows).book.tables[0].header_rows == (1,)


def test_month_numbers_over_the_turn_of_the_year_are_headings(tmp_path: Path) -> None:
    rows = [["商品", 10, 11, 12, 1, 2, 3], ["A", 8, 8, 9, 9, 7, 7], ["B", 5, 5, 5, 6, 6, 6], ["C", 1, 1, 1, 1, 1, 1]]
    assert read(tmp_path, rows).only.names == ["商品", "10", "11", "12", "1", "2", "3"]


def test_a_divided_heading_in_a_table_of_words(tmp_path: Path) -> None:
    rows = [["番号", "氏名", "評価", None, None, "備考"], [None, None, "上期", "下期", "年間", None], ["00123", "佐藤", "A", "B", "A", None],
            ["00456", "鈴木", "B", "B", "B", "異動"], ["00789", "高橋", "C", "A", "B", None]]  # fmt: skip
    found = read(tmp_path, rows)
    assert found.only.names == ["番号", "氏名", "評価›上期", "評価›下期", "評価›年間", "備考"]
    assert len(found.only) == 3


def test_serial_numbers_of_first_days_in_a_header_are_months(tmp_path: Path) -> None:
    rows = [["商品", 46113, 46143, 46174], ["A", 8, 8, 9], ["B", 5, 5, 5], ["C", 1, 1, 1]]
    assert read(tmp_path, rows).only.names == ["商品", "2026-04", "2026-05", "2026-06"]


def test_a_pivot_repeats_the_labels_of_its_groups(tmp_path: Path) -> None:
    rows = [["部門", "担当", "合計 / 金額"], ["営業一部", "佐藤", 100], [None, "鈴木", 200], ["営業一部 集計", None, 300],
            ["営業二部", "高橋", 50], [None, "(空白)", 20], ["営業二部 集計", None, 70], ["総計", None, 370]]  # fmt: skip
    found = read(tmp_path, rows)
    assert values(found.only, "部門") == ["営業一部", "営業一部", "営業二部", "営業二部"]
    assert values(found.only, "担当") == ["佐藤", "鈴木", "高橋", None]


def test_an_outline_over_columns_names_the_groups_of_every_row(tmp_path: Path) -> None:
    rows = [["大分類", "中分類", "小分類", "金額"], ["営業費", None, None, 300], [None, "旅費", None, 200], [None, None, "国内", 150],
            [None, None, "海外", 50], [None, "会議費", None, 100], ["管理費", None, None, 100], [None, "家賃", None, 100]]  # fmt: skip
    dataset = read(tmp_path, rows).only
    assert values(dataset, "大分類") == ["営業費"] * 5 + ["管理費"] * 2
    assert values(dataset, "中分類") == [None, "旅費", "旅費", "旅費", "会議費", None, "家賃"]


@pytest.mark.parametrize(("line", "title"), [
    ("営業企画部 御中", "月次報告書"), ("各位", "月次報告書"),
])  # fmt: skip
def test_whom_a_sheet_is_for_is_not_its_title(tmp_path: Path, line: str, title: str) -> None:
    assert read(tmp_path, [[line], [title], [], *PRODUCTS]).book.tables[0].title == title


def test_a_unit_in_the_title_is_the_unit(tmp_path: Path) -> None:
    table = read(tmp_path, [["2026年度 全社実績（単位：千円）"], [], *PRODUCTS]).book.tables[0]
    assert (table.title, table.unit) == ("2026年度 全社実績", "千円")


def test_names_written_downwards_letter_by_letter_are_whole(tmp_path: Path) -> None:
    rows = [["都道府県", None, "件数"], [None, "札幌", 3], ["北", "函館", 1], ["海", "旭川", 2], ["道", "釧路", 1], [None, "計", 7],
            [None, "青森", 2], ["東", "岩手", 3], ["北", "秋田", 1], [None, "計", 6], ["東", "京", 9], [None, "茨城", 4], ["関", "栃木", 5], ["東", "群馬", 6]]  # fmt: skip
    dataset = read(tmp_path, rows, merges={"S": [(0, 0, 0, 1)]}).only
    assert values(dataset, dataset.names[0]) == ["北海道"] * 4 + ["東北"] * 3 + [None] + ["関東"] * 3
    assert values(dataset, dataset.names[1])[6:9] == ["秋田", "東京", "茨城"]


def test_a_header_whose_names_stand_in_two_rows(tmp_path: Path) -> None:
    rows = [[None, "高齢者", "高齢者以外"], ["都道府県", None, None], ["青森", 29, 16], ["岩手", 40, 19], ["宮城", 21, 18]]
    found = read(tmp_path, rows)
    assert found.book.tables[0].header_rows == (1, 2)
    assert found.only.names == ["都道府県", "高齢者", "高齢者以外"]


def test_a_first_row_with_gaps_is_no_header(tmp_path: Path) -> None:
    rows = [["会社", "部署", "備考"], ["A社", "営業", None], ["B社", None, "休止"], ["C社", "総務", "新規"], ["D社", "経理", None]]
    assert read(tmp_path, rows).book.tables[0].header_rows == (1,)


def test_a_section_after_a_blank_row_goes_on_with_the_table(tmp_path: Path) -> None:
    rows = [["店", "件数", "売上"], ["■東日本"], ["新宿", 1, 2], ["仙台", 3, 4], [], ["■西日本"], ["大阪", 5, 6], ["福岡", 7, 8]]
    dataset = read(tmp_path, rows).only
    assert list(zip(values(dataset, "見出し"), values(dataset, "店"), strict=True)) == [
        ("東日本", "新宿"), ("東日本", "仙台"), ("西日本", "大阪"), ("西日本", "福岡"),
    ]  # fmt: skip


COMPANIES: Rows = [["会社名", "件数", "金額"] * 2, ["甲商事", 1, 10, "丙工業", 3, 30], ["乙物産", 2, 20, "丁電機", 4, 40], ["戊運輸", 5, 50, "己商店", 6, 60]]


def test_the_same_headings_again_begin_a_table_beside_the_first(tmp_path: Path) -> None:
    found = read(tmp_path, COMPANIES)
    assert ranges(found) == ["A1:C4", "D1:F4"]
    assert values(found.datasets["S!D1:F4"], "会社名") == ["丙工業", "丁電機", "己商店"]
    assert values(found.datasets["S!D1:F4"], "金額") == [30, 40, 60]


def test_tables_that_touch_may_end_apart_under_one_title(tmp_path: Path) -> None:
    found = read(tmp_path, [["顧客一覧"], [], *COMPANIES, ["庚建設", 7, 70], ["合計", 15, 150]])
    assert ranges(found) == ["A3:C7", "D3:F6"]
    assert values(found.datasets["S!A3:C7"], "件数") == [1, 2, 5, 7]


@pytest.mark.parametrize(
    "header",
    [
        [["KPI", "4月", None, "5月", None], [None, "目標", "実績", "目標", "実績"]],
        [["KPI", "目標", "実績", "目標", "実績"]],
        [["上期", None, None, "下期", None, None], ["KPI", "目標", "実績"] * 2],
    ],
)
def test_series_that_come_again_stay_in_one_table(tmp_path: Path, header: Rows) -> None:
    body = [[cell for _ in range(len(header[-1]) // 3) for cell in (name, 1, 2)] for name in ("リード数", "アポ数", "受注数")]
    rows = [*header, *([row[:1] + row[1:3] * 2 for row in body] if len(header[-1]) == 5 else body)]
    assert len(read(tmp_path, rows).book.tables) == 1


def test_the_same_labels_again_stay_in_one_table(tmp_path: Path) -> None:
    rows = [["店舗", "件数", "金額"] * 2, *([name, 1, 10, name, 2, 20] for name in ("東京店", "大阪店", "福岡店"))]
    assert ranges(read(tmp_path, rows)) == ["A1:F4"]


def test_pairs_of_figures_are_no_tables_of_their_own(tmp_path: Path) -> None:
    assert ranges(read(tmp_path, [["件数", "金額"] * 2, [1, 10, 2, 20], [3, 30, 4, 40], [5, 50, 6, 60]])) == ["A1:D4"]
