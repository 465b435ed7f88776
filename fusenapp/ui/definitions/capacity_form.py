"""What sales can take up: people, hours a day, hours per lead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QWidget

from fusenapp.domain.capacity import FIGURES, Capacity, capacity_from
from fusenapp.i18n import translate
from fusenapp.ui.widgets import Text


class CapacityForm(QWidget):
    """Three figures; written once all are there.

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
        grid.setVerticalSpacing(2)
        for at, (name, box) in enumerate(self.boxes.items()):
            caption = Text(words[name], "caption", wrap=True)
            caption.setBuddy(box)
            grid.addWidget(caption, at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(0, 1)

    def show_capacity(self, capacity: Capacity | None) -> None:
        """As the workspace has it."""
        self._shown = capacity
        for name, box in self.boxes.items():
            if not box.hasFocus():
                box.blockSignals(True)
                box.setValue(getattr(capacity, name) if capacity else 0)
                box.blockSignals(False)

    def _box(self, words: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(minimum=0, maximum=999, decimals=1, singleStep=0.5)
        box.setProperty("small", True)
        box.setSpecialValueText("—")
        box.setAccessibleName(words)
        box.setFixedWidth(92)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._write)
        return box

    def _write(self) -> None:
        capacity = capacity_from({name: box.value() for name, box in self.boxes.items()})
        if capacity != self._shown:
            self._shown = capacity
            self.edited.emit(capacity)
