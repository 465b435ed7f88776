"""Rows that sum others without a word such as 合計: longer periods among shorter ones, and what the figures themselves prove."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from fusenapp.tables import words
from fusenapp.tables.dates import month_number, parse_moment
from fusenapp.tables.values import read_text

_ENDS = re.compile(r".*(計|合算|total)[)\]]?", re.IGNORECASE)


def period_rank(label: object) -> int:
    """1 for a month or a day, 2 for a quarter, 3 for half a year, 4 for a year; 0 for what is no period."""
    if not isinstance(label, str):
        return 1 if hasattr(label, "month") else 0
    if rank := words.period_rank(label):
        return rank
    if month_number(label) is not None:
        return 1
    moment = parse_moment(label)
    return 1 if moment is not None and moment.month is not None else 0


def common_rank(labels: Sequence[object]) -> int:
    """The rank of the periods that a label column is made of: the shortest that comes three times; 0 where it is made of others."""
    ranks = Counter(period_rank(label) for label in labels)
    told = sum(count for rank, count in ranks.items() if rank)
    if told < 0.6 * len(labels):
        return 0
    return next((rank for rank in (1, 2, 3) if ranks[rank] >= (3 if rank == 1 else 2)), 0)


def proves_sum(label: str, figures: Sequence[float | None], near: Iterable[Sequence[float | None]]) -> bool:
    """A label ending in 計 whose figures are the sums of two or more rows right beside it, in every column.

    Args:
        label: of the row.
        figures: of the row, one per column of values, None where it has none.
        near: the figures of the rows above or below, nearest first.
    """
    if not _ENDS.fullmatch(words.normal(label)):
        return False
    told = [index for index, figure in enumerate(figures) if figure is not None]
    if not any(figures[index] for index in told):
        return False
    sums = [0.0] * len(figures)
    for count, row in enumerate(near, 1):
        sums = [so_far + (figure or 0) for so_far, figure in zip(sums, row, strict=True)]
        if count > 1 and all(math.isclose(sums[index], figures[index] or 0, rel_tol=1e-9, abs_tol=1e-6) for index in told):
            return True
    return False


def figure_of(value: object) -> float | None:
    """A cell as a number; None where it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    reading = read_text(value) if type(value) is str else None
    return reading.value if reading is not None and reading.kind in ("number", "money") else None
