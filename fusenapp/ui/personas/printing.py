"""One committee on one page, A4 or A3: as PDF, to a printer, or as a picture before it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)

from fusenapp.domain.persona import EVIDENCE_NAMES, SCALE_END, PersonaField, fields_of, unquoted, yen_words
from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.editing import committee
from fusenapp.export.whole import whole
from fusenapp.i18n import language, translate
from fusenapp.ui.personas.portrait import letter_of

PAPERS = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}
_INK, _QUIET, _LINE, _NOTE = QColor("#1C222B"), QColor("#4C5561"), QColor("#BFC6CF"), QColor("#FFF6CC")
UNIT = 20
"""Units of drawing in a point: sizes of letters are whole units, so that they can be fitted finely."""
_SIZES = tuple(UNIT * s for s in (11.0, 10.0, 9.0, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0, 3.5, 3.0))
"""Sizes of letters, the largest that fits on the page is taken."""
_WRAP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_ANYWHERE = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWrapAnywhere)
_GRADES = {"hypothesis": "▁", "partial": "▁▃", "confirmed": "▁▃▅"}


def write_pdf(path: Path, snapshot: Snapshot, set_id: str, portraits: Mapping[str, QImage], paper: str = "A4") -> None:
    """The page as a PDF file; replaces what is there.

    Raises:
        EnvironmentFault: ``cannot-write``.
    """
    with whole(path, quiet=True) as draft:
        writer = QPdfWriter(draft)
        writer.setTitle(snapshot.value("persona_sets", set_id, "name"))
        writer.setResolution(300)
        print_on(writer, snapshot, set_id, portraits, paper)


def print_on(device: QPagedPaintDevice, snapshot: Snapshot, set_id: str, portraits: Mapping[str, QImage], paper: str = "A4") -> None:
    """The page on a printer or a PDF writer, across."""
    device.setPageLayout(QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Landscape, QMarginsF(10, 10, 10, 10),
                                     QPageLayout.Unit.Millimeter))
    painter = QPainter(device)
    try:
        dots = device.logicalDpiX() / 72 / UNIT
        painter.scale(dots, dots)
        layout = device.pageLayout().paintRect(QPageLayout.Unit.Point)
        draw(painter, QSizeF(layout.width() * UNIT, layout.height() * UNIT), snapshot, set_id, portraits)
    finally:
        painter.end()


def draw(painter: QPainter, page: QSizeF, snapshot: Snapshot, set_id: str, portraits: Mapping[str, QImage]) -> float:
    """Draw the committee into a page of ``UNIT`` units a point; returns the size of letters that fitted, in points."""
    people = snapshot.all("personas", set=set_id)
    size = next((s for s in _SIZES if _height(snapshot, people, page, s) <= page.height() - _head(s) - _foot(snapshot, set_id, s)), _SIZES[-1])
    painter.setPen(_INK)
    painter.setFont(_font(size * 1.6, bold=True))
    painter.drawText(QRectF(0, 0, page.width(), _head(size)), int(Qt.AlignmentFlag.AlignLeft), snapshot.value("persona_sets", set_id, "name"))
    wide = page.width() / max(len(people), 1)
    for at, person in enumerate(people):
        column = _Column(painter, QRectF(at * wide + 4 * UNIT, _head(size), wide - 8 * UNIT, page.height()), size)
        column.person(snapshot, person, portraits.get(value("personas", person, "portrait")))
        painter.setPen(QPen(_LINE, UNIT / 2))
        if at:
            painter.drawLine(QRectF(at * wide, _head(size), 0, page.height() - _head(size) - _foot(snapshot, set_id, size)).topLeft(),
                             QRectF(at * wide, page.height() - _foot(snapshot, set_id, size), 0, 0).topLeft())
    _draw_foot(painter, page, snapshot, set_id, size)
    return size / UNIT


def _head(size: float) -> float:
    return size * 2.8


def _foot(snapshot: Snapshot, set_id: str, size: float) -> float:
    return size * 1.6 * (len(_foot_lines(snapshot, set_id)) + 0.5)


def _foot_lines(snapshot: Snapshot, set_id: str) -> list[str]:
    """The route and the arrows, in words."""
    names = {p["id"]: value("personas", p, "name") for p in snapshot.all("personas", set=set_id)}
    steps = [value("approval_steps", s, "name") + (f"（〜{yen_words(s['amount'], language())}）" if s.get("amount") is not None else "")
             for s in snapshot.all("approval_steps", set=set_id)]
    arrows = [f"{names[a]} → {names[b]}" + (f"：{words}" if words else "") for _, a, b, words in committee.influences(snapshot, set_id)]
    found = []
    if steps:
        found.append(translate("Personas", "Approval route (ringi)") + "  " + " → ".join(steps))
    if arrows:
        found.append(translate("Personas", "Influences") + "  " + "　".join(arrows))
    grades = "  ".join(f"{_GRADES[g]} {n.to(language())}" for g, n in EVIDENCE_NAMES.items())
    return [*found, translate("Personas", "Evidence") + "  " + grades]


def _draw_foot(painter: QPainter, page: QSizeF, snapshot: Snapshot, set_id: str, size: float) -> None:
    lines = _foot_lines(snapshot, set_id)
    top = page.height() - size * 1.6 * len(lines)
    painter.setFont(_font(size * 0.9))
    painter.setPen(_INK)
    for at, line in enumerate(lines):
        words = QFontMetricsF(painter.font()).elidedText(line, Qt.TextElideMode.ElideRight, page.width())
        painter.drawText(QRectF(0, top + at * size * 1.6, page.width(), size * 1.6), int(Qt.AlignmentFlag.AlignVCenter), words)


def _height(snapshot: Snapshot, people: list[Record], page: QSizeF, size: float) -> float:
    """Of the longest column."""
    wide = page.width() / max(len(people), 1) - 8 * UNIT
    tallest = 0.0
    for person in people:
        column = _Column(None, QRectF(0, 0, wide, 0), size)
        column.person(snapshot, person, None)
        tallest = max(tallest, column.y)
    return tallest


class _Column:
    """One person from top to bottom; without a painter it only measures."""

    def __init__(self, painter: QPainter | None, place: QRectF, size: float) -> None:
        self._painter, self._place, self._size = painter, place, size
        self.y = 0.0

    def person(self, snapshot: Snapshot, person: Record, portrait: QImage | None) -> None:
        """Head, quote, scales, and every field in which something is written."""
        self._face(portrait, letter_of(snapshot, person["id"]))
        self._text(value("personas", person, "name"), self._size * 1.3, bold=True, indent=self._size * 4)
        self._text(value("personas", person, "meaning"), self._size * 0.85, tone=_QUIET, indent=self._size * 4)
        self._text(value("personas", person, "title"), self._size * 0.85, tone=_QUIET, indent=self._size * 4)
        self.y = max(self.y, self._size * 3.8) + self._size * 0.4
        if value("personas", person, "quote"):
            self._text(translate("Personas", "“{quote}”").format(quote=unquoted(value("personas", person, "quote"))), self._size, bold=True)
        for field in fields_of(value("personas", person, "role")):
            self._field(snapshot, person, field)
        self._scales(snapshot, person)

    def _scales(self, snapshot: Snapshot, person: Record) -> None:
        """Where the person stands on each scale, as dots in words."""
        told = committee.scales(snapshot.get("persona_sets", value("personas", person, "set")) or {})
        for id, at in family(person, "scale").items():
            if id in told:
                dots = "".join("●" if step == at else "○" for step in range(-SCALE_END, SCALE_END + 1))
                self._text(told[id]["name"], self._size * 0.8, tone=_QUIET, gap=0.4)
                self._text(f"{told[id]['left']} {dots} {told[id]['right']}", self._size)

    def _face(self, portrait: QImage | None, letter: str) -> None:
        if self._painter is None:
            return
        side = self._size * 3.4
        box = QRectF(self._place.left(), self._place.top(), side, side)
        path = QPainterPath()
        path.addEllipse(box)
        self._painter.setPen(QPen(_LINE, UNIT / 2))
        self._painter.fillPath(path, _NOTE)
        if portrait is not None:
            self._painter.save()
            self._painter.setClipPath(path)
            self._painter.drawImage(box, portrait)
            self._painter.restore()
        self._painter.drawPath(path)
        if portrait is None:
            self._painter.setPen(_INK)
            self._painter.setFont(_font(self._size * 1.5, bold=True))
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _field(self, snapshot: Snapshot, person: Record, field: PersonaField) -> None:
        name = field.name.to(language())
        if field.form == "notes":
            notes = [n for n in snapshot.all("notes", parent=person["id"], field=field.id) if value("notes", n, "text")]
            if notes:
                self._text(name, self._size * 0.8, tone=_QUIET, gap=0.5)
            for note in notes:
                self._text(f"{value('notes', note, 'text')}  {_GRADES.get(value('notes', note, 'evidence'), '')}", self._size, ground=_NOTE)
            return
        text = value("personas", person, f"field.{field.id}")
        if text:
            self._text(f"{name}  {_GRADES.get(value('personas', person, f'evidence.{field.id}'), '')}", self._size * 0.8, tone=_QUIET, gap=0.4)
            self._text(text, self._size)

    def _text(self, text: str, size: float, *, bold: bool = False, tone: QColor = _INK, indent: float = 0, gap: float = 0,
              ground: QColor | None = None) -> None:
        if not text:
            return
        face = _font(size, bold)
        self.y += gap * self._size
        wide = self._place.width() - indent
        wrap = _ANYWHERE if wide < 10 * size else _WRAP  # a narrow column breaks long Latin words rather than cutting them
        high = QFontMetricsF(face).boundingRect(QRectF(0, 0, wide, 1_000_000), wrap, text).height() + UNIT
        if self._painter is not None:
            box = QRectF(self._place.left() + indent, self._place.top() + self.y, wide, high)
            if ground is not None:
                self._painter.fillRect(box.adjusted(-2 * UNIT, 0, 2 * UNIT, 0), ground)
            self._painter.setFont(face)
            self._painter.setPen(tone)
            self._painter.drawText(box, wrap, text)
        self.y += high + (1.5 * UNIT if ground is not None else 0)


def _font(size: float, bold: bool = False) -> QFont:
    """In units of the page: points would be multiplied by the device's dots again."""
    from fusenapp.ui.theme import font

    made = font(11, bold)
    made.setPixelSize(max(1, round(size)))
    return made
