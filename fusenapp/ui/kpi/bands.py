"""The band above the tree: which department answers for each column of nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fusenapp.ui.kpi.tree_layout import GAP_X, WIDTH, Box
from fusenapp.ui.theme import color, department_look, font
from fusenapp.ui.widgets import draw_department_mark

HEIGHT = 28
Department = tuple[str, str]
"""(shape, name)"""


@dataclass(frozen=True)
class Band:
    """Neighbouring columns of the same departments, in logical pixels at 100 %."""

    left: float
    right: float
    departments: tuple[str, ...]


def bands(boxes: Mapping[str, Box], department_of: Callable[[str], str], order: tuple[str, ...]) -> list[Band]:
    """Bands from left to right; a column whose nodes belong to several departments names all of them.

    Args:
        boxes: node id → place.
        department_of: the department of a node, or empty.
        order: all departments in their order.
    """
    columns: dict[float, set[str]] = {}
    for id, box in boxes.items():
        columns.setdefault(box.x, set()).add(department_of(id))
    found: list[Band] = []
    for x in sorted(columns):
        here = tuple(d for d in order if d in columns[x])
        left, right = x - GAP_X / 2, x + WIDTH + GAP_X / 2
        if found and found[-1].departments == here:
            found[-1] = Band(found[-1].left, right, here)
        else:
            found.append(Band(left, right, here))
    return found


class BandHeader(QWidget):
    """Stays at the top while the tree scrolls below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bands: list[Band] = []
        self._departments: Mapping[str, Department] = {}
        self._zoom, self._offset = 1.0, 0

    def show_bands(self, found: list[Band], departments: Mapping[str, Department], zoom: float, offset: int) -> None:
        """Other columns, or the same ones scrolled or zoomed."""
        self._bands, self._departments, self._zoom, self._offset = found, departments, zoom, offset
        self.setAccessibleName("、".join(departments[d][1] for band in found for d in band.departments))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bands(painter, self._bands, self._departments, self.width(), self._zoom, self._offset)


def paint_bands(painter: QPainter, found: list[Band], departments: Mapping[str, Department], width: float, zoom: float = 1.0,
                offset: float = 0.0) -> None:
    """The bands from left to right; the first and the last reach to the ends of ``width``. Without bands there is nothing."""
    if not found:
        return
    painter.fillRect(QRectF(0, 0, width, HEIGHT), color("surface"))
    for at, band in enumerate(found):
        left = 0.0 if at == 0 else band.left * zoom - offset
        right = width if at == len(found) - 1 else band.right * zoom - offset
        _paint_band(painter, QRectF(left, 0, max(right - left, 0), HEIGHT), band, departments)
    painter.setPen(QPen(color("border"), 1))
    painter.drawLine(QPointF(0, HEIGHT - 1), QPointF(width, HEIGHT - 1))


def _paint_band(painter: QPainter, place: QRectF, band: Band, departments: Mapping[str, Department]) -> None:
    if len(band.departments) == 1:
        painter.fillRect(place, department_look(departments[band.departments[0]][0]).weak)
    painter.setPen(QPen(color("border"), 1))
    painter.drawLine(place.topRight(), place.bottomRight())
    metrics, x = QFontMetricsF(font(11, bold=True)), max(place.left(), 0.0) + 16
    for id in band.departments:
        shape, name = departments[id]
        draw_department_mark(painter, QRectF(x, HEIGHT / 2 - 4.5, 9, 9), shape)
        room = place.right() - x - 24
        painter.setFont(font(11, bold=True))
        painter.setPen(department_look(shape).strong)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) if room > 24 else ""
        painter.drawText(QRectF(x + 14, 0, max(room, 0), HEIGHT), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        x += 14 + metrics.horizontalAdvance(text) + 14
        if x > place.right() - 12:
            return
