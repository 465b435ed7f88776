"""Rows of a KPI sheet find their KPIs, keep them when the sheet is refreshed, and are held against what the tree reckons."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.domain.kpi import Source, tree_of
from fusenapp.editing import datasets, kpis
from fusenapp.flows import refreshing
from fusenapp.flows.kpi_mapping import Line, changed_sources, differences, lines, names, unconnected
from fusenapp.flows.remembering import kept_ignored
from tests.unit.export.making import Company

SHEET = """部門,KPI,区分,目標/実績,2026-04,2026-05,累計
マーケティング,リード,合計,目標,100,100,200
マーケティング,リード,合計,実績,120,130,250
マーケティング,リード,合計,達成率,120.0%,99.0%,
マーケティング,展示会の名刺,合計,実績,40,50,95
フィールドセールス,提案,合計,目標,30,30,60
フィールドセールス,提案,合計,実績,24,26,50
フィールドセールス,受注,合計,目標,10,10,20
フィールドセールス,受注,合計,実績,8,7,15
フィールドセールス,受注率,合計,実績,33.3%,40.0%,
"""


@pytest.fixture
def company(tmp_path: Path) -> Company:
    made = Company(tmp_path, data=False)
    made.take("kpi.csv", SHEET)
    return made


def _dataset(company: Company) -> str:
    return company.document.snapshot().all("datasets", purpose="kpi")[0]["id"]


def _lines(company: Company) -> dict[str, Line]:
    snapshot, id = company.document.snapshot(), _dataset(company)
    ignored = kept_ignored(snapshot.get("datasets", id) or {})
    return {line.source.name: line for line in lines(tree_of(snapshot), id, company.figures.kpi_rows(snapshot, id), ignored)}


def test_rows_know_the_kpi_that_they_feed_and_their_last_figure(company: Company) -> None:
    found = _lines(company)
    assert {name: line.node for name, line in found.items()} == {
        "リード": "kpi-leads", "展示会の名刺": "", "提案": "kpi-proposals", "受注": "kpi-won", "受注率": "kpi-win-rate"}
    assert found["リード"].last == ("2026-05", 130)


def test_a_row_that_was_let_go_is_suggested_again_by_its_name(company: Company) -> None:
    kpis.connect_sources(company.document, {"kpi-leads": None})
    line = _lines(company)["リード"]
    assert (line.node, line.suggested) == ("", "kpi-leads")


def test_only_what_was_chosen_otherwise_is_written(company: Company) -> None:
    found = _lines(company)
    cards, leads = found["展示会の名刺"], found["リード"]
    assert changed_sources(found.values(), {}) == {}
    assert changed_sources(found.values(), {leads.source: "kpi-leads"}) == {}
    swapped = changed_sources(found.values(), {cards.source: "kpi-leads", leads.source: ""})
    assert swapped == {"kpi-leads": {"dataset": cards.source.dataset, "department": "マーケティング", "name": "展示会の名刺"}}
    assert changed_sources(found.values(), {leads.source: "kpi-visitors"}) == {
        "kpi-leads": None, "kpi-visitors": {"dataset": leads.source.dataset, "department": "マーケティング", "name": "リード"}}


def test_the_choice_holds_when_the_sheet_is_refreshed(company: Company) -> None:
    cards = _lines(company)["展示会の名刺"]
    kpis.connect_sources(company.document, changed_sources([cards], {cards.source: "kpi-visitors"}))
    path = company.folder / "kpi.csv"
    path.write_text(SHEET.replace("2026-04,2026-05,累計", "2026-04,2026-05,2026-06,累計").replace("40,50,95", "40,50,60,150"), encoding="utf-8")
    refresh = refreshing.look(company.document.snapshot(), company.blobs.__getitem__, _dataset(company), path=path)
    refreshing.take(company.document, company._put, company.blobs.__getitem__, refresh)
    assert company.figures.kpi(company.document.snapshot()).value("kpi-visitors", "2026-06") == 60


def _open(company: Company) -> list[tuple[str, str]]:
    return [row for sheet in unconnected(company.figures, company.document.snapshot()) for row in sheet.rows]


def test_rows_that_feed_no_kpi_are_named_until_they_feed_one(company: Company) -> None:
    assert _open(company) == [("マーケティング", "展示会の名刺")]
    cards = _lines(company)["展示会の名刺"]
    kpis.connect_sources(company.document, changed_sources([cards], {cards.source: "kpi-visitors"}))
    assert _open(company) == []


def test_a_row_that_is_ignored_on_purpose_stays_so_when_the_sheet_is_refreshed(company: Company) -> None:
    before = company.document.get("datasets", _dataset(company))
    assert before is not None
    datasets.connect_rows(company.document, _dataset(company), {"kpi-leads": None}, [("ﾏｰｹﾃｨﾝｸﾞ", "展示会の 名刺"), ("マーケティング", "リード")])
    assert {name for name, line in _lines(company).items() if line.ignored} == {"展示会の名刺", "リード"}
    assert _open(company) == []
    path = company.folder / "kpi.csv"
    path.write_text(SHEET.replace("40,50,95", "40,55,95") + "経理,請求書,合計,実績,3,4,7\n", encoding="utf-8")
    refresh = refreshing.look(company.document.snapshot(), company.blobs.__getitem__, _dataset(company), path=path)
    refreshing.take(company.document, company._put, company.blobs.__getitem__, refresh)
    assert _open(company) == [("経理", "請求書")]
    assert not (company.document.get("kpis", "kpi-leads") or {}).get("source")
    company.document.undo()
    company.document.undo()
    assert company.document.get("datasets", _dataset(company)) == before
    assert _open(company) == [("マーケティング", "展示会の名刺")]


def test_while_there_is_no_tree_no_row_is_missing_in_it(company: Company) -> None:
    for record in company.document.snapshot().all("kpis"):
        kpis.delete_node(company.document, record["id"])
    assert unconnected(company.figures, company.document.snapshot()) == []


def test_totals_achievements_and_rates_that_do_not_come_out_are_listed_with_their_cells(company: Company) -> None:
    found = differences(company.figures, company.document.snapshot(), _dataset(company))
    assert [(d.kind, d.sheet, d.ours) for d in found if d.kind == "total"] == [("total", 95, 90)]
    (rate,) = [d for d in found if d.kind == "rate"]
    assert (rate.month, rate.sheet, rate.ours) == ("2026-05", 0.99, 1.3)
    (figure,) = [d for d in found if d.kind == "figure"]
    assert (figure.node, figure.month, figure.sheet) == ("kpi-win-rate", "2026-05", 0.4)
    assert figure.ours == pytest.approx(7 / 26)
    assert all("kpi.csv" in d.place for d in found)


def test_a_sheet_is_held_against_the_lead_list_too(tmp_path: Path) -> None:
    company = Company(tmp_path)
    snapshot = company.document.snapshot()
    told = {(d.node, d.month) for d in differences(company.figures, snapshot, _dataset(company)) if d.kind == "figure"}
    result = company.figures.kpi(snapshot)
    expected = {(p.node, p.parameters["month"]) for p in result.problems if p.code == "sheet-differs"}
    assert expected <= told


def test_what_a_source_names_is_told_by_dataset_department_and_name() -> None:
    row = Source("d", "マーケティング", "リード数")
    assert names(Source("d", "", "リード数"), row)
    assert names(Source("d", "ﾏｰｹﾃｨﾝｸﾞ", "リード 数"), row)
    assert not names(Source("e", "", "リード数"), row)
