"""One KPI in the inspector: its figures by month with the cell each came from, and its definition to edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.figures import NodeFigures, percent, plain, scaled, series_words, tone_of
from fusenapp.ui.kpi.node_definition import NodeDefinition
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.origins import origin_section
from fusenapp.ui.widgets import Badge, IconLabel, InspectorSection, Text, row

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult

_USUAL, _SMALL = 9, 12
"""Characters of a figure that stand in its column in the usual size, and in the small one; longer yen are told in thousands."""


class FigureLabel(Text):
    """A figure that says where it comes from when it is clicked, or when Enter is pressed on it.

    Signals:
        asked: clicked.
    """

    asked = Signal()

    def __init__(self, text: str, role: str, place: str) -> None:
        super().__init__(text, role)
        self.setToolTip(place)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
        else:
            super().keyPressEvent(event)


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
        while self._parts.count():
            item = self._parts.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in (self._head(), self._months(), self._source()):
            if part is not None:
                self._parts.addWidget(part)

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

    def _head(self) -> QWidget:
        part = InspectorSection(first=True)
        figure, unit = scaled(self._figures.value, self._figures.unit)
        state: list[QWidget] = [Badge(self._figures.state, percent(self._figures.achievement))] if self._figures.state else []
        part.body.addLayout(row(Text(figure, "hero"), Text(unit, "secondary"), None, *state))
        target, scale = scaled(self._figures.target, self._figures.unit)
        part.body.addWidget(Text(translate("Kpi", "Target {figure}").format(figure=f"{target} {scale}".strip()), "caption"))
        if self._figures.value is not None:
            part.body.addWidget(self._usual())
        if self._figures.partial:
            part.body.addWidget(IconLabel("alert-circle", translate("Kpi", "Some months of this period have no figure."), token="warn"))
        return part

    def _usual(self) -> QWidget:
        """Signal or noise; with too little data that is said."""
        from fusenapp.kpi.signals import LEAST, signal

        found, unit = signal(self._result, self._figures.id), self._figures.unit
        if found.mean is None or found.low is None or found.high is None:
            words = translate("Kpi", "Signal or noise: too little data ({points} of {least} months)")
            return Text(words.format(points=found.points, least=LEAST), "caption", wrap=True)
        between = f"{''.join(scaled(found.low, unit))} 〜 {''.join(scaled(found.high, unit))}"
        if found.verdict == "outside":
            words = translate("Kpi", "A signal: outside the usual range {range}").format(range=between)
        elif found.verdict == "run":
            words = translate("Kpi", "A signal: eight months on one side of the mean; usual range {range}").format(range=between)
        else:
            words = translate("Kpi", "Within the usual range {range}").format(range=between)
        return Text(words, "caption" if found.verdict == "noise" else "warn", wrap=True)

    def _months(self) -> QWidget | None:
        """Target, actual and achievement of each month; the tool tip names the cell."""
        if not self._result.nodes[self._figures.id].series:
            return None
        part = InspectorSection(translate("Kpi", "By month"), translate("Kpi", "click a figure to see its cell"))
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
            place = node.places.get(("all", series, month), "")
            label: Text = Text(translate("Kpi", "not fixed"), role) if unfixed else FigureLabel(told, role, place)
            if isinstance(label, FigureLabel):
                label.asked.connect(lambda series=series, month=month: self.show_place(series, month))
            grid.addWidget(_right(label), at, column)
        ratio = node.achievement.get("all", {}).get(month)
        tone = "caption" if ratio is None else tone_of(ratio, self._figures.down)
        grid.addWidget(_right(Text(percent(ratio), tone)), at, 3)

    def _source(self) -> QWidget:
        part = InspectorSection(translate("Kpi", "Where the figures come from"))
        node = self._result.nodes[self._figures.id]
        words = {"sheet": translate("Kpi", "KPI sheet"), "leads": translate("Kpi", "counted on the imported leads"),
                 "formula": translate("Kpi", "reckoned by the formula")}
        for series, origin in node.origin.items():
            part.body.addLayout(row(Text(series_words(series), "secondary"), None, Text(words.get(origin, origin), "caption")))
        self.place = Text("", "secondary", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.place.hide()
        part.body.addWidget(self.place)
        if not node.origin:
            part.body.addWidget(Text(translate("Kpi", "No figures yet: import a KPI sheet or a lead list."), "caption", wrap=True))
        return part


def _right(label: Text) -> Text:
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
