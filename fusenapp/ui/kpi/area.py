"""全体俯瞰 and 部分俯瞰: one tree, as a picture or a table, over a month or a longer period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QMenu, QStackedWidget, QTableView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import kpi as domain
from fusenapp.domain.capacity import capacity_of
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui import files, icons
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.importing import start_import
from fusenapp.ui.kpi.all_figures import AllFigures
from fusenapp.ui.kpi.basis_box import BasisBox
from fusenapp.ui.kpi.beginning import Beginning, WithoutFigures
from fusenapp.ui.kpi.choices import Choices
from fusenapp.ui.kpi.department_strip import DepartmentStrip, standings
from fusenapp.ui.kpi.figures import NodeFigures
from fusenapp.ui.kpi.findings import Banner, Finding, above_capacity, find, finding_of
from fusenapp.ui.kpi.lower_panel import LowerPanel
from fusenapp.ui.kpi.node_inspector import NodeInspector
from fusenapp.ui.kpi.table_model import FIRST, ID_ROLE, KpiTable, period_words
from fusenapp.ui.kpi.told_strip import ToldStrip
from fusenapp.ui.kpi.tree_view import TreeView
from fusenapp.ui.kpi.trend import trend_of
from fusenapp.ui.kpi.unconnected import UnconnectedBar
from fusenapp.ui.refreshing.sheets import KpiSheets
from fusenapp.ui.theme import font
from fusenapp.ui.widgets import AreaHeader, IconButton, PrimaryButton, SegmentedControl, column, room_for, row
from fusenapp.ui.widgets.tables import read_only

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import KpiResult
    from fusenapp.ui.kpi.capacity_view import CapacityView
    from fusenapp.ui.kpi.trends_view import TrendsView
    from fusenapp.ui.kpi.whatif_view import WhatIfView

_WAIT = 0
"""Milliseconds after a change before the tree is reckoned anew, on a worker: what was asked before is given up."""
_REST = 40
"""Milliseconds that the figures are on the screen before a worker looks through what they say."""
_LOW = 660
"""Height below which the tree has the page to itself until the user opens the panel (a projector at 150 %)."""
_COUNT, _BESIDE = 104, 28
"""Width of a column of counts, and what a figure has beside it in its cell."""
_HEADS = ((True, 160, 280), (False, 64, 120), (False, 72, 180), (False, 72, 140))
"""Of name, unit, segment and series in the table: whether in bold, and their least and most width."""
_WHOLE_PAGE = ("whatif", "capacity")
"""Views that have the page and the inspector to themselves."""
_UNDER_IT = ("tree", "table")
"""Views that have the trend and the reasons of one KPI below them, and above them what stands out."""
_KINDS = frozenset(("kpis", "datasets", "definitions", "groups", "clauses", "departments", "workspace", "stamps"))


@dataclass(frozen=True)
class Reckoned:
    """What a worker found out: the figures, and what stands out in them, which comes a little later (None)."""

    result: KpiResult
    findings: tuple[Finding, ...] | None


class KpiArea(QWidget):
    """View, period, department and selection live in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("kpi")
        self._task: Task | None = None
        self._reckoned_now: Reckoned | None = None
        self._nodes: Mapping[str, NodeFigures] = {}
        self._shown: domain.Tree | None = None
        self._inspector: NodeInspector | None = None
        views = [("tree", translate("Kpi", "Tree")), ("table", translate("Kpi", "Table")), ("trends", translate("Kpi", "Trend")),
                 ("whatif", translate("Kpi", "What if")), ("capacity", translate("Capacity", "Capacity"))]
        self.view = SegmentedControl(views, self._session.get("view", "tree"), name=translate("Kpi", "View"))
        self.view.changed.connect(lambda key: self._remember("view", key))
        self.choices = Choices(self._session, BasisBox(context))
        self.departments = QComboBox()
        self.departments.setAccessibleName(translate("Kpi", "Department"))
        self.departments.setMinimumWidth(150)
        self.departments.activated.connect(lambda: self._remember("department", self.departments.currentData()))
        self.tree = TreeView()
        self.model = KpiTable()
        self.table = self._table()
        self.strip = DepartmentStrip()
        self.banner = Banner()
        self.below = LowerPanel(context, self._session)
        self._connect()
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._reckon)
        self._stale = False
        self._through = QTimer(self, singleShot=True, interval=_REST)
        self._through.timeout.connect(self._look_through)
        context.bridge.changed.connect(self._look)
        self.refresh()

    def _connect(self) -> None:
        self.tree.selected.connect(self._selected)
        self.tree.opened.connect(self._open)
        self.tree.zoomed.connect(lambda by_user: self._session.update(zoomed=by_user))
        self.choices.changed.connect(self._show)
        self.choices.fit_asked.connect(self.tree.show_all)
        self.choices.level_asked.connect(self._to_level)
        self.choices.rooted.connect(self._root_at)
        self.tree.rooted.connect(self._root_at)
        self.strip.chosen.connect(self._to_department)
        self.banner.chosen.connect(self.reveal)
        self.below.finding_chosen.connect(self.reveal)
        self.below.driver_chosen.connect(self.tree.point_at)
        self.below.month_chosen.connect(self.choices.choose_month)
        self.below.folded.connect(self._folded)

    def _folded(self, folded: bool) -> None:
        if self.isVisible():
            self._session["folded"] = folded
        self._make_room()

    def _make_room(self) -> None:
        """On a low page the open panel takes the room of what is told above the tree, not that of the tree."""
        panel = not self.below.is_folded and self.view.current in _UNDER_IT
        self._told.put_away(panel and self.height() < _LOW and self._has_figures)

    @property
    def _has_figures(self) -> bool:
        return self._reckoned_now is not None and bool(self._reckoned_now.result.months)

    def _table(self) -> QTableView:
        view = read_only(QTableView(), translate("Kpi", "KPI tree as a table"), single=True)
        view.setModel(self.model)
        view.selectionModel().currentRowChanged.connect(self._row_chosen)
        view.clicked.connect(self._cell_clicked)
        return view

    def _lay_out(self) -> None:
        header = self._header = AreaHeader(translate("Kpi", "KPI tree"))
        self._agreement = AgreementBar(self._context, ("kpis", "kpi-tree"), frozenset(("kpis",)))
        self._agreement.stamp.installEventFilter(self)
        header.add_left(self.departments, self._agreement)
        self.output = IconButton("export", translate("Kpi", "Output: Excel, PDF, picture"), on=self._output)
        self._import = PrimaryButton(translate("Kpi", "Import"), "import", on=self.bring)
        self._import.setToolTip(translate("Kpi", "Import"))
        self._import.setAccessibleName(translate("Kpi", "Import"))
        header.add_right(self.view, KpiSheets(self._context, header), self.output, self._import)
        tabled = QWidget()
        tabled.setLayout(row(self.table, margins=(16, 0, 16, 12)))
        self._views = QStackedWidget()
        self._views.addWidget(self.tree)
        self._views.addWidget(tabled)
        self.whatif: WhatIfView | None = None
        self.trends: TrendsView | None = None
        self.capacity: CapacityView | None = None
        page = QWidget()
        self.without = WithoutFigures(self.bring)
        self.without.hide()
        self.unconnected = UnconnectedBar(self._context, self)
        self._told = ToldStrip(self.without, self.strip, self.banner, self.unconnected)
        page.setLayout(column(self.choices, self._told, gap=0))
        inside = page.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addWidget(self._views, 1)
        self._low = QWidget()
        self._low.setLayout(row(self.below, margins=(16, 12, 16, 12)))
        self._low.hide()
        inside.addWidget(self._low)
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        self.beginning: Beginning | None = None
        self.setLayout(column(header, self._stack, gap=0))

    # choices

    @property
    def period(self) -> str:
        """The chosen period, or the last one with fixed figures."""
        assert self._reckoned_now is not None
        result = self._reckoned_now.result
        periods = result.periods(self.choices.by)
        chosen = self._session.get("period", "")
        if chosen in periods:
            return chosen
        fixed = [m for m in result.months if m not in result.unfixed]
        return result.periods(self.choices.by, fixed)[-1] if fixed else periods[-1] if periods else ""

    def _remember(self, name: str, choice: Any) -> None:
        self._session[name] = choice
        self._show()

    def _output(self) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("export"), translate("Kpi", "Excel workbook with live formulas…"), lambda: self._context.request("export"))
        for suffix, words in ((".pdf", translate("Kpi", "The tree as PDF…")), (".png", translate("Kpi", "The tree as a picture (PNG)…"))):
            menu.addAction(icons.icon("document"), words, lambda suffix=suffix: self._ask_picture(suffix))
        menu.popup(self.output.mapToGlobal(self.output.rect().bottomLeft()))

    def _ask_picture(self, suffix: str) -> None:
        start = files.free_name(files.documents(), f"{translate('Kpi', 'KPI tree')} {self.period}", suffix)
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        path, _ = QFileDialog.getSaveFileName(self, translate("Kpi", "Save the tree"), str(start), kinds)
        if path:
            self.save_picture(files.with_suffix(path, suffix))

    def save_picture(self, path: Path) -> None:
        """The tree as it is folded and rooted now, as PNG or PDF; written beside the window, and can be cancelled."""
        from fusenapp.ui.kpi.tree_file import writing

        about = [self.departments.currentText(), period_words(self.period) if self.period else ""]
        picture = self.tree.picture(translate("Kpi", "KPI tree"), " ・ ".join(filter(None, about)))
        label = translate("Waterfall", "Writing {name}").format(name=path.name)
        self._context.run(label, writing(path, picture), lambda _: self._saved(path))

    def _saved(self, path: Path) -> None:
        self._context.notify(translate("Kpi", "Saved as {name}").format(name=path.name))

    def bring(self) -> None:
        """Import a KPI sheet."""
        start_import(self._context, self, purpose="kpi")

    def refresh(self) -> None:
        """Reckon anew soon."""
        snapshot = self._context.snapshot()
        there = [("", translate("Kpi", "Whole company"))] + [(d["id"], value("departments", d, "name")) for d in snapshot.all("departments")]
        if there != [(self.departments.itemData(at), self.departments.itemText(at)) for at in range(self.departments.count())]:
            self.departments.clear()
            for id, name in there:
                self.departments.addItem(name, id)
        self.departments.setCurrentIndex(max(self.departments.findData(self._session.get("department", "")), 0))
        self._timer.start()

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if kinds & _KINDS:
            self.refresh()
        elif "scenarios" in kinds and self.whatif is not None and self.whatif.isVisible():
            self.whatif.refresh()

    # figures

    def _reckon(self) -> None:
        """On a worker; while the area is out of sight that waits until it is shown."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        figures, snapshot = self._context.store, self._context.snapshot()
        if self._task is not None:
            self._task.cancel()
        if figures is not None:
            self._task = self._context.run("", lambda progress: figures.kpi(snapshot), self._reckoned)

    def _reckoned(self, result: KpiResult) -> None:
        """The figures are shown at once, what they say a little later."""
        before = self._reckoned_now
        if before is not None and before.result is result:
            if capacity_of(self._context.snapshot()) is not None:
                self._through.start()  # people or plans may have changed
            return
        self._reckoned_now = Reckoned(result, before.findings if before else None)
        self._show()
        self._through.start()

    def _look_through(self) -> None:
        """What the figures say, once they are on the screen."""
        if self._reckoned_now is not None and not self._context.closed:
            result = self._reckoned_now.result
            figures, snapshot = self._context.store, self._context.snapshot()
            self._task = self._context.run("", lambda progress: (result, _found(result, figures, snapshot)), self._looked_through)

    def _looked_through(self, found: tuple[KpiResult, tuple[Finding, ...]]) -> None:
        if self._reckoned_now is not None and self._reckoned_now.result is found[0]:
            self._reckoned_now = Reckoned(*found)
            self._show_findings()

    def _show(self) -> None:
        if self._reckoned_now is None:
            return
        result = self._reckoned_now.result
        self.choices.show_periods(result.periods(self.choices.by), self.period)
        tree = self._shown_tree(result)
        months = tuple(domain_months(result, self.period, self.choices.by))
        figures = AllFigures(result, tree.nodes, months, self._nodes if isinstance(self._nodes, AllFigures) else None)
        empty = figures.without_figures() if self.choices.known.isChecked() else frozenset()
        if empty and len(empty) < len(figures):
            tree = domain.pruned(tree, empty)
        tree = self._shown = domain.carried_on(tree, self._shown)
        self._nodes = figures
        self._show_views(result, tree, figures)
        self._show_findings()
        self._show_chosen()

    def _show_findings(self) -> None:
        assert self._reckoned_now is not None
        if self._reckoned_now.findings is None:
            return  # nothing is claimed before it was looked for
        found = self._reckoned_now.findings
        worst = next((f for f in found if f.severity == "warning"), None)
        self.banner.show_finding(worst if self.view.current in _UNDER_IT else None)
        self.below.show_findings(found, {id: node.name for id, node in self._reckoned_now.result.tree.nodes.items() if id in self._nodes})

    def _show_views(self, result: KpiResult, tree: domain.Tree, figures: AllFigures) -> None:
        departments = {d["id"]: (value("departments", d, "shape"), value("departments", d, "name"))
                       for d in self._context.snapshot().all("departments")}
        self._show_page(result)
        self._show_view(result)
        self.tree.show_tree(tree, self._nodes, departments)
        self.choices.show_levels(self.tree.deepest, self._session.get("level", 0))
        whole = not self._session.get("department") and self.view.current == "tree"
        self.strip.show_standings(standings(tree, figures, departments) if whole else [])
        if not self._session.get("zoomed"):
            self.tree.fit()
        if self.view.current == "table":
            self.model.show(result, tree, self.choices.by)
            self._columns()
        if self.view.current == "trends" and self.trends is not None:
            self.trends.show_result(result, tree, figures, {id: shape for id, (shape, _) in departments.items()}, self.choices.by, self.period)

    def _show_page(self, result: KpiResult) -> None:
        """The tree, with or without figures; before there is one, how to begin it."""
        if not result.tree.nodes and self.beginning is None:
            self.beginning = Beginning(self._context, self.bring)
            self.beginning.begun.connect(self.go_to)
            self._stack.addWidget(self.beginning)
        self._stack.setCurrentIndex(0 if result.tree.nodes else 1)
        self.without.setVisible(not result.months)

    def _show_view(self, result: KpiResult) -> None:
        """The view chosen; 試算 takes the whole page and is made when it is first asked for."""
        view = self.view.current
        if view == "whatif" and self.whatif is None:
            from fusenapp.ui.kpi.whatif_view import WhatIfView

            self.whatif = WhatIfView(self._context, self._session)
            self._views.addWidget(self.whatif)
        if view == "capacity" and self.capacity is None:
            from fusenapp.ui.kpi.capacity_view import CapacityView

            self.capacity = CapacityView(self._context, self._session)
            self._views.addWidget(self.capacity)
        if view == "trends" and self.trends is None:
            self.trends = self._make_trends()
        self.choices.setVisible(view not in _WHOLE_PAGE)
        self._low.setVisible(view in _UNDER_IT and bool(result.months))
        self._make_room()
        self.unconnected.allow(view in _UNDER_IT)
        if self.whatif is not None:
            self.whatif.show_result(result)
        if view == "whatif" and self.whatif is not None:
            self._views.setCurrentWidget(self.whatif)
        elif view == "capacity" and self.capacity is not None:
            self._views.setCurrentWidget(self.capacity)
        elif view == "trends" and self.trends is not None:
            self._views.setCurrentWidget(self.trends)
        else:
            self._views.setCurrentIndex(1 if view == "table" else 0)
        self.choices.fit.setVisible(view == "tree")
        self.choices.levels.setVisible(view == "tree")

    def _make_trends(self) -> TrendsView:
        from fusenapp.ui.kpi.trends_view import TrendsView

        made = TrendsView(self._session)
        made.node_chosen.connect(self._selected)
        made.node_opened.connect(self._open)
        made.period_chosen.connect(self.choices.choose_period)
        self._views.addWidget(made)
        return made

    def _shown_tree(self, result: KpiResult) -> domain.Tree:
        department, root = self._session.get("department", ""), self._session.get("root", "")
        tree = domain.partial(result.tree, department) if department else result.tree
        tree = domain.rerooted(tree, root) if root in tree.nodes else tree
        self.choices.show_root(result.tree.nodes[root].name if root in tree.nodes else "")
        return tree

    def _to_level(self, level: int) -> None:
        self._session["level"] = level
        self.tree.show_levels(level)
        if not self._session.get("zoomed"):
            self.tree.fit()

    def _root_at(self, id: str) -> None:
        """The tree below one node alone, or all of it again."""
        self._remember("root", id)

    def _to_department(self, id: str) -> None:
        self.departments.setCurrentIndex(max(self.departments.findData(id), 0))
        self._remember("department", self.departments.currentData())

    def _columns(self) -> None:
        """Amounts in yen are written out, so their columns are as wide as billions."""
        assert self._reckoned_now is not None
        yen = any(node.unit == "円" for node in self._reckoned_now.result.tree)
        figure = self.table.fontMetrics().horizontalAdvance("8,888,888,888") + _BESIDE if yen else _COUNT
        for at, (face, least, most) in enumerate(_HEADS):
            self.table.setColumnWidth(at, room_for(self.model.words(at), QFontMetrics(font(13, bold=face)), _BESIDE, least, most))
        for at in range(FIRST, self.model.columnCount()):
            self.table.setColumnWidth(at, figure)

    # selection

    @property
    def chosen(self) -> str:
        """The node that trend and inspector are about; the first one until the user chose."""
        id = self._session.get("node", "")
        return id if id in self._nodes else next(iter(self._nodes), "")

    def reveal(self, item: Any) -> None:
        """Select a node; ``("capacity", month or page)``: what sales can take up."""
        if item and item[0] == "capacity":
            self.view.set_current("capacity")
            self._remember("view", "capacity")
            wanted = item[1] if len(item) > 1 else ""
            if self.capacity is not None:
                self.capacity.reveal(wanted)
            elif wanted:  # the view goes by it once it is made
                self._session.setdefault("capacity", {})["page" if wanted in ("load", "people") else "month"] = wanted
        elif item:
            self.go_to(item[1])

    def go_to(self, id: str) -> None:
        """Choose a node and bring it into view; the whole company is shown if a department's part does not have it."""
        self._session["node"] = id
        if self._nodes and id not in self._nodes and self._session.get("department"):
            self.departments.setCurrentIndex(0)
            self._remember("department", "")
        self.tree.select(id)
        self._show_chosen()

    def _selected(self, id: str) -> None:
        self._session["node"] = id
        self._show_chosen()

    def _row_chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and self.view.current == "table" and self.table.hasFocus():
            self._selected(now.data(ID_ROLE))

    def _cell_clicked(self, index: QModelIndex) -> None:
        """The inspector says where the figure comes from."""
        found = self.model.figure_at(index)
        self._selected(index.data(ID_ROLE))
        if found is not None and self._inspector is not None:
            self._inspector.show_place(*found[1:])

    def _open(self, id: str) -> None:
        """The keyboard goes to the definition in the inspector."""
        self._selected(id)
        if self._inspector is not None:
            self._inspector.focus()

    def _show_chosen(self) -> None:
        id = self.chosen
        if self._reckoned_now is None or id not in self._nodes:
            return
        result = self._reckoned_now.result
        self.tree.mark(id)
        months = frozenset(domain_months(result, self.period, self.choices.by))
        self.below.show_trend(self._nodes[id].name, trend_of(result, id), months)
        self.below.show_why(result, id, self.period, self.choices.by)
        if self.view.current in _WHOLE_PAGE:
            self._inspector = None
        elif self.isVisible():
            self._inspect(result, self._nodes[id])
            if self._inspector is not None:
                self._inspector.pace.show_period(result, id, self.period, self.choices.by)

    def _inspect(self, result: KpiResult, figures: NodeFigures) -> None:
        """The inspector is kept while it is about the same node, so that what is being typed there stays."""
        if self._inspector is not None and self._inspector.is_for(figures) and self._context.inspector.current is self._inspector:
            self._inspector.show_figures(result, figures)
            return
        self._inspector = NodeInspector(self._context, result, figures)
        self._context.inspector.show(self._inspector, figures.name, "kpi")

    def _fit_header(self) -> None:
        """Where there is no room for all of it, what is said elsewhere too gives way: words of a button, title, link."""
        header, layout = self._header, self._header.layout()
        assert layout is not None
        self._import.setText(translate("Kpi", "Import"))
        for part in (header.title, self._agreement.open):
            part.show()
        for give_way in (lambda: self._import.setText(""), header.title.hide, self._agreement.open.hide):
            for each in (header.left, header.right, layout):
                each.invalidate()
            if layout.sizeHint().width() <= self.width():
                return
            give_way()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            QTimer.singleShot(0, self, self._fit_header)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()
        self.below.fit(self.height())
        self._make_room()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._fit_header()
        if self._stale:
            self._timer.start()
        self.unconnected.wake()
        if self.height() < _LOW and "folded" not in self._session and "below" not in self._session:
            self.below.fold(True)
        self._show_chosen()


def _found(result: KpiResult, figures: Figures | None, snapshot: Snapshot) -> tuple[Finding, ...]:
    """All findings, warnings first; what goes above capacity costs nothing where people and hours are not entered."""
    from fusenapp.flows.lead_diagnoses import diagnoses

    over = above_capacity(figures, snapshot) if figures is not None and capacity_of(snapshot) is not None else []
    told = diagnoses(figures, snapshot) if figures is not None else []
    leads = [finding_of(each) for each in told]
    return tuple(sorted([*over, *find(result), *leads], key=lambda each: each.severity != "warning"))


def domain_months(result: KpiResult, period: str, by: By) -> list[str]:
    """The months of a period that have figures in the tree."""
    from fusenapp.domain import calendar

    wanted = set(calendar.months_of(period, result.tree.fiscal_start, by)) if period else set()
    return [m for m in result.months if m in wanted]
