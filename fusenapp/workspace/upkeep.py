"""Checkpoints, and keeping the journal from growing without end.

Compaction: when a workspace is closed, rows that are more than 30 days old and lie before two sound checkpoints lose
their bytes. What stays of them is uid, author, time and label: the uid is what a later merge knows them by, the rest
is the history. Rows are dropped as a prefix of the journal, so one clock that is wrong delays thinning and never
tears a hole. Kept are all named versions, the two newest automatic checkpoints and one for each month.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fusenapp.document import Document
from fusenapp.domain.snapshot import Snapshot
from fusenapp.workspace.merging import named
from fusenapp.workspace.store import Store

EVERY = 2000
"""Rows between automatic checkpoints."""

KEPT = timedelta(days=30)
"""How long every single transaction can be looked at again."""


def checkpoint(store: Store, document: Document, label: str | None, time: str) -> bool:
    """Write the document's state; an automatic one only where there are rows since the last. Returns whether it did."""
    last = store.last_seq()
    newest = store.checkpoint_ids()[:1]
    if label is None and newest and _seq_of(store, newest[0]) == last:
        return False
    author = document.author
    facts = {"time": time, "kind": "auto" if label is None else "named", "name": label or ""}
    with store.transaction():
        state = document.state()
        store.add_checkpoint(last, state, document.state_vector(), **facts, author=author.person, department=author.department)
        _drop_old(store)
    return True


def _seq_of(store: Store, id: int) -> int | None:
    return next((seq for found, seq, *_ in store.checkpoints() if found == id), None)


def _drop_old(store: Store) -> None:
    """Automatic checkpoints: the two newest stay, and the last of each month."""
    auto = [(id, time[:7]) for id, seq, kind, _, time, *_ in store.checkpoints() if kind == "auto" and seq is not None]
    last_of_month = {month: id for id, month in auto}
    kept = {id for id, _ in auto[-2:]} | set(last_of_month.values())
    store.drop_checkpoints(id for id, _ in auto if id not in kept)


def thin(store: Store, now: datetime) -> int:
    """Drop the bytes of old rows. Returns how many."""
    sound = [c.seq for c in (store.checkpoint(id) for id in store.checkpoint_ids()[:2]) if c and c.seq is not None]
    if len(sound) < 2:
        return 0
    oldest = (now - KEPT).astimezone(UTC).isoformat()
    first_young = next((row.seq for row in store.rows(0, min(sound)) if row.time >= oldest), min(sound) + 1)
    return store.thin(first_young - 1)


def unused_blobs(store: Store, snapshot: Snapshot) -> list[str]:
    """Blobs with bytes that no undeleted record uses."""
    used = named(snapshot)
    return [hash for hash, (_, removed) in store.blobs().items() if not removed and hash not in used]
