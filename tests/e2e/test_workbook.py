"""The exported workbook of the sample company: opened elsewhere it gives the same figures, and its cells are those we keep.

The reference is renewed with ``python tests/tools/renew_workbook.py`` after a change that was looked at.
"""

from __future__ import annotations

import json
import math
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyarrow
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from fusenapp import i18n
from fusenapp.document import Author
from fusenapp.domain import definition
from fusenapp.editing import agreements, definitions, kpis, workspace
from fusenapp.export import ExportSource, judging
from fusenapp.flows import exporting, proposals
from fusenapp.flows.figures import Figures
from fusenapp.kpi import KpiResult
from fusenapp.qualify import Verdicts, condition_at, deciding, evaluate, phrase
from fusenapp.tables import Dataset
from fusenapp.workspace import Workspace
from tests.e2e import office, reference

SERIES = ("target", "actual")


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample company's file."""
    return Path(shutil.copy(sample_file, tmp_path / "sample.fusen"))


def _export(file: Path, out: Path, *, agreed_only: bool = False, awkward: bool = False) -> ExportSource:
    with Workspace.open(file, Author("佐伯 遥", "marketing")) as space:
        if awkward:
            _make_awkward(space)
        return exporting.export(out, space.document.snapshot(), Figures(space.blobs.get), agreed_only=agreed_only)


def _make_awkward(space: Workspace) -> None:
    """Months that are not fixed, unknown verdicts, a formula of every kind, names like formulas."""
    document = space.document
    workspace.set_as_of(document, "2026-08")
    definitions.change_clause(document, "target:T2", field="受注額（円）", operator=">=", value=1)
    for department in ("marketing", "inside-sales", "field-sales"):
        agreements.stamp(document, ("definitions", "target"), department, "A")
    for name, formula in {
        "=合計": "[リード数] + [アポ数] − [提案数]", "大きい方": "MAX([アポ数], [提案数], 20)", "小さい方": "MIN([アポ数], [提案数])",
        "場合分け": "IF([アポ数] > 35, [アポ数] × 2, [提案数] − 100)", "負の数": "−[アポ数] × (2 − [受注数] ÷ [提案数]) ÷ 4", "全部": "SUM([アポ数], [提案数], [受注数])",
    }.items():
        kpis.add_node(document, name, "kpi-won-amount", type="formula", unit="件", department="marketing", formula=formula)
    kpis.add_node(document, "質の割合", "kpi-won-amount", type="formula", unit="%", aggregation="ratio", department="marketing",
                  formula="[アポ数]@質 ÷ [アポ数]")
    kpis.add_node(document, "率の積", "kpi-won-amount", type="formula", unit="%", aggregation="ratio", department="marketing",
                  formula="[アポ率] × [受注率]")
    kpis.set_node(document, "kpi-proposals", aggregation="last")


def _is(cell: object, value: float | None) -> bool:
    if value is None:
        return cell in (None, "", "—")
    return isinstance(cell, int | float) and math.isclose(cell, value, rel_tol=1e-9, abs_tol=1e-9)


def _differences(book: openpyxl.Workbook, sheet: str, result: KpiResult) -> list[str]:
    """Cells of the KPI sheet that are not our figures."""
    wrong = []
    page = book[sheet]
    for row in page.iter_rows(min_row=5):
        if not row[6].value:
            continue
        node, segment, series = str(row[6].value).rsplit("/", 2)
        for column, month in enumerate(result.months, 7):
            ours = (result.nodes[node].achievement.get(segment, {}).get(month) if series == "achievement"
                    else None if series == "actual" and month in result.unfixed else result.nodes[node].get(month, series, segment))
            if not _is(row[column].value, ours):
                wrong.append(f"{row[column].coordinate} {node} {segment} {series} {month}: {row[column].value!r} for {ours!r}")
        total = (result.achievement(node, result.months, segment) if series == "achievement"
                 else result.value(node, result.months, series, segment))
        cell = row[7 + len(result.months)]
        if not _is(cell.value, total):
            wrong.append(f"{cell.coordinate} {node} {segment} {series} total: {cell.value!r} for {total!r}")
    return wrong


def _errors(book: openpyxl.Workbook) -> list[str]:
    return [f"{s.title}!{c.coordinate} {c.value}" for s in book.worksheets for row in s.iter_rows() for c in row
            if c.data_type == "e" or (isinstance(c.value, str) and c.value.startswith(("#", "Err:")))]


@pytest.mark.libreoffice
@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed (apt-get install libreoffice-calc)")
@pytest.mark.parametrize("awkward", [False, True], ids=["as it is", "with everything awkward"])
def test_libreoffice_reckons_the_same_figures_and_no_error(awkward: bool, sample: Path, tmp_path: Path) -> None:
    file, out = tmp_path / "copy.fusen", tmp_path / "out.xlsx"
    file.write_bytes(sample.read_bytes())
    source = _export(file, out, awkward=awkward)
    assert source.kpi is not None
    book = office.recalculated(out, tmp_path)
    assert _differences(book, "KPIツリー", source.kpi) == []
    assert _errors(book) == []
    assert book.sheetnames == openpyxl.load_workbook(out).sheetnames
    if awkward:
        assert source.kpi.unfixed
        assert any(segment == "unknown" for node in source.kpi.nodes.values() for segment in node.segments)


@pytest.mark.libreoffice
@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed (apt-get install libreoffice-calc)")
def test_a_figure_that_is_corrected_in_the_workbook_moves_everything_that_follows_from_it(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    source = _export(sample, out)
    assert source.kpi is not None
    book = openpyxl.load_workbook(out)
    page = book["KPIツリー"]
    rows = {row[6].value: row for row in page.iter_rows(min_row=5)}
    rows["kpi-leads/all/actual"][7].value = 1000
    rows["kpi-calls/all/actual"][7].value = 77
    book.save(tmp_path / "edited.xlsx")
    told = office.recalculated(tmp_path / "edited.xlsx", tmp_path)
    edited = source.kpi.edited({("kpi-leads", "actual", "all"): {"2026-04": 1000}, ("kpi-calls", "actual", "all"): {"2026-04": 77}})
    assert _differences(told, "KPIツリー", edited) == []
    assert edited.value("kpi-mql-rate", "2026-04") == 189 / 1000


@pytest.mark.libreoffice
@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed (apt-get install libreoffice-calc)")
@pytest.mark.parametrize("awkward", [False, True], ids=["as they are", "columns shuffled, under upper headers, values missing"])
def test_pasted_leads_are_judged_as_the_program_judges_them(awkward: bool, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    source = _export(sample, out)
    with Workspace.open(sample, Author("佐伯 遥", "marketing")) as space:
        snapshot = space.document.snapshot()
        leads = Figures(space.blobs.get).dataset(snapshot, snapshot.all("datasets", purpose="leads")[0]["id"])
    rows = list(range(0, 5000, 25))
    if awkward:
        leads = _with_gaps(leads)
    book = openpyxl.load_workbook(out)
    _paste(book["判定シート"], leads, rows, awkward=awkward)
    book.save(out)
    page = office.recalculated(out, tmp_path)["判定シート"]
    known = definition.all_from_snapshot(snapshot)
    assert page["C4"].value == "—", "every column that is asked for was found"
    for rule, column in (("target", 2), ("hot-lead", 4)):
        verdicts = evaluate(known[rule], leads, known, source.as_of or None)
        words = dict(zip((1, 0, -1), judging.labels(), strict=True))
        told = [(page.cell(judging.HEAD + 2 + at, column).value, page.cell(judging.HEAD + 2 + at, column + 1).value) for at in range(len(rows))]
        ours = [(words[int(verdicts.verdict[row])], _decided(verdicts, row)) for row in rows]
        assert told == ours
        assert len({word for word, _ in told}) == 3 or not awkward, "all verdicts occur"
        assert page.cell(judging.HEAD + 2 + len(rows), column).value in (None, ""), "nothing is said beside an empty row"


def _with_gaps(leads: Dataset) -> Dataset:
    """Every seventh value of each column that the definitions read is missing."""
    table = leads.table
    for at, name in enumerate(leads.names):
        if name in ("業種", "従業員数", "比較社数", "見積依頼"):
            values = [None if (row + at) % 7 == 0 else value for row, value in enumerate(table.column(at).to_pylist())]
            table = table.set_column(at, table.schema.field(at), pyarrow.array(values, table.schema.field(at).type))
    return replace(leads, table=table)


def _paste(page: Worksheet, leads: Dataset, rows: list[int], *, awkward: bool) -> None:
    """Headers and values as somebody pastes them; awkward: in another order, with an upper level before each header."""
    columns = list(reversed(range(len(leads.names)))) if awkward else range(len(leads.names))
    for column, at in enumerate(columns, 6):
        page.cell(judging.HEAD + 1, column).value = f"企業情報›{leads.names[at]}" if awkward else leads.names[at]
        values = leads.values(at).to_pylist()
        for row, source in enumerate(rows, judging.HEAD + 2):
            page.cell(row, column).value = values[source]


def _decided(verdicts: Verdicts, row: int) -> str | None:
    """The deciding conditions in words, each once, as the sheet names them."""
    found = [condition_at(verdicts, id) for id in deciding(verdicts, row, 99)]
    return "、".join(phrase(member) for member, _ in filter(None, found)) or None


@pytest.mark.libreoffice
@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed (apt-get install libreoffice-calc)")
def test_a_copy_that_libreoffice_saved_is_read_back_like_the_original(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    _export(sample, out)
    with Workspace.open(sample, Author("佐伯 遥", "marketing")) as space:
        snapshot = space.document.snapshot()
    office.recalculated(out, tmp_path)
    saved = tmp_path / "recalculated" / "stripped-out.xlsx"
    assert proposals.is_agreement(saved)
    found = proposals.read(saved, snapshot)
    assert (found.items, found.unreadable) == ((), ())


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("agreed_only", [True, False], ids=["agreed", "everything"])
def test_the_sample_companys_workbook_is_the_one_we_looked_at(language: str, agreed_only: bool, sample: Path, tmp_path: Path) -> None:
    i18n.set_language(language)
    _export(sample, tmp_path / "out.xlsx", agreed_only=agreed_only)
    kept = json.loads(reference.path(language, agreed_only).read_text(encoding="utf-8"))
    assert reference.cells(tmp_path / "out.xlsx") == kept
