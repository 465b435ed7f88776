"""The sheet on capacity, reckoned again by LibreOffice from its formulas alone."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from fusenapp.domain.capacity import Rep
from fusenapp.editing import capacity as verbs
from fusenapp.flows import capacity, exporting
from tests.e2e import office
from tests.unit.export.making import Company

SHEET = "営業の対応余力"


@pytest.fixture
def company(tmp_path: Path) -> Company:
    """A small company with three people, one of them new, one on leave."""
    made = Company(tmp_path)
    for name, figure in (("people", 3.0), ("hours_per_day", 0.5), ("hours_per_lead", 5.0), ("hours_per_quality_lead", 8.0)):
        verbs.set_figure(made.document, name, figure)
    verbs.set_reps(made.document, [Rep("大野"), Rep("河合", 0.8, away=("2026-06-08:2026-06-19",), hours_per_day=0.25),
                                   Rep("新任", start="2026-05", ramp_up=(0.3, 0.6), leave=0.1)])
    return made


def _rows(book: openpyxl.Workbook) -> dict[str, list]:
    """Label → the cells of the months."""
    return {str(row[0]): list(row[3:]) for row in book[SHEET].iter_rows(values_only=True) if row[0]}


def _written(company: Company) -> Path:
    path = company.folder / "agreement.xlsx"
    exporting.export(path, company.document.snapshot(), company.figures, agreed_only=False)
    return path


def test_a_workspace_without_people_has_no_such_sheet(tmp_path: Path) -> None:
    assert SHEET not in openpyxl.load_workbook(_written(Company(tmp_path))).sheetnames


def test_the_sheet_says_what_the_window_says(company: Company) -> None:
    found = capacity.reckon(company.figures, company.document.snapshot())
    assert found.table is not None
    book = openpyxl.load_workbook(_written(company), data_only=True)
    rows = _rows(book)
    assert rows["営業日"][: len(found.table.months)] == [m.days for m in found.table.months]
    for at, month in enumerate(found.table.months):
        assert rows["営業の時間"][at] == pytest.approx(month.hours)
        assert rows["負荷(件)"][at] == (None if month.due is None else pytest.approx(month.due.all))
    formulas = _rows(openpyxl.load_workbook(_written(company)))
    assert all(str(cell).startswith("=") for cell in formulas["営業の時間"][: len(found.table.months)])


@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
def test_libreoffice_reckons_the_same_from_the_formulas(company: Company) -> None:
    found = capacity.reckon(company.figures, company.document.snapshot())
    assert found.table is not None
    rows = _rows(office.recalculated(_written(company), company.folder))
    last = {"営業の時間": lambda m: m.hours, "必要な時間": lambda m: m.work, "1件あたりの平均時間": lambda m: m.mean_hours if m.due else None,
            "対応可能": lambda m: m.room if m.due else None, "過不足(負は余力)": lambda m: m.over}
    for label, figure in last.items():
        for at, month in enumerate(found.table.months):
            assert rows[label][at] == (None if figure(month) is None else pytest.approx(figure(month))), (label, month.month)
    for number, name in enumerate(("大野", "河合", "新任")):
        assert rows[name][: len(found.table.months)] == pytest.approx([m.shares[number].hours for m in found.table.months])
