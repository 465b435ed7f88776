"""A journey area in a real window, with the template's phases and lanes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.document import Author, Document
from fusenapp.editing import notes, templates
from fusenapp.editing.notes import NewNote, Place
from fusenapp.ui.context import UiContext
from fusenapp.ui.journey import note_layer
from fusenapp.ui.journey.area import JourneyArea
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.theme import Theme

SELECTOR, DECISION, APPROVER = "selector", "decision-maker", "approver"
NO = Qt.KeyboardModifier.NoModifier


class Hands:
    """A user: presses keys and moves the mouse in the window, and reads what the document says."""

    def __init__(self, area: JourneyArea) -> None:
        self.area = area
        self.context = area.context
        self.document: Document = area.context.document
        self.told: list[str] = []
        area.context.notified.connect(self._hear)

    def _hear(self, message: str, undo: bool, kind: str) -> None:
        self.told.append(message)

    @property
    def board(self) -> BoardView:
        assert self.area.board is not None
        return self.area.board

    # ---- what is there

    def place(self, phase: str, lane: str, role: str = "") -> Place:
        return Place("journey", f"journey-{phase}", f"journey-{lane}", role)

    def put(self, text: str, phase: str = "awareness", lane: str = "actions", role: str = SELECTOR, colour: int = 1) -> str:
        """A note that is there already."""
        id = notes.add_note(self.document, NewNote(self.place(phase, lane, role), text, colour))
        self.context.bridge.flush()
        return id

    def texts(self, phase: str = "awareness", lane: str = "actions", role: str = SELECTOR) -> list[str]:
        return [n.get("text", "") for n in notes.notes_in(self.document, self.place(phase, lane, role))]

    def text(self, id: str) -> str:
        return (self.document.get("notes", id) or {}).get("text", "")

    def where(self, id: str) -> tuple[str, str, str]:
        note = self.document.get("notes", id)
        assert note is not None
        return note["phase"].removeprefix("journey-"), note["lane"].removeprefix("journey-"), note["role"]

    @property
    def selected(self) -> list[str]:
        return [self.text(id) for id in self.board.selection.ids]

    @property
    def writing(self) -> bool:
        return self.board.writing.active

    def select(self, *ids: str) -> None:
        self.board.setFocus()
        self.board.selection.set(ids)

    def stand_in(self, phase: str, lane: str, role: str = "") -> None:
        """Put the keyboard on a cell, with no note selected."""
        place = self.place(phase, lane, role)
        self.board.setFocus()
        self.board.selection.go(self.board.model.cell_of(place.phase, place.lane, place.role))

    def undo(self) -> str | None:
        return self.context.bridge.undo()

    # ---- keys

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        """A key through the window, as the system would deliver it."""
        QTest.keyClick(self.area.window().windowHandle(), key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Latin letters as keys."""
        for letter in text:
            QTest.keyClick(self.area.window().windowHandle(), letter)
        QApplication.processEvents()

    def compose(self, preedit: str) -> None:
        """The input method shows letters that are not settled."""
        self._send(QInputMethodEvent(preedit, []))

    def commit(self, text: str) -> None:
        """The input method settles its letters."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        self._send(event)

    def _send(self, event: QInputMethodEvent) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, event)
        QApplication.processEvents()

    # ---- mouse

    def at_note(self, id: str) -> QPoint:
        x, y, w, h = self.board.port.rect_to_screen(self.board.scene.layout.note_rect(self.board.model.slot_of[id]))
        return QPoint(round(x + w / 2), round(y + h / 2))

    def at_cell(self, phase: str, lane: str, role: str = "", across: float = 0.5, down: float = 0.5) -> QPoint:
        place = self.place(phase, lane, role)
        cell = self.board.model.cell_of(place.phase, place.lane, place.role)
        x, y, w, h = self.board.port.rect_to_screen(self.board.scene.layout.cell_rect(cell))
        return QPoint(round(x + w * across), round(y + h * down))

    def _in_window(self, at: QPoint) -> QPoint:
        return self.board.mapTo(self.board.window(), at)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NO) -> None:
        QTest.mouseClick(self.board.window().windowHandle(), Qt.MouseButton.LeftButton, modifiers, self._in_window(at))
        QApplication.processEvents()

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self.board.window().windowHandle(), Qt.MouseButton.LeftButton, NO, self._in_window(at))
        QApplication.processEvents()

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NO,
             button: Qt.MouseButton = Qt.MouseButton.LeftButton, *, before_release: Callable[[], None] = lambda: None) -> None:
        """Press, move in steps, let go."""
        window = self.board.window().windowHandle()
        shift = self.board.mapTo(self.board.window(), QPoint(0, 0))
        QTest.mousePress(window, button, modifiers, start + shift)
        for i in range(1, 7):
            QTest.mouseMove(window, start + shift + (end - start) * i / 6)
            QApplication.processEvents()
        before_release()
        QTest.mouseRelease(window, button, modifiers, end + shift)
        QApplication.processEvents()

    def wheel(self, dx: int, dy: int, modifiers: Qt.KeyboardModifier = NO, at: QPointF | None = None) -> None:
        from PySide6.QtGui import QWheelEvent

        at = at or QPointF(self.board.rect().center())
        event = QWheelEvent(at, QPointF(self.board.mapToGlobal(at.toPoint())), QPoint(), QPoint(dx, dy), Qt.MouseButton.NoButton,
                            modifiers, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(self.board, event)
        QApplication.processEvents()


@pytest.fixture(scope="session")
def look(qapp) -> Theme:
    theme = Theme("light")
    theme.apply()
    return theme


@pytest.fixture(autouse=True)
def hints_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hints are found in one go, however slow the machine is."""
    monkeypatch.setattr("fusenapp.ui.journey.board_hints.GAPS_SLICE", 60.0)


@pytest.fixture
def hands(qtbot, look) -> Iterator[Hands]:
    document = Document(Author("佐倉", "marketing"))
    templates.build(document, "b2b", "テスト")
    context = UiContext(document, person="佐倉")
    area = JourneyArea(context)
    qtbot.addWidget(area)
    area.resize(1300, 900)
    area.show()
    area.activateWindow()
    qtbot.waitActive(area)
    assert area.board is not None
    area.board.setFocus()
    area.board.set_zoom(1.0)
    area.board.scroll_to(0, 0)
    yield Hands(area)
    area.close()
    context.close()
    context.deleteLater()
    inspector = context.inspector.current
    if inspector is not None:
        inspector.deleteLater()
    area.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def crowded(hands, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """A full board that has all the time it needs for the pictures of its notes."""
    for name in ("BUDGET", "HASTE"):
        monkeypatch.setattr(note_layer, name, 60.0)
    dice = random.Random(3)
    places = (("actions", SELECTOR), ("actions", APPROVER), ("thoughts", DECISION), ("issues", ""), ("measures", ""))
    for number in range(120):
        phase = dice.choice(("awareness", "research", "comparison", "approval", "purchase", "use"))
        hands.put(f"付箋{number}" * dice.randint(1, 4), phase, *dice.choice(places), colour=number % 8 + 1)
    hands.board.commands.emotion.set("approver", "journey-approval", -1.5)
    return hands
