"""A plain list of rows to read: outcome rows without a lead, leads with several outcome rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from fusenapp.flows.joining import Plan, shown
from fusenapp.i18n import translate
from fusenapp.tables.joining import Matching
from fusenapp.ui.widgets.tables import read_only

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Heads and as many rows; each is made when it is shown.

    Args:
        heads: of the columns.
    """

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self._heads = heads
        self._plan: Plan | None = None
        self._matching: Matching | None = None

    def show(self, plan: Plan | None, matching: Matching | None) -> None:
        """Other rows."""
        self.beginResetModel()
        self._plan, self._matching = plan, matching
        self.endResetModel()

    def row(self, plan: Plan, matching: Matching, at: int) -> Sequence[str]:
        """The texts of one row."""
        raise NotImplementedError

    def count(self, matching: Matching) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if self._matching is None or (parent is not None and parent.isValid()) else self.count(self._matching)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or self._plan is None or self._matching is None:
            return None
        return self.row(self._plan, self._matching, index.row())[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads[section] if orientation == Qt.Orientation.Horizontal else None


class LoneModel(RowsModel):
    """Outcome rows for which no lead was found."""

    def __init__(self) -> None:
        super().__init__([translate("Joining", "Company"), translate("Joining", "Person"), translate("Joining", "Mail address"),
                          translate("Joining", "Place")])

    def count(self, matching: Matching) -> int:
        return len(matching.lone_outcomes)

    def row(self, plan: Plan, matching: Matching, at: int) -> Sequence[str]:
        row = matching.lone_outcomes[at]
        told = shown(plan, 1, row)
        return *(told.get(role, "") for role in ("company", "person", "mail")), plan.outcomes.dataset.place(row)


class SeveralModel(RowsModel):
    """Leads with several outcome rows, and which of them counts."""

    def __init__(self) -> None:
        super().__init__([translate("Joining", "Lead"), translate("Joining", "Counts"), translate("Joining", "Passed over")])

    def count(self, matching: Matching) -> int:
        return len(matching.several)

    def row(self, plan: Plan, matching: Matching, at: int) -> Sequence[str]:
        each, place = matching.several[at], plan.outcomes.dataset.place
        told = shown(plan, 0, each.lead)
        lead = "  ".join(filter(None, (told.get(role, "") for role in ("id", "company", "person"))))
        return lead, place(each.winner), ", ".join(place(row) for row in each.others)


def rows_view(model: RowsModel, name: str) -> QTableView:
    """A table for such a list; ``name`` is what screen readers say."""
    view = read_only(QTableView(), name)
    view.setModel(model)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # a place ends with the number of the row
    view.horizontalHeader().setDefaultSectionSize(160)
    view.horizontalHeader().setStretchLastSection(True)
    return view
