"""What departments settled where their drafts differ, place by place, and why each wants its own.

A settlement holds for what the drafts said then: if one of them says something else later, the place is open again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fusenapp.domain.agreement_content import Item, hash_of
from fusenapp.domain.snapshot import Record, Snapshot, value

THIRD = "third"
"""The choice of neither draft but something that both can live with; else a choice is the key of a side."""

BOTH, DISCUSS = "both", "discuss"
"""The choices of what both sides say together, and of a talk: the latter leaves the place open."""


@dataclass(frozen=True)
class Settlement:
    """A decision.

    Attributes:
        choice: the key of the side that was taken, or `THIRD`.
        between: side → hash of what its draft said.
        at: ISO 8601.
    """

    item: Item
    place: str
    choice: str
    between: Mapping[str, str]
    person: str
    department: str
    at: str
    comment: str = ""

    def holds(self, said: Mapping[str, Any]) -> bool:
        """Whether the sides (key → value) still say what they said when this was settled."""
        return dict(self.between) == hashes(said)


@lru_cache(maxsize=16_384)
def id_of(item: Item, place: str, department: str = "") -> str:
    """The id of the record about a place, the same in every copy, so that two copies settle one thing once."""
    return hash_of([*item, place, department])[:24]


def hashes(said: Mapping[str, Any]) -> dict[str, str]:
    """What each side says, as hashes to compare with."""
    return {side: hash_of(value)[:24] for side, value in said.items()}


def settlement(snapshot: Snapshot, item: Item, place: str) -> Settlement | None:
    """The last decision about a place, whether it still holds or not."""
    record = snapshot.get("settlements", id_of(item, place))
    return _settlement(record) if record is not None else None


def remarks(snapshot: Snapshot, item: Item, place: str) -> dict[str, str]:
    """Department → why it wants its own wording here; only those that gave a reason."""
    found = ((d["id"], snapshot.get("remarks", id_of(item, place, d["id"]))) for d in snapshot.all("departments"))
    return {department: text for department, record in found if record and (text := value("remarks", record, "text"))}


def _settlement(record: Record) -> Settlement:
    kind, id = value("settlements", record, "item") or ("", "")
    person, department, at, comment = (value("settlements", record, name) for name in ("person", "department", "at", "comment"))
    return Settlement((kind, id), value("settlements", record, "place"), value("settlements", record, "choice"),
                      value("settlements", record, "between") or {}, person, department, at, comment)
