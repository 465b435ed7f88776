"""What was asked beside a definition goes along when the window writes the workbook."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from fusenapp.document import Author
from fusenapp.settings import Settings
from fusenapp.ui import theme
from fusenapp.ui.definitions.area import DefinitionArea
from fusenapp.ui.dialogs.export_workbook import ExportDialog
from fusenapp.ui.main_window import MainWindow
from fusenapp.workspace import Workspace
from tests.ui.areas.definition_user import RuleUser


@pytest.fixture
def window(sample_file: Path, tmp_path: Path, qtbot) -> Iterator[MainWindow]:
    look = theme.Theme("light")
    look.apply()
    path = tmp_path / "sample.fusen"
    shutil.copy(sample_file, path)
    made = MainWindow(Settings(), look, Workspace.open(path, Author("佐伯 遥", "marketing")), "hot_lead")
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_chosen_outcome_is_back_tested_in_the_workbook_too(window: MainWindow, qtbot, monkeypatch, tmp_path: Path) -> None:
    context, area = window.context, window.findChild(DefinitionArea)
    assert context is not None
    user = RuleUser(qtbot, context, area)
    user.counted()
    view = user.widget._panel.tested  # type: ignore[union-attr] - the sample has leads
    qtbot.mouseClick(view.outcome.segment("chosen"), Qt.MouseButton.LeftButton)
    view.column.column.setEditText("比較社数")
    user.type(view.column.value, "2")
    user.counted()
    shown = [int(view.cells[key].text().replace(",", "")) for key in ("tp", "fp", "fn", "tn")]
    assert sum(shown) == 5000
    out = tmp_path / "out.xlsx"
    _choose_everything(monkeypatch, out)
    said: list[str] = []
    context.notified.connect(lambda message, *_: said.append(message))
    window.files.export()
    qtbot.waitUntil(lambda: any(out.name in message for message in said), timeout=60_000)
    assert _counts_in(out) == shown


def _choose_everything(monkeypatch: pytest.MonkeyPatch, out: Path) -> None:
    """At the machine's edge: both dialogs are answered, the export's own by its segment."""
    def answer(dialog: ExportDialog) -> int:
        dialog.choice.set_current("all")
        return 1

    monkeypatch.setattr(ExportDialog, "exec", answer)
    monkeypatch.setattr("fusenapp.ui.files.ask_save", lambda *_: out)


def _counts_in(path: Path) -> list[int]:
    """The four counts of the back-test against the outcome 比較社数 = 2."""
    rows = [[v for v in row if v not in (None, "")] for row in openpyxl.load_workbook(path)["ホットリード"].iter_rows(values_only=True)]
    begin = next(i for i, row in enumerate(rows) if any("比較社数" in str(v) and "2" in str(v) and "=" in str(v) for v in row))
    at = next(i for i, row in enumerate(rows) if i > begin and sum(isinstance(v, int) for v in row) >= 2)
    return [v for row in rows[at:at + 2] for v in row if isinstance(v, int)][:4]
