"""The raw grid: coloured by part, corrected by clicking, dragging or the menu key."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.importing.roles import role_color
from fusenapp.ui.importing.sheet_model import GAP, MARK, ROLE, SheetModel, short
from fusenapp.ui.theme import color, font

if TYPE_CHECKING:
    from fusenapp.tables import Preview

Area = tuple[int, int, int, int]
_ROW, _NARROW, _WIDE, _SPANS = 26, 48, 200, 400


class CellPainter(QStyledItemDelegate):
    """Paper, text and, where something is doubtful, a corner."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        rect, role = option.rect, index.data(ROLE)  # type: ignore[attr-defined]
        painter.fillRect(rect, role_color(role))
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            tint = QColor(color("focus"))
            tint.setAlpha(46)
            painter.fillRect(rect, tint)
        self._words(painter, rect, index, role)
        if index.data(MARK):
            _corner(painter, rect)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _words(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, role: str) -> None:
        text = str(index.data() or "")
        if not text:
            return
        painter.setPen(color("text3" if role in ("out", "note", "") else "text"))
        painter.setFont(font(bold=role in ("header", "title", "total")))
        inside = rect.adjusted(6, 0, -6, 0)
        line = painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, inside.width())
        across = Qt.AlignmentFlag.AlignRight if role in ("data", "total", "recap") and _is_figure(text) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, int(across | Qt.AlignmentFlag.AlignVCenter), line)
        if role == "out":
            painter.drawLine(inside.left(), inside.center().y(), inside.right(), inside.center().y())


def _is_figure(text: str) -> bool:
    return text[:1] in "0123456789-+▲△¥￥(" and sum(c.isdigit() for c in text) * 2 > len(text) and "/" not in text and text.count("-") < 2


def _corner(painter: QPainter, rect: QRect) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("warn"))
    right, top = rect.right() + 1, rect.top()
    painter.drawPolygon(QPolygonF([QPointF(right - 9, top), QPointF(right, top), QPointF(right, top + 9)]))
    painter.restore()


class SheetView(QTableView):
    """Shows a `SheetModel`.

    Signals:
        rows_asked: (first, last row of the sheet, where) what to do with them: their number was pressed, Enter or the menu key.
        column_asked: (column of the sheet, counted from 0) its letter was pressed.
        area_drawn: (area, where) the user dragged over several rows and columns.
    """

    rows_asked = Signal(int, int, QPoint)
    column_asked = Signal(int)
    area_drawn = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Importing", "Sheet as it is in the file"))
        self.setItemDelegate(CellPainter(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerWidget(QWidget())
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setMinimumWidth(44)
        self.verticalHeader().sectionClicked.connect(self._row_pressed)
        self.horizontalHeader().sectionClicked.connect(self.column_asked)
        self.verticalHeader().setToolTip(translate("Importing", "Press a row number to say what the row is"))
        self.horizontalHeader().setToolTip(translate("Importing", "Press a letter to set the column right"))
        self._dragged = False

    @property
    def sheet(self) -> SheetModel | None:
        """The model, once a sheet is shown."""
        found = self.model()
        return found if isinstance(found, SheetModel) else None

    def show_sheet(self, preview: Preview) -> SheetModel:
        """Show another sheet."""
        model = SheetModel(preview, self)
        former = self.model()
        self.setModel(model)
        if former is not None:
            former.deleteLater()
        for column, width in enumerate(_widths(preview)):
            self.setColumnWidth(column, width)
        self._merge(preview, model)
        return model

    def _merge(self, preview: Preview, model: SheetModel) -> None:
        """Show merged cells as one."""
        from fusenapp.tables.places import parse_area

        self.clearSpans()
        for at, column, across in _overflowing(preview, model):
            self.setSpan(at, column, 1, across)
        for place in preview.merges[:_SPANS]:
            area = parse_area(place)
            if area is not None and area[2] < len(preview.cells):
                top, left, bottom, right = area
                across = min(right, model.columnCount() - 1) - left + 1
                if across > 0 and (across > 1 or bottom > top):
                    self.setSpan(top, left, bottom - top + 1, across)

    def selected_area(self) -> Area | None:
        """What is selected, on the sheet: rows and columns counted from 0."""
        ranges, model = self.selectionModel(), self.sheet
        if ranges is None or model is None or not ranges.selection().count():
            return None
        chosen = ranges.selection()
        found = [chosen.at(at) for at in range(chosen.count())]
        rows = [model.sheet_row(r) for r in (min(r.top() for r in found), max(r.bottom() for r in found))]
        if GAP in rows:
            return None
        return rows[0] - 1, min(r.left() for r in found), rows[1] - 1, max(r.right() for r in found)

    def go_to(self, row: int, column: int) -> bool:
        """Select a cell of the sheet (row from 1, column from 0) and bring it into view; False if it is not shown."""
        model = self.sheet
        at = model.model_row(row) if model is not None else None
        if model is None or at is None or column >= model.columnCount():
            return False
        index = model.index(at, max(column, 0))
        self.setCurrentIndex(index)
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return model.sheet_row(at) != GAP

    # the ways to ask

    def _row_pressed(self, at: int) -> None:
        header = self.verticalHeader()
        self._ask_rows(header.mapToGlobal(QPoint(header.width() - 8, header.sectionViewportPosition(at) + _ROW)))

    def _ask_rows(self, where: QPoint) -> None:
        area = self.selected_area()
        if area is not None:
            self.rows_asked.emit(area[0] + 1, area[2] + 1, where)

    def _below_cell(self) -> QPoint:
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(rect.bottomLeft())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not keyboard:
            index = self.indexAt(event.pos())
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        self._ask_rows(self._below_cell() if keyboard else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask_rows(self._below_cell())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._dragged = self._dragged or bool(event.buttons() & Qt.MouseButton.LeftButton)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        dragged, self._dragged = self._dragged, False
        area = self.selected_area()
        if dragged and area is not None and area[2] > area[0] and area[3] > area[1]:
            self.area_drawn.emit(area, event.globalPosition().toPoint())


def _overflowing(preview: Preview, model: SheetModel) -> list[tuple[int, int, int]]:
    """(row, column, columns) of words beside the tables that are longer than their cell: they are shown over the blank cells after it."""
    merged = {row for place in preview.merges for row in _rows_of(place)}
    found = []
    for at, row in enumerate(preview.cells):
        if at in merged or model.roles.row(at + 1) in ("data", "header", "total", "recap"):
            continue
        filled = [column for column, text in enumerate(row) if text]
        for column, after in pairwise([*filled, model.columnCount()]):
            if after > column + 1 and _length(row[column]) > _NARROW:
                found.append((at, column, after - column))
    return found


def _rows_of(place: str) -> range:
    from fusenapp.tables.places import parse_area

    area = parse_area(place)
    return range(area[0], area[2] + 1) if area is not None else range(0)


def _widths(preview: Preview) -> list[int]:
    """Widths after the first rows, reckoned from the number of letters: asking the font for every cell takes too long."""
    merged = _starts_of_merges(preview)
    widths: list[int] = []
    for at, row in enumerate(preview.cells[:40]):
        for column, text in enumerate(row):
            if column == len(widths):
                widths.append(_NARROW)
            alone = (at, column) not in merged and not (at < 3 and sum(map(bool, row)) <= 2)
            if text and alone:
                widths[column] = max(widths[column], _length(short(text.split("\n")[0])))
    return [min(width, _WIDE) for width in widths]


def _starts_of_merges(preview: Preview) -> set[tuple[int, int]]:
    from fusenapp.tables.places import parse_area

    areas = (parse_area(place) for place in preview.merges[:_SPANS])
    return {(area[0], area[1]) for area in areas if area is not None and area[3] > area[1]}


def _length(text: str) -> int:
    return 14 + sum(13 if unicodedata.east_asian_width(letter) in "WFA" else 10 for letter in text[:30])
