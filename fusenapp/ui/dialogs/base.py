"""What all dialogs share."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.widgets import PrimaryButton, PushButton, Text


class Dialog(QDialog):
    """A titled column; fill ``body``. ``ok`` is the primary button, Esc closes."""

    def __init__(self, parent: QWidget | None, title: str, ok: str, text: str = "", *, cancel: bool = True, width: int = 440) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.ok = PrimaryButton(ok, on=self.accept)
        self.ok.setDefault(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        if cancel:
            no = PushButton(translate("Dialogs", "Cancel"), on=self.reject)
            no.setAutoDefault(False)
            self.buttons.addWidget(no)
        self.buttons.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Text(title, "title"))
        if text:
            layout.addWidget(Text(text, "secondary", wrap=True))
        layout.addLayout(self.body)
        layout.addSpacing(4)
        layout.addLayout(self.buttons)
