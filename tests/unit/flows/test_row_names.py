"""A row of a KPI sheet that carries another name this month is known by its figures, and what was said about it goes along."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from fusenapp.domain import agreement
from fusenapp.domain.kpi import tree_of
from fusenapp.editing import datasets
from fusenapp.flows import importing, refreshing
from fusenapp.flows.remembering import kept_ignored
from fusenapp.flows.row_names import Renamed, renamed_rows
from fusenapp.tables import KpiRow
from tests.unit.export.making import Company

MONTHS = ("2026-04", "2026-05", "2026-06", "2026-07", "2026-08")
HEAD = "部門,KPI,区分,2026年4月,2026年5月,2026年6月,2026年7月,2026年8月\n"
SHEET = HEAD + "IS,アポ件数,実績,11,16,12,15,26\nFS,受注件数,実績,5,4,3,1,8\nFS,名刺の枚数,実績,31,42,53,64,75\n"


def row(name: str, figures: Sequence[float], department: str = "", unit: str = "件") -> KpiRow:
    return KpiRow(department, name, "all", {"actual": dict(zip(MONTHS, figures, strict=False))}, unit, {})


def renamed(before: list[KpiRow], after: list[KpiRow]) -> list[tuple[str, str]]:
    return [(each.was[1], each.now[1]) for each in renamed_rows(before, after)]


def test_the_same_figures_under_another_name_are_the_same_row() -> None:
    before, after = row("アポ", [11, 16, 12, 15], "IS"), row("アポイント", [11, 16, 12, 15, 26], "IS")
    assert renamed_rows([before], [after]) == (Renamed(("IS", "アポ"), ("IS", "アポイント"), 4, 4),)


def test_a_figure_that_was_corrected_meanwhile_does_not_hide_it() -> None:
    assert renamed([row("アポ", [11, 16, 12, 15, 26])], [row("アポイント", [11, 16, 13, 15, 26])]) == [("アポ", "アポイント")]


@pytest.mark.parametrize(("was", "now"), [([0, 0, 0, 0], [0, 0, 0, 0]), ([5, 5, 5, 5], [5, 5, 5, 5]), ([11, 16, 12, 15], [11, 1, 2, 3])])
def test_zeros_one_figure_all_year_and_other_figures_are_no_evidence(was: list[float], now: list[float]) -> None:
    assert renamed([row("アポ", was)], [row("アポイント", now)]) == []


def test_another_unit_is_another_row() -> None:
    assert renamed([row("受注", [1, 2, 3, 4])], [row("受注額", [1, 2, 3, 4], unit="円")]) == []


def test_a_row_that_is_still_there_was_not_renamed() -> None:
    assert renamed([row("アポ", [1, 2, 3, 4])], [row("アポ", [1, 2, 3, 4]), row("うちWeb", [1, 2, 3, 4])]) == []


def test_where_two_rows_would_do_neither_is_said() -> None:
    assert renamed([row("アポ", [1, 2, 3, 4])], [row("アポA", [1, 2, 3, 4]), row("アポB", [1, 2, 3, 4])]) == []


def test_a_department_that_is_called_otherwise_keeps_its_rows() -> None:
    found = renamed_rows([row("アポ", [11, 16, 12, 15], "IS")], [row("アポ", [11, 16, 12, 15], "インサイドセールス")])
    assert [(each.was, each.now) for each in found] == [(("IS", "アポ"), ("インサイドセールス", "アポ"))]


# --- in a workspace


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
    found = importing.commit(company.document, company._put, company.blobs.__getitem__, importing.prepare(source, "kpi")).dataset
    datasets.connect_rows(company.document, found, {}, [("FS", "名刺の枚数")])
    return found


def look(company: Company, id: str) -> refreshing.Refresh:
    return refreshing.look(company.document.snapshot(), company.blobs.__getitem__, id)


def take(company: Company, found: refreshing.Refresh) -> None:
    refreshing.take(company.document, company._put, company.blobs.__getitem__, found)


def fed_by(company: Company, node: str) -> tuple[str, str]:
    said = tree_of(company.document.snapshot()).nodes[node].source
    assert said is not None
    return said.department, said.name


def ignored(company: Company, id: str) -> tuple[tuple[str, str], ...]:
    record = company.document.snapshot().get("datasets", id)
    assert record is not None
    return kept_ignored(record)


LATER = SHEET.replace("アポ件数", "アポイント獲得").replace("名刺の枚数", "交換した名刺").replace("15,26", "15,27")


def test_the_kpi_and_what_was_ignored_follow_the_row_in_one_step(company: Company, id: str, source: Path) -> None:
    before = agreement.status(company.document.snapshot(), ("kpis", "kpi-tree"))
    source.write_text(LATER, encoding="utf-8")
    found = look(company, id)
    assert found.figures is not None
    assert (found.told, found.figures.gone, found.figures.came) == ((0, 1, 0, 14), (), ())
    assert found.needs_a_look, "only a person knows whether it is the same KPI"
    take(company, found)
    assert fed_by(company, "kpi-appointments") == ("IS", "アポイント獲得")
    assert company.figures.kpi(company.document.snapshot()).value("kpi-appointments", "2026-08") == 27
    assert ignored(company, id) == (("FS", "交換した名刺"),)
    after = agreement.status(company.document.snapshot(), ("kpis", "kpi-tree"))
    assert (after.state, after.hash) == (before.state, before.hash), "where figures come from is not what was agreed"
    company.document.undo()
    assert (fed_by(company, "kpi-appointments"), ignored(company, id)) == (("IS", "アポ件数"), (("FS", "名刺の枚数"),))


def test_a_name_that_the_user_does_not_agree_to_leaves_the_kpi_without_figures(company: Company, id: str, source: Path) -> None:
    source.write_text(LATER, encoding="utf-8")
    found = refreshing.with_names(look(company, id), company.document.snapshot(), [])
    assert found.figures is not None
    assert [row for row, _ in found.figures.gone] == [("IS", "アポ件数"), ("FS", "名刺の枚数")]
    assert [row for row, _ in found.figures.came] == [("IS", "アポイント獲得"), ("FS", "交換した名刺")]
    take(company, found)
    assert fed_by(company, "kpi-appointments") == ("IS", "アポ件数")
    assert ignored(company, id) == (("FS", "名刺の枚数"),)


def test_a_row_that_went_is_told_with_the_kpi_that_it_fed(company: Company, id: str, source: Path) -> None:
    source.write_text("".join(line for line in SHEET.splitlines(keepends=True) if "受注" not in line), encoding="utf-8")
    found = look(company, id).figures
    assert found is not None
    assert found.gone == ((("FS", "受注件数"), "受注数"),)


def test_months_that_had_no_figure_are_told(company: Company, id: str, source: Path) -> None:
    source.write_text("".join(f"{line},{cell}\n" for line, cell in zip(SHEET.splitlines(), ("2026年9月", 20, "", 80), strict=True)),
                      encoding="utf-8")
    found = look(company, id)
    assert found.figures is not None
    assert (found.figures.months, found.told, found.needs_a_look) == (("2026-09",), (2, 0, 0, 15), False)
    take(company, found)
    assert company.figures.kpi(company.document.snapshot()).value("kpi-won", "2026-09") is None, "a month without a figure is not zero"
