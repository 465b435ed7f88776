"""Raw values of one column → its type, its unit and typed values; what does not fit is told, never guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fusenapp.tables import words
from fusenapp.tables.column_kinds import HIGHEST_RATE, MOSTLY, NUMBERS, RATE_NAME, Deciding, Wish
from fusenapp.tables.evidence import Raw, weigh
from fusenapp.tables.values import Reading

_DIALLED = re.compile(r"(電話|tel$|fax|携帯|phone)", re.IGNORECASE)
_FIGURES = ("integer", "number", "percent", "money")
_MATTERS = {
    **dict.fromkeys(("date-order", "short-years", "serial-dates"), ("date", "month")),
    **dict.fromkeys(("number-writing", "rounded"), _FIGURES),
    "digits-lost": (*_FIGURES, "text"),
}
"""For which types of column a doubt about its values matters."""


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


def type_column(name: str, header_unit: str, raws: Sequence[Raw], wish: Wish, *, text_source: bool = False) -> Typed:
    """Settle the type of a column.

    Args:
        name: the column's name, for what it says about units and rates.
        header_unit: the unit that the header states, or empty.
        raws: the distinct values.
        wish: what is settled already.
        text_source: all values are text because the file is (csv), so text digits say nothing about identifiers.
    """
    unit = wish.unit if wish.unit is not None else header_unit
    evidence = weigh(name.rsplit("›", 1)[-1], unit, raws)
    column = _Column(name, unit, raws, evidence.readings, wish, text_source)
    kind = wish.type or column.decide()
    return column.convert(kind, evidence.doubts)


class _Column(Deciding):
    def convert(self, kind: str, doubts: Mapping[str, Sequence[int]]) -> Typed:
        """All values in the decided type, with the doubts that matter for it."""
        typed = Typed(kind, self._final_unit(kind), [None] * len(self._raws))
        for index, (raw, reading) in enumerate(zip(self._raws, self._readings, strict=True)):
            typed.values[index] = self._one(kind, raw, reading, typed, index)
        for code, indices in doubts.items():
            if indices and kind in _MATTERS[code]:
                typed.doubts[code] = list(indices)
        if kind == "text":
            self._tell_mixture(typed)
        elif kind == "integer" and _DIALLED.search(self._label):
            self._tell_lost_zeros(typed)
        self._check_rate(kind, typed)
        return typed

    def _tell_mixture(self, typed: Typed) -> None:
        """A column of words that holds mostly numbers or dates: said, since somebody may expect figures."""
        present = [i for i, r in enumerate(self._readings) if r.kind not in ("missing", "pending", "error")]
        total = sum(self._raws[index].count for index in present)
        bare = [index for index in present if self._readings[index].kind == "day-only"]
        if bare and sum(self._raws[index].count for index in bare) >= MOSTLY * total and not self._wish.type:
            typed.doubts["year-unknown"] = bare
        if self._wish.type or self._is_identifier():
            return
        figures = [index for index in present if self._readings[index].kind in (*NUMBERS, "date")]
        share = sum(self._raws[index].count for index in figures)
        if 0.5 * total <= share < total:
            known = set(figures)
            typed.doubts["mixed-column"] = [index for index in present if index not in known]

    def _tell_lost_zeros(self, typed: Typed) -> None:
        """Telephone numbers kept as numbers: 0312345678 has become 312345678."""
        lost = [index for index, r in enumerate(self._readings) if r.kind == "number" and r.value > 10**8]
        if lost:
            typed.doubts["leading-zeros"] = lost

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
        if reading.note == "time" and kind == "date":
            typed.doubts.setdefault("times-dropped", []).append(index)
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
        if raw.meaning.mask and isinstance(value, int):
            return raw.meaning.masked(value)
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
        return self._scaled(reading) if reading.kind in NUMBERS else None

    def _scaled(self, reading: Reading) -> int | float:
        """``300万円`` under a header in 千円 → 3000."""
        scale = {"千円": 1e3, "万円": 1e4, "百万円": 1e6, "億円": 1e8}.get(self._unit, 1)
        if scale == 1 or reading.unit != "円" or reading.kind != "money":
            return reading.value
        value = reading.value / scale
        return int(value) if value == int(value) else value

    def _as_percent(self, raw: Raw, reading: Reading) -> float | None:
        """Fractions; plain numbers are points under a header in %, or where they can hardly be a fraction."""
        if reading.kind == "percent":
            return float(reading.value)
        if reading.kind != "number":
            return None
        points = self._unit in ("%", "％") or abs(reading.value) > HIGHEST_RATE
        return reading.value / 100 if points else float(reading.value)

    def _check_rate(self, kind: str, typed: Typed) -> None:
        """A rate without % anywhere, or here and there only: fractions or points? Said, not settled."""
        if kind == "percent" and self._unit not in ("%", "％"):
            bare = [index for index, reading in enumerate(self._readings) if reading.kind == "number" and reading.value != 0]
            if bare:
                typed.doubts["rate-scale"] = bare
        if kind not in ("number", "integer") or self._unit or not RATE_NAME.search(self._label):
            return
        numbers = [abs(value) for value in typed.values if value is not None]
        if numbers and max(numbers) > HIGHEST_RATE:
            typed.doubts["rate-scale"] = []
