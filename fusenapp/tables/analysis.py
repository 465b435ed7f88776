"""File → workbook → tables → datasets, in one process. The window and the command line call it through ``reader``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fusenapp.errors import InputError
from fusenapp.tables import words
from fusenapp.tables.book import Book, Sheet, TableLayout
from fusenapp.tables.build import Context, build
from fusenapp.tables.container import sniff
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.dates import fiscal_year
from fusenapp.tables.forced import forced_layout
from fusenapp.tables.grid import Grid
from fusenapp.tables.layout import Layout, SheetLayout, understand
from fusenapp.tables.places import address, area, place
from fusenapp.tables.preview import preview_of
from fusenapp.tables.problems import Problem
from fusenapp.tables.recipes import Recipe, fingerprint_of
from fusenapp.tables.xlsx import Workbook

Step = Callable[[int, int], None]
"""Called with (done, total) between the steps of the work."""


def _quiet(done: int, total: int) -> None:
    pass


@dataclass(frozen=True)
class Options:
    """What to read.

    Attributes:
        table: id of the only table wanted, or None for all.
        recipe: what the user settled about that table.
    """

    table: str | None = None
    recipe: Recipe | None = None


def analyse(path: Path, options: Options, keep: Callable[[str, Dataset], None], step: Step = _quiet) -> Book:
    """Read a file and hand every dataset to ``keep``. Raises ``InputError``."""
    kind = sniff(path)
    step(1, 10)
    workbook = _load(path, kind)
    step(3, 10)
    layouts = [understand(grid) for grid in workbook.sheets]
    step(5, 10)
    work = _Work(path, workbook, layouts, options, keep, step)
    sheets = work.run()
    return Book(str(path), kind, workbook.encoding, sheets, tuple(work.problems))


def _load(path: Path, kind: str) -> Workbook:
    if kind in ("csv", "tsv"):
        from fusenapp.tables.text import read_csv

        return read_csv(path, kind)
    if kind in ("xlsx", "xlsm"):
        from fusenapp.tables.xlsx import read_xlsx

        return read_xlsx(path)
    from fusenapp.tables.foreign import read_foreign

    return read_foreign(path, kind)


class _Work:
    def __init__(
        self,
        path: Path,
        workbook: Workbook,
        layouts: list[SheetLayout],
        options: Options,
        keep: Callable[[str, Dataset], None],
        step: Step,
    ) -> None:
        self._path = path
        self._grids = workbook.sheets
        self._layouts = layouts
        self._options = options
        self._keep = keep
        self._step = step
        self._ids: set[str] = set()
        self._context = _common(path, self._grids, layouts)
        self._text = workbook.encoding is not None
        self.problems = list(workbook.problems)

    def run(self) -> tuple[Sheet, ...]:
        sheets = []
        for index, (grid, layout) in enumerate(zip(self._grids, self._layouts, strict=True)):
            tables = tuple(table for each in layout.tables if (table := self._table(index, grid, each)) is not None)
            self.problems += _sheet_notices(grid)
            sheets.append(Sheet(grid.name, layout.kind, tables, not grid.visible, preview_of(grid, layout, len(self._grids))))
            self._step(5 * len(self._grids) + 5 * (index + 1), 10 * len(self._grids))
        if self._options.table is not None and self._options.table not in self._ids:
            raise InputError("no-such-table", str(self._path), table=self._options.table)
        return tuple(sheets)

    def _table(self, sheet: int, grid: Grid, layout: Layout) -> TableLayout | None:
        identifier = self._identifier(grid, layout)
        wanted = self._options.table
        if wanted is not None and identifier != wanted:
            return None
        recipe = (self._options.recipe if wanted is not None else None) or Recipe()
        if recipe.range or recipe.header_rows:
            layout = forced_layout(grid, layout, recipe)
        dataset = self._build(grid, layout, replace(self._context_for(layout, grid), table_id=identifier), recipe)
        self._keep(identifier, dataset)
        self.problems += dataset.problems
        return _described(identifier, sheet, layout, dataset, "" if self._text else grid.name)

    def _build(self, grid: Grid, layout: Layout, context: Context, recipe: Recipe) -> Dataset:
        if grid.skipped is None:
            return build(grid, layout, context, recipe)
        from fusenapp.tables.large import build_large

        return build_large(self._path, self._grids.index(grid), grid, layout, context, recipe)

    def _context_for(self, layout: Layout, grid: Grid) -> Context:
        for text in (layout.around.title, grid.name):
            year = fiscal_year(text)
            if year is not None:
                return replace(self._context, year=year, fiscal=_is_fiscal(text))
        return self._context

    def _identifier(self, grid: Grid, layout: Layout) -> str:
        base = f"{grid.name}!{area(*layout.area)}"
        identifier, number = base, 1
        while identifier in self._ids:
            number += 1
            identifier = f"{base}~{number}"
        self._ids.add(identifier)
        return identifier


def _common(path: Path, grids: list[Grid], layouts: list[SheetLayout]) -> Context:
    """What holds for all tables unless their own sheet says otherwise."""
    tables = [table for layout in layouts for table in layout.tables]
    told = {table.around.as_of[:7] for table in tables if table.around.as_of and len(table.around.as_of) >= 7}
    year, fiscal = _common_year(path, grids)
    as_of = told.pop() if len(told) == 1 else None
    return Context(str(path), year, fiscal, as_of)


def _common_year(path: Path, grids: list[Grid]) -> tuple[int | None, bool]:
    texts = [
        value
        for grid in grids[:40]
        for row in sorted(grid.rows)[:12]
        for value in grid.rows[row].values()
        if isinstance(value, str) and len(value) < 60
    ]
    years = {(fiscal_year(text), True) for text in [*texts[:400], path.stem] if _is_fiscal(text) and fiscal_year(text)}
    if len(years) == 1:
        return years.pop()
    plain = fiscal_year(path.stem)
    return plain, False


def _is_fiscal(text: str) -> bool:
    word = words.normal(text)
    return "年度" in word or "fy" in word


def _described(identifier: str, sheet: int, layout: Layout, dataset: Dataset, sheet_name: str) -> TableLayout:
    return TableLayout(
        identifier,
        sheet,
        area(*layout.area),
        layout.around.title,
        layout.around.unit,
        tuple(row + 1 for row in layout.header),
        dataset.columns,
        len(dataset),
        dataset.as_of,
        dataset.year,
        fingerprint_of(sheet_name, [span.name for span in layout.spans]),
    )


def _sheet_notices(grid: Grid) -> list[Problem]:
    """Numbers shown as something else than they are."""
    fixed = [
        address(row, column)
        for row, looks in grid.style_of.items()
        for column, index in looks.items()
        if index < len(grid.styles) and grid.styles[index].meaning.fixed and isinstance(grid.get(row, column), int | float)
    ]
    return [Problem("masked-numbers", place(grid.name, fixed[0]), {"count": len(fixed), "cells": fixed[:20]})] if fixed else []
