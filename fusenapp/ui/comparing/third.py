"""The third way: what neither draft says, typed where both can see it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPlainTextEdit, QVBoxLayout, QWidget

from fusenapp.domain.definition import OPERATORS, Clause
from fusenapp.domain.operators import OPERATOR_NAMES
from fusenapp.domain.persona_draft import Place as PersonPlace
from fusenapp.flows.comparing import Point
from fusenapp.i18n import language, translate
from fusenapp.ui.definitions.columns import Offered, ValueSource
from fusenapp.ui.definitions.values import DaysValue, ListValue, NoValue, PairValue, ScalarValue, ValueEditor, converted

_EDITORS: dict[str, type[ValueEditor]] = {
    "scalar": ScalarValue, "ordered": ScalarValue, "text": ScalarValue, "pair": PairValue, "list": ListValue, "days": DaysValue,
    "none": NoValue, "trend": NoValue}
"""Shape of an operator's value → what asks for it here; what a trend is compared with stays as it is."""
NUMBERS = ("first_contact_hours", "feedback_hours", "attempts")


class ThirdForm(QWidget):
    """Base: begins with what the joint content says now.

    Signals:
        edited: the content changed; ``value()`` is None while it is incomplete.
    """

    edited = Signal()

    def __init__(self, point: Point) -> None:
        super().__init__()
        self.point = point
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(6)

    def value(self) -> Any:
        """What it holds, as `flows.comparing.take_third` takes it."""
        return None

    def focus(self) -> None:
        """Put the keyboard where one types."""


class _Number(ThirdForm):
    def __init__(self, point: Point) -> None:
        super().__init__(point)
        self._spin = QDoubleSpinBox()
        self._spin.setDecimals(0)
        self._spin.setRange(1, 99_999)
        self._spin.setAccessibleName(translate("Compare", "Third way"))
        start = point.values[0]
        self._spin.setValue(float(start) if isinstance(start, (int, float)) else 1)
        self._spin.setSuffix(translate("Compare", " hours") if point.about.endswith("_hours") else translate("Compare", " points")
                             if point.part == "(threshold)" else "")
        self._spin.valueChanged.connect(lambda _: self.edited.emit())
        self.box.addWidget(self._spin)

    def value(self) -> Any:
        return int(self._spin.value())

    def focus(self) -> None:
        self._spin.setFocus(Qt.FocusReason.OtherFocusReason)
        self._spin.selectAll()


class _Words(ThirdForm):
    """Prose; a list of fields is typed with 、 or commas between them."""

    def __init__(self, point: Point) -> None:
        super().__init__(point)
        self._text = QPlainTextEdit(_start(point))
        self._text.setAccessibleName(translate("Compare", "Third way"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(84)
        self._text.textChanged.connect(self.edited.emit)
        self.box.addWidget(self._text)

    def value(self) -> Any:
        text = self._text.toPlainText().strip()
        if self.point.about == "required_fields":
            return [name.strip() for name in text.replace(",", "、").replace("\n", "、").split("、") if name.strip()] or None
        return text or None

    def focus(self) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.selectAll()


class _Condition(ThirdForm):
    """Operator and value of the clause; its field stays."""

    def __init__(self, point: Point, clause: Clause, columns: list[Offered], values: ValueSource) -> None:
        super().__init__(point)
        from fusenapp.qualify import operators_for

        self._clause, self._values = clause, values
        column = next((c for c in columns if c.name == clause.field), None)
        self._type, self._unit = (column.type, column.unit) if column else ("text", "")
        self._editor: ValueEditor | None = None
        self._operator = QComboBox()
        self._operator.setAccessibleName(translate("Compare", "Condition"))
        names = list(operators_for(self._type) if column else OPERATORS)
        for name in [*names, *([clause.operator] if clause.operator not in names else [])]:
            self._operator.addItem(OPERATOR_NAMES[name].to(language()), name)
        self._operator.setCurrentIndex(self._operator.findData(clause.operator))
        self._operator.activated.connect(lambda _: self._edit())
        self.box.addWidget(self._operator)
        self._edit(clause.value)

    def _edit(self, start: Any = None) -> None:
        operator = self._operator.currentData()
        before = start if start is not None else converted(self._editor.value() if self._editor else None, operator)
        if self._editor is not None:
            self.box.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        editor = _EDITORS[OPERATORS[operator]](self._type, self._unit)
        self._editor = editor
        self.box.addWidget(editor)
        editor.show_value(before)
        editor.edited.connect(self.edited.emit)
        if self._type == "text":
            self._values(self._clause.field, lambda found: self._offer(editor, found))
        self.edited.emit()

    def _offer(self, editor: ValueEditor, found: list[tuple[str, int]]) -> None:
        if editor is self._editor:
            editor.offer(found)

    def value(self) -> Clause | None:
        held = self._editor.value() if self._editor is not None else None
        if held is None:
            return None
        operator, kept = self._operator.currentData(), self._clause
        if OPERATORS[operator] == "trend":
            return replace(kept, operator=operator, value=kept.value if OPERATORS[kept.operator] == "trend" else None)
        return replace(kept, operator=operator, value=None if held == () else held)

    def focus(self) -> None:
        if self._editor is not None:
            self._editor.focus()


def _start(point: Point) -> str:
    """What the joint content says; of personas and journeys, both sides together."""
    merged = point.merged
    return point.texts[0] if merged is None else merged if isinstance(merged, str) else str(merged.get("text") or merged.get("name"))


def third_form(point: Point, columns: list[Offered], values: ValueSource) -> ThirdForm | None:
    """The form that suits a place; None where only the two drafts can be chosen from (groups, inclusions)."""
    if point.part == "clause" and point.detail is not None:
        found = next((m for m in (point.detail.joint, point.detail.right, point.detail.left) if isinstance(m, Clause)), None)
        return _Condition(point, found, columns, values) if found else None
    if point.part == "(threshold)":
        return None if any(isinstance(v, dict) for v in point.values) else _Number(point)
    if point.part == "field" and point.about in NUMBERS:
        return _Number(point)
    if isinstance(point.drafted, PersonPlace) and point.drafted.field.form == "choice":
        return None
    return _Words(point) if point.part in ("wording", "test", "field", "person", "note", "phase", "lane") else None
