"""A journey as a table: phases across, lanes and roles down, the notes of each cell in order.

What writes the table (workbook, clipboard) and what reads an edited copy back share this.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fusenapp.domain.departments import SHAPE_MARKS
from fusenapp.domain.journey import FREE, PAUSE
from fusenapp.domain.persona import PEOPLE, ROLES
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.domain.workshop import COVERED

PARKED = "parked"
"""Content of the row for notes that lie in no cell."""
MARK = "@grid/"
"""Begins the cell that names the journey of a table, in the hidden column beside the hidden row of phases."""

PLAIN_PAPER = 8
"""Of notes that only say which department is in charge."""
COLOURS = {1: "#FFF1A8", 2: "#FFDDBD", 3: "#FBD5DF", 4: "#E4DAF6", 5: "#D2E6FA", 6: "#C8ECE6", 7: "#DCEEC6", 8: "#F3EEE3"}
"""Colours of the papers, as on the board in the light theme."""

Place = tuple[str, str, str]
"""(phase, lane, role) of a note; empty where it has none."""


@dataclass(frozen=True)
class GridRow:
    """A lane, or one role's part of it. ``content`` is that of the lane, `PARKED` or `FREE`."""

    lane: str
    role: str
    lane_name: str
    role_name: str
    content: str


@dataclass(frozen=True)
class Grid:
    """One journey (or some notes of it) as a table.

    Attributes:
        cells: (row, phase) by number → notes in order; of rows below the lanes everything is at phase 0.
    """

    journey: Record
    phases: tuple[Record, ...]
    rows: tuple[GridRow, ...]
    cells: Mapping[tuple[int, int], tuple[Record, ...]] = field(default_factory=dict)

    def notes(self, row: int, phase: int) -> tuple[Record, ...]:
        """The notes of a cell, in order."""
        return self.cells.get((row, phase), ())

    def lane_rows(self, row: int) -> range:
        """The rows of the lane that a row belongs to."""
        lane, content = self.rows[row].lane, self.rows[row].content
        found = [i for i, other in enumerate(self.rows) if (other.lane, other.content) == (lane, content)]
        return range(found[0], found[-1] + 1)


def make_grid(snapshot: Snapshot, journey: str, *, only: Collection[str] | None = None, below: tuple[str, str] = ("", "")) -> Grid:
    """The table of a journey; notes that are covered for whoever reads the snapshot are left out.

    Args:
        only: ids of notes; then the table has these, and just the phases, lanes and roles that they lie in.
        below: what the rows for notes in no cell and in the free area are called; they are there where they have notes.
    """
    record = snapshot.get("journeys", journey) or {"id": journey}
    wanted = None if only is None else set(only)
    held = [n for n in snapshot.all("notes", parent=journey) if not n.get(COVERED) and (wanted is None or n["id"] in wanted)]
    phases = snapshot.all("phases", journey=journey)
    lanes = snapshot.all("lanes", journey=journey)
    rows = _rows(snapshot, journey, lanes, held)
    cells = _cells(phases, rows, held)
    if only is not None:
        phases, rows, cells = _used(phases, rows, cells)
    rows, cells = _with_below(rows, cells, held, {p["id"] for p in snapshot.all("phases", journey=journey)}, {r["id"] for r in lanes}, below)
    return Grid(record, tuple(phases), tuple(rows), cells)


def roles(snapshot: Snapshot, journey: str, held: Iterable[Record] = ()) -> dict[str, str]:
    """Role → its name in this journey: the usual three, others of the committee, and those that notes name."""
    set_id = snapshot.value("journeys", journey, "set")
    people = snapshot.all("personas", set=set_id) if set_id else []
    by_role = {lane["id"] for lane in snapshot.all("lanes", journey=journey) if value("lanes", lane, "by_role")}
    met = [value("notes", n, "role") for n in held if n.get("lane") in by_role]
    ids = [*PEOPLE, *(p["role"] for p in people if p.get("role") not in (*PEOPLE, "account", None)), *met]
    return {id: next((p["name"] for p in people if p.get("role") == id and p.get("name")), "") or _known(id) for id in dict.fromkeys(ids)}


def note_words(snapshot: Snapshot, note: Record) -> str:
    """What a note says; one without words says which department is in charge, with its mark."""
    text = value("notes", note, "text")
    record = None if text else snapshot.get("departments", value("notes", note, "department"))
    if record is None:
        return text
    return f"{SHAPE_MARKS.get(value('departments', record, 'shape'), '')} {value('departments', record, 'name')}".strip()


def paper_of(note: Record) -> str:
    """The colour of a note's paper, ``#RRGGBB``."""
    if not value("notes", note, "text"):
        return COLOURS[PLAIN_PAPER]
    return COLOURS.get(int(value("notes", note, "colour") or 1), COLOURS[1])


def phase_words(grid: Grid, number: int) -> str:
    """The header of a phase: its number among those that are no pause, and its name."""
    phase = grid.phases[number]
    before = sum(value("phases", p, "kind") != PAUSE for p in grid.phases[:number + 1])
    sign = "‖" if value("phases", phase, "kind") == PAUSE else str(before)
    return f"{sign}  {value('phases', phase, 'name')}"


def place_of(note: Record) -> Place:
    """Where a note lies."""
    return note.get("phase") or "", note.get("lane") or "", note.get("role") or ""


def row_key(row: GridRow, ids: list[str]) -> str:
    """The hidden cell of a row: its lane and role, and the notes in its visible columns from left to right."""
    told: dict[str, Any] = {"lane": row.lane, "role": row.role, "content": row.content, "notes": ids}
    return json.dumps(told, separators=(",", ":"))


def read_row_key(cell: object) -> tuple[str, str, str, list[str]] | None:
    """Lane, role, content and notes of a hidden cell; None if it is no such cell."""
    if not isinstance(cell, str) or not cell.startswith('{"lane"'):
        return None
    try:
        told = json.loads(cell)
        return str(told["lane"]), str(told["role"]), str(told["content"]), [str(id) for id in told["notes"]]
    except (ValueError, KeyError, TypeError):
        return None


def _known(id: str) -> str:
    from fusenapp.i18n import language, translate

    return (ROLES[id].name.to(language()) if id in ROLES else id) or translate("JourneyOut", "No role")


def _rows(snapshot: Snapshot, journey: str, lanes: list[Record], held: list[Record]) -> list[GridRow]:
    named = roles(snapshot, journey, held)
    rows: list[GridRow] = []
    for lane in lanes:
        content, name = value("lanes", lane, "content"), value("lanes", lane, "name")
        split = content == "emotion" or (value("lanes", lane, "by_role") and content == "notes")
        parts = [(id, label) for id, label in named.items() if id or content != "emotion"] if split else [("", "")]
        rows += [GridRow(lane["id"], role, name, label, content) for role, label in parts]
    return rows


def _cells(phases: list[Record], rows: list[GridRow], held: list[Record]) -> dict[tuple[int, int], tuple[Record, ...]]:
    phase_at = {phase["id"]: i for i, phase in enumerate(phases)}
    row_at = {(row.lane, row.role): i for i, row in reversed(list(enumerate(rows)))}
    whole = {row.lane: i for i, row in reversed(list(enumerate(rows))) if not row.role_name}
    found: dict[tuple[int, int], list[Record]] = {}
    for note in held:
        phase, lane, role = place_of(note)
        at = whole.get(lane, row_at.get((lane, role)))
        if at is not None and phase in phase_at:
            found.setdefault((at, phase_at[phase]), []).append(note)
    return {cell: tuple(notes) for cell, notes in found.items()}


def _used(phases: list[Record], rows: list[GridRow], cells: dict[tuple[int, int], tuple[Record, ...]],
          ) -> tuple[list[Record], list[GridRow], dict[tuple[int, int], tuple[Record, ...]]]:
    """Only the rows and phases that have notes."""
    kept_rows, kept_phases = sorted({row for row, _ in cells}), sorted({phase for _, phase in cells})
    moved = {(kept_rows.index(row), kept_phases.index(phase)): notes for (row, phase), notes in cells.items()}
    return [phases[i] for i in kept_phases], [rows[i] for i in kept_rows], moved


def _with_below(rows: list[GridRow], cells: dict[tuple[int, int], tuple[Record, ...]], held: list[Record], phases: set[str],
                lanes: set[str], names: tuple[str, str]) -> tuple[list[GridRow], dict[tuple[int, int], tuple[Record, ...]]]:
    loose = [n for n in held if n.get("phase") not in phases or n.get("lane") not in lanes]
    for content, name, mine in ((PARKED, names[0], [n for n in loose if n.get("lane") != FREE]),
                                (FREE, names[1], [n for n in loose if n.get("lane") == FREE])):
        if mine:
            cells[len(rows), 0] = tuple(mine)
            rows = [*rows, GridRow(FREE if content == FREE else "", "", name, "", content)]
    return rows, cells
