"""``--screenshot`` draws every area, in both languages, without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QImage

from fusenapp import i18n
from fusenapp.document import Author
from fusenapp.editing import templates
from fusenapp.ui import areas, picture
from fusenapp.ui.background import Background
from fusenapp.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1280, 800)
LEAST_COLOURS = 12
"""An empty or broken picture has fewer."""
DRAW = """
import sys
from fusenapp import app
file, folder, lang, *names = sys.argv[1:]
sys.exit(max(app.main([file, "--screenshot", f"{folder}/{name}.png", "--area", name, "--lang", lang, "--size", "1280x800"]) for name in names))
"""


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_area_is_drawn_without_a_screen(tmp_path: Path, language: str) -> None:
    i18n.set_language(language)
    file = tmp_path / "計画 plan.fusen"
    Workspace.create(file, Author("佐伯", "marketing"), build=lambda document: templates.build(document, "b2b", "計画")).close()
    names = [area.id for area in areas.AREAS]
    own = {**os.environ, "FUSEN_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": ""}
    done = subprocess.run([sys.executable, "-c", DRAW, str(file), str(tmp_path), language, *names],
                          cwd=tmp_path, env=own, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    pictures = {name: QImage(str(tmp_path / f"{name}.png")) for name in names}
    assert {(p.width(), p.height()) for p in pictures.values()} == {SIZE}
    assert [name for name, picture in pictures.items() if _colours(picture) < LEAST_COLOURS] == []
    assert len({_inside(picture) for picture in pictures.values()}) == len(names)


def test_an_area_that_does_not_exist_shows_the_first_one(tmp_path: Path) -> None:
    file = tmp_path / "plan.fusen"
    Workspace.create(file, Author("佐伯", "marketing")).close()
    own = {**os.environ, "FUSEN_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", DRAW, str(file), str(tmp_path), "ja", "nowhere"],
                          cwd=tmp_path, env=own, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert not QImage(str(tmp_path / "nowhere.png")).isNull()


@pytest.fixture
def window(qapp: Any) -> Iterator[Any]:
    """A window as far as waiting for it looks: what works beside it, and its boards."""
    background = Background()
    yield SimpleNamespace(context=SimpleNamespace(background=background), findChildren=lambda kind: [])
    background.close()


def test_a_picture_waits_for_work_on_a_machine_that_lets_nobody_have_a_turn(window: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "time", SimpleNamespace(monotonic=time.monotonic, sleep=_starved()))
    seen: list[str] = []

    def and_again(result: str) -> None:
        seen.append(result)
        window.context.background.run("", lambda progress: "findings", seen.append, pytest.fail)

    window.context.background.run("", lambda progress: time.sleep(1) or "figures", and_again, pytest.fail)
    assert picture.settle(window)
    assert seen == ["figures", "findings"]


def test_work_that_does_not_end_is_told(window: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "LONGEST", 0.3)
    over = Event()
    window.context.background.run("", lambda progress: over.wait(20), lambda result: None, pytest.fail)
    assert not picture.settle(window)
    over.set()


def _starved() -> Callable[[float], None]:
    """Sleeping that now and then lasts longer than a picture waits for quiet."""
    turns = iter(range(10_000))
    return lambda seconds: time.sleep(2 * picture.QUIET if next(turns) < 3 else seconds)


def _colours(picture: QImage) -> int:
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)})


def _inside(picture: QImage) -> bytes:
    """The area itself, without rail and bars: no two areas look alike."""
    part = picture.copy(90, 50, 800, 700)
    return bytes(part.constBits())
