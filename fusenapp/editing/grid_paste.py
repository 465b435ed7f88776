"""A journey that somebody drew in a spreadsheet: its phases and lanes are known by their names, its cells become notes.

Names count as the same whatever their width, case, spaces, numbers in front and marks between; a part of a name (稟議 of 稟議・決裁) is
enough where only one has it. Merged headers arrive as one filled cell and blank ones. Tables with phases down are turned.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fusenapp.domain.departments import SHAPE_MARKS
from fusenapp.domain.journey import DEFAULT_LANES, DEFAULT_PHASES
from fusenapp.domain.journey_grid import roles
from fusenapp.domain.persona import ROLES
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.domain.wording import Wording
from fusenapp.editing import paste
from fusenapp.editing.notes import NewNote, Place

HEADERS_WITHIN = 12
"""Rows in which the row of phases is looked for."""
MOST_CELLS = 4_000
"""Filled cells of a table that may become notes."""

_NUMBER = re.compile(r"^(?:[(（]?\d{1,2}[)）.．、:：]?|[①-⑳]|phase\d+|フェーズ\d+)")
_BETWEEN = re.compile(r"[\s・/／,、。.\-–—|｜&＆と]+")
_PART = re.compile(r"[・/／,、|｜]")


@dataclass(frozen=True)
class Known:
    """The names that a journey's phases, lanes, roles and departments go by: tidied name → id."""

    phases: Mapping[str, str]
    lanes: Mapping[str, str]
    roles: Mapping[str, str]
    departments: Mapping[str, str]
    by_role: frozenset[str]
    contents: Mapping[str, str]


@dataclass
class Recognised:
    """What a table says.

    Attributes:
        phases: ids of the phases that were found across (or down) it, in their order.
        notes: (phase, lane, role, text, department) of every filled cell with a place.
        loose: texts whose phase or lane is not known.
        passed: figures in lanes that hold no notes (the emotion curve).
    """

    phases: list[str] = field(default_factory=list)
    notes: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    passed: int = 0


def known_names(snapshot: Snapshot, journey: str) -> Known:
    """What a journey's parts are called."""
    lanes = snapshot.all("lanes", journey=journey)
    departments = snapshot.all("departments")
    return Known(
        _names(snapshot.all("phases", journey=journey), "phases", [p.name for p in DEFAULT_PHASES]),
        _names(lanes, "lanes", [lane.name for lane in DEFAULT_LANES]),
        _by_words([(id, [name]) for id, name in roles(snapshot, journey).items()], [r.name for r in ROLES.values()]),
        _by_words([(d["id"], [value("departments", d, "name"), value("departments", d, "short")]) for d in departments], []),
        frozenset(lane["id"] for lane in lanes if value("lanes", lane, "by_role")),
        {lane["id"]: value("lanes", lane, "content") for lane in lanes})


def recognise(rows: Sequence[Sequence[str]], known: Known) -> Recognised | None:
    """The notes of a table; None if it names no phases of the journey."""
    for table in (rows, [list(column) for column in zip(*_even(rows), strict=True)]):
        head = _head(table, known)
        if head is not None:
            return _read(table, head, known)
    return None


def new_notes(snapshot: Snapshot, journey: str, found: Recognised, colour: int) -> list[NewNote]:
    """The notes to be made: on the paper that others of their place are on, else on ``colour``; loose ones in the parking lot."""
    papers = Papers(snapshot, journey)
    made = [NewNote(Place(journey, phase, lane, role), text, papers.usual(lane, role, colour), department)
            for phase, lane, role, text, department in found.notes]
    return [*made, *(NewNote(Place(journey), text, colour) for text in found.loose)]


class Papers:
    """Which paper the notes of a place are on."""

    def __init__(self, snapshot: Snapshot, journey: str) -> None:
        self._counts: dict[tuple[str, str | None], dict[int, int]] = {}
        for note in snapshot.all("notes", parent=journey):
            lane, paper = note.get("lane") or "", int(note.get("colour") or 1)
            for key in ((lane, note.get("role") or ""), (lane, None)):
                counts = self._counts.setdefault(key, {})
                counts[paper] = counts.get(paper, 0) + 1

    def usual(self, lane: str, role: str, otherwise: int = 1) -> int:
        """The paper that most notes of the role, else of the lane, are on."""
        counts = self._counts.get((lane, role)) or self._counts.get((lane, None))
        return max(counts, key=lambda paper: (counts[paper], -paper)) if counts and lane else otherwise


def tidied(name: str) -> str:
    """A name without what people write differently."""
    folded = unicodedata.normalize("NFKC", name).casefold().strip().lstrip("".join(SHAPE_MARKS.values()) + "‖⏸ ")
    bare = _BETWEEN.sub("", _NUMBER.sub("", folded).strip())
    return bare or _BETWEEN.sub("", folded)


def _names(records: Iterable[Record], kind: str, defaults: Sequence[Wording]) -> dict[str, str]:
    return _by_words([(r["id"], [value(kind, r, "name")]) for r in records], defaults)


def _by_words(named: Sequence[tuple[str, list[str]]], defaults: Sequence[Wording]) -> dict[str, str]:
    """Every spelling of the names, and their parts where only one has them."""
    found: dict[str, str] = {}
    parts: dict[str, set[str]] = {}
    for id, names in named:
        for name in [*names, *(other for w in defaults if set(names) & {w.ja, w.en} for other in (w.ja, w.en))]:
            if tidied(name):
                found.setdefault(tidied(name), id)
            for part in _PART.split(unicodedata.normalize("NFKC", name)):
                if len(tidied(part)) > 1:
                    parts.setdefault(tidied(part), set()).add(id)
    return {**{part: next(iter(ids)) for part, ids in parts.items() if len(ids) == 1}, **found}


def _even(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max((len(row) for row in rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _head(rows: Sequence[Sequence[str]], known: Known) -> int | None:
    """The row that names the most phases: at least two, or the only one that there is."""
    counts = [len({known.phases[tidied(cell)] for cell in row if cell and tidied(cell) in known.phases}) for row in rows[:HEADERS_WITHIN]]
    best = max(range(len(counts)), key=counts.__getitem__, default=None)
    least = min(2, len(set(known.phases.values())) or 2)
    return best if best is not None and counts[best] >= least else None


def _read(rows: Sequence[Sequence[str]], head: int, known: Known) -> Recognised:
    columns = _columns(rows[head], known)
    first = min(columns)
    found = Recognised(list(dict.fromkeys(phase for phase in columns.values() if phase)))
    lane = role = ""
    for row in rows[head + 1:]:
        labels = [cell for cell in row[:first] if cell]
        lane, role = _labels(labels, lane, role, known)
        for column, phase in columns.items():
            text = row[column] if column < len(row) else ""
            if text:
                _cell(found, (phase, lane, role), text, known)
    return found


def _columns(row: Sequence[str], known: Known) -> dict[int, str]:
    """Column → phase; a blank header goes on with the phase on its left, an unknown one has none."""
    found: dict[int, str] = {}
    phase = ""
    for column, cell in enumerate(row):
        told = known.phases.get(tidied(cell), "") if cell else phase
        if told or found:
            found[column] = phase = told
    return found


def _labels(labels: Sequence[str], lane: str, role: str, known: Known) -> tuple[str, str]:
    """The lane and role of a row, from its labels or from the row above."""
    lanes = [known.lanes[tidied(label)] for label in labels if tidied(label) in known.lanes]
    said = [known.roles[tidied(label)] for label in labels if tidied(label) in known.roles]
    if lanes:
        return lanes[0], said[0] if said else ""
    if said:
        return lane, said[0]
    return ("", "") if labels else (lane, role)


def _cell(found: Recognised, place: tuple[str, str, str], text: str, known: Known) -> None:
    phase, lane, role = place
    content = known.contents.get(lane, "notes")
    if content == "emotion":
        found.passed += 1
        return
    for part in _parts(text):
        department = known.departments.get(tidied(part), "") if content == "departments" else ""
        if not phase or not lane or (content == "departments" and not department):
            found.loose.append(part)
        else:
            found.notes.append((phase, lane, role if lane in known.by_role else "", "" if department else part, department))


def _parts(text: str) -> list[str]:
    """A cell is one note; a list in it is one note a line."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    bulleted = len(lines) > 1 and all(paste.to_lines(line) != [line] for line in lines)
    return [part for line in lines for part in paste.to_lines(line)] if bulleted else ["\n".join(lines)]
