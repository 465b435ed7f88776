"""The bar on top: workspace, own department, search, undo and redo, theme, language, person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from fusenapp.i18n import language, translate
from fusenapp.ui import icons
from fusenapp.ui.theme import color, font, is_dark
from fusenapp.ui.widgets import Avatar, IconButton, department_icon, draw_department_mark, vline

Department = tuple[str, str, str]
"""(id, name, shape)"""


class WorkspaceButton(QAbstractButton):
    """The mark, the workspace's name and the line under it; opens the menu."""

    def __init__(self) -> None:
        super().__init__()
        self._subtitle = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(translate("Top bar", "Menu (F10)"))

    def set(self, name: str, subtitle: str) -> None:
        """Other words."""
        self._subtitle = subtitle
        self.setText(name or translate("Top bar", "Untitled workspace"))
        self.setAccessibleName(translate("Top bar", "Menu of {name}").format(name=self.text()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = max(QFontMetrics(font(bold=True)).horizontalAdvance(self.text()), QFontMetrics(font(11)).horizontalAdvance(self._subtitle))
        return QSize(min(84 + words + 32, 360), 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(color("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 2, -1, -2), 6, 6)
        painter.drawPixmap(QPoint(25, self.height() // 2 - 13), icons.mark(26))
        self._paint_words(painter, 76, self.width() - 28 - 76)
        icons.draw_icon(painter, QRectF(self.width() - 26, self.height() / 2 - 8, 16, 16), "chevron-down", color("text3"))

    def _paint_words(self, painter: QPainter, left: int, width: int) -> None:
        left_centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font(bold=True))
        painter.setPen(color("text"))
        top = QRectF(left, 4, width, 20) if self._subtitle else QRectF(left, 0, width, self.height())
        painter.drawText(top, left_centre, painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width))
        painter.setFont(font(11))
        painter.setPen(color("text3"))
        painter.drawText(QRectF(left, 23, width, 17), left_centre,
                         painter.fontMetrics().elidedText(self._subtitle, Qt.TextElideMode.ElideRight, width))


class DepartmentButton(QPushButton):
    """Which department the user speaks for, with a menu to change it.

    Signals:
        chosen: id of the department.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name = ""
        self._shape, self._lead = "circle", translate("Top bar", "Own department:")
        self.setMinimumWidth(80)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set(self, departments: Sequence[Department], current: str) -> None:
        """The choice, and the one that holds now."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for id, name, shape in departments:
            action = QAction(department_icon(shape), name, self._menu, checkable=True, checked=id == current)
            action.setData(id)
            action.triggered.connect(self._choose)
            group.addAction(action)
            self._menu.addAction(action)
        _, name, self._shape = next((d for d in departments if d[0] == current), ("", "—", "cross"))
        self._name = name
        self.setAccessibleName(f"{self._lead} {name}")
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font()).horizontalAdvance(self._lead) + QFontMetrics(font(bold=True)).horizontalAdvance(self._name)
        return QSize(width + 68, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(bold=True)).horizontalAdvance(self._name) + 60, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(color("text"))
        left, middle = 12, Qt.AlignmentFlag.AlignVCenter
        if self.width() >= self.sizeHint().width():
            painter.setFont(font())
            painter.drawText(QRectF(left, 0, self.width(), self.height()), middle, self._lead)
            left += painter.fontMetrics().horizontalAdvance(self._lead) + 8
        draw_department_mark(painter, QRectF(left, self.height() / 2 - 5, 10, 10), self._shape)
        painter.setFont(font(bold=True))
        painter.drawText(QRectF(left + 16, 0, self.width() - left - 40, self.height()), middle, self._name)
        icons.draw_icon(painter, QRectF(self.width() - 24, self.height() / 2 - 8, 16, 16), "chevron-down", color("text2"))

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())


class SearchButton(QPushButton):
    """Looks like a field and opens the palette."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(32)
        self.setMinimumWidth(120)
        self.setMaximumWidth(320)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = translate("Top bar", "Search and commands")
        self.setAccessibleName(self._words)
        self.setToolTip(self._words)

    def sizeHint(self) -> QSize:
        return QSize(320, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.draw_icon(painter, QRectF(9, self.height() / 2 - 8, 16, 16), "search", color("text3"))
        key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        painter.setFont(font(11))
        room = painter.fontMetrics().horizontalAdvance(key) + 12
        box = QRectF(self.width() - room - 8, self.height() / 2 - 9, room, 18)
        painter.setPen(QPen(color("borderS"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(color("text3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        painter.setFont(font())
        width = int(box.left() - 40)
        painter.drawText(QRectF(32, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter,
                         painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, width))


class ActionButton(IconButton):
    """An icon button that follows an action: enabled, tool tip, press."""

    def __init__(self, icon: str, action: QAction) -> None:
        super().__init__(icon, "", token="text")
        self._action = action
        self.setCheckable(action.isCheckable())
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = self._action.text()
        self.setChecked(self._action.isChecked())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(f"{words} ({key})" if key else words)
        self.setAccessibleName(words)


class TopBar(QFrame):
    """48 pixels. The actions of the window are handed in; this bar adds none of its own.

    Signals:
        department_chosen: id.
        language_chosen: ja or en.
    """

    department_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, actions: Mapping[str, QAction], menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(48)
        self._menu = menu
        self.workspace, self.department, self.search = WorkspaceButton(), DepartmentButton(), SearchButton()
        self.workspace.clicked.connect(self.open_menu)
        self.department.chosen.connect(self.department_chosen)
        self.search.clicked.connect(actions["palette"].trigger)
        self.undo = ActionButton("undo", actions["undo"])
        self.redo = ActionButton("redo", actions["redo"])
        self.details = ActionButton("panel-right", actions["inspector"])
        self.theme = IconButton("sun" if is_dark() else "moon", _theme_name(), actions["toggle_theme"].trigger)
        self.language = self._make_language()
        self._person = QHBoxLayout()
        self._lay_out()

    def open_menu(self) -> None:
        """Drop the menu down below the workspace's name."""
        self._menu.popup(self.workspace.mapToGlobal(QPoint(8, self.workspace.height())))

    def set_person(self, name: str, shape: str) -> None:
        """Who works here."""
        while (item := self._person.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.deleteLater()
        if name:
            self._person.addWidget(Avatar(name, shape))

    def _make_language(self) -> IconButton:
        other = "en" if language() == "ja" else "ja"
        name = {"en": "English", "ja": "日本語"}[other]
        button = IconButton("globe", name, lambda: self.language_chosen.emit(other))
        button.setFixedWidth(64)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText({"en": "EN", "ja": "日本"}[other])
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(8)
        for part in (self.workspace, vline(20), self.department):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.search, 6)
        layout.addStretch(1)
        for part in (self.undo, self.redo, vline(20), self.details, self.theme, self.language):
            layout.addWidget(part)
        layout.addLayout(self._person)


def _theme_name() -> str:
    return translate("Top bar", "Light colours") if is_dark() else translate("Top bar", "Dark colours")
