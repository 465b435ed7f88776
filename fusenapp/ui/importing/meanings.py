"""Which column means what: guessed from the headers, changed by choosing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
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
    """A box per meaning with the table's columns; an empty choice says that there is none.

    Signals:
        changed: the user chose another column for something.
    """

    changed = Signal()

    def __init__(self, columns: list[str], meanings: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        choices = _choices(columns, self)
        for at, (meaning, words) in enumerate(meaning_words().items()):
            box = QComboBox()
            box.setProperty("small", True)
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setModel(choices)
            box.setCurrentIndex(max(box.findData(meanings.get(meaning, "")), 0))
            box.setMinimumWidth(150)
            box.activated.connect(lambda _: self.changed.emit())
            self._boxes[meaning] = box
            grid.addWidget(Text(words, "secondary"), at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(1, 1)

    def meaning_of(self, column: str) -> str:
        """What a column means; empty for nothing."""
        return next((meaning for meaning, box in self._boxes.items() if box.currentData() == column), "")

    def set_meaning(self, column: str, meaning: str) -> None:
        """Give a column this meaning, and no other."""
        for each, box in self._boxes.items():
            if each == meaning:
                box.setCurrentIndex(max(box.findData(column), 0))
            elif box.currentData() == column:
                box.setCurrentIndex(0)
        self.changed.emit()

    def meanings(self) -> dict[str, str]:
        """Meaning → column, for those that have one."""
        return {meaning: box.currentData() for meaning, box in self._boxes.items() if box.currentData()}


def _choices(columns: list[str], parent: QObject) -> QStandardItemModel:
    """One list for all boxes: none, then the columns by the last level of their headers."""
    model = QStandardItemModel(parent)
    for text, column in (("—", ""), *((name.rsplit("›", 1)[-1], name) for name in columns)):
        item = QStandardItem(text)
        item.setData(column, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model
