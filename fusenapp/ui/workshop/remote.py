"""The line in a window while another one is presented: where the presentation is, and how to steer it from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from fusenapp.i18n import translate
from fusenapp.ui import areas
from fusenapp.ui.theme import css
from fusenapp.ui.widgets import ElidedLabel, IconButton, IconLabel, PushButton, Text
from fusenapp.ui.windows import shown_item

if TYPE_CHECKING:
    from fusenapp.ui.main_window import MainWindow
    from fusenapp.ui.workshop.present import Presentation
    from fusenapp.ui.workspace_page import WorkspacePage


class Remote(QFrame):
    """Steps through what is presented elsewhere, shows another area there, ends it. Goes when the presentation ends."""

    def __init__(self, page: WorkspacePage, window: MainWindow, presentation: Presentation) -> None:
        super().__init__()
        self.setObjectName("presentRemote")
        self.setAccessibleName(translate("Workshop", "Presented in another window"))
        self.setStyleSheet(f"#presentRemote {{ background: {css('accentW')}; border: none; border-top: 1px solid {css('borderS')}; }}")
        self._page, self._window, self._presentation = page, window, presentation
        self.back = IconButton("chevron-left", translate("Workshop", "Back there (Ctrl+Shift+PgUp)"), lambda: presentation.go_by(-1), small=True)
        self.forward = IconButton("chevron-right", translate("Workshop", "Next there (Ctrl+Shift+PgDn)"), lambda: presentation.go_by(1),
                                  small=True)
        self.count, self.title = Text("", "strong"), ElidedLabel("", "")
        self.other = PushButton("", "present", self._present_other, small=True)
        self.end = PushButton(translate("Workshop", "End the presentation"), "close", presentation.leave, small=True)
        self._lay_out()
        for keys, button in (("Ctrl+Shift+PgUp", self.back), ("Ctrl+Shift+PgDown", self.forward)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        presentation.moved.connect(self._tell)
        presentation.left.connect(self._go)
        page.area_changed.connect(self._tell)
        self._tell()

    @staticmethod
    def on(page: WorkspacePage, window: MainWindow) -> Remote | None:
        """Put the line on a page while ``window`` is presented."""
        if window.presentation is None:
            return None
        made = Remote(page, window, window.presentation)
        layout = cast("QVBoxLayout", page.layout())
        layout.insertWidget(layout.indexOf(page.status_bar), made)
        return made

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(8)
        layout.addWidget(IconLabel("present", translate("Workshop", "Presented in another window"), token="accent", role="strong"))
        layout.addSpacing(8)
        for part in (self.back, self.count, self.forward):
            layout.addWidget(part)
        layout.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.other)
        layout.addWidget(self.end)

    def _tell(self, *_: object) -> None:
        titles, at = self._presentation.titles, self._presentation.step
        self.count.setText(f"{at + 1} / {len(titles)}")
        self.title.setText(f"{areas.title(self._presentation.area)}　{titles[at]}")
        for part in (self.back, self.count, self.forward):
            part.setVisible(len(titles) > 1)
        self.back.setEnabled(at > 0)
        self.forward.setEnabled(at < len(titles) - 1)
        here = self._page.current
        self.other.setText(translate("Workshop", "Present “{area}” there").format(area=areas.title(here)))
        self.other.setVisible(here != self._presentation.area)

    def _present_other(self) -> None:
        """The area that is shown here, there."""
        here = cast("MainWindow", self.window())
        if self._window.page is not None:
            self._window.page.show_area(self._page.current, shown_item(here))

    def _go(self) -> None:
        self.hide()
        self.deleteLater()
