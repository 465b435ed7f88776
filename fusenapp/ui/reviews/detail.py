"""The chosen action in the panel on the right: everything of it in full, where it leads, and room for notes."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fusenapp.domain import reviews
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import reviews as verbs
from fusenapp.flows import review_words as words
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.reviews.trying import attempt
from fusenapp.ui.widgets import DepartmentMark, FormRow, InspectorSection, LinkButton, Text, row
from fusenapp.ui.widgets.bound import BoundText


class ActionDetail(QWidget):
    """One action; made anew when it changes."""

    def __init__(self, context: UiContext, id: str) -> None:
        super().__init__()
        self._context, self.id = context, id
        snapshot = context.snapshot()
        action = reviews.action_of(snapshot.get("actions", id) or {"id": id})
        section = InspectorSection(action.title, first=True)
        section.header.hide()
        section.body.addWidget(Text(action.title, "title", wrap=True))
        told = [words.state_words(action.state(dt.date.today())), words.day_words(action.due)]
        section.body.addWidget(Text(" · ".join(part for part in told if part), "secondary", wrap=True))
        section.body.addLayout(self._whose(snapshot, action))
        self.note = BoundText(context, ("actions", id, "note"), self._write, name=translate("ReviewsArea", "Notes"),
                              placeholder=translate("ReviewsArea", "How it goes, what came of it"), lines=(3, 16))
        section.body.addWidget(FormRow(translate("ReviewsArea", "Notes"), self.note))
        about = InspectorSection(translate("ReviewsArea", "What it is about"))
        for link in self._links(snapshot, action):
            about.body.addLayout(row(link) if isinstance(link, Text) else row(link, None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(section)
        layout.addWidget(about)
        about.setVisible(about.body.count() > 1)
        layout.addStretch(1)

    def _whose(self, snapshot: Snapshot, action: reviews.Action) -> QHBoxLayout:
        name = snapshot.value("departments", action.department, "name")
        shape = snapshot.value("departments", action.department, "shape")
        mark = [DepartmentMark(shape, name)] if action.department else []
        return row(*mark, Text("  ".join(part for part in (name, action.owner) if part) or words.MISSING), None, gap=6)

    def _links(self, snapshot: Snapshot, action: reviews.Action) -> list[QWidget]:
        from fusenapp.flows.minutes import clause_phrases
        from fusenapp.ui.reviews.actions import show_clause

        found: list[QWidget] = []
        if action.kpi and snapshot.get("kpis", action.kpi):
            name = snapshot.value("kpis", action.kpi, "name")
            found.append(LinkButton(name, "kpi", lambda: self._context.navigate("kpi", ("kpis", action.kpi))))
        phrase = clause_phrases(snapshot).get(action.clause, "") if action.clause else ""
        if phrase:
            link = LinkButton(translate("ReviewsArea", "Show the condition"), "hot_lead", lambda: show_clause(self._context, action.clause))
            found += [Text(phrase, wrap=True), link]
        meeting = reviews.review(snapshot, action.review) if action.review else None
        if meeting is not None:
            day = translate("ReviewsArea", "Decided on {day}").format(day=words.day_words(meeting.date))
            found.append(LinkButton(day, "review", lambda: self._context.navigate("reviews", ("reviews", action.review))))
        return found

    def _write(self, text: str) -> None:
        attempt(self._context, lambda: verbs.write_note(self._context.document, self.id, text))
