"""The rows of a KPI sheet as they were understood: department, KPI, segment, series, then the months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fusenapp.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fusenapp.tables import KpiRow

Index = QModelIndex | QPersistentModelIndex
_FIRST = 4


class KpiPreview(QAbstractTableModel):
    """One line per row and series."""

    def __init__(self, rows: Sequence[KpiRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._months = sorted({month for row in rows for series in row.series.values() for month in series})
        self._lines = [(row, series) for row in rows for series in row.series]

    def place(self, index: Index) -> str:
        """``file › sheet › A1`` of a figure; empty for words."""
        row, series = self._lines[index.row()]
        month = self._months[index.column() - _FIRST] if index.column() >= _FIRST else ""
        return row.places.get((series, month), "")

    def index_of(self, place: str) -> QModelIndex | None:
        """The figure that came from a cell: ``sheet › A1``."""
        for at, (row, series) in enumerate(self._lines):
            for (said, month), where in row.places.items():
                if said == series and where.endswith(place) and month in self._months:
                    return self.index(at, _FIRST + self._months.index(month))
        return None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _FIRST + len(self._months)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, series = self._lines[index.row()]
        month = self._months[index.column() - _FIRST] if index.column() >= _FIRST else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return figure_text(row.series[series].get(month), row.unit) if month else _words(row, series)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and month:
            return row.places.get((series, month))
        if role == Qt.ItemDataRole.TextAlignmentRole and month:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= _FIRST else Qt.AlignmentFlag.AlignLeft
            return int(Qt.AlignmentFlag.AlignVCenter | side)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section >= _FIRST:
            return self._months[section - _FIRST].replace("-", "/")
        return (translate("Importing", "Department"), translate("Importing", "KPI"), translate("Importing", "Segment"),
                translate("Importing", "Series"))[section]


def segment_words(segment: str) -> str:
    """Which leads a row counts."""
    return {"all": translate("Importing", "All"), "quality": translate("Importing", "Quality leads"),
            "general": translate("Importing", "General leads")}.get(segment, segment)


def series_words(series: str) -> str:
    """Target, actual and so on."""
    return {"target": translate("Importing", "Target"), "actual": translate("Importing", "Actual"),
            "forecast": translate("Importing", "Forecast"), "previous": translate("Importing", "Previous year")}.get(series, series)


def _words(row: KpiRow, series: str) -> tuple[str, str, str, str]:
    unit = f" ({row.unit})" if row.unit else ""
    return row.department, row.name + unit, segment_words(row.segment), series_words(series)


def figure_text(value: float | None, unit: str) -> str:
    """A figure of a sheet; a missing one as a dash."""
    if value is None:
        return "—"
    return f"{value:.1%}" if unit == "%" else f"{value:,.10g}"
