"""A whole window with the template's workspace, and a facilitator who steers the workshop in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from fusenapp.document import Author
from fusenapp.editing import notes, templates
from fusenapp.editing.notes import NewNote, Place
from fusenapp.settings import Settings
from fusenapp.ui.gradual import Gradual
from fusenapp.ui.journey.area import JourneyArea
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.main_window import MainWindow
from fusenapp.ui.theme import Theme
from fusenapp.ui.workshop.bar import WorkshopBar
from fusenapp.workspace import Workspace

ACTIONS = Place("journey", "journey-awareness", "journey-actions", "selector")
NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="session")
def look(qapp) -> Theme:
    theme = Theme("light")
    theme.apply()
    return theme


class Facilitator:
    """Presses buttons, keys and menus of a real window; reads what is on screen and in the document."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        assert window.session is not None
        self.context = window.session.context
        self.document = self.context.document
        self.told: list[str] = []
        self.context.notified.connect(self._hear)

    def _hear(self, message: str, undo: bool, kind: str) -> None:
        self.told.append(message)

    @property
    def area(self) -> JourneyArea:
        area = self.window.page and self.window.page.area_widget("journey")
        assert isinstance(area, JourneyArea)
        return area

    @property
    def board(self) -> BoardView:
        assert self.area.board is not None
        return self.area.board

    @property
    def bar(self) -> WorkshopBar:
        """The bar that is on screen: the presentation's, or the area's."""
        presentation = self.window.presentation
        bar = presentation.footer.bar if presentation is not None else self.area.strip.bar
        assert bar is not None
        return bar

    @property
    def drawer(self) -> Any:
        return self.bar.drawer

    def settle(self) -> None:
        self.context.bridge.flush()
        for made in self.window.findChildren(Gradual):
            made.finish()
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # ---- doing

    def become(self, department: str, person: str) -> None:
        """Somebody else takes the keyboard."""
        self.context.set_person(person)
        self.context.set_department(department)
        self.settle()

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), widget
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, menu: QMenu, at: int) -> None:
        """An entry of a menu, by its place; lines do not count."""
        [action for action in menu.actions() if not action.isSeparator()][at].trigger()
        menu.deleteLater()
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        """A key through the window, as the system would deliver it."""
        QTest.keyClick(self.window.windowHandle(), key, modifiers)
        self.settle()

    def click_note(self, id: str, modifiers: Qt.KeyboardModifier = NO) -> None:
        x, y, w, h = self.board.port.rect_to_screen(self.board.scene.layout.note_rect(self.board.model.slot_of[id]))
        at = self.board.mapTo(self.window, QPoint(round(x + w / 2), round(y + h / 2)))
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, modifiers, at)
        self.settle()

    def drag_header(self, phase: int, onto: int) -> None:
        """Take a phase by its header and let it go over another."""
        spots = [self.board.port.to_screen(float(self.board.scene.layout.col_x[i]) + 60, 0)[0] for i in (phase, onto)]
        start, end = (self.board.mapTo(self.window, QPoint(round(x), 20)) for x in spots)
        handle = self.window.windowHandle()
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, NO, start)
        for i in range(1, 6):
            QTest.mouseMove(handle, start + (end - start) * i / 5)
            QApplication.processEvents()
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NO, end)
        self.settle()

    def put(self, text: str, place: Place = ACTIONS) -> str:
        id = notes.add_note(self.document, NewNote(place, text))
        self.settle()
        return id

    def buttons(self) -> list[str]:
        """What the bar offers now."""
        return [b.text() for b in self.bar.findChildren(QPushButton) if b.isVisibleTo(self.bar)]

    def present(self) -> None:
        self.press(Qt.Key.Key_F5)
        assert self.window.presentation is not None
        self.settle()


@pytest.fixture
def facilitator(qtbot, look, tmp_path: Path) -> Iterator[Facilitator]:
    author = Author("佐倉", "marketing")
    workspace = Workspace.create(tmp_path / "合宿.fusen", author, build=lambda document: templates.build(document, "b2b", "テスト"))
    settings = Settings()
    settings.set("person", "佐倉")
    settings.set("department", "marketing")
    window = MainWindow(settings, look, workspace, "journey")
    window.resize(1400, 900)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    made = Facilitator(window)
    made.board.setFocus()
    made.settle()
    yield made
    if window.presentation is not None:
        window.presentation.leave()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
