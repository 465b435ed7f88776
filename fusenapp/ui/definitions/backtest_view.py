"""What came of the leads, against the rule: the four cells, precision and recall with their intervals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Card, InspectorSection, SegmentedControl, Text, row

if TYPE_CHECKING:
    from fusenapp.qualify import Backtest, Rate


class BacktestView(InspectorSection):
    """Hidden while the list says nothing of what came of its leads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Definitions", "Against the outcome"), parent=parent)
        self._tests: Mapping[str, Backtest] = {}
        options = [("accepted", translate("Definitions", "Accepted by sales")), ("won", translate("Definitions", "Won"))]
        self.outcome = SegmentedControl(options, name=translate("Definitions", "Outcome"))
        self.outcome.changed.connect(lambda _: self._show())
        self.cells: dict[str, Text] = {}
        self.rates: dict[str, Text] = {}
        self._box = QVBoxLayout()
        self.body.addLayout(row(self.outcome, None))
        self.body.addLayout(self._box)
        self.hide()

    def show_tests(self, tests: Mapping[str, Backtest]) -> None:
        """Other figures: ``accepted`` and ``won``, as far as they are known."""
        self._tests = tests
        self.setVisible(bool(tests))
        for key in ("accepted", "won"):
            self.outcome.segment(key).setEnabled(key in tests)
        if tests and self.outcome.current not in tests:
            self.outcome.set_current(next(iter(tests)))
        self._show()

    def _show(self) -> None:
        while self._box.count():
            item = self._box.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        test = self._tests.get(self.outcome.current)
        if test is not None:
            self._box.addWidget(self._matrix(test, self.outcome.current == "won"))
            self._box.addWidget(self._rates(test))

    def _matrix(self, test: Backtest, won: bool) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        yes = translate("Definitions", "won") if won else translate("Definitions", "sales accepted")
        no = translate("Definitions", "not won") if won else translate("Definitions", "sales rejected")
        for at, words in enumerate((yes, no), 1):
            grid.addWidget(Text(words, "caption"), 0, at)
        for at, words in enumerate((translate("Definitions", "Match"), translate("Definitions", "Others")), 1):
            grid.addWidget(Text(words, "caption"), at, 0)
        told = (("tp", test.tp, translate("Definitions", "rightly handed over"), "good"),
                ("fp", test.fp, translate("Definitions", "in vain"), "bad"),
                ("fn", test.fn, translate("Definitions", "missed"), "warn"),
                ("tn", test.tn, translate("Definitions", "rightly kept back"), "draft"))
        for at, (key, count, words, tone) in enumerate(told):
            card, self.cells[key] = _cell(count, words, tone)
            grid.addWidget(card, 1 + at // 2, 1 + at % 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return box

    def _rates(self, test: Backtest) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, (key, name, rate) in enumerate((("precision", translate("Definitions", "Precision"), test.precision),
                                                ("recall", translate("Definitions", "Recall"), test.recall))):
            self.rates[key] = Text("—" if rate.value is None else f"{rate.value:.1%}", "strong")
            grid.addWidget(Text(name, "secondary"), at, 0)
            grid.addWidget(self.rates[key], at, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Interval(rate), at, 2)
            grid.addWidget(Text(_note(rate), "caption"), at, 3)
        if test.lift is not None:
            words = translate("Definitions", "{lift} times the share among all leads").format(lift=f"{test.lift:.1f}")
            grid.addWidget(Text(words, "caption", wrap=True), 2, 0, 1, 4)
        grid.setColumnStretch(2, 1)
        return box


def _note(rate: Rate) -> str:
    if rate.reference:
        return translate("Definitions", "reference value, n = {n}").format(n=rate.n)
    return "" if rate.low is None or rate.high is None else f"{rate.low * 100:.1f}–{rate.high:.1%}"


def _cell(count: int, words: str, tone: str) -> tuple[QWidget, Text]:
    card = Card(padding=(6, 10), gap=0)
    card.setStyleSheet(f"QFrame#card {{ background: {color(tone + 'W').name()}; border: none; }}")
    figure = Text(f"{count:,}", "figure")
    figure.setStyleSheet(f"color: {color(tone).name()};")
    caption = Text(words, "caption", wrap=True)
    caption.setStyleSheet(f"color: {color('text2').name()};")
    card.body.addWidget(figure)
    card.body.addWidget(caption)
    card.body.addStretch(1)
    return card, figure


class Interval(QWidget):
    """A rate on a line from 0 to 100 %, with its 95 % interval."""

    def __init__(self, rate: Rate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate = rate
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(translate("Definitions", "95 % interval (Wilson)"))

    def sizeHint(self) -> QSize:
        return QSize(60, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(32, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, width = self.height() / 2, self.width() - 8
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("border"))
        painter.drawRoundedRect(QRectF(4, middle - 2, width, 4), 2, 2)
        rate = self._rate
        if rate.value is None or rate.low is None or rate.high is None:
            return
        painter.setPen(QPen(color("accent"), 2))
        left, right, at = (4 + width * part for part in (rate.low, rate.high, rate.value))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for end in (left, right):
            painter.drawLine(QPointF(end, middle - 4), QPointF(end, middle + 4))
        painter.setBrush(color("accent"))
        painter.drawEllipse(QPointF(at, middle), 2.5, 2.5)
