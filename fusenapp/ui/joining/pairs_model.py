"""Doubtful pairs as a table: in every cell the lead's text above and the outcome row's below, so that a difference meets the eye."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from fusenapp.flows.doubts import ROLES, reason_words, role_words
from fusenapp.flows.joining import Plan, shown
from fusenapp.i18n import translate
from fusenapp.tables.joining import Matching, Pair
from fusenapp.ui import icons
from fusenapp.ui.joining.tally import Tally
from fusenapp.ui.theme import color, font

Index = QModelIndex | QPersistentModelIndex
DECISION, SCORE, SIDE, FIRST = 0, 1, 2, 3
_ORDER = ("company", "person", "mail", "phone", "id")
_STATES = {True: ("check-circle", "good"), False: ("close", "bad"), None: ("help", "warn"), "other": ("minus", "text3")}


class PairsModel(QAbstractTableModel):
    """Pairs and what is said about them; rows are read only when they are shown.

    Attributes:
        pairs: those that are listed: the doubtful ones, or those that were settled before.
        tally: the figures.

    Signals:
        decided: somebody settled something.
    """

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[Pair] = []
        self.tally = Tally()
        self.settled_shown = False
        self._plan: Plan | None = None
        self._roles: list[str] = []

    def show(self, plan: Plan | None, matching: Matching | None, tally: Tally | None = None) -> None:
        """Other pairs; what was said stays.

        Args:
            tally: of this matching, if a worker has made it.
        """
        self.beginResetModel()
        said = self.said
        self.tally = tally if tally is not None else Tally(matching, said)
        self.tally.catch_up(said)
        self._plan = plan
        self._roles = [role for role in _ORDER if plan is not None and (role in plan.keys or (role != "id" and self._both(plan, role)))]
        self._choose()
        self.endResetModel()

    @property
    def said(self) -> dict[str, bool | None]:
        """Pair id → what was said since."""
        return self.tally.said

    def show_settled(self, settled: bool) -> None:
        """List what was settled before, or what is doubtful."""
        if settled != self.settled_shown:
            self.beginResetModel()
            self.settled_shown = settled
            self._choose()
            self.endResetModel()

    def _choose(self) -> None:
        self.pairs = self.tally.settled if self.settled_shown else self.tally.doubtful

    @staticmethod
    def _both(plan: Plan, role: str) -> bool:
        return bool(plan.leads.candidates[role]) and bool(plan.outcomes.candidates[role])

    def state(self, row: int) -> bool | str | None:
        """True the same, False not, ``"other"`` where another lead got the outcome row, None while open."""
        pair = self.pairs[row]
        taken = self.tally.taken(pair.outcome)
        return "other" if taken is not None and taken.id != pair.id else self.tally.of(pair.id)

    def settle(self, said: dict[str, bool | None]) -> None:
        """Take decisions in."""
        self.tally.settle(said)
        if self.pairs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.pairs) - 1, self.columnCount() - 1))
        self.decided.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.pairs)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else FIRST + len(self._roles) + 1

    @property
    def reason_column(self) -> int:
        """The last column, with the reason."""
        return FIRST + len(self._roles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(row, column) + "\n\n" + self.places(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return self._look_of(row, column, role)

    def _look_of(self, row: int, column: int, role: int) -> object:
        state = self.state(row)
        if column == DECISION and role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(*_STATES[state])
        if role == Qt.ItemDataRole.ForegroundRole:
            return color(_STATES[state][1]) if column == DECISION else color("text3") if column == SIDE or state in (False, "other") else None
        if role == Qt.ItemDataRole.FontRole and column == SIDE:
            return font(11)
        return None

    def _text(self, row: int, column: int) -> str:
        pair = self.pairs[row]
        if column == DECISION:
            return decision_words(self.state(row))
        if column == SIDE:
            return translate("Joining", "Lead") + "\n" + translate("Joining", "Outcome")
        if column == self.reason_column:
            return reason_words(pair.reason)
        if column == SCORE:
            return f"{pair.score:.0%}"
        return "\n".join(told.get(self._roles[column - FIRST], "") or "—" for told in self._sides(pair))

    def _sides(self, pair: Pair) -> tuple[dict[str, str], dict[str, str]]:
        assert self._plan is not None
        return shown(self._plan, 0, pair.lead), shown(self._plan, 1, pair.outcome)

    def _spoken(self, row: int, column: int) -> str:
        if not SIDE < column < self.reason_column:
            return self._text(row, column)
        lead, outcome = self._text(row, column).split("\n", 1)
        return translate("Joining", "lead {lead}, outcome {outcome}").format(lead=lead, outcome=outcome)

    def places(self, row: int) -> str:
        """Why the two may be the same, and where both rows stand."""
        assert self._plan is not None
        pair = self.pairs[row]
        places = self._plan.leads.dataset.place(pair.lead), self._plan.outcomes.dataset.place(pair.outcome)
        told = translate("Joining", "Lead: {lead}\nOutcome: {outcome}").format(lead=places[0], outcome=places[1])
        return reason_words(pair.reason) + "\n" + told

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        if section < FIRST:
            return (translate("Joining", "Decision"), translate("Joining", "Score"), "")[section]
        return translate("Joining", "Reason") if section == self.reason_column else role_words(self._roles[section - FIRST])


def decision_words(state: bool | str | None) -> str:
    """What is said about a pair."""
    words = {True: translate("Joining", "Same"), False: translate("Joining", "Not the same"), None: translate("Joining", "Later"),
             "other": translate("Joining", "Another lead")}
    return words[state]


assert set(_ORDER) == set(ROLES)
