"""A spreadsheet on its way into the workspace: what it is for, what its columns mean, what came and went since."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from fusenapp.editing import datasets
from fusenapp.errors import InputError
from fusenapp.flows import importing
from tests.unit.export.making import KPI_SHEET, LEADS, Company

INTERVIEWS = "ヒアリング日,会社名,決め手・失注理由,顧客の言葉\n2026-05-01,A社,実績,早かった\n2026-05-02,B社,価格,高かった\n"


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path, data=False)


def _file(tmp_path: Path, text: str, name: str = "file.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def _commit(company: Company, path: Path, purpose: str | None = None, name: str | None = None) -> importing.ImportReport:
    return importing.commit(company.document, company._put, company.blobs.__getitem__, importing.prepare(path, purpose), name=name)


@pytest.mark.parametrize(("text", "purpose"), [(LEADS, "leads"), (KPI_SHEET, "kpi"), (INTERVIEWS, "interviews")])
def test_what_a_table_is_for_is_told_by_its_shape_and_headers(text: str, purpose: str, tmp_path: Path) -> None:
    assert importing.prepare(_file(tmp_path, text)).purpose == purpose
    assert importing.prepare(_file(tmp_path, text), "contents").purpose == "contents", "unless the user says so"


def test_what_cannot_be_taken_in_is_refused_before_anything_changes(tmp_path: Path) -> None:
    for path, purpose, code in ((tmp_path / "away.csv", None, "not-found"), (_file(tmp_path, LEADS), "orders", "unknown-purpose"),
                                (_file(tmp_path, LEADS), "kpi", "no-kpi-rows")):
        with pytest.raises(InputError, match=code):
            importing.prepare(path, purpose)
    with pytest.raises(InputError, match="no-such-table"):
        importing.prepare(_file(tmp_path, LEADS), table="Sheet9!A1:B2")


def test_columns_get_their_meanings_from_their_headers(company: Company, tmp_path: Path) -> None:
    report = _commit(company, _file(tmp_path, LEADS))
    meanings = company.document.snapshot().value("datasets", report.dataset, "meanings")
    assert meanings == {"company": "会社名", "registered": "登録日", "handed_over": "引渡日", "accepted": "営業の受領", "appointment": "アポ日",
                        "proposal": "提案日", "won": "受注日", "won_amount": "受注額（円）", "route": "流入経路"}


def test_a_kpi_sheet_feeds_the_nodes_that_its_rows_name(company: Company, tmp_path: Path) -> None:
    report = _commit(company, _file(tmp_path, KPI_SHEET))
    fed = {n["id"]: n["source"]["name"] for n in company.document.snapshot().all("kpis") if n.get("source")}
    assert fed == {"kpi-visitors": "訪問者数", "kpi-bounce-rate": "直帰率", "kpi-leads": "リード", "kpi-won": "受注"}
    assert {n["source"]["dataset"] for n in company.document.snapshot().all("kpis") if n.get("source")} == {report.dataset}
    assert company.document.undo_label == "取り込み"
    company.document.undo()
    assert not any(n.get("source") for n in company.document.snapshot().all("kpis")), "one step"


def test_nodes_whose_sheet_was_deleted_are_fed_from_the_next_one(company: Company, tmp_path: Path) -> None:
    first = _commit(company, _file(tmp_path, KPI_SHEET))
    fed = {r["id"]: r["source"]["name"] for r in company.document.snapshot().all("kpis") if r.get("source")}
    datasets.delete_dataset(company.document, first.dataset)
    second = _commit(company, _file(tmp_path, KPI_SHEET, "later.csv"), name="later")
    assert second.dataset != first.dataset
    now = {r["id"]: r["source"] for r in company.document.snapshot().all("kpis") if r.get("source")}
    assert {id: source["name"] for id, source in now.items()} == fed
    assert {source["dataset"] for source in now.values()} == {second.dataset}


def test_the_same_source_again_refreshes_and_keeps_what_the_user_settled(company: Company, tmp_path: Path) -> None:
    first = _commit(company, _file(tmp_path, LEADS))
    datasets.rename_dataset(company.document, first.dataset, "4〜6月のリード")
    settled = {"company": "会社名", "registered": "引渡日"}
    datasets.set_meanings(company.document, first.dataset, settled)
    again = _commit(company, _file(tmp_path, LEADS.replace("F社,卸売業", "F社,製造業") + "G社,製造業,10,検索,2026-06-30,,,,,,\n"))
    assert (again.dataset, again.new, again.changed, again.removed, again.unchanged) == (first.dataset, 1, 1, 0, 5)
    record = company.document.get("datasets", first.dataset)
    assert record is not None
    assert (record["name"], record["meanings"], record["rows"]) == ("4〜6月のリード", settled, 7)


def test_another_name_makes_another_list(company: Company, tmp_path: Path) -> None:
    first, second = (_commit(company, _file(tmp_path, LEADS), name=name) for name in ("東日本", "西日本"))
    assert (first.dataset != second.dataset, second.new) == (True, 6)


def test_the_rows_themselves_never_enter_the_document(company: Company, tmp_path: Path) -> None:
    _commit(company, _file(tmp_path, LEADS))
    assert b"A\xe7\xa4\xbe" not in company.document.state()
    assert company.figures.dataset(company.document.snapshot(), "file").values("会社名").to_pylist()[0] == "A社"


def test_what_is_doubtful_is_told_with_its_cell_and_kept_with_the_list(company: Company, tmp_path: Path) -> None:
    path = _file(tmp_path, KPI_SHEET + "マーケティング,リード,合計,実績,5,6,7,8\nマーケティング,リード,合計,達成率,500%,20%,30%,40%\n")
    report = _commit(company, path)
    assert {p.code for p in report.problems} == {"rate-mismatch"}
    assert all(p.where.startswith("file.csv › ") for p in report.problems)
    kept = company.document.snapshot().value("datasets", report.dataset, "problems")
    assert (kept["count"], kept["first"][0]["code"]) == (len(report.problems), "rate-mismatch")


def test_a_prepared_table_is_frozen(tmp_path: Path) -> None:
    prepared = importing.prepare(_file(tmp_path, LEADS))
    with pytest.raises(dataclasses.FrozenInstanceError):
        prepared.purpose = "kpi"  # type: ignore[misc]
    assert importing.with_meanings(prepared, {"company": "会社名"}).meanings == {"company": "会社名"}
