"""Merging two workspace files without opening either."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from fusenapp.document import Author
from fusenapp.workspace.atomic import write_whole
from fusenapp.workspace.format import read_bytes
from fusenapp.workspace.image import image_of
from fusenapp.workspace.loading import document_of, stored_state
from fusenapp.workspace.merging import MergeReport, commit, prepare, refuse_unrelated
from fusenapp.workspace.opening import resolve
from fusenapp.workspace.store import Store
from fusenapp.workspace.trust import open_checked, remember
from fusenapp.workspace.turns import turn


def merge_files(a: Path | str, b: Path | str, out: Path | str | None = None, author: Author | None = None) -> MergeReport:
    """Merge two copies of a workspace that were edited apart; either order gives the same workspace.

    Args:
        a: one copy.
        b: the other; only read.
        out: the merged file; None: ``a`` is replaced by it.
        author: who merges.

    Raises:
        InputError: ``unrelated-workspaces``, ``not-found``, ``not-a-workspace``, ``damaged-file``,
            ``newer-version``; nothing was changed.
        EnvironmentFault: a file cannot be read or written; nothing was changed.
    """
    ours, theirs, target = resolve(a), resolve(b), resolve(out or a)
    with turn(target) as still_ours, closing(_opened(ours)) as store, closing(_opened(theirs)) as other:
        refuse_unrelated(store.meta("uuid"), other, ours, theirs)
        report = _merged(store, other, ours, theirs, author or Author(""))
        merged = image_of(store)
        write_whole(target, merged, still_ours)
        remember(merged)
    return report


def _opened(path: Path) -> Store:
    return open_checked(read_bytes(path), str(path))


def _merged(store: Store, other: Store, ours: Path, theirs: Path, author: Author) -> MergeReport:
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    document = document_of(stored_state(store, str(ours)), author, str(ours))
    return commit(document, store, prepare(store, other, str(theirs), author, now), now)
