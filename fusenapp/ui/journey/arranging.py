"""Where notes of the free area go when they are aligned, spread evenly, or dragged near each other: pure geometry."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Literal

from fusenapp.ui.journey.layout import GAP, Rect

Side = Literal["left", "right", "top", "bottom", "across", "down"]
"""Align at a side, or spread evenly across or down."""

Point = tuple[float, float]


def arranged(rects: Mapping[str, Rect], side: Side) -> dict[str, Point]:
    """New top left corners for notes; those that stay are left out."""
    if side in ("across", "down"):
        found = _spread(rects, 0 if side == "across" else 1)
    else:
        found = {id: _aligned(rect, list(rects.values()), side) for id, rect in rects.items()}
    return {id: point for id, point in found.items() if point != rects[id][:2]}


def _aligned(rect: Rect, every: Sequence[Rect], side: Side) -> Point:
    x, y, w, h = rect
    if side == "left":
        return min(r[0] for r in every), y
    if side == "right":
        return max(r[0] + r[2] for r in every) - w, y
    if side == "top":
        return x, min(r[1] for r in every)
    return x, max(r[1] + r[3] for r in every) - h


def _spread(rects: Mapping[str, Rect], axis: int) -> dict[str, Point]:
    """Equal gaps between the first and the last."""
    order = sorted(rects, key=lambda id: rects[id][axis])
    first, last = rects[order[0]], rects[order[-1]]
    room = last[axis] + last[2 + axis] - first[axis] - sum(rects[id][2 + axis] for id in order)
    gap = max(room / max(len(order) - 1, 1), GAP)
    found, at = {}, first[axis]
    for id in order:
        x, y, _, _ = rects[id]
        found[id] = (at, y) if axis == 0 else (x, at)
        at += rects[id][2 + axis] + gap
    return found


def stacked(rects: Sequence[Rect]) -> list[Point]:
    """One below the other from the first one's corner."""
    x, y = rects[0][0], rects[0][1]
    tops = itertools.accumulate((rect[3] + GAP for rect in rects[:-1]), initial=y)
    return [(x, top) for top in tops]


def snap(rect: Rect, others: Sequence[Rect], reach: float) -> tuple[float, float, tuple[Rect, ...]]:
    """How far to move a note so that it lies in line with others, and the lines that show it.

    Args:
        rect: the note where the pointer has it.
        others: the notes that it may line up with.
        reach: how far away a line draws it on.
    """
    dx, x_lines = _snap_axis(rect, others, reach, 0)
    dy, y_lines = _snap_axis((rect[0] + dx, *rect[1:]), others, reach, 1)
    moved = (rect[0] + dx, rect[1] + dy, rect[2], rect[3])
    return dx, dy, (*(_line(moved, other, at, 0) for at, other in x_lines), *(_line(moved, other, at, 1) for at, other in y_lines))


def _snap_axis(rect: Rect, others: Sequence[Rect], reach: float, axis: int) -> tuple[float, list[tuple[float, Rect]]]:
    """The smallest way to equal starts, ends or middles, or to the usual gap beside a neighbour."""
    start, size = rect[axis], rect[2 + axis]
    best, lines = reach, []
    for other in others:
        begin, end = other[axis], other[axis] + other[2 + axis]
        choices = ((begin, begin), (end - size, end), ((begin + end - size) / 2, (begin + end) / 2),
                   (end + GAP, end + GAP), (begin - GAP - size, begin - GAP))
        for wanted, line in choices:
            way = wanted - start
            if abs(way) < abs(best) - 0.01:
                best, lines = way, [(line, other)]
    return (best, lines) if lines else (0.0, [])


def _line(rect: Rect, other: Rect, at: float, axis: int) -> Rect:
    """A line of no width through both notes."""
    cross = 1 - axis
    low = min(rect[cross], other[cross])
    high = max(rect[cross] + rect[2 + cross], other[cross] + other[2 + cross])
    return (at, low, 0.0, high - low) if axis == 0 else (low, at, high - low, 0.0)
