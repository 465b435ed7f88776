"""Whatever was done, and however little of it was painted: the screen shows what drawing everything anew shows."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


class Hand:
    """Does one thing after another to a board, by chance."""

    def __init__(self, hands, seed: int) -> None:
        self.board, self.hands, self.dice = hands.board, hands, random.Random(seed)
        self.things = (self.pan, self.jump, self.zoom, self.band, self.drag, self.select, self.recolour, self.take_back)

    def anything(self) -> str:
        """Do it, and rest; gives what it was."""
        thing = self.dice.choice(self.things)
        thing()
        self.rest()
        return thing.__name__

    def rest(self) -> None:
        for _ in range(200):
            QTest.qWait(10)
            if self.board.settled:
                break
        QTest.qWait(20)

    def pan(self) -> None:
        dx, dy = self.dice.randint(-40, 40), self.dice.randint(-30, 30)
        for _ in range(self.dice.randint(1, 25)):
            self.board.scroll_by(dx, dy)
            QApplication.processEvents()

    def jump(self) -> None:
        layout = self.board.scene.layout
        self.board.scroll_to(self.dice.uniform(0, layout.width), self.dice.uniform(0, layout.height))

    def zoom(self) -> None:
        for _ in range(self.dice.randint(1, 6)):
            self.board.set_zoom(min(2.0, self.board.port.zoom * self.dice.choice((1.15, 1 / 1.15, 1 / 1.3))))
            QApplication.processEvents()

    def band(self) -> None:
        self._draw(self._somewhere(), self._somewhere())

    def drag(self) -> None:
        slots = self.board.scene.layout.notes_touching(self.board.port.visible).tolist()
        if slots:
            x, y, w, h = self.board.port.rect_to_screen(self.board.scene.layout.note_rect(self.dice.choice(slots)))
            at = QPoint(round(x + w / 2), round(y + h / 2))
            self._draw(at, self._somewhere())

    def select(self) -> None:
        ids = list(self.board.model.slot_of)
        self.board.selection.set(self.dice.sample(ids, self.dice.randint(1, len(ids) // 3)))

    def recolour(self) -> None:
        if self.board.selection.count:
            self.board.commands.recolour(self.dice.randint(1, 8))
            self.hands.context.bridge.flush()

    def take_back(self) -> None:
        self.hands.context.bridge.undo()

    def _somewhere(self) -> QPoint:
        return QPoint(self.dice.randint(130, self.board.width() - 20), self.dice.randint(60, self.board.height() - 20))

    def _draw(self, start: QPoint, end: QPoint) -> None:
        window, shift = self.board.window().windowHandle(), self.board.mapTo(self.board.window(), QPoint())
        QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + shift)
        for step in range(1, 7):
            QTest.mouseMove(window, start + shift + (end - start) * step / 6)
            QApplication.processEvents()
        self.rest()
        assert differing(self.board) == 0, "while the button is down"
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end + shift)


def differing(board) -> int:
    """Px of the board that look otherwise on the screen than when everything is drawn anew."""
    window = board.window()
    screen = window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    shown = screen.copy(board.mapTo(window, QPoint()).x(), board.mapTo(window, QPoint()).y(), board.width(), board.height())
    kept, board.painting.sheet = board.painting.sheet, None
    drawn = board.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    board.painting.sheet = kept
    if shown == drawn:
        return 0
    return sum(shown.pixel(x, y) != drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height()))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_screen_shows_what_is_there(crowded, seed):
    hand = Hand(crowded, seed)
    hand.rest()
    done = []
    for _ in range(14):
        done.append(hand.anything())
        assert differing(crowded.board) == 0, done
