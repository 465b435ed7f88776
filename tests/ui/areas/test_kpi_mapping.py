"""行とKPIの対応: rows of the KPI sheet are connected in one dialog, and the sheet is held against what comes out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox

from fusenapp.editing import kpis
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.mapping_dialog import MappingDialog, show_mapping
from fusenapp.ui.kpi.mapping_model import HOW, KPI


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
