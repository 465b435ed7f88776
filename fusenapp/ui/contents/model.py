"""The backlog as a table: what, for whom, in which phase, by whom, how far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fusenapp.domain.content import KINDS, STATES
from fusenapp.domain.origins import first_line, notes_behind
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.i18n import language, translate

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("title", "kind", "phase", "persona", "department", "owner", "due", "state", "origin")
CHOSEN = ("kind", "phase", "persona", "department", "state")
"""Columns whose values are chosen from a list; the others are typed, the origin is read only."""
ID_ROLE, KEY_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


def headers() -> tuple[str, ...]:
    """The titles of the columns."""
    return (translate("Contents", "Measure or content"), translate("Contents", "Kind"), translate("Contents", "Phase"),
            translate("Contents", "For whom"), translate("Contents", "Department"), translate("Contents", "Owner"),
            translate("Contents", "Due"), translate("Contents", "State"), translate("Contents", "From note"))


def choices(snapshot: Snapshot, column: str) -> list[tuple[str, str]]:
    """(value, words) that a column can have; nothing where it may be left open comes first."""
    none = [("", "—")]
    if column in ("kind", "state"):
        return [(key, words.to(language())) for key, words in (KINDS if column == "kind" else STATES).items()]
    if column == "department":
        return none + [(d["id"], value("departments", d, "name")) for d in snapshot.all("departments")]
    kind, parents = ("phases", "journeys") if column == "phase" else ("personas", "persona_sets")
    several, both = len(snapshot.all(parents)) > 1, translate("Contents", "{name} ({parent})")
    found = []
    for parent in snapshot.all(parents, **({"of": ""} if parents == "journeys" else {})):
        for record in snapshot.all(kind, **{"journey" if kind == "phases" else "set": parent["id"]}):
            name = value(kind, record, "name")
            found.append((record["id"], both.format(name=name, parent=parent.get("name")) if several else name))
    return none + found


@dataclass(frozen=True)
class Row:
    """One entry as it is shown."""

    id: str
    keys: Mapping[str, str]
    words: tuple[str, ...]
    note: str


def row_of(snapshot: Snapshot, record: Record) -> Row:
    """An entry with its names in words."""
    behind = notes_behind(snapshot, ("contents", record["id"]))
    keys = {name: str(value("contents", record, name) or "") for name in COLUMNS[:-1]}
    words = {"title": keys["title"], "owner": keys["owner"], "due": keys["due"],
             "kind": _name(KINDS, keys["kind"]), "state": _name(STATES, keys["state"]),
             "phase": snapshot.value("phases", keys["phase"], "name"), "persona": snapshot.value("personas", keys["persona"], "name"),
             "department": snapshot.value("departments", keys["department"], "name"),
             "origin": first_line(value("notes", behind[0], "text")) if behind else ""}
    return Row(record["id"], keys, tuple(words[name] for name in COLUMNS), behind[0]["id"] if behind else "")


def _name(known: Mapping[str, object], key: str) -> str:
    wording = known.get(key)
    return wording.to(language()) if wording is not None else key  # type: ignore[attr-defined]


class ContentsModel(QAbstractTableModel):
    """Writes through ``write(id, column, value)``; a click on a header sorts, a third one shows the usual order again."""

    def __init__(self, write: Callable[[str, str, str], None]) -> None:
        super().__init__()
        self._write = write
        self._every: list[Row] = []
        self._sorted: tuple[int, bool] | None = None
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Other rows; the views keep their selection where the same entries stay."""
        self._every = rows
        shown = self._order(rows)
        if [r.id for r in shown] == [r.id for r in self.rows]:
            self.rows = shown
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows = shown
        self.endResetModel()

    def sort_by(self, column: int) -> tuple[int, bool] | None:
        """Sort by a column, the other way round, or not at all; says how it is sorted now."""
        now = self._sorted
        self._sorted = (column, True) if now is None or now[0] != column else (column, False) if now[1] else None
        self.show(self._every)
        return self._sorted

    def _order(self, rows: list[Row]) -> list[Row]:
        if self._sorted is None:
            return rows
        column, rising = self._sorted
        name = COLUMNS[column]
        ranks = {key: at for at, key in enumerate((*KINDS, *STATES))} if name in ("kind", "state") else {}
        return sorted(rows, key=lambda r: (ranks.get(r.keys.get(name, ""), 0), r.words[column]), reverse=not rising)

    def row_of(self, id: str) -> int:
        """The row of an entry, −1 if it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return headers()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if index.isValid() and COLUMNS[index.column()] != "origin" else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, name = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words[index.column()] or ("—" if name != "origin" else "")
        if role == Qt.ItemDataRole.EditRole:
            return row.keys.get(name, "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.words[index.column()] or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{headers()[index.column()]}: {row.words[index.column()] or '—'}"
        return {ID_ROLE: row.id, KEY_ROLE: name}.get(Qt.ItemDataRole(role)) if role in (ID_ROLE, KEY_ROLE) else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, name = self.rows[index.row()], COLUMNS[index.column()]
        text = str(value or "").strip()
        if text == row.keys.get(name) or (name == "title" and not text):
            return False
        self._write(row.id, name, text)
        return True
