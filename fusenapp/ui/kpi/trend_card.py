"""One KPI's trend with its name, state and whether its last figure is a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.figures import NodeFigures, percent
from fusenapp.ui.kpi.trend_chart import TrendChart
from fusenapp.ui.widgets import Badge, Card, DepartmentMark, ElidedLabel, IconButton, Text, row
from fusenapp.ui.widgets.badge import status_words

if TYPE_CHECKING:
    from fusenapp.kpi.signals import Limits
    from fusenapp.ui.kpi.trend import Trend

HEIGHT = 244
_NARROW = 400
"""Width of a card below which its name gets the room of the words of its state."""


class TrendCard(Card):
    """Kept while its figures change.

    Signals:
        looked_at: the keyboard or mouse came to the chart.
        closed: it is not wanted any more.
        opened: Enter or a double click: the definition in the inspector.
        month_chosen: a period.
    """

    looked_at = Signal(str)
    closed = Signal(str)
    opened = Signal(str)
    month_chosen = Signal(str)

    def __init__(self, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(8, 14), gap=4)
        self.id = id
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # cards beside each other are equally wide
        self._told = ("", "")
        self._mark, self._name = DepartmentMark(""), ElidedLabel("", "strong")
        self._unit, self._state, self.signal = Text("", "caption"), Badge("on_target"), Text("", "caption")
        self.chart = TrendChart()
        self.chart.chosen.connect(self.month_chosen)
        self.chart.opened.connect(lambda: self.opened.emit(self.id))
        self.chart.installEventFilter(self)
        self._close = IconButton("close", translate("KpiTrends", "Take this chart away"), small=True, on=lambda: self.closed.emit(self.id))
        head = row(self._mark, gap=8)
        head.addWidget(self._name, 1)
        for widget in (self._unit, self._state, self._close):
            head.addWidget(widget)
        self.body.addLayout(head)
        self.body.addWidget(self.signal)
        self.body.addWidget(self.chart, 1)

    def show_trend(self, node: NodeFigures, trend: Trend, period: frozenset[str], shape: str) -> None:
        """Other figures of the same KPI."""
        self._mark.set(shape)
        self._name.setText(node.name)
        self._unit.setText(trend.scale.unit)
        self._told = (node.state, percent(node.achievement))
        self._show_state()
        words, role = signal_words(trend.limits)
        self.signal.setText(words)
        if self.signal.property("role") != role:
            self.signal.set_role(role)
        self.chart.show_trend(trend, period, node.name)

    def _show_state(self) -> None:
        """State and achievement; in a narrow card its icon stands for the state."""
        state, reached = self._told
        self._state.setVisible(bool(state))
        if state:
            self._state.set(state, reached, words="" if self.width() < _NARROW else None)
            self._state.setAccessibleName(f"{status_words(state)} {reached}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.looked_at.emit(self.id)
        return False


def signal_words(found: Limits | None) -> tuple[str, str]:
    """(words, role) for what limits say of the last fixed figure."""
    from fusenapp.kpi.signals import LEAST

    if found is None:
        return "", "caption"
    if found.verdict == "too-little-data":
        return translate("KpiTrends", "Signal or noise: {points} of {least} periods").format(points=found.points, least=LEAST), "caption"
    if found.verdict == "noise":
        return translate("KpiTrends", "The last figure is within the usual range"), "caption"
    if found.verdict == "run":
        return translate("KpiTrends", "A signal: the level has moved"), "warn"
    return translate("KpiTrends", "A signal: outside the usual range"), "warn"
