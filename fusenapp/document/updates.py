"""Reading an update before the engine does: refuses what the engine would not survive (SPEC D70 to D73).

The layout is that of Yjs updates, version 1: blocks by client, then what is deleted. Only the contents that Fusen
writes are let through (maps, texts, letters, plain values), values nest at most `DEEPEST` levels and no type of the
engine lies deeper than a text in a record.
"""

from __future__ import annotations

from typing import Final

from fusenapp.document.values import DEEPEST
from fusenapp.errors import InputError

LARGEST_UPDATE: Final = 256 * 2**20
"""Bytes; a workspace of 50,000 notes is 16 MB."""

CLOCKS: Final = 2**32
"""The engine counts clocks in 32 bits and goes round: between blocks that overlap it writes a gap of, say, −1 as 2³² − 1."""

_GARBAGE, _DELETED, _STRING, _TYPE, _VALUES, _SKIP = 0, 1, 4, 7, 8, 10
_MAP, _TEXT = 1, 2
_FIXED: Final = {127: 0, 126: 0, 124: 4, 123: 8, 122: 8, 121: 0, 120: 0}
_INTEGER, _LETTERS, _MAPPING, _LIST = 125, 119, 118, 117


def reach(update: bytes) -> dict[int, int]:
    """Checks an update and tells how far it goes.

    Returns:
        For each client in it, the clock that a document has when it took in everything (blocks and deletions).

    Raises:
        InputError: ``bad-update`` if it is cut off, too large, nested too deep or holds foreign contents.
    """
    if len(update) > LARGEST_UPDATE:
        raise InputError("bad-update", reason="too large")
    reader = _Reader(update)
    try:
        reader.blocks()
        reader.deletions()
    except (IndexError, UnicodeDecodeError) as error:
        raise InputError("bad-update", reason="damaged") from error
    if reader.at != len(update):
        raise InputError("bad-update", reason="trailing bytes")
    return reader.reached


def clocks(state_vector: bytes) -> dict[int, int]:
    """A state vector as client → clock.

    Raises:
        InputError: ``bad-update`` if it is damaged.
    """
    reader = _Reader(state_vector)
    try:
        return {reader.number(): reader.number() for _ in range(reader.number())}
    except IndexError as error:
        raise InputError("bad-update", reason="damaged") from error


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.reached: dict[int, int] = {}
        self.nested: set[tuple[int, int]] = set()

    def number(self) -> int:
        data, at = self.data, self.at
        byte = data[at]
        at += 1
        value, shift = byte & 127, 7
        while byte > 127:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if shift > 70:
                raise IndexError(at)
        self.at = at
        return value

    def skip(self, length: int) -> int:
        """Moves over ``length`` bytes; gives where they began."""
        start = self.at
        if length > len(self.data) - start:
            raise IndexError(start)
        self.at = start + length
        return start

    def letters(self) -> int:
        """Moves over a string; gives its length in UTF-16 units, which is what clocks count."""
        length = self.number()
        start = self.skip(length)
        text = self.data[start:self.at]
        return length if text.isascii() else len(text.decode().encode("utf-16-le")) // 2

    def blocks(self) -> None:
        for _ in range(self.number()):
            count, client, clock = self.number(), self.number(), self.number()
            end = clock
            for _ in range(count):
                length, is_gap = self.block(client, clock)
                clock = (clock + length) % CLOCKS
                end = end if is_gap else max(end, clock)
            self.reached[client] = max(self.reached.get(client, 0), end)

    def block(self, client: int, clock: int) -> tuple[int, bool]:
        info = self.data[self.at]
        self.at += 1
        content = info & 31
        if content in (_GARBAGE, _SKIP):
            return self.number(), content == _SKIP
        parent = self.links(info)
        if content == _TYPE:
            self.type(client, clock, parent)
            return 1, False
        return self.content(content), False

    def links(self, info: int) -> tuple[int, int] | None:
        """Moves over neighbours and parent; gives the parent if it is a block and not a root."""
        parent = None
        for neighbour in (128, 64):
            if info & neighbour:
                self.number()
                self.number()
        if not info & 192:
            if self.number():
                self.letters()
            else:
                parent = (self.number(), self.number())
            if info & 32:
                self.letters()
        return parent

    def type(self, client: int, clock: int, parent: tuple[int, int] | None) -> None:
        found = self.number()
        if found not in (_MAP, _TEXT):
            raise InputError("bad-update", reason="foreign contents")
        if parent is not None:
            if found == _MAP or parent in self.nested:
                raise InputError("bad-update", reason="nested too deep")
            self.nested.add((client, clock))

    def content(self, content: int) -> int:
        if content == _DELETED:
            return self.number()
        if content == _STRING:
            return self.letters()
        if content != _VALUES:
            raise InputError("bad-update", reason="foreign contents")
        count = self.number()
        for _ in range(count):
            self.value(DEEPEST + 1)
        return count

    def value(self, depth: int) -> None:
        tag = self.data[self.at]
        self.at += 1
        size = _FIXED.get(tag)
        if size is not None:
            self.skip(size)
        elif tag == _LETTERS:
            self.skip(self.number())
        elif tag == _INTEGER:
            self.number()
        elif tag in (_MAPPING, _LIST):
            self.collection(tag == _MAPPING, depth - 1)
        else:
            raise InputError("bad-update", reason="foreign contents")

    def collection(self, named: bool, depth: int) -> None:
        if depth == 0:
            raise InputError("bad-update", reason="nested too deep")
        for _ in range(self.number()):
            if named:
                self.skip(self.number())
            self.value(depth)

    def deletions(self) -> None:
        for _ in range(self.number()):
            client, ranges = self.number(), self.number()
            for _ in range(ranges):
                end = self.number() + self.number()
                self.reached[client] = max(self.reached.get(client, 0), end)
