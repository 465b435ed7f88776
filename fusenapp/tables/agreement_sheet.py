"""The plain cells of a workbook, for reading an edited agreement workbook back: no tables are sought, nothing is typed.

Read in the child process with its limits, like every other file from elsewhere.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fusenapp.errors import InputError
from fusenapp.tables import limits
from fusenapp.tables.child import run_child
from fusenapp.tables.container import Archive, sniff
from fusenapp.tables.scratch import Scratch

CellValue = str | int | float | bool
Place = tuple[int, int]
"""(row, column), counted from 0."""

MAX_CELLS = 400_000
"""Cells of all sheets together; an agreement has a tenth of that."""
_KINDS = ("xlsx", "xlsm")
_WORKBOOK = "xl/workbook.xml"


class CellFault(str):
    """An error value such as ``#REF!`` in place of a text."""


@dataclass(frozen=True)
class PlainSheet:
    """A sheet's name and its cells that hold something; dates are ISO texts, error values are `CellFault`.

    ``fills`` are the colours of cells, ``#RRGGBB``; those without one are left out.
    """

    name: str
    cells: Mapping[Place, CellValue]
    fills: Mapping[Place, str] = field(default_factory=dict)


def has_sheet(path: str | Path, name: str) -> bool:
    """Whether the file is a workbook with a sheet of this name; looks at the list of sheets only, in a moment."""
    try:
        if sniff(Path(path)) not in _KINDS:
            return False
        with Archive(Path(path)) as archive:
            told = archive.read(_WORKBOOK, 8 * limits.MIB).decode("utf-8", "replace")
    except (InputError, OSError):
        return False
    return re.search(rf'<(?:\w+:)?sheet\b[^>]*\bname="{re.escape(name)}"', told) is not None


def read_cells(path: str | Path) -> list[PlainSheet]:
    """Every sheet of a workbook with its cells, hidden ones too.

    Raises:
        InputError: ``not-found unsupported corrupt encrypted too-large``.
    """
    place = Path(path)
    if sniff(place) not in _KINDS:
        raise InputError("unsupported", str(place), reason="format")
    scratch = Scratch()
    request = {"path": str(place.absolute()), "cells": True}
    answer = run_child(scratch.folder, request, limits.limits_for(place.stat().st_size, patient=True), None)
    return [PlainSheet(sheet["name"], {(r, c): _value(kind, v) for r, c, kind, v in sheet["cells"]},
                       {(r, c): colour for colour, places in sheet["fills"].items() for r, c in places}) for sheet in answer["cells"]]


def cells_of(path: Path) -> list[dict[str, Any]]:
    """What the child answers: per sheet its name, rows of (row, column, kind, value), and the places of each colour."""
    from fusenapp.tables.grid import CellError
    from fusenapp.tables.xlsx import read_xlsx
    from fusenapp.tables.xlsx_fills import fill_colours

    def packed(value: Any) -> tuple[str, Any]:
        if isinstance(value, CellError):
            return "e", str(value)
        if isinstance(value, (dt.datetime, dt.date, dt.time)):
            return "d", _iso(value)
        return "v", value

    found, count, coloured, colours = [], 0, 0, fill_colours(path)
    for grid in read_xlsx(path).sheets:
        cells = [(row, column, *packed(value)) for row, held in grid.rows.items() for column, value in held.items()]
        count += len(cells)
        coloured += sum(map(len, grid.style_of.values()))
        fills = _fills(grid.style_of, colours) if coloured <= MAX_CELLS else {}
        if count > MAX_CELLS:
            raise InputError("too-large", str(path), cells=count)
        found.append({"name": grid.name, "cells": cells, "fills": fills})
    return found


def _fills(styles: Mapping[int, Mapping[int, int]], colours: list[str]) -> dict[str, list[Place]]:
    """Colour → the cells that have it."""
    found: dict[str, list[Place]] = {}
    for row, looks in styles.items():
        for column, look in looks.items():
            if look < len(colours) and colours[look]:
                found.setdefault(colours[look], []).append((row, column))
    return found


def _iso(value: dt.datetime | dt.date | dt.time) -> str:
    told = value.isoformat()
    return told.removesuffix("T00:00:00")


def _value(kind: str, value: Any) -> CellValue:
    return CellFault(value) if kind == "e" else value
