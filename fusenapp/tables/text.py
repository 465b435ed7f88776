"""csv and tsv: decoded, cut into fields, broken lines mended, as a grid of text cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

from fusenapp.errors import InputError
from fusenapp.tables import limits
from fusenapp.tables.encoding import decode, delimiter_of
from fusenapp.tables.grid import Grid, Quoted, Value
from fusenapp.tables.problems import Problem
from fusenapp.tables.text_large import read_large
from fusenapp.tables.xlsx import Workbook

_LONG_FIELD_LINES = 60
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[ \t]*\r?\n', re.IGNORECASE)
_WRAPPED = re.compile(r'="([^"]*)"|\'(\d[\d\-]*)')
_WRAPPED_IN_LINE = re.compile(r'(?m)(^|[,;\t|])"?="{1,2}([^"\n]*)"{1,2}"?(?=[,;\t|\r\n]|$)')
_GAP = re.compile(r"[ \u3000]{2,}")


def read_csv(path: Path, kind: str) -> Workbook:
    """One sheet, named after the file. Raises ``InputError("corrupt")`` where there is no text."""
    return read_text_bytes(path.read_bytes(), path.stem, kind, str(path))


def read_text_bytes(data: bytes, name: str, kind: str = "csv", where: str = "") -> Workbook:
    """Like ``read_csv``, for bytes that lie in memory (cells pasted from elsewhere)."""
    decoded = decode(data)
    book = Workbook(encoding=_public(decoded.encoding))
    if decoded.lost:
        book.problems.append(Problem("undecodable-bytes", name, {"count": decoded.lost, "encoding": book.encoding}))
    text = decoded.text
    if "\0" in text:
        book.problems.append(Problem("nul-bytes", name, {"count": text.count("\0")}))
        text = text.replace("\0", "")
    if not text.strip():
        raise InputError("corrupt", where or name, reason="empty")
    text, delimiter = _delimited(text, "\t" if kind == "tsv" else ",")
    grid = None
    if len(text) > limits.LARGE_TEXT and text[0] != "\n":
        grid = read_large(_unwrapped(text), delimiter, name, book.problems)
    if grid is not None:
        book.sheets.append(grid)
        return book
    rows = _split(text, delimiter, name, book.problems)
    rows = _mend(rows, delimiter, name, book.problems)
    book.sheets.append(_grid(name, rows))
    return book


def _delimited(text: str, preferred: str) -> tuple[str, str]:
    """The text and its delimiter: as a first line ``sep=;`` says, as the lines show, or gaps of several blanks made tabs."""
    told = _SEPARATOR_LINE.match(text)
    if told:
        return "\n" + text[told.end() :], told[1]  # an empty line in its place, so that the rows keep their numbers
    delimiter = delimiter_of(text, preferred)
    lines = [line for line in text[:65_536].splitlines()[:200] if line.strip()]
    if len(lines) < 3 or any(delimiter in line for line in lines):
        return text, delimiter
    if len({line.count("，") for line in lines}) == 1 and "，" in lines[0]:
        return text, "，"
    widths = Counter(len(_GAP.split(line.strip())) for line in lines)
    width, count = widths.most_common(1)[0]
    return (_GAP.sub("\t", text), "\t") if width > 1 and count > 0.9 * len(lines) else (text, delimiter)


def _unwrapped(text: str) -> str:
    """``="00123"`` as 00123, for the reader of large texts, which has plain texts only."""
    return _WRAPPED_IN_LINE.sub(r"\1\2", text) if _WRAPPED_IN_LINE.search(text[:65_536]) else text


def _public(encoding: str) -> str:
    return {"utf-8-sig": "utf-8", "euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp"}.get(encoding, encoding)


def _split(text: str, delimiter: str, name: str, problems: list[Problem]) -> list[list[str]]:
    csv.field_size_limit(2**31 - 1)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InputError("corrupt", name, reason=str(error)) from error
    swallowed = next((index for index, row in enumerate(rows) if any(_swallowed(field) for field in row)), None)
    if swallowed is None:
        return rows
    problems.append(Problem("unclosed-quote", name, {"row": swallowed + 1}))
    loose = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return [[field.strip('"') for field in row] for row in loose]


def _swallowed(field: str) -> bool:
    """A field that holds many lines with delimiters: its quote was never closed."""
    return len(field) > 2000 and field.count("\n") > _LONG_FIELD_LINES


def _mend(rows: list[list[str]], delimiter: str, name: str, problems: list[Problem]) -> list[list[str]]:
    """Lines that were quoted as a whole are cut once more; lines of other lengths are told about."""
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return rows
    width = max(widths, key=lambda size: widths[size] * (size > 1))
    if width == 1 and (again := _cut_again(rows)):
        rows, width = again
        problems.append(Problem("quoted-lines", name, {"count": len(rows), "width": width}))
    mended = 0
    for index, row in enumerate(rows):
        if len(row) == 1 and width > 1 and delimiter in row[0]:
            again = next(csv.reader([row[0]], delimiter=delimiter), row)
            if len(again) == width:
                rows[index] = again
                mended += 1
    if mended:
        problems.append(Problem("quoted-lines", name, {"count": mended, "width": width}))
    _tell_ragged(rows, width, name, problems)
    return rows


def _cut_again(rows: list[list[str]]) -> tuple[list[list[str]], int] | None:
    """All lines were quoted as a whole: the rows that lie in their only fields, if nearly all have one width."""
    fields = [row[0] for row in rows if row]
    delimiter = delimiter_of("\n".join(fields[:200]))
    again = [next(csv.reader([row[0]], delimiter=delimiter), row) if row else row for row in rows]
    widths = Counter(len(row) for row in again if row)
    width, count = widths.most_common(1)[0]
    return (again, width) if len(fields) > 1 and width > 1 and count >= 0.8 * len(fields) else None


def _tell_ragged(rows: list[list[str]], width: int, name: str, problems: list[Problem]) -> None:
    full = [index for index, row in enumerate(rows) if len(row) == width]
    if not full or width < 2:
        return
    inside = range(full[0], full[-1])
    ragged = [index + 1 for index in inside if len(rows[index]) != width and sum(map(bool, rows[index])) > 1]
    longer = sum(1 for index in ragged if any(rows[index - 1][width:]))
    if ragged:
        problems.append(
            Problem("ragged-rows", name, {"count": len(ragged), "rows": ragged[:20], "longer": longer, "width": width})
        )


def _grid(name: str, rows: list[list[str]]) -> Grid:
    if any(len(row) > 100_000 for row in rows):
        raise InputError("too-large", name, columns=max(map(len, rows)))
    grid = Grid(name, text_source=True)
    for index, row in enumerate(rows[: limits.MAX_ROWS * 4]):
        cells: dict[int, Value] = {column: text for column, text in enumerate(row) if text and not text.isspace()}
        if cells:
            grid.rows[index] = cells
    _unwrap(grid)
    return grid


def _unwrap(grid: Grid) -> None:
    """``="00123"`` and ``'00123`` are how exports keep a text from being read as a number; where all is wrapped it says nothing."""
    wrapped: list[tuple[dict[int, Value], int, str]] = []
    total = 0
    for cells in grid.rows.values():
        total += len(cells)
        for column, value in cells.items():
            if isinstance(value, str) and value[0] in "='" and (match := _WRAPPED.fullmatch(value)):
                wrapped.append((cells, column, match[1] or match[2] or ""))
    header = len(next(iter(grid.rows.values()), {}))
    says = len(wrapped) < 0.95 * (total - header)
    for cells, column, text in wrapped:
        if text.strip():
            cells[column] = Quoted(text) if says else text
        else:
            del cells[column]
