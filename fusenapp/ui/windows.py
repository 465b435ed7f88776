"""The windows of the program. All of them show one workspace; each has its own area, zoom and selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QPoint, QRect

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from fusenapp.ui.main_window import MainWindow

STEP = 32
"""How far a new window lies from the one it was opened from, logical px."""
KINDS = {"journey": "journeys", "personas": "persona_sets"}
"""Of the areas that show one of several things: what these are."""


class Windows:
    """Those that are open, in the order of opening. The first is the application's; the others go when they are closed."""

    def __init__(self) -> None:
        self.open: list[MainWindow] = []
        self._count = 0

    def add(self, window: MainWindow) -> int:
        """A window was made; returns its number, from 1."""
        self.open.append(window)
        self._count += 1
        self._name_closing(window)
        return self._count

    def drop(self, window: MainWindow) -> None:
        """A window was closed."""
        if window in self.open:
            self.open.remove(window)
            self._name_closing(window)
            if window.number > 1:
                window.deleteLater()

    def _name_closing(self, window: MainWindow) -> None:
        for other in self.others(window):
            other.name_closing()

    def others(self, window: MainWindow) -> list[MainWindow]:
        """All but this one."""
        return [other for other in self.open if other is not window]

    def close_others(self, window: MainWindow) -> None:
        """Leave this one alone with the workspace."""
        for other in self.others(window):
            other.close()

    @property
    def front(self) -> MainWindow | None:
        """The one that is worked in, else the one opened last."""
        return next((window for window in self.open if window.isActiveWindow()), self.open[-1] if self.open else None)

    @property
    def presenting(self) -> MainWindow | None:
        """The one that is presented."""
        return next((window for window in self.open if window.presentation is not None), None)

    def beside(self, window: MainWindow, *, stage: bool = False) -> MainWindow:
        """Another window of the same workspace, beginning with what this one shows; not shown yet.

        Args:
            stage: it is there to be presented, and closes when that ends.
        """
        from fusenapp.ui.main_window import MainWindow

        area = window.page.current if window.page is not None else ""
        made = MainWindow(window.settings, window.theme, area=area, beside=window, stage=stage)
        item = shown_item(window)
        if item is not None and made.page is not None:
            made.page.show_area(area, item)
        return made

    def open_beside(self, window: MainWindow) -> MainWindow:
        """Show another window of the same workspace, a little below this one."""
        made = self.beside(window)
        size = window.normalGeometry().size() if window.isFullScreen() or window.isMaximized() else window.size()
        room = window.screen().availableGeometry()
        made.setGeometry(QRect(_stepped(window.normalGeometry().topLeft(), size.width(), size.height(), room), size))
        made.show()
        return made

    def put_away(self, window: MainWindow) -> list[tuple[str, QByteArray]]:
        """Close all but this one; area and place of each for `bring_back`. What is presented ends."""
        found: list[tuple[str, QByteArray]] = []
        for other in self.others(window):
            if not other.stage and other.page is not None:
                found.append((other.page.current, other.saveGeometry()))
            other.close()
        return found

    def bring_back(self, window: MainWindow, kept: list[tuple[str, QByteArray]]) -> None:
        """Show windows again that were put away before the program changed its size."""
        for area, place in kept:
            made = self.beside(window)
            made.restoreGeometry(place)
            if made.page is not None:
                made.page.show_area(area)
            made.show()

    def present_on(self, window: MainWindow, screen: QScreen) -> MainWindow:
        """Present what a window shows on another screen, in a window of its own."""
        made = self.beside(window, stage=True)
        made.setScreen(screen)
        made.setGeometry(screen.geometry())
        made.showFullScreen()
        made.present()
        return made

    def tell_presented(self, window: MainWindow) -> None:
        """Something is presented in a window: the others can steer it."""
        for other in self.others(window):
            other.show_remote()


def shown_item(window: MainWindow) -> tuple[str, str] | None:
    """Which of several journeys or committees the window shows."""
    page = window.page
    area: Any = page.area_widget(page.current) if page is not None else None
    parent = area.workshop_parent() if page is not None and page.current in KINDS and hasattr(area, "workshop_parent") else ""
    return (KINDS[page.current], parent) if page is not None and parent else None


def _stepped(corner: QPoint, width: int, height: int, room: QRect) -> QPoint:
    """A little below and to the right; back at the screen's corner where there is no room for that."""
    x, y = corner.x() + STEP, corner.y() + STEP
    return QPoint(x if x + width <= room.right() + 1 else room.left(), y if y + height <= room.bottom() + 1 else room.top() + STEP)
