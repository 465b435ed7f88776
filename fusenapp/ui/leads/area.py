"""The imported lead lists: verdict, deciding clauses and all columns, filtered by verdict and text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QComboBox, QStackedWidget, QTableView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.snapshot import value
from fusenapp.flows import ImportReport
from fusenapp.i18n import translate
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.importing import start_import
from fusenapp.ui.joining import start_join
from fusenapp.ui.leads.data import Leads, Outcomes, gather, outcomes_of, rule_names
from fusenapp.ui.leads.detail import LeadDetail
from fusenapp.ui.leads.list_menu import joined_with, list_menu
from fusenapp.ui.leads.model import DECIDING, FIRST, VERDICT, LeadsModel
from fusenapp.ui.leads.outcome_view import OutcomeView
from fusenapp.ui.refreshing.watching import Watching
from fusenapp.ui.widgets import (
    AreaHeader,
    EmptyState,
    FlowLayout,
    IconButton,
    IconLabel,
    PrimaryButton,
    PushButton,
    SegmentedControl,
    Text,
    field,
    status_words,
)
from fusenapp.ui.widgets.tables import read_only

_WAIT = 150
"""Milliseconds after the last change before the table is put together anew."""
_KINDS = frozenset(("datasets", "definitions", "groups", "clauses"))


class LeadsArea(QWidget):
    """One list at a time; which one, the definition and the filter live in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("leads")
        self._task: Task | None = None
        self._detail: LeadDetail | None = None
        self.model = LeadsModel()
        self.table = self._table()
        self.lists = QComboBox()
        self.lists.setAccessibleName(translate("Leads", "Lead list"))
        self.lists.setMinimumWidth(180)
        self.lists.activated.connect(lambda: self._remember("dataset", self.lists.currentData()))
        self.view = SegmentedControl([("list", translate("Leads", "List")), ("outcomes", translate("Leads", "Outcomes"))],
                                     self._session.get("view", "list"), name=translate("Leads", "View"))
        self.view.changed.connect(lambda key: self._remember("view", key))
        self.outcomes = OutcomeView()
        self.rule = SegmentedControl(self._rules(), self._session.get("rule", "target"), name=translate("Leads", "Definition"))
        self.rule.changed.connect(lambda key: self._remember("rule", key))
        self.filter = SegmentedControl(_filters({}), self._session.get("filter", "all"), name=translate("Leads", "Verdict"))
        self.filter.changed.connect(lambda key: self._remember("filter", key))
        self.search = field("", translate("Leads", "Search in these leads"))
        self.search.setFixedWidth(176)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.shown = Text("", "caption")
        self.problem = Text("", "warn", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._gather)
        self.watched = IconLabel("eye", "", token="text3", role="caption")
        self._watching = Watching.of(context) if context.workspace is not None else None
        if self._watching is not None:
            self._watching.changed.connect(self._show_watching)
        self._lay_out()
        context.bridge.changed.connect(self._look)
        self.refresh()

    def _table(self) -> QTableView:
        view = read_only(QTableView(), translate("Leads", "Leads"), single=True, numbered=True, striped=True)
        view.setModel(self.model)
        view.verticalHeader().setToolTip(translate("Leads", "Row in the imported file"))
        view.selectionModel().currentRowChanged.connect(self._chosen)
        return view

    def _lay_out(self) -> None:
        header = AreaHeader(translate("Leads", "Leads"))
        more = IconButton("more", translate("Leads", "More for this list"), on=self._menu)
        header.add_left(self.lists, more)
        self.join = PushButton(translate("Joining", "Join with outcomes"), "link", on=lambda: start_join(self._context, self, self.dataset))
        header.add_right(self.join, PrimaryButton(translate("Leads", "Import"), "import", on=self.bring))
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(16, 12, 16, 16)
        inside.setSpacing(8)
        self._switches = FlowLayout(gap=8)
        for switch in (self.view, self.rule, self.filter, self.search, self.shown):
            self._switches.addWidget(switch)
        self.shown.setFixedHeight(32)
        inside.addLayout(self._switches)
        inside.addWidget(self.problem)
        inside.addWidget(self.watched)
        self._views = QStackedWidget()
        self._views.addWidget(self.table)
        self._views.addWidget(self.outcomes)
        inside.addWidget(self._views, 1)
        self.problem.hide()
        empty = EmptyState("leads", translate("Leads", "No leads yet"),
                           translate("Leads", "Import a lead list from Excel or CSV, or drop the file onto the window."),
                           translate("Leads", "Import"), on=self.bring)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._stack, 1)

    @property
    def dataset(self) -> str:
        """The list that is shown, or empty."""
        known = [r["id"] for r in self._context.snapshot().all("datasets", purpose="leads")]
        chosen = self._session.get("dataset", "")
        return chosen if chosen in known else known[0] if known else ""

    def bring(self) -> None:
        """Import a lead list."""
        start_import(self._context, self, purpose="leads", done=self._brought)

    def import_file(self, path: Path, origin: str = "") -> None:
        """Import a file that was dropped or named elsewhere, or (with ``origin``) cells that were pasted."""
        start_import(self._context, self, path, done=self._brought, origin=origin)

    def reveal(self, item: Any) -> None:
        """Show a list; ``("import", "")``, ``("file", path)`` and ``("paste", (path, name))`` import instead."""
        if item and item[0] in ("import", "file"):
            QTimer.singleShot(0, lambda: self.import_file(Path(item[1])) if item[1] else self.bring())
        elif item and item[0] == "paste":
            QTimer.singleShot(0, self, lambda: self.import_file(*item[1]))
        elif item and item[0] == "datasets":
            self._remember("dataset", item[1])
            self.refresh()
        elif item and item[0] == "rule":
            self.search.clear()
            self.rule.set_options(self._rules(), self._session.get("rule", "target"))
            for name, box in (("rule", self.rule), ("filter", self.filter), ("view", self.view)):
                box.set_current(self._session.get(name, box.current))
            self.refresh()

    def _rules(self) -> list[tuple[str, str]]:
        """The joint definitions, and the draft from which the user came here."""
        return list(rule_names(self._context.snapshot(), self._session.get("rule", "")).items())

    def refresh(self) -> None:
        """Look at the document again."""
        lists = [(r["id"], value("datasets", r, "name")) for r in self._context.snapshot().all("datasets", purpose="leads")]
        self.lists.clear()
        for id, name in lists:
            self.lists.addItem(name, id)
        self.lists.setCurrentIndex(self.lists.findData(self.dataset))
        self.lists.setVisible(bool(lists))
        self.join.setVisible(bool(lists))
        self._stack.setCurrentIndex(1 if lists else 0)
        self._show_watching()
        self._timer.start()

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if "datasets" in kinds:
            self.refresh()
        elif kinds & _KINDS:
            self._timer.start()

    def _remember(self, name: str, choice: str) -> None:
        self._session[name] = choice
        self._show_watching()
        self._timer.start()

    def _brought(self, report: ImportReport) -> None:
        if self._context.snapshot().value("datasets", report.dataset, "purpose") == "kpi":
            self._context.navigate("kpi")
        else:
            self._remember("dataset", report.dataset)
            self.refresh()

    def _gather(self) -> None:
        figures, snapshot, dataset = self._context.store, self._context.snapshot(), self.dataset
        if self._task is not None:
            self._task.cancel()
        listed = self.view.current != "outcomes"
        self._views.setCurrentIndex(0 if listed else 1)
        for part in (self.filter, self.shown, self.search):
            part.setVisible(listed)
        if not dataset or figures is None:
            self.model.show(None)
            return
        rule, which, text = self.rule.current, self.filter.current, self.search.text()
        if listed:
            self._task = self._context.run("", lambda progress: gather(figures, snapshot, dataset, rule, which, text), self._gathered)
        else:
            self._task = self._context.run("", lambda progress: outcomes_of(figures, snapshot, dataset, rule), self._became)

    def _gathered(self, leads: Leads) -> None:
        first = self.model.leads is None or self.model.leads.dataset is not leads.dataset
        before = self._session.get("lead", -1)
        self.model.show(leads)
        for key, words in _filters(leads.counts):
            self.filter.set_text(key, words)
        self.shown.setText(translate("Leads", "%n of {all} lead(s)", n=len(leads.chosen)).format(all=f"{len(leads.dataset):,}"))
        self.filter.updateGeometry()
        self._switches.setGeometry(self._switches.geometry())  # other widths in lines of the same height
        self._say(leads.problems.get(leads.rule, ""))
        if first:
            self._columns(leads)
        if len(leads.chosen):
            self.table.selectRow(max(leads.row_of(before), 0))
        elif self.isVisible():
            self._context.inspector.clear()

    def _became(self, told: Outcomes) -> None:
        self.outcomes.show_outcomes(told.figures, told.leads, rule_names(self._context.snapshot(), told.rule).get(told.rule, told.rule))
        self._say(told.problem)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _columns(self, leads: Leads) -> None:
        widest = max(self.fontMetrics().horizontalAdvance(status_words(key)) for key in ("match", "no_match", "unknown"))
        self.table.setColumnWidth(VERDICT, widest + 52)
        self.table.setColumnWidth(DECIDING, 300)
        for at, column in enumerate(leads.dataset.columns, FIRST):
            self.table.setColumnWidth(at, 200 if column.type == "text" and "会社" in column.name else 112)

    def _chosen(self, now: QModelIndex, before: QModelIndex | None = None) -> None:
        leads = self.model.leads
        if leads is None or not now.isValid() or now.row() >= len(leads.chosen) or not self.isVisible():
            return
        at = self._session["lead"] = self.model.source_row(now.row())
        if self._detail is not None and self._context.inspector.current is self._detail and self._detail.fits(leads):
            self._detail.show_lead(leads, at)
            return
        self._detail = LeadDetail(leads, at)
        self._context.inspector.show(self._detail, translate("Leads", "Lead"), "leads")

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._chosen(self.table.currentIndex())

    def _menu(self) -> None:
        if self.dataset:
            self.menu = list_menu(self, self._context, self.dataset, self._watching)
            self.menu.popup(self.lists.mapToGlobal(self.lists.rect().bottomLeft()))

    def _show_watching(self, dataset: str = "") -> None:
        """What the watching of the shown list and of its outcomes says, where they are watched."""
        shown = [self.dataset, joined_with(self._context, self.dataset)] if self.dataset else []
        if not dataset or dataset in shown:
            said = [words for id in shown if id and self._watching is not None and (words := self._watching.said(id))]
            self.watched.set("eye", " · ".join(said), "text3")
            self.watched.setVisible(bool(said))


def _filters(counts: dict[str, int]) -> list[tuple[str, str]]:
    words = (("all", translate("Leads", "All")), *((key, status_words(key)) for key in ("match", "no_match", "unknown")))
    return [(key, f"{name} {counts[key]:,}" if key in counts else name) for key, name in words]
