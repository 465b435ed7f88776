"""The months as stacked bars: accepted, given back, no capacity, no answer; every figure can be read without pointing at it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.flows.handing import Month
from fusenapp.i18n import translate
from fusenapp.ui.theme import color, font

PARTS = (("accepted", "good"), ("rejected", "bad"), ("no_capacity", "warn"), ("unanswered", "draft"))
"""From the bottom up, with the tone of each; unanswered is hatched, since it may still become something."""

_TOP, _BOTTOM, _WIDEST = 48.0, 24.0, 56.0
_EDGE = 3.0
"""The coloured edge at the left of a part; its figure stands beside it."""


def part_words() -> dict[str, str]:
    """The parts in words."""
    return {"handed_over": translate("Handing", "Handed over"), "accepted": translate("Handing", "Accepted"),
            "rejected": translate("Handing", "Given back"), "no_capacity": translate("Handing", "No capacity"),
            "unanswered": translate("Handing", "No answer"), "overdue": translate("Handing", "Past the deadline")}


def month_words(month: str) -> str:
    """A month as it stands under its bar."""
    return month.replace("-", "/")[2:] if month else translate("Handing", "no date")


class MonthBars(QWidget):
    """One bar a month."""

    def __init__(self, months: tuple[Month, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months = months
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Handing", "Hand-over by month"))
        self.setAccessibleDescription("、".join(map(self.told, months)))

    def sizeHint(self) -> QSize:
        return QSize(420, 220)

    def told(self, month: Month) -> str:
        """One month in words."""
        words = part_words()
        counts = (f"{words[name]} {getattr(month, name):,}" for name in ("handed_over", *(name for name, _ in PARTS)))
        return f"{month_words(month.month)} " + " ".join(counts)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((month.handed_over for month in self._months), default=0) or 1
        room = self.width() / max(len(self._months), 1)
        width = min(room * 0.74, _WIDEST)
        for at, (month, words) in enumerate(zip(self._months, under_bars(self._months, room), strict=True)):
            place = QRectF(at * room + (room - width) / 2, _TOP, width, self.height() - _TOP - _BOTTOM)
            self._bar(painter, month, words, place, most)
        self._legend(painter)
        painter.setPen(color("border"))
        painter.drawLine(0, int(self.height() - _BOTTOM), self.width(), int(self.height() - _BOTTOM))

    def _legend(self, painter: QPainter) -> None:
        x, words, face = 0.0, part_words(), font(11)
        painter.setFont(face)
        for name, tone in PARTS:
            _fill(painter, QRectF(x, 4, 12, 12), name, tone)
            painter.setPen(color("text2"))
            width = QFontMetricsF(face).horizontalAdvance(words[name])
            painter.drawText(QRectF(x + 18, 0, width + 4, 20), Qt.AlignmentFlag.AlignVCenter, words[name])
            x += width + 36

    def _bar(self, painter: QPainter, month: Month, words: str, place: QRectF, most: int) -> None:
        small = font(11)
        bottom = place.bottom()
        for name, tone in PARTS:
            count = getattr(month, name)
            height = place.height() * count / most
            part = QRectF(place.x(), bottom - height, place.width(), height)
            _fill(painter, part, name, tone)
            if height >= QFontMetricsF(small).height():
                painter.setFont(small)
                painter.setPen(color("text"))
                painter.drawText(part.adjusted(_EDGE, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, f"{count:,}")
            bottom -= height
        painter.setFont(font(11, bold=True))
        painter.setPen(color("text"))
        wide = place.adjusted(-30, 0, 30, 0)
        painter.drawText(QRectF(wide.x(), bottom - 20, wide.width(), 18), Qt.AlignmentFlag.AlignCenter, f"{month.handed_over:,}")
        painter.setFont(small)
        painter.setPen(color("text2"))
        painter.drawText(QRectF(wide.x(), place.bottom() + 4, wide.width(), 18), Qt.AlignmentFlag.AlignCenter, words)


def under_bars(months: tuple[Month, ...], room: float) -> list[str]:
    """What stands under the bars: the months, without their year where that has no room."""
    words, metrics = [month_words(month.month) for month in months], QFontMetricsF(font(11))
    if all(metrics.horizontalAdvance(each) <= room - _EDGE for each in words):
        return words
    return [str(int(month.month[5:])) if month.month else each for month, each in zip(months, words, strict=True)]


def _fill(painter: QPainter, part: QRectF, name: str, tone: str) -> None:
    painter.fillRect(part, color(tone + "W"))
    if name == "unanswered":
        painter.fillRect(part, QBrush(color(tone), Qt.BrushStyle.BDiagPattern))
    painter.fillRect(QRectF(part.x(), part.y(), _EDGE, part.height()), color(tone))
