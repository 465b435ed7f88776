"""The cells of an edited agreement workbook as rows of records: found by their hidden ids, wherever they went.

Rows may have been sorted, inserted or deleted, columns moved, sheets renamed: a hidden row names the fields of the columns
below it, a hidden column names the record of each row.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.domain.clause_text import Cell
from fusenapp.domain.workbook_fields import ADDABLE, FACT, FIELDS, FORMAT, ID, SHEET
from fusenapp.errors import InputError

if TYPE_CHECKING:
    from fusenapp.tables.agreement_sheet import PlainSheet

_FIGURES = 5
"""Changed figures that are told of one sheet."""

Key = tuple[str, str]
"""(kind, id) of a record"""


@dataclass(frozen=True)
class Kept:
    """What the workbook keeps of itself.

    Attributes:
        meta: ``workspace``, ``at``, ``language``, ``agreed_only``.
        fields: record → field → (what stood in its cell, what that meant).
        sheets: record → name of the sheet that it was on.
        tables: (sheet, kind, where records that are added go).
        texts: sheet → digests of all texts that were written on it.
        grids: what journeys as grids keep of themselves (`flows.proposal_grids`).
    """

    meta: Mapping[str, Any]
    fields: Mapping[Key, Mapping[str, tuple[Cell, Any]]]
    sheets: Mapping[Key, str]
    tables: tuple[tuple[str, str, str], ...]
    texts: Mapping[str, frozenset[str]]
    grids: tuple[list[Any], ...] = ()


@dataclass(frozen=True)
class Spot:
    """A cell: where it stands, and what is in it."""

    place: str
    cell: Cell


@dataclass
class Row:
    """One record in the copy: its fields' cells. ``key`` has an empty id for a row that is new."""

    key: Key
    sheet: str
    place: str
    spots: dict[str, Spot] = field(default_factory=dict)
    above: Key | None = None


@dataclass
class Found:
    """Everything that was found in a copy, and the cells that belong to it."""

    rows: list[Row] = field(default_factory=list)
    columns: dict[str, set[str]] = field(default_factory=dict)
    used: dict[str, set[tuple[int, int]]] = field(default_factory=dict)


def kept_of(sheets: list[PlainSheet], where: str) -> Kept:
    """What the hidden sheet says.

    Raises:
        InputError: ``not-an-agreement``, ``damaged-agreement``, ``newer-agreement``.
    """
    sheet = next((s for s in sheets if s.name == SHEET), None)
    if sheet is None:
        raise InputError("not-an-agreement", where)
    lines = _lines(sheet)
    try:
        meta = json.loads(lines[0])
        told = [json.loads(line) for line in lines[1:]]
        if int(meta["format"]) > FORMAT:
            raise InputError("newer-agreement", where)
        if hashlib.sha256("\n".join(lines[1:]).encode()).hexdigest() != meta["hash"]:
            raise InputError("damaged-agreement", where)
        return _kept(meta, told)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError("damaged-agreement", where) from error


def _lines(sheet: PlainSheet) -> list[str]:
    """The cells of each row joined: long lines were cut."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), cell in sheet.cells.items():
        rows.setdefault(row, []).append((column, str(cell)))
    return ["".join(text for _, text in sorted(cells)) for _, cells in sorted(rows.items())]


def _kept(meta: Mapping[str, Any], told: list[list[Any]]) -> Kept:
    fields: dict[Key, dict[str, tuple[Cell, Any]]] = {}
    sheets: dict[Key, str] = {}
    for _, sheet, kind, id, name, shown, value in (t for t in told if t[0] == "field"):
        if kind in FIELDS:
            fields.setdefault((kind, id), {})[name] = (shown, value)
            sheets[kind, id] = sheet
    tables = tuple((sheet, kind, parent) for _, sheet, kind, parent in (t for t in told if t[0] == "table"))
    grids = tuple(t for t in told if t[0] in ("grid", "note", "point"))
    return Kept(meta, fields, sheets, tables, {t[1]: frozenset(t[2]) for t in told if t[0] == "texts"}, grids)


def find(sheets: list[PlainSheet], kept: Kept) -> Found:
    """Every row of a record, and rows that are new, in reading order."""
    found = Found()
    for sheet in sheets:
        if sheet.name != SHEET:
            _Reader(sheet, kept, found).read()
    return found


class _Reader:
    """Reads one sheet from top to bottom; a hidden row of field names begins a table."""

    def __init__(self, sheet: PlainSheet, kept: Kept, found: Found) -> None:
        self.sheet, self.kept, self.found = sheet, kept, found
        self.used = found.used.setdefault(sheet.name, set())
        self.columns: dict[int, str] = {}
        self.id_column = -1
        self.kind = ""
        self.head = -1
        self.last: Key | None = None
        self.seen = {row.key for row in found.rows}

    def read(self) -> None:
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self.sheet.cells.items():
            rows.setdefault(row, {})[column] = cell
        for row in sorted(rows):
            self._row(row, rows[row])

    def _row(self, row: int, cells: dict[int, Cell]) -> None:
        marked = next((column for column, cell in cells.items() if cell == ID), None)
        if marked is not None:
            self._begin(row, marked, cells)
            return
        fact = next((c for c, cell in cells.items() if isinstance(cell, str) and _fact(cell) in self.kept.fields), None)
        if fact is not None:
            self._fact(row, fact, cells)
        elif self.columns and row != self.head:
            self._record(row, cells)

    def _begin(self, row: int, marked: int, cells: dict[int, Cell]) -> None:
        """The row below holds the headers."""
        self.columns = {c: str(cell) for c, cell in cells.items() if c != marked and isinstance(cell, str)}
        self.id_column, self.head, self.last = marked, row + 1, None
        names = set(self.columns.values())
        self.kind = next((kind for kind in ADDABLE if names & set(FIELDS[kind]) == names - {n for n in names if "." in n}), "")
        self.found.columns.setdefault(self.kind, set()).update(names)
        self.used.update((row, column) for column in cells)

    def _fact(self, row: int, at: int, cells: dict[int, Cell]) -> None:
        """A label, then the value; the name of the field stands in the hidden column."""
        told = str(cells[at])
        key, name = _fact(told), told.rsplit("/", 1)[1]
        others = sorted(column for column in cells if column != at)
        value = cells[others[1]] if len(others) > 1 else None
        column = others[1] if len(others) > 1 else (others[0] + 1 if others else 0)
        place = place_words(self.sheet.name, row, column)
        self.found.rows.append(Row(key, self.sheet.name, place, {name: Spot(place, value)}))
        self.used.update({(row, column), (row, at)})

    def _record(self, row: int, cells: dict[int, Cell]) -> None:
        spots = {name: Spot(place_words(self.sheet.name, row, column), cells.get(column)) for column, name in self.columns.items()}
        kind, _, id = str(cells.get(self.id_column) or "").partition("/")
        key = (kind, id)
        if key not in self.kept.fields or key in self.seen:  # a row that was copied brings the id of its model along
            key = (self.kind, "")
            if all(spot.cell is None for spot in spots.values()):
                return
        else:
            self.seen.add(key)
        self.used.update((row, column) for column in (*self.columns, self.id_column))
        self.found.rows.append(Row(key, self.sheet.name, place_words(self.sheet.name, row, min(self.columns)), spots, self.last))
        self.last = key if key[1] else self.last


def strange(sheets: list[PlainSheet], found: Found, kept: Kept, digest: Callable[[str | float], str]) -> Iterator[Spot]:
    """Texts and figures on sheets of ours that we did not write and that are no field.

    A figure that was changed changes others that are reckoned from it: only the first of a sheet are told.
    """
    for sheet in sheets:
        known = kept.texts.get(sheet.name)
        if known is None:
            continue
        used, figures = found.used.get(sheet.name, set()), 0
        for place, cell in sorted(sheet.cells.items()):
            if place in used or isinstance(cell, bool) or digest(cell) in known or (figures == _FIGURES and not isinstance(cell, str)):
                continue
            figures += not isinstance(cell, str)
            yield Spot(place_words(sheet.name, *place), cell)


def _fact(told: str) -> Key:
    parts = told.removeprefix(FACT).split("/")
    return (parts[0], "/".join(parts[1:-1])) if told.startswith(FACT) and len(parts) > 2 else ("", "")


def place_words(sheet: str, row: int, column: int) -> str:
    """Where a cell stands: ``用語 › B5``."""
    letters, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(65 + digit) + letters
    return f"{sheet} › {letters}{row + 1}"
