"""What came of the leads, against the rule: the four cells, precision and recall with their intervals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.definitions.backtest_details import ComparisonText, LeftOutList
from fusenapp.ui.definitions.interval import Interval
from fusenapp.ui.definitions.leak_notes import LeakNotes
from fusenapp.ui.definitions.live import Live
from fusenapp.ui.definitions.outcome_chooser import OutcomeChooser
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Card, FormRow, InspectorSection, SegmentedControl, Text, empty, row

if TYPE_CHECKING:
    from fusenapp.flows.simulating import Tested
    from fusenapp.qualify import Backtest, Rate


class BacktestView(InspectorSection):
    """Hidden while the list says nothing of what came of its leads.

    Signals:
        asked: an `Ask`: test it so.
        flagged: (record id of a clause, known at hand-over or not).
    """

    asked = Signal(object)
    flagged = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Definitions", "Against the outcome"), parent=parent)
        self._live, self._waits, self._turned_to = Live(), False, ""
        options = [("accepted", translate("Definitions", "Accepted", "by sales, as the outcome")), ("won", translate("Definitions", "Won")),
                   ("chosen", translate("Definitions", "Other"))]
        self.outcome = SegmentedControl(options, name=translate("Definitions", "Outcome"))
        self.outcome.changed.connect(self._turned)
        self.column = OutcomeChooser()
        self.column.chosen.connect(lambda outcome: self._ask(outcome=outcome))
        self.column.hide()
        self.period = SegmentedControl(
            [("", translate("Definitions", "All leads")), ("early", translate("Definitions", "Early")),
             ("late", translate("Definitions", "Late"))], name=translate("Definitions", "Period"))
        self.period.changed.connect(lambda key: self._ask(period=key))
        self.cut = Text("", "caption", wrap=True)
        self.leaks = LeakNotes()
        self.leaks.flagged.connect(self.flagged)
        self.leaks.insisted.connect(lambda insist: self._ask(insist=insist))
        self.rival = QComboBox()
        self.rival.setAccessibleName(translate("Definitions", "Compare with"))
        self.rival.activated.connect(lambda: self._ask(against=self.rival.currentData()))
        self.cells: dict[str, Text] = {}
        self.rates: dict[str, Text] = {}
        self.left_out: LeftOutList | None = None
        self.comparison: ComparisonText | None = None
        self._box, self._more = QVBoxLayout(), QVBoxLayout()
        for part in (self.leaks, row(self.outcome, None), self.column, row(self.period, None), self.cut, self._box):
            self.body.addWidget(part) if isinstance(part, QWidget) else self.body.addLayout(part)
        self._rival_row = FormRow(translate("Definitions", "Compare with"), self.rival)
        self.body.addWidget(self._rival_row)
        self.body.addLayout(self._more)
        self.hide()

    def show_live(self, live: Live) -> None:
        """Other figures: ``accepted`` and ``won``, as far as they are known."""
        self._live = live
        self.setVisible(bool(live.tests) or bool(live.leaks) or bool(live.columns))
        for key in ("accepted", "won"):
            self.outcome.segment(key).setEnabled(key in live.tests)
        self.column.show_choice(live.columns, live.ask.outcome)
        if "chosen" in live.tests and self._waits:
            self.outcome.set_current("chosen")
        elif self.outcome.current not in live.tests and self._turned_to != "chosen":
            self.outcome.set_current(next(iter(live.tests), "chosen"))
        self._waits = False
        self.period.set_current(live.ask.period)
        self.leaks.show_leaks(live.leaks, live.ask.insist)
        self.rival.clear()
        for key, name in (("", translate("Definitions", "Nothing")), *live.rivals.items()):
            self.rival.addItem(name, key)
        self.rival.setCurrentIndex(max(self.rival.findData(live.ask.against), 0))
        self._rival_row.setVisible(bool(live.rivals) and bool(live.tests))
        self._show()

    def _turned(self, key: str) -> None:
        self._turned_to = key
        self._show()
        if key == "chosen" and key not in self._live.tests:
            self.column.column.setFocus()

    def _ask(self, **changes: Any) -> None:
        self._waits = "outcome" in changes
        self.asked.emit(replace(self._live.ask, **changes))

    def _show(self) -> None:
        for box in (self._box, self._more):
            empty(box)
        test = self._live.tests.get(self.outcome.current)
        self.column.setVisible(self.outcome.current == "chosen")
        self.period.setVisible(bool(test and test.periods))
        self.cut.setVisible(bool(test and test.cut))
        if test is None:
            return
        words = translate("Definitions", "Tune the conditions on the early leads and report the late ones, from {day} on.")
        self.cut.setText(words.format(day=test.cut))
        shown = test.periods.get(self._live.ask.period, test.whole)
        self._box.addWidget(self._matrix(shown, self.outcome.current))
        self._box.addWidget(self._rates(shown))
        self._show_more(test)

    def _show_more(self, test: Tested) -> None:
        self.comparison = self.left_out = None
        if test.comparison is not None and test.other is not None:
            self.comparison = ComparisonText(test.comparison, test.other, self._live.moved.get(self.outcome.current, []))
            self._more.addWidget(self.comparison)
        if test.left_out:
            self.left_out = LeftOutList(test.left_out, self._live.phrases)
            self._more.addSpacing(8)
            self._more.addWidget(Text(translate("Definitions", "Each condition dropped in turn"), "section"))
            self._more.addWidget(self.left_out)

    def _matrix(self, test: Backtest, outcome: str) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        yes, no = _outcome_words(outcome, self._live.ask.outcome)
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


def _outcome_words(key: str, chosen: str) -> tuple[str, str]:
    """Heads of the two columns of the matrix."""
    if key == "won":
        return translate("Definitions", "won"), translate("Definitions", "not won")
    if key == "accepted":
        return translate("Definitions", "sales accepted"), translate("Definitions", "sales rejected")
    told = chosen.replace("=", " = ", 1)
    return told, translate("Definitions", "not {outcome}").format(outcome=told)


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
