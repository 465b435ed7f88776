"""The panel on the right: details of the selected thing, one content per area."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.widgets import ElidedLabel, IconButton, Text, hline, scroll

WIDTH = 304


class Inspector(QFrame):
    """Header (icon, title, close) above a scrolling body.

    Signals:
        closed: the user closed the panel.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(translate("Inspector", "Details"))
        self.setMinimumWidth(WIDTH)
        self._icon, self._title = QLabel(), ElidedLabel("", "title")
        self._slots: dict[str, tuple[QWidget, str, str]] = {}
        self._area = ""
        self._stack = QStackedWidget()
        self._resting = self._make_resting()
        self._stack.addWidget(self._resting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_header())
        layout.addWidget(hline())
        layout.addWidget(self._stack, 1)
        self.set_area("")

    def set_area(self, area: str) -> None:
        """Show what was last put in for ``area``."""
        self._area = area
        self._present()

    def put(self, widget: QWidget | None, title: str, icon: str) -> None:
        """New content for the area that is shown; the old content of that area is thrown away."""
        old = self._slots.pop(self._area, None)
        if widget is not None:
            holder = scroll(widget)
            holder.setObjectName("inspectorBody")
            self._stack.addWidget(holder)
            self._slots[self._area] = (holder, title, icon)
        self._present()
        if old is not None:
            self._stack.removeWidget(old[0])
            old[0].deleteLater()

    def focus(self) -> None:
        """Put the keyboard on the first field of the content."""
        (self._stack.currentWidget() or self).setFocus(Qt.FocusReason.TabFocusReason)
        self.focusNextChild()

    def _present(self) -> None:
        holder, title, icon = self._slots.get(self._area, (self._resting, translate("Inspector", "Details"), "info"))
        self._stack.setCurrentWidget(holder)
        self._title.setText(title)
        self._icon.setPixmap(icons.pixmap(icon, 18))
        self.setMinimumWidth(max(WIDTH, holder.widget().minimumWidth() if hasattr(holder, "widget") else 0))  # type: ignore[attr-defined]

    def _make_header(self) -> QWidget:
        header = QWidget()
        header.setFixedHeight(51)
        layout = QHBoxLayout(header)
        layout.setContentsMargins(16, 0, 8, 0)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._title, 1)
        layout.addWidget(IconButton("panel-right", translate("Inspector", "Close the details"), self.closed.emit, small=True))
        return header

    def _make_resting(self) -> QWidget:
        resting = QWidget()
        layout = QVBoxLayout(resting)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(Text(translate("Inspector", "Details of what you select appear here."), "secondary", wrap=True))
        layout.addStretch(1)
        return resting
