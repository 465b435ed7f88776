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
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["FUSEN_FONT"] = "bundled"
os.environ["FUSEN_LANG"] = "ja"
for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(variable, None)

import pytest  # noqa: E402 - the environment must be set before Qt is loaded by a plug-in
from pytestqt.qtbot import QtBot  # noqa: E402

from fusenapp import i18n  # noqa: E402

FILES = Path(__file__).parent / "files"
BENCH = Path(__file__).parent / "bench"
THREAD_PATIENCE = 3.0
PATIENCE = 30_000
"""Milliseconds that a test waits for the window at least: a machine with much to do may need them."""
LONGEST = (
    "unit/test_contracts.py",
    "e2e/test_frozen.py",
    "ui/test_languages.py",
    "e2e/test_workbook.py",
    "e2e/test_window_job.py",
    "e2e/test_command_line.py",
    "unit/test_setup.py",
    "e2e/test_window_agreement.py",
    "ui/areas/test_importing.py",
    "ui/areas/test_definition_details.py",
    "property/test_qualify_readers.py",
    "property/test_qualify_databases.py",
    "ui/test_pictures.py",
    "e2e/test_workbook_periods.py",
    "e2e/test_window_new_user.py",
    "property/test_document_copies.py",
    "property/test_document_merge.py",
    "property/test_journey_grids.py",
    "ui/areas/test_definitions.py",
    "unit/test_conftest.py",
    "ui/test_windows.py",
    "ui/areas/test_capacity.py",
    "ui/journey/test_keys.py",
    "ui/personas/test_committee_and_drafts.py",
    "ui/areas/test_import_correcting.py",
    "unit/tables/test_tables_large.py",
    "property/test_proposals.py",
    "property/test_qualify_excel.py",
    "ui/areas/test_import_together.py",
    "ui/personas/test_persona_writing.py",
    "ui/test_shell_window.py",
    "ui/journey/test_sheet.py",
    "ui/workshop/test_presenting.py",
    "ui/areas/test_definition_revealing.py",
    "ui/test_shell_startup.py",
    "ui/areas/test_refreshing.py",
    "unit/test_translations.py",
    "e2e/test_capacity_workbook.py",
)
"""Files that take longest, the longest first (``--durations=0`` tells)."""
_RANKS = {Path(__file__).parent / name: at for at, name in enumerate(LONGEST)}
SAMPLE_PATIENCE = 120.0
"""Seconds that a worker waits for the sample company that another one is making."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Everything below tests/bench measures speed and is run alone; in a run over several cores the longest files come first."""
    for item in items:
        if BENCH in item.path.parents:
            item.add_marker("bench")
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: rank(item.path))


def rank(path: Path) -> int:
    """Place of a test file in a run over several cores: so that none is left with a long one when the others are done."""
    return _RANKS.get(path, len(_RANKS))


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
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company's file, in Japanese, made by 佐伯 遥 once for all workers of a run. Tests work on copies."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    place = folder / "sample-company"
    try:
        place.mkdir()
    except FileExistsError:  # another worker is at it
        return _appears(place / "sample.fusen") or _make_sample(tmp_path_factory.mktemp("sample"))
    return _make_sample(place)


def _make_sample(place: Path) -> Path:
    from fusenapp.document import Author
    from fusenapp.flows import samples

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FUSEN_DATA", str(place / "data"))
        i18n.set_language("ja")
        made = samples.create(place / "being-made.fusen", Author("佐伯 遥", "marketing"))
    return made.rename(place / "sample.fusen")


def _appears(file: Path) -> Path | None:
    end = time.monotonic() + SAMPLE_PATIENCE
    while time.monotonic() < end:
        if file.exists():
            return file
        time.sleep(0.05)
    return None


@pytest.fixture(scope="session")
def qapp(qapp):
    from fusenapp.ui import fonts

    qapp.setStyle("Fusion")
    fonts.ensure_japanese(qapp)
    return qapp


class PatientBot(QtBot):
    """Waits long before it gives up, whatever a test asks: it is there for tests that hang, and no test wants it to end."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE), **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE), **more)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitActive(widget, timeout=max(timeout, PATIENCE))


@pytest.fixture
def qtbot(qapp, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


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
