"""What the change of a definition does to a lead list: sums, months, and the change as a bar of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from fusenapp.domain.agreement import Revision
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import InputError
from fusenapp.flows.breaks import Break, break_between, definition_of
from fusenapp.flows.figures import datasets
from fusenapp.i18n import translate
from fusenapp.ui.agreements.break_chart import BreakChart, month_words, parts, signed
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.live import problem_words
from fusenapp.ui.explaining import explain_any
from fusenapp.ui.widgets import Card, SectionHeader, Text, row
from fusenapp.ui.widgets.rows_table import Column, fill_table, rows_table


class BreakCard(Card):
    """Runs both rules on the chosen list, off the window's thread."""

    def __init__(self, context: UiContext, rule: str, sides: list[Revision], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(12, 14))
        self._context, self._rule, self._sides = context, rule, sides
        self._session = context.session("agreements")
        self._task: Task | None = None
        self._shown: list[QWidget] = []
        self.found: Break | None = None
        self.lists = QComboBox()
        self.lists.setAccessibleName(translate("Revisions", "Lead list"))
        for record in datasets(context.snapshot(), "leads"):
            self.lists.addItem(record.get("name") or record["id"], record["id"])
        self.lists.setCurrentIndex(max(self.lists.findData(self._session.get("dataset")), 0) if self.lists.count() else -1)
        self.lists.activated.connect(lambda _: self._choose())
        head = SectionHeader(translate("Revisions", "The break in the figures"),
                             translate("Revisions", "the same leads under the old and the new rule, by month of registration"))
        if self.lists.count():
            head.add_right(self.lists)
        self.body.addWidget(head)
        self._reckon()

    def _choose(self) -> None:
        self._session["dataset"] = self.lists.currentData()
        self._reckon()

    def _reckon(self) -> None:
        figures, snapshot, dataset = self._context.store, self._context.snapshot(), self.lists.currentData()
        if self._task is not None:
            self._task.cancel()
        if figures is None or not dataset:
            self._show([Text(translate("Revisions", "Import a lead list to see what the change does to its leads."), "secondary")])
            return
        self._show([Text(translate("Revisions", "Counting…"), "secondary")])
        sides = self._sides
        self._task = self._context.run("", lambda progress: _work(figures, snapshot, dataset, sides), self._reckoned, self._refused)

    def _refused(self, error: Exception) -> None:
        why = problem_words(error) if isinstance(error, InputError) else explain_any(error)
        self._show([Text(why, "warn", wrap=True)])

    def _reckoned(self, found: Break) -> None:
        self.found = found
        self._show([_sums(found), BreakChart(found), _table(found)])

    def _show(self, parts: list[QWidget]) -> None:
        for old in self._shown:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = parts
        for part in parts:
            self.body.addWidget(part)


def _work(figures: Any, snapshot: Snapshot, dataset: str, sides: list[Revision]) -> Break:
    old, new = (definition_of(snapshot, side) for side in sides)
    return break_between(figures, snapshot, dataset, old, new, sides[1].at)


def _sums(found: Break) -> QWidget:
    """Old + change = new, and what the change consists of."""
    holder = QWidget()
    figures = []
    for name, words in parts():
        count = found.total(name)
        figure = Text(signed(count) if name == "change" else f"{count:,}", "figure")
        figure.setAccessibleDescription(words)
        figures += [figure, Text(words, "caption"), Text("=" if name == "change" else " ", "secondary")]
    told = translate("Revisions", "{gained} come in, {lost} drop out").format(
        gained=f"{found.total('gained'):,}", lost=f"{found.total('lost'):,}")
    if any(found.unknown):
        told += " · " + translate("Revisions", "not enough information: {old} → {new}").format(
            old=f"{found.unknown[0]:,}", new=f"{found.unknown[1]:,}")
    holder.setLayout(row(*figures, None, Text(told, "secondary"), gap=8))
    return holder


def _table(found: Break) -> QWidget:
    words = dict(parts())
    table = rows_table(translate("Revisions", "Leads by month under both rules"))
    titles = (translate("Revisions", "Leads"), words["old"], translate("Revisions", "comes in"), translate("Revisions", "drops out"),
              translate("Revisions", "change"), words["new"])
    columns = [Column(translate("Revisions", "Month")), *(Column(title, "number") for title in titles)]
    names = ("leads", "old", "gained", "lost", "change", "new")
    rows = [(month_words(m.month), *(getattr(m, name) for name in names)) for m in found.months]
    fill_table(table, columns, [*rows, (translate("Revisions", "Sum"), *(found.total(name) for name in names))])
    for at in range(1, len(columns)):
        table.setColumnWidth(at, 124)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table
