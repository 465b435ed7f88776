"""Paints a part of the tree: the lines, then the nodes, then the joints between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from fusenapp.domain.kpi import Tree
from fusenapp.kpi.targets import OFF_TARGET
from fusenapp.ui.kpi.bands import Department
from fusenapp.ui.kpi.figures import NodeFigures
from fusenapp.ui.kpi.joints import branches, joint, paint_joint, sign_of
from fusenapp.ui.kpi.node_painter import paint_node
from fusenapp.ui.kpi.tree_layout import HEIGHT, WIDTH, Fan, Part, Placed
from fusenapp.ui.theme import color

_TOLD = 20
"""Nodes that are painted before it is said how far that is."""


@dataclass
class Shown:
    """What there is to paint.

    Attributes:
        departments: id → (shape, name), in their order.
        folded: nodes of which nothing below is shown.
        current, pointed: the node that is selected, and one that is pointed at.
    """

    tree: Tree = field(default_factory=lambda: Tree({}))
    nodes: Mapping[str, NodeFigures] = field(default_factory=dict)
    departments: Mapping[str, Department] = field(default_factory=dict)
    placed: Placed = field(default_factory=lambda: Placed({}, lambda id: ()))
    folded: set[str] = field(default_factory=set)
    current: str = ""
    pointed: str = ""

    def shape(self, id: str) -> str:
        """The shape of a node's department."""
        return self.departments.get(self.nodes[id].department, ("circle", ""))[0]

    def sign(self, id: str) -> tuple[str, int] | None:
        """(how a node's parts are joined, how many are folded away); None for a node without parts."""
        if not self.tree.children(id):
            return None
        folded = len(list(self.tree.walk(id))) - 1 if id in self.folded else 0
        return sign_of(self.tree.nodes[id].formula), folded


def paint_all(painter: QPainter, shown: Shown, part: Part, tell: Callable[[float], Any] | None = None) -> None:
    """Everything drawn anew, sharp at any size: for paper and picture files. ``tell``: hears how far it is, from 0 to 1."""
    paint_lines(painter, shown, part)
    ids = list(shown.placed.inside(part))
    for at, id in enumerate(ids):
        if tell is not None and at % _TOLD == 0:
            tell(at / len(ids))
        box = shown.placed.boxes[id]
        rect = QRectF(box.x, box.y, WIDTH, HEIGHT)
        looks = {"selected": id == shown.current, "pointed": id == shown.pointed}
        paint_node(painter, rect, shown.nodes[id], shown.shape(id), **looks)
        sign = shown.sign(id)
        if sign is not None:
            paint_joint(painter, joint(box), *sign)


def paint_lines(painter: QPainter, shown: Shown, part: Part) -> None:
    """Right-angled lines with round corners from a node to what it is made of; red where a shortfall comes from."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color("borderS"), 1.5))
    red: list[QPainterPath] = []
    for fan in shown.placed.fans(part):
        off = _missed(shown, fan)
        if len(off) < len(fan.children):
            painter.drawPath(_path(fan, frozenset(range(len(fan.children))) - off))
        if off:
            red.append(_path(fan, off))
    painter.setPen(QPen(color("bad"), 2))
    for path in red:
        painter.drawPath(path)


def _missed(shown: Shown, fan: Fan) -> frozenset[int]:
    """Which of the lines are red: where both a node and what it is made of are off target."""
    if shown.nodes[fan.id].state != OFF_TARGET:
        return frozenset()
    return frozenset(at for at, child in enumerate(fan.children) if shown.nodes[child].state == OFF_TARGET)


@lru_cache(maxsize=4096)
def _path(fan: Fan, chosen: frozenset[int]) -> QPainterPath:
    return branches(QPointF(*fan.start), [QPointF(*fan.ends[at]) for at in sorted(chosen)])
