"""Below the tree: the trend of the chosen KPI with what the figures say, why it moved, and what would be if."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.findings import Finding, FindingList
from fusenapp.ui.kpi.legend import Legend
from fusenapp.ui.kpi.trend import Trend
from fusenapp.ui.kpi.trend_chart import TrendChart
from fusenapp.ui.widgets import Card, IconButton, SectionHeader, SegmentedControl, column, row, scroll, vline

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.kpi import KpiResult
    from fusenapp.ui.kpi.why_page import WhyPage

_HEIGHTS = {"trend": 248, "why": 292}
_FOLDED = 50
_TALL, _MORE = 760, 52
"""Height of the page from which on the reasons have more room, and how much."""


class LowerPanel(Card):
    """Can be folded away, for large trees and small windows. Which tab is shown lives in the session.

    Signals:
        month_chosen: a month in the chart.
        finding_chosen: where a finding leads, see `Finding.way`.
        driver_chosen: the node of a bar, to be shown in the tree without being chosen.
        folded: whether only the header is left now.
    """

    month_chosen = Signal(str)
    finding_chosen = Signal(object)
    driver_chosen = Signal(str)
    folded = Signal(bool)

    def __init__(self, context: UiContext, session: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(8, 16), gap=6)
        self._context, self._session, self._tall = context, session, False
        self.chart, self.findings = TrendChart(), FindingList()
        self.chart.chosen.connect(self.month_chosen)
        self.findings.chosen.connect(self.finding_chosen)
        self.why: WhyPage | None = None
        self._asked: tuple[KpiResult, str, str, By] | None = None
        self._captions = {"trend": "", "why": ""}
        tabs = [("trend", translate("Kpi", "Trend")), ("why", translate("Kpi", "Why"))]
        self.tabs = SegmentedControl(tabs, session.get("below", "trend"), name=translate("Kpi", "Below the tree"))
        self.tabs.changed.connect(self.show_tab)
        self._title = SectionHeader("", "")
        self._legend = Legend()
        self._fold = IconButton("chevron-down", "", small=True, on=lambda: self.fold(not self.is_folded))
        self.body.addLayout(row(self.tabs, self._title, self._legend, self._fold, gap=12))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._trend_page())
        self.body.addWidget(self._pages, 1)
        self.is_folded = bool(session.get("folded", False))
        self.show_tab(self.tabs.current or "trend")

    def _trend_page(self) -> QWidget:
        page = QWidget()
        listed = scroll(self.findings)
        listed.setMinimumWidth(260)
        line = row(gap=16)
        line.addWidget(self.chart, 5)
        line.addWidget(vline())
        line.addLayout(column(SectionHeader(translate("Kpi", "What the figures say")), listed, gap=6), 3)
        page.setLayout(line)
        return page

    @property
    def tab(self) -> str:
        """``trend`` or ``why``."""
        return self.tabs.current or "trend"

    def show_tab(self, tab: str) -> None:
        """Another tab; what it shows is made when it is first asked for."""
        self.tabs.set_current(tab)
        if self.isVisible():
            self._session["below"] = tab
        if tab == "why" and self.why is None:
            self._make_why()
        page = {"why": self.why}.get(tab)
        if page is not None:
            self._pages.setCurrentWidget(page)
        else:
            self._pages.setCurrentIndex(0)
        self._show_caption()
        self.fold(self.is_folded and not self.isVisible())  # a tab that is pressed opens the panel, and that is told

    def _make_why(self) -> None:
        from fusenapp.ui.kpi.why_page import WhyPage

        self.why = WhyPage(self._context, self._session)
        self.why.driver_chosen.connect(self.driver_chosen)
        self.why.told.connect(self._why_told)
        self._pages.addWidget(self.why)
        if self._asked is not None:
            self.why.show_node(*self._asked)

    def _why_told(self, words: str) -> None:
        self._captions["why"] = words
        self._show_caption()

    def _show_caption(self) -> None:
        self._title.caption.setText(self._captions.get(self.tab, ""))

    def fold(self, folded: bool) -> None:
        """Leave only the header, or open again."""
        changed, self.is_folded = folded != self.is_folded, folded
        self._pages.setVisible(not folded)
        self._legend.setVisible(not folded and self.tab == "trend")
        self.setFixedHeight(_FOLDED if folded else _HEIGHTS[self.tab] + (_MORE if self._tall and self.tab == "why" else 0))
        words = translate("Kpi", "Open this panel") if folded else translate("Kpi", "Fold this panel away")
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)
        self._fold.setIcon(icons.icon("chevron-up" if folded else "chevron-down"))
        if changed:
            self.folded.emit(folded)

    def fit(self, height: int) -> None:
        """The page around it is so high."""
        if self._tall != (height >= _TALL):
            self._tall = not self._tall
            self.fold(self.is_folded)

    def show_trend(self, name: str, trend: Trend | None, period: frozenset[str]) -> None:
        """The months of another node."""
        self._title.title.setText(name)
        self._captions["trend"] = trend.scale.unit if trend else ""
        self._show_caption()
        self._legend.show_parts(split=bool(trend and trend.stacked), unfixed=bool(trend and trend.unfixed & set(trend.months)))
        self.chart.show_trend(trend, period, name)

    def show_why(self, result: KpiResult, node: str, period: str, by: By) -> None:
        """What the tab 「なぜ」 is about; reckoned only while it is looked at."""
        self._asked = (result, node, period, by)
        if self.why is not None:
            self.why.show_node(result, node, period, by)

    def show_findings(self, found: Sequence[Finding], names: dict[str, str]) -> None:
        """What stands out."""
        self.findings.show_findings(found, names)
