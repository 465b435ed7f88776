"""One gesture of the user, staged: nothing reaches the engine before the ``with`` block ends well."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from fusenapp.document import order
from fusenapp.document.changes import Author, Key
from fusenapp.document.mirror import Mirror
from fusenapp.document.values import ABSENT, clean, clean_text, field_of, same
from fusenapp.domain.schema import COMMON, KINDS
from fusenapp.domain.snapshot import Record, Snapshot
from fusenapp.errors import InputError, InternalFault

Staged = dict[Key, dict[str, Any]]
"""The fields that will be written, by record; ABSENT takes one away."""


class Edit:
    """What `Document.edit` hands to its block. Reads through it see what the block has written so far.

    All methods raise InternalFault ``unknown-kind`` and ``no-such-field`` for names that the schema does not have,
    ``wrong-type`` for values of the wrong type, and InputError ``bad-number`` for numbers that cannot be kept.
    """

    def __init__(self, mirror: Mirror, author: Author, now: str) -> None:
        self._mirror = mirror
        self._author = author
        self.now = now
        """ISO time of this gesture (UTC)."""
        self.staged: Staged = {}

    # reading

    def get(self, kind: str, id: str) -> Record | None:
        """A record as it will be after this gesture; None if there is none or it is deleted."""
        record = self._any(kind, id)
        return None if record is None or record.get("deleted") else record

    def known(self, kind: str, id: str) -> bool:
        """Whether there is such a record, deleted or not."""
        return self._any(kind, id) is not None

    def all(self, kind: str, **where: Any) -> list[Record]:
        """Records of a kind whose fields equal ``where``, in their order, as they will be after this gesture."""
        return self._view(kind).all(kind, **where)

    def snapshot(self) -> Snapshot:
        """All records as they will be after this gesture."""
        return Snapshot(MappingProxyType({kind: records for name in KINDS for kind, records in self._view(name).records.items()}))

    def _view(self, kind: str) -> Snapshot:
        live = dict(self._mirror.live(kind))
        for found, id in self.staged:
            if found == kind:
                live.pop(id, None)
                record = self.get(kind, id)
                if record is not None:
                    live[id] = record
        return Snapshot({kind: live})

    def _any(self, kind: str, id: str) -> Record | None:
        if kind not in KINDS:
            raise InternalFault("unknown-kind", where=kind)
        stored = self._mirror.get(kind, id)
        staged = self.staged.get((kind, id))
        if staged is None:
            return stored
        merged = {**(stored or {"id": id}), **staged}
        return {name: value for name, value in merged.items() if value is not ABSENT}

    # writing

    def create(self, kind: str, fields: Mapping[str, Any], id: str | None = None) -> str:
        """Adds a record and gives its id: ``id``, or a fresh random one.

        An id that was deleted begins anew with just these fields.

        Raises:
            InternalFault: ``record-exists``.
        """
        id = clean_text(id) if id else uuid4().hex
        old = self._any(kind, id)
        if old is not None and not old.get("deleted"):
            raise InternalFault("record-exists", where=f"{kind}/{id}")
        texts = {name: "" for name, declared in KINDS[kind].fields.items() if declared.type == "text"}
        given = {name: clean(kind, name, value) for name, value in fields.items()}
        fresh = {**texts, **{name: value for name, value in given.items() if not _unwritten(kind, name, value)}}
        gone = {} if old is None else {name: ABSENT for name in old if name != "id" and name not in fresh}
        self.staged.setdefault((kind, id), {}).update({**gone, **fresh})
        return id

    def set(self, kind: str, id: str, /, **fields: Any) -> None:
        """Sets fields of a record. A ``text`` field is written as by `write`.

        Raises:
            InputError: ``record-gone`` if it was deleted meanwhile.
            InternalFault: ``unknown-record``.
        """
        for name, value in fields.items():
            self.set_field(kind, id, name, value)

    def set_field(self, kind: str, id: str, name: str, value: Any) -> None:
        """Sets one field, by name: for families (``votes.alice``) and names from tables."""
        if name in COMMON:
            raise InternalFault("no-such-field", where=f"{kind}.{name}")
        value = clean(kind, name, value)
        record = self._present(kind, id)
        if name in record or not _unwritten(kind, name, value):
            self.staged.setdefault((kind, id), {})[name] = value

    def write(self, kind: str, id: str, name: str, text: str) -> None:
        """Sets a ``text`` field as a whole; stored as the smallest splice, so that what others type beside it stays."""
        declared = KINDS[kind].field_of(name) if kind in KINDS else None
        if declared is not None and declared.type != "text":
            raise InternalFault("wrong-type", where=f"{kind}.{name}", type="not a text field")
        self.set_field(kind, id, name, text)

    def delete(self, kind: str, id: str) -> None:
        """Marks a record as deleted; it is kept, and `restore` or undo brings it back whole. Twice does nothing.

        Raises:
            InternalFault: ``unknown-record``.
        """
        if not self._existing(kind, id).get("deleted"):
            self.staged.setdefault((kind, id), {})["deleted"] = [self._author.person, self.now]

    def restore(self, kind: str, id: str) -> None:
        """Takes a deletion back. Does nothing on a record that is there.

        Raises:
            InternalFault: ``unknown-record``.
        """
        if self._existing(kind, id).get("deleted"):
            self.staged.setdefault((kind, id), {})["deleted"] = ABSENT

    def _existing(self, kind: str, id: str) -> Record:
        record = self._any(kind, id)
        if record is None:
            raise InternalFault("unknown-record", where=f"{kind}/{id}")
        return record

    def _present(self, kind: str, id: str) -> Record:
        record = self._existing(kind, id)
        if record.get("deleted"):
            raise InputError("record-gone", where=kind)
        return record

    # order

    def order_between(self, kind: str, before: str | None, after: str | None) -> str:
        """An order key between two records of a kind, given by id; with both None, one after all of the kind.

        Where there is no room (equal, damaged or very long keys), neighbours get new keys in this gesture; the order
        of all records among each other stays.
        """
        low = self._order(kind, before)
        high = self._order(kind, after)
        if before is None and after is None:
            low = max((r.get("order") or "" for r in self._view(kind).records[kind].values()), default="") or None
        try:
            key = order.between(low, high)
        except ValueError:
            return self._make_room(kind, before, after)
        return key if len(key) <= order.LONGEST else self._make_room(kind, before, after)

    def _order(self, kind: str, id: str | None) -> str | None:
        return None if id is None else self._present(kind, id).get("order") or ""

    def _make_room(self, kind: str, before: str | None, after: str | None) -> str:
        """Gives new keys to as few records around the gap as leaves short keys, and returns the key of the gap."""
        records = self._view(kind).all(kind)
        ids = [record["id"] for record in records]
        keys: list[str] = [record.get("order") or "" for record in records]
        gap = ids.index(before) + 1 if before is not None else ids.index(after) if after is not None else len(ids)
        start, stop, fresh = order.room(keys, gap)
        for id, key in zip(ids[start:stop], fresh[:gap - start] + fresh[gap - start + 1:], strict=True):
            self.set_field(kind, id, "order", key)
        return fresh[gap - start]

    # leaving

    def rebase(self, mirror: Mirror) -> None:
        """Goes on over another mirror, after the engine was loaded anew."""
        self._mirror = mirror

    def net(self) -> Staged:
        """What really differs from what is stored, without fields set back to what they were."""
        result: Staged = {}
        for key, fields in self.staged.items():
            stored = self._mirror.get(*key)
            kept = {name: value for name, value in fields.items() if stored is None or not same(stored.get(name, ABSENT), value)}
            if kept or stored is None:
                result[key] = kept
        return result


def _unwritten(kind: str, name: str, value: Any) -> bool:
    """Whether a value reads as never written: an empty text of a family."""
    return value == "" and name not in KINDS[kind].fields and field_of(kind, name).type == "text"
