"""One clause as a row: field, operator, value, kind, whose proposal, how many leads, mute and remove."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QMenu, QWidget
from shiboken6 import isValid

from fusenapp.domain.definition import OPERATORS, Clause
from fusenapp.domain.operators import OPERATOR_NAMES
from fusenapp.i18n import language, translate
from fusenapp.ui import icons
from fusenapp.ui.definitions.clause_details import Around, number_box
from fusenapp.ui.definitions.columns import Offered, ValueSource
from fusenapp.ui.definitions.include_row import details_action, mute_action
from fusenapp.ui.definitions.member_row import MARK_WIDTH, MemberRow, kind_width, kind_words
from fusenapp.ui.definitions.quiet_combo import QuietCombo
from fusenapp.ui.definitions.values import Columns, ListValue, NoValue, ScalarValue, ValueEditor, converted, editor_for
from fusenapp.ui.widgets import Badge, DepartmentMark, column, row

_COMMON_TYPE = "text"
OFFERED = ("text", "integer", "month")
"""Types of columns whose values are offered."""
_NARROW = 112
"""Px to which the boxes of field and condition give way where two values have to stand beside them."""
_TOP = Qt.AlignmentFlag.AlignTop
_FIRST = {"text": "one-of", "integer": ">=", "number": ">=", "percent": ">=", "money": ">=", "boolean": "is-true", "date": "within-days",
          "month": ">="}
"""The operator that a column of a type gets at first."""
_ICONS = {"required": ("lock", "info"), "knock-out": ("barred", "bad"), "points": ("plus", "accent")}


class ClauseRow(MemberRow):
    """A clause that is in the document, or (``record`` empty) one that is still being filled in."""

    def __init__(self, clause: Clause | None, columns: list[Offered], values: ValueSource, department: tuple[str, str] | None = None,
                 around: Around | None = None, parent: QWidget | None = None) -> None:
        super().__init__(clause.record if clause else "", around, parent)
        self._known = clause.known_at_handover if clause else True
        self._columns, self._values = {c.name: c for c in columns}, values
        self._field_now = ""
        self.editor: ValueEditor | None = None
        self.field = QuietCombo(translate("Definitions", "Field"), 150, least=_NARROW)
        self.operator = QuietCombo(translate("Definitions", "Condition"), 150, least=_NARROW)
        self.kind = QuietCombo(translate("Definitions", "Kind"), kind_width())
        self.kind.setFixedWidth(kind_width())
        self.points = number_box(translate("Definitions", "Points"), 68, least=-999, most=999)
        self.points.setToolTip(translate("Definitions", "Points that it adds"))
        self.points.hide()
        self.state = Badge("draft")
        self._slot = QHBoxLayout()
        self._lay_out(department)
        self._fill(columns, clause)

    def _lay_out(self, department: tuple[str, str] | None) -> None:
        for widget in (self.field, self.operator):
            self.bar.addWidget(widget, 0, _TOP)
        self.field.setMaximumWidth(190)
        self.bar.addLayout(self._slot, 1)
        self.state.hide()
        self.bar.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self.bar.addWidget(self.points, 0, _TOP)
        self.bar.addWidget(self.unfold, 0, _TOP)
        self.bar.addWidget(self.count, 0, _TOP)
        mark = DepartmentMark(*department) if department else QWidget()
        mark.setFixedSize(MARK_WIDTH, 28 if not department else 12)
        self.bar.addLayout(column(8, mark, None, gap=0) if department else row(mark))
        self.bar.addWidget(self.kind, 0, _TOP)
        self.bar.addWidget(self.more, 0, _TOP)

    def _fill(self, columns: list[Offered], clause: Clause | None) -> None:
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for each in columns:
            self.field.addItem(each.name)
        edit, completer = self.field.lineEdit(), self.field.completer()
        assert edit is not None
        assert completer is not None
        edit.setPlaceholderText(translate("Definitions", "Choose a field"))
        edit.setAccessibleName(self.field.accessibleName())
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        for key, words in kind_words().items():
            self.kind.addItem(icons.icon(*_ICONS[key]), words, key)
        self.field.setCurrentIndex(-1)
        self.show_clause(clause)
        self.field.activated.connect(self._field_chosen)
        edit.editingFinished.connect(self._field_chosen)
        self.operator.activated.connect(self._operator_chosen)
        self.kind.activated.connect(lambda: self._write(kind=self.kind.currentData()))
        self.points.valueChanged.connect(lambda points: self._write(points=points))

    # showing

    def show_clause(self, clause: Clause | None) -> None:
        """Take over the clause as the document has it now; what is being typed is left alone."""
        if clause is None:
            self._operators("")
            return
        self.muted, self._known = clause.muted, clause.known_at_handover
        if clause.field != self._field_now:
            self._field_now = clause.field
            self._write_field(clause.field)
        self._operators(clause.operator)
        self.kind.setCurrentIndex(self.kind.findData(clause.kind))
        self.points.setVisible(clause.kind == "points")
        with QSignalBlocker(self.points):
            self.points.setValue(clause.points or 0)
        self.show_details(clause)
        self._value_editor(clause.operator)
        if self.editor is not None:
            self.editor.show_value(clause.value)
        for widget in (self.field, self.operator, self.kind, self.points, *(w for w in (self.editor,) if w is not None)):
            widget.setEnabled(not clause.muted)
        self._show_state()

    def _write_field(self, name: str) -> None:
        self.field.setEditText(name)
        self.field.setToolTip(name)
        edit = self.field.lineEdit()
        if edit is not None and not edit.hasFocus():
            edit.setCursorPosition(0)

    def _show_state(self, *, waiting: bool = False) -> None:
        """A badge for what is out of the ordinary; ``waiting``: the value is incomplete, so nothing was written yet."""
        if waiting:
            self.state.set("caution", words=translate("Definitions", "value missing"))
        elif self.muted:
            self.state.set("draft", words=translate("Definitions", "muted"))
        elif not self._known:
            self.state.set("caution", words=translate("Definitions", "known only later"))
        self.state.setVisible(waiting or self.muted or not self._known)

    @property
    def type(self) -> str:
        """The type of the chosen column; text if it is in no list."""
        column = self._columns.get(self.field.currentText().strip())
        return column.type if column else _COMMON_TYPE

    def parts(self) -> dict[str, QWidget]:
        found: dict[str, QWidget] = {"field": self.field, "operator": self.operator, "points": self.points, "unfold": self.unfold,
                                     "kind": self.kind, "more": self.more}
        return found | ({"value": self.editor} if self.editor is not None else {})

    def focus_part(self, name: str) -> None:
        if name == "value" and self.editor is not None and not isinstance(self.editor, NoValue):
            self.editor.focus()
        else:
            super().focus_part(name)

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
        """The editor that suits; another one only where the shape of the value changes."""
        made, column = editor_for(operator, self.type), self._columns.get(self.field.currentText().strip())
        unit = column.unit if column and column.unit not in column.name else ""
        if self.editor is not None and (type(self.editor), self.editor.type) == (made, self.type):
            return
        if self.editor is not None:
            self._slot.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = made(self.type, unit, Columns(self.around.dates, self.around.numbers))
        self._slot.addWidget(self.editor, 1, _TOP)
        self.editor.edited.connect(self._value_edited)
        self.editor.rearranged.connect(self._order)
        self._order()
        if self.type in OFFERED and isinstance(self.editor, (ScalarValue, ListValue)):
            editor = self.editor
            self._values(self.field.currentText().strip(), lambda found: self._offer(editor, found))

    def _order(self) -> None:
        """Tab goes from left to right."""
        stops = [self.field, self.operator, *(self.editor.stops() if self.editor is not None else ()), self.points, self.unfold, self.kind,
                 self.more]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _offer(self, editor: ValueEditor, found: list[tuple[str, int]]) -> None:
        if editor is self.editor and isValid(editor):  # the rule may have been built anew while the values were counted
            editor.offer(found)

    # editing

    def _field_chosen(self, *_: Any) -> None:
        from fusenapp.qualify import operators_for

        name = self.field.currentText().strip()
        if not name:
            self.field.setEditText(self._field_now)
        if not name or name == self._field_now:
            return
        self._field_now = name
        self.field.setToolTip(name)
        operator, suited = self.operator.currentData() or "", operators_for(self.type)
        self._operators(operator if operator in suited else _FIRST.get(self.type, suited[0]))
        self._operator_chosen()

    def _operator_chosen(self, *_: Any) -> None:
        operator = self.operator.currentData()
        if not operator:
            return
        before = self.editor.value() if self.editor is not None else None
        self._value_editor(operator)
        assert self.editor is not None
        self.editor.show_value(converted(before, operator))
        if self.editor.value() is None:
            self.editor.focus()
        self._value_edited()

    def _value_edited(self) -> None:
        """Write field, operator and value together once they are complete."""
        field, operator = self._field_now, self.operator.currentData()
        value = self.editor.value() if self.editor is not None else None
        self._show_state(waiting=bool(self.record and field and value is None))
        if not field or not operator or value is None:
            return
        self._write(field=field, operator=operator, value=None if value == () else value)

    def _write(self, **fields: Any) -> None:
        if self.record or "field" in fields:
            self.changed.emit(self.record, fields | ({} if self.record else {"kind": self.kind.currentData()}))

    def fill_menu(self, menu: QMenu) -> None:
        if not self.record:
            return
        menu.addAction(details_action(self, menu))
        menu.addAction(mute_action(self, menu))
        known = menu.addAction(translate("Definitions", "Known at hand-over"), lambda: self._write(known_at_handover=not self._known))
        known.setCheckable(True)
        known.setChecked(self._known)
        menu.addSeparator()
