"""Figures of capacity as people read them, and what people type for months, shares and days of leave."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING

from fusenapp.domain import calendar
from fusenapp.errors import InputError
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.kpi.capacity import MonthLoad

MISSING = "—"
MINUS = "−"
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")


def month_words(month: str) -> str:
    """``2026/04``."""
    return month.replace("-", "/")


def due_shown(each: MonthLoad) -> int | None:
    """Leads due, whole."""
    return None if each.due is None else round(each.due.all)


def room_shown(each: MonthLoad) -> int:
    """Leads that can be taken up, whole: a part of a lead is no lead."""
    return math.floor(each.room + 1e-6)


def over_shown(each: MonthLoad) -> int | None:
    """What is shown as due less what is shown as room; never above 0 where all can be done, never 0 where not."""
    due = due_shown(each)
    if due is None:
        return None
    return max(due - room_shown(each), 1) if each.is_over else min(due - room_shown(each), 0)


def count(figure: float | None) -> str:
    """``1,234`` or a dash."""
    return MISSING if figure is None else f"{figure:,.0f}"


def signed(figure: int | None) -> str:
    """``+44``, ``−12``, ``0`` or a dash."""
    return MISSING if figure is None else f"{figure:+,}".replace("-", MINUS) if figure else "0"


def hours(figure: float | None) -> str:
    """``155.7`` or a dash."""
    return MISSING if figure is None else f"{figure:,.1f}"


def plain(figure: float) -> str:
    """As few digits as it needs: ``1``, ``0.8``, ``2.25``."""
    return f"{figure:,.3f}".rstrip("0").rstrip(".")


def percent(figure: float | None) -> str:
    """``95%`` or a dash."""
    return MISSING if figure is None else f"{figure:.0%}"


def origin_words(origin: str) -> str:
    """Where the leads of a month are taken from."""
    return {"actual": translate("Capacity", "Actual"), "forecast": translate("Capacity", "Forecast"), "target": translate("Capacity", "Target"),
            "carried": translate("Capacity", "As it went on"), "scenario": translate("Capacity", "Scenario")}.get(origin, MISSING)


def closures_text(closures: tuple[str, ...]) -> str:
    """Days and ranges with commas, as people write them: ``12/29〜1/3``."""
    return ", ".join(_closure_text(text) for text in closures)


def _closure_text(text: str) -> str:
    """A day or a range; the year of its end is not said again."""
    first, *last = ([part if len(part) == 4 else str(int(part)) for part in end.split("-")] for end in text.split(":"))
    shorter = [end[1:] if len(end) == 3 and end[0] == first[0] else end for end in last]
    return "〜".join("/".join(end) for end in (first, *shorter))


def parse_closures(text: str) -> tuple[str, ...]:
    """The inverse of `closures_text`; hyphens and dots are taken as well.

    Raises:
        InputError: ``bad-days``.
    """
    return tuple(_closure(part.strip()) for part in re.split(r"[,、;\n]+", unicodedata.normalize("NFKC", text)) if part.strip())


def _closure(text: str) -> str:
    ends = [part.strip() for part in re.split(r"[~〜～:–—]|から", text)]
    days = [_DAY.fullmatch(end) for end in ends]
    if not 1 <= len(days) <= 2 or None in days:
        raise InputError("bad-days", text, text=text)
    told = [f"{int(d[2]):02d}-{int(d[3]):02d}" for d in days if d]
    years = [d[1] for d in days if d]
    if len(years) == 2 and years[0] and not years[1]:
        years[1] = years[0]
    found = ":".join(f"{year}-{day}" if year else day for year, day in zip(years, told, strict=True))
    try:
        calendar.check_closure(found)
    except InputError as error:
        raise InputError("bad-days", text, text=text) from error
    return found


def parse_month(text: str) -> str:
    """``2026/4`` → ``2026-04``; empty stays empty. Raises ``InputError("bad-month")``."""
    plain_text = unicodedata.normalize("NFKC", text).strip().rstrip("月")
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})", plain_text)
    month = f"{found[1]}-{int(found[2]):02d}" if found else ""
    if plain_text and not calendar.is_month(month):
        raise InputError("bad-month", text.strip(), text=text.strip())
    return month


def parse_parts(text: str) -> tuple[float, ...]:
    """``30, 60, 80`` → (0.3, 0.6, 0.8). Raises ``InputError("bad-figure")`` for anything that is no percentage."""
    words = [word for word in re.split(r"[,、;\s%]+", unicodedata.normalize("NFKC", text)) if word]
    try:
        return tuple(float(word) / 100 for word in words)
    except ValueError as error:
        raise InputError("bad-figure", where=text, value=text) from error


def parts_text(parts: tuple[float, ...]) -> str:
    """``30, 60, 80``."""
    return ", ".join(plain(part * 100) for part in parts)


def parse_number(text: str) -> float | None:
    """A number, None for nothing. Raises ``InputError("bad-figure")``."""
    bare = unicodedata.normalize("NFKC", text).replace(",", "").strip().removesuffix("%").strip()
    if not bare or bare == MISSING:
        return None
    try:
        found = float(bare)
    except ValueError as error:
        raise InputError("bad-figure", where=text, value=text) from error
    if not math.isfinite(found):
        raise InputError("bad-figure", where=text, value=text)
    return found
