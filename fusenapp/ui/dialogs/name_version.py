"""A name for a version that is to be kept."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fusenapp.i18n import translate
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.widgets import FormRow, field


class VersionDialog(Dialog):
    """Afterwards ``name``."""

    def __init__(self, parent: QWidget | None, suggested: str) -> None:
        super().__init__(parent, translate("Version", "Save a named version"), translate("Version", "Save"),
                         translate("Version", "Edits are saved all the time. A named version can be found again later."))
        self._field = field(suggested, translate("Version", "Name of the version"))
        self._field.selectAll()
        self.body.addWidget(FormRow(translate("Version", "Name of the version"), self._field))

    @property
    def name(self) -> str:
        """The name, never empty."""
        return self._field.text().strip() or self._field.placeholderText()
