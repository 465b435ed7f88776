"""Quarters, half-years, years and years to date, reckoned by LibreOffice alone from the months of an exported workbook.

The formulas are written here from what the periods mean (`=SUM` over the months, a rate as a sum over a sum), not by the program: the
workbook gives the figures of the months, LibreOffice the arithmetic, and the program must say the same.
"""

from __future__ import annotations

import math
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from fusenapp.document import Author
from fusenapp.domain.calendar import By
from fusenapp.editing import workspace
from fusenapp.flows import exporting
from fusenapp.flows.figures import Figures
from fusenapp.kpi import KpiResult
from fusenapp.workspace import Workspace
from tests.e2e import office
from tests.unit.export.making import Company

pytestmark = [pytest.mark.libreoffice,
              pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed (apt-get install libreoffice-calc)")]

FIRST = 7
"""Columns of the sheet before its months."""
NUMBER = '">-9E+307"'
QUOTIENT = re.compile(r"\[([^\]]+)\] ÷ \[([^\]]+)\]")

SPLIT = """部門,KPI,区分,目標/実績,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09,2026-10,2026-11
マーケティング,リード,合計,目標,100,100,110,110,120,120,130,130
マーケティング,リード,合計,実績,120,130,90,101,,140,133,
マーケティング,リード,質リード,目標,20,20,25,25,30,30,30,30
マーケティング,リード,質リード,実績,18,26,21,24,,35,29,
マーケティング,リード,一般リード,実績,102,104,69,77,,105,104,
インサイドセールス,アポ,合計,目標,10,10,11,11,12,0,13,13
インサイドセールス,アポ,合計,実績,8,12,9,11,7,13,12,
インサイドセールス,アポ,質リード,実績,5,7,6,7,,9,8,
インサイドセールス,アポ,一般リード,実績,3,5,3,4,,4,4,
フィールドセールス,提案,合計,目標,5,5,6,6,6,6,7,7
フィールドセールス,提案,合計,実績,4,6,3,7,5,8,6,
フィールドセールス,受注,合計,実績,1,2,1,3,2,4,2,
フィールドセールス,受注額,合計,目標,1000000,1000000,1100000,1100000,1200000,1200000,1300000,1300000
フィールドセールス,受注額,合計,実績,900001,2100000,800003,3100000,2200000,4300000,1999999,
"""
"""Gaps in a segment and in the whole, a month with a target of 0, a last month of which nothing is fixed."""


@dataclass(frozen=True)
class Check:
    """A formula and what the program says in its place."""

    what: str
    formula: str
    ours: float | None


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample company's file."""
    return Path(shutil.copy(sample_file, tmp_path / "sample.fusen"))


def _of_sample(sample: Path, folder: Path, as_of: str = "") -> tuple[Path, KpiResult]:
    file, out = folder / "copy.fusen", folder / "out.xlsx"
    file.write_bytes(sample.read_bytes())
    with Workspace.open(file, Author("佐伯 遥", "marketing")) as space:
        if as_of:
            workspace.set_as_of(space.document, as_of)
        source = exporting.export(out, space.document.snapshot(), Figures(space.blobs.get), agreed_only=False)
    assert source.kpi is not None
    return out, source.kpi


def _of_split(folder: Path) -> tuple[Path, KpiResult]:
    company, out = Company(folder, data=False), folder / "out.xlsx"
    company.take("kpi.csv", SPLIT)
    source = exporting.export(out, company.document.snapshot(), company.figures, agreed_only=False)
    assert source.kpi is not None
    return out, source.kpi


def _groups(months: Sequence[str]) -> Iterator[tuple[By, str, list[str]]]:
    """(kind, a name of the period, its months) of a fiscal year that begins in April, by counting."""
    place = {month: (int(month[5:]) - 4) % 12 for month in months}
    kinds: tuple[tuple[By, int, str], ...] = (("quarter", 3, "Q"), ("half", 6, "H"), ("year", 12, ""))
    for by, length, letter in kinds:
        found: dict[str, list[str]] = {}
        for month in months:
            year = int(month[:4]) - (int(month[5:]) < 4)
            found.setdefault(f"{year}-{letter}{place[month] // length + 1}" if letter else str(year), []).append(month)
        for name, held in found.items():
            yield by, name, held
    for month in months:
        year = int(month[:4]) - (int(month[5:]) < 4)
        yield "ytd", month, [m for m in months if m <= month and m >= f"{year}-04"]


class Book:
    """The rows of the KPI sheet by node, segment and series."""

    def __init__(self, path: Path, result: KpiResult) -> None:
        self.file = openpyxl.load_workbook(path)
        self.page = self.file["KPIツリー"]
        self.result = result
        found = ((cell.row, cell.value) for (cell,) in self.page.iter_rows(min_row=5, min_col=7, max_col=7))
        self.rows = {tuple(str(told).rsplit("/", 2)): row for row, told in found if told}

    def cells(self, key: tuple[str, ...], months: Sequence[str]) -> str:
        """Address of some months that follow each other."""
        first, last = (get_column_letter(FIRST + 1 + self.result.months.index(m)) for m in (months[0], months[-1]))
        return f"KPIツリー!${first}${self.rows[key]}:${last}${self.rows[key]}"

    def quotient(self, node: str, segment: str, series: str, months: Sequence[str]) -> tuple[str, str] | None:
        """Cells of what a rate divides, for rates of the form ``[A] ÷ [B]`` that the program reckons itself."""
        found = self.result.nodes[node]
        parts = QUOTIENT.fullmatch(found.node.formula.strip())
        if parts is None or not found.node.reckoned or found.origin.get(series) != "formula":
            return None
        ids = {each.name: each.id for each in self.result.tree}
        keys = [(ids[name], segment, series) for name in parts.groups()]
        if not all(key in self.rows and self.result.tree.nodes[key[0]].aggregation == "sum" for key in keys):
            return None
        return self.cells(keys[0], months), self.cells(keys[1], months)

    def formula(self, node: str, segment: str, series: str, months: Sequence[str]) -> str | None:
        """What a period of a row means."""
        kind = self.result.tree.nodes[node].aggregation
        own = self.cells((node, segment, series), months)
        if kind == "sum":
            return f'=IF(COUNT({own})=0,"",SUM({own}))'
        pair = self.quotient(node, segment, series, months) if kind == "ratio" else None
        if pair is None:
            return None
        above, below = pair
        both = f"{above},{NUMBER},{below},{NUMBER}"
        return f'=IFERROR(SUMIFS({above},{both})/SUMIFS({below},{both}),"")'

    def achieved(self, node: str, segment: str, months: Sequence[str]) -> str | None:
        """Achievement of a count over the months with target and actual."""
        if self.result.tree.nodes[node].aggregation != "sum":
            return None
        target, actual = (self.cells((node, segment, series), months) for series in ("target", "actual"))
        both = f"{target},{NUMBER},{actual},{NUMBER}"
        return f'=IF(SUMIFS({target},{both})<=0,"",SUMIFS({actual},{both})/SUMIFS({target},{both}))'

    def checks(self) -> Iterator[Check]:
        """One for each row of the sheet and each period."""
        for node, segment, series in self.rows:
            for by, name, months in _groups(self.result.months):
                what = f"{node} {segment} {series} {by} {name}"
                if series == "achievement":
                    formula, ours = self.achieved(node, segment, months), self.result.achievement(node, name, segment, by)
                else:
                    formula, ours = self.formula(node, segment, series, months), self.result.value(node, name, series, segment, by)
                if formula is not None:
                    yield Check(what, formula, ours)


def _same(cell: object, ours: float | None) -> bool:
    if ours is None:
        return cell in (None, "")
    return isinstance(cell, int | float) and math.isclose(cell, ours, rel_tol=1e-9, abs_tol=1e-9)


@pytest.mark.parametrize("case", ["sample", "sample in August", "split by quality"])
def test_libreoffice_reckons_every_period_as_the_program_does(case: str, sample: Path, tmp_path: Path) -> None:
    path, result = _of_split(tmp_path) if case == "split by quality" else _of_sample(sample, tmp_path, "2026-08" if "August" in case else "")
    assert bool(result.unfixed) == (case != "sample")
    book = Book(path, result)
    checks = list(book.checks())
    page = book.file.create_sheet("periods")
    for check in checks:
        page.append([check.formula])
    book.file.save(tmp_path / "periods.xlsx")
    told = office.recalculated(tmp_path / "periods.xlsx", tmp_path)["periods"]
    wrong = [f"{check.what}: {cell!r} for {check.ours!r}, {check.formula}"
             for check, (cell,) in zip(checks, told.iter_rows(values_only=True, max_row=len(checks), max_col=1), strict=True)
             if not _same(cell, check.ours)]
    assert wrong == []
    kinds = {(result.tree.nodes[check.what.split()[0]].aggregation, check.what.split()[1]) for check in checks if check.ours is not None}
    assert {("sum", "all"), ("sum", "quality"), ("ratio", "all")} <= kinds
    assert sum(check.ours is not None for check in checks) > 300, "figures, not blanks, were compared"
