"""Votes on the notes of personas: by click while voting by click is on, by Ctrl+. on the note that is typed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from fusenapp.domain import workshop as rules
from fusenapp.editing import workshop
from fusenapp.ui.context import UiContext
from fusenapp.ui.workshop.rooms import attempt


class NoteVotes(QObject):
    """Gives votes to notes that are widgets.

    Args:
        area: within which votes are given.
        parent_of: what the vote is on now.
        note_of: the note that a widget is, or is part of; empty if none.
        focused: the note that has the keyboard.
    """

    def __init__(self, context: UiContext, area: QWidget, parent_of: Callable[[], str], note_of: Callable[[QWidget], str],
                 focused: Callable[[], str]) -> None:
        super().__init__(area)
        self._context, self._area, self._parent_of, self._note_of, self._focused = context, area, parent_of, note_of, focused
        self.clicks = False
        """True while a click votes."""
        for keys, change in (("Ctrl+.", 1), ("Ctrl+Shift+.", -1), ("Ctrl+Shift+>", -1)):
            shortcut = QShortcut(QKeySequence(keys), area, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda change=change: self.cast(self._focused(), change))

    def by_click(self, votes: bool) -> None:
        """A click votes from now on, or no longer. Clicks are looked at only while it does."""
        application = QApplication.instance()
        if votes != self.clicks and application is not None:
            self.clicks = votes
            application.installEventFilter(self) if votes else application.removeEventFilter(self)

    def cast(self, note: str, change: int) -> None:
        """Give a note a vote in the round under way, or take one's own back."""
        round = rules.current_round(self._context.document.snapshot(), self._parent_of())
        if note and round is not None and rules.is_open(round):
            attempt(self._context, lambda: workshop.cast(self._context.document, round["id"], note, change))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(watched, QWidget) or not isinstance(event, QMouseEvent):
            return False
        note = self._note_of(watched) if self._area.isAncestorOf(watched) else ""
        if not note or event.button() != Qt.MouseButton.LeftButton:
            return False
        self.cast(note, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True
