"""Texts: by role, cut with an ellipsis, or with an icon before them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from fusenapp.ui import icons

TOKEN = re.compile(r"[!-~\u00a1-\u024f]+\s*|\s+|.", re.DOTALL)
NEVER_FIRST = set("、。，．・：；？！）］｝」』】〉》〕…ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々％℃,.!?)]}")
"""Characters that may not begin a line (kinsoku)."""
LEADING = 1.5
"""Line height of text that wraps, in sizes of its letters, whatever the font says."""


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

    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            hint = super().sizeHint()
            return QSize(hint.width(), max(hint.height(), self._line_height()))
        self.ensurePolished()
        widest = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        width = min(widest + 4, 480) + self._margins().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return self.sizeHint()
        return QSize(min(self.sizeHint().width(), 80), self._line_height() + self._margins().height())

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return super().heightForWidth(width)
        self.ensurePolished()
        margins = self._margins()
        lines = sum(len(paragraph) for paragraph in self._broken(width - margins.width()))
        return max(lines, 1) * self._line_height() + margins.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        place, height = self.contentsRect(), self._line_height()
        lines = [line for paragraph in self._broken(place.width()) for line in paragraph]
        top = place.top() if len(lines) * height >= place.height() or self.alignment() & Qt.AlignmentFlag.AlignTop else (
            place.top() + (place.height() - len(lines) * height) / 2)
        across = Qt.AlignmentFlag.AlignHCenter if self.alignment() & Qt.AlignmentFlag.AlignHCenter else Qt.AlignmentFlag.AlignLeft
        for at, line in enumerate(lines):
            painter.drawText(place.left(), round(top + at * height), place.width(), height, int(across | Qt.AlignmentFlag.AlignVCenter), line)

    def _broken(self, width: int) -> list[list[str]]:
        """The text in lines that fit, by paragraph."""
        return [broken_lines(paragraph, self.font(), max(width, 16)) for paragraph in self.text().split("\n")]

    def _line_height(self) -> int:
        size = self.font().pixelSize() if self.font().pixelSize() > 0 else self.fontMetrics().height()
        return max(math.ceil(size * LEADING), QFontMetrics(self.font()).height())

    def _margins(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())


def broken_lines(paragraph: str, face: QFont, width: int) -> list[str]:
    """A paragraph in lines that fit into ``width``.

    Japanese breaks anywhere but before closing marks and small kana, Latin words stay whole where they can.
    """
    return list(_broken_lines(paragraph, _Face(face), width))


class _Face:
    """A font as the key of a cache."""

    def __init__(self, font: QFont) -> None:
        self.font, self._key = font, font.key()

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Face) and other._key == self._key


@lru_cache(maxsize=8192)
def _advance(token: str, face: _Face) -> int:
    """The width of a letter or word; there are few, and texts are broken for many widths."""
    return QFontMetrics(face.font).horizontalAdvance(token)


@lru_cache(maxsize=4096)
def _broken_lines(paragraph: str, face: _Face, width: int) -> tuple[str, ...]:
    lines: list[list[str]] = [[]]
    used = 0
    for token in _tokens(paragraph, face, width):
        room = _advance(token.rstrip(), face)
        if lines[-1] and used + room > width:
            carried = [lines[-1].pop()] if token[0] in NEVER_FIRST and len(lines[-1]) > 1 else []
            lines.append(carried)
            used = sum(_advance(t, face) for t in carried)
        lines[-1].append(token)
        used += _advance(token, face)
    return tuple("".join(line).rstrip() for line in lines)


def _tokens(paragraph: str, face: _Face, width: int) -> Iterator[str]:
    """What stays together: Latin words with the space after them, else single characters."""
    for token in TOKEN.findall(paragraph):
        if len(token) > 1 and _advance(token.rstrip(), face) > width:
            yield from token
        else:
            yield token


class ElidedLabel(Text):
    """One line, cut with … where there is no room; the whole text is then the tool tip."""

    def __init__(self, text: str = "", role: str = "", *, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
                 parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().sizeHint().height())

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
