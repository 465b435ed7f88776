"""Closing while some edits could be written nowhere."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from fusenapp.i18n import translate
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.widgets import PushButton

Choice = Literal["stay", "copy", "drop"]


class UnwrittenDialog(Dialog):
    """Afterwards ``choice``; Esc and Enter both go on editing, so that nothing is lost by a slip.

    Args:
        why: what stands in the way, in a sentence.
    """

    def __init__(self, parent: QWidget | None, why: str) -> None:
        super().__init__(parent, translate("Unwritten", "Some edits are not saved anywhere yet"), translate("Unwritten", "Go on editing"),
                         why, cancel=False, width=520)
        self.choice: Choice = "stay"
        self.copy = PushButton(translate("Unwritten", "Save a copy elsewhere…"), on=lambda: self._choose("copy"))
        self.drop = PushButton(translate("Unwritten", "Close without these edits"), on=lambda: self._choose("drop"))
        for at, button in enumerate((self.drop, self.copy)):
            button.setAutoDefault(False)
            self.buttons.insertWidget(at, button)

    @classmethod
    def ask(cls, parent: QWidget | None, why: str) -> Choice:
        """Show it and wait for the answer."""
        dialog = cls(parent, why)
        dialog.exec()
        return dialog.choice

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()
