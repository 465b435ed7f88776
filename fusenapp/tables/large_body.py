"""A large table whose cells lie in arrays → a typed dataset, by the rules for small ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.tables.build import Context
from fusenapp.tables.column_groups import settle_cells
from fusenapp.tables.column_kinds import Wish
from fusenapp.tables.columns import Span
from fusenapp.tables.dataset import Column, Dataset
from fusenapp.tables.grid import Grid
from fusenapp.tables.large_finish import doubts_of, finished_table, notices
from fusenapp.tables.large_totals import Between, at_the_ends, check_totals
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import letter
from fusenapp.tables.recipes import Recipe
from fusenapp.tables.sheet_body import ColumnCells, SheetBody
from fusenapp.tables.words import is_total
from fusenapp.tables.xlsx_cells import TEXT

if TYPE_CHECKING:
    import numpy as np

_TOTAL_HINT = "計|平均|総[額数]|total|sum|average|mean"
_LABEL = 40
"""Bytes: a longer text is no label of a total."""


def build_body(body: SheetBody, spans: list[Span], grid: Grid, layout: Layout, context: Context, recipe: Recipe) -> Dataset:
    """Type the columns of a table.

    Args:
        body: the cells of the sheet.
        spans: the columns wanted.
        grid: its first and last rows.
        layout: the table as found on them.
        context: what the workbook says.
        recipe: what the user has settled.

    Raises:
        Unusual: the cells refer to something that is not there.
    """
    import numpy as np

    wanted = [*layout.body.rows, *layout.body.totals] if recipe.keep_totals else layout.body.rows
    first, last = min(wanted), max(wanted)
    keep, totals = _data_rows(body, spans, layout, recipe, first, last)
    between = Between(totals, first, grid.styles)
    rows = np.flatnonzero(keep)
    place = np.cumsum(keep) - 1
    columns, arrays, problems = [], [], notices(grid, layout)
    for index, span in enumerate(spans):
        cells = whole = body.column(span.left, span.right, first, last)
        if len(rows) < len(keep):
            chosen = np.flatnonzero(keep[cells.rows])
            cells = cells.only(chosen, place[cells.rows[chosen]])
        settled = recipe.column(span.name)
        wish = Wish(settled.type, settled.unit, recipe.year or context.year, context.fiscal)
        found = settle_cells(span, cells, len(rows), grid.styles, wish, epoch_1904=body.epoch_1904)
        between.take(index, whole, found.unit)
        problems += doubts_of(grid, span, found, rows + first)
        columns.append(Column(settled.name or span.name, letter(span.left), found.type, found.unit, found.array.null_count))
        arrays.append(found.array)
    if not recipe.keep_totals:
        stated = [*at_the_ends(grid, layout, spans, columns), *between.found()]
        problems += check_totals(grid, spans, columns, arrays, rows + first, stated)
    return finished_table(columns, arrays, rows + first, problems, grid, layout, context, recipe)


def _data_rows(
    body: SheetBody, spans: list[Span], layout: Layout, recipe: Recipe, first: int, last: int
) -> tuple[np.ndarray, np.ndarray]:
    """(True for rows that are data: neither blank nor a total nor set apart before; positions of the totals among the others)."""
    import numpy as np

    keep = np.zeros(last - first + 1, bool)
    for span in spans:
        if keep.all():
            break
        keep[body.column(span.left, span.right, first, last).rows] = True
    apart = [*layout.body.notes, *layout.body.recaps, *([] if recipe.keep_totals else layout.body.totals)]
    inside = [row - first for row in apart if first <= row <= last]
    keep[inside] = False
    if not spans or recipe.keep_totals:
        return keep, np.zeros(0, np.int64)
    totals = _totals(body.column(spans[0].left, spans[0].right, first, last))
    keep[totals] = False
    return keep, totals


def _totals(labels: ColumnCells) -> np.ndarray:
    """Rows whose first text is that of a total."""
    import numpy as np

    from fusenapp.tables.arrow import compute

    pc = compute()
    short = np.flatnonzero(np.asarray(pc.less_equal(pc.binary_length(labels.texts), _LABEL)))
    hits = np.asarray(pc.match_substring_regex(labels.texts.take(short), _TOTAL_HINT, ignore_case=True))
    totals = [at for at in short[hits].tolist() if is_total(labels.texts[at].as_py())]
    return labels.rows[(labels.kinds == TEXT) & np.isin(labels.numbers, totals)] if totals else labels.rows[:0]
