"""Months and the periods they make up: quarter, half and fiscal year with a start month of the company's choice.

A month is ``"2026-04"``. A fiscal year is named after the calendar year it starts in: with the start
month April, ``"2026"`` is 2026-04 … 2027-03, ``"2026-Q1"`` its first three months, ``"2026-H1"`` its
first six. A range is ``"2026-04:2026-11"``.
"""

from __future__ import annotations

import calendar as _calendar
import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator
from typing import Literal

from fusenapp.errors import InputError

By = Literal["month", "quarter", "half", "year", "ytd"]
PERIODS: tuple[By, ...] = ("month", "quarter", "half", "year", "ytd")
"""``ytd``: from the start of the fiscal year to the month that names it."""

APRIL = 4
_LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_PART = re.compile(r"(\d{4})(?:-(?:(Q)([1-4])|(H)([12])))?")


def is_month(text: str) -> bool:
    """Whether ``text`` is a month like ``"2026-04"``."""
    return bool(_MONTH.fullmatch(text))


def index(month: str) -> int:
    """Months since year 0: ``"2026-04"`` → 24315. Raises ``InputError("bad-period")`` for anything else."""
    found = _MONTH.fullmatch(month)
    if not found:
        raise InputError("bad-period", month, period=month)
    return int(found[1]) * 12 + int(found[2]) - 1


def month(number: int) -> str:
    """The inverse of `index`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def month_of(day: dt.date | str) -> str:
    """The month of a date or of an ISO text (``"2026-11-20"`` or ``"2026-11"``)."""
    return day[:7] if isinstance(day, str) else f"{day.year:04d}-{day.month:02d}"


def add(start: str, count: int) -> str:
    """``count`` months after ``start`` (before it, if negative)."""
    return month(index(start) + count)


def span(first: str, last: str) -> tuple[str, ...]:
    """All months from ``first`` to ``last``, both included; empty if ``last`` is earlier."""
    return tuple(month(number) for number in range(index(first), index(last) + 1))


def covering(months: Iterable[str]) -> tuple[str, ...]:
    """All months from the earliest to the latest given, without gaps; empty for none."""
    known = sorted(months)
    return span(known[0], known[-1]) if known else ()


def fiscal_year(of: str, start: int = APRIL) -> int:
    """The fiscal year that a month lies in, named by the calendar year it starts in."""
    return (index(of) - (start - 1)) // 12


def period_of(of: str, by: By, start: int = APRIL) -> str:
    """The name of the period that a month lies in: ``("2026-05", "quarter")`` → ``"2026-Q1"``."""
    if by in ("month", "ytd"):
        return of
    year, place = fiscal_year(of, start), (index(of) - (start - 1)) % 12
    if by == "year":
        return f"{year:04d}"
    return f"{year:04d}-{'Q' if by == 'quarter' else 'H'}{place // _LENGTH[by] + 1}"


def months_of(period: str, start: int = APRIL, by: By | None = None) -> tuple[str, ...]:
    """The months of a named period or range, in order.

    Args:
        period: month, quarter, half, fiscal year or ``"first:last"`` (either end may be any of these).
        start: first month of the fiscal year, 1 to 12.
        by: only ``"ytd"`` matters: a month then stands for the fiscal year up to it.

    Raises:
        InputError: ``bad-period`` if the text is none of these or the range runs backwards.
    """
    if ":" in period:
        return _range(period, start)
    if is_month(period):
        return span(month(fiscal_year(period, start) * 12 + start - 1), period) if by == "ytd" else (period,)
    found = _PART.fullmatch(period)
    if not found:
        raise InputError("bad-period", period, period=period)
    length = 3 if found[2] else 6 if found[4] else 12
    first = int(found[1]) * 12 + start - 1 + (int(found[3] or found[5] or 1) - 1) * length
    return tuple(month(number) for number in range(first, first + length))


def _range(period: str, start: int) -> tuple[str, ...]:
    first, last = period.split(":", 1)
    months = span(months_of(first, start)[0], months_of(last, start)[-1])
    if not months:
        raise InputError("bad-period", period, period=period)
    return months


def periods(months: Iterable[str], by: By, start: int = APRIL) -> tuple[str, ...]:
    """The periods that months lie in, each once, in the order of the months."""
    return tuple(dict.fromkeys(period_of(each, by, start) for each in months))


def group(months: Iterable[str], by: By, start: int = APRIL) -> dict[str, tuple[str, ...]]:
    """Period → those of the given months that it holds (``ytd``: those of its fiscal year up to it)."""
    known = tuple(months)
    if by == "ytd":
        return {last: tuple(m for m in known if m <= last and fiscal_year(m, start) == fiscal_year(last, start)) for last in known}
    found: dict[str, list[str]] = {}
    for each in known:
        found.setdefault(period_of(each, by, start), []).append(each)
    return {period: tuple(held) for period, held in found.items()}


def days(of: str) -> Iterator[dt.date]:
    """Every day of a month."""
    year, number = divmod(index(of), 12)
    for day in range(1, _calendar.monthrange(year, number + 1)[1] + 1):
        yield dt.date(year, number + 1, day)


def business_days(of: str, closed: Iterable[dt.date] = ()) -> int:
    """Monday to Friday of a month without the days in ``closed`` (public holidays and company closures)."""
    shut = frozenset(closed)
    return sum(day.weekday() < 5 and day not in shut for day in days(of))


YEAR_END = ("12-29:01-03",)
"""What nearly every company in Japan closes for; taken where a workspace names no closures of its own."""

_CLOSURE = re.compile(r"(?:(\d{4})-)?(\d{1,2})-(\d{1,2})(?::(?:(\d{4})-)?(\d{1,2})-(\d{1,2}))?")


@functools.cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """Japan's public holidays of a calendar year, with substitute days and the days between two of them.

    By the library ``holidays`` (MIT, kept up with the law), which is loaded when first asked for.
    """
    import holidays

    return frozenset(holidays.Japan(years=year))


def closure_days(closures: Iterable[str], year: int) -> frozenset[dt.date]:
    """The days of company closures that lie in a calendar year.

    Args:
        closures: a day or range, every year (``"08-13:08-16"``, also across the turn of the year, ``"12-29:01-03"``) or once
            (``"2026-08-13:2026-08-16"``).

    Raises:
        InputError: ``bad-closure`` if a text is none of these.
    """
    return frozenset(day for text in closures for day in _closed(text) if day.year == year) | frozenset(
        day for text in closures for day in _closed_yearly(text, year))


def check_closure(text: str) -> None:
    """Raises ``InputError("bad-closure")`` for what is no day or range of days."""
    closure_days((text,), 2024)  # a leap year has every day there is


def working_days(of: str, closures: Iterable[str] = YEAR_END) -> int:
    """Business days of a month: Monday to Friday without Japan's public holidays and the company's closures."""
    return len(open_days(of, tuple(closures)))


@functools.lru_cache(maxsize=1024)
def open_days(of: str, closures: tuple[str, ...] = YEAR_END) -> tuple[dt.date, ...]:
    """The business days that `working_days` counts, in order."""
    year = index(of) // 12
    shut = public_holidays(year) | closure_days(closures, year)
    return tuple(day for day in days(of) if day.weekday() < 5 and day not in shut)


def _closed(text: str) -> Iterator[dt.date]:
    """Days of a closure that happens once."""
    found = _parts(text)
    if found[0] is not None:
        first = _day(text, found[0], found[1], found[2])
        last = _day(text, found[3] or found[0], found[4], found[5])
        if not first <= last <= first + dt.timedelta(366):
            raise InputError("bad-closure", text, text=text)
        yield from _range_of_days(first, last)


def _closed_yearly(text: str, year: int) -> Iterator[dt.date]:
    """Days within ``year`` of a closure of every year; one that crosses the turn of the year has days at both ends."""
    found = _parts(text)
    if found[0] is not None:
        return
    for start in (year - 1, year):
        crosses = (found[4], found[5]) < (found[1], found[2])
        first, last = _day(text, start, found[1], found[2]), _day(text, start + crosses, found[4], found[5])
        yield from (day for day in _range_of_days(first, last) if day.year == year)


def _parts(text: str) -> tuple[int | None, int, int, int | None, int, int]:
    found = _CLOSURE.fullmatch(text.strip())
    if found is None or (found[4] and not found[1]):
        raise InputError("bad-closure", text, text=text)
    year, end_year = (int(part) if part else None for part in (found[1], found[4]))
    return year, int(found[2]), int(found[3]), end_year, int(found[5] or found[2]), int(found[6] or found[3])


def _day(text: str, year: int, number: int, day: int) -> dt.date:
    """29 February stands for the 28th where a year has none."""
    try:
        return dt.date(year, number, 28 if (number, day) == (2, 29) and not _calendar.isleap(year) else day)
    except ValueError as error:
        raise InputError("bad-closure", text, text=text) from error


def _range_of_days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(count) for count in range((last - first).days + 1))
