"""ペルソナ: the account and the people side by side, fields level with each other."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from fusenapp.domain.persona import fields_of
from fusenapp.ui.personas.evidence import EvidenceBars
from fusenapp.ui.personas.fields import FieldRow, NotesField, PersonaNote
from fusenapp.ui.widgets.bound import BoundText


def row(area, persona: str, field: str) -> FieldRow:
    return next(r for r in area.findChildren(FieldRow) if (r._persona, r._field.id) == (persona, field))


def test_every_field_of_the_account_and_the_three_people_is_there(area) -> None:
    personas = area("personas")
    wanted = sum(len(fields_of(role)) for role in ("account", "selector", "decision-maker", "approver"))
    assert len(personas.findChildren(FieldRow)) + len(personas.findChildren(NotesField)) == wanted


def test_the_same_field_stands_at_the_same_height_for_all_people(area, qtbot) -> None:
    personas = area("personas")
    tops = {row(personas, f"personas-{role}", "trigger").mapTo(personas, QPoint(0, 0)).y() for role in ("selector", "decision-maker", "approver")}
    assert len(tops) == 1


def test_the_meaning_of_each_role_is_visible_in_full(area) -> None:
    personas = area("personas")
    meanings = [e for e in personas.findChildren(BoundText) if e.accessibleName() == "役割の意味"]
    assert [m.toPlainText() for m in meanings] == ["はじめに獲得したい会社", "候補を調べ、絞り込む人", "部門として採用を決める人", "費用と責任を引き受ける人"]
    assert all(m.viewport().height() >= m.document().size().height() for m in meanings)


def test_typing_into_a_field_writes_it(area, context, qtbot) -> None:
    personas = area("personas")
    editor = row(personas, "personas-selector", "years").editor
    editor.setFocus()
    editor.place_cursor_at_end()
    qtbot.keyClicks(editor, " (2026)")
    assert context.document.get("personas", "personas-selector")["field.years"] == "入社7年目 (2026)"


def test_the_keys_one_to_three_grade_the_evidence(area, context, qtbot) -> None:
    personas = area("personas")
    bars = row(personas, "personas-selector", "years").findChild(EvidenceBars)
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_3)
    context.bridge.flush()
    assert context.document.get("personas", "personas-selector")["evidence.years"] == "confirmed"
    assert bars.grade == "confirmed"


def test_a_note_is_written_in_place_and_deleted_with_a_way_back(area, context, qtbot) -> None:
    personas = area("personas")
    field = next(n for n in personas.findChildren(NotesField) if (n._persona, n._field.id) == ("personas-approver", "concerns"))
    before = len(field.findChildren(PersonaNote))
    qtbot.mouseClick(field.findChildren(QPushButton)[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(field._notes) == before + 1)
    note = list(field._notes.values())[-1]
    qtbot.keyClicks(note.editor, "ROI")
    assert context.document.get("notes", note.id)["text"] == "ROI"
    qtbot.mouseClick(note.remove, Qt.MouseButton.LeftButton)
    context.bridge.flush()
    assert len(field._notes) == before
    assert context.bridge.undo() is not None
    assert context.document.get("notes", note.id)["text"] == "ROI"


def test_a_role_can_be_added_beside_the_three(area, context, qtbot) -> None:
    personas = area("personas")
    qtbot.mouseClick(next(b for b in personas.findChildren(QPushButton) if b.text() == "役割を追加"), Qt.MouseButton.LeftButton)
    context.bridge.flush()
    assert [p["name"] for p in context.snapshot().all("personas", set="personas")] == ["企業", "選定者", "決定者", "決裁者", "新しい役割"]


def test_new_personas_are_named_in_the_box_and_enter_writes_the_name(area, context, qtbot) -> None:
    page = area("personas")
    with qtbot.waitActive(page, timeout=5_000):
        page.activateWindow()
    page._add_set()
    qtbot.keyClicks(page.sets.lineEdit(), "ERP")
    qtbot.keyClick(page.sets.lineEdit(), Qt.Key.Key_Return)
    context.bridge.flush()
    assert [s["name"] for s in context.snapshot().all("persona_sets")][-1] == "ERP"
    assert (page.sets.currentText(), page.sets.count(), page.sets.isEditable()) == ("ERP", 2, False)


def test_esc_leaves_the_name_of_the_personas_as_it_was(area, context, qtbot) -> None:
    page = area("personas")
    with qtbot.waitActive(page, timeout=5_000):
        page.activateWindow()
    name = page.sets.currentText()
    page.rename.click()
    qtbot.keyClicks(page.sets.lineEdit(), "ERP")
    qtbot.keyClick(page.sets.lineEdit(), Qt.Key.Key_Escape)
    context.bridge.flush()
    assert (page.sets.currentText(), page.sets.isEditable()) == (name, False)


def test_where_there_is_nobody_yet_only_the_invitation_is_shown(area, context, qtbot) -> None:
    from fusenapp.editing import personas

    page = area("personas")
    assert page.views.isVisible()
    personas.delete_set(context.document, page.set_id)
    context.bridge.flush()
    assert [part.isVisible() for part in (page.sets, page.rename, page.views)] == [False, False, False]
    context.bridge.undo()
    context.bridge.flush()
    assert [part.isVisible() for part in (page.sets, page.rename, page.views)] == [True, True, True]
