"""What goes into the exported workbook."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fusenapp.i18n import translate
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.widgets import FormRow, SegmentedControl


class ExportDialog(Dialog):
    """Afterwards ``agreed_only``."""

    def __init__(self, parent: QWidget | None, agreed: int, total: int) -> None:
        told = translate("Export dialog", "A cover, the list of agreements, terms, definitions, personas, the journey and the KPI tree, "
                                          "laid out for printing.")
        super().__init__(parent, translate("Export dialog", "Export to Excel"), translate("Export dialog", "Choose the file…"), told)
        options = [("agreed", translate("Export dialog", "Agreed items only") + f" ({agreed})"),
                   ("all", translate("Export dialog", "Everything as it is now") + f" ({total})")]
        self.choice = SegmentedControl(options, "agreed" if agreed else "all", name=translate("Export dialog", "Contents"))
        self.choice.segment("agreed").setEnabled(bool(agreed))
        self.body.addWidget(FormRow(translate("Export dialog", "Contents"), self.choice))

    @property
    def agreed_only(self) -> bool:
        """Only agreed revisions."""
        return self.choice.current == "agreed"
