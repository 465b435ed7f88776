"""Places nodes from left to right: a column per depth, the first child level with its parent, the others below.

The stages of a funnel are each the first child of the next, so they stand in one line across and their rates
hang below them; no two nodes of a column overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

WIDTH, HEIGHT, GAP_X, GAP_Y, MARGIN = 180, 112, 32, 16, 16


@dataclass(frozen=True)
class Box:
    """Place of a node, in logical pixels at 100 %."""

    x: float
    y: float

    @property
    def middle(self) -> float:
        """Height of its centre."""
        return self.y + HEIGHT / 2


def place(roots: tuple[str, ...], children: Callable[[str], tuple[str, ...]]) -> Mapping[str, Box]:
    """Boxes of all nodes below the roots.

    A node stands as high as its column is free, but never above its parent.

    Args:
        roots: ids at the top.
        children: ids below a node, in order; empty for a folded one.
    """
    found: dict[str, Box] = {}
    free: dict[int, float] = {}
    for root in roots:
        _place(root, 0, max(free.values(), default=float(MARGIN)), children, found, free)
    return found


def _place(id: str, depth: int, top: float, children: Callable[[str], tuple[str, ...]], found: dict[str, Box], free: dict[int, float]) -> None:
    """``free``: column → the height from which it is free."""
    y = max(top, free.get(depth, float(MARGIN)))
    found[id] = Box(MARGIN + depth * (WIDTH + GAP_X), y)
    free[depth] = y + HEIGHT + GAP_Y
    for child in children(id):
        if child not in found:
            _place(child, depth + 1, y, children, found, free)


def size(boxes: Mapping[str, Box]) -> tuple[float, float]:
    """Width and height that hold all boxes with a margin."""
    if not boxes:
        return 0, 0
    return max(b.x for b in boxes.values()) + WIDTH + MARGIN, max(b.y for b in boxes.values()) + HEIGHT + MARGIN
