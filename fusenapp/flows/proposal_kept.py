"""Journeys as they were exported: what the hidden sheet of a workbook keeps of its grids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fusenapp.domain.journey_grid import Place
from fusenapp.flows.proposal_tables import Kept


@dataclass(frozen=True)
class Note:
    """A note as it was exported: what stood in its cell, the field that this shows, and its place."""

    id: str
    shown: str
    field: str
    found: Any
    place: Place
    paper: int | None = None
    """None in workbooks that did not keep it, and of notes whose paper is not shown."""


@dataclass
class Grid:
    """A journey as it was exported, on one sheet."""

    sheet: str
    journey: str
    title: str
    heads: dict[str, tuple[str, str]]
    lanes: dict[str, str]
    notes: dict[str, Note] = field(default_factory=dict)
    points: dict[str, float] = field(default_factory=dict)


def grids_of(kept: Kept) -> list[Grid]:
    """Every journey that was exported, with its notes and the points of its curve."""
    found: dict[str, Grid] = {}
    for row in kept.grids:
        if row[0] == "grid":
            _, sheet, journey, title, heads, lanes = row
            found[sheet] = Grid(sheet, journey, title, {id: (shown, name) for id, shown, name in heads}, dict(lanes))
        elif row[0] == "note" and row[1] in found:
            _, sheet, id, shown, name, value_, *place = row
            found[sheet].notes[id] = Note(id, shown, name, value_, (place[0], place[1], place[2]), _paper(place))
        elif row[0] == "point" and row[1] in found:
            found[row[1]].points[row[2]] = row[3]
    return list(found.values())


def _paper(place: list[Any]) -> int | None:
    """Workbooks of before did not say it."""
    return place[3] if len(place) > 3 and isinstance(place[3], int) else None
