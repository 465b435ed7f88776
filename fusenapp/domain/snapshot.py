"""A frozen copy of all records at one moment: what readers, exports and hashes work on, on any thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from fusenapp.domain.schema import KINDS

Record = Mapping[str, Any]
"""One record: field name → value; ``id`` is among the fields. Fields never written are absent: use `value`."""


def place(record: Record) -> tuple[str, str]:
    """What records of a kind are sorted by: their fractional key, then their id."""
    return record.get("order") or "", record["id"]


@dataclass(frozen=True)
class Snapshot:
    """All records that are not deleted, by kind and id."""

    records: Mapping[str, Mapping[str, Record]]

    def get(self, kind: str, id: str) -> Record | None:
        """The record, or None if there is none or it is deleted."""
        return self.records.get(kind, _NOTHING).get(id)

    def all(self, kind: str, **where: Any) -> list[Record]:
        """Records of a kind whose fields equal ``where``, in their order (fractional key, then id)."""
        chosen: Iterable[Record] = self.records.get(kind, _NOTHING).values()
        for name, wanted in where.items():
            default = value(kind, _NO_FIELDS, name)
            chosen = [r for r in chosen if r.get(name, default) == wanted]
        return sorted(chosen, key=place)

    def value(self, kind: str, id: str, name: str) -> Any:
        """One field with its default; the default also where the record is missing."""
        return value(kind, self.get(kind, id) or {}, name)

    def family(self, kind: str, id: str, prefix: str) -> dict[str, Any]:
        """The written fields of a family, by key: ``family("notes", id, "votes")`` → {"alice": 1}."""
        return family(self.get(kind, id) or {}, prefix)

    def __iter__(self) -> Iterator[str]:
        return iter(self.records)


def value(kind: str, record: Record, name: str) -> Any:
    """A field of a record, or the default that the schema declares for it."""
    if name in record:
        return record[name]
    declared = KINDS[kind].field_of(name)
    return declared.default if declared else None


def family(record: Record, prefix: str) -> dict[str, Any]:
    """The written fields of a family of one record, by key; null values (taken back) left out."""
    start = prefix + "."
    return {name[len(start):]: v for name, v in record.items() if name.startswith(start) and v is not None}


_NOTHING: Mapping[str, Record] = MappingProxyType({})
_NO_FIELDS: Record = MappingProxyType({})
