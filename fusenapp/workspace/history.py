"""The history of a workspace: who did what, in the order in which it was written down."""

from __future__ import annotations

from fusenapp.errors import InputError
from fusenapp.workspace.loading import state_at
from fusenapp.workspace.rows import Revision
from fusenapp.workspace.store import Store


def revisions(store: Store) -> list[Revision]:
    """Every transaction, and every named version after the transaction that it holds; versions that came with a
    merge and have no place among the transactions stand at the end."""
    states = {seq for _, seq, *_ in store.checkpoints() if seq is not None}
    thinned = store.last_thinned()
    first_exact = min((seq for seq in states if seq >= thinned), default=thinned + 1) if thinned else 0
    lines = [
        Revision(r.seq, r.uid.hex(), r.time, r.author, r.department, r.label, r.kind, "", r.seq in states or r.seq >= first_exact)
        for r in store.headings()
    ]
    return sorted(lines + _versions(store), key=lambda line: (line.seq or float("inf"), bool(line.name)))


def _versions(store: Store) -> list[Revision]:
    return [
        Revision(seq or 0, sha256, time, author, department, "", "version", name, True)
        for _, seq, kind, name, time, author, department, sha256 in store.checkpoints()
        if kind == "named"
    ]


def past_state(store: Store, revision: Revision, where: str) -> bytes | None:
    """The state right after a line of the history.

    Raises:
        InputError: ``thinned``, ``damaged-file``.
    """
    if revision.kind != "version":
        return state_at(store, revision.seq, where)
    for id, _, _, _, _, _, _, sha256 in store.checkpoints():
        found = store.checkpoint(id) if sha256 == revision.uid else None
        if found:
            return found.state
    raise InputError("damaged-file", where)
