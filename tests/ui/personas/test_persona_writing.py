"""ペルソナ as a new user meets it: three people typed from nothing, voices, grades, templates, portraits, values from the leads."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from fusenapp.domain.persona_templates import TEMPLATES, templates_for
from fusenapp.editing import links, personas
from fusenapp.errors import InputError
from fusenapp.ui.personas import pictures
from fusenapp.ui.personas.cropping import CropView
from fusenapp.ui.personas.fields import FieldRow, NotesField
from fusenapp.ui.personas.from_leads import FromLeads, ShareButton
from fusenapp.ui.personas.head import PersonaHead
from fusenapp.ui.personas.portrait import Portrait
from fusenapp.ui.personas.scales import ScalesBlock
from fusenapp.ui.personas.statement import StatementDetail, journey_notes
from fusenapp.ui.widgets.bound import BoundText

SELECTOR = "personas-selector"


def compose(text: str) -> None:
    """Type as a Japanese input method does: composed first, then confirmed."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, QInputMethodEvent(text, []))
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(focus, done)


def activate(qtbot, page) -> None:
    """As on a screen: without an active window nothing has the keyboard."""
    with qtbot.waitActive(page, timeout=5_000):
        page.activateWindow()


def row(area, persona: str, field: str) -> FieldRow:
    return next(r for r in area.findChildren(FieldRow) if (r._persona, r._field.id) == (persona, field))


def test_a_committee_is_typed_with_nothing_but_text_and_tab(area, context, qtbot) -> None:
    made = personas.add_set(context.document, "新しい顧客")
    context.session("personas")["set"] = made
    page = area("personas")
    activate(qtbot, page)
    people = [p for p in context.snapshot().all("personas", set=made) if p["role"] != "account"]
    for person in people:
        row(page, person["id"], "department").editor.setFocus()
        for field in ("department", "position", "years"):
            compose(f"{person['role']}の{field}")
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Tab)
    context.bridge.flush()
    for person in people:
        written = context.document.get("personas", person["id"])
        assert [written[f"field.{f}"] for f in ("department", "position", "years")] == [
            f"{person['role']}の{f}" for f in ("department", "position", "years")]


def test_alt_with_a_digit_grades_the_statement_that_is_being_written(area, context, qtbot) -> None:
    page = area("personas")
    editor = row(page, SELECTOR, "years").editor
    before = editor.toPlainText()
    qtbot.keyClick(editor, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert context.document.get("personas", SELECTOR)["evidence.years"] == "confirmed"
    assert editor.toPlainText() == before


def test_backspace_in_an_empty_note_takes_it_away(area, context, qtbot) -> None:
    page = area("personas")
    field = next(n for n in page.findChildren(NotesField) if (n._persona, n._field.id) == (SELECTOR, "concerns"))
    before = list(field._notes)
    field.add()
    new = next(id for id in field._notes if id not in before)
    qtbot.keyClick(field._notes[new].editor, Qt.Key.Key_Backspace)
    context.bridge.flush()
    assert list(field._notes) == before


def test_a_voice_is_added_to_a_statement_and_taken_off_again(area, context, qtbot) -> None:
    page = area("personas")
    detail = StatementDetail(context, *row(page, SELECTOR, "years").statement)
    qtbot.addWidget(detail)
    detail.quote.insert("仕訳を打ち直すなら意味がない")
    detail.customer.insert("受注・経理課 主任")
    qtbot.keyClick(detail.customer, Qt.Key.Key_Return)
    assert [context.document.get("interviews", i)["quote"] for i in detail.backing] == ["仕訳を打ち直すなら意味がない"]
    detail._link(detail.backing[0], False)
    context.bridge.flush()
    assert detail.backing == []
    assert detail.pick.count() == 2


def test_a_change_from_elsewhere_takes_neither_a_begun_voice_nor_the_pressed_button_away(area, context, qtbot) -> None:
    detail = StatementDetail(context, *row(area("personas"), SELECTOR, "years").statement)
    qtbot.addWidget(detail)
    detail.show()
    detail.quote.setText("月末の残業が一番の悩み")
    add = next(b for b in detail.findChildren(QPushButton) if b.text() == "声を追加")
    QTest.mousePress(add, Qt.MouseButton.LeftButton)
    personas.set_evidence(context.document, SELECTOR, "years", "partial")
    context.bridge.flush()
    QTest.mouseRelease(add, Qt.MouseButton.LeftButton)
    assert [context.document.get("interviews", i)["quote"] for i in detail.backing] == ["月末の残業が一番の悩み"]
    assert detail.quote.text() == ""
    detail.quote.setText("もう一言")
    personas.set_evidence(context.document, SELECTOR, "years", "confirmed")
    context.bridge.flush()
    assert detail.quote.text() == "もう一言"


def test_the_details_follow_the_keyboard(area, context, qtbot) -> None:
    page = area("personas")
    activate(qtbot, page)
    row(page, SELECTOR, "trigger").editor.setFocus()
    qtbot.waitUntil(lambda: isinstance(context.inspector.current, StatementDetail))
    assert context.inspector.current.about[1].id == "trigger"


def test_a_field_shows_the_journey_notes_of_its_role(context) -> None:
    found = journey_notes(context.snapshot(), SELECTOR, "concerns")
    assert {n["lane"] for n in found} == {"journey-thoughts"}
    assert {n["role"] for n in found} == {"selector"}


def test_a_note_that_is_linked_with_a_field_comes_first(context) -> None:
    note = next(n["id"] for n in context.snapshot().all("notes", role="selector", lane="journey-actions"))
    links.link(context.document, ("notes", note), ("personas", SELECTOR), field="concerns")
    assert journey_notes(context.snapshot(), SELECTOR, "concerns")[0]["id"] == note


def test_a_template_fills_only_what_is_empty(area, context, qtbot) -> None:
    made = personas.add_set(context.document, "新")
    context.session("personas")["set"] = made
    page = area("personas")
    person = next(p["id"] for p in context.snapshot().all("personas", set=made) if p["role"] == "approver")
    personas.write_field(context.document, person, "position", "社長")
    head = next(h for h in page.findChildren(PersonaHead) if h._id == person)
    head.fill(next(t for t in TEMPLATES if t.id == "director"))
    written = context.document.get("personas", person)
    assert written["field.position"] == "社長"
    assert written["field.department"] == "経営層"
    assert {n["field"] for n in context.snapshot().all("notes", parent=person)} >= {"concerns", "ringi_cost", "ringi_setup"}
    context.bridge.undo()
    assert not context.snapshot().all("notes", parent=person)


def test_there_are_templates_for_people_and_for_accounts() -> None:
    assert len(templates_for("account")) >= 5
    assert len(templates_for("selector")) >= 5


def test_a_value_of_the_won_leads_is_taken_with_its_source(area, context, qtbot) -> None:
    panel = FromLeads(context, "personas-account")
    qtbot.addWidget(panel)
    panel.resize(304, 700)
    panel.show()
    qtbot.waitUntil(lambda: panel.profile is not None, timeout=20_000)
    assert panel.profile is not None
    assert panel.profile.won == 48
    industry = next(f for f in panel.profile.fields if f.field == "industry")
    assert (industry.values[0].text, industry.values[0].count, industry.known, industry.missing) == ("情報通信業", 18, 48, 0)
    button = next(b for b in panel.findChildren(ShareButton) if b.share is industry.values[0])
    qtbot.keyClick(button, Qt.Key.Key_Return)
    written = context.document.get("personas", "personas-account")
    assert written["field.industry"] == "情報通信業"
    assert written["evidence.industry"] == "confirmed"
    assert "48" in written["source.industry"]
    assert "業種" in written["source.industry"]


def test_a_scale_is_set_by_arrow_keys_and_cleared_by_delete(area, context, qtbot) -> None:
    page = area("personas")
    dots = next(b for b in page.findChildren(ScalesBlock) if b._persona == SELECTOR).dots["caution"]
    qtbot.keyClick(dots, Qt.Key.Key_Right)
    context.bridge.flush()
    qtbot.keyClick(dots, Qt.Key.Key_Right)
    context.bridge.flush()
    assert (dots.at, dots.accessibleName()) == (2, "慎重さ：+2")
    qtbot.keyClick(dots, Qt.Key.Key_Delete)
    context.bridge.flush()
    assert dots.at is None


def picture_file(path: Path, width: int = 400, height: int = 300) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    assert image.save(str(path))
    return path


def test_a_dropped_picture_is_cut_and_kept_in_the_file(area, context, qtbot, tmp_path: Path) -> None:
    portrait = next(p for p in area("personas").findChildren(Portrait) if p._id == SELECTOR)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture_file(tmp_path / "face.png")))])
    enter = QDragEnterEvent(QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(portrait, enter)
    drop = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(portrait, drop)
    qtbot.waitUntil(lambda: hasattr(portrait, "dialog"), timeout=10_000)
    view = portrait.dialog.view
    before = view.square.center().x()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClicks(view, "+++")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.zoom > 1.2
    assert view.square.center().x() > before
    portrait.dialog.accept()
    context.bridge.flush()
    hash = context.document.get("personas", SELECTOR)["portrait"]
    kept = pictures.decode(context.workspace.blobs.get(hash))
    assert (kept.width(), kept.height()) == (pictures.SIDE, pictures.SIDE)
    qtbot.waitUntil(lambda: portrait.image is not None, timeout=10_000)


def test_the_cut_never_leaves_the_picture(qtbot) -> None:
    view = CropView(QImage(300, 100, QImage.Format.Format_RGB32))
    qtbot.addWidget(view)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        for _ in range(30):
            qtbot.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)
    assert (view.square.left(), view.square.top(), view.square.width()) == (0, 0, 100)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused(qapp, data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        pictures.decode(data, "x.png")
    assert caught.value.code == "picture-unreadable"


def test_a_picture_that_would_fill_the_memory_is_refused_unread(qapp) -> None:
    def chunk(body: bytes) -> bytes:
        return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))

    header = b"IHDR" + struct.pack(">IIBBBBB", 15_000, 15_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(header) + chunk(b"IDAT" + zlib.compress(bytes(1000))) + chunk(b"IEND")
    with pytest.raises(InputError) as caught:
        pictures.decode(bomb, "bomb.png")
    assert caught.value.code == "picture-too-large"


def test_the_quote_has_a_name_for_screen_readers(area) -> None:
    names = {e.accessibleName() for e in area("personas").findChildren(BoundText)}
    assert {"本人の言葉", "役割の意味"} <= names


@pytest.mark.parametrize("how", ["composed", "pasted", "typed"])
def test_a_field_grows_with_a_long_text_however_it_comes_in(area, context, qtbot, how: str) -> None:
    page = area("personas")
    activate(qtbot, page)
    editor = row(page, SELECTOR, "years").editor
    editor.setFocus()
    editor.selectAll()
    one, long = editor.height(), "自動車部品の一次下請けで、商社を経由する受注が八割を占める"
    if how == "composed":
        compose(long)
    elif how == "pasted":
        QApplication.clipboard().setText(long)
        QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.keyClicks(editor, "the first tier of a car maker, sells through trading houses")
    lines = editor.document().firstBlock().layout().lineCount()
    assert lines >= 2
    assert editor.height() > one
    assert editor.viewport().height() >= editor.document().size().height()
    assert editor.verticalScrollBar().value() == 0, "its first line is to be seen"


def test_ctrl_enter_in_a_note_writes_another_one_below_the_same_field(area, context, qtbot) -> None:
    page = area("personas")
    activate(qtbot, page)
    field = next(n for n in page.findChildren(NotesField) if (n._persona, n._field.id) == (SELECTOR, "concerns"))
    before = list(field._notes)
    editor = field._notes[before[-1]].editor
    editor.setFocus()
    said = editor.toPlainText()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(field._notes) == len(before) + 1
    fresh = next(note for id, note in field._notes.items() if id not in before)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is fresh.editor)
    compose("二重入力にならないか")
    assert context.document.get("notes", fresh.id)["text"] == "二重入力にならないか"
    assert editor.toPlainText() == said


def test_enter_is_a_line_of_a_field_and_what_is_pasted_is_plain(area, context, qtbot) -> None:
    page = area("personas")
    activate(qtbot, page)
    editor = row(page, SELECTOR, "duties").editor
    editor.setFocus()
    editor.selectAll()
    data = QMimeData()
    data.setHtml("<b>受注</b>の<span style='font-size: 40px'>入力</span>")
    data.setText("受注の入力")
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Return)
    compose("電話の応対")
    assert context.document.get("personas", SELECTOR)["field.duties"] == "受注の入力\n電話の応対"
    assert "<b>" not in editor.toHtml().lower()
    assert "40px" not in editor.toHtml()


def test_a_text_longer_than_its_field_ends_between_two_lines(area, context, qtbot) -> None:
    personas.write_field(context.document, SELECTOR, "department", "月次決算と支払処理を担当し、子会社三社の締めもあわせて見ている。" * 12)
    context.bridge.flush()
    editor = row(area("personas"), SELECTOR, "department").editor
    qtbot.waitUntil(lambda: editor.verticalScrollBar().maximum() > 0, timeout=2_000)
    block = editor.document().firstBlock()
    top = editor.document().documentLayout().blockBoundingRect(block).top()
    lines = [block.layout().lineAt(at).rect().translated(0, top) for at in range(block.layout().lineCount())]
    end = editor.viewport().height()
    cut = [line for line in lines if line.top() + 1 < end < line.top() + editor.fontMetrics().height() - 1]
    assert len(lines) > 6
    assert not cut
