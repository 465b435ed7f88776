"""全体俯瞰 and 部分俯瞰: one tree, as a picture or a table, over a month or a longer period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QFrame, QStackedWidget, QTableView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import kpi as domain
from fusenapp.domain.snapshot import value
from fusenapp.i18n import translate
from fusenapp.messages import sentence
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.importing import start_import
from fusenapp.ui.kpi.figures import NodeFigures, node_figures
from fusenapp.ui.kpi.node_inspector import NodeInspector
from fusenapp.ui.kpi.table_model import FIRST, ID_ROLE, NAME, KpiTable, period_words
from fusenapp.ui.kpi.tree_view import TreeView
from fusenapp.ui.widgets import AreaHeader, EmptyState, IconLabel, PrimaryButton, SegmentedControl, row

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.kpi import KpiResult

_WAIT = 100
"""Milliseconds after the last change before the tree is reckoned anew."""
_KINDS = frozenset(("kpis", "datasets", "definitions", "groups", "clauses", "departments", "workspace", "stamps"))


class KpiArea(QWidget):
    """View, period, department and selection live in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("kpi")
        self._task: Task | None = None
        self._result: KpiResult | None = None
        self._nodes: dict[str, NodeFigures] = {}
        views = [("tree", translate("Kpi", "Tree")), ("table", translate("Kpi", "Table"))]
        self.view = SegmentedControl(views, self._session.get("view", "tree"), name=translate("Kpi", "View"))
        self.view.changed.connect(lambda key: self._remember("view", key))
        lengths = [("month", translate("Kpi", "Month")), ("quarter", translate("Kpi", "Quarter")), ("half", translate("Kpi", "Half")),
                   ("year", translate("Kpi", "Year"))]
        self.by = SegmentedControl(lengths, self._session.get("by", "month"), name=translate("Kpi", "Period"))
        self.by.changed.connect(lambda key: self._remember("by", key))
        self.periods = self._box(translate("Kpi", "Period"), "period", 110)
        self.departments = self._box(translate("Kpi", "Department"), "department", 150)
        self.known = QCheckBox(translate("Kpi", "Only KPIs with figures"))
        self.known.setChecked(self._session.get("known", True))
        self.known.toggled.connect(lambda on: self._remember("known", on))
        self.tree = TreeView()
        self.tree.selected.connect(self._selected)
        self.model = KpiTable()
        self.table = self._table()
        self.banner = self._banner()
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._reckon)
        context.bridge.changed.connect(self._look)
        self.refresh()

    def _box(self, name: str, key: str, width: int) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumWidth(width)
        box.activated.connect(lambda: self._remember(key, box.currentData()))
        return box

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setAccessibleName(translate("Kpi", "KPI tree as a table"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(28)
        view.horizontalHeader().setHighlightSections(False)
        view.selectionModel().currentRowChanged.connect(self._row_chosen)
        return view

    def _banner(self) -> QFrame:
        """At most one finding above the tree."""
        frame = QFrame()
        frame.setObjectName("card")
        self._finding = IconLabel("alert-circle", "", token="bad")
        frame.setLayout(row(self._finding, None, margins=(16, 10, 16, 10)))
        frame.hide()
        return frame

    def _lay_out(self) -> None:
        header = AreaHeader(translate("Kpi", "KPI tree"))
        header.add_left(self.departments, AgreementBar(self._context, ("kpis", "kpi-tree"), frozenset(("kpis",))))
        header.add_right(self.view, PrimaryButton(translate("Kpi", "Import"), "import", on=self.bring))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.table)
        advice = translate("Kpi", "Import the monthly KPI sheet or a lead list; the tree fills itself by name.")
        empty = EmptyState("kpi", translate("Kpi", "No figures yet"), advice, translate("Kpi", "Import a KPI sheet"), on=self.bring)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(row(self.by, self.periods, self.known, None, margins=(16, 10, 16, 10)))
        layout.addLayout(row(self.banner, margins=(16, 0, 16, 0)))
        layout.addWidget(self._stack, 1)

    # choices

    @property
    def period(self) -> str:
        """The chosen period, or the last one with fixed figures."""
        assert self._result is not None
        periods = self._result.periods(self._by)
        chosen = self._session.get("period", "")
        if chosen in periods:
            return chosen
        fixed = [m for m in self._result.months if m not in self._result.unfixed]
        return self._result.periods(self._by, fixed)[-1] if fixed else periods[-1] if periods else ""

    @property
    def _by(self) -> By:
        return cast("By", self.by.current)

    def _remember(self, name: str, choice: Any) -> None:
        self._session[name] = choice
        if self._result is not None:
            self._show()

    def bring(self) -> None:
        """Import a KPI sheet."""
        start_import(self._context, self, purpose="kpi")

    def refresh(self) -> None:
        """Reckon anew soon."""
        snapshot = self._context.snapshot()
        there = [("", translate("Kpi", "Whole company"))] + [(d["id"], value("departments", d, "name")) for d in snapshot.all("departments")]
        self.departments.clear()
        for id, name in there:
            self.departments.addItem(name, id)
        self.departments.setCurrentIndex(max(self.departments.findData(self._session.get("department", "")), 0))
        self._timer.start()

    def _look(self, changes: Changes) -> None:
        if any(kind in _KINDS for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()

    # figures

    def _reckon(self) -> None:
        figures, snapshot = self._context.store, self._context.snapshot()
        if self._task is not None:
            self._task.cancel()
        if figures is not None:
            self._task = self._context.run("", lambda progress: figures.kpi(snapshot), self._reckoned)

    def _reckoned(self, result: KpiResult) -> None:
        self._result = result
        self._show()

    def _show(self) -> None:
        result = self._result
        assert result is not None
        self._fill_periods()
        tree = self._shown_tree(result)
        months = tuple(domain_months(result, self.period, self._by))
        self._nodes = {node.id: node_figures(result, node.id, months) for node in tree}
        if self.known.isChecked() and any(not n.empty for n in self._nodes.values()):
            tree = domain.pruned(tree, {id for id, n in self._nodes.items() if n.empty and not result.nodes[id].series})
        shapes = {d["id"]: value("departments", d, "shape") for d in self._context.snapshot().all("departments")}
        self.tree.show_tree(tree, self._nodes, shapes)
        if not self._session.get("zoomed"):
            self.tree.fit()
        self.model.show(result, tree, self._by)
        self._columns()
        self._stack.setCurrentIndex(2 if not result.months else 1 if self.view.current == "table" else 0)
        self._tell(result)
        if self.isVisible():
            self._inspect()

    def _shown_tree(self, result: KpiResult) -> domain.Tree:
        department = self._session.get("department", "")
        return domain.partial(result.tree, department) if department else result.tree

    def _fill_periods(self) -> None:
        assert self._result is not None
        self.periods.clear()
        for period in reversed(self._result.periods(self._by)):
            self.periods.addItem(period_words(period), period)
        self.periods.setCurrentIndex(max(self.periods.findData(self.period), 0))

    def _columns(self) -> None:
        self.table.setColumnWidth(NAME, 220)
        for column in range(1, FIRST):
            self.table.setColumnWidth(column, 88)
        for column in range(FIRST, self.model.columnCount()):
            self.table.setColumnWidth(column, 104)

    def _tell(self, result: KpiResult) -> None:
        from fusenapp.kpi import diagnose

        found = next((d for d in diagnose(result) if d.severity == "warning"), None)
        self.banner.setVisible(found is not None)
        if found is not None:
            self._finding.set("alert-circle", sentence(found.code, **found.figures), "bad")

    # selection

    def reveal(self, item: Any) -> None:
        """Select a node."""
        if item:
            self._session["node"] = item[1]
            self.tree.select(item[1])

    def _selected(self, id: str) -> None:
        self._session["node"] = id
        self._inspect()

    def _row_chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and self.view.current == "table":
            self._session["node"] = now.data(ID_ROLE)
            self._inspect()

    def _inspect(self) -> None:
        id = self._session.get("node", "") or next(iter(self._nodes), "")
        if self._result is not None and id in self._nodes:
            self.tree.current = id
            self._context.inspector.show(NodeInspector(self._context, self._result, self._nodes[id]), self._nodes[id].name, "kpi")

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._inspect()


def domain_months(result: KpiResult, period: str, by: By) -> list[str]:
    """The months of a period that have figures in the tree."""
    from fusenapp.domain import calendar

    wanted = set(calendar.months_of(period, result.tree.fiscal_start, by)) if period else set()
    return [m for m in result.months if m in wanted]
