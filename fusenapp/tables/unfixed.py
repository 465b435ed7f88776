"""Months that have not come yet but hold 0, −100 % or errors already: 未確定, never a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fusenapp.tables import words
from fusenapp.tables.cells import kind_of
from fusenapp.tables.dates import month_number, parse_moment
from fusenapp.tables.grid import Grid
from fusenapp.tables.kpi_labels import measure_of
from fusenapp.tables.periods import ACTUAL_LIKE, MonthColumn, is_month_key, month_columns, series_of
from fusenapp.tables.places import place
from fusenapp.tables.problems import Problem

if TYPE_CHECKING:
    from fusenapp.tables.built import Built
    from fusenapp.tables.layout import Layout

_EMPTY_FIGURES = (0, 0.0, -100, -100.0, -1, -1.0)
_FIGURES = ("integer", "number", "money", "percent")
_PLANS = ("計画", "目標", "予算", "予測", "見込", "plan", "budget", "forecast")


def unfix(grid: Grid, layout: Layout, built: Built, as_of: str | None, year: int | None) -> str | None:
    """Blank the figures of months to come.

    Args:
        grid: the sheet.
        layout: the table.
        built: its values; changed in place.
        as_of: the day or month that the sheet is as of, if it says so.
        year: the (fiscal) year of its months.

    Returns:
        the month the figures are as of, found from them where the sheet does not say it; or None.
    """
    months = month_columns(built.names, year)
    if len(months) >= 3:
        series = _row_series(built, [month.index for month in months])
        if series:
            return _unfix_columns(grid, built, months, series, as_of)
        if as_of and is_month_key(as_of[:7]) and not _is_plan(layout):
            _unfix_hollow(grid, built, months, as_of[:7])
            return None
    columns = _column_series(built)
    if "actual" in columns.values():
        return _unfix_down(grid, built, columns, as_of)
    if as_of and is_month_key(as_of[:7]):
        _unfix_rows(grid, layout, built, as_of[:7])
    return None


def _is_plan(layout: Layout) -> bool:
    return any(word in words.normal(layout.around.title) for word in _PLANS)


def _unfix_hollow(grid: Grid, built: Built, months: list[MonthColumn], last: str) -> None:
    """Months after the reference month, from the first one on that holds nothing but zeros and errors."""
    cells: list[str] = []
    for month in months:
        column = built.values[month.index]
        if not is_month_key(month.month) or month.month <= last or any(_is_figure(value) for value in column):
            continue
        for row, value in enumerate(column):
            if value is not None:
                column[row] = None
                cells.append(f"{built.letters[month.index]}{built.rows[row] + 1}")
    _tell(grid, built, cells, last)


def _column_series(built: Built) -> dict[int, str]:
    """Column → series, where months go down and the headings name 目標 and 実績."""
    if not any(typed.type == "month" for typed in built.types[:3]):
        return {}
    told = {i: measure_of(name)[3] for i, name in enumerate(built.names) if built.types[i].type in _FIGURES}
    return told if "target" in told.values() else {}


def _unfix_down(grid: Grid, built: Built, columns: dict[int, str], as_of: str | None) -> str | None:
    """Months down: actuals of the months after the reference month, or after the last with any actual figure, that are 0."""
    label = next(index for index, typed in enumerate(built.types) if typed.type == "month")
    months = [str(value or "")[:7] for value in built.values[label]]
    if not all(is_month_key(month) for month in months) or len(set(months)) < len(months):
        return None
    actual = [index for index, series in columns.items() if series == "actual"]
    filled = [month for row, month in enumerate(months) if any(_is_figure(built.values[index][row]) for index in actual)]
    last = as_of[:7] if as_of and is_month_key(as_of[:7]) else max(filled, default=None)
    if last is None:
        return None
    cells: list[str] = []
    for index in (index for index, series in columns.items() if series in ACTUAL_LIKE):
        for row, month in enumerate(months):
            if month > last and built.values[index][row] is not None and built.values[index][row] in _EMPTY_FIGURES:
                built.values[index][row] = None
                cells.append(f"{built.letters[index]}{built.rows[row] + 1}")
    _tell(grid, built, cells, last)
    return as_of or last


def _tell(grid: Grid, built: Built, cells: list[str], last: str) -> None:
    if cells:
        built.problems.append(
            Problem("future-months", place(grid.name, cells[0]), {"count": len(cells), "as_of": last, "cells": cells[:20]})
        )


def _row_series(built: Built, months: list[int]) -> list[str | None]:
    """For each row the series it belongs to, from the label column that names series; empty if there is none."""
    first = min(months, default=len(built.names))
    for index in range(first):
        if built.types[index].type != "text":
            continue
        told = [series_of(value) if isinstance(value, str) else None for value in built.values[index]]
        if told and sum(each is not None for each in told) >= 0.6 * len(told) and "actual" in told:
            return told
    return []


def _unfix_columns(
    grid: Grid, built: Built, months: list[MonthColumn], series: list[str | None], as_of: str | None
) -> str | None:
    last = as_of[:7] if as_of and is_month_key(as_of[:7]) else None
    last = last or _last_actual(built, months, series)
    if last is None:
        return None
    cells: list[str] = []
    for month in months:
        if is_month_key(month.month) and month.month > last:
            cells += _blank(built, month.index, series)
    _tell(grid, built, cells, last)
    return as_of or last


def _last_actual(built: Built, months: list[MonthColumn], series: list[str | None]) -> str | None:
    """The last month in which any actual is more than nothing."""
    actual = [row for row, name in enumerate(series) if name == "actual"]
    filled = [
        month.month
        for month in months
        if is_month_key(month.month) and any(_is_figure(built.values[month.index][row]) for row in actual)
    ]
    return max(filled, default=None)


def _is_figure(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value not in _EMPTY_FIGURES


def _blank(built: Built, column: int, series: list[str | None]) -> list[str]:
    cells = []
    values = built.values[column]
    for row, name in enumerate(series):
        if name in ACTUAL_LIKE and values[row] is not None and values[row] in _EMPTY_FIGURES:
            values[row] = None
            cells.append(f"{built.letters[column]}{built.rows[row] + 1}")
    return cells


def _unfix_rows(grid: Grid, layout: Layout, built: Built, last: str) -> None:
    """Months down the rows: a row after the as-of month with blanks, zeros or errors holds no figures."""
    if _is_plan(layout) or not built.values:
        return
    months = [_month_of(value, last) for value in built.values[0]]
    future = [row for row, month in enumerate(months) if month is not None and month > last]
    if len([month for month in months if month]) < 0.8 * len(months) or not future:
        return
    figures = [index for index, typed in enumerate(built.types) if typed.type in _FIGURES]
    count = 0
    for row in future:
        if not any(_is_hollow(grid, layout, built, row, index) for index in figures):
            continue
        for index in figures:
            count += built.values[index][row] is not None
            built.values[index][row] = None
    if count:
        where = place(grid.name, str(built.rows[future[0]] + 1))
        built.problems.append(Problem("future-months", where, {"count": count, "as_of": last, "cells": []}))


def _is_hollow(grid: Grid, layout: Layout, built: Built, row: int, index: int) -> bool:
    value = built.values[index][row]
    return value is None or value in _EMPTY_FIGURES or kind_of(value) == ""


def _month_of(value: Any, last: str) -> str | None:
    """``"6月"`` in the as-of year, or a month or date as it stands."""
    text = value.isoformat() if hasattr(value, "isoformat") else str(value or "")
    if is_month_key(text[:7]):
        return text[:7]
    number = month_number(text)
    if number is not None:
        return f"{last[:4]}-{number:02d}"
    moment = parse_moment(text)
    return moment.key if moment else None
