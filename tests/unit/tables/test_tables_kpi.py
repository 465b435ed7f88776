"""KPI sheets: series down and months across, in the forms that planners keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fusenapp.errors import InputError
from fusenapp.tables import Dataset, KpiRow, kpi_report, read_kpi
from fusenapp.tables.kpi_totals import check_totals
from tests.unit.tables.making import Read, workbook

MONTHS = ["4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"]


def by_name(dataset: Dataset) -> dict[str, KpiRow]:
    return {row.name: row for row in read_kpi(dataset)}


def stacked(title: str, actual: list[Any], months: list[str] = MONTHS) -> list[list[Any]]:
    target = [100 + n for n in range(len(months))]
    return [
        [title], ["項目", "区分", *months, "累計"],
        ["リード数（件）", "目標", *target, sum(target)], [None, "実績", *actual, sum(a for a in actual if isinstance(a, int))],
        [None, "達成率", *[a / t if isinstance(a, int) else None for a, t in zip(actual, target, strict=True)]],
        ["受注額（千円）", "目標", *[t * 10 for t in target], None], [None, "実績", *[a * 9 if isinstance(a, int) else None for a in actual], None],
        [None, "達成率", *[a * 9 / t / 10 if isinstance(a, int) else None for a, t in zip(actual, target, strict=True)]],
    ]  # fmt: skip


def test_the_fiscal_year_of_the_title_gives_months_their_years(tmp_path: Path) -> None:
    dataset = Read(workbook(tmp_path / "a.xlsx", {"KPI": stacked("2026年度 KPI管理表", [90 + n for n in range(12)])})).only
    row = by_name(dataset)["リード数"]
    assert next(iter(row.series["target"])) == "2026-04"
    assert list(row.series["target"])[-1] == "2027-03"
    assert (row.unit, row.segment) == ("件", "all")
    assert row.places["actual", "2027-03"] == "a.xlsx › KPI › N4"


@pytest.mark.parametrize("title", ["令和8年度 KPI", "FY2026 KPI", "２０２６年度　KPI"])
def test_years_in_other_writings(tmp_path: Path, title: str) -> None:
    dataset = Read(workbook(tmp_path / "a.xlsx", {"KPI": stacked(title, [5] * 12)})).only
    assert "2026-12" in by_name(dataset)["リード数"].series["actual"]


def test_months_to_come_are_absent_and_told(tmp_path: Path) -> None:
    actual: list[Any] = [90, 91, 92, 93, 94, 95, 0, 0, 0, 0, 0, 0]
    read = Read(workbook(tmp_path / "a.xlsx", {"KPI": stacked("2026年度 KPI", actual)}))
    row = by_name(read.only)["リード数"]
    assert list(row.series["actual"]) == ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]
    assert len(row.series["target"]) == 12
    assert read.only.as_of == "2026-09"
    assert "future-months" in read.codes


def test_a_zero_before_the_last_month_is_a_zero(tmp_path: Path) -> None:
    dataset = Read(workbook(tmp_path / "a.xlsx", {"KPI": stacked("2026年度 KPI", [0, 3, 0, 4, *[None] * 8])})).only
    assert by_name(dataset)["リード数"].series["actual"] == {"2026-04": 0, "2026-05": 3, "2026-06": 0, "2026-07": 4}


def test_half_year_totals_inside_are_no_months_and_are_checked(tmp_path: Path) -> None:
    header = ["KPI", "区分", *MONTHS[:6], "上期計", *MONTHS[6:], "下期計", "年度計"]
    good = [1, 2, 3, 4, 5, 6, 21, 1, 1, 1, 1, 1, 1, 6, 27]
    wrong = [1, 2, 3, 4, 5, 6, 99, 1, 1, 1, 1, 1, 1, 6, 27]
    rows = [["2026年度"], header, ["リード数", "目標", *good], ["リード数", "実績", *wrong], ["商談数", "目標", *good], ["商談数", "実績", *good]]
    dataset = Read(workbook(tmp_path / "a.xlsx", {"KPI": rows})).only
    assert len(by_name(dataset)["リード数"].series["actual"]) == 12
    (problem,) = check_totals(dataset)
    assert (problem.where, problem.parameters["stated"], problem.parameters["sum"]) == ("a.xlsx › KPI › I4", 99, 21)


def test_a_stated_rate_that_is_not_actual_by_target_is_told(tmp_path: Path) -> None:
    rows = stacked("2026年度 KPI", [50] * 12)
    rows[4][2] = 0.9
    _, problems = kpi_report(Read(workbook(tmp_path / "a.xlsx", {"KPI": rows})).only)
    assert [(p.code, p.where) for p in problems] == [("rate-mismatch", "a.xlsx › KPI › C5")]


def test_rates_in_points_become_fractions(tmp_path: Path) -> None:
    rows = [["2026年度"], ["指標", "区分", *MONTHS[:3]], ["質リード率（％）", "目標", 34, 34.5, 35], ["質リード率（％）", "実績", 30.5, 31, 29]]
    row = by_name(Read(workbook(tmp_path / "a.xlsx", {"KPI": rows})).only)["質リード率"]
    assert row.unit == "%"
    assert row.series["actual"] == {"2026-04": 0.305, "2026-05": 0.31, "2026-06": 0.29}


def test_segments_and_departments(tmp_path: Path) -> None:
    body = [[d, "リード", s, k, 1, 2] for d in ("マーケ", "営業") for s in ("合計", "質リード", "一般リード") for k in ("目標", "実績")]
    rows = [["部門", "KPI", "区分", "目標/実績", "2026-04", "2026-05"], *body]
    found = read_kpi(Read(workbook(tmp_path / "a.xlsx", {"KPI": rows})).only)
    assert {(row.department, row.segment) for row in found} == {(d, s) for d in ("マーケ", "営業") for s in ("all", "quality", "general")}


def test_sections_give_the_department(tmp_path: Path) -> None:
    block = [["項目", "区分", *MONTHS[:3]], ["リード数", "目標", 1, 2, 3], [None, "実績", 1, 1, 1], ["商談数", "目標", 1, 2, 3], [None, "実績", 1, 1, 1]]
    rows = [["2026年度 KPI"], [], ["■マーケティング部"], *block, [], ["■営業部"], *block]
    found = read_kpi(Read(workbook(tmp_path / "a.xlsx", {"KPI": rows})).only)
    assert [row.department for row in found] == ["マーケティング部"] * 2 + ["営業部"] * 2


def test_months_over_target_and_actual_side_by_side(tmp_path: Path) -> None:
    rows = [["2026年度"], ["KPI", "4月", None, "5月", None], [None, "目標", "実績", "目標", "実績"], ["リード数", 10, 9, 11, 12], ["商談数", 5, 4, 6, 7]]
    path = workbook(tmp_path / "a.xlsx", {"KPI": rows}, merges={"KPI": [(1, 1, 1, 2), (1, 3, 1, 4), (1, 0, 2, 0)]})
    row = by_name(Read(path).only)["リード数"]
    assert row.series == {"target": {"2026-04": 10, "2026-05": 11}, "actual": {"2026-04": 9, "2026-05": 12}}


def test_months_down_and_kpis_across(tmp_path: Path) -> None:
    rows = [["月次KPI実績"], ["年月", "リード数›目標", "リード数›実績"], ["2026年4月", 10, 9], ["2026年5月", 11, 12], ["2026年6月", 12, 13]]
    row = by_name(Read(workbook(tmp_path / "a.xlsx", {"KPI": rows})).only)["リード数"]
    assert row.series == {"target": {"2026-04": 10, "2026-05": 11, "2026-06": 12}, "actual": {"2026-04": 9, "2026-05": 12, "2026-06": 13}}


def test_other_tables_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_kpi(Dataset.of({"会社": ["A", "B"], "件数": [1, 2]}))
    assert caught.value.code == "not-a-kpi-sheet"
