"""Cell addresses: ``A1`` writing and ``file › sheet › A1`` places. Rows and columns count from 0 inside, from 1 outside."""

from __future__ import annotations

import re
from functools import cache

JOIN = " › "
LEVEL = "›"

_RANGE = re.compile(r"\$?([A-Za-z]{1,4})\$?(\d+)(?::\$?([A-Za-z]{1,4})\$?(\d+))?")


@cache
def letter(column: int) -> str:
    """``0`` → ``"A"``, ``26`` → ``"AA"``."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_of(letters: str) -> int:
    """``"A"`` → ``0``, ``"AA"`` → ``26``."""
    number = 0
    for character in letters.upper():
        number = number * 26 + ord(character) - 64
    return number - 1


def address(row: int, column: int) -> str:
    """``(0, 0)`` → ``"A1"``."""
    return f"{letter(column)}{row + 1}"


def area(top: int, left: int, bottom: int, right: int) -> str:
    """Inclusive corners → ``"A1:C4"``."""
    return f"{address(top, left)}:{address(bottom, right)}"


def parse_area(text: str) -> tuple[int, int, int, int] | None:
    """``"A1:C4"`` (or ``"A1"``) → inclusive (top, left, bottom, right), or None."""
    match = _RANGE.fullmatch(text.strip())
    if not match:
        return None
    left, top = column_of(match[1]), int(match[2]) - 1
    right, bottom = (column_of(match[3]), int(match[4]) - 1) if match[3] else (left, top)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def place(*parts: str) -> str:
    """The parts that are not empty, joined with ``›``: ``file › sheet › A1``."""
    return JOIN.join(part for part in parts if part)
