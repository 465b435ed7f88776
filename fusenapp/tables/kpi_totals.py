"""Columns that sum months (上期計, Q1, 年度計, 累計) held against the months."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from fusenapp.tables import words
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.kpi_shape import Shape, shape_of
from fusenapp.tables.kpi_sheet import Reading
from fusenapp.tables.problems import Problem

_MOST_ROWS = 5000
_MEAN = re.compile(r"平均|average|mean|avg", re.IGNORECASE)
_UNSUMMED = ("率", "比", "単価", "rate", "平均", "指数", "順位", "シェア", "cvr", "ctr", "cpa", "roi", "roas")


def check_totals(dataset: Dataset) -> list[Problem]:
    """Every figure in a column of totals that is neither the sum of months nor their mean nor the last of them.

    Rates are left out; so are stocks (the last month stands for the period) and averages that are right.
    """
    shape = shape_of(dataset) if len(dataset) <= _MOST_ROWS else None
    if shape is None or not shape.months:
        return []
    reading = Reading(dataset, shape)
    return [problem for row in range(len(dataset)) if _is_summed(reading, row) for problem in _row(dataset, reading, shape, row)]


def _is_summed(reading: Reading, row: int) -> bool:
    labels = reading.labels(row)
    if labels.series in ("achievement", "growth", "difference") or labels.unit == "%":
        return False
    return not words.normal(labels.name).endswith(_UNSUMMED)


def _row(dataset: Dataset, reading: Reading, shape: Shape, row: int) -> Iterator[Problem]:
    for total in shape.totals:
        stated = reading.number(row, total)
        if not stated:
            continue
        parts = [[value for index in part if (value := reading.number(row, index)) is not None] for part in _parts(shape, total)]
        parts = [part for part in parts if part]
        if not parts or any(_close(stated, each) for part in parts for each in (math.fsum(part), math.fsum(part) / len(part))):
            continue
        if any(_close(stated, part[-1]) for part in parts) or _MEAN.search(dataset.columns[total].name):
            continue
        yield Problem("total-mismatch", dataset.place(row, total), {"stated": stated, "sum": math.fsum(parts[0])})


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=0.5)


def _parts(shape: Shape, total: int) -> Sequence[list[int]]:
    """The months since the total before it; all months before it; the last three, six, twelve of those; all months; those fixed."""
    months = [month.index for month in shape.months]
    before = max((other for other in shape.totals if other < total), default=-1)
    since = [index for index in months if before < index < total]
    until = [index for index in months if index < total]
    spans = [until[-count:] for count in (3, 6, 12) if len(until) >= count]
    return [since or until or months, until, *spans, months, [m.index for m in shape.months if m.month <= shape.last]]
