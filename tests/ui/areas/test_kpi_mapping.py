"""行とKPIの対応: rows of the KPI sheet are connected in one dialog, and the sheet is held against what comes out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox

from fusenapp.editing import kpis
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.mapping_dialog import MappingDialog, show_mapping
from fusenapp.ui.kpi.mapping_model import HOW, IGNORED, KPI


@pytest.fixture
def opened(area, context: UiContext, qtbot) -> Iterator[MappingDialog]:
    """The dialog of the sample company, whose leads are not connected with their row."""
    kpis.connect_sources(context.document, {"kpi-leads": None})
    shown = area("kpi")
    dataset = context.snapshot().all("datasets", purpose="kpi")[0]["id"]
    dialog = show_mapping(context, shown, dataset)
    qtbot.waitUntil(lambda: not context.background.tasks, timeout=20_000)
    yield dialog
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _row(dialog: MappingDialog, name: str) -> int:
    return next(at for at, line in enumerate(dialog.model.lines) if line.source.name == name)


def _how(dialog: MappingDialog, name: str) -> str:
    return dialog.model.index(_row(dialog, name), HOW).data()


def _source(context: UiContext, node: str):
    return (context.document.get("kpis", node) or {}).get("source")


def test_a_row_with_the_name_of_a_kpi_is_suggested_and_connected_in_one_step(opened, context) -> None:
    assert _how(opened, "リード") == "名前から提案"
    assert _how(opened, "受注") == "今のまま"
    before = _source(context, "kpi-won")
    opened.accept()
    assert _source(context, "kpi-leads")["name"] == "リード"
    assert _source(context, "kpi-won") == before
    context.document.undo()
    assert not _source(context, "kpi-leads")


def test_another_kpi_is_chosen_with_the_keyboard(opened, context, qtbot) -> None:
    row = _row(opened, "リード")
    opened.table.setFocus()
    opened.table.setCurrentIndex(opened.model.index(row, KPI))
    opened.table.edit(opened.model.index(row, KPI))
    box = opened.table.findChild(QComboBox)
    at = box.findData("kpi-visitors")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    assert _how(opened, "リード") == "選択"
    qtbot.keyClick(opened, Qt.Key.Key_Return) if opened.ok.hasFocus() else opened.accept()
    assert _source(context, "kpi-visitors")["name"] == "リード"
    assert not _source(context, "kpi-leads")


def test_a_kpi_is_fed_by_one_row_only(opened) -> None:
    model = opened.model
    first, other = _row(opened, "受注"), _row(opened, "提案")
    won = model.chosen[model.lines[first].source]
    model.choose(other, won)
    assert model.chosen[model.lines[first].source] == ""
    assert _how(opened, "受注") == "つながっていません"


def test_closing_it_changes_nothing(opened, context) -> None:
    opened.model.choose(_row(opened, "リード"), "kpi-visitors")
    label = context.document.undo_label
    opened.reject()
    assert context.document.undo_label == label
    assert not _source(context, "kpi-visitors")


def test_what_the_sheet_says_otherwise_is_listed_with_its_cell_or_that_all_comes_out(opened) -> None:
    if opened.differences.isHidden():
        assert not opened.fine.isHidden()
        return
    model = opened.differences.model()
    assert all("›" in model.index(row, 4).data() for row in range(model.rowCount()))
    assert all(model.index(row, 2).data() != model.index(row, 3).data() for row in range(model.rowCount()))


def test_it_opens_from_the_definition_of_a_kpi(area, context, qtbot) -> None:
    kpi = area("kpi")
    qtbot.waitUntil(lambda: bool(kpi._nodes), timeout=20_000)
    kpi.go_to("kpi-leads")
    definition = kpi._inspector.definition
    definition._all_rows.click()
    dialog = definition.mapping
    assert isinstance(dialog, MappingDialog)
    assert len(dialog.model.lines) > 3
    qtbot.waitUntil(lambda: not context.background.tasks, timeout=20_000)
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def short(area, context: UiContext, qtbot):
    """The area of the sample company, two of whose rows feed no KPI."""
    kpis.connect_sources(context.document, {"kpi-leads": None, "kpi-won": None})
    shown = area("kpi")
    qtbot.waitUntil(shown.unconnected.isVisible, timeout=20_000)
    return shown


def _map(shown, context, qtbot) -> MappingDialog:
    qtbot.mouseClick(shown.unconnected.open, Qt.MouseButton.LeftButton)
    dialog = shown.unconnected.mapping
    qtbot.waitUntil(lambda: not context.background.tasks, timeout=20_000)
    return dialog


def _gone(dialog: MappingDialog) -> None:
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_area_says_which_rows_feed_no_kpi_until_all_do(short, context, qtbot) -> None:
    bar = short.unconnected
    assert bar.accessibleName() == "「KPI表」の2行がKPIにつながっていません：マーケティング › リード、フィールドセールス › 受注"
    dialog = _map(short, context, qtbot)
    dialog.accept()  # both are suggested by their names
    qtbot.waitUntil(bar.isHidden, timeout=20_000)
    context.document.undo()
    qtbot.waitUntil(bar.isVisible, timeout=20_000)
    _gone(dialog)


def test_what_feeds_no_kpi_is_told_above_the_tree_and_the_table_alone(short, qtbot) -> None:
    def shown(view: str) -> bool:
        qtbot.mouseClick(short.view.segment(view), Qt.MouseButton.LeftButton)
        return short.unconnected.isVisible()

    assert {view: shown(view) for view in ("table", "trends", "whatif", "capacity", "tree")} == {
        "table": True, "trends": False, "whatif": False, "capacity": False, "tree": True}


def test_rows_are_ignored_on_purpose_in_one_step_and_can_be_fetched_back(short, context, qtbot) -> None:
    bar, dialog = short.unconnected, _map(short, context, qtbot)
    for name in ("リード", "受注"):
        dialog.model.choose(_row(dialog, name), "")
    assert dialog.ignore.text() == "つながっていない2行を無視"
    qtbot.mouseClick(dialog.ignore, Qt.MouseButton.LeftButton)
    assert dialog.ignore.isHidden()
    assert dialog.model.index(_row(dialog, "リード"), KPI).data() == "（無視）"
    dialog.accept()
    qtbot.waitUntil(bar.isHidden, timeout=20_000)
    assert not _source(context, "kpi-leads")
    again = show_mapping(context, short, bar.found[0].dataset if bar.found else context.snapshot().all("datasets", purpose="kpi")[0]["id"])
    assert again is not None
    assert again.model.chosen[again.model.lines[_row(again, "リード")].source] == IGNORED
    assert _how(again, "リード") == "今のまま"
    again.model.choose(_row(again, "リード"), "kpi-leads")
    qtbot.waitUntil(lambda: not context.background.tasks, timeout=20_000)
    again.accept()
    assert _source(context, "kpi-leads")["name"] == "リード"
    context.document.undo()
    context.document.undo()
    qtbot.waitUntil(bar.isVisible, timeout=20_000)
    _gone(dialog)
    _gone(again)


def test_out_of_sight_no_rows_are_looked_through(short, context, qtbot) -> None:
    bar = short.unconnected
    found = bar.found
    short.hide()
    kpis.connect_sources(context.document, {"kpi-proposals": None})
    qtbot.wait(500)
    assert bar.found is found
    short.show()
    qtbot.waitUntil(lambda: bar.found is not found, timeout=20_000)
    assert len(bar.found[0].rows) == 3
