"""Warnings about conditions on what is known only after hand-over, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Card, LinkButton, Text, row

if TYPE_CHECKING:
    from fusenapp.qualify import Leak


class LeakNotes(QWidget):
    """Hidden while there is nothing to warn about.

    Signals:
        flagged: (record id of a clause, known at hand-over or not).
        insisted: test with the flagged conditions, or without them.
    """

    flagged = Signal(str, bool)
    insisted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self.hide()

    def show_leaks(self, leaks: Sequence[Leak], insisted: bool) -> None:
        """Other warnings."""
        for old in self.notes:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.notes = [self._note(leak, insisted) for leak in leaks]
        for note in self.notes:
            self._box.addWidget(note)
        self.setVisible(bool(leaks))

    def _note(self, leak: Leak, insisted: bool) -> QWidget:
        card = Card(padding=(8, 10), gap=2)
        tone = "bad" if leak.flagged else "warn"
        card.setStyleSheet(f"QFrame#card {{ background: {color(tone + 'W').name()}; border: none; }}")
        words = Text(leak_words(leak, insisted), wrap=True)
        words.setStyleSheet(f"color: {color(tone).name()};")
        card.body.addWidget(words)
        card.setAccessibleName(words.text())
        buttons: list[QWidget] = []
        if leak.flagged:
            told = translate("Definitions", "Leave it out of the test") if insisted else translate("Definitions", "Test with it all the same")
            buttons.append(LinkButton(told, on=lambda: self.insisted.emit(not insisted)))
        if leak.record:
            told = translate("Definitions", "It is known at hand-over") if leak.flagged else translate(
                "Definitions", "It is known only afterwards")
            buttons.append(LinkButton(told, on=self._flag(leak)))
        for button in buttons:
            button.setAccessibleDescription(leak.field)
            card.body.addLayout(row(button, None))
        return card

    def _flag(self, leak: Leak) -> Callable[[], None]:
        return lambda: self.flagged.emit(leak.record, leak.flagged)


def guess_words(leak: Leak) -> str:
    """Why a field looks known only after hand-over, in short."""
    if leak.why == "meaning":
        return translate("Definitions", "looks known only later: the column says what came after hand-over")
    if leak.why == "dates":
        return translate("Definitions", "looks known only later: its dates often lie after hand-over")
    after, before = (f"{share:.0%}" if share is not None else "" for share in (leak.filled_after, leak.filled_before))
    return translate("Definitions", "looks known only later: filled for {after} of the leads handed over and {before} of the others").format(
        after=after, before=before)


def leak_words(leak: Leak, insisted: bool) -> str:
    """What is wrong with the condition."""
    if leak.flagged and insisted:
        told = translate("Definitions", "Leak: “{field}” is known only after hand-over, yet it is in the test, which flatters the figures.")
    elif leak.flagged:
        told = translate("Definitions", "Leak: “{field}” is known only after hand-over, so it was left out of the test.")
    elif leak.why == "meaning":
        told = translate("Definitions", "“{field}” seems to be a leak: the column says what came after hand-over.")
    elif leak.why == "dates":
        told = translate("Definitions", "“{field}” seems to be a leak: its dates often lie after hand-over.")
    else:
        told = translate("Definitions", "“{field}” seems to be a leak: filled for {after} of the leads handed over and {before} of the others.")
    after, before = (f"{share:.0%}" if share is not None else "" for share in (leak.filled_after, leak.filled_before))
    return told.format(field=leak.field, after=after, before=before)
