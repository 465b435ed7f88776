"""The raw cells of a sheet, as they lie in the file, with the part that each plays and what is doubtful about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fusenapp.i18n import translate
from fusenapp.ui.importing.roles import Roles, role_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fusenapp.tables import Preview

Index = QModelIndex | QPersistentModelIndex
ROLE, MARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
GAP = -1
_FRACTION = re.compile(r"(-?\d+\.\d{4})\d{2,}")


def short(text: str) -> str:
    """A cell as it is read at a glance: of a rate that was reckoned in the sheet (0.964843750000001) the first digits."""
    return f"{found[1]}…" if len(text) > 7 and (found := _FRACTION.fullmatch(text)) else text


class SheetModel(QAbstractTableModel):
    """One row per row of the sheet; where rows are not shown, one row says how many.

    Cells give their part under ``ROLE`` and whether something is doubtful under ``MARK``.
    """

    def __init__(self, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells = list(preview.cells)
        self._rows = list(range(1, len(preview.cells) + 1))
        self._unseen = 0
        if preview.tail:
            self._unseen = preview.tail_row - 1 - len(preview.cells)
            if self._unseen > 0:
                self._cells.append(())
                self._rows.append(GAP)
            self._cells += preview.tail
            self._rows += range(preview.tail_row, preview.tail_row + len(preview.tail))
        self._place = {row: at for at, row in enumerate(self._rows) if row != GAP}
        self._width = max((len(row) for row in self._cells), default=0)
        self.roles = Roles(preview, self._place)
        self._marks: Mapping[tuple[int, int], list[str]] = {}

    # places

    def sheet_row(self, row: int) -> int:
        """Row of the model → row of the sheet, counted from 1; ``GAP`` for the row that stands for those not shown."""
        return self._rows[row]

    def model_row(self, row: int) -> int | None:
        """Row of the sheet (from 1) → row of the model; for rows that are not shown the one that stands for them."""
        found = self._place.get(row)
        if found is None and self._unseen > 0 and row >= 1:
            return self._rows.index(GAP)
        return found

    # looks

    def refresh(self) -> None:
        """The parts have changed."""
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def set_marks(self, marks: Mapping[tuple[int, int], list[str]]) -> None:
        """What is doubtful, by (row from 1, column from 0)."""
        self._marks = marks
        self.refresh()

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._width

    def text(self, row: int, column: int) -> str:
        """What stands in a cell of the model."""
        cells = self._cells[row]
        return cells[column] if column < len(cells) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._unseen_words() if row == GAP and column == 0 else short(self.text(index.row(), column))
        if role == ROLE:
            return "" if row == GAP else self.roles.of(row, column)
        if role == MARK:
            return (row, column) in self._marks
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self._told(index.row(), column)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "、".join((self.text(index.row(), column) or translate("Importing", "empty"), *self._told(index.row(), column)))
        return None

    def _told(self, at: int, column: int) -> list[str]:
        """Place, part and doubts of a cell."""
        from fusenapp.tables.places import letter

        row = self._rows[at]
        if row == GAP:
            return []
        words = role_words(self.roles.of(row, column))
        place = f"{letter(column)}{row}" + (f" · {words}" if words else "")
        text = self.text(at, column)
        return [place, *([text] if len(text) > 20 or short(text) != text else []), *self._marks.get((row, column), ())]

    def _unseen_words(self) -> str:
        return translate("Importing", "%n more row(s) are not shown here", n=self._unseen)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._letter(section) if orientation == Qt.Orientation.Horizontal else self._number(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignHCenter if orientation == Qt.Orientation.Horizontal else Qt.AlignmentFlag.AlignRight
            return int(across | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _letter(self, column: int) -> str:
        from fusenapp.tables.places import letter

        return letter(column)

    def _number(self, at: int) -> str:
        """The row's number, with its part where a part begins."""
        row = self._rows[at]
        if row == GAP:
            return "⋮"
        role = self.roles.row(row)
        begins = role and (at == 0 or self._rows[at - 1] == GAP or self.roles.row(self._rows[at - 1]) != role)
        return f"{role_words(role)}  {row}" if begins else str(row)
