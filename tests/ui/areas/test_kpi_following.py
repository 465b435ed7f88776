"""The KPI area after an edit: what it touched is shown, what it did not touch stays as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from fusenapp.editing import kpis
from fusenapp.ui.kpi.all_figures import AllFigures
from fusenapp.ui.kpi.area import KpiArea, domain_months
from fusenapp.ui.kpi.figures import node_figures, state_of
from fusenapp.ui.kpi.findings import Finding, FindingList


@pytest.fixture
def kpi(area, qtbot) -> KpiArea:
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None and shown._reckoned_now.findings is not None, timeout=20_000)
    return shown


class Painted(QObject):
    """The parts of a widget that were painted."""

    def __init__(self, widget) -> None:
        super().__init__()
        self.parts = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.region().boundingRect())
        return False


@pytest.mark.parametrize("by", ["month", "quarter", "half", "year", "ytd"])
def test_the_figures_of_all_nodes_at_once_are_those_of_each(kpi, by: str) -> None:
    result = kpi._reckoned_now.result
    for period in result.periods(by):
        months = tuple(domain_months(result, period, by))
        at_once = AllFigures(result, result.nodes, months)
        for id in result.nodes:
            assert at_once[id] == node_figures(result, id, months), (id, period)
            assert at_once.achievement(id) == at_once[id].achievement


def test_only_the_nodes_that_look_different_are_painted_again(kpi, context, qtbot) -> None:
    kpi.resize(1400, 900)  # room for the badge that says that the tree has changed: the bar above stays as high as it is
    kpi.go_to("kpi-won-amount")
    qtbot.wait(50)
    painted, before = Painted(kpi.tree.viewport()), kpi._reckoned_now
    kpis.set_node(context.document, "kpi-won", name="成約件数")
    qtbot.waitUntil(lambda: kpi._reckoned_now is not before and bool(painted.parts), timeout=20_000)
    node = kpi.tree.box("kpi-won").toAlignedRect()
    for part in painted.parts:
        assert part.intersects(node)
        assert part.width() < 2 * node.width()
        assert part.height() < 2 * node.height()


def test_the_inspector_stays_and_only_its_figures_change(kpi, context, qtbot) -> None:
    kpi.go_to("kpi-leads")
    inspector, before = kpi._inspector, kpi._reckoned_now
    months = inspector.months.table.months
    target = months.index(months.rowCount() - 1, 1).data()
    other = context.document.get("kpis", "kpi-won")["source"]
    kpis.connect_sources(context.document, {"kpi-leads": other})
    qtbot.waitUntil(lambda: kpi._reckoned_now is not before, timeout=20_000)
    assert kpi._inspector is inspector
    assert months.index(months.rowCount() - 1, 1).data() != target


def test_the_months_are_walked_with_the_keyboard_and_name_their_cells(kpi, qtbot) -> None:
    kpi.go_to("kpi-won-amount")
    table = kpi._inspector.months.table
    table.setCurrentIndex(table.months.index(1, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    month = table.months.months[1]
    assert kpi._reckoned_now.result.nodes["kpi-won-amount"].places["all", "target", month] in kpi._inspector.place.text()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.months.months[2].replace("-", "/") in kpi._inspector.place.text()


def test_out_of_sight_nothing_is_reckoned_until_the_area_is_shown_again(kpi, context, qtbot) -> None:
    before = kpi._reckoned_now
    kpi.hide()
    kpis.set_node(context.document, "kpi-won", name="成約件数")
    qtbot.wait(200)
    assert kpi._reckoned_now is before
    kpi.show()
    qtbot.waitUntil(lambda: kpi._reckoned_now.result.tree.nodes["kpi-won"].name == "成約件数", timeout=20_000)


@pytest.mark.parametrize(("achievement", "up", "down"), [
    (1.0, "on_target", "on_target"), (1.2, "on_target", "off_target"), (0.95, "caution", "on_target"), (1.1, "on_target", "caution"),
    (0.9, "caution", "on_target"), (0.5, "off_target", "on_target"), (None, "", "")])
def test_where_less_is_better_less_than_the_target_is_on_target(achievement: float | None, up: str, down: str) -> None:
    assert (state_of(achievement), state_of(achievement, down=True)) == (up, down)


def test_figures_that_an_edit_cannot_change_are_taken_over(kpi, context, qtbot) -> None:
    untouched, touched, before = kpi._nodes["kpi-leads"], kpi._nodes["kpi-won"], kpi._reckoned_now
    kpis.set_node(context.document, "kpi-won", name="成約件数")
    qtbot.waitUntil(lambda: kpi._reckoned_now is not before, timeout=20_000)
    assert kpi._nodes["kpi-leads"] is untouched
    assert kpi._nodes["kpi-won"].name == "成約件数" != touched.name


def test_findings_that_are_said_again_keep_their_place_on_the_page(qtbot) -> None:
    listed = FindingList()
    qtbot.addWidget(listed)
    first, second, third = (Finding(f"見出し{at}", "説明", "notice", ("a",)) for at in range(3))
    listed.show_findings([first, second], {"a": "リード数"})
    kept = {title: row for row in listed.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            for title in (label.text() for label in row.findChildren(QLabel)) if title.startswith("見出し")}
    listed.show_findings([third, second], {"a": "リード数"})
    shown = [item.widget() for at in range(listed._layout.count()) if (item := listed._layout.itemAt(at)) is not None]
    assert shown.index(kept["見出し1"]) == 2
    assert kept["見出し0"] not in shown
    listed.show_findings([second], {"a": "別の名前"})
    assert any(button.text() == "別の名前" for button in listed.findChildren(QAbstractButton))
    listed.show_findings([], {})
    assert [label.text() for label in listed.findChildren(QLabel) if not label.isHidden() and label.parent() is listed] != []
