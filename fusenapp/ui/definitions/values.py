"""Editors for the value of a clause, one per shape of value; each says what it holds, or None while it is incomplete."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fusenapp.domain.definition import OPERATORS
from fusenapp.i18n import translate
from fusenapp.ui.definitions.offered_line import OfferedLine
from fusenapp.ui.definitions.quiet_combo import QuietCombo
from fusenapp.ui.widgets import Chip, FlowLayout, Text

NUMBERS = ("integer", "number", "percent", "money")


def read_scalar(text: str, type: str) -> Any:
    """What a person typed as the column's type: numbers in any writing, percent as a fraction; None if it does not fit."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    if type not in NUMBERS:
        return text.strip()
    try:
        number = float(plain.removesuffix("%").removeprefix("¥").replace(",", ""))
    except ValueError:
        return None
    if number != number or abs(number) == float("inf"):
        return None
    number = number / 100 if plain.endswith("%") else number
    return int(number) if number.is_integer() else number


def written(value: Any, type: str) -> str:
    """A value as it stands in an editor."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value * 100:.15g}%" if type == "percent" else f"{value:,.15g}"
    return str(value)


@dataclass(frozen=True)
class Columns:
    """Names of the columns of dates and of figures."""

    dates: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def _choose(box: QuietCombo, data: str) -> None:
    """Choose an entry, also one that the leads do not have."""
    if box.findData(data) < 0:
        box.addItem(data, data)
    box.setCurrentIndex(box.findData(data))


class ValueEditor(QWidget):
    """Base: one row of fields.

    Args:
        type: of the column.
        unit: of the column, shown after a number.
        columns: that dates and figures can be compared with.

    Signals:
        edited: the user changed it; ``value()`` may be None while incomplete.
        rearranged: other parts take the keyboard than before.
    """

    edited = Signal()
    rearranged = Signal()

    def __init__(self, type: str, unit: str = "", columns: Columns | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type, self.columns = type, columns or Columns()
        self.fields: list[OfferedLine] = []
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)
        self.build()
        if unit and type in NUMBERS and self.fields:
            self.box.insertWidget(self.box.indexOf(self.fields[-1]) + 1, Text(unit, "secondary"))

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, from left to right."""
        return list(self.fields)

    def build(self) -> None:
        """Put the fields in."""

    def value(self) -> Any:
        """What it holds; None while incomplete."""
        return None

    def show_value(self, value: Any) -> None:
        """Take over a value from the document."""

    def offer(self, values: list[tuple[str, int]]) -> None:
        """Values from the data to choose from, with their counts."""
        for field in self.fields:
            field.offer(values)

    def focus(self) -> None:
        """Put the keyboard on the field to type in."""
        if self.fields:
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, name: str, width: int = 110) -> OfferedLine:
        field = OfferedLine(name, width)
        field.chosen.connect(lambda _: self.edited.emit())
        if self.type in NUMBERS:
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        if self.type in ("date", "month"):
            field.setPlaceholderText("2026-11-21" if self.type == "date" else "2026-11")
        self.box.addWidget(field)
        self.fields.append(field)
        return field

    def _choice(self, name: str, usual: str, columns: Sequence[str]) -> QuietCombo:
        """A box of columns; the first entry stands for none."""
        box = QuietCombo(name, 110)
        box.setMaximumWidth(150)
        box.addItem(usual, "")
        for column in columns:
            box.addItem(column, column)
        box.activated.connect(lambda: self.edited.emit())
        self.box.addWidget(box)
        return box

    def _put(self, field: OfferedLine, text: str) -> None:
        """Show a value; a field that the user is changing is left alone."""
        if not (field.hasFocus() and field.isModified()):
            field.setText(text)
            field.setCursorPosition(0)
            field.setToolTip(text or field.toolTip())


class NoValue(ValueEditor):
    """For operators that need none."""

    def value(self) -> Any:
        return ()


class ScalarValue(ValueEditor):
    """One text or number."""

    def build(self) -> None:
        self._edit = self._field(translate("Definitions", "Value"), 110 if self.type in NUMBERS else 200)
        self.box.addStretch(1)

    def value(self) -> Any:
        return read_scalar(self._edit.text(), self.type)

    def show_value(self, value: Any) -> None:
        self._put(self._edit, written(value, self.type))


class PairValue(ValueEditor):
    """From and to, both included."""

    def build(self) -> None:
        self._low = self._field(translate("Definitions", "From"), 96)
        self.box.addWidget(Text("–", "secondary"))
        self._high = self._field(translate("Definitions", "To"), 96)
        self.box.addStretch(1)

    def value(self) -> Any:
        low, high = read_scalar(self._low.text(), self.type), read_scalar(self._high.text(), self.type)
        return None if low is None or high is None or low > high else [low, high]

    def show_value(self, value: Any) -> None:
        pair = value if isinstance(value, (list, tuple)) and len(value) == 2 else (value, None)
        self._put(self._low, written(pair[0], self.type))
        self._put(self._high, written(pair[1], self.type))


class DaysValue(ValueEditor):
    """Within the last so many days before the date of the data, or before the date in another column."""

    def build(self) -> None:
        self._edit = self._field(translate("Definitions", "Days"), 64)
        self._edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._edit.setPlaceholderText("30")
        self.box.addWidget(Text(translate("Definitions", "days before"), "secondary"))
        usual = translate("Definitions", "date of the data")
        self.reference = self._choice(translate("Definitions", "Reference date"), usual, self.columns.dates)
        self.box.addStretch(1)

    def stops(self) -> list[QWidget]:
        return [self._edit, self.reference]

    def value(self) -> Any:
        days = read_scalar(self._edit.text(), "integer")
        of = {"of": self.reference.currentData()} if self.reference.currentData() else {}
        return {"days": days} | of if isinstance(days, (int, float)) and days >= 0 else None

    def show_value(self, value: Any) -> None:
        given = value if isinstance(value, dict) else {}
        days = given.get("days", value if isinstance(value, (int, float)) and not isinstance(value, bool) else None)
        self._put(self._edit, written(days, "integer"))
        _choose(self.reference, given.get("of", ""))


class TrendValue(ValueEditor):
    """Against the figure in another column (or zero), by more than a tolerance."""

    def build(self) -> None:
        self.box.addWidget(Text(translate("Definitions", "against"), "secondary"))
        self.than = self._choice(translate("Definitions", "Column to compare with"), translate("Definitions", "zero"), self.columns.numbers)
        self.box.addWidget(Text(translate("Definitions", "tolerance"), "secondary"))
        self._edit = self._field(translate("Definitions", "Tolerance"), 64)
        self._edit.setPlaceholderText("5%")
        self.box.addStretch(1)

    def stops(self) -> list[QWidget]:
        return [self.than, self._edit]

    def value(self) -> Any:
        than, text = self.than.currentData(), self._edit.text().strip()
        tolerance = read_scalar(text if not than or text.endswith(("%", "％")) else f"{text}%", "number") if text else 0
        if tolerance is None or tolerance < 0:
            return None
        return (({"than": than} if than else {}) | ({"tolerance": tolerance} if tolerance else {})) or ()

    def show_value(self, value: Any) -> None:
        given = value if isinstance(value, dict) else {}
        _choose(self.than, given.get("than", ""))
        tolerance = given.get("tolerance") or None
        self._put(self._edit, written(tolerance, "percent" if given.get("than") else "number"))


class ListValue(ValueEditor):
    """Several values as chips; type one and press Enter, or choose from what occurs in the leads."""

    def build(self) -> None:
        self._values: list[Any] = []
        holder = QWidget()
        self._flow = FlowLayout(holder)
        self.box.addWidget(holder, 1)
        self.line = self._field(translate("Definitions", "Add a value"), 132)
        self.line.setPlaceholderText(translate("Definitions", "Add a value"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._show()

    def _field(self, name: str, width: int = 110) -> OfferedLine:
        """The line stands in the flow, after the chips."""
        line = OfferedLine(name, width)
        line.chosen.connect(self._add)
        self.fields.append(line)
        return line

    def stops(self) -> list[QWidget]:
        return [*self.chips, self.line]

    @property
    def chips(self) -> list[Chip]:
        """One per value."""
        found = [self._flow.itemAt(i) for i in range(self._flow.count())]
        return [w for item in found if item is not None and isinstance(w := item.widget(), Chip)]

    def value(self) -> Any:
        return list(self._values) or None

    def show_value(self, value: Any) -> None:
        fresh = list(value) if isinstance(value, (list, tuple)) else [] if value is None or value == () else [value]
        if fresh != self._values:
            self._values = fresh
            self._show()

    def _add(self, text: str) -> None:
        value = read_scalar(text, self.type)
        if value is None:
            return
        self.line.clear()
        QTimer.singleShot(0, self.line, self.line.clear)  # the list writes its choice into the field once more
        if value not in self._values:
            self._values.append(value)
            self._show()
            self.edited.emit()

    def _remove(self, value: Any) -> None:
        self._values.remove(value)
        self._show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _show(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None and widget is not self.line:
                widget.hide()
                widget.deleteLater()
        for value in self._values:
            chip = Chip(written(value, self.type), removable=True)
            chip.setFixedHeight(28)
            chip.setToolTip(translate("Definitions", "Delete takes this value out"))
            chip.removed.connect(lambda v=value: self._remove(v))
            self._flow.addWidget(chip)
        self._flow.addWidget(self.line)
        self.updateGeometry()
        self.rearranged.emit()


_EDITORS: dict[str, type[ValueEditor]] = {
    "scalar": ScalarValue, "ordered": ScalarValue, "text": ScalarValue, "pair": PairValue, "list": ListValue, "days": DaysValue,
    "none": NoValue, "trend": TrendValue}


def editor_for(operator: str, type: str) -> type[ValueEditor]:
    """The editor that suits an operator and the type of the column; a text says its trend in words."""
    return NoValue if OPERATORS[operator] == "trend" and type not in NUMBERS else _EDITORS[OPERATORS[operator]]


def converted(value: Any, operator: str) -> Any:
    """A value carried over to another operator as well as it can be: one of a list, a list of one."""
    shape = OPERATORS[operator]
    first = value[0] if isinstance(value, (list, tuple)) and value else None if isinstance(value, (list, tuple, dict)) else value
    if shape == "list":
        return list(value) if isinstance(value, (list, tuple)) else [value] if value is not None else None
    if shape in ("scalar", "ordered", "text"):
        return first
    if shape == "pair":
        return value if isinstance(value, (list, tuple)) and len(value) == 2 else first
    return value if shape in ("days", "trend") and isinstance(value, dict) else None
