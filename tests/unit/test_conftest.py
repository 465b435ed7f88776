"""The test platform itself: what a test may not leave behind or keep quiet about."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = {
    "log": "import logging; logging.getLogger('fusenapp').warning('trouble')",
    "qt": "from PySide6.QtCore import qWarning; qWarning('trouble')",
    "window": "from PySide6.QtWidgets import QWidget; w = QWidget(); w.setWindowTitle('left open'); w.show(); KEPT.append(w)",
    "thread": "import threading; threading.Thread(target=EVER.wait, name='left running', daemon=True).start()",
    "warning": "import warnings; warnings.warn('deprecated', DeprecationWarning)",
}
SAID = {
    "log": "unexpected log records: ['fusenapp: trouble']",
    "qt": "trouble",
    "window": "left open",
    "thread": "left running",
    "warning": "deprecated",
}
FILE = """
import pytest, threading
KEPT, EVER = [], threading.Event()

def test_bad(qapp):
    {body}

{mark}
def test_good(qapp, tmp_path_factory):
    {good}
"""
GOOD = """import logging, os
    logging.getLogger("fusenapp").warning("this is announced")
    assert str(tmp_path_factory.getbasetemp()) in os.environ["FUSEN_DATA"]
    assert qapp.platformName() == "offscreen"
    EVER.set()"""


@pytest.mark.parametrize("case", CASES)
def test_it_fails_with_a_reason(case: str, tmp_path: Path) -> None:
    mark = '@pytest.mark.expects_log("announced")'
    (tmp_path / "test_case.py").write_text(FILE.format(body=CASES[case], mark=mark, good=GOOD), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "-p",
        "tests.conftest",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run([*command, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert SAID[case] in done.stdout
    assert "test_good" not in done.stdout.partition("short test summary")[2]
