"""Raw values of one column → its type, its unit and typed values; what does not fit is told, never guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from fusenapp.tables import words
from fusenapp.tables.formats import GENERAL, Meaning
from fusenapp.tables.grid import CellError, Value
from fusenapp.tables.values import Reading, read_text

_IDENTIFIER = re.compile(r"(電話|tel|fax|携帯|郵便|〒|zip|postal|phone|法人番号|口座|証券コード|コード$|code$)", re.IGNORECASE)
_RATE_NAME = re.compile(r"(率|比|割合|シェア|rate|ratio|share|%|％|CTR|CVR)(\(.*\)|（.*）)?$", re.IGNORECASE)
_MONTH_NUMBERS = re.compile(r"(対象|計上|売上|実績)?月(度|次)?|month")
_TRUE_FALSE = 0.98
_MOSTLY = 0.8
_NUMBERS = ("number", "percent", "money")


@dataclass(frozen=True)
class Raw:
    """A distinct value of a column: the cell's value, what its format says, how often it occurs."""

    value: Value
    meaning: Meaning = GENERAL
    count: int = 1


@dataclass
class Typed:
    """A column's type, unit and one typed value (or None) per distinct raw value.

    Attributes:
        doubts: code → indices of the raw values that it is about.
        dropped: indices of raw values that are there but became missing (marks, errors, misfits).
    """

    type: str
    unit: str
    values: list[Any]
    doubts: dict[str, list[int]] = field(default_factory=dict)
    dropped: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Wish:
    """What the user or a recipe has settled about a column; None where it is left to the reader."""

    type: str | None = None
    unit: str | None = None
    year: int | None = None
    """Year for dates that do not say one (fiscal year when ``fiscal``)."""
    fiscal: bool = False


def type_column(name: str, header_unit: str, raws: Sequence[Raw], wish: Wish, *, text_source: bool = False) -> Typed:
    """Settle the type of a column.

    Args:
        name: the column's name, for what it says about units and rates.
        header_unit: the unit that the header states, or empty.
        raws: the distinct values.
        wish: what is settled already.
        text_source: all values are text because the file is (csv), so text digits say nothing about identifiers.
    """
    readings = [_reading(raw) for raw in raws]
    column = _Column(name, wish.unit if wish.unit is not None else header_unit, raws, readings, wish, text_source)
    kind = wish.type or column.decide()
    return column.convert(kind)


def _reading(raw: Raw) -> Reading:
    value, meaning = raw.value, raw.meaning
    if isinstance(value, CellError):
        return Reading("error", str(value))
    if isinstance(value, str):
        return read_text(value)
    if isinstance(value, bool):
        return Reading("boolean", value)
    if isinstance(value, dt.datetime):
        return Reading("date", value.date(), note="time" if value.time() != dt.time() else "")
    if isinstance(value, dt.date):
        return (
            Reading("month", f"{value:%Y-%m}", note="date")
            if meaning.kind == "month" and value.day == 1
            else Reading("date", value)
        )
    if isinstance(value, dt.time):
        return Reading("text", f"{value:%H:%M}")
    if meaning.kind == "percent":
        return Reading("percent", value, "%")
    if meaning.kind == "money":
        return Reading("money", value, meaning.unit)
    return Reading("number", value, meaning.unit)


class _Column:
    def __init__(self, name: str, unit: str, raws: Sequence[Raw], readings: list[Reading], wish: Wish, text_source: bool) -> None:
        self._name = name
        self._label = name.rsplit("›", 1)[-1]
        self._unit = unit
        self._raws = raws
        self._readings = readings
        self._wish = wish
        self._text_source = text_source
        self._counts: Counter[str] = Counter()
        for raw, reading in zip(raws, readings, strict=True):
            self._counts[self._class(raw, reading)] += raw.count

    @staticmethod
    def _class(raw: Raw, reading: Reading) -> str:
        return (
            "number"
            if reading.kind in _NUMBERS
            else "month"
            if reading.kind == "month-only"
            else "date"
            if reading.kind == "day-only"
            else reading.kind
        )

    def decide(self) -> str:
        """The type that most values have; text where no type has enough."""
        counts = self._counts
        present = sum(count for kind, count in counts.items() if kind not in ("missing", "pending", "error"))
        if present == 0:
            return "number" if counts["error"] else "text"
        if counts["boolean"] == present and self._is_check():
            return "boolean"
        if counts["boolean"] >= _TRUE_FALSE * present and self._is_check():
            return "boolean"
        if self._is_identifier():
            return "text"
        return self._by_share(counts, present)

    def _by_share(self, counts: Counter[str], present: int) -> str:
        dates, months, numbers = counts["date"], counts["month"], counts["number"]
        if numbers and dates and self._compact_dates(dates, numbers):
            return "number"
        if dates >= _MOSTLY * present or (dates and dates + months >= 0.95 * present):
            return "date"
        if months >= 0.95 * present:
            return "month"
        years = counts["year"] + self._bracket_years()
        if years == present:
            return "integer"
        if numbers >= _MOSTLY * present and self._misfits_are_few(present - numbers):
            return "month" if self._are_month_numbers() else self._number_type()
        return "text"

    def _compact_dates(self, dates: int, numbers: int) -> bool:
        """Eight digits such as 20261120 among other numbers are numbers."""
        compact = sum(raw.count for raw, reading in zip(self._raws, self._readings, strict=True) if reading.note == "compact")
        return compact == dates and numbers > 0

    def _bracket_years(self) -> int:
        """``(2010)`` among nothing but such years is no negative number."""
        found = 0
        for raw, reading in zip(self._raws, self._readings, strict=True):
            if (
                reading.note == "brackets"
                and isinstance(reading.value, int)
                and 1800 <= -reading.value <= 2200
                and "," not in str(raw.value)
            ):
                found += raw.count
        return found

    def _is_check(self) -> bool:
        """Truth values in one writing; two or more words such as 済 and 可 together are categories."""
        texts = {
            words.normal(raw.value)
            for raw, r in zip(self._raws, self._readings, strict=True)
            if r.kind == "boolean" and isinstance(raw.value, str)
        }
        return len(texts) <= 4

    def _is_identifier(self) -> bool:
        zeros = any(reading.zeros for reading in self._readings)
        if zeros and not self._unit:
            return True
        texts = sum(raw.count for raw in self._raws if isinstance(raw.value, str))
        return bool(_IDENTIFIER.search(self._label)) and texts > 0 and not self._unit

    def _misfits_are_few(self, misfits: int) -> bool:
        """Words that come again and again are categories, so the column is text; single slips are listed."""
        odd = [
            raw.count
            for raw, r in zip(self._raws, self._readings, strict=True)
            if r.kind in ("text", "boolean", "date", "month", "year", "month-only", "day-only")
        ]
        total = sum(self._counts.values())
        return not odd or (max(odd) <= max(2, total // 500) and misfits <= max(2, total // 20))

    def _are_month_numbers(self) -> bool:
        """A column called 月 with 1 to 12 in it, where the year is known."""
        values = [reading.value for reading in self._readings if reading.kind in _NUMBERS]
        whole = all(isinstance(value, int) and 1 <= value <= 12 for value in values)
        return bool(whole and self._wish.year and _MONTH_NUMBERS.fullmatch(words.normal(self._label)))

    def _number_type(self) -> str:
        numbers = [reading for reading in self._readings if reading.kind in _NUMBERS]
        percents = sum(raw.count for raw, r in zip(self._raws, self._readings, strict=True) if r.kind == "percent")
        if self._unit in ("%", "％") or percents > 0.6 * self._counts["number"]:
            return "percent"
        if self._unit in words.MONEY_UNITS or any(reading.kind == "money" for reading in numbers):
            return "money"
        return "integer" if all(isinstance(reading.value, int) for reading in numbers) else "number"

    def convert(self, kind: str) -> Typed:
        """All values in the decided type."""
        typed = Typed(kind, self._final_unit(kind), [None] * len(self._raws))
        for index, (raw, reading) in enumerate(zip(self._raws, self._readings, strict=True)):
            typed.values[index] = self._one(kind, raw, reading, typed, index)
        self._check_rate(kind, typed)
        return typed

    def _final_unit(self, kind: str) -> str:
        if kind == "percent":
            return "%"
        if kind not in ("integer", "number", "money"):
            return ""
        if self._unit:
            return self._unit
        units = Counter[str]()
        for raw, reading in zip(self._raws, self._readings, strict=True):
            if reading.kind in ("number", "money") and reading.unit:
                units[reading.unit] += raw.count
        return units.most_common(1)[0][0] if len(units) == 1 else ""

    def _one(self, kind: str, raw: Raw, reading: Reading, typed: Typed, index: int) -> Any:
        if reading.kind == "error":
            return self._drop(typed, index, "error-values")
        if kind == "text":
            return self._text(raw, reading, typed, index)
        if reading.kind in ("missing", "pending"):
            self._marked(raw, reading, typed, index)
            return None
        value = getattr(self, f"_as_{kind}")(raw, reading)
        if value is None:
            return self._drop(typed, index, "not-a-" + ("number" if kind in ("integer", "number", "percent", "money") else kind))
        if reading.note in ("date-order", "time") and kind == "date":
            typed.doubts.setdefault("date-order" if reading.note == "date-order" else "times-dropped", []).append(index)
        return value

    def _drop(self, typed: Typed, index: int, code: str) -> None:
        typed.doubts.setdefault(code, []).append(index)
        typed.dropped.append(index)

    def _marked(self, raw: Raw, reading: Reading, typed: Typed, index: int) -> None:
        typed.dropped.append(index)
        if reading.kind == "pending":
            typed.doubts.setdefault("pending", []).append(index)
        elif isinstance(raw.value, str) and words.normal(raw.value) in words.PLACEHOLDERS:
            typed.doubts.setdefault("placeholder", []).append(index)

    def _text(self, raw: Raw, reading: Reading, typed: Typed, index: int) -> str | None:
        value = raw.value
        if isinstance(value, str):
            if words.is_missing_text(value):
                self._marked(raw, Reading("missing"), typed, index)
                return None
            return value.strip(" \u3000\t\r\n")
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, dt.date):
            return value.isoformat()[:10]
        return str(reading.value) if not isinstance(value, float) else repr(value)

    def _as_boolean(self, raw: Raw, reading: Reading) -> bool | None:
        if reading.kind == "boolean":
            return reading.value
        return bool(reading.value) if reading.kind == "number" and reading.value in (0, 1) else None

    def _as_date(self, raw: Raw, reading: Reading) -> dt.date | None:
        if reading.kind == "date":
            return reading.value
        if reading.kind == "month":
            return dt.date(int(reading.value[:4]), int(reading.value[5:]), 1)
        if reading.kind == "day-only" and self._wish.year:
            month, day = reading.value
            return dt.date(self._year_of(month), month, day)
        if (
            reading.kind == "number"
            and isinstance(reading.value, int)
            and 20_000 < reading.value < 80_000
            and self._wish.type == "date"
        ):
            return dt.date(1899, 12, 30) + dt.timedelta(days=reading.value)
        return None

    def _as_month(self, raw: Raw, reading: Reading) -> str | None:
        if reading.kind == "month":
            return reading.value
        if reading.kind == "date":
            return f"{reading.value:%Y-%m}"
        month = reading.value if reading.kind in ("month-only", "number") else None
        if isinstance(month, int) and 1 <= month <= 12:
            return f"{self._year_of(month)}-{month:02d}" if self._wish.year else f"{month}月"
        return None

    def _year_of(self, month: int) -> int:
        year = self._wish.year or 0
        return year + 1 if self._wish.fiscal and month < 4 else year

    def _as_integer(self, raw: Raw, reading: Reading) -> int | None:
        if reading.kind == "year":
            return reading.value
        value = self._as_number(raw, reading)
        if value is None or value != int(value):
            return None
        return -int(value) if reading.note == "brackets" and 1800 <= -value <= 2200 and self._bracket_years() else int(value)

    def _as_number(self, raw: Raw, reading: Reading) -> int | float | None:
        if reading.kind == "number" or reading.kind == "percent":
            return reading.value
        return self._scaled(reading) if reading.kind == "money" else None

    def _as_money(self, raw: Raw, reading: Reading) -> int | float | None:
        if reading.kind == "percent":
            return None
        return self._scaled(reading) if reading.kind in _NUMBERS else None

    def _scaled(self, reading: Reading) -> int | float:
        """``300万円`` under a header in 千円 → 3000."""
        scale = {"千円": 1e3, "万円": 1e4, "百万円": 1e6, "億円": 1e8}.get(self._unit, 1)
        if scale == 1 or reading.unit != "円" or reading.kind != "money":
            return reading.value
        value = reading.value / scale
        return int(value) if value == int(value) else value

    def _as_percent(self, raw: Raw, reading: Reading) -> float | None:
        """Fractions; plain numbers under a header in % are points."""
        if reading.kind == "percent":
            return float(reading.value)
        if reading.kind != "number":
            return None
        return reading.value / 100 if self._unit in ("%", "％") else float(reading.value)

    def _check_rate(self, kind: str, typed: Typed) -> None:
        """A rate without % anywhere: fractions or points? Said, not settled."""
        if kind not in ("number", "integer") or self._unit or not _RATE_NAME.search(self._label):
            return
        numbers = [abs(value) for value in typed.values if value is not None]
        if numbers and max(numbers) > 1.5:
            typed.doubts["rate-scale"] = []
