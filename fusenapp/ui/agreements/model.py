"""The table of items: one row each, a column per department."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fusenapp.domain import agreement
from fusenapp.domain.agreement import ItemStatus
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui.words import item_title

Index = QModelIndex | QPersistentModelIndex
STATUS_ROLE = Qt.ItemDataRole.UserRole
TITLE, STATE, FIRST_STAMP = 0, 1, 2


FILTERS = ("all", "waiting", "open", "due")


def chosen(everything: Sequence[ItemStatus], which: str, department: str) -> list[ItemStatus]:
    """Items to list: ``all``, ``waiting`` for one's own stamp, ``open`` (not agreed), or by the date of their review (``due``)."""
    if which == "waiting":
        return [s for s in everything if department in s.missing and s.state in (agreement.PROPOSED, agreement.REOPENED)]
    if which == "open":
        return [s for s in everything if s.state != agreement.AGREED]
    if which == "due":
        return agreement.due_among(everything, days=366)
    return list(everything)


def due_words(status: ItemStatus, today: dt.date | None = None) -> str:
    """The day of the review, and how far off it is where that matters."""
    if not status.review_due:
        return "—"
    day = dt.date.fromisoformat(status.review_due)
    left = (day - (today or dt.date.today())).days
    shown = status.review_due.replace("-", "/")
    if left < 0:
        return f"{shown} " + translate("Agreements", "(%n day(s) over)", n=-left)
    return f"{shown} " + translate("Agreements", "(in %n day(s))", n=left) if left <= agreement.DUE_SOON else shown


def due_tone(status: ItemStatus) -> str:
    """The colour of the date: past, soon, or neither."""
    if not status.review_due or status.state not in (agreement.AGREED, agreement.DUE):
        return "text3"
    left = (dt.date.fromisoformat(status.review_due) - dt.date.today()).days
    return "bad" if left <= 0 else "warn" if left <= agreement.DUE_SOON else "text2"


class AgreementsModel(QAbstractTableModel):
    """Title, state, a stamp per department, due date."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ItemStatus] = []
        self._titles: list[str] = []
        self.departments: list[tuple[str, str, str]] = []

    def show(self, snapshot: Snapshot, rows: list[ItemStatus]) -> None:
        """Other rows; where only contents changed the selection stays."""
        departments = [(d["id"], value("departments", d, "short") or value("departments", d, "name"), value("departments", d, "shape"))
                       for d in snapshot.all("departments")]
        same = [r.item for r in rows] == [r.item for r in self._rows] and departments == self.departments
        if not same:
            self.beginResetModel()
        self._rows, self.departments = rows, departments
        self._titles = [item_title(snapshot, r.item) for r in rows]
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))

    def row_of(self, item: agreement.Item) -> int:
        """Row of an item, −1 if it is not listed."""
        return next((i for i, r in enumerate(self._rows) if r.item == item), -1)

    def status(self, row: int) -> ItemStatus | None:
        """What a row shows."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else FIRST_STAMP + len(self.departments) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = [translate("Agreements", "Item"), translate("Agreements", "State"), *(short for _, short, _ in self.departments),
                     translate("Agreements", "Review due")]
            return names[section] if section < len(names) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        status = self._rows[index.row()]
        if role == STATUS_ROLE:
            return status
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(status, index.row(), index.column())
        return None

    def _text(self, status: ItemStatus, row: int, column: int) -> str:
        if column == TITLE:
            return self._titles[row]
        if column == STATE:
            from fusenapp.ui.widgets import status_words

            return status_words(status.state)
        if column == FIRST_STAMP + len(self.departments):
            return due_words(status)
        return self.stamped(status, column)

    def stamped(self, status: ItemStatus, column: int) -> str:
        """Who stamped for the department of a column, and when; a dash if nobody has."""
        id = self.departments[column - FIRST_STAMP][0]
        stamp = next((s for s in status.stamps if s.department == id), None)
        return f"{stamp.person} {stamp.at[5:10].replace('-', '/')}" if stamp else "—"
