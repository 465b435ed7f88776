"""The yearly review: every agreement that is due or was reopened, what is decided about it, and who renewed it."""

from __future__ import annotations

from collections.abc import Mapping

from fusenapp.domain import agreement
from fusenapp.domain.agreement import ItemStatus
from fusenapp.domain.reviews import Review
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import reviews as verbs
from fusenapp.flows import review_words as words
from fusenapp.i18n import translate
from fusenapp.ui.agreement_bar import ask_person
from fusenapp.ui.context import UiContext
from fusenapp.ui.reviews.cells import CellsModel, CellsTable, Column, Row
from fusenapp.ui.reviews.choices import Choices
from fusenapp.ui.reviews.trying import attempt
from fusenapp.ui.widgets import Card, LinkButton, PushButton, SectionHeader, Text, row
from fusenapp.ui.widgets.badge import STATES, status_words
from fusenapp.ui.words import item_title


class DueCard(Card):
    """The list; renewing keeps an agreement as it is for another term, once every department has said so."""

    def __init__(self, context: UiContext, review: str) -> None:
        super().__init__(gap=8)
        self._context, self._review, self._all = context, review, False
        self._items: dict[str, agreement.Item] = {}
        self._statuses: Mapping[agreement.Item, ItemStatus] = {}
        self._last: Review | None = None
        title = translate("ReviewsArea", "Definitions up for review")
        self.every = LinkButton("", on=self._switch)
        self.header = SectionHeader(title, translate("ReviewsArea", "keep as agreed, or change"), big=True)
        self.header.add_right(self.every)
        columns = [Column("title", translate("ReviewsArea", "Item"), 0, "read"), Column("state", translate("ReviewsArea", "State"), 116, "read"),
                   Column("due", translate("ReviewsArea", "Review due"), 168, "read"),
                   Column("decision", translate("ReviewsArea", "Decision"), 116, "choice", Choices(context).answers),
                   Column("renewed", translate("ReviewsArea", "Renewed by"), 200, "read")]
        self.table = CellsTable(CellsModel(columns, self._write), title, opened=self._open)
        self.nothing = Text(translate("ReviewsArea", "No agreement is due for review within 30 days."), "secondary", wrap=True)
        self.show_item = PushButton(translate("ReviewsArea", "Show the agreement"), "agreements", small=True,
                                    on=lambda: self._open(self.table.current))
        self.renew = PushButton("", "stamp", on=self._renew, small=True)
        for part in (self.header, self.table, self.nothing):
            self.body.addWidget(part)
        self.body.addLayout(row(self.show_item, self.renew, None))
        self.table.selectionModel().currentRowChanged.connect(self._enable)

    def refresh(self, snapshot: Snapshot, found: Review) -> None:
        """Show what there is now."""
        self._last = found
        every = agreement.overview(snapshot)
        due = {s.item for s in agreement.due_among(every)}
        listed = [s for s in every if self._all or s.item in due or s.state == agreement.REOPENED or "/".join(s.item) in found.decisions]
        self._statuses = {s.item: s for s in every}
        self._items = {"/".join(s.item): s.item for s in listed}
        self.table.cells.locked = found.closed is not None
        self.table.cells.show([self._row(snapshot, s, found) for s in sorted(listed, key=lambda s: s.review_due or "9999")])
        if listed and not self.table.current:
            self.table.choose(self.table.cells.rows[0].id)
        self.nothing.setVisible(not listed)
        self.every.setText(translate("ReviewsArea", "Only what is due") if self._all else translate(
            "ReviewsArea", "All %n item(s)", n=len(every)))
        self.every.setVisible(self._all or len(every) > len(listed))
        name = snapshot.value("departments", self._context.department, "name")
        self.renew.setText(translate("ReviewsArea", "Still holds for {department}").format(department=name))
        self._enable()

    def _row(self, snapshot: Snapshot, status: ItemStatus, found: Review) -> Row:
        key, decision = "/".join(status.item), found.decisions.get("/".join(status.item), "")
        said = agreement.renewals(snapshot, status.item, status.hash)
        names = "、".join(snapshot.value("departments", d, "short") or snapshot.value("departments", d, "name") for d in said)
        texts = {"title": item_title(snapshot, status.item), "state": status_words(status.state),
                 "due": words.day_words(status.review_due or ""), "decision": words.answer_words(decision) if decision else "", "renewed": names}
        return Row(key, texts, {"decision": decision}, {"state": STATES[status.state][1]})

    def _write(self, id: str, key: str, given: str) -> None:
        item = self._items.get(id)
        if item is not None:
            attempt(self._context, lambda: verbs.decide(self._context.document, self._review, item, given))

    def _open(self, id: str) -> None:
        if id in self._items:
            self._context.navigate("agreements", self._items[id])

    def _renew(self) -> None:
        item = self._items.get(self.table.current)
        person = self._context.author.person or ask_person(self._context, self)
        if item is None or not person:
            return
        if attempt(self._context, lambda: verbs.renew(self._context.document, item, self._context.department, person, self._review)):
            self._context.notify(translate("ReviewsArea", "Renewed for your department."), undo=True)

    def _switch(self) -> None:
        self._all = not self._all
        if self._last:
            self.refresh(self._context.snapshot(), self._last)

    def _enable(self, *_: object) -> None:
        item = self._items.get(self.table.current)
        status = self._statuses.get(item) if item else None
        agreed = status is not None and status.agreed is not None and status.agreed.hash == status.hash
        locked = self._last is not None and self._last.closed is not None
        self.show_item.setEnabled(item is not None)
        self.renew.setEnabled(agreed and not locked)
        for button in (self.show_item, self.renew):
            button.setVisible(bool(self.table.cells.rows))
