"""The rail on the left: one entry per area, with words or collapsed to icons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.areas import Area
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import IconButton, hline, scroll

WIDE, NARROW = 76, 48


class RailItem(QAbstractButton):
    """One area: icon above its name, a bar at the edge while it is shown, a count if something waits."""

    def __init__(self, area: Area) -> None:
        super().__init__()
        self.area = area
        self.count, self.narrow = 0, False
        self.setText(area.title)
        self.setAccessibleName(area.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """With or without words."""
        self.narrow = narrow
        self.setFixedHeight(44 if narrow else 54)
        self.setToolTip(self.text() if narrow else "")

    def set_count(self, count: int) -> None:
        """How many things wait there."""
        self.count = count
        self.setAccessibleDescription(translate("Rail", "%n waiting", n=count) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail; in a low window its scroll bar takes some of that."""
        return QSize(NARROW if self.narrow else WIDE, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        self._paint_ground(painter, chosen)
        tone = color("accent" if chosen else "text2")
        top = (self.height() - 20) / 2 if self.narrow else 8
        icons.draw_icon(painter, QRectF((self.width() - 20) / 2, top, 20, 20), self.area.icon, tone)
        if not self.narrow:
            painter.setPen(tone)
            painter.setFont(self._face(chosen))
            painter.drawText(QRectF(0, 30, self.width(), 18), Qt.AlignmentFlag.AlignCenter, self._word(painter))
        if self.count:
            self._paint_count(painter, top)

    def _face(self, bold: bool) -> QFont:
        """11 px; a little smaller for a long name, so that it stays whole."""
        face = font(11, bold=bold)
        while face.pixelSize() > 9 and QFontMetrics(face).horizontalAdvance(self.text()) > self.width() - 4:
            face.setPixelSize(face.pixelSize() - 1)
        return face

    def _word(self, painter: QPainter) -> str:
        return painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)

    def _paint_ground(self, painter: QPainter, chosen: bool) -> None:
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accentW" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 1, -4, -1), 6, 6)
        if chosen:
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(QRectF(-3, self.height() / 2 - 16, 6, 32), 3, 3)
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 2, -5, -2), 6, 6)

    def _paint_count(self, painter: QPainter, top: float) -> None:
        text = str(self.count) if self.count < 100 else "99+"
        width = max(16, 8 + 7 * len(text))
        place = QRectF(self.width() / 2 + 6, top - 6, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("bad"))
        painter.drawRoundedRect(place, 8, 8)
        painter.setPen(color("surface"))
        painter.setFont(font(11, bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


class Navigation(QFrame):
    """The rail.

    Signals:
        chosen: id of the area that the user wants.
        collapsed: True if only icons are shown now.
    """

    chosen = Signal(str)
    collapsed = Signal(bool)

    def __init__(self, areas: Sequence[Area], narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(translate("Rail", "Areas"))
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        body = QWidget()
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(0, 4, 0, 4)
        self._list.setSpacing(0)
        self._fill(areas)
        self._toggle = IconButton("panel-left", "", self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addWidget(scroll(body), 1)
        layout.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignHCenter)
        self.set_narrow(narrow)

    def set_current(self, area: str) -> None:
        """Mark the area that is shown."""
        if area in self._items:
            self._items[area].setChecked(True)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def set_count(self, area: str, count: int) -> None:
        """How many things wait in an area."""
        if area in self._items:
            self._items[area].set_count(count)

    def item(self, area: str) -> RailItem:
        """The entry of an area."""
        return self._items[area]

    def focus(self) -> None:
        """Put the keyboard on the entry of the area that is shown."""
        chosen = self._group.checkedButton() or next(iter(self._items.values()))
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Words or icons alone."""
        self._narrow = narrow
        for item in self._items.values():
            item.set_narrow(narrow)
        self.setFixedWidth((NARROW if narrow else WIDE) + 1)
        name = translate("Rail", "Show the names") if narrow else translate("Rail", "Icons only")
        self._toggle.setToolTip(name)
        self._toggle.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        items = list(self._items.values())
        focused = next((i for i, item in enumerate(items) if item.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        target = items[(focused + step) % len(items)]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, areas: Sequence[Area]) -> None:
        group = areas[0].group if areas else 0
        for area in areas:
            if area.group != group:
                self._separate()
                group = area.group
            item = RailItem(area)
            item.clicked.connect(self._clicked)
            self._items[area.id] = item
            self._group.addButton(item)
            self._list.addWidget(item)
        self._list.addStretch(1)

    def _separate(self) -> None:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.addWidget(hline())
        self._list.addWidget(holder)

    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.chosen.emit(item.area.id)

    def _switch(self) -> None:
        self.set_narrow(not self._narrow)
        self.collapsed.emit(self._narrow)
