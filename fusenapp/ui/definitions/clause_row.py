"""One clause as a row: field, operator, value, kind, whose proposal, how many leads, mute and remove."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QWidget

from fusenapp.domain.definition import OPERATORS, Clause, Include
from fusenapp.domain.operators import OPERATOR_NAMES
from fusenapp.i18n import language, translate
from fusenapp.ui import icons
from fusenapp.ui.definitions.columns import Offered, ValueSource
from fusenapp.ui.definitions.values import NoValue, ValueEditor, converted, editor_for
from fusenapp.ui.widgets import DepartmentMark, IconButton, Text

_COMMON_TYPE = "text"


class QuietCombo(QComboBox):
    """A box that the wheel does not change while scrolling past."""

    def __init__(self, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("small", True)
        self.setAccessibleName(name)
        self.setMinimumWidth(width)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ClauseRow(QFrame):
    """A clause that is in the document, or (``record`` empty) one that is still being filled in.

    Signals:
        changed: (record id or "", fields): write this.
        removed: record id or "".
        moved: (record id, −1 up or +1 down).
    """

    changed = Signal(str, object)
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self, clause: Clause | None, columns: list[Offered], values: ValueSource, department: tuple[str, str] | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = clause.record if clause else ""
        self.muted = bool(clause and clause.muted)
        self._known = clause.known_at_handover if clause else True
        self._columns, self._values = {c.name: c for c in columns}, values
        self._editor: ValueEditor | None = None
        self.field = QuietCombo(translate("Definitions", "Field"), 150)
        self.operator = QuietCombo(translate("Definitions", "Condition"), 130)
        self.kind = QuietCombo(translate("Definitions", "Kind"), 76)
        self.count = Text("", "caption")
        self.count.setMinimumWidth(64)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._slot = QHBoxLayout()
        self._lay_out(department)
        self._fill(columns, clause)

    def _lay_out(self, department: tuple[str, str] | None) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 4)
        layout.setSpacing(6)
        for widget in (self.field, self.operator):
            layout.addWidget(widget)
        layout.addLayout(self._slot, 1)
        layout.addWidget(self.count)
        if department:
            layout.addWidget(DepartmentMark(*department))
        layout.addWidget(self.kind)
        layout.addWidget(IconButton("more", translate("Definitions", "More"), on=self._menu, small=True))
        self.setMinimumHeight(40)

    def _fill(self, columns: list[Offered], clause: Clause | None) -> None:
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for column in columns:
            self.field.addItem(column.name)
        edit = self.field.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(translate("Definitions", "Choose a field"))
        for key, words in (("required", translate("Definitions", "Required")), ("knock-out", translate("Definitions", "Knock-out")),
                           ("points", translate("Definitions", "Points"))):
            if key != "points" or (clause and clause.kind == "points"):
                self.kind.addItem(words, key)
        self.field.setCurrentIndex(-1)
        self.show_clause(clause)
        self.field.activated.connect(self._field_chosen)
        if edit is not None:
            edit.editingFinished.connect(self._field_chosen)
        self.operator.activated.connect(self._operator_chosen)
        self.kind.activated.connect(lambda: self._write(kind=self.kind.currentData()))

    # showing

    def show_clause(self, clause: Clause | None) -> None:
        """Take over the clause as the document has it now; a field that is being typed in is left alone."""
        if clause is None:
            self._operators("")
            return
        self.muted, self._known = clause.muted, clause.known_at_handover
        self.field.setEditText(clause.field)
        self.field.setToolTip(clause.field)
        self._operators(clause.operator)
        self.kind.setCurrentIndex(self.kind.findData(clause.kind))
        self._value_editor(clause.operator)
        if self._editor is not None:
            self._editor.show_value(clause.value)
        self.setProperty("muted", clause.muted)
        for widget in (self.field, self.operator, self.kind, *(w for w in (self._editor,) if w is not None)):
            widget.setEnabled(not clause.muted)

    def show_count(self, counts: dict[str, int] | None, problem: str = "") -> None:
        """How many leads meet it."""
        self.count.setText("—" if problem else "" if counts is None else translate("Definitions", "%n lead(s)", n=counts["match"]))
        told = "" if counts is None else translate("Definitions", "match {match}, no match {no_match}, not enough information {unknown}").format(
            **{k: f"{v:,}" for k, v in counts.items()})
        self.count.setToolTip(problem or told)

    @property
    def type(self) -> str:
        """The type of the chosen column; text if it is in no list."""
        column = self._columns.get(self.field.currentText().strip())
        return column.type if column else _COMMON_TYPE

    def _operators(self, chosen: str) -> None:
        from fusenapp.qualify import operators_for

        known = self._columns.get(self.field.currentText().strip())
        names = list(operators_for(known.type) if known else OPERATORS)
        if chosen and chosen not in names:
            names.insert(0, chosen)
        if [self.operator.itemData(i) for i in range(self.operator.count())] != names:
            self.operator.clear()
            for name in names:
                self.operator.addItem(OPERATOR_NAMES[name].to(language()), name)
        self.operator.setCurrentIndex(max(self.operator.findData(chosen), 0) if chosen else -1)

    def _value_editor(self, operator: str) -> None:
        wanted = editor_for(operator, self.type)
        if self._editor is not None and type(self._editor) is type(wanted) and self._editor.type == wanted.type:
            wanted.deleteLater()
            return
        if self._editor is not None:
            self._slot.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        self._editor = wanted
        self._slot.addWidget(wanted, 1)
        self._slot.setAlignment(wanted, Qt.AlignmentFlag.AlignVCenter)
        wanted.edited.connect(self._value_edited)
        if self.type == "text" and not isinstance(wanted, NoValue):
            self._values(self.field.currentText().strip(), lambda found: self._offer(wanted, found))

    def _offer(self, editor: ValueEditor, found: list[tuple[str, int]]) -> None:
        if editor is self._editor:
            editor.offer(found)

    # editing

    def _field_chosen(self, *_: Any) -> None:
        name = self.field.currentText().strip()
        if not name or name == self.field.property("written"):
            return
        self.field.setProperty("written", name)
        operator = self.operator.currentData() or ""
        from fusenapp.qualify import operators_for

        suited = operators_for(self.type)
        if operator not in suited:
            operator = _FIRST.get(self.type, suited[0])
        self._operators(operator)
        self._operator_chosen()

    def _operator_chosen(self, *_: Any) -> None:
        operator = self.operator.currentData()
        if not operator:
            return
        before = self._editor.value() if self._editor is not None else None
        self._value_editor(operator)
        assert self._editor is not None
        self._editor.show_value(converted(before, operator))
        self._value_edited()
        if self._editor.value() is None:
            self._editor.setFocus()

    def _value_edited(self) -> None:
        """Write field, operator and value together once they are complete."""
        field, operator = self.field.currentText().strip(), self.operator.currentData()
        value = self._editor.value() if self._editor is not None else None
        if not field or not operator or value is None:
            return
        self._write(field=field, operator=operator, value=None if value == () else value)

    def _write(self, **fields: Any) -> None:
        if self.record or "field" in fields:
            self.changed.emit(self.record, fields | ({} if self.record else {"kind": self.kind.currentData()}))

    def _menu(self) -> None:
        menu = QMenu(self)
        if self.record:
            muted = translate("Definitions", "Count it again") if self.muted else translate("Definitions", "Mute (leave it out for now)")
            menu.addAction(icons.icon("eye" if self.muted else "eye-off"), muted, lambda: self._write(muted=not self.muted))
            known = menu.addAction(translate("Definitions", "Known at hand-over"), lambda: self._write(known_at_handover=not self._known))
            known.setCheckable(True)
            known.setChecked(self._known)
            menu.addSeparator()
            menu.addAction(icons.icon("arrow-up"), translate("Definitions", "Move up"), lambda: self.moved.emit(self.record, -1))
            menu.addAction(icons.icon("arrow-down"), translate("Definitions", "Move down"), lambda: self.moved.emit(self.record, 1))
            menu.addSeparator()
        menu.addAction(icons.icon("trash"), translate("Definitions", "Delete the condition"), lambda: self.removed.emit(self.record))
        menu.popup(self.mapToGlobal(QPoint(self.width() - 200, self.height())))


_FIRST = {"text": "one-of", "integer": ">=", "number": ">=", "percent": ">=", "money": ">=", "boolean": "is-true", "date": "within-days",
          "month": ">="}
"""The operator that a column of a type gets at first."""


class IncludeRow(QFrame):
    """Another definition in place of a clause."""

    removed = Signal(str)

    def __init__(self, include: Include, words: str, open_it: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from fusenapp.ui.widgets import LinkButton

        self.record = include.record
        self.count = Text("", "caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(LinkButton(words, "target", on=open_it))
        layout.addWidget(Text(translate("Definitions", "is met"), "secondary"))
        layout.addStretch(1)
        layout.addWidget(self.count)
        layout.addWidget(IconButton("trash", translate("Definitions", "Delete the condition"), small=True,
                                    on=lambda: self.removed.emit(self.record)))
        self.setMinimumHeight(40)

    def show_count(self, counts: dict[str, int] | None, problem: str = "") -> None:
        """How many leads meet it."""
        self.count.setText("" if counts is None else translate("Definitions", "%n lead(s)", n=counts["match"]))
        self.count.setToolTip(problem)
