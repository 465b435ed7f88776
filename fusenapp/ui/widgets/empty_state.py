"""Empty states: what is missing, what to do next, one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.ui import icons
from fusenapp.ui.widgets.buttons import PrimaryButton
from fusenapp.ui.widgets.labels import Text
from fusenapp.ui.widgets.layouts import row

_WIDEST = 440
"""Of the sentence, in pixels: wider lines are hard to read."""


class EmptyState(QWidget):
    """Centred icon, title, one sentence and at most one button."""

    def __init__(self, icon: str, title: str, text: str = "", button: str = "", on: Callable[[], Any] | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, 40, "text3"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(Text(title, "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        if text:
            layout.addLayout(row(None, self._sentence(text), None, gap=0))  # aligned, it would be cut: its height would be that of another width
        self.button = PrimaryButton(button, on=on) if button else None
        if self.button:
            layout.addSpacing(8)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    @staticmethod
    def _sentence(text: str) -> Text:
        label = Text(text, "secondary", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setMaximumWidth(_WIDEST)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return label
