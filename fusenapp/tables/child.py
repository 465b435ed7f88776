"""Starts the reading child, watches its time and memory, and takes its answer."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.tables.limits import Limits

Progress = Callable[[int, int], "bool | None"]
"""Called with (done, total); returning False stops the reading with ``InputError("cancelled")``."""

FLAG = "--tables-worker"
"""First argument by which a frozen program is started as a worker."""

_POLL = 0.02
_BEAT = 0.25
_PATIENCE = 4.0
"""So many times its time of work a child may take by the clock."""


def run_child(folder: Path, request: dict[str, Any], limits: Limits, progress: Progress | None) -> dict[str, Any]:
    """Run a worker on the request and return its answer.

    Raises:
        InputError: what the worker found, ``too-large`` beyond the limits, ``corrupt`` where it died, ``cancelled``.
        EnvironmentFault: ``no-worker`` where no process can be started.
    """
    request = {**request, "address_space": limits.address_space, "seconds": limits.seconds}
    (folder / "request.json").write_text(json.dumps(request, ensure_ascii=False), "utf-8")
    try:
        process = _start(folder)
    except OSError as error:
        raise EnvironmentFault("no-worker", reason=str(error)) from error
    try:
        _watch(process, limits, progress, str(request["path"]))
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        for pipe in (process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()
    return _answer(folder, str(request["path"]))


def _start(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen[bytes](
        command(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def command(folder: Path) -> list[str]:
    """The command line of a worker; a frozen program starts itself with ``FLAG``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, str(folder)]
    return [sys.executable, "-X", "utf8", "-m", "fusenapp.tables.worker", str(folder)]


def _environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    settings = dict(os.environ)
    settings["PYTHONPATH"] = os.pathsep.join(filter(None, [root, settings.get("PYTHONPATH", "")]))
    settings["PYTHONSAFEPATH"] = "1"
    settings.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", ARROW_DEFAULT_MEMORY_POOL="system", MALLOC_ARENA_MAX="2")
    # Arrays of some MiB come and go by the thousand: glibc is to keep that memory instead of asking for it anew each time.
    settings.update(MALLOC_MMAP_THRESHOLD_=str(32 << 20), MALLOC_TRIM_THRESHOLD_=str(256 << 20))
    return settings


def _watch(process: subprocess.Popen[bytes], limits: Limits, progress: Progress | None, where: str) -> None:
    lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(process, lines), daemon=True).start()
    start = time.monotonic()
    told = 0.0
    last = (0, 10)
    while process.poll() is None:
        now = time.monotonic()
        if _took(process.pid, now - start) > limits.seconds:
            raise InputError("too-large", where, reason="time", seconds=int(limits.seconds))
        if _resident(process.pid) > limits.resident:
            raise InputError("too-large", where, reason="memory", mebibytes=limits.resident >> 20)
        last, fresh = _latest(lines, last)
        if progress is not None and (fresh or now - told > _BEAT):
            told = now
            if progress(*last) is False:
                raise InputError("cancelled", where)
        _pause(process)


def _pause(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_POLL)
    except subprocess.TimeoutExpired:
        return


def _listen(process: subprocess.Popen[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    if process.stdout is not None:
        try:
            for line in process.stdout:
                lines.put(line)
        except ValueError:  # closed while listening
            return


def _latest(lines: queue.SimpleQueue[bytes | None], last: tuple[int, int]) -> tuple[tuple[int, int], bool]:
    fresh = False
    while not lines.empty():
        parts = (lines.get() or b"").split()
        if len(parts) == 2 and all(part.isdigit() for part in parts):
            last, fresh = (int(parts[0]), int(parts[1])), True
    return last, fresh


def _took(pid: int, passed: float) -> float:
    """Seconds that a process has worked, or a part of the ``passed`` ones where that is more: on a busy machine it is not
    the file's fault that they pass. Where the system does not say, those that passed."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            ticks = sum(map(int, file.read().rpartition(b")")[2].split()[11:13]))
        return max(ticks / os.sysconf("SC_CLK_TCK"), passed / _PATIENCE)
    except (OSError, ValueError):
        return passed


def _resident(pid: int) -> int:
    """Resident bytes of a process; 0 where the system does not say."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


def _answer(folder: Path, where: str) -> dict[str, Any]:
    """What the worker wrote; a worker that died without a word stumbled over the file."""
    try:
        answer = json.loads((folder / "answer.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError("corrupt", where, reason="reader stopped") from error
    if "error" in answer:
        found = answer["error"]
        raise InputError(str(found["code"]), str(found["where"]) or where, **found["parameters"])
    return answer
