"""The table of leads: verdict and deciding clauses first, then the columns of the list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.importing.preview import cell_text
from fusenapp.ui.leads.data import Leads, words
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import status_words
from fusenapp.ui.widgets.badge import STATES

Index = QModelIndex | QPersistentModelIndex
VERDICT, DECIDING, FIRST = 0, 1, 2
STATE = {1: "match", 0: "no_match", -1: "unknown"}
_NUMBERS = ("integer", "number", "percent", "money")


class LeadsModel(QAbstractTableModel):
    """Reads cells only when they are shown, so a list of a million rows costs nothing to open."""

    def __init__(self) -> None:
        super().__init__()
        self.leads: Leads | None = None

    def show(self, leads: Leads | None) -> None:
        """Other rows."""
        self.beginResetModel()
        self.leads = leads
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if self.leads is None or (parent is not None and parent.isValid()) else len(self.leads.chosen)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if self.leads is None or (parent is not None and parent.isValid()) else FIRST + len(self.leads.dataset.columns)

    def source_row(self, row: int) -> int:
        """The row of the dataset behind a row of the table."""
        assert self.leads is not None
        return int(self.leads.chosen[row])

    def state(self, row: int) -> str | None:
        """``match``, ``no_match`` or ``unknown``; None without a definition."""
        assert self.leads is not None
        verdicts = self.leads.verdicts.get(self.leads.rule)
        return STATE[int(verdicts.verdict[self.source_row(row)])] if verdicts else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.leads is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= FIRST:
            number = self.leads.dataset.columns[column - FIRST].type in _NUMBERS
            return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft))
        if column == VERDICT and role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ForegroundRole):
            state = self.state(index.row())
            if state:
                icon, token = STATES[state]
                return icons.icon(icon, token) if role == Qt.ItemDataRole.DecorationRole else color(token)
        return None

    def _text(self, row: int, column: int) -> str:
        assert self.leads is not None
        at = self.source_row(row)
        if column == VERDICT:
            state = self.state(row)
            return status_words(state) if state else "—"
        if column == DECIDING:
            paths = self.leads.deciding[at] if self.leads.deciding is not None else ()
            return " · ".join(words(self.leads.phrases, p) for p in paths)
        held = self.leads.dataset.table.column(column - FIRST)[at].as_py()
        return cell_text(held, self.leads.dataset.columns[column - FIRST].type)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal and self.leads is not None:
            number = section >= FIRST and self.leads.dataset.columns[section - FIRST].type in _NUMBERS
            return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft))
        if role != Qt.ItemDataRole.DisplayRole or self.leads is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(int(self.leads.dataset.rows[self.source_row(section)]))
        if section < FIRST:
            return (translate("Leads", "Verdict"), translate("Leads", "Decided by"))[section]
        column = self.leads.dataset.columns[section - FIRST]
        label = column.name.rsplit("›", 1)[-1]
        return f"{label} ({column.unit})" if column.unit and column.unit not in label else label
