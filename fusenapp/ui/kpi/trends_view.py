"""推移: charts of chosen KPIs one below the other, with targets, forecast, the year before and what is usual."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.legend import Legend
from fusenapp.ui.kpi.trend import Shown, Trend, trend_of
from fusenapp.ui.kpi.trend_card import TrendCard
from fusenapp.ui.kpi.trend_picker import TrendPicker
from fusenapp.ui.widgets import Card, Text, column, row, scroll

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.domain.kpi import Tree
    from fusenapp.kpi import KpiResult
    from fusenapp.ui.kpi.all_figures import AllFigures

MOST = 12
"""Charts at a time."""
_FIRST = 4
_TWO_COLUMNS = 740
"""Width of the charts from which on two stand beside each other."""
_PERIODS = (12, 24, 36, 0)


class TrendsView(QWidget):
    """Which KPIs, how many periods and what is drawn live in the session.

    Signals:
        node_chosen: the KPI that is looked at.
        node_opened: its definition is wanted.
        period_chosen: a period in one of the charts.
    """

    node_chosen = Signal(str)
    node_opened = Signal(str)
    period_chosen = Signal(str)

    def __init__(self, session: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session.setdefault("trends", {})
        self._shown: tuple[KpiResult, Tree, AllFigures, Mapping[str, str], By, str] | None = None
        self.cards: dict[str, TrendCard] = {}
        self.picker = TrendPicker()
        self.picker.model.ticked.connect(self._tick)
        self.switches = {name: self._switch(name, words) for name, words in (
            ("split", translate("KpiTrends", "Quality split")), ("forecast", translate("Kpi", "Forecast")),
            ("previous", translate("Kpi", "Previous year")), ("limits", translate("KpiTrends", "Usual range")))}
        self.length = QComboBox()
        self.length.setAccessibleName(translate("KpiTrends", "How many periods"))
        for most in _PERIODS:
            words = translate("KpiTrends", "Last {count}").format(count=most) if most else translate("KpiTrends", "All periods")
            self.length.addItem(words, most)
        self.length.setCurrentIndex(max(self.length.findData(self._session.get("most", 24)), 0))
        self.length.activated.connect(lambda: self._remember("most", self.length.currentData()))
        self.full = Text("", "warn")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._lay_out()

    def _switch(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setChecked(self._session.get(name, True))
        box.toggled.connect(lambda on: self._remember(name, on))
        return box

    def _lay_out(self) -> None:
        side = Card(padding=(10, 10))
        side.body.addWidget(self.picker, 1)
        self.empty = Text(translate("KpiTrends", "Tick KPIs on the left to see their trends."), "secondary")
        charts = QWidget()
        charts.setLayout(column(self.empty, self._grid, None, gap=0))
        self.legend = Legend(wraps=True)
        explained = row(self.length, gap=14)
        explained.addWidget(self.legend, 1)
        right = column(row(*self.switches.values(), self.full, None, gap=14), explained, gap=8)
        right.addWidget(scroll(charts), 1)
        whole = row(side, margins=(16, 0, 16, 12), gap=12)
        whole.addLayout(right, 1)
        self.setLayout(whole)

    @property
    def chosen(self) -> list[str]:
        """The KPIs with a chart, in the order of the tree."""
        if self._shown is None:
            return []
        _, tree, figures, *_ = self._shown
        asked = self._session.get("nodes")
        if asked is None:
            return first_nodes(tree, figures)
        return [node.id for node, _ in tree.walk() if node.id in asked]

    def show_result(self, result: KpiResult, tree: Tree, figures: AllFigures, shapes: Mapping[str, str], by: By, period: str) -> None:
        """Other figures, another tree or period. ``shapes``: department id → shape."""
        self._shown = (result, tree, figures, shapes, by, period)
        self._show()

    def add(self, id: str) -> None:
        """One chart more, for a KPI chosen elsewhere."""
        if id and id not in self.chosen:
            self._tick(id, True)

    def _remember(self, name: str, value: Any) -> None:
        self._session[name] = value
        self._show()

    def _tick(self, id: str, on: bool) -> None:
        now = [each for each in self.chosen if each != id]
        full = on and len(now) >= MOST
        self.full.setText(translate("KpiTrends", "At most {count} charts").format(count=MOST) if full else "")
        if not full:
            self._session["nodes"] = now + ([id] if on else [])
        self._show()
        if on and not full:
            self.node_chosen.emit(id)

    def _show(self) -> None:
        if self._shown is None:
            return
        result, tree, figures, shapes, by, period = self._shown
        chosen = self.chosen
        self.picker.show_tree(tree, figures, frozenset(chosen), shapes)
        self._arrange(chosen)
        shown = Shown(by, self.length.currentData() or len(result.months), *(self.switches[name].isChecked() for name in
                                                                             ("split", "forecast", "previous")),
                      limits=self.switches["limits"].isChecked() and by != "ytd")
        trends = {id: trend_of(result, id, shown) for id in chosen}
        self._explain(list(trends.values()))
        for id, trend in trends.items():
            self.cards[id].show_trend(figures[id], trend, frozenset((period,)), shapes.get(tree.nodes[id].department, ""))
        self.empty.setVisible(not chosen)

    def _explain(self, trends: list[Trend]) -> None:
        """One legend for all charts."""
        self.legend.show_parts(
            split=any(t.stacked for t in trends), unfixed=any(t.unfixed for t in trends), outside=any(t.outside for t in trends),
            forecast=any(v is not None for t in trends for v in t.forecast), previous=any(v is not None for t in trends for v in t.previous),
            usual=any(t.limits is not None and t.limits.mean is not None for t in trends))
        self.legend.setVisible(bool(trends))

    def _arrange(self, chosen: list[str]) -> None:
        """Cards in the order of the tree, two beside each other where there is room."""
        for id in [id for id in self.cards if id not in chosen]:
            card = self.cards.pop(id)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        columns = 2 if self.width() - self.picker.width() >= _TWO_COLUMNS and len(chosen) > 1 else 1
        before: QWidget = self.length
        for at, id in enumerate(chosen):
            card = self.cards.get(id) or self._card(id)
            self._grid.addWidget(card, at // columns, at % columns)
            card.show()
            QWidget.setTabOrder(before, card.chart)
            before = card.chart
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def _card(self, id: str) -> TrendCard:
        card = self.cards[id] = TrendCard(id)
        card.looked_at.connect(self.node_chosen)
        card.opened.connect(self.node_opened)
        card.month_chosen.connect(self.period_chosen)
        card.closed.connect(lambda id: self._tick(id, False))
        return card

    def focus(self, id: str) -> None:
        """Put the keyboard on a chart."""
        if id in self.cards:
            self.cards[id].chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self._arrange(self.chosen)


def first_nodes(tree: Tree, figures: AllFigures) -> list[str]:
    """Until the user chose: of each department the KPI with a target nearest to the top; without targets the first with figures."""
    found: dict[str, str] = {}
    for node, _ in sorted(tree.walk(), key=lambda each: each[1]):
        if figures.achievement(node.id) is not None:
            found.setdefault(node.department, node.id)
    chosen = set(list(found.values())[:_FIRST])
    if not chosen:
        chosen = {node.id for node, _ in tree.walk() if figures[node.id].value is not None}
    return [node.id for node, _ in tree.walk() if node.id in chosen][:_FIRST]
