"""``python tests/e2e/run_driven.py ARGUMENTS``: the real program as ``python -m fusenapp ARGUMENTS`` starts it, with eyes for a test."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    sys.path[:1] = [str(ROOT)]
    from tests.e2e import driver

    eyes = driver.start()
    runpy.run_module("fusenapp", run_name="__main__", alter_sys=True)
