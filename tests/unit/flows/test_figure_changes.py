"""A KPI sheet read again says which figures of which month came, are others now, and went, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.flows import importing, refreshing
from fusenapp.flows.figure_changes import figure_changes
from fusenapp.tables import KpiRow
from tests.unit.export.making import Company

HEAD = "部門,KPI,区分,2026年4月,2026年5月,2026年6月\n"
SHEET = HEAD + "マーケ,リード件数,目標,100,110,120\nマーケ,リード件数,実績,90,,\n営業,受注件数,実績,9,8,\n"
LATER = HEAD + "マーケ,リード件数,目標,100,110,130\nマーケ,リード件数,実績,90,115,\n営業,受注件数,実績,9,,\n"


def row(name: str, actual: dict[str, float], segment: str = "all", department: str = "") -> KpiRow:
    return KpiRow(department, name, segment, {"actual": actual}, "件", {("actual", month): f"KPI › {name}{month}" for month in actual})


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path, data=False)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "kpi.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


@pytest.fixture
def id(company: Company, source: Path) -> str:
    return importing.commit(company.document, company._put, company.blobs.__getitem__, importing.prepare(source, "kpi")).dataset


def look(company: Company, id: str) -> refreshing.Refresh:
    return refreshing.look(company.document.snapshot(), company.blobs.__getitem__, id)


def test_each_figure_says_its_kpi_month_and_cell(company: Company, id: str, source: Path) -> None:
    source.write_text(LATER, encoding="utf-8")
    found = look(company, id).figures
    assert found is not None
    told = [(c.kind, c.name, c.series, c.month, c.was, c.now, c.place.split(" › ")[-1]) for c in found.changes]
    assert told == [("changed", "リード件数", "target", "2026-06", 120, 130, "F2"), ("new", "リード件数", "actual", "2026-05", None, 115, "E3"),
                    ("removed", "受注件数", "actual", "2026-05", 8, None, "E4")]
    assert found.counts == (1, 1, 1, 4)
    assert not found.needs_a_look


def test_a_figure_is_told_with_the_node_that_it_feeds(company: Company, id: str, source: Path) -> None:
    source.write_text(LATER, encoding="utf-8")
    found = look(company, id).figures
    assert found is not None
    assert [(c.name, c.node) for c in found.changes] == [("リード件数", "リード数"), ("リード件数", "リード数"), ("受注件数", "受注数")]


def test_taking_it_is_one_step_and_every_figure_keeps_its_cell(company: Company, id: str, source: Path) -> None:
    source.write_text(LATER, encoding="utf-8")
    refreshing.take(company.document, company._put, company.blobs.__getitem__, look(company, id))
    rows = company.figures.kpi_rows(company.document.snapshot(), id)
    lead = next(r for r in rows if r.name == "リード件数")
    assert lead.places["actual", "2026-05"].endswith("E3")
    assert not look(company, id).brings_something
    company.document.undo()
    before = company.figures.kpi_rows(company.document.snapshot(), id)
    assert next(r for r in before if r.name == "リード件数").series["target"]["2026-06"] == 120


def test_another_month_does_not_need_a_look_but_a_kpi_that_is_gone_does(company: Company, id: str, source: Path) -> None:
    source.write_text("".join(f"{line},{figure}\n" for line, figure in zip(SHEET.splitlines(), ["2026年7月", 140, 99, 7], strict=True)),
                      encoding="utf-8")
    found = look(company, id)
    assert found.told == (3, 0, 0, 6)
    assert not found.needs_a_look
    source.write_text("".join(SHEET.splitlines(keepends=True)[:3]), encoding="utf-8")
    assert look(company, id).needs_a_look


def test_rows_of_the_same_name_are_compared_in_their_order() -> None:
    before = [row("リード", {"2026-04": 1.0}), row("リード", {"2026-04": 2.0})]
    after = [row("リード", {"2026-04": 1.0}), row("リード", {"2026-04": 3.0})]
    found = figure_changes(before, after)
    assert [(c.was, c.now) for c in found.changes] == [(2.0, 3.0)]


def test_a_rate_reckoned_in_another_order_is_the_same() -> None:
    assert figure_changes([row("率", {"2026-04": 0.1 + 0.2})], [row("率", {"2026-04": 0.3})]).changes == ()


def test_names_in_other_widths_are_the_same_row() -> None:
    assert figure_changes([row("ＫＰＩ１", {"2026-04": 1.0})], [row("KPI1", {"2026-04": 1.0})]).changes == ()


def test_most_figures_gone_needs_a_look() -> None:
    assert figure_changes([row("a", {"2026-04": 1.0, "2026-05": 2.0, "2026-06": 2.0})], [row("a", {"2026-04": 1.0})]).needs_a_look
