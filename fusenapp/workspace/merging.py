"""Joining two copies of a workspace that were edited apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fusenapp.document import Document
from fusenapp.document.engine import Engine
from fusenapp.document.merge import Merged, three_way
from fusenapp.document.updates import clocks
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import InputError
from fusenapp.workspace.loading import common_state, document_of, stored_state
from fusenapp.workspace.rows import Checkpoint, Row, new_row
from fusenapp.workspace.store import Store


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
        ours, theirs: the workspace on each side before.
        after: the workspace now, the same whichever side was merged into which.
    """

    merged: Merged
    rows: int
    ours: Snapshot
    theirs: Snapshot
    after: Snapshot


def join(document: Document, ours: Store, theirs: Store, where: str, *, pending: Iterable[Row] = (), time: str) -> MergeReport:
    """Take everything of another copy into document and store, in one transaction of the store.

    The other side's rows come after ours, in their own order and with their own authors. What the merge itself adds
    (fields that lost against a concurrent change) is one more row. A checkpoint of the outcome closes them off.

    Args:
        document: ours, loaded from ``ours``; its `on_update` must not write rows meanwhile.
        ours: our store.
        theirs: the other copy.
        where: the other copy's name, for errors.
        pending: rows of ours that the store does not have yet.
        time: ISO time of the merge.

    Raises:
        InputError: ``damaged-file``, ``bad-update``, ``newer-version``; nothing was changed.
    """
    pending = tuple(pending)
    news = missing(ours, theirs, pending)
    before = document.snapshot()
    their_state = stored_state(theirs, where)
    their_document = document_of(their_state, document.author, where)
    merged = three_way(common_state(ours, theirs, where, pending), document.state(), their_document.state())
    after = document_of(merged.state, document.author).snapshot()
    difference = Engine(merged.state).difference(document.state_vector())
    extra = _extra_row(document, their_state, merged.state, difference, news, time)
    with ours.transaction():
        ours.add_rows([*news.rows, *([extra] if extra else [])])
        _join_blobs(ours, theirs, news, named(after), time)
        for version in news.versions:
            ours.copy_checkpoint(version)
        # In the same transaction, for rows that were thinned over there say nothing by themselves.
        _checkpoint(ours, merged.state, document, time)
    document.apply(difference, "merge")
    return MergeReport(merged, len(news.rows), before, their_document.snapshot(), after)


def _checkpoint(store: Store, state: bytes, document: Document, time: str) -> None:
    author = document.author
    facts = {"time": time, "kind": "auto", "name": "", "author": author.person, "department": author.department}
    store.add_checkpoint(store.last_seq(), state, Engine(state).vector(), **facts)


def _join_blobs(ours: Store, theirs: Store, news: Missing, named: set[str], time: str) -> None:
    """A blob that one side removed stays away unless a record still uses it."""
    media = theirs.blobs()
    wanted = {hash for hash, (_, gone) in ours.blobs().items() if gone and hash in named and hash in media}
    for hash in {*news.blobs, *wanted}:
        data = theirs.blob(hash)
        if data is not None:
            ours.add_blob(hash, media[hash][0], data)
    for hash, _ in news.removed:
        if hash not in named:
            ours.remove_blob(hash, time)


def named(snapshot: Snapshot) -> set[str]:
    """Every string that an undeleted record holds as a whole value, hashes of blobs among them."""
    records = (record for kind in snapshot for record in snapshot.records[kind].values())
    return {value for record in records for value in record.values() if isinstance(value, str)}


def _extra_row(
    document: Document, their_state: bytes | None, state: bytes, difference: bytes, news: Missing, time: str
) -> Row | None:
    """What the rows of both sides do not say: what the merge wrote itself, and what came in thinned rows."""
    both = Engine(document.state())
    if their_state is not None:
        both.apply(their_state)
    own = Engine(state).difference(both.vector())
    if any(row.bytes is None for row in news.rows):
        data = difference
    elif clocks(Engine(state).vector()) != clocks(both.vector()):
        data = own
    else:
        return None
    author = document.author
    return new_row(data, time=time, author=author.person, department=author.department, label="", kind="merge")
