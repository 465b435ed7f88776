"""Large tables: the layout comes from the first and last rows, the body from a fast reader straight into Arrow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.errors import InputError
from fusenapp.tables.arrow import compute
from fusenapp.tables.build import Context
from fusenapp.tables.columns import Span
from fusenapp.tables.dataset import Column, Dataset
from fusenapp.tables.grid import Grid
from fusenapp.tables.large_body import build_body
from fusenapp.tables.large_columns import settle
from fusenapp.tables.large_finish import doubts_of, finished_table, notices
from fusenapp.tables.large_totals import at_the_ends, check_totals
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import letter
from fusenapp.tables.recipes import Recipe
from fusenapp.tables.sheet_body import SheetBody
from fusenapp.tables.words import is_total
from fusenapp.tables.xlsx_cells import Unusual

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_TOTAL_HINT = "^[^a-z0-9]{0,6}(計|平均|total|sum|average|mean|subtotal|grand ?total|総[額数])[^a-z0-9]{0,2}$"


def build_large(path: Path, sheet: int, grid: Grid, layout: Layout, context: Context, recipe: Recipe) -> Dataset:
    """Read the body of a table and type it.

    Args:
        path: of the workbook.
        sheet: index of the sheet in the workbook.
        grid: its first and last rows.
        layout: the table as found on them.
        context: what the workbook says.
        recipe: what the user has settled.
    """
    spans = [span for span in layout.spans if not recipe.column(span.name).drop]
    if isinstance(grid.body, SheetBody):
        try:
            return build_body(grid.body, spans, grid, layout, context, recipe)
        except Unusual:
            grid.body = None
    batch = _load(path, sheet, layout, spans) if grid.body is None else _cut(grid.body, layout, spans)
    rows = data_rows(_whole(batch.column(0)), batch, grid, layout, recipe)
    return assemble(batch, rows, spans, grid, layout, context, recipe)


def _load(path: Path, sheet: int, layout: Layout, spans: list[Span]) -> pa.RecordBatch:
    """The body's cells, one column per span; a column of one kind comes in that kind, a mixed one as text."""
    import fastexcel

    first, last = layout.body.rows[0], layout.body.rows[-1]
    try:
        loaded = fastexcel.read_excel(str(path)).load_sheet(
            sheet,
            header_row=None,
            skip_rows=first,
            n_rows=last - first + 1,
            schema_sample_rows=None,
            use_columns=[span.left for span in spans],
            eager=True,
        )
    except fastexcel.FastExcelError as error:
        raise InputError("corrupt", str(path), reason=str(error)[:160]) from error
    return loaded  # type: ignore[return-value]


def _cut(body: pa.Table, layout: Layout, spans: list[Span]) -> pa.Table:
    first, last = layout.body.rows[0], layout.body.rows[-1]
    return body.select([span.left for span in spans]).slice(first, last - first + 1)


def data_rows(labels: pa.Array, batch: pa.RecordBatch | pa.Table, grid: Grid, layout: Layout, recipe: Recipe) -> np.ndarray:
    """Sheet rows (counted from 0) of the batch that are data: neither blank nor a total nor set apart before."""
    import numpy as np
    import pyarrow as pa

    pc = compute()

    first = layout.body.rows[0]
    keep = np.zeros(batch.num_rows, dtype=bool)
    for column in batch.columns:
        if keep.all():
            break
        keep |= np.asarray(pc.is_valid(column))
    apart = [*layout.body.notes, *layout.body.recaps, *([] if recipe.keep_totals else layout.body.totals)]
    for row in apart:
        if first <= row < first + len(keep):
            keep[row - first] = False
    if not recipe.keep_totals and pa.types.is_string(labels.type):
        words = [text for text in _short_words(labels) if is_total(text)]
        if words:
            keep &= ~np.asarray(pc.is_in(labels, pa.array(words)).fill_null(False))
    return np.flatnonzero(keep) + first


def _whole(array: pa.Array | pa.ChunkedArray) -> pa.Array:
    import pyarrow as pa

    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _short_words(labels: pa.Array) -> list[str]:
    """Texts that may be the label of a total."""
    pc = compute()
    hits = labels.filter(pc.match_substring_regex(labels, _TOTAL_HINT, ignore_case=True))
    return [text for text in pc.unique(hits).to_pylist() if text is not None]


def assemble(
    batch: pa.RecordBatch | pa.Table,
    rows: np.ndarray,
    spans: list[Span],
    grid: Grid,
    layout: Layout,
    context: Context,
    recipe: Recipe,
) -> Dataset:
    """Type the columns of a body that lies in Arrow.

    Args:
        batch: one column per span, starting at the first row of the layout's body.
        rows: sheet rows (counted from 0) that are data, ascending; the batch's other rows are left out.
        spans: the columns.
        grid: the first and last rows of the sheet, for their number formats.
        layout: the table.
        context: what the workbook says.
        recipe: what the user has settled.
    """
    import pyarrow as pa

    keep = None if len(rows) == batch.num_rows else pa.array(rows - layout.body.rows[0])
    columns, arrays, problems = [], [], notices(grid, layout)
    for index, span in enumerate(spans):
        array = batch.column(index)
        array = _whole(array).take(keep) if keep is not None else _whole(array)
        settled = settle(span, array, grid, layout, recipe, context)
        problems += doubts_of(grid, span, settled, rows)
        name = recipe.column(span.name).name or span.name
        columns.append(Column(name, letter(span.left), settled.type, settled.unit, settled.array.null_count))
        arrays.append(settled.array)
    if not recipe.keep_totals:
        problems += check_totals(grid, spans, columns, arrays, rows, at_the_ends(grid, layout, spans, columns))
    return finished_table(columns, arrays, rows, problems, grid, layout, context, recipe)
