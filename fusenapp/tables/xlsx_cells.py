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
_HIDDEN = re.compile(rb' hidden="(1|true)"')
_LOOKS = 1 << 16
_CELL, _ROW, _CLOSE = ord("c"), ord("r"), ord("/")


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
        self._padded = _PAD + xml + _PAD
        self._bytes = np.frombuffer(self._padded, np.uint8)
        self._words = np.ndarray((len(self._padded) - 7,), "<u8", self._padded, strides=(1,))

    def read(self) -> Piece:
        import numpy as np

        tags = self._tags()
        rows, cells = np.flatnonzero(self._next == _ROW), np.flatnonzero(self._next == _CELL)
        self._check_order(rows, cells)
        numbers = self._row_numbers(tags[rows])
        last = int(numbers[-1]) if len(numbers) else self._previous
        ends = np.append(tags[1:], len(self._padded) - len(_PAD))
        row_of = (np.cumsum(self._next == _ROW) - 1)[cells]
        found, size = self._cells(tags[cells], ends[cells], row_of, numbers)
        if size + len(tags) - len(cells) != self._count:
            raise Unusual("other tags")
        return Piece(found, last, self._hidden(tags[rows], ends[rows], numbers))

    def _tags(self) -> np.ndarray:
        """Where rows open and close and cells open; ``_next`` is the character after the ``<``, ``_count`` the number of all tags."""
        import numpy as np

        opens, one, two = self._bytes[:-2] == 60, self._bytes[1:-1], self._bytes[2:]
        self._count = int(np.count_nonzero(opens))
        self._opens = opens
        closes = one == _CLOSE
        closes &= two == _ROW
        closes |= one == _CELL
        closes |= one == _ROW
        closes &= opens
        tags = np.flatnonzero(closes)
        self._next = self._bytes[tags + 1]
        return tags

    def _check_order(self, rows: np.ndarray, cells: np.ndarray) -> None:
        """Cells follow cells or the opening of a row."""
        before = self._next[rows[1:] - 1] if len(rows) and rows[0] == 0 else self._next[rows - 1]
        if (len(cells) and (cells[0] == 0 or (self._next[cells - 1] == _CLOSE).any())) or (before == _CELL).any():
            raise Unusual("cell outside a row")

    def _row_numbers(self, start: np.ndarray) -> np.ndarray:
        good = (self._words[start] & _ones(5) == _word(b"<row ")) & (self._words[start + 1] & _ones(7) == _word(b'row r="'))
        if not good.all():
            raise Unusual("row without number")
        word = self._words[start + 8]
        self._digits = _length_before(word, 0x22)
        numbers, good = _parse_digits(word, self._digits)
        if not good.all() or (len(numbers) and not _ascending(numbers, self._previous + 2, limits.MAX_ROWS)):
            raise Unusual("row numbers")
        self._row_mask = _ones(self._digits + 1)
        self._row_word = word & self._row_mask
        return numbers - 1

    def _cells(self, start: np.ndarray, end: np.ndarray, row_of: np.ndarray, numbers: np.ndarray) -> tuple[Cells | None, int]:
        """The cells with a value, and the number of tags in all cells."""
        import numpy as np

        columns, rest = self._references(start, row_of)
        close = self._tag_end(rest, end)
        first, last, size = self._contents(close + 1, end)
        chosen = np.flatnonzero(last > first)
        if not len(chosen):
            return None, size
        codes, attributes = self._attributes(rest[chosen], close[chosen])
        kinds = np.array([kind for kind, _ in attributes], np.int8)[codes]
        looks = np.array([look for _, look in attributes], np.uint16)[codes]
        return self._ordered(columns[chosen], numbers[row_of[chosen]], looks, kinds, first[chosen], last[chosen]), size

    def _references(self, start: np.ndarray, row_of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Columns (from 0), and where the text after the reference begins. The row in it must be that of the row."""
        import numpy as np

        if not (self._words[start] & _ones(6) == _word(b'<c r="')).all():
            raise Unusual("cell without reference")
        word = self._words[start + 6]
        one, two, three = (((word >> np.uint64(8 * shift)) & np.uint64(255)).astype(np.int32) for shift in range(3))
        has_two = two >= 65
        has_three = has_two & (three >= 65)
        column = one - 64
        column = np.where(has_two, column * 26 + two - 64, column)
        if has_three.any():
            column = np.where(has_three, column * 26 + three - 64, column)
        at = start + 7 + has_two + has_three
        one_length = len(self._digits) > 0 and self._digits[0] == self._digits[-1]  # rows ascend, so do their lengths
        mask, digits = (self._row_mask[0], self._digits[0]) if one_length else (self._row_mask[row_of], self._digits[row_of])
        same = (self._words[at] ^ self._row_word[row_of]) & mask == 0
        low, high = int(one.min(initial=65)), int(max(one.max(initial=65), (two * has_two).max(initial=0)))
        if not same.all() or low < 65 or high > 90 or int(column.max(initial=1)) > limits.MAX_COLUMNS:
            raise Unusual("references")
        return column - 1, at + digits + 1

    def _tag_end(self, rest: np.ndarray, end: np.ndarray) -> np.ndarray:
        """Where the ``>`` of each cell's opening tag is."""
        import numpy as np

        length = _length_before(self._words[rest], 0x3E)
        for offset in (8, 16, 24):
            far = np.flatnonzero(length == offset)
            if not len(far):
                break
            length[far] += _length_before(self._words[rest[far] + offset], 0x3E)
        close = rest + length
        if len(close) and (int(length.max()) >= 32 or (close >= end).any()):
            raise Unusual("attributes")
        return close

    def _contents(self, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
        """Where each cell's value begins and ends (at the same place if it has none), and the number of tags of all cells."""
        import numpy as np

        tail, head = self._words[end - 8], self._words[start]
        valued = tail == _word(b"</v></c>")
        first, last = start.copy(), np.where(valued, end - 8, start)
        plain = valued & (head & _ones(3) == _word(b"<v>"))
        first[plain] += 3
        inline = np.flatnonzero(tail == _word(b"/is></c>"))
        size = 4 * int(np.count_nonzero(plain)) + 6 * len(inline)
        if len(inline):
            first[inline], last[inline] = self._inline(start[inline], end[inline])
        known = plain
        known[inline] = True
        others = np.flatnonzero(~known)
        if len(others):
            first[others], extra = self._without_plain_value(start[others], end[others], valued[others])
            size += extra
        if (last < first).any():
            raise Unusual("value")
        return first, last, size

    def _inline(self, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Texts in the cell."""
        import numpy as np

        plain = self._words[start] & _ones(7) == _word(b"<is><t>")
        kept = np.flatnonzero(~plain)
        good = self._words[end - 13] == _word(b"</t></is")
        good[kept] &= self._words[start[kept]] & _ones(4) == _word(b"<is>")
        for part in range(3):
            good[kept] &= self._words[start[kept] + 4 + 8 * part] == _word(_PRESERVE[8 * part : 8 * part + 8])
        if not good.all():
            raise Unusual("text in a cell")
        return start + np.where(plain, 7, 4 + len(_PRESERVE)), end - 13

    def _without_plain_value(self, start: np.ndarray, end: np.ndarray, valued: np.ndarray) -> tuple[np.ndarray, int]:
        """Empty cells, and those with a formula: where their value begins, and the number of their tags."""
        import numpy as np

        first, size = start.copy(), 0
        alone = (start == end) & (self._bytes[start - 2] == _CLOSE)
        empty = (start + 4 == end) & (self._words[start] & _ones(4) == _word(b"</c>"))
        formula = ~alone & (self._words[start] & _ones(2) == _word(b"<f"))
        if not (alone | empty | formula).all():
            raise Unusual("cell")
        size += int(np.count_nonzero(alone)) + 2 * int(np.count_nonzero(empty))
        with_value, without = np.flatnonzero(formula & valued), np.flatnonzero(formula & ~valued)
        if len(with_value):
            values = np.flatnonzero(self._opens & (self._bytes[1:-1] == 118))
            at = values[np.maximum(np.searchsorted(values, end[with_value]) - 1, 0)]
            short, good = self._after_formula(at)
            if not (good & (at > start[with_value]) & (self._words[at] & _ones(3) == _word(b"<v>"))).all():
                raise Unusual("formula")
            first[with_value] = at + 3
            size += 6 * len(at) - int(np.count_nonzero(short))
        if len(without):
            short, good = self._after_formula(end[without] - 4)
            if not (good & (self._words[end[without] - 4] & _ones(4) == _word(b"</c>"))).all():
                raise Unusual("formula")
            size += 4 * len(without) - int(np.count_nonzero(short))
        return first, size

    def _after_formula(self, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Whether ``<f …/>`` stands before the positions, and whether that or ``</f>`` does."""
        short = self._words[at - 2] & _ones(2) == _word(b"/>")
        return short, short | (self._words[at - 4] & _ones(4) == _word(b"</f>"))

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
            far = np.flatnonzero(length > offset)
            word = np.zeros(len(start), np.uint64)
            word[far] = self._words[start[far] + offset] & _ones(np.minimum(length[far] - offset, 8))
            words.append(word)
        key = words[0].copy()
        for word, factor in zip(words[1:], (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9), strict=False):
            key ^= word * np.uint64(factor)
        encoded = pa.array(key).dictionary_encode()
        codes = np.asarray(encoded.indices)
        first = np.zeros(len(encoded.dictionary), np.int64)
        first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
        if any(not (word == word[first][codes]).all() for word in words):
            raise Unusual("attributes")
        return codes, [_attributes(self._padded[start[at] : end[at]]) for at in first]

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

    def _hidden(self, start: np.ndarray, end: np.ndarray, numbers: np.ndarray) -> list[int]:
        """Rows are looked at one by one only where some opening tag is long enough to say it."""
        import numpy as np

        if not len(start):
            return []
        length = end - start
        long = np.flatnonzero(length >= int(length.min()) + 4)
        if not len(long) or (len(long) > 1000 and b' hidden="' not in self._xml):
            return []
        tags = zip(start[long].tolist(), end[long].tolist(), numbers[long].tolist(), strict=True)
        return [row for begin, end, row in tags if _HIDDEN.search(self._padded[begin:end])]


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


def _length_before(word: np.ndarray, character: int) -> np.ndarray:
    """Number of bytes before the first such character; 8 if there is none."""
    import numpy as np

    other = word ^ np.uint64(0x0101010101010101 * character)
    hit = (other - np.uint64(0x0101010101010101)) & ~other & np.uint64(0x8080808080808080)
    return (np.bitwise_count((hit & (~hit + np.uint64(1))) - np.uint64(1)) >> 3).astype(np.int64)


def _parse_digits(word: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One to eight digits in the lowest bytes → (int64 values, whether they were digits and nothing else)."""
    import numpy as np

    u = np.uint64
    digits = (word ^ u(0x3030303030303030)) << ((8 - np.maximum(length, 1)).astype(np.uint64) << u(3))
    good = (((digits + u(0x7676767676767676)) | digits) & u(0x8080808080808080)) == 0
    pairs = (digits * u(10) + (digits >> u(8))) & u(0x00FF00FF00FF00FF)
    fours = (pairs * u(100) + (pairs >> u(16))) & u(0x0000FFFF0000FFFF)
    return ((fours * u(10000) + (fours >> u(32))) & u(0xFFFFFFFF)).astype(np.int64), good & (length > 0)
