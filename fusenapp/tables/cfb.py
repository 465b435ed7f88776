"""A stream out of a compound file (the container of xls), with every chain of sectors bounded by the file's size."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

_HEADER = 512
_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""


def stream(data: bytes, names: Iterable[str]) -> bytes:
    """The first stream with one of the names; empty if there is none.

    Raises:
        ValueError, struct.error: the container is damaged.
    """
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    (first_directory,) = struct.unpack_from("<I", data, 48)
    cutoff, first_small = struct.unpack_from("<II", data, 56)
    if not (7 <= shift <= 14 and 4 <= small_shift <= shift):
        raise ValueError("sector size")
    size = 1 << shift
    table = _table(data, size)
    directory = _chain(data, table, first_directory, size, _HEADER)
    entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
    for entry in entries:
        if _name(entry) in names:
            start, length = struct.unpack_from("<II", entry, 116)
            if length >= cutoff:
                return _chain(data, table, start, size, _HEADER)[:length]
            small = _numbers(_chain(data, table, first_small, size, _HEADER))
            root = _chain(data, table, struct.unpack_from("<I", entries[0], 116)[0], size, _HEADER)
            return _chain(root, small, start, 1 << small_shift, 0)[:length]
    return b""


def _name(entry: bytes) -> str:
    (length,) = struct.unpack_from("<H", entry, 64)
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")


def _numbers(raw: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _table(data: bytes, size: int) -> Sequence[int]:
    """Sector → next sector."""
    sectors = [number for number in struct.unpack_from("<109I", data, 76) if number < _FREE]
    (extra,) = struct.unpack_from("<I", data, 68)
    for _ in range(len(data) // size + 1):
        if extra >= _FREE:
            break
        *more, extra = _numbers(_sector(data, extra, size, _HEADER))
        sectors += [number for number in more if number < _FREE]
    return _numbers(b"".join(_sector(data, number, size, _HEADER) for number in sectors[: len(data) // size + 1]))


def _sector(data: bytes, number: int, size: int, offset: int) -> bytes:
    start = (max(offset, size) if offset else 0) + number * size
    part = data[start : start + size]
    if not part:
        raise ValueError("sector beyond the end")
    return part


def _chain(data: bytes, table: Sequence[int], first: int, size: int, offset: int) -> bytes:
    parts = []
    number = first
    for _ in range(len(data) // size + 1):
        if number >= _FREE:
            return b"".join(parts)
        parts.append(_sector(data, number, size, offset))
        number = table[number] if number < len(table) else 0xFFFFFFFE
    raise ValueError("endless chain")
