"""Which of the eight papers a colour stands for that somebody gave a cell in a spreadsheet.

People take what the palette offers: a yellow much stronger than ours still means our yellow. So it is the hue that counts, measured
in OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020), where equal angles look equally far apart.
"""

from __future__ import annotations

import math
from functools import cache

from fusenapp.domain.journey_grid import COLOURS, PLAIN_PAPER

_DARKEST = 0.40
"""Lightness below which a fill is made for white letters and is no paper."""
_GREY, _PALE = 0.008, 0.018
"""Chroma below which a colour is grey, or so pale that only the plain paper can be meant."""
_BEIGE, _BEIGE_CHROMA, _BEIGE_LIGHT = (70.0, 110.0), 0.035, 0.85
"""Hues and chroma between the plain paper and a yellow one, and the least lightness of the plain one."""
_NEAR_LIGHT, _NEAR = 31.0, 24.0
"""Degrees of hue that a light and a strong colour may be away from a paper."""
_LIGHT = 0.8


def nearest_paper(colour: str) -> int | None:
    """The paper (1…8) that a colour ``#RRGGBB`` stands for; None for white, greys, dark colours and those near no paper."""
    light, chroma, hue = _lch(colour)
    if light < _DARKEST or chroma < _GREY:
        return None
    if chroma < _PALE or (chroma < _BEIGE_CHROMA and _BEIGE[0] <= hue <= _BEIGE[1]):
        return PLAIN_PAPER if light >= _BEIGE_LIGHT else None
    away, paper = min((_apart(hue, theirs), number) for number, theirs in _hues())
    return paper if away <= (_NEAR_LIGHT if light >= _LIGHT else _NEAR) else None


@cache
def _hues() -> tuple[tuple[int, float], ...]:
    return tuple((number, _lch(colour)[2]) for number, colour in COLOURS.items() if number != PLAIN_PAPER)


def _apart(one: float, other: float) -> float:
    return min(abs(one - other), 360.0 - abs(one - other))


def _lch(colour: str) -> tuple[float, float, float]:
    """Lightness 0…1, chroma, and hue in degrees."""
    red, green, blue = (_linear(int(colour[at:at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    light = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360.0


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
