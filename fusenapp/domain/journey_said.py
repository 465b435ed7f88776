"""What one side says of a journey, by the ids that its parts began with: phases, lanes, notes, the curve, arrows, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from fusenapp.domain.journey import FREE
from fusenapp.domain.snapshot import Record, Snapshot, family, value

Said = dict[str, dict[str, Any]]
"""Kind of place → id → what is said there."""

PHASES, LANES = "phases", "lanes"
"""Ids of the orders of the axes; those of cells are made by `cell_id`."""


def base_id(id: str) -> str:
    """By what a phase, lane or note is the same on all sides: the id that it began with."""
    return id.partition("@")[0]


def cell_id(phase: str, lane: str, role: str) -> str:
    """The id of the order of the notes in a cell."""
    return "/".join(filter(None, (phase, lane, role)))


def said(snapshot: Snapshot, journey: str) -> Said:
    """Everything that counts of a journey; ``order`` has sequences of ids, one per axis and per cell."""
    phases, lanes = (snapshot.all(kind, journey=journey) for kind in ("phases", "lanes"))
    notes = list(_in_order(snapshot, journey, phases, lanes))
    found: Said = {
        "phase": {base_id(r["id"]): {"name": value("phases", r, "name")} for r in phases},
        "lane": {base_id(r["id"]): {"name": value("lanes", r, "name")} for r in lanes},
        "note": {base_id(r["id"]): _note(r) for r in notes},
        "emotion": {},
        "arrow": _arrows(snapshot, notes),
        "order": {PHASES: [base_id(r["id"]) for r in phases], LANES: [base_id(r["id"]) for r in lanes], **_cells(notes, phases, lanes)},
    }
    for key, level in family(snapshot.get("journeys", journey) or {}, "emotion").items():
        role, _, phase = key.partition(".")
        found["emotion"][f"{role}.{base_id(phase)}"] = float(level)
    return found


def shared_orders(joint: Said, left: Said, right: Said) -> Iterator[tuple[str, tuple[list[str], list[str], list[str]]]]:
    """Where what both sides have stands in another order: id of the order, and the three sequences.

    What only one of them has differs by itself; here it would only be noise.
    """
    for id, mine in left["order"].items():
        theirs = right["order"].get(id, ())
        both = set(mine) & set(theirs)
        one, other = _only(mine, both), _only(theirs, both)
        if one != other:
            yield id, (_only(joint["order"].get(id, ()), both), one, other)


def between(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Two sequences of the same things met in the middle: each where it stands on average."""
    rank = {id: at for at, id in enumerate(other)}
    return sorted(one, key=lambda id: one.index(id) + rank.get(id, one.index(id)))


def _only(sequence: Iterable[str], these: set[str]) -> list[str]:
    return [id for id in sequence if id in these]


def _note(note: Record) -> dict[str, Any]:
    place = {name: base_id(note.get(name) or "") for name in ("phase", "lane")}
    return {"text": value("notes", note, "text").strip(), **place, "role": note.get("role") or "", "department": _chip(note)}


def _chip(note: Record) -> str:
    """The department counts where a note is nothing but the mark of the one in charge."""
    return "" if value("notes", note, "text").strip() else note.get("department") or ""


def _in_order(snapshot: Snapshot, journey: str, phases: Sequence[Record], lanes: Sequence[Record]) -> Iterator[Record]:
    rank_of = [{r["id"]: at for at, r in enumerate(records)} for records in (lanes, phases)]
    notes = snapshot.all("notes", parent=journey)
    yield from sorted(notes, key=lambda n: (rank_of[0].get(n.get("lane") or "", 999), rank_of[1].get(n.get("phase") or "", 999)))


def _cells(notes: Iterable[Record], phases: Iterable[Record], lanes: Sequence[Record]) -> dict[str, list[str]]:
    """The notes of each cell in their order; marks of departments, the parking lot and the free area have none."""
    known, by_role = {p["id"] for p in phases}, {r["id"]: bool(value("lanes", r, "by_role")) for r in lanes}
    found: dict[str, list[str]] = {}
    for note in notes:
        phase, lane = note.get("phase") or "", note.get("lane") or ""
        if phase in known and lane in by_role and lane != FREE and not _chip(note):
            role = (note.get("role") or "") if by_role[lane] else ""
            found.setdefault(cell_id(base_id(phase), base_id(lane), role), []).append(base_id(note["id"]))
    return found


def arrows(snapshot: Snapshot, notes: Iterable[Record]) -> list[Record]:
    """The links from note to note among these notes."""
    ours = {note["id"] for note in notes}
    return [r for r in snapshot.all("links") if not r.get("origin") and all(_is_note(r.get(end), ours) for end in ("source", "target"))]


def _is_note(end: Any, ours: set[str]) -> bool:
    return bool(end) and end[0] == "notes" and end[1] in ours


def _arrows(snapshot: Snapshot, notes: Sequence[Record]) -> dict[str, Mapping[str, str]]:
    """By both ends, whichever comes first: an arrow the other way round is the same one, drawn differently."""
    found: dict[str, Mapping[str, str]] = {}
    for link in arrows(snapshot, notes):
        source, target = base_id(link["source"][1]), base_id(link["target"][1])
        found.setdefault(">".join(sorted((source, target))), {"source": source, "target": target, "label": value("links", link, "label")})
    return found
