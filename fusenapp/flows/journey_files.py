"""Journeys as files of their own: a workbook that can be edited and read back, a PDF, a picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.domain import agreement
from fusenapp.domain.snapshot import value
from fusenapp.domain.workshop import for_everybody
from fusenapp.errors import InputError
from fusenapp.export import ExportSource, write_journeys
from fusenapp.flows.journey_pictures import DPI, write_picture
from fusenapp.i18n import language

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot

FORMATS = (".xlsx", ".pdf", ".png")
_KIND = "journeys"


def named(snapshot: Snapshot, name: str) -> str:
    """The id of the journey with this id or name.

    Raises:
        InputError: ``unknown-journey``.
    """
    for record in snapshot.all(_KIND):
        if name in (record["id"], value(_KIND, record, "name")):
            return record["id"]
    known = ", ".join(value(_KIND, r, "name") for r in snapshot.all(_KIND))
    raise InputError("unknown-journey", where=name, known=known or "—")


def source_of(snapshot: Snapshot, journeys: Sequence[str] = (), *, agreed_only: bool = False, workspace: str = "") -> ExportSource:
    """What is written of journeys.

    Args:
        journeys: their ids; all if none is named.
        agreed_only: as they were agreed; those that never were are left out.
        workspace: its own id, by which an edited copy is known when it comes back.

    Raises:
        InputError: ``nothing-agreed``, ``no-journey``.
    """
    open_ = for_everybody(snapshot)
    shown, items = agreement.agreed_snapshot(snapshot) if agreed_only else (open_, agreement.items(snapshot))
    chosen = tuple(item for item in items if item[0] == _KIND and (not journeys or item[1] in journeys))
    if not chosen:
        raise InputError("nothing-agreed" if agreed_only and snapshot.all(_KIND) else "no-journey")
    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    return ExportSource(shown, chosen, tuple(agreement.overview(snapshot)), None, now, agreed_only, language(), workspace=workspace)


def write_grid(path: Path, snapshot: Snapshot, journeys: Sequence[str] = (), *, agreed_only: bool = False, workspace: str = "",
               progress: Callable[[int, int], object] | None = None) -> ExportSource:
    """Write journeys to a workbook, each a coloured grid on one A3 page; returns what was written.

    Raises:
        InputError: those of `source_of`.
        EnvironmentFault: ``cannot-write``.
    """
    source = source_of(snapshot, journeys, agreed_only=agreed_only, workspace=workspace)
    write_journeys(path, source, progress=progress)
    return source


def write(path: Path, snapshot: Snapshot, journeys: Sequence[str] = (), *, agreed_only: bool = False, workspace: str = "",
          hidden: Sequence[str] = (), only: Collection[str] | None = None, paper: str = "A3", dpi: int = DPI,
          progress: Callable[[int, int], object] | None = None) -> ExportSource:
    """Write journeys in the format that the ending of ``path`` says (`FORMATS`); returns what was written.

    Args:
        hidden, only, paper, dpi: of PDF and PNG, see `flows.journey_pictures.write_picture`.

    Raises:
        InputError: ``unsupported-export``, those of `source_of` and of `write_picture`.
        EnvironmentFault: ``cannot-write``, ``no-worker``.
    """
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise InputError("unsupported-export", where=str(path), known=", ".join(FORMATS))
    if kind == ".xlsx":
        return write_grid(path, snapshot, journeys, agreed_only=agreed_only, workspace=workspace, progress=progress)
    source = source_of(snapshot, journeys, agreed_only=agreed_only, workspace=workspace)
    ids = [id for _, id in source.items]
    write_picture(path, source.snapshot, ids, hidden=hidden, only=only, captions=[caption(source, id) for id in ids], paper=paper, dpi=dpi,
                  progress=progress)
    return source


def caption(source: ExportSource, journey: str) -> str:
    """The line under a journey's title: of which workspace it is, where it stands, the day."""
    from fusenapp.export import words

    told = (source.snapshot.value("workspace", "workspace", "name"), words.revision_caption(source, (_KIND, journey)), words.day(source.at))
    return "　".join(part for part in told if part)
