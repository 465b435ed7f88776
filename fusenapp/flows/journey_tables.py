"""Notes as a table for the clipboard, and tables of others from files."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from pathlib import Path

from fusenapp.domain.journey_grid import Grid, make_grid, note_words, paper_of, phase_words
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import grid_paste, paste
from fusenapp.errors import InputError
from fusenapp.i18n import translate

SHEETS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")
_LARGEST = 32 * 1024 * 1024
_MOST_ROWS, _MOST_COLUMNS = 5_000, 500
"""A drawn journey is far smaller; what lies beyond is left out."""

_CELL = "border:1px solid #BFC6CF;padding:3px 6px;vertical-align:top"
_HEAD = f"{_CELL};background:#E6EBF7;font-weight:bold"
_LABEL = f"{_CELL};background:#F4F5F7;font-weight:bold"


def selection_grid(snapshot: Snapshot, journey: str, ids: Collection[str]) -> Grid:
    """The notes chosen, with the phases, lanes and roles that they lie in."""
    return make_grid(snapshot, journey, only=ids, below=(translate("Board", "Parking lot"), translate("Board", "Free area")))


def to_rows(snapshot: Snapshot, grid: Grid) -> list[list[str]]:
    """The table as texts, with headers: a cell per lane, role and phase, its notes on lines of their own."""
    with_roles = any(row.role_name for row in grid.rows)
    heads = [translate("Export", "Lane / phase"), *([""] if with_roles else []), *(value("phases", p, "name") for p in grid.phases)]
    rows = [heads]
    for i, row in enumerate(grid.rows):
        cells = ["\n".join(note_words(snapshot, n) for n in grid.notes(i, phase)) for phase in range(max(len(grid.phases), 1))]
        rows.append([row.lane_name, *([row.role_name] if with_roles else []), *cells])
    return rows


def to_html(snapshot: Snapshot, grid: Grid) -> str:
    """The table in colour, a cell per note, as spreadsheets, slides and mails take it.

    Notes of one cell are a plain column without headers.
    """
    if len(grid.cells) == 1:
        notes = next(iter(grid.cells.values()))
        return _document("".join(f"<tr>{_note(snapshot, note)}</tr>" for note in notes))
    with_roles = any(row.role_name for row in grid.rows)
    heads = "".join(f'<th style="{_HEAD}">{escape(phase_words(grid, i))}</th>' for i in range(len(grid.phases)))
    corner = f'<th style="{_HEAD}" colspan="{1 + with_roles}">{escape(translate("Export", "Lane / phase"))}</th>'
    return _document(f"<tr>{corner}{heads}</tr>" + "".join(_html_rows(snapshot, grid, with_roles)))


def _html_rows(snapshot: Snapshot, grid: Grid, with_roles: bool) -> list[str]:
    phases = range(max(len(grid.phases), 1))
    deep = [max([1, *(len(grid.notes(i, phase)) for phase in phases)]) for i in range(len(grid.rows))]
    made = []
    for i, row in enumerate(grid.rows):
        block = grid.lane_rows(i)
        for line in range(deep[i]):
            labels = ""
            if line == 0 and i == block.start:
                labels += _label(row.lane_name, sum(deep[j] for j in block), 1 if row.role_name or not with_roles else 2)
            if line == 0 and row.role_name:
                labels += _label(row.role_name, deep[i], 1)
            cells = "".join(_note(snapshot, notes[line] if line < len(notes) else None) for notes in (grid.notes(i, p) for p in phases))
            made.append(f"<tr>{labels}{cells}</tr>")
    return made


def _label(words: str, rows: int, columns: int) -> str:
    return f'<th style="{_LABEL}" rowspan="{rows}" colspan="{columns}">{escape(words)}</th>'


def _note(snapshot: Snapshot, note: Record | None) -> str:
    if note is None:
        return f'<td style="{_CELL}"></td>'
    words = escape(note_words(snapshot, note)).replace("\n", '<br style="mso-data-placement:same-cell">')
    return f'<td style="{_CELL};background:{paper_of(note)}" bgcolor="{paper_of(note)}">{words}</td>'


def _document(rows: str) -> str:
    return f'<html><head><meta charset="utf-8"></head><body><table style="border-collapse:collapse">{rows}</table></body></html>'


# ---- from files


def read_tables(path: Path) -> list[list[list[str]]]:
    """The sheets of a file as rows of texts, as they stand there.

    Raises:
        InputError: ``unsupported``, ``not-found``, ``too-large`` and others of reading a spreadsheet.
    """
    if path.suffix.lower() in TEXTS:
        return [_text_rows(path)]
    from fusenapp.domain.workbook_fields import SHEET
    from fusenapp.tables.agreement_sheet import read_cells

    found = []
    for sheet in read_cells(path):
        cells = {at: cell for at, cell in sheet.cells.items() if at[0] < _MOST_ROWS and at[1] < _MOST_COLUMNS}
        if sheet.name == SHEET or not cells:
            continue
        rows = [[""] * (max(column for _, column in cells) + 1) for _ in range(max(row for row, _ in cells) + 1)]
        for (row, column), cell in cells.items():
            rows[row][column] = str(cell).strip()
        found.append(rows)
    return found


def _text_rows(path: Path) -> list[list[str]]:
    from fusenapp.tables.encoding import decode, delimiter_of

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("not-found", str(path)) from error
    if len(data) > _LARGEST:
        raise InputError("too-large", str(path), reason="bytes")
    text = decode(data).text
    delimiter = delimiter_of(text, "\t" if path.suffix.lower() == ".tsv" else ",")
    return paste.to_grid(text, delimiter)


def recognised(tables: list[list[list[str]]], snapshot: Snapshot, journey: str) -> grid_paste.Recognised | None:
    """The sheet that says the most of a journey; None if none names its phases."""
    known = grid_paste.known_names(snapshot, journey)
    found = [one for rows in tables if (one := grid_paste.recognise(rows, known)) is not None and (one.notes or one.loose)]
    return max(found, key=lambda one: len(one.notes), default=None)


def filled(tables: list[list[list[str]]]) -> int:
    """Cells that say something in the first table that has any."""
    return next((n for rows in tables if (n := sum(bool(cell) for row in rows for cell in row))), 0)
