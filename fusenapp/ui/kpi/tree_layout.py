"""Places nodes from left to right: a column per depth, the first child level with its parent, the others below.

The stages of a funnel are each the first child of the next, so they stand in one line across and their rates
hang below them; no two nodes of a column overlap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

WIDTH, HEIGHT, GAP_X, GAP_Y, MARGIN = 180, 112, 32, 16, 16

Part = tuple[float, float, float, float]
"""left, top, right, bottom in logical pixels at 100 %."""


@dataclass(frozen=True)
class Box:
    """Place of a node, in logical pixels at 100 %."""

    x: float
    y: float

    @property
    def middle(self) -> float:
        """Height of its centre."""
        return self.y + HEIGHT / 2


@dataclass(frozen=True)
class Fan:
    """The lines from one node to those that it is made of.

    Attributes:
        children: those that are shown, from top to bottom.
        start: (x, y) where all lines begin.
        ends: (x, y) where they end, in the order of the children; none is higher than the start.
    """

    id: str
    children: tuple[str, ...]
    start: tuple[float, float]
    ends: tuple[tuple[float, float], ...]


@dataclass
class Column:
    """The nodes of one depth from top to bottom, and the lines that begin at them.

    Both are in the order of their heights, at either end: what is in sight is found by halving, however many there are.
    """

    x: float
    ids: list[str] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    fans: list[Fan] = field(default_factory=list)

    def between(self, top: float, bottom: float) -> list[str]:
        """The nodes that stand at least in part between two heights."""
        return self.ids[bisect_right(self.tops, top - HEIGHT):bisect_left(self.tops, bottom)]

    def fans_between(self, top: float, bottom: float) -> list[Fan]:
        """The lines of which something runs between two heights."""
        first = bisect_left(self.fans, top, key=lambda fan: fan.ends[-1][1])
        return self.fans[first:bisect_right(self.fans, bottom, key=lambda fan: fan.start[1])]


class Placed:
    """Where all nodes stand.

    Attributes:
        boxes: node id → place, in the order of the tree.
        columns: from left to right.
    """

    def __init__(self, boxes: Mapping[str, Box], children: Callable[[str], tuple[str, ...]]) -> None:
        self.boxes = boxes
        found: dict[float, Column] = {}
        for id, box in boxes.items():
            column = found.setdefault(box.x, Column(box.x))
            column.ids.append(id)
            column.tops.append(box.y)
            below = tuple(child for child in children(id) if child in boxes)
            if below:
                ends = tuple((boxes[child].x, boxes[child].middle) for child in below)
                column.fans.append(Fan(id, below, (box.x + WIDTH, box.middle), ends))
        self.columns = tuple(found[x] for x in sorted(found))

    def inside(self, part: Part) -> Iterator[str]:
        """The nodes of which something is in a part of the tree, the joints on their right included."""
        left, top, right, bottom = part
        for column in self.columns:
            if column.x < right and column.x + WIDTH + GAP_X > left:
                yield from column.between(top, bottom)

    def fans(self, part: Part) -> Iterator[Fan]:
        """The lines that run through a part of the tree."""
        left, top, right, bottom = part
        for column in self.columns:
            if column.x + WIDTH <= right and column.x + WIDTH + GAP_X >= left:
                yield from column.fans_between(top, bottom)

    @cached_property
    def size(self) -> tuple[float, float]:
        """Width and height that hold all boxes with a margin."""
        if not self.columns:
            return 0, 0
        return self.columns[-1].x + WIDTH + MARGIN, max(column.tops[-1] for column in self.columns) + HEIGHT + MARGIN


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
