"""Giving back everything that can be read of a damaged workspace file."""

from __future__ import annotations

import os
import uuid as uuids
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fusenapp.document import Author
from fusenapp.document.engine import Broken, Engine
from fusenapp.errors import InputError
from fusenapp.workspace.atomic import write_whole
from fusenapp.workspace.checking import Recoverable, recoverable
from fusenapp.workspace.format import memory_of, read_bytes
from fusenapp.workspace.image import image_of
from fusenapp.workspace.loading import document_of, replay
from fusenapp.workspace.opening import empty_image, resolve
from fusenapp.workspace.rows import Checkpoint, Row
from fusenapp.workspace.salvage import Salvaged, salvage
from fusenapp.workspace.store import Store


@dataclass(frozen=True)
class RepairReport:
    """What was given back.

    Args:
        recovered: counts.
        refused: transactions that were read but that the document could not take; they lie in quarantine.
        records: how many records the repaired workspace has.
    """

    recovered: Recoverable
    refused: int
    records: int


def repair(path: Path | str, out: Path | str) -> RepairReport:
    """Write a sound workspace with all that can be read of a damaged one, which is left as it is.

    The repaired file is a copy of the same workspace: merging a colleague's copy brings back what was lost.

    Raises:
        InputError: ``not-found``, ``not-a-workspace`` where nothing of a workspace is in it, ``already-exists``.
        EnvironmentFault: ``cannot-read``, or ``out`` cannot be written.
    """
    source, target = resolve(path), resolve(out)
    found = salvage(read_bytes(source, broken=True))
    if found.empty:
        raise InputError("not-a-workspace", str(source))
    if os.path.exists(target):
        raise InputError("already-exists", str(target))
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    start = _newest(found.checkpoints.values())
    rows, refused = _accepted(start, [row for _, row in sorted(found.rows.items())])
    with closing(Store(memory_of(empty_image(now, _uuid(found))))) as store:
        _fill(store, found, rows, refused, now)
        records = _settle(store, start, rows, now)
        write_whole(target, image_of(store))
    return RepairReport(recoverable(found), len(refused), records)


def _uuid(found: Salvaged) -> str:
    try:
        return str(uuids.UUID(found.meta.get("uuid", "")))
    except ValueError:
        return str(uuids.uuid4())


def _newest(checkpoints: Iterable[Checkpoint]) -> Checkpoint | None:
    """The state with most rows; named versions without a place in the journal only where there is nothing else."""
    return max(checkpoints, key=lambda c: (c.seq is not None, c.seq or 0, c.time), default=None)


def _accepted(start: Checkpoint | None, rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Rows that the engine takes, and those that it refuses."""
    accepted, refused = [], []
    engine = _engine(start, [])
    for row in rows:
        if row.bytes is None or (start and row.seq <= (start.seq or 0)):
            accepted.append(row)
            continue
        try:
            engine.apply(row.bytes)
            accepted.append(row)
        except InputError:
            refused.append(row)
        except Broken:  # an engine that panicked must not be used again
            refused.append(row)
            engine = _engine(start, accepted)
    return accepted, refused


def _engine(start: Checkpoint | None, rows: Iterable[Row]) -> Engine:
    engine = Engine(start.state if start else None)
    for row in rows:
        if row.bytes is not None:
            engine.apply(row.bytes)
    return engine


def _fill(store: Store, found: Salvaged, rows: list[Row], refused: list[Row], now: str) -> None:
    with store.transaction():
        for row in rows:
            store.put_row(row)
        for checkpoint in sorted(found.checkpoints.values(), key=lambda c: c.id):
            store.copy_checkpoint(checkpoint, keep_place=True)
        for hash, (media, removed, data) in found.blobs.items():
            store.add_blob(hash, media, data)
            if removed:
                store.remove_blob(hash, removed)
        for time, author, reason, data in found.quarantine:
            store.add_quarantine(time, author, reason, data)
        for row in refused:
            store.add_quarantine(now, row.author, "repair", row.bytes or b"")


def _settle(store: Store, start: Checkpoint | None, rows: list[Row], now: str) -> int:
    """One checkpoint of all that was read, so that the repaired file loads; returns how many records it has."""
    after = (start.seq or 0) if start else 0
    state = replay([start.state] if start else [], [row for row in rows if row.seq > after], "")
    document = document_of(state, Author(""))
    last = max(store.last_seq(), after)
    store.add_checkpoint(
        last, document.state(), document.state_vector(), time=now, kind="auto", name="", author="", department=""
    )
    return sum(len(records) for records in document.snapshot().records.values())
