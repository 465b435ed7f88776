"""なぜ動いたか: the tab below the tree, its bars, and the proof that they add up."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from fusenapp.flows import waterfalls
from fusenapp.flows.waterfalls import Told
from fusenapp.kpi.explain import Bar, Explanation
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.waterfall_page import Page, page_of
from fusenapp.ui.kpi.why_words import scale_of
from fusenapp.ui.widgets import Text


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
    slot = page.chart.slot(1).center().toPoint()
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=slot)
    assert shown.tree.shown.pointed == page._steps[0].node != ""
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


def _told(page) -> list[Text]:
    """What the list beside the bars says."""
    return [label for label in page._listed.findChildren(Text) if label.isVisible()]


def _whole(label: Text) -> bool:
    return label.width() >= label.fontMetrics().horizontalAdvance(label.text()) or (
        label.wordWrap() and label.height() >= label.heightForWidth(label.width()))


@pytest.mark.parametrize("width", [1500, 1060, 860])
def test_what_moved_is_told_in_whole_however_narrow_the_page_is(why, qtbot, width: int) -> None:
    shown, page = why
    shown.resize(width, 660)
    qtbot.waitUntil(lambda: page._narrow is not page._beside(scale_of(page._found, "円")), timeout=5000)
    for _ in range(8):
        QApplication.processEvents()
    words = [label.text() for label in _told(page)]
    assert [step.moved for step in page._steps if step.moved not in words] == []
    assert [label.text() for label in _told(page) if not _whole(label)] == []


def test_the_folded_panel_says_nothing_about_the_kpi_before(why, qtbot) -> None:
    shown, _ = why
    assert "百万円" in shown.below._title.caption.text()
    shown.below.fold(True)
    shown.go_to("kpi-mql")
    assert (shown.below._title.title.text(), shown.below._title.caption.text()) == ("MQL数", "")


def _page(context, result, told: Told) -> Page:
    """The page as it is painted."""
    return page_of(waterfalls.page(context.snapshot(), result, told))


def test_the_page_says_what_is_compared_over_which_months_how_it_adds_up_and_where_it_comes_from(why, context) -> None:
    _, page = why
    result, told = page._told()
    paper = _page(context, result, told)
    assert paper.title == "受注金額：目標と実績の差の要因"
    assert paper.caption == "目標（2026/11） 49.4百万円 → 実績（2026/11） 40.1百万円　差 −9.3百万円 (−18.8%)"
    assert [step.name for step in paper.steps] == [step.name for step in page._steps]
    assert paper.proof == page.check.text()
    assert paper.notes[1] == "出所：リード一覧（leads.xlsx）、KPI表（kpi.xlsx）、2026/11時点、KPIツリー 合意 第1版"
    assert paper.notes[2].startswith("ミナモ受発注クラウド　2026/")


def test_a_changed_definition_stands_on_the_page_as_a_bar_of_its_own(why, context) -> None:
    _, page = why
    result, told = page._told()
    found = told.found
    broken = Explanation(found.node, found.points, found.start, found.end - 2e6, (*found.bars, Bar("definition", -2e6, -2e6, -2e6, ())),
                         found.by_quality, found.method)
    last = _page(context, result, Told(broken)).steps[-1]
    assert (last.kind, last.name, last.whole) == ("definition", "定義変更", -2_000_000)
    assert last.moved == "この間に質リードの定義が変わりました"


def test_it_is_copied_as_a_picture_and_saved_as_pdf_from_the_tab(why, context, qtbot, tmp_path) -> None:
    _, page = why
    told: list[str] = []
    context.notified.connect(lambda message, *_: told.append(message))
    QGuiApplication.clipboard().clear()
    page.output.copy()
    qtbot.waitUntil(lambda: not context.background.tasks and bool(told), timeout=30_000)
    picture: QImage = QGuiApplication.clipboard().image()
    assert (picture.width(), picture.height()) == pytest.approx((297 / 25.4 * 200, 210 / 25.4 * 200), abs=2)
    page.output.save(tmp_path / "why.pdf")
    qtbot.waitUntil(lambda: len(told) == 2, timeout=30_000)
    assert told == ["画像をクリップボードにコピーしました。", "why.pdfに保存しました。"]
    assert (tmp_path / "why.pdf").read_bytes().startswith(b"%PDF")
