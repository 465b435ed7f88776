"""The minutes on paper: A4, as many pages as they need, heads of tables repeated, each page numbered."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from fusenapp.export.minutes import GRID, Minutes, Table
from fusenapp.export.whole import whole
from fusenapp.i18n import translate

RESOLUTION, MARGIN = 300, 14.0
"""Dots an inch, and millimetres around the text."""
_TONES = {"bad": "#B3261E", "good": "#1B6E3C", "weak": "#616A76", "": "#1C222B"}
_FOOT_POINTS = 8.0 * 72 / 25.4
"""8 mm for the foot of a page, in points."""


def write_pdf(path: Path, minutes: Minutes) -> None:
    """The minutes as a PDF file; the target is replaced only once the new one is complete. Raises EnvironmentFault ``cannot-write``."""
    with whole(path, quiet=True) as draft:
        _print(draft, minutes)


def _print(path: str, minutes: Minutes) -> None:
    writer = QPdfWriter(path)
    writer.setTitle(f"{minutes.title} {minutes.subtitle}")
    writer.setCreator("Fusen")
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(paper())
    room, foot = page_room(), _FOOT_POINTS
    document = document_of(minutes, room)
    painter = QPainter(writer)
    try:
        painter.scale(RESOLUTION / 72, RESOLUTION / 72)
        for page in range(document.pageCount()):
            if page:
                writer.newPage()
            _page(painter, document, page)
            _draw_foot(painter, QRectF(0, room.height(), room.width(), foot), minutes, page + 1, document.pageCount())
    finally:
        painter.end()


def paper() -> QPageLayout:
    """A4 upright."""
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
                       QPageLayout.Unit.Millimeter)


def page_room() -> QSizeF:
    """What a page has for the minutes, above its foot, in points."""
    place = paper().paintRect(QPageLayout.Unit.Point)
    return QSizeF(place.width(), place.height() - _FOOT_POINTS)


def document_of(minutes: Minutes, page: QSizeF) -> QTextDocument:
    """The minutes laid out on pages of that size, in points."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(9))
    document.setHtml(_html(minutes))
    document.setPageSize(page)
    return document


def _page(painter: QPainter, document: QTextDocument, page: int) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    clip = QRectF(0, page * size.height(), size.width(), size.height())
    shown = QAbstractTextDocumentLayout.PaintContext()
    setattr(shown, "clip", clip)  # noqa: B010 - an attribute that the hints call a method
    painter.setClipRect(clip)
    document.documentLayout().draw(painter, shown)
    painter.restore()


def _draw_foot(painter: QPainter, place: QRectF, minutes: Minutes, page: int, pages: int) -> None:
    painter.setFont(_font(8))
    painter.setPen(QColor(_TONES["weak"]))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), minutes.edition)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight),
                     translate("Minutes", "{page} / {pages}").format(page=page, pages=pages))


def _font(size: int) -> QFont:
    """Pixels of the painter's units, which are points of the page."""
    from fusenapp.ui.theme import font

    made = font(11)
    made.setPixelSize(size)
    return made


def _html(minutes: Minutes) -> str:
    facts = "".join(f"<tr><td width='22%' bgcolor='#F4F5F7'><b>{_text(label)}</b></td><td>{_text(text)}</td></tr>"
                    for label, text in minutes.facts)
    return (f"<style>{_STYLE}</style><h1>{_text(minutes.title)}</h1><p class='sub'>{_text(minutes.subtitle)}</p>{_frame(facts)}"
            + "".join(_part(part) for part in minutes.parts))


_STYLE = ("h1 { font-size: 18px; margin: 0; } .sub { font-size: 10px; color: #616A76; margin-top: 2px; margin-bottom: 6px; }"
          "p.part { font-size: 12px; font-weight: bold; color: #2F4A8C; margin-top: 14px; margin-bottom: 3px; }"
          "td, th { font-size: 8px; color: #1C222B; border-bottom: 1px solid #BFC6CF; }"
          "th { font-weight: bold; background-color: #E6EBF7; text-align: left; } p { font-size: 9px; margin: 0; line-height: 125%; }"
          "p.cell { font-size: 8px; }")


def _frame(rows: str) -> str:
    return f"<table width='100%' border='0' cellspacing='0' cellpadding='3' style='border-collapse: collapse'>{rows}</table>"


def _part(part: Table) -> str:
    told = f"<p class='part'>{_text(part.title)}</p>"
    if part.text:
        told += f"<p>{_text(part.text)}</p>"
    if not part.rows:
        return told
    widths = [round(100 * span / GRID, 1) for span in part.spans]
    head = "".join(f"<th width='{width}%'>{_text(name)}</th>" for name, width in zip(part.heads, widths, strict=True))
    rows = "".join(f"<tr>{_cells(row, part.tones[at] if at < len(part.tones) else '')}</tr>" for at, row in enumerate(part.rows))
    return told + _frame(f"<thead><tr>{head}</tr></thead>{rows}")


def _cells(row: tuple[str, ...], tone: str) -> str:
    return "".join(f"<td><p class='cell' style='color: {_TONES[tone]}'>{_text(text)}</p></td>" for text in row)


def _text(text: str) -> str:
    """What users wrote as it is written: never markup."""
    return escape(text).replace("\n", "<br>")
