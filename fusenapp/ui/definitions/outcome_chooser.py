"""Any column and value of the leads as the outcome that a definition is tested against."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.definitions.quiet_combo import QuietCombo
from fusenapp.ui.widgets import Text, field, row


class OutcomeChooser(QWidget):
    """「列＝値」.

    Signals:
        chosen: ``COLUMN=VALUE``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._told = ""
        self.column = QuietCombo(translate("Definitions", "Column of the outcome"), 120)
        self.column.setEditable(True)
        self.column.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.value = field("", translate("Definitions", "e.g. 1"), translate("Definitions", "Value that means success"))
        self.value.setProperty("small", True)
        self.value.setFixedWidth(84)
        self.value.editingFinished.connect(self._tell)
        self.column.activated.connect(self._tell)
        edit, completer = self.column.lineEdit(), self.column.completer()
        if edit is not None and completer is not None:
            edit.setPlaceholderText(translate("Definitions", "Choose a field"))
            edit.setAccessibleName(self.column.accessibleName())
            edit.editingFinished.connect(self._tell)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line = row(self.column, Text("=", "secondary"), self.value)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_choice(self, columns: tuple[str, ...], told: str) -> None:
        """Columns to choose from and what was chosen."""
        if columns != self._columns:
            self._columns = columns
            kept = self.column.currentText()
            self.column.clear()
            self.column.addItems(columns)
            self.column.setCurrentIndex(-1)
            self.column.setEditText(kept)
        if told and told != self._told:
            self._told = told
            name, _, value = told.partition("=")
            self.column.setEditText(name)
            self.value.setText(value)

    def _tell(self) -> None:
        name, value = self.column.currentText().strip(), self.value.text().strip()
        if name in self._columns and value and f"{name}={value}" != self._told:
            self._told = f"{name}={value}"
            self.chosen.emit(self._told)
