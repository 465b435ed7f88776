"""What the KPI area shows: the length of a period, which one, and whether empty KPIs are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.widgets import IconButton, PushButton, SegmentedControl, row

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By


class Choices(QWidget):
    """One row of controls over a session's dictionary; ``basis`` is the box for the month in which leads count.

    Signals:
        changed: the user chose something else; the session knows what.
        fit_asked: show the whole tree.
        level_asked: fold so that this many levels are seen; 0 = all.
        rooted: show the tree below a node; empty = the whole tree.
    """

    changed = Signal()
    fit_asked = Signal()
    level_asked = Signal(int)
    rooted = Signal(str)

    def __init__(self, session: dict[str, Any], basis: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.basis = session, basis
        lengths = [("month", translate("Kpi", "Month")), ("quarter", translate("Kpi", "Quarter")), ("half", translate("Kpi", "Half")),
                   ("year", translate("Kpi", "Year")), ("ytd", translate("Kpi", "Year to date"))]
        self.length = SegmentedControl(lengths, session.get("by", "month"), name=translate("Kpi", "Period"))
        self.length.changed.connect(lambda key: self._choose(by=key))
        self.periods = QComboBox()
        self.periods.setAccessibleName(translate("Kpi", "Which period"))
        self.periods.setMinimumWidth(106)
        self.periods.activated.connect(lambda: self._choose(period=self.periods.currentData()))
        self.known = QCheckBox(translate("Kpi", "Only KPIs with figures"))
        self.known.setToolTip(self.known.text())
        self.known.setAccessibleName(self.known.text())
        self.known.setChecked(session.get("known", True))
        self.known.toggled.connect(lambda on: self._choose(known=on))
        self.levels = QComboBox()
        self.levels.setAccessibleName(translate("Kpi", "How many levels"))
        self.levels.setMinimumWidth(110)
        self.levels.activated.connect(lambda: self.level_asked.emit(self.levels.currentData() or 0))
        self.top = PushButton("", "close", on=lambda: self.rooted.emit(""), small=True)
        self.top.setToolTip(translate("Kpi", "Back to the whole tree"))
        self.top.hide()
        self.fit = IconButton("monitor", translate("Kpi", "Show the whole tree (Ctrl+1)"), on=self.fit_asked.emit, small=True)
        self.setLayout(row(self.length, self.periods, basis, self.known, self.top, None, self.levels, self.fit,
                           margins=(16, 10, 16, 10), gap=10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """In a narrow row the long words give way, not the lengths of a period."""
        layout = self.layout()
        assert layout is not None
        for words in (translate("Kpi", "Only KPIs with figures"), translate("KpiKind", "With figures")):
            self.known.setText(words)
            layout.invalidate()
            if layout.sizeHint().width() <= self.width():
                return

    @property
    def by(self) -> By:
        """The length of a period."""
        return cast("By", self.length.current)

    def choose_month(self, month: str) -> None:
        """Go to a month, whatever the length was."""
        self.length.set_current("month")
        self._choose(by="month", period=month)

    def choose_period(self, period: str) -> None:
        """Go to a period of the length that is shown."""
        self._choose(period=period)

    def show_levels(self, deepest: int, shown: int) -> None:
        """The levels of the tree."""
        if self.levels.count() != deepest + 1:
            self.levels.clear()
            self.levels.addItem(translate("Kpi", "All levels"), 0)
            for level in range(1, deepest + 1):
                self.levels.addItem(translate("Kpi", "To level {level}").format(level=level), level)
        self.levels.setCurrentIndex(max(self.levels.findData(shown), 0))

    def show_root(self, name: str) -> None:
        """The node that the tree begins with now; empty for the whole tree."""
        self.top.setVisible(bool(name))
        self.top.setText(translate("Kpi", "Below {name}").format(name=name) if name else "")
        self._fit_words()

    def show_periods(self, periods: Sequence[str], current: str) -> None:
        """The periods that have figures, the latest first."""
        told = {period: period_words(period) for period in reversed(periods)}
        if self.by == "ytd":
            told = {period: translate("KpiWhy", "to {month}").format(month=words) for period, words in told.items()}
        if list(told.items()) != [(self.periods.itemData(at), self.periods.itemText(at)) for at in range(self.periods.count())]:
            self.periods.clear()
            for period, words in told.items():
                self.periods.addItem(words, period)
        self.periods.setCurrentIndex(max(self.periods.findData(current), 0))

    def _choose(self, **chosen: Any) -> None:
        self._session.update(chosen)
        self.changed.emit()
