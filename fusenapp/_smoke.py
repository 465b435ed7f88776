"""``--smoke FOLDER``: proves that a built program is whole, without a screen and without Python on the path.

Makes the sample company, exports it, draws its window into a picture, and writes ``report.json``
there (a windowed program has no standard output under Windows).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def run(folder: str) -> int:
    """Do it all in ``folder``; returns 0 if every step did, else the first status that was not 0."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    workspace, workbook, picture = out / "sample.fusen", out / "sample.xlsx", out / "window.png"
    steps = {
        "new": lambda: _command("new", str(workspace), "--template", "sample"),
        "export": lambda: _command("export", str(workspace), str(workbook), "--items", "all"),
        "window": lambda: _window(str(workspace), "--screenshot", str(picture)),
    }
    report: dict[str, object] = {"python": sys.version.split()[0], "frozen": bool(getattr(sys, "frozen", False))}
    report["steps"] = done = {name: step() for name, step in steps.items()}
    report["bytes"] = {path.name: path.stat().st_size for path in (workspace, workbook, picture) if path.exists()}
    (out / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    return next((status for status in done.values() if status), 0)


def _command(*arguments: str) -> int:
    from fusenapp.cli import main

    return main(list(arguments))


def _window(*arguments: str) -> int:
    from fusenapp.app import main

    return main(list(arguments))
