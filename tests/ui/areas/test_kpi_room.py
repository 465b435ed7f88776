"""KPIツリー: names, figures and keys keep their room in both languages, also where a projector leaves little of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from fusenapp.domain.capacity import Rep
from fusenapp.i18n import set_language
from fusenapp.ui.kpi import capacity_words
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.capacity_people import HOURS, RepsTable, cell, heads
from fusenapp.ui.kpi.department_strip import DepartmentTile, Standing
from fusenapp.ui.kpi.legend import Legend
from fusenapp.ui.kpi.node_painter import fitted_name
from fusenapp.ui.kpi.table_model import FIRST
from fusenapp.ui.kpi.waterfall_painter import _fitting
from fusenapp.ui.theme import Theme, font


@pytest.fixture(params=["ja", "en"])
def language(request):
    set_language(request.param)
    Theme("light").apply()
    yield request.param
    set_language("ja")


@pytest.fixture
def kpi(language: str, area, qtbot) -> KpiArea:
    """The area with its figures."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: bool(shown._nodes), timeout=20_000)
    return shown


def test_the_table_has_room_for_names_units_segments_and_series(kpi, qtbot) -> None:
    qtbot.mouseClick(kpi.view.segment("table"), Qt.MouseButton.LeftButton)
    metrics = QFontMetrics(font(13, bold=True))
    cut = [words for at in range(FIRST) for words in kpi.model.words(at)
           if metrics.horizontalAdvance(words) > kpi.table.columnWidth(at)]
    assert cut == []


def test_a_full_achievement_has_room_in_the_inspector(kpi) -> None:
    table = kpi._inspector.months.table
    assert QFontMetrics(font(13)).horizontalAdvance("100.0%") + 6 <= table.columnWidth(3)


@pytest.mark.parametrize("name", ["受注金額", "Amount won", "Appointments", "Average price per deal", "展示会・ウェビナーからの質リード数"])
def test_the_name_of_a_kpi_is_whole_in_its_box(language: str, qtbot, name: str) -> None:
    face, lines = fitted_name(name, 83.0)  # beside an achievement
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    assert [line for line in lines if QFontMetricsF(face).horizontalAdvance(line) > 84] == []


@pytest.mark.parametrize("room", [46.0, 52.0, 70.0])
def test_no_word_below_a_bar_is_broken(language: str, qtbot, room: float) -> None:
    for name in ("Business days", "Volume", "Quality", "Price"):
        _, lines = _fitting(name, room, bold=False)
        assert " ".join(lines) == name


def test_a_name_too_long_for_its_bar_is_cut_at_its_end(language: str, qtbot) -> None:
    _, lines = _fitting("Acceptance rate of quality leads from trade fairs", 50.0, bold=False)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_a_legend_takes_as_many_lines_as_its_keys_need(language: str, qtbot) -> None:
    legend = Legend(wraps=True)
    qtbot.addWidget(legend)
    legend.show_parts(split=True, unfixed=True, forecast=True, previous=True, usual=True, outside=True)
    assert legend.heightForWidth(2000) == 20
    assert legend.heightForWidth(legend.minimumSizeHint().width()) >= 80
    for width in (200, 300, 420):
        ends = [x + each for (_, x), each in zip(legend._places(width), legend._widths(), strict=True)]
        assert max(ends) <= width + 12  # the gap behind the last key of a line is no word


def test_people_are_listed_with_every_cell_in_whole(language: str, qtbot) -> None:
    table = RepsTable()
    qtbot.addWidget(table)
    table.reps.show_reps([Rep("田所（IS・新任）", 1.0, start="2026-10", ramp_up=(0.3, 0.5, 0.7, 0.85), away=("2027-01-07:2027-01-29",))])
    metrics = table.fontMetrics()
    assert [at for at in range(HOURS) if metrics.horizontalAdvance(cell(table.reps.reps[0], at)) + 8 > table.columnWidth(at)] == []
    titles = QFontMetrics(font(11))
    assert [head for at, head in enumerate(heads()[:-1]) if titles.horizontalAdvance(head) + 8 > table.columnWidth(at)] == []


@pytest.mark.parametrize("days", ["2027/1/7〜1/29", "12/29〜1/3", "2026/12/28〜2027/1/4", "2026/8/13"])
def test_days_of_leave_are_written_as_they_are_typed(days: str) -> None:
    assert capacity_words.closures_text(capacity_words.parse_closures(days)) == days


def test_a_narrow_tile_shortens_its_state_before_its_name(language: str, qtbot) -> None:
    tile = DepartmentTile()
    qtbot.addWidget(tile)
    tile.show_standing(Standing("inside-sales", "triangle", "インサイドセールス", "off_target", 48, 98, ()))
    tile.resize(240, 64)
    tile.show()
    QApplication.processEvents()
    name = QFontMetrics(font(13, bold=True)).horizontalAdvance("インサイドセールス")
    image = QImage(240, 64, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    left = tile._state(painter, tile.standing)
    painter.end()
    assert name <= left - 36


def test_charts_beside_each_other_are_equally_wide_and_say_their_names(kpi, qtbot) -> None:
    kpi.resize(1140, 800)
    qtbot.mouseClick(kpi.view.segment("trends"), Qt.MouseButton.LeftButton)
    for _ in range(8):
        QApplication.processEvents()
    cards = list(kpi.trends.cards.values())
    assert cards[0].y() == cards[1].y()
    assert abs(cards[0].width() - cards[1].width()) <= 1
    for card in cards:
        assert card._name.width() >= QFontMetrics(card._name.font()).horizontalAdvance(card._name.text())
        assert card.signal.width() >= QFontMetrics(card.signal.font()).horizontalAdvance(card.signal.text())
