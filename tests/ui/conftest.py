"""The sample company, open, as the areas get it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

import fusenapp
from fusenapp.document import Author
from fusenapp.settings import Settings
from fusenapp.ui import areas
from fusenapp.ui.context import UiContext
from fusenapp.ui.gradual import Gradual
from fusenapp.ui.session import Session
from fusenapp.ui.theme import Theme
from fusenapp.workspace import Workspace

OURS = Path(fusenapp.__file__).parent
AUTHOR = Author("佐伯 遥", "marketing")


@pytest.fixture(autouse=True)
def _no_part_is_a_window_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A part that is shown before it has its place becomes a window of its own: it flashes up, and the real one loses the keyboard."""
    flashed: list[str] = []
    plain = QWidget.setVisible

    def watched(self: QWidget, visible: bool) -> None:
        caller = sys._getframe(1)
        bare = visible and self.isWindow() and self.windowType() in (Qt.WindowType.Widget, Qt.WindowType.Window)
        if bare and OURS in Path(caller.f_code.co_filename).parents:
            flashed.append(f"{type(self).__name__} in {caller.f_code.co_filename}, line {caller.f_lineno}")
        plain(self, visible)

    monkeypatch.setattr(QWidget, "setVisible", watched)
    yield
    assert not flashed, "\n".join(flashed)


@pytest.fixture
def context(sample_file: Path, tmp_path: Path, qapp: object) -> Iterator[UiContext]:
    """A context on a copy of the sample company, with figures."""
    Theme("light").apply()
    path = tmp_path / "sample.fusen"
    shutil.copy(sample_file, path)
    session = Session(Workspace.open(path, AUTHOR), Settings())
    yield session.context
    session.release()
    session.workspace.close()
    session.deleteLater()


@pytest.fixture
def area(qtbot, context: UiContext) -> Iterator[Callable[[str], QWidget]]:
    """Shows an area by id and waits until it stands on the screen; it goes before its context does."""
    shown: list[QWidget] = []

    def show(id: str) -> QWidget:
        widget = areas.area(id).load().create(context)
        shown.append(widget)
        widget.resize(1060, 780)
        widget.show()
        qtbot.waitExposed(widget)
        for made in widget.findChildren(Gradual):
            made.finish()
        return widget

    yield show
    for widget in shown:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
