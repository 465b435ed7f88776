"""A tree of 1,000 nodes × 60 months × 3 segments after one edited input, against the same arithmetic in plain numpy.

    python tests/bench/kpi/kpi_speed.py [ROUNDS]

Every formula of the tree depends on the input that is edited. "The same arithmetic" is what a patient person
would write for these nodes: one numpy expression per formula over arrays [segment, series, month], divisions by 0
made NaN. Prints one JSON object and ends with status 1 if the ratio is over the limit.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)

import numpy as np  # noqa: E402

from fusenapp.domain.kpi import tree_from  # noqa: E402
from fusenapp.kpi import Inputs, KpiResult, evaluate  # noqa: E402
from tests.unit.kpi.making import Row, formula, node  # noqa: E402

LIMIT = 2.0
NODES, YEARS = 1000, 5
INPUTS = NODES // 4
MONTHS = tuple(f"{2022 + i // 12}-{i % 12 + 1:02d}" for i in range(YEARS * 12))
SEGMENTS = ("合計", "質リード", "一般リード")


def tree_and_data() -> tuple[KpiResult, list[tuple[int, ...]]]:
    """The evaluated tree, and per formula the places of its operands (kind of formula, then nodes)."""
    random = np.random.default_rng(1)
    records = [node(f"n{i}", "", source={"dataset": "s", "name": f"n{i}"}) for i in range(INPUTS)]
    plan = []
    for i in range(INPUTS, NODES):
        kind, below, other = i % 3, 0 if i == INPUTS else int(random.integers(INPUTS, i)), int(random.integers(0, INPUTS))
        text = (f"n{below} × n{other}", f"n{below} ÷ n{other}", f"n{below} + n{other} − n0")[kind]
        records.append(formula(f"n{i}", text, "", "ratio" if kind == 1 else "sum"))
        plan.append((kind, below, other))
    figures = random.uniform(0.5, 1.5, (INPUTS, len(SEGMENTS), 2, len(MONTHS)))
    rows = [
        Row("", f"n{i}", segment, {series: dict(zip(MONTHS, of[s, k].tolist(), strict=True)) for k, series in enumerate(("target", "actual"))}, "")
        for i, of in enumerate(figures) for s, segment in enumerate(SEGMENTS)
    ]
    return evaluate(tree_from(records), Inputs(rows={"s": rows})), plan


def by_hand(cube: np.ndarray, plan: list[tuple[int, ...]], value: float) -> np.ndarray:
    """The whole tree again in plain numpy after the first input's last actual was set."""
    rows = list(cube.copy())
    rows[0][0, 1, -1] = value
    with np.errstate(all="ignore"):
        for i, (kind, below, other) in enumerate(plan, INPUTS):
            a, b = rows[below], rows[other]
            if kind == 0:
                rows[i][...] = a * b
            elif kind == 1:
                rows[i][...] = a / np.where(b == 0, np.nan, b)
            else:
                rows[i][...] = a + b - rows[0]
    return np.stack(rows)


def measure(rounds: int = 15) -> dict[str, Any]:
    """Medians in milliseconds and their ratio; both must come to the same figures."""
    result, plan = tree_and_data()
    cube = result.grid.cube
    edited = result.edited({("n0", "actual", "all"): {MONTHS[-1]: 2.0}})
    same = bool(np.allclose(edited.grid.cube, by_hand(cube, plan, 2.0), equal_nan=True))
    pairs = [
        (_time(lambda: by_hand(cube, plan, 2.0)), _time(lambda: result.edited({("n0", "actual", "all"): {MONTHS[-1]: 2.0}})))
        for _ in range(rounds)
    ]
    numpy_ms, ours_ms = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    changed = len(result.grid.checked.dependents(["n0"]))
    return {"nodes": NODES, "months": len(MONTHS), "reckoned_again": changed, "numpy_ms": round(numpy_ms, 2), "ours_ms": round(ours_ms, 2),
            "ratio": round(ours_ms / numpy_ms, 2), "same": same}


def _time(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    print(json.dumps(found))
    sys.exit(int(not found["same"] or found["ratio"] > LIMIT))
