"""What sales can take up: people with their pace and leave, hours a day, hours per lead, days on which the company is closed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QWidget

from fusenapp.domain.calendar import YEAR_END, check_closure
from fusenapp.domain.capacity import FIGURES, Capacity, Rep, capacity_from
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.widgets import Text, field


class CapacityForm(QWidget):
    """People × pace × (1 − leave), hours and closures; written once the figures are there.

    Signals:
        edited: a `Capacity`, or None after one of the figures was taken out.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {"people": translate("Definitions", "People in sales"), "hours_per_day": translate("Definitions", "Hours a day for new leads"),
                 "hours_per_lead": translate("Definitions", "Hours per lead")}
        self.boxes = {name: self._box(words[name]) for name in FIGURES}
        self._shown: Capacity | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, (name, box) in enumerate(self.boxes.items()):
            caption = Text(words[name], "caption", wrap=True)
            caption.setBuddy(box)
            grid.addWidget(caption, at, 0)
            grid.addWidget(box, at, 1)
        self.ramp = self._percent(translate("Definitions", "Pace reached (new people have less)"))
        self.leave = self._percent(translate("Definitions", "Time away"))
        self.closures = field("", "12-29:01-03", translate("Definitions", "Company closed on"))
        hint = translate("Definitions", "Days or ranges with commas: 08-13:08-16 for every year, 2026-08-13:2026-08-16 for once")
        self.closures.setToolTip(hint)
        self.closures.setProperty("small", True)
        self.closures.editingFinished.connect(self._write)
        self.problem = Text("", "warn", wrap=True)
        self.problem.hide()
        for at, (words, box) in enumerate(((self.ramp.accessibleName(), self.ramp), (self.leave.accessibleName(), self.leave)), len(FIGURES)):
            grid.addWidget(Text(words, "caption", wrap=True), at, 0)
            grid.addWidget(box, at, 1)
        grid.addWidget(Text(self.closures.accessibleName(), "caption", wrap=True), len(FIGURES) + 2, 0)
        grid.addWidget(self.closures, len(FIGURES) + 3, 0, 1, 2)
        grid.addWidget(self.problem, len(FIGURES) + 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def show_capacity(self, capacity: Capacity | None) -> None:
        """As the workspace has it."""
        self._shown = capacity
        for name, box in self.boxes.items():
            if not box.hasFocus():
                box.blockSignals(True)
                box.setValue(_figure(capacity, name) if capacity else 0)
                box.blockSignals(False)
        only = capacity.reps[0] if capacity and len(capacity.reps) == 1 else Rep()
        for box, part in ((self.ramp, only.ramp), (self.leave, only.leave)):
            with QSignalBlocker(box):
                box.setValue(part * 100)
            box.setEnabled(capacity is None or len(capacity.reps) <= 1)  # several people are kept as they were named
        self.boxes["people"].setEnabled(self.ramp.isEnabled())
        if not self.closures.isModified() or not self.closures.hasFocus():
            self.closures.setText(", ".join(capacity.closures if capacity else YEAR_END))

    def _box(self, words: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(minimum=0, maximum=999, decimals=1, singleStep=0.5)
        box.setProperty("small", True)
        box.setSpecialValueText("—")
        box.setAccessibleName(words)
        return self._fitted(box)

    def _fitted(self, box: QDoubleSpinBox) -> QDoubleSpinBox:
        box.setFixedWidth(92)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.lineEdit().setTextMargins(6, 0, 4, 0)
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
        capacity = capacity_from({name: box.value() for name, box in self.boxes.items()} | {"closures": closures})
        capacity = self._with_people(capacity) if capacity else None
        if capacity != self._shown:
            self._shown = capacity
            self.edited.emit(capacity)

    def _with_people(self, capacity: Capacity) -> Capacity:
        """With the pace and leave that were given; people who were named one by one stay."""
        if self._shown is not None and len(self._shown.reps) > 1:
            return replace(capacity, people=self._shown.people, reps=self._shown.reps)
        ramp, leave = self.ramp.value() / 100, self.leave.value() / 100
        if (ramp, leave) == (1, 0) or not ramp or leave >= 1:
            return capacity
        rep = Rep("", self.boxes["people"].value(), ramp, leave)
        return replace(capacity, people=rep.strength, reps=(rep,))

    def _percent(self, words: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(minimum=0, maximum=100, decimals=0, singleStep=5, suffix=" %")
        box.setProperty("small", True)
        box.setAccessibleName(words)
        return self._fitted(box)


def _figure(capacity: Capacity, name: str) -> float:
    """People as they were given, before pace and leave."""
    return sum(rep.fte for rep in capacity.reps) if name == "people" and capacity.reps else getattr(capacity, name)
