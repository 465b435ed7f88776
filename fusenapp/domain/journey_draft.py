"""Two sides of a journey beside each other, note by note: a department's draft of it, or the journey in another copy of the workspace.

A draft is a journey of its own that says of which it is the draft (``of``) and whose (``department``); what it began with has the ids
of the joint journey with ``@department`` behind them, so that both know which note is which. A department without a draft goes along
with the joint journey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fusenapp.domain.settlement import Settlement
from fusenapp.domain.snapshot import Record, Snapshot, family, value

Kind = Literal["journey", "phase", "lane", "note", "emotion"]
KINDS: Mapping[Kind, str] = {"phase": "phases", "lane": "lanes", "note": "notes"}


@dataclass(frozen=True)
class JourneyPlace:
    """One phase, lane, note or point of emotion as the joint journey and two sides say it; or a journey that a side does not have.

    Attributes:
        id: `base_id` of the record (of a point of emotion its key, ``role.phase``).
        values: joint, left, right: the fields that count, a level, or None where there is no such thing.
        where: of a note, its phase, lane and role in words.
    """

    journey: str
    kind: Kind
    id: str
    values: tuple[Any, Any, Any]
    where: str = ""
    settled: Settlement | None = None

    @property
    def place(self) -> str:
        """The place within the journey, as settlements name it."""
        return f"{self.kind}/{self.id}"

    @property
    def differs(self) -> bool:
        """Whether the two sides say something different; that a side does not have it is a difference too."""
        return self.values[1] != self.values[2]

    def merged(self) -> Any:
        """Both in one: what only one side has is kept, two texts stand below each other, two levels meet in the middle."""
        _, left, right = self.values
        if left is None or right is None:
            return right if left is None else left
        if self.kind == "emotion":
            return (left + right) / 2
        name = "text" if self.kind == "note" else "name"
        texts = list(dict.fromkeys((left[name], right[name])))
        return {**left, name: ("\n" if self.kind == "note" else "／").join(texts)}


@dataclass(frozen=True)
class JourneySide:
    """One of the two: ``department`` is empty for another copy of the workspace."""

    snapshot: Snapshot
    department: str = ""

    def journey(self, joint: str) -> str:
        """The id of this side's journey: its draft, else the joint one."""
        own = draft_id(joint, self.department)
        return own if self.department and self.snapshot.get("journeys", own) is not None else joint


def draft_id(id: str, department: str) -> str:
    """The id of a department's draft of a journey, and of what it began with."""
    return f"{id}@{department}"


def joint_id(id: str) -> str:
    """The id in the joint journey of what began in a draft of the same file."""
    return f"{id}@joint"


def base_id(id: str) -> str:
    """By what a phase, lane or note is the same on all sides: the id that it began with."""
    return id.partition("@")[0]


def joint_journeys(snapshot: Snapshot) -> list[Record]:
    """Journeys that are no department's draft, in their order."""
    return snapshot.all("journeys", of="")


def drafts_of(snapshot: Snapshot, joint: str) -> list[Record]:
    """The departments' drafts of a journey."""
    return snapshot.all("journeys", of=joint)


def places(snapshot: Snapshot, joint: str, left: JourneySide, right: JourneySide) -> list[JourneyPlace]:
    """What at least one of two sides has: phases, lanes, the notes that differ in reading order, points of emotion.

    Empty where both sides go along with the joint journey. Of a journey that a side does not have, only that is told.
    """
    if any(side.snapshot.get("journeys", side.journey(joint)) is None for side in (left, right)):
        names = [_name(side.snapshot, side.journey(joint)) for side in (JourneySide(snapshot), left, right)]
        return [JourneyPlace(joint, "journey", joint, (names[0], names[1], names[2]))]
    if all(side.department and side.journey(joint) == joint for side in (left, right)):
        return []
    sides = [JourneySide(snapshot), left, right]
    said_by = {(id(side.snapshot), side.journey(joint)): side for side in sides}  # a side that goes along is looked through once
    known = {key: _said(side.snapshot, side.journey(joint)) for key, side in said_by.items()}
    three = [known[id(side.snapshot), side.journey(joint)] for side in sides]
    found = []
    for kind in (*KINDS, "emotion"):
        for each in dict.fromkeys(key for said in three for key in said[kind]):
            values = tuple(said[kind].get(each) for said in three)
            same = kind == "note" and values[1] == values[2]  # thousands of notes that nobody changed would only be in the way
            if not same and (values[1] is not None or values[2] is not None):
                found.append(JourneyPlace(joint, kind, each, values, _where(three, values) if kind == "note" else ""))  # type: ignore[arg-type]
    return found


def _name(snapshot: Snapshot, journey: str) -> dict[str, Any] | None:
    record = snapshot.get("journeys", journey)
    return {"name": value("journeys", record, "name")} if record is not None else None


def _said(snapshot: Snapshot, journey: str) -> dict[str, dict[str, Any]]:
    """Kind → id in the joint journey → what counts of it."""
    said: dict[str, dict[str, Any]] = {
        "phase": {base_id(r["id"]): {"name": value("phases", r, "name")} for r in snapshot.all("phases", journey=journey)},
        "lane": {base_id(r["id"]): {"name": value("lanes", r, "name")} for r in snapshot.all("lanes", journey=journey)},
        "note": {base_id(r["id"]): _note(r) for r in _in_order(snapshot, journey)}, "emotion": {}}
    for key, level in family(snapshot.get("journeys", journey) or {}, "emotion").items():
        role, _, phase = key.partition(".")
        said["emotion"][f"{role}.{base_id(phase)}"] = float(level)
    return said


def _note(note: Record) -> dict[str, Any]:
    place = {name: base_id(note.get(name) or "") for name in ("phase", "lane")}
    return {"text": value("notes", note, "text").strip(), **place, "role": note.get("role") or "", "department": _chip(note)}


def _chip(note: Record) -> str:
    """The department counts where a note is nothing but the mark of the one in charge."""
    return "" if value("notes", note, "text").strip() else note.get("department") or ""


def _in_order(snapshot: Snapshot, journey: str) -> Iterator[Record]:
    ranks = {kind: {r["id"]: at for at, r in enumerate(snapshot.all(kind, journey=journey))} for kind in ("phases", "lanes")}
    notes = snapshot.all("notes", parent=journey)
    yield from sorted(notes, key=lambda n: (ranks["lanes"].get(n.get("lane") or "", 999), ranks["phases"].get(n.get("phase") or "", 999)))


def _where(three: list[dict[str, dict[str, Any]]], values: tuple[Any, ...]) -> str:
    """Phase and lane of the note, as the first that has it calls them."""
    note = next(v for v in values if v is not None)
    names = [next((said[kind][note[kind]]["name"] for said in three if note[kind] in said[kind]), "") for kind in ("phase", "lane")]
    return " › ".join(filter(None, names))
