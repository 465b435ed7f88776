"""Editors that show one field of the document: typing writes through a verb, other changes come in by themselves."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from fusenapp.document import Changes
from fusenapp.errors import InputError
from fusenapp.ui.context import UiContext

_FRAME = 10
"""What padding and border of a text take of its height, px."""
_LINE = 1.3
"""Least distance of lines, in heights of the letters."""


class GrowingText(QTextEdit):
    """Several lines of prose, as high as the text within limits.

    Args:
        text: what it shows first.
        lines: least and most lines before it scrolls.
        plain: without a frame until it is used.
    """

    def __init__(self, text: str, *, name: str, placeholder: str = "", lines: tuple[int, int] = (1, 8), plain: bool = False,
                 parent: QWidget | None = None) -> None:
        self._echo, self._spaced, self._lines = True, 0, lines
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if plain:
            self.setProperty("kind", "plain")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # undo is the document's, with its named steps
        self.document().setDocumentMargin(2)
        self.verticalScrollBar().setSingleStep(self._line())
        self._set_text(text)
        self.textChanged.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)  # how many lines a text takes is known after `textChanged`
        self._echo = False
        self._fit()

    def _set_text(self, text: str) -> None:
        self.setPlainText(text)
        self._space_lines()

    def _space_lines(self) -> None:
        """Lines apart as on paper: many Japanese fonts have no room of their own between lines, and letters would touch."""
        apart = QTextBlockFormat()
        self._spaced = self._line() - self.fontMetrics().lineSpacing()
        apart.setLineHeight(self._spaced, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(apart)

    def _line(self) -> int:
        metrics = self.fontMetrics()
        return max(metrics.lineSpacing(), math.ceil(_LINE * metrics.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # undo is the document's, with its named steps
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(160, self._height())

    def _height(self) -> int:
        """The frame and the lines as they are laid out, within the limits; where there are more, it ends between two lines."""
        margin, line = self.document().documentMargin(), self._line()
        least, most = (line * count + 2 * margin for count in self._lines)
        whole = self.document().size().height()
        return _FRAME + math.ceil(max(least, whole) if whole <= most else most - margin - self._spaced / 2)

    def _fit(self, *_: object) -> None:
        height = self._height()
        if self.height() != height:
            self.setFixedHeight(height)
        more = self.document().size().height() + _FRAME > height
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def changeEvent(self, event: QEvent) -> None:
        """Another font, as a style sheet brings it, has other lines."""
        super().changeEvent(event)
        if self._echo or event.type() not in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            return
        if self._line() - self.fontMetrics().lineSpacing() != self._spaced:
            self._echo = True
            self._space_lines()
            self._echo = False
        self._fit()

    def place_cursor_at_end(self) -> None:
        """For writing on."""
        self.moveCursor(QTextCursor.MoveOperation.End)


class BoundText(GrowingText):
    """A growing text that is one field of the document.

    Args:
        context: of the window.
        place: (kind, id, field) of the text field.
        write: the verb, called with the whole text after each change.
        lines, plain: see `GrowingText`.
    """

    def __init__(self, context: UiContext, place: tuple[str, str, str], write: Callable[[str], None], *, name: str, placeholder: str = "",
                 lines: tuple[int, int] = (1, 8), plain: bool = False, parent: QWidget | None = None) -> None:
        self._context, self._place, self._write = context, place, write
        super().__init__(self._stored(), name=name, placeholder=placeholder, lines=lines, plain=plain, parent=parent)
        self.textChanged.connect(self._changed)
        context.bridge.changed.connect(self._look)

    def _stored(self) -> str:
        kind, id, field = self._place
        return (self._context.record(kind, id) or {}).get(field) or ""

    def _changed(self) -> None:
        text = self.toPlainText()
        if self._echo or text == self._stored():
            return
        try:
            self._write(text)
        except InputError:
            self._look_again()

    def _look(self, changes: Changes) -> None:
        kind, id, field = self._place
        if field in changes.updated.get((kind, id), ()) or (kind, id) in changes.added:
            self._look_again()

    def _look_again(self) -> None:
        """Take over a text that came from elsewhere; the cursor stays where it was."""
        text = self._stored()
        if text == self.toPlainText():
            return
        at = self.textCursor().position()
        self._echo = True
        self._set_text(text)
        self._echo = False
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text.encode("utf-16-le")) // 2))
        self.setTextCursor(cursor)


class BoundLine(QLineEdit):
    """One line that is written when it is left or Enter is pressed; Escape takes the typing back."""

    def __init__(self, context: UiContext, place: tuple[str, str, str], write: Callable[[str], None], *, name: str, placeholder: str = "",
                 plain: bool = False, may_be_empty: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._place, self._write, self._may_be_empty = context, place, write, may_be_empty
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if plain:
            self.setProperty("kind", "plain")
        self.setText(self._stored())
        self.setCursorPosition(0)
        self.editingFinished.connect(self._done)
        context.bridge.changed.connect(self._look)

    def _stored(self) -> str:
        kind, id, field = self._place
        return str((self._context.record(kind, id) or {}).get(field) or "")

    def _done(self) -> None:
        text = self.text().strip()
        if text == self._stored() or (not text and not self._may_be_empty):
            self.setText(self._stored())
            return
        try:
            self._write(text)
        except InputError as error:
            from fusenapp.ui.explaining import explain_any

            self._context.notify(explain_any(error), kind="warn")
            self.setText(self._stored())

    def _look(self, changes: Changes) -> None:
        kind, id, field = self._place
        if field in changes.updated.get((kind, id), ()) and not (self.hasFocus() and self.isModified()):
            self.setText(self._stored())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._stored())
            self.clearFocus()
            return
        super().keyPressEvent(event)
