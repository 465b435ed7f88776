"""What sales can take up, in short: people, hours a day, hours per lead and closures; people one by one are in the KPI area."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QWidget

from fusenapp.domain.calendar import YEAR_END, check_closure
from fusenapp.domain.capacity import FIGURES, Capacity, capacity_from
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.widgets import LinkButton, Text, field, row


class CapacityForm(QWidget):
    """Written once the figures are there; what the form does not show stays as it is.

    Signals:
        edited: a `Capacity`, or None after one of the figures was taken out.
        people_asked: the user wants to name people one by one.
    """

    edited = Signal(object)
    people_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {"people": translate("Definitions", "People in sales"), "hours_per_day": translate("Definitions", "Hours a day for new leads"),
                 "hours_per_lead": translate("Definitions", "Hours per lead")}
        self.boxes = {name: self._box(words[name]) for name in FIGURES}
        self._shown: Capacity | None = None
        self.closures = field("", "12-29:01-03", translate("Definitions", "Company closed on"))
        hint = translate("Definitions", "Days or ranges with commas: 08-13:08-16 for every year, 2026-08-13:2026-08-16 for once")
        self.closures.setToolTip(hint)
        self.closures.setProperty("small", True)
        self.closures.editingFinished.connect(self._write)
        self.problem = Text("", "warn", wrap=True)
        self.problem.hide()
        self.named = Text("", "caption", wrap=True)
        self.people = LinkButton(translate("Capacity", "People, leave and load by month"), on=self.people_asked.emit)
        self._lay_out(words)

    def _lay_out(self, words: dict[str, str]) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for at, (name, box) in enumerate(self.boxes.items()):
            caption = Text(words[name], "caption", wrap=True)
            caption.setBuddy(box)
            grid.addWidget(caption, at, 0)
            grid.addWidget(box, at, 1)
        grid.addWidget(Text(self.closures.accessibleName(), "caption", wrap=True), len(FIGURES), 0)
        for at, part in enumerate((self.closures, self.problem, self.named), len(FIGURES) + 1):
            grid.addWidget(part, at, 0, 1, 2)
        grid.addLayout(row(self.people, None), len(FIGURES) + 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def show_capacity(self, capacity: Capacity | None) -> None:
        """As the workspace has it."""
        self._shown = capacity
        for name, box in self.boxes.items():
            if not box.hasFocus():
                with QSignalBlocker(box):
                    box.setValue(_figure(capacity, name) if capacity else 0)
        reps = capacity.reps if capacity else ()
        self.boxes["people"].setEnabled(not reps)
        self.named.setText(translate("Capacity", "%n person(s) named one by one", n=len(reps)) if reps else "")
        self.named.setVisible(bool(reps))
        if not self.closures.isModified() or not self.closures.hasFocus():
            self.closures.setText(", ".join(capacity.closures if capacity else YEAR_END))

    def _box(self, words: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(minimum=0, maximum=999, decimals=2, singleStep=0.5)
        box.setProperty("small", True)
        box.setSpecialValueText("—")
        box.setAccessibleName(words)
        box.setFixedWidth(92)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._write)
        return box

    def _write(self) -> None:
        closures = [part.strip() for part in self.closures.text().replace("、", ",").split(",") if part.strip()]
        try:
            for text in closures:
                check_closure(text)
        except InputError as error:
            self.problem.setText(explain(error))
            self.problem.show()
            return
        self.problem.hide()
        capacity = self._with_rest(capacity_from({name: self._given(name) for name in FIGURES} | {"closures": closures}))
        if capacity != self._shown:
            self._shown = capacity
            self.edited.emit(capacity)

    def _given(self, name: str) -> float:
        """A figure as typed; the one there is where the box shows it rounded."""
        shown, box = self._shown, self.boxes[name]
        held = _figure(shown, name) if shown is not None else 0.0
        return held if shown is not None and abs(held - box.value()) <= 0.5 * 10 ** -box.decimals() else box.value()

    def _with_rest(self, capacity: Capacity | None) -> Capacity | None:
        """With everything that the form does not show."""
        shown = self._shown
        if capacity is None or shown is None:
            return capacity
        return replace(shown, people=shown.people if shown.reps else capacity.people, hours_per_day=capacity.hours_per_day,
                       hours_per_lead=capacity.hours_per_lead, closures=capacity.closures)


def _figure(capacity: Capacity, name: str) -> float:
    """People as they were given, before pace and leave."""
    return sum(rep.fte for rep in capacity.reps) if name == "people" and capacity.reps else getattr(capacity, name)
