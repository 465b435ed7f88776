"""What an edited copy of the agreement workbook asks for: proposals that people accept one by one, never changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from fusenapp.domain.agreement_content import HANDOVER, Item
from fusenapp.domain.snapshot import Snapshot, value

Action = Literal["change", "add", "remove"]

CONDITION = "condition"
"""Field of a proposal that changes operator and value of a clause together: {"operator", "value"}."""
RECORD = "record"
"""Field of a proposal that adds or removes a whole record: its fields by name."""
PLACE = "place"
"""Field of a proposal that moves a note on its journey: [phase, lane, role]."""


@dataclass(frozen=True)
class Proposal:
    """One change that a copy asks for.

    Attributes:
        action: ``change``, ``add`` or ``remove``.
        kind, id: the record; the id of a record to be added is that of its parent (the group of a clause, the journey of a
            note, phase or lane), else empty.
        field: of the record, `CONDITION`, `PLACE` or `RECORD`.
        was: as exported.
        now: in the copy; None for a removal.
        current: in the workspace; None where the record is gone.
        conflict: whether the workspace says something else than was exported, and than the copy says.
        place: where it stands in the copy, ``用語 › B5``.
        texts: was, now and current in words.
        made: the id that a phase or lane to be added gets, so that others can name it.
        needs: ids of phases and lanes that others propose, without which this one cannot be taken.
    """

    action: Action
    kind: str
    id: str
    field: str
    was: Any
    now: Any
    current: Any
    conflict: bool
    place: str
    texts: tuple[str, str, str] = ("", "", "")
    made: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """An edit that cannot become a proposal: where, what stands there, and the code of the reason."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True)
class Proposals:
    """Everything that a copy asks for; ``name`` is the file's, ``exported_at`` when the original was written."""

    name: str
    exported_at: str
    items: tuple[Proposal, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def conflicts(self) -> tuple[Proposal, ...]:
        """Those that newer edits in the workspace contradict."""
        return tuple(p for p in self.items if p.conflict)

    @property
    def clear(self) -> tuple[Proposal, ...]:
        """Those that nothing contradicts."""
        return tuple(p for p in self.items if not p.conflict)


def item_of(snapshot: Snapshot, proposal: Proposal) -> Item:
    """The item of agreement that a proposal is about."""
    kind, id = proposal.kind, proposal.id
    if kind in ("handover", "reasons"):
        return HANDOVER
    if kind == "clauses":
        owner = snapshot.value("groups" if proposal.action == "add" else "clauses", id, "definition")
        return "definitions", owner or id.split(":", 1)[0]
    if kind in ("phases", "lanes"):
        return "journeys", id if proposal.action == "add" else snapshot.value(kind, id, "journey")
    if kind == "notes":
        return "journeys", id if proposal.action == "add" else snapshot.value(kind, id, "parent")
    return kind, id


def title_of(snapshot: Snapshot, proposal: Proposal) -> str:
    """The name of the record that a proposal is about, as the workspace has it, else as the copy has it."""
    told = proposal.now if proposal.action == "add" else proposal.was if proposal.action == "remove" else None
    record = snapshot.get(proposal.kind, proposal.id) if proposal.action != "add" else None
    for name in ("name", "field", "code", "text"):
        if record is not None and record.get(name):
            return str(value(proposal.kind, record, name))
        if isinstance(told, dict) and told.get(name):
            return str(told[name])
    return ""
