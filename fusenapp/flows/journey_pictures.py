"""Journeys as PDF and PNG: painted by the board's own painter in a process of its own, so that no window waits for it.

The core knows no Qt. It starts the painter by name, hands it frozen records, hears how far it is and stops it when asked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from fusenapp.domain.journey import FREE
from fusenapp.domain.journey_grid import make_grid
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.export.whole import whole
from fusenapp.i18n import language

FLAG, MODULE = "--board-painter", "fusenapp.ui.journey.painting_child"
"""How a built program starts itself as the painter, and the module that does it in a checkout."""

FORMATS = (".pdf", ".png")
PAPERS = ("A3", "A4")
DPI = 300
DPI_RANGE = (72, 600)

_KINDS = ("journeys", "phases", "lanes", "links", "personas", "persona_sets", "departments")

Progress = Callable[[int, int], Any]
"""Called with (done, of); may raise to stop."""


def write_picture(path: Path, snapshot: Snapshot, journeys: Sequence[str], *, hidden: Sequence[str] = (), only: Collection[str] | None = None,
                  captions: Sequence[str] = (), paper: str = "A3", dpi: int = DPI, progress: Progress | None = None) -> None:
    """Paint boards into a file, which is replaced only once the new one is complete.

    Args:
        path: ``.pdf`` (a page per journey, lines and letters kept as such) or ``.png`` (one journey).
        hidden: roles that are not shown.
        only: ids of notes; then just these are shown, with the phases and lanes that they lie in, without a page around them.
        captions: a line under the title of each journey.
        paper: ``A3`` or ``A4``, across.
        dpi: pixels an inch of a PNG.

    Raises:
        InputError: ``unsupported-export``, ``one-journey`` (a PNG holds one), ``no-notes`` (nothing of ``only`` is there).
        EnvironmentFault: ``cannot-write``, ``no-worker``.
    """
    _check(path, snapshot, journeys, only, dpi)
    request = {"format": path.suffix.lower(), "paper": paper, "dpi": dpi, "language": language(), "hidden": list(hidden),
               "pages": [_page(snapshot, id, only, captions[i] if i < len(captions) else "") for i, id in enumerate(journeys)]}
    with whole(path) as draft:
        run_painter({**request, "out": draft}, path, progress)


def excerpt(snapshot: Snapshot, journey: str, only: Collection[str]) -> tuple[Snapshot, list[str], bool]:
    """Some notes of a journey with the phases and lanes that they lie in.

    Returns:
        The records; the roles that none of the notes has; whether the notes stand for themselves: they lie in one cell, or in none.
    """
    grid = make_grid(snapshot, journey, only=only)
    lanes = {row.lane for row in grid.rows if row.lane != FREE and row.lane}
    roles = {row.role for row in grid.rows}
    every = {row.role for row in make_grid(snapshot, journey).rows}
    held = {"phases": {p["id"] for p in grid.phases}, "lanes": lanes, "notes": {n["id"] for notes in grid.cells.values() for n in notes}}
    kept = {kind: {id: r for id, r in snapshot.records.get(kind, {}).items() if id in ids} for kind, ids in held.items()}
    open_ = {kind: {id: {**r, "folded": False} for id, r in kept[kind].items()} for kind in ("phases", "lanes")}
    records = {**snapshot.records, **kept, **open_}
    return Snapshot(records), sorted(every - roles - {""}), not lanes or len(grid.cells) == 1


def _check(path: Path, snapshot: Snapshot, journeys: Sequence[str], only: Collection[str] | None, dpi: int) -> None:
    if path.suffix.lower() not in FORMATS:
        raise InputError("unsupported-export", where=str(path), known=", ".join(FORMATS))
    if not DPI_RANGE[0] <= dpi <= DPI_RANGE[1]:
        raise InputError("bad-dpi", where=str(dpi), least=DPI_RANGE[0], most=DPI_RANGE[1])
    if path.suffix.lower() == ".png" and len(journeys) != 1:
        raise InputError("one-journey", where=path.name, known=", ".join(snapshot.value("journeys", id, "name") for id in journeys))
    if only is not None and not any(snapshot.get("notes", id) for id in only):
        raise InputError("no-notes")


def _page(snapshot: Snapshot, journey: str, only: Collection[str] | None, caption: str) -> dict[str, Any]:
    """What the painter needs of one journey."""
    hidden: list[str] = []
    bare = False
    shown = snapshot
    if only is not None:
        shown, hidden, bare = excerpt(snapshot, journey, only)
    notes = {n["id"]: dict(n) for n in shown.all("notes", parent=journey)}
    records: dict[str, dict[str, Any]] = {kind: {id: dict(r) for id, r in shown.records.get(kind, {}).items()} for kind in _KINDS}
    records["links"] = {id: r for id, r in records["links"].items() if _touches(r, notes)}
    return {"journey": journey, "title": value("journeys", shown.get("journeys", journey) or {}, "name"), "caption": caption,
            "hidden": hidden, "bare": bare, "excerpt": only is not None, "records": {**records, "notes": notes}}


def _touches(link: Record, notes: Collection[str]) -> bool:
    return any(end and end[0] == "notes" and end[1] in notes for end in (link.get("source"), link.get("target")))


def run_painter(request: dict[str, Any], path: Path, progress: Progress | None) -> None:
    """Run the painter on a request until it is done; stop it where ``progress`` raises."""
    with tempfile.TemporaryDirectory(prefix="fusenapp-board-") as folder:
        place = Path(folder)
        (place / "request.json").write_text(json.dumps(request, ensure_ascii=False), "utf-8")
        try:
            process = subprocess.Popen(_command(place), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                       env=_environment(), creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
        except OSError as error:
            raise EnvironmentFault("no-worker", reason=str(error)) from error
        try:
            _follow(process, progress)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()
        _outcome(place, path, process.returncode)


def _follow(process: subprocess.Popen[bytes], progress: Progress | None) -> None:
    """Pass on how far the painter says it is; asked between, so that a stop does not wait for it."""
    told = [(0, 100)]
    threading.Thread(target=_listen, args=(process, told), daemon=True).start()
    while process.poll() is None:
        if progress is not None:
            progress(*told[-1])
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue


def _listen(process: subprocess.Popen[bytes], told: list[tuple[int, int]]) -> None:
    if process.stdout is None:
        return
    try:
        for line in process.stdout:
            if line.strip().isdigit():
                told.append((min(int(line), 100), 100))
    except ValueError:  # closed while listening
        return


def _outcome(folder: Path, path: Path, status: int) -> None:
    try:
        answer = json.loads((folder / "answer.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise EnvironmentFault("no-worker", reason=f"painter, {status}") from error
    if answer.get("error"):
        raise EnvironmentFault("cannot-write", where=str(path), reason=str(answer["error"]))


def _command(folder: Path) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, str(folder)]
    return [sys.executable, "-X", "utf8", "-m", MODULE, str(folder)]


def _environment() -> dict[str, str]:
    """No screen is asked for, except on Windows, whose own fonts only its own platform knows."""
    settings = dict(os.environ)
    settings["PYTHONPATH"] = os.pathsep.join(filter(None, [str(Path(__file__).resolve().parents[2]), settings.get("PYTHONPATH", "")]))
    settings["PYTHONSAFEPATH"] = "1"
    settings.pop("QT_SCALE_FACTOR", None)
    if sys.platform != "win32":
        settings["QT_QPA_PLATFORM"] = "offscreen"
    return settings
