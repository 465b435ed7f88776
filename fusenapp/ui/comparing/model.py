"""The table of places: what it is, both sides, the effect on leads, the decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fusenapp.domain.snapshot import Snapshot
from fusenapp.flows.comparing import Point, Side
from fusenapp.i18n import translate
from fusenapp.ui.comparing import words

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str, str]
POINT_ROLE = Qt.ItemDataRole.UserRole
ITEM, LEFT, RIGHT, EFFECT, DECISION = range(5)


@dataclass(frozen=True)
class Effect:
    """Leads that match with each side taken."""

    left: int
    right: int


def key_of(point: Point) -> Key:
    """What stays the same while a place's contents change."""
    return (*point.item, point.place)


class CompareModel(QAbstractTableModel):
    """One row a place."""

    def __init__(self) -> None:
        super().__init__()
        self.points: list[Point] = []
        self.effects: dict[Key, Effect] = {}
        self.snapshot = Snapshot({})
        self.sides: tuple[Side, Side] | None = None

    def show(self, snapshot: Snapshot, points: Sequence[Point], sides: tuple[Side, Side]) -> None:
        """Other places; where only contents changed the selection stays."""
        same = [key_of(p) for p in points] == [key_of(p) for p in self.points] and sides == self.sides
        if not same:
            self.beginResetModel()
        self.snapshot, self.points, self.sides = snapshot, list(points), sides
        if not same:
            self.endResetModel()
        elif points:
            self._renewed()

    def show_effects(self, effects: Mapping[Key, Effect]) -> None:
        """Counts of leads, when they are known."""
        self.effects = dict(effects)
        if self.points:
            self._renewed()

    def _renewed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.points) - 1, DECISION))

    def row_of(self, key: Key | None) -> int:
        """The row of a place, −1 if it is not listed."""
        return next((i for i, p in enumerate(self.points) if key_of(p) == key), -1)

    def most(self) -> int:
        """The largest effect, to draw the others against."""
        return max((abs(e.right - e.left) for e in self.effects.values()), default=0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.points)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else DECISION + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or self.sides is None:
            return None
        left, right = (words.side_words(self.snapshot, side, short=False) for side in self.sides)
        return (translate("Compare", "Item"), translate("Compare", "Draft of {side}").format(side=left),
                translate("Compare", "Draft of {side}").format(side=right), translate("Compare", "Leads that match"),
                translate("Compare", "Decision"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.sides is None:
            return None
        point = self.points[index.row()]
        if role == POINT_ROLE:
            return point
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(point, index.column())
        return None

    def _text(self, point: Point, column: int) -> str:
        assert self.sides is not None
        if column == ITEM:
            return f"{words.belongs(self.snapshot, point)} {words.about(point)}"
        if column in (LEFT, RIGHT):
            return words.said(point, column)
        if column == EFFECT:
            effect = self.effects.get(key_of(point))
            return f"{effect.left:,} → {effect.right:,}" if effect else "—"
        return words.choice_words(self.snapshot, point, *self.sides)
