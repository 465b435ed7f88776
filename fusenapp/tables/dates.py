"""Dates and months in Japanese and Western writing: 令和8年11月20日, R8.11.20, 2026/11/20, 2026年4月, 4月, Nov 20, 2026."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace

ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "明": 1867,
    "大": 1911,
    "昭": 1925,
    "平": 1988,
    "令": 2018,
    "m": 1867,
    "t": 1911,
    "s": 1925,
    "h": 1988,
    "r": 2018,
}
_MONTHS = {name: index for index, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}  # noqa: SIM905
_ERA = r"(?P<era>明治|大正|昭和|平成|令和|[mtshr明大昭平令](?=[\d元.]))\.?\s*(?P<eyear>\d{1,2}|元)"
_TIME = (
    r"(?:[t\s]*(?:午前|午後)?\s*(?P<hour>\d{1,2})[:時](?P<minute>\d{2})(?::\d{2}(?:\.\d+)?|分(?:\d{2}秒)?)?\s*(?:am|pm)?"
    r"(?:z|[+\-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"\s*(?:\(?[月火水木金土日](?:曜日?)?\)?)?\s*"

_FULL = re.compile(r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?" + _WEEKDAY + _TIME)
_ERA_FULL = re.compile(_ERA + r"\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?" + _WEEKDAY)
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*月?(?:度|分)?")
_ERA_MONTH = re.compile(_ERA + r"\s*[-/.年]\s*(?P<month>\d{1,2})\s*月?(?:度|分)?")
_MONTH = re.compile(r"(?P<month>\d{1,2})\s*月(?:度|分|期)?")
_MONTH_DAY = re.compile(r"(?P<month>\d{1,2})\s*[/月]\s*(?P<day>\d{1,2})\s*日?" + _WEEKDAY)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})")
_SLASHED = re.compile(r"(?P<first>\d{1,2})[/.\-](?P<second>\d{1,2})[/.\-](?P<year>\d{4})\s*" + _TIME)
_SHORT = re.compile(r"'?(?P<first>\d{2})/(?P<second>\d{1,2})/(?P<third>\d{1,2})|(?P<first2>\d{1,2})/(?P<second2>\d{1,2})/(?P<third2>\d{2})")
_NAMED = re.compile(
    r"(?P<day>\d{1,2})[\s\-](?P<name>[a-z]{3})[a-z]*\.?[\s\-,]+(?P<year>\d{4})|(?P<name2>[a-z]{3})[a-z]*\.?\s+(?P<day2>\d{1,2}),?\s+(?P<year2>\d{4})"
)
_NAMED_MONTH = re.compile(r"(?P<name>[a-z]{3})[a-z]*\.?[\s\-']+(?P<year>\d{4}|\d{2})")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年度?")
_ERA_YEAR = re.compile(_ERA + r"\s*年?度?")


@dataclass(frozen=True)
class Moment:
    """A date in part or in full: ``day`` None for a month, ``month`` None for a year, ``year`` None where it is not said."""

    year: int | None
    month: int | None = None
    day: int | None = None
    timed: bool = False
    order: str = ""
    """``"?"`` where day and month could change places, ``"month"`` or ``"day"`` where that one clearly stands first."""
    short: bool = False
    """The year is written with two digits."""

    @property
    def date(self) -> dt.date | None:
        """The date, where it is complete."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    @property
    def key(self) -> str | None:
        """``"2026-04"``, where year and month are known."""
        return f"{self.year:04d}-{self.month:02d}" if self.year is not None and self.month is not None else None


def parse_moment(text: str) -> Moment | None:
    """Read a date, a month or a year; None if the text is something else."""
    word = unicodedata.normalize("NFKC", text).strip().casefold()
    if not word or len(word) > 40 or not (word[0].isdigit() or word[0] in "明大昭平令mtshrjfanodw(（'"):
        return None
    for pattern, build in _READERS:
        match = pattern.fullmatch(word)
        if match and (moment := build(match)) is not None:
            return moment
    return None


def _checked(year: int | None, month: int | None, day: int | None, timed: bool = False, order: str = "") -> Moment | None:
    try:
        dt.date(2000 if year is None else year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Moment(year, month, day, timed, order)


def _era_year(match: re.Match[str]) -> int:
    number = 1 if match["eyear"] == "元" else int(match["eyear"])
    return ERAS[match["era"]] + number


def _full(match: re.Match[str]) -> Moment | None:
    timed = match.groupdict().get("hour") is not None and (match["hour"], match["minute"]) not in (("0", "00"), ("00", "00"))
    return _checked(int(match["year"]), int(match["month"]), int(match["day"]), timed)


def _era_full(match: re.Match[str]) -> Moment | None:
    return _checked(_era_year(match), int(match["month"]), int(match["day"]))


def _year_month(match: re.Match[str]) -> Moment | None:
    return _checked(int(match["year"]), int(match["month"]), None) if 1800 <= int(match["year"]) <= 2200 else None


def _slashed(match: re.Match[str]) -> Moment | None:
    """Month first (as American exports write) unless only day first is possible."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    timed = match["hour"] is not None
    if first > 12:
        return _checked(year, second, first, timed, "day")
    return _checked(year, first, second, timed, "month" if second > 12 else "?" if first != second else "")


def _short(match: re.Match[str]) -> Moment | None:
    """``26/04/01``: year first, as in Japan, unless only another order is possible."""
    a, b, c = (int(match[name] or match[f"{name}2"]) for name in ("first", "second", "third"))
    for year, month, day in ((a, b, c), (c, a, b), (c, b, a)):
        moment = _checked(year + (2000 if year < 70 else 1900), month, day)
        if moment is not None:
            return replace(moment, short=True)
    return None


def _named(match: re.Match[str]) -> Moment | None:
    name, day, year = match["name"] or match["name2"], match["day"] or match["day2"], match["year"] or match["year2"]
    return _checked(int(year), _MONTHS[name], int(day)) if name in _MONTHS else None


def _named_month(match: re.Match[str]) -> Moment | None:
    if match["name"] not in _MONTHS:
        return None
    year = int(match["year"])
    return _checked(year + 2000 if year < 100 else year, _MONTHS[match["name"]], None)


_READERS = (
    (_FULL, _full),
    (_ERA_FULL, _era_full),
    (_YEAR_MONTH, _year_month),
    (_ERA_MONTH, lambda match: _checked(_era_year(match), int(match["month"]), None)),
    (_MONTH, lambda match: _checked(None, int(match["month"]), None)),
    (_MONTH_DAY, lambda match: _checked(None, int(match["month"]), int(match["day"]))),
    (_COMPACT, _full),
    (_SLASHED, _slashed),
    (_SHORT, _short),
    (_NAMED, _named),
    (_NAMED_MONTH, _named_month),
    (_YEAR, lambda match: Moment(int(match["year"]))),
    (_ERA_YEAR, lambda match: Moment(_era_year(match))),
)


def fiscal_year(text: str) -> int | None:
    """The year of ``2026年度``, ``令和8年度``, ``FY2026``, ``2026年`` in a title; None if there is none."""
    word = unicodedata.normalize("NFKC", text).casefold()
    for pattern in (
        r"(20\d{2}|19\d{2})\s*年度",
        r"fy\s*'?(20\d{2})",
        _ERA + r"\s*年度",
        r"(20\d{2}|19\d{2})\s*年",
        _ERA + r"\s*年",
    ):
        match = re.search(pattern, word)
        if match:
            return _era_year(match) if "era" in match.groupdict() else int(match[1])
    match = re.search(r"fy\s*'?(\d{2})(?!\d)", word)
    return 2000 + int(match[1]) if match else None


def month_number(text: str) -> int | None:
    """1 to 12 for ``4月``, ``４月``, ``04月``, ``4月度``, ``Apr``; None otherwise."""
    word = unicodedata.normalize("NFKC", text).strip().casefold().rstrip(".")
    match = _MONTH.fullmatch(word)
    if match and 1 <= int(match["month"]) <= 12:
        return int(match["month"])
    return _MONTHS.get(word[:3]) if word.isascii() and word.isalpha() and _is_month_name(word) else None


def _is_month_name(word: str) -> bool:
    full = "january february march april may june july august september october november december".split()  # noqa: SIM905
    return any(name == word or (len(word) == 3 and name.startswith(word)) or word == "sept" for name in full)
