"""What comes into an edited grid between phases and lanes, and other colours: proposals like every other edit."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from fusenapp.domain.journey import PAUSE
from fusenapp.domain.paper_colour import nearest_paper
from fusenapp.editing import journeys, notes
from fusenapp.flows import proposals
from tests.unit.flows.test_proposal_grids import APPROVER, SELECTOR, Board, at, cells, put

RESEARCH = "情報収集・学び・関心"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Board(tmp_path)


def fill(sheet: Worksheet, text: str, colour: str | Color) -> None:
    at(sheet, text).fill = PatternFill("solid", fgColor=colour)


def fair(sheet: Worksheet) -> None:
    """A column 展示会 behind the phase of research, with a note, a point of the curve and another note moved into it."""
    column = at(sheet, RESEARCH).column + 1
    sheet.insert_cols(column)
    put(sheet, at(sheet, RESEARCH).row, column, "展示会")
    put(sheet, at(sheet, "検索する").row, column, "名刺を渡す")
    moved = at(sheet, "費用の根拠がない")
    moved.value = None
    put(sheet, moved.row, column, "費用の根拠がない")
    sheet.cell(next(c for c in cells(sheet) if c.value == -1.5).row, column, 1)


def objections(sheet: Worksheet) -> None:
    """A row 反論 below the lane of issues, with a note under 稟議・決裁."""
    row = at(sheet, "費用の根拠がない").row + 1
    sheet.insert_rows(row)
    put(sheet, row, 1, "反論")
    put(sheet, row, at(sheet, "稟議・決裁").column, "去年も買った")


def kinds(found: proposals.Proposals) -> list[tuple[str, str, str]]:
    return sorted((p.action, p.kind, p.field) for p in found.items)


def test_a_column_with_a_header_of_its_own_is_a_new_phase_at_that_place_with_its_notes(board: Board) -> None:
    found = board.edited(fair)
    assert kinds(found) == [("add", "notes", "record"), ("add", "phases", "record"),
                            ("change", "journeys", f"emotion.{APPROVER}.{found.items[0].made}"), ("change", "notes", "place")]
    assert found.unreadable == ()
    before = board.names("phases")
    board.take(found)
    after = board.names("phases")
    assert after == [*before[:before.index(RESEARCH) + 1], "展示会", *before[before.index(RESEARCH) + 1:]]
    phase = next(r["id"] for r in board.document.snapshot().all("phases") if r["name"] == "展示会")
    held = board.document.snapshot().all("notes", phase=phase)
    assert sorted((n["text"], n["lane"], n["role"]) for n in held) == [
        ("名刺を渡す", "journey-actions", SELECTOR), ("費用の根拠がない", "journey-issues", "")]
    assert board.document.snapshot().family("journeys", "journey", "emotion")[f"{APPROVER}.{phase}"] == 1.0


def test_taking_it_is_one_step_and_declining_it_keeps_everything(board: Board) -> None:
    found, before = board.edited(fair), board.document.snapshot()
    proposals.accept(board.document, found, ())
    assert board.document.snapshot().records == before.records
    board.take(found)
    board.document.undo()
    assert board.names("phases") == [r["name"] for r in before.all("phases", journey="journey")]
    assert [n["text"] for n in board.document.snapshot().all("notes", phase="journey-research")] == ["検索する", "資料を集める"]


def test_what_lies_in_a_declined_phase_is_declined_with_it(board: Board) -> None:
    found = board.edited(fair)
    rest = [p for p in found.items if p.kind != "phases"]
    assert all(p.needs == (found.items[0].made,) for p in rest)
    assert proposals.accept(board.document, found, rest) == 0
    assert board.where(board.issue) == ("approval", "issues", "")


def test_read_again_after_taking_it_the_copy_asks_for_nothing(board: Board) -> None:
    path = board.write()
    book = openpyxl.load_workbook(path)
    fair(book.worksheets[0])
    book.save(path)
    board.take(board.read(path))
    assert (board.read(path).items, board.read(path).unreadable) == ((), ())


def test_two_new_columns_stand_in_the_order_of_the_copy_and_one_may_rest(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        column, row = at(sheet, RESEARCH).column + 1, at(sheet, RESEARCH).row
        sheet.insert_cols(column, 2)
        put(sheet, row, column, "3  展示会")
        put(sheet, row, column + 1, "‖  様子見")

    before = board.names("phases")
    board.take(board.edited(edit))
    at_ = before.index(RESEARCH) + 1
    assert board.names("phases") == [*before[:at_], "展示会", "様子見", *before[at_:]]
    assert next(r for r in board.document.snapshot().all("phases") if r["name"] == "様子見")["kind"] == "pause"


def test_a_column_right_of_the_grid_is_the_last_phase_unless_it_holds_remarks(board: Board) -> None:
    def beside(header: str) -> proposals.Proposals:
        def edit(sheet: Worksheet) -> None:
            column = next(c for c in cells(sheet) if isinstance(c.value, str) and c.value.startswith("@grid/")).column + 1
            put(sheet, at(sheet, RESEARCH).row, column, header)
            put(sheet, at(sheet, "検索する").row, column, "名刺を渡す")
        return board.edited(edit)

    assert kinds(beside("備考")) == []
    assert {u.reason for u in beside("備考").unreadable} == {"not-editable"}
    board.take(beside("紹介"))
    assert board.names("phases")[-1] == "紹介"


def test_a_copied_column_with_another_header_is_a_new_phase_and_its_model_stays(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        column = at(sheet, RESEARCH).column
        sheet.insert_cols(column)
        for row in range(1, sheet.max_row + 1):
            put(sheet, row, column, sheet.cell(row, column + 1).value)
        put(sheet, at(sheet, RESEARCH).row, column, "学び直し")

    found = board.edited(edit)
    assert kinds(found) == [("add", "notes", "record")] * 2 + [("add", "phases", "record")]
    board.take(found)
    assert board.names("phases").index("学び直し") == board.names("phases").index(RESEARCH) - 1
    assert board.where(board.search) == ("research", "actions", SELECTOR)


def move_column(sheet: Worksheet, column: int, to: int) -> None:
    """Cut a column and insert it before another one further left."""
    sheet.insert_cols(to)
    for row in range(1, sheet.max_row + 1):
        put(sheet, row, to, sheet.cell(row, column + 1).value)
    sheet.delete_cols(column + 1)


def test_a_column_that_was_moved_is_a_move_of_its_phase_and_its_notes_go_along(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        move_column(sheet, at(sheet, "稟議・決裁").column, at(sheet, RESEARCH).column)

    found = board.edited(edit)
    assert [(p.kind, p.id, p.field, p.conflict) for p in found.items] == [("phases", "journey-approval", "place", False)]
    assert found.items[0].texts == ("「比較・検討」の次", "「課題の気づき・認知」の次", "「比較・検討」の次")
    board.take(found)
    names = board.names("phases")
    assert names.index("稟議・決裁") == names.index(RESEARCH) - 1
    assert board.where(board.sign) == ("approval", "actions", APPROVER)


def test_a_moved_and_a_new_phase_come_to_stand_as_in_the_copy(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        move_column(sheet, at(sheet, "稟議・決裁").column, at(sheet, RESEARCH).column)
        column = at(sheet, "稟議・決裁").column + 1
        sheet.insert_cols(column)
        put(sheet, at(sheet, RESEARCH).row, column, "展示会")

    board.take(board.edited(edit))
    names = board.names("phases")
    assert names[names.index("稟議・決裁"):][:3] == ["稟議・決裁", "展示会", RESEARCH]


def move_row(sheet: Worksheet, row: int, to: int) -> None:
    """As cut and inserted: the hidden cell beside the row goes along."""
    held = [cell.value for cell in sheet[row]]
    sheet.delete_rows(row)
    sheet.insert_rows(to)
    for column, held_value in enumerate(held, 1):
        put(sheet, to, column, held_value)


def test_a_row_that_was_moved_is_a_move_of_its_lane_and_its_notes_go_along(board: Board) -> None:
    found = board.edited(lambda sheet: move_row(sheet, at(sheet, "施策").row, at(sheet, "課題").row))
    assert [(p.kind, p.id, p.field, p.conflict) for p in found.items] == [("lanes", "journey-measures", "place", False)]
    assert found.items[0].texts == ("「必要な情報・コンテンツ」の次", "「感情」の次", "「必要な情報・コンテンツ」の次")
    board.take(found)
    names = board.names("lanes")
    assert names.index("施策") == names.index("感情") + 1 == names.index("課題") - 1
    assert board.where(board.issue) == ("approval", "issues", "")
    assert board.read(board.folder / "journey.xlsx").items == ()


def test_the_sign_of_a_pause_put_before_a_phase_and_taken_away_again_is_a_change_of_it(board: Board) -> None:
    def rest(sheet: Worksheet) -> None:
        at(sheet, "稟議・決裁").value = "‖ 稟議・決裁"

    def go_on(sheet: Worksheet) -> None:
        at(sheet, "稟議・決裁").value = "4  稟議・決裁"

    found = board.edited(rest)
    assert [(p.kind, p.id, p.field, p.texts[:2]) for p in found.items] == [
        ("phases", "journey-approval", "kind", ("通常のフェーズ", "検討が止まる期間"))]
    board.take(found)
    assert (board.document.get("phases", "journey-approval") or {})["kind"] == PAUSE
    board.take(board.edited(go_on))
    assert (board.document.get("phases", "journey-approval") or {})["kind"] == ""


def test_headers_that_were_only_numbered_anew_are_no_new_names(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        fair(sheet)
        at(sheet, "展示会").value = "3  展示会"
        at(sheet, "比較・検討").value = "4  比較・検討"
        at(sheet, "稟議・決裁").value = "5. 稟議と決裁"

    found = board.edited(edit)
    assert [(p.action, p.now["name"] if p.action == "add" else p.now) for p in found.items if p.kind == "phases"] == [
        ("change", "稟議と決裁"), ("add", "展示会")]


def test_a_deleted_column_leaves_the_others_as_they_are(board: Board) -> None:
    found = board.edited(lambda sheet: sheet.delete_cols(at(sheet, RESEARCH).column))
    assert found.items == ()
    assert [(u.reason, u.text) for u in found.unreadable] == [("column-missing", RESEARCH)]


def test_a_row_with_a_label_of_its_own_is_a_new_lane_at_that_place(board: Board) -> None:
    found = board.edited(objections)
    assert kinds(found) == [("add", "lanes", "record"), ("add", "notes", "record")]
    assert found.unreadable == ()
    before = board.names("lanes")
    board.take(found)
    assert board.names("lanes") == [*before[:before.index("課題") + 1], "反論", *before[before.index("課題") + 1:]]
    lane = next(r for r in board.document.snapshot().all("lanes") if r["name"] == "反論")
    assert [n["text"] for n in board.document.snapshot().all("notes", lane=lane["id"])] == ["去年も買った"]
    assert board.where(board.issue) == ("approval", "issues", "")


def test_a_new_lane_whose_rows_name_roles_has_a_row_for_each(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        row = at(sheet, "費用の根拠がない").row + 1
        sheet.insert_rows(row, 2)
        put(sheet, row, 1, "反論")
        for offset, (role, text) in enumerate((("選定者", "比べきれない"), ("決裁者", "去年も買った"))):
            put(sheet, row + offset, 2, role)
            put(sheet, row + offset, at(sheet, "稟議・決裁").column, text)

    board.take(board.edited(edit))
    lane = next(r for r in board.document.snapshot().all("lanes") if r["name"] == "反論")
    held = board.document.snapshot().all("notes", lane=lane["id"])
    assert lane["by_role"]
    assert sorted((n["text"], n["role"]) for n in held) == [("去年も買った", APPROVER), ("比べきれない", SELECTOR)]


def test_a_remark_below_the_grid_is_no_lane(board: Board) -> None:
    found = board.edited(lambda sheet: put(sheet, sheet.max_row + 2, 1, "田中が確かめた"))
    assert found.items == ()
    assert [(u.reason, u.text) for u in found.unreadable] == [("not-editable", "田中が確かめた")]


def test_another_fill_that_stands_for_a_paper_is_another_paper(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        fill(sheet, "検索する", "FFFFFF00")
        fill(sheet, "稟議に判を押す", "FFFFFFFF")
        fill(sheet, "資料を集める", "FF203864")

    found = board.edited(edit)
    assert [(p.id, p.field, p.was, p.now) for p in found.items] == [(board.search, "colour", 5, 1)]
    assert found.items[0].texts == ("そら", "れもん", "そら")
    board.take(found)
    assert (board.document.get("notes", board.search) or {})["colour"] == 1


def test_colours_of_the_theme_and_of_old_palettes_are_known(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        fill(sheet, "検索する", Color(theme=9, tint=0.5999))  # accent 6 of the theme that our workbooks have, an orange
        fill(sheet, "稟議に判を押す", Color(indexed=42))  # a light green

    assert {(p.id, p.now) for p in board.edited(edit).items} == {(board.search, 2), (board.sign, 7)}


def test_words_put_over_another_note_do_not_take_its_colour_and_a_new_note_does_take_its_own(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        first, second = at(sheet, "検索する"), at(sheet, "資料を集める")
        first.value, second.value = "資料を集める", "検索する"
        cell = sheet.cell(at(sheet, "費用の根拠がない").row, at(sheet, "比較・検討").column, "高い")
        cell.fill = PatternFill("solid", fgColor="FFFBD5DF")

    found = board.edited(edit)
    assert [(p.action, p.now["text"], p.now["colour"]) for p in found.items] == [("add", "高い", 3)]


def test_a_paper_that_was_changed_on_both_sides_is_a_conflict(board: Board) -> None:
    path = board.write()
    notes.recolour_notes(board.document, [board.search], 2)
    book = openpyxl.load_workbook(path)
    fill(book.worksheets[0], "検索する", "FFE4DAF6")
    book.save(path)
    assert [(p.was, p.now, p.current, p.conflict) for p in board.read(path).items] == [(5, 4, 2, True)]


@pytest.mark.parametrize(("colour", "paper"), [
    ("#FFF2CC", 1), ("#FFC000", 1), ("#F8CBAD", 2), ("#FFC7CE", 3), ("#CCC0DA", 4), ("#BDD7EE", 5), ("#CCFFFF", 6), ("#92D050", 7),
    ("#EEECE1", 8), ("#FFFFFF", None), ("#D9D9D9", None), ("#FF0000", None), ("#002060", None), ("#000000", None)])
def test_what_palettes_offer_stands_for_the_paper_of_its_hue(colour: str, paper: int | None) -> None:
    assert nearest_paper(colour) == paper


def test_each_paper_stands_for_itself() -> None:
    from fusenapp.domain.journey_grid import COLOURS

    assert [nearest_paper(colour) for colour in COLOURS.values()] == list(COLOURS)


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_it_says_the_same(board: Board, tmp_path: Path) -> None:
    """It writes styles, merged cells and hidden rows anew."""
    for number in range(12):
        board.put(f"問い{number}", "comparison", "issues", "", number % 8 + 1)
    journeys.mark_pause(board.document, "journey-use", True)
    path = board.write()
    book = openpyxl.load_workbook(path)
    fair(book.worksheets[0])
    objections(book.worksheets[0])
    fill(book.worksheets[0], "検索する", "FFFBD5DF")
    edited = tmp_path / "edited.xlsx"
    book.save(edited)
    plain, changed = saved(path, tmp_path), saved(edited, tmp_path)
    assert (board.read(plain).items, board.read(plain).unreadable) == ((), ())
    assert kinds(board.read(changed)) == kinds(board.read(edited))
    assert len(board.read(changed).items) == 7


def saved(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice saves it."""
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir",
                    str(folder / "saved"), str(path)], check=True, timeout=180, capture_output=True)
    return folder / "saved" / path.name
