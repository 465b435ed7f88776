"""Measures reading of a lead list: bare parse to Arrow, this reader, pandas; each in a process of its own.

    python tests/bench/reading/reading_speed.py [--rows 200000] [--runs 3] [--without-pandas]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
WORDS = ("製造業", "情報通信業", "卸売業", "小売業", "金融業", "医療・福祉", "建設業", "サービス業")
TEXTS, NUMBERS, DATES, CHECKS = 12, 10, 6, 4

BARE = "import fastexcel, sys; b = fastexcel.read_excel(sys.argv[1]).load_sheet(0, eager=True); print(b.num_rows, b.nbytes)"
OURS = """
import sys
from fusenapp.tables import read_book
book = read_book(sys.argv[1], progress=lambda done, total: None)
dataset = book.dataset(book.table().id)
print(len(dataset), dataset.table.nbytes)
"""
PANDAS = "import pandas, sys; f = pandas.read_excel(sys.argv[1], engine='openpyxl'); print(len(f), f.memory_usage().sum())"


@dataclass(frozen=True)
class Cost:
    """Processor seconds, wall seconds, peak resident MiB of the process and its children, rows and bytes of the result."""

    cpu: float
    wall: float
    peak: float
    rows: int
    bytes: int


def make_list(path: Path, rows: int) -> None:
    """A lead list with 32 columns as an xlsx file."""
    import datetime as dt

    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet, date = book.add_worksheet("リード"), book.add_format({"num_format": "yyyy/mm/dd"})
    kinds = [("項目", TEXTS), ("数値", NUMBERS), ("日付", DATES), ("可否", CHECKS)]
    sheet.write_row(0, 0, [f"{name}{n}" for name, count in kinds for n in range(count)])
    first = dt.datetime(2026, 4, 1)
    for r in range(1, rows + 1):
        sheet.write_string(r, 0, f"L{r:07d}")
        for c in range(1, TEXTS):
            sheet.write_string(r, c, WORDS[(r * c) % 8] if c > 1 else f"株式会社サンプル{r % 50_000:05d}")
        for c in range(NUMBERS):
            sheet.write_number(r, TEXTS + c, (r * (c + 3)) % 9973)
        for c in range(DATES):
            if (r + c) % 3:
                sheet.write_datetime(r, TEXTS + NUMBERS + c, first + dt.timedelta(days=(r + c) % 240), date)
        for c in range(CHECKS):
            sheet.write_boolean(r, TEXTS + NUMBERS + DATES + c, (r + c) % 2 == 0)
    book.close()


def measure(code: str, path: Path) -> Cost:
    """Run the code in a new process on the file."""
    with tempfile.TemporaryFile() as told:
        start = time.monotonic()
        process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=told, stderr=subprocess.DEVNULL, env=_environment())
        peak = 0.0
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            peak = max(peak, _family(process.pid))
            time.sleep(0.02)
        wall = time.monotonic() - start
        process.returncode = status
        told.seek(0)
        out = told.read().split()
    if status or len(out) != 2:
        raise RuntimeError(f"measured process ended with {status}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, max(peak, usage.ru_maxrss / 1024), int(out[0]), int(out[1]))


def _environment() -> dict[str, str]:
    """As after an installation: the libraries' modules are compiled already, so this package's are too."""
    settings = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    return settings


def _family(pid: int) -> float:
    """Resident MiB of a process and its children."""
    total = 0.0
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                parent = int(Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()[1])
                if int(name) == pid or parent == pid:
                    total += int(Path(f"/proc/{name}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
            except (OSError, ValueError, IndexError):
                continue
    return total


def medians(codes: Sequence[str], path: Path, runs: int) -> list[Cost]:
    """The median by processor time of each, taking turns, so that all meet the same neighbours; a first turn warms up."""
    for code in codes:
        measure(code, path)
    turns = [[measure(code, path) for code in codes] for _ in range(runs)]
    return [sorted(costs, key=lambda cost: cost.cpu)[runs // 2] for costs in zip(*turns, strict=True)]


def compare(rows: int, runs: int, *, with_pandas: bool) -> dict[str, object]:
    """All figures for a list of so many rows, the readers in turn on the same file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leads.xlsx"
        make_list(path, rows)
        bare, ours = medians((BARE, OURS), path, runs)
        told: dict[str, object] = {
            "rows": ours.rows,
            "bare": vars(bare),
            "ours": vars(ours),
            "ours / bare": round(ours.cpu / bare.cpu, 2),
            "ours / bare, wall": round(ours.wall / bare.wall, 2),
            "peak / (Arrow table x 2 + bare)": round(ours.peak / (2 * ours.bytes / 2**20 + bare.peak), 2),
        }
        if with_pandas:
            slow = measure(PANDAS, path)
            told |= {"pandas": vars(slow), "pandas / ours": round(slow.cpu / ours.cpu, 1)}
        return told


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--without-pandas", action="store_true")
    given = parser.parse_args()
    print(json.dumps(compare(given.rows, given.runs, with_pandas=not given.without_pandas), indent=1))


if __name__ == "__main__":
    main()


