"""For the start-up bench: one JSON line with the time to the first usable paint, then quit."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def since_start() -> float:
    """Milliseconds since this process began (Linux: to 10 ms), or since ``FUSEN_BENCH_STARTED`` (seconds of the epoch) if that is set."""
    given = os.environ.get("FUSEN_BENCH_STARTED")
    if given:
        return (time.time() - float(given)) * 1000
    fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    uptime = float(Path("/proc/uptime").read_text().split()[0])
    return (uptime - int(fields[19]) / os.sysconf("SC_CLK_TCK")) * 1000


class _Watch(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._done = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._done:
            self._done = True
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        heavy = [name for name in ("numpy", "pyarrow", "pandas", "xlsxwriter", "fastexcel", "openpyxl") if name in sys.modules]
        print(json.dumps({"first_paint_ms": round(since_start(), 1), "heavy_modules": heavy}), flush=True)
        QApplication.closeAllWindows()
        QApplication.quit()


def report_first_paint(window: QWidget) -> None:
    """Print the time when the window has been painted and its events handled, then quit."""
    _Watch(window)
