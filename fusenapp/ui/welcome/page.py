"""Welcome: what Fusen is at the left; the sample, new, open and recent files at the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons, words
from fusenapp.ui.theme import color, font
from fusenapp.ui.welcome.picture import Scene
from fusenapp.ui.widgets import IconButton, Text, column, hline, row, scroll


class StartCard(QAbstractButton):
    """One way to begin: icon, title, one line, a hint at the right."""

    def __init__(self, icon: str, title: str, text: str, hint: str, *, recommended: bool = False) -> None:
        super().__init__()
        self._icon, self._line, self._hint, self._recommended = icon, text, hint, recommended
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFixedHeight(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(420, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        busy = not self.isEnabled()
        edge = "focus" if self.hasFocus() else "accent" if self._recommended and not busy else "border"
        painter.setPen(QPen(color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(color("accentW" if self._recommended else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_icon(painter)
        self._paint_words(painter, color("text3" if busy else "text"))

    def _paint_icon(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent" if self._recommended else "sunken"))
        painter.drawRoundedRect(QRectF(16, 16, 40, 40), 6, 6)
        icons.draw_icon(painter, QRectF(26, 26, 20, 20), self._icon, color("onAccent" if self._recommended else "accent"))

    def _paint_words(self, painter: QPainter, tone: QColor) -> None:
        painter.setPen(tone)
        painter.setFont(font(15, bold=True))
        painter.drawText(QRectF(73, 13, self.width() - 150, 24), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(font())
        painter.setPen(color("text2"))
        room = self.width() - 73 - 28 - QFontMetrics(font(11)).horizontalAdvance(self._hint)
        line = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(73, 38, room, 20), Qt.AlignmentFlag.AlignVCenter, line)
        painter.setFont(font(11))
        painter.setPen(color("text2"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(self.width() - 116, 0, 100, self.height()), right, self._hint)


class RecentRow(QAbstractButton):
    """One recent file: its name, where it lies, when it was changed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.setText(path.stem)
        self.setToolTip(str(path))
        self.setAccessibleName(path.stem)
        self.setFixedHeight(40)
        self._missing = not path.is_file()
        self._when = translate("Welcome", "not found") if self._missing else words.clock(dt.datetime.fromtimestamp(path.stat().st_mtime))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(color("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), 6, 6)
        icons.draw_icon(painter, QRectF(8, 12, 16, 16), "note", color("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(11))
        room = painter.fontMetrics().horizontalAdvance(self._when) + 8
        painter.setPen(color("bad" if self._missing else "text3"))
        painter.drawText(QRectF(0, 0, self.width() - 4, self.height()), middle | Qt.AlignmentFlag.AlignRight, self._when)
        painter.setFont(font(bold=True))
        painter.setPen(color("text3" if self._missing else "text"))
        width = int(self.width() - 34 - room)
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QRectF(34, 0, width, self.height()), middle, name)


class WelcomePage(QWidget):
    """Signals: sample_asked, new_asked, open_asked, recent_asked(path), theme_asked, language_asked."""

    sample_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(str)
    theme_asked = Signal()
    language_asked = Signal()

    def __init__(self, recent: Sequence[str], *, dark: bool, other_language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = StartCard("flag", translate("Welcome", "Open the sample company"),
                                translate("Welcome", "12 months of leads, and three departments that disagree"),
                                translate("Welcome", "Recommended"), recommended=True)
        self.new = StartCard("note", translate("Welcome", "New from template"),
                             translate("Welcome", "With drafts of personas, buying phases and terms"), _key("Ctrl+N"))
        self.open = StartCard("folder", translate("Welcome", "Open a file"),
                              translate("Welcome", "A .fusen file, also one from a colleague"), _key("Ctrl+O"))
        self.sample.clicked.connect(self.sample_asked)
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self.open_asked)
        self._busy = QProgressBar(textVisible=False)
        self._busy.setAccessibleName(translate("Welcome", "Progress"))
        self._message = Text("", "bad", wrap=True)
        self._message.hide()
        self._busy.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._about(), 0)
        layout.addWidget(self._begin(recent, dark, other_language), 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, fraction: float | None, text: str = "") -> None:
        """Something is under way (-1: no telling how far); None: nothing is."""
        for card in (self.sample, self.new, self.open):
            card.setEnabled(fraction is None)
        self._busy.setVisible(fraction is not None)
        if fraction is not None:
            self._busy.setRange(0, 0 if fraction < 0 else 1000)
            self._busy.setValue(round(max(fraction, 0) * 1000))
            self.tell(text, "secondary")
        else:
            self._message.hide()

    def tell(self, message: str, role: str = "bad") -> None:
        """Say something above the cards."""
        self._message.set_role(role)
        self._message.setText(message)
        self._message.setVisible(bool(message))

    def _about(self) -> QWidget:
        panel = QFrame()
        panel.setObjectName("welcomeAbout")
        panel.setFixedWidth(360)
        mark, name = QLabel(), Text("Fusen", "hero")
        mark.setPixmap(icons.mark(40))
        slogan = Text(translate("Welcome", "What a good lead is,\nin the same words and numbers."), "figure", wrap=True)
        told = Text(translate("Welcome", "Bring the definitions of marketing and sales together, settle where they differ, agree, "
                                         "and test them on real leads."), "secondary", wrap=True)
        quiet = Text(translate("Welcome", "No account and no network needed.\nYour data stays on this computer."), "caption", wrap=True)
        panel.setLayout(column(row(mark, name, None, gap=14), 8, slogan, told, None, Scene(), None, quiet, gap=14, margins=(40, 48, 32, 32)))
        return panel

    def _begin(self, recent: Sequence[str], dark: bool, other_language: str) -> QWidget:
        body = QWidget()
        title = Text(translate("Welcome", "Begin"), "figure")
        theme = IconButton("sun" if dark else "moon", translate("Welcome", "Switch light and dark"), self.theme_asked.emit)
        language = IconButton("globe", other_language, self.language_asked.emit)
        parts = column(row(title, None, theme, language), 4, self._message, self._busy, self.sample, self.new, self.open, gap=8,
                       margins=(40, 40, 40, 32))
        if recent:
            parts.addSpacing(16)
            parts.addWidget(Text(translate("Welcome", "Recent files"), "strong"))
            for path in recent:
                parts.addWidget(hline())
                parts.addWidget(self._recent(Path(path)))
        parts.addStretch(1)
        column_of = QWidget()
        column_of.setMaximumWidth(680)
        column_of.setLayout(parts)
        body.setLayout(row(column_of, None, gap=0))
        body.layout().setStretch(0, 100)  # type: ignore[union-attr]
        area = scroll(body)
        area.setObjectName("welcomeBegin")
        return area

    def _recent(self, path: Path) -> RecentRow:
        line = RecentRow(path)
        line.clicked.connect(self._pick)
        return line

    def _pick(self) -> None:
        line = self.sender()
        if isinstance(line, RecentRow):
            self.recent_asked.emit(str(line.path))


def _key(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
