"""Editors for the value of a clause, one per shape of value; each says what it holds, or None while it is incomplete."""

from __future__ import annotations

import unicodedata
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from fusenapp.domain.definition import OPERATORS
from fusenapp.i18n import translate
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
    number = number / 100 if plain.endswith("%") else number
    return int(number) if number.is_integer() else number


def written(value: Any, type: str) -> str:
    """A value as it stands in an editor."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value * 100:g}%" if type == "percent" else f"{value:,.15g}"
    return str(value)


class ValueEditor(QWidget):
    """Base: one row of fields.

    Signals:
        edited: the user changed it; ``value()`` may be None while incomplete.
    """

    edited = Signal()

    def __init__(self, type: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = type
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)

    def value(self) -> Any:
        """What it holds; None while incomplete."""
        return None

    def show_value(self, value: Any) -> None:
        """Take over a value from the document."""

    def offer(self, values: list[tuple[str, int]]) -> None:
        """Values from the data to choose from, with their counts."""

    def _field(self, name: str, width: int = 110) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("small", True)
        field.setAccessibleName(name)
        field.setFixedWidth(width)
        field.editingFinished.connect(self.edited)
        self.box.addWidget(field)
        return field


class NoValue(ValueEditor):
    """For operators that need none."""

    def value(self) -> Any:
        return ()


class ScalarValue(ValueEditor):
    """One text or number."""

    def __init__(self, type: str, parent: QWidget | None = None) -> None:
        super().__init__(type, parent)
        self._edit = self._field(translate("Definitions", "Value"), 110 if type in NUMBERS else 180)
        if type in NUMBERS:
            self._edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.box.addStretch(1)
        if type in ("date", "month"):
            self._edit.setPlaceholderText("2026-11-21" if type == "date" else "2026-11")

    def value(self) -> Any:
        return read_scalar(self._edit.text(), self.type)

    def show_value(self, value: Any) -> None:
        if not self._edit.hasFocus():
            self._edit.setText(written(value, self.type))

    def offer(self, values: list[tuple[str, int]]) -> None:
        _complete(self._edit, values)


class PairValue(ValueEditor):
    """From and to, both included."""

    def __init__(self, type: str, parent: QWidget | None = None) -> None:
        super().__init__(type, parent)
        self._low = self._field(translate("Definitions", "From"), 92)
        self.box.addWidget(Text("–"))
        self._high = self._field(translate("Definitions", "To"), 92)
        self.box.addStretch(1)

    def value(self) -> Any:
        low, high = read_scalar(self._low.text(), self.type), read_scalar(self._high.text(), self.type)
        return None if low is None or high is None or low > high else [low, high]

    def show_value(self, value: Any) -> None:
        pair = value if isinstance(value, (list, tuple)) and len(value) == 2 else (value, None)
        for field, part in ((self._low, pair[0]), (self._high, pair[1])):
            if not field.hasFocus():
                field.setText(written(part, self.type))


class DaysValue(ValueEditor):
    """Within the last so many days; a reference column stays as it was."""

    def __init__(self, type: str, parent: QWidget | None = None) -> None:
        super().__init__(type, parent)
        self._kept: dict[str, Any] = {}
        self._edit = self._field(translate("Definitions", "Days"), 64)
        self.box.addWidget(Text(translate("Definitions", "days")))
        self.box.addStretch(1)

    def value(self) -> Any:
        days = read_scalar(self._edit.text(), "integer")
        return self._kept | {"days": days} if isinstance(days, (int, float)) and days >= 0 else None

    def show_value(self, value: Any) -> None:
        self._kept = dict(value) if isinstance(value, dict) else {}
        days = self._kept.get("days", value if isinstance(value, (int, float)) else None)
        if not self._edit.hasFocus():
            self._edit.setText(written(days, "integer"))


class ListValue(ValueEditor):
    """Several values as chips; type one and press Enter, or choose from what occurs in the leads."""

    def __init__(self, type: str, parent: QWidget | None = None) -> None:
        super().__init__(type, parent)
        self._values: list[Any] = []
        self._flow_box = QWidget()
        self._flow = FlowLayout(self._flow_box)
        self.box.addWidget(self._flow_box, 1)
        self._edit = QLineEdit()
        self._edit.setProperty("small", True)
        self._edit.setFixedWidth(130)
        self._edit.setPlaceholderText(translate("Definitions", "Add a value"))
        self._edit.setAccessibleName(translate("Definitions", "Add a value"))
        self._edit.returnPressed.connect(self._add)
        self._edit.editingFinished.connect(self._add)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._show()

    def value(self) -> Any:
        return list(self._values) or None

    def show_value(self, value: Any) -> None:
        fresh = list(value) if isinstance(value, (list, tuple)) else [] if value is None or value == () else [value]
        if fresh != self._values:
            self._values = fresh
            self._show()

    def offer(self, values: list[tuple[str, int]]) -> None:
        completer = _complete(self._edit, values)
        completer.activated.connect(self._take)

    def _take(self, text: str) -> None:
        self._edit.setText(text)
        self._add()

    def _add(self) -> None:
        value = read_scalar(self._edit.text(), self.type)
        if value is None:
            return
        self._edit.clear()
        if value not in self._values:
            self._values.append(value)
            self._show()
            self.edited.emit()

    def _remove(self, value: Any) -> None:
        self._values.remove(value)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None and widget is not self._edit:
                widget.hide()
                widget.deleteLater()
        for value in self._values:
            chip = Chip(written(value, self.type), removable=True)
            chip.removed.connect(lambda v=value: self._remove(v))
            self._flow.addWidget(chip)
        self._flow.addWidget(self._edit)
        self.updateGeometry()


def _complete(edit: QLineEdit, values: list[tuple[str, int]]) -> QCompleter:
    """Offers values with their counts; only the value itself is put in."""
    model = QStandardItemModel(edit)
    for text, count in values:
        item = QStandardItem(f"{text}\u2003{count:,}")
        item.setData(text, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    completer = QCompleter(model, edit)
    completer.setCompletionRole(Qt.ItemDataRole.UserRole)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    edit.setCompleter(completer)
    return completer


_EDITORS = {"scalar": ScalarValue, "ordered": ScalarValue, "text": ScalarValue, "pair": PairValue, "list": ListValue, "days": DaysValue,
            "none": NoValue, "trend": NoValue}


def editor_for(operator: str, type: str) -> ValueEditor:
    """The editor that suits an operator on a column of a type."""
    return _EDITORS[OPERATORS[operator]](type)


def converted(value: Any, operator: str) -> Any:
    """A value carried over to another operator as well as it can be: one of a list, a list of one."""
    shape = OPERATORS[operator]
    first = value[0] if isinstance(value, (list, tuple)) and value else None if isinstance(value, (list, tuple, dict)) else value
    if shape == "list":
        return list(value) if isinstance(value, (list, tuple)) else [value] if value is not None else None
    if shape in ("scalar", "ordered", "text"):
        return first
    return value if shape == "pair" and isinstance(value, (list, tuple)) and len(value) == 2 else None
