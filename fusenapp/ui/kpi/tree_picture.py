"""The whole tree as a file: PNG for slides, PDF for paper; what is scrolled out of sight is in it too.

A PDF has as many A3 pages as the tree needs to stay readable. A page ends between two rows of nodes, never within one, and says at its
head what it goes on from. It is painted by a process of its own, in the light colours (`tree_file`).
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from fusenapp.i18n import translate
from fusenapp.ui.kpi import bands
from fusenapp.ui.kpi.bands import Band
from fusenapp.ui.kpi.tree_layout import GAP_X, GAP_Y, HEIGHT, MARGIN, WIDTH, Part
from fusenapp.ui.kpi.tree_legend import LEGEND, paint_legend
from fusenapp.ui.kpi.tree_painter import Shown, paint_all
from fusenapp.ui.theme import color, font

_SHARP = 2.0
"""Pixels of a PNG for each logical pixel."""
_PIXELS, _SIDE = 24_000_000, 32_000
"""Most pixels of a PNG, and of one of its sides; beyond that it is made coarser."""
_PACKING = 3
"""zlib's level for a PNG."""
_TITLE, _EDGE = 44.0, 24.0
_DPI, _INCH = 1200, 96.0
_PAGE_EDGE = 12.0
"""Millimetres around a page."""
_LEAST, _READABLE = 0.5, 0.62
"""Sizes of letters, against those of the window: the smallest on a single page, and on pages that share a tree that is too wide."""
_COLUMN, _ROW = WIDTH + GAP_X, HEIGHT + GAP_Y
_PAINTED, _LINES = 0.6, 256
"""Part of the time of a PNG after which it is painted, and lines that are packed before it is said how far that is."""

Tell = Callable[[float], Any]
"""Hears how far a picture is, from 0 to 1."""


def _quiet(share: float) -> None:
    """Nobody asks."""


@dataclass(frozen=True)
class TreePicture:
    """A tree as it is shown, and what is said above it."""

    shown: Shown
    bands: list[Band]
    title: str
    caption: str

    @property
    def part(self) -> Part:
        """All of it."""
        width, height = self.shown.placed.size
        return 0.0, 0.0, width, height


@dataclass(frozen=True)
class Page:
    """A page of a PDF: a part of the tree, what it goes on from, and how large it is drawn."""

    part: Part
    goes_on: str
    scale: float


def paint_file(out: str, format: str, tree: TreePicture, tell: Tell) -> bool:
    """Paint a tree into a file, ``.pdf`` or ``.png``, in the colours of the theme in use; False if there is nothing to paint on."""
    return _pdf(out, tree, tell) if format == ".pdf" else _png(out, tree, tell)


# one picture

def _png(draft: str, tree: TreePicture, tell: Tell) -> bool:
    width, height = tree.shown.placed.size
    size = (width + 2 * _EDGE, _TITLE + bands.HEIGHT + height + LEGEND + 2 * _EDGE)
    scale = min(_SHARP, _SIDE / max(size), math.sqrt(_PIXELS / (size[0] * size[1])))
    image = QImage(int(size[0] * scale), int(size[1] * scale), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.fillRect(QRectF(0, 0, *size), color("window"))
    painter.translate(_EDGE, _EDGE)
    _paint(painter, tree, Page(tree.part, "", scale), "", height, tell=lambda share: tell(_PAINTED * share))
    painter.end()
    Path(draft).write_bytes(packed(image, lambda share: tell(_PAINTED + (1 - _PAINTED) * share)))
    return True


def packed(image: QImage, tell: Tell = _quiet) -> bytes:
    """A picture as PNG. Plain areas, of which the tree has many, are packed best unfiltered, and many times faster than Qt does it,
    which tries every filter on every line."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    bits, width, height, step = plain.constBits(), plain.width(), plain.height(), plain.bytesPerLine()
    packer, body = zlib.compressobj(_PACKING), []
    for at in range(height):
        body.append(packer.compress(b"\0" + bits[at * step:at * step + 3 * width]))
        if at % _LINES == 0:
            tell(at / height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", b"".join(body) + packer.flush()), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


# pages

def _pdf(draft: str, tree: TreePicture, tell: Tell) -> bool:
    writer = QPdfWriter(draft)
    writer.setTitle(tree.title)
    writer.setCreator("Fusen")
    writer.setResolution(_DPI)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A3), QPageLayout.Orientation.Landscape,
                         QMarginsF(_PAGE_EDGE, _PAGE_EDGE, _PAGE_EDGE, _PAGE_EDGE), QPageLayout.Unit.Millimeter, QMarginsF())
    writer.setPageLayout(layout)
    place = layout.paintRect(QPageLayout.Unit.Point)
    room = place.width() * _INCH / 72, place.height() * _INCH / 72
    found = pages(tree, *room)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    for number, page in enumerate(found, 1):
        if number > 1:
            writer.newPage()
        painter.save()
        painter.scale(_DPI / _INCH * page.scale, _DPI / _INCH * page.scale)
        _paint(painter, tree, page, f"{number} / {len(found)}" if len(found) > 1 else "", room[1] / page.scale - _beside(),
               room[0] / page.scale)
        painter.restore()
        tell(number / len(found))
    return painter.end()


def _beside() -> float:
    """Height that a page needs besides the tree."""
    return _TITLE + bands.HEIGHT + LEGEND


def pages(tree: TreePicture, width: float, height: float) -> list[Page]:
    """How a tree is laid out on pages of some logical pixels: on one if it can be read there, else row by row, from top to bottom."""
    wide, high = tree.shown.placed.size
    single = min(1.0, width / wide, height / (high + _beside())) if wide else 1.0
    if single >= _LEAST:
        return [Page(tree.part, "", single)]
    scale = min(1.0, width / wide)
    columns = math.ceil(wide / _COLUMN)
    if scale < _LEAST:
        scale = _READABLE
        columns = max(int((width / scale - MARGIN) / _COLUMN), 1)
    rows = max(int((height / scale - _beside() - GAP_Y / 2) / _ROW), 1)
    return [Page(part, _goes_on(tree.shown, part), scale) for part in _parts(tree, columns, rows)]


def _parts(tree: TreePicture, columns: int, rows: int) -> Iterator[Part]:
    """Parts of the tree of so many columns and rows in which something stands."""
    _, _, wide, high = tree.part
    for first_row in range(0, math.ceil(high / _ROW), rows):
        top = first_row * _ROW + (MARGIN - GAP_Y / 2 if first_row else 0)
        bottom = min((first_row + rows) * _ROW + MARGIN - GAP_Y / 2, high)
        for first in range(0, math.ceil(wide / _COLUMN), columns):
            left = first * _COLUMN + (MARGIN - GAP_X / 2 if first else 0)
            part = (left, top, min((first + columns) * _COLUMN + MARGIN - GAP_X / 2, wide), bottom)
            if any(_within(tree.shown, id, part) for id in tree.shown.placed.inside(part)):
                yield part


def _within(shown: Shown, id: str, part: Part) -> bool:
    box = shown.placed.boxes[id]
    return part[0] <= box.x < part[2] and part[1] <= box.y < part[3]


def _goes_on(shown: Shown, part: Part) -> str:
    """The nodes above the first one of a part that stand on pages before it, as a path."""
    first = next((id for id in shown.placed.boxes if _within(shown, id, part)), "")
    above, node = [], shown.tree.nodes[first].parent if first else ""
    while node in shown.placed.boxes:
        if not _within(shown, node, part):
            above.append(shown.tree.nodes[node].name)
        node = shown.tree.nodes[node].parent
    return " › ".join(reversed(above))


# painting

def _paint(painter: QPainter, tree: TreePicture, page: Page, number: str, room: float, wide: float = 0.0, tell: Tell = _quiet) -> None:
    """A page from its title to its legend.

    Args:
        number: which of how many pages; empty for the only one.
        room: height of the place for the tree.
        wide: width of the page; 0: of the part.
    """
    left, top, right, bottom = page.part
    width = wide or right - left
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _head(painter, tree, page, number, width)
    painter.translate(0, _TITLE)
    painter.save()
    painter.setClipRect(QRectF(0, 0, right - left, bands.HEIGHT))
    bands.paint_bands(painter, tree.bands, tree.shown.departments, right - left, offset=left)
    painter.restore()
    painter.translate(0, bands.HEIGHT)
    painter.save()
    painter.setClipRect(QRectF(0, 0, right - left, bottom - top))
    painter.translate(-left, -top)
    paint_all(painter, tree.shown, page.part, tell=tell)
    painter.restore()
    painter.translate(0, min(room, bottom - top))
    paint_legend(painter, tree.shown.nodes.values(), tree.shown.departments, width)


def _head(painter: QPainter, tree: TreePicture, page: Page, number: str, width: float) -> None:
    _line(painter, QRectF(0, 0, width, 26), tree.title, 20, "text", Qt.AlignmentFlag.AlignLeft, bold=True)
    caption = tree.caption
    if page.goes_on:
        caption = translate("KpiPicture", "{caption}　continues: {path}").format(caption=caption, path=page.goes_on)
    _line(painter, QRectF(0, 26, width - 80, 16), caption, 11, "text2", Qt.AlignmentFlag.AlignLeft)
    _line(painter, QRectF(width - 80, 26, 80, 16), number, 11, "text2", Qt.AlignmentFlag.AlignRight)


def _line(painter: QPainter, place: QRectF, text: str, size: int, tone: str, side: Qt.AlignmentFlag, *, bold: bool = False) -> None:
    face = font(size, bold=bold)
    painter.setFont(face)
    painter.setPen(color(tone))
    told = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideMiddle, place.width())
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, told)
