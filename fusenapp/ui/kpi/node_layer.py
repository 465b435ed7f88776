"""Keeps a picture of every node that was in sight, at the very scale of the screen, so that scrolling only copies.

A picture is made anew when its node looks different. While a zoom or a scroll is under way a frame makes pictures for a few
milliseconds only; until a node has its own, the one of another size is shown stretched, or an empty box.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from math import ceil
from time import perf_counter

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from fusenapp.ui.kpi.figures import NodeFigures
from fusenapp.ui.kpi.joints import RADIUS, joint, paint_joint
from fusenapp.ui.kpi.letters import Letters
from fusenapp.ui.kpi.node_painter import paint_far, paint_node, with_letters
from fusenapp.ui.kpi.tree_layout import GAP_X, HEIGHT, WIDTH, Box
from fusenapp.ui.kpi.tree_painter import Shown
from fusenapp.ui.theme import color, is_dark

FAR = 0.6
"""Zoom below which a node says only its name and how it stands: its small letters would be below 7 px."""
BUDGET = 0.008
"""Seconds that a frame may spend on pictures while the view moves."""
KEPT = 1200
"""Pictures kept; a screen of 4K shows fewer at the smallest zoom."""
_SIGN = 2 * GAP_X
"""Width of the picture of a joint; a pill with a number may be wider than the gap."""


@dataclass(frozen=True)
class Scale:
    """How large nodes are painted: ``zoom`` in logical pixels, ``ratio`` device pixels for each, ``ground`` (0xRRGGBB) behind them."""

    zoom: float
    ratio: float
    ground: int

    @property
    def far(self) -> bool:
        """Whether there is no room for more than name and state."""
        return self.zoom < FAR

    def at(self, x: float, y: float, scrolled: tuple[int, int]) -> tuple[int, int]:
        """A place of the tree in whole device pixels of the screen."""
        return round((x * self.zoom - scrolled[0]) * self.ratio), round((y * self.zoom - scrolled[1]) * self.ratio)


class NodeLayer:
    """The nodes and joints of one view."""

    def __init__(self) -> None:
        self._pictures: dict[str, tuple[NodeFigures, Hashable, QPixmap]] = {}
        self._joints: dict[Hashable, QPixmap] = {}
        self._letters = Letters()
        self.missing = False
        """Whether the last frame showed something in place of a picture."""

    def paint(self, painter: QPainter, shown: Shown, ids: Iterable[str], scale: Scale, scrolled: tuple[int, int], *, hasty: bool) -> None:
        """Nodes and joints at their places; the painter stands at the corner of the view, in logical pixels.

        Args:
            hasty: the view moves; nodes whose figures are shown already may go on looking as they did for a moment.
        """
        painter.save()
        painter.scale(1 / scale.ratio, 1 / scale.ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.missing = False
        until = perf_counter() + BUDGET if hasty else float("inf")
        with with_letters(self._letters):
            for id in ids:
                box = shown.placed.boxes[id]
                self._node(painter, shown, id, scale, scale.at(box.x, box.y, scrolled), until)
                self._joint(painter, shown, id, box, scale, scrolled)
        painter.restore()
        self._trim()

    def _node(self, painter: QPainter, shown: Shown, id: str, scale: Scale, at: tuple[int, int], until: float) -> None:
        brim = _brim(id == shown.current, scale)
        corner = at[0] - brim, at[1] - brim
        figures, look = shown.nodes[id], (scale, is_dark(), shown.shape(id), id == shown.current, id == shown.pointed)
        kept = self._pictures.get(id)
        if kept is not None and kept[1] == look and (kept[0] is figures or kept[0] == figures):
            painter.drawPixmap(*corner, kept[2])
        elif perf_counter() < until:
            made = _picture(figures, shown.shape(id), scale, selected=id == shown.current, pointed=id == shown.pointed)
            self._pictures[id] = figures, look, made
            painter.drawPixmap(*corner, made)
        else:
            self.missing = True
            place = QRect(*at, round(WIDTH * scale.zoom * scale.ratio), round(HEIGHT * scale.zoom * scale.ratio))
            if kept is not None and kept[0] == figures:
                painter.drawPixmap(place, kept[2])
            else:
                painter.fillRect(place, color("surface"))

    def _joint(self, painter: QPainter, shown: Shown, id: str, box: Box, scale: Scale, scrolled: tuple[int, int]) -> None:
        sign = shown.sign(id)
        if sign is None:
            return
        look = (*sign, scale, is_dark())
        if look not in self._joints:
            self._joints[look] = _joint_picture(*sign, scale)
        middle = joint(box)
        painter.drawPixmap(*scale.at(middle.x() - _SIGN / 2, middle.y() - RADIUS - 1, scrolled), self._joints[look])

    def _trim(self) -> None:
        while len(self._pictures) > KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        if len(self._joints) > KEPT:
            self._joints.clear()


def _picture(figures: NodeFigures, shape: str, scale: Scale, *, selected: bool, pointed: bool) -> QPixmap:
    """Without a see-through ground, so that letters are as smooth as on the view itself; the frame of a selected one needs a brim."""
    sharp, brim = scale.zoom * scale.ratio, _brim(selected, scale)
    made = QPixmap(round(WIDTH * sharp) + 2 * brim, round(HEIGHT * sharp) + 2 * brim)
    made.fill(QColor(Qt.GlobalColor.transparent) if selected else QColor(scale.ground))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(brim, brim)
    painter.scale(sharp, sharp)
    paint = paint_far if scale.far else paint_node
    paint(painter, QRectF(0, 0, WIDTH, HEIGHT), figures, shape, selected=selected, pointed=pointed)
    painter.end()
    return made


def _brim(selected: bool, scale: Scale) -> int:
    """Device pixels by which the picture of a node is larger than its box, on every side."""
    return ceil(2 * scale.zoom * scale.ratio) if selected else 0


def _joint_picture(sign: str, folded: int, scale: Scale) -> QPixmap:
    sharp = scale.zoom * scale.ratio
    made = QPixmap(round(_SIGN * sharp), round((2 * RADIUS + 2) * sharp))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(sharp, sharp)
    paint_joint(painter, QPointF(_SIGN / 2, RADIUS + 1), sign, folded)
    painter.end()
    return made
