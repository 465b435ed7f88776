"""The field that lies over a note while it is being written, and the one for names of phases and lanes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.journey.text_fit import PAD_TOP, note_font, pad
from fusenapp.ui.theme import css, paper

_KEEP_OPEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)

FRAME = 2
"""The frame that marks the note as selected, px."""

LEAST_LETTERS = 10
"""Letters of the editor never get smaller than this, screen px: zoomed out it lies over the note larger."""


class NoteEditor(QPlainTextEdit):
    """Writes one note. Enter is a line break; other keys that leave are signals.

    While an input method composes, every key is the input method's.

    Signals:
        left: Esc, or the focus went elsewhere.
        stepped: Tab (1) or Shift+Tab (-1).
        stacked: Ctrl+Enter (1, below) or Ctrl+Shift+Enter (-1, above).
        coloured: Alt+1…8.
    """

    left = Signal()
    stepped = Signal(int)
    stacked = Signal(int)
    coloured = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note-editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(translate("Board", "Text of the note"))
        self.composing = False
        self.hide()

    def open(self, text: str, colour: int) -> None:
        """Begin with a text, the cursor at its end."""
        self.composing = False
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.set_colour(colour)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_colour(self, colour: int) -> None:
        """Take on the colours of a paper."""
        colours = paper(colour)
        self.setStyleSheet(f"#note-editor {{ border: {FRAME}px solid {css('focus')}; padding: 0; background: {colours.fill.name()}; "
                           f"color: {colours.text.name()}; border-radius: 3px; selection-background-color: {colours.text.name()}; "
                           f"selection-color: {colours.fill.name()}; }}")

    def place(self, box: QRectF, width: float, letters: int, zoom: float) -> None:
        """Lie over a note at ``box`` (screen px); ``width`` is the note's, ``letters`` the size of its text at 100 %.

        The editor is never smaller than its text: zoomed out, or where its lines break otherwise, it reaches beyond the note.
        """
        size = max(LEAST_LETTERS, round(letters * zoom))
        scale = size / letters if size == LEAST_LETTERS else zoom
        self.setFont(note_font(size))
        side, top = int(pad(width) * scale) - 1, int(PAD_TOP * scale) - 1
        self.setViewportMargins(side, top, side - 2, 1)
        wide, high = max(box.width(), width * scale), max(box.height(), 48 * scale)
        shown = QRectF(box.x(), box.y(), wide, high).toRect().adjusted(-FRAME, -FRAME, FRAME, FRAME)
        self.setGeometry(shown)
        lines = max(1, round(self.document().size().height()))
        shown.setHeight(max(shown.height(), lines * self.fontMetrics().lineSpacing() + top + 5 + 2 * FRAME))
        self.setGeometry(shown)
        self.verticalScrollBar().setValue(0)

    @property
    def text(self) -> str:
        """What is written, the text being composed left out."""
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, Tab and Ctrl+Enter; everything else is writing. A key that comes through while composing is
        a stray one of the input method: it does nothing.
        """
        if self.composing:
            event.accept()
        elif not self._leaves(event):
            super().keyPressEvent(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(-1 if back or key == Qt.Key.Key_Backtab else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.stacked.emit(-1 if back else 1)
        elif modifiers == Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            self.coloured.emit(key - int(Qt.Key.Key_0))
        else:
            return False
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether something is being composed."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab is a key of the board here."""
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving for another part of the window ends the writing; a menu or another window does not."""
        super().focusOutEvent(event)
        if event.reason() not in _KEEP_OPEN and self.isVisible():
            self.left.emit()


class NameEditor(QLineEdit):
    """Renames a phase or a lane in its header.

    Signals:
        done: the name, and whether it was changed.
    """

    done = Signal(str, bool)

    def __init__(self, parent: QWidget, name: str, box: QRectF) -> None:
        super().__init__(name, parent)
        self._before = name
        self._open = True
        self.composing = False
        self.setAccessibleName(translate("Board", "Name"))
        height = max(28, min(32, int(box.height())))
        self.setGeometry(int(box.x()) + 2, int(box.center().y() - height / 2), max(96, int(box.width()) - 4), height)
        self.selectAll()
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the name, Esc leaves it as it was; neither reaches the board. While composing, keys are stray ones."""
        if self.composing:
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._finish()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether something is being composed."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes the new name."""
        super().focusOutEvent(event)
        if event.reason() not in _KEEP_OPEN:
            self._finish()

    def _finish(self) -> None:
        if self._open:
            self._open = False
            name = self.text().strip()
            self.done.emit(name, name != self._before)
            self.deleteLater()
