"""What the verbs share: the time, and records that must be there."""

from __future__ import annotations

import datetime as dt

from fusenapp.document import Document
from fusenapp.domain.snapshot import Record
from fusenapp.errors import InputError


def now() -> str:
    """This moment as ISO 8601 with seconds and offset, e.g. ``2026-11-21T14:32:05+09:00``."""
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")


def existing(document: Document, kind: str, id: str) -> Record:
    """The record, or InputError ``unknown-record``."""
    record = document.get(kind, id)
    if record is None:
        raise InputError("unknown-record", where=id, kind=kind)
    return record
