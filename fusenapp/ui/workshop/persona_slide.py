"""One person of the committee on the projector: what is known, in letters that fill the screen."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.document import Changes
from fusenapp.domain.persona import unquoted
from fusenapp.domain.snapshot import value
from fusenapp.i18n import language, translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color, font
from fusenapp.ui.workshop.slide_blocks import Block, Paper, Pen, blocks, spoken

SIZES = (30, 28, 26, 24, 22, 20, 18, 17, 16, 15, 14, 13, 12)
"""Sizes of letters that are tried, logical px: the largest at which everything is on the slide."""
MARGIN = 40.0
_SHOWN = frozenset(("personas", "notes", "passes", "rounds", "ballots", "departments"))


class Voting(Protocol):
    """What a slide asks of the area that it stands for."""

    @property
    def click_votes(self) -> bool:
        """True while a click on a note votes for it."""
        ...

    def vote(self, note: str, change: int) -> None:
        """Give a note a vote, or take one's own back."""
        ...


class PersonaSlide(QWidget):
    """Painted as a whole, in columns; screen readers get all of it as its description.

    A click chooses a note, or votes for it while a vote is held; ↑ and ↓ go from note to note.
    """

    def __init__(self, context: UiContext, voting: Voting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._voting, self._id = context, voting, ""
        self._blocks: list[Block] = []
        self.note = ""
        """Id of the chosen note."""
        self.spots: dict[str, QRectF] = {}
        """Where each note lies, px."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        context.bridge.changed.connect(self._look)
        context.presenting_changed.connect(self._again)
        context.department_changed.connect(self._again)

    def show_person(self, id: str) -> None:
        """Show somebody else."""
        if id != self._id:
            self._id, self.note = id, ""
        self._again()

    def choose(self, note: str) -> None:
        """Put the keyboard on a note."""
        found = next((paper for paper in self.papers if paper.id == note), None)
        self.note = found.id if found is not None else ""
        self.update()
        if found is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken(found)))

    @property
    def papers(self) -> list[Paper]:
        """The notes on the slide that one may read, in reading order."""
        return [note for block in self._blocks for note in block.notes if not note.covered]

    def _look(self, changes: Changes) -> None:
        if any(kind in _SHOWN for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self._again()

    def _again(self, *_: object) -> None:
        person = self._context.record("personas", self._id) or {}
        self._head = [part for part in (value("personas", person, "title"), value("personas", person, "meaning")) if part]
        self._name, self._quote = value("personas", person, "name"), unquoted(value("personas", person, "quote"))
        self._blocks = blocks(self._context.snapshot(), person) if person else []
        if self.note not in {note.id for note in self.papers}:
            self.note = ""
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("\n".join(block.spoken() for block in self._blocks))
        self.update()

    # ---- choosing and voting

    def note_at(self, at: QPointF) -> str:
        """The note under a point that one may read; empty if there is none."""
        readable = {note.id for note in self.papers}
        return next((id for id, room in self.spots.items() if room.contains(at) and id in readable), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        note = self.note_at(event.position())
        if note and self._voting.click_votes:
            self._voting.vote(note, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            self.choose(note)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.note_at(event.position()) else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        ids = [note.id for note in self.papers]
        if ids:
            at = ids.index(self.note) + step if self.note in ids else 0 if step > 0 else len(ids) - 1
            self.choose(ids[min(max(at, 0), len(ids) - 1)])

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color("surface"))
        self.spots.clear()
        size = next((s for s in SIZES if self._fits(s)), SIZES[-1])
        pen = Pen(painter, size, self.note, self.spots)
        top = self._head_of(pen)
        width = self._width(size)
        for at, column in enumerate(self._columns(size, top)):
            y = top
            for block in column:
                y = pen.block(block, MARGIN + at * (width + MARGIN * 0.6), y, width)

    def _head_of(self, pen: Pen) -> float:
        """The name and what the person is; returns where the columns begin."""
        size, y, width = pen.size, MARGIN * 0.6, self.width() - 2 * MARGIN
        y = pen.words(self._name or translate("Workshop", "Nobody yet"), font(round(size * 1.7), bold=True), MARGIN, y, width, "text")
        if self._head:
            y = pen.words("　".join(self._head), font(size), MARGIN, y, width, "text2")
        if self._quote:
            quote = f"「{self._quote}」" if language() == "ja" else f"“{self._quote}”"
            y = pen.words(quote, font(size), MARGIN, y + size * 0.3, width, "accent")
        return y + size * 0.7

    def _count(self, size: int) -> int:
        """Columns: as many as give each about 18 letters."""
        return max(1, min(4, int((self.width() - 2 * MARGIN) // (size * 18))))

    def _width(self, size: int) -> float:
        count = self._count(size)
        return (self.width() - 2 * MARGIN - (count - 1) * MARGIN * 0.6) / count

    def _columns(self, size: int, top: float) -> list[list[Block]]:
        """Blocks over the columns in reading order, each filled to the foot before the next."""
        columns: list[list[Block]] = [[]]
        room, used, width = self.height() - top - MARGIN * 0.4, 0.0, self._width(size)
        for block in self._blocks:
            high = _height(block, size, width)
            if columns[-1] and used + high > room:
                columns.append([])
                used = 0.0
            columns[-1].append(block)
            used += high
        return columns

    def _fits(self, size: int) -> bool:
        top = self._head_of(Pen(None, size))
        columns, width = self._columns(size, top), self._width(size)
        room = self.height() - top - MARGIN * 0.4
        return len(columns) <= self._count(size) and all(sum(_height(b, size, width) for b in c) <= room for c in columns)


def _height(block: Block, size: int, width: float) -> float:
    return Pen(None, size).block(block, 0.0, 0.0, width)
