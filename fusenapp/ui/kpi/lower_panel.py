"""Below the tree: the trend of the chosen KPI, and what the figures say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.kpi.findings import Finding, FindingList
from fusenapp.ui.kpi.legend import Legend
from fusenapp.ui.kpi.trend import Trend
from fusenapp.ui.kpi.trend_chart import TrendChart
from fusenapp.ui.widgets import Card, IconButton, SectionHeader, column, row, scroll, vline

_HEIGHT = 244


class LowerPanel(Card):
    """Can be folded away, for large trees and small windows.

    Signals:
        month_chosen: a month in the chart.
        node_chosen: a node that a finding is about.
        folded: whether only the header is left now.
    """

    month_chosen = Signal(str)
    node_chosen = Signal(str)
    folded = Signal(bool)

    def __init__(self, folded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(8, 16), gap=6)
        self.chart, self.findings = TrendChart(), FindingList()
        self.chart.chosen.connect(self.month_chosen)
        self.findings.chosen.connect(self.node_chosen)
        self._title = SectionHeader("", "")
        self._legend = Legend()
        self._fold = IconButton("chevron-down", "", small=True, on=lambda: self.fold(not self.is_folded))
        self.body.addLayout(row(self._title, self._legend, self._fold))
        self._content = QWidget()
        listed = scroll(self.findings)
        listed.setMinimumWidth(260)
        line = row(gap=16)
        line.addWidget(self.chart, 5)
        line.addWidget(vline())
        line.addLayout(column(SectionHeader(translate("Kpi", "What the figures say")), listed, gap=6), 3)
        self._content.setLayout(line)
        self.body.addWidget(self._content, 1)
        self.is_folded = folded
        self.fold(folded)

    def fold(self, folded: bool) -> None:
        """Leave only the header, or open again."""
        changed, self.is_folded = folded != self.is_folded, folded
        self._content.setVisible(not folded)
        self._legend.setVisible(not folded)
        self.setFixedHeight(44 if folded else _HEIGHT)
        words = translate("Kpi", "Open the trend") if folded else translate("Kpi", "Fold the trend away")
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)
        self._fold.setIcon(icons.icon("chevron-up" if folded else "chevron-down"))
        if changed:
            self.folded.emit(folded)

    def show_trend(self, name: str, trend: Trend | None, period: frozenset[str]) -> None:
        """The months of another node."""
        self._title.title.setText(translate("Kpi", "Trend: {name}").format(name=name) if name else translate("Kpi", "Trend"))
        self._title.caption.setText(trend.scale.unit if trend else "")
        self._legend.show_parts(split=bool(trend and trend.stacked), unfixed=bool(trend and trend.unfixed & set(trend.months)))
        self.chart.show_trend(trend, period, name)

    def show_findings(self, found: Sequence[Finding], names: dict[str, str]) -> None:
        """What stands out."""
        self.findings.show_findings(found, names)
