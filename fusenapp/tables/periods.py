"""Months in headers and labels, the words for target and actual, and the years that go with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from fusenapp.tables import words
from fusenapp.tables.dates import month_number, parse_moment
from fusenapp.tables.places import LEVEL

SERIES = {
    "target": r"(単月|当月|月次|年間|当初|修正)?の?(目標|計画|予算|ノルマ|target|plan|budget|goal)(値|数|額)?",
    "actual": r"(単月|当月|月次|当年|今年度?|本年度?)?の?(実績|結果|実数|actual|result)(値|数|額)?",
    "forecast": r"(着地)?(見込み?|予測|予想|着地|forecast|outlook)(値|数|額)?",
    "previous": r"(前年|昨年|前年度|昨年度|前年同月|前期)(同月|同期)?(実績|値|度)?|lastyear|previousyear",
    "achievement": r"(単月|当月|月次)?(目標|計画|予算)?(達成率|達成度|進捗率|消化率|achievement(rate)?|attainment)"
    r"|(対)?(予算|計画|目標|予実)比(率)?",
    "difference": r"(予実|目標|計画|予算)?(差異?|乖離|差額|過不足|difference|variance|gap)",
    "cumulative": r"(累計|累積|期首来|年初来|ytd)(の)?.{1,8}",
    "growth": r"(対)?(前年|昨年|前年度|前年同月|前年同期|前月|前期)(同月|同期)?(比|増減率?|伸び?率|差)(率)?|伸び?率"
    r"|成長率|増減[率数]|yoy|mom|growth(rate)?",
}
_SERIES = {name: re.compile(pattern) for name, pattern in SERIES.items()}
_MONTH_AND_SERIES = re.compile(r"(.*\d\s*月(?:度|分)?)[\s_・/(\[]*(.+?)[)\]]*")
_SHORT = {"実": "actual", "予": "forecast", "見": "forecast", "計": "target", "目": "target"}
_FISCAL = re.compile(r"年度|fy", re.IGNORECASE)
_FISCAL_START = 4
_MOST_COLUMNS = 2_000
"""A hundred years of months, or twenty with several series; what is wider is no sheet of months."""
ACTUAL_LIKE = ("actual", "achievement", "difference", "growth")
"""Series that do not exist yet for months to come."""


@lru_cache(maxsize=8192)
def series_of(label: str) -> str | None:
    """``目標`` → ``"target"``, ``達成率（％）`` → ``"achievement"``; None for other words."""
    word = re.sub(r"[((\[].*?[)\])]", "", unicodedata.normalize("NFKC", label))
    word = words.normal(word)
    return next((name for name, pattern in _SERIES.items() if pattern.fullmatch(word)), None)


@dataclass(frozen=True)
class MonthColumn:
    """A column that stands for one month: its index, ``"2026-04"`` (or ``"4月"`` without a year) and its series."""

    index: int
    month: str
    series: str | None = None


def month_columns(names: Sequence[str], year: int | None) -> list[MonthColumn]:
    """The columns whose header is a month, with years filled in.

    Args:
        names: column names, levels joined with ``›``.
        year: the (fiscal) year in which the first month lies, where headers do not say it.
    """
    if len(names) > _MOST_COLUMNS:
        return []
    found: list[tuple[int, int | None, int, str | None]] = []
    for index, name in enumerate(names):
        told = _month_of(name)
        if told is not None:
            found.append((index, *told))
    return _with_years(found or _bare_months(names), year)


def _bare_months(names: Sequence[str]) -> list[tuple[int, int | None, int, str | None]]:
    """``4``, ``5``, ``6`` … as headings: at least three numbers that follow each other like months."""
    found: list[tuple[int, int | None, int, str | None]] = []
    for index, name in enumerate(names):
        *outer, last = name.split(LEVEL)
        word = words.normal(re.sub(r"_\d+$", "", last))
        number = int(word) if re.fullmatch(r"0?[1-9]|1[0-2]", word) else None
        if number is None:
            continue
        told = [moment.year for level in outer if (moment := parse_moment(level)) is not None]
        found.append((index, told[-1] if told else None, number, None))
    follow = all(after[2] == before[2] % 12 + 1 for before, after in pairwise(found))
    return found if len(found) >= 3 and follow else []


def _month_of(name: str) -> tuple[int | None, int, str | None] | None:
    """(year or None, month, series or None) of a header."""
    year, month, series, fiscal = None, None, None, False
    for level in name.split(LEVEL):
        word = re.sub(r"_\d+$", "", level)
        match = _MONTH_AND_SERIES.fullmatch(unicodedata.normalize("NFKC", word).strip())
        if match and (told := series_of(match[2]) or _SHORT.get(match[2])) is not None:
            word, series = match[1], told
        number = month_number(word)
        moment = parse_moment(word)
        if number is not None:
            month = number
        elif moment is not None and moment.month is not None and (moment.day is None or moment.day == 1):
            year, month = moment.year, moment.month
        elif moment is not None and moment.year is not None:
            year, fiscal = moment.year, _FISCAL.search(unicodedata.normalize("NFKC", word)) is not None
        else:
            series = series_of(word) or series
            if words.is_total_column(word) and not re.fullmatch(r"上期|下期|上半期|下半期|年間?|年度|通期", words.normal(word)):
                return None
    if month is None:
        return None
    return (year + 1 if fiscal and year is not None and month < _FISCAL_START else year), month, series


def _with_years(found: list[tuple[int, int | None, int, str | None]], year: int | None) -> list[MonthColumn]:
    result: list[MonthColumn] = []
    current, before, block = year, None, None
    first: dict[int, int | None] = {}
    for index, told, month, series in found:
        if told is not None:
            current = told
        elif series != block and month in first and month != before:
            current = first[month]  # the months begin anew under the next series
        elif current is not None and before is not None and month < before:
            current += 1
        before, block = month, series
        first.setdefault(month, current)
        result.append(MonthColumn(index, f"{current}-{month:02d}" if current is not None else f"{month}月", series))
    return result


def is_month_key(text: str) -> bool:
    """``"2026-04"``."""
    return bool(re.fullmatch(r"\d{4}-\d{2}", text))


def month_in(text: str, year: int | None) -> str:
    """The month that a name or title says: ``2026年9月度`` → ``"2026-09"``, ``9月`` with its (fiscal) year; empty if none or several."""
    word = unicodedata.normalize("NFKC", text).strip()
    number = month_number(word)
    if number is not None:
        return "" if year is None else f"{year + (number < _FISCAL_START)}-{number:02d}"
    written = [match[0].strip() for match in _MONTH_TEXT.finditer(word)]
    moments = [parse_moment(f"{text[:4]}-{text[4:]}" if text.isdecimal() else text) for text in written]
    keys = {f"{m.year}-{m.month:02d}" for m in moments if m is not None and m.year and m.month}
    return keys.pop() if len(keys) == 1 else ""


_MONTH_TEXT = re.compile(
    r"((19|20)\d{2}\s*[年./_-]\s*(1[0-2]|0?[1-9])(?!\d)\s*月?|(令和|平成|[rh])\s*\.?\s*(\d{1,2}|元)\s*[年./_-]\s*(1[0-2]|0?[1-9])(?!\d)\s*月?|20\d{2}(0[1-9]|1[0-2])(?!\d))",
    re.IGNORECASE,
)
