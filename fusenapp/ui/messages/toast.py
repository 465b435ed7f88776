"""Short messages at the lower edge of the page: what happened, and a button that takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import IconButton, LinkButton, Text

LOOKS = {"info": ("check-circle", "accent", "surface"), "warn": ("alert-circle", "warn", "warnW"), "error": ("warning", "bad", "badW")}
SECONDS = {"info": 6, "warn": 10, "error": 0}
"""How long a message stays; 0: until it is closed."""
MOST = 3
WIDEST = 420
"""Width of a message's words at most, logical px; longer ones take more lines."""


class Toast(QWidget):
    """One message; ``undo`` is called when its button is pressed.

    Signals:
        dismissed: it is gone from the screen.
    """

    dismissed = Signal()

    def __init__(self, message: str, kind: str, undo: Callable[[], object] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind, self.message = kind, message
        icon, token, self._ground = LOOKS[kind]
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, 18, token))
        text = Text(message, wrap=True)
        longest = max(text.fontMetrics().horizontalAdvance(line) for line in message.split("\n"))
        text.setFixedWidth(min(longest + 4, WIDEST))  # a width of its own, so that its height is known whatever room there is
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 6, 6)
        layout.setSpacing(10)
        layout.addWidget(picture)
        layout.addWidget(text, 1)
        self.undo_button = LinkButton(translate("Toast", "Undo"), on=self._undo) if undo else None
        self._on_undo = undo
        if self.undo_button:
            layout.addWidget(self.undo_button)
        layout.addWidget(IconButton("close", translate("Toast", "Close the message"), self.dismiss, small=True))
        self.setMaximumWidth(560)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(message)
        if SECONDS[kind]:
            QTimer.singleShot(SECONDS[kind] * 1000, self, self.dismiss)

    def dismiss(self) -> None:
        """Go away."""
        self.hide()
        self.dismissed.emit()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(LOOKS[self.kind][1] if self.kind != "info" else "borderS"), 1))
        painter.setBrush(color(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _undo(self) -> None:
        if self._on_undo:
            self._on_undo()
        self.dismiss()


class Toasts(QWidget):
    """The messages of one page, above its lower edge; older ones make room.

    Args:
        host: the widget over which they lie.
        undo: takes the last step back.
    """

    def __init__(self, host: QWidget, undo: Callable[[], object]) -> None:
        super().__init__(host)
        self._undo = undo
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        host.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> list[Toast]:
        """Messages on screen, oldest first."""
        return [toast for toast in self.findChildren(Toast) if not toast.isHidden()]

    def add(self, message: str, undo: bool = False, kind: str = "info") -> None:
        """Show a message and say it to screen readers."""
        for old in self.shown[: max(0, len(self.shown) - MOST + 1)]:
            old.dismiss()
        toast = Toast(message, kind if kind in LOOKS else "info", self._undo if undo else None, self)
        toast.dismissed.connect(self._place)
        self._layout.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        toast.show()
        self._place()
        _announce(toast, message)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None or not self.shown:
            self.hide()
            return
        self._layout.activate()
        size = self._layout.sizeHint()
        width = min(size.width(), host.width() - 32)
        height = max(size.height(), self._layout.totalHeightForWidth(width))
        self.setGeometry((host.width() - width) // 2, host.height() - height - 16, width, height)
        self.show()
        self.raise_()


def _announce(toast: Toast, message: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, message))
