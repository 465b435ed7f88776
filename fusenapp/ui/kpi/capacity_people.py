"""Who works on new leads and for how long: the figures that capacity rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fusenapp.domain.capacity import Rep
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui.kpi import capacity_words as words
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import room_for
from fusenapp.ui.widgets.tables import read_only

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
NAME, FTE, START, END, RAMP_UP, PACE, LEAVE, AWAY, HOURS = range(9)
_BESIDE, _WIDEST = 24, 240
"""What a cell has beside its words, and the most that a column takes."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RepsModel(QAbstractTableModel):
    """One row a person; a cell that cannot be read is refused.

    Signals:
        edited: all people, as a tuple of `Rep`.
        refused: an `InputError`.
    """

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.reps: tuple[Rep, ...] = ()

    def show_reps(self, reps: Sequence[Rep]) -> None:
        """As the workspace has them; the selection stays where their number is the same."""
        if len(reps) == len(self.reps):
            self.reps = tuple(reps)
            if reps:
                self.dataChanged.emit(self.index(0, 0), self.index(len(reps) - 1, HOURS))
            return
        self.beginResetModel()
        self.reps = tuple(reps)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.reps)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else HOURS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return hints()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        rep, at = self.reps[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            text = cell(rep, at)
            return text if text or role == Qt.ItemDataRole.EditRole else words.MISSING
        if role == Qt.ItemDataRole.ForegroundRole:
            return color("text3") if not cell(rep, at) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return hints()[at]
        return _alignment(at) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        rep = self.reps[index.row()]
        try:
            new = changed(rep, index.column(), str(value))
        except InputError as error:
            self.refused.emit(error)
            return False
        if new != rep:
            self.edited.emit(tuple(new if at == index.row() else each for at, each in enumerate(self.reps)))
        return True


def _alignment(at: int) -> int:
    return _RIGHT if at in (FTE, PACE, LEAVE, HOURS) else _LEFT


def heads() -> list[str]:
    """The columns, in order."""
    return [translate("Capacity", "Name"), translate("Capacity", "FTE"), translate("Capacity", "From"), translate("Capacity", "Until"),
            translate("Capacity", "First months %"), translate("Capacity", "Pace %"), translate("Capacity", "Away %"),
            translate("Capacity", "Leave"), translate("Capacity", "Hours a day")]


def hints() -> list[str]:
    """What may stand in a column."""
    return [translate("Capacity", "A person or a team"), translate("Capacity", "Full-time equivalents: 1, or 0.5 for half the week"),
            translate("Capacity", "First month at work, such as 2026/10; empty: always"),
            translate("Capacity", "Last month at work; empty: no end"),
            translate("Capacity", "Share of the full pace in the first, second, third month: 30, 60, 80"),
            translate("Capacity", "Share of the full pace afterwards"), translate("Capacity", "Part of every month away, such as for training"),
            translate("Capacity", "Days of leave: 2027/2/8〜2027/2/19; several with commas"),
            translate("Capacity", "Hours a day for new leads; empty: as everybody")]


def cell(rep: Rep, at: int) -> str:
    """One field as it is typed."""
    return {NAME: rep.name, FTE: words.plain(rep.fte), START: words.month_words(rep.start), END: words.month_words(rep.end),
            RAMP_UP: words.parts_text(rep.ramp_up), PACE: words.plain(rep.ramp * 100), LEAVE: words.plain(rep.leave * 100) if rep.leave else "",
            AWAY: words.closures_text(rep.away), HOURS: "" if rep.hours_per_day is None else words.plain(rep.hours_per_day)}[at]


def changed(rep: Rep, at: int, text: str) -> Rep:
    """The person with one field typed anew.

    Raises:
        InputError: ``bad-figure``, ``bad-month``, ``bad-days``, ``bad-rep``.
    """
    from fusenapp.editing.capacity import check_rep

    readers: dict[int, Callable[[], dict[str, Any]]] = {
        NAME: lambda: {"name": text.strip()}, FTE: lambda: {"fte": words.parse_number(text) or 0.0},
        START: lambda: {"start": words.parse_month(text)}, END: lambda: {"end": words.parse_month(text)},
        RAMP_UP: lambda: {"ramp_up": words.parse_parts(text)}, PACE: lambda: {"ramp": _part(text, 1.0)},
        LEAVE: lambda: {"leave": _part(text, 0.0)}, AWAY: lambda: {"away": words.parse_closures(text)},
        HOURS: lambda: {"hours_per_day": words.parse_number(text)}}
    new = replace(rep, **readers[at]())
    check_rep(new)
    return new


def _part(text: str, empty: float) -> float:
    found = words.parse_number(text)
    return empty if found is None else found / 100


class RepsTable(QTableView):
    """Walked through with the arrow keys; typing, F2 or a double click edits, Delete empties a cell or, on a name, takes the person out.

    Signals:
        removed: row of the person to take out.
    """

    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        read_only(self, translate("Capacity", "People in sales"), rows=False, single=True, high=30)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.reps = RepsModel()
        self.setModel(self.reps)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.reps.dataChanged.connect(self._fit)
        self.reps.modelReset.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Every column as wide as its words, up to what a long list of leave days may take."""
        metrics, titles = self.fontMetrics(), QFontMetrics(font(11))
        for at, head in enumerate(heads()):
            told = room_for((cell(rep, at) for rep in self.reps.reps), metrics, _BESIDE, 0, _WIDEST)
            self.setColumnWidth(at, room_for((head,), titles, _BESIDE, told, _WIDEST))

    def keyPressEvent(self, event) -> None:
        now = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and now.isValid():
            if now.column() == NAME:
                self.removed.emit(now.row())
            else:
                self.reps.setData(now, "")
            return
        super().keyPressEvent(event)
