"""What is on the screen: moved pictures meet new ones without a seam, only what changes is drawn, nothing is left over."""

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.ui.theme import paper

from .conftest import SELECTOR

NO = Qt.KeyboardModifier.NoModifier


def on_screen(hands) -> QImage:
    """The board's part of the window as the screen has it, not drawn anew."""
    QTest.qWait(30)
    window = hands.area.window()
    shot = window.screen().grabWindow(window.winId()).toImage()
    corner = hands.board.mapTo(window, QPoint(0, 0))
    return shot.copy(corner.x(), corner.y(), hands.board.width(), hands.board.height())


def drawn_anew(hands) -> QImage:
    """The board drawn straight to the screen, nothing copied."""
    hands.board.painting.sheet = None
    hands.board.update()
    return on_screen(hands)


def settle(hands) -> None:
    """Wait until the board has been quiet for a while."""
    quiet = 0
    for _ in range(300):
        QTest.qWait(4)
        quiet = quiet + 1 if hands.board.scene.notes.settled and not hands.board.painting.moving else 0
        if quiet > 4:
            return


def full_board(hands, count: int = 60) -> list[str]:
    dice = random.Random(5)
    phases = ("awareness", "research", "comparison", "approval", "purchase", "use")
    lanes = (("actions", SELECTOR), ("issues", ""), ("thoughts", "approver"), ("measures", ""))
    ids = [hands.put("言葉" * dice.randint(1, 14), dice.choice(phases), *dice.choice(lanes), colour=dice.randint(1, 8)) for _ in range(count)]
    hands.board.commands.emotion.set("approver", "journey-approval", -1.5)
    hands.board.commands.emotion.set("approver", "journey-use", 1.0)
    QTest.mouseMove(hands.board, QPoint(4, hands.board.height() - 4))
    hands.board.hints.look()
    settle(hands)
    return ids


def test_scrolling_leaves_the_same_picture_as_drawing_anew(hands):
    full_board(hands)
    hands.board.set_zoom(1.4)
    QTest.qWait(150)
    for dx, dy in ((0, 40), (33, 0), (17, 25), (-20, 61), (3, -90), (0, 500), (-40, -3)):
        hands.board.scroll_by(dx, dy)
        settle(hands)
        moved = on_screen(hands)
        assert moved == drawn_anew(hands), (dx, dy)


def test_dragging_a_note_leaves_no_trace(hands):
    ids = full_board(hands)
    before = on_screen(hands)
    start = hands.at_note(ids[0])

    def back_again() -> None:
        for step in range(1, 12):
            QTest.mouseMove(hands.board, start + QPoint(23 * step, 11 * step))
            QApplication.processEvents()
        hands.board.pointer.cancel()
        hands.board.selection.go(None)

    hands.drag(start, start + QPoint(40, 30), before_release=back_again)
    hands.board.selection.go(None)
    QTest.mouseMove(hands.board, QPoint(4, hands.board.height() - 4))
    settle(hands)
    assert on_screen(hands) == drawn_anew(hands)
    assert before.size() == on_screen(hands).size()


def test_an_edit_shows_at_once_everywhere_it_reaches(hands):
    ids = full_board(hands)
    for edit in (lambda: hands.board.commands.recolour(6), lambda: hands.board.commands.delete(), hands.undo):
        hands.select(ids[3])
        edit()
        settle(hands)
        assert on_screen(hands) == drawn_anew(hands)


@pytest.mark.parametrize("zoom", [0.1, 0.2, 0.29])
def test_far_away_notes_are_drawn_as_sprites_of_their_own_colour(hands, zoom):
    phases = ("awareness", "research", "comparison", "approval", "purchase", "use")
    ids = [hands.put("遠く", phases[i % 6], "measures" if i < 6 else "issues", "", colour=i + 1) for i in range(8)]
    hands.board.set_zoom(zoom)
    QTest.mouseMove(hands.board, QPoint(4, hands.board.height() - 4))
    settle(hands)
    shot = on_screen(hands)
    for number, id in enumerate(ids, start=1):
        x, y, w, h = hands.board.port.rect_to_screen(hands.board.scene.layout.note_rect(hands.board.model.slot_of[id]))
        seen = {shot.pixelColor(int(x + i), int(y + j)).name() for i in range(2, int(w) - 2) for j in range(1, int(h) - 1)}
        others = {paper(other).fill.name() for other in range(1, 9)} - {paper(number).fill.name()}
        assert paper(number).fill.name() in seen, number
        assert not seen & others, number


def test_zooming_ends_in_sharp_notes(hands):
    full_board(hands)
    for _ in range(6):
        hands.wheel(0, 60, Qt.KeyboardModifier.ControlModifier, QPointF(500, 300))
    assert hands.board.painting.moving
    QTest.qWait(200)
    settle(hands)
    assert hands.board.scene.notes.settled
    assert on_screen(hands) == drawn_anew(hands)

