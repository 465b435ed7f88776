"""What stands on a person's slide, and how it is drawn: captions, texts, and notes with their votes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from fusenapp.domain.persona import PersonaField, fields_of
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.domain.workshop import COVERED, dots
from fusenapp.i18n import language, translate
from fusenapp.ui.theme import color, font, paper
from fusenapp.ui.widgets import draw_department_mark
from fusenapp.ui.widgets.labels import broken_lines

LEADING = 1.2
"""Line height of a slide, in heights of its letters."""
MOST_DOTS = 3
"""Votes of a department that are drawn one by one; more are one mark and a number."""


class Vote(NamedTuple):
    """What a department gave a note."""

    shape: str
    name: str
    given: int


class Paper(NamedTuple):
    """A note as a slide shows it."""

    id: str
    text: str
    colour: int
    covered: bool
    votes: tuple[Vote, ...] = ()


class Block(NamedTuple):
    """A caption and what stands below it: one text, or notes."""

    caption: str
    text: str
    notes: tuple[Paper, ...] = ()

    def spoken(self) -> str:
        """For screen readers."""
        return f"{self.caption}: {self.text or '、'.join(spoken(note) for note in self.notes)}"


def spoken(note: Paper) -> str:
    """A note with its votes, for screen readers."""
    votes = "、".join(f"{vote.name} {vote.given}" for vote in note.votes)
    return translate("Workshop", "{text} (votes: {votes})").format(text=note.text, votes=votes) if votes else note.text


def blocks(snapshot: Snapshot, person: Record) -> list[Block]:
    """What is written of a person, in the order of the form; what is empty is left out."""
    given = dots(snapshot, value("personas", person, "set")) or {}
    found = [_block(snapshot, person, field, given) for field in fields_of(person.get("role", ""))]
    return [block for block in found if block.text or block.notes]


def _block(snapshot: Snapshot, person: Record, field: PersonaField, given: dict[str, dict[str, int]]) -> Block:
    caption = field.name.to(language())
    if field.form != "notes":
        return Block(caption, value("personas", person, f"field.{field.id}") or "")
    notes = [_paper(snapshot, note, given.get(note["id"], {})) for note in snapshot.all("notes", parent=person["id"], field=field.id)]
    return Block(caption, "", tuple(note for note in notes if note.text))


def _paper(snapshot: Snapshot, note: Record, given: dict[str, int]) -> Paper:
    covered = bool(note.get(COVERED))
    text = translate("Workshop", "Private, covered until it is revealed") if covered else value("notes", note, "text").strip()
    votes = tuple(Vote(snapshot.value("departments", id, "shape"), snapshot.value("departments", id, "name"), n) for id, n in given.items())
    return Paper(note["id"], text, int(value("notes", note, "colour") or 1), covered, votes)


# ---- drawing


class Pen:
    """Draws from the top down at one size of letters, or only measures.

    Args:
        painter: None only measures.
        size: of the letters, px.
        chosen: the note that has the keyboard.
        spots: where each note lies, filled while drawing.
    """

    def __init__(self, painter: QPainter | None, size: int, chosen: str = "", spots: dict[str, QRectF] | None = None) -> None:
        self.painter, self.size, self._chosen, self._spots = painter, size, chosen, spots

    def block(self, block: Block, x: float, y: float, width: float) -> float:
        """A block; returns where the next one begins."""
        size = self.size
        y = self.words(block.caption, font(max(11, round(size * 0.62)), bold=True), x, y, width, "text2")
        if block.text:
            y = self.words(block.text, font(size), x, y, width, "text")
        for note in block.notes:
            y = self._note(note, x, y, width)
        return y + size * 0.7

    def _note(self, note: Paper, x: float, y: float, width: float) -> float:
        pad, marks = self.size * 0.4, self._marks_width(note)
        inner = width - 2 * pad - (marks + pad if marks else 0.0)
        bottom = Pen(None, self.size).words(note.text, font(self.size), x + pad, y + pad * 0.5, inner, "text") + pad * 0.5
        if self.painter is not None:
            room = QRectF(x, y, width, bottom - y)
            self._ground(self.painter, note, room)
            self.words(note.text, font(self.size), x + pad, y + pad * 0.5, inner, "", note.colour)
            self._marks(self.painter, note, room.right() - pad - marks, room.bottom() - pad - self._mark)
        return bottom + self.size * 0.3

    def _ground(self, painter: QPainter, note: Paper, room: QRectF) -> None:
        painter.setPen(QPen(color("focus"), 3) if note.id == self._chosen else paper(note.colour).edge)
        painter.setBrush(paper(note.colour).fill)
        painter.drawRoundedRect(room, 4, 4)
        if self._spots is not None:
            self._spots[note.id] = room

    # ---- votes

    @property
    def _mark(self) -> float:
        return self.size * 0.55

    def _number(self) -> QFont:
        return font(max(11, round(self.size * 0.7)), bold=True)

    def _marks_width(self, note: Paper) -> float:
        wide, digits = 0.0, QFontMetricsF(self._number())
        for vote in note.votes:
            wide += self._mark * 1.35 * (vote.given if vote.given <= MOST_DOTS else 1)
            wide += digits.horizontalAdvance(str(vote.given)) + self._mark * 0.3 if vote.given > MOST_DOTS else 0.0
        return wide

    def _marks(self, painter: QPainter, note: Paper, x: float, y: float) -> None:
        mark, digits = self._mark, QFontMetricsF(self._number())
        for vote in note.votes:
            for _ in range(vote.given if vote.given <= MOST_DOTS else 1):
                draw_department_mark(painter, QRectF(x, y, mark, mark), vote.shape)
                x += mark * 1.35
            if vote.given > MOST_DOTS:
                painter.setFont(self._number())
                painter.setPen(paper(note.colour).text)
                wide = digits.horizontalAdvance(str(vote.given))
                painter.drawText(QRectF(x - mark * 0.15, y - mark / 2, wide + 2, mark * 2), Qt.AlignmentFlag.AlignCenter, str(vote.given))
                x += wide + mark * 0.3

    # ---- words

    def words(self, text: str, face: QFont, x: float, y: float, width: float, token: str, number: int = 0) -> float:
        """Lines of words from a height on; returns the height below them. Coloured by a token, or as on a paper."""
        lines = [line for part in text.split("\n") for line in broken_lines(part, face, max(20, int(width)))]
        step = QFontMetricsF(face).height() * LEADING
        if self.painter is not None:
            self.painter.setFont(face)
            self.painter.setPen(color(token) if token else paper(number).text)
            for i, line in enumerate(lines):
                self.painter.drawText(QRectF(x, y + i * step, width + 4, step), Qt.AlignmentFlag.AlignVCenter, line)
        return y + len(lines) * step
