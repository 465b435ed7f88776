"""One person of the committee on the projector: what is known, in letters that fill the screen."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.document import Changes
from fusenapp.domain.persona import PersonaField, fields_of
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.domain.workshop import COVERED
from fusenapp.i18n import language, translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color, font, paper
from fusenapp.ui.widgets.labels import broken_lines

SIZES = (30, 28, 26, 24, 22, 20, 18, 17, 16, 15, 14, 13, 12)
"""Sizes of letters that are tried, logical px: the largest at which everything is on the slide."""
MARGIN = 40.0
LEADING = 1.2
"""Line height of a slide, in heights of its letters."""


class Block(NamedTuple):
    """A caption and what stands below it: one text, or notes as (words, paper)."""

    caption: str
    text: str
    notes: tuple[tuple[str, int], ...] = ()


def blocks(snapshot: Snapshot, person: Record) -> list[Block]:
    """What is written of a person, in the order of the form; what is empty is left out."""
    found = [_block(snapshot, person, field) for field in fields_of(person.get("role", ""))]
    return [block for block in found if block.text or block.notes]


def _block(snapshot: Snapshot, person: Record, field: PersonaField) -> Block:
    caption = field.name.to(language())
    if field.form != "notes":
        return Block(caption, value("personas", person, f"field.{field.id}") or "")
    notes = snapshot.all("notes", parent=person["id"], field=field.id)
    hidden = translate("Workshop", "Private, covered until it is revealed")
    said = [(hidden if n.get(COVERED) else value("notes", n, "text").strip(), int(value("notes", n, "colour") or 1)) for n in notes]
    return Block(caption, "", tuple((text, colour) for text, colour in said if text))


class PersonaSlide(QWidget):
    """Painted as a whole, in columns; screen readers get all of it as its description."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._id = context, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        context.bridge.changed.connect(self._look)
        context.presenting_changed.connect(self._again)

    def show_person(self, id: str) -> None:
        """Show somebody else."""
        self._id = id
        self._again()

    def _look(self, changes: Changes) -> None:
        if any(kind in ("personas", "notes", "passes") for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self._again()

    def _again(self, *_: object) -> None:
        person = self._context.record("personas", self._id) or {}
        snapshot = self._context.snapshot()
        self._head = [part for part in (value("personas", person, "title"), value("personas", person, "meaning")) if part]
        self._name, self._quote = value("personas", person, "name"), value("personas", person, "quote").strip()
        self._blocks = blocks(snapshot, person) if person else []
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("\n".join(f"{b.caption}: {b.text or '、'.join(text for text, _ in b.notes)}" for b in self._blocks))
        self.update()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color("surface"))
        size = next((s for s in SIZES if self._fits(s)), SIZES[-1])
        top = self._paint_head(painter, size)
        for at, column in enumerate(self._columns(size, top)):
            self._paint_column(painter, column, at, size, top)

    def _paint_head(self, painter: QPainter | None, size: int) -> float:
        """The name and what the person is; returns where the columns begin."""
        y, width = MARGIN * 0.6, self.width() - 2 * MARGIN
        y = _words(painter, self._name or translate("Workshop", "Nobody yet"), font(round(size * 1.7), bold=True), MARGIN, y, width, "text")
        if self._head:
            y = _words(painter, "　".join(self._head), font(size), MARGIN, y, width, "text2")
        if self._quote:
            quote = f"「{self._quote}」" if language() == "ja" else f"“{self._quote}”"
            y = _words(painter, quote, font(size), MARGIN, y + size * 0.3, width, "accent")
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
            high = _block_height(block, size, width)
            if columns[-1] and used + high > room:
                columns.append([])
                used = 0.0
            columns[-1].append(block)
            used += high
        return columns

    def _fits(self, size: int) -> bool:
        top = self._paint_head(None, size)
        columns, width = self._columns(size, top), self._width(size)
        room = self.height() - top - MARGIN * 0.4
        return len(columns) <= self._count(size) and all(sum(_block_height(b, size, width) for b in c) <= room for c in columns)

    def _paint_column(self, painter: QPainter, column: list[Block], at: int, size: int, top: float) -> None:
        width = self._width(size)
        x, y = MARGIN + at * (width + MARGIN * 0.6), top
        for block in column:
            y = _paint_block(painter, block, size, x, y, width)


def _block_height(block: Block, size: int, width: float) -> float:
    return _paint_block(None, block, size, 0.0, 0.0, width)


def _paint_block(painter: QPainter | None, block: Block, size: int, x: float, y: float, width: float) -> float:
    """Draw a block, or only measure it; returns where the next one begins."""
    y = _words(painter, block.caption, font(max(11, round(size * 0.62)), bold=True), x, y, width, "text2")
    if block.text:
        y = _words(painter, block.text, font(size), x, y, width, "text")
    for text, number in block.notes:
        y = _paint_note(painter, text, number, size, x, y, width)
    return y + size * 0.7


def _paint_note(painter: QPainter | None, text: str, number: int, size: int, x: float, y: float, width: float) -> float:
    pad = size * 0.4
    bottom = _words(None, text, font(size), x + pad, y + pad * 0.5, width - 2 * pad, "text") + pad * 0.5
    if painter is not None:
        painter.setPen(paper(number).edge)
        painter.setBrush(paper(number).fill)
        painter.drawRoundedRect(QRectF(x, y, width, bottom - y), 4, 4)
        _words(painter, text, font(size), x + pad, y + pad * 0.5, width - 2 * pad, "", number)
    return bottom + size * 0.3


def _words(painter: QPainter | None, text: str, face, x: float, y: float, width: float, token: str, number: int = 0) -> float:
    """Lines of words from a height on; returns the height below them. Without a painter they are only measured."""
    lines = [line for part in text.split("\n") for line in broken_lines(part, face, max(20, int(width)))]
    step = QFontMetricsF(face).height() * LEADING
    if painter is not None:
        painter.setFont(face)
        painter.setPen(color(token) if token else paper(number).text)
        for i, line in enumerate(lines):
            painter.drawText(QRectF(x, y + i * step, width + 4, step), Qt.AlignmentFlag.AlignVCenter, line)
    return y + len(lines) * step
