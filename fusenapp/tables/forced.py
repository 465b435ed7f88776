"""A layout whose range or header rows the user has settled."""

from __future__ import annotations

from dataclasses import replace

from fusenapp.errors import InputError
from fusenapp.tables import words
from fusenapp.tables.body import Sorter
from fusenapp.tables.cells import text_of
from fusenapp.tables.columns import spans_of
from fusenapp.tables.grid import Grid
from fusenapp.tables.headers import Header, header_levels
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import parse_area
from fusenapp.tables.recipes import Recipe
from fusenapp.tables.regions import Block


def forced_layout(grid: Grid, layout: Layout, recipe: Recipe) -> Layout:
    """The table cut anew. Raises ``InputError("bad-recipe")`` where nothing is left of it."""
    area = parse_area(recipe.range) if recipe.range else None
    top, left, bottom, right = area or (layout.top, layout.spans[0].left, layout.bottom, layout.spans[-1].right)
    header = [row - 1 for row in recipe.header_rows] if recipe.header_rows is not None else layout.header
    if header:
        top = min(top, header[0]) if area is None else top
    block = Block(top, left, bottom, right)
    first = header[-1] + 1 if header else top
    rows = [row for row in sorted(grid.rows) if first <= row <= bottom and any(left <= c <= right for c in grid.rows[row])]
    found = Header(header, first, header_levels(grid, block, header), 1.0)
    spans = spans_of(grid, block, found, rows)
    if not rows or not spans:
        raise InputError("bad-recipe", recipe.range or "header_rows")
    names = {words.normal(text_of(grid, header[-1], column)) for column in range(left, right + 1)} if header else set()
    sorter = Sorter(grid, spans, rows, names - {""})
    body = sorter.sort(rows)
    if not body.rows:
        raise InputError("bad-recipe", recipe.range or "header_rows")
    return replace(layout, header=header, spans=spans, body=body, bottom=bottom, sorter=sorter)
