"""The whole tree as a picture file: PNG for slides, PDF for paper; what is scrolled out of sight is in it too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui.theme import color, font

_SHARP = 2.0
"""Pixels of a PNG for each logical pixel."""
_MOST = 16_000
"""Pixels of a side; larger pictures cannot be opened by most programs."""
_TITLE = 44.0
_MARGIN = 24.0
_DPI = 144

Painted = Callable[[QPainter], None]


def write_picture(path: Path, size: tuple[float, float], paint: Painted, title: str, caption: str) -> None:
    """A picture of ``size`` logical pixels (width, height) under a line of title; the ending says the format, ``.pdf`` or ``.png``.

    Raises:
        InputError: ``cannot-write`` if the file could not be written.
    """
    whole = (size[0] + 2 * _MARGIN, size[1] + _TITLE + 2 * _MARGIN)

    def everything(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, *whole), color("window"))
        painter.translate(_MARGIN, _MARGIN)
        painter.setFont(font(20, bold=True))
        painter.setPen(color("text"))
        painter.drawText(QRectF(0, 0, size[0], 26), title)
        painter.setFont(font(11))
        painter.setPen(color("text2"))
        painter.drawText(QRectF(0, 26, size[0], 16), caption)
        painter.translate(0, _TITLE)
        paint(painter)

    done = _pdf(path, whole, everything) if path.suffix.lower() == ".pdf" else _png(path, whole, everything)
    if not done:
        raise InputError("cannot-write", where=str(path), reason=path.parent.name)


def _png(path: Path, whole: tuple[float, float], paint: Painted) -> bool:
    scale = min(_SHARP, _MOST / max(whole))
    image = QImage(int(whole[0] * scale), int(whole[1] * scale), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter)
    painter.end()
    return image.save(str(path))


def _pdf(path: Path, whole: tuple[float, float], paint: Painted) -> bool:
    """One page as large as the picture, at 96 logical pixels an inch."""
    writer = QPdfWriter(str(path))
    writer.setTitle(translate("Kpi", "KPI tree"))
    writer.setResolution(_DPI)
    points = QSizeF(whole[0] * 0.75, whole[1] * 0.75)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter()
    if not painter.begin(writer):
        return False
    painter.scale(_DPI / 96, _DPI / 96)
    paint(painter)
    return painter.end()
