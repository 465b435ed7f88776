"""One KPI in the inspector: its figures by month with the cell each came from, and its definition to edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.figures import NodeFigures, plain, series_words
from fusenapp.ui.kpi.node_actions import ActionsSection
from fusenapp.ui.kpi.node_definition import NodeDefinition
from fusenapp.ui.kpi.node_head import NodeHead
from fusenapp.ui.kpi.node_months import MonthsSection
from fusenapp.ui.kpi.pace_section import PaceSection
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.origins import origin_section
from fusenapp.ui.widgets import InspectorSection, Text, empty, row

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult


class NodeInspector(QWidget):
    """Made for one node; its figures change, its definition stays."""

    def __init__(self, context: UiContext, result: KpiResult, figures: NodeFigures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result, self._figures = result, figures
        self._told: tuple[Any, ...] = ()
        self.definition = NodeDefinition(context, figures.id)
        self.head, self.months, self.source = NodeHead(), MonthsSection(), SourceSection()
        self.doing = ActionsSection(context, figures.id)
        self.place = self.source.place
        self.months.table.asked.connect(self.show_place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.pace = PaceSection(context)
        for part in (self.head, self.pace, self.doing, self.months, self.source, self.definition):
            layout.addWidget(part)
        origin = origin_section(context, ("kpis", figures.id))
        if origin is not None:
            layout.addWidget(origin)
        layout.addStretch(1)
        self.show_figures(result, figures)

    def is_for(self, figures: NodeFigures) -> bool:
        """Whether this inspector is about the node, under the same name."""
        return (self._figures.id, self._figures.name) == (figures.id, figures.name)

    def show_figures(self, result: KpiResult, figures: NodeFigures) -> None:
        """Other figures of the same node; nothing happens while they are the same."""
        told = (figures, result.nodes[figures.id].series, result.nodes[figures.id].origin, result.unfixed)
        if told == self._told:
            self._result = result
            return
        self._result, self._figures, self._told = result, figures, told
        self.head.show_figures(result, figures)
        self.months.setVisible(bool(result.nodes[figures.id].series))
        self.months.show_figures(result, figures)
        self.source.show_origin(result.nodes[figures.id].origin)

    def show_place(self, series: str, month: str, segment: str = "all") -> None:
        """Say where a month's figure comes from: file › sheet › cell, the lead list, or the formula with its figures."""
        node = self._result.nodes[self._figures.id]
        told = node.places.get((segment, series, month), "") if node.origin.get(series) == "sheet" else ""
        if not told and node.origin.get(series) == "leads":
            told = translate("Kpi", "counted on the imported leads")
        if not told and self._result.tree.nodes[node.node.id].formula:
            told = self._reckoned_from(series, month, segment)
        figure = plain(node.get(month, series, segment), self._figures.unit)
        self.place.setText(f"{period_words(month)} {series_words(series)} {figure}\n{told or '—'}")
        self.place.show()

    def _reckoned_from(self, series: str, month: str, segment: str) -> str:
        """The formula, then the figures of its names."""
        from fusenapp.kpi.grid import names_of

        nodes, lines = self._result.tree.nodes, [self._result.tree.nodes[self._figures.id].formula]
        for name in names_of(self._result.grid.checked.formulas.get(self._figures.id)):
            value = self._result.nodes[name.name].get(month, series, name.segment or segment)
            lines.append(f"{nodes[name.name].name}: {plain(value, nodes[name.name].unit)}")
        return "\n".join(dict.fromkeys(lines))

    def focus(self) -> None:
        """Put the keyboard on the formula."""
        self.definition.formula.line.setFocus(Qt.FocusReason.OtherFocusReason)


class SourceSection(InspectorSection):
    """Of what kind each series is, and the place of the figure that was asked about."""

    def __init__(self) -> None:
        super().__init__(translate("Kpi", "Where the figures come from"))
        self._origin: Mapping[str, str] | None = None
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self.place = Text("", "secondary", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.place.hide()
        self.body.addWidget(self.place)

    def show_origin(self, origin: Mapping[str, str]) -> None:
        """``origin``: series → ``sheet``, ``leads`` or ``formula``."""
        if origin == self._origin:
            return
        self._origin = dict(origin)
        empty(self._rows)
        words = {"sheet": translate("Kpi", "KPI sheet"), "leads": translate("Kpi", "counted on the imported leads"),
                 "formula": translate("Kpi", "reckoned by the formula")}
        for series, found in origin.items():
            line = QWidget()
            line.setLayout(row(Text(series_words(series), "secondary"), None, Text(words.get(found, found), "caption")))
            self._rows.addWidget(line)
        if not origin:
            self._rows.addWidget(Text(translate("Kpi", "No figures yet: import a KPI sheet or a lead list."), "caption", wrap=True))
