"""One cell's text → what it says: 1,200名, １００, ¥12,000, ▲5, (5), 12.5 %, 3万, 令和8年11月20日, ○, ―."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from fusenapp.tables import words
from fusenapp.tables.dates import ERAS, Moment, parse_moment

_SCALES = {"千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "億": 1e8, "十億": 1e9, "兆": 1e12, "k": 1e3, "m": 1e6}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_NUMBER = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[+\-−▲△▼])?\s*(?P<money>[¥$€\\]|jpy|usd)?\s*(?P<sign2>[+\-−▲△])?\s*"
    rf"(?P<digits>{_DIGITS})(?P<exponent>e[+\-]?\d+)?(?P<after>-)?\s*(?P<rest>[^\d\s()\-][^()]*?)?\s*(?P<close>\))?\s*"
)
_PART = r"(?=[\d.])(?:(?P<{0}_sen>[\d,.]+)千)?(?:(?P<{0}_hyaku>[\d.]+)百)?(?P<{0}>[\d,.]+)?"
_COMPOUND = re.compile(
    rf"(?P<sign>[\-−▲△])?¥?(?:{_PART.format('oku')}億)?(?:{_PART.format('man')}万)?(?:{_PART.format('ones')})?(?P<unit>円|人|名|件|社|個|台)?"
)
_COMMA_DECIMAL = re.compile(r"[+\-]?\d{1,3}(\.\d{3})+,\d+")
_ABOUT = re.compile(r"(?:約|およそ|おおよそ|凡そ|概ね|ca\.)\s*(\d.*?)(?:程度|ほど|前後|弱|強)?|(\d.*?)(?:程度|ほど|前後|弱|強)")
_ERROR = re.compile(r"#+|#(div/0!|value!|ref!|name\?|num!|null!|spill!|calc!|getting_data)")
_YEN = frozenset({"¥", "\\", "jpy"})


@dataclass(frozen=True)
class Reading:
    """What a text says.

    Attributes:
        kind: ``missing pending error number percent money date month month-only day-only year boolean text``.
        value: int or float; fraction for percent; ``datetime.date``; ``"2026-04"``; month number; bool; the text.
        unit: as written beside the number (``"名"``, ``"円"``), scaled units reduced (3万円 → 30000 円).
        zeros: the number is written with leading zeros, so it may be an identifier.
        note: ``"date-order"`` where day and month could change places, ``"day-first"`` and ``"month-first"`` where they cannot,
            ``"short-year"`` for a year of two digits, ``"time"`` where a time of day is dropped, ``"brackets"`` for (5),
            ``"minus-after"`` for 500-, ``"comma"`` for 1.234,5, ``"exponent"`` for 4.9E+12, ``"about"`` for 約300.
    """

    kind: str
    value: Any = None
    unit: str = ""
    zeros: bool = False
    note: str = ""


MISSING = Reading("missing")


@lru_cache(maxsize=200_000)
def read_text(text: str) -> Reading:
    """Read one cell's text. Never fails; what is nothing else is ``text``."""
    if text.isascii() and text.isdecimal():
        return _digits(text)
    word = unicodedata.normalize("NFKC", text).strip()
    lower = word.casefold()
    if words.is_missing(word):
        return MISSING
    if lower.rstrip("?()。") in words.PENDING:
        return Reading("pending", word)
    if lower[0] == "#" and _ERROR.fullmatch(lower):
        return Reading("error", word)
    if lower in words.TRUE or lower in words.FALSE:
        return Reading("boolean", lower in words.TRUE)
    if len(word) > 60 or not any(character.isdigit() or character == "元" for character in word):
        return Reading("text", text)
    return _moment(word) or _number(lower) or _about(lower) or Reading("text", text)


def _digits(text: str) -> Reading:
    """Digits and nothing else: the commonest case, spared the patterns."""
    if len(text) == 8 and text[:2] in ("19", "20") and (moment := _moment(text)) is not None:
        return moment
    zeros = len(text) > 1 and text[0] == "0"
    return Reading("number", int(text) if len(text) <= 15 else float(text), zeros=zeros or len(text) > 17)


def _moment(word: str) -> Reading | None:
    moment = parse_moment(word)
    if moment is None:
        return None
    if moment.date is not None:
        compact = word.isdigit()
        order = {"?": "date-order", "day": "day-first", "month": "month-first"}.get(moment.order, "")
        note = "compact" if compact else "short-year" if moment.short else order or ("time" if moment.timed else "")
        return Reading("date", moment.date, note=note)
    return _partial(moment, word)


def _partial(moment: Moment, word: str) -> Reading | None:
    if moment.key is not None:
        return None if re.fullmatch(r"\d{4}\.\d{1,2}", word) else Reading("month", moment.key)
    if moment.month is not None:
        kind = "month-only" if moment.day is None else "day-only"
        return Reading(kind, moment.month if moment.day is None else (moment.month, moment.day))
    said = word.endswith(("年", "年度")) or word[:2] in ERAS
    return Reading("year", moment.year, "年") if said else None


def _number(word: str) -> Reading | None:
    word = word[:-1] if word.endswith("円-") else word
    match = _NUMBER.fullmatch(word)
    plain = _plain(match) if match and bool(match["open"]) == bool(match["close"]) else None
    return plain or _compound(word) or _comma_decimal(word)


def _about(word: str) -> Reading | None:
    """``約300名``, ``50件程度``: a number that its writer rounded."""
    match = _ABOUT.fullmatch(word)
    reading = _number((match[1] or match[2]).strip()) if match else None
    return replace(reading, note="about") if reading is not None and not reading.note else None


def _comma_decimal(word: str) -> Reading | None:
    """``1.234,5``: a number in no other writing than that of continental Europe."""
    if not _COMMA_DECIMAL.fullmatch(word):
        return None
    return Reading("number", float(word.replace(".", "").replace(",", ".")), note="comma")


def _plain(match: re.Match[str]) -> Reading | None:
    digits = match["digits"].replace(",", "")
    number = float(digits + (match["exponent"] or ""))
    if not match["exponent"] and "." not in digits and len(digits) <= 15:
        number = int(digits)
    elif match["exponent"] and len(digits) > 8:
        return None
    elif len(digits) > 17:
        return Reading("number", number, zeros=True)
    unit, scale, rate = _rest(match["rest"])
    if unit is None:
        return None
    after = match["after"] is not None and not match["money"] and unit != "円"  # ¥500- and 500-円 end an amount
    if after and (match["sign"] or match["sign2"] or match["open"] or rate):
        return None
    negative = any(match[name] in ("-", "−", "▲", "△", "▼") for name in ("sign", "sign2")) or bool(match["open"]) or after
    value = _tidy(number * scale if scale != 1 else number) * (-1 if negative else 1)
    if rate:
        return Reading("percent", value / rate, "%")
    money = match["money"]
    if money or unit in words.MONEY_UNITS:
        return Reading("money", value, unit or ("円" if money in _YEN else "ドル" if money in ("$", "usd") else "ユーロ"))
    zeros = len(digits) > 1 and digits[0] == "0" and digits[1] != "." and not match["rest"]
    brackets = bool(match["open"]) and not match["sign"]
    note = "minus-after" if after else "brackets" if brackets else "exponent" if match["exponent"] and number >= 1e8 else ""
    return Reading("number", value, unit, zeros, note)


def _rest(rest: str | None) -> tuple[str | None, float, float]:
    """What follows the digits → (unit, scale, divisor of a rate); unit None if it is no unit."""
    word = (rest or "").strip().rstrip(".")
    if not word:
        return "", 1, 0
    if word in ("%", "percent"):
        return "%", 1, 100
    if word == "‰":
        return "‰", 1, 1000
    for mark in ("百万", "千万", "十億", "千", "万", "億", "兆", "k", "m"):
        after = word[len(mark) :]
        if word.startswith(mark) and (after in words.UNITS or after in ("", "円")) and not (mark in "km" and after):
            return after, _SCALES[mark], 0
    return (word, 1, 0) if word in words.UNITS else (None, 1, 0)


def _compound(word: str) -> Reading | None:
    """``1億2,000万円``, ``3万5千``, ``1億2千万``: sums of scales."""
    match = _COMPOUND.fullmatch(word)
    if not match or not any(match[name] for name in ("oku", "oku_sen", "man", "man_sen", "ones_sen", "ones_hyaku")):
        return None
    try:
        value = sum(_part(match, name) * scale for name, scale in (("oku", 1e8), ("man", 1e4), ("ones", 1)))
    except ValueError:
        return None
    value = -value if match["sign"] else value
    unit = match["unit"] or ("円" if "¥" in word else "")
    return Reading("money" if unit == "円" else "number", _tidy(value), unit)


def _part(match: re.Match[str], name: str) -> float:
    """The thousands, hundreds and ones before one scale."""
    scales = ((f"{name}_sen", 1e3), (f"{name}_hyaku", 1e2), (name, 1))
    return sum(float(match[group].replace(",", "")) * scale for group, scale in scales if match[group])


def _tidy(number: float) -> int | float:
    """Whole numbers as int, without the dust of scaling (1.2億)."""
    rounded = round(number, 9)
    return (
        int(rounded) if float(rounded).is_integer() and abs(rounded) < 1e15 else rounded if isinstance(number, float) else number
    )
