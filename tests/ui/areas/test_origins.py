"""What was made of a note shows it, and leads back to the board; the note leads there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from fusenapp.editing.note_structure import Spot, turn
from fusenapp.ui.personas.fields import PersonaNote


@pytest.fixture
def note(context) -> dict:
    """A note of the board."""
    return dict(next(n for n in context.snapshot().all("notes") if n.get("phase") and n.get("text") and n.get("role") == "selector"))


@pytest.fixture
def gone(context) -> list:
    """Where links led."""
    found: list = []
    context.navigated.connect(lambda area, item: found.append((area, item)))
    return found


def press(widget: QWidget, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text().startswith(text[:10]) and b.isVisibleTo(widget)).click()


def test_a_condition_names_its_note_in_its_details(area, context, note, gone) -> None:
    root = context.snapshot().value("definitions", "target", "root")
    (end,) = turn(context.document, [note["id"]], Spot("groups", root))
    context.bridge.flush()
    target = area("target")
    target.reveal(end)
    row = target.builder.rows[end[1]]
    button = next(b for b in row.details.findChildren(QPushButton) if note["text"][:10] in b.text())
    button.click()
    assert gone == [("journey", ("notes", note["id"]))]


def test_a_kpi_names_its_note_in_its_details(area, context, note, gone, qtbot) -> None:
    root = context.snapshot().all("kpis", parent="")[0]["id"]
    (end,) = turn(context.document, [note["id"]], Spot("kpis", root))
    context.bridge.flush()
    kpi = area("kpi")
    qtbot.waitUntil(lambda: end[1] in kpi._nodes, timeout=10_000)
    kpi.reveal(end)
    qtbot.waitUntil(lambda: context.inspector.current is not None, timeout=10_000)
    press(context.inspector.current, note["text"])
    assert gone == [("journey", ("notes", note["id"]))]


def test_a_statement_names_its_note_once_and_the_link_leads_to_the_very_statement(area, context, note, gone, qtbot) -> None:
    person = next(p["id"] for p in context.snapshot().all("personas") if p.get("role") == "selector")
    (end,) = turn(context.document, [note["id"]], Spot("personas", person, "concerns"))
    context.bridge.flush()
    personas = area("personas")
    personas.reveal(end)
    made = next(p for p in personas.findChildren(PersonaNote) if p.id == end[1])
    personas.activateWindow()
    qtbot.waitUntil(made.editor.hasFocus, timeout=5_000)
    shown = [b for b in context.inspector.current.findChildren(QPushButton) if b.text().startswith(note["text"][:10])]
    assert len(shown) == 1
    shown[0].click()
    assert gone == [("journey", ("notes", note["id"]))]


def test_a_line_of_a_form_field_is_found_by_its_field(area, context, note, qtbot) -> None:
    person = next(p["id"] for p in context.snapshot().all("personas") if p.get("role") == "selector")
    turn(context.document, [note["id"]], Spot("personas", person, "channels"))
    context.bridge.flush()
    personas = area("personas")
    personas.activateWindow()
    personas.reveal(("personas", person, "channels"))
    qtbot.waitUntil(lambda: context.inspector.current is not None, timeout=5_000)
    press(context.inspector.current, note["text"])
