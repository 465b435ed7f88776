"""What an xlsb file says about its cells besides their values: formats, looks, merged areas, table objects, what is hidden.

The records are those of BIFF12 ([MS-XLSB]); a part that does not follow them is read without its looks, never refused here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from fusenapp.tables import limits
from fusenapp.tables.biff import ERRORS, Looks, SheetLooks
from fusenapp.tables.container import Archive
from fusenapp.tables.formats import builtin, meaning
from fusenapp.tables.grid import Area, Named, Style
from fusenapp.tables.relations import relations

_ROW, _ERROR, _FORMULA_ERROR, _LAST_CELL = 0, 3, 11, 11
_FONT, _FORMAT, _FILL, _BORDER, _XF = 43, 44, 45, 46, 47
_COLUMN, _PANE, _PROPERTIES, _SHEET, _FILTER, _MERGE, _TABLE = 60, 151, 153, 156, 161, 176, 343
_CELL_XFS, _CELL_XFS_END = 617, 618
_PART = 256 * limits.MIB
_MOST_CELLS = 3_000_000
"""Looks are kept of so many cells; the rest of a larger sheet is read by its values alone."""
_BOLD = 600
_NAMES = 64
"""Where the name of a table object begins: after its areas, its counts, its flags and the ids of its looks."""


def looks_of(archive: Archive, where: str) -> Looks | None:
    """Read the looks of an xlsb file; None where its records cannot be followed. Raises ``InputError`` for malformed relations."""
    try:
        return _read(archive, where)
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return None


def _read(archive: Archive, where: str) -> Looks:
    looks = Looks(_styles(archive.read("xl/styles.bin")))
    links = relations(archive, "xl/workbook.bin", where)
    for kind, body in records(archive.read("xl/workbook.bin")):
        if kind == _PROPERTIES:
            looks.epoch_1904 = bool(body[0] & 1)
        elif kind == _SHEET:
            identifier, _ = _text(body, 8)
            kind_of_sheet, part = links.get(identifier, ("", ""))
            looks.sheets.append(_sheet(archive, part, where) if kind_of_sheet == "worksheet" else SheetLooks())
    return looks


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(type, content) of the records of a part."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while True:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift >= 28:
                break
        yield kind, data[at : at + size]
        at += size


def _text(body: bytes, at: int) -> tuple[str, int]:
    """(text, where it ends); a missing one counts as empty."""
    (count,) = struct.unpack_from("<I", body, at)
    if count == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * count
    return body[at + 4 : end].decode("utf-16-le"), end


def _styles(data: bytes) -> list[Style]:
    formats: dict[int, str] = {}
    bold: list[bool] = []
    filled: list[bool] = []
    borders: list[tuple[bool, bool, bool, bool]] = []
    found: list[Style] = []
    inside = False
    for kind, body in records(data):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind == _FONT:
            bold.append(struct.unpack_from("<H", body, 4)[0] >= _BOLD)
        elif kind == _FILL:
            filled.append(struct.unpack_from("<I", body)[0] != 0)
        elif kind == _BORDER:
            top, bottom, left, right = (body[1 + 10 * side] != 0 for side in range(4))
            borders.append((left, right, top, bottom))
        elif kind in (_CELL_XFS, _CELL_XFS_END):
            inside = kind == _CELL_XFS
        elif kind == _XF and inside:
            _, form, font, fill, border = struct.unpack_from("<5H", body)
            lines = borders[border] if border < len(borders) else (False,) * 4
            pattern = formats.get(form) or builtin(form)
            found.append(Style(meaning(pattern), _at(bold, font), fill > 1 and _at(filled, fill), *lines, indent=body[11]))
    return found


def _at(flags: list[bool], index: int) -> bool:
    return index < len(flags) and flags[index]


def _sheet(archive: Archive, part: str, where: str) -> SheetLooks:
    found = SheetLooks()
    row, cells, count = 0, found.style_of.setdefault(0, {}), 0
    for kind, body in records(archive.read(part, _PART)):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", body)
            if body[11] & 0x10:
                found.hidden_rows.add(row)
            cells = found.style_of.setdefault(row, {})
        elif kind <= _LAST_CELL:
            column, look = struct.unpack_from("<II", body)
            if look & 0xFFFFFF and count < _MOST_CELLS:
                cells[column] = look & 0xFFFFFF
                count += 1
            if kind in (_ERROR, _FORMULA_ERROR):
                found.errors[row, column] = ERRORS.get(body[8], "#N/A")
            found.formulas += kind > 7
        else:
            _around(found, kind, body)
    parts = [path for kind, path in relations(archive, part, where).values() if kind == "table"]
    found.named = [table for path in parts for table in _tables(archive, path)]
    return found


def _around(found: SheetLooks, kind: int, body: bytes) -> None:
    """What a sheet says besides its cells."""
    if kind == _COLUMN and body[16] & 1:
        first, last = struct.unpack_from("<II", body)
        found.hidden_columns.update(range(first, min(last, limits.MAX_COLUMNS - 1) + 1))
    elif kind == _MERGE and len(found.merges) < limits.MAX_MERGES:
        found.merges.append(_area(body))
    elif kind == _FILTER:
        found.filter_area = _area(body)
    elif kind == _PANE and body[28] & 3:
        found.frozen_rows = int(struct.unpack_from("<d", body, 8)[0])


def _area(body: bytes) -> Area:
    """(top, left, bottom, right) from first and last row, first and last column."""
    top, bottom, left, right = struct.unpack_from("<4I", body)
    return top, left, bottom, right


def _tables(archive: Archive, part: str) -> Iterator[Named]:
    """The table object that a part describes."""
    for kind, body in records(archive.read(part)):
        if kind == _TABLE:
            headers, totals = struct.unpack_from("<II", body, 24)
            name, _ = _text(body, _text(body, _NAMES)[1])
            yield Named(name, _area(body), headers, totals)
