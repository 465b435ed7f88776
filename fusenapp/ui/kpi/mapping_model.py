"""The rows of a KPI sheet with the KPI that each feeds, to be chosen in place; and what the sheet says otherwise than we do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.kpi.figures import plain, segment_words, series_words, spoken
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.theme import color

if TYPE_CHECKING:
    from fusenapp.domain.kpi import Source, Tree
    from fusenapp.flows.kpi_mapping import Difference, Line

Index = QModelIndex | QPersistentModelIndex
ROW, PARTS, LAST, KPI, HOW = range(5)
IGNORED = "-"
"""Chosen for a row that is to feed no KPI on purpose; no id of a KPI looks like it."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class MappingModel(QAbstractTableModel):
    """One line per row of the sheet. What is chosen is written only when the dialog is accepted."""

    def __init__(self, tree: Tree, lines: Sequence[Line]) -> None:
        super().__init__()
        self.tree, self.lines = tree, list(lines)
        self.chosen: dict[Source, str] = {line.source: IGNORED if line.ignored else line.node or line.suggested for line in lines}
        self._by_hand: set[Source] = set()

    def choose(self, row: int, node: str) -> None:
        """Let a row feed a KPI (empty = none, `IGNORED` = none on purpose); a KPI is fed by one row, so another row lets go of it."""
        for at, line in enumerate(self.lines):
            if at != row and node not in ("", IGNORED) and self.chosen[line.source] == node:
                self.chosen[line.source] = ""
                self._by_hand.add(line.source)
        self.chosen[self.lines[row].source] = node
        self._by_hand.add(self.lines[row].source)
        self.dataChanged.emit(self.index(0, KPI), self.index(len(self.lines) - 1, HOW))

    def ignore_open(self) -> None:
        """Every row that feeds no KPI is to feed none on purpose."""
        for line in self.open_lines:
            self.chosen[line.source] = IGNORED
            self._by_hand.add(line.source)
        self.dataChanged.emit(self.index(0, KPI), self.index(len(self.lines) - 1, HOW))

    @property
    def open_lines(self) -> list[Line]:
        """The rows that feed no KPI and are not ignored."""
        return [line for line in self.lines if not self.chosen[line.source]]

    @property
    def sources(self) -> dict[Source, str]:
        """Row → id of the KPI that it is to feed, or empty."""
        return {source: "" if node == IGNORED else node for source, node in self.chosen.items()}

    @property
    def ignored(self) -> list[tuple[str, str]]:
        """(department, name) of the rows that feed none on purpose."""
        return [(source.department, source.name) for source, node in self.chosen.items() if node == IGNORED]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else HOW + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == KPI else found

    def _how(self, line: Line) -> str:
        node = self.chosen[line.source]
        if not node:
            return translate("KpiMapping", "Feeds no KPI")
        if node == _before(line):
            return translate("KpiMapping", "as until now")
        return translate("KpiMapping", "chosen") if line.source in self._by_hand else translate("KpiMapping", "suggested by its name")

    def _text(self, line: Line, column: int) -> str:
        if column == ROW:
            return " › ".join(part for part in (line.source.department, line.source.name) if part)
        if column == PARTS:
            return "・".join(segment_words(s) for s in dict.fromkeys(line.segments) if s in ("all", "quality", "general"))
        if column == LAST:
            if line.last is None:
                return "—"
            month, figure = line.last
            return f"{period_words(month)}  {spoken(figure, line.unit)}"
        if column == HOW:
            return self._how(line)
        node = self.chosen[line.source]
        return translate("KpiMapping", "(ignored)") if node == IGNORED else self.tree.nodes[node].name if node in self.tree.nodes else "—"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self.chosen[line.source]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == KPI:
            return icons.icon("chevron-down")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == LAST:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == HOW:
            node = self.chosen[line.source]
            return QBrush(color("warn" if not node else "text2" if node == _before(line) else "accent"))
        if role == Qt.ItemDataRole.ForegroundRole and self.chosen[line.source] == IGNORED:
            return QBrush(color("text3"))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or value == self.chosen[self.lines[index.row()].source]:
            return False
        self.choose(index.row(), str(value or ""))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return (translate("KpiMapping", "Row of the sheet"), translate("KpiMapping", "Parts"), translate("KpiMapping", "Last actual"),
                translate("KpiMapping", "Feeds the KPI"), "")[section]


def _before(line: Line) -> str:
    """What is written of a row."""
    return IGNORED if line.ignored else line.node


class KpiChooser(QStyledItemDelegate):
    """A list of the KPIs in place of the cell."""

    def __init__(self, tree: Tree, parent: QWidget) -> None:
        super().__init__(parent)
        self._tree = tree

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(translate("KpiMapping", "Feeds the KPI"))
        box.addItem(translate("Kpi", "none"), "")
        box.addItem(translate("KpiMapping", "Ignore this row"), IGNORED)
        for node, depth in self._tree.walk():
            if node.type != "linked":
                box.addItem("　" * min(depth, 6) + node.name, node.id)
        box.activated.connect(lambda: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole)), 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)  # type: ignore[arg-type]


class DifferencesModel(QAbstractTableModel):
    """What, when, the sheet's figure, ours, and the cell."""

    def __init__(self, tree: Tree, found: Sequence[Difference]) -> None:
        super().__init__()
        self._tree, self.found = tree, list(found)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def _what(self, found: Difference) -> str:
        if found.kind == "total":
            return translate("KpiMapping", "Total of the sheet")
        if found.kind == "rate":
            return translate("KpiMapping", "Achievement of {name}").format(name=found.name)
        parts = [found.name, segment_words(found.segment) if found.segment in ("quality", "general") else "", series_words(found.series)]
        return "・".join(part for part in parts if part)

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        found = self.found[row]
        if column == 0:
            return self._what(found)
        if column == 1:
            return period_words(found.month) if found.month else "—"
        return (plain(found.sheet, found.unit), plain(found.ours, found.unit), found.place)[column - 2]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row(), index.column())
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (2, 3) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return (translate("KpiMapping", "Figure"), translate("Kpi", "Month"), translate("KpiMapping", "The sheet says"),
                translate("KpiMapping", "Comes out as"), translate("KpiMapping", "Cell"))[section]
