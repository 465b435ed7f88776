"""Tables whose cells are written in: rows of the document, a column a field, each with its own way of being edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QBrush, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets.tables import read_only

Index = QModelIndex | QPersistentModelIndex
Options = Sequence[tuple[str, str]]
"""(value, words) each."""
ROW, MOST = 32, 12
"""Height of a row; rows shown before the table scrolls by itself."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        kind: ``text`` one line, ``choice`` one of `options`, ``free`` those or anything else, ``read`` only shown.
        width: pixels; 0 takes what is left.
        options: what can be chosen; asked when an editor opens.
        right: figures, aligned right.
        wide: only shown from this width of the table on.
    """

    key: str
    title: str
    width: int = 0
    kind: Literal["text", "choice", "free", "read"] = "text"
    options: Callable[[], Options] | None = None
    right: bool = False
    wide: int = 0


@dataclass(frozen=True)
class Row:
    """One record: what its cells say, and what they hold.

    Attributes:
        texts: column → words.
        values: column → the value that an editor begins with; the words where there is none.
        tones: column → colour token; ``""`` for the whole row.
        checked: None without a check box.
        struck: crossed out, since nothing is left to do.
        tips: column → tool tip.
    """

    id: str
    texts: Mapping[str, str]
    values: Mapping[str, str] = field(default_factory=dict)
    tones: Mapping[str, str] = field(default_factory=dict)
    checked: bool | None = None
    struck: bool = False
    tips: Mapping[str, str] = field(default_factory=dict)


class CellsModel(QAbstractTableModel):
    """Rows of records.

    Args:
        write: called with (id, column, value) when a cell was edited.
        check: called with (id, checked).
    """

    def __init__(self, columns: Sequence[Column], write: Callable[[str, str, str], None] | None = None,
                 check: Callable[[str, bool], None] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns, self._write, self._check = tuple(columns), write, check
        self.rows: list[Row] = []
        self.locked = False

    def show(self, rows: Sequence[Row]) -> None:
        """Other rows; where only contents changed, selection and open editors stay."""
        same = [r.id for r in rows] == [r.id for r in self.rows]
        if same and list(rows) == self.rows:
            return
        if not same:
            self.beginResetModel()
        self.rows = list(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))

    def row_of(self, id: str) -> int:
        """Where a record stands, −1 if it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(self.columns[section]))
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        text = row.texts.get(column.key, "")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.EditRole:
                return row.values.get(column.key, text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {text}" if text else column.title
            case Qt.ItemDataRole.ToolTipRole:
                return row.tips.get(column.key) or text or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_side(column))
            case _:
                return self._look(row, column, index.column(), role)

    def _look(self, row: Row, column: Column, at: int, role: int) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and at == 0 and row.checked is not None:
            return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = row.tones.get(column.key) or row.tones.get("")
            return color(tone) if tone else None
        if role == Qt.ItemDataRole.FontRole and row.struck and at == 0:
            struck = font()
            struck.setStrikeOut(True)
            return struck
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return plain
        if index.column() == 0 and self.rows[index.row()].checked is not None and self._check and not self.locked:
            plain |= Qt.ItemFlag.ItemIsUserCheckable
        if self._write and not self.locked and self.columns[index.column()].kind != "read":
            plain |= Qt.ItemFlag.ItemIsEditable
        return plain

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and self._check:
            self._check(row.id, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and self._write:
            column = self.columns[index.column()]
            if str(value) != row.values.get(column.key, row.texts.get(column.key, "")):
                self._write(row.id, column.key, str(value))
            return True
        return False


def _side(column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft)


class _Chooser(QComboBox):
    """Tells a choice from the list that drops down; arrows in the closed box only walk.

    Signals:
        chosen: somebody chose.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._walking = False
        self.activated.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._walking = True
        try:
            super().keyPressEvent(event)
        finally:
            self._walking = False

    def _tell(self, _: int) -> None:
        if not self._walking:
            self.chosen.emit()


class CellsDelegate(QStyledItemDelegate):
    """Editors by kind of column."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Off target stays red in the row that is chosen: the style sheet has one colour for all of it."""
        super().initStyleOption(option, index)
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected and index.data(Qt.ItemDataRole.ForegroundRole) is not None:
            option.state = state & ~QStyle.StateFlag.State_Selected  # pyright: ignore[reportAttributeAccessIssue]
            option.backgroundBrush = QBrush(color("accentW"))  # pyright: ignore[reportAttributeAccessIssue]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, CellsModel)
        column = model.columns[index.column()]
        if column.kind == "text" or column.options is None:
            editor: QWidget = QLineEdit(parent)
        else:
            editor = self._combo(parent, column, str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.setAccessibleName(column.title)
        editor.setProperty("small", True)
        return editor

    def _combo(self, parent: QWidget, column: Column, now: str) -> QComboBox:
        combo = _Chooser(parent)
        for value, words in column.options() if column.options else ():
            combo.addItem(words, value)
        combo.setEditable(column.kind == "free")
        at = combo.findData(now)
        if at >= 0 or column.kind == "choice":
            combo.setCurrentIndex(max(at, 0))
        else:
            combo.setEditText(now)
        combo.chosen.connect(lambda: self._chosen(combo))
        if column.kind == "choice":
            QTimer.singleShot(0, combo, combo.showPopup)  # there is nothing to do but to choose
        return combo

    def _chosen(self, combo: QComboBox) -> None:
        """A choice is made at once, not when the cell is left."""
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, combo_value(editor))
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(place.adjusted(1, 1, max(0, 180 - place.width()) if isinstance(editor, QComboBox) else 0, -1))


def combo_value(combo: QComboBox) -> str:
    """What a box of choices holds: the value of a choice, or what was typed into it."""
    if not combo.isEditable():
        return str(combo.currentData() or "")
    typed = combo.currentText().strip()
    at = combo.findText(typed)
    return str(combo.itemData(at)) if at >= 0 else typed


class CellsTable(QTableView):
    """As high as its rows, up to `MOST`; Enter and F2 edit, Space ticks, Delete removes, the menu key opens the menu.

    Args:
        name: what screen readers say.
        removed: called with an id.
        menu: fills the menu of a row.
        opened: called with an id on a double click of a cell that is only shown, and on Enter there.
    """

    def __init__(self, model: CellsModel, name: str, *, removed: Callable[[str], None] | None = None,
                 menu: Callable[[QMenu, str], None] | None = None, opened: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self.cells, self._removed, self._menu, self._opened = model, removed, menu, opened
        read_only(self, name, high=ROW, rows=False, single=True)
        self.setShowGrid(False)
        self.setModel(model)
        self.setItemDelegate(CellsDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
                             | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setFrameShape(QTableView.Shape.NoFrame)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(40)
        for at, column in enumerate(model.columns):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch)
            if column.width:
                header.resizeSection(at, column.width)
        self.doubleClicked.connect(self._double)
        self._ticked, self._before = "", ("", 0, 0)
        model.modelAboutToBeReset.connect(self._note_place)
        model.modelReset.connect(self._return)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self.fit)
        self.fit()

    @property
    def current(self) -> str:
        """Id of the row that the keyboard is on, or empty."""
        at = self.currentIndex().row()
        return self.cells.rows[at].id if 0 <= at < len(self.cells.rows) else ""

    def fit(self, *_: object) -> None:
        """As high as the rows."""
        rows = min(self.cells.rowCount(), MOST)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + ROW * rows + 2)
        self.setVisible(bool(rows))

    def _note_place(self) -> None:
        index = self.currentIndex()
        self._before = (self.current, index.row(), index.column())

    def _return(self) -> None:
        """After a reset the keyboard is on the same record; what was just ticked moves away, and the next one is in its place."""
        id, row, column = self._before
        at = self.cells.row_of(id) if id and id != self._ticked else -1
        self._ticked = ""
        at = at if at >= 0 else min(row, self.cells.rowCount() - 1)
        if id and at >= 0:
            self.setCurrentIndex(self.cells.index(at, column))

    def choose(self, id: str) -> None:
        """Put the keyboard on a record's row."""
        at = self.cells.row_of(id)
        if at >= 0:
            self.setCurrentIndex(self.cells.index(at, 0))
            self.scrollTo(self.cells.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and self.state() != QTableView.State.EditingState:
            if self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            elif self._opened:
                self._opened(self.current)
        elif key == Qt.Key.Key_Delete and self.current and self._removed and not self.cells.locked:
            self._removed(self.current)
        elif key == Qt.Key.Key_Space and index.isValid() and self.cells.rows[index.row()].checked is not None:
            first = self.cells.index(index.row(), 0)
            if self.cells.flags(first) & Qt.ItemFlag.ItemIsUserCheckable:
                ticked, self._ticked = self.cells.rows[index.row()].checked, self.current
                self.cells.setData(first, (Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked).value, Qt.ItemDataRole.CheckStateRole)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._at_edge(key):
            event.ignore()  # the page scrolls on
        else:
            super().keyPressEvent(event)

    def _at_edge(self, key: int) -> bool:
        at = self.currentIndex().row()
        return (key == Qt.Key.Key_Up and at <= 0) or (key == Qt.Key.Key_Down and at == self.cells.rowCount() - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for at, column in enumerate(self.cells.columns):
            if column.wide:
                self.setColumnHidden(at, self.width() < column.wide)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(0, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if self._menu is None or not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        self._menu(menu, self.cells.rows[index.row()].id)
        place = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self.viewport().mapToGlobal(
            self.visualRect(index).bottomLeft())
        menu.popup(place)

    def _double(self, index: QModelIndex) -> None:
        if self._opened and not self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self._opened(self.cells.rows[index.row()].id)
