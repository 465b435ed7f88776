"""Months that have not come yet but hold 0, −100 % or errors already: 未確定, never a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fusenapp.tables import words
from fusenapp.tables.cells import kind_of
from fusenapp.tables.dates import month_number, parse_moment
from fusenapp.tables.grid import Grid
from fusenapp.tables.periods import ACTUAL_LIKE, MonthColumn, is_month_key, month_columns, series_of
from fusenapp.tables.places import place
from fusenapp.tables.problems import Problem

if TYPE_CHECKING:
    from fusenapp.tables.build import Built
    from fusenapp.tables.layout import Layout

_EMPTY_FIGURES = (0, 0.0, -100, -100.0, -1, -1.0)
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
    series = _row_series(built, [month.index for month in months]) if len(months) >= 3 else []
    if series:
        return _unfix_columns(grid, built, months, series, as_of)
    if as_of and is_month_key(as_of[:7]):
        _unfix_rows(grid, layout, built, as_of[:7])
    return None


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
    if cells:
        built.problems.append(
            Problem("future-months", place(grid.name, cells[0]), {"count": len(cells), "as_of": last, "cells": cells[:20]})
        )
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
    if any(word in words.normal(layout.around.title) for word in _PLANS) or not built.values:
        return
    months = [_month_of(value, last) for value in built.values[0]]
    future = [row for row, month in enumerate(months) if month is not None and month > last]
    if len([month for month in months if month]) < 0.8 * len(months) or not future:
        return
    figures = [index for index, typed in enumerate(built.types) if typed.type in ("integer", "number", "money", "percent")]
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
