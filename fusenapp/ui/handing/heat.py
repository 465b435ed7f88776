"""Which clause sales overrules, and why: leads that met the clause and were given back all the same, by reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fusenapp.flows.handing import Handing, Reason
from fusenapp.i18n import translate
from fusenapp.ui.theme import color, mixed

Index = QModelIndex | QPersistentModelIndex
_STRONGEST = 0.55
"""How far the largest count is tinted towards the tone of a warning; more would make the figure hard to read."""


class HeatModel(QAbstractTableModel):
    """A row a clause, a column a reason; the share of leads that met the clause and came back stands in front.

    Args:
        phrases: clause id → its words, in the order of the rule.
    """

    def __init__(self, found: Handing, phrases: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clauses = [(id, words) for id, words in phrases.items() if id in found.overruled]
        self._reasons: Sequence[Reason] = _columns(found)
        self._found = found
        self._most = max((n for counts in found.overruled.values() for n in counts.values()), default=1) or 1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._clauses)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._reasons) + 2

    def count(self, row: int, column: int) -> int:
        """Leads of a cell."""
        reason = self._reasons[column - 2]
        return self._found.overruled[self._clauses[row][0]].get(reason.code, 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        id, words = self._clauses[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(id, words, index, role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight))
        if role == Qt.ItemDataRole.BackgroundRole and index.column() >= 2 and (count := self.count(index.row(), index.column())):
            return mixed(color("bad"), color("surface"), _STRONGEST * count / self._most)
        return None

    def _text(self, id: str, words: str, index: Index, role: int) -> Any:
        if index.column() == 0:
            return words
        back, met = sum(self._found.overruled[id].values()), self._found.met.get(id, 0)
        if index.column() == 1:
            share = f"{back / met:.0%}" if met else "—"
            return translate("Handing", "{back} of {met} that met it").format(back=f"{back:,}", met=f"{met:,}") if (
                role == Qt.ItemDataRole.ToolTipRole) else share
        return f"{self.count(index.row(), index.column()):,}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            fixed = (translate("Handing", "Clause"), translate("Handing", "Given back"))
            return fixed[section] if section < 2 else self._reasons[section - 2].code or translate("Handing", "other")
        if role == Qt.ItemDataRole.ToolTipRole and section >= 2:
            return self._reasons[section - 2].name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight))
        return None


def _columns(found: Handing) -> list[Reason]:
    """The reasons that clauses were overruled for: the agreed ones, then all others as one."""
    codes = {code for counts in found.overruled.values() for code in counts}
    told = [reason for reason in found.reasons if reason.code and reason.code in codes]
    return [*told, *([Reason("", translate("Handing", "Other reasons"), 0)] if "" in codes else [])]
