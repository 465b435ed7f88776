"""Where the arrows of the committee run, and where there is room for their words: no line crosses a box, no word lies on another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

SAME = 20.0
"""Boxes whose middles are nearer than this, across, stand in one column, px."""
BULGE = 16.0
"""How far an arrow within a column leaves it, px."""
_APART, _EDGE, _ROOM = 9.0, 12.0, 6.0
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Parts of an arrow at which its words are tried."""


@dataclass(frozen=True)
class Ends:
    """An arrow by its id, from person to person."""

    id: str
    source: str
    target: str


def paths(arrows: Sequence[Ends], boxes: Mapping[str, QRectF]) -> dict[str, QPainterPath]:
    """The line of each arrow: its ends spread along the edges that they share, around the boxes that stand between."""
    known = [arrow for arrow in arrows if arrow.source in boxes and arrow.target in boxes]
    ports = _ports(known, boxes)
    return {arrow.id: _path(boxes[arrow.source], boxes[arrow.target], ports[arrow.id, "source"], ports[arrow.id, "target"], boxes.values())
            for arrow in known}


def _ports(arrows: Sequence[Ends], boxes: Mapping[str, QRectF]) -> dict[tuple[str, str], float]:
    """How far from the middle of its edge each end lies."""
    edges: dict[tuple[str, int], list[tuple[float, float, str, str]]] = {}
    for arrow in arrows:
        a, b = boxes[arrow.source].center(), boxes[arrow.target].center()
        side = 0 if abs(a.x() - b.x()) < SAME else 1 if b.x() > a.x() else -1
        edges.setdefault((arrow.source, side), []).append((b.y(), b.x(), arrow.id, "source"))
        edges.setdefault((arrow.target, -side), []).append((a.y(), a.x(), arrow.id, "target"))
    found = {}
    for (person, _), ends in edges.items():
        step = min(_APART, (boxes[person].height() - 2 * _EDGE) / max(len(ends) - 1, 1))
        for at, (_, _, id, end) in enumerate(sorted(ends)):
            found[id, end] = (at - (len(ends) - 1) / 2) * step
    return found


def _path(start: QRectF, end: QRectF, leaves: float, arrives: float, boxes: Iterable[QRectF]) -> QPainterPath:
    if abs(start.center().x() - end.center().x()) < SAME:
        return _beside(start, end, leaves, arrives)
    right = end.center().x() > start.center().x()
    a = QPointF(start.right() if right else start.left(), start.center().y() + leaves)
    b = QPointF(end.left() if right else end.right(), end.center().y() + arrives)
    path = QPainterPath(a)
    middle = [box for box in boxes if min(a.x(), b.x()) < box.left() and box.right() < max(a.x(), b.x())]
    if middle:
        y = _free(middle, (a.y() + b.y()) / 2)
        near, far = min(box.left() for box in middle), max(box.right() for box in middle)
        first, last = (QPointF(near, y), QPointF(far, y)) if right else (QPointF(far, y), QPointF(near, y))
        _swing(path, first)
        path.lineTo(last)
    _swing(path, b)
    return path


def _swing(path: QPainterPath, to: QPointF) -> None:
    """Sideways away and sideways in."""
    reach = QPointF((to.x() - path.currentPosition().x()) / 2, 0)
    path.cubicTo(path.currentPosition() + reach, to - reach, to)


def _free(boxes: Sequence[QRectF], wanted: float) -> float:
    """The height nearest to the wanted one at which a line passes between the boxes, or above and below them."""
    taken = sorted((box.top() - _ROOM, box.bottom() + _ROOM) for box in boxes)
    candidates = [wanted, *(edge for span in taken for edge in span)]
    clear = [y for y in candidates if not any(top < y < bottom for top, bottom in taken)]
    return min(clear, key=lambda y: abs(y - wanted))


def _beside(start: QRectF, end: QRectF, leaves: float, arrives: float) -> QPainterPath:
    """Within a column: out on the left and back in."""
    a, b = QPointF(start.left(), start.center().y() + leaves), QPointF(end.left(), end.center().y() + arrives)
    out = min(a.x(), b.x()) - BULGE * 4 / 3
    path = QPainterPath(a)
    path.cubicTo(QPointF(out, a.y()), QPointF(out, b.y()), b)
    return path


def places(lines: Mapping[str, QPainterPath], sizes: Mapping[str, QSizeF], boxes: Iterable[QRectF], room: QRectF) -> dict[str, QRectF]:
    """Where the words of each arrow stand: on their line, as near to its middle as there is room beside boxes and other words."""
    taken = list(boxes)
    found: dict[str, QRectF] = {}
    for id, size in sizes.items():
        aside = size.height() / 2 + 3
        tried = [_at(lines[id].pointAtPercent(part), size, room).translated(0, off) for off in (0, -aside, aside) for part in _ALONG]
        found[id] = min(tried, key=lambda place: sum(_shared(place, other) for other in taken))
        taken.append(found[id])
    return found


def _at(middle: QPointF, size: QSizeF, room: QRectF) -> QRectF:
    left = min(max(middle.x() - size.width() / 2, room.left()), room.right() - size.width())
    return QRectF(left, middle.y() - size.height() / 2, size.width(), size.height())


def _shared(one: QRectF, other: QRectF) -> float:
    common = one & other
    return common.width() * common.height() if not common.isEmpty() else 0.0
