"""The hand-over of one lead list against the hot-lead definition, reckoned off the window's thread."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHeaderView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import definition
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import InputError
from fusenapp.flows.figures import datasets
from fusenapp.flows.handing import CAPACITY_REASON, Handing, Reason, handing
from fusenapp.i18n import translate
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.live import problem_words
from fusenapp.ui.explaining import explain_any
from fusenapp.ui.handing.bars import PARTS, MonthBars, part_words
from fusenapp.ui.handing.heat import HeatModel
from fusenapp.ui.widgets import AreaHeader, Card, EmptyState, SectionHeader, Text, column, row, scroll
from fusenapp.ui.widgets.rows_table import ROW, Column, fill_table, rows_table, table_card

RULE = "hot-lead"
_KINDS = frozenset(("definitions", "groups", "clauses", "datasets", "handover", "reasons", "departments"))
_WAIT = 150
"""Milliseconds after the last change before it is reckoned anew."""


class HandingArea(QWidget):
    """Cards, months, reasons, overruled clauses, missing fields."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("handing")
        self._task: Task | None = None
        self._page: QWidget | None = None
        self.found: Handing | None = None
        self.lists = QComboBox()
        self.lists.setAccessibleName(translate("Handing", "Lead list"))
        self.lists.activated.connect(lambda _: self._choose(self.lists.currentData()))
        self._as_of = Text("", "secondary")
        header = AreaHeader(translate("Handing", "Hand-over"), translate("Handing", "what became of the leads that marketing handed over"))
        header.add_right(self._as_of)
        header.add_right(self.lists)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(header)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._reckon)
        context.bridge.changed.connect(self._look)
        self.refresh()
        self._timer.start(0)

    @property
    def dataset(self) -> str:
        """The lead list that is shown, or empty."""
        return self.lists.currentData() or ""

    def refresh(self) -> None:
        """Look at the document again."""
        known = datasets(self._context.snapshot(), "leads")
        self.lists.clear()
        for record in known:
            self.lists.addItem(record.get("name") or record["id"], record["id"])
        self.lists.setCurrentIndex(max(self.lists.findData(self._session.get("dataset")), 0) if known else -1)
        self.lists.setVisible(bool(known))
        self._timer.start()

    def reveal(self, item: Any) -> None:
        """Show a list."""
        kind, *id = item or ("",)
        if kind == "datasets":
            self._choose(id[0])

    def _choose(self, dataset: str) -> None:
        self._session["dataset"] = dataset
        self.refresh()

    def _look(self, changes: Changes) -> None:
        if {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)} & _KINDS:
            self.refresh()

    def _reckon(self) -> None:
        figures, snapshot, dataset = self._context.store, self._context.snapshot(), self.dataset
        if self._task is not None:
            self._task.cancel()
        if figures is None or not dataset:
            self._show(EmptyState("handover", translate("Handing", "No leads yet"), translate(
                "Handing", "Import a lead list with the dates of hand-over and the answers of sales."),
                translate("Handing", "Import leads"), on=lambda: self._context.navigate("leads")))
            return
        self._task = self._context.run("", lambda progress: _work(figures, snapshot, dataset), self._reckoned, self._refused)

    def _refused(self, error: Exception) -> None:
        why = problem_words(error) if isinstance(error, InputError) else explain_any(error)
        self._show(EmptyState("alert-circle", translate("Handing", "This cannot be reckoned yet"), why))

    def _reckoned(self, worked: tuple[Handing | None, dict[str, str]]) -> None:
        self.found, phrases = worked
        if self.found is None:
            self._show(EmptyState("handover", translate("Handing", "This list does not tell"), translate(
                "Handing", "It needs a column with the day of the hand-over and one with the answer of sales.")))
            return
        self._as_of.setText(translate("Handing", "as of {day}").format(day=self.found.as_of.replace("-", "/")) if self.found.as_of else "")
        self._show(self._filled(self.found, phrases))

    def _show(self, page: QWidget) -> None:
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._layout.addWidget(page, 1)

    def _filled(self, found: Handing, phrases: dict[str, str]) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(_cards(found))
        beside = row(_months(found), self._reasons(found), gap=12)
        beside.setStretch(0, 4)
        beside.setStretch(1, 5)
        layout.addLayout(beside)
        layout.addWidget(_overruled(found, phrases))
        layout.addWidget(_required(found))
        layout.addStretch(1)
        return scroll(body)

    def _reasons(self, found: Handing) -> QWidget:
        snapshot = self._context.snapshot()
        rejected = found.total("rejected") + found.total("no_capacity")
        table = rows_table(translate("Handing", "Reasons"))
        columns = [Column(translate("Handing", "Reason")), Column(translate("Handing", "Leads"), "number"),
                   Column(translate("Handing", "Share"), "share"), Column(translate("Handing", "Goes to")),
                   Column(translate("Handing", "Owner"))]
        fill_table(table, columns, [_reason_row(snapshot, reason, rejected) for reason in found.reasons])
        for at, width in ((1, 64), (2, 124), (4, 76)):
            table.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(at, width)
        title = translate("Handing", "Reasons for giving leads back")
        return table_card(title, translate("Handing", "no capacity is no matter of quality"), table)


def _work(figures: Any, snapshot: Snapshot, dataset: str) -> tuple[Handing | None, dict[str, str]]:
    """For a worker: the hand-over, and the words of the clauses."""
    from fusenapp.qualify import phrase

    known = definition.all_from_snapshot(snapshot)
    rule = known.get(RULE)
    phrases = {c.id: phrase(c, None, known) for c in definition.conditions(rule.root, muted=False)} if rule else {}
    return handing(figures, snapshot, dataset, RULE), phrases


def _cards(found: Handing) -> Any:
    handed = found.total("handed_over")
    cards = []
    for name in ("handed_over", *(name for name, _ in PARTS)):
        card, count = Card(padding=(10, 14), gap=0), found.total(name)
        card.body.addWidget(Text(part_words()[name], "caption"))
        figure = Text(f"{count:,}", "figure")
        figure.setAccessibleDescription(part_words()[name])
        card.body.addWidget(figure)
        below = f"{count / handed:.1%}" if handed and name != "handed_over" else ""
        if name == "unanswered":
            below = translate("Handing", "{count} past the deadline").format(count=f"{found.total('overdue'):,}")
        card.body.addWidget(Text(below, "bad" if name == "unanswered" and found.total("overdue") else "caption"))
        cards.append(card)
    return row(*cards, gap=12)


def _months(found: Handing) -> QWidget:
    card = Card(padding=(12, 14))
    card.body.addLayout(column(SectionHeader(translate("Handing", "Hand-over by month"), ""), MonthBars(found.months), None))
    return card


def _reason_row(snapshot: Snapshot, reason: Reason, whole: int) -> tuple[Any, ...]:
    name = f"{reason.code} {reason.name}".strip()
    if reason.code == CAPACITY_REASON:
        name += " " + translate("Handing", "(counted apart)")
    owner = snapshot.value("departments", reason.owner, "short") or "—"
    return name, reason.count, reason.count / (whole or 1), reason.destination or "—", owner


def _overruled(found: Handing, phrases: dict[str, str]) -> QWidget:
    table = rows_table(translate("Handing", "Overruled clauses"))
    model = HeatModel(found, phrases, table)
    table.setModel(model)
    header = table.horizontalHeader()
    for at in range(model.columnCount()):
        header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch if at == 0 else QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(at, 84)
    table.setFixedHeight(header.sizeHint().height() + ROW * model.rowCount() + 4)
    return table_card(translate("Handing", "Which clause sales overrules"),
                      translate("Handing", "leads that met the clause and came back all the same, by reason"), table)


def _required(found: Handing) -> QWidget:
    """Hot leads that lack what must be handed over with them."""
    card = Card(padding=(12, 14))
    hot = translate("Handing", "%n hot lead(s)", n=found.hot)
    card.body.addWidget(SectionHeader(translate("Handing", "Fields that must be handed over"), hot))
    if not found.lacking and not found.absent:
        card.body.addWidget(Text(translate("Handing", "The contract names no required fields yet."), "secondary"))
    for name, missing in found.lacking.items():
        told = translate("Handing", "missing in %n hot lead(s)", n=missing) if missing else translate("Handing", "always filled")
        card.body.addLayout(row(Text(name, "strong"), Text(told, "bad" if missing else "good"), None))
    for name in found.absent:
        card.body.addLayout(row(Text(name, "strong"), Text(translate("Handing", "no such column in this list"), "warn"), None))
    return card
