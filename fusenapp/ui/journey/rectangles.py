"""Few rectangles around many: what is to be drawn anew, without much that is not."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QRect

Rect = tuple[float, float, float, float]
WORTH = 0.7
"""Share of the one rectangle's area below which two are better."""

WASTE = 1.3
"""How many times the area of two rectangles the one around both may have to be the better choice."""


def apart(start: np.ndarray, end: np.ndarray) -> list[Rect]:
    """One rectangle around boxes, or two that cover much less.

    Args:
        start: left and top edges, shape (2, n), n > 0.
        end: right and bottom edges, shape (2, n).

    Returns:
        x, y, width, height of each.
    """
    whole = _rect(start.min(axis=1), end.max(axis=1))
    best, found = WORTH * whole[2] * whole[3], [whole]
    for axis in range(2):
        order = np.argsort(start[axis], kind="stable")
        some, rest = _growing(start[:, order], end[:, order]), _growing(start[:, order[::-1]], end[:, order[::-1]])
        areas = _areas(some)[:-1] + _areas(rest)[::-1][1:]
        at = int(areas.argmin()) if len(areas) else 0
        if len(areas) and areas[at] < best:
            best = float(areas[at])
            found = [_rect(edges[0][:, i], edges[1][:, i]) for edges, i in ((some, at), (rest, len(areas) - 1 - at))]
    return found


def gathered(rects: Iterable[QRect]) -> list[QRect]:
    """Few rectangles that cover these and little more."""
    found: list[QRect] = []
    for rect in rects:
        for i, other in enumerate(found):
            both = rect | other
            if _area(both) <= WASTE * (_area(rect) + _area(other)):
                found[i] = both
                break
        else:
            if not rect.isEmpty():
                found.append(rect)
    return found


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()


def _growing(start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Around the first box, the first two, …"""
    return np.minimum.accumulate(start, axis=1), np.maximum.accumulate(end, axis=1)


def _areas(edges: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    return np.prod(edges[1] - edges[0], axis=0)


def _rect(start: np.ndarray, end: np.ndarray) -> Rect:
    return float(start[0]), float(start[1]), float(end[0] - start[0]), float(end[1] - start[1])
