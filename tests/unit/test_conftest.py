"""The test platform itself: what a test may not leave behind or keep quiet about."""

from __future__ import annotations

import re
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

def test_bad_{case}(qapp):
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


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of all of them in one run: starting it takes longer than the tests."""
    folder = tmp_path_factory.mktemp("cases")
    mark = '@pytest.mark.expects_log("announced")'
    for case, body in CASES.items():
        (folder / f"test_{case}.py").write_text(FILE.format(case=case, body=body, mark=mark, good=GOOD), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest", "-p", "no:cacheprovider"]
    done = subprocess.run([*command, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("case", CASES)
def test_it_fails_with_a_reason(case: str, told: str) -> None:
    summary = told.partition("short test summary")[2]
    assert f"test_{case}.py::test_bad_{case}" in summary
    sections = re.split(r"^_{3,} (.*) _{3,}$", told, flags=re.MULTILINE)
    about = dict(zip(sections[1::2], sections[2::2], strict=True))
    assert SAID[case] in "".join(words for title, words in about.items() if title.endswith(f"test_bad_{case}"))


def test_what_is_announced_or_tidied_up_does_not_fail(told: str) -> None:
    assert "test_good" not in told.partition("short test summary")[2]
    assert sum(int(count) for count in re.findall(r"(\d+) (?:passed|failed)", told)) == 2 * len(CASES)
