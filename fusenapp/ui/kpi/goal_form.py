"""目標から逆算: which figure is wanted, by one driver or by the least effort over all that are free."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.lever_list import Shown
from fusenapp.ui.kpi.tornado import Tornado
from fusenapp.ui.kpi.trend import Scale, scale_for
from fusenapp.ui.widgets import InspectorSection, PushButton, Text, column, row

if TYPE_CHECKING:
    from fusenapp.domain.kpi_scenario import Key


class GoalForm(QWidget):
    """Signals: ``sought`` (figure, key of the one driver or None for all that are free)."""

    sought = Signal(float, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = Scale(1, 0, "")
        self._name = ""
        self.figure = QDoubleSpinBox(minimum=0, maximum=1e12)
        self.figure.setGroupSeparatorShown(True)
        self.figure.setMinimumWidth(128)
        self.figure.lineEdit().setTextMargins(6, 0, 0, 0)  # which the style sheet cannot: the arrows are placed by it
        self.figure.setAccessibleName(translate("KpiIf", "Figure wanted"))
        self.by = QComboBox()
        self.by.setAccessibleName(translate("KpiIf", "By which driver"))
        self.seek = PushButton(translate("KpiIf", "Seek"), "target", on=self._seek)
        self.told = Text("", "caption", wrap=True)
        self.what = Text("", "secondary")
        self.setLayout(column(self.what, self.figure, self.by, row(self.seek, None), self.told, gap=8))

    def show_goal(self, name: str, unit: str, now: float | None, wanted: float | None, levers: Sequence[Shown]) -> None:
        """Another figure to reach. ``now``: as it is; ``wanted``: the goal so far, or what to propose."""
        self._scale = scale_for((now, wanted), unit)
        self.what.setText(name)
        figure = wanted if wanted is not None else now
        if not self.figure.hasFocus():
            self.figure.setDecimals(self._scale.digits)
            self.figure.setSuffix(f" {self._scale.unit}".rstrip())
            self.figure.setValue((figure or 0.0) / self._scale.per)
        chosen = self.by.currentData()
        self.by.clear()
        self.by.addItem(translate("KpiIf", "Least effort over all free drivers"), None)
        for shown in levers:
            self.by.addItem(translate("KpiIf", "Only {name}").format(name=shown.name), shown.key)
        self.by.setCurrentIndex(max((i for i in range(self.by.count()) if self.by.itemData(i) == chosen), default=0))

    def tell(self, words: str, tone: str) -> None:
        """What came of it."""
        self.told.setText(words)
        self.told.set_role(tone)

    def _seek(self) -> None:
        key: Key | None = self.by.currentData()
        self.sought.emit(self.figure.value() * self._scale.per, key)


class GoalPanel(QWidget):
    """What stands beside 試算: the goal, and how much hangs on each driver."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goal, self.tornado = GoalForm(), Tornado()
        first, second = InspectorSection(first=True), InspectorSection(translate("KpiIf", "How much hangs on each driver"))
        first.body.addWidget(self.goal)
        second.body.addWidget(Text(translate("KpiIf", "at the least and at the most of the months so far"), "caption", wrap=True))
        second.body.addWidget(self.tornado)
        self.setLayout(column(first, second, None, gap=0))
