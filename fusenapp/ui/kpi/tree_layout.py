"""Places nodes from left to right: a column per depth, children beside their parent, as tight as they fit.

Leaves are stacked in reading order and every parent stands level with the middle of its children, so that
no two nodes of a column overlap and the tree reads like an outline turned on its side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

WIDTH, HEIGHT, GAP_X, GAP_Y, MARGIN = 184, 116, 28, 16, 16


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

    Args:
        roots: ids at the top.
        children: ids below a node, in order; empty for a folded one.
    """
    found: dict[str, Box] = {}
    bottom = float(MARGIN)
    for root in roots:
        bottom = _place(root, 0, bottom, children, found)
    return found


def _place(id: str, depth: int, top: float, children: Callable[[str], tuple[str, ...]], found: dict[str, Box]) -> float:
    """Places a node and what is below it from ``top`` on; returns the free height below."""
    x = MARGIN + depth * (WIDTH + GAP_X)
    below = [c for c in children(id) if c not in found]
    found[id] = Box(x, top)
    if not below:
        return top + HEIGHT + GAP_Y
    bottom = top
    for child in below:
        bottom = _place(child, depth + 1, bottom, children, found)
    middle = (found[below[0]].y + found[below[-1]].y) / 2
    found[id] = Box(x, middle)
    return max(bottom, middle + HEIGHT + GAP_Y)


def size(boxes: Mapping[str, Box]) -> tuple[float, float]:
    """Width and height that hold all boxes with a margin."""
    if not boxes:
        return 0, 0
    return max(b.x for b in boxes.values()) + WIDTH + MARGIN, max(b.y for b in boxes.values()) + HEIGHT + MARGIN
