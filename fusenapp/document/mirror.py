"""The records as plain Python, kept beside the engine and patched after each commit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from fusenapp.document.changes import Changes, Key, Origin
from fusenapp.document.engine import Engine
from fusenapp.document.values import ABSENT, same
from fusenapp.domain.schema import KINDS
from fusenapp.domain.snapshot import Record, Snapshot

_HIDDEN = frozenset({"modified", "deleted"})


class Mirror:
    """All records, deleted ones too. A record is never changed in place, so snapshots may share it."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self._live: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self._shared: set[str] = set()
        self._snapshot: Snapshot | None = None

    @classmethod
    def of(cls, engine: Engine) -> Mirror:
        """Reads a whole engine document."""
        return cls.with_records({kind: engine.read_all(kind) for kind in KINDS})

    @classmethod
    def with_records(cls, records: Mapping[str, Mapping[str, Record]]) -> Mirror:
        """Of records that were read before."""
        mirror = cls()
        for kind in KINDS:
            mirror.records[kind] = dict(records.get(kind, {}))
            mirror._live[kind] = {id: record for id, record in mirror.records[kind].items() if not record.get("deleted")}
        return mirror

    def get(self, kind: str, id: str) -> Record | None:
        """A record, deleted or not."""
        return self.records[kind].get(id)

    def live(self, kind: str) -> Mapping[str, Record]:
        """The records of a kind that are not deleted."""
        return self._live[kind]

    def patch(self, engine: Engine, touched: Iterable[Key], origin: Origin, label: str) -> Changes:
        """Reads the touched records again and tells what became of them."""
        before: dict[Key, Record | None] = {}
        after: dict[Key, Record | None] = {}
        for kind, id in touched:
            before[kind, id] = self._live[kind].get(id)
            self._put(kind, id, engine.read(kind, id))
            after[kind, id] = self._live[kind].get(id)
        return compare(before, after, origin, label)

    def _put(self, kind: str, id: str, record: Record | None) -> None:
        if kind in self._shared:
            self._live[kind] = dict(self._live[kind])
            self._shared.discard(kind)
        self._snapshot = None
        _assign(self.records[kind], id, record)
        _assign(self._live[kind], id, record if record is not None and not record.get("deleted") else None)

    def snapshot(self) -> Snapshot:
        """The records that are not deleted; the same object until something changes."""
        if self._snapshot is None:
            self._snapshot = Snapshot(MappingProxyType({kind: MappingProxyType(live) for kind, live in self._live.items()}))
            self._shared = set(KINDS)
        return self._snapshot

    def flat(self) -> dict[Key, Record | None]:
        """All records that are not deleted, by kind and id."""
        return {(kind, id): record for kind, live in self._live.items() for id, record in live.items()}


def _assign(records: dict[str, Record], id: str, record: Record | None) -> None:
    if record is None:
        records.pop(id, None)
    else:
        records[id] = record


def compare(before: Mapping[Key, Record | None], after: Mapping[Key, Record | None], origin: Origin, label: str = "") -> Changes:
    """What a reader sees change between two states of some records; None and a missing key are no record."""
    added: set[Key] = set()
    removed: set[Key] = set()
    updated: dict[Key, frozenset[str]] = {}
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            if new is not None:
                added.add(key)
            elif old is not None:
                removed.add(key)
        elif fields := changed_fields(old, new):
            updated[key] = fields
    return Changes(frozenset(added), MappingProxyType(updated), frozenset(removed), origin, label)


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> frozenset[str]:
    """Names of the fields that differ, without the stamps of who and when."""
    if old is new:
        return frozenset()
    return frozenset(name for name in (old.keys() | new.keys()) - _HIDDEN if not same(old.get(name, ABSENT), new.get(name, ABSENT)))
