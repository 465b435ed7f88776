"""Dates that stand in two, three or four cells, (era,) year, month and day, become one column beside them.

The cells keep their own columns. A year without its era that could be of any is left alone, and told.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fusenapp.tables.dates import ERAS, parse_moment

_YEAR, _MONTH, _DAY, _ERA = "年", "月", "日", "年号"
_PARTS = {
    "年": _YEAR, "年度": _YEAR, "西暦": _YEAR, "和暦": _YEAR, "year": _YEAR, "月": _MONTH, "month": _MONTH, "日": _DAY, "day": _DAY,
    "年号": _ERA, "元号": _ERA, "era": _ERA,
}  # fmt: skip
_WORD = r"(年号|元号|年|月|日|year|month|day|era)"
_HELD = re.compile(rf"^(.*?)\s*\(\s*{_WORD}\s*\)$|^(.*?)[_・›]{_WORD}$", re.IGNORECASE)
DATE_NAME, MONTH_NAME = "年月日", "年月"
"""What the new column is called where the cells have no heading in common."""


@dataclass(frozen=True)
class Found:
    """A date made of several columns.

    Attributes:
        name: of the new column: the common heading, or `DATE_NAME`.
        at: positions of its columns, in order.
        type: ``date``, or ``month`` where no day is given.
        values: ``datetime.date``, or ``"2026-04"``; None where a part is missing or no such day exists.
        wrong: rows whose parts are all there and make no day.
    """

    name: str
    at: tuple[int, ...]
    type: str
    values: list[Any]
    wrong: list[int]


def split_dates(names: Sequence[str], values: Callable[[int], Sequence[Any]]) -> list[Found]:
    """The dates among the columns of a table, from left to right.

    Args:
        names: of the columns; levels joined by ``›``.
        values: typed values of a column by its position.
    """
    found = (_date(name, run, values) for name, run in _runs(names))
    taken = set(names)
    return [each for each in found if each is not None and each.name not in taken]


def _runs(names: Sequence[str]) -> Iterator[tuple[str, dict[str, int]]]:
    """Neighbours that are (era,) year, month (and day) of one heading."""
    parts = [_part(name) for name in names]
    at = 0
    while at < len(parts):
        for order in ((_ERA, _YEAR, _MONTH, _DAY), (_YEAR, _MONTH, _DAY), (_ERA, _YEAR, _MONTH), (_YEAR, _MONTH)):
            run = parts[at : at + len(order)]
            if [part for _, part in run] == list(order) and len({head for head, _ in run}) == 1:
                yield run[0][0], {part: at + index for index, part in enumerate(order)}
                at += len(order) - 1
                break
        at += 1


def _part(name: str) -> tuple[str, str]:
    """(heading in common, part) of a column's name; the part is empty if it is none."""
    plain = unicodedata.normalize("NFKC", name).strip()
    if part := _PARTS.get(plain.casefold()):
        return "", part
    match = _HELD.match(plain)
    if not match:
        return name, ""
    head, part = (match[1], match[2]) if match[2] else (match[3], match[4])
    return head.strip(), _PARTS.get(part.casefold(), "")


def _date(name: str, run: dict[str, int], values: Callable[[int], Sequence[Any]]) -> Found | None:
    columns = {part: values(at) for part, at in run.items()}
    rows = list(zip(*columns.values(), strict=True))
    made = [_made(dict(zip(columns, row, strict=True))) for row in rows]
    given = [all(_said(value) for value in row) for row in rows]
    good = sum(value is not None for value in made)
    if not good or good < 0.8 * sum(given):
        return None  # years of an unknown era, or figures that are no dates
    wrong = [row for row, (value, whole) in enumerate(zip(made, given, strict=True)) if whole and value is None]
    full = _DAY in run
    return Found(name or (DATE_NAME if full else MONTH_NAME), tuple(run.values()), "date" if full else "month", made, wrong)


def _made(parts: dict[str, Any]) -> Any:
    """A date or month out of the parts of one row."""
    year, month = _year(parts.get(_ERA), parts[_YEAR]), _number(parts[_MONTH])
    if year is None or month is None or not 1 <= month <= 12:
        return None
    if _DAY not in parts:
        return f"{year:04d}-{month:02d}"
    day = _number(parts[_DAY])
    try:
        return dt.date(year, month, day) if day is not None else None
    except ValueError:
        return None


def _year(era: Any, year: Any) -> int | None:
    """A year of our reckoning; an era's year needs its era, in its own cell or before it."""
    if era is not None:
        name, number = unicodedata.normalize("NFKC", str(era)).strip().casefold(), _number(year)
        number = 1 if str(year).strip().startswith("元") else number
        start = ERAS.get(name)
        return start + number if start is not None and number is not None else None
    number = _number(year)
    if number is not None:
        return number if 1868 <= number <= 2200 else None
    moment = parse_moment(str(year)) if year is not None else None
    return moment.year if moment is not None and moment.month is None else None


def _number(value: Any) -> int | None:
    """The whole number in ``6``, ``"6月"``, ``"６"``; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return int(value) if float(value).is_integer() else None
    match = re.fullmatch(r"(\d{1,4})\s*[年月日]?", unicodedata.normalize("NFKC", str(value)).strip())
    return int(match[1]) if match else None


def _said(value: Any) -> bool:
    return value is not None and str(value).strip() != ""
