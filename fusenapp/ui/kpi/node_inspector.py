"""One KPI in the inspector: its figures by month with the cell each came from, and its definition to edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.figures import NodeFigures, percent, plain, scaled, series_words
from fusenapp.ui.kpi.node_definition import NodeDefinition
from fusenapp.ui.widgets import Badge, IconLabel, InspectorSection, Text, row

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult

_USUAL, _SMALL = 9, 12
"""Characters of a figure that stand in its column in the usual size, and in the small one; longer yen are told in thousands."""


class NodeInspector(QWidget):
    """Made for one node; its figures change, its definition stays."""

    def __init__(self, context: UiContext, result: KpiResult, figures: NodeFigures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result, self._figures = result, figures
        self._told: tuple[Any, ...] = ()
        self.definition = NodeDefinition(context, figures.id)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._parts)
        layout.addWidget(self.definition)
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
        while self._parts.count():
            item = self._parts.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in (self._head(), self._months(), self._source()):
            if part is not None:
                self._parts.addWidget(part)

    def focus(self) -> None:
        """Put the keyboard on the formula."""
        self.definition.formula.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QWidget:
        part = InspectorSection(first=True)
        figure, unit = scaled(self._figures.value, self._figures.unit)
        state: list[QWidget] = [Badge(self._figures.state, percent(self._figures.achievement))] if self._figures.state else []
        part.body.addLayout(row(Text(figure, "hero"), Text(unit, "secondary"), None, *state))
        target, scale = scaled(self._figures.target, self._figures.unit)
        part.body.addWidget(Text(translate("Kpi", "Target {figure}").format(figure=f"{target} {scale}".strip()), "caption"))
        if self._figures.partial:
            part.body.addWidget(IconLabel("alert-circle", translate("Kpi", "Some months of this period have no figure."), token="warn"))
        return part

    def _months(self) -> QWidget | None:
        """Target, actual and achievement of each month; the tool tip names the cell."""
        if not self._result.nodes[self._figures.id].series:
            return None
        part = InspectorSection(translate("Kpi", "By month"), translate("Kpi", "point at a figure to see its cell"))
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(6)
        shown = self._result.months[-12:]
        role, per = self._room(shown)
        for column, series in enumerate(("target", "actual", "achievement"), 1):
            words = series_words(series)
            if per > 1 and series != "achievement":
                words = translate("Kpi", "{series} (1,000 yen)").format(series=words)
            grid.addWidget(_right(Text(words, "caption")), 0, column)
        for at, month in enumerate(shown, 1):
            self._month(grid, at, month, role, per)
        part.body.addLayout(grid)
        return part

    def _room(self, months: Sequence[str]) -> tuple[str, int]:
        """Role of the figures and what they are divided by, so that the longest one stands in its column uncut."""
        node, unit = self._result.nodes[self._figures.id], self._figures.unit
        longest = max((len(plain(node.get(m, series), unit)) for m in months for series in ("target", "actual")), default=0)
        return "caption" if longest > _USUAL else "", 1000 if unit == "円" and longest > _SMALL else 1

    def _month(self, grid: QGridLayout, at: int, month: str, role: str, per: int) -> None:
        node = self._result.nodes[self._figures.id]
        grid.addWidget(Text(month[2:].replace("-", "/"), "caption"), at, 0)
        for column, series in enumerate(("target", "actual"), 1):
            figure = node.get(month, series)
            told = plain(None if figure is None else figure / per, self._figures.unit)
            unfixed = series == "actual" and month in self._result.unfixed
            label = Text(translate("Kpi", "not fixed") if unfixed else told, role)
            label.setToolTip(node.places.get(("all", series, month), ""))
            grid.addWidget(_right(label), at, column)
        ratio = node.achievement.get("all", {}).get(month)
        tone = "caption" if ratio is None else "good" if ratio >= 1 else "warn" if ratio >= 0.9 else "bad"
        grid.addWidget(_right(Text(percent(ratio), tone)), at, 3)

    def _source(self) -> QWidget:
        part = InspectorSection(translate("Kpi", "Where the figures come from"))
        node = self._result.nodes[self._figures.id]
        words = {"sheet": translate("Kpi", "KPI sheet"), "leads": translate("Kpi", "counted on the imported leads"),
                 "formula": translate("Kpi", "reckoned by the formula")}
        for series, origin in node.origin.items():
            part.body.addLayout(row(Text(series_words(series), "secondary"), None, Text(words.get(origin, origin), "caption")))
        cell = next((p for (_, _, _), p in node.places.items()), "")
        if cell:
            part.body.addWidget(Text(cell, "caption", wrap=True))
        if not node.origin:
            part.body.addWidget(Text(translate("Kpi", "No figures yet: import a KPI sheet or a lead list."), "caption", wrap=True))
        return part



def _right(label: Text) -> Text:
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
