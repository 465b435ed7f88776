"""What the KPI area shows: the length of a period, which one, and whether empty KPIs are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.widgets import IconButton, PushButton, SegmentedControl, row

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By

_LEAST = 84
"""Width down to which the boxes give way."""
_STEPS = ("", "known", "lengths", "top", "apart")
"""What is said in fewer words, one after the other, until the row has room; at last it becomes two."""


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
        self._below, self._fitted = "", ()
        lengths = [(key, words) for key, words, _ in _lengths()]
        self.length = SegmentedControl(lengths, session.get("by", "month"), name=translate("Kpi", "Period"))
        self.length.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.length.changed.connect(lambda key: self._choose(by=key))
        self.periods = QComboBox()
        self.periods.setAccessibleName(translate("Kpi", "Which period"))
        self.periods.setMinimumWidth(_LEAST)
        self.periods.activated.connect(lambda: self._choose(period=self.periods.currentData()))
        self.known = QCheckBox(translate("Kpi", "Only KPIs with figures"))
        self.known.setToolTip(self.known.text())
        self.known.setAccessibleName(self.known.text())
        self.known.setChecked(session.get("known", True))
        self.known.toggled.connect(lambda on: self._choose(known=on))
        self.levels = QComboBox()
        self.levels.setAccessibleName(translate("Kpi", "How many levels"))
        self.levels.setMinimumWidth(_LEAST)
        self.levels.activated.connect(lambda: self.level_asked.emit(self.levels.currentData() or 0))
        self.top = PushButton("", "close", on=lambda: self.rooted.emit(""), small=True)
        self.top.hide()
        self.fit = IconButton("monitor", translate("Kpi", "Show the whole tree (Ctrl+1)"), on=self.fit_asked.emit, small=True)
        basis.setMinimumWidth(_LEAST)
        self._which, self._how = QWidget(), QWidget()
        self._which.setLayout(row(self.length, self.periods, basis, None, gap=10))
        self._how.setLayout(row(self.known, self.top, None, self.levels, self.fit, gap=10))
        self._line = row(self._which, gap=10, margins=(16, 10, 16, 10))
        self._line.addWidget(self._how, 1)
        self.setLayout(self._line)
        for box in (self.periods, self.levels):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_words()
        return done

    def _fit_words(self) -> None:
        """In a narrow row words give way one after the other, whole ones; the lengths of a period never lose their ends."""
        parts = (self.periods, self.basis, self.levels, self.fit, self.top)
        asked = (self.width(), self.isVisible(), self._below, *(0 if part.isHidden() else part.sizeHint().width() for part in parts[:-1]))
        if asked == self._fitted:
            return
        self._fitted = asked
        for step in range(len(_STEPS)):
            self._shorten(step)
            if self._wanted() <= self.width():
                return

    def _wanted(self) -> int:
        """Width that the row needs as it is now."""
        for part in (self.length, self.known, self.top, self._which, self._how):  # from the inside out
            part.updateGeometry()
        self._line.invalidate()
        return self._line.sizeHint().width()

    def _shorten(self, step: int) -> None:
        """The words of one of ``_STEPS``."""
        short = _STEPS[: step + 1]
        self.known.setText(translate("KpiKind", "With figures") if "known" in short else translate("Kpi", "Only KPIs with figures"))
        for key, words, shorter in _lengths():
            told = shorter if "lengths" in short else words
            if self.length.segment(key).text() != told:
                self.length.set_text(key, told)
                self.length.segment(key).setAccessibleName(words)
                self.length.segment(key).setToolTip(words if told != words else "")
        self.top.setText("" if "top" in short else _below(self._below))
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if "apart" in short else QBoxLayout.Direction.LeftToRight)

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
        self._below = name
        self.top.setVisible(bool(name))
        told = translate("Kpi", "Back to the whole tree")
        self.top.setToolTip(f"{_below(name)}\n{told}")
        self.top.setAccessibleName(f"{_below(name)}: {told}")
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
        self.periods.setVisible(bool(told))
        self.periods.setCurrentIndex(max(self.periods.findData(current), 0))

    def _choose(self, **chosen: Any) -> None:
        self._session.update(chosen)
        self.changed.emit()


def _lengths() -> list[tuple[str, str, str]]:
    """Key, words and fewer words of the lengths of a period."""
    return [("month", translate("Kpi", "Month"), translate("Kpi", "Month")),
            ("quarter", translate("Kpi", "Quarter"), translate("KpiShort", "Qtr")),
            ("half", translate("Kpi", "Half"), translate("Kpi", "Half")),
            ("year", translate("Kpi", "Year"), translate("Kpi", "Year")),
            ("ytd", translate("Kpi", "Year to date"), translate("KpiShort", "YTD"))]


def _below(name: str) -> str:
    return translate("Kpi", "Below {name}").format(name=name) if name else ""
