"""The XML of one worksheet: cells, merged areas, hidden rows. A large sheet is read at its head and its tail only."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from fusenapp.tables import limits
from fusenapp.tables.container import Archive
from fusenapp.tables.grid import CellError, Grid, Value
from fusenapp.tables.places import parse_area
from fusenapp.tables.safe_xml import Handler, parse
from fusenapp.tables.serials import from_serial
from fusenapp.tables.sheet_body import Collector, SheetBody
from fusenapp.tables.xlsx_strings import SharedStrings

_TAIL = 1 << 17
_NUMBERED = re.compile(rb'\s*<row [^>]*?\br="(\d+)"')
_END = re.compile(rb"</(?:\w+:)?sheetData>")
_END_MARK = b"sheetData>"
_ROW = b"<row "


def read_sheet(archive: Archive, part: str, grid: Grid, strings: SharedStrings, where: str, *, epoch_1904: bool) -> None:
    """Fill the grid from the part."""
    whole = limits.SMALL_SHEET if archive.size(part) <= limits.SMALL_SHEET else limits.HEAD
    collector = Collector()
    skimmer = _Skimmer(archive.stream(part), whole, collector)
    reader = _Cells(grid)
    parse(skimmer.head(), reader, where)
    if skimmer.values_skipped and not (skimmer.first_skipped and _is_plain(grid, skimmer.first_skipped, archive.size(part))):
        reader = _again(archive, part, grid, where)
    elif skimmer.values_skipped:
        last = _read_tail(skimmer.tail_rows(), reader, where)
        if last >= skimmer.first_skipped:
            _skip(grid, skimmer, strings, (skimmer.first_skipped, last), epoch_1904)
    reader.settle(strings, epoch_1904)


def _skip(grid: Grid, skimmer: _Skimmer, strings: SharedStrings, rows: tuple[int, int], epoch_1904: bool) -> None:
    """Rows between head and tail that are not in the grid are taken from the arrays, if there are any."""
    grid.skipped = rows
    grid.body = skimmer.body(strings, epoch_1904=epoch_1904)
    if grid.body is None:
        grid.errors_skipped = skimmer.errors_skipped
    else:
        grid.hidden_rows.update(grid.body.hidden)


def _is_plain(grid: Grid, first: int, size: int) -> bool:
    """A list without merged cells in its body, or one so large that there is no other way."""
    return size > limits.WHOLE_SHEET or not any(bottom > top and bottom >= first for top, _, bottom, _ in grid.merges)


def _again(archive: Archive, part: str, grid: Grid, where: str) -> _Cells:
    """Read everything: rows have no numbers, or merged cells stand among the rows that were passed over."""
    for collected in (grid.rows, grid.style_of, grid.merges, grid.hidden_rows, grid.unreckoned):
        collected.clear()
    reader = _Cells(grid)
    parse(archive.stream(part), reader, where)
    return reader


def _read_tail(tail: bytes, reader: _Cells, where: str) -> int:
    first = _NUMBERED.match(tail)
    if first is None:
        return reader.row
    reader.row = int(first[1]) - 2
    parse([b"<sheetData>", tail, b"</sheetData>"], reader, where)
    return int(first[1]) - 2


class _Skimmer:
    """Passes the first part on whole; of the rest only what stands after the cells, and the last rows on request.

    Attributes:
        values_skipped: whether any values were passed over.
        errors_skipped: number of error values among them, where no collector takes them.
        first_skipped: row (counted from 0) of the first row that was passed over, 0 if it has no number.
    """

    def __init__(self, pieces: Iterator[bytes], whole: int, collector: Collector) -> None:
        self._pieces = pieces
        self._whole = whole
        self._collector = collector
        self._tail = b""
        self.values_skipped = False
        self.errors_skipped = 0
        self.first_skipped = 0

    def head(self) -> Iterator[bytes]:
        """Pieces that make a well-formed document."""
        passed: list[bytes] = []
        length = 0
        for piece in self._pieces:
            passed.append(piece)
            length += len(piece)
            end = piece.rfind(b"</row>")
            if length < self._whole or end < 0 or _END.search(piece):
                yield piece
                continue
            yield piece[: end + 6]
            self._collector.feed(b"".join(passed))
            yield self._skim(piece[end + 6 :])
            yield from self._pieces
            return

    def _skim(self, rest: bytes) -> bytes:
        """Look for values and errors in what is passed over, keep the last rows, return what follows the cells."""
        kept, length = deque([rest]), len(rest)
        starts = deque([_ROW in rest])
        over = _END_MARK in rest
        first = True
        while not over and (piece := next(self._pieces, None)) is not None:
            if first:
                found = _NUMBERED.match(rest + piece)
                self.first_skipped = int(found[1]) - 1 if found else 0
                first = False
            self._collector.feed(piece)
            over = _ends_in(kept[-1], piece)
            self._look(kept[-1])
            kept.append(piece)
            starts.append(_ROW in piece)
            length += len(piece)
            while length - len(kept[0]) > _TAIL and any(islice(starts, 1, None)):  # a row may be longer than the tail
                length -= len(kept.popleft())
                starts.popleft()
        self._collector.finish()
        newest = len(kept[-1])
        buffer = b"".join(kept)
        kept.clear()  # the last row may be long: it is not held twice
        found_end = _END.search(buffer)
        end = found_end.start() if found_end else len(buffer)
        self._look(buffer[max(0, end - newest) : end])
        start = max(0, end - _TAIL)
        self._tail = buffer[start if buffer.find(_ROW, start, end) >= 0 else max(0, buffer.rfind(_ROW, 0, end)) : end]
        after = buffer[end:]
        return after

    def _look(self, cells: bytes) -> None:
        self.values_skipped = self.values_skipped or b"<v>" in cells or b"<is>" in cells
        if b"#" in cells:
            self.errors_skipped += cells.count(b' t="e"')

    def body(self, strings: SharedStrings, *, epoch_1904: bool) -> SheetBody | None:
        """All cells, if the sheet is written in the plain way."""
        if self._collector.unusual:
            return None
        return SheetBody(self._collector.pieces, strings.as_arrow, epoch_1904, self._collector.hidden)

    def tail_rows(self) -> bytes:
        """The last rows, whole, without closing element."""
        start = self._tail.find(_ROW)
        return self._tail[start:] if start >= 0 else b""


def _ends_in(before: bytes, piece: bytes) -> bool:
    """Whether the cells end in the piece. Where another row follows its last row they do not, and it need not be searched."""
    last = piece.rfind(b"</row>")
    if last >= 0 and piece[last + 6 : last + 11] == _ROW:
        return False
    return _END_MARK in piece or _END_MARK in before[-20:] + piece[:20]


class _Cells(Handler):
    """Collects cells; texts from the shared strings and dates are put in by ``settle``."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self.row = -1
        self._column = -1
        self._kind = ""
        self._style = 0
        self._parts: list[str] = []
        self._length = 0
        self._reading = False
        self._phonetic = False
        self._formula = False
        self._shared: list[tuple[int, int, int]] = []
        self._cells: dict[int, Value] = {}
        self._looks: dict[int, int] = {}
        self._numbers: list[tuple[int, int]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name in ("v", "t"):
            self._reading = not self._phonetic
        elif name == "row":
            self._open_row(attributes)
        elif name == "rPh":
            self._phonetic = True
        elif name == "f":
            self._grid.formulas += 1
            self._formula = True
        else:
            self._other(name, attributes)

    def _open_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self.row = int(number) - 1 if number and number.isdecimal() else self.row + 1
        self._column = -1
        self._cells = self._grid.rows.get(self.row, {})
        self._looks = self._grid.style_of.get(self.row, {})
        if attributes.get("hidden") in ("1", "true"):
            self._grid.hidden_rows.add(self.row)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        self._column = _column(reference) if reference else self._column + 1
        self._kind = attributes.get("t", "n")
        self._formula = False
        self._style = int(attributes.get("s", "0") or 0)
        self._parts, self._length = [], 0
        if self._style:
            self._looks[self._column] = self._style

    def text(self, data: str) -> None:
        if self._reading and self._length < limits.MAX_CELL_TEXT:
            self._parts.append(data)
            self._length += len(data)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._reading = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "c":
            if self._parts:
                self._close_cell("".join(self._parts))
            elif self._formula and self._kind != "str":  # a formula that gives an empty text says that it is one
                self._grid.unreckoned.append((self.row, self._column))
        elif name == "row":
            if self._cells:
                self._grid.rows[self.row] = self._cells
            if self._looks:
                self._grid.style_of[self.row] = self._looks

    def _close_cell(self, text: str) -> None:
        if self._kind == "s":
            if text.isdecimal():
                self._shared.append((self.row, self._column, int(text)))
                self._cells[self._column] = ""
            return
        value = _value(self._kind, text)
        if value is None:
            return
        self._cells[self._column] = value
        if self._style and not isinstance(value, str | bool):
            self._numbers.append((self.row, self._column))

    def _other(self, name: str, attributes: dict[str, str]) -> None:
        grid = self._grid
        if name == "mergeCell" and len(grid.merges) < limits.MAX_MERGES:
            area = parse_area(attributes.get("ref", ""))
            if area and (area[0] != area[2] or area[1] != area[3]):
                grid.merges.append(area)
        elif name == "autoFilter":
            grid.filter_area = parse_area(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            grid.hidden_columns.update(range(first - 1, min(last, first + limits.MAX_COLUMNS)))
        elif name == "pane" and attributes.get("state", "").startswith("frozen"):
            grid.frozen_rows = int(float(attributes.get("ySplit", "0")))

    def settle(self, strings: SharedStrings, epoch_1904: bool) -> None:
        """Put in the shared strings, turn serial numbers into dates where the format says so, drop blanks."""
        rows = self._grid.rows
        texts = strings.fetch({index for _, _, index in self._shared})
        for row, column, index in self._shared:
            text = texts.get(index, "")
            if text.strip():
                rows[row][column] = text
            else:
                del rows[row][column]
        for row, column in self._numbers:
            self._date(row, column, epoch_1904)
        for row in [row for row, cells in rows.items() if not cells]:
            del rows[row]

    def _date(self, row: int, column: int, epoch_1904: bool) -> None:
        kind = self._grid.meaning(row, column).kind
        if kind in ("date", "month", "time"):
            value = self._grid.rows[row][column]
            converted = from_serial(float(value), kind, epoch_1904=epoch_1904)  # type: ignore[arg-type]
            if converted is not None:
                self._grid.rows[row][column] = converted


def _value(kind: str, text: str) -> Value | None:
    if kind == "b":
        return text.strip() in ("1", "true")
    if kind == "e":
        return CellError(text)
    if kind in ("str", "inlineStr"):
        return text[: limits.MAX_CELL_TEXT] if text.strip() else None
    if kind == "d":
        return text
    return _number(text)


def _number(text: str) -> Value | None:
    try:
        number = float(text)
    except ValueError:
        return text if text.strip() else None
    if number != number or number in (float("inf"), float("-inf")):
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _column(reference: str) -> int:
    number = 0
    for character in reference:
        code = ord(character)
        if code < 65:
            break
        number = number * 26 + (code & 31)
    return min(number, limits.MAX_COLUMNS) - 1
