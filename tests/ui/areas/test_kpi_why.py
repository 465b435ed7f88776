"""なぜ動いたか: the tab below the tree, its bars, and the proof that they add up."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from fusenapp.ui.kpi.area import KpiArea


@pytest.fixture
def why(area, qtbot):
    """The tab, opened on the amount won, and the area around it."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: bool(shown._nodes), timeout=20_000)
    qtbot.mouseClick(shown.below.tabs.segment("why"), Qt.MouseButton.LeftButton)
    page = shown.below.why
    assert page is not None
    qtbot.waitUntil(lambda: bool(page._steps), timeout=20_000)
    return shown, page


def _proof(page) -> list[int]:
    return [int(n.replace("−", "-").replace("＋", "").replace(",", "")) for n in re.findall(r"[−＋][\d,]+", page.check.text())]


def test_the_amount_won_is_held_against_its_target_first(why) -> None:
    shown, page = why
    assert page.way.currentData() == "target"
    result = shown._reckoned_now.result
    gap = result.value("kpi-won-amount", shown.period) - result.value("kpi-won-amount", shown.period, "target")
    assert _proof(page) == [gap, gap]
    assert sum(step.whole for step in page._steps) == gap


def test_the_bars_are_the_five_reasons(why, qtbot) -> None:
    _, page = why
    page.way.setCurrentIndex(page.way.findData("before"))
    page.way.activated.emit(page.way.currentIndex())
    qtbot.waitUntil(lambda: "2026/10" in page.chart.accessibleDescription(), timeout=20_000)
    assert [step.name for step in page._steps] == ["量", "質", "歩留まり", "単価", "営業日"]


def test_one_bar_for_each_kpi(why, qtbot) -> None:
    _, page = why
    qtbot.mouseClick(page.apart.segment("driver"), Qt.MouseButton.LeftButton)
    assert len(page._steps) > 6
    assert any("質リード" in step.name for step in page._steps)


def test_a_bar_shows_its_kpi_in_the_tree_and_the_question_stays(why, qtbot) -> None:
    shown, page = why
    slot = page.chart._slot(1).center().toPoint()
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=slot)
    assert shown.tree.pointed == page._steps[0].node != ""
    assert shown.chosen == "kpi-won-amount"


def test_without_an_earlier_period_the_page_says_so(why, qtbot) -> None:
    shown, page = why
    page.way.setCurrentIndex(page.way.findData("before"))
    page.way.activated.emit(page.way.currentIndex())
    shown.choices.choose_month("2026-04")
    qtbot.waitUntil(lambda: page.problem.isVisible(), timeout=20_000)
    assert "前の期間" in page.problem.text()


def test_the_arrow_keys_walk_over_the_bars(why, qtbot) -> None:
    _, page = why
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert page.chart.current == 1
