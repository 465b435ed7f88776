"""The rows of a table as they were understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.importing.corrections import on_member
from fusenapp.ui.theme import color, font

if TYPE_CHECKING:
    from collections.abc import Collection

    from fusenapp.tables import Dataset

Index = QModelIndex | QPersistentModelIndex
PAGE = 200
"""Rows read from the table at once."""
_MEASURED, _UNMEASURED = 120, 110
"""Columns whose width follows from what stands in them, and the width of the others."""


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
    """Widths after the headers and the first rows; Qt's own way asks for every cell and takes too long.

    Far to the right, where thousands of columns may stand, all are as wide: measuring each would hold the window up for seconds.
    """
    model, body, head = view.model(), view.fontMetrics(), QFontMetrics(font(11, bold=True))
    view.horizontalHeader().setDefaultSectionSize(_UNMEASURED)
    for column in range(min(model.columnCount(), _MEASURED)):
        title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        widths = [head.horizontalAdvance(line) for line in title.split("\n")]
        widths += [body.horizontalAdvance(str(model.index(row, column).data() or "")) for row in range(min(rows, model.rowCount()))]
        view.setColumnWidth(column, min(max(widths, default=0) + 28, most))


class PreviewModel(QAbstractTableModel):
    """Typed values under name, type and unit of their column; read from the rows as they come into view.

    Args:
        settled: names of the columns that the user has set right; they carry a pencil.
    """

    def __init__(self, dataset: Dataset, parent: QObject | None = None, settled: Collection[str] = ()) -> None:
        super().__init__(parent)
        self._columns, self._rows, self._table = dataset.columns, dataset.rows, dataset.table
        self._settled = frozenset(settled)
        self._dataset = dataset
        self._pages: dict[tuple[int, int], list[object]] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def _value(self, row: int, column: int) -> object:
        page = row // PAGE
        if (page, column) not in self._pages:
            if len(self._pages) > 4000:
                self._pages.clear()
            self._pages[page, column] = self._table.column(column).slice(page * PAGE, PAGE).to_pylist()
        return self._pages[page, column][row - page * PAGE]

    def row_of(self, sheet_row: int, member: int = 0) -> int | None:
        """The row that came from this row of a sheet, counted from 1; None for a header, a total or a remark.

        Args:
            member: which of the tables put together.
        """
        first, last = 0, len(self._rows)
        if self._dataset.sheet_of is not None:
            first, last = (int(self._dataset.sheet_of.searchsorted(member, side)) for side in ("left", "right"))
        at = first + int(self._rows[first:last].searchsorted(sheet_row))
        return at if at < last and int(self._rows[at]) == sheet_row else None

    def column_of(self, letter: str, member: int = 0) -> int | None:
        """The column that came from the one with this letter on the sheet."""
        return next((at for at, each in enumerate(self._columns) if on_member(each.letter, member) == letter), None)

    def place(self, index: Index) -> str:
        """``file › sheet › A1`` of a value."""
        return self._dataset.place(index.row(), index.column())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self._value(index.row(), index.column()), column.type)
        if role == Qt.ItemDataRole.ForegroundRole and self._value(index.row(), index.column()) is None:
            return color("text3")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column.type)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return str(self._rows[section]) if role == Qt.ItemDataRole.DisplayRole else None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            unit = f" · {column.unit}" if column.unit else ""
            return f"{column.name}\n{type_words(column.type)}{unit}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column.type)
        if role == Qt.ItemDataRole.DecorationRole and column.name in self._settled:
            return icons.icon("pencil", "accent")
        if role == Qt.ItemDataRole.ToolTipRole:
            missing = translate("Importing", "%n empty", n=column.missing)
            return f"{column.letter}  {column.name}\n{type_words(column.type)} {column.unit}\n{missing}"
        return None


def _aligned(type: str) -> int:
    number = type in ("integer", "number", "percent", "money")
    return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft))
