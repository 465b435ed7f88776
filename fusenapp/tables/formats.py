"""What a number format says about a number: a date, a month, a rate, money, a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Built-in formats without a text of their own; 27-36 and 50-58 are those of Japanese Excel (ECMA-376 part 1, 18.8.30).
_BUILTIN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0", 6: "¥#,##0", 7: "¥#,##0.00", 8: "¥#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: "ge.m.d", 28: "ggge年m月d日", 29: "ggge年m月d日", 30: "m/d/yy", 31: "yyyy年m月d日", 32: "h時mm分", 33: "h時mm分ss秒",
    34: "yyyy年m月", 35: "m月d日", 36: "ge.m.d", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0",
    42: "¥#,##0", 43: "#,##0.00", 44: "¥#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "0.0E+0", 49: "@",
    50: "ge.m.d", 51: "ggge年m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "ggge年m月d日", 55: "yyyy年m月", 56: "m月d日",
    57: "ge.m.d", 58: "ggge年m月d日",
}  # fmt: skip

_NOISE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_MASK = re.compile(r"[(]?0[0\-() ]*0")
_CURRENCY = {"¥": "円", "￥": "円", "円": "円", "$": "ドル", "€": "ユーロ"}


@dataclass(frozen=True)
class Meaning:
    """What a format says.

    Attributes:
        kind: ``general number percent money date month time duration text``, and ``boolean`` in ods.
        unit: unit written by the format (``"円"``, ``"件"``), or empty.
        thousands: how many times the display divides by 1,000 (``#,##0,`` → 1).
        fixed: the display is the same text whatever the number is (``\\-``), or None.
        mask: the digits of an identifier, filled up with zeros (``00000``, ``000-0000``), or empty.
    """

    kind: str = "general"
    unit: str = ""
    thousands: int = 0
    fixed: str | None = None
    mask: str = ""

    def masked(self, number: int) -> str:
        """The number as its mask shows it: 9012345678 in ``000-0000-0000`` → ``090-1234-5678``."""
        digits = str(number).zfill(self.mask.count("0"))
        over = len(digits) - self.mask.count("0")
        rest = iter(digits[over:])
        return digits[:over] + "".join(next(rest) if character == "0" else character for character in self.mask)

    def scaled(self, unit: str) -> float:
        """By how much the number must be divided to stand in ``unit``, as the display does."""
        return 1000.0**self.thousands if self.thousands and unit in _SHORTENED else 1.0


_SHORTENED = frozenset({"千円", "百万円", "十億円", "千", "百万", "千件", "千人", "千台", "千個"})
GENERAL = Meaning()


def builtin(identifier: int) -> str:
    """The pattern of a built-in format."""
    return _BUILTIN.get(identifier, "General")


@cache
def meaning(pattern: str) -> Meaning:
    """Read a number format."""
    if pattern in ("", "General", "標準"):
        return GENERAL
    if pattern == "@":
        return Meaning("text")
    section = _first_section(pattern)
    if mask := _mask(pattern if section[:2] == "[<" else section):
        return Meaning("number", mask=mask)
    bare = _NOISE.sub("", section)
    if match := _ELAPSED.search(bare):
        return Meaning("duration", {"h": "時間", "m": "分", "s": "秒"}[match[1][0].lower()])
    kind = _date_kind(bare, section)
    if kind:
        return Meaning(kind)
    if "%" in bare:
        return Meaning("percent", "%")
    if not re.search(r"[0#?]", bare):
        return Meaning("number", "", 0, _literal(section)) if section and "General" not in section else GENERAL
    return _number(section, bare)


def _mask(pattern: str) -> str:
    """Only digits and what divides them; of several by length (``[<=999]000;000-0000``) the longest, which stands last."""
    bare = re.sub(r'["\\]|\[[^\]]*\]', "", pattern.rsplit(";", 1)[-1])
    mask = bare.replace("#", "0") if "-" in bare else bare
    return mask if _MASK.fullmatch(mask) and mask.count("0") >= 3 else ""


def _number(section: str, bare: str) -> Meaning:
    unit = _unit(section)
    match = re.search(r"[0#?](,+)(?=[^0#?,]|$)", bare)
    money = unit in _CURRENCY.values() or unit in ("千円", "百万円", "万円", "億円")
    return Meaning("money" if money else "number", unit, len(match[1]) if match else 0)


def _first_section(pattern: str) -> str:
    quoted = False
    for index, character in enumerate(pattern):
        if character == '"':
            quoted = not quoted
        elif character == ";" and not quoted:
            return pattern[:index]
    return pattern


def _date_kind(bare: str, section: str) -> str:
    text = bare.lower().replace("general", "")
    text = re.sub(r"am/pm|a/p|午前/午後", "h", text)
    has_year = bool(re.search(r"y|(?<![a-z])e(?![+\-])|g", text))
    has_day = "d" in text or "aaa" in text
    has_hour = bool(re.search(r"h|s", text))
    has_month = "m" in text
    if has_month and not has_day and not has_hour and (has_year or "月" in section):
        return "month"
    if has_year or has_day or (has_month and not has_hour):
        return "date" if not re.search(r"[0#]", text) or has_hour else ""
    return "time" if has_hour else ""


def _unit(section: str) -> str:
    literal = "".join(re.findall(r'"([^"]*)"', section)) + "".join(re.findall(r"\\(.)", section))
    literal += "".join(re.findall(r"\[\$([^\-\]]*)", section)) + re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", section)
    for mark in ("百万円", "千円", "万円", "億円", "千件", "千人", "時間", "か月", "ヶ月", "営業日", "％", "%"):
        if mark in literal:
            return mark
    for sign, unit in _CURRENCY.items():
        if sign in literal:
            return unit
    match = re.search(r"[件名人社個台回歳本枚点日分秒店倍年]", literal)
    return match[0] if match else ""


def _literal(section: str) -> str:
    parts = re.findall(r'"([^"]*)"|\\(.)', section)
    text = "".join(quoted or escaped for quoted, escaped in parts)
    return text or re.sub(r"_.|\*.|\[[^\]]*\]", "", section).strip()
