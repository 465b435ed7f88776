"""Below the KPI sheet: why the topmost KPI is off its target, as live figures and native charts."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from fusenapp.errors import InputError
from fusenapp.flows import exporting
from tests.unit.export.making import Company

SHEET = """部門,KPI,区分,目標/実績,2026-04,2026-05
マーケティング,リード,合計,目標,100,100
マーケティング,リード,合計,実績,120,130
インサイドセールス,アポ,合計,目標,50,50
インサイドセールス,アポ,合計,実績,48,52
フィールドセールス,提案,合計,目標,30,30
フィールドセールス,提案,合計,実績,24,26
フィールドセールス,受注,合計,目標,10,10
フィールドセールス,受注,合計,実績,8,7
フィールドセールス,受注額,合計,目標,10000000,10000000
フィールドセールス,受注額,合計,実績,8800000,7700000
"""


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, Worksheet, Worksheet]:
    """The workbook's path, its KPI sheet with formulas, and the same with values."""
    company = Company(tmp_path, data=False)
    company.take("kpi.csv", SHEET)
    path = company.write()
    return path, *(openpyxl.load_workbook(path, data_only=values)["KPIツリー"] for values in (False, True))


def _block(sheet: Worksheet) -> dict[str, int]:
    """Name of a bar → its row, below the heading."""
    start = next(row for row in range(1, sheet.max_row + 1) if "目標と違う理由" in str(sheet.cell(row, 1).value))
    names = {str(sheet.cell(row, 2).value): row for row in range(start + 1, sheet.max_row + 1) if sheet.cell(row, 2).value}
    return {name: row for name, row in names.items() if row > start + 1}


def test_the_bars_lead_from_the_target_to_the_actual(written) -> None:
    _, live, values = written
    rows = _block(values)
    figures = {name: values.cell(row, 8).value for name, row in rows.items()}
    assert (figures.pop("目標"), figures.pop("実績"), figures.pop("棒に合わない残り")) == (20_000_000, 16_500_000, 0)
    assert sum(figures.values()) == -3_500_000
    assert {"量", "歩留まり", "単価", "営業日"} <= figures.keys()
    assert live.cell(rows["目標"], 8).value.startswith("=SUM(")
    assert live.cell(rows["棒に合わない残り"], 8).value.startswith("=ROUND(")


def test_each_bar_stands_on_the_one_before(written) -> None:
    _, live, values = written
    rows = _block(values)
    level = 20_000_000
    for name, row in rows.items():
        if name in ("目標", "実績", "棒に合わない残り"):
            continue
        change = values.cell(row, 8).value
        assert values.cell(row, 9).value == min(level, level + change)
        assert (values.cell(row, 11).value, values.cell(row, 12).value) == (max(change, 0), max(-change, 0))
        assert str(live.cell(row, 9).value).startswith("=MAX(0,MIN(")
        level += change


def test_the_charts_are_native_and_point_at_cells(written) -> None:
    path = written[0]
    with zipfile.ZipFile(path) as book:
        charts = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    assert any('<c:grouping val="stacked"/>' in chart for chart in charts)
    assert any("<c:lineChart>" in chart and "<c:barChart>" in chart for chart in charts)
    assert all("KPIツリー" in chart for chart in charts)


def test_without_targets_there_is_nothing_to_explain(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    company.take("kpi.csv", "\n".join(line for line in SHEET.splitlines() if ",目標," not in line))
    sheet = openpyxl.load_workbook(company.write())["KPIツリー"]
    assert not any("目標と違う理由" in str(cell.value) for row in sheet for cell in row)


def test_the_waterfall_is_of_the_kpi_that_was_asked_for(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    company.take("kpi.csv", SHEET)
    path = tmp_path / "won.xlsx"
    exporting.export(path, company.document.snapshot(), company.figures, agreed_only=False, explain="受注数")
    sheet = openpyxl.load_workbook(path, data_only=True)["KPIツリー"]
    rows = _block(sheet)
    figures = {name: sheet.cell(row, 8).value for name, row in rows.items()}
    assert (figures.pop("目標"), figures.pop("実績"), figures.pop("棒に合わない残り")) == (20, 15, 0)
    assert sum(figures.values()) == -5


@pytest.mark.parametrize(("wanted", "code"), [("受注率", "no-waterfall"), ("リード数", "no-waterfall"), ("ない", "unknown-node")])
def test_what_cannot_be_drawn_is_refused_before_anything_is_written(tmp_path: Path, wanted: str, code: str) -> None:
    company = Company(tmp_path, data=False)
    company.take("kpi.csv", SHEET)
    with pytest.raises(InputError, match=code):
        exporting.export(tmp_path / "no.xlsx", company.document.snapshot(), company.figures, agreed_only=False, explain=wanted)
    assert not (tmp_path / "no.xlsx").exists()
