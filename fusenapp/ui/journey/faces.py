"""What is drawn for one note: everything its picture depends on, and the picture itself."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from fusenapp.domain.snapshot import Record, family, value
from fusenapp.i18n import translate
from fusenapp.ui.icons import draw_icon
from fusenapp.ui.journey.board_model import BoardModel
from fusenapp.ui.journey.layout import NOTE_HEIGHT
from fusenapp.ui.journey.text_fit import (
    PAD_TOP,
    SHORT_LIMIT,
    ascent,
    elided,
    fit,
    note_font,
    pad,
    reads_short,
    sure_length,
    text_width,
)
from fusenapp.ui.theme import Paper, color, department_look, paper
from fusenapp.ui.widgets.marks import draw_department_mark

LONG = 1_000_000
MARK, MARK_STEP = 7.0, 10.0
MOST_DOTS = 3
"""Votes of a department that are drawn one by one."""
_BARS = {"partial": 2, "confirmed": 3}
SHADOW = 2.0
"""Room below and beside a note's picture for its shadow, logical px."""


class Face(NamedTuple):
    """Everything that a note's picture depends on; equal faces look equal."""

    kind: str
    text: str
    colour: int
    marks: tuple[tuple[str, int], ...]
    linked: bool
    evidence: str
    heading: bool
    tagged: bool = False


class FaceBook:
    """Faces of the notes of a model, and their measures for the layout; by slot."""

    def __init__(self, model: BoardModel) -> None:
        self._model = model
        self._faces: dict[int, Face] = {}
        self._lengths: np.ndarray | None = None
        self.silent = ""
        """Id of the note whose text an editor shows."""

    def forget(self, slot: int | None = None) -> None:
        """A note has changed, or all have."""
        if slot is None:
            self._faces.clear()
            self._lengths = None
        else:
            self._faces.pop(slot, None)
            if self._lengths is not None and slot < len(self._lengths):
                self._lengths[slot] = reckoned_length(self._model.records[slot])

    def lengths(self) -> np.ndarray:
        """How long the notes' texts are, by slot, as `text_fit.plain_lengths` wants them."""
        known = 0 if self._lengths is None else len(self._lengths)
        more = [reckoned_length(record) for record in self._model.records[known:]]
        if self._lengths is None or more:
            added = np.array(more, np.int32)
            self._lengths = added if self._lengths is None else np.concatenate([self._lengths, added])
        return self._lengths

    def face(self, slot: int) -> Face:
        """The face of the note in a slot."""
        found = self._faces.get(slot)
        if found is None:
            found = self._faces[slot] = self._make(slot)
        return found

    def drawn(self, slot: int) -> Face:
        """The face as it is to be drawn now."""
        face = self.face(slot)
        return face._replace(text="") if self.silent and self._model.id(slot) == self.silent else face

    def height(self, slot: int, width: float) -> float:
        """Height that a note needs at a width."""
        length = int(self.lengths()[slot])
        if length <= sure_length(width) or (length <= sure_length(width, 3) and self._unmarked(slot)):
            return NOTE_HEIGHT
        face = self.face(slot)
        return fit(face.text, width, marks_width(face)).height

    def _unmarked(self, slot: int) -> bool:
        """True if nothing but the text is on a note, by the quickest look."""
        record = self._model.records[slot]
        if record is None or record["id"] in self._model.linked or record.get("tags") or record.get("evidence") in _BARS:
            return False
        return self._model.dots is None and not any(name.startswith("votes.") for name in record)

    def short(self, slot: int) -> bool:
        """True if a note may share its line with another one."""
        if self.lengths()[slot] > SHORT_LIMIT:
            return False
        face = self.face(slot)
        return not face.heading and len(face.marks) < 3 and reads_short(face.text, 70.0)

    def chip(self, slot: int) -> float:
        """Width of a department's chip."""
        return text_width(self.face(slot).text, 11, bold=True) + 30.0

    def _make(self, slot: int) -> Face:
        record = self._model.records[slot]
        assert record is not None
        content = self._model.rows[self._model.row[slot]].content if self._model.row[slot] >= 0 else "notes"
        if content == "departments" and record.get("department"):
            return self._chip(record)
        if record["id"] in self._model.covered:
            return Face("covered", "", int(record.get("colour") or 1), ((self._shape(record.get("department") or ""), 1),), False, "", False)
        return Face("kpi" if content == "kpi" else "note", record.get("text") or "", int(record.get("colour") or 1),
                    self._votes(record), record["id"] in self._model.linked, value("notes", record, "evidence"),
                    record["id"] in self._model.headings, bool(record.get("tags")))

    def _chip(self, record: Record) -> Face:
        department = self._model.departments.get(record["department"], {})
        shape = value("departments", department, "shape")
        name = department.get("short") or department.get("name") or record["department"]
        return Face("chip", name, 0, ((shape, 1),), False, "", False)

    def _votes(self, record: Record) -> tuple[tuple[str, int], ...]:
        given = self._model.dots
        votes = family(record, "votes").items() if given is None else given.get(record["id"], {}).items()
        totals: dict[str, int] = {}
        for voter, count in votes:
            shape = self._shape(voter.split("/")[0])
            totals[shape] = totals.get(shape, 0) + int(count)
        return tuple((shape, n) for shape, n in totals.items() if n > 0)

    def _shape(self, department: str) -> str:
        return value("departments", self._model.departments.get(department, {}), "shape")


def reckoned_length(record: Record | None) -> int:
    """Characters of a note's text; beyond any limit where it has line breaks and must be measured."""
    text = record.get("text") if record else None
    return 0 if not text else len(text) if "\n" not in text else LONG


def origin_words(model: BoardModel, slot: int) -> str:
    """Who wrote a note and for which department, and its tags; empty if nobody knows."""
    record = model.records[slot] or {}
    if record.get("id") in model.covered:
        return covered_words(model, slot)
    department = model.departments.get(record.get("department") or "", {}).get("name") or ""
    person = record.get("author") or ""
    both = translate("Board", "{person} ({department})").format(person=person, department=department)
    who = both if person and department else person or department
    tags = translate("Board", "Tags: {tags}").format(tags=", ".join(record["tags"])) if record.get("tags") else ""
    return "\n".join(part for part in (who, tags) if part)


def covered_words(model: BoardModel, slot: int) -> str:
    """What is said of a note that others write privately: whose it is."""
    department = model.departments.get((model.records[slot] or {}).get("department") or "", {}).get("name") or ""
    return translate("Workshop", "Private note of {department}, covered until it is revealed").format(department=department)


def marks_width(face: Face) -> float:
    """Width of the marks at a note's lower right corner: up to three dots of a department, more as a number beside one."""
    dots = sum(n if n <= MOST_DOTS else 2 for _, n in face.marks)
    return dots * MARK_STEP + (14.0 if face.linked else 0.0) + (14.0 if face.tagged else 0.0) + (14.0 if face.evidence in _BARS else 0.0)


def picture(face: Face, width: float, height: float, scale: float) -> QPixmap:
    """A note's picture at a device scale; its top left corner is the note's, `SHADOW` is spare at right and bottom."""
    result = QPixmap(round((width + SHADOW) * scale), round((height + SHADOW) * scale))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    draw_face(painter, face, width, height)
    painter.end()
    return result


def draw_face(painter: QPainter, face: Face, width: float, height: float) -> None:
    """Draw a note at the origin, logical px."""
    if face.kind == "chip":
        _draw_chip(painter, face, width, height)
    elif face.kind == "kpi":
        _draw_line(painter, face, width, height)
    elif face.kind == "covered":
        _draw_covered(painter, face, width, height)
    else:
        colours = paper(face.colour)
        draw_paper(painter, QRectF(0, 0, width, height), colours)
        _draw_text(painter, face, width, height, colours)
        _draw_marks(painter, face, width, height, colours)


def draw_paper(painter: QPainter, rect: QRectF, colours: Paper, alpha: float = 1.0) -> None:
    """An empty note with its shadow."""
    painter.setOpacity(alpha)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("shadow"))
    painter.drawRoundedRect(rect.translated(0, 1.25), 3, 3)
    painter.setBrush(colours.edge)
    painter.drawRoundedRect(rect, 3, 3)
    painter.setBrush(colours.fill)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 2.2, 2.2)
    painter.setOpacity(1.0)


def _draw_text(painter: QPainter, face: Face, width: float, height: float, colours: Paper) -> None:
    if not face.text:
        return
    found = fit(face.text, width, marks_width(face))
    painter.setFont(note_font(found.size, face.heading))
    painter.setPen(colours.text)
    spare = height - len(found.lines) * found.line
    base = min(PAD_TOP, max(2.0, spare / 2)) + (found.line - found.size * 1.18) / 2 + ascent(found.size)
    for i, line in enumerate(found.lines):
        painter.drawText(QPointF(pad(width), base + i * found.line), line)
    if face.heading:
        painter.fillRect(QRectF(pad(width), height - 4, width - 2 * pad(width), 1), colours.text)


def _draw_marks(painter: QPainter, face: Face, width: float, height: float, colours: Paper) -> None:
    x, y = width - 6.0 - MARK, height - 5.0 - MARK
    for shape, votes in reversed(face.marks):
        if votes > MOST_DOTS:
            painter.setFont(note_font(10, bold=True))
            painter.setPen(colours.text)
            painter.drawText(QRectF(x - 7, y - 3, 15, MARK + 6), Qt.AlignmentFlag.AlignCenter, str(votes))
            x -= MARK_STEP + 3
        for _ in range(votes if votes <= MOST_DOTS else 1):
            draw_department_mark(painter, QRectF(x, y, MARK, MARK), shape)
            x -= MARK_STEP
    if face.linked:
        draw_icon(painter, QRectF(x - 4, y - 2, 11, 11), "link", colours.text)
        x -= 14
    if face.tagged:
        draw_icon(painter, QRectF(x - 4, y - 2, 11, 11), "tag", colours.text)
        x -= 14
    if face.evidence in _BARS:
        _draw_bars(painter, _BARS[face.evidence], x - 2, y + MARK, colours)


def _draw_bars(painter: QPainter, filled: int, x: float, base: float, colours: Paper) -> None:
    """How well the note is backed: three rising bars, filled so far."""
    for i in range(3):
        tint = QColor(colours.text)
        tint.setAlphaF(0.9 if i < filled else 0.25)
        painter.fillRect(QRectF(x + 3 * i, base - 3 - 2 * i, 2.0, 3.0 + 2 * i), tint)


def _draw_covered(painter: QPainter, face: Face, width: float, height: float) -> None:
    """A paper turned over: its edge and the department whose it is, hatched so that colour alone does not say it."""
    colours = paper(face.colour)
    box = QRectF(0, 0, width, height)
    draw_paper(painter, box, colours)
    hatch = QColor(colours.text)
    hatch.setAlphaF(0.22)
    painter.save()
    painter.setClipRect(box.adjusted(2, 2, -2, -2))
    painter.fillRect(box, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    painter.restore()
    draw_icon(painter, QRectF(width / 2 - 16, height / 2 - 8, 16, 16), "eye-off", colours.text)
    draw_department_mark(painter, QRectF(width / 2 + 6, height / 2 - 5, 10, 10), face.marks[0][0])


def _draw_chip(painter: QPainter, face: Face, width: float, height: float) -> None:
    look = department_look(face.marks[0][0])
    draw_department_mark(painter, QRectF(4, (height - 10) / 2, 10, 10), look.shape)
    painter.setFont(note_font(11, bold=True))
    painter.setPen(look.strong)
    painter.drawText(QRectF(19, 0, width - 20, height), Qt.AlignmentFlag.AlignVCenter, elided(face.text, 11, width - 20, True))


def _draw_line(painter: QPainter, face: Face, width: float, height: float) -> None:
    draw_icon(painter, QRectF(0, (height - 14) / 2, 14, 14), "chart", color("text3"))
    painter.setFont(note_font(11))
    painter.setPen(color("text2"))
    painter.drawText(QRectF(19, 0, width - 20, height), Qt.AlignmentFlag.AlignVCenter, elided(face.text, 11, width - 20))
