"""Joining two copies of a workspace that were edited apart.

`prepare` does the work that takes long and touches no open document, so it may run on any thread; `commit` puts the
outcome into document and store.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.document import Author, Changes, Document
from fusenapp.document.engine import Engine
from fusenapp.document.updates import clocks
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import InputError
from fusenapp.workspace.loading import common_state, document_of, stored_state
from fusenapp.workspace.rows import Checkpoint, Row, new_row
from fusenapp.workspace.store import Store

if TYPE_CHECKING:
    from fusenapp.document.merge import Merged


@dataclass(frozen=True)
class Missing:
    """What the other copy has and ours has not; falsy if nothing."""

    rows: tuple[Row, ...]
    blobs: tuple[str, ...]
    removed: tuple[tuple[str, str], ...]
    versions: tuple[Checkpoint, ...]

    def __bool__(self) -> bool:
        return bool(self.rows or self.blobs or self.removed or self.versions)


def missing(ours: Store, theirs: Store, pending: Iterable[Row] = ()) -> Missing:
    """Rows by uid, blobs by hash, named versions by their contents and name.

    Args:
        ours: our working copy.
        theirs: the other copy.
        pending: rows that are ours although the working copy does not have them yet.
    """
    known = ours.uids().keys() | {row.uid for row in pending}
    news = theirs.uids().keys() - known
    our_blobs, their_blobs = ours.blobs(), theirs.blobs()
    removed = ((h, time) for h, (_, time) in their_blobs.items() if time and h in our_blobs and not our_blobs[h][1])
    return Missing(
        tuple(row for row in theirs.rows() if row.uid in news) if news else (),
        tuple(h for h, (_, gone) in their_blobs.items() if not gone and h not in our_blobs),
        tuple(removed),
        tuple(_missing_versions(ours, theirs)),
    )


def _missing_versions(ours: Store, theirs: Store) -> Iterable[Checkpoint]:
    known = {(sha256, name) for _, _, kind, name, *_, sha256 in ours.checkpoints() if kind == "named"}
    for id, _, kind, name, *_, sha256 in theirs.checkpoints():
        if kind == "named" and (sha256, name) not in known:
            version = theirs.checkpoint(id)
            if version:
                yield version


def refuse_unrelated(uuid: str, theirs: Store, path: Path, other: Path) -> None:
    """Copies of one workspace can be merged, others have nothing in common.

    Raises:
        InputError: ``unrelated-workspaces``.
    """
    if theirs.meta("uuid") != uuid:
        raise InputError("unrelated-workspaces", str(other), other=path.name)


@dataclass(frozen=True)
class MergeReport:
    """What a merge did.

    Args:
        merged: records added, changed, removed, and the fields that both sides had changed, with both values.
        rows: how many transactions came from the other copy.
        ours: our side before.
        after: the workspace now, the same whichever side was merged into which.
        their_state: the other side as one update.
    """

    merged: Merged
    rows: int
    ours: Snapshot
    after: Snapshot
    their_state: bytes = field(repr=False)

    @cached_property
    def theirs(self) -> Snapshot:
        """The other side before."""
        return document_of(self.their_state, Author("")).snapshot()


@dataclass(frozen=True)
class Prepared:
    """A merge that was worked out. ``merged`` is None where we have nothing that they have not, so nothing can meet."""

    news: Missing
    state: bytes = field(repr=False)
    their_state: bytes = field(repr=False)
    merged: Merged | None
    extra: Row | None
    blobs: dict[str, tuple[str, bytes]] = field(repr=False)

    def __bool__(self) -> bool:
        return bool(self.news)


def prepare(ours: Store, theirs: Store, where: str, author: Author, time: str, pending: Iterable[Row] = ()) -> Prepared:
    """Work out a merge from two stores.

    Args:
        ours: our store.
        theirs: the other copy.
        where: the other copy's name, for errors.
        author: who merges.
        time: ISO time of the merge.
        pending: rows of ours that the store does not have yet.

    Raises:
        InputError: ``damaged-file``, ``bad-update``, ``newer-version``.
    """
    pending = tuple(pending)
    news = missing(ours, theirs, pending)
    our_state, their_state = stored_state(ours, where, pending) or _NOTHING, stored_state(theirs, where) or _NOTHING
    blobs = {hash: (media, data) for hash, (media, _) in theirs.blobs().items() if (data := _wanted_blob(ours, theirs, hash))}
    if not pending and not missing(theirs, ours).rows:
        extra = _full_row(our_state, their_state, news, author, time)
        return Prepared(news, their_state, their_state, None, extra, blobs)
    from fusenapp.document.merge import three_way  # not needed to open a workspace

    merged = three_way(common_state(ours, theirs, where, pending), our_state, their_state)
    extra = _full_row(our_state, merged.state, news, author, time)
    extra = extra or _own_row(our_state, their_state, merged.state, author, time)
    return Prepared(news, merged.state, their_state, merged, extra, blobs)


_NOTHING = b"\x00\x00"
"""The state of a document in which nothing was ever written."""


def _wanted_blob(ours: Store, theirs: Store, hash: str) -> bytes | None:
    """Bytes that they have and we have not, whether we never had them or removed them."""
    return None if ours.blob(hash) is not None else theirs.blob(hash)


def _full_row(our_state: bytes, state: bytes, news: Missing, author: Author, time: str) -> Row | None:
    """All that a merge brings as one row, where their rows were thinned and say nothing by themselves."""
    if all(row.bytes is not None for row in news.rows):
        return None
    return _merge_row(Engine(state, quiet=True).difference(Engine(our_state, quiet=True).vector()), author, time)


def _own_row(our_state: bytes, their_state: bytes, state: bytes, author: Author, time: str) -> Row | None:
    """What the merge itself wrote: fields that lost, records that stay; neither side's rows say it."""
    ours, theirs = clocks(Engine(our_state, quiet=True).vector()), clocks(Engine(their_state, quiet=True).vector())
    joined = Engine(state, quiet=True)
    if all(clock <= max(ours.get(client, 0), theirs.get(client, 0)) for client, clock in clocks(joined.vector()).items()):
        return None
    both = Engine(our_state, quiet=True)
    both.apply(their_state)
    return _merge_row(joined.difference(both.vector()), author, time)


def _merge_row(data: bytes, author: Author, time: str) -> Row:
    return new_row(data, time=time, author=author.person, department=author.department, label="", kind="merge")


def commit(document: Document, ours: Store, prepared: Prepared, time: str) -> MergeReport:
    """Put a merge into store (in one transaction) and document (in one batch of changes).

    Their rows come after ours, in their own order and with their own authors.

    Args:
        document: ours, loaded from ``ours``; its `on_update` must not write rows meanwhile.
        ours: our store.
        prepared: for this store; rows that came to it since do no harm.
        time: ISO time of the merge.
    """
    before = document.snapshot()
    rows = [*prepared.news.rows, *([prepared.extra] if prepared.extra else [])]
    with ours.transaction():
        ours.add_rows(rows)
        _join_blobs(ours, prepared, time)
        for version in prepared.news.versions:
            ours.copy_checkpoint(version)
        if any(row.bytes is None for row in rows):
            _checkpoint(ours, document, prepared.state, time)
    changes = _applied(document, Engine(prepared.state, quiet=True).difference(document.state_vector()))
    merged = prepared.merged or _as_merged(prepared.state, changes)
    return MergeReport(merged, len(prepared.news.rows), before, document.snapshot(), prepared.their_state)


def _applied(document: Document, difference: bytes) -> list[Changes]:
    heard: list[Changes] = []
    stop = document.subscribe(heard.append)
    try:
        document.apply(difference, "merge")
    finally:
        stop()
    return [changes for changes in heard if changes.origin == "merge"]


def _as_merged(state: bytes, heard: list[Changes]) -> Merged:
    """The same account that a three-way merge gives, where only the other side had something new."""
    added = sorted(key for changes in heard for key in changes.added if key[0] != "conflicts")
    removed = sorted(key for changes in heard for key in changes.removed if key[0] != "conflicts")
    changed = sorted(
        (*key, name) for changes in heard for key, names in changes.updated.items() if key[0] != "conflicts" for name in names
    )
    from fusenapp.document.merge import Merged

    return Merged(state, added, changed, removed)


def _checkpoint(store: Store, document: Document, state: bytes, time: str) -> None:
    """In the same transaction as rows that were thinned over there, as they load nothing."""
    joined = Engine(document.state(), quiet=True)
    joined.apply(state)
    author = document.author
    facts = {"time": time, "kind": "auto", "name": "", "author": author.person, "department": author.department}
    store.add_checkpoint(store.last_seq(), joined.state(), joined.vector(), **facts)


def _join_blobs(ours: Store, prepared: Prepared, time: str) -> None:
    """A blob that one side removed stays away unless a record still uses it."""
    there = ours.blobs()
    doubtful = bool(prepared.news.removed) or any(hash in there for hash in prepared.blobs)
    used = named(document_of(prepared.state, Author("")).snapshot()) if doubtful else set[str]()
    for hash, (media, data) in prepared.blobs.items():
        if hash not in there or hash in used:
            ours.add_blob(hash, media, data)
    for hash, _ in prepared.news.removed:
        if hash not in used:
            ours.remove_blob(hash, time)


def named(snapshot: Snapshot) -> set[str]:
    """Every string that an undeleted record holds as a whole value, hashes of blobs among them."""
    records = (record for kind in snapshot for record in snapshot.records[kind].values())
    return {value for record in records for value in record.values() if isinstance(value, str)}
