"""The many forms in which planners keep targets and actuals: every one gives the same months, series, segments and places."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from fusenapp.tables import KpiRow, read_kpi
from fusenapp.tables.kpi_labels import split_series
from fusenapp.tables.periods import month_columns, month_in
from tests.unit.tables.making import Read, values, workbook

Rows = list[list[Any]]
MONTHS = ["4月", "5月", "6月"]
KEYS = ["2026-04", "2026-05", "2026-06"]
TARGET, ACTUAL = [10, 11, 12], [9, 12, 8]
SERIES = {"target": dict(zip(KEYS, TARGET, strict=True)), "actual": dict(zip(KEYS, ACTUAL, strict=True))}
NAMES = ["リード数", "アポ数"]


def kpis(tmp_path: Path, rows: Rows, sheet: str = "KPI", **more: Any) -> list[KpiRow]:
    return read_kpi(Read(workbook(tmp_path / "a.xlsx", {sheet: rows}, **more)).only)


def each(*lines: list[Any]) -> Rows:
    """The lines for every KPI; an empty text stands for its name."""
    return [[name if cell == "" else cell for cell in line] for name in NAMES for line in lines]


FORMS: dict[str, Rows] = {
    "series beside the name": [["KPI", "区分", *MONTHS], *each(["", "目標", *TARGET], [None, "実績", *ACTUAL])],
    "five series, unit between": [
        ["KPI", "単位", "区分", *MONTHS],
        *each(["", "件", "目標", *TARGET], [None, None, "実績", *ACTUAL], [None, None, "達成率", 0.9, 1.09, 0.67]),
    ],
    "section of its own, series below": [["項目", *MONTHS], *each([""], ["　目標", *TARGET], ["　実績", *ACTUAL])],
    "series in the name": [["項目", *MONTHS], *each(["", *TARGET], ["", *ACTUAL])],
    "series first": [["区分", "KPI", *MONTHS], ["目標", "リード数", *TARGET], [None, "アポ数", *TARGET], ["実績", "リード数", *ACTUAL], [None, "アポ数", *ACTUAL]],
    "blocks of series side by side": [
        [None, "目標", None, None, "実績", None, None], ["KPI", *MONTHS, *MONTHS], *each(["", *TARGET, *ACTUAL]),
    ],
    "series below months": [
        ["KPI", "4月", None, "5月", None, "6月", None], [None, *["目標", "実績"] * 3],
        *each(["", *[figure for pair in zip(TARGET, ACTUAL, strict=True) for figure in pair]]),
    ],
    "month and series in one heading": [
        ["KPI", *[f"{month}{series}" for month in MONTHS for series in ("目標", "実績")]],
        *each(["", *[figure for pair in zip(TARGET, ACTUAL, strict=True) for figure in pair]]),
    ],
    "months as numbers": [["KPI", "区分", 4, 5, 6], *each(["", "目標", *TARGET], [None, "実績", *ACTUAL])],
    "months as serial numbers": [["KPI", "区分", 46113, 46143, 46174], *each(["", "目標", *TARGET], [None, "実績", *ACTUAL])],
    "months as dates": [["KPI", "区分", *[dt.date(2026, m, 1) for m in (4, 5, 6)]], *each(["", "目標", *TARGET], [None, "実績", *ACTUAL])],
    "months of an era": [["KPI", "区分", "R8.4", "R8.5", "R8.6"], *each(["", "目標", *TARGET], [None, "実績", *ACTUAL])],
    "English": [["KPI", "Type", "Apr", "May", "Jun"], *each(["", "Target", *TARGET], [None, "Actual", *ACTUAL])],
    "a month and its running total": [
        ["KPI", "区分", *MONTHS], *each(["", "単月目標", *TARGET], [None, "単月実績", *ACTUAL], [None, "累計目標", 10, 21, 33], [None, "累計実績", 9, 21, 29]),
    ],
    "months down": [
        ["月", *[f"{name}{series}" for name in NAMES for series in ("目標", "実績")]],
        *[[month, t, a, t, a] for month, t, a in zip(MONTHS, TARGET, ACTUAL, strict=True)],
    ],
    "a row a month and KPI": [
        ["月", "KPI", "目標", "実績"], *[[m, name, t, a] for m, t, a in zip(MONTHS, TARGET, ACTUAL, strict=True) for name in NAMES],
    ],
    "a row a figure": [
        ["月", "KPI", "区分", "値"],
        *[[m, name, series, figure] for m, t, a in zip(MONTHS, TARGET, ACTUAL, strict=True) for name in NAMES for series, figure in (("目標", t), ("実績", a))],
    ],
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_series(tmp_path: Path, form: str) -> None:
    rows = [list(row) for row in FORMS[form]]
    if form == "series in the name":
        for index, row in enumerate(rows[1:]):
            row[0] += "（目標）" if index % 2 == 0 else "（実績）"
    found = kpis(tmp_path, [["2026年度 KPI管理表"], [], *rows])
    assert [(row.name, row.segment, row.series) for row in found] == [(name, "all", SERIES) for name in NAMES]
    assert all(place.startswith("a.xlsx › KPI › ") for row in found for place in row.places.values())


def test_one_month_with_its_comparisons(tmp_path: Path) -> None:
    rows = [["月次KPIレポート"], ["指標", "2026年9月", None, None, "上期累計", None], [None, "目標", "実績", "前年同月", "目標", "実績"],
            ["リード数", 10, 9, 8, 60, 55], ["アポ数", 5, 4, 3, 30, 28]]  # fmt: skip
    merges = {"KPI": [(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 5)]}
    first = kpis(tmp_path, rows, merges=merges)[0]
    assert first.series == {"target": {"2026-09": 10}, "actual": {"2026-09": 9}, "previous": {"2026-09": 8}}


PARTS: dict[str, list[str]] = {
    "indented": ["リード数", "　質リード", "　一般リード"],
    "marked": ["リード数", "うち質リード", "うち一般リード"],
    "with lines": ["リード数", "├ 質リード", "└ 一般リード"],
    "short": ["リード数", "質", "一般"],
}


@pytest.mark.parametrize("form", PARTS)
def test_quality_and_general_leads_below_their_kpi(tmp_path: Path, form: str) -> None:
    body: Rows = []
    for kpi in NAMES:
        for part in PARTS[form]:
            body += [[part.replace("リード数", kpi), "目標", *TARGET], [None, "実績", *ACTUAL]]
    found = kpis(tmp_path, [["2026年度 KPI"], ["項目", "区分", *MONTHS], *body])
    assert [(row.name, row.segment) for row in found] == [(name, s) for name in NAMES for s in ("all", "quality", "general")]
    assert all(row.series == SERIES for row in found)


def test_parts_in_the_column_beside(tmp_path: Path) -> None:
    body: Rows = []
    for kpi in NAMES:
        for part in (None, "質", "一般"):
            body += [[kpi if part is None else None, part, "目標", *TARGET], [None, None, "実績", *ACTUAL]]
    found = kpis(tmp_path, [["2026年度 KPI"], ["項目", None, "区分", *MONTHS], *body])
    assert [(row.name, row.segment) for row in found] == [(name, s) for name in NAMES for s in ("all", "quality", "general")]


def test_segments_as_sections(tmp_path: Path) -> None:
    body = [line for section in ("■全体", "■質リード", "■一般リード") for line in ([section], *each(["", "目標", *TARGET], [None, "実績", *ACTUAL]))]
    found = kpis(tmp_path, [["2026年度 KPI"], ["項目", "区分", *MONTHS], *body])
    assert [(row.name, row.segment) for row in found] == [(name, s) for s in ("all", "quality", "general") for name in NAMES]


def test_the_same_part_under_two_kpis_stays_two(tmp_path: Path) -> None:
    body = [line for kpi in NAMES for part in (kpi, "　Web", "　展示会") for line in ([part, "目標", *TARGET], [None, "実績", *ACTUAL])]
    found = kpis(tmp_path, [["2026年度 KPI"], ["項目", "区分", *MONTHS], *body])
    assert [row.name for row in found] == ["リード数", "リード数（Web）", "リード数（展示会）", "アポ数", "アポ数（Web）", "アポ数（展示会）"]
    assert found[4].places["actual", "2026-04"] == "a.xlsx › KPI › C12"


def test_departments_in_brackets_and_over_months_down(tmp_path: Path) -> None:
    across = [["2026年度"], ["項目", "区分", *MONTHS], ["【営業部】"], *each(["", "目標", *TARGET], [None, "実績", *ACTUAL])]
    assert {row.department for row in kpis(tmp_path, across)} == {"営業部"}
    down = [["2026年度 KPI"], [None, "マーケティング部", None, "営業部", None], ["月", "リード数", None, "受注数", None], [None, *["目標", "実績"] * 2],
            *[[m, t, a, t, a] for m, t, a in zip(MONTHS, TARGET, ACTUAL, strict=True)]]  # fmt: skip
    merges = {"KPI": [(1, 1, 1, 2), (1, 3, 1, 4), (2, 1, 2, 2), (2, 3, 2, 4)]}
    assert [(row.department, row.name) for row in kpis(tmp_path, down, merges=merges)] == [("マーケティング部", "リード数"), ("営業部", "受注数")]


def test_months_to_come_going_down_are_not_fixed(tmp_path: Path) -> None:
    rows = [["2026年度 月次KPI"], ["月", "リード数", None], [None, "目標", "実績"], ["4月", 10, 9], ["5月", 11, 0], ["6月", 12, 8], ["7月", 13, 0], ["8月", 14, 0]]
    read = Read(workbook(tmp_path / "a.xlsx", {"KPI": rows}, merges={"KPI": [(1, 1, 1, 2), (1, 0, 2, 0)]}))
    assert values(read.only, "リード数›実績") == [9, 0, 8, None, None]
    assert values(read.only, "リード数›目標") == [10, 11, 12, 13, 14]
    assert (read.only.as_of, "future-months" in read.codes) == ("2026-06", True)


def test_zeros_after_the_reference_month_without_series(tmp_path: Path) -> None:
    rows = [["令和8年5月末現在の件数"], ["区分", "3月", "4月", "5月", "6月", "7月"], ["甲", 3, 0, 7, 0, 0], ["乙", 5, 6, 8, 0, -1]]
    read = Read(workbook(tmp_path / "a.xlsx", {"S": rows}))
    assert values(read.only, "4月") == [0, 6]
    assert values(read.only, "6月") == values(read.only, "7月") == [None, None]


def test_a_plan_for_months_to_come_is_kept(tmp_path: Path) -> None:
    rows = [["2026年度計画（2026年5月末現在）"], ["区分", "4月", "5月", "6月", "7月"], ["甲", 3, 4, 0, 0], ["乙", 5, 6, 0, 0]]
    assert values(Read(workbook(tmp_path / "a.xlsx", {"S": rows})).only, "6月") == [0, 0]


@pytest.mark.parametrize(("header", "stated", "right"), [
    ("Q1", 33, True), ("Q1", 34, False), ("平均", 11, True), ("期末", 12, True), ("累計", 33, True), ("累計", 99, False),
])  # fmt: skip
def test_totals_are_checked_and_listed(tmp_path: Path, header: str, stated: int, right: bool) -> None:
    rows = [["2026年度 KPI"], ["KPI", "区分", *MONTHS, header], ["会員数", "目標", *TARGET, stated], [None, "実績", *ACTUAL, None]]
    assert ("total-mismatch" not in Read(workbook(tmp_path / "a.xlsx", {"KPI": rows})).codes) == right


def test_the_months_of_two_fiscal_years_get_their_calendar_years() -> None:
    names = [f"{year}年度›{month}月" for year in (2025, 2026) for month in (4, 12, 1, 3)]
    found = [column.month for column in month_columns(names, None)]
    assert found == ["2025-04", "2025-12", "2026-01", "2026-03", "2026-04", "2026-12", "2027-01", "2027-03"]


@pytest.mark.parametrize(("text", "year", "month"), [
    ("4月", 2026, "2026-04"), ("1月", 2026, "2027-01"), ("2026年9月度 報告", None, "2026-09"), ("202609", None, "2026-09"), ("2026.04", None, "2026-04"),
    ("R8.9", None, "2026-09"), ("4月", None, ""), ("2026年4月～2026年9月", None, ""), ("集計", 2026, ""),
])  # fmt: skip
def test_the_month_that_a_name_says(text: str, year: int | None, month: str) -> None:
    assert month_in(text, year) == month


@pytest.mark.parametrize(("label", "split"), [
    ("リード数（目標）", ("リード数", "target")), ("リード数 実績", ("リード数", "actual")), ("目標リード数", ("リード数", "target")),
    ("受注額実績（千円）", ("受注額(千円)", "actual")), ("Leads Target", ("Leads", "target")), ("質リード率", None), ("前年比", None), ("達成率", None),
])  # fmt: skip
def test_series_written_into_names(label: str, split: tuple[str, str] | None) -> None:
    assert split_series(label) == split
