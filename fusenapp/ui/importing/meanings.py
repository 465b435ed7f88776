"""Which column means what: guessed from the headers, changed by choosing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.widgets import Text


def meaning_words() -> dict[str, str]:
    """The meanings that a user can map, in the order of a lead's way."""
    return {
        "lead": translate("Meanings", "Lead id"),
        "company": translate("Meanings", "Company"),
        "registered": translate("Meanings", "Registered on"),
        "route": translate("Meanings", "Came in by"),
        "handed_over": translate("Meanings", "Handed over on"),
        "accepted": translate("Meanings", "Accepted by sales"),
        "reason": translate("Meanings", "Rejection reason"),
        "appointment": translate("Meanings", "Appointment on"),
        "opportunity": translate("Meanings", "Opportunity on"),
        "proposal": translate("Meanings", "Proposal on"),
        "quote_amount": translate("Meanings", "Amount quoted"),
        "result": translate("Meanings", "Result"),
        "lost_reason": translate("Meanings", "Reason for losing"),
        "won": translate("Meanings", "Won on"),
        "won_amount": translate("Meanings", "Amount won"),
        "owner": translate("Meanings", "Sales person"),
    }


class MeaningsForm(QWidget):
    """A box per meaning with the table's columns; an empty choice says that there is none."""

    def __init__(self, columns: list[str], meanings: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for at, (meaning, words) in enumerate(meaning_words().items()):
            box = QComboBox()
            box.setProperty("small", True)
            box.setAccessibleName(words)
            box.addItem("—", "")
            for column in columns:
                box.addItem(column.rsplit("›", 1)[-1], column)
            box.setCurrentIndex(max(box.findData(meanings.get(meaning, "")), 0))
            box.setMinimumWidth(150)
            self._boxes[meaning] = box
            grid.addWidget(Text(words, "secondary"), at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(1, 1)

    def meanings(self) -> dict[str, str]:
        """Meaning → column, for those that have one."""
        return {meaning: box.currentData() for meaning, box in self._boxes.items() if box.currentData()}
