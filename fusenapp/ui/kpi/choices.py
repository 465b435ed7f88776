"""What the KPI area shows: the length of a period, which one, and whether empty KPIs are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.widgets import IconButton, SegmentedControl, row

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By


class Choices(QWidget):
    """One row of controls over a session's dictionary.

    Signals:
        changed: the user chose something else; the session knows what.
        fit_asked: show the whole tree.
    """

    changed = Signal()
    fit_asked = Signal()

    def __init__(self, session: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        lengths = [("month", translate("Kpi", "Month")), ("quarter", translate("Kpi", "Quarter")), ("half", translate("Kpi", "Half")),
                   ("year", translate("Kpi", "Year"))]
        self.length = SegmentedControl(lengths, session.get("by", "month"), name=translate("Kpi", "Period"))
        self.length.changed.connect(lambda key: self._choose(by=key))
        self.periods = QComboBox()
        self.periods.setAccessibleName(translate("Kpi", "Which period"))
        self.periods.setMinimumWidth(116)
        self.periods.activated.connect(lambda: self._choose(period=self.periods.currentData()))
        self.known = QCheckBox(translate("Kpi", "Only KPIs with figures"))
        self.known.setChecked(session.get("known", True))
        self.known.toggled.connect(lambda on: self._choose(known=on))
        self.fit = IconButton("monitor", translate("Kpi", "Show the whole tree (Ctrl+1)"), on=self.fit_asked.emit, small=True)
        self.setLayout(row(self.length, self.periods, self.known, None, self.fit, margins=(16, 10, 16, 10), gap=10))

    @property
    def by(self) -> By:
        """The length of a period."""
        return cast("By", self.length.current)

    def choose_month(self, month: str) -> None:
        """Go to a month, whatever the length was."""
        self.length.set_current("month")
        self._choose(by="month", period=month)

    def show_periods(self, periods: Sequence[str], current: str) -> None:
        """The periods that have figures, the latest first."""
        self.periods.clear()
        for period in reversed(periods):
            self.periods.addItem(period_words(period), period)
        self.periods.setCurrentIndex(max(self.periods.findData(current), 0))

    def _choose(self, **chosen: Any) -> None:
        self._session.update(chosen)
        self.changed.emit()
