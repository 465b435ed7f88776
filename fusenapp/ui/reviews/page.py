"""A meeting on one page: last time's actions, what is off, the three checks, hypotheses, actions, notes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from fusenapp.domain import reviews
from fusenapp.domain.reviews import Review
from fusenapp.editing import reviews as verbs
from fusenapp.flows.reviews import Change, Kept, KeptNode, changes, from_json, try_reckon
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.reviews.actions import CarriedCard, DecidedCard
from fusenapp.ui.reviews.checks import ChecksRow
from fusenapp.ui.reviews.due import DueCard
from fusenapp.ui.reviews.figures import FiguresCard
from fusenapp.ui.reviews.hypotheses import HypothesisCard
from fusenapp.ui.reviews.trying import attempt
from fusenapp.ui.widgets import Card, FormRow, SectionHeader, row, scroll
from fusenapp.ui.widgets.bound import BoundLine, BoundText


class ReviewPage(QWidget):
    """One meeting; made anew for another one, renewed in place when something of it changes."""

    def __init__(self, context: UiContext, found: Review, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self.id, self._taken = context, found.id, ""
        self._kept = Kept("", (), (), {})
        self._asked = 0
        self.carried, self.decided = CarriedCard(context), DecidedCard(context, found.id)
        self.figures = FiguresCard(context, found.id, self._think, self._act, self.keep_again)
        self.checks, self.hypotheses = ChecksRow(context, found.id), HypothesisCard(context, found.id)
        self.due = DueCard(context, found.id) if found.kind == reviews.YEARLY else None
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(12)
        self.view = scroll(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        for part in (self._head(found), self.carried, self.due, self.figures, self.checks, self.hypotheses, self.decided, self._notes(found)):
            if part is not None:
                inside.addWidget(part)
        inside.addStretch(1)
        for table in (self.carried.table, self.decided.table):
            table.selectionModel().currentRowChanged.connect(self._inspect)
        self._inspected: tuple[object, ...] = ()

    def refresh(self) -> None:
        """Show the document as it is now."""
        snapshot = self._context.snapshot()
        found = reviews.review(snapshot, self.id)
        if found is None:
            return
        day, taken = reviews.day_of(found, dt.date.today()), reviews.kept(snapshot, self.id)
        if (taken.id if taken else "") != self._taken:
            self._taken = taken.id if taken else ""
            self._kept = from_json(taken.content) if taken else Kept("", (), (), {})
        self.carried.refresh(snapshot, found, day)
        self.decided.refresh(snapshot, found, day)
        self.figures.show_figures(snapshot, taken, self._kept, locked=found.closed is not None)
        self.checks.refresh(found, self._kept)
        self.hypotheses.refresh(snapshot, found)
        if self.due:
            self.due.refresh(snapshot, found)
        self._show_head(found)
        self._inspect()

    def _inspect(self, *_: object) -> None:
        """The chosen action in the panel: of the list that the keyboard is on, else of the first that has one."""
        tables = [self.carried.table, self.decided.table]
        tables.sort(key=lambda table: not table.hasFocus())
        id = next((table.current for table in tables if table.current), "")
        record = self._context.document.get("actions", id) if id else None
        key = tuple((record or {}).get(name) for name in ("id", *verbs.ACTION_FIELDS, "done", "dropped"))
        if key == self._inspected:
            return
        self._inspected = key
        if record is None:
            self._context.inspector.clear()
            return
        from fusenapp.ui.reviews.detail import ActionDetail

        self._context.inspector.show(ActionDetail(self._context, id), translate("ReviewsArea", "Action"), "flag")

    def compare(self) -> None:
        """Look, off the window's thread, whether the data says something else now."""
        store, snapshot, kept = self._context.store, self._context.snapshot(), self._kept
        self._asked += 1
        asked = self._asked
        if store is not None and kept.as_of:
            self._context.run("", lambda progress: (asked, changes(kept, store, snapshot)), self._take_changes, lambda error: None)

    def _take_changes(self, found: tuple[int, dict[str, list[Change]]]) -> None:
        if found[0] == self._asked:
            self.figures.show_changes(found[1])

    def keep_again(self) -> None:
        """Keep the figures of now with the meeting."""
        store, snapshot = self._context.store, self._context.snapshot()
        self._context.run(translate("ReviewsArea", "Reckoning the figures"), lambda progress: try_reckon(store, snapshot), self._take_figures)

    def _take_figures(self, found: tuple[dict[str, Any], Exception | None]) -> None:
        content, error = found
        if error is not None:
            from fusenapp.ui.explaining import explain_any

            self._context.notify(explain_any(error), kind="warn")
        elif attempt(self._context, lambda: verbs.keep_figures(self._context.document, self.id, content)):
            self.figures.show_changes({})
            self._context.notify(translate("ReviewsArea", "The figures of now are kept with the meeting."), undo=True)

    def focus_first(self) -> None:
        """The keyboard on last time's actions, or on the line for the people."""
        first = self.carried.table if self.carried.table.cells.rows else self.people
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_action(self, id: str) -> None:
        """Show an action on whichever of the two lists it is."""
        for table in (self.carried.table, self.decided.table):
            if table.cells.row_of(id) >= 0:
                table.choose(id)
                table.setFocus(Qt.FocusReason.OtherFocusReason)
                self.view.ensureWidgetVisible(table)

    def _head(self, found: Review) -> QWidget:
        context = self._context
        self.day = _day_field(translate("ReviewsArea", "Day"))
        self.next = _day_field(translate("ReviewsArea", "Next review"))
        self.people = BoundLine(context, ("reviews", found.id, "people"), lambda text: verbs.set_people(context.document, found.id, text),
                                name=translate("ReviewsArea", "Present"), placeholder=translate("ReviewsArea", "Who is there"))
        self.day.dateChanged.connect(self._set_days)
        self.next.dateChanged.connect(self._set_days)
        card = Card()
        line = row(FormRow(translate("ReviewsArea", "Day"), self.day), FormRow(translate("ReviewsArea", "Present"), self.people),
                   FormRow(translate("ReviewsArea", "Next review"), self.next), gap=16)
        line.setStretch(1, 1)
        card.body.addLayout(line)
        return card

    def _notes(self, found: Review) -> QWidget:
        context = self._context
        self.notes = BoundText(context, ("reviews", found.id, "notes"), lambda text: verbs.write_notes(context.document, found.id, text),
                               name=translate("ReviewsArea", "Notes"), placeholder=translate("ReviewsArea", "What else was said"), lines=(2, 12))
        card = Card()
        card.body.addWidget(SectionHeader(translate("ReviewsArea", "Notes"), big=True))
        card.body.addWidget(self.notes)
        return card

    def _show_head(self, found: Review) -> None:
        locked = found.closed is not None
        for edit, day in ((self.day, found.date), (self.next, found.next)):
            edit.blockSignals(True)
            edit.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))
            edit.setReadOnly(locked)
            edit.blockSignals(False)
        self.people.setReadOnly(locked)
        self.notes.setReadOnly(locked)

    def _set_days(self) -> None:
        day, following = (edit.date().toString(Qt.DateFormat.ISODate) for edit in (self.day, self.next))
        attempt(self._context, lambda: verbs.set_day(self._context.document, self.id, date=day, next=following))

    def _think(self, kpi: str) -> None:
        self.hypotheses.begin(kpi)
        self.view.ensureWidgetVisible(self.hypotheses)

    def _act(self, node: KeptNode) -> None:
        self.decided.begin(kpi=node.id, owner=node.owner, department=node.department)
        self.view.ensureWidgetVisible(self.decided)


def _day_field(name: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("yyyy/MM/dd")
    edit.setAccessibleName(name)
    edit.setFixedWidth(136)
    edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return edit
