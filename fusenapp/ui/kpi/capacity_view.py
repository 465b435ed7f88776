"""余力: the leads that are handed over against what sales can take up, and what to do before it is too much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from fusenapp.document import Changes
from fusenapp.domain.kpi_scenario import scenarios
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import capacity as editing
from fusenapp.editing import trials
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.capacity_chart import CapacityChart, CapacityLegend
from fusenapp.ui.kpi.capacity_detail import CapacityDetail
from fusenapp.ui.kpi.capacity_form import CapacityPage
from fusenapp.ui.kpi.capacity_proposals import ProposalList
from fusenapp.ui.kpi.capacity_table import MonthsTable
from fusenapp.ui.kpi.capacity_threshold import NamedFit, ThresholdCard
from fusenapp.ui.kpi.capacity_words import month_words, over_shown
from fusenapp.ui.widgets import Beside, Card, EmptyState, SectionHeader, SegmentedControl, Text, column, row, scroll

if TYPE_CHECKING:
    from fusenapp.flows.capacity import Reckoned
    from fusenapp.flows.capacity_threshold import Fit
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi.capacity import MonthLoad
    from fusenapp.kpi.capacity_proposals import Proposal

_KINDS = frozenset(("workspace", "kpis", "datasets", "definitions", "groups", "clauses", "stamps", "scenarios", "actions"))
LOAD, PEOPLE = "load", "people"
HOT_LEAD = "hot-lead"
_BESIDE = 868
"""Width below which the advice stands under the months."""


@dataclass(frozen=True)
class Answer:
    """What a worker found out."""

    found: Reckoned
    fits: tuple[NamedFit, ...]
    problem: str


class CapacityView(QWidget):
    """Page, scenario and chosen month live in the session, everything else in the document. Reckons only while it is looked at."""

    def __init__(self, context: UiContext, session: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session.setdefault("capacity", {})
        self._task: Task | None = None
        self._stale = True
        self.answer: Answer | None = None
        pages = [(LOAD, translate("Capacity", "Load and proposals")), (PEOPLE, translate("Capacity", "People and hours"))]
        self.page = SegmentedControl(pages, self._session.get("page", LOAD), name=translate("Capacity", "Page"))
        self.page.changed.connect(self.show_page)
        self.scenario = QComboBox()
        self.scenario.setAccessibleName(translate("Capacity", "Months to come by"))
        self.scenario.setMinimumWidth(190)
        self.scenario.activated.connect(self._choose_scenario)
        self.summary, self.legend = Text("", "strong", wrap=True), CapacityLegend()
        self.chart, self.table = CapacityChart(), MonthsTable()
        self.proposals, self.threshold = ProposalList(), ThresholdCard()
        self.form = CapacityPage(context)
        self._connect()
        self._lay_out()
        context.bridge.changed.connect(self._look)

    def _connect(self) -> None:
        self.chart.chosen.connect(self.choose_month)
        self.table.chosen.connect(self.choose_month)
        self.proposals.chosen.connect(self.choose_month)
        self.proposals.accepted.connect(self._accept)
        self.proposals.withdrawn.connect(self._withdraw)
        self.threshold.taken.connect(self._take)
        self.threshold.asked.connect(self._open_simulator)

    def _lay_out(self) -> None:
        self._by = Text(translate("Capacity", "Months to come by"), "caption")
        top = row(self.page, None, self._by, self.scenario, gap=12)
        left = Card(padding=(10, 14), gap=8)
        left.body.addWidget(self.summary)
        left.body.addLayout(row(None, self.legend))
        left.body.addWidget(self.chart, 1)
        left.body.addWidget(self.table)
        advice = Card(padding=(10, 14), gap=8)
        advice.body.addWidget(SectionHeader(translate("Capacity", "Before it is too much")))
        advice.body.addWidget(self.proposals)
        fits = Card(padding=(10, 14), gap=8)
        fits.body.addWidget(SectionHeader(translate("Capacity", "A threshold that fits"), translate("Capacity", "hot lead")))
        fits.body.addWidget(self.threshold)
        side, body = QWidget(), QWidget()
        side.setLayout(column(advice, fits, None, gap=12))
        self._scroll = scroll(Beside((left, side), _BESIDE, (8, 5)))
        body.setLayout(column(self._scroll))
        words = translate("Capacity", "Say how many people work on new leads and for how long, and load is set against capacity month by month.")
        unsaid = EmptyState("group", translate("Capacity", "No capacity yet"), words, translate("Capacity", "Enter people and hours"),
                            on=lambda: self.show_page(PEOPLE))
        lacking = translate("Capacity", "Import a lead list or a KPI sheet with the leads that are handed over.")
        without = EmptyState("leads", translate("Capacity", "No leads to set against it yet"), lacking)
        self._stack = QStackedWidget()
        for part in (body, self.form, unsaid, without):
            self._stack.addWidget(part)
        self.setLayout(column(top, self._stack, gap=10, margins=(16, 0, 16, 12)))

    # what is looked at

    def refresh(self) -> None:
        """Look at the document again, now or when it is shown."""
        self._stale = True
        if self.isVisible():
            self._reckon()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._stale:
            self._reckon()
        else:
            self._show()

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if kinds & _KINDS:
            self.refresh()

    def _reckon(self) -> None:
        figures, snapshot = self._context.store, self._context.snapshot()
        self._stale = False
        nodes = [(id, self.answer.found.names.get(id, id)) for id in self.answer.found.nodes] if self.answer else []
        self.form.show_capacity(snapshot, nodes)
        if self._task is not None:
            self._task.cancel()
        if figures is None:
            return
        scenario = self._session.get("scenario", "")
        self._task = self._context.run("", lambda progress: reckoned(figures, snapshot, scenario), self._answered)

    def _answered(self, answer: Answer) -> None:
        self.answer = answer
        self._show()

    # showing

    def show_page(self, page: str) -> None:
        """``load`` or ``people``."""
        self._session["page"] = page
        self.page.set_current(page)
        self._show()

    @property
    def month(self) -> str:
        """The month that is looked at: chosen, else the first to come that is over, else the as-of month."""
        table = self.answer.found.table if self.answer else None
        if table is None or not table.months:
            return ""
        chosen = self._session.get("month", "")
        if chosen in table.of:
            return chosen
        coming = next((each.month for each in table.over if not each.fixed), "")
        return coming or (table.as_of if table.as_of and table.as_of in table.of else table.months[-1].month)

    def reveal(self, wanted: str) -> None:
        """A month, or the page ``people``."""
        if wanted in (LOAD, PEOPLE):
            self.show_page(wanted)
        elif wanted:
            self._session["month"] = wanted
            self.show_page(LOAD)

    def choose_month(self, month: str) -> None:
        """Another month; how it was reckoned stands in the inspector."""
        if month != self._session.get("month"):
            self._session["month"] = month
            self._show()

    def _show(self) -> None:
        answer = self.answer
        if answer is None:
            return
        snapshot, table = self._context.snapshot(), answer.found.table
        self.form.show_capacity(snapshot, [(id, answer.found.names.get(id, id)) for id in answer.found.nodes])
        people = self.page.current == PEOPLE
        self._stack.setCurrentIndex(1 if people else 0 if table is not None else 3 if answer.found.capacity is not None else 2)
        for part in (self._by, self.scenario):
            part.setVisible(not people and table is not None)
        self.summary.setText(summary_words(table.months) if table is not None else "")
        self._show_scenarios(snapshot)
        self.threshold.show_fits(answer.fits, answer.problem)
        self.proposals.show_found(answer.found)
        if table is None:
            return
        split = any(each.due is not None and each.due.quality is not None for each in table.months)
        self.legend.show_kinds(split=split, coming=not all(each.fixed for each in table.months))
        self.chart.show_months(table.months, table.before, self.month)
        self.table.show_months(table.months, self.month)
        self._inspect()

    def _show_scenarios(self, snapshot: Snapshot) -> None:
        chosen = self._session.get("scenario", "")
        self.scenario.clear()
        self.scenario.addItem(translate("Capacity", "Forecast and targets"), "")
        for each in scenarios(snapshot):
            self.scenario.addItem(each.name, each.id)
        self.scenario.setCurrentIndex(max(self.scenario.findData(chosen), 0))

    def _inspect(self) -> None:
        answer = self.answer
        if answer is None or answer.found.table is None or answer.found.capacity is None or not self.isVisible():
            return
        each = answer.found.table.of.get(self.month)
        if each is not None:
            name = answer.found.names.get(answer.found.table.node, "")
            title = translate("Capacity", "{month} step by step").format(month=month_words(each.month))
            self._context.inspector.show(CapacityDetail(each, answer.found.capacity, name), title, "info")

    # acting

    def _choose_scenario(self) -> None:
        self._session["scenario"] = self.scenario.currentData() or ""
        self._reckon()

    def _accept(self, proposal: Proposal) -> None:
        from fusenapp.flows.capacity import title_of

        answer, document = self.answer, self._context.document
        if answer is None or answer.found.table is None or answer.found.capacity is None:
            return
        tree = document.get("kpis", answer.found.table.node) or {}
        editing.accept(document, title_of(proposal), proposal.plan().to_json(), answer.found.capacity, kpi=answer.found.table.node,
                       department=value("kpis", tree, "department"))
        self._context.notify(translate("Capacity", "The action was added; the months to come follow it."), undo=True)

    def _withdraw(self, id: str) -> None:
        editing.withdraw(self._context.document, id)
        self._context.notify(translate("Capacity", "The plan was taken back."), undo=True)

    def _take(self, fit: Fit) -> None:
        try:
            trials.apply_trial(self._context.document, HOT_LEAD, fit.trial)
        except InputError as error:
            self._context.notify(explain(error), kind="warn")
            return
        self._context.notify(translate("Capacity", "The value is now in the hot-lead definition; it has to be agreed anew."), undo=True)

    def _open_simulator(self) -> None:
        self._context.session("hot_lead")["page"] = "simulator"
        self._context.navigate("hot_lead", ("definitions", HOT_LEAD))


def summary_words(months: tuple[MonthLoad, ...]) -> str:
    """How many months are over, and the worst."""
    over = [each for each in months if each.is_over]
    if not over:
        return translate("Capacity", "No month is above what sales can take up.")
    worst = max(over, key=lambda each: each.over or 0.0)
    return translate("Capacity", "%n month(s) above what sales can take up; the most in {month}: {over} leads.", n=len(over)).format(
        month=month_words(worst.month), over=f"{over_shown(worst):,}")


def reckoned(figures: Figures, snapshot: Snapshot, scenario: str) -> Answer:
    """Load, proposals and thresholds; for a worker."""
    from fusenapp.flows.capacity import reckon

    found = reckon(figures, snapshot, scenario)
    fits, problem = _fits(figures, snapshot, found)
    return Answer(found, fits, problem)


def _fits(figures: Figures, snapshot: Snapshot, found: Reckoned) -> tuple[tuple[NamedFit, ...], str]:
    from fusenapp.flows.capacity_threshold import fits, knob_words

    lists = snapshot.all("datasets", purpose="leads")
    if found.capacity is None or not lists:
        return (), translate("Capacity", "With an imported lead list the hot-lead definition can be tried against the capacity.")
    problem = translate("Capacity", "The hot-lead definition has no number that could be turned.")
    for record in lists:
        try:
            told = fits(figures, snapshot, record["id"], HOT_LEAD)
        except InputError as error:
            problem = explain(error)
            continue
        if told:
            return tuple(NamedFit(fit, knob_words(snapshot, HOT_LEAD, fit.knob)) for fit in told), ""
    return (), problem
