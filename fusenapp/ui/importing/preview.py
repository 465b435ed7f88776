"""The first rows of a table as they were understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from fusenapp.i18n import translate
from fusenapp.ui.theme import font

if TYPE_CHECKING:
    from fusenapp.tables import Dataset

Index = QModelIndex | QPersistentModelIndex
SHOWN = 100
"""Rows shown before importing."""


def type_words(type: str) -> str:
    """A column's type in words."""
    return {
        "text": translate("ColumnTypes", "text"), "integer": translate("ColumnTypes", "whole number"),
        "number": translate("ColumnTypes", "number"), "date": translate("ColumnTypes", "date"), "month": translate("ColumnTypes", "month"),
        "boolean": translate("ColumnTypes", "yes or no"), "percent": translate("ColumnTypes", "percent"),
        "money": translate("ColumnTypes", "amount"),
    }.get(type, type)


def cell_text(value: object, type: str) -> str:
    """A value as tables show it; a missing one as a dash."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "○" if value else "×"
    if type == "percent" and isinstance(value, float):
        return f"{value:.1%}"
    if isinstance(value, (int, float)):
        return f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
    return str(value)


def fit_columns(view: QTableView, rows: int = 10, most: int = 260) -> None:
    """Widths after the headers and the first rows; Qt's own way asks for every cell and takes too long."""
    model, body, head = view.model(), view.fontMetrics(), QFontMetrics(font(11, bold=True))
    for column in range(model.columnCount()):
        title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        widths = [head.horizontalAdvance(line) for line in title.split("\n")]
        widths += [body.horizontalAdvance(str(model.index(row, column).data() or "")) for row in range(min(rows, model.rowCount()))]
        view.setColumnWidth(column, min(max(widths, default=0) + 28, most))


class PreviewModel(QAbstractTableModel):
    """Typed values under name and type of their column."""

    def __init__(self, dataset: Dataset, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = dataset.columns
        self._rows = dataset.rows[:SHOWN].tolist()
        head = dataset.table.slice(0, SHOWN)
        self._values = [head.column(i).to_pylist() for i in range(head.num_columns)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self._values[index.column()][index.row()], column.type)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = column.type in ("integer", "number", "percent", "money")
            return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            number = self._columns[section].type in ("integer", "number", "percent", "money")
            return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._rows[section])
        column = self._columns[section]
        unit = f" · {column.unit}" if column.unit else ""
        return f"{column.name}\n{type_words(column.type)}{unit}"
