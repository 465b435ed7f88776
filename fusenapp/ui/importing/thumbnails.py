"""The sheets of a file and their tables, each as a miniature of its cells in the colours of their parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.importing import together
from fusenapp.ui.importing.roles import Roles, role_color
from fusenapp.ui.theme import color, font, is_dark

if TYPE_CHECKING:
    from fusenapp.tables import Book, Preview, Sheet, TableLayout

ENTRY = Qt.ItemDataRole.UserRole
_WIDTH, _SLIM, _HEIGHT, _PLAIN = 168, 120, 128, 44
_ROWS, _COLUMNS = 36, 24
_BEHIND, _STEP = 3, 5


@dataclass(frozen=True)
class Entry:
    """A table, or a sheet without one."""

    sheet: int
    table: str = ""


class Thumbnails(QListWidget):
    """One entry per table; ``currentItemChanged`` says that another was chosen. Nothing is painted before it is seen."""

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Importing", "Tables in the file"))
        self.setItemDelegate(_Painter(book, self))
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH + 16)
        for table in book.united:
            self._add(Entry(table.sheet, table.id), together.words(book, table), _HEIGHT)
        for number, sheet in enumerate(book.sheets):
            for table in sheet.tables:
                self._add(Entry(number, table.id), _table_words(sheet, table), _HEIGHT)
            if not sheet.tables and sheet.kind != "empty":
                self._add(Entry(number), _sheet_words(sheet), _PLAIN)

    def _add(self, entry: Entry, words: str, height: int) -> None:
        item = QListWidgetItem(words)
        item.setToolTip(words)
        item.setSizeHint(QSize(_WIDTH, height))
        item.setData(ENTRY, entry)
        self.addItem(item)

    def set_narrow(self, narrow: bool) -> None:
        """Leave room to the sheet where the window is small."""
        self.setFixedWidth((_SLIM if narrow else _WIDTH) + 16)
        for at in range(self.count()):
            item = self.item(at)
            item.setSizeHint(QSize(_SLIM if narrow else _WIDTH, item.sizeHint().height()))

    @property
    def worth_showing(self) -> bool:
        """Whether there is anything to choose."""
        entries = [self.item(at).data(ENTRY) for at in range(self.count())]
        return sum(bool(entry.table) for entry in entries) != 1

    def choose(self, table: str) -> None:
        """Mark a table as chosen."""
        for at in range(self.count()):
            if self.item(at).data(ENTRY).table == table:
                self.setCurrentRow(at)

    @property
    def entry(self) -> Entry | None:
        """What is chosen."""
        item = self.currentItem()
        return item.data(ENTRY) if item is not None else None


def _table_words(sheet: Sheet, table: TableLayout) -> str:
    words = translate("Importing", "{sheet} · {range} · %n row(s)", n=table.rows).format(sheet=sheet.name, range=table.range)
    return words + (" · " + translate("Importing", "hidden sheet") if sheet.hidden else "")


def _sheet_words(sheet: Sheet) -> str:
    words = translate("Importing", "{sheet} · no table").format(sheet=sheet.name)
    return words + (" · " + translate("Importing", "hidden sheet") if sheet.hidden else "")


class _Painter(QStyledItemDelegate):
    def __init__(self, book: Book, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self._pictures: dict[tuple[str, bool, float, int], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return index.data(Qt.ItemDataRole.SizeHintRole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        entry: Entry = index.data(ENTRY)
        sheet = self._book.sheets[entry.sheet]
        box = option.rect.adjusted(4, 4, -4, -4)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("focus" if chosen else "border"), 2 if chosen else 1))
        painter.setBrush(color("accentW" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        words = box.adjusted(8, box.height() - 40 if entry.table else 0, -8, -4 if entry.table else 0)
        hidden, name, second = sheet.hidden, sheet.name, translate("Importing", "No table found")
        if entry.table:
            table = self._book.table(entry.table)
            name, second = self._table(painter, box.adjusted(6, 6, -6, -44), sheet, table)
            hidden = together.hidden(self._book, table) if table.members else hidden
        _name(painter, words, name, second, hidden=hidden)
        painter.restore()

    def _table(self, painter: QPainter, place: QRect, sheet: Sheet, table: TableLayout) -> tuple[str, str]:
        """Draw its miniature, or a stack of them; its name and the line below."""
        if not table.members:
            self._picture(painter, place, sheet, table)
            return sheet.name, translate("Importing", "{range} · %n row(s)", n=table.rows).format(range=table.range)
        first = self._book.table(table.members[0])
        self._picture(painter, _stack(painter, place, len(table.members)), sheet, first)
        return together.span(self._book, table), together.put_together(self._book, table)

    def _picture(self, painter: QPainter, place: QRect, sheet: Sheet, table: TableLayout) -> None:
        ratio = painter.device().devicePixelRatioF()
        key = (table.id, is_dark(), ratio, place.width())
        if key not in self._pictures:
            picture = QPixmap(place.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(color("surface"))
            _miniature(picture, place.size(), sheet.preview, table.range)
            self._pictures[key] = picture
        painter.drawPixmap(place, self._pictures[key])


def _stack(painter: QPainter, place: QRect, members: int) -> QRect:
    """Sheets behind each other, the last one first; the place of the foremost."""
    behind = min(members, _BEHIND + 1) - 1
    size = place.size() - QSize(behind * _STEP, behind * _STEP)
    painter.setPen(QPen(color("borderS"), 1))
    painter.setBrush(color("surface"))
    for at in range(behind, -1, -1):
        corner = QRect(place.topLeft(), size).translated(at * _STEP, (behind - at) * _STEP)
        painter.drawRect(QRectF(corner).adjusted(0.5, 0.5, -0.5, -0.5))
    return QRect(place.topLeft(), size).translated(0, behind * _STEP).adjusted(2, 2, -2, -2)


def _name(painter: QPainter, place: QRect, name: str, second: str, *, hidden: bool) -> None:
    upper, lower = QRect(place), QRect(place)
    upper.setHeight(place.height() // 2)
    lower.setTop(upper.bottom() + 1)
    painter.setFont(font(11, bold=True))
    painter.setPen(color("text"))
    mark = translate("Importing", "hidden") if hidden else ""
    room = painter.fontMetrics().horizontalAdvance(mark) + 8 if mark else 0
    line = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, upper.width() - room)
    painter.drawText(upper, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line)
    painter.setPen(color("warn"))
    painter.drawText(upper, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), mark)
    painter.setFont(font(11))
    painter.setPen(color("text2"))
    line = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, lower.width())
    painter.drawText(lower, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line)


def _miniature(picture: QPixmap, size: QSize, preview: Preview, table_range: str) -> None:
    """The table's own corner of the sheet: papers by part, a dash for every cell with something in it."""
    from fusenapp.tables.places import parse_area

    top, left, bottom, right = parse_area(table_range) or (0, 0, 0, 0)
    first, start = max(top - 4, 0), max(left - 1, 0)
    rows = max(min(_ROWS, bottom + 3 - first), 8)
    columns = max(min(_COLUMNS, right + 2 - start), 4)
    roles = Roles(preview, range(first + 1, first + rows + 1))
    high, wide = min(size.height() / rows, 8.0), size.width() / columns
    painter = QPainter(picture)
    for at in range(rows):
        row = preview.cells[first + at] if first + at < len(preview.cells) else ()
        for across in range(columns):
            role = roles.of(first + at + 1, start + across)
            place = QRectF(across * wide, at * high, wide, high)
            if role:
                painter.fillRect(place, role_color(role))
            if start + across < len(row) and row[start + across]:
                share = min(0.85, 0.25 + len(row[start + across]) * 0.06)
                painter.fillRect(QRectF(place.x() + 1, place.y() + high * 0.3, max(wide * share - 1, 1), max(high * 0.35, 1)),
                                 color("text3" if role in ("", "note", "out") else "text2"))
    painter.end()
