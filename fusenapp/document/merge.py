"""Two copies of a workspace, edited apart, made one, with everything that was written on either side kept.

The engine joins the two states; where both sides set one field, one of them wins there. Comparing base, ours, theirs
and the joined state field by field finds what lost, and keeps it as a record of kind ``conflicts`` (SPEC D80 to D89).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from fusenapp.document import updates
from fusenapp.document.changes import Author, Key, Place
from fusenapp.document.compare import BothChanged, Verdict, judge
from fusenapp.document.document import Document
from fusenapp.document.edit import Staged
from fusenapp.document.engine import Broken, Engine
from fusenapp.document.mirror import Mirror, compare
from fusenapp.document.values import canonical
from fusenapp.errors import InputError

_NOBODY = Author("")


@dataclass(frozen=True)
class Merged:
    """The outcome of a merge.

    Attributes:
        state: the merged workspace as one update; hand it to `Document.apply` with origin ``"merge"``.
        added: records that ours did not have, deleted ones brought back included.
        changed: fields that differ from ours now.
        removed: records that ours had and that are deleted now.
        both_changed: what both sides changed, with both values; each is a record of kind ``conflicts`` as well.
        revived: records that one side deleted while the other worked on them, and that stay therefore.
    """

    state: bytes
    added: list[Key] = field(default_factory=list)
    changed: list[Place] = field(default_factory=list)
    removed: list[Key] = field(default_factory=list)
    both_changed: list[BothChanged] = field(default_factory=list)
    revived: list[Key] = field(default_factory=list)


def three_way(base: bytes | None, ours: bytes, theirs: bytes) -> Merged:
    """Merges two states that grew out of one. The outcome is the same with ours and theirs exchanged.

    Args:
        base: the last state that both have in common; None if there is none, then every difference counts as changed
            on both sides.
        ours: our whole state.
        theirs: the whole state of the other copy, which need not be trusted.

    Raises:
        InputError: ``bad-update``, ``newer-version``; nothing was changed.
    """
    updates.reach(theirs)
    mine, other = _opened(ours), _opened(theirs)
    joined, contained = _joined(mine.state(), other.state())
    mirror = Mirror.of(joined)
    if contained:
        return _merged(joined.state(), mine, mirror, Verdict())
    start = _opened(base).everything() if base is not None else {}
    verdict = judge(start, mine.everything(), other.everything(), mirror.records)
    staged = verdict.staged(mirror.records)
    if not staged:
        return _merged(joined.state(), mine, mirror, verdict)
    settled = _written(joined, staged)
    return _merged(settled.state(), mine, Mirror.of(settled), verdict)


def _opened(update: bytes) -> Document:
    document = Document(_NOBODY)
    document.load(update)
    return document


def _joined(ours: bytes, theirs: bytes) -> tuple[Engine, bool]:
    """Both states in one engine, and whether one of them had all of the other already."""
    try:
        joined, reverse = Engine(ours), Engine(theirs)
        joined.apply(theirs)
        reverse.apply(ours)
    except Broken as error:
        raise InputError("bad-update", reason="panic") from error
    news, reverse_news = joined.drain()[1], reverse.drain()[1]
    return joined, not news or not reverse_news


def _written(joined: Engine, staged: Staged) -> Engine:
    """The joined state with what the merge itself writes.

    Both sides must come to the same document, so the writes bear a client number that follows from the joined state
    and the writes: done on either side they are the very same blocks of the engine.
    """
    clocks = sorted(updates.clocks(joined.vector()).items())
    spelled = [[*key, [[name, canonical(value)] for name, value in fields.items()]] for key, fields in staged.items()]
    number = int.from_bytes(sha256(canonical([clocks, spelled]).encode()).digest()[:8]) >> 11
    engine = Engine(joined.state(), client=number)
    with engine.transaction():
        for (kind, id), fields in staged.items():
            engine.write(kind, id, fields)
    return engine


def _merged(state: bytes, mine: Document, mirror: Mirror, verdict: Verdict) -> Merged:
    ours = {(kind, id): record for kind, live in mine.snapshot().records.items() for id, record in live.items()}
    changes = compare(ours, mirror.flat(), "merge")
    return Merged(
        state,
        _told(changes.added),
        sorted((*key, name) for key, names in changes.updated.items() if key[0] != "conflicts" for name in names),
        _told(changes.removed),
        verdict.both_changed,
        sorted(verdict.revived),
    )


def _told(keys: frozenset[Key]) -> list[Key]:
    return sorted(key for key in keys if key[0] != "conflicts")
