"""Sheets as planners keep them, in layouts that come from many houses: each is read as its author meant it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from fusenapp.tables import Dataset, read_kpi
from tests.unit.tables.making import Read, columns, text, values, workbook

Rows = list[list[Any]]
HEAD = {"bold": True, "num_format": "m/d"}


def read(tmp_path: Path, rows: Rows, **more: Any) -> Read:
    return Read(workbook(tmp_path / "a.xlsx", {"Sheet1": rows}, **more))


def only(tmp_path: Path, rows: Rows, **more: Any) -> Dataset:
    return read(tmp_path, rows, **more).only


def bold(row: int, width: int) -> dict[tuple[int, int], dict[str, Any]]:
    return {(row, column): HEAD for column in range(width)}


# rows that sum


MONTHS = [["年月", "目標", "実績"], *[[f"2025年{m}月", 10 * m, 9 * m] for m in (4, 5, 6, 7, 8, 9)]]


@pytest.mark.parametrize("label", ["上期計", "上期", "2025年度上期計", "上半期合計", "1H"])
def test_half_a_year_among_months_is_their_sum(tmp_path: Path, label: str) -> None:
    found = read(tmp_path, [["月次KPI"], [], *MONTHS, [label, 390, 351]])
    assert values(found.only, "年月") == [f"2025-{m:02d}" for m in (4, 5, 6, 7, 8, 9)]
    assert "total-mismatch" not in found.codes


def test_sums_over_sums_are_held_against_the_months(tmp_path: Path) -> None:
    rows: Rows = [["月", "件数"], *[[f"{m}月", m] for m in (4, 5, 6)], ["第1四半期計", 15], *[[f"{m}月", m] for m in (7, 8, 9)]]
    rows += [["第2四半期計", 24], ["上期計", 39], *[[f"{m}月", m] for m in (10, 11, 12)], ["第3四半期計", 33], ["累計", 72]]
    found = read(tmp_path, rows)
    assert values(found.only, "件数") == [4, 5, 6, 7, 8, 9, 10, 11, 12]
    assert "total-mismatch" not in found.codes
    rows[8] = ["上期計", 40]
    assert "total-mismatch" in read(tmp_path, rows).codes


def test_half_years_and_the_year_among_quarters(tmp_path: Path) -> None:
    rows = [["期", "受注"], ["1Q", 1], ["2Q", 2], ["上期", 3], ["3Q", 3], ["4Q", 4], ["下期", 7], ["通期", 10]]
    assert values(only(tmp_path, rows), "期") == ["1Q", "2Q", "3Q", "4Q"]


def test_half_years_alone_are_data(tmp_path: Path) -> None:
    rows = [["期", "受注", "売上"], ["2023年度上期", 1, 10], ["2023年度下期", 2, 20], ["2024年度上期", 3, 30], ["2024年度下期", 4, 40]]
    assert len(only(tmp_path, rows)) == 4


def test_a_sum_of_weeks(tmp_path: Path) -> None:
    rows = [["週", "架電数"], ["10/1～10/5", 12], ["10/6～10/12", 20], ["10/13～10/19", 18], ["月計", 50]]
    assert values(only(tmp_path, rows), "架電数") == [12, 20, 18]


PROFIT = [["科目", "4月", "5月"], ["売上高", 100, 110], ["売上原価", 60, 65], ["給与手当", 15, 16], ["広告宣伝費", 3, 5], ["旅費交通費", 2, 1]]


def test_a_label_in_kei_is_a_sum_where_its_figures_say_so(tmp_path: Path) -> None:
    found = read(tmp_path, [*PROFIT, ["販管費計", 20, 22], ["営業利益", 20, 23]])
    assert "販管費計" not in values(found.only, "科目")
    assert "total-mismatch" not in found.codes
    rows = [["品目", "数量", "金額"], ["電卓", 3, 300], ["腕時計", 2, 900], ["置時計", 1, 120], ["温度計", 4, 80]]
    assert values(only(tmp_path, rows), "品目") == ["電卓", "腕時計", "置時計", "温度計"]


# rows that are no data


def test_page_numbers_between_repeated_headings(tmp_path: Path) -> None:
    head = ["日付", "得意先", "金額"]
    rows: Rows = [["売上明細"], head]
    for page in range(3):
        rows += [[None, None, mark], head] if (mark := ["", "2/3ページ", "3/3"][page]) else []
        rows += [[dt.date(2026, 6, 3 * page + n), f"得意先{n}", n * 1000] for n in (1, 2, 3)]
    assert values(only(tmp_path, rows), "金額") == [1000, 2000, 3000] * 3


@pytest.mark.parametrize("rest", [[], [None, None, 0], [None, None, None, "済"]])
def test_numbered_rows_that_wait_to_be_filled_in(tmp_path: Path, rest: list[Any]) -> None:
    rows = [["No", "案件名", "金額", "状況"], [1, "更改", 12000, "済"], [2, "導入", 3000, "未"], *[[n, *rest] for n in range(3, 21)]]
    assert len(only(tmp_path, rows)) == (20 if "済" in rest else 2)


def test_the_head_of_an_estimate_is_no_table(tmp_path: Path) -> None:
    rows = [["御 見 積 書"], [], ["株式会社みらい 御中", None, None, None, "見積番号", "Q-2026-0101"], ["件名", "CRM導入支援", None, None, "発行日", dt.date(2026, 10, 1)]]
    rows += [["有効期限", "発行後30日"], [], ["No.", "品名", "数量", "単位", "単価", "金額"], [1, "初期設定", 1, "式", 300000, 300000]]
    rows += [[2, "利用料", 12, "月", 50000, 600000], [None, None, None, None, "小計", 900000], [None, None, None, None, "消費税", 90000]]
    assert values(only(tmp_path, rows), "品名") == ["初期設定", "利用料"]


# parts of a KPI


def test_quality_leads_among_all_are_a_segment_and_no_recap(tmp_path: Path) -> None:
    rows = [["部門", "KPI", "種別", "2026/04", "2026/05"], ["マーケ", "リード数", "全体", 100, 110], [None, None, "うち質リード", 30, 35],
            ["IS", "アポ数", "全体", 20, 22], [None, None, "うち質リード", 12, 13]]  # fmt: skip
    found = read_kpi(only(tmp_path, rows, merges={"Sheet1": [(1, 0, 2, 0), (1, 1, 2, 1), (3, 0, 4, 0), (3, 1, 4, 1)]}))
    assert [(row.department, row.name, row.segment) for row in found] == [
        ("マーケ", "リード数", "all"), ("マーケ", "リード数", "quality"), ("IS", "アポ数", "all"), ("IS", "アポ数", "quality"),
    ]  # fmt: skip


def test_units_in_the_names_of_kpis_across(tmp_path: Path) -> None:
    rows = [["年月", "リード数（件）", None, "受注額（千円）", None], [None, "目標", "実績", "目標", "実績"],
            *[[f"2026年{m}月", 10, 9, 500, 600] for m in (4, 5, 6)]]  # fmt: skip
    found = read_kpi(only(tmp_path, rows, merges={"Sheet1": [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]}))
    assert [(row.name, row.unit) for row in found] == [("リード数", "件"), ("受注額", "千円")]


def test_a_row_a_figure_with_the_year_beside_the_month(tmp_path: Path) -> None:
    rows = [["年度", "月", "部門", "指標", "目標", "実績", "単位"], *[[2026, m, "営業", k, 10 * m, 9 * m, "件"] for m in (4, 5) for k in ("商談数", "受注数")]]
    found = read_kpi(only(tmp_path, rows))
    assert [(row.name, dict(row.series["actual"])) for row in found] == [
        ("商談数", {"2026-04": 36, "2026-05": 45}), ("受注数", {"2026-04": 36, "2026-05": 45}),
    ]  # fmt: skip


# headings


def test_days_over_weekdays(tmp_path: Path) -> None:
    days = [dt.date(2026, 10, d) for d in range(1, 9)]
    rows = [["10月 架電数"], ["担当", *days, "計"], [None, *"木金土日月火水木", None], ["佐藤", *range(8), 28], ["鈴木", *[5] * 8, 40], ["高橋", *[8] * 8, 64]]
    found = only(tmp_path, rows, formats=bold(1, 10) | bold(2, 10))
    assert found.names[:2] == ["担当", "2026-10-01›木"]
    assert found.names[-1] == "計"
    assert columns(found)["2026-10-04›日"] == ("integer", "")


def test_lines_around_every_cell_say_nothing_about_groups(tmp_path: Path) -> None:
    rows = [[None, "当月", None, "累計", None], ["営業所", "件数", "金額", "件数", "金額"], ["札幌", 5, 1200, 60, 15000], ["仙台", 7, 1800, 80, 20100]]
    looks = {(row, column): {"border": 1} for row in range(4) for column in range(5)}
    assert only(tmp_path, [*rows, ["金沢", 2, 400, 33, 7000]], formats=looks).names == [
        "営業所", "当月›件数", "当月›金額", "累計›件数", "累計›金額",
    ]  # fmt: skip


@pytest.mark.parametrize(("heading", "unit"), [("月額（税抜・円）", "円"), ("売上（単位：千円、税込）", "千円"), ("単価（円/件）", "")])
def test_units_among_other_words_in_brackets(tmp_path: Path, heading: str, unit: str) -> None:
    assert columns(only(tmp_path, [["契約", heading], ["A", 100], ["B", 200], ["C", 300]]))[heading][1] == unit


def test_titles_of_tables_by_person_in_charge(tmp_path: Path) -> None:
    rows = [["担当者別実績"], ["担当者", "件数"], ["佐藤", 12], ["鈴木", 8], ["高橋", 5]]
    assert only(tmp_path, rows, formats=bold(1, 2)).title == "担当者別実績"


# cells


def test_ditto_marks_say_what_stands_above(tmp_path: Path) -> None:
    rows = [["会社名", "部署", "氏名"], ["A社", "営業部", "青木"], ["〃", "同上", "伊藤"], ["B社", "〃", "加藤"]]
    found = read(tmp_path, rows)
    assert values(found.only, "会社名") == ["A社", "A社", "B社"]
    assert values(found.only, "部署") == ["営業部"] * 3
    assert "labels-carried-down" in found.codes


def test_grades_are_no_yes_and_no(tmp_path: Path) -> None:
    rows = [["機能", "自社", "A社"], ["MA連携", "○", "○"], ["SFA", "◎", "○"], ["名刺管理", "×", "×"], ["API", "○", "○"]]
    assert [kind for kind, _ in columns(only(tmp_path, rows)).values()] == ["text", "text", "boolean"]


def test_letters_that_name_things_are_no_marks(tmp_path: Path) -> None:
    assert values(only(tmp_path, [["商品", "数量"], ["X", 1], ["Y", 2], ["Z", 3]]), "商品") == ["X", "Y", "Z"]
    assert values(only(tmp_path, [["商品", "数量"], ["X", 1], ["Y", 2]]), "商品") == ["X", "Y"]


def test_an_era_that_stands_once_beside_its_years(tmp_path: Path) -> None:
    rows = [["会社名", "元号", "年", "月", "日"], ["A社", "昭和", 63, 12, 5], ["B社", "平成", "元", 4, 1], ["C社", None, 28, 10, 15], ["D社", "令和", 2, 7, 20]]
    assert values(only(tmp_path, rows), "年月日") == [dt.date(1988, 12, 5), dt.date(1989, 4, 1), dt.date(2016, 10, 15), dt.date(2020, 7, 20)]


# several tables, several departments


def test_departments_beside_each_other_in_one_month(tmp_path: Path) -> None:
    rows = [["2026年10月度 KPI実績"], ["KPI", "マーケティング部", None, "営業部", None], [None, "目標", "実績", "目標", "実績"], ["新規接点数", 100, 120, 50, 40]]
    rows += [["商談数", 30, 27, 20, 25], ["受注数", 5, 6, 8, 8]]
    found = read_kpi(only(tmp_path, rows, merges={"Sheet1": [(1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 4)]}))
    assert {(row.department, row.name): (row.series["target"], row.series["actual"]) for row in found}["営業部", "商談数"] == ({"2026-10": 20}, {"2026-10": 25})
    assert len(found) == 6


def test_a_heading_of_units_beside_merged_months(tmp_path: Path) -> None:
    rows = [["KPI", "単位", "4月", None, "5月", None], [None, None, "計画", "実績", "計画", "実績"], ["リード獲得", "件", 10, 9, 12, 13], ["受注金額", "百万円", 5, 4.5, 6, 6.2]]
    merges = {"Sheet1": [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5)]}
    assert only(tmp_path, rows, merges=merges).names == ["KPI", "単位", "4月›計画", "4月›実績", "5月›計画", "5月›実績"]


def test_a_table_that_touches_a_wider_one_below(tmp_path: Path) -> None:
    rows = [["月", "売上"], ["4月", 100], ["5月", 120], ["6月", 90], ["商品", "在庫", "発注点"], ["A", 5, 3], ["B", 2, 3], ["C", 9, 4]]
    first, second = read(tmp_path, rows, formats=bold(0, 2) | bold(4, 3)).sheet("Sheet1")
    assert values(first, "売上") == [100, 120, 90]
    assert values(second, "在庫") == [5, 2, 9]


def test_sums_that_stand_above_what_they_sum(tmp_path: Path) -> None:
    rows = [["地域", "件数"], ["関東計", 30], ["　東京", 20], ["　神奈川", 10], ["関西計", 12], ["　大阪", 8], ["　京都", 4], ["総計", 42]]
    found = read(tmp_path, rows)
    assert values(found.only, "件数") == [20, 10, 8, 4]
    assert "total-mismatch" not in found.codes


def test_totals_of_differences_are_not_held_against_months(tmp_path: Path) -> None:
    rows = [["項目", "種別", "2026年4月", "2026年5月", "2026年6月", "合計"], ["リード数", "計画", 10, 10, 10, 30], [None, "実績", 9, 8, None, 17], [None, "差異", -1, -2, None, -13]]
    assert "total-mismatch" not in read(tmp_path, rows, merges={"Sheet1": [(1, 0, 3, 0)]}).codes


def test_what_a_form_demands_is_no_part_of_its_headings(tmp_path: Path) -> None:
    rows = [["会社名", "部署", "氏名"], ["必須", "任意", "必須"], ["A社", "営業部", "青木"], ["B社", None, "馬場"], ["C社", "総務部", "千葉"]]
    found = only(tmp_path, rows, formats=bold(0, 3) | bold(1, 3))
    assert (found.names, len(found)) == (["会社名", "部署", "氏名"], 3)


def test_remarks_after_a_report_in_a_text_file(tmp_path: Path) -> None:
    content = '"取引先名","金額"\n"A社","1200000"\n"B社",""\n\n\n"商談レポート"\n"無断複写・転載を禁じます。"\n"機密情報"\n"作成者:  山田"\n"株式会社サンプル"\n'
    assert values(Read(text(tmp_path / "a.csv", content, "cp932")).only, "取引先名") == ["A社", "B社"]


def test_years_that_stand_over_their_months(tmp_path: Path) -> None:
    rows = [["月", "訪問数", "CV数"], ["2025年"], *[[f"{m}月", 100 * m, m] for m in (10, 11, 12)], ["2026年"], *[[f"{m}月", 90 * m, m] for m in (1, 2, 3)]]
    found = only(tmp_path, rows)
    assert values(found, "月") == ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]


def test_columns_without_values_are_like_those_called_alike(tmp_path: Path) -> None:
    rows = [["KPI", "1Q", None, "2Q", None], [None, "計画", "実績", "計画", "実績"], ["新規商談", 30, 28, 35, None], ["受注", 10, 9, 12, None]]
    found = only(tmp_path, rows, merges={"Sheet1": [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]})
    assert columns(found)["2Q›実績"] == ("integer", "")
    rows = [["店", "4月", "5月", "備考"], ["A", 1, None, None], ["B", 2, None, None], ["C", 3, None, None]]
    assert [kind for kind, _ in columns(only(tmp_path, rows)).values()] == ["text", "integer", "integer", "text"]
