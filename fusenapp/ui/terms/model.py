"""The list of terms: name, state and whether departments differ."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from fusenapp.domain import agreement
from fusenapp.domain.snapshot import Record, Snapshot, family
from fusenapp.domain.term import other_name, shown_name
from fusenapp.i18n import language

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class TermRow:
    """What the list shows of one term: its name in the language in use, and the other one where that differs."""

    id: str
    name: str
    other: str
    state: str
    wordings: int
    differs: bool


def rows(snapshot: Snapshot, text: str = "", only_different: bool = False) -> list[TermRow]:
    """The terms that contain ``text`` (name, wordings, test), in their order."""
    wanted = text.casefold().strip()
    states = {status.item[1]: status.state for status in agreement.overview(snapshot, kind="terms")}
    found = []
    for term in snapshot.all("terms"):
        row = _row(term, states[term["id"]])
        if (not only_different or row.differs) and (not wanted or wanted in _words(term)):
            found.append(row)
    return found


def _row(term: Record, state: str) -> TermRow:
    said = {text.strip() for text in family(term, "wording").values() if text.strip()}
    return TermRow(term["id"], shown_name(term, language()), other_name(term, language()),
                   state, len(said), len(said) > 1)


def _words(term: Record) -> str:
    return " ".join(str(term.get(f) or "") for f in term if f.split(".")[0] in ("name", "english", "agreed", "test", "wording")).casefold()


class TermsModel(QAbstractListModel):
    """Rows for the list view."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[TermRow] = []

    def show(self, rows: list[TermRow]) -> None:
        """Other rows; keeps the view's selection where only contents changed."""
        if [r.id for r in rows] == [r.id for r in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """The row of a term, −1 if it is not listed."""
        return next((i for i, r in enumerate(self._rows) if r.id == id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        found = {Qt.ItemDataRole.DisplayRole: row.name, ID_ROLE: row.id, ROW_ROLE: row}
        return found.get(Qt.ItemDataRole(role) if role < ID_ROLE else role)
