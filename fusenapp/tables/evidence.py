"""What the values of a column say together about each other: day or month first, points and commas, days as plain numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fusenapp.tables.formats import GENERAL, Meaning
from fusenapp.tables.grid import CellError, Quoted, Value
from fusenapp.tables.values import Reading, read_text

_POINT_THOUSANDS = re.compile(r"[+\-]?[1-9]\d{0,2}(\.\d{3})+")
_DAY_NAME = re.compile(r"(年月日|日付|日時|日|date|day)$", re.IGNORECASE)
_TOLD = (("short-years", "short-year"), ("number-writing", "minus-after"), ("digits-lost", "exponent"), ("rounded", "about"))
_PER_DAY = {"時間": 24.0, "分": 1440.0, "秒": 86400.0}
_SERIALS = range(25_000, 65_000)
"""Excel's numbers of the days from 1968 to 2077."""


@dataclass(frozen=True)
class Raw:
    """A distinct value of a column: the cell's value, what its format says, how often it occurs."""

    value: Value
    meaning: Meaning = GENERAL
    count: int = 1


@dataclass
class Evidence:
    """One reading per raw value, and what is doubtful about them: code → indices."""

    readings: list[Reading]
    doubts: dict[str, list[int]] = field(default_factory=dict)

    def indices(self, *notes: str) -> list[int]:
        """Which readings carry one of the notes."""
        return [index for index, reading in enumerate(self.readings) if reading.note in notes]


def weigh(label: str, unit: str, raws: Sequence[Raw]) -> Evidence:
    """Read every value, first by itself, then in the light of the others.

    Args:
        label: the column's name, last level.
        unit: the unit that the header states, or empty.
        raws: the distinct values.
    """
    found = Evidence([_reading(raw, unit) for raw in raws])
    notes = {reading.note for reading in found.readings}
    if "date-order" in notes:
        _order_of_dates(found)
    if any(isinstance(raw.value, str) and "." in raw.value for raw in raws):
        _commas_and_points(found, raws)
    _numbers_as_days(label, found, raws)
    for code, note in _TOLD:
        if note in notes and (hits := [index for index in found.indices(note) if isinstance(raws[index].value, str)]):
            found.doubts.setdefault(code, []).extend(hits)
    return found


def _reading(raw: Raw, unit: str) -> Reading:
    value = raw.value
    if isinstance(value, CellError):
        return Reading("error", str(value))
    if isinstance(value, str):
        reading = read_text(value)
        return replace(reading, zeros=True) if isinstance(value, Quoted) and reading.kind == "number" else reading
    if isinstance(value, bool):
        return Reading("boolean", value)
    if isinstance(value, dt.datetime):
        return Reading("date", value.date(), note="time" if value.time() != dt.time() else "")
    if isinstance(value, dt.date):
        is_month = raw.meaning.kind == "month" and value.day == 1
        return Reading("month", f"{value:%Y-%m}", note="date") if is_month else Reading("date", value)
    return Reading("text", f"{value:%H:%M}") if isinstance(value, dt.time) else _number(value, raw.meaning, unit)


def _number(value: int | float, meaning: Meaning, unit: str) -> Reading:
    """A number as its format shows it: 0.81 in 0% and 81 in 0"%" are the same, 1,200,000 in #,##0,"千円" is 1,200."""
    if meaning.kind == "percent":
        return Reading("percent", value, "%")
    if meaning.unit in ("%", "％"):
        return Reading("percent", value / 100, "%")
    if meaning.kind == "duration":
        return Reading("number", _whole(round(value * _PER_DAY[meaning.unit], 6)), meaning.unit)
    if meaning.mask:
        return Reading("number", value, zeros=isinstance(value, int) and value >= 0)
    scale = meaning.scaled(meaning.unit or unit)
    value = _whole(value / scale) if scale != 1 else value
    return Reading("money" if meaning.kind == "money" else "number", value, meaning.unit)


def _whole(number: float) -> int | float:
    return int(number) if number.is_integer() else number


def _order_of_dates(found: Evidence) -> None:
    """One 25/06/2026 says that 03/04/2026 is in April; where nothing says so, the order is doubtful."""
    open_, day, month = found.indices("date-order"), found.indices("day-first"), found.indices("month-first")
    for index in open_:
        reading = found.readings[index]
        if day and not month:
            found.readings[index] = Reading("date", reading.value.replace(month=reading.value.day, day=reading.value.month))
        elif month and not day:
            found.readings[index] = Reading("date", reading.value)
    if open_ and bool(day) == bool(month):
        found.doubts["date-order"] = open_


def _commas_and_points(found: Evidence, raws: Sequence[Raw]) -> None:
    """One 1.234,5 says that the column is written with decimal commas; a lone 1.200 among whole numbers leaves it open."""
    texts = [index for index, raw in enumerate(raws) if isinstance(raw.value, str)]
    if found.indices("comma"):
        odd = []
        for index in texts:
            reading = read_text(str(raws[index].value).replace(".", "").replace(",", "."))
            if reading.kind in ("number", "money", "percent"):
                found.readings[index] = reading
                odd.append(index)
        found.doubts["number-writing"] = odd
        return
    points = [index for index in texts if found.readings[index].kind in ("number", "money") and "." in str(raws[index].value)]
    wholes = [index for index in texts if found.readings[index].kind == "number" and isinstance(found.readings[index].value, int)]
    plain = [index for index in wholes if index not in points and str(raws[index].value) != "0"]
    if points and plain and all(_POINT_THOUSANDS.fullmatch(str(raws[index].value).strip()) for index in points):
        found.doubts["number-writing"] = points


def _numbers_as_days(label: str, found: Evidence, raws: Sequence[Raw]) -> None:
    """46116 in a column of dates, or in one called …日, is the day by Excel's count whose format was lost."""
    plain = [index for index, reading in enumerate(found.readings) if _is_serial(reading, raws[index])]
    if not plain:
        return
    others = [index for index, reading in enumerate(found.readings) if reading.kind not in ("missing", "pending", "error")]
    days = sum(raws[index].count for index in others if found.readings[index].kind == "date")
    numbers = sum(raws[index].count for index in plain)
    all_days = bool(_DAY_NAME.search(label)) and len(plain) + sum(found.readings[i].kind == "date" for i in others) == len(others)
    if not all_days and days < 4 * numbers:
        return
    for index in plain:
        day = dt.date(1899, 12, 30) + dt.timedelta(days=int(found.readings[index].value))
        found.readings[index] = Reading("date", day)
    found.doubts["serial-dates"] = plain


def _is_serial(reading: Reading, raw: Raw) -> bool:
    if reading.kind != "number" or reading.unit or raw.meaning.kind not in ("general", "number"):
        return False
    whole = isinstance(reading.value, int) and not reading.zeros and "," not in str(raw.value)
    return whole and reading.value in _SERIALS
