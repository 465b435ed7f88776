"""A layout on a grid → a typed dataset with provenance and the list of what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass

from fusenapp.tables.built import Built
from fusenapp.tables.cells import VALUE, kind_of
from fusenapp.tables.checks import check_totals
from fusenapp.tables.column_kinds import Wish
from fusenapp.tables.column_types import Typed, type_column
from fusenapp.tables.dataset import Column, Dataset
from fusenapp.tables.grid import Grid
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import address, letter, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.raw_columns import BLANK, RawColumn, raw_columns
from fusenapp.tables.recipes import Recipe
from fusenapp.tables.section_years import give_years
from fusenapp.tables.siblings import type_like_siblings
from fusenapp.tables.split_dates import split_dates
from fusenapp.tables.unfixed import unfix

SECTION = "見出し"
_LISTED = 20
DOUBTS = {
    "error-values", "not-a-number", "not-a-date", "not-a-month", "not-a-boolean", "pending", "placeholder", "date-order",
    "times-dropped", "rate-scale", "short-years", "number-writing", "digits-lost", "serial-dates", "mixed-column", "leading-zeros",
    "year-unknown", "rounded",
}  # fmt: skip


@dataclass(frozen=True)
class Context:
    """What the whole workbook says about one table: the file, the year, the month its figures are as of."""

    source: str = ""
    year: int | None = None
    fiscal: bool = True
    as_of: str | None = None
    table_id: str = ""


def build(grid: Grid, layout: Layout, context: Context, recipe: Recipe) -> Dataset:
    """Type all columns of a table.

    Args:
        grid: the sheet, read as a whole.
        layout: the table.
        context: what the workbook says.
        recipe: what the user has settled.
    """
    rows = sorted([*layout.body.rows, *layout.body.totals]) if recipe.keep_totals else layout.body.rows
    raws = raw_columns(grid, layout, rows)
    built = _typed(grid, layout, raws, rows, context, recipe)
    type_like_siblings(built, {name for name in built.names if recipe.column(name).type})
    give_years(layout, raws, built)
    if not recipe.keep_totals:
        built.problems += check_totals(grid, layout, built.types, built.values)
    as_of = recipe.as_of or layout.around.as_of or context.as_of
    as_of = unfix(grid, layout, built, as_of, recipe.year or context.year) or as_of
    _add_dates(grid, built)
    _add_section(layout, built)
    built.problems += _notices(grid, layout)
    return to_dataset(built, grid.name, layout, context, recipe, as_of)


def _typed(grid: Grid, layout: Layout, raws: list[RawColumn], rows: list[int], context: Context, recipe: Recipe) -> Built:
    built = Built([], [], [], [], rows)
    for raw in raws:
        settled = recipe.column(raw.span.name)
        if settled.drop:
            continue
        wish = Wish(settled.type, settled.unit, recipe.year or context.year, context.fiscal)
        typed = type_column(raw.span.name, raw.span.unit, raw.raws, wish, text_source=grid.text_source)
        built.names.append(raw.span.name)
        built.letters.append(letter(raw.span.left))
        built.types.append(typed)
        built.values.append([None if at == BLANK else typed.values[at] for at in raw.index])
        built.problems += _doubts(grid, raw, typed, rows)
        if raw.filled:
            where = place(grid.name, f"{letter(raw.span.left)}{rows[0] + 1}")
            built.problems.append(Problem("labels-carried-down", where, {"column": raw.span.name, "count": raw.filled}))
    return built


def _doubts(grid: Grid, raw: RawColumn, typed: Typed, rows: list[int]) -> list[Problem]:
    found = []
    for code, indices in typed.doubts.items():
        if code not in DOUBTS:
            continue
        wanted = set(indices)
        positions = [position for position, at in enumerate(raw.index) if at in wanted]
        cells = [address(rows[position], raw.span.left) for position in positions[:_LISTED]]
        texts = list(dict.fromkeys(str(raw.raws[at].value)[:40] for at in indices))[:5]
        where = place(grid.name, cells[0] if cells else letter(raw.span.left))
        values = ", ".join(texts)
        found.append(Problem(code, where, {"column": raw.span.name, "count": len(positions), "cells": cells, "values": values}))
    return found


def _add_dates(grid: Grid, built: Built) -> None:
    """Dates in several cells get a column of their own right after them; it names the first of the cells."""
    for found in reversed(split_dates(built.names, built.values.__getitem__)):
        first, after = built.letters[found.at[0]], found.at[-1] + 1
        built.names.insert(after, found.name)
        built.letters.insert(after, first)
        built.types.insert(after, Typed(found.type, "", []))
        built.values.insert(after, found.values)
        if found.wrong:
            cells = [f"{first}{built.rows[row] + 1}" for row in found.wrong[:_LISTED]]
            told = {"column": found.name, "count": len(found.wrong), "cells": cells, "values": ""}
            built.problems.append(Problem("not-a-date", place(grid.name, cells[0]), told))


def _add_section(layout: Layout, built: Built) -> None:
    """Headings inside the table, or the ``■…`` line above it, become a column of their own."""
    marks = {**layout.headings, **layout.body.sections}
    if not marks or not (layout.body.sections or len(set(layout.headings.values())) > 1):
        return
    texts = [marks.get(row) for row in built.rows]
    built.names.insert(0, SECTION if SECTION not in built.names else f"{SECTION}_2")
    built.letters.insert(0, "")
    built.types.insert(0, Typed("text", "", []))
    built.values.insert(0, texts)


def _notices(grid: Grid, layout: Layout) -> list[Problem]:
    """Hidden rows and columns, merged cells with numbers, texts that look like formulas."""
    found = []
    hidden = [row + 1 for row in layout.body.rows if row in grid.hidden_rows]
    if hidden:
        found.append(Problem("hidden-rows", place(grid.name, f"{hidden[0]}"), {"count": len(hidden), "rows": hidden[:_LISTED]}))
    columns = [letter(span.left) for span in layout.spans if span.left in grid.hidden_columns]
    if columns:
        found.append(
            Problem("hidden-columns", place(grid.name, columns[0]), {"count": len(columns), "columns": ", ".join(columns)})
        )
    formulas = _formula_texts(grid, layout)
    if formulas:
        found.append(
            Problem("formula-texts", place(grid.name, formulas[0]), {"count": len(formulas), "cells": formulas[:_LISTED]})
        )
    merged = _merged_numbers(grid, layout)
    if merged:
        found.append(Problem("merged-values", place(grid.name, merged[0]), {"count": len(merged), "cells": merged[:_LISTED]}))
    if not layout.header:
        found.append(Problem("no-header", place(grid.name, address(layout.top, layout.spans[0].left)), {}))
    return found


def _formula_texts(grid: Grid, layout: Layout) -> list[str]:
    found = []
    for row in layout.body.rows:
        for column, value in grid.rows.get(row, {}).items():
            if isinstance(value, str) and value[:1] in "=+-@" and len(value) > 2 and kind_of(value) == "t" and _runs(value):
                found.append(address(row, column))
    return found


def _runs(text: str) -> bool:
    """``=cmd|…``, ``@SUM(…)``, ``+1+cmd|…``: a spreadsheet would run it; a remark with a leading dash it would not."""
    return text[0] == "=" or ("(" in text or "|" in text or "!" in text)


def _merged_numbers(grid: Grid, layout: Layout) -> list[str]:
    rows = set(layout.body.rows)
    found = []
    for top, left, bottom, _ in grid.merges:
        if bottom > top and top in rows and layout.spans[0].left <= left <= layout.spans[-1].right:
            value = grid.get(top, left)
            if value is not None and kind_of(value) == VALUE:
                found.append(address(top, left))
    return found


def to_dataset(built: Built, sheet: str, layout: Layout, context: Context, recipe: Recipe, as_of: str | None) -> Dataset:
    """Arrow columns from the typed values."""
    import numpy as np
    import pyarrow as pa

    from fusenapp.tables.arrow import arrow_array

    arrays = [arrow_array(typed.type, values) for typed, values in zip(built.types, built.values, strict=True)]
    names = [recipe.column(name).name or name for name in built.names]
    columns = tuple(
        Column(name, mark, typed.type, typed.unit, array.null_count)
        for name, mark, typed, array in zip(names, built.letters, built.types, arrays, strict=True)
    )
    return Dataset(
        columns,
        pa.table(arrays, names=names),
        np.asarray(built.rows, dtype=np.int32) + 1,
        (sheet,),
        None,
        tuple(built.problems),
        context.source,
        as_of,
        layout.around.title,
        context.table_id,
        layout.around.unit,
        recipe.year or context.year,
    )
