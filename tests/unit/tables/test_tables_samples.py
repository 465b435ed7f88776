"""The sample company's files give the figures that were worked out when they were made, whatever their layout."""

from __future__ import annotations

import datetime as dt

import pytest

from fusenapp.tables import Dataset, extract, read_kpi
from tests.unit.tables import facts
from tests.unit.tables.conftest import book_of, facts_of

LEADS = [(layout, f"{layout}_leads{ending}") for layout in ("plain", "messy") for ending in (".xlsx", "_cp932.csv")]
SEGMENTS = {"合計": "all", "質リード": "quality", "一般リード": "general"}


@pytest.mark.parametrize(("layout", "name"), LEADS)
def test_lead_counts_are_those_of_the_facts(layout: str, name: str) -> None:
    rows = facts.rows_of(extract(book_of(name)))
    known = facts_of(layout)
    counted = facts.lead_facts(rows)
    assert counted == {key: known[key] for key in counted}


@pytest.mark.parametrize(("layout", "name"), LEADS)
def test_reasons_cohorts_and_routes_are_those_of_the_facts(layout: str, name: str) -> None:
    rows = facts.rows_of(extract(book_of(name)))
    known = facts_of(layout)
    assert facts.reasons(rows, list(known["rejection_reasons"])) == known["rejection_reasons"]
    assert facts.cohorts(rows) == known["cohort_by_month"]
    won, share = facts.by_route(rows, list(known["won_by_route"]))
    assert won == known["won_by_route"]
    assert share == known["target_share_by_route"]


@pytest.mark.parametrize("layout", ["plain", "messy"])
def test_workbook_and_csv_hold_the_same_values(layout: str) -> None:
    book, text = (extract(book_of(f"{layout}_leads{ending}")) for ending in (".xlsx", "_cp932.csv"))
    assert facts.rows_of(book) == facts.rows_of(text)
    assert [column.type for column in book.columns] == [column.type for column in text.columns]


def test_the_messy_list_is_understood() -> None:
    book = book_of("messy_leads.xlsx")
    table = book.table()
    assert [(sheet.name, sheet.kind) for sheet in book.sheets] == [("リード一覧", "table"), ("はじめに", "cover")]
    assert (table.range, table.header_rows, table.rows) == ("A4:AF3005", (4, 5), 3000)
    assert (table.title, table.as_of) == ("リード一覧（2026年度上期）", "2026-11-20")
    assert table.columns[0].name == "企業情報›リードID"
    assert table.columns[-1].name == "営業の結果›担当営業"


def test_every_value_says_where_it_came_from() -> None:
    dataset = extract(book_of("messy_leads.xlsx"))
    assert dataset.place(0, "従業員数") == "messy_leads.xlsx › リード一覧 › H6"
    assert dataset.place(2999, "企業情報›リードID") == "messy_leads.xlsx › リード一覧 › A3005"


@pytest.mark.parametrize("layout", ["plain", "messy"])
def test_kpi_sheet_gives_targets_and_actuals(layout: str) -> None:
    rows = read_kpi(book_of(f"{layout}_kpi.xlsx"))
    found = {(row.department, _plain(row.name), row.segment): row for row in rows}
    known = facts_of(layout)["kpi_sheet"]
    assert len(found) == len(known)
    for fact in known:
        row = found[fact["department"], fact["kpi"], SEGMENTS[fact["segment"]]]
        assert row.series == {"target": fact["target"], "actual": fact["actual"]}


def _plain(name: str) -> str:
    return name.removesuffix("件数")


def test_kpi_figures_carry_unit_and_cell() -> None:
    rows = read_kpi(book_of("messy_kpi.xlsx"))
    assert {row.unit for row in rows} == {"件", "円"}
    first = rows[0]
    assert first.places["target", "2026-04"] == "messy_kpi.xlsx › KPI全体 › E5"
    assert first.places["actual", "2026-11"] == "messy_kpi.xlsx › KPI全体 › L6"


@pytest.mark.parametrize(("name", "rows"), [("plain_interviews.xlsx", None), ("messy_interviews.xlsx", 70)])
def test_interviews_keep_dates_and_words(name: str, rows: int | None) -> None:
    dataset = extract(book_of(name))
    assert rows is None or len(dataset) == rows
    assert dataset.column("ヒアリング日").type == "date"
    assert isinstance(dataset.values("ヒアリング日")[0].as_py(), dt.date)
    assert {value.as_py() for value in dataset.values("区分")} == {"受注", "失注"}


def test_a_dataset_survives_parquet() -> None:
    dataset = extract(book_of("messy_leads.xlsx"))
    again = Dataset.from_parquet(dataset.to_parquet())
    assert again.columns == dataset.columns
    assert again.table.equals(dataset.table)
    assert (again.rows == dataset.rows).all()
    assert again.place(7, "業種") == dataset.place(7, "業種")
    assert (again.as_of, again.title, again.problems) == (dataset.as_of, dataset.title, dataset.problems)
