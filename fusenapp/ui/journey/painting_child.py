"""The process that paints boards into files: ``python -m fusenapp.ui.journey.painting_child FOLDER``.

FOLDER holds ``request.json`` (see `flows.journey_pictures`); ``answer.json`` says whether it worked. How far it is goes to standard
output, one number of hundredths a line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import set_language, translate
from fusenapp.ui import fonts
from fusenapp.ui.journey.board_picture import BoardPicture, paint_page
from fusenapp.ui.theme import Theme

INCH = 96.0
"""Logical px an inch."""
EDGE = 10.0
"""Millimetres around a board on its page."""
_PDF_DPI = 1200
_SIZES = {"A3": QPageSize.PageSizeId.A3, "A4": QPageSize.PageSizeId.A4}
LARGEST = 120_000_000
"""Pixels of a PNG; beyond that it is made coarser."""


def main(folder: str) -> int:
    """Paint what the request asks for. Returns the exit status: 0 whenever an answer was written."""
    place = Path(folder)
    request = json.loads((place / "request.json").read_text("utf-8"))
    app = QApplication.instance() or QApplication([sys.argv[0], "-style", "Fusion"])
    assert isinstance(app, QApplication)
    fonts.ensure_japanese(app)
    Theme("light").apply()
    set_language(request["language"])
    try:
        _write(request)
        answer: dict[str, Any] = {}
    except OSError as error:
        answer = {"error": error.strerror or str(error)}
    (place / "answer.json").write_text(json.dumps(answer, ensure_ascii=False), "utf-8")
    return 0


def _write(request: dict[str, Any]) -> None:
    """Journeys, the page of a waterfall, or a KPI tree."""
    if request.get("kind") == "waterfall":
        from fusenapp.ui.kpi.waterfall_file import write_waterfall

        write_waterfall(request)
    elif request.get("kind") == "kpi-tree":
        from fusenapp.ui.kpi.tree_file import write_tree

        write_tree(request, lambda share: print(round(95 * share), flush=True))
    else:
        (_pdf if request["format"] == ".pdf" else _png)(request)


def _boards(request: dict[str, Any]) -> list[BoardPicture]:
    return [BoardPicture(Snapshot(page["records"]), page["journey"], (*request["hidden"], *page["hidden"]), bare=page["bare"])
            for page in request["pages"]]


def _tell(steps: Iterator[float], page: int, pages: int) -> None:
    for share in steps:
        print(round(100 * (page + 0.95 * share) / pages), flush=True)


def _paper(request: dict[str, Any], page: dict[str, Any], board: BoardPicture) -> QPageLayout:
    """A sheet across; notes picked out get one as large as they are."""
    if page["excerpt"]:
        points = QSizeF(board.width * 72 / INCH, board.height * 72 / INCH)
        size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    return QPageLayout(QPageSize(_SIZES[request["paper"]]), QPageLayout.Orientation.Landscape, QMarginsF(EDGE, EDGE, EDGE, EDGE),
                       QPageLayout.Unit.Millimeter, QMarginsF())


def _paint(painter: QPainter, page: dict[str, Any], board: BoardPicture, layout: QPageLayout) -> Iterator[float]:
    if page["excerpt"]:
        return board.paint(painter)
    place = layout.paintRect(QPageLayout.Unit.Point)
    return paint_page(painter, board, place.width() * INCH / 72, place.height() * INCH / 72, page["title"], page["caption"])


def _pdf(request: dict[str, Any]) -> None:
    boards, pages = _boards(request), request["pages"]
    writer = QPdfWriter(request["out"])
    writer.setResolution(_PDF_DPI)
    writer.setTitle(pages[0]["title"] or translate("JourneyOut", "Journey"))
    writer.setCreator("Fusen")
    painter = QPainter()
    for number, (page, board) in enumerate(zip(pages, boards, strict=True)):
        layout = _paper(request, page, board)
        writer.setPageLayout(layout)
        if number == 0 and not painter.begin(writer):
            raise OSError(translate("JourneyOut", "the file cannot be written"))
        if number:
            writer.newPage()
        painter.save()
        painter.scale(_PDF_DPI / INCH, _PDF_DPI / INCH)
        _tell(_paint(painter, page, board, layout), number, len(pages))
        painter.restore()
    if not painter.end():
        raise OSError(translate("JourneyOut", "the file cannot be written"))


def _png(request: dict[str, Any]) -> None:
    page, board = request["pages"][0], _boards(request)[0]
    layout = _paper(request, page, board)
    sheet = layout.fullRect(QPageLayout.Unit.Point)
    width, height = sheet.width() / 72, sheet.height() / 72
    dpi = min(float(request["dpi"]), (LARGEST / (width * height)) ** 0.5)
    image = QImage(round(width * dpi), round(height * dpi), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpi / INCH)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    place = layout.paintRect(QPageLayout.Unit.Point)
    painter.translate(place.x() * INCH / 72, place.y() * INCH / 72)
    _tell(_paint(painter, page, board, layout), 0, 1)
    painter.end()
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    image.setDevicePixelRatio(1.0)
    if not image.save(request["out"]):
        raise OSError(translate("JourneyOut", "the file cannot be written"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
