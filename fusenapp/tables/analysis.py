"""File → workbook → tables → datasets, in one process. The window and the command line call it through ``reader``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fusenapp.collecting import uncollected
from fusenapp.errors import InputError
from fusenapp.tables import words
from fusenapp.tables.book import Book, Sheet, TableLayout
from fusenapp.tables.build import Context, build
from fusenapp.tables.container import sniff
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.dates import fiscal_year
from fusenapp.tables.forced import drawn_layout, forced_layout
from fusenapp.tables.grid import Grid
from fusenapp.tables.kpi_totals import check_totals as month_totals
from fusenapp.tables.layout import Layout, SheetLayout, understand
from fusenapp.tables.notation import findings
from fusenapp.tables.places import address, area, place
from fusenapp.tables.preview import preview_of
from fusenapp.tables.problems import Problem
from fusenapp.tables.recipes import Recipe, fingerprint_of
from fusenapp.tables.uniting import MOST_ROWS, TOLD, Part, is_united, united
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
        common: what the user settled about every table.
    """

    table: str | None = None
    recipe: Recipe | None = None
    common: Recipe | None = None


def analyse(path: Path, options: Options, keep: Callable[[str, Dataset], None], step: Step = _quiet) -> Book:
    """Read a file and hand every dataset to ``keep``. Raises ``InputError``."""
    with uncollected():  # cells make many objects and no cycles: looking for some again and again takes a seventh of the time
        return _analyse(path, options, keep, step)


def _analyse(path: Path, options: Options, keep: Callable[[str, Dataset], None], step: Step) -> Book:
    kind = sniff(path)
    step(1, 10)
    workbook = _load(path, kind, step)
    step(5, 10)
    layouts = [understand(grid) for grid in workbook.sheets]
    step(6, 10)
    whole = _united_wanted(options, workbook)
    single = _nothing if whole else keep
    work = _Work(path, workbook, layouts, Options(None, None, options.recipe) if whole else options, single, step)
    sheets = work.run()
    together = work.unite(keep, options.table if whole else None)
    return Book(str(path), kind, workbook.encoding, () if whole else sheets, tuple(work.problems), united=together)


def _united_wanted(options: Options, workbook: Workbook) -> bool:
    """Only tables put together are asked for: all of them are read, and their recipe goes for each."""
    wanted = options.table
    return wanted is not None and is_united(wanted) and all(wanted.rpartition("!")[0] != grid.name for grid in workbook.sheets)


def _nothing(_id: str, _dataset: Dataset) -> None:
    pass


def _load(path: Path, kind: str, step: Step) -> Workbook:
    if kind in ("csv", "tsv"):
        from fusenapp.tables.text import read_csv

        return read_csv(path, kind)
    if kind in ("xlsx", "xlsm"):
        from fusenapp.tables.xlsx import read_xlsx

        return read_xlsx(path, lambda done, total: step(10 + 40 * done // max(total, 1), 100))
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
        self._parts: list[Part] = []
        self._context = _common(path, self._grids, layouts)
        self._text = workbook.encoding is not None
        self.problems = list(workbook.problems)

    def run(self) -> tuple[Sheet, ...]:
        sheets = []
        for index, (grid, layout) in enumerate(zip(self._grids, self._layouts, strict=True)):
            tables = tuple(table for each in layout.tables if (table := self._table(index, grid, each)) is not None)
            tables = tables or self._drawn(index, grid)
            self.problems += _sheet_notices(grid)
            if self._options.table is None and self._options.common is None:
                self.problems += findings(grid, layout.tables, [table.columns for table in tables])
            sheets.append(Sheet(grid.name, layout.kind, tables, not grid.visible, preview_of(grid, layout, len(self._grids))))
            self._step(6 * len(self._grids) + 4 * (index + 1), 10 * len(self._grids))
        if self._options.table is not None and self._options.table not in self._ids:
            raise InputError("no-such-table", str(self._path), table=self._options.table)
        return tuple(sheets)

    def _table(self, sheet: int, grid: Grid, layout: Layout) -> TableLayout | None:
        identifier = self._identifier(grid, layout)
        wanted = self._options.table
        if wanted is not None and identifier != wanted:
            return None
        recipe = (self._options.recipe if wanted is not None else self._options.common) or Recipe()
        if recipe.range or recipe.header_rows is not None or recipe.apart:
            layout = forced_layout(grid, layout, recipe)
        return self._described(identifier, sheet, grid, layout, recipe)

    def _drawn(self, sheet: int, grid: Grid) -> tuple[TableLayout, ...]:
        """The table that the user drew on a sheet where none was found."""
        wanted, recipe = self._options.table, self._options.recipe
        if wanted is None or wanted in self._ids or recipe is None or recipe.range is None or wanted.rpartition("!")[0] != grid.name:
            return ()
        self._ids.add(wanted)
        return (self._described(wanted, sheet, grid, drawn_layout(grid, recipe), recipe),)

    def _described(self, identifier: str, sheet: int, grid: Grid, layout: Layout, recipe: Recipe) -> TableLayout:
        dataset = self._build(grid, layout, replace(self._context_for(layout, grid), table_id=identifier), recipe)
        dataset = replace(dataset, problems=(*dataset.problems, *month_totals(dataset)))
        self._keep(identifier, dataset)
        self.problems += dataset.problems
        described = _described(identifier, sheet, layout, dataset, "" if self._text else grid.name)
        if len(self._grids) * len(self._layouts[sheet].tables) > 1 and len(dataset) <= MOST_ROWS:
            self._parts.append(Part(described, dataset, self._context_for(layout, grid).fiscal, grid.visible))
        return described

    def unite(self, keep: Callable[[str, Dataset], None], wanted: str | None) -> tuple[TableLayout, ...]:
        """Put tables of one schema together and keep them; only ``wanted`` if it is named."""
        found = []
        for layout, dataset in united(self._parts) if self._options.table is None else ():
            if layout.id not in self._ids and wanted in (None, layout.id):
                self._ids.add(layout.id)
                keep(layout.id, dataset)
                self.problems += [problem for problem in dataset.problems if problem.code in TOLD]
                found.append(layout)
        if wanted is not None and not found:
            raise InputError("no-such-table", str(self._path), table=wanted)
        return tuple(found)

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
