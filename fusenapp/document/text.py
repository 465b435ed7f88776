"""Texts that people write together: the smallest splice between two states, and taking a change back out later."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_MOST_STEPS = 400
"""Letters added and removed beyond which two texts are taken as wholly different."""

_JOINER = "\u200d"
_EXTENDERS = {chr(c) for c in (*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080), 0x200D)}


@dataclass(frozen=True)
class Splice:
    """Replace ``removed`` bytes of UTF-8 at byte ``at`` by ``inserted``."""

    at: int
    removed: int
    inserted: str


def splice(old: str, new: str) -> Splice:
    """The smallest single replacement from ``old`` to ``new`` that does not cut a letter or an emoji in two."""
    start = _common_start(old, new)
    end = _common_end(old, new, start)
    gone = old[start:len(old) - end]
    return Splice(len(old[:start].encode()), len(gone.encode()), new[start:len(new) - end])


def _common_start(old: str, new: str) -> int:
    limit = min(len(old), len(new))
    start = next((i for i in range(limit) if old[i] != new[i]), limit)
    while start and (_inside(old, start) or _inside(new, start)):
        start -= 1
    return start


def _common_end(old: str, new: str, start: int) -> int:
    limit = min(len(old), len(new)) - start
    end = next((i for i in range(limit) if old[-1 - i] != new[-1 - i]), limit)
    while end and (_inside(old, len(old) - end) or _inside(new, len(new) - end)):
        end -= 1
    return end


def _inside(text: str, at: int) -> bool:
    """Whether a cut before ``text[at]`` would part what is seen as one letter."""
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == _JOINER or after in _EXTENDERS or unicodedata.combining(after):
        return True
    return _flag(before) and _flag(after) and _flags_before(text, at) % 2 == 1


def _flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    count = 0
    while count < at and _flag(text[at - 1 - count]):
        count += 1
    return count


def take_back(before: str, after: str, now: str) -> str:
    """``now`` without the change from ``before`` to ``after``, keeping what others wrote since.

    What the change inserted goes where it still stands; what it removed comes back at its place.
    """
    stood, stands = _places(after, before), _places(after, now)
    pieces: list[str] = []
    at_before = at_now = 0
    for letter, was, now_at in zip([*after, ""], [*stood, len(before)], [*stands, len(now)], strict=True):
        if was >= 0:
            pieces.append(before[at_before:was])
            at_before = was + 1
        if now_at >= 0:
            pieces.append(now[at_now:now_at])
            at_now = now_at + 1
        if was >= 0 and now_at >= 0:
            pieces.append(letter)
    return "".join(pieces)


def _places(old: str, new: str) -> list[int]:
    """For each letter of ``old``: where it stands in ``new``, or -1."""
    limit = min(len(old), len(new))
    start = next((i for i in range(limit) if old[i] != new[i]), limit)
    end = next((i for i in range(limit - start) if old[-1 - i] != new[-1 - i]), limit - start)
    places = [*range(start), *[-1] * (len(old) - start - end), *range(len(new) - end, len(new))]
    for a, b in _matches(old[start:len(old) - end], new[start:len(new) - end]):
        places[start + a] = start + b
    return places


def _matches(old: str, new: str) -> list[tuple[int, int]]:
    """Letters that stay, as (place in old, place in new): the shortest edit script, or none where all is different.

    Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), greedy variant.
    """
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for steps in range(min(len(old) + len(new), _MOST_STEPS) + 1):
        trace.append(dict(furthest))
        for diagonal in range(-steps, steps + 1, 2):
            x = _next(furthest, diagonal, steps)
            while x < len(old) and 0 <= x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            furthest[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return _walked_back(trace, len(old), len(new))
    return []


def _next(furthest: dict[int, int], diagonal: int, steps: int) -> int:
    """How far into the old text the best of two neighbouring paths leads."""
    if diagonal == -steps or (diagonal != steps and furthest[diagonal - 1] < furthest[diagonal + 1]):
        return furthest[diagonal + 1]
    return furthest[diagonal - 1] + 1


def _walked_back(trace: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    matches: list[tuple[int, int]] = []
    for steps in range(len(trace) - 1, -1, -1):
        furthest, diagonal = trace[steps], x - y
        down = diagonal == -steps or (diagonal != steps and furthest[diagonal - 1] < furthest[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        start_x = furthest[before]
        start_y = start_x - before
        while x > start_x and y > start_y:
            x, y = x - 1, y - 1
            matches.append((x, y))
        x, y = start_x, start_y
    return matches
