"""Why one answers so, in a line or two; written on the own sheet while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from fusenapp.i18n import translate


class CommentField(QPlainTextEdit):
    """Enter is a new line; Ctrl+Enter and Escape go back to the answers.

    Signals:
        typed: the whole text.
        left: back to the answers.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._echo = False
        self.setAccessibleName(translate("Labelling", "Reason or comment"))
        self.setPlaceholderText(translate("Labelling", "Reason or comment, if you wish (C)"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(58)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Another lead, or a text that came from elsewhere."""
        if text == self.toPlainText():
            return
        self._echo = True
        self.setPlainText(text)
        self._echo = False

    def _changed(self) -> None:
        if not self._echo:
            self.typed.emit(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Z and control:
            event.ignore()  # undo is the document's, with its named steps
        elif event.key() == Qt.Key.Key_Escape or (event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control):
            self.left.emit()
        else:
            super().keyPressEvent(event)
