"""KPIツリー: what is told above the tree, where it leads, and how the row of choices gives way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fusenapp.domain.kpi import Tree
from fusenapp.i18n import set_language
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.basis_box import BasisBox
from fusenapp.ui.kpi.choices import Choices
from fusenapp.ui.kpi.department_strip import Standing, standings
from fusenapp.ui.kpi.findings import Banner, Finding


@pytest.fixture
def kpi(area, qtbot) -> KpiArea:
    """The area with its figures and what they say."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None and shown._reckoned_now.findings is not None, timeout=20_000)
    return shown


def test_a_month_above_capacity_leads_to_that_month_in_the_capacity_view(kpi, qtbot) -> None:
    told = next(f for f in kpi._reckoned_now.findings if f.month)
    assert (kpi.banner._finding, kpi.banner.open.text()) == (told, "対応余力を見る")
    qtbot.mouseClick(kpi.banner.open, Qt.MouseButton.LeftButton)
    assert kpi.view.current == "capacity"
    qtbot.waitUntil(lambda: kpi.capacity is not None and kpi.capacity.answer is not None, timeout=20_000)
    assert kpi.capacity.month == told.month
    assert kpi.capacity.page.current == "load"


def test_any_other_finding_leads_to_its_kpi(qtbot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    banner = Banner()
    QVBoxLayout(place).addWidget(banner)
    banner.show_finding(Finding("量だけを追いかけている", "…", "warning", ("kpi-leads", "kpi-mql")))
    assert banner.open.text() == "KPIを見る"
    with qtbot.waitSignal(banner.chosen) as gone:
        banner.open.click()
    assert gone.args == [("kpis", "kpi-leads")]


def test_nothing_stands_between_the_choices_and_the_tree_before_there_is_something_to_tell(area, qtbot) -> None:
    shown: KpiArea = area("kpi")
    assert shown._reckoned_now is None
    assert not shown._told.isVisible()
    assert not shown._low.isVisible()
    strip = shown.tree.header.grab().toImage()
    assert len({strip.pixel(x, y) for x in range(0, strip.width(), 9) for y in range(strip.height())}) == 1
    qtbot.waitUntil(lambda: shown._reckoned_now is not None, timeout=20_000)
    assert shown._told.isVisible()
    assert shown._low.isVisible()


def _standing(kpi, tree: Tree) -> list[Standing]:
    return standings(tree, kpi._nodes, {"marketing": ("circle", "マーケティング"), "inside-sales": ("triangle", "インサイドセールス"),
                                        "field-sales": ("square", "フィールドセールス")})


def test_a_kpi_that_another_department_shows_too_counts_once(kpi, context, qtbot) -> None:
    before = _standing(kpi, kpi._shown)
    with context.document.edit("リンク") as edit:
        last = context.snapshot().all("kpis")[-1]["id"]
        edit.create("kpis", {"name": "アポ数（表示）", "type": "linked", "source": {"node": "kpi-appointments"}, "parent": "kpi-won-amount",
                             "department": "marketing", "unit": "件", "order": edit.order_between("kpis", last, None)}, "shown-too")
    qtbot.waitUntil(lambda: "shown-too" in kpi._nodes, timeout=20_000)
    assert kpi._nodes["shown-too"].achievement == kpi._nodes["kpi-appointments"].achievement is not None
    assert _standing(kpi, kpi._shown) == before
    alone = Tree({"shown-too": replace(kpi._shown.nodes["shown-too"], department="inside-sales")})
    assert _standing(kpi, alone) == []


@pytest.fixture(params=["ja", "en"])
def language(request):
    set_language(request.param)
    yield request.param
    set_language("ja")


def _inside(row: Choices, part: QWidget) -> bool:
    """Whether a part has its full width and lies within the row."""
    left = part.mapTo(row, part.rect().topLeft()).x()
    return part.width() >= min(part.sizeHint().width(), part.maximumWidth()) and left >= 0 and left + part.width() <= row.width()


@pytest.mark.parametrize("below", ["", "MQL", "展示会・ウェビナーの効果"])
def test_the_choices_give_way_word_by_word_and_none_is_cut(language, context, qtbot, below: str) -> None:
    row = Choices({"by": "ytd"}, BasisBox(context))
    qtbot.addWidget(row)
    row.resize(1400, 60)
    row.show()
    row.show_levels(5, 0)
    row.show_periods(["2026-10", "2026-11"], "2026-11")
    row.show_root(below)
    segments = [row.length.segment(key) for key in ("month", "quarter", "half", "year", "ytd")]
    parts = (*segments, row.periods, row.basis, row.known, row.top, row.levels, row.fit)
    for width in (1200, 960, 900, 760, 620, 900):
        row.resize(width, 60)
        for _ in range(8):
            QApplication.processEvents()
        assert [part.accessibleName() for part in parts if part.isVisible() and not _inside(row, part)] == []
    assert row.length.segment("ytd").accessibleName() == {"ja": "累計", "en": "Year to date"}[language]


def test_the_row_of_choices_is_one_line_as_long_as_it_can_be(context, qtbot) -> None:
    row = Choices({}, BasisBox(context))
    qtbot.addWidget(row)
    row.show_levels(5, 0)
    row.show_periods(["2026-11"], "2026-11")
    row.resize(1200, 60)
    row.show()
    heights = []
    for width in (1200, 900, 620, 1200):
        row.resize(width, row.height())
        for _ in range(8):
            QApplication.processEvents()
        heights.append(row.sizeHint().height())
    assert heights[0] == heights[1] == heights[3] < heights[2]
