"""Labels that stand once for several rows below each other: which columns are written so, and how far each label holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from fusenapp.tables.dates import month_number
from fusenapp.tables.grid import Value
from fusenapp.tables.periods import series_of
from fusenapp.tables.words import normal

BLANK = -1
_SPARSE = 0.3
_LABELS = 8
"""Label columns looked at, from the left."""
_ERAS = frozenset({"明治", "大正", "昭和", "平成", "令和", "明", "大", "昭", "平", "令", "m", "t", "s", "h", "r"})


class Cells(Protocol):
    """A column as far as carrying is concerned: distinct values with their number, and one index a row."""

    index: list[int]

    @property
    def raws(self) -> Sequence[Distinct]:
        """The distinct values."""
        ...


class Distinct(Protocol):
    """A value and how many rows hold it."""

    @property
    def value(self) -> Value:
        """The value itself."""
        ...

    @property
    def count(self) -> int:
        """Number of rows that hold it."""
        ...


def carried(columns: Sequence[Cells]) -> dict[int, list[int]]:
    """The columns whose labels are carried down.

    Args:
        columns: those of the table, from the left.

    Returns:
        position of a column → its new index, with the blanks filled that a label above holds for.
    """
    if not columns or not columns[0].index:
        return {}
    chosen = _before_cycle(columns) or _before_full(columns) or _outline(columns) or _eras(columns)
    return {position: filled for position in chosen if (filled := _filled(columns, position, chosen)) != columns[position].index}


def _before_cycle(columns: Sequence[Cells]) -> list[int]:
    """``リード数`` once beside 目標, 実績, 達成率: every label column before the one that names series."""
    for place in range(1, min(len(columns), _LABELS)):
        if _is_cycle(columns[place]):
            return [position for position in range(place) if _is_sparse(columns[position])]
    return []


def _is_cycle(column: Cells) -> bool:
    """目標, 実績, … again and again."""
    told = [isinstance(raw.value, str) and series_of(raw.value) is not None for raw in column.raws]
    return len(told) >= 2 and sum(told) >= 0.6 * len(told)


def _is_sparse(column: Cells) -> bool:
    blanks = column.index.count(BLANK)
    return _SPARSE * len(column.index) <= blanks < len(column.index) and all(isinstance(raw.value, str) for raw in column.raws)


def _before_full(columns: Sequence[Cells]) -> list[int]:
    """Columns of group names, each inside the one to its left, before a full column of words."""
    full = next((place for place in range(1, min(len(columns), _LABELS)) if _is_full(columns[place])), None)
    if full is None or not all(_is_group(columns, position) for position in range(full)):
        return []
    return list(range(full))


def _is_full(column: Cells) -> bool:
    return column.index.count(BLANK) <= 0.02 * len(column.index) and sum(isinstance(r.value, str) for r in column.raws) > 0.9 * len(
        column.raws
    )


def _is_group(columns: Sequence[Cells], position: int) -> bool:
    """Names, the first row filled, none twice in its group; a name wherever the group to the left begins."""
    column = columns[position]
    if column.index[0] == BLANK or not _is_sparse(column) or any(len(str(raw.value).strip()) < 2 for raw in column.raws):
        return False
    if position == 0:
        several = len(column.raws) > 1 or _is_period(str(column.raws[0].value))
        return several and all(raw.count == 1 for raw in column.raws)
    seen: set[int] = set()
    for row, at in enumerate(column.index):
        if columns[position - 1].index[row] != BLANK:
            seen = set()
            if at == BLANK:
                return False
        if at != BLANK and at in seen:
            return False
        seen.add(at)
    return True


def _outline(columns: Sequence[Cells]) -> list[int]:
    """大分類 | 中分類 | 小分類 with one name a row, the deeper the further right."""
    full = next((place for place in range(2, min(len(columns), _LABELS)) if columns[place].index.count(BLANK) == 0), None)
    if full is None or any(not column.raws or not all(isinstance(r.value, str) for r in column.raws) for column in columns[:full]):
        return []
    one_each = all(sum(column.index[row] != BLANK for column in columns[:full]) == 1 for row in range(len(columns[0].index)))
    return list(range(full - 1)) if one_each and columns[0].index[0] != BLANK else []


def _is_period(text: str) -> bool:
    word = normal(text)
    return month_number(text) is not None or word.endswith(("年", "年度", "期")) or word.startswith("fy")


def _eras(columns: Sequence[Cells]) -> list[int]:
    """昭和 | 63 | 12 with the era written once, before a full column of years."""
    for position, (column, beside) in enumerate(pairwise(columns[:_LABELS])):
        if column.index[0] == BLANK or not column.index.count(BLANK) or not all(isinstance(raw.value, str) for raw in column.raws):
            continue
        if all(normal(str(raw.value)) in _ERAS for raw in column.raws) and beside.index.count(BLANK) == 0:
            return [position]
    return []


def _filled(columns: Sequence[Cells], position: int, chosen: list[int]) -> list[int]:
    """A label holds until the next one, and no longer than the labels to its left."""
    outer = [columns[other].index for other in chosen if other < position]
    beside = columns[position + 1].index
    known = [columns[other].index for other in range(position + 1, min(len(columns), _LABELS))]
    result: list[int] = []
    last = BLANK
    for row, at in enumerate(columns[position].index):
        if at != BLANK or any(index[row] != BLANK for index in outer):
            last = at
        holds = beside[row] != BLANK or any(index[row] != BLANK for index in known)
        result.append(last if at == BLANK and holds else at)
    return result


def lettered(first: Sequence[str | None], second: Sequence[str | None], rows: Sequence[int]) -> list[tuple[str | None, str | None]] | None:
    """Names written downwards, a letter a row: 北, 海, 道 beside 函館, 旭川, 釧路; and 東 | 京 over two cells of a row.

    Args:
        first, second: the texts of the first two columns.
        rows: the row numbers; a gap (a total was there) ends a name.

    Returns:
        new texts of both columns, or None where the first column holds no such letters.
    """
    letters = [text for text in first if text]
    if len(letters) < 4 or any(len(_bare(text)) != 1 for text in letters) or len(letters) > 0.85 * len(first):
        return None
    if sum(bool(text) for text in second) < 0.95 * len(second) or not all("一" <= _bare(text) <= "鿿" for text in letters):
        return None
    result: list[tuple[str | None, str | None]] = []
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or rows[end] != rows[end - 1] + 1:
            result += _named_down(first[start:end], second[start:end])
            start = end
    return result


def _named_down(first: Sequence[str | None], second: Sequence[str | None]) -> list[tuple[str | None, str | None]]:
    alone = [bool(a and b and len(_bare(b)) == 1) for a, b in zip(first, second, strict=True)]
    name = "".join(_bare(a) for a, own in zip(first, alone, strict=True) if a and not own) or None
    return [
        (None, _bare(a or "") + _bare(b or "")) if own else (name, b) for a, b, own in zip(first, second, alone, strict=True)
    ]


def _bare(text: str) -> str:
    return "".join(text.split())
