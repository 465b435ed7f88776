"""The break of a series where its definition changed: per month the old count, the change as a bar of its own, the new count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.flows.breaks import Break, BreakMonth
from fusenapp.i18n import translate
from fusenapp.ui.theme import color, font

_TOP, _BOTTOM, _LEAST, _WIDEST = 46.0, 24.0, 78.0, 132.0


def month_words(month: str) -> str:
    """A month as it stands under its bars."""
    return month.replace("-", "/")[2:] if month else translate("Revisions", "no date")


def signed(count: int) -> str:
    """+12, −3 or ±0."""
    return f"+{count:,}" if count > 0 else f"−{-count:,}" if count < 0 else "±0"


def parts() -> tuple[tuple[str, str], ...]:
    """What the three bars of a month are called, with their tones."""
    return (("old", translate("Revisions", "old rule")), ("change", translate("Revisions", "change of the definition")),
            ("new", translate("Revisions", "new rule")))


class BreakChart(QWidget):
    """Three bars a month; the latest months that have room are drawn, the table beside it has them all."""

    def __init__(self, found: Break, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = found
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Revisions", "Leads by month under both rules"))
        self.setAccessibleDescription("、".join(map(self.told, found.months)))

    def sizeHint(self) -> QSize:
        return QSize(560, 230)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 230)

    def told(self, month: BreakMonth) -> str:
        """One month in words."""
        counts = {"old": f"{month.old:,}", "change": signed(month.change), "new": f"{month.new:,}"}
        return f"{month_words(month.month)} " + " ".join(f"{words} {counts[name]}" for name, words in parts())

    def shown(self) -> tuple[BreakMonth, ...]:
        """The months that have room."""
        return self.found.months[-max(int(self.width() // _LEAST), 1):]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        months = self.shown()
        most = max((max(m.old, m.new) for m in months), default=0) or 1
        room = min(self.width() / max(len(months), 1), _WIDEST)
        for at, month in enumerate(months):
            self._month(painter, month, QRectF(at * room, _TOP, room, self.height() - _TOP - _BOTTOM), most)
        self._legend(painter)
        painter.setPen(color("border"))
        painter.drawLine(0, int(self.height() - _BOTTOM), int(room * len(months)), int(self.height() - _BOTTOM))

    def _month(self, painter: QPainter, month: BreakMonth, place: QRectF, most: int) -> None:
        width = (place.width() - 18) / 3
        spans = {"old": (0, month.old), "change": sorted((month.old, month.new)), "new": (0, month.new)}
        labels = {"old": f"{month.old:,}", "change": signed(month.change), "new": f"{month.new:,}"}
        for at, (name, _) in enumerate(parts()):
            low, high = (place.height() * count / most for count in spans[name])
            bar = QRectF(place.x() + 8 + at * (width + 1), place.bottom() - high, width, max(high - low, 1.0))
            fill_part(painter, bar, name, month.change)
            painter.setPen(tone(name, month.change) if name == "change" else color("text"))
            painter.setFont(font(11, bold=name == "change"))
            painter.drawText(bar.adjusted(-12, -17, 12, 0), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter, labels[name])
        painter.setPen(color("text3"))
        painter.setFont(font(11))
        under = QRectF(place.x(), self.height() - _BOTTOM + 4, place.width(), 18)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, month_words(month.month))

    def _legend(self, painter: QPainter) -> None:
        x, face = 0.0, font(11)
        painter.setFont(face)
        for name, words in parts():
            fill_part(painter, QRectF(x, 4, 12, 12), name, 1)
            painter.setPen(color("text2"))
            width = QFontMetricsF(face).horizontalAdvance(words)
            painter.drawText(QRectF(x + 18, 0, width + 4, 20), Qt.AlignmentFlag.AlignVCenter, words)
            x += width + 36


def tone(name: str, change: int) -> QColor:
    """The colour of a part; the change says by sign, hatching and colour which way it goes."""
    return color("gen" if name == "old" else "qual" if name == "new" else "bad" if change < 0 else "good")


def fill_part(painter: QPainter, place: QRectF, name: str, change: int) -> None:
    """A bar: full for the two rules, framed and hatched for what only the change of the definition makes."""
    shade = tone(name, change)
    if name != "change":
        painter.fillRect(place, shade)
        return
    painter.fillRect(place, QBrush(shade, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(shade, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
