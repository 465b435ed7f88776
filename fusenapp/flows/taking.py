"""Rows that were read go into the workspace, together with the joins that they make new: one step for the user, one to undo.

``ready`` does the slow part on a worker and touches no document; ``take`` is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import Record, Snapshot
from fusenapp.errors import InputError
from fusenapp.flows import importing, joining
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.document import Document

_AHEAD = "ahead"
"""Stands for the hash of rows that are not kept yet."""


@dataclass(frozen=True)
class Ready:
    """A table that is ready to go in.

    Attributes:
        packed: its rows as they will be kept.
        name: what to call it; None as before, or as the table is called.
        into: id of the dataset that it refreshes; None where the name or the source says so.
        joins: the joins of which these rows are one side, made again.
    """

    prepared: importing.Prepared
    packed: bytes
    counts: importing.Counts
    name: str | None = None
    into: str | None = None
    joins: tuple[joining.Joined, ...] = ()

    @property
    def contents(self) -> tuple[bytes, ...]:
        """Everything that will be kept as a blob; a window keeps one after the other before it calls `take`."""
        return self.packed, *(join.packed for join in self.joins)


def ready(snapshot: Snapshot, read: joining.Read, prepared: importing.Prepared, *, name: str | None = None, into: str | None = None,
          packed: bytes | None = None, counts: importing.Counts | None = None) -> Ready:
    """Pack, compare and join; for a worker.

    Args:
        read: content of a blob by its hash.
        name, into, packed, counts: as of `importing.commit`.
    """
    former = snapshot.get("datasets", into) if into else importing.former_of(snapshot, prepared, name)
    rows = packed if packed is not None else prepared.dataset.to_parquet()
    found = counts or importing.compared(snapshot, prepared, name, read)
    if prepared.purpose == "kpi":
        import_module("fusenapp.kpi")  # `take` connects the tree; loading what that needs would hold the window up
    joins = _joins(snapshot, read, prepared, former, rows) if former is not None and concerned(snapshot, former["id"]) else ()
    return Ready(prepared, rows, found, name, into, tuple(joins))


def concerned(snapshot: Snapshot, id: str) -> list[Record]:
    """The joined lead lists of which a dataset is one side."""
    there = snapshot.all("datasets", purpose="leads")
    return [record for record in there if record.get("join") and id in (record["id"], record["join"]["outcomes"])]


def take(document: Document, put_blob: Callable[[bytes], str], get_blob: Callable[[str], bytes], told: Ready) -> importing.ImportReport:
    """Put it into the workspace; one undo step. A join whose other list was imported anew meanwhile is left for later."""
    with document.edit(translate("Edit", "Import")) as edit:
        report = importing.commit(document, put_blob, get_blob, told.prepared, name=told.name, packed=told.packed, counts=told.counts,
                                  into=told.into)
        for join in told.joins:
            now = edit.snapshot()
            settled = _settled(join, now, report.dataset)
            if not joining.outdated(now, settled):
                joining.commit(document, put_blob, settled, snapshot=now)
    return report


def _joins(snapshot: Snapshot, read: joining.Read, prepared: importing.Prepared, former: Record, packed: bytes) -> Sequence[joining.Joined]:
    """The joins as they will be once the rows are in. One that cannot be made any more is told of after the import."""
    after = _with(snapshot, {**former, **importing.fields_of(prepared, former, former.get("name"), _AHEAD)})
    try:
        return joining.renewed(lambda hash: packed if hash == _AHEAD else read(hash), after)
    except InputError:
        return ()


def _with(snapshot: Snapshot, record: Record) -> Snapshot:
    records = {**snapshot.records, "datasets": MappingProxyType({**snapshot.records["datasets"], record["id"]: record})}
    return Snapshot(MappingProxyType(records))


def _settled(join: joining.Joined, now: Snapshot, id: str) -> joining.Joined:
    """The join with the record as it is by now of the list that has just been put in."""
    def record(then: Record) -> Record:
        return (now.get("datasets", id) or then) if then["id"] == id else then

    plan = join.plan
    return replace(join, plan=replace(plan, lead_list=record(plan.lead_list), outcome_list=record(plan.outcome_list)))
