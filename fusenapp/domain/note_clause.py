"""What a note says as a condition on a column of the leads: 「従業員数 300名以上」, "Industry: manufacturing, wholesale".

People write notes as they speak, so only what is certain is read: a column that the leads have, and after it a figure with its
bound, a span, a number of days, or the values after a colon. Everything else is left for a person to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from fusenapp.domain.snapshot import Snapshot, value


class Reading(NamedTuple):
    """A note as a condition. ``sure``: the whole of it was understood; else only the column is a proposal."""

    field: str
    operator: str
    value: Any
    sure: bool


_TIMES = {"": 1.0, "千": 1e3, "万": 1e4, "百万": 1e6, "億": 1e8, "k": 1e3}
_UNIT_TIMES = {"千円": 1e3, "万円": 1e4, "百万円": 1e6, "億円": 1e8}
_FIGURE = r"([\d,]+(?:\.\d+)?)\s*(百万|千|万|億|k)?\s*(?:円|名|人|社|件|回|点|台|年|%|yen|people|employees)?"
_BOUNDS = ((r"以上|or more|or above", ">="), (r"以下|以内|or less|at most", "<="), (r"未満", "<"), (r"超|より大きい|より多い", ">"))
_SIGNS = ((r">=|≥|≧|at least|from", ">="), (r"<=|≤|≦|at most|up to", "<="), (r">|more than|over|above", ">"),
          (r"<|less than|under|below", "<"))
_SPAN = re.compile(rf"^{_FIGURE}\s*(?:~|〜|–|-|から|to)\s*{_FIGURE}(?:まで)?$", re.IGNORECASE)
_DAYS = re.compile(r"^(?:直近|過去|最近|within|in the last)?\s*(\d+)\s*(?:日|days?)(?:以内)?$", re.IGNORECASE)
_LEAD = re.compile(r"^\s*(?:は|が|:|=|is|are)\s*", re.IGNORECASE)
_END = re.compile(r"(?:である|です|だ|の会社|の企業|の人|のみ|だけ)?[。.]?$")
_NONE = re.compile(r"(?:以外|ではない|でない)$")
_SEPARATORS = re.compile(r"\s*(?:、|,|/|・|または|もしくは|\bor\b)\s*", re.IGNORECASE)
_UNIT = re.compile(r"\(([^()]*)\)\s*$")
_TAILS = ("規模", "数", "額", "名", "区分")


def lead_columns(snapshot: Snapshot) -> dict[str, tuple[str, str]]:
    """Columns of the imported lead lists: name → (type, unit); of a stacked header its last level."""
    found: dict[str, tuple[str, str]] = {}
    for record in snapshot.all("datasets", purpose="leads"):
        for column in value("datasets", record, "columns") or ():
            found.setdefault(column["name"].rsplit("›", 1)[-1], (column["type"], column.get("unit") or ""))
    return found


def read(text: str, columns: Mapping[str, tuple[str, str]]) -> Reading | None:
    """The condition that a note states; None where it names no column.

    Args:
        columns: name → (type, unit), see `lead_columns`.
    """
    told = _folded(text)
    column, rest = _column(told, columns)
    if not column:
        return None
    kind, unit = columns[column][0], columns[column][1] or _bracketed(column)
    numbers = kind in ("integer", "number", "money", "percent")
    found = _numbers(rest, "%" if kind == "percent" and "%" in rest else unit) if numbers else _days(rest) if kind == "date" else _values(rest)
    return Reading(column, *found, True) if found else Reading(column, "not-blank", None, False)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _column(told: str, columns: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """The longest column that the note begins with, and what comes after it; a column may be named without its 数 or 額."""
    best, used, begin = "", "", told.casefold()
    for name in columns:
        for spelling in _spellings(_folded(name).casefold()):
            if begin.startswith(spelling) and len(spelling) > len(used):
                best, used = name, spelling
    return best, told[len(used):].strip()


def _spellings(name: str) -> list[str]:
    """As it stands, without a unit in brackets, and without 数 or 額 at its end."""
    bare = _UNIT.sub("", name).strip()
    shorter = [bare.removesuffix(tail) for tail in _TAILS if bare.endswith(tail) and len(bare) - len(tail) >= 2]
    return [name, *([bare] if bare else []), *shorter]


def _bracketed(name: str) -> str:
    found = _UNIT.search(_folded(name))
    return found[1] if found else ""


def _numbers(rest: str, unit: str) -> tuple[str, Any] | None:
    plain = _END.sub("", _LEAD.sub("", rest)).strip()
    span = _SPAN.match(plain)
    if span:
        times = span[2] or span[4] or ""
        low, high = _figure(span[1], span[2] or times, unit), _figure(span[3], span[4] or "", unit)
        return ("between", [low, high]) if low <= high else None
    for words, operator in _BOUNDS:
        found = re.match(rf"^{_FIGURE}\s*(?:{words})$", plain, re.IGNORECASE)
        if found:
            return operator, _figure(found[1], found[2] or "", unit)
    for signs, operator in _SIGNS:
        found = re.match(rf"^(?:{signs})\s*{_FIGURE}$", plain, re.IGNORECASE)
        if found:
            return operator, _figure(found[1], found[2] or "", unit)
    return None


def _figure(digits: str, times: str, unit: str) -> int | float:
    """A figure in the unit of its column: 10億円 in a column of 百万円 is 1,000."""
    found = float(digits.replace(",", "")) * _TIMES[times.lower()]
    if unit == "%":
        found /= 100
    elif times and unit in _UNIT_TIMES:
        found /= _UNIT_TIMES[unit]
    return int(found) if found.is_integer() else found


def _days(rest: str) -> tuple[str, Any] | None:
    found = _DAYS.match(_END.sub("", _LEAD.sub("", rest)).strip())
    return ("within-days", {"days": int(found[1])}) if found else None


def _values(rest: str) -> tuple[str, Any] | None:
    """Values of a text column, which must be set off from its name."""
    if not _LEAD.match(rest):
        return None
    plain = _END.sub("", _LEAD.sub("", rest)).strip()
    none = bool(_NONE.search(plain))
    values = [part for part in _SEPARATORS.split(_NONE.sub("", plain)) if part]
    if not values or any(len(part) > 24 for part in values):
        return None
    if len(values) == 1 and not none:
        return "=", values[0]
    return ("none-of" if none else "one-of"), values
