"""The rule as nested cards: one per group, a row per clause; gestures become verbs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.domain import definition as rules
from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import definitions
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions import moving
from fusenapp.ui.definitions.builder_clipboard import Clipboard
from fusenapp.ui.definitions.clause_details import Around, around_of
from fusenapp.ui.definitions.clause_row import ClauseRow
from fusenapp.ui.definitions.columns import Offered, ValueSource, offered
from fusenapp.ui.definitions.dropping import DropMark, Slot, slot_at
from fusenapp.ui.definitions.group_card import GroupActions, GroupCard
from fusenapp.ui.definitions.include_row import IncludeRow
from fusenapp.ui.definitions.member_row import MemberRow
from fusenapp.ui.definitions.threshold_bar import ThresholdBar
from fusenapp.ui.definitions.wording import definition_words
from fusenapp.ui.widgets import row

Counts = Mapping[str, Mapping[str, int]]


class RuleBuilder(QWidget):
    """Shows one definition and turns gestures into verbs.

    Args:
        rule: id of a definition: a joint one or a department's draft.
        values: asks for the values that occur in a column.
    """

    def __init__(self, context: UiContext, rule: str, values: ValueSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._rule, self._values = context, rule, values
        self.rows: dict[str, MemberRow] = {}
        self.cards: dict[str, GroupCard] = {}
        self._shape: Any = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._card: GroupCard | None = None
        self._columns: list[Offered] = []
        self._root: Group | None = None
        self._counted: tuple[Counts, Counts, Mapping[str, str]] = ({}, {}, {})
        self._wanted: tuple[str, str] | None = None
        self._mark = DropMark(self)
        self._open: set[str] = set()
        self._around = Around()
        self._guesses: Mapping[str, str] = {}
        self.clipboard = Clipboard(context, lambda: self._root, self._do, self._removed, self._want)
        self.threshold = ThresholdBar(lambda needs: self._do(lambda: definitions.set_threshold(self._context.document, self._rule, needs)))
        self.threshold.hide()

    def set_rule(self, rule: str) -> None:
        """Turn to another definition; `show_rule` shows it."""
        self._rule, self._shape, self._counted = rule, None, ({}, {}, {})

    def show_rule(self, snapshot: Snapshot) -> None:
        """Show the definition as it is now; rows are kept where only their contents changed."""
        found = rules.from_snapshot(snapshot, self._rule)
        if found is None:
            return
        columns = offered(snapshot)
        self._around = around_of(snapshot, columns)
        shape = (_shape(found.root), tuple(columns), tuple((d["id"], d.get("shape")) for d in snapshot.all("departments")), self._around)
        self._root = found.root
        if shape != self._shape:
            self._shape, self._columns = shape, columns
            self._rebuild(snapshot, found)
        for condition in rules.conditions(found.root):
            held = self.rows.get(condition.record)
            if isinstance(held, ClauseRow) and isinstance(condition, Clause):
                held.show_clause(condition)
            elif isinstance(held, IncludeRow) and isinstance(condition, Include):
                held.show_include(condition)
        self.threshold.show_threshold(found)

    def show_counts(self, clauses: Counts, groups: Counts, problems: Mapping[str, str]) -> None:
        """Leads that meet each clause and group, by id; why a clause cannot be counted."""
        self._counted = clauses, groups, problems
        for record, held in self.rows.items():
            id = rules.clause_id(self._rule, record)
            held.show_count(clauses.get(id), problems.get(id, ""))
        for record, card in self.cards.items():
            card.show_count(groups.get(rules.clause_id(self._rule, record)))

    def show_guesses(self, guesses: Mapping[str, str]) -> None:
        """Why the field of a clause looks filled only after hand-over, by clause id."""
        self._guesses = guesses
        for record, held in self.rows.items():
            held.show_guess(guesses.get(rules.clause_id(self._rule, record), ""))

    def reveal(self, clause: str) -> MemberRow | None:
        """Open the row of a clause (its id or its record; for one of an included definition the inclusion), mark it and give it the keyboard."""
        first = clause.partition("/")[0]
        record = next((r for r in self.rows if clause == r or first == rules.clause_id(self._rule, r)), "")
        row = self.rows.get(record)
        if row is not None:
            self._open.add(record)
            row.open_details(True)
            row.focus_part("more")
            row.mark()
        return row

    # building

    def _rebuild(self, snapshot: Snapshot, found: Definition) -> None:
        focused = self._wanted or self._focused()
        self._wanted = None
        if self._card is not None:
            self._body.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self.rows, self.cards = {}, {}
        self._card = self._group(snapshot, found.root, 0, self)
        self._body.addWidget(self.threshold)
        self._body.addWidget(self._card)
        self.show_counts(*self._counted)
        self.show_guesses(self._guesses)
        for record in self._open & self.rows.keys():
            self.rows[record].open_details(True)
        if focused and focused[0] in self.rows:
            self.rows[focused[0]].focus_part(focused[1])
        elif focused and focused[0] in self.cards:
            self.cards[focused[0]].add_clause.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> tuple[str, str] | None:
        return next(((record, part) for record, held in self.rows.items() if (part := held.focused_part())), None)

    def _group(self, snapshot: Snapshot, group: Group, depth: int, parent: QWidget) -> GroupCard:
        """Everything is made inside of its place: to be moved there costs each part its style once more."""
        card = GroupCard(group, depth, self._actions(group, depth), parent)
        self.cards[group.record] = card
        card.moved.connect(self._step)
        card.dragged.connect(self._drag)
        card.dropped.connect(self._drop)
        for member in group.members:
            if isinstance(member, Group):
                box = QWidget(card)
                box.setLayout(row(self._group(snapshot, member, depth + 1, box), margins=(16, 8, 8, 8)))
                card.add(member.record, box)
            else:
                card.add(member.record, self._row(snapshot, member, card))
        return card

    def _actions(self, group: Group, depth: int) -> GroupActions:
        document = self._context.document
        included = any(isinstance(m, Include) for m in group.members)
        return GroupActions(
            join=lambda id, match: self._do(lambda: definitions.change_group(document, id, match=match)),
            name=lambda id, name: self._do(lambda: definitions.change_group(document, id, name=name)),
            mute=lambda id, muted: self._do(lambda: definitions.change_group(document, id, muted=muted)),
            remove=self._remove_group, add_clause=self.draft,
            add_group=lambda id: self._do(lambda: definitions.add_group(document, id)),
            cap=lambda id, most: self._do(lambda: definitions.change_group(document, id, cap="none" if most is None else most)),
            edit=self.clipboard.edit, inclusions=self._inclusions,
            include=lambda id, ref: self._do(lambda: definitions.add_clause(document, id, Include(id="", ref=ref))),
            add_target=self._include if self._rule.partition("@")[0] == "hot-lead" and not depth and not included else None)

    def _row(self, snapshot: Snapshot, member: Clause | Include, card: GroupCard) -> MemberRow:
        made = self._included(snapshot, member, card) if isinstance(member, Include) else self._clause(snapshot, member, card)
        made.changed.connect(self._change)
        made.removed.connect(self._remove)
        made.moved.connect(self._step)
        made.dragged.connect(self._drag)
        made.dropped.connect(self._drop)
        made.backed.connect(self._back)
        made.asked.connect(lambda note: self._context.navigate("journey", ("notes", note)))
        made.edited.connect(self.clipboard.edit)
        made.unfolded.connect(lambda record, wanted: self._open.add(record) if wanted else self._open.discard(record))
        self.rows[member.record] = made
        return made

    def _clause(self, snapshot: Snapshot, clause: Clause, card: GroupCard) -> ClauseRow:
        record = snapshot.get("departments", clause.department)
        mark = (value("departments", record, "shape"), value("departments", record, "name")) if record else None
        return ClauseRow(clause, self._columns, self._values, mark, self._around, card)

    def _included(self, snapshot: Snapshot, include: Include, card: GroupCard) -> IncludeRow:
        rule = snapshot.value("definitions", include.ref, "rule") or include.ref
        words = definition_words(snapshot, include.ref)
        area = "target" if rule == "target" else "hot_lead"
        return IncludeRow(include, words, lambda: self._context.navigate(area, ("definitions", include.ref)), self._around, card)

    # gestures

    def draft(self, group: str) -> ClauseRow:
        """An empty row at the end of a group; it goes into the document once field, condition and value are there."""
        card = self.cards[group]
        made = ClauseRow(None, self._columns, self._values, around=self._around)
        made.changed.connect(lambda _, fields: self._insert(group, made, fields))
        made.removed.connect(lambda _: (card.rows.removeWidget(made), made.hide(), made.deleteLater()))
        card.add("", made)
        QTimer.singleShot(0, made.field, made.field.setFocus)
        return made

    def _insert(self, group: str, row: ClauseRow, fields: dict[str, Any]) -> None:
        clause = Clause(id="", department=self._context.department, **fields)
        part = row.focused_part() or "value"

        def add() -> None:
            self._wanted = definitions.add_clause(self._context.document, group, clause), part

        self._shape = None
        self._do(add)

    def _include(self, group: str) -> None:
        members = self.cards[group].members
        first = members[0][0] if members else None
        self._do(lambda: definitions.add_clause(self._context.document, group, Include(id="", ref="target"), first))

    def _change(self, record: str, fields: dict[str, Any]) -> None:
        there = self._context.document.get("clauses", record) or {}
        changed = {k: v for k, v in fields.items() if there.get(k) != v}
        if changed:
            together = changed | ({"operator": fields["operator"], "value": fields["value"]} if {"operator", "value"} & changed.keys() else {})
            self._do(lambda: definitions.change_clause(self._context.document, record, **together))

    def _back(self, record: str, key: str, told: Any) -> None:
        self._do(lambda: definitions.set_evidence(self._context.document, record, key, told))

    def _inclusions(self) -> list[tuple[str, str]]:
        """Definitions that can be included: the joint ones first, then drafts; not this one."""
        snapshot = self._context.snapshot()
        ids = [r["id"] for r in snapshot.all("definitions") if r["id"] != self._rule]
        return [(id, definition_words(snapshot, id)) for id in sorted(ids, key=lambda id: ("@" in id, id))]

    def _remove(self, record: str) -> None:
        place = moving.parent_of(self._root, record) if self._root else None
        if place is not None:
            self._wanted = place[0].record, ""
        self._do(lambda: definitions.remove_clause(self._context.document, record))
        self._context.notify(translate("Definitions", "The condition was deleted."), undo=True)

    def _removed(self, member: rules.Member) -> None:
        """Take a member away, whatever it is."""
        self._remove_group(member.record) if isinstance(member, Group) else self._remove(member.record)

    def _want(self, record: str) -> None:
        """The row that has the keyboard once the rule is built anew."""
        self._wanted = record, "more"

    def _remove_group(self, record: str) -> None:
        self._do(lambda: definitions.remove_group(self._context.document, record))
        self._context.notify(translate("Definitions", "The group was deleted."), undo=True)

    def _step(self, record: str, step: int) -> None:
        place = moving.stepped(self._root, record, step) if self._root else None
        if place is not None:
            self._move(record, *place)

    def _drag(self, record: str, at: QPoint) -> None:
        self._mark.show_at(self._slot(record, at))

    def _drop(self, record: str, at: QPoint) -> None:
        self._mark.hide()
        slot = self._slot(record, at)
        if slot is not None and slot.before != record:
            self._move(record, slot.group, slot.before)

    def _slot(self, record: str, at: QPoint) -> Slot | None:
        if self._card is None or self._root is None:
            return None
        found = moving.parent_of(self._root, record)
        if found is None:
            return None
        root, member = self._root, found[0].members[found[1]]
        open_to = {id for id in self.cards if (group := moving.group_of(root, id)) and moving.may_enter(root, group, member)}
        return slot_at(self._card, self.cards, open_to, self, self.mapFromGlobal(at))

    def _move(self, record: str, group: str, before: str | None) -> None:
        kind = "groups" if record in self.cards else "clauses"
        self._do(lambda: definitions.move_member(self._context.document, kind, record, group, before))

    def _do(self, verb: Callable[[], Any]) -> None:
        try:
            verb()
        except InputError as error:
            from fusenapp.messages import explain

            self._wanted = None
            self._context.notify(explain(error), kind="warn")


def _shape(group: Group) -> Any:
    """What makes rows appear, go or move; contents of clauses are not part of it."""
    inside = tuple(_shape(m) if isinstance(m, Group) else (m.record, m.department, m.kind == "points") for m in group.members)
    return group.record, group.match, group.name, group.muted, group.cap, inside
