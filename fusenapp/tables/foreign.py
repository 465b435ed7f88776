"""xls and xlsb through calamine, ods by our own reader. Called in a child process only: a broken file can end the process."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from fusenapp.errors import InputError
from fusenapp.tables import biff, biff12, limits
from fusenapp.tables.biff import Looks, SheetLooks
from fusenapp.tables.container import Archive
from fusenapp.tables.grid import CellError, Grid, Value
from fusenapp.tables.ods import read_ods
from fusenapp.tables.serials import from_serial
from fusenapp.tables.xlsx import Workbook


def read_foreign(path: Path, kind: str) -> Workbook:
    """All sheets. Raises ``InputError("corrupt")``."""
    if kind == "ods":
        return read_ods(path)
    import python_calamine as calamine

    looks = _looks(path, kind)
    try:
        workbook = calamine.CalamineWorkbook.from_path(str(path))
        grids = [_sheet(workbook, index, meta) for index, meta in enumerate(workbook.sheets_metadata)]
    except calamine.PasswordError as error:
        raise InputError("encrypted", str(path)) from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise InputError("corrupt", str(path), reason=str(error)[:160]) from error
    if looks is not None and len(looks.sheets) == len(grids):
        for grid, sheet in zip(grids, looks.sheets, strict=True):
            _dress(grid, looks, sheet)
    return Workbook(grids)


def _looks(path: Path, kind: str) -> Looks | None:
    if kind == "xls":
        return biff.looks_of(path.read_bytes())
    with Archive(path) as archive:
        archive.check_all()
        return biff12.looks_of(archive, str(path))


def _dress(grid: Grid, looks: Looks, sheet: SheetLooks) -> None:
    """Put in what the other reader leaves out: formats, errors, hidden rows; and dates in formats that it does not know."""
    grid.styles = looks.styles
    grid.style_of = sheet.style_of
    grid.hidden_rows, grid.hidden_columns = sheet.hidden_rows, sheet.hidden_columns
    grid.merges = grid.merges or sheet.merges
    grid.named, grid.filter_area, grid.frozen_rows, grid.formulas = sheet.named, sheet.filter_area, sheet.frozen_rows, sheet.formulas
    for (row, column), code in sheet.errors.items():
        grid.rows.setdefault(row, {})[column] = CellError(code)
    days = {index for index, style in enumerate(looks.styles) if style.meaning.kind in ("date", "month", "time")}
    for row, cells in grid.rows.items():
        marks = sheet.style_of.get(row, {})
        for column, value in cells.items():
            if marks.get(column) in days and isinstance(value, int | float) and not isinstance(value, bool):
                kind = grid.meaning(row, column).kind
                cells[column] = from_serial(float(value), kind, epoch_1904=looks.epoch_1904) or value


def _sheet(workbook: Any, index: int, meta: Any) -> Grid:
    grid = Grid(meta.name, visible="visible" in str(meta.visible).lower() and "hidden" not in str(meta.visible).lower())
    if "worksheet" not in str(meta.typ).lower().replace("_", ""):
        return grid
    sheet = workbook.get_sheet_by_index(index)
    if sheet.start is None:
        return grid
    top, left = sheet.start
    for offset, row in enumerate(sheet.iter_rows()):
        cells = {left + column: value for column, raw in enumerate(row) if (value := _value(raw)) is not None}
        if cells:
            grid.rows[top + offset] = cells
    grid.merges = [(a[0], a[1], b[0], b[1]) for a, b in (sheet.merged_cell_ranges or [])[: limits.MAX_MERGES] if a != b]
    return grid


def _value(raw: Any) -> Value | None:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() and abs(raw) < 1e15 else raw
    if isinstance(raw, str):
        if raw.startswith("#") and raw.endswith(("!", "?", "A", "0!")) and raw.isupper():
            return CellError(raw)
        return raw[: limits.MAX_CELL_TEXT] if raw.strip() else None
    if isinstance(raw, dt.datetime):
        return raw.date() if raw.time() == dt.time() else raw
    if isinstance(raw, dt.timedelta):
        return raw.total_seconds() / 86400
    return raw
