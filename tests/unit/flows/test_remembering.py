"""Corrections are kept with the layout: next month's file imports in one step, a changed one says what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.editing import datasets
from fusenapp.flows import importing
from fusenapp.tables import ColumnRecipe, Recipe
from tests.unit.export.making import Company

LEADS = "会社名,コード,獲得した日,規模\nA社,12,2026-04-01,100\nB社,34,2026-04-02,200\nC社,56,2026-04-03,300\n"
MAY = "会社名,コード,獲得した日,規模\nD社,78,2026-05-01,400\nE社,90,2026-05-02,500\n"
SETTLED = Recipe(columns={"コード": ColumnRecipe(type="text"), "規模": ColumnRecipe(name="従業員数", unit="名")})


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path, data=False)


def _prepare(company: Company, tmp_path: Path, text: str, name: str, **given) -> importing.Prepared:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return importing.prepare(path, snapshot=company.document.snapshot(), **given)


def _take(company: Company, prepared: importing.Prepared, name: str | None = None) -> importing.ImportReport:
    return importing.commit(company.document, company._put, company.blobs.__getitem__, prepared, name=name)


def test_next_months_file_of_the_same_layout_is_read_as_the_last_one_was(company: Company, tmp_path: Path) -> None:
    _take(company, importing.with_meanings(_prepare(company, tmp_path, LEADS, "april.csv", purpose="leads", recipe=SETTLED),
                                           {"company": "会社名", "registered": "獲得した日"}))
    may = _prepare(company, tmp_path, MAY, "may.csv")
    assert may.used == "remembered"
    assert [(c.name, c.type) for c in may.dataset.columns][1:] == [("コード", "text"), ("獲得した日", "date"), ("従業員数", "integer")]
    assert dict(may.meanings) == {"company": "会社名", "registered": "獲得した日"}, "what the columns mean is remembered too"
    assert importing.remembered(company.document.snapshot(), may.layout) == may.recipe


def test_what_the_user_says_later_about_meanings_counts(company: Company, tmp_path: Path) -> None:
    report = _take(company, _prepare(company, tmp_path, LEADS, "april.csv", purpose="leads", recipe=SETTLED))
    datasets.set_meanings(company.document, report.dataset, {"won": "獲得した日"})
    assert _prepare(company, tmp_path, MAY, "may.csv").meanings["won"] == "獲得した日"


def test_a_given_recipe_goes_first_and_is_kept(company: Company, tmp_path: Path) -> None:
    _take(company, _prepare(company, tmp_path, LEADS, "april.csv", recipe=SETTLED))
    other = Recipe(columns={"コード": ColumnRecipe(drop=True)})
    report = _take(company, _prepare(company, tmp_path, LEADS, "april.csv", recipe=other))
    assert (report.used, "コード" in report.columns) == ("given", False)
    assert "コード" not in _prepare(company, tmp_path, MAY, "may.csv").dataset.names


def test_without_corrections_nothing_is_said_to_be_remembered(company: Company, tmp_path: Path) -> None:
    _take(company, _prepare(company, tmp_path, "a,b\n1,2\n3,4\n", "x.csv", purpose="contents"))
    again = _prepare(company, tmp_path, "a,b\n1,2\n3,4\n5,6\n", "y.csv")
    assert (again.used, again.purpose) == ("", "contents"), "but what such a table is for is known"


def test_a_changed_layout_of_the_same_source_says_what_changed_and_keeps_what_still_fits(company: Company, tmp_path: Path) -> None:
    _take(company, _prepare(company, tmp_path, LEADS, "leads.csv", recipe=SETTLED))
    changed = "企業名,コード,獲得した日,規模,備考\nA社,12,2026-04-01,100,x\nB社,34,2026-04-02,200,y\n"
    prepared = _prepare(company, tmp_path, changed, "leads.csv")
    former = importing.former_of(company.document.snapshot(), prepared, None)
    assert {c.code for c in importing.layout_change(former, prepared.layout)} == {"column-renamed", "column-came"}
    assert prepared.dataset.names == ["企業名", "コード", "獲得した日", "従業員数", "備考"]
    report = _take(company, prepared)
    assert {c.code for c in report.changes} == {"column-renamed", "column-came"}
    assert _take(company, _prepare(company, tmp_path, changed, "leads.csv")).changes == (), "said once"


def test_of_a_file_with_several_tables_the_one_imported_before_is_taken_again(company: Company, tmp_path: Path) -> None:
    from tests.unit.tables.making import workbook

    small = [["店", "売上"], ["甲", 1], ["乙", 2], ["丙", 3]]
    large = [["品番", "価格"], *([f"P{n}", n] for n in range(30))]
    path = workbook(tmp_path / "a.xlsx", {"店": small, "品": large})
    prepared = importing.prepare(path, table="店!A1:B4", snapshot=company.document.snapshot())
    _take(company, prepared)
    later = workbook(tmp_path / "b.xlsx", {"店": [*small, ["丁", 4]], "品": large})
    assert importing.prepare(later, snapshot=company.document.snapshot()).table == "店!A1:B5"


def test_a_range_that_left_out_the_last_rows_grows_with_the_list(company: Company, tmp_path: Path) -> None:
    from tests.unit.tables.making import workbook

    rows = [["店", "数"], *([f"店{n}", n] for n in range(1, 9))]
    path = workbook(tmp_path / "a.xlsx", {"S": rows})
    _take(company, importing.prepare(path, recipe=Recipe(range="A1:B7"), snapshot=company.document.snapshot()))
    later = workbook(tmp_path / "b.xlsx", {"S": [["店", "数"], *([f"店{n}", n] for n in range(1, 21))]})
    assert len(importing.prepare(later, snapshot=company.document.snapshot()).dataset) == 18


def test_what_cannot_be_read_of_the_memory_is_passed_over(company: Company, tmp_path: Path) -> None:
    report = _take(company, _prepare(company, tmp_path, LEADS, "april.csv", recipe=SETTLED))
    kept = dict(company.document.snapshot().value("datasets", report.dataset, "recipe"))
    with company.document.edit("") as edit:
        edit.set("datasets", report.dataset, recipe=kept | {"from-a-newer-version": 1})
    assert _prepare(company, tmp_path, MAY, "may.csv").used == ""


def test_two_tables_of_one_sheet_are_two_lists_and_each_refreshes_its_own(company: Company, tmp_path: Path) -> None:
    from tests.unit.tables.making import workbook

    rows = [["店", "売上"], ["甲", 1], ["乙", 2], ["丙", 3], [], [], [], ["品番", "価格", "在庫"], ["P1", 10, 5], ["P2", 20, 6], ["P3", 30, 7]]
    path = workbook(tmp_path / "a.xlsx", {"S": rows})

    def take(table: str) -> importing.ImportReport:
        return _take(company, importing.prepare(path, "contents", table=table, snapshot=company.document.snapshot()))

    first, second = take("S!A1:B4"), take("S!A8:C11")
    assert first.dataset != second.dataset
    assert [(take(t).dataset, take(t).unchanged) for t in ("S!A1:B4", "S!A8:C11")] == [(first.dataset, 3), (second.dataset, 3)]


def test_months_put_together_stay_one_list_when_another_month_comes(company: Company, tmp_path: Path) -> None:
    from tests.unit.tables.making import workbook

    def months(*names: str) -> dict[str, list[list[object]]]:
        return {name: [["店", "売上", "客数"], *([f"店{n}", n * 10, n] for n in range(1, 5))] for name in names}

    path = workbook(tmp_path / "a.xlsx", months("4月", "5月"))
    book = importing.prepare(path).book
    first = _take(company, importing.prepare(path, "contents", table=book.united[0].id))
    workbook(path, months("4月", "5月", "6月"))
    later = importing.prepare(path, snapshot=company.document.snapshot())
    assert later.table.startswith("4月:6月!"), "the tables put together are taken again, not the largest single one"
    report = _take(company, later)
    assert (report.dataset, report.new, report.removed) == (first.dataset, 4, 0)
