"""The picture of the cells that scrolling copies from shows the same as drawing them straight."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.ui.journey import note_layer
from fusenapp.ui.journey.scene import Shown, content_rect
from fusenapp.ui.journey.sheet import AHEAD, GRAIN, Sheet
from fusenapp.ui.journey.viewport import Viewport

WIDTH, HEIGHT = 800, 520


@pytest.fixture
def scene(crowded):
    return crowded.board.scene


def canvas(ratio: float) -> QImage:
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.magenta)
    return image


def everything() -> QRegion:
    return QRegion(QRect(0, 0, WIDTH, HEIGHT))


def straight(scene, view: Viewport, ratio: float) -> QImage:
    """The cells, drawn at once."""
    image = canvas(ratio)
    painter = QPainter(image)
    painter.setClipRect(content_rect(view))
    scene.paint_content(painter, view, QRegion(content_rect(view)), ratio, Shown())
    painter.end()
    return image


def copied(sheet: Sheet, view: Viewport, ratio: float, region: QRegion | None = None) -> QImage:
    image = canvas(ratio)
    painter = QPainter(image)
    sheet.show(painter, view, region or everything(), Shown())
    painter.end()
    return image


def copied_from(board) -> QImage:
    """What a board shows of its cells, copied as it scrolls."""
    paper = canvas(1.0).scaled(board.size())
    painter = QPainter(paper)
    board.painting.sheet.show(painter, board.port, QRegion(board.rect()), board.shown)
    painter.end()
    return paper.copy(content_rect(board.port))


def straight_from(board) -> QImage:
    """The same, drawn at once."""
    paper = canvas(1.0).scaled(board.size())
    painter = QPainter(paper)
    painter.setClipRect(content_rect(board.port))
    board.scene.paint_content(painter, board.port, QRegion(content_rect(board.port)), 1.0, board.shown)
    painter.end()
    return paper.copy(content_rect(board.port))


def painted_by(sheet: Sheet, view: Viewport, ratio: float) -> list[QRect]:
    """What had to be painted before it could be copied."""
    paper = canvas(ratio)
    painter = QPainter(paper)
    region = sheet.show(painter, view, everything(), Shown())
    painter.end()
    return [QRect(part) for part in region]


def nothing_left(board) -> bool:
    """True if all around what is in sight is painted."""
    layout = board.scene.layout
    return board.painting.sheet.next_around(board.port, board.port.reachable(layout.width, layout.height)) is None


def view_at(scene, x: float, y: float, zoom: float, ratio: float) -> Viewport:
    view = Viewport(WIDTH, HEIGHT, zoom, x / zoom, y / zoom, *scene.headers.widths())
    view.snap(ratio)
    return view


def limited(scene, x: float, y: float, zoom: float, ratio: float) -> Viewport:
    """The same, where scrolling ends in time."""
    view = view_at(scene, x, y, zoom, ratio)
    view.limit(scene.layout.width, scene.layout.height)
    view.snap(ratio)
    return view


def wander(count: int) -> list[tuple[int, int]]:
    """Places one after the other, near and far, px."""
    dice, x, y, found = random.Random(7), 0, 0, []
    for _ in range(count):
        found.append((x, y))
        x, y = max(0, x + GRAIN * dice.randint(-60, 90)), max(0, y + GRAIN * dice.randint(-40, 60))
    return found


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("zoom", [0.8, 0.2])
def test_wherever_one_scrolls_the_copy_is_what_drawing_shows(scene, ratio, zoom):
    sheet = Sheet(scene, ratio)
    for x, y in wander(40):
        view = view_at(scene, x, y, zoom, ratio)
        drawn = straight(scene, view, ratio)
        assert copied(sheet, view, ratio) == drawn, (x, y)


def test_far_below_the_grid_every_part_is_painted_as_it_comes(scene):
    sheet = Sheet(scene, 1.0)
    for y in range(0, 1200, 52):
        view = view_at(scene, 0, y, 0.5, 1.0)
        assert copied(sheet, view, 1.0) == straight(scene, view, 1.0), y


@pytest.mark.parametrize("ratio", [1.25, 1.5])
def test_the_way_one_came_leaves_no_seams(scene, ratio):
    """Where px of the screen and of the device do not meet, what was painted at different times still fits."""
    sheet = Sheet(scene, ratio)
    for x, y in wander(40):
        view = view_at(scene, x, y, 0.8, ratio)
        assert copied(sheet, view, ratio) == copied(Sheet(scene, ratio), view, ratio), (x, y)


def test_between_whole_px_of_the_screen_the_copy_stays_crisp(scene):
    """At 150 % the board scrolls by px of the device; every note is the same picture as where it was drawn."""
    sheet, ratio = Sheet(scene, 1.5), 1.5
    first = copied(sheet, view_at(scene, 0, 0, 0.8, ratio), ratio)
    moved = copied(sheet, view_at(scene, 1 / 1.5, 2 / 1.5, 0.8, ratio), ratio)
    left, top = 300, 200
    assert moved.copy(left, top, 600, 400) == first.copy(left + 1, top + 2, 600, 400)


def test_what_changed_is_drawn_anew_and_nothing_else(scene):
    sheet, view = Sheet(scene, 1.0), view_at(scene, 0, 0, 0.8, 1.0)
    copied(sheet, view, 1.0)
    paper = canvas(1.0)
    painter = QPainter(paper)
    assert sheet.show(painter, view, everything(), Shown()).isEmpty()
    sheet.forget(view, QRegion(200, 200, 50, 40))
    assert sheet.show(painter, view, everything(), Shown()) == QRegion(200, 200, 50, 40)
    painter.end()


def test_the_way_ahead_is_painted_in_one_go_and_then_only_copied(scene):
    sheet = Sheet(scene, 1.0)
    paper, painted = canvas(1.0), []
    painter = QPainter(paper)
    for step in range(AHEAD // 20):
        painted.append(not sheet.show(painter, view_at(scene, 20 * step, 0, 0.8, 1.0), everything(), Shown()).isEmpty())
    painter.end()
    assert painted[:2] == [True, True]
    assert not any(painted[2:])


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("zoom", [0.8, 0.2])
def test_what_was_painted_around_is_what_drawing_shows_there(scene, ratio, zoom):
    sheet, start = Sheet(scene, ratio), limited(scene, 400, 300, zoom, ratio)
    copied(sheet, start, ratio)
    bounds, parts = start.reachable(scene.layout.width, scene.layout.height), 0
    while (part := sheet.next_around(start, bounds)) is not None:
        sheet.fill(part, start, Shown())
        parts += 1
    assert 1 <= parts < 100
    for x, y in ((400, 300), (400 - AHEAD, 300), (400 + AHEAD, 300 + AHEAD), (400, 300 - AHEAD)):
        view = limited(scene, x, y, zoom, ratio)
        assert not painted_by(sheet, view, ratio), (x, y)
        assert copied(sheet, view, ratio) == copied(Sheet(scene, ratio), view, ratio), (x, y)


def test_where_scrolling_rests_what_lies_around_is_painted_without_being_asked_for(crowded, qtbot):
    board = crowded.board
    board.scroll_by(0, 8)
    qtbot.waitUntil(lambda: nothing_left(board))
    assert not board.scene.notes.missing
    drawn = []
    board.scene.ground.paint = lambda *args, **more: drawn.append(args)
    board.scroll_by(60, 100)
    QApplication.processEvents()
    assert drawn == []


def test_a_note_that_was_shown_by_a_stand_in_beyond_sight_is_there_when_one_gets_there(crowded, qtbot, monkeypatch):
    board = crowded.board
    with monkeypatch.context() as hurried:
        for name in ("BUDGET", "HASTE"):
            hurried.setattr(note_layer, name, 0.0)
        board.scene.notes.forget()
        board.scroll_by(0, 8)
        QApplication.processEvents()
        assert board.scene.notes.missing
    qtbot.waitUntil(lambda: not board.scene.notes.missing and nothing_left(board))
    for way in ((120, 0), (0, 120), (-60, -60)):
        board.scroll_by(*way)
        shown = copied_from(board)
        assert shown == straight_from(board), way


def test_scrolling_shows_what_was_edited_meanwhile(hands):
    id = hands.put("前", "awareness", "issues", "")
    hands.board.scroll_by(0, 4)
    QTest.qWait(30)
    hands.select(id)
    hands.board.commands.recolour(3)
    hands.board.scroll_by(0, 4)
    QTest.qWait(50)
    shown = hands.board.grab().toImage()
    hands.board.painting.sheet = None
    assert shown == hands.board.grab().toImage()


def test_a_board_that_never_moved_comes_to_rest_whatever_lies_out_of_sight(crowded, qtbot):
    board = crowded.board
    board.painting.sheet = None
    board.scroll_to(0, 0)
    board.painting.sheet = None
    seen = set(board.scene.layout.notes_touching(board.port.visible).tolist())
    outside = set(range(len(board.model.records))) - seen
    assert outside
    board.scene.notes.missing |= outside
    board.update()
    qtbot.waitUntil(lambda: board.settled)
