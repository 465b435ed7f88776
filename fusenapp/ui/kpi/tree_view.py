"""The tree as a picture: one painted surface that scrolls, zooms, folds and is walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QToolTip, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi import bands
from fusenapp.ui.kpi.bands import BandHeader, Department
from fusenapp.ui.kpi.figures import NodeFigures, percent, spoken
from fusenapp.ui.kpi.joints import RADIUS, elbow, joint, paint_joint, sign_of
from fusenapp.ui.kpi.node_painter import paint_node
from fusenapp.ui.kpi.tree_layout import GAP_X, HEIGHT, WIDTH, Box, place, size
from fusenapp.ui.theme import color

if TYPE_CHECKING:
    from fusenapp.domain.kpi import Tree

_ZOOM = (0.4, 2.0)
_READABLE = 0.85
"""The smallest zoom that fitting chooses; below, figures cannot be read."""


class TreeView(QAbstractScrollArea):
    """Signals: ``selected`` (node id) by mouse or keyboard, ``opened`` (node id) with Enter or a double click, ``zoomed``
    (whether the user chose a zoom of his own), ``refolded`` after a node was folded or opened by hand, ``rooted`` (node id) to show
    the tree below one node."""

    selected = Signal(str)
    opened = Signal(str)
    zoomed = Signal(bool)
    refolded = Signal()
    rooted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(translate("Kpi", "KPI tree"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.zoom = 1.0
        self.current = ""
        self.pointed = ""
        self.folded: set[str] = set()
        self._tree: Tree | None = None
        self._nodes: Mapping[str, NodeFigures] = {}
        self._departments: Mapping[str, Department] = {}
        self._boxes: Mapping[str, Box] = {}
        self._deepest = 0
        self._lines: list[tuple[str, str, QPointF, QPointF]] = []
        self._pressed: QPoint | None = None
        self.setViewportMargins(0, bands.HEIGHT, 0, 0)
        self.header = BandHeader(self)
        self.horizontalScrollBar().valueChanged.connect(self._show_bands)

    def show_tree(self, tree: Tree, nodes: Mapping[str, NodeFigures], departments: Mapping[str, Department]) -> None:
        """Another tree or other figures; of the same tree only the nodes that look different are painted again.

        Args:
            departments: id → (shape, name), in their order.
        """
        before, known = self._tree, self._nodes
        same = before is not None and self._departments == departments and _shape(before) == _shape(tree)
        self._tree, self._nodes, self._departments = tree, nodes, departments
        if before is None or not same:
            self._place()
            return
        seen = self._seen()
        for id in [id for id, box in self._boxes.items() if _touches(box, seen)]:
            if known[id] != nodes[id] or sign_of(before.nodes[id].formula) != sign_of(tree.nodes[id].formula):
                if (known[id].state == "off_target") != (nodes[id].state == "off_target"):
                    self.viewport().update()  # the lines to it and from it change their colour, however long they are
                    return
                self.viewport().update(self.box(id).adjusted(-2, -2, GAP_X * self.zoom + 2, 2).toAlignedRect())

    def _show_bands(self) -> None:
        found = bands.bands(self._boxes, self._department, tuple(self._departments))
        self.header.show_bands(found, self._departments, self.zoom, self.horizontalScrollBar().value())

    def _department(self, id: str) -> str:
        return self._tree.nodes[id].department if self._tree is not None and id in self._tree.nodes else ""

    def select(self, id: str) -> None:
        """Select a node and bring it into view."""
        if id in self._boxes:
            self.current, self.pointed = id, ""
            self.setAccessibleDescription(self.told(id))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.viewport().update()
            self._reveal(self._boxes[id])
            self.selected.emit(id)

    def mark(self, id: str) -> None:
        """Show a node as the selected one, wherever the view is."""
        if id != self.current:
            self.current = id
            self.viewport().update()

    def point_at(self, id: str) -> None:
        """Bring a node into view and mark it, without selecting it."""
        if id in self._boxes:
            self.pointed = id
            self._reveal(self._boxes[id])
            self.viewport().update()

    def told(self, id: str) -> str:
        """A node in words, for screen readers."""
        node = self._nodes[id]
        parts = [node.name, spoken(node.value, node.unit),
                 translate("Kpi", "Target {figure}").format(figure=spoken(node.target, node.unit))]
        return "、".join(parts + ([f"{translate('Kpi', 'Achievement')} {percent(node.achievement)}"] if node.state else []))

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

    def show_all(self) -> None:
        """The whole tree, and again whenever it changes."""
        self.zoomed.emit(False)
        self.fit()

    def _zoom_by_user(self, zoom: float) -> None:
        self.zoomed.emit(True)
        self._set_zoom(zoom)

    def _children(self, id: str) -> tuple[str, ...]:
        assert self._tree is not None
        return () if id in self.folded else self._tree.children(id)

    def _place(self) -> None:
        """Where each node stands, and the lines between them."""
        self._boxes = place(self._tree.roots, self._children) if self._tree else {}
        self._deepest = max((depth for _, depth in self._tree.walk()), default=-1) + 1 if self._tree is not None else 0
        self._lines = [(id, child, QPointF(box.x + WIDTH, box.middle), QPointF(self._boxes[child].x, self._boxes[child].middle))
                       for id, box in self._boxes.items() for child in self._children(id) if child in self._boxes]
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = (int(v * self.zoom) for v in size(self._boxes))
        self.horizontalScrollBar().setRange(0, max(0, width - self.viewport().width()))
        self.verticalScrollBar().setRange(0, max(0, height - self.viewport().height()))
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.header.setGeometry(0, 0, self.viewport().width(), bands.HEIGHT)
        self._show_bands()
        self.viewport().update()

    def _reveal(self, box: Box) -> None:
        for bar, start, length, view in ((self.horizontalScrollBar(), box.x, WIDTH, self.viewport().width()),
                                         (self.verticalScrollBar(), box.y, HEIGHT, self.viewport().height())):
            low, high = int(start * self.zoom) - 16, int((start + length) * self.zoom) + 16
            bar.setValue(low if low < bar.value() else max(bar.value(), high - view))

    # painting

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the whole tree with its bands, in logical pixels at 100 %."""
        width, height = size(self._boxes)
        return width, height + bands.HEIGHT

    def paint_all(self, painter: QPainter) -> None:
        """The whole tree under the bands of the departments, whatever is scrolled out of sight."""
        width, height = self.extent
        found = bands.bands(self._boxes, self._department, tuple(self._departments))
        bands.paint_bands(painter, found, self._departments, width)
        painter.translate(0, bands.HEIGHT)
        self._paint(painter, QRectF(0, 0, width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.scale(self.zoom, self.zoom)
        self._paint(painter, self._part(QRectF(event.rect())))
        if self.hasFocus():
            painter.resetTransform()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, seen: QRectF) -> None:
        self._edges(painter, seen)
        for id, box in self._boxes.items():
            if _touches(box, seen) and id in self._nodes:
                rect, node = QRectF(box.x, box.y, WIDTH, HEIGHT), self._nodes[id]
                shape = self._departments.get(node.department, ("circle", ""))[0]
                paint_node(painter, rect, node, shape, selected=id == self.current, pointed=id == self.pointed)
                self._joint(painter, id, box)

    def _seen(self) -> QRectF:
        """What of the tree is in view, in its own coordinates."""
        return self._part(QRectF(self.viewport().rect()))

    def _part(self, view: QRectF) -> QRectF:
        x, y = view.x() + self.horizontalScrollBar().value(), view.y() + self.verticalScrollBar().value()
        return QRectF(x / self.zoom, y / self.zoom, view.width() / self.zoom, view.height() / self.zoom).adjusted(-2, -2, 2, 2)

    def _edges(self, painter: QPainter, seen: QRectF) -> None:
        """Right-angled lines with round corners from a node to what it is made of; red where a shortfall comes from."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left, right, top, bottom = seen.left(), seen.right(), seen.top(), seen.bottom()
        for id, child, start, end in self._lines:
            if end.x() < left or start.x() > right or max(start.y(), end.y()) < top or min(start.y(), end.y()) > bottom:
                continue
            off = all(n in self._nodes and self._nodes[n].state == "off_target" for n in (id, child))
            painter.setPen(QPen(color("bad" if off else "borderS"), 2 if off else 1.5))
            painter.drawPath(elbow(start, end))

    def _joint(self, painter: QPainter, id: str, box: Box) -> None:
        assert self._tree is not None
        below = self._tree.children(id)
        if below:
            folded = len(list(self._tree.walk(id))) - 1 if id in self.folded else 0
            paint_joint(painter, joint(box), sign_of(self._tree.nodes[id].formula), folded)

    # mouse and keys

    def _at(self, point: QPoint) -> tuple[str, bool]:
        """(node under a point of the viewport or "", whether its fold mark was hit)."""
        x = (point.x() + self.horizontalScrollBar().value()) / self.zoom
        y = (point.y() + self.verticalScrollBar().value()) / self.zoom
        for id, box in self._boxes.items():
            mark = joint(box)
            if self._tree and self._tree.children(id) and abs(x - mark.x()) <= RADIUS + 2 and abs(y - mark.y()) <= RADIUS + 2:
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        id, fold = self._at(event.position().toPoint())
        if fold:
            self.toggle(id)
        elif id:
            self.opened.emit(id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        id, _ = self._at(event.pos() - self.viewport().pos())
        if not id or self._tree is None:
            return
        self.select(id)
        menu = QMenu(self)
        menu.addAction(translate("Kpi", "Show only what is below (R)"), lambda: self.rooted.emit(id))
        if self._tree.children(id):
            words = translate("Kpi", "Show what is below (Space)") if id in self.folded else translate("Kpi", "Fold away what is below (Space)")
            menu.addAction(words, lambda: self.toggle(id))
        menu.exec(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._tree is not None:
            id, fold = self._at(event.pos())
            words = translate("Kpi", "Show what is below (Space)") if id in self.folded else translate("Kpi", "Fold away what is below (Space)")
            formula = self._tree.nodes[id].formula if id else ""
            told = "\n".join(part for part in (formula, words) if part) if fold else self.told(id) if id in self._nodes else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by_user(self.zoom * (1.15 if event.angleDelta().y() > 0 else 1 / 1.15))
        else:
            super().wheelEvent(event)

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, _ZOOM[0]), _ZOOM[1])
        if zoom != self.zoom:
            self.zoom = zoom
            self._lay_out()

    def toggle(self, id: str) -> None:
        """Fold away what is below a node, or show it again."""
        self.folded ^= {id}
        self._place()
        self.refolded.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_0, Qt.Key.Key_1):
            self.show_all() if key == Qt.Key.Key_1 else self._zoom_by_user(1.0)
        elif key == Qt.Key.Key_R and self.current and not event.modifiers():
            self.rooted.emit(self.current)
        elif key == Qt.Key.Key_Space and self.current:
            self.toggle(self.current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif key in _ARROWS:
            self.select(self._neighbour(key))
        else:
            super().keyPressEvent(event)

    @property
    def deepest(self) -> int:
        """Number of levels of the tree."""
        return self._deepest

    def show_levels(self, count: int) -> None:
        """Fold so that ``count`` levels are seen; 0 opens everything."""
        if self._tree is not None:
            self.folded = {node.id for node, depth in self._tree.walk() if count and depth >= count - 1 and self._tree.children(node.id)}
            self._place()

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

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _shape(tree: Tree) -> list[tuple[str, str, str]]:
    """What decides where nodes stand and what the bands say."""
    return [(node.id, node.parent, node.department) for node in tree]


def _touches(box: Box, part: QRectF) -> bool:
    """Whether a node or the joint on its right is in a part of the tree."""
    return box.x < part.right() and box.x + WIDTH + GAP_X > part.left() and box.y < part.bottom() and box.y + HEIGHT > part.top()


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
