"""Next month's KPI sheet in the window: which rows were renamed, came and went is said, whichever way the file is read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from fusenapp.domain.kpi import tree_of
from fusenapp.editing import datasets
from fusenapp.flows import importing
from fusenapp.ui.importing import start_import
from fusenapp.ui.importing.dialog import ImportDialog
from fusenapp.ui.refreshing import start_refresh
from fusenapp.ui.refreshing.dialog import RefreshDialog
from fusenapp.ui.refreshing.watching import Watching

PATIENCE = 30_000
HEAD = "部門,KPI,区分,2026年4月,2026年5月,2026年6月,2026年7月\n"
SHEET = HEAD + "マーケ,リード件数,実績,90,95,99,101\nIS,アポ件数,実績,11,16,12,15\nFS,受注件数,実績,5,4,3,1\n"
LATER = SHEET.replace("アポ件数", "アポイント獲得").replace("2026年7月\n", "2026年7月,2026年8月\n").replace("101\n", "101,110\n")
LATER = LATER.replace("12,15\n", "12,15,26\n").replace("FS,受注件数,実績,5,4,3,1\n", "FS,紹介件数,実績,2,2,2,2,2\n")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "月次KPI.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


@pytest.fixture
def sheet(context, source: Path) -> str:
    for record in context.snapshot().all("datasets", purpose="kpi"):
        datasets.delete_dataset(context.document, record["id"])
    blobs = context.workspace.blobs
    return importing.commit(context.document, blobs.put, blobs.get, importing.prepare(source, "kpi"), name="月次KPI").dataset


@pytest.fixture
def kpi(area, sheet: str):
    return area("kpi")


@pytest.fixture
def told(context) -> list[str]:
    found: list[str] = []
    context.notified.connect(lambda text, *_: found.append(text))
    return found


def dialog_of(qtbot, kpi) -> RefreshDialog:
    window = kpi.window()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(RefreshDialog)), timeout=PATIENCE)
    return next(d for d in window.findChildren(RefreshDialog) if d.isVisible())


def lines(dialog: RefreshDialog) -> list[str]:
    return [label.text() for label in dialog.told.findChildren(QLabel) if label.isVisible() and label.text()]


def fed(context) -> dict[str, str]:
    return {node.name: node.source.name for node in tree_of(context.snapshot()) if node.source is not None}


def figures(dialog: RefreshDialog) -> tuple[str, ...]:
    return tuple(dialog.figures[key].text() for key in ("new", "changed", "removed", "unchanged"))


def press(qtbot, box) -> None:
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))


def test_the_dialog_says_months_and_rows_and_asks_about_a_row_that_was_renamed(kpi, context, sheet, source, told, qtbot) -> None:
    source.write_text(LATER, encoding="utf-8")
    start_refresh(context, kpi, sheet)
    dialog = dialog_of(qtbot, kpi)
    (box,) = dialog.told.boxes.values()
    assert box.text() == "「アポ件数」は「アポイント獲得」に名前が変わった行として、KPI「アポ数」につないだままにする（4個中4個の数値が前回と同じ）"
    assert lines(dialog) == ["新しい月：2026/08", "「FS › 受注件数」の行がなくなりました。更新すると、この表からKPI「受注数」に数値が入らなくなります。",
                             "新しい行：「FS › 紹介件数」"]
    assert figures(dialog) == ("7", "0", "4", "8")
    press(qtbot, box)
    qtbot.waitUntil(lambda: figures(dialog) == ("11", "0", "8", "4"), timeout=PATIENCE)
    qtbot.waitUntil(lambda: "新しい行：「IS › アポイント獲得」" in lines(dialog), timeout=PATIENCE)
    press(qtbot, box)
    qtbot.waitUntil(lambda: figures(dialog) == ("7", "0", "4", "8"), timeout=PATIENCE)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert fed(context)["アポ数"] == "アポイント獲得"
    assert context.bridge.undo() is not None
    assert fed(context)["アポ数"] == "アポ件数"


def again(qtbot, kpi, context, source: Path) -> ImportDialog:
    start_import(context, kpi, source, "kpi")
    qtbot.waitUntil(lambda: any(d.isVisible() and d.ready for d in kpi.findChildren(ImportDialog)), timeout=PATIENCE)
    return next(d for d in kpi.findChildren(ImportDialog) if d.isVisible())


def test_importing_again_shows_what_would_go_before_it_is_taken(kpi, context, sheet, source, told, qtbot) -> None:
    source.write_text(LATER, encoding="utf-8")
    dialog = again(qtbot, kpi, context, source)
    assert dialog.content.where.label.text() == "同じ名前のKPI表（現在3行）を更新します。"
    assert dialog.content.banner.words.text() == "前回と同じ形の表で、増えた列は2026年8月です。このまま取り込めます。"
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    shown = dialog_of(qtbot, kpi)
    assert figures(shown) == ("7", "0", "4", "8")
    assert fed(context)["アポ数"] == "アポ件数", "nothing is taken before the user says so"
    shown.reject()
    assert (fed(context)["アポ数"], told) == ("アポ件数", [])


def test_importing_again_what_takes_nothing_away_comes_at_once_and_tells_figures(kpi, context, sheet, source, told, qtbot) -> None:
    source.write_text(SHEET.replace("12,15", "12,17"), encoding="utf-8")
    qtbot.mouseClick(again(qtbot, kpi, context, source).ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == ["月次KPI.csvから「月次KPI」を更新しました（新規の数値0個、変更1個、削除0個）。"]
    assert len(context.snapshot().all("datasets", purpose="kpi")) == 1


def test_a_watched_sheet_with_a_renamed_row_waits_for_the_user(kpi, context, sheet, source, told, qtbot) -> None:
    watching = Watching.of(context)
    watching.watch(sheet, source)
    source.write_text(SHEET.replace("アポ件数", "アポイント獲得"), encoding="utf-8")
    for _ in range(3):
        watching._watchers[sheet]._next = 0.0
        watching.look()
        qtbot.waitUntil(lambda: not watching._tasks[sheet].running, timeout=PATIENCE)
        qtbot.wait(1)
    assert told == ["月次KPI.csvになくなった行か名前の変わった行があるため、「月次KPI」は更新していません。更新の画面で確認してください。"]
    assert watching.said(sheet) == "確認待ち：なくなった行か、名前の変わった行があります"
    assert fed(context)["アポ数"] == "アポ件数"
    watching.stop(sheet)


def test_a_workbook_without_any_cell_says_that_it_is_empty(kpi, context, tmp_path, qtbot) -> None:
    import openpyxl

    path = tmp_path / "空.xlsx"
    openpyxl.Workbook().save(path)
    start_import(context, kpi, path, "kpi")
    qtbot.waitUntil(lambda: any(d.isVisible() and d.refused.isVisible() for d in kpi.findChildren(ImportDialog)), timeout=PATIENCE)
    dialog = next(d for d in kpi.findChildren(ImportDialog) if d.isVisible())
    assert dialog.refused.title.text() == "このファイルには何も書かれていません"
    assert dialog.refused.words.text().startswith("空.xlsx に表が見つかりませんでした。何も取り込んでいません。")
    assert not dialog.ok.isEnabled()
    dialog.reject()


def test_a_rate_that_was_reckoned_in_the_sheet_is_shown_short_and_told_whole(kpi, context, tmp_path, qtbot) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(HEAD + "マーケ,リード件数,実績,90,95,99,101\nマーケ,達成率,実績,0.964843750000001,1.1,0.98,0.9\n", encoding="utf-8")
    start_import(context, kpi, path, "kpi")
    qtbot.waitUntil(lambda: any(d.isVisible() and d.ready for d in kpi.findChildren(ImportDialog)), timeout=PATIENCE)
    dialog = next(d for d in kpi.findChildren(ImportDialog) if d.isVisible())
    sheet = dialog.content.sheet.sheet
    assert sheet is not None
    assert [sheet.index(2, column).data() for column in (3, 4)] == ["0.9648…", "1.1"]
    assert "0.964843750000001" in sheet.index(2, 3).data(Qt.ItemDataRole.ToolTipRole)
    dialog.reject()
