"""Headers: of an area (52 px, or two lines) and of a section."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from fusenapp.ui.widgets.labels import ElidedLabel, Text

_LINE, _EDGE, _GAP = 52, 16, 8
"""Height of a line, what is kept free at both ends, and between two parts, px."""


class AreaHeader(QFrame):
    """The bar on top of an area: title, then badges on the left, buttons on the right.

    ``left`` and ``right`` are layouts to put things in. Where both have no room beside each other the caption goes, and then
    the right part stands below the left one: nothing is cut.
    """

    def __init__(self, title: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("areaHeader")
        self.setFixedHeight(_LINE)
        self.title, self.caption = Text(title, "title"), Text(caption, "caption")
        self.left, self.right = QHBoxLayout(), QHBoxLayout()
        self._bar, self._start, self._end = QBoxLayout(QBoxLayout.Direction.LeftToRight, self), QHBoxLayout(), QHBoxLayout()
        self._bar.setContentsMargins(_EDGE, 0, _EDGE, 0)
        for layout in (self._bar, self._start, self.left, self.right):
            layout.setSpacing(_GAP)
        self._start.addWidget(self.title)
        self._start.addWidget(self.caption)
        self._start.addLayout(self.left)
        self._start.addStretch(1)
        self._end.addStretch(1)
        self._end.addLayout(self.right)
        self._bar.addLayout(self._start, 1)
        self._bar.addLayout(self._end)
        self.caption.setVisible(bool(caption))

    def set_title(self, title: str, caption: str = "") -> None:
        """Other words."""
        self.title.setText(title)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        if self.isVisible():
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """One line or two, by the room that there is."""
        caption = self.caption.sizeHint().width() + _GAP if self.caption.text() else 0
        shown = caption if self.caption.isVisibleTo(self) else 0
        needed = self._start.sizeHint().width() - shown + self._end.sizeHint().width() + _GAP + 2 * _EDGE
        self.caption.setVisible(bool(caption) and needed + caption <= self.width())
        apart = needed > self.width()
        self._bar.setDirection(QBoxLayout.Direction.TopToBottom if apart else QBoxLayout.Direction.LeftToRight)
        self._bar.setContentsMargins(_EDGE, 0, _EDGE, _GAP if apart else 0)
        self.setFixedHeight(2 * _LINE - _GAP if apart else _LINE)

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
