"""From the rows of a workspace file to the state of the document.

Rows are taken in the order in which they were written, never by their clocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from fusenapp.document import Author, Document
from fusenapp.document.engine import Broken, Engine, merged
from fusenapp.errors import InputError
from fusenapp.workspace.rows import Checkpoint, Row
from fusenapp.workspace.store import Store


def stored_state(store: Store, where: str, pending: Iterable[Row] = ()) -> bytes | None:
    """The state of the document: the newest sound checkpoint and the rows after it; None if there are none.

    Raises:
        InputError: ``damaged-file`` if something that is needed is not what was written.
    """
    return state_at(store, None, where, pending)


def state_at(store: Store, seq: int | None, where: str, pending: Iterable[Row] = ()) -> bytes | None:
    """The state after row ``seq``, or after all.

    Raises:
        InputError: ``damaged-file``; ``thinned`` if the rows of that time were thinned out.
    """
    start = _newest(store, seq)
    after = (start.seq or 0) if start else 0
    rows = [*store.rows(after, seq), *pending]
    if any(not row.sound for row in rows):
        raise InputError("damaged-file", where)
    if any(row.bytes is None for row in rows):
        raise InputError("thinned" if seq is not None else "damaged-file", where)
    return replay([start.state] if start else [], rows, where)


def _newest(store: Store, seq: int | None) -> Checkpoint | None:
    """The sound checkpoint with most rows, but none beyond ``seq``."""
    for id in store.checkpoint_ids():
        checkpoint = store.checkpoint(id)
        if checkpoint and (seq is None or (checkpoint.seq or 0) <= seq):
            return checkpoint
    return None


def replay(states: Iterable[bytes], rows: Iterable[Row], where: str) -> bytes | None:
    """One state out of states and later rows; None out of nothing.

    Raises:
        InputError: ``damaged-file`` if the engine refuses one of them.
    """
    updates = [*states, *(row.bytes for row in rows if row.bytes is not None)]
    if len(updates) < 2:
        return updates[0] if updates else None
    engine = Engine(quiet=True)
    try:
        for update in updates:
            engine.apply(update)
    except (InputError, Broken) as error:
        raise InputError("damaged-file", where) from error
    # What waits for a missing row is left out of an engine's state; joining the bytes keeps it.
    return merged(updates) if has_gap(engine) else engine.state()


def has_gap(engine: Engine) -> bool:
    """Whether something that the engine took in waits for what comes before it."""
    return engine.difference(engine.vector())[0] != 0


def document_of(state: bytes | None, author: Author, where: str = "") -> Document:
    """A document with a state.

    Raises:
        InputError: ``damaged-file``, ``newer-version``.
    """
    document = Document(author)
    try:
        if state is not None:
            document.load(state)
    except InputError as error:
        code = "damaged-file" if error.code == "bad-update" else error.code
        raise InputError(code, where, **error.parameters) from error
    return document


def common_state(ours: Store, theirs: Store, where: str, also_ours: Iterable[Row] = ()) -> bytes | None:
    """What two copies of a workspace had in common before they parted: the replay of the rows that both have.

    Where rows were thinned, the largest checkpoint of either copy that holds nothing but common rows stands for them.
    Were it ever too old, then too much would be reported as changed on both sides, never too little.
    """
    our_rows = [*ours.rows(), *also_ours]
    common = theirs.uids().keys() & {row.uid for row in our_rows}
    starts = [s for s in (_common_start(ours, common), _common_start(theirs, common)) if s]
    start, covered = max(starts, key=lambda found: len(found[1]), default=(None, frozenset[bytes]()))
    their_bytes = {row.uid: row for row in theirs.rows() if row.uid in common and row.bytes is not None}
    later = [row if row.bytes is not None else their_bytes.get(row.uid, row) for row in our_rows if row.uid in common - covered]
    return replay([start.state] if start else [], later, where)


def _common_start(store: Store, common: Set[bytes]) -> tuple[Checkpoint, frozenset[bytes]] | None:
    """The newest sound checkpoint whose rows are all common, and those rows."""
    uids = store.uids()
    first_own = min((seq for uid, seq in uids.items() if uid not in common), default=store.last_seq() + 1)
    for id in store.checkpoint_ids():
        checkpoint = store.checkpoint(id)
        if checkpoint and checkpoint.seq is not None and checkpoint.seq < first_own:
            return checkpoint, frozenset(uid for uid, seq in uids.items() if seq <= (checkpoint.seq or 0))
    return None
