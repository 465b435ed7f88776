"""The drivers of a scenario: slider, figure, change, lock and how hard each is to move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QSlider, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.figures import spoken, unit_words
from fusenapp.ui.theme import font
from fusenapp.ui.widgets import ElidedLabel, IconButton, Text, column, empty, room_for, row

if TYPE_CHECKING:
    from fusenapp.domain.kpi_scenario import Change, Key, Scenario
    from fusenapp.kpi.model import Lever

_NOTCHES = 400
_BUTTONS = 44
"""Beside a figure: the arrows and the room around it."""
_NAME = (116, 152)
"""Least and most width that is kept for a name."""
_WEIGHTS = (0.5, 1.0, 2.0, 4.0)


@dataclass(frozen=True)
class Shown:
    """A lever with its name."""

    lever: Lever
    name: str

    @property
    def key(self) -> Key:
        """(node, segment)."""
        return self.lever.node, self.lever.segment


class LeverRow:
    """The widgets of one driver. Rates, shares and prices are set to a figure, counts are multiplied."""

    def __init__(self, owner: LeverList, shown: Shown) -> None:
        self.shown, self._owner = shown, owner
        lever = shown.lever
        self.fixed = lever.unit in ("%", "円")
        self.scale = 100.0 if lever.unit == "%" else 1.0
        self.low, self.high = _reach(lever)
        self.name = ElidedLabel(shown.name, "strong")
        usual = spoken(_rounded(lever.usual, lever.unit), lever.unit)
        self.usual = Text(translate("KpiIf", "{figure} a month").format(figure=usual) if lever.unit not in ("%", "円") else usual, "caption")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _NOTCHES)
        self.slider.setAccessibleName(shown.name)
        self.slider.setMinimumWidth(56)
        self.spin = QDoubleSpinBox(minimum=0, maximum=100 if lever.unit == "%" else 1e12, decimals=1 if lever.unit == "%" else 0)
        self.spin.setSuffix(f" {lever.unit if lever.unit == '%' else unit_words(lever.unit)}".rstrip())
        self.spin.setGroupSeparatorShown(True)
        self.spin.setKeyboardTracking(False)
        self.spin.setSingleStep(max(round(lever.usual * self.scale / 50), 1) if lever.unit != "%" else 0.5)
        self.spin.setAccessibleName(shown.name)
        self.spin.lineEdit().setTextMargins(6, 0, 0, 0)  # which the style sheet cannot: the arrows are placed by it
        widest = self.spin.textFromValue(self.high * self.scale) + self.spin.suffix()
        self.spin.setMinimumWidth(max(112, self.spin.fontMetrics().horizontalAdvance(widest) + _BUTTONS))
        self.change = Text("", "section")
        self.lock = IconButton("unlock", translate("KpiIf", "A goal search leaves this driver alone"), small=True)
        self.lock.setCheckable(True)
        self.weight = QComboBox()
        self.weight.setMinimumWidth(80)
        self.weight.setAccessibleName(translate("KpiIf", "How hard {name} is to move").format(name=shown.name))
        for weight, words in zip(_WEIGHTS, _weights(), strict=True):
            self.weight.addItem(words, weight)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(lambda: owner.settled.emit(self.shown.key, self.value()))
        self.spin.valueChanged.connect(self._typed)
        self.lock.toggled.connect(lambda on: owner.locked.emit(self.shown.key, on))
        self.weight.activated.connect(lambda: owner.weighed.emit(self.shown.key, self.weight.currentData()))
        self._quiet = False

    def parts(self) -> tuple[QWidget, ...]:
        """From left to right."""
        told = QWidget()
        told.setLayout(column(self.name, row(self.usual, self.change, None, gap=6), gap=0))
        told.setMinimumWidth(room_for((self.shown.name,), QFontMetrics(font(13, bold=True)), 2, *_NAME))
        return told, self.slider, self.spin, self.lock, self.weight

    def value(self) -> Change | None:
        """The change that the slider stands for; None for none."""
        lever, figure = self.shown.lever, self._figure
        if abs(figure - lever.usual) < max(abs(lever.usual), 1e-9) * 5e-4:
            return None
        return (figure, True) if self.fixed else (figure / lever.usual if lever.usual else 1.0, False)

    def show_change(self, change: Change | None, locked: bool, weight: float) -> None:
        """What the scenario says."""
        usual = self.shown.lever.usual
        figure = usual if change is None else change[0] if change[1] else usual * change[0]
        self._put(figure)
        self._quiet = True
        self.lock.setChecked(locked)
        self.weight.setCurrentIndex(min(range(len(_WEIGHTS)), key=lambda i: abs(_WEIGHTS[i] - weight)))
        self._quiet = False

    def _put(self, figure: float) -> None:
        self._quiet, self._figure = True, figure
        self.slider.setValue(round((figure - self.low) / ((self.high - self.low) or 1.0) * _NOTCHES))
        self.spin.setValue(figure * self.scale)
        usual, unit = self.shown.lever.usual, self.shown.lever.unit
        moved = figure - usual
        told = f"{moved * 100:+.1f}pt" if unit == "%" else f"{moved / usual:+.1%}" if usual else ""
        same = abs(moved) < max(abs(usual), 1e-9) * 5e-4
        self.change.setText("" if same else told.replace("-", "−"))
        self._quiet = False

    def _slid(self, notch: int) -> None:
        if not self._quiet:
            self._put(self.low + (self.high - self.low) * notch / _NOTCHES)
            if self.slider.isSliderDown():
                self._owner.moved.emit(self.shown.key, self.value())
            else:
                self._owner.settled.emit(self.shown.key, self.value())

    def _typed(self, figure: float) -> None:
        if not self._quiet:
            self._put(figure / self.scale)
            self._owner.settled.emit(self.shown.key, self.value())


class LeverList(QWidget):
    """Signals: ``moved`` (key, change) while a slider is dragged, ``settled`` (key, change) when it is let go or a figure was typed,
    ``locked`` (key, on), ``weighed`` (key, weight)."""

    moved = Signal(object, object)
    settled = Signal(object, object)
    locked = Signal(object, bool)
    weighed = Signal(object, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[Key, LeverRow] = {}
        self._shown: list[Shown] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_levers(self, levers: Sequence[Shown]) -> None:
        """Other drivers, or the same with other figures."""
        if list(levers) == self._shown:
            return
        self._shown = list(levers)
        empty(self._grid)
        for at, head in enumerate((translate("KpiIf", "Driver and as it is"), "", translate("KpiIf", "What if"), "",
                                   translate("KpiIf", "To move"))):
            self._grid.addWidget(Text(head, "caption"), 0, at)
        self.rows = {shown.key: LeverRow(self, shown) for shown in levers}
        for line, lever in enumerate(self.rows.values(), 1):
            for at, part in enumerate(lever.parts()):
                self._grid.addWidget(part, line, at, Qt.AlignmentFlag.AlignVCenter if at else Qt.AlignmentFlag(0))
        self._grid.setRowStretch(len(self.rows) + 1, 1)

    def show_scenario(self, scenario: Scenario | None) -> None:
        """What a scenario says about each driver."""
        for key, lever in self.rows.items():
            lever.show_change(scenario.changes.get(key) if scenario else None, bool(scenario and key in scenario.locked),
                              scenario.weights.get(key, 1.0) if scenario else 1.0)


def _reach(lever: Lever) -> tuple[float, float]:
    """The ends of the slider: what it has been, and half as much again on either side of what it is."""
    low = min(lever.usual * 0.5, lever.least if lever.least is not None else lever.usual)
    high = max(lever.usual * 1.5, lever.most or 0.0)
    return low, min(high, 1.0) if lever.unit == "%" else high


def _rounded(value: float, unit: str) -> float:
    return value if unit == "%" else round(value) if abs(value) >= 10 else round(value, 1)


def _weights() -> tuple[str, ...]:
    return (translate("KpiIf", "easy"), translate("KpiIf", "usual"), translate("KpiIf", "hard"), translate("KpiIf", "very hard"))
