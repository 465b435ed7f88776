"""The ministry's rules for machine-readable statistics, held against a sheet: one finding a rule, in its words, with the cells.

Source of the rules: 総務省「統計表における機械判読可能なデータの表記方法の統一ルール」.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from fusenapp.tables.cells import BLANK, MARK, kind_of
from fusenapp.tables.columns import Span
from fusenapp.tables.dataset import Column
from fusenapp.tables.grid import Grid
from fusenapp.tables.layout import Layout
from fusenapp.tables.places import LEVEL, address, area, letter, place
from fusenapp.tables.problems import Problem

_ROWS, _LISTED = 400, 12
_FIGURES = ("integer", "number", "money", "percent")
_SEVERAL = re.compile(r"[^\d/／、;]*[\d.,]+\s*[^\d\s/／、;:.,-]{1,4}\s*[/／、;]\s*[^\d/／、;]*[\d.,]+\s*[^\d\s/／、;:-]{0,4}")
_PLAIN = re.compile(r"[-+−]?[\d０-９]+([.．][\d０-９]+)?")
_DEPENDENT = re.compile(r"[\u2460-\u24ff\u2160-\u217f\u3220-\u33ff\u2116\u2121\u2776-\u2793\ue000-\uf8ff\uf900-\ufa6d\uffe0-\uffe6]")
_INNER = re.compile(r"[一-鿿ぁ-んァ-ヶ][ \u3000]+[一-鿿ぁ-んァ-ヶ]")
_AMOUNT = re.compile(r"金額|売上(高|額)?|費用?|価格|単価|原価|粗利|利益|予算額|受注額|amount|price|cost|revenue", re.IGNORECASE)
_RATE = re.compile(r"率|比|割合|件数|回数|社数|順位|ratio|rate", re.IGNORECASE)
_MOST = 20_000


def findings(grid: Grid, layouts: Sequence[Layout], columns: Sequence[Sequence[Column]]) -> list[Problem]:
    """What a sheet does otherwise than the rules ask.

    Args:
        grid: the sheet.
        layouts: its tables.
        columns: the columns of each table as they were typed.

    Returns:
        problems with codes ``notation-…``; the place is the first cell, the parameters hold the count and up to twelve cells.
    """
    found: list[Problem] = []
    for layout, typed in zip(layouts, columns, strict=True):
        body = layout.body.rows[:_ROWS]
        found += _cell_data(grid, layout, body)
        found += _numbers(grid, layout, body, {column.letter: column for column in typed})
        found += _merged(grid, layout)
        found += _spacing(grid, layout, body)
        found += _omitted(grid, layout)
        found += _unit(grid, layout, typed)
        found += _characters(grid, layout, body)
        found += _divided(grid, layout)
        found += _totals(grid, layout)
    return [*found, *_whole_sheet(grid, layouts)]


def _told(code: str, sheet: str, cells: Sequence[str], count: int | None = None, **more: object) -> list[Problem]:
    """One problem at the first cell; none where there are no cells."""
    if not cells:
        return []
    parameters = {"count": len(cells) if count is None else count, "cells": list(cells[:_LISTED]), **more}
    return [Problem(code, place(sheet, cells[0]), parameters)]


def _texts(grid: Grid, layout: Layout, rows: Iterable[int]) -> Iterator[tuple[int, int, str]]:
    left, right = layout.spans[0].left, layout.spans[-1].right
    for row in rows:
        for column, value in sorted(grid.rows.get(row, {}).items()):
            if left <= column <= right and isinstance(value, str):
                yield row, column, value


def _cell_data(grid: Grid, layout: Layout, body: list[int]) -> list[Problem]:
    """``100名/5億円`` in one cell, or several short lines."""
    cells = [address(row, column) for row, column, text in _texts(grid, layout, body) if _is_several(text)]
    return _told("notation-cell-data", grid.name, cells)


def _is_several(text: str) -> bool:
    if text.isascii() and text.isalnum():
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(len(line.strip()) <= 20 and not line.strip().endswith(("。", ".", "、")) for line in lines):
        return True
    return len(text) <= 40 and _SEVERAL.fullmatch(unicodedata.normalize("NFKC", text.strip())) is not None


def _numbers(grid: Grid, layout: Layout, body: list[int], typed: dict[str, Column]) -> Iterator[Problem]:
    """Figures written as text with a unit or mark, and signs in place of figures."""
    for span in () if grid.text_source else layout.spans:
        column = typed.get(letter(span.left))
        if column is None or column.type not in _FIGURES:
            continue
        written = [(row, value) for row in body if isinstance(value := grid.get(row, span.left), str)]
        signs = [(row, value) for row, value in written if kind_of(value) == MARK]
        figures = [row for row, value in written if kind_of(value) not in (MARK, BLANK) and not _PLAIN.fullmatch(value.strip())]
        yield from _told("notation-number-text", grid.name, [address(row, span.left) for row in figures], column=column.name)
        shown = list(dict.fromkeys(value.strip() for _, value in signs))[:5]
        yield from _told("notation-signs", grid.name, [address(row, span.left) for row, _ in signs], column=column.name, signs=shown)


def _merged(grid: Grid, layout: Layout) -> list[Problem]:
    last = max([layout.body.rows[-1], *layout.body.totals])
    left, right = layout.spans[0].left, layout.spans[-1].right
    found = [a for a in grid.merges if layout.top <= a[0] <= last and left <= a[1] <= right]
    return _told("notation-merged", grid.name, [area(*each) for each in sorted(found)])


def _spacing(grid: Grid, layout: Layout, body: list[int]) -> list[Problem]:
    """``合　計``, names broken over lines, indents by spaces."""
    labels = [span.left for span in layout.spans[: layout.sorter.values[0] if layout.sorter and layout.sorter.values else 1]]
    rows = [*body, *layout.body.totals]
    cells = [address(r, c) for r, c, text in _texts(grid, layout, layout.header) if _is_arranged(text)]
    cells += [address(r, c) for r, c, text in _texts(grid, layout, rows) if c in labels and _is_arranged(text)]
    return _told("notation-spacing", grid.name, cells)


def _is_arranged(text: str) -> bool:
    if _is_several(text):
        return False
    return "\n" in text.strip() or text[:1] in (" ", "\u3000") or (len(text) <= 12 and _INNER.fullmatch(text.strip()) is not None)


def _omitted(grid: Grid, layout: Layout) -> list[Problem]:
    """Blank cells of a header or of the labels that a name before them holds for."""
    cells: list[str] = []
    for row in layout.header[:-1]:
        named = False
        for span in layout.spans:
            filled = grid.get(row, span.left) is not None
            if not filled and named and grid.merge_at(row, span.left) is None and _below(grid, layout, row, span):
                cells.append(address(row, span.left))
            named = named or filled
    for span in layout.spans[:3]:
        cells += _blank_labels(grid, layout, span)
    return _told("notation-omitted", grid.name, cells)


def _below(grid: Grid, layout: Layout, row: int, span: Span) -> bool:
    return any(grid.get(other, span.left) is not None for other in layout.header if other > row) and LEVEL in span.name


def _blank_labels(grid: Grid, layout: Layout, span: Span) -> list[str]:
    """A column of names with gaps, each name once: labels written for the first of their rows only."""
    rows = layout.body.rows[:_ROWS]
    values = [grid.get(row, span.left) for row in rows]
    told = [value for value in values if value is not None]
    blank = [row for row, value in zip(rows, values, strict=True) if value is None and grid.merge_at(row, span.left) is None]
    if values[0] is None or len(blank) < 0.3 * len(rows) or not told or not all(isinstance(value, str) for value in told):
        return []
    return [address(row, span.left) for row in blank] if len(set(told)) == len(told) else []


def _unit(grid: Grid, layout: Layout, typed: Sequence[Column]) -> list[Problem]:
    """Columns of amounts for which neither the header nor the sheet says a unit."""
    if layout.around.unit:
        return []
    plain = [c for c in typed if c.type in ("integer", "number") and not c.unit and c.letter]
    bare = [c for c in plain if _AMOUNT.search(c.name) and not _RATE.search(c.name)]
    top = layout.header[-1] + 1 if layout.header else layout.top + 1
    return _told("notation-unit", grid.name, [f"{c.letter}{top}" for c in bare], columns=[c.name for c in bare[:_LISTED]])


def _characters(grid: Grid, layout: Layout, body: list[int]) -> list[Problem]:
    """①, Ⅳ, ㈱, ㎡ and the like."""
    hits = [(row, column, text) for row, column, text in _texts(grid, layout, [*layout.header, *body]) if _DEPENDENT.search(text)]
    characters = list(dict.fromkeys(character for _, _, text in hits for character in _DEPENDENT.findall(text)))[:10]
    return _told("notation-characters", grid.name, [address(row, column) for row, column, _ in hits], characters=" ".join(characters))


def _divided(grid: Grid, layout: Layout) -> list[Problem]:
    """Blank rows between the rows of a table, blank columns between its columns."""
    if len(layout.body.rows) > _MOST:
        return []
    parts = sorted({*layout.header, *layout.body.rows, *layout.body.totals, *layout.body.recaps, *layout.body.notes})
    skipped = grid.skipped
    rows = [a + 1 for a, b in pairwise(parts) if b > a + 1 and (skipped is None or not a < skipped[0] <= b)]
    blank = [row for row in rows if row not in grid.rows]
    gaps = [a.right + 1 for a, b in pairwise(layout.spans) if b.left > a.right + 1]
    return _told("notation-divided", grid.name, [*(f"{row + 1}:{row + 1}" for row in blank), *(f"{letter(c)}:{letter(c)}" for c in gaps)])


def _totals(grid: Grid, layout: Layout) -> list[Problem]:
    """Totals, recaps and headings in the middle of the rows."""
    body = layout.body
    inside = sorted(row for row in (*body.totals, *body.recaps, *body.notes) if row < body.rows[-1])
    if not inside:
        return []
    rows = [row + 1 for row in inside[:_LISTED]]
    return [Problem("notation-totals", place(grid.name, str(rows[0])), {"count": len(inside), "rows": rows})]


def _whole_sheet(grid: Grid, layouts: Sequence[Layout]) -> Iterator[Problem]:
    if len(layouts) > 1:
        ranges = [area(*layout.area) for layout in layouts]
        yield Problem("notation-tables", place(grid.name, ranges[1].split(":")[0]), {"count": len(layouts), "ranges": ranges[:_LISTED]})
    if layouts and grid.formulas:
        yield Problem("notation-formulas", grid.name, {"count": grid.formulas})
