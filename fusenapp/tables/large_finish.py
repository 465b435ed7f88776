"""What large tables have in common at the end: their problems, and the dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.tables.build import DOUBTS, Context
from fusenapp.tables.columns import Span
from fusenapp.tables.dataset import Column, Dataset
from fusenapp.tables.grid import Grid
from fusenapp.tables.large_columns import Settled
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import letter, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.recipes import Recipe

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_LISTED = 20


def finished_table(
    columns: list[Column],
    arrays: list[pa.Array],
    rows: np.ndarray,
    problems: list[Problem],
    grid: Grid,
    layout: Layout,
    context: Context,
    recipe: Recipe,
) -> Dataset:
    """The dataset; ``rows`` are sheet rows counted from 0."""
    import numpy as np
    import pyarrow as pa

    around = layout.around
    return Dataset(
        tuple(columns),
        pa.table(arrays, names=[column.name for column in columns]),
        (rows + 1).astype(np.int32),
        (grid.name,),
        None,
        tuple(problems),
        context.source,
        recipe.as_of or around.as_of or context.as_of,
        around.title,
        context.table_id,
        around.unit,
        recipe.year or context.year,
    )


def doubts_of(grid: Grid, span: Span, settled: Settled, rows: np.ndarray) -> list[Problem]:
    """What is doubtful about a column, as problems."""
    found = []
    for code, (positions, texts, count) in settled.doubts.items():
        if code not in DOUBTS:
            continue
        cells = [f"{letter(span.left)}{int(rows[position]) + 1}" for position in positions[:_LISTED]]
        where = place(grid.name, cells[0] if cells else letter(span.left))
        values = ", ".join(texts[:5])
        found.append(Problem(code, where, {"column": span.name, "count": count, "cells": cells, "values": values}))
    return found


def notices(grid: Grid, layout: Layout) -> list[Problem]:
    """What the sheet hides or has got wrong."""
    found = []
    if grid.errors_skipped:
        parameters = {"column": "", "count": grid.errors_skipped, "cells": [], "values": "#…"}
        found.append(Problem("error-values", grid.name, parameters))
    hidden = [row + 1 for row in sorted(grid.hidden_rows) if layout.top <= row <= layout.body.rows[-1]]
    if hidden:
        found.append(Problem("hidden-rows", place(grid.name, str(hidden[0])), {"count": len(hidden), "rows": hidden[:_LISTED]}))
    return found
