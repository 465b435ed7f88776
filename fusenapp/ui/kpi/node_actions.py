"""What is being done about a KPI: its actions with owner, day, condition and meeting, and a form for another one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import reviews
from fusenapp.domain.reviews import Action
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import reviews as verbs
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import FlatButton, InspectorSection, LinkButton, PushButton, Text, column, empty, field, row

_KINDS = frozenset(("actions", "reviews", "clauses", "definitions"))
_SHORT = 20
"""Characters of a condition that stand in the width of the inspector."""
_PADDING = 6
"""Of a link, inside."""


class ActionsSection(InspectorSection):
    """The actions about one KPI: open ones first, then those that the latest meeting saw settled."""

    def __init__(self, context: UiContext, kpi: str) -> None:
        super().__init__(translate("Kpi", "Actions"))
        self._context, self._kpi = context, kpi
        self._told: tuple[object, ...] | None = None
        self.rows: dict[str, ActionRow] = {}
        """Action → its row."""
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.form: ActionForm | None = None
        self.add = LinkButton(translate("Kpi", "Add an action"), "plus", on=self._begin)
        self.body.addLayout(self._list)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        context.bridge.changed.connect(self._look)
        self.refresh()

    def refresh(self) -> None:
        """Show the document as it is now; nothing happens while it says the same."""
        snapshot, today = self._context.snapshot(), dt.date.today()
        found = reviews.about_kpi(snapshot, self._kpi, today)
        days = [snapshot.value("reviews", a.review, "date") if a.review else "" for a in found]
        phrases = _phrases(snapshot) if any(a.clause for a in found) else {}
        told = (tuple(found), tuple(days), tuple(phrases.get(a.clause, "") for a in found), today)
        if told == self._told:
            return
        self._told = told
        empty(self._list)
        self.rows = {}
        for action, day in zip(found, days, strict=True):
            self.rows[action.id] = ActionRow(self._context, action, today, day, phrases.get(action.clause, ""))
            self._list.addWidget(self.rows[action.id])
        left = sum(not a.settled for a in found)
        self.header.caption.setText(translate("Kpi", "%n open", n=left) if left else "")

    def _look(self, changes: Changes) -> None:
        if any(kind in _KINDS for kind, _ in (*changes.added, *changes.updated, *changes.removed)):
            self.refresh()

    def _begin(self) -> None:
        """The form, made when it is first wanted."""
        if self.form is None:
            self.form = ActionForm(self._context, self._kpi, self._end)
            self.body.addWidget(self.form)
        self.form.begin()
        self.form.show()
        self.add.hide()

    def _end(self) -> None:
        if self.form is not None:
            self.form.hide()
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


class ActionRow(QWidget):
    """One action: ticked when it is done; whose and until when; ways to its condition and its meeting."""

    def __init__(self, context: UiContext, action: Action, today: dt.date, decided: str, phrase: str) -> None:
        super().__init__()
        self._context, self.action = context, action
        self.done = QCheckBox()
        self.done.setChecked(action.done)
        self.done.setAccessibleName(translate("Kpi", "Done: {action}").format(action=action.title))
        self.done.clicked.connect(self._tick)
        self.title = Text(action.title, "secondary" if action.settled else "", wrap=True)
        if action.settled:
            face = self.title.font()
            face.setStrikeOut(True)
            self.title.setFont(face)
        self.whose = Text(whose_words(action, today), "bad" if action.state(today) == reviews.OVERDUE else "caption", wrap=True)
        told = column(self.title, self.whose, gap=1)
        self.links = self._links(decided, phrase)
        for link in self.links:
            told.addLayout(row(link, None, margins=(-_PADDING, 0, 0, 0)))  # its words begin below those of the title
        line = row(column(self.done, None), gap=8)
        line.addLayout(told, 1)
        self.setLayout(line)

    def _links(self, decided: str, phrase: str) -> list[LinkButton]:
        from fusenapp.flows.review_words import day_words

        links = []
        if phrase:
            clause = LinkButton(phrase if len(phrase) <= _SHORT else phrase[:_SHORT] + "…", "hot_lead", self._show_clause, small=True)
            clause.setToolTip(phrase)
            links.append(clause)
        words = translate("Kpi", "Meeting of {day}") if decided else translate("Kpi", "To the reviews")
        short = words.format(day=_day(decided, dt.date.today()))
        way = LinkButton(short, "review", lambda: self._context.navigate("reviews", ("actions", self.action.id)), small=True)
        way.setToolTip(words.format(day=day_words(decided)) if decided else "")
        links.append(way)
        return links

    def _show_clause(self) -> None:
        from fusenapp.ui.reviews.actions import show_clause

        show_clause(self._context, self.action.clause)

    def _tick(self, done: bool) -> None:
        from fusenapp.ui.reviews.trying import attempt

        if not attempt(self._context, lambda: verbs.set_state(self._context.document, self.action.id, reviews.DONE if done else reviews.OPEN)):
            self.done.setChecked(not done)


class ActionForm(QWidget):
    """What is to be done, by whom, until when; Enter adds it to the meeting that is being held, if there is one.

    Args:
        ended: called when it was added or given up.
    """

    def __init__(self, context: UiContext, kpi: str, ended: Callable[[], None]) -> None:
        from fusenapp.ui.reviews.choices import choice_box

        super().__init__()
        self._context, self._kpi, self._ended = context, kpi, ended
        self.title = field("", translate("Kpi", "What is to be done"), translate("Kpi", "New action"))
        self.owner = choice_box(translate("Kpi", "Owner"), 0, free=True)
        self.due = choice_box(translate("Kpi", "Due"), 0, free=True)
        for box in (self.owner, self.due):
            box.setMinimumWidth(96)
            box.setMaximumWidth(16_777_215)
        self.title.returnPressed.connect(self._add)
        self.add = PushButton(translate("Kpi", "Add"), "plus", on=self._add, small=True)
        give_up = FlatButton(translate("Kpi", "Cancel"), on=ended, small=True)
        self.meeting = Text("", "caption", wrap=True)
        boxes = row(self.owner, self.due, gap=6)
        boxes.setStretch(0, 1)
        boxes.setStretch(1, 1)
        self.setLayout(column(self.title, boxes, self.meeting, row(self.add, give_up, None, gap=6), gap=6))

    def begin(self) -> None:
        """Ready to write; the owner of the KPI is suggested."""
        from fusenapp.flows.review_words import day_words
        from fusenapp.ui.reviews.choices import Choices, offer

        choices, held = Choices(self._context), reviews.being_held(self._context.snapshot())
        offer(self.owner, [("", ""), *choices.people()])
        offer(self.due, [("", ""), *choices.days()])
        self.owner.setEditText(str(value("kpis", self._record(), "owner")))
        self.meeting.setVisible(held is not None)
        if held is not None:
            self.meeting.setText(translate("Kpi", "It is added to the meeting of {day}.").format(day=day_words(held.date)))
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record(self) -> dict:
        return dict(self._context.document.get("kpis", self._kpi) or {})

    def _add(self) -> None:
        from fusenapp.ui.reviews.cells import combo_value
        from fusenapp.ui.reviews.choices import read_day
        from fusenapp.ui.reviews.trying import attempt

        title = self.title.text().strip()
        if not title:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        due, held = combo_value(self.due), reviews.being_held(self._context.snapshot())
        given = {"owner": combo_value(self.owner), "due": read_day(due) if due else "", "kpi": self._kpi,
                 "department": str(value("kpis", self._record(), "department"))}
        if attempt(self._context, lambda: verbs.add_action(self._context.document, title, review=held.id if held else "", **given)):
            self.title.clear()
            self.due.setEditText("")
            self._context.bridge.flush()
            self._ended()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._ended()
        else:
            super().keyPressEvent(event)


def whose_words(action: Action, today: dt.date) -> str:
    """Owner, day and state: 佐伯 遥 · 11/27まで · 期日超過."""
    from fusenapp.flows.review_words import state_words

    owner = action.owner or translate("Home", "nobody named yet")
    due = translate("Kpi", "due {day}").format(day=_day(action.due, today)) if action.due and not action.settled else ""
    state = action.state(today)
    return " · ".join(part for part in (owner, due, state_words(state) if state != reviews.OPEN else "") if part)


def _day(day: str, today: dt.date) -> str:
    plain = day.replace("-", "/")
    return plain[5:] if day[:4] == str(today.year) else plain


def _phrases(snapshot: Snapshot) -> dict[str, str]:
    from fusenapp.flows.minutes import clause_phrases

    return clause_phrases(snapshot)
