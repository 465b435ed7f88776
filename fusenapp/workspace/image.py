"""The published form of a workspace: one compact block of bytes, complete by itself."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from fusenapp.workspace.format import memory_of
from fusenapp.workspace.rows import Row
from fusenapp.workspace.store import Store


def image_of(store: Store, pending: Iterable[Row] = ()) -> bytes:
    """The bytes of a workspace file with all that a store holds.

    Made in memory, so that it needs no room on the disk of the working copy and no database locks on the disk of
    the file.

    Args:
        store: a working copy; read in one transaction, also while another thread writes to it.
        pending: rows that the working copy could not take yet.

    Returns: the bytes.
    """
    with store.reading():
        data = store.connection.serialize()
    copy = Store(memory_of(data))
    try:
        copy.connection.execute("DELETE FROM meta WHERE key LIKE 'local.%'")
        copy.add_rows(pending)
        # A fresh number in the header tells two publications of equal length and time apart.
        copy.connection.execute(f"PRAGMA user_version = {secrets.randbits(31)}")
        copy.connection.execute("VACUUM")
        return copy.connection.serialize()
    finally:
        copy.close()
