"""Two sides of a journey beside each other, note by note: a department's draft of it, or the journey in another copy of the workspace.

A draft is a journey of its own that says of which it is the draft (``of``) and whose (``department``); what it began with has the ids
of the joint journey with ``@department`` behind them, so that both know which note is which. A department without a draft goes along
with the joint journey.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fusenapp.domain.journey_said import Said, base_id, between, said, shared_orders
from fusenapp.domain.settlement import Settlement
from fusenapp.domain.snapshot import Record, Snapshot, value

__all__ = ["KINDS", "JourneyPlace", "JourneySide", "base_id", "draft_id", "drafts_of", "joint_id", "joint_journeys", "places"]

Kind = Literal["journey", "phase", "lane", "note", "emotion", "arrow", "order"]
KINDS: Mapping[Kind, str] = {"phase": "phases", "lane": "lanes", "note": "notes"}


@dataclass(frozen=True)
class JourneyPlace:
    """One phase, lane, note, point of emotion, arrow or order as the joint journey and two sides say it; or a journey that one lacks.

    Attributes:
        id: `base_id` of the record; of a point of emotion its key, ``role.phase``; of an arrow both its notes; of an order the axis
            (``phases``, ``lanes``) or the cell.
        values: joint, left, right: the fields that count, a level, a sequence of ids, or None where there is no such thing.
        where: of a note or a cell, its phase, lane and role in words.
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
        """Both in one: what only one side has is kept, two texts stand below each other, levels and orders meet in the middle."""
        _, left, right = self.values
        if left is None or right is None:
            return right if left is None else left
        if self.kind == "emotion":
            return (left + right) / 2
        if self.kind == "order":
            return between(left, right)
        name = {"note": "text", "arrow": "label"}.get(self.kind, "name")
        texts = [text for text in dict.fromkeys((left[name], right[name])) if text or self.kind != "arrow"]
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


def joint_journeys(snapshot: Snapshot) -> list[Record]:
    """Journeys that are no department's draft, in their order."""
    return snapshot.all("journeys", of="")


def drafts_of(snapshot: Snapshot, joint: str) -> list[Record]:
    """The departments' drafts of a journey."""
    return snapshot.all("journeys", of=joint)


def places(snapshot: Snapshot, joint: str, left: JourneySide, right: JourneySide) -> list[JourneyPlace]:
    """What at least one of two sides has: phases, lanes, points of emotion; of notes in reading order, arrows and orders what differs.

    Empty where both sides go along with the joint journey. Of a journey that a side does not have, only that is told.
    """
    if any(side.snapshot.get("journeys", side.journey(joint)) is None for side in (left, right)):
        names = [_name(side.snapshot, side.journey(joint)) for side in (JourneySide(snapshot), left, right)]
        return [JourneyPlace(joint, "journey", joint, (names[0], names[1], names[2]))]
    if all(side.department and side.journey(joint) == joint for side in (left, right)):
        return []
    sides = [JourneySide(snapshot), left, right]
    said_by = {(id(side.snapshot), side.journey(joint)): side for side in sides}  # a side that goes along is looked through once
    known = {key: said(side.snapshot, side.journey(joint)) for key, side in said_by.items()}
    three = [known[id(side.snapshot), side.journey(joint)] for side in sides]
    return [*_records(joint, three), *(JourneyPlace(joint, "order", at, values, _cell(three, at)) for at, values in shared_orders(*three))]


def _records(joint: str, three: list[Said]) -> list[JourneyPlace]:
    found = []
    for kind in (*KINDS, "emotion", "arrow"):
        for each in dict.fromkeys(key for one in three for key in one[kind]):
            values = tuple(one[kind].get(each) for one in three)
            same = kind in ("note", "arrow") and values[1] == values[2]  # thousands that nobody changed would only be in the way
            if not same and (values[1] is not None or values[2] is not None):
                where = _where(three, values) if kind == "note" else ""
                found.append(JourneyPlace(joint, kind, each, values, where))  # type: ignore[arg-type]
    return found


def _name(snapshot: Snapshot, journey: str) -> dict[str, Any] | None:
    record = snapshot.get("journeys", journey)
    return {"name": value("journeys", record, "name")} if record is not None else None


def _cell(three: list[Said], id: str) -> str:
    """The phase and lane of a cell; nothing of an axis."""
    names = [next((one[kind][part]["name"] for one in three if part in one[kind]), "")
             for kind, part in zip(("phase", "lane"), id.split("/")[:2], strict=False)] if "/" in id else []
    return " › ".join(filter(None, names))


def _where(three: list[Said], values: tuple[Any, ...]) -> str:
    """Phase and lane of the note, as the first that has it calls them."""
    note = next(v for v in values if v is not None)
    names = [next((one[kind][note[kind]]["name"] for one in three if note[kind] in one[kind]), "") for kind in ("phase", "lane")]
    return " › ".join(filter(None, names))
