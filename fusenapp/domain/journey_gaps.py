"""What a journey leaves out: hints, never errors. Read from a snapshot, no engine."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from fusenapp.domain.persona import PEOPLE
from fusenapp.domain.snapshot import Record, Snapshot

GapKind = Literal["role", "department", "phase", "duplicate"]


@dataclass(frozen=True)
class Gap:
    """A hint and the cell it belongs to.

    ``kind`` role: a role has no note in a phase where others have; department: measures without a department
    in charge; phase: a phase without any note; duplicate: ``note`` says the same as another one.
    """

    kind: GapKind
    phase: str
    lane: str
    role: str = ""
    note: str = ""


def find_gaps(snapshot: Snapshot, journey: str, roles: Iterable[str] = PEOPLE) -> list[Gap]:
    """All hints of a journey, phase by phase. An empty journey has none: nothing was begun yet."""
    phases = snapshot.all("phases", journey=journey)
    lanes = snapshot.all("lanes", journey=journey)
    notes = [n for n in snapshot.all("notes", parent=journey) if n.get("phase") and n.get("lane")]
    if not notes:
        return []
    here: dict[str, list[Record]] = defaultdict(list)
    for note in notes:
        here[note["phase"]].append(note)
    wanted = list(roles)
    found = [gap for phase in phases for gap in _phase_gaps(phase["id"], here[phase["id"]], lanes, wanted)]
    return [*found, *_duplicates(notes)]


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
    free = {lane["id"] for lane in lanes if lane.get("content", "notes") == "notes" and not lane.get("by_role")}
    if any(n["lane"] in free for n in notes):
        yield Gap("department", phase, in_charge)


def _duplicates(notes: list[Record]) -> Iterator[Gap]:
    seen: set[tuple[str, str]] = set()
    for note in notes:
        words = "".join((note.get("text") or "").split()).casefold()
        key = words, note.get("role") or ""
        if words and key in seen:
            yield Gap("duplicate", note["phase"], note["lane"], note.get("role") or "", note["id"])
        seen.add(key)
