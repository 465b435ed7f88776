"""Which side changed what since the common base, and what a merge must write so that nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from fusenapp.document.changes import Key, Place
from fusenapp.document.edit import Staged
from fusenapp.document.values import ABSENT, canonical, same
from fusenapp.domain.schema import KINDS
from fusenapp.domain.snapshot import Record

Records = Mapping[str, Mapping[str, Record]]
"""All records by kind and id, deleted ones too."""

_STAMPS = frozenset({"id", "modified"})
_NEVER_ASKED = frozenset({"order"})
"""Nobody reads an order key: of two moves one wins, without a question to the user."""

_NO_RECORD: Record = {}


@dataclass(frozen=True)
class BothChanged:
    """One field that both sides changed to different values. ``a`` is the earlier side, whoever merges.

    ``field`` is ``"deleted"`` where one side deleted what the other worked on; the record stays. For a ``text`` the
    value kept holds the letters of both. A side without the field has None.
    """

    kind: str
    id: str
    field: str
    base: Any
    a: Any
    b: Any
    kept: Any
    a_author: str
    b_author: str
    at: str
    conflict: str
    """Id of its record of kind ``conflicts``, the same on both sides."""


@dataclass
class Verdict:
    """What comparing found, and what the merge has to write."""

    both_changed: list[BothChanged] = field(default_factory=list)
    revived: set[Key] = field(default_factory=set)
    repairs: dict[Place, Any] = field(default_factory=dict)
    stamps: dict[str, Any] = field(default_factory=dict)

    def staged(self, joined: Records) -> Staged:
        """The writes, in an order that follows from their contents alone."""
        staged: Staged = {}
        for (kind, id, name), value in sorted(self.repairs.items(), key=lambda item: item[0]):
            staged.setdefault((kind, id), {})[name] = value
        for found in sorted(self.both_changed, key=lambda found: found.conflict):
            if found.conflict not in joined.get("conflicts", {}):
                staged["conflicts", found.conflict] = _fields(found, self.stamps[found.conflict])
        return staged


def _fields(found: BothChanged, stamp: Any) -> dict[str, Any]:
    return {"item": [found.kind, found.id], "field": found.field, "base": found.base, "a": found.a, "b": found.b,
            "kept": found.kept, "a_author": found.a_author, "b_author": found.b_author, "at": found.at, "modified": stamp}


def judge(base: Records, ours: Records, theirs: Records, joined: Records) -> Verdict:
    """Compares the four states record by record and field by field."""
    judgement = _Judgement(Verdict())
    for kind in KINDS:
        states = [records.get(kind, {}) for records in (base, ours, theirs, joined)]
        for id in sorted(states[1].keys() | states[2].keys()):
            four = _Four(kind, id, *(state.get(id, _NO_RECORD) for state in states))
            if four.ours is not four.theirs and four.ours != four.theirs:
                judgement.record(four)
    judgement.revive()
    judgement.verdict.both_changed.sort(key=lambda found: (found.kind, found.id, found.field))
    return judgement.verdict


@dataclass(frozen=True)
class _Four:
    """One record in the four states."""

    kind: str
    id: str
    base: Record
    ours: Record
    theirs: Record
    joined: Record

    def names(self) -> list[str]:
        return sorted((self.ours.keys() | self.theirs.keys() | self.base.keys()) - _STAMPS)

    def values(self, name: str) -> tuple[Any, Any, Any, Any]:
        base, ours, theirs, joined = (self.value(record, name) for record in (self.base, self.ours, self.theirs, self.joined))
        return base, ours, theirs, joined

    def value(self, record: Record, name: str) -> Any:
        """A field as it was written: an empty text was not."""
        found = record.get(name, ABSENT)
        declared = KINDS[self.kind].field_of(name)
        return ABSENT if found == "" and declared is not None and declared.type == "text" else found

    def touched(self, side: Record) -> bool:
        """Whether a side made the record or changed anything in it but deleting it."""
        names = (side.keys() | self.base.keys()) - _STAMPS - {"deleted"}
        return any(not same(self.value(side, name), self.value(self.base, name)) for name in names)

    def deleter(self) -> tuple[Record, Record] | None:
        """(the side that deleted the record since the base, the other one), if just one did."""
        if self.base.get("deleted") or bool(self.ours.get("deleted")) == bool(self.theirs.get("deleted")):
            return None
        return (self.ours, self.theirs) if self.ours.get("deleted") else (self.theirs, self.ours)


@dataclass
class _Judgement:
    verdict: Verdict
    deleted: dict[str, list[_Four]] = field(default_factory=dict)
    """By id: what one side alone deleted and the other did not touch."""
    alive: list[_Four] = field(default_factory=list)
    """What a side touched and that is there after the merge."""

    def record(self, four: _Four) -> None:
        sides = four.deleter()
        if sides and not four.touched(sides[1]):
            self.deleted.setdefault(four.id, []).append(four)
            return
        if not (four.ours.get("deleted") and four.theirs.get("deleted")):
            self.alive.append(four)
        if sides:
            self._keep(four)
        for name in four.names():
            if name != "deleted" or not sides:
                self._field(four, name)

    def _field(self, four: _Four, name: str) -> None:
        base, ours, theirs, joined = four.values(name)
        if same(ours, theirs) or same(theirs, base):
            wanted = ours
        elif same(ours, base):
            wanted = theirs
        else:
            self._both(four, name)
            return
        if not same(joined, wanted):
            self.verdict.repairs[four.kind, four.id, name] = wanted

    def _both(self, four: _Four, name: str) -> None:
        gone = four.ours.get("deleted") and four.theirs.get("deleted")
        if name == "deleted" and not same(four.joined.get("deleted", ABSENT), ABSENT) and not gone:
            self._keep(four)
        elif name not in _NEVER_ASKED and four.kind != "conflicts" and not gone:
            self._note(four, name, four.joined.get(name))

    def _keep(self, four: _Four) -> None:
        """Work on a record wins over its deletion."""
        self.verdict.revived.add((four.kind, four.id))
        self.verdict.repairs[four.kind, four.id, "deleted"] = ABSENT
        self._note(four, "deleted", None)

    def _note(self, four: _Four, name: str, kept: Any) -> None:
        base = four.base.get(name)
        first, second = sorted((_side(side, name) for side in (four.ours, four.theirs)), key=_when_who_what)
        a, b = first.record.get(name), second.record.get(name)
        number = conflict_id(four.kind, four.id, name, base, a, b)
        found = BothChanged(four.kind, four.id, name, base, a, b, kept, first.author, second.author, second.at, number)
        self.verdict.both_changed.append(found)
        self.verdict.stamps[number] = second.record.get("modified")

    def revive(self) -> None:
        """Keeps what one side deleted and the other put something in: a note written into a deleted lane."""
        waiting = list(self.alive)
        while waiting:
            four = waiting.pop()
            for id in _references(four):
                for parent in self.deleted.pop(id, ()):
                    self._keep(parent)
                    waiting.append(parent)


def _references(four: _Four) -> Iterator[str]:
    for name, declared in KINDS[four.kind].fields.items():
        if declared.type == "ref":
            yield from {record[name] for record in (four.ours, four.theirs, four.joined) if record.get(name)}


@dataclass(frozen=True)
class _Side:
    """One side of a conflict, sortable by when, who and what."""

    at: str
    author: str
    spelled: str
    record: Record


def _side(record: Record, name: str) -> _Side:
    person, department, at = _words(record.get("modified"), 3)
    if name == "deleted" and record.get("deleted"):
        person = _words(record.get("deleted"), 2)[0]
    return _Side(at, person or department, canonical(record.get(name)), record)


def _words(stamp: Any, count: int) -> list[str]:
    """A stamp as strings, whatever the other side has put there."""
    words = [str(word) for word in stamp] if isinstance(stamp, list) else []
    return (words + [""] * count)[:count]


def _when_who_what(side: _Side) -> tuple[str, str, str]:
    return side.at, side.author, side.spelled


def conflict_id(kind: str, id: str, name: str, base: Any, a: Any, b: Any) -> str:
    """The id of a conflict; the same on both sides and for both orders of the values."""
    first, second = sorted((canonical(a), canonical(b)))
    return sha256(canonical([kind, id, name, canonical(base), first, second]).encode()).hexdigest()[:32]
