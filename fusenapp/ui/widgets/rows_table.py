"""Small tables of finished figures: texts left, counts right, shares as a bar with its percentage; and the card around one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets.card import Card
from fusenapp.ui.widgets.headers import SectionHeader
from fusenapp.ui.widgets.layouts import column
from fusenapp.ui.widgets.tables import ROW, read_only

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True)
class Column:
    """A column's header and what it holds."""

    title: str
    kind: Literal["text", "number", "share"] = "text"


class RowsModel(QAbstractTableModel):
    """Rows that do not change."""

    def __init__(self, columns: list[Column], rows: list[tuple[Any, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._rows = columns, rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        held, kind = self._rows[index.row()][index.column()], self._columns[index.column()].kind
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return held if kind == "text" else f"{held:,}" if kind == "number" else f"{held:.1%}"
        if role == Qt.ItemDataRole.UserRole:
            return held
        if role == Qt.ItemDataRole.ToolTipRole:
            return held if kind == "text" else None
        return _alignment(kind) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section].kind)
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None


def _alignment(kind: str) -> int:
    return _RIGHT if kind == "number" else _LEFT


class ShareBar(QStyledItemDelegate):
    """A bar from 0 to 100 %, and the figure beside it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRectF = QRectF(option.rect)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(place, color("accentW"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(place.x() + 8, place.center().y() - 3, max(place.width() - 76, 12), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(track, 3, 3)
        share = float(index.data(Qt.ItemDataRole.UserRole) or 0.0)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(QRectF(track.x(), track.y(), track.width() * min(share, 1.0), 6), 3, 3)
        painter.setPen(color("text"))
        painter.setFont(font())
        painter.drawText(place.adjusted(0, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, index.data())
        painter.restore()


def table_card(title: str, caption: str, table: QTableView) -> QWidget:
    """A table with its title on a card."""
    card = Card(padding=(12, 14))
    card.body.addLayout(column(SectionHeader(title, caption), table))
    card.body.addStretch(1)
    return card


def rows_table(name: str) -> QTableView:
    """An empty table for figures, to be filled by `fill_table`."""
    view = read_only(QTableView(), name, grid=False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    return view


def fill_table(view: QTableView, columns: list[Column], rows: list[tuple[Any, ...]]) -> None:
    """All rows at once: the page scrolls, not the table."""
    view.setModel(RowsModel(columns, rows, view))
    header = view.horizontalHeader()
    for at, each in enumerate(columns):
        header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch if each.kind != "number" else QHeaderView.ResizeMode.Fixed)
        view.setColumnWidth(at, 110)
        if each.kind == "share":
            view.setItemDelegateForColumn(at, ShareBar(view))
    view.setFixedHeight(header.sizeHint().height() + ROW * len(rows) + 4)
