"""The months as a table: business days, what can be taken up, what comes in, and the difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi import capacity_words as words
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets.tables import ROW, read_only

if TYPE_CHECKING:
    from fusenapp.kpi.capacity import MonthLoad

Index = QModelIndex | QPersistentModelIndex
MONTH, DAYS, ROOM, DUE, QUALITY, OVER, USE, ORIGIN = range(8)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class MonthsModel(QAbstractTableModel):
    """One row a month."""

    def __init__(self) -> None:
        super().__init__()
        self._months: tuple[MonthLoad, ...] = ()

    def show_months(self, months: Sequence[MonthLoad]) -> None:
        """Other figures; the rows stay where the months are the same, so that the selection does."""
        if [each.month for each in months] == [each.month for each in self._months]:
            self._months = tuple(months)
            self.dataChanged.emit(self.index(0, 0), self.index(len(months) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._months = tuple(months)
        self.endResetModel()

    def month_at(self, row: int) -> str:
        """The month of a row, empty if there is none."""
        return self._months[row].month if 0 <= row < len(self._months) else ""

    def row_of(self, month: str) -> int:
        """The row of a month, −1 if there is none."""
        return next((at for at, each in enumerate(self._months) if each.month == month), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._months)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else ORIGIN + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section in (MONTH, ORIGIN) else _RIGHT
        return heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        each, at = self._months[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(each, at)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if at in (MONTH, ORIGIN) else _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(_tone(each, at))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return translate("Capacity", "A short month") if at == DAYS and each.short else None
        return font(bold=True) if role == Qt.ItemDataRole.FontRole and at == OVER and each.is_over else None


def _tone(each: MonthLoad, at: int):
    if at in (OVER, USE) and each.is_over:
        return color("bad")
    if at == DAYS and each.short:
        return color("warn")
    return color("text" if each.fixed or at in (MONTH, OVER) else "text2")


def heads() -> list[str]:
    """The columns, in order."""
    return [translate("Capacity", "Month"), translate("Capacity", "Days"), translate("Capacity", "Can do"), translate("Capacity", "Due"),
            translate("Capacity", "Quality"), translate("Capacity", "Over"), translate("Capacity", "Load"), translate("Capacity", "Taken from")]


def cell(each: MonthLoad, at: int) -> str:
    """One figure as shown."""
    if at == MONTH:
        return words.month_words(each.month)
    due = each.due
    return {DAYS: str(each.days), ROOM: words.count(words.room_shown(each)), DUE: words.count(words.due_shown(each)),
            QUALITY: words.count(due.quality if due else None), OVER: words.signed(words.over_shown(each)), USE: words.percent(each.use),
            ORIGIN: _origin(each)}[at]


def _origin(each: MonthLoad) -> str:
    if each.handed is None:
        return words.MISSING
    said = words.origin_words(each.handed.origin)
    return said + translate("Capacity", ", with plan") if each.handed.planned else said


class MonthsTable(QTableView):
    """Signals: ``chosen`` (month)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        read_only(self, translate("Capacity", "Load and capacity by month"), single=True, grid=False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.months = MonthsModel()
        self.setModel(self.months)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for at in (MONTH, ORIGIN):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(52)
        self.selectionModel().currentRowChanged.connect(self._row_chosen)

    def show_months(self, months: Sequence[MonthLoad], current: str) -> None:
        """Other figures, ``current`` selected; the page scrolls, not the table."""
        self.months.show_months(months)
        row = self.months.row_of(current)
        if row >= 0 and row != self.currentIndex().row():
            self.blockSignals(True)
            self.selectRow(row)
            self.blockSignals(False)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + ROW * len(months) + 4)

    def _row_chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        month = self.months.month_at(now.row())
        if month:
            self.chosen.emit(month)
