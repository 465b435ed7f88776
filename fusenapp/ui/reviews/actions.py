"""Actions on the page of a meeting: those that were carried along, and those that it decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from fusenapp.domain import reviews
from fusenapp.domain.reviews import Action, Review
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import reviews as verbs
from fusenapp.flows import review_words as words
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.reviews.cells import CellsModel, CellsTable, Column, Row, combo_value
from fusenapp.ui.reviews.choices import Choices, choice_box, offer, read_day
from fusenapp.ui.reviews.trying import attempt
from fusenapp.ui.widgets import Badge, Card, LinkButton, PushButton, SectionHeader, Text, field, row

_TONES = {reviews.OVERDUE: "bad", reviews.DONE: "text3", reviews.DROPPED: "text3", reviews.OPEN: ""}
FOLDED = 8
"""Settled actions beyond so many are folded away."""


class ActionTable(CellsTable):
    """Actions with their state, owner, department, day, KPI and condition, all written in place."""

    def __init__(self, context: UiContext, name: str) -> None:
        self._context, self._choices = context, Choices(context)
        self._phrases: Mapping[str, str] = {}
        model = CellsModel(self._columns(), self._write, self._check)
        super().__init__(model, name, removed=self._remove, menu=self._fill_menu)

    def _columns(self) -> list[Column]:
        choices = self._choices
        return [
            Column("title", translate("ReviewsArea", "Action")),
            Column("state", translate("ReviewsArea", "State"), 84, "choice", choices.states),
            Column("owner", translate("ReviewsArea", "Owner"), 96, "free", choices.people),
            Column("department", translate("ReviewsArea", "Department"), 96, "choice", choices.departments),
            Column("due", translate("ReviewsArea", "Due"), 76, "free", choices.days),
            Column("kpi", translate("ReviewsArea", "KPI"), 128, "choice", choices.kpis),
            Column("clause", translate("ReviewsArea", "Condition"), 124, "choice", choices.clauses, wide=840)]

    def show_actions(self, snapshot: Snapshot, found: list[Action], day: dt.date) -> None:
        """Renew the rows."""
        if any(a.clause for a in found):
            from fusenapp.flows.minutes import clause_phrases

            self._phrases = clause_phrases(snapshot)
        departments = {r["id"]: value("departments", r, "short") or value("departments", r, "name") for r in snapshot.all("departments")}
        kpis = {r["id"]: value("kpis", r, "name") for r in snapshot.all("kpis")}
        self.cells.show([self._row(a, day, departments, kpis) for a in found])

    def _row(self, action: Action, day: dt.date, departments: Mapping[str, str], kpis: Mapping[str, str]) -> Row:
        state = action.state(day)
        texts = {"title": action.title, "state": words.state_words(state), "owner": action.owner, "due": _short(action.due),
                 "department": departments.get(action.department, ""), "kpi": kpis.get(action.kpi, ""),
                 "clause": self._phrases.get(action.clause, "")}
        values = {"state": reviews.OPEN if state == reviews.OVERDUE else state, "department": action.department, "due": action.due,
                  "kpi": action.kpi, "clause": action.clause}
        tones = {"": "text3"} if action.settled else {"state": _TONES[state], "due": _TONES[state], "kpi": "accent", "clause": "accent"}
        return Row(action.id, texts, values, tones, action.done, action.settled, {"due": action.due})

    def _write(self, id: str, key: str, given: str) -> None:
        document = self._context.document
        if key == "state":
            attempt(self._context, lambda: verbs.set_state(document, id, given))
        else:
            told = read_day(given) if key == "due" and given else given
            attempt(self._context, lambda: verbs.set_action(document, id, **{key: told}))

    def _check(self, id: str, done: bool) -> None:
        attempt(self._context, lambda: verbs.set_state(self._context.document, id, reviews.DONE if done else reviews.OPEN))

    def _remove(self, id: str) -> None:
        if attempt(self._context, lambda: verbs.delete_action(self._context.document, id)):
            self._context.notify(translate("ReviewsArea", "The action was deleted."), undo=True)

    def _fill_menu(self, menu: QMenu, id: str) -> None:
        record = self._context.document.get("actions", id) or {}
        kpi, clause = value("actions", record, "kpi"), value("actions", record, "clause")
        show = menu.addAction(translate("ReviewsArea", "Show the KPI"), lambda: self._context.navigate("kpi", ("kpis", kpi)))
        show.setEnabled(bool(kpi))
        rule = menu.addAction(translate("ReviewsArea", "Show the condition"), lambda: show_clause(self._context, clause))
        rule.setEnabled(bool(clause))
        menu.addSeparator()
        for state, name in self._choices.states():
            menu.addAction(name, lambda state=state: self._write(id, "state", state)).setEnabled(not self.cells.locked)
        menu.addSeparator()
        menu.addAction(translate("ReviewsArea", "Delete"), lambda: self._remove(id)).setEnabled(not self.cells.locked)


def show_clause(context: UiContext, clause: str) -> None:
    """Go to a condition in its definition."""
    definition = str((context.document.get("clauses", clause) or {}).get("definition") or "")
    context.navigate("target" if definition.partition("@")[0] == "target" else "hot_lead", ("clauses", clause))


def _short(day: str) -> str:
    """Without the year while it is this one."""
    plain = day.replace("-", "/")
    return plain[5:] if day[:4] == str(dt.date.today().year) else plain


class CarriedCard(Card):
    """What the meeting begins with: how many are overdue, open and done, and all of them."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=8)
        self._all = False
        self._last: tuple[Snapshot, Review, dt.date] | None = None
        title = translate("ReviewsArea", "Actions of last time")
        self.header = SectionHeader(title, translate("ReviewsArea", "first of all: what was promised"), big=True)
        self.badges = {reviews.OVERDUE: Badge("overdue"), reviews.OPEN: Badge("action"), reviews.DONE: Badge("match")}
        self.header.add_right(*self.badges.values())
        self.table = ActionTable(context, title)
        self.nothing = Text(translate("ReviewsArea", "Nothing is left from before."), "secondary")
        self.more = LinkButton("", on=self._unfold)
        for part in (self.header, self.table, self.nothing):
            self.body.addWidget(part)
        self.body.addLayout(row(self.more, None))

    def refresh(self, snapshot: Snapshot, found: Review, day: dt.date) -> None:
        """Show what there is now."""
        self._last = snapshot, found, day
        every = reviews.carried(snapshot, found, day)
        settled = [a for a in every if a.settled]
        folded = len(settled) - FOLDED if len(settled) > FOLDED and not self._all else 0
        self.table.cells.locked = found.closed is not None
        self.table.show_actions(snapshot, every[:len(every) - folded] if folded else every, day)
        counts = {state: sum(a.state(day) == state for a in every) for state in self.badges}
        for state, badge in self.badges.items():
            name = {reviews.OVERDUE: "overdue", reviews.OPEN: "action", reviews.DONE: "match"}[state]
            badge.set(name, words=f"{words.state_words(state)} {counts[state]}")
            badge.setVisible(bool(counts[state]))
        self.nothing.setVisible(not every)
        self.more.setVisible(bool(folded))
        self.more.setText(translate("ReviewsArea", "%n more settled", n=folded))

    def _unfold(self) -> None:
        self._all = True
        if self._last:
            self.refresh(*self._last)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class DecidedCard(Card):
    """What this meeting decides: the list, and a line for another one."""

    def __init__(self, context: UiContext, review: str) -> None:
        super().__init__(gap=8)
        self._context, self._review, self._choices = context, review, Choices(context)
        title = translate("ReviewsArea", "Actions")
        self.header = SectionHeader(title, translate("ReviewsArea", "who does what by when"), big=True)
        self.table = ActionTable(context, title)
        self.title = field("", translate("ReviewsArea", "What is to be done"), translate("ReviewsArea", "New action"))
        self.owner = choice_box(translate("ReviewsArea", "Owner"), 112, free=True)
        self.department = choice_box(translate("ReviewsArea", "Department"), 136)
        self.due = choice_box(translate("ReviewsArea", "Due"), 128, free=True)
        self.kpi = choice_box(translate("ReviewsArea", "KPI"), 128)
        self.add = PushButton(translate("ReviewsArea", "Add"), "plus", on=self._add)
        self.title.returnPressed.connect(self._add)
        self.line = row(self.title, self.owner, self.department, self.due, self.kpi, self.add)
        self.line.setStretch(0, 1)
        self.body.addWidget(self.header)
        self.body.addWidget(self.table)
        self.body.addLayout(self.line)
        self.fill()

    def fill(self) -> None:
        """What can be chosen now; what is chosen stays."""
        for combo, found in ((self.owner, [("", ""), *self._choices.people()]), (self.department, self._choices.departments()),
                             (self.due, [("", ""), *self._choices.days()]), (self.kpi, self._choices.kpis())):
            offer(combo, found)

    def begin(self, *, kpi: str = "", owner: str = "", department: str = "", title: str = "") -> None:
        """Be ready to write an action about a KPI."""
        self.fill()
        self.title.setText(title)
        for combo, chosen in ((self.kpi, kpi), (self.department, department)):
            combo.setCurrentIndex(max(combo.findData(chosen), 0))
        self.owner.setEditText(owner)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, snapshot: Snapshot, found: Review, day: dt.date) -> None:
        """Show what there is now."""
        locked = found.closed is not None
        self.table.cells.locked = locked
        self.table.show_actions(snapshot, reviews.decided(snapshot, found), day)
        for widget in (self.title, self.owner, self.department, self.due, self.kpi, self.add):
            widget.setVisible(not locked)

    def _add(self) -> None:
        if not self.title.text().strip():
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        due = combo_value(self.due)
        told = {"owner": combo_value(self.owner), "department": combo_value(self.department), "due": read_day(due) if due else "",
                "kpi": combo_value(self.kpi)}
        made: list[str] = []
        if attempt(self._context, lambda: made.append(verbs.add_action(self._context.document, self.title.text(), review=self._review, **told))):
            self.title.clear()
            self._context.bridge.flush()
            self.fill()
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
