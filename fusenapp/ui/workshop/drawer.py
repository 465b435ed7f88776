"""A panel over the right edge of an area: works the same in the window and on the projector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import css
from fusenapp.ui.widgets import IconButton, Text, hline, row

WIDTH = 380
PROJECTED = 1.5
"""How much larger everything is on the projector."""
_LARGE = """#workshopDrawer QLabel, #workshopDrawer QLineEdit, #workshopDrawer QTextEdit, #workshopDrawer QPlainTextEdit,
#workshopDrawer QPushButton, #workshopDrawer QComboBox { font-size: 20px; }
#workshopDrawer QLabel[role="title"] { font-size: 24px; }
#workshopDrawer QLabel[role="caption"] { font-size: 16px; }"""


class Drawer(QFrame):
    """A titled column that lies over ``host``; fill ``body``. Esc closes it.

    Args:
        large: it is read from across a room.

    Signals:
        closed: it was closed and will be gone.
    """

    closed = Signal()

    def __init__(self, host: QWidget, title: str, large: bool = False) -> None:
        super().__init__(host)
        self.factor = PROJECTED if large else 1.0
        self.setObjectName("workshopDrawer")
        self.setAccessibleName(title)
        own = f"#workshopDrawer {{ background: {css('surface')}; border: none; border-left: 1px solid {css('borderS')}; }}"
        self.setStyleSheet(own + (_LARGE if large else ""))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.heading = Text(title, "title")
        close = IconButton("close", translate("Workshop", "Close (Esc)"), self.shut, small=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(row(self.heading, None, close))
        layout.addWidget(hline())
        layout.addLayout(self.body, 1)
        host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            width = min(round(WIDTH * self.factor), max(240, host.width() * 2 // 3))
            self.setGeometry(host.width() - width, 0, width, host.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)

    def shut(self) -> None:
        """Close it."""
        self.hide()
        self.closed.emit()
        self.deleteLater()
