"""Buttons: normal, primary, flat, icon only, link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from fusenapp.ui import icons


class PushButton(QPushButton):
    """The normal button, with a hairline.

    Args:
        icon: an icon name (see `fusenapp.ui.icons`), or empty.
        on: called without arguments when pressed.
        small: 28 instead of 32 pixels high.
    """

    kind = "normal"
    tint = "text2"

    def __init__(self, text: str = "", icon: str = "", on: Callable[[], Any] | None = None, *, small: bool = False,
                 tooltip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", self.kind)
        if small:
            self.setProperty("small", True)
        if icon:
            self.set_icon(icon)
        if tooltip:
            self.setToolTip(tooltip)
        if on is not None:
            self.clicked.connect(lambda: on())
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_icon(self, icon: str) -> None:
        """Another icon."""
        if self.text():
            self.setIcon(icons.button_icon(icon, self.tint))
            self.setIconSize(icons.BUTTON)
        else:
            self.setIcon(icons.icon(icon, self.tint))
            self.setIconSize(QSize(16, 16))


class PrimaryButton(PushButton):
    """The one main action of a screen."""

    kind = "primary"
    tint = "onAccent"


class FlatButton(PushButton):
    """A button without outline."""

    kind = "flat"


class LinkButton(PushButton):
    """A button that looks like a link."""

    kind = "link"
    tint = "accent"


class IconButton(QToolButton):
    """An icon alone; ``name`` is its tool tip and what screen readers say."""

    def __init__(self, icon: str, name: str, on: Callable[[], Any] | None = None, *, small: bool = False, token: str = "text2",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = 16 if small else 20
        self.setIcon(icons.icon(icon, token, sizes=(side,)))
        self.setIconSize(QSize(side, side))
        if small:
            self.setProperty("small", True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(QSize(28, 28) if small else QSize(32, 32))
        if on is not None:
            self.clicked.connect(lambda: on())
