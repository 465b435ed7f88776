"""Cycles of objects are found on the window's thread, whoever made them."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication

from fusenapp.ui.background import Background
from fusenapp.ui.collector import OLD, YOUNG, Collector


class _Part:
    """Something that holds itself, as widgets and their slots do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp) -> Iterator[Collector]:
    made = Collector()
    made.start()
    yield made
    made.stop()


def _let_go(seen: list[int]) -> None:
    weakref.finalize(_Part(), lambda: seen.append(threading.get_ident()))


def test_what_a_worker_makes_starts_no_search_there(collector, qtbot) -> None:
    freed, done = [], []
    _let_go(freed)
    background = Background()
    background.run("", lambda _: len([[] for _ in range(3_000_000)]), done.append, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    background.close()
    assert set(freed) <= {threading.get_ident()}
    kept = [[] for _ in range(2 * YOUNG)]
    collector.look()
    assert freed == [threading.get_ident()]
    assert kept


def test_the_long_search_waits_for_the_pointer_to_rest(collector, monkeypatch: pytest.MonkeyPatch) -> None:
    searched = []
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, OLD + 1))
    monkeypatch.setattr(gc, "collect", lambda generation=2: searched.append(generation))
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationActive)
    moving = iter([(1, 1), (2, 2), (2, 2)])
    monkeypatch.setattr(QCursor, "pos", lambda: next(moving))
    collector.look()
    collector.look()
    assert searched == []
    collector.look()
    assert searched == [2]


def test_python_searches_by_itself_again_afterwards(qapp) -> None:
    collector = Collector()
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
