"""The tree as a picture: one painted surface that scrolls, zooms, folds and is walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QToolTip, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi import bands
from fusenapp.ui.kpi.bands import Band, BandHeader, Department
from fusenapp.ui.kpi.figures import NodeFigures, percent, spoken
from fusenapp.ui.kpi.joints import RADIUS, joint, sign_of
from fusenapp.ui.kpi.node_layer import NodeLayer, Scale
from fusenapp.ui.kpi.tree_layout import GAP_X, GAP_Y, HEIGHT, WIDTH, Box, Part, Placed, place
from fusenapp.ui.kpi.tree_painter import Shown, paint_lines
from fusenapp.ui.theme import color

if TYPE_CHECKING:
    from fusenapp.domain.kpi import Tree
    from fusenapp.ui.kpi.tree_picture import TreePicture

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
        self.shown = Shown()
        self._layer = NodeLayer()
        self._hasty = False
        self._bands: list[Band] = []
        self._pressed: QPoint | None = None
        self.setViewportMargins(0, bands.HEIGHT, 0, 0)
        self.header = BandHeader(self)
        self.horizontalScrollBar().valueChanged.connect(self._show_bands)

    def show_tree(self, tree: Tree, nodes: Mapping[str, NodeFigures], departments: Mapping[str, Department]) -> None:
        """Another tree or other figures; of the same tree only the nodes that look different are painted again.

        Args:
            departments: id → (shape, name), in their order.
        """
        old = self.shown
        same = bool(old.tree.nodes) and old.departments == departments and _same_shape(old.tree, tree)
        self.shown = replace(old, tree=tree, nodes=nodes, departments=departments)
        if not same:
            self._place()
            return
        for id in old.placed.inside(self._seen()):
            if old.nodes[id] != nodes[id] or sign_of(old.tree.nodes[id].formula) != sign_of(tree.nodes[id].formula):
                if (old.nodes[id].state == "off_target") != (nodes[id].state == "off_target"):
                    self.viewport().update()  # the lines to it and from it change their colour, however long they are
                    return
                self.viewport().update(self.box(id).adjusted(-2, -2, GAP_X * self.zoom + 2, 2).toAlignedRect())

    @property
    def current(self) -> str:
        """The selected node."""
        return self.shown.current

    @property
    def pointed(self) -> str:
        """The node that is pointed at."""
        return self.shown.pointed

    @property
    def folded(self) -> set[str]:
        """The nodes of which nothing below is shown."""
        return self.shown.folded

    @property
    def _boxes(self) -> Mapping[str, Box]:
        return self.shown.placed.boxes

    def _show_bands(self) -> None:
        self.header.show_bands(self._bands, self.shown.departments, self.zoom, self.horizontalScrollBar().value())

    def _department(self, id: str) -> str:
        return self.shown.tree.nodes[id].department

    def select(self, id: str) -> None:
        """Select a node and bring it into view."""
        if id in self._boxes:
            self.shown.current, self.shown.pointed = id, ""
            self.setAccessibleDescription(self.told(id))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.viewport().update()
            self._reveal(self._boxes[id])
            self.selected.emit(id)

    def mark(self, id: str) -> None:
        """Show a node as the selected one, wherever the view is."""
        if id != self.current:
            self._refresh(self.current, id)
            self.shown.current = id

    def _refresh(self, *ids: str) -> None:
        """Some nodes look different now."""
        for id in ids:
            if id in self._boxes:
                self.viewport().update(self.box(id).adjusted(-2, -2, 2, 2).toAlignedRect())

    def point_at(self, id: str) -> None:
        """Bring a node into view and mark it, without selecting it."""
        if id in self._boxes:
            self.shown.pointed = id
            self._reveal(self._boxes[id])
            self.viewport().update()

    def told(self, id: str) -> str:
        """A node in words, for screen readers."""
        node = self.shown.nodes[id]
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
        width, height = self.shown.placed.size
        if width and height:
            self._set_zoom(max(min(self.viewport().width() / width, self.viewport().height() / height, 1.0), _READABLE))

    def show_all(self) -> None:
        """The whole tree, and again whenever it changes."""
        self.zoomed.emit(False)
        self.fit()

    def _zoom_by_user(self, zoom: float) -> None:
        self.zoomed.emit(True)
        self._hasty = True
        self._set_zoom(zoom)

    def _children(self, id: str) -> tuple[str, ...]:
        return () if id in self.folded else self.shown.tree.children(id)

    def _place(self) -> None:
        """Where each node stands, and the lines between them."""
        self.shown.placed = Placed(place(self.shown.tree.roots, self._children), self._children)
        self._bands = bands.bands(self._boxes, self._department, tuple(self.shown.departments))
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = (int(v * self.zoom) for v in self.shown.placed.size)
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
        width, height = self.shown.placed.size
        return width, height + bands.HEIGHT

    def picture(self, title: str, caption: str) -> TreePicture:
        """The whole tree under the bands of the departments, whatever is scrolled out of sight, for a file."""
        from fusenapp.ui.kpi.tree_picture import TreePicture

        return TreePicture(self.shown, self._bands, title, caption)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        part = self._part(QRectF(event.rect()))
        scrolled = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-scrolled[0], -scrolled[1])
        painter.scale(self.zoom, self.zoom)
        paint_lines(painter, self.shown, part)
        painter.resetTransform()
        scale = Scale(self.zoom, self.viewport().devicePixelRatioF(), self.viewport().palette().color(QPalette.ColorRole.Window).rgb())
        self._layer.paint(painter, self.shown, self.shown.placed.inside(part), scale, scrolled, hasty=self._hasty)
        self._hasty = self._hasty and self._layer.missing
        if self._hasty:
            QTimer.singleShot(0, self.viewport(), self.viewport().update)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._hasty = True
        super().scrollContentsBy(dx, dy)

    def _seen(self) -> Part:
        """What of the tree is in view, in its own coordinates."""
        return self._part(QRectF(self.viewport().rect()))

    def _part(self, view: QRectF) -> Part:
        x, y = view.x() + self.horizontalScrollBar().value(), view.y() + self.verticalScrollBar().value()
        return x / self.zoom - 2, y / self.zoom - 2, (x + view.width()) / self.zoom + 2, (y + view.height()) / self.zoom + 2

    # mouse and keys

    def _at(self, point: QPoint) -> tuple[str, bool]:
        """(node under a point of the viewport or "", whether its fold mark was hit)."""
        x = (point.x() + self.horizontalScrollBar().value()) / self.zoom
        y = (point.y() + self.verticalScrollBar().value()) / self.zoom
        for id in self.shown.placed.inside((x - GAP_X, y - GAP_Y, x + GAP_X, y + GAP_Y)):
            box = self._boxes[id]
            mark = joint(box)
            if self.shown.tree.children(id) and abs(x - mark.x()) <= RADIUS + 2 and abs(y - mark.y()) <= RADIUS + 2:
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
        if not id:
            return
        self.select(id)
        menu = QMenu(self)
        menu.addAction(translate("Kpi", "Show only what is below (R)"), lambda: self.rooted.emit(id))
        if self.shown.tree.children(id):
            words = translate("Kpi", "Show what is below (Space)") if id in self.folded else translate("Kpi", "Fold away what is below (Space)")
            menu.addAction(words, lambda: self.toggle(id))
        menu.exec(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            id, fold = self._at(event.pos())
            words = translate("Kpi", "Show what is below (Space)") if id in self.folded else translate("Kpi", "Fold away what is below (Space)")
            formula = self.shown.tree.nodes[id].formula if id else ""
            told = "\n".join(part for part in (formula, words) if part) if fold else self.told(id) if id in self.shown.nodes else ""
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
        self.shown.folded ^= {id}
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
        return self.shown.tree.levels

    def show_levels(self, count: int) -> None:
        """Fold so that ``count`` levels are seen; 0 opens everything."""
        tree = self.shown.tree
        self.shown.folded = {node.id for node, depth in tree.walk() if count and depth >= count - 1 and tree.children(node.id)}
        self._place()

    def _neighbour(self, key: Qt.Key) -> str:
        """Left: parent, right: first child, up and down: the nearest in the same column."""
        if self.current not in self._boxes:
            return next(iter(self.shown.tree.roots), "")
        if key == Qt.Key.Key_Left:
            return self.shown.tree.parent_of(self.current) or self.current
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


def _same_shape(one: Tree, other: Tree) -> bool:
    """Whether nodes stand at the same places and the bands say the same."""
    return list(one.nodes) == list(other.nodes) and all(
        a is b or (a.parent, a.department) == (b.parent, b.department) for a, b in zip(one, other, strict=True))


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
