"""The sample company, open, as the areas get it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from fusenapp.document import Author
from fusenapp.settings import Settings
from fusenapp.ui import areas
from fusenapp.ui.context import UiContext
from fusenapp.ui.gradual import Gradual
from fusenapp.ui.session import Session
from fusenapp.ui.theme import Theme
from fusenapp.workspace import Workspace

AUTHOR = Author("佐伯 遥", "marketing")


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
