"""Tables of a refresh: what was and what is now in each changed field; the rows that come or go; the figures of a KPI sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fusenapp.i18n import translate
from fusenapp.ui.importing.kpi_preview import figure_text, segment_words, series_words
from fusenapp.ui.importing.preview import cell_text
from fusenapp.ui.theme import color

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.flows.figure_changes import FigureChange
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
        heads = (self._key, translate("Refreshing", "Row in the file"), translate("Refreshing", "Column"), translate("Refreshing", "Was"),
                 translate("Refreshing", "Now"))
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


class FiguresModel(QAbstractTableModel):
    """One line a figure: the KPI and the month, what was, what is now, and the cell in the file."""

    _FIGURES = 5

    def __init__(self, changes: Sequence[FigureChange], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._changes)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads())

    @staticmethod
    def _heads() -> tuple[str, ...]:
        return (translate("Refreshing", "KPI"), translate("Refreshing", "In the tree"), translate("Refreshing", "Segment"),
                translate("Refreshing", "Series"), translate("Refreshing", "Month"), translate("Refreshing", "Was"),
                translate("Refreshing", "Now"), translate("Refreshing", "Difference"), translate("Refreshing", "Cell"))

    def _texts(self, change: FigureChange) -> tuple[str, ...]:
        unit = f" ({change.unit})" if change.unit else ""
        kpi = " › ".join(filter(None, (change.department, change.name))) + unit
        by = change.now - change.was if change.now is not None and change.was is not None else None
        told = ("+" if by is not None and by > 0 else "") + figure_text(by, change.unit)
        return (kpi, change.node or "—", segment_words(change.segment), series_words(change.series), change.month.replace("-", "/"),
                figure_text(change.was, change.unit), figure_text(change.now, change.unit), told, change.place.split(" › ", 1)[-1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        change, column = self._changes[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(change)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return change.place or self._texts(change)[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == self._FIGURES:
            return color("text3")
        return self._alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _alignment(self, column: int) -> int:
        return _RIGHT if self._FIGURES <= column < self._FIGURES + 3 else _LEFT
