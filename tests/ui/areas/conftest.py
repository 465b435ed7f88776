"""The sample company, open, as the areas get it."""

from __future__ import annotations

import os
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
from fusenapp.ui.session import Session
from fusenapp.ui.theme import Theme
from fusenapp.workspace import Workspace

AUTHOR = Author("佐伯 遥", "marketing")


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company's file, made once for all tests."""
    from fusenapp import i18n
    from fusenapp.flows import samples

    folder = tmp_path_factory.mktemp("sample")
    before = os.environ.get("FUSEN_DATA")
    os.environ["FUSEN_DATA"] = str(folder / "data")
    i18n.set_language("ja")
    try:
        return samples.create(folder / "sample.fusen", AUTHOR)
    finally:
        if before is None:
            del os.environ["FUSEN_DATA"]
        else:
            os.environ["FUSEN_DATA"] = before


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
        return widget

    yield show
    for widget in shown:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
