"""Journeys on the command line: `export` of one as grid, PDF or picture, and `import` of a table that somebody drew."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fusenapp.domain.snapshot import value
from fusenapp.editing import grid_paste, notes
from fusenapp.errors import InputError
from fusenapp.flows import journey_files, journey_pictures, journey_tables
from fusenapp.i18n import translate
from fusenapp.workspace import Workspace

Answer = tuple[Mapping[str, Any], Sequence[Any]]
Progress = Callable[[int, int], Any]


def wanted(given: argparse.Namespace) -> bool:
    """Whether `export` is about journeys: it says so, or the format is one that only they have."""
    return given.what == "journey" or bool(given.journey) or (not given.what and given.output.suffix.lower() in journey_pictures.FORMATS)


def export(given: argparse.Namespace, workspace: Workspace, progress: Progress) -> Answer:
    """Write journeys; what was never agreed is left out unless everything is asked for."""
    snapshot = workspace.document.snapshot()
    chosen = [journey_files.named(snapshot, given.journey)] if given.journey else []
    source = journey_files.write(given.output, snapshot, chosen, agreed_only=given.items == "agreed", workspace=workspace.uuid,
                                 paper=given.paper, dpi=given.dpi, progress=progress)
    written = [id for _, id in source.items]
    left_out = [f"journeys/{r['id']}" for r in snapshot.all("journeys") if r["id"] not in written and (not chosen or r["id"] in chosen)]
    return {"output": str(given.output), "items": [f"journeys/{id}" for id in written], "left_out": left_out}, ()


def take(given: argparse.Namespace, workspace: Workspace) -> Answer:
    """A table into a journey: notes by the names of its phases and lanes, the others into the parking lot."""
    document = workspace.document
    journey = _only(workspace, given.name)
    found = journey_tables.recognised(journey_tables.read_tables(given.path), document.snapshot(), journey)
    if found is None:
        known = ", ".join(value("phases", p, "name") for p in document.snapshot().all("phases", journey=journey))
        raise InputError("no-phases", where=str(given.path), known=known or "—")
    made = grid_paste.new_notes(document.snapshot(), journey, found, 1)
    if len(made) > grid_paste.MOST_CELLS:
        raise InputError("too-large", where=str(given.path), cells=len(made))
    notes.add_notes(document, made)
    problems = [{"code": "no-place", "where": text.split("\n")[0],
                 "message": translate("JourneyOut", "No phase or lane is called like those of this note; it is in the parking lot.")}
                for text in found.loose]
    told = {"journey": journey, "phases": found.phases, "notes": len(found.notes), "parked": len(found.loose), "passed_over": found.passed}
    return {**told, "problems": problems}, problems


def _only(workspace: Workspace, name: str | None) -> str:
    """The journey named, or the only one there is."""
    snapshot = workspace.document.snapshot()
    if name:
        return journey_files.named(snapshot, name)
    every = snapshot.all("journeys")
    if len(every) != 1:
        raise InputError("which-journey" if every else "no-journey", known=", ".join(value("journeys", r, "name") for r in every))
    return every[0]["id"]
