"""The true figures of the sample company's files stand in every view of the KPI tree, and in what leaves the house."""

from __future__ import annotations

from collections.abc import Iterator
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
from tests.unit.kpi.making import NODE, SEGMENT, facts

FACTS = facts("plain")
ROWS: list[dict[str, Any]] = FACTS["kpi_sheet"]
MONTHS = tuple(FACTS["cohort_by_month"])
LAST = MONTHS[-1]
WHOLE = {NODE[row["kpi"]]: row for row in ROWS if SEGMENT[row["segment"]] == "all"}


def _figures() -> Iterator[tuple[str, str, str, str, float]]:
    """(node, segment, series, month, figure) of everything that the facts know."""
    for row in ROWS:
        for series in ("target", "actual"):
            for month, figure in row[series].items():
                yield NODE[row["kpi"]], SEGMENT[row["segment"]], series, month, figure


def _part(node: str, segment: str, month: str) -> float:
    """What the leads themselves give, independent of the sheet."""
    names = {"quality": "質リード", "general": "一般リード"}
    kpi = next(kpi for kpi, id in NODE.items() if id == node)
    return FACTS["cohort_by_month"][month][names[segment]][kpi]


@pytest.fixture
def kpi(area, qtbot) -> KpiArea:
    """The area with the sample company's figures."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None, timeout=20_000)
    return shown


def test_the_tree_shows_them_in_every_month_with_their_parts_and_achievement(kpi) -> None:
    for month in MONTHS:
        kpi.choices.choose_month(month)
        for node, row in WHOLE.items():
            shown = kpi._nodes[node]
            target, actual = row["target"][month], row["actual"][month]
            assert (shown.value, shown.target) == (actual, target)
            assert shown.achievement == (actual / target if target else None)
            assert (shown.quality, shown.general) == (_part(node, "quality", month), _part(node, "general", month))


def test_the_tree_says_them_to_screen_readers(kpi) -> None:
    for node, row in WHOLE.items():
        kpi.choices.choose_month(LAST)
        figure, unit = scaled(row["actual"][LAST], kpi._nodes[node].unit)
        assert f"{figure}{unit}" in kpi.tree.told(node)
        assert percent(row["actual"][LAST] / row["target"][LAST]) in kpi.tree.told(node)


def test_the_departments_have_their_foremost_figure_on_their_tiles(kpi) -> None:
    kpi.choices.choose_month(LAST)
    first = {tile.standing.id: tile.standing.nodes[0] for tile in kpi.strip.tiles}
    assert first["marketing"].value == WHOLE["kpi-leads"]["actual"][LAST]
    assert first["inside-sales"].value == WHOLE["kpi-appointments"]["actual"][LAST]
    assert first["field-sales"].value == WHOLE["kpi-won-amount"]["actual"][LAST]


def test_the_table_shows_every_one_of_them(kpi, qtbot) -> None:
    qtbot.mouseClick(kpi.view.segment("table"), Qt.MouseButton.LeftButton)
    model, result = kpi.model, kpi._reckoned_now.result
    lines = {(line.node, line.segment, line.series): at for at, line in enumerate(model._lines)}
    seen = 0
    for node, segment, series, month, figure in _figures():
        at = lines.get((node, segment, series))
        if at is None:
            continue
        seen += 1
        assert model.text(at, FIRST + result.months.index(month)) == plain(figure, result.tree.nodes[node].unit)
    assert seen == len(list(_figures())), "no row of the facts is without its row in the table"


def test_the_trend_has_them_month_by_month(kpi) -> None:
    result = kpi._reckoned_now.result
    for node, row in WHOLE.items():
        trend = trend_of(result, node)
        assert dict(zip(trend.months, trend.actual, strict=True)) == row["actual"]
        assert dict(zip(trend.months, trend.target, strict=True)) == row["target"]
        assert dict(zip(trend.months, trend.quality, strict=True)) == {m: _part(node, "quality", m) for m in MONTHS}


def test_the_inspector_lists_them_by_month(kpi) -> None:
    for node, row in WHOLE.items():
        kpi.go_to(node)
        model = kpi._inspector.months.table.model()
        assert model.months == MONTHS
        for at, month in enumerate(MONTHS):
            target, actual = row["target"][month], row["actual"][month]
            told, unit = [model.index(at, column).data() for column in (1, 2, 3)], kpi._nodes[node].unit
            assert told == [plain(target / model.per, unit), plain(actual / model.per, unit), percent(actual / target if target else None)]


def test_home_shows_them_on_its_cards(context) -> None:
    cards = {card.id: card for card in kpi_cards(context.snapshot(), context.store)}
    for node, row in WHOLE.items():
        assert (cards[node].actual, cards[node].target) == (row["actual"][LAST], row["target"][LAST])


def test_a_weekly_meeting_keeps_them(context) -> None:
    kept = reviews.from_json(reviews.reckon(context.store, context.snapshot()))
    for node, row in WHOLE.items():
        found = kept.node(node)
        assert found is not None
        assert (found.actual, found.target) == (row["actual"][LAST], row["target"][LAST])


def test_the_exported_workbook_holds_every_one_of_them(context, tmp_path: Path) -> None:
    out = tmp_path / "kpi.xlsx"
    exporting.export(out, context.snapshot(), context.store, agreed_only=False)
    page = openpyxl.load_workbook(out, data_only=True)["KPIツリー"]
    heads = next(row for row in page.iter_rows(values_only=True) if "2026年4月" in row)
    rows = {str(row[6]): row for row in page.iter_rows(values_only=True) if row[6]}
    for node, segment, series, month, figure in _figures():
        at = heads.index(f"{month[:4]}年{int(month[5:])}月")
        assert rows[f"{node}/{segment}/{series}"][at] == figure, (node, segment, series, month)


def test_the_table_has_room_for_amounts_in_full(kpi, qtbot) -> None:
    qtbot.mouseClick(kpi.view.segment("table"), Qt.MouseButton.LeftButton)
    room = kpi.table.columnWidth(FIRST)
    metrics = kpi.table.fontMetrics()
    amounts = [row["actual"][month] for row in ROWS if NODE[row["kpi"]] == "kpi-won-amount" for month in MONTHS]
    assert all(metrics.horizontalAdvance(f"{amount:,}") + 20 < room for amount in amounts)
