"""A journey as a grid workbook: written, edited in Excel, read back as proposals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from fusenapp.document import Author, Document
from fusenapp.editing import journeys, notes, templates, workshop
from fusenapp.editing.notes import NewNote, Place
from fusenapp.flows import journey_files, proposals
from tests.unit.export.making import Company

SELECTOR, APPROVER = "selector", "approver"


class Board:
    """A journey with a few notes, and its workbook."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.document = Document(Author("佐伯 遥", "marketing"))
        templates.build(self.document, "b2b", "受発注クラウド")
        self.search = self.put("検索する", "research", "actions", SELECTOR, 5)
        self.gather = self.put("資料を集める", "research", "actions", SELECTOR, 7)
        self.sign = self.put("稟議に判を押す", "approval", "actions", APPROVER, 3)
        self.issue = self.put("費用の根拠がない", "approval", "issues", "", 2)
        journeys.set_emotion(self.document, "journey", APPROVER, "journey-approval", -1.5)
        journeys.toggle_department(self.document, "journey", "journey-use", "journey-departments", "field-sales")

    def put(self, text: str, phase: str, lane: str, role: str = "", colour: int = 1) -> str:
        place = Place("journey", f"journey-{phase}" if phase else "", f"journey-{lane}" if lane else "", role)
        return notes.add_note(self.document, NewNote(place, text, colour))

    def write(self) -> Path:
        path = self.folder / "journey.xlsx"
        journey_files.write_grid(path, self.document.snapshot(), ["journey"], workspace="w")
        return path

    def edited(self, edit: Callable[[Worksheet], None]) -> proposals.Proposals:
        """The workbook as somebody else edits it."""
        path = self.write()
        book = openpyxl.load_workbook(path)
        edit(book.worksheets[0])
        book.save(path)
        return self.read(path)

    def read(self, path: Path) -> proposals.Proposals:
        return proposals.read(path, self.document.snapshot(), workspace="w")

    def names(self, kind: str) -> list[str]:
        return [r["name"] for r in self.document.snapshot().all(kind, journey="journey")]

    def take(self, found: proposals.Proposals) -> int:
        return proposals.accept(self.document, found, found.items)

    def where(self, id: str) -> tuple[str, str, str]:
        note = self.document.get("notes", id)
        assert note is not None
        return note["phase"].removeprefix("journey-"), note["lane"].removeprefix("journey-"), note["role"]

    def text(self, id: str) -> str:
        return (self.document.get("notes", id) or {}).get("text", "")


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Board(tmp_path)


def at(sheet: Worksheet, text: str) -> Cell:
    """The cell that says something."""
    return next(c for c in cells(sheet) if isinstance(c.value, str) and (c.value == text or c.value.endswith(f"  {text}")))


def cells(sheet: Worksheet) -> list[Cell]:
    """All cells but those that a merged one covers."""
    return [c for row in sheet.iter_rows() for c in row if isinstance(c, Cell)]


def put(sheet: Worksheet, row: int, column: int, text: Any) -> None:
    """Write into a cell."""
    sheet.cell(row, column, text)


def told(found: proposals.Proposals) -> list[tuple[str, str, str, object, bool]]:
    return [(p.action, p.kind, p.field, p.now, p.conflict) for p in found.items]


def test_a_journey_has_a_workbook_of_its_own_on_one_a3_page(board: Board) -> None:
    book = openpyxl.load_workbook(board.write())
    assert [s.sheet_state for s in book.worksheets] == ["visible", "veryHidden"]
    sheet = book.worksheets[0]
    assert (str(sheet.page_setup.paperSize), sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "8", "landscape", None, None) or sheet.page_setup.fitToHeight in (None, 1)
    hidden = [letter for letter, column in sheet.column_dimensions.items() if column.hidden]
    assert len(hidden) == 1
    assert hidden[0] not in sheet.print_area, "what is for the machine is not printed"
    assert at(sheet, "検索する").fill.fgColor.rgb == "FFD2E6FA"


def test_a_crowded_phase_has_several_columns_under_one_header(board: Board) -> None:
    for number in range(40):
        board.put(f"質問の{number}番目は長い言葉で書かれている", "comparison", "issues")
    sheet = openpyxl.load_workbook(board.write()).worksheets[0]
    head = at(sheet, "比較・検討")
    merged = next(r for r in sheet.merged_cells.ranges if head.coordinate in r)
    assert merged.size["columns"] > 1
    columns = {at(sheet, f"質問の{n}番目は長い言葉で書かれている").column for n in range(40)}
    assert columns == set(range(merged.min_col, merged.max_col + 1))


def test_an_untouched_workbook_proposes_nothing(board: Board) -> None:
    assert board.edited(lambda sheet: None).items == ()
    assert board.edited(lambda sheet: None).unreadable == ()


def test_other_words_in_a_cell_are_a_change_of_its_note(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        at(sheet, "検索する").value = "展示会で見かける"

    found = board.edited(edit)
    assert told(found) == [("change", "notes", "text", "展示会で見かける", False)]
    assert found.items[0].was == "検索する"
    assert board.take(found) == 1
    assert board.text(board.search) == "展示会で見かける"
    board.document.undo()
    assert board.text(board.search) == "検索する"


def test_words_in_an_empty_cell_are_a_new_note_on_the_paper_of_its_neighbours(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        put(sheet, at(sheet, "稟議に判を押す").row, at(sheet, "購入・契約").column, "契約書を確かめる")

    found = board.edited(edit)
    assert [(p.action, p.now) for p in found.items] == [
        ("add", {"phase": "journey-purchase", "lane": "journey-actions", "role": APPROVER, "text": "契約書を確かめる"})]
    board.take(found)
    made = next(n for n in board.document.snapshot().all("notes") if n.get("text") == "契約書を確かめる")
    assert (board.where(made["id"]), made["colour"], made["department"]) == (("purchase", "actions", APPROVER), 3, "marketing")
    assert board.edited(edit).items == () or board.edited(lambda s: None).items == (), "read again, it is there already"


def test_a_cell_that_was_cut_and_pasted_is_a_move(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        cell = at(sheet, "検索する")
        put(sheet, cell.row, at(sheet, "比較・検討").column, str(cell.value))
        cell.value = None

    found = board.edited(edit)
    assert told(found) == [("change", "notes", "place", ["journey-comparison", "journey-actions", SELECTOR], False)]
    board.take(found)
    assert board.where(board.search) == ("comparison", "actions", SELECTOR)


def test_an_emptied_cell_is_a_removal(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        at(sheet, "費用の根拠がない").value = None

    found = board.edited(edit)
    assert [(p.action, p.id) for p in found.items] == [("remove", board.issue)]
    board.take(found)
    assert board.document.get("notes", board.issue) is None


def test_rows_and_columns_that_come_between_belong_to_the_lane_above_and_the_phase_on_the_left(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        row = at(sheet, "費用の根拠がない").row
        sheet.insert_rows(row + 1)
        put(sheet, row + 1, at(sheet, "稟議・決裁").column, "前例がない")
        column = at(sheet, "情報収集・学び・関心").column
        sheet.insert_cols(column + 1)
        put(sheet, at(sheet, "検索する").row, column + 1, "社外の知人に聞く")

    found = board.edited(edit)
    assert sorted(tuple(p.now.values()) for p in found.items) == [
        ("journey-approval", "journey-issues", "", "前例がない"), ("journey-research", "journey-actions", SELECTOR, "社外の知人に聞く")]


def test_names_points_and_departments_can_be_changed(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        at(sheet, "稟議・決裁").value = "4  稟議と決裁"
        at(sheet, "課題").value = "困りごと"
        next(c for c in cells(sheet) if c.value == -1.5).value = "−0.5"
        at(sheet, "■ フィールドセールス").value = "マーケティング"

    found = board.edited(edit)
    assert sorted((p.kind, p.field, str(p.now)) for p in found.items) == [
        ("journeys", "emotion.approver.journey-approval", "-0.5"), ("lanes", "name", "困りごと"), ("notes", "department", "marketing"),
        ("phases", "name", "稟議と決裁")]
    board.take(found)
    snapshot = board.document.snapshot()
    assert snapshot.value("phases", "journey-approval", "name") == "稟議と決裁"
    assert snapshot.family("journeys", "journey", "emotion") == {"approver.journey-approval": -0.5}


def test_what_makes_no_sense_is_told_with_its_place(board: Board) -> None:
    def edit(sheet: Worksheet) -> None:
        next(c for c in cells(sheet) if c.value == -1.5).value = 7
        at(sheet, "■ フィールドセールス").value = "誰か"

    found = board.edited(edit)
    assert found.items == ()
    assert sorted(u.reason for u in found.unreadable) == ["department-unknown", "level-needed"]


def test_edits_on_both_sides_are_conflicts(board: Board) -> None:
    path = board.write()
    notes.write_note(board.document, board.search, "こちらで書き直した")
    notes.delete_notes(board.document, [board.issue])
    book = openpyxl.load_workbook(path)
    at(book.worksheets[0], "検索する").value = "あちらで書き直した"
    at(book.worksheets[0], "費用の根拠がない").value = "根拠がほしい"
    book.save(path)
    found = proposals.read(path, board.document.snapshot(), workspace="w")
    assert [(p.current, p.conflict) for p in found.items] == [("こちらで書き直した", True), (None, True)]
    board.take(found)
    assert (board.text(board.search), board.text(board.issue)) == ("あちらで書き直した", "根拠がほしい")


def test_the_agreement_workbook_takes_edited_journeys_back_too(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    made = notes.add_note(company.document, NewNote(Place("journey", "journey-use", "journey-issues"), "使われない"))
    path = company.write()
    book = openpyxl.load_workbook(path)
    at(book["ジャーニー"], "使われない").value = "使い方が広まらない"
    book.save(path)
    found = proposals.read(path, company.document.snapshot())
    assert [(p.id, p.now) for p in found.items] == [(made, "使い方が広まらない")]
    assert found.unreadable == ()


def test_notes_without_a_place_and_in_the_free_area_stand_below_the_lanes(board: Board) -> None:
    parked = board.put("いつか考える", "", "")
    free = notes.add_note(board.document, NewNote(Place("journey", lane="free"), "自由なメモ", at=(10.0, 20.0)))

    def edit(sheet: Worksheet) -> None:
        at(sheet, "自由なメモ").value = "自由な考え"
        cell = at(sheet, "いつか考える")
        put(sheet, at(sheet, "費用の根拠がない").row, at(sheet, "活用・継続").column, str(cell.value))
        cell.value = None

    found = board.edited(edit)
    assert {(p.id, p.field) for p in found.items} == {(free, "text"), (parked, "place")}
    board.take(found)
    assert (board.text(free), board.where(parked)) == ("自由な考え", ("use", "issues", ""))


def test_what_is_written_privately_stays_in_the_house(board: Board) -> None:
    workshop.begin_pass(board.document)
    board.put("まだ見せない", "use", "issues")
    sheet = openpyxl.load_workbook(board.write()).worksheets[0]
    assert "まだ見せない" not in [c.value for c in cells(sheet)]
    assert board.edited(lambda sheet: None).items == (), "nor is it missed in the copy"
