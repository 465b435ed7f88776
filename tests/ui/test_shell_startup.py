"""Start-up as its own process: nothing heavy, pictures, another size."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from fusenapp.document import Author
from fusenapp.editing import templates
from fusenapp.ui import areas
from fusenapp.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "案件 1.fusen"
    Workspace.create(path, Author("佐倉", "marketing"), build=lambda document: templates.build(document, "b2b", "案件クラウド")).close()
    return path


def run(tmp_path: Path, code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {"FUSEN_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "FUSEN_NO_SETUP": "1", **environment}
    return subprocess.run([sys.executable, "-c", code, *arguments], cwd=tmp_path, env={**os.environ, **own}, capture_output=True, text=True,
                          timeout=120, check=False)


MAIN = "import sys; from fusenapp.app import main; sys.exit(main(sys.argv[1:]))"


def test_the_first_paint_loads_nothing_heavy_and_is_told_in_one_line(tmp_path, file) -> None:
    done = run(tmp_path, MAIN, str(file), FUSEN_BENCH_FIRST_PAINT="1")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.strip())
    assert told["heavy_modules"] == []
    assert 0 < told["first_paint_ms"] < 60_000


@pytest.mark.parametrize(("language", "scheme", "area"), [("ja", "light", "home"), ("en", "dark", "settings")])
def test_a_picture_has_the_size_that_was_asked_for(tmp_path, file, language: str, scheme: str, area: str) -> None:
    out = tmp_path / "絵.png"
    done = run(tmp_path, MAIN, str(file), "--screenshot", str(out), "--lang", language, "--theme", scheme, "--area", area, "--size", "1000x700",
               "--scale", "1.5")
    assert done.returncode == 0, done.stderr
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1500, 1050)
    assert (image.pixelColor(750, 8).lightness() < 80) is (scheme == "dark")


def test_a_picture_of_a_file_that_is_not_there_is_status_2_and_one_sentence(tmp_path) -> None:
    done = run(tmp_path, MAIN, "missing.fusen", "--screenshot", "x.png")
    assert done.returncode == 2
    assert "missing.fusen" in done.stderr
    assert not (tmp_path / "x.png").exists()


def test_another_size_starts_the_window_anew_and_keeps_the_document_and_its_undo(tmp_path, file) -> None:
    code = f"""
import json, sys
import fusenapp.app as app
from fusenapp.editing import terms
from PySide6.QtCore import QTimer
seen = []
plain = app._window
def window(run, theme):
    made = plain(run, theme)
    def act():
        seen.append((made.devicePixelRatioF(), made.context.document.undo_label, made.page.current))
        if len(seen) == 1:
            terms.add_term(made.context.document, "商機")
            made.page.show_area("settings")
            made.choose_scale(150)
        else:
            made.context.bridge.undo()
            made.close()
    QTimer.singleShot(50, made, act)
    return made
app._window = window
status = app.main([{str(file)!r}])
print(json.dumps([status, seen], ensure_ascii=False))
"""
    done = run(tmp_path, code)
    assert done.returncode == 0, done.stderr
    status, seen = json.loads(done.stdout.strip().splitlines()[-1])
    assert status == 0
    (first_ratio, first_undo, _), (second_ratio, second_undo, area) = seen
    assert (first_ratio, second_ratio) == (1.0, 1.5)
    assert first_undo is None
    assert second_undo
    assert area == "settings"
    with Workspace.open(file, Author("佐倉", "marketing")) as again:
        assert not [r for r in again.document.snapshot().all("terms") if r["name"] == "商機"]


def test_every_area_can_be_shown_without_loading_what_only_figures_need(tmp_path, file) -> None:
    code = f"""
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from fusenapp.document import Author
from fusenapp.settings import Settings
from fusenapp.ui.main_window import MainWindow
from fusenapp.ui.theme import Theme
from fusenapp.ui import areas
from fusenapp.workspace import Workspace
theme = Theme("light"); theme.apply()
window = MainWindow(Settings(), theme, Workspace.open({str(file)!r}, Author("a", "marketing")))
heavy = [name for name in ("pandas", "xlsxwriter", "fastexcel", "openpyxl", "pyarrow") if name in sys.modules]
print(heavy)
window.close()
"""
    done = run(tmp_path, code)
    assert done.stdout.strip().splitlines()[-1:] == ["[]"], done.stdout + done.stderr


def test_once_the_window_is_up_areas_are_loaded_before_they_are_wanted_but_nothing_that_only_figures_need(tmp_path, file) -> None:
    code = f"""
import sys, time
from PySide6.QtWidgets import QApplication
app = QApplication([])
from fusenapp.document import Author
from fusenapp.settings import Settings
from fusenapp.ui import areas, workspace_page
from fusenapp.ui.main_window import MainWindow
from fusenapp.ui.theme import Theme
from fusenapp.ui import areas
from fusenapp.workspace import Workspace
workspace_page._AHEAD = 0
theme = Theme("light"); theme.apply()
window = MainWindow(Settings(), theme, Workspace.open({str(file)!r}, Author("a", "marketing")))
wanted = {{f"{{area.load().__package__}}.area" for area in areas.AREAS if area.group > 0}}
before = wanted & set(sys.modules)
end = time.monotonic() + 30
while wanted - set(sys.modules) and time.monotonic() < end:
    app.processEvents()
heavy = [name for name in ("pandas", "xlsxwriter", "fastexcel", "openpyxl", "pyarrow", "scipy") if name in sys.modules]
print(sorted(before), sorted(wanted - set(sys.modules)), heavy)
window.close()
"""
    done = run(tmp_path, code)
    assert done.stdout.strip().splitlines()[-1:] == ["[] [] []"], done.stdout + done.stderr


def test_an_area_that_cannot_be_loaded_keeps_no_other_from_being_loaded_ahead(monkeypatch) -> None:
    broken = areas.AREAS[1]._replace(module="fusenapp.ui.nowhere")
    monkeypatch.setattr(areas, "AREAS", (broken, areas.area("terms")))
    assert [area.module for area in areas.ahead()] == ["fusenapp.ui.nowhere", "fusenapp.ui.terms"]
