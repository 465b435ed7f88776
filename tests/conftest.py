"""What holds for every test: no screen, no user's data, one font, and nothing left behind.

A test fails on a log record from WARNING up and on a Qt warning, unless it says
``@pytest.mark.expects_log("part of the message")``.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["FUSEN_FONT"] = "bundled"
os.environ["FUSEN_LANG"] = "ja"
for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(variable, None)

import pytest  # noqa: E402 - the environment must be set before Qt is loaded by a plug-in

from fusenapp import i18n  # noqa: E402

FILES = Path(__file__).parent / "files"
BENCH = Path(__file__).parent / "bench"
THREAD_PATIENCE = 3.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything below tests/bench measures speed and is run alone."""
    for item in items:
        if BENCH in item.path.parents:
            item.add_marker("bench")


@pytest.fixture
def files() -> Path:
    """The folder of test data."""
    return FILES


@pytest.fixture(autouse=True)
def _own_user_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("FUSEN_DATA", str(tmp_path_factory.mktemp("user-data")))
    i18n.set_language("ja")
    yield
    i18n.set_language("ja")


@pytest.fixture(scope="session")
def qapp(qapp):
    from fusenapp.ui import fonts

    qapp.setStyle("Fusion")
    fonts.ensure_japanese(qapp)
    return qapp


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    expected = [text for marker in request.node.iter_markers("expects_log") for text in marker.args]
    unexpected = [record for record in collector.records if not any(text in record for text in expected)]
    assert not unexpected, f"unexpected log records: {unexpected}"


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    windows = _close_windows()
    threads = _wait_for_threads(before)
    assert not windows, f"windows still shown after the test: {windows}"
    assert not threads, f"threads still running after the test: {threads}"


def _close_windows() -> list[str]:
    """Names of the top-level windows that a test left visible; they are closed, so that the next test starts clean."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    app: Any = widgets.QApplication.instance() if widgets else None
    if widgets is None or not isinstance(app, widgets.QApplication):
        return []
    left = [widget for widget in app.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.windowTitle()}" for widget in left]
    for widget in left:
        widget.close()
    _delete_widgets(app)
    return names


def _delete_widgets(app: Any) -> None:
    """Those that nobody owns: Python frees few of them by itself, and a change of theme or style would go through all that ever were."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt

    lent = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)  # a completer deletes its list itself
    left = [widget for widget in app.topLevelWidgets() if widget.parent() is None and widget.windowType() not in lent]
    for widget in left:
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait_for_threads(before: set[threading.Thread]) -> list[str]:
    """Names of the Python threads that were started since and do not end."""
    end = time.monotonic() + THREAD_PATIENCE
    while True:
        left = [
            thread for thread in threading.enumerate() if thread not in before and not isinstance(thread, threading._DummyThread)
        ]
        if not left or time.monotonic() > end:
            return [thread.name for thread in left]
        time.sleep(0.01)
