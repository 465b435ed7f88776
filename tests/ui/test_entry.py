"""The command that shows the window: with a screen, without one, and with a broken one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")


def _run(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    own = {"FUSEN_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "FUSEN_NO_SETUP": "1", **environment}
    command = [sys.executable, "-m", "fusenapp", *arguments]
    return subprocess.run(command, cwd=tmp_path, env={**kept, **own}, capture_output=True, text=True, timeout=120, check=False)


@linux
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4711"}])
def test_without_a_screen_one_sentence_is_said_and_the_status_is_2(tmp_path: Path, environment: dict[str, str]) -> None:
    done = _run(tmp_path, **environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "--screenshot" in done.stderr


@linux
def test_a_plug_in_that_cannot_start_ends_with_a_sentence_not_with_an_abort(tmp_path: Path) -> None:
    done = _run(tmp_path, WAYLAND_DISPLAY="nowhere-0")
    assert done.returncode == 2, done.stderr
    assert "Qt を開始できない" in done.stderr


def test_a_picture_of_the_window_needs_no_screen(tmp_path: Path) -> None:
    done = _run(tmp_path, "--screenshot", "窓 1.png", "--size", "1000x700")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "窓 1.png").read_bytes().startswith(b"\x89PNG")


def test_a_verb_loads_no_qt(tmp_path: Path) -> None:
    probe = "import sys; from fusenapp.__main__ import main; status = main(['new', 'a.fusen', '--template', 'b2b', '--json']); "
    probe += "sys.exit(status or any(name.startswith('PySide6') for name in sys.modules))"
    own = {**os.environ, "FUSEN_DATA": str(tmp_path), "PYTHONPATH": str(ROOT), "FUSEN_NO_SETUP": "1"}
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=tmp_path, env=own, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
