"""A box of choices that the wheel does not change while the page scrolls past."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class QuietCombo(QComboBox):
    """28 pixels high, with a name for screen readers.

    Args:
        width: at least, px.
        least: to which it gives way where there is no room for that.
    """

    def __init__(self, name: str, width: int, parent: QWidget | None = None, *, least: int | None = None) -> None:
        super().__init__(parent)
        self.setProperty("small", True)
        self.setAccessibleName(name)
        self._usual = width
        self.setMinimumWidth(width if least is None else least)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._usual, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
