"""Company names that look alike without being the same: candidates by what they share, never by comparing all with all.

A name is looked up by its pairs of letters. Of each name only the rarest pairs are followed, and pairs that very many names have
(商事, 工業) are not followed at all, so that the work grows with the number of names and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

ALIKE = 0.75
"""Likeness from which two names are worth showing to somebody."""
LEAST = 3
"""Letters that a name must have at least to be looked for inside another."""
_PART = 0.7
_FOLLOWED = 5
_TOO_COMMON = 250
_WEIGHED, _COMPARED = 40, 4
_DIGITS = re.compile(r"\d+")


def likeness(a: str, b: str) -> float:
    """0 to 1: the share of letters that two bare names have in common in the same order.

    Names whose numbers differ are as different as the numbers (第一 and 第二 stores of one chain); a name that begins or ends with the
    whole of the other counts at least 0.7.
    """
    if not a or not b or _DIGITS.findall(a) != _DIGITS.findall(b):
        return 0.0
    ratio = SequenceMatcher(None, a, b, autojunk=False).ratio()
    short, long = sorted((a, b), key=len)
    within = len(short) >= LEAST and (long.startswith(short) or long.endswith(short))
    return max(ratio, _PART) if within else ratio


class Lookup:
    """Finds names like a given one among many.

    Args:
        names: bare company names, each once.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [name for name in names if len(name) >= 2]
        self._known = {name: at for at, name in enumerate(self._names)}
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self._names):
            for pair in _pairs(name):
                self._holding[pair].append(at)

    def like(self, name: str, most: int = 3) -> list[tuple[str, float]]:
        """Up to ``most`` names that are alike but not equal, with their likeness, the likest first."""
        told = ((self._names[at], likeness(name, self._names[at])) for at in self._shortlist(name))
        found = [(other, score) for other, score in told if other != name and score >= (_PART if _inside(name, other) else ALIKE)]
        return sorted(found, key=lambda each: (-each[1], each[0]))[:most]

    def _shortlist(self, name: str) -> list[int]:
        """Names that share the rarest pairs, and those with which this one begins."""
        mine = _pairs(name)
        rare = sorted((pair for pair in mine if 0 < len(self._holding.get(pair, ())) <= _TOO_COMMON), key=lambda pair: len(self._holding[pair]))
        shared = Counter(at for pair in rare[:_FOLLOWED] for at in self._holding[pair])
        most = max(shared.values(), default=0)
        likely = [at for at, count in shared.items() if count >= most - 1][:_WEIGHED]
        close = sorted(likely, key=lambda at: -_dice(mine, _pairs(self._names[at])))[:_COMPARED]
        starts = [self._known[name[:end]] for end in range(LEAST, len(name)) if name[:end] in self._known]
        return list(dict.fromkeys([*close, *starts]))


def _inside(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)


def _pairs(name: str) -> set[str]:
    return {name[at:at + 2] for at in range(len(name) - 1)}


def _dice(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
