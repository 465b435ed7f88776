"""A small xls file, record by record: BIFF8 in a compound file."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

Cell = tuple[float | str | None, str]
"""A number, a text, an error such as ``#N/A`` or nothing; and its number format."""

_ERRORS = {"#DIV/0!": 7, "#N/A": 0x2A}


def xls(path: Path, rows: Sequence[Sequence[Cell]], *, hidden_rows: Sequence[int] = (), epoch_1904: bool = False) -> Path:
    """One sheet called 一覧."""
    patterns = sorted({pattern for row in rows for _, pattern in row if pattern})
    formats = {pattern: 164 + index for index, pattern in enumerate(patterns)}
    looks = {"": 0, **{pattern: index for index, pattern in enumerate(patterns, 1)}}
    head = _bof(5) + _record(0x42, struct.pack("<H", 1200)) + _record(0x22, struct.pack("<H", int(epoch_1904)))
    head += _record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _short("A"))
    head += b"".join(_record(0x41E, struct.pack("<H", number) + _long(pattern)) for pattern, number in formats.items())
    head += b"".join(_record(0xE0, struct.pack("<HH", 0, formats.get(pattern, 0)) + bytes(16)) for pattern in looks)
    name = _short("一覧")
    start = len(head) + 4 + 6 + len(name) + 4
    head += _record(0x85, struct.pack("<IH", start, 0) + name) + _record(0x0A, b"")
    return _compound(path, head + _sheet(rows, looks, hidden_rows))


def _sheet(rows: Sequence[Sequence[Cell]], looks: Mapping[str, int], hidden_rows: Sequence[int]) -> bytes:
    width = max(map(len, rows))
    out = _bof(0x10) + _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for number in range(len(rows)):
        out += _record(0x208, struct.pack("<HHHHHHI", number, 0, width, 255, 0, 0, 0x120 if number in hidden_rows else 0x100))
    for number, row in enumerate(rows):
        for column, (value, pattern) in enumerate(row):
            place = struct.pack("<HHH", number, column, looks[pattern])
            if isinstance(value, str) and value in _ERRORS:
                out += _record(0x205, place + struct.pack("<BB", _ERRORS[value], 1))
            elif isinstance(value, str):
                out += _record(0x204, place + _long(value))
            elif value is not None:
                out += _record(0x203, place + struct.pack("<d", value))
    return out + _record(0x0A, b"")


def _bof(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x1AF2, 1997, 0x41, 0x6))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _short(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _long(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _compound(path: Path, stream: bytes) -> Path:
    """One stream called Workbook: sector 0 is the table of sectors, 1 the directory, the rest the stream."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    count = len(stream) // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + b"\xff" * 432
    directory = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry("Workbook", 2, 0xFFFFFFFF, 2, len(stream)) + bytes(256)
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    path.write_bytes(header + sectors + directory + stream)
    return path


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return raw.ljust(64, b"\0") + struct.pack("<H", len(raw)) + links + bytes(36) + struct.pack("<IQ", start, size)
