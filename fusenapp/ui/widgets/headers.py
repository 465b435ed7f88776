"""Headers: of an area (52 px) and of a section."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fusenapp.ui.widgets.labels import ElidedLabel, Text


class AreaHeader(QFrame):
    """The bar on top of an area: title, then badges on the left, buttons on the right.

    ``left`` and ``right`` are layouts to put things in.
    """

    def __init__(self, title: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("areaHeader")
        self.setFixedHeight(52)
        self.title, self.caption = Text(title, "title"), Text(caption, "caption")
        self.left, self.right = QHBoxLayout(), QHBoxLayout()
        bar = QHBoxLayout(self)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        for layout in (self.left, self.right):
            layout.setSpacing(8)
        bar.addWidget(self.title)
        bar.addWidget(self.caption)
        self.caption.setVisible(bool(caption))
        bar.addLayout(self.left)
        bar.addStretch(1)
        bar.addLayout(self.right)

    def set_title(self, title: str, caption: str = "") -> None:
        """Other words."""
        self.title.setText(title)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))

    def add_left(self, *widgets: QWidget) -> None:
        """Badges and switches beside the title."""
        for widget in widgets:
            self.left.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_right(self, *widgets: QWidget) -> None:
        """Buttons; the primary one last."""
        for widget in widgets:
            self.right.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class SectionHeader(QWidget):
    """A small bold title with room for a figure or a link on its right."""

    def __init__(self, title: str, caption: str = "", *, big: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(title, "title" if big else "section")
        self.caption = ElidedLabel(caption, "caption")
        self.right = QHBoxLayout()
        self.right.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.caption, 1)
        layout.addLayout(self.right)

    def add_right(self, *widgets: QWidget) -> None:
        """Things at the right end."""
        for widget in widgets:
            self.right.addWidget(widget)
