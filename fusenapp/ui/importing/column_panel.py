"""One column set right: its name, type and unit, what it means, whether it is taken at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.importing.meanings import meaning_words
from fusenapp.ui.importing.preview import type_words
from fusenapp.ui.widgets import FormRow, Text, column, field

TYPES = ("text", "integer", "number", "money", "percent", "date", "month", "boolean")


@dataclass(frozen=True)
class ColumnFacts:
    """A column as it stands.

    Attributes:
        name: in the header of the sheet.
        letter: of the sheet.
        shown: what it is called after import.
        type, unit: as read, or as settled.
        settled: the type was chosen by the user.
        dropped: it is left out.
        meaning: see `domain.lead.MEANINGS`; None where columns have none.
        samples: the first values, for the eye.
    """

    name: str
    letter: str
    shown: str
    type: str
    unit: str
    settled: bool = False
    dropped: bool = False
    meaning: str | None = None
    samples: tuple[str, ...] = ()


class ColumnPanel(QWidget):
    """Editors for one column at a time.

    Signals:
        changed: {name, type, unit, drop → value}: None takes a correction back.
        meaning_changed: (meaning or empty).
    """

    changed = Signal(object)
    meaning_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: ColumnFacts | None = None
        words = translate("Importing", "Press the letter of a column in the sheet, or a header in the result, to set that column right.")
        self.hint = Text(words, "secondary", wrap=True)
        self.title = Text("", "strong", wrap=True)
        self.samples = Text("", "caption", wrap=True)
        self.name_field = field(name=translate("Importing", "Column name"))
        self.unit_field = field(name=translate("Importing", "Column unit"), placeholder=translate("Importing", "e.g. thousand yen"))
        types = [(translate("Importing", "As found"), ""), *((type_words(t), t) for t in TYPES)]
        self.type_box = _box(translate("Importing", "Column type"), types)
        meanings = [("—", ""), *((words, meaning) for meaning, words in meaning_words().items())]
        self.meaning_box = _box(translate("Importing", "Meaning of the column"), meanings)
        self.drop = QCheckBox(translate("Importing", "Leave this column out"))
        self._meaning_row = FormRow(translate("Importing", "Meaning of the column"), self.meaning_box)
        self._lay_out()
        self.name_field.editingFinished.connect(self._name_typed)
        self.unit_field.editingFinished.connect(self._unit_typed)
        self.type_box.activated.connect(lambda _: self.changed.emit({"type": self.type_box.currentData() or None}))
        self.meaning_box.activated.connect(lambda _: self.meaning_changed.emit(self.meaning_box.currentData() or ""))
        self.drop.clicked.connect(lambda checked: self.changed.emit({"drop": checked}))
        self.show_column(None)

    def _lay_out(self) -> None:
        self._editors = QWidget()
        self._editors.setLayout(column(
            self.title, self.samples, FormRow(translate("Importing", "Column name"), self.name_field),
            FormRow(translate("Importing", "Column type"), self.type_box), FormRow(translate("Importing", "Column unit"), self.unit_field),
            self._meaning_row, self.drop, gap=10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.hint)
        layout.addWidget(self._editors)
        layout.addStretch(1)

    @property
    def facts(self) -> ColumnFacts | None:
        """The column that is shown."""
        return self._facts

    def show_column(self, facts: ColumnFacts | None) -> None:
        """Show another column, or the hint."""
        same = facts is not None and self._facts is not None and facts.name == self._facts.name
        self._facts = facts
        self.hint.setVisible(facts is None)
        self._editors.setVisible(facts is not None)
        if facts is None:
            return
        self.title.setText(f"{facts.letter} · {facts.name}" if facts.letter else facts.name)
        self.samples.setText(translate("Importing", "e.g. {values}").format(values=" / ".join(facts.samples)) if facts.samples else "")
        self.samples.setVisible(bool(facts.samples))
        for editor, text in ((self.name_field, facts.shown), (self.unit_field, facts.unit)):
            if not (same and editor.hasFocus() and editor.isModified()):  # read again while the user goes on typing
                editor.setText(text)
        self.type_box.setItemText(0, translate("Importing", "As found") if facts.settled or not facts.type else
                                  translate("Importing", "As found: {type}").format(type=type_words(facts.type)))
        self.type_box.setCurrentIndex(max(self.type_box.findData(facts.type if facts.settled else ""), 0))
        self._meaning_row.setVisible(facts.meaning is not None)
        self.meaning_box.setCurrentIndex(max(self.meaning_box.findData(facts.meaning or ""), 0))
        self.drop.setChecked(facts.dropped)
        for editor in (self.name_field, self.unit_field, self.type_box, self.meaning_box):
            editor.setEnabled(not facts.dropped)

    def _name_typed(self) -> None:
        text = self.name_field.text().strip()
        if self._facts is not None and text != self._facts.shown:
            self.changed.emit({"name": text if text and text != self._facts.name else None})

    def _unit_typed(self) -> None:
        text = self.unit_field.text().strip()
        if self._facts is not None and text != self._facts.unit:
            self.changed.emit({"unit": text})


def _box(name: str, options: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for text, data in options:
        box.addItem(text, data)
    return box


def settled_facts(name: str, letter: str, known: Mapping[str, str]) -> ColumnFacts:
    """A column that was left out: only what its header says is known."""
    return ColumnFacts(name, letter, name, "", "", dropped=True, meaning=known.get("meaning"))
