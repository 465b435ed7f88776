"""Keys inside the texts of a persona, so that writing needs Tab and nothing else between two fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from fusenapp.domain.persona import EVIDENCE

_GRADES = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class StatementKeys(QObject):
    """Alt+1 … 3 grades the evidence; Backspace in an empty note takes it away.

    Nothing happens while an input method composes: those keys are its own and do not arrive here.
    """

    def __init__(self, editor: QTextEdit, grade: Callable[[str], None], remove: Callable[[], None] | None = None) -> None:
        super().__init__(editor)
        self._editor, self._grade, self._remove = editor, grade, remove
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and (at := _GRADES.get(Qt.Key(event.key()))) is not None:
            self._grade(EVIDENCE[at])
            return True
        if self._remove is not None and event.key() == Qt.Key.Key_Backspace and not self._editor.toPlainText():
            self._remove()
            return True
        return False
