"""A layout whose range or header rows the user has settled."""

from __future__ import annotations

from dataclasses import replace

from fusenapp.errors import InputError
from fusenapp.tables import words
from fusenapp.tables.body import Body, Sorter
from fusenapp.tables.cells import text_of
from fusenapp.tables.columns import spans_of
from fusenapp.tables.grid import Grid
from fusenapp.tables.header_levels import header_levels
from fusenapp.tables.headers import Header, find_header
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import parse_area
from fusenapp.tables.recipes import Recipe
from fusenapp.tables.regions import Block
from fusenapp.tables.surroundings import around


def forced_layout(grid: Grid, layout: Layout, recipe: Recipe) -> Layout:
    """The table cut anew. Raises ``InputError("bad-recipe")`` where nothing is left of it."""
    if recipe.range is None and recipe.header_rows is None:
        return _without(layout, recipe)
    area = parse_area(recipe.range) if recipe.range else None
    top, left, bottom, right = area or (layout.top, layout.spans[0].left, layout.bottom, layout.spans[-1].right)
    header = [row - 1 for row in recipe.header_rows] if recipe.header_rows is not None else layout.header
    if area is not None and recipe.header_rows is None and not all(top <= row <= bottom for row in header):
        return replace(drawn_layout(grid, recipe), around=layout.around)
    if header:
        top = min(top, header[0]) if area is None else top
    return _cut(grid, layout, Block(top, left, bottom, right), header, recipe)


def drawn_layout(grid: Grid, recipe: Recipe) -> Layout:
    """A table where the user says there is one, its header looked for. Raises ``InputError("bad-recipe")``."""
    area = parse_area(recipe.range or "")
    if area is None:
        raise InputError("bad-recipe", recipe.range or "range")
    block = Block(*area)
    rows = [row for row in _filled(grid, block) if row >= block.top]
    if not rows:
        raise InputError("bad-recipe", recipe.range or "range")
    header = [row - 1 for row in recipe.header_rows] if recipe.header_rows is not None else find_header(grid, block, rows).rows or rows[:1]
    found = around(grid, block.top, block.left, block.right, 0)
    return _cut(grid, Layout(header, [], Body(), found), block, header, recipe)


def _filled(grid: Grid, block: Block) -> list[int]:
    return [row for row in sorted(grid.rows) if block.top <= row <= block.bottom and any(block.left <= c <= block.right for c in grid.rows[row])]


def _cut(grid: Grid, layout: Layout, block: Block, header: list[int], recipe: Recipe) -> Layout:
    first = header[-1] + 1 if header else block.top
    apart = {row - 1 for row in recipe.apart}
    rows = [row for row in _filled(grid, block) if row >= first and row not in apart]
    spans = spans_of(grid, block, Header(header, first, header_levels(grid, block, header), 1.0), rows)
    if not rows or not spans:
        raise InputError("bad-recipe", recipe.range or "header_rows")
    names = {words.normal(text_of(grid, header[-1], column)) for column in range(block.left, block.right + 1)} if header else set()
    sorter = Sorter(grid, spans, rows, names - {""})
    body = sorter.sort(rows)
    if not body.rows:
        raise InputError("bad-recipe", recipe.range or "header_rows")
    body.notes += sorted(apart)
    return replace(layout, header=header, spans=spans, body=body, bottom=block.bottom, sorter=sorter)


def _without(layout: Layout, recipe: Recipe) -> Layout:
    """The table as it is, some rows set apart."""
    apart = {row - 1 for row in recipe.apart}
    rows = [row for row in layout.body.rows if row not in apart]
    if not rows:
        raise InputError("bad-recipe", "apart")
    return replace(layout, body=replace(layout.body, rows=rows, notes=[*layout.body.notes, *sorted(apart)]))
