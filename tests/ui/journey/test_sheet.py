"""The picture of the cells that scrolling copies from shows the same as drawing them straight."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtTest import QTest

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


def view_at(scene, x: float, y: float, zoom: float, ratio: float) -> Viewport:
    view = Viewport(WIDTH, HEIGHT, zoom, x / zoom, y / zoom, *scene.headers.widths())
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
