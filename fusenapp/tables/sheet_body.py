"""All cells of a large worksheet in arrays, and the cells of one column out of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fusenapp.tables.xlsx_cells import ERROR, SHARED, TEXT, Cells, Unusual, read_piece

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_PIECE = 2 << 20
_LONGEST = 8 << 20
"""Bytes of one row: a row of the most columns with the longest numbers fits in, a text without end does not."""
_START = b"<sheetData>"
_END = b"</sheetData>"
_ROW_END = b"</row>"


@dataclass
class ColumnCells:
    """The cells of one column that hold something.

    Attributes:
        rows: position of each cell, ascending.
        looks: index of the cell's style.
        kinds: as in ``xlsx_cells``, without ``SHARED``.
        numbers: values of numbers and booleans; for texts and errors the index into ``texts``.
        texts: the distinct texts (pyarrow), none of them blank.
    """

    rows: np.ndarray
    looks: np.ndarray
    kinds: np.ndarray
    numbers: np.ndarray
    texts: pa.Array

    def only(self, chosen: np.ndarray, rows: np.ndarray) -> ColumnCells:
        """Some of the cells, at other positions."""
        return ColumnCells(rows, self.looks[chosen], self.kinds[chosen], self.numbers[chosen], self.texts)


@dataclass
class SheetBody:
    """The cells of a sheet.

    Attributes:
        pieces: one after the other from top to bottom.
        strings: gives the shared strings of the workbook (pyarrow); asked once.
        epoch_1904: serial numbers count from 1904.
        hidden: hidden rows.
    """

    pieces: list[Cells]
    strings: Callable[[], pa.Array]
    epoch_1904: bool = False
    hidden: list[int] = field(default_factory=list)

    def column(self, left: int, right: int, first: int, last: int) -> ColumnCells:
        """The cells of the rows ``first`` to ``last``, positions counted from ``first``; the leftmost where there are several."""
        import numpy as np

        found = [self._one(column, first, last) for column in range(left, right + 1)]
        if right == left:
            return found[0]
        found = [cells for cells in found if len(cells.rows)] or found[:1]
        rows = np.concatenate([cells.rows for cells in found])
        _, chosen = np.unique(rows, return_index=True)
        return _joined(found).only(chosen, rows[chosen])

    def _one(self, column: int, first: int, last: int) -> ColumnCells:
        import numpy as np
        import pyarrow as pa

        parts = []
        for piece in self.pieces:
            if column + 1 < len(piece.bounds) and piece.bounds[column] < piece.bounds[column + 1]:
                begin, end = int(piece.bounds[column]), int(piece.bounds[column + 1])
                if piece.rows[begin] < first or piece.rows[end - 1] > last:
                    begin, end = begin + np.searchsorted(piece.rows[begin:end], (first, last + 1))
                if begin < end:
                    parts.append(_slice(piece, int(begin), int(end)))
        if not parts:
            none = np.zeros(0, np.int64)
            return ColumnCells(none, none, none, none, pa.array([], pa.string()))
        rows, looks, kinds, numbers = (np.concatenate([part[index] for part in parts]) for index in range(4))
        texts = pa.chunked_array([part[4] for part in parts], pa.string())
        return self._with_texts(rows - first, looks, kinds, numbers, texts)

    def _with_texts(
        self, rows: np.ndarray, looks: np.ndarray, kinds: np.ndarray, numbers: np.ndarray, texts: pa.ChunkedArray
    ) -> ColumnCells:
        """Every distinct text once; blank ones are no cells."""
        import numpy as np
        import pyarrow as pa

        own, shared = (kinds == TEXT) | (kinds == ERROR), kinds == SHARED
        distinct = [pa.array([], pa.string())]
        if own.any():
            encoded = texts.combine_chunks().dictionary_encode()
            encoded = encoded if isinstance(encoded, pa.DictionaryArray) else encoded.combine_chunks()
            numbers[own] = np.asarray(encoded.indices)
            distinct.append(encoded.dictionary)
        if shared.any():
            encoded = pa.array(numbers[shared].astype(np.int32)).dictionary_encode()
            strings = self.strings()
            if int(np.asarray(encoded.dictionary).max()) >= len(strings):
                raise Unusual("shared strings")
            numbers[shared] = np.asarray(encoded.indices) + sum(map(len, distinct))
            distinct.append(strings.take(encoded.dictionary))
            kinds = np.where(shared, TEXT, kinds).astype(np.int8)
        return _without_blanks(ColumnCells(rows, looks, kinds, numbers, pa.concat_arrays(distinct)))


def _slice(piece: Cells, begin: int, end: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, pa.Array]:
    import numpy as np

    kinds, numbers = piece.kinds[begin:end], piece.numbers[begin:end]
    own = np.flatnonzero((kinds == TEXT) | (kinds == ERROR))
    texts = piece.texts.slice(int(numbers[own[0]]), len(own)) if len(own) else piece.texts.slice(0, 0)
    return piece.rows[begin:end], piece.looks[begin:end], kinds, numbers, texts


def _without_blanks(cells: ColumnCells) -> ColumnCells:
    import numpy as np

    from fusenapp.tables.arrow import compute

    pc = compute()
    blank = np.flatnonzero(np.asarray(pc.or_(pc.equal(pc.binary_length(cells.texts), 0), pc.utf8_is_space(cells.texts))))
    if not len(blank):
        return cells
    worded = (cells.kinds == TEXT) | (cells.kinds == ERROR)
    chosen = np.flatnonzero(~(worded & np.isin(cells.numbers, blank)))
    return cells.only(chosen, cells.rows[chosen])


def _joined(found: list[ColumnCells]) -> ColumnCells:
    import numpy as np
    import pyarrow as pa

    before, numbers = 0, []
    for cells in found:
        worded = (cells.kinds == TEXT) | (cells.kinds == ERROR)
        numbers.append(np.where(worded, cells.numbers + before, cells.numbers))
        before += len(cells.texts)
    rows, looks, kinds = (np.concatenate([getattr(cells, name) for cells in found]) for name in ("rows", "looks", "kinds"))
    return ColumnCells(rows, looks, kinds, np.concatenate(numbers), pa.concat_arrays([cells.texts for cells in found]))


class Collector:
    """Gathers the cells of a sheet from its XML as it streams by.

    Attributes:
        pieces: what was found.
        hidden: hidden rows.
        unusual: why it gave up, or empty.
    """

    def __init__(self, piece: int = _PIECE) -> None:
        self._piece = piece
        self.pieces: list[Cells] = []
        self.hidden: list[int] = []
        self.unusual = ""
        self._waiting: list[bytes] = []
        self._length = 0
        self._last = -1
        self._started = self._done = False

    def feed(self, xml: bytes) -> None:
        """The next bytes of the document."""
        if self.unusual or self._done:
            return
        self._waiting.append(xml)
        self._length += len(xml)
        if self._length >= self._piece:
            self._cut(_ROW_END)

    def finish(self) -> None:
        """The document is over."""
        if not self.unusual and not self._done:
            self._cut(_END)
            if not self._done:
                self.unusual = self.unusual or "no end"

    def _cut(self, mark: bytes) -> None:
        """Take apart all that is whole, keep the rest for later."""
        data = b"".join(self._waiting)
        try:
            data = data if self._started else self._begin(data)
            end = data.find(_END) if mark is _END else data.rfind(mark) + len(mark)
            end = max(end, 0) if end >= len(mark) or mark is _END else 0
            rest = data[end:]
            if end or mark is _END:
                self._take(data[:end])
            self._done = rest.lstrip().startswith(_END)
            if len(rest) > _LONGEST:
                raise Unusual("endless row")
            self._waiting, self._length = [rest], len(rest)
        except Unusual as error:
            self.unusual = str(error)
            self.pieces, self._waiting = [], []

    def _begin(self, data: bytes) -> bytes:
        head = data[:200].lower()
        at = data.find(_START)
        if at < 0 or (b"encoding=" in head and b"utf-8" not in head):
            raise Unusual("start")
        self._started = True
        return data[at + len(_START) :]

    def _take(self, xml: bytes) -> None:
        piece = read_piece(xml, self._last)
        self._last = piece.last_row
        self.hidden += piece.hidden
        if piece.cells is not None:
            self.pieces.append(piece.cells)
