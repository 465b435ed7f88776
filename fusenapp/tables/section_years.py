"""Months below a heading that says their year: ``2025年`` alone in its row, then 10月, 11月, 12月."""

from __future__ import annotations

from collections.abc import Sequence

from fusenapp.tables import words
from fusenapp.tables.built import Built
from fusenapp.tables.dates import fiscal_year, month_number
from fusenapp.tables.layout import Layout
from fusenapp.tables.raw_columns import RawColumn


def give_years(layout: Layout, raws: Sequence[RawColumn], built: Built) -> None:
    """Fill in the years of the months, where every month stands below a year; changes ``built`` in place."""
    years = [_year(layout.body.sections.get(row, "")) for row in built.rows]
    if None in years:
        return
    for raw in raws:
        index = built.names.index(raw.span.name) if raw.span.name in built.names else None
        if index is None or built.types[index].type != "month":
            continue
        numbers = [_month(raw.value(position)) for position in range(len(built.rows))]
        if None not in numbers:
            built.values[index] = [_key(year, number) for year, number in zip(years, numbers, strict=True)]


def _year(section: str) -> tuple[int, bool] | None:
    """(year, whether it is a fiscal year) of a heading; None where it says none."""
    year = fiscal_year(section)
    return None if year is None else (year, "年度" in section or "fy" in words.normal(section))


def _month(value: object) -> int | None:
    return month_number(value) if isinstance(value, str) else None


def _key(year: tuple[int, bool] | None, month: int | None) -> str | None:
    if year is None or month is None:
        return None
    return f"{year[0] + (year[1] and month < 4)}-{month:02d}"
