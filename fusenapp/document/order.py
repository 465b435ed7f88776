"""Fractional keys: strings that sort, with room between any two (SPEC D40 to D44).

A key is a whole part and a fraction, in digits 0-9A-Za-z. The first letter says how long the whole part is:
``a`` one digit, ``b`` two …, upwards, and ``Z`` one digit, ``Y`` two …, downwards, so that adding at either end
makes keys longer only with the logarithm of how many there are. A fraction never ends in 0.
"""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE: Final = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE: Final = len(_DIGITS)
_PATTERN: Final = re.compile(r"[A-Za-z][0-9A-Za-z]*")

FIRST: Final = "a0"
LONGEST: Final = 40
"""Longer keys are given anew together with their neighbours."""


def valid(key: str | None) -> bool:
    """Whether a string is a key of ours (a foreign or damaged one is replaced rather than built upon)."""
    if not key or not _PATTERN.fullmatch(key):
        return False
    whole = _whole_length(key)
    return len(key) >= whole and not (len(key) > whole and key.endswith("0"))


def between(low: str | None, high: str | None) -> str:
    """A key that sorts after ``low`` and before ``high``; None is an open end.

    Raises:
        ValueError: a key is not valid, ``low`` does not sort before ``high``, or ``high`` is the lowest key of all.
    """
    if (low is not None and not valid(low)) or (high is not None and not valid(high)):
        raise ValueError((low, high))
    if low is not None and high is not None and low >= high:
        raise ValueError((low, high))
    if low is None:
        return FIRST if high is None else _before(high)
    return _after(low) if high is None else _amid(low, high)


def spread(low: str | None, high: str | None, count: int) -> list[str]:
    """``count`` keys in order between two others, as short as halving makes them."""
    if count == 0:
        return []
    if low is None or high is None:
        return _run(low, high, count)
    middle = between(low, high)
    left = (count - 1) // 2
    return [*spread(low, middle, left), middle, *spread(middle, high, count - 1 - left)]


def _run(low: str | None, high: str | None, count: int) -> list[str]:
    keys: list[str] = []
    for _ in range(count):
        if high is None:
            keys.append(between(keys[-1] if keys else low, None))
        else:
            keys.append(between(None, keys[-1] if keys else high))
    return keys if high is None else keys[::-1]


def _whole_length(key: str) -> int:
    head = key[0]
    return ord(head) - ord("a") + 2 if head >= "a" else ord("Z") - ord(head) + 2


def _parts(key: str) -> tuple[str, str]:
    length = _whole_length(key)
    return key[:length], key[length:]


def _after(low: str) -> str:
    whole, fraction = _parts(low)
    raised = _step(whole, 1)
    return raised if raised is not None else whole + _fraction(fraction, None)


def _before(high: str) -> str:
    whole, fraction = _parts(high)
    if fraction:
        return whole
    lowered = _step(whole, -1)
    if lowered is None:
        raise ValueError((None, high))
    return lowered


def _amid(low: str, high: str) -> str:
    (whole, fraction), (high_whole, high_fraction) = _parts(low), _parts(high)
    if whole == high_whole:
        return whole + _fraction(fraction, high_fraction)
    raised = _step(whole, 1)
    return raised if raised is not None and raised < high else whole + _fraction(fraction, None)


def _step(whole: str, by: int) -> str | None:
    """The next or previous whole part, or None at the end of all."""
    head, digits = whole[0], whole[1:]
    number = _number(digits) + by
    if 0 <= number < _BASE ** len(digits):
        return head + _spell(number, len(digits))
    code = ord(head) + by
    code = {ord("Z") + 1: ord("a"), ord("a") - 1: ord("Z")}.get(code, code)
    following = chr(code)
    if not following.isalpha() or not following.isascii():
        return None
    length = _whole_length(following) - 1
    return following + (_DIGITS[0] if by > 0 else _DIGITS[-1]) * length


def _number(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * _BASE + _VALUE[digit]
    return number


def _spell(number: int, length: int) -> str:
    digits = ""
    for _ in range(length):
        number, rest = divmod(number, _BASE)
        digits = _DIGITS[rest] + digits
    return digits


def _fraction(low: str, high: str | None) -> str:
    """Digits of a fraction strictly between two; "" is nought and None is one. Never ends in 0."""
    shared = ""
    position = 0
    while True:
        a = _VALUE[low[position]] if position < len(low) else 0
        b = _VALUE[high[position]] if high is not None and position < len(high) else (_BASE if high is None else 0)
        if b - a > 1:
            return shared + _DIGITS[(a + b) // 2]
        shared += _DIGITS[a]
        position += 1
        if b - a == 1:
            high = None  # below the next digit of high everything after this digit of low is free


def room(keys: list[str], gap: int, enough: int = 12) -> tuple[int, int, list[str]]:
    """New keys for the fewest of ``keys`` (in their order) so that one more fits in at ``gap`` and none is long.

    Returns:
        ``(start, stop, fresh)``: ``keys[start:stop]`` get the ``stop - start + 1`` keys of ``fresh``, of which number
        ``gap - start`` is the new one.
    """
    reach = 0
    while True:
        start, stop = max(0, gap - reach), min(len(keys), gap + reach)
        low = keys[start - 1] if start else None
        high = keys[stop] if stop < len(keys) else None
        whole = start == 0 and stop == len(keys)
        if whole or _roomy(low, high):
            fresh = spread(low, high, stop - start + 1)
            if whole or max(map(len, fresh)) <= enough:
                return start, stop, fresh
        reach = reach * 2 + 1


def _roomy(low: str | None, high: str | None) -> bool:
    if (low is not None and not valid(low)) or (high is not None and not valid(high)):
        return False
    return low is None or high is None or low < high
