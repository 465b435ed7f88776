"""Text that fits its note: the letters shrink from 13 px to a floor of 11 px, then the note grows."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from fusenapp.ui.journey.layout import NOTE_HEIGHT
from fusenapp.ui.theme import font

SIZES = ((13, 18.0), (12, 16.0), (11, 14.0))
"""Letter height and line height in logical px, largest first; the last is the floor."""

PAD_TOP, PAD_BOTTOM = 5.0, 3.0
NARROW = 100.0
SHORT_LIMIT = 12
"""Characters beyond which a note is never shown at half width."""


class Fit(NamedTuple):
    """How a text is set: letter size, line height, its lines, and the height that the note needs."""

    size: int
    line: float
    lines: tuple[str, ...]
    height: float


def note_font(size: int, bold: bool = False) -> QFont:
    """The letters of a note; unhinted, so that the same lines hold at any zoom."""
    result = font(size, bold)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def pad(width: float) -> float:
    """Margin left and right of the text on a note of this width."""
    return 6.0 if width < NARROW else 8.0


def surely_fits(text: str, width: float) -> bool:
    """True if a text needs no measuring: whatever its letters, a note of usual height holds it, marks included."""
    return len(text) <= sure_length(width) and "\n" not in text


@lru_cache(maxsize=256)
def sure_length(width: float, lines: int = 2) -> int:
    """Characters that a note of usual height and this width holds, whatever they are: on two lines with marks, three without."""
    return int(lines * ((width - 2 * pad(width)) // SIZES[-1][0] - 1))


def reads_short(text: str, half: float) -> bool:
    """True if the text reads well on a note of half width: two lines hold it."""
    if len(text) > SHORT_LIMIT or not text.strip():
        return False
    found = fit(text, half)
    return found.height <= NOTE_HEIGHT and len(found.lines) <= 2 and not _broken_word(text, found.lines)


@lru_cache(maxsize=20_000)
def fit(text: str, width: float, reserve: float = 0.0) -> Fit:
    """Set a text on a note.

    Args:
        text: may hold line breaks.
        width: of the note, logical px.
        reserve: px that must stay free at the end of the last line (marks, votes).
    """
    room, inner = NOTE_HEIGHT - PAD_TOP - PAD_BOTTOM, width - 2 * pad(width)
    for size, line in SIZES:
        lines, tail = break_lines(text, size, inner)
        need = (len(lines) + (1 if reserve and tail + reserve > inner else 0)) * line
        if need <= room + 2.0 or size == SIZES[-1][0]:
            return Fit(size, line, lines, max(NOTE_HEIGHT, need + PAD_TOP + PAD_BOTTOM if need > room + 2.0 else 0.0))
    raise AssertionError("the floor always fits")


def break_lines(text: str, size: int, width: float) -> tuple[tuple[str, ...], float]:
    """Lines of a text at a width by the rules of its script, and the natural width of the last line."""
    lines: list[str] = []
    tail = 0.0
    for paragraph in text.split("\n"):
        found, tail = _break_paragraph(paragraph, size, max(width, float(size)))
        lines += found
    return tuple(lines), tail


def elided(text: str, size: int, width: float, bold: bool = False) -> str:
    """The text on one line, cut with an ellipsis."""
    return _metrics(size, bold).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)


def text_width(text: str, size: int, bold: bool = False) -> float:
    """Width of a text on one line, logical px."""
    return _metrics(size, bold).horizontalAdvance(text)


def ascent(size: int, bold: bool = False) -> float:
    """From the top of a line to its base line."""
    return _metrics(size, bold).ascent()


def forget() -> None:
    """Drop what was measured, where the font has changed since."""
    now = font(13).key()
    if now != _measured_with[0]:
        _measured_with[0] = now
        for cached in (fit, _metrics):
            cached.cache_clear()


_measured_with = [""]


def _break_paragraph(text: str, size: int, width: float) -> tuple[list[str], float]:
    if not text:
        return [""], 0.0
    layout = QTextLayout(text, note_font(size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    tail, at = 0.0, 0
    raw = text.encode("utf-16-le")  # Qt counts UTF-16 units
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        end = line.textStart() + line.textLength()
        lines.append(raw[2 * at:2 * end].decode("utf-16-le").rstrip())
        tail, at = line.naturalTextWidth(), end
    layout.endLayout()
    return lines, tail


def _broken_word(text: str, lines: tuple[str, ...]) -> bool:
    """True if a word of Latin letters had to be cut in two."""
    return any(first[-1:].isascii() and first[-1:].isalpha() and then[:1].isascii() and then[:1].isalpha()
               and first + then in text for first, then in itertools.pairwise(lines))


@lru_cache(maxsize=32)
def _metrics(size: int, bold: bool = False) -> QFontMetricsF:
    return QFontMetricsF(note_font(size, bold))
