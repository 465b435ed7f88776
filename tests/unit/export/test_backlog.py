"""The backlog stands on a sheet of its own in the workbook, with where each entry came from."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from fusenapp.document import Author, Document
from fusenapp.editing import contents, note_structure, notes, templates, workshop
from fusenapp.editing.note_structure import Spot
from fusenapp.editing.notes import NewNote, Place
from fusenapp.flows import exporting, proposals
from fusenapp.flows.figures import Figures

SHEET = "施策・コンテンツ"


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐倉", "marketing"))
    templates.build(made, "b2b", "テスト")
    return made


def exported(document: Document, path: Path) -> openpyxl.Workbook:
    exporting.export(path, document.snapshot(), Figures(lambda _: b""), agreed_only=False)
    return openpyxl.load_workbook(path)


def rows(document: Document, path: Path) -> list[list[str]]:
    found = [[str(cell.value or "") for cell in row] for row in exported(document, path)[SHEET].iter_rows()]
    return found[next(i for i, row in enumerate(found) if row[1] == "種類"):]


def note(document: Document, text: str) -> str:
    place = Place("journey", "journey-comparison", "journey-measures", "")
    return notes.add_note(document, NewNote(place, text, department="marketing"))


def test_entries_stand_in_their_order_with_what_the_area_shows(document: Document, tmp_path: Path) -> None:
    person = document.snapshot().all("personas")[0]["id"]
    made = note(document, "比較表がほしい")
    first = note_structure.turn(document, [made], Spot("contents"))[0][1]
    contents.set_content(document, first, owner="田辺", due="2026-12-18", state="making", department="field-sales", persona=person)
    contents.write_content(document, first, "価格も載せる")
    contents.add_content(document, "=SUM(A1)", kind="measure")
    _, one, other = rows(document, tmp_path / "out.xlsx")
    assert one[:3] == ["比較表がほしい", "施策", "比較・検討"]
    assert one[4:8] == ["■ フィールドセールス", "田辺", "2026/12/18", "制作中"]
    assert one[8:] == ["比較・検討：比較表がほしい", "佐倉（マーケティング）", "価格も載せる"]
    assert [other[0], other[1], other[7]] == ["=SUM(A1)", "施策", "アイデア"]


def test_without_entries_there_is_no_such_sheet(document: Document, tmp_path: Path) -> None:
    assert SHEET not in exported(document, tmp_path / "out.xlsx").sheetnames


def test_the_cover_leads_to_it_and_an_untouched_copy_proposes_nothing(document: Document, tmp_path: Path) -> None:
    contents.add_content(document, "導入事例")
    book = exported(document, tmp_path / "out.xlsx")
    assert SHEET in [cell.value for row in book["表紙"].iter_rows() for cell in row]
    found = proposals.read(tmp_path / "out.xlsx", document.snapshot())
    assert (found.items, found.unreadable) == ((), ())


def test_a_note_that_is_still_private_is_no_origin(document: Document, tmp_path: Path) -> None:
    workshop.begin_pass(document)
    note_structure.turn(document, [note(document, "秘密の付箋")], Spot("contents"))
    contents.set_content(document, document.snapshot().all("contents")[0]["id"], title="あとで")
    book = exported(document, tmp_path / "out.xlsx")
    assert "秘密の付箋" not in repr([cell.value for sheet in book for row in sheet.iter_rows() for cell in row])
