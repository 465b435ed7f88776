"""Time from the command to the first usable window with the sample company, against an empty PySide6 window.

    python tests/bench/startup/startup.py [ROUNDS]

Both are started in turn in the same run, so that a busy machine slows both; the medians are compared.
Prints one JSON object and ends with status 1 if the ratio is over the limit or a heavy library was loaded.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
LIMIT = 2.5
HEAVY = {"pandas", "pyarrow", "xlsxwriter", "openpyxl", "fastexcel", "python_calamine"}
EMPTY = [sys.executable, str(Path(__file__).with_name("empty_window.py"))]


def measure(rounds: int = 7) -> dict[str, Any]:
    """Medians in milliseconds, their ratio, and the heavy libraries loaded by the first paint."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        workspace = str(Path(folder, "sample.fusen"))
        subprocess.run([*_fusen("new"), workspace, "--template", "sample"], env=environment, check=True, capture_output=True)
        window = _fusen(workspace)
        _first_paint(window, environment), _first_paint(EMPTY, environment)
        pairs = [(_first_paint(EMPTY, environment), _first_paint(window, environment)) for _ in range(rounds)]
    empty, fusen = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
    loaded = sorted(HEAVY & set(pairs[0][1][1]["heavy_modules"]))
    return {
        "empty_ms": round(empty),
        "fusen_ms": round(fusen),
        "ratio": round(fusen / empty, 2),
        "limit": LIMIT,
        "rounds": rounds,
        "heavy": loaded,
    }


def _fusen(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "fusenapp", *arguments]


def _environment(folder: str) -> dict[str, str]:
    """The user's data and the compiled modules lie in ``folder``: a start of every day, not the first one after a fetch."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"FUSEN_DATA": folder, "FUSEN_BENCH_FIRST_PAINT": "1", "FUSEN_LANG": "ja", "QT_QPA_PLATFORM": "offscreen"}
    return {**kept, **own, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled"))}


def _first_paint(command: list[str], environment: dict[str, str]) -> tuple[float, dict[str, Any]]:
    """Milliseconds from starting the process to its line about the first paint, and that line."""
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        elapsed = (time.perf_counter() - begin) * 1000
        _, errors = process.communicate(timeout=60)
    if process.returncode or "first_paint_ms" not in line:
        raise RuntimeError(f"{command}: status {process.returncode}, {line!r} {errors[-2000:]}")
    return elapsed, json.loads(line)


if __name__ == "__main__":
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
    print(json.dumps(found))
    sys.exit(found["ratio"] > LIMIT or bool(found["heavy"]))
