"""The inspector beside a rule: how many leads it means, by month, and what sales made of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.definitions.backtest_view import BacktestView
from fusenapp.ui.definitions.live import Live
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import InspectorSection, LinkButton, Text, row, status_words

_MOST = 3
"""Problems told in the panel; each also stands below its own row."""


class LivePanel(QWidget):
    """Stays; only its figures change.

    Signals:
        chosen: id of the lead list to look at.
        opened: the user wants to see the leads that match.
    """

    chosen = Signal(str)
    opened = Signal()

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
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = InspectorSection(first=True)
        top.body.addWidget(self.lists)
        top.body.addLayout(self._counts())
        top.body.addLayout(row(self.share, None, self.link))
        top.body.addWidget(self.problem)
        self.problem.hide()
        self._by_month = InspectorSection(translate("Definitions", "By month of registration"))
        self._by_month.body.addWidget(self.months)
        for part in (top, self._by_month, self.tested):
            layout.addWidget(part)
        layout.addStretch(1)

    def _counts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for at, (key, figure) in enumerate(self.figures.items()):
            grid.addWidget(Text(status_words(key), "caption"), 0, at)
            grid.addWidget(figure, 1, at, Qt.AlignmentFlag.AlignBottom)
            figure.setAccessibleDescription(status_words(key))
            grid.setColumnStretch(at, 1)
        return grid

    def show_live(self, live: Live) -> None:
        """Other figures."""
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
        self.tested.show_tests(live.backtests)


class MonthBars(QWidget):
    """A bar a month with its figure; drawn, since charts would load a library for eight bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(96)

    def show_months(self, months: dict[str, int]) -> None:
        """Other figures; the last twelve months are shown."""
        self._months = dict(list(months.items())[-12:])
        self.setAccessibleName(", ".join(f"{m}: {n}" for m, n in self._months.items()))
        self.setVisible(bool(months))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(11))
        most = max(self._months.values(), default=0) or 1
        width = self.width() / max(len(self._months), 1)
        for at, (month, count) in enumerate(self._months.items()):
            height = 56 * count / most
            bar = QRectF(at * width + width * 0.2, 76 - height, width * 0.6, height)
            painter.fillRect(bar, color("qual"))
            painter.setPen(color("text"))
            painter.drawText(QRectF(at * width, 76 - height - 16, width, 14), Qt.AlignmentFlag.AlignCenter, f"{count:,}")
            painter.setPen(color("text3"))
            painter.drawText(QRectF(at * width, 78, width, 16), Qt.AlignmentFlag.AlignCenter, str(int(month[5:])))
