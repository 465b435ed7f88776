"""Cells of the backlog: a list to choose from, or a field to type in; the origin looks like the link it is."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fusenapp.ui.contents.model import CHOSEN, KEY_ROLE, choices
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color

Index = QModelIndex | QPersistentModelIndex


class ContentDelegate(QStyledItemDelegate):
    """Makes the editors; what is chosen is written at once."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        name = index.data(KEY_ROLE)
        if name not in CHOSEN:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for key, words in choices(self._context.snapshot(), name):
            box.addItem(words, key)
        box.activated.connect(self._chosen)
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QWidget):
            self.commitData.emit(box)
            self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(2))))  # 2: Qt.ItemDataRole.EditRole
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())  # type: ignore[arg-type]
        else:
            super().setModelData(editor, model, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(KEY_ROLE) == "origin":
            option.palette.setColor(QPalette.ColorRole.Text, color("accent"))  # type: ignore[attr-defined]
