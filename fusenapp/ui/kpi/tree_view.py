"""The tree as a picture: one painted surface that scrolls, zooms, folds and is walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.figures import NodeFigures
from fusenapp.ui.kpi.node_painter import paint_node
from fusenapp.ui.kpi.tree_layout import HEIGHT, WIDTH, Box, place, size
from fusenapp.ui.theme import color, font

if TYPE_CHECKING:
    from fusenapp.domain.kpi import Tree

_ZOOM = (0.4, 2.0)
_READABLE = 0.85
"""The smallest zoom that fitting chooses; below, figures cannot be read."""


class TreeView(QAbstractScrollArea):
    """Signals: ``selected`` (node id) by mouse or keyboard."""

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(translate("Kpi", "KPI tree"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.zoom = 1.0
        self.current = ""
        self.folded: set[str] = set()
        self._tree: Tree | None = None
        self._nodes: Mapping[str, NodeFigures] = {}
        self._shapes: Mapping[str, str] = {}
        self._boxes: Mapping[str, Box] = {}
        self._pressed: QPoint | None = None

    def show_tree(self, tree: Tree, nodes: Mapping[str, NodeFigures], shapes: Mapping[str, str]) -> None:
        """Another tree or other figures. ``shapes``: department id → shape."""
        self._tree, self._nodes, self._shapes = tree, nodes, shapes
        self._lay_out()

    def select(self, id: str) -> None:
        """Select a node and bring it into view."""
        if id in self._boxes:
            self.current = id
            self.viewport().update()
            self._reveal(self._boxes[id])
            self.selected.emit(id)

    def box(self, id: str) -> QRectF:
        """Where a node stands in the viewport."""
        box = self._boxes[id]
        return QRectF(box.x * self.zoom - self.horizontalScrollBar().value(), box.y * self.zoom - self.verticalScrollBar().value(),
                      WIDTH * self.zoom, HEIGHT * self.zoom)

    def fit(self) -> None:
        """Zoom so that the whole tree is in view, as far as it stays readable."""
        width, height = size(self._boxes)
        if width and height:
            self._set_zoom(max(min(self.viewport().width() / width, self.viewport().height() / height, 1.0), _READABLE))

    def _children(self, id: str) -> tuple[str, ...]:
        assert self._tree is not None
        return () if id in self.folded else self._tree.children(id)

    def _lay_out(self) -> None:
        self._boxes = place(self._tree.roots, self._children) if self._tree else {}
        width, height = (int(v * self.zoom) for v in size(self._boxes))
        self.horizontalScrollBar().setRange(0, max(0, width - self.viewport().width()))
        self.verticalScrollBar().setRange(0, max(0, height - self.viewport().height()))
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.viewport().update()

    def _reveal(self, box: Box) -> None:
        for bar, start, length, view in ((self.horizontalScrollBar(), box.x, WIDTH, self.viewport().width()),
                                         (self.verticalScrollBar(), box.y, HEIGHT, self.viewport().height())):
            low, high = int(start * self.zoom) - 16, int((start + length) * self.zoom) + 16
            bar.setValue(low if low < bar.value() else max(bar.value(), high - view))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.scale(self.zoom, self.zoom)
        seen = self._seen()
        self._edges(painter, seen)
        for id, box in self._boxes.items():
            rect = QRectF(box.x, box.y, WIDTH, HEIGHT)
            if rect.intersects(seen) and id in self._nodes:
                node = self._nodes[id]
                paint_node(painter, rect, node, self._shapes.get(node.department, "circle"), selected=id == self.current)
                self._fold_mark(painter, id, rect)
        if self.hasFocus() and not self.current:
            painter.setPen(QPen(color("focus"), 2))

    def _seen(self) -> QRectF:
        view = self.viewport().rect().translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(view.x() / self.zoom, view.y() / self.zoom, view.width() / self.zoom, view.height() / self.zoom).adjusted(-40, -40, 40, 40)

    def _edges(self, painter: QPainter, seen: QRectF) -> None:
        """Right-angled lines with round corners from a node to what it is made of; red where a shortfall comes from."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for id, box in self._boxes.items():
            for child in self._children(id):
                if child not in self._boxes:
                    continue
                start = QPointF(box.x + WIDTH, box.middle)
                end = QPointF(self._boxes[child].x, self._boxes[child].middle)
                if not QRectF(start, end).normalized().adjusted(-2, -2, 2, 2).intersects(seen):
                    continue
                off = all(n in self._nodes and self._nodes[n].state == "off_target" for n in (id, child))
                painter.setPen(QPen(color("bad" if off else "borderS"), 2 if off else 1.5))
                painter.drawPath(_elbow(start, end))

    def _fold_mark(self, painter: QPainter, id: str, rect: QRectF) -> None:
        """A small round mark where nodes are folded away, with their number."""
        assert self._tree is not None
        below = self._tree.children(id)
        if not below:
            return
        centre = QPointF(rect.right() + 1, rect.center().y())
        painter.setPen(QPen(color("borderS"), 1))
        painter.setBrush(color("surface"))
        painter.drawEllipse(centre, 8, 8)
        painter.setPen(color("text2"))
        painter.setFont(font(11, bold=True))
        mark = str(len(below)) if id in self.folded else "−"
        painter.drawText(QRectF(centre.x() - 8, centre.y() - 8, 16, 16), Qt.AlignmentFlag.AlignCenter, mark)

    # mouse and keys

    def _at(self, point: QPoint) -> tuple[str, bool]:
        """(node under a point of the viewport or "", whether its fold mark was hit)."""
        x = (point.x() + self.horizontalScrollBar().value()) / self.zoom
        y = (point.y() + self.verticalScrollBar().value()) / self.zoom
        for id, box in self._boxes.items():
            if self._tree and self._tree.children(id) and abs(x - box.x - WIDTH) <= 9 and abs(y - box.middle) <= 9:
                return id, True
            if box.x <= x <= box.x + WIDTH and box.y <= y <= box.y + HEIGHT:
                return id, False
        return "", False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        id, fold = self._at(event.position().toPoint())
        if fold:
            self.toggle(id)
        elif id:
            self.select(id)
        else:
            self._pressed = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            step = event.position().toPoint() - self._pressed
            self._pressed = event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - step.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.viewport().unsetCursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._set_zoom(self.zoom * (1.15 if event.angleDelta().y() > 0 else 1 / 1.15))
        else:
            super().wheelEvent(event)

    def _set_zoom(self, zoom: float) -> None:
        self.zoom = min(max(zoom, _ZOOM[0]), _ZOOM[1])
        self._lay_out()

    def toggle(self, id: str) -> None:
        """Fold away what is below a node, or show it again."""
        self.folded ^= {id}
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_0, Qt.Key.Key_1):
            self.fit() if key == Qt.Key.Key_1 else self._set_zoom(1.0)
        elif key == Qt.Key.Key_Space and self.current:
            self.toggle(self.current)
        elif key in _ARROWS:
            self.select(self._neighbour(key))
        else:
            super().keyPressEvent(event)

    def _neighbour(self, key: Qt.Key) -> str:
        """Left: parent, right: first child, up and down: the nearest in the same column."""
        if self.current not in self._boxes or self._tree is None:
            return self._tree.roots[0] if self._tree and self._tree.roots else ""
        if key == Qt.Key.Key_Left:
            return self._tree.parent_of(self.current) or self.current
        if key == Qt.Key.Key_Right:
            below = self._children(self.current)
            return below[0] if below else self.current
        here = self._boxes[self.current]
        column = sorted((b.y, id) for id, b in self._boxes.items() if b.x == here.x)
        at = column.index((here.y, self.current)) + (1 if key == Qt.Key.Key_Down else -1)
        return column[min(max(at, 0), len(column) - 1)][1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.viewport().update()


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def _elbow(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    middle = (start.x() + end.x()) / 2
    bend = min(4.0, abs(end.y() - start.y()) / 2)
    step = bend if end.y() > start.y() else -bend
    path.lineTo(middle - bend, start.y())
    path.quadTo(middle, start.y(), middle, start.y() + step)
    path.lineTo(middle, end.y() - step)
    path.quadTo(middle, end.y(), middle + bend, end.y())
    path.lineTo(end)
    return path
