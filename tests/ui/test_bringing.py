"""A spreadsheet dropped anywhere on the window, and cells or files pasted into it, start an import."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from fusenapp.document import Author
from fusenapp.editing import templates
from fusenapp.settings import Settings
from fusenapp.ui import bringing, theme
from fusenapp.ui.importing.dialog import ImportDialog
from fusenapp.ui.main_window import MainWindow
from fusenapp.workspace import Workspace

PATIENCE = 60_000
CELLS = "ID\t会社名\t登録日\t経路\r\nL1\t山田商事\t2026-04-01\t展示会\r\nL2\t\"鈴木\n工業\"\t2026-04-02\tWeb\r\n"
TABLE = ("<html><table><tr><td colspan=2>会社</td><td>件数</td></tr><tr><td>A</td><td>東京<br>本社</td><td>3</td></tr>"
         "<tr><td>B</td><td>大阪</td><td>5</td></tr></table></html>")


@pytest.fixture
def window(qapp, qtbot, tmp_path):
    look = theme.Theme("light")
    look.apply()
    workspace = Workspace.create(tmp_path / "a.fusen", Author("佐倉", "marketing"), build=lambda d: templates.build(d, "b2b", "案件"))
    made = MainWindow(Settings(), look, workspace, "home")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    QGuiApplication.clipboard().clear()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dialog_of(qtbot, window: MainWindow) -> ImportDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() and d.ready for d in window.findChildren(ImportDialog)), timeout=PATIENCE)
    return next(d for d in window.findChildren(ImportDialog) if d.isVisible())


def copied(*, text: str = "", html: str = "", paths: tuple[Path, ...] = ()) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def paste(qtbot, window: MainWindow) -> None:
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drop(window: MainWindow, data: QMimeData) -> tuple[bool, bool]:
    """Where the system delivers a drop, over whatever widget: whether entering and dropping were accepted."""
    where = QPointF(400, 300)
    entered = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered.ignore()
    dropped = QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    dropped.ignore()
    for event in (entered, dropped):
        QApplication.sendEvent(window.windowHandle(), event)
    return entered.isAccepted(), dropped.isAccepted()


def test_a_file_dropped_on_any_area_is_read(window, qtbot, files) -> None:
    assert drop(window, copied(paths=(files / "samples" / "plain_kpi.xlsx",))) == (True, True)
    dialog = dialog_of(qtbot, window)
    assert dialog.content.purpose.current == "kpi"
    dialog.reject()


def test_other_things_that_are_dropped_are_left_alone(window, tmp_path) -> None:
    other = tmp_path / "picture.png"
    other.write_bytes(b"")
    assert drop(window, copied(paths=(other,))) == (False, False)
    assert not window.findChildren(ImportDialog)


def test_cells_from_a_spreadsheet_are_pasted_as_a_table(window, qtbot) -> None:
    QGuiApplication.clipboard().setMimeData(copied(text=CELLS))
    paste(qtbot, window)
    dialog = dialog_of(qtbot, window)
    model = dialog.content.bench.view.model()
    assert dialog.windowTitle().startswith("貼り付け")
    assert [model.index(r, 0).data() for r in range(model.rowCount())] == ["L1", "L2"]
    assert "鈴木" in model.index(1, 1).data()
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.context.snapshot().all("datasets")), timeout=PATIENCE)
    kept = window.context.snapshot().all("datasets")[0]
    assert kept["rows"] == 2
    assert kept["name"].startswith("貼り付け")


def test_a_file_copied_in_the_file_manager_is_read(window, qtbot, files) -> None:
    QGuiApplication.clipboard().setMimeData(copied(paths=(files / "samples" / "plain_kpi.xlsx",)))
    paste(qtbot, window)
    dialog_of(qtbot, window).reject()


def test_words_are_no_table(window, qtbot) -> None:
    QGuiApplication.clipboard().setMimeData(copied(text="ただの文章です。\n二行目"))
    paste(qtbot, window)
    qtbot.wait(50)
    assert not window.findChildren(ImportDialog)


def test_what_is_pasted_on_the_board_stays_there(window, qtbot) -> None:
    window.page.show_area("journey")
    QGuiApplication.clipboard().setMimeData(copied(text=CELLS))
    paste(qtbot, window)
    qtbot.wait(100)
    assert not window.findChildren(ImportDialog)


def test_a_table_of_a_web_page_becomes_cells() -> None:
    data = QMimeData()
    data.setHtml(TABLE)
    assert bringing.cells_in(data).split("\n") == ["会社\t\t件数", "A\t東京 本社\t3", "B\t大阪\t5"]
