"""A sheet a month: the tables of one schema are offered as one list, and what holds for a whole table can be set right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from fusenapp.domain.snapshot import value
from fusenapp.tables import Dataset
from fusenapp.ui.importing import table_panel
from fusenapp.ui.importing.sheet_model import MARK, ROLE
from tests.ui.areas.import_user import PATIENCE, ImportUser, importing_into

MONTHS = range(4, 10)


@pytest.fixture
def user(qtbot, tmp_path: Path, qapp: object) -> Iterator[ImportUser]:
    with importing_into(qtbot, tmp_path / "new.fusen") as working:
        yield working


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Six sheets, the first with 3 leads, each next one with one more; months without a year."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for month in MONTHS:
        sheet = made.create_sheet(f"{month}月")
        sheet.append(["リード一覧"])
        sheet.append(["ID", "会社名", "登録日", "予算"])
        for at in range(month - 1):
            sheet.append([f"L{month}-{at}", f"{month}-{at}商事", f"2026/{month}/{at + 1}", at * 1000])
    made.create_sheet("メモ").append(["担当へ確認"])
    made.save(tmp_path / "half.xlsx")
    return tmp_path / "half.xlsx"


ROWS = sum(month - 1 for month in MONTHS)


def typed(user: ImportUser, dialog, editor, text: str) -> None:
    editor.selectAll()
    written = QInputMethodEvent()  # as the input method gives it: no key of a keyboard says 年
    written.setCommitString(text)
    QApplication.sendEvent(editor, written)
    user.qtbot.keyClick(editor, Qt.Key.Key_Return)
    user.corrected(dialog)


def test_the_sheets_are_offered_as_one_list_first_of_all(user, path) -> None:
    dialog = user.dialog(path)
    words = [dialog.content.tables.item(i).text() for i in range(dialog.content.tables.count())]
    assert words[0] == "4月〜9月：6シートのまとめ ・ 33行"
    assert len(words) == 1 + len(MONTHS) + 1
    assert dialog.content.tables.currentRow() == 0
    assert dialog.content.bench.view.model().rowCount() == ROWS
    assert dialog.content.bench.view.model().headerData(0, Qt.Orientation.Horizontal).startswith("月")
    sheet = dialog.content.sheet.sheet
    assert [sheet.index(row, 0).data(ROLE) for row in range(5)] == ["title", "header", "data", "data", "data"]
    assert sheet.rowCount() == 5, "the first sheet is the one that is seen"
    assert dialog.content.bench.hint.text().startswith("シート「4月」を表示しています。")
    dialog.reject()


def test_the_list_of_all_sheets_is_imported_and_each_row_keeps_its_sheet(user, path) -> None:
    dialog = user.dialog(path)
    user.accept(dialog)
    record = user.context.snapshot().all("datasets", purpose="leads")[0]
    assert (value("datasets", record, "rows"), value("datasets", record, "table")) == (ROWS, "4月:9月!A2:D10")
    kept = Dataset.from_parquet(user.context.workspace.blobs.get(value("datasets", record, "blob")))
    assert "9月" in kept.place(ROWS - 1, "会社名")
    assert "4月" in kept.place(0, "会社名")
    again = user.dialog(path)
    assert again.prepared.table == "4月:9月!A2:D10"
    assert "33行" in again.content.where.label.text()
    again.reject()


def test_rows_are_set_right_in_the_table_of_one_sheet(user, path, qtbot) -> None:
    from tests.ui.areas.test_import_correcting import choose, press_row

    dialog = user.dialog(path)
    choose(user, dialog, press_row(user, dialog, 3), "シート「4月」だけの表で行を直す")
    assert dialog.prepared.table == "4月!A2:D5"
    choose(user, dialog, press_row(user, dialog, 4), "データはこの行から")
    assert dialog.content.bench.view.model().rowCount() == 2
    dialog.reject()


def test_the_year_of_months_without_one_is_said_and_taken_back(user, path, qtbot) -> None:
    dialog = user.dialog(path)
    month = dialog.content.bench.view.model().index(0, 0).data
    assert month() == "4月"
    typed(user, dialog, dialog.content.side.table.year, "令和8年度")
    assert dialog.content.bench.view.model().index(0, 0).data() == "2026-04"
    assert dialog.content.side.table.year.text() == "2026"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(dialog.content.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    user.corrected(dialog)
    assert dialog.content.bench.view.model().index(0, 0).data() == "4月"
    assert dialog.content.side.table.year.text() == ""
    typed(user, dialog, dialog.content.side.table.year, "2026")
    user.accept(dialog)
    again = user.dialog(path)
    assert again.content.side.table.year.text() == "2026"
    assert again.content.bench.view.model().index(0, 0).data() == "2026-04"
    again.reject()


def test_the_month_of_the_figures_can_be_set_right(user, files) -> None:
    dialog = user.dialog(files / "samples" / "messy_kpi.xlsx")
    found = dialog.prepared.dataset.as_of
    assert dialog.content.side.table.as_of.placeholderText() == found
    typed(user, dialog, dialog.content.side.table.as_of, "2026年6月末")
    assert dialog.prepared.dataset.as_of == "2026-06"
    user.qtbot.mouseClick(dialog.content.bench.undo, Qt.MouseButton.LeftButton)
    user.corrected(dialog)
    assert dialog.prepared.dataset.as_of == found
    dialog.reject()


def test_what_cannot_be_read_as_a_month_is_said_and_changes_nothing(user, files) -> None:
    dialog = user.dialog(files / "samples" / "messy_kpi.xlsx")
    typed(user, dialog, dialog.content.side.table.as_of, "来月")
    assert dialog.content.side.table.wrong.isVisible()
    assert dialog.content.side.table.wrong.text() == "「来月」は読み取れません。2026-08 のように入力してください。"
    assert not dialog.content.bench.undo.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(("text", "meant"), [("2026/8", "2026-08"), ("令和8年8月末", "2026-08"), ("2026-08-31", "2026-08-31"),
                                             ("2026年8月31日現在", "2026-08-31"), ("8月", None), ("2026", None)])
def test_months_and_days_are_read_as_people_write_them(text: str, meant: str | None) -> None:
    assert table_panel.as_of_in(text) == meant


@pytest.mark.parametrize(("text", "meant"), [("2026", 2026), ("２０２６年度", 2026), ("令和8年度", 2026), ("FY26", 2026), ("26", None), ("今年", None)])
def test_years_are_read_as_people_write_them(text: str, meant: int | None) -> None:
    assert table_panel.year_in(text) == meant


def test_an_export_of_a_known_tool_is_named(user, tmp_path) -> None:
    head = "レコードID,姓,名,Eメール,会社名,ライフサイクルステージ,リードステータス,コンタクト担当者,作成日"
    rows = "".join(f"{n},佐藤,花子,a{n}@example.com,{n}商事,リード,新規,田中,2026-04-0{n} 10:00\n" for n in range(1, 6))
    (tmp_path / "contacts.csv").write_text(f"{head}\n{rows}", encoding="utf-8")
    dialog = user.dialog(tmp_path / "contacts.csv")
    assert dialog.prepared.preset
    assert dialog.content.banner.words.text() == "HubSpotのコンタクトの書き出しとして読みました。"
    dialog.reject()


@pytest.fixture
def doubtful(path) -> Path:
    """The same, but a date of August cannot be read, and September has a line more above its table."""
    made = openpyxl.load_workbook(path)
    made["8月"]["C4"] = "来週ごろ"
    made["9月"].insert_rows(1)
    made.save(path)
    return path


def press(user: ImportUser, view, index) -> None:
    view.scrollTo(index)
    user.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def test_a_doubt_on_a_later_sheet_leads_to_that_sheet_and_its_row_of_the_result(user, doubtful, qtbot) -> None:
    dialog = user.dialog(doubtful)
    problems = dialog.content.side.problems
    item = next(problems.item(i) for i in range(problems.count()) if "8月 › C4" in problems.item(i).text())
    qtbot.mouseClick(problems.viewport(), Qt.MouseButton.LeftButton, pos=problems.visualItemRect(item).center())
    sheet = dialog.content.sheet
    assert (sheet.currentIndex().row(), sheet.currentIndex().column()) == (3, 2)
    assert sheet.currentIndex().data() == "来週ごろ"
    assert sheet.currentIndex().data(MARK)
    assert [sheet.sheet.index(row, 0).data(ROLE) for row in range(sheet.sheet.rowCount())] == ["title", "header", *["data"] * 7]
    assert dialog.content.bench.hint.text().startswith("シート「8月」を表示しています。")
    result = dialog.content.bench.view
    assert result.model().index(result.currentIndex().row(), 1).data() == "L8-1"
    dialog.reject()


def test_rows_are_set_right_on_the_sheet_that_is_shown(user, doubtful, qtbot) -> None:
    from tests.ui.areas.test_import_correcting import choose, press_row

    dialog = user.dialog(doubtful)
    view = dialog.content.bench.view
    press(user, view, view.model().index(ROWS - 1, 1))
    assert dialog.content.sheet.currentIndex().data() == "L9-7"
    choose(user, dialog, press_row(user, dialog, 5), "シート「9月」だけの表で行を直す")
    assert dialog.prepared.table == "9月!A3:D11"
    dialog.reject()


def test_a_value_of_the_result_shows_where_it_comes_from(user, files) -> None:
    dialog = user.dialog(files / "samples" / "messy_kpi.xlsx")
    view, sheet = dialog.content.bench.view, dialog.content.sheet
    press(user, view, view.model().index(0, 4))
    assert sheet.currentIndex().data() == view.currentIndex().data() == "256"
    assert sheet.currentIndex().data(ROLE) == "data"
    dialog.reject()
