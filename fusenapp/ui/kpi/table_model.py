"""The same figures as a table: node, segment and series down, months (or longer periods) across."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from fusenapp.domain import calendar
from fusenapp.i18n import translate
from fusenapp.ui.kpi.figures import MISSING, percent, plain, segment_words, series_words, tone_of, unit_words
from fusenapp.ui.theme import color, font

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.domain.kpi import Tree
    from fusenapp.kpi import KpiResult

Index = QModelIndex | QPersistentModelIndex
NAME, UNIT, SEGMENT, SERIES, FIRST = 0, 1, 2, 3, 4
ID_ROLE = Qt.ItemDataRole.UserRole
_ORDER = ("target", "actual", "achievement")


@dataclass(frozen=True)
class Line:
    """One row: a node's series in a segment."""

    node: str
    segment: str
    series: str
    depth: int
    first: bool


class KpiTable(QAbstractTableModel):
    """Cells are reckoned when they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._result: KpiResult | None = None
        self._lines: list[Line] = []
        self._periods: tuple[str, ...] = ()
        self._by: By = "month"

    def show(self, result: KpiResult, tree: Tree, by: By) -> None:
        """Other figures, or another tree over the same."""
        self.beginResetModel()
        self._result, self._by, self._periods, self._lines = result, by, result.periods(by), _lines(result, tree)
        self.endResetModel()

    def row_of(self, node: str) -> int:
        """First row of a node, −1 if it has none."""
        return next((i for i, line in enumerate(self._lines) if line.node == node), -1)

    def figure_at(self, index: Index) -> tuple[str, str, str, str] | None:
        """(node, series, month, segment) of a cell that is one month's figure."""
        if index.column() < FIRST or self._by != "month":
            return None
        line = self._lines[index.row()]
        return (line.node, line.series, self._periods[index.column() - FIRST], line.segment) if line.series != "achievement" else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if self._result is None or (parent is not None and parent.isValid()) else FIRST + len(self._periods)

    def words(self, column: int) -> set[str]:
        """All that one of the first columns says."""
        if self._result is None:
            return set()
        if column in (SEGMENT, SERIES):
            return {segment_words(line.segment) if column == SEGMENT else series_words(line.series) for line in self._lines}
        return {self.text(row, column) for row, line in enumerate(self._lines) if line.first}

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        assert self._result is not None
        line = self._lines[row]
        node = self._result.nodes[line.node].node
        if column < FIRST:
            names = (("　" * line.depth + node.name) if line.first else "", unit_words(node.unit) if line.first else "",
                     segment_words(line.segment), series_words(line.series))
            return names[column]
        period = self._periods[column - FIRST]
        if self._unfixed(line, period):
            return translate("Kpi", "not fixed")
        if line.series == "achievement":
            return percent(self._result.achievement(line.node, period, line.segment, self._by))
        return plain(self._result.value(line.node, period, line.series, line.segment, self._by), node.unit)

    def _unfixed(self, line: Line, period: str) -> bool:
        assert self._result is not None
        months = calendar.months_of(period, self._result.tree.fiscal_start, self._by)
        return line.series != "target" and all(m in self._result.unfixed for m in months if m in self._result.months)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._result is None:
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == ID_ROLE:
            return line.node
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if index.column() >= FIRST else Qt.AlignmentFlag.AlignLeft))
        if role == Qt.ItemDataRole.FontRole and index.column() == NAME:
            return font(13, bold=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._tone(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() >= FIRST:
            place = self._result.nodes[line.node].places.get((line.segment, line.series, self._periods[index.column() - FIRST]))
            return place or None
        return None

    def _tone(self, line: Line, column: int) -> QBrush:
        if column >= FIRST and line.series == "achievement" and self._result is not None:
            ratio = self._result.achievement(line.node, self._periods[column - FIRST], line.segment, self._by)
            token = tone_of(ratio, self._result.tree.nodes[line.node].direction == "down")
        else:
            token = "qualT" if line.segment == "quality" and column == SEGMENT else "text" if column in (NAME,) or column >= FIRST else "text2"
        return QBrush(color(token))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        if section < FIRST:
            return (translate("Kpi", "KPI"), translate("Kpi", "Unit"), translate("Kpi", "Segment"), translate("Kpi", "Series"))[section]
        return period_words(self._periods[section - FIRST])


def period_words(period: str) -> str:
    """A period for people: 2026/04, 2026 Q1, 2026 H1, FY2026."""
    if len(period) == 4:
        return translate("Kpi", "FY{year}").format(year=period)
    if period[5:] in ("H1", "H2"):
        half = translate("KpiKind", "{year} H1") if period.endswith("1") else translate("KpiKind", "{year} H2")
        return half.format(year=period[:4])
    return period.replace("-", " " if period[5:6] in ("Q", "H") else "/")


def _lines(result: KpiResult, tree: Tree) -> list[Line]:
    lines = []
    for node, depth in tree.walk():
        first = True
        for segment in result.nodes[node.id].segments:
            there = [s for s in _ORDER[:2] if result.nodes[node.id].series[segment].get(s)]
            if len(there) == 2:
                there.append("achievement")
            for series in there:
                lines.append(Line(node.id, segment, series, depth, first))
                first = False
    return lines


__all__ = ["FIRST", "ID_ROLE", "MISSING", "KpiTable", "period_words"]
