"""Which KPIs have a chart: the tree as a list with ticks, found by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fusenapp.domain.kpi import key
from fusenapp.i18n import translate
from fusenapp.ui.kpi.figures import percent, state_of, tone_of
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import column, draw_department_mark
from fusenapp.ui.widgets.form import field

if TYPE_CHECKING:
    from fusenapp.domain.kpi import Tree
    from fusenapp.ui.kpi.all_figures import AllFigures

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole
_ROW, _INDENT, _DEEPEST = 28, 10, 5
_WIDTHS, _AROUND = (236, 300), 128
"""The narrowest and the widest, and what stands around a name: tick, mark, achievement, the scroll bar."""


class PickModel(QAbstractListModel):
    """The nodes of the tree whose name holds what was typed.

    Signals:
        ticked: (node id, whether it is to have a chart).
    """

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, int]] = []
        self.chosen: Collection[str] = ()
        self._tree: Tree | None = None
        self._figures: AllFigures | None = None
        self._wanted = ""

    def show(self, tree: Tree, figures: AllFigures, chosen: Collection[str]) -> None:
        """Another tree, figures or choice; the rows stay where they are the same."""
        self._tree, self._figures, self.chosen = tree, figures, chosen
        self._fill()

    def find(self, words: str) -> None:
        """Only names that hold these words."""
        self._wanted = key(words)
        self._fill()

    def _fill(self) -> None:
        if self._tree is None:
            return
        rows = [(node.id, 0 if self._wanted else depth) for node, depth in self._tree.walk() if self._wanted in key(node.name)]
        if rows == self.rows:
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def achievement(self, id: str) -> tuple[float | None, bool]:
        """(achievement, whether less is better)."""
        assert self._tree is not None
        assert self._figures is not None
        return self._figures.achievement(id), self._tree.nodes[id].direction == "down"

    def department(self, id: str) -> str:
        """That of a node."""
        return self._tree.nodes[id].department if self._tree is not None else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._tree is None:
            return None
        id = self.rows[index.row()][0]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._tree.nodes[id].name
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return percent(self.achievement(id)[0])
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if id in self.chosen else Qt.CheckState.Unchecked
        return id if role == ID_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(self.rows[index.row()][0], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class PickDelegate(QStyledItemDelegate):
    """Tick, mark of the department, name, achievement."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shapes: Mapping[str, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, PickModel)
        id, depth = model.rows[index.row()]
        achievement, down = model.achievement(id)
        told = percent(achievement) if state_of(achievement, down) else ""
        place: QRect = option.rect  # type: ignore[attr-defined]
        indent = min(depth, _DEEPEST) * _INDENT
        option.text = ""  # type: ignore[attr-defined]
        super().paint(painter, option, index)
        painter.save()
        left = place.left() + 36 + indent
        draw_department_mark(painter, QRectF(left, place.center().y() - 4, 9, 9), self.shapes.get(model.department(id), ""))
        painter.setFont(font(11, bold=True))
        width = painter.fontMetrics().horizontalAdvance(told)
        painter.setPen(color(tone_of(achievement, down)))
        painter.drawText(place.adjusted(0, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), told)
        painter.setFont(font(13))
        painter.setPen(color("text"))
        room = place.right() - 14 - width - left - 14
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left + 14, place.top(), room, place.height()), int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]


class PickList(QListView):
    """Enter ticks like Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            self.model().setData(index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


class TrendPicker(QWidget):
    """A search field above the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PickModel()
        self.search = field(placeholder=translate("KpiTrends", "Find a KPI"), name=translate("KpiTrends", "Find a KPI"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.find)
        self.list = PickList()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(translate("KpiTrends", "KPIs with a chart"))
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.model)
        self._delegate = PickDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        layout = column(self.search, gap=8)
        layout.addWidget(self.list, 1)
        self.setLayout(layout)
        self.setFixedWidth(_WIDTHS[0])

    def show_tree(self, tree: Tree, figures: AllFigures, chosen: Collection[str], shapes: Mapping[str, str]) -> None:
        """``shapes``: department id → shape of its mark."""
        self._delegate.shapes = shapes
        self.model.show(tree, figures, chosen)
        metrics = QFontMetrics(font(13))
        widest = max((min(depth, _DEEPEST) * _INDENT + metrics.horizontalAdvance(node.name) for node, depth in tree.walk()), default=0)
        self.setFixedWidth(min(max(widest + _AROUND, _WIDTHS[0]), _WIDTHS[1]))
