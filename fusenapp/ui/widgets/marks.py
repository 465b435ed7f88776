"""Marks of departments (shape and hue together), people, and the 合意印."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.ui.theme import color, department_look, font

_POLYGONS: dict[str, tuple[tuple[float, float], ...]] = {
    "triangle": ((0.5, 0.06), (1.0, 0.94), (0.0, 0.94)),
    "square": ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    "pentagon": ((0.5, 0.0), (1.0, 0.38), (0.81, 0.98), (0.19, 0.98), (0.0, 0.38)),
    "cross": ((0.34, 0), (0.66, 0), (0.66, 0.34), (1, 0.34), (1, 0.66), (0.66, 0.66), (0.66, 1), (0.34, 1), (0.34, 0.66),
              (0, 0.66), (0, 0.34), (0.34, 0.34)),
}


def draw_department_mark(painter: QPainter, rect: QRectF, shape: str, filled: bool = True, tint: QColor | None = None) -> None:
    """Paint a department's shape; an outline alone means: has not stamped, has not voted."""
    look = department_look(shape)
    tone = tint or look.strong
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(color("text3"), 1.2))
    painter.setBrush(tone if filled else Qt.BrushStyle.NoBrush)
    if look.shape == "circle":
        painter.drawEllipse(rect)
    else:
        points = (QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()) for x, y in _POLYGONS[look.shape])
        painter.drawPolygon(QPolygonF(list(points)))
    painter.restore()


def department_icon(shape: str) -> QIcon:
    """A department's shape as an icon, for lists and menus."""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(2)
    painter = QPainter(picture)
    draw_department_mark(painter, QRectF(3, 3, 10, 10), shape)
    painter.end()
    return QIcon(picture)


class DepartmentMark(QWidget):
    """The shape of one department; ``name`` is the tool tip and what screen readers say."""

    def __init__(self, shape: str, name: str = "", *, size: int = 10, filled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setFixedSize(size + 2, size + 2)
        self.set(shape, name, filled)

    def set(self, shape: str, name: str = "", filled: bool = True) -> None:
        """Show another department."""
        self._shape, self._filled = shape, filled
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_department_mark(QPainter(self), QRectF(1, 1, self._size, self._size), self._shape, self._filled)


class DepartmentMarks(QWidget):
    """Several departments in a row: (shape, name, filled) each."""

    def __init__(self, marks: Iterable[tuple[str, str, bool]] = (), *, size: int = 9, gap: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._gap = size, gap
        self._marks: list[tuple[str, str, bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(marks)

    def set(self, marks: Iterable[tuple[str, str, bool]]) -> None:
        """Show others."""
        self._marks = list(marks)
        names = "、".join(name for _, name, _ in self._marks if name)
        self.setToolTip(names)
        self.setAccessibleName(names)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(self._marks)
        return QSize(count * self._size + max(count - 1, 0) * self._gap + 2, self._size + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - self._size) / 2
        for index, (shape, _, filled) in enumerate(self._marks):
            rect = QRectF(1 + index * (self._size + self._gap), top, self._size, self._size)
            draw_department_mark(painter, rect, shape, filled)


class Avatar(QWidget):
    """A person as the first letter of the name on the department's weak tone, with the department's mark."""

    def __init__(self, name: str, shape: str, *, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._shape, self._size = name[:1] or "?", shape, size
        self.setFixedSize(size + 2, size + 2)
        self.setToolTip(name)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = department_look(self._shape)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.weak)
        painter.drawEllipse(QRectF(0, 0, self._size, self._size))
        painter.setPen(look.strong)
        painter.setFont(font(11, bold=True))
        painter.drawText(QRectF(0, 0, self._size, self._size), Qt.AlignmentFlag.AlignCenter, self._letter)
        draw_department_mark(painter, QRectF(self._size - 8, self._size - 8, 9, 9), self._shape)


class StampSeal(QWidget):
    """The 合意印: a round date stamp in vermilion with three rows, turned by −4°."""

    def __init__(self, rows: Sequence[str] | None = None, *, size: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setFixedSize(size + 4, size + 4)
        self.set(rows)

    def set(self, rows: Sequence[str] | None) -> None:
        """Department's short name, date as 26.11.20, family name; None: not stamped yet, a dashed ring."""
        self._rows = tuple(rows) if rows else None
        self.setAccessibleName(" ".join(self._rows or ()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(self.width() / 2, self.height() / 2)
        draw_stamp(painter, self._size, self._rows)


def draw_stamp(painter: QPainter, size: float, rows: Sequence[str] | None) -> None:
    """Paint a 合意印 centred on the painter's origin, ``size`` across."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = size / 2 - 1
    if rows is None:
        painter.setPen(QPen(color("borderS"), 1.5, Qt.PenStyle.DashLine))
        painter.drawEllipse(QPointF(0, 0), radius, radius)
    else:
        _draw_seal(painter, radius, rows)
    painter.restore()


def _draw_seal(painter: QPainter, radius: float, rows: Sequence[str]) -> None:
    painter.rotate(-4)
    painter.setPen(QPen(color("stamp"), 2))
    painter.setBrush(color("stampW"))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    band = radius * 0.28
    edge = (radius**2 - band**2) ** 0.5
    painter.setPen(QPen(color("stamp"), 1.2))
    for y in (-band, band):
        painter.drawLine(QPointF(-edge, y), QPointF(edge, y))
    places = (QRectF(-edge * 0.8, -radius * 0.86, edge * 1.6, radius * 0.58), QRectF(-edge, -band, edge * 2, band * 2),
              QRectF(-edge * 0.8, radius * 0.28, edge * 1.6, radius * 0.58))
    for place, text in zip(places, rows, strict=False):
        painter.setFont(_fitting(text, place.width() - 4, radius * 0.4))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _fitting(text: str, width: float, size: float) -> QFont:
    result = font(max(round(size), 6), bold=True)
    needed = QFontMetricsF(result).horizontalAdvance(text)
    if needed > width:
        result.setPixelSize(max(int(result.pixelSize() * width / needed), 6))
    return result
