"""推移: charts of chosen KPIs with targets, forecast, the year before and what is usual."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from fusenapp.domain.kpi import tree_from
from fusenapp.kpi import Inputs, KpiResult, evaluate
from fusenapp.kpi.signals import limits
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.trend import Shown, axis_words, trend_of
from fusenapp.ui.kpi.trend_card import signal_words
from fusenapp.ui.kpi.trend_chart import TrendChart
from fusenapp.ui.kpi.trend_painter import Frame, paint_trend
from fusenapp.ui.kpi.trends_view import MOST, TrendsView
from fusenapp.ui.theme import color
from tests.unit.kpi.making import Row, node


@pytest.fixture
def kpi(area, qtbot) -> KpiArea:
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None and shown._reckoned_now.findings is not None, timeout=20_000)
    qtbot.mouseClick(shown.view.segment("trends"), Qt.MouseButton.LeftButton)
    return shown


def _result(actual: list[float], *, as_of: str = "2026-12", **series: list[float]) -> KpiResult:
    """One KPI from 2026-01 on."""
    def by_month(values: list[float]) -> dict[str, float]:
        return {f"{2026 + i // 12}-{i % 12 + 1:02d}": v for i, v in enumerate(values)}

    rows = [Row("", "件", "all", {"actual": by_month(actual), **{name: by_month(of) for name, of in series.items()}})]
    tree = tree_from([node("件", source={"dataset": "s", "name": "件"})])
    return evaluate(tree, Inputs(rows={"s": rows}), as_of=as_of)


def _view(kpi: KpiArea) -> TrendsView:
    assert kpi.trends is not None
    return kpi.trends


def test_each_department_begins_with_the_kpi_that_matters_most(kpi) -> None:
    departments = [kpi._reckoned_now.result.tree.nodes[id].department for id in _view(kpi).cards]
    assert sorted(departments) == ["field-sales", "inside-sales", "marketing"]
    assert "kpi-won-amount" in _view(kpi).cards
    assert not kpi.below.isVisible()


def test_a_kpi_is_ticked_by_keyboard_and_its_chart_stands_in_the_order_of_the_tree(kpi, qtbot) -> None:
    view = _view(kpi)
    picker = view.picker
    qtbot.keyClicks(picker.search, "SAL")
    assert [picker.model.index(row).data() for row in range(picker.model.rowCount())] == ["SAL数"]
    picker.list.setCurrentIndex(picker.model.index(0))
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    assert list(view.chosen).index("kpi-sal") == 2
    assert kpi.chosen == "kpi-sal"
    qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    assert "kpi-sal" not in view.chosen


def test_there_are_never_too_many_charts(kpi) -> None:
    view = _view(kpi)
    for id in list(kpi._reckoned_now.result.tree.nodes)[: MOST + 4]:
        view.add(id)
    assert len(view.cards) <= MOST


def test_a_chart_leads_to_its_node_by_focus_and_to_its_definition_by_enter(kpi, qtbot) -> None:
    card = _view(kpi).cards["kpi-leads"]
    kpi.activateWindow()
    qtbot.waitUntil(kpi.isActiveWindow)
    card.chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: kpi.chosen == "kpi-leads")
    qtbot.keyClick(card.chart, Qt.Key.Key_Return)
    assert kpi._inspector.definition.formula.line.text() == ""


def test_a_month_is_chosen_with_the_arrow_keys_in_every_chart_at_once(kpi, qtbot) -> None:
    chart = _view(kpi).cards["kpi-leads"].chart
    before = kpi.period
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert kpi.period < before
    assert chart.accessibleDescription().startswith(kpi.period.replace("-", "/")), "the chosen month is read first"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert kpi.period == kpi._reckoned_now.result.months[0]
    assert all(card.chart._period == {kpi.period} for card in _view(kpi).cards.values())


@pytest.mark.parametrize("by", ["quarter", "half", "year", "ytd"])
def test_longer_periods_have_charts_too(kpi, qtbot, by: str) -> None:
    qtbot.mouseClick(kpi.choices.length.segment(by), Qt.MouseButton.LeftButton)
    result, card = kpi._reckoned_now.result, _view(kpi).cards["kpi-leads"]
    trend = card.chart.trend
    assert trend.months == result.periods(by)[-24:]
    assert trend.actual[-1] == result.value("kpi-leads", trend.months[-1], by=by)
    assert (trend.limits is None) == (by == "ytd"), "what is added up has no usual range"


def test_switches_take_parts_away(kpi, qtbot) -> None:
    view = _view(kpi)
    assert view.cards["kpi-leads"].chart.trend.stacked
    view.switches["split"].click()
    view.switches["limits"].click()
    trend = view.cards["kpi-leads"].chart.trend
    assert not trend.stacked
    assert trend.limits is None


def test_limits_are_those_of_the_fixed_months_and_told() -> None:
    values = [10.0, 12, 11, 13, 12, 11, 12, 10, 30]
    result = _result([*values, 99, 99, 99], as_of="2026-09")
    trend = trend_of(result, "件", Shown(most=24, limits=True))
    assert trend.limits == limits(values)
    assert trend.outside == {"2026-09"}
    assert trend.actual[-1] == 30
    assert "外" in signal_words(trend.limits)[0]
    few = trend_of(_result(values[:5], as_of="2026-05"), "件", Shown(limits=True))
    assert few.outside == frozenset()
    assert "5/8" in signal_words(few.limits)[0]


def test_months_that_are_not_fixed_are_hatched_and_never_zero(qtbot) -> None:
    result = _result([10.0, 12, 11], as_of="2026-03", target=[10.0] * 5, forecast=[0.0, 0, 0, 9, 14])
    trend = trend_of(result, "件", Shown(forecast=True))
    assert trend.unfixed == {"2026-04", "2026-05"}
    assert trend.actual[3:] == (None, None)
    assert trend.forecast[3:] == (9, 14)
    chart = TrendChart()
    qtbot.addWidget(chart)
    chart.show_trend(trend, frozenset(), "件")
    assert "未確定" in chart.told(4)
    assert "見込 14" in chart.told(4)
    image = QImage(600, 240, QImage.Format.Format_RGB32)
    image.fill(color("surface"))
    painter = QPainter(image)
    frame = Frame(trend, 600, 240, frozenset())
    paint_trend(painter, frame)
    painter.end()
    bar, line = frame.bar(4), color("borderS").rgb()
    inside = [image.pixel(x, y) for x in range(int(bar.left()) + 2, int(bar.right()) - 2) for y in range(int(frame.y(12)), int(frame.y(2)))]
    share = sum(pixel == line for pixel in inside) / len(inside)
    assert 0.05 < share < 0.9, "hatched, not filled"


def test_the_year_before_is_the_sheets_or_the_same_month_a_year_earlier() -> None:
    result = _result([float(i) for i in range(1, 15)], as_of="2027-02", previous=[0.0] * 12 + [77.0])
    trend = trend_of(result, "件", Shown(most=2, previous=True))
    assert trend.months == ("2027-01", "2027-02")
    assert trend.previous == (77, 2)


@pytest.mark.parametrize(("periods", "words"), [
    (("2026-04", "2026-05", "2027-01"), ["26/04", "5", "27/01"]), (("2026-Q1", "2026-Q2"), ["26 Q1", "Q2"]),
    (("2026-H2", "2027-H1"), ["26 H2", "27 H1"]), (("2026", "2027"), ["2026", "2027"])])
def test_the_axis_says_each_year_once(periods: tuple[str, ...], words: list[str]) -> None:
    assert [axis_words(periods, at) for at in range(len(periods))] == words
