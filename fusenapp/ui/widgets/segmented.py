"""A row of segments of which one (or several) is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from fusenapp.ui import icons
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets.marks import draw_department_mark


class _Segment(QAbstractButton):
    def __init__(self, key: str, text: str, icon: str, shape: str) -> None:
        super().__init__()
        self.key, self.icon_name, self.shape = key, icon, shape
        self.first = self.last = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(32)

    def sizeHint(self) -> QSize:
        mark = 20 if self.icon_name else 16 if self.shape else 0
        return QSize(QFontMetrics(font(bold=True)).horizontalAdvance(self.text()) + 24 + mark, 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accentW" if self.isChecked() else "hover" if self.underMouse() and self.isEnabled() else "surface"
        painter.fillPath(self._outline(), color(ground))
        if not self.first:
            painter.setPen(QPen(color("borderS"), 1))
            painter.drawLine(0, 0, 0, self.height())
        self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)

    def _paint_words(self, painter: QPainter) -> None:
        tone = color("accent" if self.isChecked() else "text2" if self.isEnabled() else "text3")
        face = font(bold=self.isChecked())
        width = QFontMetrics(face).horizontalAdvance(self.text())
        mark = 20 if self.icon_name else 16 if self.shape else 0
        left = (self.width() - width - mark) / 2
        if self.icon_name:
            icons.draw_icon(painter, QRectF(left, self.height() / 2 - 8, 16, 16), self.icon_name, tone)
        elif self.shape:
            draw_department_mark(painter, QRectF(left, self.height() / 2 - 5, 10, 10), self.shape)
        painter.setPen(tone)
        painter.setFont(face)
        place = QRectF(left + mark, 0, width + 8, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _outline(self) -> QPainterPath:
        rect = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        path = QPainterPath()
        path.addRoundedRect(rect, 5, 5)
        square = QPainterPath()
        square.addRect(rect.adjusted(6 if self.first else 0, 0, -6 if self.last else 0, 0))
        return path.united(square)


class SegmentedControl(QWidget):
    """Segments side by side.

    Args:
        options: (key, text) or (key, text, icon) or (key, text, "", shape of a department) each.
        current: key chosen at first.
        multiple: several may be chosen at once.

    Signals:
        changed: (key) the user chose; with ``multiple`` the key that was switched.
    """

    changed = Signal(str)

    def __init__(self, options: Sequence[tuple[str, ...]], current: str | None = None, *, multiple: bool = False, name: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._multiple = multiple
        self.setAccessibleName(name)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(1, 0, 1, 0)
        self._layout.setSpacing(0)
        self._segments: dict[str, _Segment] = {}
        self.set_options(options, current)

    def set_options(self, options: Sequence[tuple[str, ...]], current: str | None = None) -> None:
        """Replace all segments."""
        for old in self._segments.values():
            old.deleteLater()
        self._segments = {}
        for option in options:
            key, text, icon, shape = (*option, "", "")[:4]
            segment = _Segment(key, text, icon, shape)
            segment.clicked.connect(self._clicked)
            self._layout.addWidget(segment)
            self._segments[key] = segment
        ends = list(self._segments.values())
        if ends:
            ends[0].first = ends[-1].last = True
        if not self._multiple and ends:
            self.set_current(current if current in self._segments else ends[0].key)

    @property
    def current(self) -> str:
        """The chosen key ("" if none)."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    @property
    def chosen(self) -> set[str]:
        """All chosen keys."""
        return {key for key, segment in self._segments.items() if segment.isChecked()}

    def set_current(self, key: str) -> None:
        """Choose without a signal."""
        for other, segment in self._segments.items():
            segment.setChecked(other == key)
            segment.update()

    def set_chosen(self, keys: set[str]) -> None:
        """Choose several without a signal."""
        for key, segment in self._segments.items():
            segment.setChecked(key in keys)

    def segment(self, key: str) -> QAbstractButton:
        """The button of a key, e.g. to enable it or to give it a tool tip."""
        return self._segments[key]

    def set_text(self, key: str, text: str) -> None:
        """Other words for one segment (a count changed)."""
        self._segments[key].setText(text)
        self._segments[key].setAccessibleName(text)
        self._segments[key].updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = list(self._segments)
        if step is None or self._multiple or self.current not in keys:
            super().keyPressEvent(event)
            return
        key = keys[(keys.index(self.current) + step) % len(keys)]
        self._segments[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("borderS"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, _Segment):
            if self._multiple:
                self.changed.emit(segment.key)
            else:
                self._choose(segment.key)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.changed.emit(key)
