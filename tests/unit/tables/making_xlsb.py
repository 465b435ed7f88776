"""A small xlsb file, record by record: BIFF12 parts in a zip, as [MS-XLSB] lays them out."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

Cell = float | str | bool | tuple[float | str | None, str] | None
"""A value, an error such as ``#N/A`` or nothing, alone or with its number format; a format that begins with ``!`` is bold."""

_ERRORS = {"#DIV/0!": 7, "#N/A": 0x2A}
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "xl/workbook.bin": "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    "xl/styles.bin": "application/vnd.ms-excel.styles",
    "xl/sharedStrings.bin": "application/vnd.ms-excel.sharedStrings",
}


def xlsb(path: Path, sheets: Mapping[str, Sequence[Sequence[Cell]]], *, hidden_rows: Sequence[int] = (), hidden_columns: Sequence[int] = (),
         merges: Sequence[tuple[int, int, int, int]] = (), hidden: Sequence[str] = (), table: tuple[int, int, int, int] | None = None,
         epoch_1904: bool = False) -> Path:
    """Rows from A1 on; rows, columns, merges and the table object count from 0 and go for the first sheet."""
    texts: list[str] = []
    looks: dict[str, int] = {"": 0}
    parts = []
    for number, rows in enumerate(sheets.values()):
        first = number == 0
        extras = (hidden_rows, hidden_columns, merges) if first else ((), (), ())
        parts.append(_sheet(rows, texts, looks, *extras))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _types(len(sheets), table is not None))
        archive.writestr("_rels/.rels", _links([("officeDocument", "xl/workbook.bin")]))
        names = [("worksheet", f"worksheets/sheet{number}.bin") for number in range(1, len(sheets) + 1)]
        archive.writestr("xl/_rels/workbook.bin.rels", _links([*names, ("styles", "styles.bin"), ("sharedStrings", "sharedStrings.bin")]))
        archive.writestr("xl/workbook.bin", _workbook(list(sheets), hidden, epoch_1904))
        archive.writestr("xl/styles.bin", _styles(looks))
        archive.writestr("xl/sharedStrings.bin", _strings(texts))
        for number, part in enumerate(parts, 1):
            archive.writestr(f"xl/worksheets/sheet{number}.bin", part)
        if table is not None:
            archive.writestr("xl/worksheets/_rels/sheet1.bin.rels", _links([("table", "../tables/table1.bin")]))
            archive.writestr("xl/tables/table1.bin", _table(table))
    return path


def _types(sheets: int, table: bool) -> str:
    parts = {**_PARTS, **{f"xl/worksheets/sheet{n}.bin": "application/vnd.ms-excel.worksheet" for n in range(1, sheets + 1)}}
    if table:
        parts["xl/tables/table1.bin"] = "application/vnd.ms-excel.table"
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<?xml version="1.0"?><Types xmlns="{_TYPES}">{rels}<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>{overrides}</Types>'


def _links(targets: Sequence[tuple[str, str]]) -> str:
    found = "".join(f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONS}">{found}</Relationships>'


def _workbook(names: Sequence[str], hidden: Sequence[str], epoch_1904: bool) -> bytes:
    out = _record(131) + _record(153, struct.pack("<II", int(epoch_1904), 0) + _text("")) + _record(143)
    for number, name in enumerate(names, 1):
        out += _record(156, struct.pack("<II", int(name in hidden), number) + _text(f"rId{number}") + _text(name))
    return out + _record(144) + _record(132)


def _styles(looks: Mapping[str, int]) -> bytes:
    """Fonts: plain and bold; one fill, one border; a format and a look for every pattern."""
    patterns = sorted({look.lstrip("!") for look in looks} - {""})
    numbers = {"": 0, **{pattern: 164 + index for index, pattern in enumerate(patterns)}}
    formats = b"".join(_record(44, struct.pack("<H", numbers[pattern]) + _text(pattern)) for pattern in patterns)
    fonts = b"".join(_record(43, struct.pack("<HHHHBBBB", 220, 0, weight, 0, 0, 2, 128, 0) + _color() + b"\0" + _text("Calibri")) for weight in (400, 700))
    fill = _record(45, struct.pack("<I", 0) + _color() * 2 + struct.pack("<I5dI", 0, 0, 0, 0, 0, 0, 0))
    border = _record(46, b"\0" + (b"\0\0" + _color()) * 5)
    xfs = b"".join(_xf(0, numbers[look.lstrip("!")], int(look.startswith("!"))) for look in looks)
    return (
        _record(278) + _counted(615, formats, len(patterns)) + _counted(611, fonts, 2) + _counted(603, fill, 1) + _counted(613, border, 1)
        + _counted(626, _xf(0xFFFF, 0, 0), 1) + _counted(617, xfs, len(looks)) + _record(279)
    )  # fmt: skip


def _counted(kind: int, body: bytes, count: int) -> bytes:
    return _record(kind, struct.pack("<I", count)) + body + _record(kind + 1)


def _xf(parent: int, number_format: int, font: int) -> bytes:
    return _record(47, struct.pack("<5HBBHH", parent, number_format, font, 0, 0, 0, 0, 0x2008, 1 | 2 if font else 1))


def _color() -> bytes:
    return struct.pack("<BBhBBBB", 0, 0, 0, 0, 0, 0, 255)


def _strings(texts: Sequence[str]) -> bytes:
    items = b"".join(_record(19, b"\0" + _text(text)) for text in texts)
    return _record(159, struct.pack("<II", len(texts), len(texts))) + items + _record(160)


def _sheet(rows: Sequence[Sequence[Cell]], texts: list[str], looks: dict[str, int], hidden_rows: Sequence[int],
           hidden_columns: Sequence[int], merges: Sequence[tuple[int, int, int, int]]) -> bytes:
    out = _record(129) + _record(148, struct.pack("<4I", 0, max(len(rows) - 1, 0), 0, max(map(len, rows)) - 1))
    if hidden_columns:
        out += _record(390) + b"".join(_record(60, struct.pack("<IIIIH", c, c, 2304, 0, 1)) for c in hidden_columns) + _record(391)
    out += _record(145)
    for number, row in enumerate(rows):
        flags = struct.pack("<BBB", 0, 0x10 if number in hidden_rows else 0, 0)
        out += _record(0, struct.pack("<IIH", number, 0, 300) + flags + struct.pack("<III", 1, 0, max(len(row) - 1, 0)))
        for column, cell in enumerate(row):
            value, pattern = cell if isinstance(cell, tuple) else (cell, "")
            out += _cell(column, value, looks.setdefault(pattern, len(looks)), texts)
    out += _record(146)
    if merges:
        out += _record(177, struct.pack("<I", len(merges)))
        out += b"".join(_record(176, struct.pack("<4I", top, bottom, left, right)) for top, left, bottom, right in merges) + _record(178)
    return out + _record(130)


def _cell(column: int, value: float | str | bool | None, look: int, texts: list[str]) -> bytes:
    head = struct.pack("<II", column, look)
    if value is None:
        return _record(1, head) if look else b""
    if isinstance(value, bool):
        return _record(4, head + bytes([value]))
    if isinstance(value, str) and value in _ERRORS:
        return _record(3, head + bytes([_ERRORS[value]]))
    if isinstance(value, str):
        texts.append(value)
        return _record(7, head + struct.pack("<I", len(texts) - 1))
    if isinstance(value, int) and -(2**29) <= value < 2**29:
        return _record(2, head + struct.pack("<i", value << 2 | 2))
    return _record(5, head + struct.pack("<d", value))


def _table(area: tuple[int, int, int, int]) -> bytes:
    top, left, bottom, right = area
    body = struct.pack("<4I", top, bottom, left, right) + struct.pack("<4I", 0, 1, 1, 0)
    body += struct.pack("<I6II", 0, *[0xFFFFFFFF] * 6, 0) + _text("表1") * 2 + struct.pack("<I", 0xFFFFFFFF) * 4
    return _record(343, body) + _record(344)


def _record(kind: int, body: bytes = b"") -> bytes:
    """Type in one or two bytes and length in one to four, seven bits each, the low ones first."""
    out = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(body)
    while size > 0x7F:
        out += bytes([size & 0x7F | 0x80])
        size >>= 7
    return out + bytes([size]) + body


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
