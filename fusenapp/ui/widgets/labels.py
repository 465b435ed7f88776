"""Texts: by role, cut with an ellipsis, or with an icon before them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from fusenapp.ui import icons


class Text(QLabel):
    """A plain text (never rich text: what users write is shown as written).

    Args:
        role: ``""`` body, ``title`` 15 bold, ``figure`` 20 bold, ``hero`` 28 bold, ``strong`` bold, ``section``
            11 bold, ``secondary`` 13 quiet, ``caption`` 11 quiet, ``good``, ``warn``, ``bad``.
        wrap: break into lines.
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)

    def set_role(self, role: str) -> None:
        """Change the look."""
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Text):
    """One line, cut with … where there is no room; the whole text is then the tool tip."""

    def __init__(self, text: str = "", role: str = "", *, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
                 parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._explain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        painter.drawText(self.contentsRect(), int(self.alignment()) | Qt.TextFlag.TextSingleLine, self._cut())

    def _cut(self) -> str:
        line = " ".join(self.text().split("\n"))
        return self.fontMetrics().elidedText(line, self._mode, self.contentsRect().width())

    def _explain(self) -> None:
        self.setToolTip(self.text() if self._cut() != self.text() else "")


class IconLabel(QWidget):
    """An icon and a text, both in one tone."""

    def __init__(self, icon: str, text: str, *, token: str = "text2", role: str = "", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self.label = QLabel(), Text(text, role)
        self._token, self._size = token, size
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._picture)
        layout.addWidget(self.label, 1)
        self.set(icon, text, token)

    def set(self, icon: str, text: str, token: str | None = None) -> None:
        """Show another icon and text."""
        self._token = token or self._token
        self._picture.setPixmap(icons.pixmap(icon, self._size, self._token))
        self.label.setText(text)
        self.setAccessibleName(text)
