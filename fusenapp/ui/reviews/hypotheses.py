"""Hypotheses of a meeting: why a figure may be as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from fusenapp.domain import reviews
from fusenapp.domain.reviews import Review
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import reviews as verbs
from fusenapp.flows import review_words as words
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.reviews.cells import CellsModel, CellsTable, Column, Row, combo_value
from fusenapp.ui.reviews.choices import Choices, choice_box, offer
from fusenapp.ui.reviews.trying import attempt
from fusenapp.ui.widgets import Card, PushButton, SectionHeader, field, row

_TONES = {reviews.CONFIRMED: "good", reviews.REFUTED: "text3", reviews.UNTESTED: ""}


class HypothesisCard(Card):
    """The list, and a line for another one."""

    def __init__(self, context: UiContext, review: str) -> None:
        super().__init__(gap=8)
        self._context, self._review, self._choices = context, review, Choices(context)
        title = translate("ReviewsArea", "Hypotheses")
        columns = [Column("text", translate("ReviewsArea", "Hypothesis")),
                   Column("kpi", translate("ReviewsArea", "KPI"), 132, "choice", self._choices.kpis),
                   Column("department", translate("ReviewsArea", "Department"), 132, "choice", self._choices.departments),
                   Column("state", translate("ReviewsArea", "State"), 108, "choice", self._choices.verdicts)]
        self.table = CellsTable(CellsModel(columns, self._write), title, removed=self._remove, menu=self._fill_menu)
        self.text = field("", translate("ReviewsArea", "Why may this be so?"), translate("ReviewsArea", "New hypothesis"))
        self.kpi = choice_box(translate("ReviewsArea", "KPI"), 144)
        self.add = PushButton(translate("ReviewsArea", "Add"), "plus", on=self._add)
        self.text.returnPressed.connect(self._add)
        self.body.addWidget(SectionHeader(title, translate("ReviewsArea", "why the figures are as they are"), big=True))
        self.body.addWidget(self.table)
        line = row(self.text, self.kpi, self.add)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        offer(self.kpi, self._choices.kpis())

    def begin(self, kpi: str) -> None:
        """Be ready to write one about a KPI."""
        offer(self.kpi, self._choices.kpis())
        self.kpi.setCurrentIndex(max(self.kpi.findData(kpi), 0))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, snapshot: Snapshot, found: Review) -> None:
        """Show what there is now."""
        locked = found.closed is not None
        self.table.cells.locked = locked
        self.table.cells.show([
            Row(h.id, {"text": h.text, "kpi": snapshot.value("kpis", h.kpi, "name"), "state": words.verdict_words(h.state),
                       "department": snapshot.value("departments", h.department, "name")},
                {"kpi": h.kpi, "department": h.department, "state": h.state}, {"state": _TONES.get(h.state, ""), "kpi": "accent"})
            for h in reviews.hypotheses(snapshot, found.id)])
        for widget in (self.text, self.kpi, self.add):
            widget.setVisible(not locked)

    def _write(self, id: str, key: str, given: str) -> None:
        attempt(self._context, lambda: verbs.set_hypothesis(self._context.document, id, **{key: given}))

    def _remove(self, id: str) -> None:
        if attempt(self._context, lambda: verbs.delete_hypothesis(self._context.document, id)):
            self._context.notify(translate("ReviewsArea", "The hypothesis was deleted."), undo=True)

    def _fill_menu(self, menu: QMenu, id: str) -> None:
        kpi = str((self._context.document.get("hypotheses", id) or {}).get("kpi") or "")
        menu.addAction(translate("ReviewsArea", "Show the KPI"), lambda: self._context.navigate("kpi", ("kpis", kpi))).setEnabled(bool(kpi))
        menu.addAction(translate("ReviewsArea", "Delete"), lambda: self._remove(id)).setEnabled(not self.table.cells.locked)

    def _add(self) -> None:
        if not self.text.text().strip():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        kpi, document = combo_value(self.kpi), self._context.document
        department = str((document.get("kpis", kpi) or {}).get("department") or "") if kpi else ""
        if attempt(self._context, lambda: verbs.add_hypothesis(document, self._review, self.text.text(), kpi=kpi, department=department)):
            self.text.clear()
            self._context.bridge.flush()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
