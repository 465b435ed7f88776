"""The true figures of both companies' files stand in every view of the KPI tree, and in what leaves the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt

from fusenapp.flows import exporting, reviews
from fusenapp.ui.home.reckoning import kpi_cards
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.figures import percent, plain, scaled
from fusenapp.ui.kpi.table_model import FIRST
from fusenapp.ui.kpi.trend import trend_of
from tests.e2e.command import HOT_LEAD, SAMPLES, TARGET, done, facts, write_json
from tests.unit.kpi.making import NODE, SEGMENT


@dataclass(frozen=True)
class Told:
    """What is true of a company, as the facts beside its files say it."""

    company: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The KPI sheet: KPI, segment, and per series month → figure."""
        return facts(self.company)["kpi_sheet"]

    @property
    def months(self) -> tuple[str, ...]:
        """All months with figures, oldest first."""
        return tuple(facts(self.company)["cohort_by_month"])

    @property
    def last(self) -> str:
        """The newest month."""
        return self.months[-1]

    @property
    def whole(self) -> dict[str, dict[str, Any]]:
        """Node → its row over both segments."""
        return {NODE[row["kpi"]]: row for row in self.rows if SEGMENT[row["segment"]] == "all"}

    def figures(self) -> Iterator[tuple[str, str, str, str, float]]:
        """(node, segment, series, month, figure) of everything that the facts know."""
        for row in self.rows:
            for series in ("target", "actual"):
                for month, figure in row[series].items():
                    yield NODE[row["kpi"]], SEGMENT[row["segment"]], series, month, figure

    def part(self, node: str, segment: str, month: str) -> float:
        """What the leads themselves give, independent of the sheet."""
        names = {"quality": "質リード", "general": "一般リード"}
        kpi = next(kpi for kpi, id in NODE.items() if id == node)
        return facts(self.company)["cohort_by_month"][month][names[segment]][kpi]


@pytest.fixture(scope="module", params=("plain", "messy"))
def told(request: pytest.FixtureRequest) -> Told:
    """Of the sample company, and of the company whose files are as files of companies are."""
    return Told(request.param)


@pytest.fixture(scope="module")
def sample_file(told: Told, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The company's file: the sample as it is, or made of the awkward files by the command line alone."""
    if told.company == "plain":
        return sample_file
    folder = tmp_path_factory.mktemp("messy")
    path = folder / "messy.fusen"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FUSEN_DATA", str(folder / "data"))
        done("new", path, "--name", "受発注クラウド")
        done("import", path, SAMPLES / "messy_leads.xlsx")
        done("import", path, SAMPLES / "messy_kpi.xlsx", "--as", "kpi")
        done("define", path, "target", write_json(folder / "target.json", TARGET))
        done("define", path, "hot-lead", write_json(folder / "hot.json", HOT_LEAD))
    return path


@pytest.fixture
def kpi(area, qtbot) -> KpiArea:
    """The area with the sample company's figures."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None, timeout=20_000)
    return shown


def test_the_tree_shows_them_in_every_month_with_their_parts_and_achievement(told: Told, kpi) -> None:
    for month in told.months:
        kpi.choices.choose_month(month)
        for node, row in told.whole.items():
            shown = kpi._nodes[node]
            target, actual = row["target"][month], row["actual"][month]
            assert (shown.value, shown.target) == (actual, target)
            assert shown.achievement == (actual / target if target else None)
            assert (shown.quality, shown.general) == (told.part(node, "quality", month), told.part(node, "general", month))


def test_the_tree_says_them_to_screen_readers(told: Told, kpi) -> None:
    for node, row in told.whole.items():
        kpi.choices.choose_month(told.last)
        figure, unit = scaled(row["actual"][told.last], kpi._nodes[node].unit)
        assert f"{figure}{unit}" in kpi.tree.told(node)
        assert percent(row["actual"][told.last] / row["target"][told.last]) in kpi.tree.told(node)


def test_the_departments_have_their_foremost_figure_on_their_tiles(told: Told, kpi) -> None:
    kpi.choices.choose_month(told.last)
    first = {tile.standing.id: tile.standing.nodes[0] for tile in kpi.strip.tiles}
    assert first["marketing"].value == told.whole["kpi-leads"]["actual"][told.last]
    assert first["inside-sales"].value == told.whole["kpi-appointments"]["actual"][told.last]
    assert first["field-sales"].value == told.whole["kpi-won-amount"]["actual"][told.last]


def test_the_table_shows_every_one_of_them(told: Told, kpi, qtbot) -> None:
    qtbot.mouseClick(kpi.view.segment("table"), Qt.MouseButton.LeftButton)
    model, result = kpi.model, kpi._reckoned_now.result
    lines = {(line.node, line.segment, line.series): at for at, line in enumerate(model._lines)}
    seen = 0
    for node, segment, series, month, figure in told.figures():
        at = lines.get((node, segment, series))
        if at is None:
            continue
        seen += 1
        assert model.text(at, FIRST + result.months.index(month)) == plain(figure, result.tree.nodes[node].unit)
    assert seen == len(list(told.figures())), "no row of the facts is without its row in the table"


def test_the_trend_has_them_month_by_month(told: Told, kpi) -> None:
    result = kpi._reckoned_now.result
    for node, row in told.whole.items():
        trend = trend_of(result, node)
        assert dict(zip(trend.months, trend.actual, strict=True)) == row["actual"]
        assert dict(zip(trend.months, trend.target, strict=True)) == row["target"]
        assert dict(zip(trend.months, trend.quality, strict=True)) == {m: told.part(node, "quality", m) for m in told.months}


def test_the_inspector_lists_them_by_month(told: Told, kpi) -> None:
    for node, row in told.whole.items():
        kpi.go_to(node)
        model = kpi._inspector.months.table.model()
        assert model.months == told.months
        for at, month in enumerate(told.months):
            target, actual = row["target"][month], row["actual"][month]
            said, unit = [model.index(at, column).data() for column in (1, 2, 3)], kpi._nodes[node].unit
            assert said == [plain(target / model.per, unit), plain(actual / model.per, unit), percent(actual / target if target else None)]


def test_home_shows_them_on_its_cards(told: Told, context) -> None:
    cards = {card.id: card for card in kpi_cards(context.snapshot(), context.store)}
    for node, row in told.whole.items():
        assert (cards[node].actual, cards[node].target) == (row["actual"][told.last], row["target"][told.last])


def test_a_weekly_meeting_keeps_them(told: Told, context) -> None:
    kept = reviews.from_json(reviews.reckon(context.store, context.snapshot()))
    for node, row in told.whole.items():
        found = kept.node(node)
        assert found is not None
        assert (found.actual, found.target) == (row["actual"][told.last], row["target"][told.last])


def test_the_exported_workbook_holds_every_one_of_them(told: Told, context, tmp_path: Path) -> None:
    out = tmp_path / "kpi.xlsx"
    exporting.export(out, context.snapshot(), context.store, agreed_only=False)
    page = openpyxl.load_workbook(out, data_only=True)["KPIツリー"]
    heads = next(row for row in page.iter_rows(values_only=True) if "2026年4月" in row)
    rows = {str(row[6]): row for row in page.iter_rows(values_only=True) if row[6]}
    for node, segment, series, month, figure in told.figures():
        at = heads.index(f"{month[:4]}年{int(month[5:])}月")
        assert rows[f"{node}/{segment}/{series}"][at] == figure, (node, segment, series, month)


def test_the_table_has_room_for_amounts_in_full(told: Told, kpi, qtbot) -> None:
    qtbot.mouseClick(kpi.view.segment("table"), Qt.MouseButton.LeftButton)
    room = kpi.table.columnWidth(FIRST)
    metrics = kpi.table.fontMetrics()
    amounts = [row["actual"][month] for row in told.rows if NODE[row["kpi"]] == "kpi-won-amount" for month in told.months]
    assert all(metrics.horizontalAdvance(f"{amount:,}") + 20 < room for amount in amounts)
