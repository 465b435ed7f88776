"""The details of one statement: how well it is backed and by whom, where it came from, what departments say, what the journey says."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QVBoxLayout, QWidget

from fusenapp.domain.origins import in_one_line, notes_behind
from fusenapp.domain.persona import ACCOUNT, EVIDENCE, EVIDENCE_NAMES, JOURNEY_LANES, PersonaField, unquoted
from fusenapp.domain.persona_draft import id_of
from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.editing import notes, personas
from fusenapp.editing.links import linked_fields
from fusenapp.i18n import language, translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.origins import origin_button, origin_section
from fusenapp.ui.widgets import (
    FlatButton,
    FormRow,
    IconButton,
    InspectorSection,
    PushButton,
    SegmentedControl,
    Text,
    field,
    row,
)

_MOST = 8
_PRESSED = 120
"""Milliseconds until it is looked again whether a button has been let go."""
QUOTE = 34
"""Characters of an interview's words in a choice."""


class StatementDetail(QWidget):
    """Of a field of a persona (``note`` empty) or of one sticky note under it."""

    def __init__(self, context: UiContext, persona: str, persona_field: PersonaField, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._persona, self._field, self._note = context, persona, persona_field, note
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body: QWidget | None = None
        context.bridge.changed.connect(self.refresh)
        self.refresh()

    @property
    def about(self) -> tuple[str, PersonaField, str]:
        """Persona, field and note, as it was made for."""
        return (self._persona, self._field, self._note)

    @property
    def key(self) -> tuple[str, str, str]:
        """(kind, id, field) of the statement."""
        return ("notes", self._note, "") if self._note else ("personas", self._persona, self._field.id)

    @property
    def backing(self) -> list[str]:
        """Ids of the voices that back it."""
        kind, id, name = self.key
        snapshot = self._context.snapshot()
        found = (snapshot.get(kind, id) or {}).get(f"interviews.{name or 'note'}") or []
        return [i for i in found if snapshot.get("interviews", i)]

    def refresh(self, changes: object = None) -> None:
        """Look again; a statement that is gone shows nothing."""
        if changes is not None and self._typing():
            return
        begun: dict[str, str] = {}
        if self._body is not None:
            if any(button.isDown() for button in self._body.findChildren(QAbstractButton)):
                QTimer.singleShot(_PRESSED, self, self.refresh)  # a button that went under a click would do nothing
                return
            begun = {each.accessibleName(): each.text() for each in self._body.findChildren(QLineEdit) if each.property("voice")}
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._context.snapshot().get(self.key[0], self.key[1]) is not None:
            for section in (self._evidence(), self._origin(), self._voices(), self._journey(), self._drafts()):
                if section is not None:
                    column.addWidget(section)
            for each in (self.quote, self.customer):
                each.setText(begun.get(each.accessibleName(), ""))
        column.addStretch(1)
        self._column.addWidget(self._body)

    def _typing(self) -> bool:
        """Somebody writes a voice here: it must not be taken away under their fingers."""
        focus = self.focusWidget()
        return bool(focus and focus.hasFocus() and focus.property("voice"))

    # how well

    def _evidence(self) -> InspectorSection:
        section = InspectorSection(translate("Personas", "How well it is backed"), first=True)
        kind, id, name = self.key
        record = self._context.snapshot().get(kind, id) or {}
        grade = value(kind, record, f"evidence.{name}" if name else "evidence") or EVIDENCE[0]
        self.grades = SegmentedControl([(g, _SHORT[g]()) for g in EVIDENCE], grade, name=translate("Personas", "How well it is backed"))
        for each in EVIDENCE:
            self.grades.segment(each).setToolTip(EVIDENCE_NAMES[each].to(language()))
        self.grades.changed.connect(self._grade)
        section.body.addWidget(self.grades)
        source = record.get(f"source.{name}") if name else ""
        words = source or translate("Personas", "%n voice(s) back this.", n=len(self.backing))
        section.body.addWidget(Text(words, "caption", wrap=True))
        return section

    def _grade(self, grade: str) -> None:
        if self._note:
            notes.grade_notes(self._context.document, [self._note], grade)
        else:
            personas.set_evidence(self._context.document, self._persona, self._field.id, grade)

    # by whom

    def _voices(self) -> InspectorSection:
        section = InspectorSection(translate("Personas", "Voices"))
        snapshot, backing = self._context.snapshot(), self.backing
        for id in backing:
            section.body.addLayout(self._voice(snapshot.get("interviews", id) or {}))
        self.pick = QComboBox()
        self.pick.setAccessibleName(translate("Personas", "Link a voice"))
        self.pick.addItem(translate("Personas", "Link a voice…"), "")
        for each in snapshot.all("interviews"):
            if each["id"] not in backing:
                self.pick.addItem(in_one_line(value("interviews", each, "quote"), QUOTE), each["id"])
        self.pick.activated.connect(self._picked)
        if self.pick.count() > 1:
            section.body.addWidget(self.pick)
        self._new_voice(section)
        return section

    def _voice(self, voice: Record):
        quote = Text(translate("Personas", "“{quote}”").format(quote=unquoted(value("interviews", voice, "quote"))), wrap=True)
        who = "・".join(filter(None, (value("interviews", voice, n) for n in ("result", "customer", "role", "date"))))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(quote)
        if who:
            words.addWidget(Text(who, "caption", wrap=True))
        off = IconButton("close", translate("Personas", "Unlink the voice"), on=lambda: self._link(voice["id"], False), small=True)
        line = row(gap=4)
        line.addLayout(words, 1)
        line.addWidget(off)
        return line

    def _new_voice(self, section: InspectorSection) -> None:
        self.quote = field("", translate("Personas", "What was said"), translate("Personas", "What was said"))
        self.customer = field("", translate("Personas", "Customer, role, won or lost"), translate("Personas", "Who said it"))
        for each in (self.quote, self.customer):
            each.setProperty("voice", True)
            each.returnPressed.connect(self._add)
        section.body.addWidget(self.quote)
        section.body.addWidget(self.customer)
        section.body.addLayout(row(None, PushButton(translate("Personas", "Add the voice"), "plus", on=self._add, small=True)))

    def _add(self) -> None:
        quote, who = self.quote.text().strip(), self.customer.text().strip()
        if not quote:
            self.quote.setFocus()
            return
        self.quote.clear()
        self.customer.clear()
        self.setFocus()
        personas.add_interview(self._context.document, {"quote": quote, "customer": who}, self.key)
        self._context.bridge.flush()
        self.refresh()

    def _picked(self) -> None:
        if self.pick.currentData():
            self._link(self.pick.currentData(), True)

    def _link(self, interview: str, linked: bool) -> None:
        kind, id, name = self.key
        personas.set_interviews(self._context.document, kind, id, name, interview, linked)

    # elsewhere

    def _origin(self) -> InspectorSection | None:
        """The notes of the board that it was made of."""
        kind, id, name = self.key
        return origin_section(self._context, (kind, id), name)

    def _journey(self) -> InspectorSection | None:
        snapshot = self._context.snapshot()
        behind = {note["id"] for note in notes_behind(snapshot, self.key[:2], self.key[2])}
        found = [note for note in journey_notes(snapshot, self._persona, self._field.id, self._note) if note["id"] not in behind]
        if not found:
            return None
        section = InspectorSection(translate("Personas", "In the journey"), translate("Personas", "%n note(s)", n=len(found)))
        for note in found[:_MOST]:
            section.body.addLayout(row(origin_button(self._context, note), None))
        return section

    def _drafts(self) -> InspectorSection | None:
        snapshot = self._context.snapshot()
        section = InspectorSection(translate("Personas", "What departments would write"))
        told = 0
        for department in snapshot.all("departments"):
            own = family(snapshot.get("persona_drafts", id_of(self._persona, department["id"])) or {}, "field")
            if self._field.id in own:
                section.body.addWidget(FormRow(value("departments", department, "name"), Text(str(own[self._field.id]) or "—", wrap=True)))
                told += 1
        section.body.addWidget(FlatButton(translate("Personas", "Compare the drafts"), "split", on=self._compare, small=True))
        return section if told else None

    def _compare(self) -> None:
        self._context.session("personas")["view"] = "drafts"
        self._context.navigate("personas", ("personas", self._persona))


def journey_notes(snapshot: Snapshot, persona: str, field_id: str, note: str = "") -> list[Record]:
    """Notes of journeys that are linked with a field, then those of the same role, or of none, in the lane that speaks of it."""
    linked = [snapshot.get(*end) for end, name in linked_fields(snapshot, ("personas", persona)) if end[0] == "notes" and name == field_id]
    if note:
        linked += [snapshot.get(*end) for end, _ in linked_fields(snapshot, ("notes", note)) if end[0] == "notes"]
    person = snapshot.get("personas", persona) or {}
    role, words = person.get("role") or "", JOURNEY_LANES.get(field_id, ())
    lanes = {r["id"] for r in snapshot.all("lanes") if any(w.lower() in value("lanes", r, "name").lower() for w in words)}
    journeys = {j["id"] for j in snapshot.all("journeys", set=person.get("set") or "", of="")}
    same = [] if role in ("", ACCOUNT) or not lanes else [
        n for n in snapshot.all("notes") if n.get("lane") in lanes and n.get("parent") in journeys and (n.get("role") or role) == role]
    found = {n["id"]: n for n in (*linked, *same) if n is not None and n["id"] != note}
    return list(found.values())


_SHORT = {"hypothesis": lambda: translate("Personas", "Hypothesis"), "partial": lambda: translate("Personas", "Partly"),
          "confirmed": lambda: translate("Personas", "Confirmed")}
