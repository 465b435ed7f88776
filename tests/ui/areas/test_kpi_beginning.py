"""A KPI tree begins as an outline: from a template, from one KPI, before there are any figures; a sheet fills it later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from fusenapp import i18n
from fusenapp.document import Author
from fusenapp.domain.kpi_template import TREE_TEMPLATES
from fusenapp.editing import templates
from fusenapp.flows import importing
from fusenapp.settings import Settings
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.session import Session
from fusenapp.ui.theme import Theme
from fusenapp.workspace import Workspace

SHEET = Path(__file__).parents[2] / "files" / "samples" / "plain_kpi.xlsx"
Made = Callable[..., tuple[KpiArea, UiContext]]


@pytest.fixture
def made(tmp_path: Path, qtbot) -> Iterator[Made]:
    """The area over a new workspace made from a template, with a KPI sheet if asked."""
    Theme("light").apply()
    i18n.set_language("ja")
    open_now = []

    def make(template: str, *, sheet: bool = False) -> tuple[KpiArea, UiContext]:
        path = tmp_path / "new.fusen"
        author = Author("佐伯 遥", "marketing")
        workspace = Workspace.create(path, author, build=lambda document: templates.build(document, template))
        if sheet:
            bring(workspace)
        session = Session(workspace, Settings())
        area = KpiArea(session.context)
        open_now.append((session, area))
        area.resize(1060, 780)
        area.show()
        qtbot.waitUntil(lambda: area._reckoned_now is not None, timeout=20_000)
        return area, session.context

    yield make
    for session, area in open_now:
        area.close()
        area.deleteLater()
        session.release()
        session.workspace.close()
        session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def bring(workspace: Workspace) -> None:
    """Import the sample company's KPI sheet."""
    importing.commit(workspace.document, workspace.blobs.put, workspace.blobs.get, importing.prepare(SHEET, "kpi"))


def _leads(area: KpiArea) -> float | None:
    assert area._reckoned_now is not None
    return area._reckoned_now.result.value("kpi-leads", "2026-11")


def _settled(area: KpiArea, qtbot, count: int) -> None:
    qtbot.waitUntil(lambda: area._reckoned_now is not None and len(area._reckoned_now.result.tree) == count, timeout=20_000)


@pytest.mark.parametrize("template", list(TREE_TEMPLATES))
def test_an_empty_workspace_begins_its_tree_with_a_template_and_shows_it_without_figures(made: Made, qtbot, template: str) -> None:
    area, context = made("empty")
    assert area.beginning is not None
    assert area.beginning.isVisible()
    qtbot.mouseClick(area.beginning.buttons[template], Qt.MouseButton.LeftButton)
    _settled(area, qtbot, len(TREE_TEMPLATES[template].nodes))
    assert area.tree.isVisible()
    assert set(area.tree._boxes) == {f"kpi-{node.id}" for node in TREE_TEMPLATES[template].nodes}
    assert area.without.isVisible()
    context.bridge.undo()
    _settled(area, qtbot, 0)
    assert area.beginning.isVisible()


def test_a_tree_is_grown_from_one_kpi_by_hand_before_there_is_any_data(made: Made, qtbot) -> None:
    area, context = made("empty")
    assert area.beginning is not None
    qtbot.mouseClick(area.beginning.single, Qt.MouseButton.LeftButton)
    _settled(area, qtbot, 1)
    assert area._inspector is not None
    area._inspector.definition._add()
    _settled(area, qtbot, 2)
    assert sorted(record.get("parent", "") != "" for record in context.snapshot().all("kpis")) == [False, True]
    assert len(area.tree._boxes) == 2


def test_the_b2b_template_is_shown_before_any_figures_are_there(made: Made) -> None:
    area, _ = made("b2b")
    assert area.tree.isVisible()
    assert area.without.isVisible()
    assert not area.strip.isVisible()


@pytest.mark.parametrize("view", ["table", "trends", "whatif", "capacity"])
def test_every_view_bears_a_tree_without_figures(made: Made, view: str) -> None:
    area, _ = made("b2b")
    area.view.set_current(view)
    area._remember("view", view)
    shown = area._views.currentWidget()
    assert shown is not None
    assert shown.isVisible()


def test_figures_come_into_the_outline_with_the_sheet(made: Made, qtbot) -> None:
    area, context = made("empty")
    assert area.beginning is not None
    area.beginning.begin("revenue")
    _settled(area, qtbot, len(TREE_TEMPLATES["revenue"].nodes))
    assert context.workspace is not None
    bring(context.workspace)
    context.bridge.flush()
    qtbot.waitUntil(lambda: _leads(area) == 781, timeout=20_000)
    assert not area.without.isVisible()


def test_a_sheet_that_was_there_first_is_connected_with_the_template(made: Made, qtbot) -> None:
    area, context = made("empty", sheet=True)
    assert area.beginning is not None
    area.beginning.begin("b2b")
    _settled(area, qtbot, len(TREE_TEMPLATES["b2b"].nodes))
    assert _leads(area) == 781
    context.bridge.undo()
    assert context.snapshot().all("kpis") == []


def test_on_a_low_page_the_open_panel_leaves_the_tree_its_room(area, qtbot) -> None:
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None, timeout=20_000)
    shown.resize(1000, 600)
    shown.below.fold(False)
    assert shown.strip.isHidden() is False
    assert not shown.strip.isVisible()
    shown.below.fold(True)
    assert shown.strip.isVisible()
    shown.resize(1000, 900)
    shown.below.fold(False)
    assert shown.strip.isVisible()
    shown.below.fold(True)
    shown.resize(1000, 600)
    qtbot.mouseClick(shown.below.tabs.segment("why"), Qt.MouseButton.LeftButton)
    assert not shown.strip.isVisible(), "a tab that opens the panel takes the room too"
