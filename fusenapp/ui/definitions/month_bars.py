"""Leads by month as bars with their figures, and what sales can take up as a line above them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import color, font

MOST = 12
_FLOOR, _TOP = 90, 30


class MonthBars(QWidget):
    """Drawn, since charts would load a library for a dozen bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: dict[str, int] = {}
        self._capacity: Mapping[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_FLOOR + 20)

    def show_months(self, months: Mapping[str, int], capacity: Mapping[str, float] | None = None) -> None:
        """Other figures; the last twelve months are shown. ``capacity``: leads that sales can take up, by month."""
        self._months, self._capacity = dict(list(months.items())[-MOST:]), capacity or {}
        over = translate("Definitions", "above capacity")
        self.setAccessibleName(", ".join(f"{m}: {n}{f' ({over})' if self._over(m) else ''}" for m, n in self._months.items()))
        self.setVisible(bool(months))
        self.update()

    def _over(self, month: str) -> bool:
        return month in self._capacity and self._months[month] > self._capacity[month]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(11))
        ceiling = max([*self._months.values(), *(self._capacity.get(m, 0) for m in self._months)], default=0) or 1
        width = self.width() / max(len(self._months), 1)
        for at, (month, count) in enumerate(self._months.items()):
            height = (_FLOOR - _TOP) * count / ceiling
            over = self._over(month)
            painter.fillRect(QRectF(at * width + width * 0.2, _FLOOR - height, width * 0.6, height), color("bad" if over else "qual"))
            painter.setPen(color("bad" if over else "text"))
            painter.drawText(QRectF(at * width, _FLOOR - height - 16, width, 14), Qt.AlignmentFlag.AlignCenter, f"{count:,}")
            painter.setPen(color("text3"))
            painter.drawText(QRectF(at * width, _FLOOR + 2, width, 16), Qt.AlignmentFlag.AlignCenter, str(int(month[5:])))
        self._paint_capacity(painter, width, ceiling)

    def _paint_capacity(self, painter: QPainter, width: float, ceiling: float) -> None:
        painter.setPen(QPen(color("text"), 1.5))
        before: QPointF | None = None
        for at, month in enumerate(self._months):
            if month not in self._capacity:
                before = None
                continue
            height = _FLOOR - (_FLOOR - _TOP) * self._capacity[month] / ceiling
            start, end = QPointF(at * width, height), QPointF((at + 1) * width, height)
            if before is not None:
                painter.drawLine(before, start)
            painter.drawLine(start, end)
            before = end
