"""The three answers, each with its key; and the strip that shows how far one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fusenapp.domain.labelling import HOT, NOT, UNSURE
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.labelling import words
from fusenapp.ui.theme import color, font

SIGNS = {HOT: "●", NOT: "×", UNSURE: "?"}


class AnswerButton(QAbstractButton):
    """One answer; checked: the one given."""

    def __init__(self, key: str, given: str, text: str, on: Callable[[], object]) -> None:
        super().__init__()
        self._key, self._icon, self._tone = key, words.ICONS[given], words.TONES[given]
        self.setText(text)
        self.setAccessibleName(translate("Labelling", "{answer} (key {key})").format(answer=text, key=key))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: on())

    def sizeHint(self) -> QSize:
        return QSize(170, 56)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, 56)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if self.hasFocus() else self._tone if self.isChecked() else "borderS"
        painter.setPen(QPen(color(edge), 2 if self.hasFocus() or self.isChecked() else 1))
        painter.setBrush(color("accentW" if self.isChecked() else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self._key_cap(painter, QRectF(12, self.height() / 2 - 11, 22, 22))
        icons.draw_icon(painter, QRectF(44, self.height() / 2 - 10, 20, 20), self._icon, color(self._tone))
        painter.setFont(font(15, bold=True))
        painter.setPen(color("text"))
        room = self.rect().adjusted(72, 0, -8, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                         painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width()))

    def _key_cap(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(color("borderS"))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(color("text2"))
        painter.setFont(font(11, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class Strip(QWidget):
    """One small box per lead with the own answer in it; a click goes there.

    Signals:
        chosen: place of the lead.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[str] = ()
        self._answers: Mapping[str, str] = {}
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(24)

    def set(self, keys: Sequence[str], answers: Mapping[str, str], at: int) -> None:
        """How far one is."""
        self._keys, self._answers, self._at = keys, answers, at
        self.setAccessibleName(translate("Labelling", "{done} of {all} answered").format(done=len(answers), all=len(keys)))
        self.update()

    @property
    def _pitch(self) -> float:
        return min(24.0, self.width() / max(len(self._keys), 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().x() // self._pitch)
        if 0 <= at < len(self._keys):
            self.chosen.emit(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, key in enumerate(self._keys):
            box = QRectF(at * self._pitch + 1, 3, self._pitch - 3, 18)
            given = self._answers.get(key, "")
            painter.setPen(QPen(color("focus"), 2) if at == self._at else QPen(color("borderS"), 1))
            painter.setBrush(color("accentW" if given == HOT else "warnW" if given == UNSURE else "sunken" if given else "surface"))
            painter.drawRoundedRect(box, 4, 4)
            if given:
                painter.setPen(color(words.TONES[given]))
                painter.setFont(font(11, bold=True))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGNS[given])
