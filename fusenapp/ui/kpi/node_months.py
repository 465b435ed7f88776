"""A KPI's figures by month in the inspector: target, actual and achievement; a figure chosen says where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from fusenapp.i18n import translate
from fusenapp.ui.kpi.figures import NodeFigures, percent, plain, series_words, tone_of
from fusenapp.ui.kpi.letters import Letters
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import InspectorSection
from fusenapp.ui.widgets.tables import read_only

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult

Index = QModelIndex | QPersistentModelIndex
SHOWN = 12
SERIES = ("target", "actual", "achievement")
_ROW, _HEAD = 22, 24
_WIDTH, _MONTH, _GAP = 256, 46, 8
"""Width of the table in the narrowest inspector, of the month, and between the figures, which share what achievements leave."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_INSIDE = 3
"""Air on both sides of a cell's words, as the style leaves it."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class MonthsModel(QAbstractTableModel):
    """The last months down; month, target, actual and achievement across."""

    def __init__(self) -> None:
        super().__init__()
        self.months: tuple[str, ...] = ()
        self._result: KpiResult | None = None
        self._figures: NodeFigures | None = None
        self._cells: list[tuple[str, ...]] = []
        self._ratios: list[float | None] = []
        self._small, self.per = False, 1

    def show(self, result: KpiResult, figures: NodeFigures) -> None:
        """Other figures; the rows stay while the months do."""
        anew = self.months != result.months[-SHOWN:]
        if anew:
            self.beginResetModel()
        self._result, self._figures, self.months = result, figures, result.months[-SHOWN:]
        node = result.nodes[figures.id]
        told = [plain(node.get(m, series), figures.unit) for m in self.months for series in SERIES[:2]]
        usual, small = (max(map(QFontMetrics(font(size)).horizontalAdvance, told), default=0) for size in (13, 11))
        room = (_WIDTH - _MONTH - ratio_width()) // 2 - _GAP
        self._small, self.per = usual > room, 1000 if figures.unit == "円" and small > room else 1
        self._ratios = [node.achievement.get("all", {}).get(month) for month in self.months]
        self._cells = [self._row(month, ratio) for month, ratio in zip(self.months, self._ratios, strict=True)]
        if anew:
            self.endResetModel()
        elif self.months:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.months) - 1, 3))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)

    def _row(self, month: str, ratio: float | None) -> tuple[str, ...]:
        assert self._result is not None
        assert self._figures is not None
        node, unit = self._result.nodes[self._figures.id], self._figures.unit
        target, actual = (node.get(month, series) for series in SERIES[:2])
        told = translate("Kpi", "not fixed") if month in self._result.unfixed else plain(None if actual is None else actual / self.per, unit)
        return month[2:].replace("-", "/"), plain(None if target is None else target / self.per, unit), told, percent(ratio)

    def look(self, row: int, column: int) -> tuple[str, int, int, str]:
        """A cell's words, alignment, size of letters and colour."""
        assert self._figures is not None
        size = 11 if not column or self._small else 13
        tone = tone_of(self._ratios[row], self._figures.down) if column == 3 else "text" if column else "text2"
        return self._cells[row][column], _RIGHT if column else _LEFT, size, tone

    def cell(self, index: Index) -> tuple[str, str] | None:
        """(series, month) of a figure that comes from somewhere."""
        if not index.isValid() or index.column() not in (1, 2) or self._result is None:
            return None
        series, month = SERIES[index.column() - 1], self.months[index.row()]
        return None if series == "actual" and month in self._result.unfixed else (series, month)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.months)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._result is None or self._figures is None:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[row][column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.look(row, column)[1]
        if role == Qt.ItemDataRole.FontRole:
            return font(self.look(row, column)[2])
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(color(self.look(row, column)[3]))
        found = self.cell(index) if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole) else None
        return self._result.nodes[self._figures.id].places.get(("all", *found)) or None if found else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if role != Qt.ItemDataRole.DisplayRole or not section:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        return series_words(SERIES[section - 1])


def ratio_width() -> int:
    """Of the column of achievements, whose word is longer in English than its figures."""
    figures = QFontMetrics(font(13)).horizontalAdvance(percent(8.888)) + 2 * _INSIDE + 1
    return max(figures, QFontMetrics(font(11)).horizontalAdvance(series_words("achievement")) + 8)


class _Cell(QStyledItemDelegate):
    """Paints a figure as the style would: the style asks for each of five dozen cells what every item of any view could be.

    The cell that is chosen is left to the style.
    """

    def __init__(self, months: MonthsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._months, self._letters = months, Letters()
        self._faces_of, self._made = QFont(), dict[int, QFont]()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver):
            super().paint(painter, option, index)
            return
        words, align, size, tone = self._months.look(index.row(), index.column())
        place: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        room = place.adjusted(_INSIDE, 0, -_INSIDE, 0)
        painter.setPen(color(tone))
        self._letters.draw_item(painter, room, words, self._faces(size), right=align == _RIGHT)

    def _faces(self, size: int) -> QFont:
        """The two sizes of letters; they are made anew with the window's font, not for every cell."""
        if self._faces_of != QApplication.font():
            self._faces_of, self._made = QApplication.font(), {}
        return self._made.setdefault(size, font(size))


class MonthsTable(QTableView):
    """As high as its rows; a click or Enter on a figure asks for its place.

    Signals:
        asked: (series, month).
    """

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.months = MonthsModel()
        read_only(self, translate("Kpi", "By month"), high=_ROW, rows=False, single=True, grid=False)
        self.setModel(self.months)
        self.setItemDelegate(_Cell(self.months, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("flat", True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setFixedHeight(_HEAD)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, _MONTH), (3, ratio_width())):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.clicked.connect(self._ask)

    def show_figures(self, result: KpiResult, figures: NodeFigures) -> None:
        """Other figures."""
        self.months.show(result, figures)
        self.setFixedHeight(_HEAD + _ROW * len(self.months.months))

    def sizeHint(self) -> QSize:
        return QSize(240, _HEAD + _ROW * len(self.months.months))

    def _ask(self, index: QModelIndex) -> None:
        found = self.months.cell(index)
        if found is not None:
            self.asked.emit(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)


class MonthsSection(InspectorSection):
    """The table under its title."""

    def __init__(self) -> None:
        super().__init__(translate("Kpi", "By month"), translate("Kpi", "click a figure to see its cell"))
        self.table = MonthsTable()
        self.body.addWidget(self.table)

    def show_figures(self, result: KpiResult, figures: NodeFigures) -> None:
        """Other figures; large amounts are told in thousands, and that they are."""
        self.table.show_figures(result, figures)
        thousands = self.table.months.per > 1
        self.header.caption.setText(translate("KpiTrends", "in 1,000 yen; click a figure to see its cell") if thousands else translate(
            "Kpi", "click a figure to see its cell"))
