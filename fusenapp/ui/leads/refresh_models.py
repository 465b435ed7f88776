"""Tables of a refresh: what was and what is now in each changed field; the rows that come or go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fusenapp.i18n import translate
from fusenapp.ui.importing.preview import cell_text
from fusenapp.ui.theme import color

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.tables import Dataset, RowChange

Index = QModelIndex | QPersistentModelIndex
SHOWN = 500
KEY, ROW, FIELD, WAS, NOW = range(5)
_NUMBERS = ("integer", "number", "percent", "money")
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class ChangesModel(QAbstractTableModel):
    """One line a changed field; the key stands in the first line of its row only."""

    def __init__(self, changes: Sequence[RowChange], dataset: Dataset, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        types = {column.name: column.type for column in dataset.columns}
        self._key = key
        self._lines = [("" if at else change.key, "" if at else str(change.row), name.rsplit("›", 1)[-1], cell_text(was, types[name]),
                        cell_text(now, types[name])) for change in changes for at, (name, was, now) in enumerate(change.fields)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else NOW + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._lines[index.row()][index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == WAS:
            return color("text3")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() == ROW else _LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == ROW else _LEFT
        heads = (self._key, translate("Leads", "Row in the file"), translate("Leads", "Column"), translate("Leads", "Was"),
                 translate("Leads", "Now"))
        return heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class SomeRowsModel(QAbstractTableModel):
    """Some rows of a dataset, by their positions."""

    def __init__(self, dataset: Dataset, positions: np.ndarray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = dataset.columns
        shown = positions[:SHOWN]
        some = dataset.table.take(shown)
        self._values = [some.column(at).to_pylist() for at in range(some.num_columns)]
        self._rows = [str(int(row)) for row in dataset.rows[shown]]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_text(self._values[index.column()][index.row()], self._columns[index.column()].type)
        return self._alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return self._rows[section] if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._columns[section].label if role == Qt.ItemDataRole.DisplayRole else None

    def _alignment(self, column: int) -> int:
        return _RIGHT if self._columns[column].type in _NUMBERS else _LEFT
