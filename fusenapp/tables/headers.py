"""Finds the header rows of a block and the names of its columns."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from fusenapp.tables import words
from fusenapp.tables.cells import BLANK, HEADING, MARK, ODD, TEXT, VALUE, YEAR, kind_of, text_of
from fusenapp.tables.grid import Grid
from fusenapp.tables.header_levels import header_levels, serial_month
from fusenapp.tables.regions import Block
from fusenapp.tables.surroundings import as_of_text

_DEEPEST = 40
_SAMPLE = 60
_WIDE = 400
_SURE = 0.5
_FIRST = 31
"""Headings that count up begin at most here: days, months, ages, numbers."""
_ASIDE = re.compile(r"単位(?!$)|時点|現在|作成|出力|更新|時点|各年|基準|^[(（].*[)）]$|page|as of", re.IGNORECASE)


@dataclass
class Header:
    """Header rows and what stands in them.

    Attributes:
        rows: sheet rows of the header, top to bottom; empty where the block has none.
        body: the first row of the data.
        levels: column → texts of the header from top to bottom, blanks left out.
        score: how sure; above 0 is a table.
    """

    rows: list[int]
    body: int
    levels: dict[int, list[str]] = field(default_factory=dict)
    score: float = 0.0


def find_header(grid: Grid, block: Block, rows: list[int]) -> Header:
    """The header of a block.

    Args:
        grid: the sheet.
        block: the area to look at.
        rows: the rows of the block that have cells.
    """
    columns = _sample_columns(grid, block)
    kinds = {row: [kind_of(grid.shown(row, column)) for column in columns] for row in _looked_at(rows)}
    candidates = rows[: min(_DEEPEST, len(rows) - 1)]
    best, best_score = None, 0.0
    for row in candidates:
        score = _score(grid, block, row, columns, kinds, rows)
        if best is None or score > best_score:
            best, best_score = row, score
    if best is None or best_score <= _SURE:
        return Header([], rows[0], score=_headless_score(kinds, columns))
    top = _climb(grid, block, best, rows)
    header_rows = [row for row in range(top, best + 1) if row in grid.rows or row == best]
    return Header(header_rows, best + 1, header_levels(grid, block, header_rows), best_score)


def _looked_at(rows: list[int]) -> list[int]:
    """The first rows and an even sample of the rest."""
    head = rows[: _DEEPEST + _SAMPLE]
    rest = rows[len(head) :]
    return head + rest[:: max(1, len(rest) // _SAMPLE)] if rest else head


def _sample_columns(grid: Grid, block: Block) -> list[int]:
    """Columns of the block that hold cells; of very wide blocks the first ones."""
    columns = range(block.left, block.right + 1)
    return list(columns[:_WIDE])


def _score(grid: Grid, block: Block, row: int, columns: list[int], kinds: dict[int, list[str]], rows: list[int]) -> float:
    below = [other for other in kinds if other > row][: _SAMPLE + 20]
    if not below:
        return -1
    head = _head_kinds(grid, row, columns, kinds, below)
    lent = _lent(row, head, kinds)
    filled = sum(kind != BLANK for kind in head) + len(lent)
    if filled < min(2, len(columns)):
        return -1
    points, counted = 0.0, 0
    for index, column in enumerate(columns):
        under = [kinds[other][index] for other in below if kinds[other][index] != BLANK]
        if not under and head[index] == BLANK:
            continue
        counted += 1
        own = _column_points(kinds[row - 1][index] if index in lent else head[index], under, grid, row, column, below)
        points += 0.4 * own if index in lent else own
    score = points / max(1, counted) + filled / max(1, counted)
    score += _contrast(grid, row, below[0], columns) + _next_row(head, kinds[below[0]], kinds, below)
    score += _hints(grid, row) - 0.02 * rows.index(row)
    return score - _passed_over(row, filled, kinds)


def _lent(row: int, head: list[str], kinds: dict[int, list[str]]) -> set[int]:
    """Columns named in the row above because this row only divides the headings that stretch there, or names the others."""
    above = kinds.get(row - 1)
    if above is None or any(kind not in (TEXT, HEADING, BLANK) for kind in (*above, *head)):
        return set()
    pairs = list(zip(head, above, strict=True))
    first = next((upper != BLANK and kind == BLANK for kind, upper in pairs if kind != BLANK or upper != BLANK), False)
    apart = not any(kind != BLANK and upper != BLANK for kind, upper in pairs)
    divided = any(kind != BLANK and upper == BLANK for kind, upper in pairs)
    return {i for i, (kind, upper) in enumerate(pairs) if kind == BLANK and upper != BLANK} if divided and (first or apart) else set()


def _passed_over(row: int, filled: int, kinds: dict[int, list[str]]) -> float:
    """Rows above that are as full as this one and hold values would be lost as data."""
    above = [kinds[other] for other in kinds if other < row]
    full = [each for each in above if sum(kind != BLANK for kind in each) >= 0.8 * filled and VALUE in each and each[0] != VALUE]
    return 0.8 * min(len(full), 3)


def _head_kinds(grid: Grid, row: int, columns: list[int], kinds: dict[int, list[str]], below: list[int]) -> list[str]:
    """Kinds of a header candidate: several years, or numbers and dates that count up, are headings; one alone is a value."""
    found = kinds[row]
    if found.count(YEAR) >= 2 and VALUE not in found:
        return [HEADING if kind == YEAR else kind for kind in found]
    found = [VALUE if kind == YEAR else kind for kind in found]
    places = [column for column, kind in zip(columns, found, strict=True) if kind == VALUE]
    headings = _counts_up(grid, row, places) and not all(_counts_up(grid, other, places) for other in below[:3])
    headings = headings and not _headed(row, columns, places, kinds)
    return [HEADING if kind == VALUE and headings else kind for kind in found]


def _headed(row: int, columns: list[int], places: list[int], kinds: dict[int, list[str]]) -> bool:
    """A row above names most of these columns already."""
    chosen = [index for index, column in enumerate(columns) if column in set(places)]
    above = [kinds[other] for other in kinds if other < row]
    return any(sum(each[index] in (TEXT, HEADING) for index in chosen) >= 0.6 * len(chosen) for each in above)


def _counts_up(grid: Grid, row: int, columns: list[int]) -> bool:
    """At least three whole numbers one after the other (months may go from 12 to 1), or dates in order."""
    numbers = [grid.shown(row, column) for column in columns]
    if len(numbers) < 3:
        return False
    whole = [number for number in numbers if isinstance(number, int) and not isinstance(number, bool)]
    if len(whole) == len(numbers):
        if all(serial_month(number) for number in whole):
            return all(a < b for a, b in pairwise(whole))
        if not 0 <= whole[0] <= _FIRST:
            return False
        months = all(1 <= number <= 12 for number in whole)
        return all(b - a == 1 or (months and (a, b) == (12, 1)) for a, b in pairwise(whole))
    days = [number for number in numbers if isinstance(number, dt.date)]
    return len(days) == len(numbers) and all(str(a) < str(b) for a, b in pairwise(days))


def _column_points(head: str, under: list[str], grid: Grid, row: int, column: int, below: list[int]) -> float:
    values = sum(kind in (VALUE, YEAR) for kind in under)
    solid = values + sum(kind == HEADING for kind in under)
    texts = sum(kind == TEXT for kind in under)
    if values and solid >= 1.5 * texts:
        return {TEXT: 2.0, HEADING: 1.5, ODD: 0.5, BLANK: -0.3, VALUE: -2.0, MARK: -1.0}[head]
    if head == VALUE:
        return -1.5
    if head == BLANK:
        return -0.3 if under else 0
    if head == MARK:
        return -1.0
    text = grid.shown(row, column)
    near = [*range(max(0, row - 8), row), *below[:30]]
    repeated = any(grid.shown(other, column) == text and grid.merge_at(other, column) is None for other in near)
    long = isinstance(text, str) and len(text) > 30
    return 0.5 - (1.2 if repeated else 0) - (0.7 if long else 0)


def _contrast(grid: Grid, row: int, below: int, columns: list[int]) -> float:
    """The header looks other than the row below it."""
    if not grid.styles:
        return 0
    looks = [(grid.style(row, column), grid.style(below, column)) for column in columns if grid.shown(row, column) is not None]
    if not looks:
        return 0
    other = sum((a.bold and not b.bold) or (a.filled and not b.filled) for a, b in looks) / len(looks)
    same = sum((b.bold and not a.bold) or (b.filled and not a.filled) for a, b in looks) / len(looks)
    return 1.2 * other - 1.2 * same


def _next_row(head: list[str], after: list[str], kinds: dict[int, list[str]], below: list[int]) -> float:
    """The row after a header starts the data: it may not hold words where the rest of the column holds numbers."""
    wrong = right = 0
    for index, kind in enumerate(after):
        under = [kinds[other][index] for other in below[1:] if kinds[other][index] in (VALUE, YEAR, TEXT, HEADING)]
        mostly = sum(each in (VALUE, YEAR) for each in under) > 0.6 * len(under) if under else False
        wrong += mostly and kind in (TEXT, HEADING)
        right += mostly and kind in (VALUE, YEAR, ODD)
    return -2.0 if wrong > right else 0.4 if right else 0


def _hints(grid: Grid, row: int) -> float:
    points = 0.0
    if grid.filter_area and grid.filter_area[0] == row:
        points += 4
    if grid.frozen_rows and grid.frozen_rows == row + 1:
        points += 0.5
    return points


def _headless_score(kinds: dict[int, list[str]], columns: list[int]) -> float:
    """Rows of the same kinds without a header are still a table, if some columns hold values."""
    rows = list(kinds.values())
    if len(rows) < 3 or len(columns) < 2:
        return -1
    solid = sum(sum(row[index] in (VALUE, YEAR) for row in rows) > 0.8 * len(rows) for index in range(len(columns)))
    return 0.5 if solid and sum(sum(kind != BLANK for kind in row) >= 2 for row in rows) > 0.8 * len(rows) else -1


def _climb(grid: Grid, block: Block, bottom: int, rows: list[int]) -> int:
    """Rows above the lowest header row that group its columns."""
    top = bottom
    while top - 1 >= block.top and bottom - top < 4 and _is_parent(grid, block, top - 1, top, bottom):
        top -= 1
    return top


def _is_parent(grid: Grid, block: Block, row: int, top: int, bottom: int) -> bool:
    own = {column: value for column, value in grid.rows.get(row, {}).items() if block.left <= column <= block.right}
    values = [column for column, value in own.items() if kind_of(value) not in (TEXT, HEADING, YEAR, ODD)]
    if not own or (values and not _counts_up(grid, row, sorted(values))):
        return False
    if len(own) > 1 and _reaches(grid, own, row, top):
        return True
    if any(isinstance(value, str) and (_ASIDE.search(value) or len(value) > 40 or as_of_text(value)) for value in own.values()):
        return False
    if len(own) == 1:
        return _single_parent(grid, block, row, next(iter(own)), bottom)
    return _needed(grid, block, own, top, bottom) or _dressed(grid, own, row, bottom) or _groups(grid, own, row, block) >= 2


def _single_parent(grid: Grid, block: Block, row: int, column: int, bottom: int) -> bool:
    """One heading over some of the columns: not a title, which starts at the left or spans everything."""
    area = grid.merge_at(row, column)
    under = [other for other in range(block.left, block.right + 1) if grid.shown(bottom, other) is not None]
    if not under or column <= under[0] - 1 or column == block.left:
        return False
    if area and area[1] <= block.left and area[3] >= block.right:
        return False
    return grid.shown(bottom, column) is not None and (area is None or area[3] > area[1])


def _reaches(grid: Grid, own: Mapping[int, object], row: int, top: int) -> bool:
    """A cell of the row is merged down into the header below."""
    return any((area := grid.merge_at(row, column)) is not None and area[2] >= top for column in own)


def _needed(grid: Grid, block: Block, own: Mapping[int, object], top: int, bottom: int) -> bool:
    """The rows below leave names blank or say the same name twice."""
    names = [words.normal(text_of(grid, bottom, column)) for column in range(block.left, block.right + 1)]
    counts = Counter(name for name in names if name)
    if any(count > 1 for count in counts.values()):
        return True
    return any(all(grid.shown(row, column) is None for row in range(top, bottom + 1)) for column in own)


def _dressed(grid: Grid, own: Mapping[int, object], row: int, bottom: int) -> bool:
    """The row looks like the header row below: bold, filled or boxed."""
    if not grid.styles:
        return False
    alike = 0
    for column in own:
        a, b = grid.style(row, column), grid.style(bottom, column)
        boxed = (a.left or a.right or a.top or a.bottom) and (b.left or b.right or b.top or b.bottom)
        alike += (a.bold and b.bold) or (a.filled and b.filled) or boxed
    return alike > len(own) / 2


def _groups(grid: Grid, own: Mapping[int, object], row: int, block: Block) -> int:
    """How many headings of the row stretch over several columns."""
    starts = [*sorted(own), block.right + 1]
    return sum(1 for start, after in pairwise(starts) if after - start > 1)
