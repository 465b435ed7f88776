"""What is doubtful about a table: a sentence each with its place; many of one kind are folded into one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets.labels import broken_lines

if TYPE_CHECKING:
    from fusenapp.tables import Problem

ENTRY = Qt.ItemDataRole.UserRole
SHOWN = 300
"""Lines shown at once."""
_TOGETHER = 4
"""So many of one kind are folded."""
_LINE = 18
_PLACE = re.compile(r"([A-Z]{0,3})(\d*)")

Cell = tuple[int, int]
"""Row counted from 1, column from 0; -1 for a whole column or row."""


@dataclass
class Line:
    """One line: a problem and its cells, or a fold over several problems of one kind."""

    text: str
    place: str = ""
    cells: tuple[Cell, ...] = ()
    sheet: str = ""
    folded: tuple[Line, ...] = ()
    open: bool = False
    inner: bool = False


def cells_of(problem: Problem, sheet: str) -> tuple[Cell, ...]:
    """The cells of a sheet that a problem is about."""
    parts = problem.where.split(" › ")
    if sheet not in parts and len(parts) > 1:
        return ()
    named = [str(cell) for cell in problem.parameters.get("cells") or ()]
    named += [str(row) for row in problem.parameters.get("rows") or ()]
    if not named and parts[-1] != sheet:
        named = [parts[-1]]
    return tuple(cell for each in named if (cell := _cell(each)) is not None)


def _cell(text: str) -> Cell | None:
    from fusenapp.tables.places import column_of

    found = _PLACE.fullmatch(text)
    if not found or not text:
        return None
    return int(found[2]) if found[2] else -1, column_of(found[1]) if found[1] else -1


def sheet_of(problem: Problem, sheets: Sequence[str]) -> str:
    """The sheet that a problem is about, of those that the table lies on: the first where it names none of them."""
    named = problem.where.split(" › ")
    return next((sheet for sheet in sheets if sheet in named), sheets[0] if sheets else "")


def lines_of(problems: Iterable[Problem], sheets: Sequence[str]) -> list[Line]:
    """The lines to show, in the order of the problems; more than a few of one kind under one fold."""
    kinds: dict[str, list[Line]] = {}
    for problem in problems:
        sheet = sheet_of(problem, sheets)
        cells = cells_of(problem, sheet)
        place = _place(problem)
        if place and cells and len(sheets) > 1 and sheet != place:
            place = f"{sheet} › {place}"
        kinds.setdefault(problem.code, []).append(Line(problem.message(), place, cells, sheet))
    found: list[Line] = []
    for lines in kinds.values():
        if len(lines) < _TOGETHER:
            found += lines
        else:
            words = translate("Importing", "and %n more like this", n=len(lines) - 1)
            found.append(Line(lines[0].text, words, lines[0].cells, lines[0].sheet, tuple(lines)))
    return found


def _place(problem: Problem) -> str:
    cells = [str(cell) for cell in problem.parameters.get("cells") or ()]
    if len(cells) > 1:
        more = int(problem.parameters.get("count") or len(cells)) - 3
        return ", ".join(cells[:3]) + (f" +{more:,}" if more > 0 else "")
    return problem.where.split(" › ")[-1] if " › " in problem.where else ""


class ProblemList(QListWidget):
    """Lines in the order found.

    Signals:
        cell_chosen: (sheet, row from 1, column from 0) of the cell to show; pressed again it is the next one of the same problem.
    """

    cell_chosen = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Importing", "What needs a look"))
        self.setItemDelegate(_Painter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._lines: list[Line] = []
        self._turn: dict[int, int] = {}
        self.itemClicked.connect(lambda item: self._choose(self.row(item)))

    def show_problems(self, problems: Sequence[Problem], sheets: Sequence[str]) -> None:
        """Show others, of a table that lies on these sheets."""
        self._lines = lines_of(problems, sheets)
        self._fill()

    def _fill(self) -> None:
        self._turn.clear()
        self.clear()
        for line in list(self._flat())[:SHOWN]:
            item = QListWidgetItem(f"{line.text} {line.place}".strip())
            item.setData(ENTRY, line)
            self.addItem(item)

    def _flat(self) -> Iterator[Line]:
        for line in self._lines:
            yield line
            if line.open:
                yield from (Line(each.text, each.place, each.cells, each.sheet, inner=True) for each in line.folded)

    def _choose(self, at: int) -> None:
        line: Line = self.item(at).data(ENTRY)
        if line.folded:
            line.open = not line.open
            self._fill()
            self.setCurrentRow(at)
        if line.cells:
            turn = self._turn.get(at, -1) + 1
            self._turn[at] = turn
            self.cell_chosen.emit(line.sheet, *line.cells[turn % len(line.cells)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentRow() >= 0:
            self._choose(self.currentRow())
            return
        super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 240
        line: Line = index.data(ENTRY)
        return QSize(width, len(self._broken(line, width)) * _LINE + (16 if line.place else 0) + 14)

    @staticmethod
    def _broken(line: Line, width: int) -> list[str]:
        return broken_lines(line.text, font(), max(width - (58 if line.inner else 44), 60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        line: Line = index.data(ENTRY)
        place: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, color("accentW"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, color("hover"))
        left = place.left() + (24 if line.inner else 10)
        name = ("chevron-down" if line.open else "chevron-right") if line.folded else "alert-circle"
        icons.draw_icon(painter, QRectF(left, place.top() + 8, 15, 15), name, color("text2" if line.folded else "warn"))
        painter.setFont(font())
        painter.setPen(color("text"))
        top = place.top() + 7
        for words in self._broken(line, place.width()):
            painter.drawText(QRect(left + 22, top, place.width(), _LINE), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
            top += _LINE
        painter.setFont(font(11))
        painter.setPen(color("accent" if line.cells else "text3"))
        painter.drawText(QRect(left + 22, top, place.width(), 16), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), line.place)
        painter.setPen(color("gridline"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
