"""The rule as nested cards: one per group, a row per clause, buttons to add below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fusenapp.domain import definition as rules
from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import definitions
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.clause_row import ClauseRow, IncludeRow, QuietCombo
from fusenapp.ui.definitions.columns import Offered, ValueSource, offered
from fusenapp.ui.widgets import Card, FlatButton, IconButton, hline, row

Row = ClauseRow | IncludeRow
_AT_LEAST = 6
"""Choices "at least 2" to "at least 6"; a larger number from a file is shown too."""


class RuleBuilder(QWidget):
    """Shows one definition and turns gestures into verbs.

    Args:
        values: asks for the values that occur in a column.
    """

    def __init__(self, context: UiContext, rule: str, values: ValueSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._rule, self._values = context, rule, values
        self._rows: dict[str, Row] = {}
        self._shape: Any = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._card: QWidget | None = None
        self._columns: list[Offered] = []

    def show_rule(self, snapshot: Snapshot) -> None:
        """Show the definition as it is now; rows are kept where only their contents changed."""
        found = rules.from_snapshot(snapshot, self._rule)
        if found is None:
            return
        columns = offered(snapshot)
        shape = (_shape(found.root), tuple(columns), tuple((d["id"], d.get("shape")) for d in snapshot.all("departments")))
        if shape == self._shape:
            for clause in rules.clauses(found):
                held = self._rows.get(clause.record)
                if isinstance(held, ClauseRow):
                    held.show_clause(clause)
            return
        self._shape, self._columns = shape, columns
        self._rebuild(snapshot, found)

    def show_counts(self, counts: dict[str, dict[str, int]], problems: dict[str, str]) -> None:
        """Leads that meet each clause, by clause id."""
        for record, held in self._rows.items():
            id = rules.clause_id(self._rule, record)
            held.show_count(counts.get(id), problems.get(id, ""))

    def _rebuild(self, snapshot: Snapshot, found: Definition) -> None:
        if self._card is not None:
            self._body.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._rows = {}
        self._card = self._group(snapshot, found.root, 0)
        self._body.addWidget(self._card)

    def _group(self, snapshot: Snapshot, group: Group, depth: int) -> QWidget:
        card = Card(padding=(0, 0), gap=0)
        card.setAccessibleName(translate("Definitions", "Group of conditions"))
        card.body.addWidget(self._group_head(group, depth))
        box = QVBoxLayout()
        box.setSpacing(0)
        card.body.addLayout(box)
        for member in group.members:
            box.addWidget(hline())
            box.addWidget(self._member(snapshot, member, group, depth))
        card.body.addWidget(hline())
        card.body.addLayout(self._adders(group, depth, box))
        return card

    def _group_head(self, group: Group, depth: int) -> QWidget:
        bar = QFrame()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(12, 4, 6, 4)
        match = QuietCombo(translate("Definitions", "How the conditions are joined"), 150)
        for key, words in _matches(group.match):
            match.addItem(words, key)
        match.setCurrentIndex(match.findData(group.match))
        match.activated.connect(lambda: self._join(group.record, match.currentData()))
        layout.addWidget(match)
        layout.addStretch(1)
        if depth:
            layout.addWidget(IconButton("trash", translate("Definitions", "Delete the group"), small=True,
                                        on=lambda: self._remove_group(group.record)))
        return bar

    def _join(self, group: str, match: rules.Match) -> None:
        self._do(lambda: definitions.change_group(self._context.document, group, match=match))

    def _member(self, snapshot: Snapshot, member: rules.Member, group: Group, depth: int) -> QWidget:
        if isinstance(member, Group):
            box = QWidget()
            box.setLayout(row(self._group(snapshot, member, depth + 1), margins=(16, 8, 8, 8)))
            return box
        made = self._include(snapshot, member) if isinstance(member, Include) else self._clause(snapshot, member, group)
        self._rows[member.record] = made
        return made

    def _clause(self, snapshot: Snapshot, clause: Clause, group: Group) -> ClauseRow:
        record = snapshot.get("departments", clause.department)
        mark = (value("departments", record, "shape"), value("departments", record, "name")) if record else None
        made = ClauseRow(clause, self._columns, self._values, mark)
        made.changed.connect(self._change)
        made.removed.connect(self._remove)
        made.moved.connect(lambda id, step: self._move(group, id, step))
        return made

    def _include(self, snapshot: Snapshot, include: Include) -> IncludeRow:
        rule = snapshot.value("definitions", include.ref, "rule") or include.ref
        words = translate("Definitions", "The target definition") if rule == "target" else translate("Definitions", "The hot-lead definition")
        area = "target" if rule == "target" else "hot_lead"
        made = IncludeRow(include, words, lambda: self._context.navigate(area, ("definitions", include.ref)))
        made.removed.connect(self._remove)
        return made

    def _adders(self, group: Group, depth: int, box: QVBoxLayout) -> QHBoxLayout:
        add = FlatButton(translate("Definitions", "Add a condition"), "plus", on=lambda: self._draft(group, box), small=True)
        buttons: list[QWidget] = [add]
        if depth < rules.MAX_NESTING:
            buttons.append(FlatButton(translate("Definitions", "Add a group"), "group", small=True, on=lambda: self._do(
                lambda: definitions.add_group(self._context.document, group.record))))
        if self._rule == "hot-lead" and not depth and not any(isinstance(m, Include) for m in group.members):
            buttons.append(FlatButton(translate("Definitions", "Require the target"), "target", small=True, on=lambda: self._do(
                lambda: definitions.add_clause(self._context.document, group.record, Include(id="", ref="target"), self._first(group)))))
        return row(*buttons, None, margins=(6, 2, 6, 2))

    @staticmethod
    def _first(group: Group) -> str | None:
        return group.members[0].record if group.members else None

    def _draft(self, group: Group, box: QVBoxLayout) -> None:
        """An empty row at the end; it goes into the document once field, condition and value are there."""
        made = ClauseRow(None, self._columns, self._values)
        made.changed.connect(lambda _, fields: self._insert(group, fields))
        made.removed.connect(lambda _: (box.removeWidget(made), made.hide(), made.deleteLater()))
        box.addWidget(made)
        QTimer.singleShot(0, made.field.setFocus)

    def _insert(self, group: Group, fields: dict[str, Any]) -> None:
        clause = Clause(id="", department=self._context.department, **fields)
        self._do(lambda: definitions.add_clause(self._context.document, group.record, clause))
        self._shape = None

    def _change(self, record: str, fields: dict[str, Any]) -> None:
        there = self._context.document.get("clauses", record) or {}
        changed = {k: v for k, v in fields.items() if there.get(k) != v}
        if changed:
            together = changed | ({"operator": fields["operator"], "value": fields["value"]} if {"operator", "value"} & changed.keys() else {})
            self._do(lambda: definitions.change_clause(self._context.document, record, **together))

    def _remove(self, record: str) -> None:
        self._do(lambda: definitions.remove_clause(self._context.document, record))
        self._context.notify(translate("Definitions", "The condition was deleted."), undo=True)

    def _remove_group(self, record: str) -> None:
        self._do(lambda: definitions.remove_group(self._context.document, record))
        self._context.notify(translate("Definitions", "The group was deleted."), undo=True)

    def _move(self, group: Group, record: str, step: int) -> None:
        ids = [m.record for m in group.members]
        at = ids.index(record) + step
        if 0 <= at < len(ids):
            rest = [i for i in ids if i != record]
            before = rest[at] if at < len(rest) else None
            self._do(lambda: definitions.move_member(self._context.document, "clauses", record, group.record, before))

    def _do(self, verb: Callable[[], Any]) -> None:
        try:
            verb()
        except InputError as error:
            from fusenapp.messages import explain

            self._context.notify(explain(error), kind="warn")


def _shape(group: Group) -> Any:
    """What makes rows appear, go or move; contents of clauses are not part of it."""
    inside = tuple(_shape(m) if isinstance(m, Group) else (m.record, m.kind, m.department) for m in group.members)
    return group.record, group.match, inside


def _matches(now: rules.Match) -> list[tuple[rules.Match, str]]:
    numbers = list(range(2, _AT_LEAST + 1))
    if isinstance(now, int) and now not in numbers:
        numbers.append(now)
    least = translate("Definitions", "At least {count} are met")
    return [("all", translate("Definitions", "All are met")), ("any", translate("Definitions", "Any is met")),
            *((n, least.format(count=n)) for n in numbers)]



