"""The KPI sheet: figures where they are known, formulas that go on reckoning, nothing where nothing is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from fusenapp.editing import workspace
from tests.unit.export.making import Company

MONTHS = ["2026-04", "2026-05", "2026-06", "2026-07"]


class Sheet:
    """Cells of the KPI sheet by node, segment, series and month (or ``total``)."""

    def __init__(self, page: Worksheet) -> None:
        self.page = page
        heads = [str(c.value) for c in page[4]]
        self.columns = {month: heads.index(f"{month[:4]}年{int(month[5:])}月") for month in MONTHS} | {"total": heads.index("累計")}
        self.rows = {row[6].value: row for row in page.iter_rows(min_row=5) if row[6].value}

    def cell(self, node: str, series: str, month: str, segment: str = "all") -> Cell:
        return self.rows[f"kpi-{node}/{segment}/{series}"][self.columns[month]]

    def value(self, *place: str) -> Any:
        return self.cell(*place).value


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    company = Company(tmp_path_factory.mktemp("company"))
    workspace.set_as_of(company.document, "2026-06")
    return company


@pytest.fixture(scope="module")
def sheet(company: Company) -> Sheet:
    return Sheet(company.export()["KPIツリー"])


def test_a_known_figure_is_a_number_and_an_unknown_one_a_blank(sheet: Sheet) -> None:
    assert [sheet.value("leads", "actual", m) for m in MONTHS[:3]] == [3, 0, 3], "a month without a registration is a zero"
    assert [sheet.value("visitors", "actual", m) for m in MONTHS[:3]] == [1000, 1500, None]
    assert [sheet.value("won", "target", m) for m in MONTHS] == [1, 1, None, 2]


def test_leads_are_split_by_quality(sheet: Sheet) -> None:
    split = {s: [sheet.value("leads", "actual", m, s) for m in ("2026-04", "2026-06")] for s in ("quality", "general", "unknown")}
    assert split == {"quality": [1, 2], "general": [2, 1], "unknown": [0, 1]}
    assert sheet.rows["kpi-leads/unknown/actual"][4].value == "情報不足"


def test_months_that_are_not_fixed_yet_are_hatched_and_empty(sheet: Sheet) -> None:
    cell = sheet.cell("leads", "actual", "2026-07")
    assert (cell.value, cell.fill.patternType) == (None, "lightUp")
    assert sheet.value("leads", "target", "2026-07") == 5, "targets stay"


def test_a_rate_is_a_formula_over_the_cells_of_its_operands(sheet: Sheet) -> None:
    sal, mql = (sheet.cell(n, "actual", "2026-04").coordinate for n in ("sal", "mql"))
    assert sheet.value("acceptance-rate", "actual", "2026-04") == f'=IF(COUNT({sal},{mql})=2,IFERROR({sal}/{mql},""),"")'
    quality = sheet.cell("leads", "actual", "2026-04", "quality").coordinate
    assert quality in sheet.value("quality-rate", "actual", "2026-04")


def test_a_rate_of_a_segment_takes_its_own_segment(sheet: Sheet) -> None:
    cells = [sheet.cell(n, "actual", "2026-04", "general").coordinate for n in ("sal", "mql")]
    assert all(cell in sheet.value("acceptance-rate", "actual", "2026-04", "general") for cell in cells)


def test_the_total_of_a_rate_divides_sums_over_the_months_in_which_both_are_known(sheet: Sheet) -> None:
    formula = sheet.value("acceptance-rate", "actual", "total")
    row = sheet.cell("sal", "actual", "2026-04").row
    assert f"SUMIFS($H${row}:$K${row}," in formula
    assert "/" in formula


def test_the_total_of_a_count_is_a_sum_that_stays_blank_without_figures(sheet: Sheet) -> None:
    row = sheet.cell("leads", "actual", "2026-04").row
    assert sheet.value("leads", "actual", "total") == f'=IF(COUNT($H${row}:$K${row})=0,"",SUM($H${row}:$K${row}))'


def test_the_total_of_a_rate_that_a_sheet_gives_is_our_figure_alone(sheet: Sheet) -> None:
    assert sheet.value("bounce-rate", "target", "total") == 0.4, "the same in every month, never their sum"
    assert sheet.value("bounce-rate", "actual", "total") is None, "without the visitors behind them rates cannot be joined"


def test_achievement_is_live_and_a_dash_without_a_target(sheet: Sheet) -> None:
    target, actual = (sheet.cell("leads", s, "2026-04").coordinate for s in ("target", "actual"))
    assert sheet.value("leads", "achievement", "2026-04") == f'=IF(OR(COUNT({target},{actual})<2,N({target})<=0),"—",{actual}/{target})'


def test_the_saved_values_are_ours_for_readers_that_do_not_recalculate(company: Company) -> None:
    company.export()
    saved = Sheet(openpyxl.load_workbook(company.folder / "out.xlsx", data_only=True)["KPIツリー"])
    assert saved.value("leads", "achievement", "2026-04") == 3 / 4
    assert saved.value("leads", "achievement", "2026-05") == "—", "a target of 0"
    assert saved.value("leads", "achievement", "total") == (3 + 0 + 3) / (4 + 0 + 3)
    assert saved.value("acceptance-rate", "actual", "total") == 3 / 4
    assert saved.value("bounce-rate", "actual", "2026-04") == 0.5
    assert not saved.value("acceptance-rate", "actual", "2026-05"), "nothing was handed over"


def test_low_achievement_carries_a_mark_beside_its_colour_unless_less_is_better(sheet: Sheet) -> None:
    assert sheet.cell("leads", "achievement", "2026-04").number_format == "[<0.9]▼0.0%;0.0%"
    assert sheet.cell("bounce-rate", "achievement", "2026-04").number_format == "0.0%"


def test_units_have_their_formats(sheet: Sheet) -> None:
    assert sheet.cell("won-amount", "actual", "2026-04").number_format == "#,##0"
    assert sheet.cell("acceptance-rate", "actual", "2026-04").number_format == "0.0%"


def test_the_whole_tree_is_there_and_can_be_filled_in(sheet: Sheet, company: Company) -> None:
    named = {key.split("/")[0] for key in sheet.rows}
    assert named == {r["id"] for r in company.document.snapshot().all("kpis")}
    calls = sheet.rows["kpi-calls/all/actual"]
    assert (calls[1].value, calls[1].alignment.indent > sheet.rows["kpi-won-amount/all/actual"][1].alignment.indent) == ("電話件数", True)
    assert sheet.rows["kpi-won-amount/all/actual"][2].value == "受注数 × 平均単価"


def test_a_tree_without_any_data_is_still_written(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    page = company.export()["KPIツリー"]
    assert [c.value for c in page[4]][:6] == ["部門", "KPI", "計算式", "単位", "区分", "系列"]
    assert page.max_row == 4 + len(company.document.snapshot().all("kpis"))


def test_a_formula_that_cannot_be_read_leaves_its_node_blank(tmp_path: Path) -> None:
    company = Company(tmp_path)
    with company.document.edit("from an older file") as edit:
        edit.set("kpis", "kpi-acceptance-rate", formula="[SAL数] ÷ [ない名前]")
    sheet = Sheet(company.export()["KPIツリー"])
    assert sheet.value("acceptance-rate", "actual", "2026-04") is None
