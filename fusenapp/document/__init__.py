"""The shared document: records in a CRDT, transactions, changes, undo, merge. Its rules are numbered in SPEC.md."""

from fusenapp.document.changes import Author, Changes, Key, Origin, Place, Undone, Update
from fusenapp.document.document import Document
from fusenapp.document.edit import Edit

__all__ = ["Author", "Changes", "Document", "Edit", "Key", "Origin", "Place", "Undone", "Update"]
