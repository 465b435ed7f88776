"""Cards and hairlines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A white box with a hairline and round corners; fill ``body``, a vertical layout."""

    def __init__(self, parent: QWidget | None = None, *, padding: tuple[int, int] = (12, 16), gap: int = 8) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        vertical, horizontal = padding
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(horizontal, vertical, horizontal, vertical)
        self.body.setSpacing(gap)


class Line(QFrame):
    """A hairline between things."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)


def hline() -> Line:
    """A horizontal hairline."""
    return Line()


def vline(height: int | None = None) -> Line:
    """A vertical hairline, of the given height or as high as its row."""
    line = Line(Qt.Orientation.Vertical)
    if height is not None:
        line.setFixedHeight(height)
    return line
