"""The page of a waterfall as a file, PDF or PNG; runs in the process that paints (`ui.journey.painting_child`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from fusenapp.i18n import translate
from fusenapp.ui.kpi.waterfall_page import Page, page_of, paint

_INCH = 96.0
_PDF_DPI = 1200
_EDGE = 12.0
"""Millimetres around the page."""
_SIZES = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}


def write_waterfall(request: Mapping[str, Any]) -> None:
    """Write what is asked for. Raises ``OSError`` if the file cannot be written."""
    page = page_of(request)
    layout = QPageLayout(QPageSize(_SIZES[request["paper"]]), QPageLayout.Orientation.Landscape, QMarginsF(_EDGE, _EDGE, _EDGE, _EDGE),
                         QPageLayout.Unit.Millimeter, QMarginsF())
    done = _pdf(request, page, layout) if request["format"] == ".pdf" else _png(request, page, layout)
    if not done:
        raise OSError(translate("JourneyOut", "the file cannot be written"))


def _pdf(request: Mapping[str, Any], page: Page, layout: QPageLayout) -> bool:
    writer = QPdfWriter(request["out"])
    writer.setResolution(_PDF_DPI)
    writer.setTitle(page.title)
    writer.setCreator("Fusen")
    writer.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    painter.scale(_PDF_DPI / _INCH, _PDF_DPI / _INCH)
    _paint(painter, page, layout)
    return painter.end()


def _png(request: Mapping[str, Any], page: Page, layout: QPageLayout) -> bool:
    dpi, sheet = float(request["dpi"]), layout.fullRect(QPageLayout.Unit.Point)
    image = QImage(round(sheet.width() / 72 * dpi), round(sheet.height() / 72 * dpi), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    image.setDevicePixelRatio(dpi / _INCH)
    painter = QPainter(image)
    place = layout.paintRect(QPageLayout.Unit.Point)
    painter.translate(place.x() * _INCH / 72, place.y() * _INCH / 72)
    _paint(painter, page, layout)
    painter.end()
    image.setDevicePixelRatio(1.0)
    return image.save(request["out"])


def _paint(painter: QPainter, page: Page, layout: QPageLayout) -> None:
    place = layout.paintRect(QPageLayout.Unit.Point)
    paint(painter, page, place.width() * _INCH / 72, place.height() * _INCH / 72)
