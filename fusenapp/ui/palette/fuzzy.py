"""Fuzzy matching of typed letters against titles; Japanese and Latin. No Qt."""

from __future__ import annotations

import unicodedata

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def folded(text: str) -> str:
    """Text for comparing: width, case and the two kana made equal."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)


def score(query: str, text: str) -> float:
    """How well ``text`` answers ``query``: 0 not at all, higher is better.

    Every word of the query must be found. A whole piece counts most, at the start or at the start of a
    word more, in a short text more; letters merely in order count little, and only for Latin words.
    """
    return score_folded(folded(query).split(), folded(text))


def score_folded(words: list[str], target: str, loose: bool = True) -> float:
    """The same for words and text that were folded before; not ``loose``: whole pieces only, which is quick."""
    total = 0.0
    for word in words:
        found = _word_score(word, target, loose)
        if not found:
            return 0.0
        total += found
    return total / len(words) if words else 0.0


def _word_score(word: str, target: str, loose: bool) -> float:
    at = target.find(word)
    if at >= 0:
        start = 0.3 if at == 0 else 0.15 if not target[at - 1].isalnum() else 0.0
        return 1.0 + start + 0.5 * len(word) / len(target)
    return _in_order(word, target) if loose and len(word) > 1 and word.isascii() else 0.0


def _in_order(word: str, target: str) -> float:
    """Letters in order with gaps: at most 0.6, less the wider they are spread."""
    place, first = -1, -1
    for letter in word:
        place = target.find(letter, place + 1)
        if place < 0:
            return 0.0
        first = place if first < 0 else first
    spread = place - first + 1
    return 0.6 * len(word) / spread if spread <= 3 * len(word) else 0.0
