"""What kind of thing a cell holds, as far as the layout of a sheet is concerned."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from fusenapp.tables import words
from fusenapp.tables.grid import CellError, Grid, Value
from fusenapp.tables.values import read_text

BLANK, TEXT, VALUE, HEADING, MARK, YEAR, ODD = "", "t", "v", "h", "m", "y", "o"
"""Nothing; words; a number, date or truth value; a year or month as in headings; a mark for a missing value; a number that may
be a year; words made of figures, such as a range or a telephone number."""

_BRACKET_YEAR = re.compile(r"[(（]\s*(?:19|20|１９|２０)[\d０-９]{2}\s*年?[)）]")
_DIALLED = re.compile(r"[+(]?\d[\d()\-‐−ー ]{3,}\d")
_RANGE = re.compile(
    r"[\d,.]+\s*\D{0,3}\s*[-~〜～−–]\s*[\d,.]*\s*\D{0,3}|約\s*[\d,.]+\s*\D{0,3}|\d+(,\d+)+"
    r"|[\d,.]+\s*\D{0,3}(以上|以下|未満|超|以内|程度|ほど|前後)"
)
_CHECKS = frozenset(
    {"○", "◯", "〇", "◎", "●", "×", "✓", "✔", "✕", "レ", "☑", "☐", "true", "false", "yes", "no", "はい", "いいえ"}
)


def kind_of(value: Value | None) -> str:
    """One of the kinds above."""
    if value is None:
        return BLANK
    if isinstance(value, CellError):
        return VALUE
    if isinstance(value, str):
        return _kind_of_text(value)
    if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2100:
        return YEAR
    return VALUE


def _kind_of_text(text: str) -> str:
    if len(text) < 8 and text.isascii() and text.isdecimal():
        return YEAR if 1900 <= int(text) <= 2100 else VALUE
    reading = read_text(text)
    if reading.kind in ("missing", "pending"):
        return MARK
    if reading.kind == "text":
        return _kind_of_digits(text)
    if reading.kind == "boolean":
        return VALUE if words.normal(text) in _CHECKS else TEXT
    if (
        reading.kind in ("month", "month-only", "year")
        or reading.unit in ("年", "歳", "才")
        or _BRACKET_YEAR.fullmatch(text.strip())
    ):
        return HEADING
    if reading.kind == "number" and reading.unit == "" and isinstance(reading.value, int) and 1900 <= reading.value <= 2100:
        return YEAR
    return VALUE


def _kind_of_digits(text: str) -> str:
    """``100〜299名``, ``約30``, ``03-1234-5678``: neither words nor a figure."""
    if len(text) > 24 or not any(character.isdigit() for character in text):
        return TEXT
    word = unicodedata.normalize("NFKC", text).strip()
    return ODD if _DIALLED.fullmatch(word) or _RANGE.fullmatch(word) else TEXT


def text_of(grid: Grid, row: int, column: int) -> str:
    """A cell as a heading: dates as ``2026-04`` or ISO, whole numbers plain, text cleaned."""
    value = grid.shown(row, column)
    if value is None:
        return ""
    if isinstance(value, str):
        return words.clean(value)
    if isinstance(value, dt.datetime | dt.date):
        return _heading_date(grid, row, column, value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _heading_date(grid: Grid, row: int, column: int, value: dt.date) -> str:
    day = value.date() if isinstance(value, dt.datetime) else value
    if day.day == 1 and (grid.meaning(row, column).kind == "month" or _first_days(grid, row, column)):
        return f"{day:%Y-%m}"
    return day.isoformat()


def _first_days(grid: Grid, row: int, column: int) -> bool:
    """The neighbours are first days of other months: the cells mean months."""
    near = [grid.get(row, column + step) for step in (-1, 1)]
    days = [value for value in near if isinstance(value, dt.date)]
    return bool(days) and all(value.day == 1 for value in days)
