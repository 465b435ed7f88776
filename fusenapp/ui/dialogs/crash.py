"""When something breaks inside: what broke, what is saved, and the details to copy."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.widgets import PushButton


class CrashDialog(Dialog):
    """What broke, what is saved, and the details to copy."""

    def __init__(self, parent: QWidget | None, details: str, saved: str) -> None:
        title = translate("Crash", "Something went wrong inside Fusen")
        super().__init__(parent, title, translate("Crash", "Go on"), saved, cancel=False, width=560)
        self.details = details
        view = QPlainTextEdit(details, readOnly=True)
        view.setAccessibleName(translate("Crash", "Details"))
        view.setMinimumHeight(160)
        self.body.addWidget(view)
        copy = PushButton(translate("Crash", "Copy the details"), "copy", lambda: QApplication.clipboard().setText(details))
        self.buttons.insertWidget(0, copy)
