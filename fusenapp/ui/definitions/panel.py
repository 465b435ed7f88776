"""The inspector beside a rule: how many leads it means, by month, and what sales made of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.definitions.live import Live
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import Card, InspectorSection, Text, column, row


class LivePanel(QWidget):
    """Stays; only its figures change.

    Signals:
        chosen: id of the lead list to look at.
    """

    chosen = Signal(str)

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
        self.months = MonthBars()
        self.problem = Text("", "warn", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = InspectorSection(first=True)
        top.body.addWidget(self.lists)
        names = {"match": translate("Definitions", "Match"), "no_match": translate("Definitions", "No match"),
                 "unknown": translate("Definitions", "Not enough information")}
        grid = QGridLayout()
        for at, (key, figure) in enumerate(self.figures.items()):
            grid.addLayout(column(Text(names[key], "caption"), figure, gap=0), 0, at)
        top.body.addLayout(grid)
        top.body.addWidget(self.share)
        top.body.addWidget(self.problem)
        self.problem.hide()
        by_month = InspectorSection(translate("Definitions", "By month of registration"))
        by_month.body.addWidget(self.months)
        self.tested = InspectorSection(translate("Definitions", "Compared with what sales accepted"))
        self._matrix = QVBoxLayout()
        self.tested.body.addLayout(self._matrix)
        for part in (top, by_month, self.tested):
            layout.addWidget(part)
        layout.addStretch(1)

    def show_live(self, live: Live) -> None:
        """Other figures."""
        for key, label in self.figures.items():
            label.setText(f"{live.counts[key]:,}" if live.counts else "—")
        share = live.counts["match"] / live.leads if live.counts and live.leads else None
        self.share.setText(translate("Definitions", "of %n lead(s)", n=live.leads) + ("" if share is None else f" ・ {share:.1%}"))
        self.problem.setText("\n".join(live.problems.values()))
        self.problem.setVisible(bool(live.problems))
        self.months.show_months(live.months)
        self._show_test(live)

    def _show_test(self, live: Live) -> None:
        while self._matrix.count():
            item = self._matrix.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.tested.setVisible(live.backtest is not None)
        if live.backtest is None:
            return
        test = live.backtest
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        cells = ((test.tp, translate("Definitions", "rightly handed over"), "good"),
                 (test.fp, translate("Definitions", "sales rejected"), "bad"),
                 (test.fn, translate("Definitions", "missed"), "warn"), (test.tn, translate("Definitions", "rightly kept back"), "draft"))
        for at, (count, words, tone) in enumerate(cells):
            grid.addWidget(_cell(count, words, tone), at // 2, at % 2)
        self._matrix.addWidget(box)
        for name, rate in ((translate("Definitions", "Precision"), test.precision), (translate("Definitions", "Recall"), test.recall)):
            told = "—" if rate.value is None else f"{rate.value:.1%}"
            between = "" if rate.low is None or rate.high is None else f"{rate.low:.1%} – {rate.high:.1%}"
            note = translate("Definitions", "reference value, n = {n}").format(n=rate.n) if rate.reference else between
            line = QWidget()
            line.setLayout(row(Text(name, "secondary"), None, Text(told, "strong"), Text(note, "caption")))
            self._matrix.addWidget(line)


def _cell(count: int, words: str, tone: str) -> QWidget:
    card = Card(padding=(8, 10), gap=0)
    card.setStyleSheet(f"QFrame#card {{ background: {color(tone + 'W').name()}; border: none; }}")
    figure = Text(f"{count:,}", "figure")
    figure.setStyleSheet(f"color: {color(tone).name()};")
    card.body.addWidget(figure)
    card.body.addWidget(Text(words, "caption", wrap=True))
    return card


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
