"""Rows of forms: a caption above its field, and sections of the inspector."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fusenapp.ui.widgets.card import hline
from fusenapp.ui.widgets.headers import SectionHeader
from fusenapp.ui.widgets.labels import Text


class FormRow(QWidget):
    """A caption above an editor; the caption names the editor for screen readers.

    ``right`` is a layout beside the caption (evidence bars, a count).
    """

    def __init__(self, caption: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.caption = Text(caption, "caption")
        self.caption.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(caption)
        self.right = QHBoxLayout()
        top = QHBoxLayout()
        top.addWidget(self.caption, 1)
        top.addLayout(self.right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(editor)
        if hint:
            layout.addWidget(Text(hint, "caption", wrap=True))


class InspectorSection(QWidget):
    """A titled part of the inspector with a line above; fill ``body``."""

    def __init__(self, title: str = "", caption: str = "", *, first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if not first:
            outer.addWidget(hline())
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        outer.addLayout(self.body)
        self.header = SectionHeader(title, caption)
        if title:
            self.body.addWidget(self.header)
        else:
            self.header.hide()


def field(text: str = "", placeholder: str = "", name: str = "", parent: QWidget | None = None) -> QLineEdit:
    """A one-line field; ``name`` is what screen readers say."""
    result = QLineEdit(text, parent)
    result.setPlaceholderText(placeholder)
    result.setAccessibleName(name or placeholder)
    return result
