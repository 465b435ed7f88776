"""What the assistant shows before there is anything to look at: the reading, or why the file cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.widgets import LinkButton, PrimaryButton, Text, row

_WORDS = 520
"""Width of a sentence."""


class ReadingPage(QWidget):
    """Progress of the reading; cancelling is the dialog's own button."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(320)
        self.bar.setAccessibleName(translate("Importing", "Reading progress"))
        self.words = Text(translate("Importing", "Reading {name}").format(name=name), "title")
        self.note = Text(translate("Importing", "You can go on working meanwhile. Nothing in the file is run or fetched."), "secondary")
        _centred(self, "import", self.words, self.bar, self.note)

    def say(self, fraction: float) -> None:
        """How far it is; below 0 for unknown."""
        self.bar.setRange(0, 0 if fraction < 0 else 100)
        if fraction >= 0:
            self.bar.setValue(round(fraction * 100))


class RefusedPage(QWidget):
    """Why the file cannot be read, and what to do."""

    def __init__(self, another: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text("", "title")
        self.words = Text("", "secondary", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setFixedWidth(_WORDS)
        self.button = PrimaryButton(translate("Importing", "Choose another file"), on=another)
        _centred(self, "warning", self.title, self.words, self.button)

    def say(self, sentence: str, title: str = "") -> None:
        """The sentence, and its title where the file can be read; the place of the mouse and the keyboard is then the button."""
        self.title.setText(title or translate("Importing", "This file cannot be read"))
        self.words.setText(sentence)
        self.words.setFixedHeight(self.words.heightForWidth(_WORDS))  # a layout would keep the height of the empty page
        self.setAccessibleName(sentence)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


def _centred(page: QWidget, icon: str, *parts: QWidget) -> None:
    picture = QLabel()
    picture.setPixmap(icons.pixmap(icon, 40, "text3"))
    layout = QVBoxLayout(page)
    layout.setSpacing(12)
    layout.addStretch(1)
    for part in (picture, *parts):
        layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(2)


class Banner(QFrame):
    """One line above the tables: that the layout is known, or what changed about it. ``link`` starts without the corrections."""

    def __init__(self, link: str, on: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._picture = QLabel()
        self.words = Text("", "", wrap=True)
        self.link = LinkButton(link, on=on, small=True)
        layout = row(self._picture, gap=8, margins=(12, 6, 8, 6))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.link)
        self.setLayout(layout)
        self.hide()

    def say(self, icon: str, token: str, words: str, *, link: bool) -> None:
        """Show it; without words it goes."""
        self._picture.setPixmap(icons.pixmap(icon, 18, token))
        self.words.setText(words)
        self.setAccessibleName(words)
        self.link.setVisible(link)
        self.setVisible(bool(words))
