"""What stands behind a condition: points and their axis, who proposed it, whether it is known at hand-over, comment and evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.domain.definition import Clause, Include
from fusenapp.domain.evidence import evidence_words
from fusenapp.domain.persona import EVIDENCE, EVIDENCE_NAMES
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import language, translate
from fusenapp.ui.definitions.columns import Offered
from fusenapp.ui.definitions.quiet_combo import QuietCombo
from fusenapp.ui.definitions.values import NUMBERS
from fusenapp.ui.origins import clause_origins
from fusenapp.ui.widgets import Chip, FlatButton, FlowLayout, LinkButton, Text, empty, field, row


@dataclass(frozen=True)
class Around:
    """What a condition can refer to.

    Attributes:
        departments, interviews: (id, name).
        dates, numbers: columns that half-lives, days and trends are counted from.
        origins: (record of a clause, id of a note that it was made of, the note in short).
    """

    departments: tuple[tuple[str, str], ...] = ()
    interviews: tuple[tuple[str, str], ...] = ()
    dates: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    origins: tuple[tuple[str, str, str], ...] = ()


def around_of(snapshot: Snapshot, columns: Sequence[Offered]) -> Around:
    """What the conditions of a workspace can refer to."""
    def named(kind: str, field: str) -> tuple[tuple[str, str], ...]:
        return tuple((r["id"], value(kind, r, field) or r["id"]) for r in snapshot.all(kind))

    return Around(named("departments", "name"), named("interviews", "customer"), tuple(c.name for c in columns if c.type == "date"),
                  tuple(c.name for c in columns if c.type in NUMBERS), tuple(clause_origins(snapshot)))


class ClauseDetails(QWidget):
    """Opens below a row.

    Signals:
        changed: fields to write.
        backed: (key of the evidence, what it says or None to take it out).
        asked: id of the note of the journey that is to be shown.
    """

    changed = Signal(object)
    backed = Signal(str, object)
    asked = Signal(str)

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._evidence = around, {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 4, 8, 6)
        layout.setSpacing(6)
        self.points_row = QWidget()
        self.points_row.setLayout(self._points())
        layout.addWidget(self.points_row)
        layout.addLayout(self._origin())
        self.comment = field("", translate("Definitions", "Why this condition"), translate("Definitions", "Comment"))
        self.comment.setProperty("small", True)
        self.comment.editingFinished.connect(lambda: self.changed.emit({"comment": self.comment.text().strip()}))
        layout.addLayout(_line(translate("Definitions", "Comment"), self.comment, stretch=True))
        self.notes = QVBoxLayout()
        self.notes.setSpacing(0)
        layout.addLayout(self.notes)
        self._backing(layout)

    def _points(self) -> QHBoxLayout:
        self.axis = QuietCombo(translate("Definitions", "Axis"), 100)
        for key, words in (("", translate("Definitions", "No axis")), ("fit", translate("Definitions", "Fit")),
                           ("interest", translate("Definitions", "Interest"))):
            self.axis.addItem(words, key)
        self.axis.activated.connect(self._axis_chosen)
        self.half_life = number_box(translate("Definitions", "Half-life in days"), 96, most=3650)
        self.half_life.setSpecialValueText(translate("Definitions", "never"))
        self.half_life.setSuffix(translate("Definitions", " days"))
        self.half_life.valueChanged.connect(lambda days: self.changed.emit({"half_life_days": days or None}))
        self.since = QuietCombo(translate("Definitions", "Counted from"), 130)
        self.since.addItem(translate("Definitions", "this field’s date"), "")
        for name in self._around.dates:
            self.since.addItem(name, name)
        self.since.activated.connect(lambda: self.changed.emit({"half_life_from": self.since.currentData()}))
        self.decay = [Text(translate("Definitions", "Points halve after"), "caption"), self.half_life,
                      Text(translate("Definitions", "counted from"), "caption"), self.since]
        return row(_caption(translate("Definitions", "Axis")), self.axis, *self.decay, None)

    def _origin(self) -> QHBoxLayout:
        self.department = QuietCombo(translate("Definitions", "Proposed by"), 150)
        self.department.addItem(translate("Definitions", "nobody in particular"), "")
        for id, name in self._around.departments:
            self.department.addItem(name, id)
        self.department.activated.connect(lambda: self.changed.emit({"department": self.department.currentData()}))
        self.known = QCheckBox(translate("Definitions", "Known at hand-over"))
        self.known.clicked.connect(lambda known: self.changed.emit({"known_at_handover": known}))
        self.guess = Text("", "caption")
        return row(_caption(translate("Definitions", "Proposed by")), self.department, self.known, self.guess, None)

    def _backing(self, layout: QVBoxLayout) -> None:
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(holder)
        layout.addLayout(_line(translate("Definitions", "Evidence"), holder, stretch=True))
        self.source = QuietCombo(translate("Definitions", "Source of the evidence"), 150)
        self.source.addItem(translate("Definitions", "Figure or document"), "")
        for id, name in self._around.interviews:
            self.source.addItem(translate("Definitions", "Interview: {name}").format(name=name), id)
        example = translate("Definitions", "e.g. 34 of 40 won deals had 100 employees or more")
        self.told = field("", example, translate("Definitions", "Evidence"))
        self.told.setProperty("small", True)
        self.told.returnPressed.connect(self._add)
        self.grade = QuietCombo(translate("Definitions", "Grade"), 110)
        for key in EVIDENCE:
            self.grade.addItem(EVIDENCE_NAMES[key].to(language()), key)
        self.grade.setCurrentIndex(1)
        add = FlatButton(translate("Definitions", "Add evidence"), "plus", on=self._add, small=True)
        line = row(self.source, self.told, self.grade, add, margins=(88, 0, 0, 0))
        line.setStretch(1, 1)
        layout.addLayout(line)

    # showing

    def show_condition(self, condition: Clause | Include, guessed: str = "") -> None:
        """Take over what the document says; ``guessed``: why the field looks filled only after hand-over."""
        self.points_row.setVisible(condition.kind == "points")
        for box, chosen in ((self.axis, condition.axis), (self.department, condition.department), (self.since, condition.half_life_from)):
            if box.findData(chosen) < 0:
                box.addItem(chosen, chosen)
            box.setCurrentIndex(box.findData(chosen))
        with QSignalBlocker(self.half_life):
            if not self.half_life.hasFocus():
                self.half_life.setValue(condition.half_life_days or 0)
        for part in self.decay:
            part.setVisible(condition.axis == "interest" or bool(condition.half_life_days))
        self.known.setChecked(condition.known_at_handover)
        self.guess.setText(guessed)
        self.guess.setVisible(bool(guessed))
        _put(self.comment, condition.comment)
        if not self.notes.count():
            self._show_origins([(note, words) for record, note, words in self._around.origins if record == condition.record])
        if dict(condition.evidence) != self._evidence:
            self._show_evidence(condition.evidence)

    def _show_origins(self, origins: list[tuple[str, str]]) -> None:
        """Notes of the journey that it was made of, each a way back."""
        for note, words in origins:
            button = LinkButton(words, "journey", on=lambda note=note: self.asked.emit(note), small=True)
            self.notes.addLayout(row(_caption(translate("Structure", "From note")), button, None))

    def _show_evidence(self, evidence: Mapping[str, Any]) -> None:
        self._evidence = dict(evidence)
        empty(self._flow)
        for key, told in evidence.items():
            chip = Chip(evidence_words(dict(self._around.interviews).get(key, key), told, language()), removable=True)
            chip.removed.connect(self._remover(key))
            self._flow.addWidget(chip)
        if not evidence:
            self._flow.addWidget(Text(translate("Definitions", "none yet"), "secondary"))
        self.updateGeometry()

    # editing

    def _axis_chosen(self) -> None:
        axis = self.axis.currentData()
        self.changed.emit({"axis": axis} | ({} if axis == "interest" else {"half_life_days": None, "half_life_from": ""}))

    def _remover(self, key: str) -> Callable[[], None]:
        return lambda: self.backed.emit(key, None)

    def _add(self) -> None:
        text, interview = self.told.text().strip(), self.source.currentData()
        if not text and not interview:
            self.told.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.told.clear()
        if interview:
            self.backed.emit(interview, {"grade": self.grade.currentData()} | ({"text": text} if text else {}))
        else:
            self.backed.emit(f"{translate('Definitions', 'Figure')} {_next(self._evidence)}", {"text": text, "grade": self.grade.currentData()})


def number_box(name: str, width: int, most: float = 9999, least: float = 0) -> QDoubleSpinBox:
    """A small field for a figure that the wheel does not change in passing."""
    box = _QuietNumber(minimum=least, maximum=most, decimals=1, singleStep=1)
    box.setProperty("small", True)
    box.setAccessibleName(name)
    box.setFixedWidth(width)
    box.setKeyboardTracking(False)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


class _QuietNumber(QDoubleSpinBox):
    def wheelEvent(self, event) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def textFromValue(self, value: float) -> str:
        return f"{value:g}"


def _next(evidence: Mapping[str, Any]) -> int:
    taken = {int(key.rpartition(" ")[2]) for key in evidence if key.rpartition(" ")[2].isdecimal()}
    return max(taken, default=0) + 1


def _caption(words: str) -> Text:
    caption = Text(words, "caption")
    caption.setFixedWidth(82)
    return caption


def _line(words: str, editor: QWidget, stretch: bool = False) -> QHBoxLayout:
    line = row(_caption(words), editor) if stretch else row(_caption(words), editor, None)
    if stretch:
        line.setStretch(1, 1)
    return line


def _put(edit: QLineEdit, text: str) -> None:
    if not (edit.hasFocus() and edit.isModified()):
        edit.setText(text)
