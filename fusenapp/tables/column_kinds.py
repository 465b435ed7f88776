"""What the values of a column decide about its type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fusenapp.tables import words
from fusenapp.tables.evidence import Raw
from fusenapp.tables.values import Reading

_IDENTIFIER = re.compile(
    r"(電話|tel$|tel[^a-z]|fax|携帯|郵便|〒|zip|postal|phone|法人番号|口座|証券コード|コード$|code$|^jan|^ean|isbn|型番|品番)", re.IGNORECASE
)
_FLAG = re.compile(r"(フラグ|flag|flg|有無|可否|要否|オプトイン|オプトアウト)$", re.IGNORECASE)
RATE_NAME = re.compile(r"(率|比|割合|シェア|rate|ratio|share|%|％|CTR|CVR)(\(.*\)|（.*）)?$", re.IGNORECASE)
_MONTH_NUMBERS = re.compile(r"(対象|計上|売上|実績)?月(度|次)?|month")
HIGHEST_RATE = 1.5
"""A rate without a sign that is higher than this is taken for points."""
_GOOD, _BEST = frozenset("○◯〇"), frozenset("◎")
"""◎ beside ○ is a grade, not a yes."""
_TRUE_FALSE = 0.98
MOSTLY = 0.8
NUMBERS = ("number", "percent", "money")


@dataclass(frozen=True)
class Wish:
    """What the user or a recipe has settled about a column; None where it is left to the reader."""

    type: str | None = None
    unit: str | None = None
    year: int | None = None
    """Year for dates that do not say one (fiscal year when ``fiscal``)."""
    fiscal: bool = False


class Deciding:
    """The values of one column, and what they decide about its type."""

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
            if reading.kind in NUMBERS
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
        if self._is_flag(present):
            return "boolean"
        if self._is_identifier():
            return "text"
        return self._by_share(counts, present)

    def _by_share(self, counts: Counter[str], present: int) -> str:
        dates, months, numbers = counts["date"], counts["month"], counts["number"]
        if numbers and dates and self._compact_dates(dates, numbers):
            return "number"
        if dates >= MOSTLY * present or (dates and dates + months >= 0.95 * present):
            return "date" if self._years_are_known(dates) else "text"
        if months >= 0.95 * present:
            return "month"
        years = counts["year"] + self._bracket_years()
        if years == present:
            return "text" if self._are_eras() else "integer"
        if numbers >= MOSTLY * present and self._misfits_are_few(present - numbers):
            return "month" if self._are_month_numbers() else self._number_type()
        return "text"

    def _years_are_known(self, dates: int) -> bool:
        """``4/1`` is a date only where something says the year."""
        bare = sum(raw.count for raw, r in zip(self._raws, self._readings, strict=True) if r.kind == "day-only")
        return bare <= (1 - MOSTLY) * dates or self._wish.year is not None

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

    def _are_eras(self) -> bool:
        """``平成30年``: the name of a year, kept as it is written."""
        return any(isinstance(raw.value, str) and raw.value.strip()[:1] in "明大昭平令" for raw in self._raws)

    def _is_check(self) -> bool:
        """Truth values in one writing; two or more words such as 済 and 可 together are categories."""
        texts = {
            words.normal(raw.value)
            for raw, r in zip(self._raws, self._readings, strict=True)
            if r.kind == "boolean" and isinstance(raw.value, str)
        }
        return len(texts) <= 4 and not (texts & _BEST and texts & _GOOD) and not ("x" in self._letters() and texts & {"y", "n"})

    def _letters(self) -> set[str]:
        """Lone letters in the column: X and Y are names, not marks."""
        return {words.normal(raw.value) for raw in self._raws if isinstance(raw.value, str) and len(raw.value) == 1}

    def _is_flag(self, present: int) -> bool:
        """1 and 0 beside TRUE and FALSE, or in a column that is called a flag."""
        ones = sum(
            raw.count
            for raw, r in zip(self._raws, self._readings, strict=True)
            if r.kind == "number" and r.value in (0, 1) and not r.unit
        )
        told = self._counts["boolean"] > 0 and self._is_check()
        return ones > 0 and ones + self._counts["boolean"] == present and (told or bool(_FLAG.search(self._label)))

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
        values = [reading.value for reading in self._readings if reading.kind in NUMBERS]
        whole = all(isinstance(value, int) and 1 <= value <= 12 for value in values)
        return bool(whole and self._wish.year and _MONTH_NUMBERS.fullmatch(words.normal(self._label)))

    def _number_type(self) -> str:
        numbers = [reading for reading in self._readings if reading.kind in NUMBERS]
        percents = sum(raw.count for raw, r in zip(self._raws, self._readings, strict=True) if r.kind == "percent")
        if self._unit in ("%", "％") or percents > 0.6 * self._counts["number"]:
            return "percent"
        if percents and RATE_NAME.search(self._label):
            return "percent"
        if self._unit in words.MONEY_UNITS or any(reading.kind == "money" for reading in numbers):
            return "money"
        return "integer" if all(isinstance(reading.value, int) for reading in numbers) else "number"
