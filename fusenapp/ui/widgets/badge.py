"""Badges for states (icon, word and colour together) and chips for small facts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.theme import color, font

STATES: dict[str, tuple[str, str]] = {
    "draft": ("pencil", "draft"),
    "proposed": ("proposed", "info"),
    "agreed": ("check-circle", "good"),
    "reopened": ("reopened", "warn"),
    "due": ("clock", "bad"),
    "overdue": ("clock", "bad"),
    "on_target": ("check-circle", "good"),
    "caution": ("alert-circle", "warn"),
    "off_target": ("down-circle", "bad"),
    "knock_out": ("barred", "bad"),
    "rejected": ("barred", "bad"),
    "match": ("check-circle", "good"),
    "no_match": ("barred", "draft"),
    "unknown": ("help", "warn"),
    "required": ("lock", "info"),
    "action": ("flag", "draft"),
}
"""State → icon and token; the weak token of the badge's ground is the same name + ``W``."""


def status_words(state: str) -> str:
    """The word for a state, in the language in use."""
    words = {
        "draft": translate("Status", "Draft"),
        "proposed": translate("Status", "Proposed"),
        "agreed": translate("Status", "Agreed"),
        "reopened": translate("Status", "Reopened"),
        "due": translate("Status", "Review due"),
        "overdue": translate("Status", "Overdue"),
        "on_target": translate("Status", "On target"),
        "caution": translate("Status", "Caution"),
        "off_target": translate("Status", "Off target"),
        "knock_out": translate("Status", "Knock-out"),
        "rejected": translate("Status", "Rejected"),
        "match": translate("Status", "Match"),
        "no_match": translate("Status", "No match"),
        "unknown": translate("Status", "Unknown"),
        "required": translate("Status", "Required"),
        "action": translate("Status", "To do"),
    }
    return words[state]


class Badge(QWidget):
    """A state as a pill, 20 px high.

    Args:
        state: a key of `STATES`.
        extra: text after the word, e.g. "第4版"; ``words`` replaces the word itself.
    """

    def __init__(self, state: str, extra: str = "", *, words: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(state, extra, words=words)

    def set(self, state: str, extra: str = "", *, words: str | None = None) -> None:
        """Show another state."""
        self.state = state
        self._icon, self._token = STATES[state]
        self.text = " ".join(part for part in (status_words(state) if words is None else words, extra) if part)
        self.setAccessibleName(self.text)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        from PySide6.QtGui import QFontMetrics

        return QSize(QFontMetrics(font(11, bold=True)).horizontalAdvance(self.text) + 30, 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._token + "W"))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        icons.draw_icon(painter, QRectF(7, self.height() / 2 - 6.5, 13, 13), self._icon, color(self._token))
        painter.setPen(color(self._token))
        painter.setFont(font(11, bold=True))
        painter.drawText(self.rect().adjusted(23, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text)


class Chip(QAbstractButton):
    """A small fact with an outline, 24 px high; clickable if something is connected, removable if asked.

    Signals:
        removed: the × was pressed.
    """

    removed = Signal()

    def __init__(self, text: str, icon: str = "", *, checkable: bool = False, removable: bool = False, muted: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon, self._removable, self._muted = icon, removable, muted
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if checkable or removable else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        from PySide6.QtGui import QFontMetrics

        width = QFontMetrics(font(11, bold=self.isCheckable())).horizontalAdvance(self.text()) + 18
        return QSize(width + (18 if self._icon else 0) + (18 if self._removable else 0), 24)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if self.hasFocus() else "accent" if self.isChecked() else "border"
        painter.setPen(QPen(color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(color("accentW" if self.isChecked() else "sunken" if self._muted else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        tone = color("accent" if self.isChecked() else "text3" if self._muted else "text2")
        left, middle = 9, self.height() / 2
        if self._icon:
            icons.draw_icon(painter, QRectF(left - 2, middle - 7, 14, 14), self._icon, tone)
            left += 18
        painter.setPen(tone)
        painter.setFont(font(11, bold=self.isChecked()))
        right = -24 if self._removable else -4
        painter.drawText(self.rect().adjusted(left, 0, right, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._removable:
            icons.draw_icon(painter, QRectF(self.width() - 20, middle - 6, 12, 12), "close", tone)

    def mouseReleaseEvent(self, event) -> None:
        if self._removable and event.position().x() > self.width() - 24:
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)
