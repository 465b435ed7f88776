"""What an xls file says about its cells besides their values: number formats, bold and filled cells, errors, hidden rows.

The records are those of BIFF8 ([MS-XLS]); a file that does not follow them is read without its looks, never refused here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from fusenapp.tables.cfb import stream
from fusenapp.tables.formats import builtin, meaning
from fusenapp.tables.grid import Area, Named, Style

_LARGEST = 96 << 20
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_CELLS = frozenset({0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6})
_BOF, _EOF, _FORMULA, _BOOLERR, _MULRK, _MULBLANK, _ROW, _COLINFO = 0x0809, 0x0A, 0x06, 0x0205, 0xBD, 0xBE, 0x0208, 0x7D


@dataclass
class SheetLooks:
    """Of one sheet: row → column → index into the styles; error values; the rest as in ``Grid``."""

    style_of: dict[int, dict[int, int]] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Area] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    filter_area: Area | None = None
    frozen_rows: int = 0
    formulas: int = 0


@dataclass
class Looks:
    """Of the workbook: its styles, its sheets in the file's order, and whether its days count from 1904."""

    styles: list[Style] = field(default_factory=list)
    sheets: list[SheetLooks] = field(default_factory=list)
    epoch_1904: bool = False


def looks_of(data: bytes) -> Looks | None:
    """Read the looks of an xls file; None where its records cannot be followed."""
    try:
        records = stream(data, ("Workbook",))
        return _Reader(records).read() if records and len(records) <= _LARGEST else None
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return None


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._formats: dict[int, str] = {}
        self._bold: list[bool] = []
        self._looks = Looks()
        self._starts: list[int] = []

    def read(self) -> Looks:
        xfs: list[bytes] = []
        for kind, body in self._records(0):
            if kind == 0x041E:
                self._formats[struct.unpack_from("<H", body)[0]] = _text(body, 2)
            elif kind == 0x31:
                self._bold.append(struct.unpack_from("<H", body, 6)[0] >= 600)
            elif kind == 0xE0:
                xfs.append(body)
            elif kind == 0x85:
                self._starts.append(struct.unpack_from("<I", body)[0])
            elif kind == 0x22:
                self._looks.epoch_1904 = body[:1] == b"\x01"
        self._looks.styles = [self._style(body) for body in xfs]
        self._looks.sheets = [self._sheet(start) for start in self._starts]
        return self._looks

    def _records(self, at: int) -> Iterator[tuple[int, bytes]]:
        """The records of one part, from its beginning to its end; parts inside (charts) are passed over."""
        depth = 0
        while at + 4 <= len(self._data):
            kind, length = struct.unpack_from("<HH", self._data, at)
            at += 4
            if kind == _BOF:
                depth += 1
            elif kind == _EOF:
                depth -= 1
                if depth <= 0:
                    return
            elif depth == 1:
                yield kind, self._data[at : at + length]
            at += length

    def _style(self, body: bytes) -> Style:
        font, form = struct.unpack_from("<HH", body)
        borders, fill = struct.unpack_from("<II", body, 10)
        font -= font > 4  # there is no font 4
        return Style(
            meaning(self._formats.get(form) or builtin(form)),
            self._bold[font] if font < len(self._bold) else False,
            fill >> 26 != 0,
            bool(borders & 0xF), bool(borders >> 4 & 0xF), bool(borders >> 8 & 0xF), bool(borders >> 12 & 0xF),
            body[8] & 0xF,
        )  # fmt: skip

    def _sheet(self, start: int) -> SheetLooks:
        found = SheetLooks()
        for kind, body in self._records(start):
            if kind in _CELLS:
                row, column, look = struct.unpack_from("<HHH", body)
                found.style_of.setdefault(row, {})[column] = look
                if code := _error(kind, body):
                    found.errors[row, column] = code
            elif kind in (_MULRK, _MULBLANK):
                self._several(found, kind, body)
            elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
                found.hidden_rows.add(struct.unpack_from("<H", body)[0])
            elif kind == _COLINFO and struct.unpack_from("<H", body, 8)[0] & 1:
                first, last = struct.unpack_from("<HH", body)
                found.hidden_columns.update(range(first, min(last, 255) + 1))
        return found

    @staticmethod
    def _several(found: SheetLooks, kind: int, body: bytes) -> None:
        row, column = struct.unpack_from("<HH", body)
        step = 6 if kind == _MULRK else 2
        cells = found.style_of.setdefault(row, {})
        for offset, at in enumerate(range(4, len(body) - 2 - step + 1, step)):
            cells[column + offset] = struct.unpack_from("<H", body, at)[0]


def _error(kind: int, body: bytes) -> str:
    if kind == _BOOLERR and body[7]:
        return ERRORS.get(body[6], "#N/A")
    if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        return ERRORS.get(body[8], "#N/A")
    return ""


def _text(body: bytes, at: int) -> str:
    (count,) = struct.unpack_from("<H", body, at)
    wide = body[at + 2] & 1
    raw = body[at + 3 : at + 3 + count * (2 if wide else 1)]
    return raw.decode("utf-16-le" if wide else "latin-1")
