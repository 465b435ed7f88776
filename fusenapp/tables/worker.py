"""The child process that reads a file: ``python -m fusenapp.tables.worker FOLDER``.

FOLDER holds ``request.json``; the answer is written there as ``answer.json`` and one Arrow file per table.
Progress goes to standard output, one ``done total`` per line. The process limits its own memory and time first,
and it may die: the parent takes that as an answer too.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.errors import InputError

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Dataset


class _Without(MetaPathFinder):
    """No pandas here: where it is installed pyarrow would load it, only to ask whether a list is one of its tables."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:  # type: ignore[override]
        """Refuse pandas, leave everything else to others."""
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)


def main(folder: str) -> int:
    """Read what the request asks for. Returns the exit status: 0 whenever an answer was written."""
    place = Path(folder)
    request = json.loads((place / "request.json").read_text("utf-8"))
    _limit(int(request["address_space"]), float(request["seconds"]))
    sys.meta_path.insert(0, _Without())
    try:
        answer = _answer(place, request)
    except InputError as error:
        answer = {"error": {"code": error.code, "where": error.where, "parameters": _plain(error.parameters)}}
    except MemoryError:
        answer = {"error": {"code": "too-large", "where": request["path"], "parameters": {"reason": "memory"}}}
    except RecursionError:
        answer = {"error": {"code": "corrupt", "where": request["path"], "parameters": {"reason": "nesting"}}}
    except Exception as error:  # a file that trips the reader up may not take the caller down
        told = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__}: {error} ({Path(told.filename).name}:{told.lineno})"
        answer = {"error": {"code": "corrupt", "where": request["path"], "parameters": {"reason": reason[:300]}}}
    (place / "answer.json").write_text(json.dumps(answer, ensure_ascii=False, default=str), "utf-8")
    return 0


def _limit(address_space: int, seconds: float) -> None:
    """Memory and processor time, where the system has such limits; no core files."""
    try:
        import resource
    except ImportError:
        return
    for kind, amount in (("RLIMIT_AS", address_space), ("RLIMIT_CPU", int(seconds) + 2), ("RLIMIT_CORE", 0)):
        try:
            _, hard = resource.getrlimit(getattr(resource, kind))
            amount = min(amount, hard) if hard != resource.RLIM_INFINITY else amount
            resource.setrlimit(getattr(resource, kind), (amount, amount))
        except (ValueError, OSError, AttributeError):
            continue


def _answer(place: Path, request: dict[str, Any]) -> dict[str, Any]:
    from fusenapp.tables.analysis import Options, analyse
    from fusenapp.tables.recipes import Recipe

    if request.get("cells"):
        from fusenapp.tables.agreement_sheet import cells_of

        return {"cells": cells_of(Path(request["path"]))}
    files: dict[str, str] = {}

    def keep(table: str, dataset: Dataset) -> None:
        files[table] = f"table{len(files)}.arrow"
        dataset.write_arrow(str(place / files[table]))

    recipe = Recipe.from_json(request["recipe"]) if request.get("recipe") else None
    book = analyse(Path(request["path"]), Options(request.get("table"), recipe), keep, _reporter())
    return {"book": book.pack(), "files": files}


def _reporter() -> Callable[[int, int], None]:
    """Tells progress, each hundredth once."""
    told = -1

    def report(done: int, total: int) -> None:
        nonlocal told
        if 100 * done // max(total, 1) != told:
            told = 100 * done // max(total, 1)
            print(done, total, flush=True)

    return report


def _plain(parameters: dict[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, str | int | float | bool) else str(value) for name, value in parameters.items()}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    status = main(sys.argv[1])
    sys.stdout.flush()
    os._exit(status)  # nothing to tidy up: spares the time of taking large grids apart
