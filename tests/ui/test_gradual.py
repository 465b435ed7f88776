"""Much is made a slice of the event loop at a time, so that the window goes on meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from fusenapp.ui.gradual import SLICE, Gradual


def steps(done: list[int], count: int, seconds: float = 0.0) -> Iterator[None]:
    """Note each step as it is done."""
    for at in range(count):
        time.sleep(seconds)
        done.append(at)
        yield


def test_nothing_is_done_before_the_window_has_had_its_turn(qapp) -> None:
    done: list[int] = []
    making = Gradual(steps(done, 3), QObject(qapp))
    assert (done, making.running) == ([], True)


def test_the_window_has_its_turn_between_slices(qtbot, qapp) -> None:
    done: list[int] = []
    seen: list[int] = []
    other = QTimer(qapp, interval=0)
    other.timeout.connect(lambda: seen.append(len(done)))
    other.start()
    making = Gradual(steps(done, 40, SLICE / 4), QObject(qapp))
    with qtbot.waitSignal(making.finished):
        pass
    other.stop()
    assert done == list(range(40))
    assert len({count for count in seen if 0 < count < 40}) >= 4


def test_who_needs_the_whole_has_it_at_once(qtbot, qapp) -> None:
    done: list[int] = []
    making = Gradual(steps(done, 5), QObject(qapp))
    with qtbot.waitSignal(making.finished):
        making.finish()
    assert (done, making.running) == ([0, 1, 2, 3, 4], False)
    making.finish()
    assert len(done) == 5


def test_what_goes_with_its_page_is_not_made_any_further(qtbot, qapp) -> None:
    page, done = QObject(qapp), []
    Gradual(steps(done, 100, SLICE), page)
    qtbot.waitUntil(lambda: len(done) > 1)
    page.deleteLater()
    qtbot.wait(100)
    there = len(done)
    qtbot.wait(150)
    assert len(done) == there < 100
