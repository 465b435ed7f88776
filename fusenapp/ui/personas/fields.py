"""The parts of a persona: form fields with their evidence, and groups of sticky notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.persona import PersonaField
from fusenapp.domain.snapshot import Record, value
from fusenapp.domain.workshop import COVERED, dots
from fusenapp.editing import notes, personas
from fusenapp.editing.notes import NewNote, Place
from fusenapp.i18n import language, translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.personas.evidence import EvidenceBars
from fusenapp.ui.personas.keys import StatementKeys
from fusenapp.ui.personas.papers import PAPER_OF
from fusenapp.ui.theme import color, paper
from fusenapp.ui.widgets import DepartmentMarks, ElidedLabel, FlatButton, IconButton, Text, hline, row
from fusenapp.ui.widgets.bound import BoundText


class FieldRow(QWidget):
    """A caption with evidence bars above a text that grows."""

    def __init__(self, context: UiContext, persona: str, field: PersonaField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._persona, self._field = context, persona, field
        self.statement = (persona, field, "")
        name = field.name.to(language())
        self.bars = EvidenceBars(self._grade(), self._choose, of=name)
        self.editor = BoundText(context, ("personas", persona, f"field.{field.id}"), self._write, name=name,
                                placeholder=translate("Personas", "Not written yet"), lines=(1, 6), plain=True, parent=self)
        StatementKeys(self.editor, self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line = row(ElidedLabel(name, "caption"), self.bars)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addLayout(row(self.editor, margins=(-7, 0, 0, 0)))
        layout.addWidget(hline())
        layout.addStretch(1)
        context.bridge.changed.connect(self._look)

    def _write(self, text: str) -> None:
        personas.write_field(self._context.document, self._persona, self._field.id, text)

    def _choose(self, grade: str) -> None:
        personas.set_evidence(self._context.document, self._persona, self._field.id, grade)

    def _grade(self) -> str:
        return value("personas", self._context.document.get("personas", self._persona) or {}, f"evidence.{self._field.id}") or ""

    def _look(self, changes: Changes) -> None:
        if f"evidence.{self._field.id}" in changes.updated.get(("personas", self._persona), ()):
            self.bars.set(self._grade())


class PersonaNote(QWidget):
    """A sticky note under a field: typed in place, its evidence at the right."""

    def __init__(self, context: UiContext, note: Record, field: PersonaField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.id = context, note["id"]
        self.statement = (value("notes", note, "parent"), field, self.id)
        field_name = field.name.to(language())
        self.colour = int(value("notes", note, "colour") or 1)
        self.covered = bool(note.get(COVERED))
        self.editor = BoundText(context, ("notes", self.id, "text"), self._write, name=field_name, lines=(1, 8), plain=True,
                                placeholder=translate("Personas", "Write a note"), parent=self)
        self.bars = EvidenceBars(value("notes", note, "evidence"), self._grade, of=field_name)
        self.remove = IconButton("close", translate("Personas", "Delete the note"), on=self._delete, small=True)
        self.remove.setFixedSize(22, 22)
        self.bars.setFixedHeight(22)
        self.remove.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes from note to note; Backspace in an empty note removes it
        StatementKeys(self.editor, self._grade, self._delete)
        self._colour_text()
        self.dots = DepartmentMarks(size=8, gap=3)
        self._show_dots()
        if self.covered:
            self._cover()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 4, 2)
        layout.setSpacing(0)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(_level(self.bars))
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        context.bridge.changed.connect(self._look)
        context.department_changed.connect(self._show_dots)
        context.presenting_changed.connect(self._show_dots)

    def _show_dots(self, *_: object) -> None:
        """The votes of the round under way, as far as one may see them."""
        snapshot = self._context.snapshot()
        counts = (dots(snapshot, snapshot.value("personas", self.statement[0], "set")) or {}).get(self.id, {})
        marks = [(snapshot.value("departments", d, "shape"), f"{snapshot.value('departments', d, 'name')} {n}", n) for d, n in counts.items()]
        self.dots.set((shape, name if i == 0 else "", True) for shape, name, n in marks for i in range(n))
        self.dots.setVisible(bool(counts))

    def _cover(self) -> None:
        """Another department writes it privately: a paper that only says so."""
        words = translate("Workshop", "Private, covered until it is revealed")
        self.editor.setPlaceholderText(words)
        self.editor.setAccessibleName(words)
        self.editor.setEnabled(False)
        self.bars.hide()
        self.remove.hide()

    def _colour_text(self) -> None:
        palette = self.editor.palette()
        palette.setColor(QPalette.ColorRole.Text, paper(self.colour).text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, paper(self.colour).text)
        self.editor.setPalette(palette)
        self.editor.setStyleSheet(f"color: {paper(self.colour).text.name()}; background: transparent;")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(paper(self.colour).edge, 1))
        painter.setBrush(paper(self.colour).fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5), 3, 3)
        painter.setPen(color("shadow"))
        painter.drawLine(2, self.height() - 1, self.width() - 3, self.height() - 1)

    def _write(self, text: str) -> None:
        notes.write_note(self._context.document, self.id, text)

    def _grade(self, grade: str) -> None:
        notes.grade_notes(self._context.document, [self.id], grade)

    def _delete(self) -> None:
        notes.delete_notes(self._context.document, [self.id])
        self._context.notify(translate("Personas", "The note was deleted."), undo=True)

    def _look(self, changes: Changes) -> None:
        if any(kind in ("rounds", "ballots") for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self._show_dots()
        touched = changes.updated.get(("notes", self.id), frozenset())
        if touched & {"evidence", "colour"}:
            note = self._context.record("notes", self.id) or {}
            self.bars.set(value("notes", note, "evidence"))
            self.colour = int(value("notes", note, "colour") or 1)
            self._colour_text()
            self.update()


def _level(part: QWidget) -> QVBoxLayout:
    """Beside the first line of the text."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 3, 0, 0)
    column.addWidget(part)
    column.addStretch(1)
    return column


class NotesField(QWidget):
    """A caption above the notes of a free part, and a button to write another."""

    def __init__(self, context: UiContext, persona: str, field: PersonaField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._persona, self._field = context, persona, field
        self._name = field.name.to(language())
        self._shown: list[tuple[str, bool]] = []
        self._notes: dict[str, PersonaNote] = {}
        self._stack = QVBoxLayout()
        self._stack.setSpacing(6)
        add = FlatButton(translate("Personas", "Write a note"), "plus", on=self.add, small=True)
        add.setAccessibleName(translate("Personas", "Write a note under {field}").format(field=self._name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(Text(self._name, "section"))
        layout.addLayout(self._stack)
        layout.addLayout(row(add, None))
        layout.addStretch(1)
        context.bridge.changed.connect(self._look)
        context.department_changed.connect(self.refresh)
        context.presenting_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the notes that there are, in their order."""
        there = self._context.snapshot().all("notes", parent=self._persona, field=self._field.id)
        ids = [(n["id"], bool(n.get(COVERED))) for n in there]
        if ids == self._shown:
            return
        self._shown = ids
        for id in [i for i, note in self._notes.items() if (i, note.covered) not in ids]:
            gone = self._notes.pop(id)
            self._stack.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, note in enumerate(there):
            if note["id"] not in self._notes:
                self._notes[note["id"]] = PersonaNote(self._context, note, self._field, self)
            self._stack.insertWidget(at, self._notes[note["id"]])

    def add(self) -> None:
        """A new note, ready to be typed."""
        place = Place(self._persona, field=self._field.id)
        id = notes.add_note(self._context.document, NewNote(place, colour=PAPER_OF.get(self._field.id, 5), department=self._context.department))
        self._context.bridge.flush()
        QTimer.singleShot(0, lambda: self._notes[id].editor.setFocus() if id in self._notes else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add()
            return
        super().keyPressEvent(event)

    def _look(self, changes: Changes) -> None:
        if any(kind in ("notes", "passes") for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()
