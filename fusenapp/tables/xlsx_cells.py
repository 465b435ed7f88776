"""The cells of a large worksheet, taken out of its XML by whole arrays: no Python object and no call per cell.

A piece of the sheet's XML is cut at its ``<``; what kind each tag is, where each cell's reference, style, type and value
lie follows from a few array operations. Only the plain way of writing is understood, which is how spreadsheet programs
write. Anything else (prefixes, comments, rich text in the cell, …) is refused with ``Unusual`` and read by another reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.tables import limits

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

NUMBER, TEXT, SHARED, BOOLEAN, ERROR = range(5)
_KINDS = {"": NUMBER, "n": NUMBER, "s": SHARED, "b": BOOLEAN, "e": ERROR, "str": TEXT, "inlineStr": TEXT}
_PAD = b"\0" * 40
_ATTRIBUTE = re.compile(r' (\w+)="([^"<&]*)"')
_PRESERVE = b'<t xml:space="preserve">'
_LOOKS = 1 << 16


class Unusual(Exception):
    """The XML is not written in the plain way."""


@dataclass
class Cells:
    """Cells with a value, ordered by column, then by row.

    Attributes:
        bounds: cells of column ``c`` are ``bounds[c]`` to ``bounds[c + 1]``.
        rows: sheet row (from 0) of each cell.
        looks: index of the cell's style.
        kinds: one of the kinds above.
        numbers: the value of numbers and booleans, index of shared strings, position in ``texts`` of the others.
        texts: strings of texts and errors (pyarrow).
    """

    bounds: np.ndarray
    rows: np.ndarray
    looks: np.ndarray
    kinds: np.ndarray
    numbers: np.ndarray
    texts: pa.Array


@dataclass
class Piece:
    """What one piece of XML held."""

    cells: Cells | None
    last_row: int
    hidden: list[int] = field(default_factory=list)


def read_piece(xml: bytes, previous_row: int) -> Piece:
    """Take a piece apart that begins before a row and ends after one.

    Args:
        xml: whole rows.
        previous_row: number (from 0) of the last row before it; rows must ascend.

    Raises:
        Unusual: see above.
    """
    return _Piece(xml, previous_row).read()


class _Piece:
    def __init__(self, xml: bytes, previous_row: int) -> None:
        import numpy as np

        if b"\r" in xml:
            xml = xml.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        self._xml = xml
        self._previous = previous_row
        self._padded = xml + _PAD
        self._bytes = np.frombuffer(self._padded, np.uint8)
        self._words = np.ndarray((len(self._padded) - 7,), "<u8", self._padded, strides=(1,))
        self._open = np.flatnonzero(self._bytes == 60)
        self._next = self._bytes[self._open + 1]

    def read(self) -> Piece:
        import numpy as np

        if not len(self._open):
            return Piece(None, self._previous)
        rows_at = self._rows_at()
        numbers = self._row_numbers(rows_at)
        cells = np.flatnonzero(self._next == 99)
        if len(cells) and (not len(rows_at) or cells[0] < rows_at[0]):
            raise Unusual("cell outside a row")
        row_of = np.repeat(np.arange(len(rows_at)), np.diff(np.searchsorted(cells, np.append(rows_at, len(self._open)))))
        values = self._value_tags(cells, rows_at)
        last = int(numbers[-1]) if len(numbers) else self._previous
        found = self._cells(cells, values, row_of, rows_at, numbers)
        return Piece(found, last, self._hidden(rows_at, numbers))

    def _rows_at(self) -> np.ndarray:
        """Indices of the tags that open rows."""
        import numpy as np

        rows = np.flatnonzero(self._next == 114)
        if not (self._words[self._open[rows] + 1] & _ones(4) == _word(b"row ")).all():
            raise Unusual("row")
        return rows

    def _row_numbers(self, rows_at: np.ndarray) -> np.ndarray:
        start = self._open[rows_at]
        if not (self._words[start + 1] & _ones(7) == _word(b'row r="')).all():
            raise Unusual("row without number")
        word = self._words[start + 8]
        self._digits = _length_to_quote(word)
        numbers, good = _parse_digits(word, self._digits)
        if not good.all() or (len(numbers) and not _ascending(numbers, self._previous + 2, limits.MAX_ROWS)):
            raise Unusual("row numbers")
        self._row_mask = _ones(self._digits + 1)
        self._row_word = word & self._row_mask
        return numbers - 1

    def _value_tags(self, cells: np.ndarray, rows_at: np.ndarray) -> np.ndarray:
        """Index of each cell's tag around its value, -1 where it has none; every tag of the piece must be accounted for."""
        import numpy as np

        after = np.append(self._next, np.zeros(8, np.uint8))
        one, two, three = after[cells + 1], after[cells + 2], after[cells + 3]
        plain, inline, formula = one == 118, (one == 105) & (two == 116), one == 102
        long_formula = formula & (two == 47)
        short_formula = formula & (two == 118)
        shift = np.where(long_formula, 2, np.where(short_formula, 1, 0))
        valued = plain | short_formula | (long_formula & (three == 118))
        values = np.where(valued, cells + 1 + shift, np.where(inline, cells + 2, -1))
        closed = one == 47
        maybe = np.flatnonzero(closed)
        closed[maybe] = self._byte_after(cells[maybe] + 1, 2) == 99
        size = 1 + np.where(valued, 3 + shift, np.where(inline, 5, np.where(long_formula, 3, closed.astype(np.int64))))
        if (formula & ~(long_formula | short_formula)).any():
            raise Unusual("formula")
        self._check_closings(cells, values, inline, after)
        if int(size.sum()) + len(rows_at) + self._row_closings(rows_at) != len(self._open):
            raise Unusual("other tags")
        return values

    def _row_closings(self, rows_at: np.ndarray) -> int:
        """Rows closed by a tag of their own, the last one before the next row opens."""
        import numpy as np

        before = np.append(rows_at[1:], len(self._open)) - 1
        return int(np.count_nonzero((self._next[before] == 47) & (self._byte_after(before, 2) == 114)))

    def _byte_after(self, tags: np.ndarray, offset: int) -> np.ndarray:
        import numpy as np

        return self._bytes[self._open[np.minimum(tags, len(self._open) - 1)] + offset]

    def _check_closings(self, cells: np.ndarray, values: np.ndarray, inline: np.ndarray, after: np.ndarray) -> None:
        has = values >= 0
        at = values[has]
        ends = (after[at + 1] == 47) & (after[at + 2] == 47)
        if not ends.all() or not (after[cells[inline] + 5] == 47).all():
            raise Unusual("closing tags")

    def _cells(
        self, cells: np.ndarray, values: np.ndarray, row_of: np.ndarray, rows_at: np.ndarray, numbers: np.ndarray
    ) -> Cells | None:
        import numpy as np

        keep = np.flatnonzero(values >= 0)
        cells, values, row_of = cells[keep], values[keep], row_of[keep]
        start, end = self._open[cells], self._open[cells + 1] - 1
        if not (self._bytes[end] == 62).all():
            raise Unusual("text between tags")
        columns, rest = self._references(start, row_of)
        codes, attributes = self._attributes(rest, end)
        kinds = np.array([kind for kind, _ in attributes], np.int8)[codes]
        looks = np.array([look for _, look in attributes], np.uint16)[codes]
        first, last = self._contents(values)
        filled = last > first
        chosen = np.flatnonzero(filled)
        if not len(chosen):
            return None
        parts = (array[chosen] for array in (columns, numbers[row_of], looks, kinds, first, last))
        return self._ordered(*parts)

    def _references(self, start: np.ndarray, row_of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Columns (from 0), and where the text after the reference begins. The row in it must be that of the row."""
        import numpy as np

        if not (self._words[start + 1] & _ones(5) == _word(b'c r="')).all():
            raise Unusual("cell without reference")
        word = self._words[start + 6]
        one, two, three = (((word >> np.uint64(8 * shift)) & np.uint64(255)).astype(np.int32) for shift in range(3))
        has_two = two >= 65
        has_three = has_two & (three >= 65)
        column = one - 64
        column = np.where(has_two, column * 26 + two - 64, column)
        column = np.where(has_three, column * 26 + three - 64, column)
        letters = 1 + has_two.astype(np.int64) + has_three
        at = start + 6 + letters
        same = (self._words[at] ^ self._row_word[row_of]) & self._row_mask[row_of] == 0
        low, high = int(one.min(initial=65)), int(max(one.max(initial=65), (two * has_two).max(initial=0)))
        if not same.all() or low < 65 or high > 90 or int(column.max(initial=1)) > limits.MAX_COLUMNS:
            raise Unusual("references")
        return column - 1, at + self._digits[row_of] + 1

    def _attributes(self, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, list[tuple[int, int]]]:
        """Which of the different attribute texts each cell has, and (kind, style) of each of these."""
        import numpy as np
        import pyarrow as pa

        length = end - start
        longest = int(length.max(initial=0))
        if longest > 32 or int(length.min(initial=0)) < 0:
            raise Unusual("attributes")
        words = [self._words[start] & _ones(np.minimum(length, 8))]
        for offset in range(8, longest, 8):
            words.append(self._words[start + offset] & _ones(np.clip(length - offset, 0, 8)))
        key = words[0].copy()
        for word, factor in zip(words[1:], (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9), strict=False):
            key ^= word * np.uint64(factor)
        encoded = pa.array(key).dictionary_encode()
        codes = np.asarray(encoded.indices)
        first = np.zeros(len(encoded.dictionary), np.int64)
        first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
        if any(not (word == word[first][codes]).all() for word in words):
            raise Unusual("attributes")
        return codes, [_attributes(self._xml[start[at] : end[at]]) for at in first]

    def _contents(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Where each value begins and ends."""
        import numpy as np

        start = self._open[values]
        word = self._words[start] & _ones(3)
        plain = (word == _word(b"<v>")) | (word == _word(b"<t>"))
        if not plain.all():
            odd = start[~plain]
            if not all((self._words[odd + 8 * part] == _word(_PRESERVE[8 * part : 8 * part + 8])).all() for part in range(3)):
                raise Unusual("value")
        return start + np.where(plain, 3, len(_PRESERVE)), self._open[values + 1]

    def _ordered(
        self, columns: np.ndarray, rows: np.ndarray, looks: np.ndarray, kinds: np.ndarray, first: np.ndarray, last: np.ndarray
    ) -> Cells:
        import numpy as np

        is_text = (kinds == TEXT) | (kinds == ERROR)
        numbers = np.zeros(len(kinds))
        others = np.flatnonzero(~is_text)
        numbers[others] = self._numbers(first[others], last[others], kinds[others])
        texts = np.flatnonzero(is_text)
        numbers[texts] = np.arange(len(texts))
        order = np.argsort(columns.astype(np.uint16), kind="stable")
        bounds = np.concatenate(([0], np.cumsum(np.bincount(columns))))
        kinds, numbers, is_text = kinds[order], numbers[order], is_text[order]
        strings = self._strings(first[texts], last[texts], numbers[is_text].astype(np.int32))
        numbers[is_text] = np.arange(len(texts))
        return Cells(bounds, rows[order].astype(np.int32), looks[order], kinds, numbers, strings)

    def _numbers(self, first: np.ndarray, last: np.ndarray, kinds: np.ndarray) -> np.ndarray:
        """Up to eight digits are reckoned here; the others are left to Arrow."""
        import numpy as np
        import pyarrow as pa

        length = last - first
        values, good = _parse_digits(self._words[first], np.minimum(length, 8))
        good &= length <= 8
        numbers = values.astype(np.float64)
        odd = np.flatnonzero(~good)
        if len(odd):
            if (kinds[odd] != NUMBER).any():
                raise Unusual("index")
            try:
                numbers[odd] = np.asarray(self._strings(first[odd], last[odd]).cast(pa.float64()))
            except pa.ArrowInvalid as error:
                raise Unusual("number") from error
        if not np.isfinite(numbers).all():
            raise Unusual("number")
        return numbers

    def _strings(self, first: np.ndarray, last: np.ndarray, order: np.ndarray | None = None) -> pa.Array:
        return cut_out(self._padded, first, last, order)

    def _hidden(self, rows_at: np.ndarray, numbers: np.ndarray) -> list[int]:
        """Rows are looked at one by one only where some opening tag is long enough to say it."""
        import numpy as np

        if not len(rows_at):
            return []
        start = self._open[rows_at]
        ends = np.append(self._open, len(self._xml))[rows_at + 1]
        length = ends - start
        long = np.flatnonzero(length >= int(length.min()) + len(' hidden="1"') - 6)
        if not len(long) or (len(long) > 1000 and b' hidden="' not in self._xml):
            return []
        tags = zip(start[long].tolist(), ends[long].tolist(), numbers[long].tolist(), strict=True)
        return [row for begin, end, row in tags if re.search(rb' hidden="(1|true)"', self._xml[begin:end])]


def cut_out(data: bytes, first: np.ndarray, last: np.ndarray, order: np.ndarray | None = None) -> pa.Array:
    """The texts between ascending positions, in the order given.

    They and the gaps between them make one array without copying, of which every second is taken.
    """
    import numpy as np
    import pyarrow as pa

    if not len(first):
        return pa.array([], pa.string())
    edges = np.empty(2 * len(first), np.int32)
    edges[0::2], edges[1::2] = first, last
    both = pa.StringArray.from_buffers(len(edges) - 1, pa.py_buffer(edges), pa.py_buffer(data))
    chosen = np.arange(len(first), dtype=np.int32) if order is None else order
    return finished(both.take(pa.array(2 * chosen)))


def finished(texts: pa.Array) -> pa.Array:
    """Checked to be UTF-8, with entities put in, cut at the longest text that a cell may hold."""
    import pyarrow as pa

    from fusenapp.tables.arrow import compute

    pc: Any = compute()
    try:
        texts.validate(full=True)
    except pa.ArrowInvalid as error:
        raise Unusual("not UTF-8") from error
    data = texts.buffers()[2]
    if data is not None and b"&" in memoryview(data).tobytes():
        texts = _unescaped(texts, pc)
    if len(data or b"") > limits.MAX_CELL_TEXT and pc.max(pc.binary_length(texts)).as_py() > limits.MAX_CELL_TEXT:
        texts = pc.utf8_slice_codeunits(texts, 0, limits.MAX_CELL_TEXT)
    return texts


def _unescaped(texts: pa.Array, pc: Any) -> pa.Array:
    known = r"&(lt|gt|quot|apos|amp);"
    rest = pc.replace_substring_regex(texts, known, "")
    if pc.any(pc.match_substring(rest, "&")).as_py():
        raise Unusual("entity")
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        texts = pc.replace_substring(texts, entity, character)
    return texts


def _attributes(text: bytes) -> tuple[int, int]:
    """(kind, style) from `` s="5" t="s"``."""
    decoded = text.decode("ascii", "replace")
    found = dict(_ATTRIBUTE.findall(decoded))
    kind, style = _KINDS.get(found.pop("t", "")), found.pop("s", "0")
    plain = "".join(f' {name}="{value}"' for name, value in _ATTRIBUTE.findall(decoded)) == decoded
    if kind is None or not plain or not style.isdecimal() or int(style) >= _LOOKS or not found.keys() <= {"cm", "vm", "ph"}:
        raise Unusual("attributes")
    return kind, int(style)


def _ascending(numbers: np.ndarray, least: int, most: int) -> bool:
    return int(numbers[0]) >= least and int(numbers[-1]) <= most and bool((numbers[1:] > numbers[:-1]).all())


def _word(text: bytes) -> Any:
    """Up to eight characters as one number, the first in the lowest byte."""
    import numpy as np

    return np.uint64(int.from_bytes(text, "little"))


def _ones(count: Any) -> Any:
    """Mask of the lowest ``count`` bytes, 0 to 8."""
    import numpy as np

    table = np.array([(1 << 8 * size) - 1 for size in range(9)], np.uint64)
    return table[count]


def _length_to_quote(word: np.ndarray) -> np.ndarray:
    """Number of bytes before the first ``"``; 8 if there is none."""
    import numpy as np

    other = word ^ np.uint64(0x2222222222222222)
    hit = (other - np.uint64(0x0101010101010101)) & ~other & np.uint64(0x8080808080808080)
    return np.where(hit == 0, 8, np.bitwise_count((hit & (~hit + np.uint64(1))) - np.uint64(1)) >> 3).astype(np.int64)


def _parse_digits(word: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One to eight digits in the lowest bytes → (int64 values, whether they were digits and nothing else)."""
    import numpy as np

    u = np.uint64
    digits = (word ^ u(0x3030303030303030)) << ((8 - np.maximum(length, 1)).astype(np.uint64) << u(3))
    good = (((digits + u(0x7676767676767676)) | digits) & u(0x8080808080808080)) == 0
    pairs = (digits * u(10) + (digits >> u(8))) & u(0x00FF00FF00FF00FF)
    fours = (pairs * u(100) + (pairs >> u(16))) & u(0x0000FFFF0000FFFF)
    return ((fours * u(10000) + (fours >> u(32))) & u(0xFFFFFFFF)).astype(np.int64), good & (length > 0)
