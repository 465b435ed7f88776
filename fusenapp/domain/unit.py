"""Units of KPI figures as far as a formula must not mix them: money, business days, counts, rates.

Counts and rates have an exponent of pieces: 件 is 1, % is 0, so 件 ÷ 件 is a rate and 件 + % is refused. Money may
be per piece (平均単価 is written 円), so its exponent of pieces is not known, and what is not known fits anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

YEN, PERCENT, BUSINESS_DAYS = "円", "%", "営業日"
_ENGLISH = {YEN: "yen", BUSINESS_DAYS: "business days", "件": "", "名": "", "人": "", "回": ""}
"""What stands behind a figure in English; plain counts stand alone."""


def shown(unit: str, language: str) -> str:
    """A unit as it stands behind a figure in ``"ja"`` or ``"en"``; units of the user's own stay as they are."""
    return unit if language == "ja" else _ENGLISH.get(unit, unit)

MINUS = "−"
"""The sign of what is below 0 wherever people read figures."""


def scaled(value: float, unit: str, language: str) -> tuple[str, str]:
    """A figure and its unit for people: 41.3 百万円, 1.25 億円, 30.0 %, 1,464 件; in English 41.3 M yen, 30.0 %, 1,464."""
    figure, words = _scaled(value, unit, language)
    return figure.replace("-", MINUS), words


def _scaled(value: float, unit: str, language: str) -> tuple[str, str]:
    if unit == PERCENT:
        return f"{value * 100:.1f}", PERCENT
    if unit == YEN:
        return _yen(value, language)
    digits = 0 if float(value).is_integer() or abs(value) >= 1000 else 1
    return f"{value:,.{digits}f}", shown(unit, language)


def _yen(value: float, language: str) -> tuple[str, str]:
    size = abs(value)
    if language != "ja":
        return (f"{value / 1e6:,.{1 if size >= 1e7 else 2}f}", "M yen") if size >= 1e6 else (f"{value:,.0f}", shown(YEN, language))
    if size >= 1e8:
        return f"{value / 1e8:,.2f}", "億円"
    if size >= 1e7:
        return f"{value / 1e6:,.1f}", "百万円"
    return (f"{value / 1e4:,.1f}", "万円") if size >= 1e5 else (f"{value:,.0f}", YEN)


def spoken(value: float, unit: str, language: str) -> str:
    """A figure with its unit behind it, as one writes it: 41.3百万円, 41.3 M yen, 30.0%."""
    figure, words = scaled(value, unit, language)
    return figure + behind(words, language)


def behind(words: str, language: str) -> str:
    """A unit's words as they stand behind a figure: apart from it in English, but for percent."""
    return f" {words}" if words and words != PERCENT and language != "ja" else words


@dataclass(frozen=True)
class Dimension:
    """Exponents of money, business days and pieces (None = not known); ``free`` marks a bare number, which fits anything."""

    money: int = 0
    days: int = 0
    pieces: int | None = 0
    free: bool = False

    def __mul__(self, other: Dimension) -> Dimension:
        return self._combine(other, 1)

    def __truediv__(self, other: Dimension) -> Dimension:
        return self._combine(other, -1)

    def _combine(self, other: Dimension, sign: int) -> Dimension:
        pieces = None if self.pieces is None or other.pieces is None else self.pieces + sign * other.pieces
        return Dimension(self.money + sign * other.money, self.days + sign * other.days, pieces, self.free and other.free)

    def fits(self, other: Dimension) -> bool:
        """Whether the two may be added, compared or assigned."""
        if self.free or other.free:
            return True
        same_pieces = self.pieces is None or other.pieces is None or self.pieces == other.pieces
        return (self.money, self.days) == (other.money, other.days) and same_pieces

    def joined(self, other: Dimension) -> Dimension:
        """The dimension of a sum of two that fit."""
        if self.free:
            return other
        return self if other.free or self.pieces is not None else replace(self, pieces=other.pieces)

    def __str__(self) -> str:
        powers = ((YEN, self.money), ("件", self.pieces or 0), (BUSINESS_DAYS, self.days))
        over = "×".join(_power(unit, n) for unit, n in powers if n > 0)
        under = "×".join(_power(unit, -n) for unit, n in powers if n < 0)
        return f"{over or ('1' if under else PERCENT)}{'/' + under if under else ''}"


def _power(unit: str, exponent: int) -> str:
    return unit + {1: "", 2: "²", 3: "³"}.get(exponent, f"^{exponent}")


NUMBER = Dimension(free=True)
ANYTHING = Dimension(pieces=None, free=True)


def dimension(unit: str) -> Dimension:
    """The dimension of a node's unit; units that Fusen does not know are counted pieces, none at all fits anything."""
    if not unit:
        return ANYTHING
    known = {YEN: Dimension(1, 0, None), PERCENT: Dimension(0, 0, 0), BUSINESS_DAYS: Dimension(0, 1, None)}
    return known.get(unit, Dimension(0, 0, 1))


_SCALES = {"千": 1_000, "万": 10_000, "百万": 1_000_000, "億": 100_000_000}


def scale(unit: str) -> float:
    """By what to multiply a figure written in ``unit`` to have it in the plain unit: ``"千円"`` → 1000, ``"件"`` → 1."""
    return float(_SCALES.get(unit[:-1], 1)) if unit[-1:] in (YEN, "件", "名", "人", "回") else 1.0
