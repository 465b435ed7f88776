"""Files from elsewhere are read before the engine sees them; files that we wrote or read before are known by their hash.

An update can be made so that the engine does not survive it. `fusenapp.document.updates.reach` refuses such
updates, at the price of reading every byte in Python; so the hash of a file that passed, and of every file that we
write, is remembered in the user's data folder.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from fusenapp.document import updates
from fusenapp.errors import InputError
from fusenapp.paths import user_data
from fusenapp.workspace.format import open_image
from fusenapp.workspace.store import Store

REMEMBERED = 400


def open_checked(data: bytes, where: str) -> Store:
    """The store in the bytes of a file, none of whose updates can harm the engine.

    Raises:
        InputError: ``not-a-workspace``, ``damaged-file``, ``newer-version``.
    """
    store = Store(open_image(data, where))
    if _digest(data) in _known():
        return store
    try:
        for update in _needed(store):
            updates.reach(update)
    except InputError as error:
        store.close()
        raise InputError("damaged-file", where) from error
    remember(data)
    return store


def remember(data: bytes) -> None:
    """These bytes of a file are ours, or were read and found harmless."""
    known = [digest for digest in _known() if digest != _digest(data)]
    with suppress(OSError):  # not remembering costs a second reading, no more
        _list().write_text("\n".join([*known, _digest(data)][-REMEMBERED:]), encoding="utf-8")


def _needed(store: Store) -> list[bytes]:
    """What opening the workspace hands to the engine: the newest sound state and the rows after it."""
    start = next((c for id in store.checkpoint_ids() if (c := store.checkpoint(id)) and c.seq is not None), None)
    rows = store.rows((start.seq or 0) if start else 0, None)
    return [*([start.state] if start else []), *(row.bytes for row in rows if row.bytes is not None and row.sound)]


def _known() -> list[str]:
    try:
        return _list().read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        return []


def _list() -> Path:
    return user_data() / "files-read.txt"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
