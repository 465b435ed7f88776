"""What a journey leaves out: hints, never errors. Read from a snapshot, no engine."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from fusenapp.domain.journey import PAUSE
from fusenapp.domain.persona import PEOPLE
from fusenapp.domain.snapshot import Record, Snapshot, place

REST = 250
"""Notes after which `looking` lets others in."""

MEASURE_WORDS = ("施策", "measure")
"""What lanes of measures are called, in small letters: what stands there needs a department in charge."""

GapKind = Literal["role", "department", "phase", "duplicate", "unlinked"]


@dataclass(frozen=True)
class Gap:
    """A hint and the cell it belongs to.

    ``kind`` role: a role has no note in a phase where others have; department: measures without a department
    in charge; phase: a phase without any note; duplicate: ``notes`` say the same for one role; unlinked: nobody linked
    ``notes`` with a persona, clause, KPI or content. ``note`` is the first of the ``notes``.
    """

    kind: GapKind
    phase: str
    lane: str
    role: str = ""
    note: str = ""
    notes: tuple[str, ...] = ()


def find_gaps(snapshot: Snapshot, journey: str, roles: Iterable[str] = PEOPLE) -> list[Gap]:
    """All hints of a journey, phase by phase. An empty journey has none: nothing was begun yet."""
    return [gap for gap in looking(snapshot, journey, roles) if gap is not None]


def looking(snapshot: Snapshot, journey: str, roles: Iterable[str] = PEOPLE) -> Iterator[Gap | None]:
    """As `find_gaps`, hint by hint; None every few hundred notes, where whoever waits may do something else first."""
    phases = snapshot.all("phases", journey=journey)
    lanes = snapshot.all("lanes", journey=journey)
    notes: list[Record] = []
    for at, note in enumerate(snapshot.records.get("notes", {}).values()):
        if at % REST == 0:
            yield None
        if note.get("parent") == journey and note.get("phase") and note.get("lane"):
            notes.append(note)
    yield None
    notes.sort(key=place)
    yield None
    if not notes:
        return
    here: dict[str, list[Record]] = defaultdict(list)
    for note in notes:
        here[note["phase"]].append(note)
    speaking = {n.get("role") for n in notes if n.get("text")}
    wanted = [role for role in roles if role in PEOPLE or role in speaking]  # a role of one's own may have no part in this journey
    for phase in phases:
        if phase.get("kind") != PAUSE:
            yield from _phase_gaps(phase["id"], here[phase["id"]], lanes, wanted)
            yield None
    yield from _duplicates(notes)
    yield from _unlinked(snapshot, notes, lanes)


def _unlinked(snapshot: Snapshot, notes: list[Record], lanes: list[Record]) -> Iterator[Gap | None]:
    """One hint for all of them: linking is work for a whole selection. Headings speak for the notes below them."""
    linked = linked_notes(snapshot)
    plain = {lane["id"] for lane in lanes if lane.get("content", "notes") == "notes"}
    headings = {note["heading"] for note in notes if note.get("heading")}
    yield None
    alone = [n for n in notes if n.get("text") and n["lane"] in plain and n["id"] not in linked and n["id"] not in headings]
    if alone:
        first = alone[0]
        yield Gap("unlinked", first["phase"], first["lane"], first.get("role") or "", first["id"], tuple(n["id"] for n in alone))


def linked_notes(snapshot: Snapshot) -> set[str]:
    """Ids of the notes that are linked with something other than a note of a board: a persona, clause, KPI or content idea, or that
    became a statement of a persona.
    """
    found = set()
    for link in snapshot.all("links"):
        ends = [end for end in (link.get("source"), link.get("target")) if end]
        kinds = {end[0] for end in ends}
        if len(ends) == 2 and link.get("origin"):
            found.add(ends[0][1])
        elif len(ends) == 2 and kinds != {"notes"}:
            found.update(end[1] for end in ends if end[0] == "notes")
    return found


def _phase_gaps(phase: str, notes: list[Record], lanes: list[Record], roles: list[str]) -> Iterator[Gap]:
    by_role = [lane["id"] for lane in lanes if lane.get("by_role")]
    written = [n for n in notes if n.get("text")]
    if not written:
        if lanes:
            yield Gap("phase", phase, lanes[0]["id"])
        return
    speaking = {n.get("role") for n in written if n["lane"] in by_role}
    if speaking:
        yield from (Gap("role", phase, _lane_for(by_role, written), role) for role in roles if role not in speaking)
    yield from _department_gap(phase, notes, lanes)


def _lane_for(by_role: list[str], notes: list[Record]) -> str:
    """The lane in which the other roles say most: there the gap shows best."""
    counts = Counter(n["lane"] for n in notes if n["lane"] in by_role)
    return max(by_role, key=lambda lane: counts[lane])


def _department_gap(phase: str, notes: list[Record], lanes: list[Record]) -> Iterator[Gap]:
    in_charge = next((lane["id"] for lane in lanes if lane.get("content") == "departments"), None)
    if in_charge is None or any(n["lane"] == in_charge for n in notes):
        return
    measures = _measure_lanes(lanes)
    if any(n["lane"] in measures and n.get("text") for n in notes):
        yield Gap("department", phase, in_charge)


def _measure_lanes(lanes: list[Record]) -> set[str]:
    """The lanes that are called so; where none is, every lane that does not speak for a role."""
    free = [lane for lane in lanes if lane.get("content", "notes") == "notes" and not lane.get("by_role")]
    called = [lane for lane in free if any(word in str(lane.get("name") or "").lower() for word in MEASURE_WORDS)]
    return {lane["id"] for lane in called or free}


def _duplicates(notes: list[Record]) -> Iterator[Gap | None]:
    """One hint for all that say the same, however often."""
    said: dict[tuple[str, str], list[Record]] = {}
    for at, note in enumerate(notes):
        if at % REST == 0:
            yield None
        if words := "".join((note.get("text") or "").split()).casefold():
            said.setdefault((words, note.get("role") or ""), []).append(note)
    yield None
    for (_, role), same in said.items():
        if len(same) > 1:
            yield Gap("duplicate", same[0]["phase"], same[0]["lane"], role, same[0]["id"], tuple(note["id"] for note in same))
