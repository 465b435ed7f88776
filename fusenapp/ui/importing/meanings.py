"""Which column means what: guessed from the headers, changed by choosing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
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
        self._columns = columns
        self._chosen = {meaning: column for meaning, column in meanings.items() if column in columns}
        self._boxes: dict[str, QComboBox] = {}

    def showEvent(self, event: QShowEvent) -> None:
        """The boxes are made when they are first seen: most tables are taken as they are."""
        if not self._boxes:
            self._make()
        super().showEvent(event)

    def _make(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(4)
        choices = _choices(self._columns, self)
        for at, (meaning, words) in enumerate(meaning_words().items()):
            box = QComboBox()
            box.setProperty("small", True)
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setModel(choices)
            box.setCurrentIndex(max(box.findData(self._chosen.get(meaning, "")), 0))
            box.setMinimumWidth(120)
            box.currentIndexChanged.connect(partial(self._take, meaning))
            self._boxes[meaning] = box
            grid.addWidget(Text(words, "secondary"), at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(1, 1)

    def _take(self, meaning: str, _index: int) -> None:
        self._chosen[meaning] = self._boxes[meaning].currentData() or ""
        self.changed.emit()

    def meaning_of(self, column: str) -> str:
        """What a column means; empty for nothing."""
        return next((meaning for meaning, each in self._chosen.items() if each == column), "")

    def set_meaning(self, column: str, meaning: str) -> None:
        """Give a column this meaning, and no other."""
        self._chosen = {each: chosen for each, chosen in self._chosen.items() if chosen != column}
        if meaning:
            self._chosen[meaning] = column
        for each, box in self._boxes.items():
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(self._chosen.get(each, "")), 0))
            box.blockSignals(False)
        self.changed.emit()

    def meanings(self) -> dict[str, str]:
        """Meaning → column, for those that have one."""
        return {meaning: column for meaning, column in self._chosen.items() if column}


def _choices(columns: list[str], parent: QObject) -> QStandardItemModel:
    """One list for all boxes: none, then the columns by the last level of their headers."""
    model = QStandardItemModel(parent)
    for text, column in (("—", ""), *((name.rsplit("›", 1)[-1], name) for name in columns)):
        item = QStandardItem(text)
        item.setData(column, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model
