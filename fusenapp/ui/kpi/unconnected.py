"""Rows of an imported KPI sheet that feed no KPI: said above the tree, with one way to the dialog that connects them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from fusenapp.document import Changes
from fusenapp.domain.kpi import tree_of
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import ElidedLabel, PushButton, row

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.flows.kpi_mapping import Unconnected
    from fusenapp.tables import KpiRow

_WAIT = 300
"""Milliseconds after a change before the rows are looked through: nothing that anybody waits for."""
_FIELDS = frozenset(("source", "deleted"))
"""Of a KPI, that say which row feeds it."""
_NAMED = 6


class UnconnectedBar(QFrame):
    """Hidden while every row feeds a KPI or is ignored on purpose. It looks only while the area around it is looked at."""

    def __init__(self, context: UiContext, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setObjectName("unconnected")
        self._context = context
        self._task: Task | None = None
        self._stale, self._allowed = True, True
        self.found: list[Unconnected] = []
        picture = QLabel()
        picture.setPixmap(icons.pixmap("info", 16, "text2"))
        self.words = ElidedLabel("", "secondary")
        self.open = PushButton(translate("KpiMapping", "Connect rows"), on=self._map, small=True)
        line = row(picture, margins=(12, 4, 8, 4), gap=8)
        line.addWidget(self.words, 1)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        ground, edge = color("surface").name(), color("border").name()
        self.setStyleSheet(f"QFrame#unconnected {{ background: {ground}; border: 1px solid {edge}; border-radius: 6px; }}")
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._ask)
        context.bridge.changed.connect(self._look)
        self.hide()

    def allow(self, allowed: bool) -> None:
        """Whether it belongs above what is shown now."""
        self._allowed = allowed
        self.setVisible(allowed and bool(self.found))

    def wake(self) -> None:
        """The area is looked at again: look through the rows if something changed meanwhile."""
        if self._stale:
            self._timer.start()

    def _look(self, changes: Changes) -> None:
        come = any(kind in ("kpis", "datasets") for kind, _ in (*changes.added, *changes.removed))
        fed = any(kind == "datasets" or (kind == "kpis" and fields & _FIELDS) for (kind, _), fields in changes.updated.items())
        if come or fed:
            self._stale = True
            self._timer.start()

    def _ask(self) -> None:
        figures = self._context.store
        if figures is None or self._context.closed or not self._around.isVisible():
            return
        if self._task is not None:
            self._task.cancel()
        self._stale, snapshot = False, self._context.snapshot()
        self._task = self._context.run("", lambda progress: _found(figures, snapshot), self._show)

    def _show(self, found: list[Unconnected]) -> None:
        self.found = found
        self.setVisible(self._allowed and bool(found))
        if found:
            told = words(found)
            self.words.setText(told)
            self.words.setToolTip(told)
            self.setAccessibleName(told)

    def _map(self) -> None:
        """The dialog of the first sheet with such rows."""
        from fusenapp.ui.kpi.mapping_dialog import show_mapping

        self.mapping = show_mapping(self._context, self.window(), self.found[0].dataset)


def words(found: list[Unconnected]) -> str:
    """How many rows, and which: the first of them by name."""
    names = [" › ".join(filter(None, place)) for each in found for place in each.rows]
    several = len(found) > 1
    told = (translate("KpiMapping", "%n row(s) of the KPI sheets feed no KPI: {rows}", n=len(names)) if several
            else translate("KpiMapping", "%n row(s) of “{sheet}” feed no KPI: {rows}", n=len(names)))
    shown = "、".join(names[:_NAMED])
    if len(names) > _NAMED:
        shown = translate("KpiMapping", "{rows} and %n more", n=len(names) - _NAMED).format(rows=shown)
    return told.format(sheet=found[0].name, rows=shown)


def _found(figures: Figures, snapshot: Snapshot) -> list[Unconnected]:
    from fusenapp.flows.kpi_mapping import unconnected

    return unconnected(figures, snapshot)


def after_import(context: UiContext, dataset: str, rows: Iterable[KpiRow]) -> str:
    """What is said right after a KPI sheet came in: how many of its rows feed no KPI; empty where all do or there is no tree."""
    from fusenapp.flows.kpi_mapping import left_over

    snapshot = context.snapshot()
    record, tree = snapshot.get("datasets", dataset), tree_of(snapshot)
    found = left_over(tree, record, rows) if record is not None and tree.nodes else ()
    return translate("KpiMapping", "%n row(s) feed no KPI yet.", n=len(found)) if found else ""
