"""Reading rows out of a damaged database page by page, without its trees.

SQLite finds a row through the pages above it; where one of those is gone, everything below is out of its reach. Here
each page is looked at by itself: the rows of a table lie in leaf pages, every row says how long it is and of which
types, and a long row goes on in a chain of overflow pages. (SQLite's file format, sections 1.6 and 2.1.)
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fusenapp.workspace.format import page_size

_TABLE_LEAF = 0x0D
_FILE_HEADER = 100
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
USABLE_SIZES = {512, 1024, 2048, 4096, 8192, 16384, 32768, 65536}
DEFAULT_SIZE = 4096


@dataclass(frozen=True)
class Carved:
    """One row: its number in its table and its values as SQLite stored them."""

    rowid: int
    values: tuple[Any, ...]


def carve(data: bytes) -> Iterator[Carved]:
    """Every row that still lies whole in the bytes of a database, of whichever table, also of removed ones."""
    size = page_size(data) if len(data) >= 18 else 0
    if size not in USABLE_SIZES:
        size = DEFAULT_SIZE
    for number in range(1, len(data) // size + 1):
        yield from _page_rows(data, number, size)


def _page_rows(data: bytes, number: int, size: int) -> Iterator[Carved]:
    start = (number - 1) * size
    head = start + (_FILE_HEADER if number == 1 else 0)
    if data[head] != _TABLE_LEAF:
        return
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    for index in range(min(cells, size // 4)):
        at = head + 8 + 2 * index
        offset = int.from_bytes(data[at : at + 2], "big")
        try:
            yield _cell(data, start + offset, start + size, size)
        except (ValueError, IndexError, struct.error):
            continue


def _cell(data: bytes, at: int, end: int, size: int) -> Carved:
    length, at = _varint(data, at)
    rowid, at = _varint(data, at)
    if length > len(data) or at > end:
        raise ValueError("cell")
    record = _payload(data, at, length, size, end)
    return Carved(rowid, _values(record))


def _payload(data: bytes, at: int, length: int, size: int, end: int) -> bytes:
    here = _local_length(length, size)
    if at + here > end:
        raise ValueError("cell")
    pieces, left = [data[at : at + here]], length - here
    follow = int.from_bytes(data[at + here : at + here + 4], "big") if left else 0
    while left > 0:
        if follow == 0 or follow * size > len(data):
            raise ValueError("overflow chain")
        page = (follow - 1) * size
        piece = data[page + 4 : page + 4 + min(left, size - 4)]
        pieces.append(piece)
        left -= len(piece)
        follow = int.from_bytes(data[page : page + 4], "big")
    return b"".join(pieces)


def _local_length(length: int, size: int) -> int:
    """How much of a row lies in its leaf page."""
    most = size - 35
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (size - 4)
    return wanted if wanted <= most else least


def _values(record: bytes) -> tuple[Any, ...]:
    head, at = _varint(record, 0)
    if head > len(record):
        raise ValueError("record")
    types = []
    while at < head:
        type, at = _varint(record, at)
        types.append(type)
    values, at = [], head
    for type in types:
        value, at = _value(record, at, type)
        values.append(value)
    if at != len(record):
        raise ValueError("record")
    return tuple(values)


def _value(record: bytes, at: int, type: int) -> tuple[Any, int]:
    if type == 0:
        return None, at
    if type in (8, 9):
        return type - 8, at
    if type == 7:
        return struct.unpack(">d", record[at : at + 8])[0], at + 8
    if type in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[type]
        return int.from_bytes(record[at:end], "big", signed=True), end
    if type < 12:
        raise ValueError("type")
    end = at + (type - 12) // 2
    if end > len(record):
        raise ValueError("record")
    raw = record[at:end]
    return (raw.decode("utf-8") if type % 2 else raw), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    result = 0
    for index in range(8):
        byte = data[at + index]
        result = result << 7 | byte & 0x7F
        if byte < 0x80:
            return result, at + index + 1
    return result << 8 | data[at + 8], at + 9
