"""The list of doubtful pairs with everything to settle them: keys, buttons, and a whole reason at once."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QTableView, QVBoxLayout, QWidget

from fusenapp.flows import doubts
from fusenapp.flows.joining import Plan
from fusenapp.i18n import translate
from fusenapp.tables.joining import Matching
from fusenapp.ui.joining.pairs_model import DECISION, FIRST, SCORE, SIDE, PairsModel
from fusenapp.ui.joining.tally import Tally
from fusenapp.ui.widgets import PushButton, Text, row
from fusenapp.ui.widgets.tables import read_only

_KEYS = {Qt.Key.Key_S: True, Qt.Key.Key_1: True, Qt.Key.Key_D: False, Qt.Key.Key_0: False, Qt.Key.Key_Space: None, Qt.Key.Key_L: None}
_HEIGHT = 48


class PairsTable(QTableView):
    """The table; keys settle the current row and go on to the next.

    Signals:
        said: True, False or None for the current row.
    """

    said = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in _KEYS and plain:
            self.said.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)


class PairsView(QWidget):
    """Doubtful pairs to settle.

    Signals:
        decided: somebody settled something; ``model.said`` has it.
    """

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = PairsModel()
        self._matching: Matching | None = None
        self.table = self._table()
        self.same = PushButton(translate("Joining", "Same (S)"), "check", on=lambda: self.settle(True), small=True)
        self.other = PushButton(translate("Joining", "Not the same (D)"), "close", on=lambda: self.settle(False), small=True)
        self.later = PushButton(translate("Joining", "Later (Space)"), "clock", on=lambda: self.settle(None), small=True)
        self.reasons = QComboBox()
        self.reasons.setAccessibleName(translate("Joining", "Reason to settle at once"))
        self.reasons.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reasons.setMinimumContentsLength(12)
        self.reasons.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reasons.setMaximumWidth(340)
        likeliest = translate("Joining", "For every outcome row with this reason, the lead with the highest score is the same.")
        self.all_same = PushButton(translate("Joining", "Take the likeliest"), on=self._accept_all, small=True, tooltip=likeliest)
        self.all_other = PushButton(translate("Joining", "All not the same"), on=self._refuse_all, small=True)
        for button in (self.same, self.other, self.later, self.all_same, self.all_other):
            button.setAutoDefault(False)
        self.places = Text("", "caption", wrap=True)
        self.places.setMinimumHeight(52)
        self._lay_out()
        self.model.decided.connect(self.decided)

    def _table(self) -> PairsTable:
        view = read_only(PairsTable(), translate("Joining", "Doubtful matches"), high=_HEIGHT)
        view.setModel(self.model)
        view.said.connect(self.settle)
        view.selectionModel().currentRowChanged.connect(self._moved)
        return view

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.places)
        layout.addLayout(row(self.same, self.other, self.later, None))
        caption = Text(translate("Joining", "All with this reason"), "caption")
        caption.setBuddy(self.reasons)
        self._whole = QWidget()
        line = row(caption, self.reasons, self.all_same, self.all_other, None)
        line.setStretch(1, 1)
        self._whole.setLayout(line)
        layout.addWidget(self._whole)

    def show_pairs(self, plan: Plan | None, matching: Matching | None, tally: Tally | None = None) -> None:
        """Other pairs; ``tally`` as of `PairsModel.show`."""
        self._matching = matching
        self.model.show(plan, matching, tally)
        counts = Counter(pair.reason for pair in matching.doubtful) if matching is not None else Counter[str]()
        self.reasons.clear()
        for reason, count in counts.most_common():
            words = translate("Joining", "{reason} ({count})").format(reason=doubts.reason_words(reason), count=f"{count:,}")
            self.reasons.addItem(words, reason)
        for part in (self.reasons, self.all_same, self.all_other):
            part.setEnabled(bool(counts))
        self._begin()

    def show_settled(self, settled: bool) -> None:
        """List what was settled before, so that it can be taken back; or what is doubtful."""
        self.model.show_settled(settled)
        self._whole.setVisible(not settled)
        words = translate("Joining", "Take back (Space)") if settled else translate("Joining", "Later (Space)")
        self.later.setText(words)
        self.table.setAccessibleName(translate("Joining", "Settled matches") if settled else translate("Joining", "Doubtful matches"))
        self._begin()

    def _begin(self) -> None:
        """At the first pair."""
        for part in (self.same, self.other, self.later):
            part.setEnabled(bool(self.model.pairs))
        self.places.setText("")
        self._fit()
        if self.model.pairs:
            self.table.selectRow(0)

    def _fit(self) -> None:
        metrics, model, header = self.table.fontMetrics(), self.model, self.table.horizontalHeader()
        words = [translate("Joining", "Not the same"), translate("Joining", "Another lead")]
        header.setMinimumSectionSize(52)
        self.table.setColumnWidth(DECISION, max(map(metrics.horizontalAdvance, words)) + 52)
        self.table.setColumnWidth(SCORE, metrics.horizontalAdvance("100%") + 28)
        sides = [translate("Joining", "Lead"), translate("Joining", "Outcome")]
        self.table.setColumnWidth(SIDE, max(map(metrics.horizontalAdvance, sides)) + 22)
        for at in range(FIRST, model.columnCount()):
            self.table.setColumnWidth(at, 190 if at == FIRST else 118)
        if model.pairs:
            self.table.setColumnWidth(model.reason_column, 120)
            header.setStretchLastSection(True)

    def settle(self, same: bool | None) -> None:
        """Say it about the chosen rows, and go on to the next that is open."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        if not rows:
            return
        self.model.settle({self.model.pairs[at].id: same for at in rows})
        self._go_on(rows[-1])

    def _go_on(self, row: int) -> None:
        """To the next open pair; from the last one stay."""
        following = next((at for at in range(row + 1, self.model.rowCount()) if self.model.state(at) is None), None)
        self.table.selectRow(row if following is None else following)

    def _accept_all(self) -> None:
        if self._matching is not None and self.reasons.currentData():
            self.model.settle(dict(doubts.accepted(self._matching, [self.reasons.currentData()], self._firm())))

    def _refuse_all(self) -> None:
        if self._matching is not None and self.reasons.currentData():
            self.model.settle(dict(doubts.refused(self._matching, [self.reasons.currentData()], self._firm())))

    def _firm(self) -> dict[str, bool | None]:
        return {id: same for id, same in self.model.said.items() if same is not None}

    def _moved(self, now: QModelIndex, before: QModelIndex | None = None) -> None:
        self.places.setText(self.model.places(now.row()) if now.isValid() and now.row() < self.model.rowCount() else "")
