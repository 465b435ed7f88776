"""Short ways to lay things out on the 4-px grid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

_Box = TypeVar("_Box", bound=QBoxLayout)

Part = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels, or None for a stretch."""


def row(*parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Parts side by side."""
    return _filled(QHBoxLayout(), parts, gap, margins)


def column(*parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Parts one below the other."""
    return _filled(QVBoxLayout(), parts, gap, margins)


def empty(layout: QLayout) -> None:
    """Hide and delete the widgets of a layout, those of layouts inside it too."""
    while (item := layout.takeAt(0)) is not None:
        inner, gone = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
        if gone is not None:
            gone.hide()
            gone.deleteLater()


class Beside(QWidget):
    """Parts side by side while each has the room it needs, else one below the other.

    Args:
        least: width from which on they stand beside each other, px.
        shares: how the width is shared between the parts.
    """

    def __init__(self, parts: Iterable[QWidget], least: int, shares: Iterable[int], gap: int = 12) -> None:
        super().__init__()
        self._least = least
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        for part, share in zip(parts, shares, strict=True):
            self._line.addWidget(part, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._least
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class VerticalScroll(QScrollArea):
    """Scrolls up and down; its body is as wide as it is, and as high as that width needs.

    QScrollArea's own way of doing this asks and resizes in turns, which never ends where texts wrap.
    """

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self._fitting = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.fit()
        return done

    def sizeHint(self) -> QSize:
        body = self.widget()
        return body.sizeHint().boundedTo(QSize(1000, 600)) if body is not None else super().sizeHint()

    def fit(self) -> None:
        """Give the body its size."""
        body = self.widget()
        if body is None or self._fitting:
            return
        self._fitting = True
        try:
            room = self.maximumViewportSize()
            width, height = room.width(), _height_for(body, room.width())
            if height > room.height():
                width -= self.verticalScrollBar().sizeHint().width()
                height = _height_for(body, width)
            body.resize(width, max(height, room.height()))
        finally:
            self._fitting = False


def _height_for(body: QWidget, width: int) -> int:
    layout = body.layout()
    if layout is None:
        return body.heightForWidth(width) if body.hasHeightForWidth() else max(body.sizeHint().height(), body.minimumHeight())
    if layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width), body.minimumHeight())
    return max(layout.totalSizeHint().height(), body.minimumHeight())


def scroll(body: QWidget) -> QScrollArea:
    """``body`` in a frameless area that scrolls up and down and takes the full width."""
    body.setObjectName(body.objectName() or "scrollBody")
    return VerticalScroll(body)


def _filled(layout: _Box, parts: Iterable[Part], gap: int, margins: tuple[int, int, int, int]) -> _Box:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


class FlowLayout(QLayout):
    """Parts in lines that wrap, like words."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, move: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + self.spacing(), 0
            width = min(hint.width(), rect.width())
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self.spacing()
            height = max(height, hint.height())
        return y + height - rect.y()


def room_for(words: Iterable[str], metrics: QFontMetrics, beside: int, least: int, most: int) -> int:
    """Width for the longest of some words and what stands beside them, px; within limits."""
    return min(max(max(map(metrics.horizontalAdvance, words), default=0) + beside, least), most)


def fixed_height(widget: QWidget, height: int) -> QWidget:
    """``widget`` with that height and any width."""
    widget.setFixedHeight(height)
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return widget
