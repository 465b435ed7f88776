"""One attribute of a lead: its name and value; pressed, it is marked as what decides."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.theme import color, font

HEIGHT = 36
_NAME = 132


class FactRow(QAbstractButton):
    """``name`` and ``held`` on a line; checked: the person called it decisive.

    Signals:
        walked: −1 or 1, an arrow key asks for the row before or after.
    """

    walked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._held = name, ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._say())

    def set(self, held: str, decisive: bool) -> None:
        """Another lead."""
        self._held = held
        self.setChecked(decisive)
        self.setToolTip(f"{self._name}: {held}")
        self._say()
        self.update()

    def _say(self) -> None:
        mark = translate("Labelling", "decides") if self.isChecked() else ""
        self.setAccessibleName(" ".join(part for part in (f"{self._name}: {self._held}", mark) if part))

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()  # answers and arrows are those of the page

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(QPen(color("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("accentW" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        else:
            painter.setPen(color("gridline"))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._words(painter, QRectF(10, 0, _NAME - 10, self.height()), self._name, 11, "text2")
        room = QRectF(_NAME + 8, 0, self.width() - _NAME - 40, self.height())
        self._words(painter, room, self._held, 13, "text", bold=True)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            tone = color("accent") if self.isChecked() else color("borderS")
            icons.draw_icon(painter, QRectF(self.width() - 26, self.height() / 2 - 8, 16, 16), "flag", tone)

    def _words(self, painter: QPainter, room: QRectF, text: str, size: int, token: str, bold: bool = False) -> None:
        face = font(size, bold=bold)
        painter.setFont(face)
        painter.setPen(color(token))
        cut = QFontMetrics(face).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
