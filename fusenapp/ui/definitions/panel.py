"""The inspector beside a rule: how many leads it means, by month, and what sales made of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.definitions.backtest_view import BacktestView
from fusenapp.ui.definitions.live import Live
from fusenapp.ui.definitions.month_bars import MonthBars
from fusenapp.ui.definitions.simulator import SimulatorPanel
from fusenapp.ui.widgets import InspectorSection, LinkButton, SegmentedControl, Text, row, status_words

_MOST = 3
"""Problems told in the panel; each also stands below its own row."""


class LivePanel(QWidget):
    """Stays; only its figures change.

    Signals:
        chosen: id of the lead list to look at.
        opened: the user wants to see the leads that match.
        paged: ``live`` or ``simulator`` is looked at.
    """

    chosen = Signal(str)
    opened = Signal()
    paged = Signal(str)

    def __init__(self, lists: list[tuple[str, str]], current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = QComboBox()
        self.lists.setAccessibleName(translate("Definitions", "Lead list"))
        for id, name in lists:
            self.lists.addItem(name, id)
        self.lists.setCurrentIndex(max(self.lists.findData(current), 0))
        self.lists.activated.connect(lambda: self.chosen.emit(self.lists.currentData()))
        self.figures = {key: Text("—", "hero" if key == "match" else "figure") for key in ("match", "no_match", "unknown")}
        self.share = Text("", "caption")
        self.link = LinkButton(translate("Definitions", "Show them"), "leads", on=self.opened.emit)
        self.months = MonthBars()
        self.problem = Text("", "warn", wrap=True)
        self.tested = BacktestView()
        self.simulator = SimulatorPanel()
        pages = [("live", translate("Definitions", "Counts and test")), ("simulator", translate("Definitions", "Simulator"))]
        self.page = SegmentedControl(pages, name=translate("Definitions", "What is shown"))
        self.page.changed.connect(self._turn_to)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = InspectorSection(first=True)
        top.body.addWidget(self.lists)
        top.body.addLayout(row(self.page, None))
        top.body.addLayout(self._counts())
        top.body.addLayout(row(self.share, None, self.link))
        top.body.addWidget(self.problem)
        self.problem.hide()
        self._by_month = InspectorSection(translate("Definitions", "By month of registration"))
        self._by_month.body.addWidget(self.months)
        self._live_page = QWidget()
        live = QVBoxLayout(self._live_page)
        live.setContentsMargins(0, 0, 0, 0)
        live.setSpacing(0)
        for part in (self._by_month, self.tested):
            live.addWidget(part)
        for part in (top, self._live_page, self.simulator):
            layout.addWidget(part)
        self.simulator.hide()
        layout.addStretch(1)

    def show_page(self, key: str) -> None:
        """Turn to ``live`` or ``simulator``."""
        self.page.set_current(key)
        self._live_page.setVisible(key == "live")
        self.simulator.setVisible(key == "simulator")

    def _turn_to(self, key: str) -> None:
        self.show_page(key)
        self.paged.emit(key)

    def _counts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for at, (key, figure) in enumerate(self.figures.items()):
            grid.addWidget(Text(status_words(key), "caption"), 0, at)
            grid.addWidget(figure, 1, at, Qt.AlignmentFlag.AlignBottom)
            figure.setAccessibleDescription(status_words(key))
            grid.setColumnStretch(at, 1)
        return grid

    def show_live(self, live: Live, names: dict[str, str]) -> None:
        """Other figures. ``names``: definition id → what it is called."""
        for key, label in self.figures.items():
            label.setText(f"{live.counts[key]:,}" if live.counts else "—")
        share = live.counts["match"] / live.leads if live.counts and live.leads else None
        self.share.setText(translate("Definitions", "of %n lead(s)", n=live.leads) + ("" if share is None else f" · {share:.1%}"))
        told = list(dict.fromkeys(live.problems.values()))
        more = [translate("Definitions", "and %n more place(s)", n=len(told) - _MOST)] if len(told) > _MOST else []
        self.problem.setText("\n".join(told[:_MOST] + more))
        self.problem.setVisible(bool(live.problems))
        self.months.show_months(live.months)
        self._by_month.setVisible(bool(live.months))
        self.tested.show_live(live)
        self.simulator.show_simulator(live.simulator, live.bases, live.capacity, names, "\n".join(told[:_MOST]))
