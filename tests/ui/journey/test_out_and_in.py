"""The board leaves the window and comes back: files, clipboard, tables of others."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import PatternFill
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from fusenapp.ui.bringing import FileDrops
from fusenapp.ui.journey import bringing_in, output, selection_copy
from fusenapp.ui.journey.clipboard import MIME
from fusenapp.ui.proposals.dialog import ProposalsDialog
from tests.ui.journey.conftest import APPROVER, SELECTOR, Hands

K, M = Qt.Key, Qt.KeyboardModifier

DRAWN = "\t課題の気づき・認知\t比較検討\t稟議\n行動\t現場が困る\t三社を見る\t\n\t\t\t判を押す\n課題\t\t・高い\n"
"""A journey as somebody else drew it: other spellings, one lane merged over two rows."""


def until(done: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window work until something has happened."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.005)


def clipboard() -> QMimeData:
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    return data


# ---- out


def test_the_menu_offers_the_selection_only_where_there_is_one(hands: Hands) -> None:
    hands.select()
    whole = [a.text() for a in output.output_menu(hands.board, hands.area).actions() if a.isEnabled() and a.text()]
    hands.select(hands.put("一枚"))
    both = [a.text() for a in output.output_menu(hands.board, hands.area).actions() if a.isEnabled() and a.text()]
    assert (len(whole), len(both)) == (5, 9)


def test_the_board_is_written_in_every_format_beside_the_window(hands: Hands, tmp_path: Path) -> None:
    hands.put("検索する", "research")
    for name in ("board.xlsx", "board.pdf", "board.png"):
        output.write_to(hands.board, tmp_path / name)
        until(lambda name=name: any(name in told for told in hands.told))
    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF")
    assert QImage(str(tmp_path / "board.png")).width() > 4900
    assert openpyxl.load_workbook(tmp_path / "board.xlsx").worksheets[0].max_row > 10


def test_writing_can_be_cancelled_and_leaves_nothing(hands: Hands, tmp_path: Path) -> None:
    hands.put("検索する")
    task = output.write_to(hands.board, tmp_path / "board.png")
    task.cancel()
    until(lambda: not task.running)
    assert list(tmp_path.iterdir()) == []
    assert hands.told == []


def test_a_note_being_written_is_in_the_file(hands: Hands, tmp_path: Path) -> None:
    hands.stand_in("awareness", "issues")
    hands.key(K.Key_N)
    hands.type("half")
    task = output.write_to(hands.board, tmp_path / "board.xlsx")
    until(lambda: not task.running)
    assert "half" in [c.value for row in openpyxl.load_workbook(tmp_path / "board.xlsx").worksheets[0].iter_rows() for c in row]


def test_copied_notes_are_a_coloured_table_and_a_picture_too(hands: Hands) -> None:
    first, second = hands.put("気づく", colour=5), hands.put("比べる & 選ぶ", "comparison", colour=3)
    hands.select(first, second)
    hands.key(K.Key_C, M.ControlModifier)
    data = clipboard()
    html = data.html()
    assert html.index("課題の気づき") < html.index("比較・検討")
    assert "比べる &amp; 選ぶ" in html
    assert 'bgcolor="#D2E6FA"' in html
    assert "情報収集" not in html, "only the phases that the notes lie in"
    image = data.imageData()
    assert isinstance(image, QImage)
    found = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert {"#d2e6fa", "#fbd5df"} <= found
    assert data.text() == "気づく\t比べる & 選ぶ", "cells without names, for a grid of one's own"


def test_the_clipboard_holds_the_notes_as_they_were_copied(hands: Hands) -> None:
    first, second = hands.put("前"), hands.put("後", "comparison")
    hands.select(first, second)
    hands.key(K.Key_C, M.ControlModifier)
    hands.key(K.Key_Delete)
    assert "前" in clipboard().html()


def test_when_the_program_ends_the_clipboard_keeps_what_it_offered(hands: Hands) -> None:
    hands.select(hands.put("気づく"), hands.put("比べる", "comparison"))
    hands.key(K.Key_C, M.ControlModifier)
    selection_copy.settle()
    data = clipboard()
    assert not isinstance(data, selection_copy.Copied)
    assert (data.hasFormat(MIME), data.hasImage(), "気づく" in data.html(), data.text()) == (True, True, True, "気づく\t比べる")


def test_a_picture_alone_and_a_table_with_its_names_can_be_copied(hands: Hands) -> None:
    hands.select(hands.put("気づく"), hands.put("判を押す", "approval", role=APPROVER))
    hands.board.commands.clip.copy_as_picture()
    assert (clipboard().hasImage(), clipboard().hasText(), clipboard().hasHtml()) == (True, False, False)
    hands.board.commands.clip.copy_as_table()
    assert clipboard().text().split("\n")[0].split("\t") == ["レーン／フェーズ", "", "課題の気づき・認知", "稟議・決裁"]
    assert not clipboard().hasImage()


def test_notes_that_were_copied_still_come_back_as_notes(hands: Hands) -> None:
    hands.select(hands.put("気づく", colour=5))
    hands.key(K.Key_C, M.ControlModifier)
    hands.stand_in("use", "issues")
    hands.key(K.Key_V, M.ControlModifier)
    assert hands.texts("use", "issues", "") == ["気づく"]


# ---- in


def test_a_pasted_journey_finds_its_phases_and_lanes_by_name(hands: Hands) -> None:
    hands.stand_in("use", "kpi")
    QGuiApplication.clipboard().setText(DRAWN)
    hands.key(K.Key_V, M.ControlModifier)
    found = {n["text"]: (n["phase"], n["lane"]) for n in hands.document.snapshot().all("notes")}
    assert found == {"現場が困る": ("journey-awareness", "journey-actions"), "三社を見る": ("journey-comparison", "journey-actions"),
                     "判を押す": ("journey-approval", "journey-actions"), "・高い": ("journey-comparison", "journey-issues")}
    hands.undo()
    assert hands.document.snapshot().all("notes") == []


def test_a_pasted_table_without_our_phases_still_goes_over_the_grid(hands: Hands) -> None:
    hands.stand_in("awareness", "issues")
    QGuiApplication.clipboard().setText("一月\t二月\n1\t2")
    hands.key(K.Key_V, M.ControlModifier)
    assert hands.texts("awareness", "issues", "") == ["一月"]
    assert hands.texts("research", "information", "") == ["2"]


def drop(hands: Hands, data: QMimeData, at: QPointF) -> None:
    """Something is dragged in from another program and let go."""
    board, copy = hands.board, Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at.toPoint(), copy, data, left, M.NoModifier)
    QApplication.sendEvent(board, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(board, QDropEvent(at, copy, data, left, M.NoModifier))
    QApplication.processEvents()


def test_cells_dropped_on_the_board_become_notes_where_they_are_let_go(hands: Hands) -> None:
    data = QMimeData()
    data.setText("高い\n分からない")
    drop(hands, data, QPointF(hands.at_cell("comparison", "issues")))
    assert hands.texts("comparison", "issues", "") == ["高い", "分からない"]


def test_a_web_table_dropped_on_the_board_is_known_by_its_headers(hands: Hands) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><th></th><th>課題の気づき・認知</th><th>活用・継続</th></tr><tr><td>課題</td><td>残業</td><td>定着</td></tr></table>")
    drop(hands, data, QPointF(hands.at_cell("comparison", "issues")))
    assert (hands.texts("awareness", "issues", ""), hands.texts("use", "issues", "")) == (["残業"], ["定着"])


def test_a_journey_drawn_in_a_spreadsheet_comes_in_from_its_file(hands: Hands, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ([None, None, "1. 課題の気づき", "稟議・決裁"], ["行動", "選定者", "現場が困る", None], [None, "決裁者", None, "判を押す"],
                ["その他", None, "何か", None]):
        sheet.append(row)
    book.save(tmp_path / "theirs.xlsx")
    bringing_in.bring_file(hands.board, tmp_path / "theirs.xlsx")
    until(lambda: bool(hands.told))
    assert hands.texts("awareness", "actions", SELECTOR) == ["現場が困る"]
    assert hands.texts("approval", "actions", APPROVER) == ["判を押す"]
    loose = [n["text"] for n in hands.document.snapshot().all("notes") if not n.get("phase")]
    assert loose == ["何か"]
    assert "置き場" in hands.told[0]


def test_a_file_without_our_phases_lies_in_the_free_area_as_it_was_laid_out(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "ideas.csv").write_text("案,理由\n動画,分かりやすい\n", "utf-8")
    bringing_in.bring_file(hands.board, tmp_path / "ideas.csv")
    until(lambda: bool(hands.told))
    spots = {n["text"]: (n["x"], n["y"]) for n in hands.document.snapshot().all("notes", lane="free")}
    assert spots["案"][0] == spots["動画"][0] < spots["理由"][0]
    assert spots["案"][1] < spots["動画"][1]
    hands.undo()
    assert hands.document.snapshot().all("notes") == []


def test_a_file_dropped_on_the_board_is_a_journey_or_goes_where_files_go(hands: Hands, tmp_path: Path) -> None:
    handle, brought = hands.board.window().windowHandle(), list[Path]()
    assert handle is not None
    drops = FileDrops(handle, brought.append)
    journey, leads = tmp_path / "journey.csv", tmp_path / "leads.csv"
    journey.write_text(",課題の気づき・認知,稟議・決裁\n課題,残業,前例\n", "utf-8")
    leads.write_text("会社名,業種\nA社,製造業\n", "utf-8")
    at = QPointF(hands.board.mapTo(hands.board.window(), hands.at_cell("comparison", "issues")))
    for path in (journey, leads):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, M.NoModifier)
        assert drops.eventFilter(handle, event)
        until(lambda path=path: bool(brought) if path is leads else bool(hands.told))
    assert (hands.texts("awareness", "issues", ""), hands.texts("approval", "issues", "")) == (["残業"], ["前例"])
    assert brought == [leads], "a list of leads is imported as everywhere"


def test_an_edited_grid_comes_back_as_proposals_and_is_taken_over_in_one_step(hands: Hands, tmp_path: Path) -> None:
    kept = hands.put("検索する", "research")
    path = tmp_path / "board.xlsx"
    task = output.write_to(hands.board, path)
    until(lambda: not task.running)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cell = next(c for row in sheet.iter_rows() for c in row if isinstance(c, Cell) and c.value == "検索する")
    cell.value = "展示会で見る"
    sheet.cell(cell.row, cell.column + 1, "三社を比べる")
    book.save(path)
    bringing_in.bring_file(hands.board, path)
    window = hands.board.window()
    until(lambda: any(isinstance(d, ProposalsDialog) for d in window.findChildren(ProposalsDialog)))
    dialog = window.findChildren(ProposalsDialog)[0]
    assert [p.now if isinstance(p.now, str) else p.now["text"] for p in dialog.chosen] == ["展示会で見る", "三社を比べる"]
    dialog.accept()
    assert hands.text(kept) == "展示会で見る"
    assert hands.texts("comparison") == ["三社を比べる"]
    hands.undo()
    assert (hands.text(kept), hands.texts("comparison")) == ("検索する", [])


def test_a_phase_that_came_in_between_is_on_the_board_with_its_notes_and_goes_again_with_one_undo(hands: Hands, tmp_path: Path) -> None:
    kept = hands.put("検索する", "research")
    path = tmp_path / "board.xlsx"
    task = output.write_to(hands.board, path)
    until(lambda: not task.running)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cell = next(c for row in sheet.iter_rows() for c in row if isinstance(c, Cell) and c.value == "検索する")
    row, column = cell.row, cell.column + 1
    cell.fill = PatternFill("solid", fgColor="FFC6EFCE")
    sheet.insert_cols(column)
    sheet.cell(5, column, "展示会")
    sheet.cell(row, column, "名刺を渡す")
    book.save(path)
    before = [p["name"] for p in hands.document.snapshot().all("phases")]
    bringing_in.bring_file(hands.board, path)
    window = hands.board.window()
    until(lambda: any(isinstance(d, ProposalsDialog) for d in window.findChildren(ProposalsDialog)))
    dialog = window.findChildren(ProposalsDialog)[0]
    assert sorted((p.kind, p.field) for p in dialog.chosen) == [("notes", "colour"), ("notes", "record"), ("phases", "record")]
    dialog.accept()
    phase = next(p["id"] for p in hands.document.snapshot().all("phases") if p["name"] == "展示会")
    assert [n["text"] for n in hands.document.snapshot().all("notes", phase=phase)] == ["名刺を渡す"]
    assert (hands.document.get("notes", kept) or {})["colour"] == 7
    hands.undo()
    assert [p["name"] for p in hands.document.snapshot().all("phases")] == before
    assert (hands.document.get("notes", kept) or {}).get("colour", 1) == 1
