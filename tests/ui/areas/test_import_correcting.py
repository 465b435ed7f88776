"""Setting a table right in the import assistant: rows, columns, ranges, doubts, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from fusenapp.ui.importing.dialog import ImportDialog
from fusenapp.ui.importing.sheet_model import MARK, ROLE
from tests.ui.areas.import_user import PATIENCE, ImportUser, importing_into


@pytest.fixture
def user(qtbot, tmp_path: Path, qapp: object) -> Iterator[ImportUser]:
    with importing_into(qtbot, tmp_path / "new.fusen") as working:
        yield working


def book(path: Path, *sheets: list[list[object]], names: tuple[str, ...] = ("リード",), hidden: tuple[str, ...] = ()) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in zip(names, sheets, strict=True):
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    made.save(path)
    return path


def leads(rows: int = 12, *, first: int = 1) -> list[list[object]]:
    head: list[list[object]] = [["リード一覧"], [], ["ID", "会社名", "登録日", "経路", "予算"]]
    return head + [[f"L{n:03}", f"{n}商事", f"2026-04-{n % 28 + 1:02}", "展示会", n * 1000] for n in range(first, first + rows)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return book(tmp_path / "leads.xlsx", leads())


def press_row(user: ImportUser, dialog: ImportDialog, row: int) -> QMenu:
    """Press the number of a row of the sheet; the menu that opens."""
    header = dialog.content.sheet.verticalHeader()
    at = dialog.content.sheet.sheet.model_row(row)
    dialog.content.sheet.scrollTo(dialog.content.sheet.sheet.index(at, 0))
    place = QPoint(header.width() // 2, header.sectionViewportPosition(at) + 8)
    user.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return opened(user)


def opened(user: ImportUser) -> QMenu:
    user.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=PATIENCE)
    return QApplication.activePopupWidget()


def choose(user: ImportUser, dialog: ImportDialog, menu: QMenu, words: str) -> None:
    action = next(a for a in menu.actions() if a.text().startswith(words))
    user.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    user.corrected(dialog)


def press_letter(user: ImportUser, dialog: ImportDialog, column: int) -> None:
    header = dialog.content.sheet.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    user.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def drag(user: ImportUser, dialog: ImportDialog, start: tuple[int, int], end: tuple[int, int]) -> QMenu:
    """Drag over cells of the model, (row, column) each."""
    view = dialog.content.sheet
    a, b = (view.visualRect(view.model().index(*cell)).center() for cell in (start, end))
    user.qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=a)
    user.qtbot.mouseMove(view.viewport(), (a + b) / 2)
    user.qtbot.mouseMove(view.viewport(), b)
    user.qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=b)
    return opened(user)


def names(dialog: ImportDialog) -> list[str]:
    model = dialog.content.bench.view.model()
    return [model.headerData(c, Qt.Orientation.Horizontal).split("\n")[0] for c in range(model.columnCount())]


def role(dialog: ImportDialog, row: int, column: int = 0) -> str:
    model = dialog.content.sheet.sheet
    return model.index(model.model_row(row), column).data(ROLE)


def test_the_sheet_shows_which_part_each_cell_plays(user, path) -> None:
    dialog = user.dialog(path)
    assert [role(dialog, row) for row in (1, 2, 3, 4, 15)] == ["title", "", "header", "data", "data"]
    assert dialog.content.sheet.sheet.headerData(2, Qt.Orientation.Vertical) == "見出し  3"
    assert "会社名" in dialog.content.sheet.sheet.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "見出し" in dialog.content.sheet.sheet.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not dialog.content.tables.isVisible(), "one table needs no list of tables"
    dialog.reject()


def test_another_header_row_changes_the_result_and_can_be_taken_back(user, path, qtbot) -> None:
    dialog = user.dialog(path)
    choose(user, dialog, press_row(user, dialog, 4), "見出しはこの行")
    assert names(dialog)[:2] == ["L001", "1商事"]
    assert dialog.content.bench.view.model().rowCount() == 11
    assert (role(dialog, 4), role(dialog, 5)) == ("header", "data")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.content.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    user.corrected(dialog)
    assert names(dialog)[:2] == ["ID", "会社名"]
    assert not dialog.content.bench.undo.isEnabled()
    dialog.reject()


def test_data_can_start_and_end_elsewhere(user, path, qtbot) -> None:
    dialog = user.dialog(path)
    choose(user, dialog, press_row(user, dialog, 6), "データはこの行から")
    choose(user, dialog, press_row(user, dialog, 10), "データはこの行まで")
    model = dialog.content.bench.view.model()
    assert [model.index(r, 0).data() for r in range(model.rowCount())] == ["L003", "L004", "L005", "L006", "L007"]
    assert names(dialog)[0] == "ID"
    assert role(dialog, 4) == "out"
    assert role(dialog, 12) == "out"
    qtbot.mouseClick(dialog.content.bench.reset, Qt.MouseButton.LeftButton)
    user.corrected(dialog)
    assert dialog.content.bench.view.model().rowCount() == 12
    dialog.reject()


def test_a_row_is_left_out_and_taken_in_again_by_keyboard(user, path, qtbot) -> None:
    dialog = user.dialog(path)
    dialog.content.sheet.setFocus()
    dialog.content.sheet.go_to(5, 0)
    qtbot.keyClick(dialog.content.sheet, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.content.sheet, Qt.Key.Key_Return)
    choose(user, dialog, opened(user), "合計・注記")
    assert dialog.content.bench.view.model().rowCount() == 11
    assert role(dialog, 6) == "out"
    dialog.content.sheet.go_to(6, 0)
    qtbot.keyClick(dialog.content.sheet, Qt.Key.Key_Return)
    choose(user, dialog, opened(user), "データとして")
    assert dialog.content.bench.view.model().rowCount() == 12
    dialog.reject()


def test_a_dragged_range_becomes_the_table(user, path) -> None:
    dialog = user.dialog(path)
    menu = drag(user, dialog, (2, 1), (7, 3))
    choose(user, dialog, menu, "表はこの範囲：B3:D8")
    assert names(dialog) == ["会社名", "登録日", "経路"]
    assert dialog.content.bench.view.model().rowCount() == 5
    dialog.reject()


def test_a_table_is_drawn_where_the_reader_saw_none(user, tmp_path) -> None:
    rows: list[list[object]] = [["覚え書き"], [], [None, None, "氏名"], [None, None, "山田"], [], [], [], ["電話する"]]
    dialog = user.dialog(book(tmp_path / "memo.xlsx", rows))
    assert not dialog.ok.isEnabled()
    assert "ドラッグ" in dialog.said.text() or "表" in dialog.said.text()
    choose(user, dialog, drag(user, dialog, (2, 1), (3, 2)), "表はこの範囲")
    assert dialog.ok.isEnabled()
    assert dialog.content.bench.view.model().index(0, 0).data() == "山田"
    dialog.reject()


def test_a_column_is_set_right(user, path, qtbot) -> None:
    dialog = user.dialog(path)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    press_letter(user, dialog, 4)
    panel = dialog.content.side.columns
    assert panel.title.text() == "E · 予算"
    for editor, words in ((panel.name_field, "見込み額"), (panel.unit_field, "千円")):
        editor.setFocus()
        editor.selectAll()
        composed = QInputMethodEvent()
        composed.setCommitString(words)
        QApplication.sendEvent(editor, composed)
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
        user.corrected(dialog)
    panel.type_box.setFocus()
    panel.type_box.setCurrentIndex(panel.type_box.findData("money"))
    panel.type_box.activated.emit(panel.type_box.currentIndex())
    user.corrected(dialog)
    assert dialog.content.bench.view.model().headerData(4, Qt.Orientation.Horizontal) == "見込み額\n金額 · 千円"
    press_letter(user, dialog, 3)
    qtbot.mouseClick(panel.drop, Qt.MouseButton.LeftButton, pos=QPoint(10, panel.drop.height() // 2))
    user.corrected(dialog)
    assert "経路" not in names(dialog)
    assert role(dialog, 4, 3) == "out"
    user.accept(dialog)
    kept = user.context.snapshot().all("datasets")[0]
    assert [c["name"] for c in kept["columns"]] == ["ID", "会社名", "登録日", "見込み額"]


def test_a_meaning_is_chosen_at_the_column(user, path) -> None:
    dialog = user.dialog(path)
    press_letter(user, dialog, 4)
    box = dialog.content.side.columns.meaning_box
    box.setCurrentIndex(box.findData("won_amount"))
    box.activated.emit(box.currentIndex())
    user.accept(dialog)
    assert user.context.snapshot().all("datasets")[0]["meanings"]["won_amount"] == "予算"


def test_a_correction_that_leaves_nothing_is_taken_back_and_told(user, path, qtbot) -> None:
    dialog = user.dialog(path)
    choose(user, dialog, press_row(user, dialog, 15), "見出しはこの行")
    assert dialog.said.property("role") == "warn"
    assert names(dialog)[0] == "ID"
    assert dialog.ok.isEnabled()
    assert not dialog.content.bench.undo.isEnabled()
    dialog.reject()


def test_a_doubt_is_marked_in_its_cell_and_leads_there(user, tmp_path, qtbot) -> None:
    rows = leads(30)
    rows[9][4] = "未定だと思う"
    dialog = user.dialog(book(tmp_path / "leads.xlsx", rows))
    cell = dialog.content.sheet.sheet.index(9, 4)
    assert cell.data(MARK)
    assert "未定だと思う" in cell.data(Qt.ItemDataRole.ToolTipRole)
    item = next(dialog.content.side.problems.item(i) for i in range(dialog.content.side.problems.count()) if "E10" in dialog.content.side.problems.item(i).text())
    dialog.content.sheet.scrollToBottom()
    qtbot.mouseClick(dialog.content.side.problems.viewport(), Qt.MouseButton.LeftButton, pos=dialog.content.side.problems.visualItemRect(item).center())
    assert (dialog.content.sheet.currentIndex().row(), dialog.content.sheet.currentIndex().column()) == (9, 4)
    assert dialog.content.bench.view.currentIndex().row() == 6
    dialog.reject()


def test_the_corrections_of_last_month_apply_to_the_next_file(user, tmp_path) -> None:
    dialog = user.dialog(book(tmp_path / "2026-04.xlsx", leads()))
    assert not dialog.content.banner.isVisible()
    press_letter(user, dialog, 3)
    dialog.content.side.columns.drop.click()
    user.corrected(dialog)
    user.accept(dialog)
    again = user.dialog(book(tmp_path / "2026-05.xlsx", leads(15, first=40)))
    assert again.content.banner.words.text().startswith("前回と同じ形です")
    assert names(again) == ["ID", "会社名", "登録日", "予算"]
    assert again.content.bench.view.model().rowCount() == 15
    again.content.banner.link.click()
    user.corrected(again)
    assert "経路" in names(again)
    again.reject()


def test_a_changed_layout_says_what_changed(user, tmp_path) -> None:
    path = book(tmp_path / "leads.xlsx", leads())
    user.bring(path)
    rows = leads()
    for at, row in enumerate(rows[2:]):
        row.append("担当者" if at == 0 else "佐藤")
    dialog = user.dialog(book(path, rows))
    assert "「担当者」" in dialog.content.banner.words.text()
    dialog.reject()


def test_several_tables_are_shown_as_thumbnails_with_hidden_sheets_named(user, tmp_path, qtbot) -> None:
    more = [[*row, "備考", "担当"] if row else row for row in leads(20, first=50)]
    path = book(tmp_path / "two.xlsx", leads(), more, names=("四月", "五月"), hidden=("五月",))
    dialog = user.dialog(path)
    words = [dialog.content.tables.item(i).text() for i in range(dialog.content.tables.count())]
    assert dialog.content.tables.isVisible()
    assert words == ["四月 ・ A3:E15 ・ 12行", "五月 ・ A3:G23 ・ 20行 · 非表示のシート"]
    assert dialog.content.tables.currentRow() == 1
    qtbot.mouseClick(dialog.content.tables.viewport(), Qt.MouseButton.LeftButton, pos=dialog.content.tables.visualItemRect(dialog.content.tables.item(0)).center())
    user.corrected(dialog)
    assert dialog.content.bench.view.model().index(0, 0).data() == "L001"
    assert dialog.content.sheet.sheet.index(3, 0).data() == "L001"
    dialog.reject()


def test_the_end_of_a_long_sheet_is_shown_too(user, tmp_path) -> None:
    rows = leads(3000)
    rows.append(["合計", None, None, None, 4_501_500])
    dialog = user.dialog(book(tmp_path / "long.xlsx", rows))
    model = dialog.content.sheet.sheet
    last = model.model_row(3004)
    assert model.index(last, 0).data() == "合計"
    assert role(dialog, 3004) == "total"
    assert model.rowCount() < 3004
    dialog.reject()
