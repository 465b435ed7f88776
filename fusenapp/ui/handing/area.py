"""The hand-over of one lead list against the hot-lead definition, reckoned off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
from fusenapp.ui.handing.contract import ContractView, required_card
from fusenapp.ui.handing.heat import HeatModel
from fusenapp.ui.handing.owners import owners_card
from fusenapp.ui.handing.work import WorkView
from fusenapp.ui.widgets import (
    AreaHeader,
    Beside,
    Card,
    EmptyState,
    LinkButton,
    SectionHeader,
    SegmentedControl,
    Text,
    column,
    row,
    scroll,
)
from fusenapp.ui.widgets.rows_table import ROW, Column, fill_table, rows_table, table_card

RULE = "hot-lead"
_KINDS = frozenset(("definitions", "groups", "clauses", "datasets", "handover", "reasons", "departments"))
_BESIDE = 900
"""Width from which on the months and the reasons have room beside each other, px."""
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
        self._worked: _Worked | None = None
        self._stale = True
        self.found: Handing | None = None
        self.view = SegmentedControl([("outcome", translate("Handing", "Outcome")), ("work", translate("Handing", "Work lists")),
                                      ("contract", translate("Handing", "Contract"))], self._session.get("view", "outcome"),
                                     name=translate("Handing", "View"))
        self.view.changed.connect(self._view_chosen)
        self.lists = QComboBox()
        self.lists.setAccessibleName(translate("Handing", "Lead list"))
        self.lists.activated.connect(lambda _: self._choose(self.lists.currentData()))
        self._as_of = Text("", "secondary")
        header = AreaHeader(translate("Handing", "Hand-over"), translate("Handing", "what became of the leads that marketing handed over"))
        header.add_left(self.view)
        header.add_right(self._as_of)
        header.add_right(self.lists)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(header)
        self._show(QWidget())  # holds the header at the top until there are figures
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._reckon)
        context.bridge.changed.connect(self._look)
        self.refresh()

    @property
    def dataset(self) -> str:
        """The lead list that is shown, or empty."""
        return self.lists.currentData() or ""

    def refresh(self) -> None:
        """Look at the document again; figures are reckoned once the area is in sight."""
        known = datasets(self._context.snapshot(), "leads")
        self.lists.clear()
        for record in known:
            self.lists.addItem(record.get("name") or record["id"], record["id"])
        self.lists.setCurrentIndex(max(self.lists.findData(self._session.get("dataset")), 0) if known else -1)
        self.lists.setVisible(bool(known))
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start(0)

    def reveal(self, item: Any) -> None:
        """Show a list, ``("work", key)`` a list to work off, ``("handover", …)`` the contract."""
        kind, *id = item or ("",)
        if kind == "datasets":
            self._choose(id[0])
        elif kind == "work":
            self.show_work(id[0])
        elif kind in ("handover", "reasons"):
            self._show_view("contract")

    def show_work(self, key: str) -> None:
        """The leads of a work list."""
        self._session["work"] = key
        self._show_view("work")

    def _show_view(self, key: str) -> None:
        self.view.set_current(key)
        self._view_chosen(key)

    def _view_chosen(self, key: str) -> None:
        self._session["view"] = key
        if self.view.current == "contract" or self._worked is not None:
            self._present()

    def _choose(self, dataset: str) -> None:
        self._session["dataset"] = dataset
        self.refresh()

    def _look(self, changes: Changes) -> None:
        if {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)} & _KINDS:
            self.refresh()

    def _reckon(self) -> None:
        self._stale = False
        figures, snapshot, dataset = self._context.store, self._context.snapshot(), self.dataset
        if self._task is not None:
            self._task.cancel()
        if self.view.current == "contract":
            self._present()
        if figures is None or not dataset:
            self._worked = None
            self._instead(EmptyState("handover", translate("Handing", "No leads yet"), translate(
                "Handing", "Import a lead list with the dates of hand-over and the answers of sales."),
                translate("Handing", "Import leads"), on=lambda: self._context.navigate("leads")))
            return
        self._task = self._context.run("", lambda progress: _work(figures, snapshot, dataset), self._reckoned, self._refused)

    def _refused(self, error: Exception) -> None:
        why = problem_words(error) if isinstance(error, InputError) else explain_any(error)
        self._worked = None
        self._instead(EmptyState("alert-circle", translate("Handing", "This cannot be reckoned yet"), why))

    def _reckoned(self, worked: _Worked) -> None:
        self.found, self._worked = worked.found, worked
        day = self.found.as_of.replace("-", "/") if self.found else ""
        self._as_of.setText(translate("Handing", "as of {day}").format(day=day) if day else "")
        if self.found is None:
            self._instead(EmptyState("handover", translate("Handing", "This list does not tell"), translate(
                "Handing", "It needs a column with the day of the hand-over and one with the answer of sales.")))
        else:
            self._present()

    def _instead(self, page: QWidget) -> None:
        """What stands where figures are missing; the contract can be written all the same."""
        self.found = None
        if self.view.current == "contract":
            page.deleteLater()
            self._present()
        else:
            self._show(page)

    def _present(self) -> None:
        """The chosen view of what was reckoned."""
        if self.view.current == "contract":
            page = self._page if isinstance(self._page, ContractView) else ContractView(self._context, self.show_work)
            page.show_found(self.found)
            if page is not self._page:
                self._show(page)
        elif self.found is None or self._worked is None:
            self._reckon()
        elif self.view.current == "work":
            self._show(WorkView(self._context, self._context.snapshot(), self.found, self._worked.dataset, self._worked.meanings))
        else:
            self._show(self._filled(self.found, self._worked.phrases))

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
        layout.addLayout(_cards(found, self.show_work))
        layout.addWidget(Beside((_months(found), self._reasons(found)), _BESIDE, (4, 5)))
        if found.owners:
            layout.addWidget(owners_card(self._context.snapshot(), found))
        layout.addWidget(_overruled(found, phrases))
        layout.addWidget(required_card(found, self.show_work))
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
        for at, width in ((1, 56), (2, 86), (3, 128), (4, 68)):
            table.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(at, width)
        title = translate("Handing", "Reasons for giving leads back")
        return table_card(title, translate("Handing", "no capacity is no matter of quality"), table)


@dataclass(frozen=True)
class _Worked:
    """What a worker found: the hand-over, the words of the clauses, the rows."""

    found: Handing | None
    phrases: dict[str, str]
    dataset: Any
    meanings: dict[str, Any]


def _work(figures: Any, snapshot: Snapshot, dataset: str) -> _Worked:
    from fusenapp.qualify import phrase

    known = definition.all_from_snapshot(snapshot)
    rule = known.get(RULE)
    phrases = {c.id: phrase(c, None, known) for c in definition.conditions(rule.root, muted=False)} if rule else {}
    meanings = dict(snapshot.value("datasets", dataset, "meanings") or {})
    return _Worked(handing(figures, snapshot, dataset, RULE), phrases, figures.dataset(snapshot, dataset), meanings)


def _cards(found: Handing, to_work: Callable[[str], None]) -> Any:
    handed = found.total("handed_over")
    cards = []
    for name in ("handed_over", *(name for name, _ in PARTS)):
        card, count = Card(padding=(10, 14), gap=0), found.total(name)
        card.body.addWidget(Text(part_words()[name], "caption"))
        figure = Text(f"{count:,}", "figure")
        figure.setAccessibleDescription(part_words()[name])
        card.body.addWidget(figure)
        below: QWidget = Text(f"{count / handed:.1%}" if handed and name != "handed_over" else "", "caption")
        if name == "unanswered" and found.total("overdue"):
            words = translate("Handing", "{count} past the deadline").format(count=f"{found.total('overdue'):,}")
            below = LinkButton(words, on=lambda: to_work("overdue"))
        elif name == "unanswered":
            below = Text(translate("Handing", "none past the deadline"), "caption")
        card.body.addWidget(below)
        cards.append(card)
    return row(*cards, gap=12)


def _months(found: Handing) -> QWidget:
    card = Card(padding=(12, 14))
    card.body.addLayout(column(SectionHeader(translate("Handing", "Hand-over by month"), ""), MonthBars(found.months), None))
    return card


def _reason_row(snapshot: Snapshot, reason: Reason, whole: int) -> tuple[Any, ...]:
    name = ("　" if reason.parent else "") + f"{reason.code} {reason.name}".strip()
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
