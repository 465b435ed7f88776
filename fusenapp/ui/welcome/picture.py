"""The little scene on the welcome page: four notes and a stamp, painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import color, font, paper
from fusenapp.ui.widgets.labels import broken_lines
from fusenapp.ui.widgets.marks import draw_stamp

NOTE = QSize(92, 74)
LINE = 18


class Scene(QWidget):
    """Decoration: screen readers pass it by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(280, 240)
        self._notes = (
            (1, 8, 10, -2.0, translate("Welcome", "Overtime at month end")),
            (6, 116, 2, 1.0, translate("Welcome", "Who links to what?")),
            (3, 32, 102, 1.2, translate("Welcome", "Worth the cost?")),
            (5, 144, 94, -1.4, translate("Welcome", "Join the demo")),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("borderS"), 1.5))
        painter.drawLine(QPointF(98, 48), QPointF(120, 44))
        for number, x, y, angle, text in self._notes:
            self._note(painter, number, x, y, angle, text)
        painter.translate(232, 190)
        draw_stamp(painter, 66, (translate("Welcome", "IS"), "26.11.20", translate("Welcome", "Miyake")))

    def _note(self, painter: QPainter, number: int, x: float, y: float, angle: float, text: str) -> None:
        look = paper(number)
        rect = QRectF(-NOTE.width() / 2, -NOTE.height() / 2, NOTE.width(), NOTE.height())
        painter.save()
        painter.translate(x + NOTE.width() / 2, y + NOTE.height() / 2)
        painter.rotate(angle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("shadow"))
        painter.drawRoundedRect(rect.translated(0, 1.5), 3, 3)
        painter.setPen(QPen(look.edge, 1))
        painter.setBrush(look.fill)
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(look.text)
        painter.setFont(font())
        place = rect.adjusted(9, 7, -7, -7)
        lines = [line for paragraph in text.split("\n") for line in broken_lines(paragraph, font(), int(place.width()))]
        for at, line in enumerate(lines):
            painter.drawText(QRectF(place.x(), place.y() + at * LINE, place.width(), LINE), Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()
