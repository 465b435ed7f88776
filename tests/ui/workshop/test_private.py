"""What a department writes privately reaches the others by no way: board, screen reader, tool tip, search, copy, file, comparing."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from fusenapp.editing import agreements, notes, workshop
from fusenapp.editing.notes import NewNote, Place
from fusenapp.flows import comparing, exporting
from fusenapp.flows.figures import Figures
from fusenapp.ui.journey import search_items
from fusenapp.ui.journey.board_access import describe, further
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.palette.content import content
from fusenapp.ui.personas.area import PersonasArea
from fusenapp.ui.personas.fields import PersonaNote

SECRET = "価格の話ができる相手がいない"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def secret(facilitator) -> str:
    """A note that field sales wrote privately; marketing looks."""
    workshop.begin_pass(facilitator.document)
    facilitator.become("field-sales", "田辺")
    id = facilitator.put(SECRET)
    notes.tag_notes(facilitator.document, [id], add=["価格"])
    facilitator.become("marketing", "佐倉")
    return id


def readable(board: BoardView) -> list[str]:
    """Everything that a screen reader can ask of the board."""
    interface = QAccessible.queryAccessibleInterface(board)
    children = [interface.child(i) for i in range(interface.childCount())]
    return [child.text(kind) for child in children for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]


def test_screen_readers_say_whose_it_is_and_not_what_it_says(facilitator, secret):
    board = facilitator.board
    slot = board.model.slot_of[secret]
    assert "フィールドセールスが非公開で書いた付箋" in describe(board, slot)
    said = [*readable(board), describe(board, slot), further(board, slot)]
    assert not any(SECRET in text or "価格" in text or "田辺" in text for text in said)


def test_its_writer_reads_it_as_ever(facilitator, secret):
    facilitator.become("field-sales", "田辺")
    assert any(SECRET in text for text in readable(facilitator.board))


def test_the_picture_of_a_covered_note_has_no_words(facilitator, secret):
    face = facilitator.board.scene.faces.face(facilitator.board.model.slot_of[secret])
    assert (face.kind, face.text, face.tagged) == ("covered", "", False)
    assert dict(face.marks) == {"square": 1}


def test_a_covered_note_is_painted_like_no_other(facilitator, secret):
    """Every covered note of a department and paper looks the same, whatever it says."""
    facilitator.become("field-sales", "田辺")
    other = facilitator.put("まったく別のこと")
    facilitator.become("marketing", "佐倉")
    faces = [facilitator.board.scene.faces.face(facilitator.board.model.slot_of[id]) for id in (secret, other)]
    assert faces[0] == faces[1]


def test_search_does_not_find_it(facilitator, secret):
    found = [*search_items(facilitator.context), *content(facilitator.context.snapshot())]
    assert not any(SECRET in entry.title for entry in found)


def test_it_cannot_be_selected_copied_dragged_or_written_on(facilitator, secret):
    f = facilitator
    f.click_note(secret)
    assert f.board.selection.ids == []
    before = f.document.get("notes", secret)
    f.board.setFocus()
    f.press(Qt.Key.Key_A, CTRL)
    QGuiApplication.clipboard().clear()
    f.press(Qt.Key.Key_C, CTRL)
    assert SECRET not in QGuiApplication.clipboard().text()
    f.press(Qt.Key.Key_Delete)
    f.board.writing.edit(secret)
    assert not f.board.writing.active
    assert f.document.get("notes", secret) == before


def test_a_double_click_on_it_begins_a_note_of_ones_own(facilitator, secret):
    f = facilitator
    x, y, w, h = f.board.port.rect_to_screen(f.board.scene.layout.note_rect(f.board.model.slot_of[secret]))
    at = f.board.mapTo(f.window, QPoint(round(x + w / 2), round(y + h / 2)))
    QTest.mouseDClick(f.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    f.settle()
    assert f.board.writing.active
    assert f.board.writing.id != secret


def test_the_details_of_a_selected_note_do_not_stay_when_it_is_covered(facilitator, secret):
    f = facilitator
    f.become("field-sales", "田辺")
    f.board.selection.set([secret])
    f.become("marketing", "佐倉")
    assert f.board.selection.ids == []


def test_an_exported_workbook_says_nothing_of_it_even_for_its_writer(facilitator, secret, tmp_path):
    f = facilitator
    f.become("field-sales", "田辺")
    path = tmp_path / "out.xlsx"
    exporting.export(path, f.context.snapshot(), Figures(f.context.workspace.blobs.get), agreed_only=False)
    cells = [str(cell.value) for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row if cell.value]
    assert not any(SECRET in text for text in cells)


def test_comparing_with_another_copy_leaves_it_out(facilitator, secret):
    whole = facilitator.document.snapshot()
    left, right = comparing.copies(whole, whole, "田辺.fusen")
    assert SECRET not in repr([dict(n) for side in (left, right) for n in side.snapshot.all("notes")])


def test_a_journey_with_covered_notes_is_not_stamped(facilitator, secret):
    assert ("journeys", "journey") not in agreements.propose_all(facilitator.document)


def test_on_a_projector_it_is_covered_for_its_writer_too(facilitator, secret):
    f = facilitator
    f.become("field-sales", "田辺")
    f.present()
    assert not any(SECRET in text for text in readable(f.board))
    f.press(Qt.Key.Key_Escape)
    assert any(SECRET in text for text in readable(f.board))


def test_it_is_back_everywhere_once_it_is_revealed(facilitator, secret):
    f = facilitator
    workshop.reveal_pass(f.document)
    f.settle()
    assert any(SECRET in text for text in readable(f.board))
    assert any(SECRET in entry.title for entry in search_items(f.context))
    f.click_note(secret)
    assert f.board.selection.ids == [secret]


def test_notes_on_personas_are_covered_too(facilitator):
    f = facilitator
    person = next(p["id"] for p in f.document.snapshot().all("personas") if p.get("role") == "selector")
    workshop.begin_pass(f.document)
    f.become("field-sales", "田辺")
    id = notes.add_note(f.document, NewNote(Place(person, field="issues"), SECRET))
    f.window.page.show_area("personas")
    f.settle()
    area = f.window.page.area_widget("personas")
    assert isinstance(area, PersonasArea)

    def there() -> PersonaNote:
        f.settle()
        return next(n for n in area.findChildren(PersonaNote) if n.id == id)

    assert there().editor.toPlainText() == SECRET
    f.become("marketing", "佐倉")
    assert there().editor.toPlainText() == ""
    assert not there().editor.isEnabled()
    assert "非公開" in there().editor.accessibleName()
    workshop.reveal_pass(f.document)
    assert there().editor.toPlainText() == SECRET
