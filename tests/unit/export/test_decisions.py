"""What workshops decided stands on a sheet of its own in the workbook, and none of it is read as a formula."""

import openpyxl
import pytest

from fusenapp.document import Author, Document
from fusenapp.editing import notes, templates, workshop
from fusenapp.editing.notes import NewNote, Place
from fusenapp.flows import exporting
from fusenapp.flows.figures import Figures

SHEET = "決定事項"


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐倉", "marketing"))
    templates.build(made, "b2b", "テスト")
    return made


def exported(document: Document, path):
    exporting.export(path, document.snapshot(), Figures(lambda _: b""), agreed_only=False)
    return openpyxl.load_workbook(path)


def test_decisions_stand_by_workshop_with_owner_date_and_note(document, tmp_path):
    note = notes.add_note(document, NewNote(Place("journey", "journey-awareness", "journey-actions", "selector"), "名刺がそのまま渡る"))
    workshop.decide(document, "前もって決めたこと")
    workshop.start(document, "合宿")
    workshop.decide(document, "渡さない", item=("notes", note), owner="田辺", due="2026-12-18")
    workshop.decide(document, "=1+1")
    sheet = exported(document, tmp_path / "out.xlsx")[SHEET]
    rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    rows = rows[next(i for i, row in enumerate(rows) if row[1] == "決定事項") + 1:]
    assert [row[1] for row in rows if row[1]] == ["渡さない", "=1+1", "前もって決めたこと"]
    assert rows[0][0].startswith("合宿（")
    assert rows[0][2:6] == ["田辺", "2026/12/18", "名刺がそのまま渡る", "佐倉"]
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row if cell.value)


def test_without_decisions_there_is_no_such_sheet(document, tmp_path):
    assert SHEET not in exported(document, tmp_path / "out.xlsx").sheetnames


def test_a_decision_does_not_carry_a_private_note_out(document, tmp_path):
    workshop.begin_pass(document)
    note = notes.add_note(document, NewNote(Place("journey", "journey-awareness", "journey-actions", "selector"), "秘密の付箋"))
    workshop.decide(document, "後で話す", item=("notes", note))
    book = exported(document, tmp_path / "out.xlsx")
    assert "秘密の付箋" not in repr([cell.value for sheet in book for row in sheet.iter_rows() for cell in row])
