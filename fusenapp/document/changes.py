"""What the document tells its listeners: plain frozen values, nothing of the engine in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Key = tuple[str, str]
"""A record: (kind, id)."""

Place = tuple[str, str, str]
"""A field of a record: (kind, id, field)."""

Origin = Literal["local", "undo", "redo", "remote", "merge", "load", "migration"]


@dataclass(frozen=True)
class Author:
    """Who edits: written into every record that an edit touches."""

    person: str
    department: str = ""


@dataclass(frozen=True)
class Changes:
    """What one commit did to the records that readers see, delivered once, after the commit.

    A soft deletion is in ``removed`` and its undo in ``added``. ``updated`` names the changed fields; the stamp
    ``modified`` changes with every edit and is left out of them.
    """

    added: frozenset[Key]
    updated: Mapping[Key, frozenset[str]]
    removed: frozenset[Key]
    origin: Origin
    label: str = ""

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.removed)

    def keys(self, kind: str) -> set[str]:
        """Ids of the records of one kind that this commit touched in any way."""
        return {id for group in (self.added, self.updated, self.removed) for found, id in group if found == kind}


@dataclass(frozen=True)
class Update:
    """One committed transaction as bytes of the engine, to be written as a journal row."""

    data: bytes
    label: str
    author: Author
    origin: Origin


@dataclass(frozen=True)
class Undone:
    """What became of an undo or redo.

    Attributes:
        label: the step, or None if there was none.
        skipped: nothing of the step was left to take back, because others have changed all of it since; the step is
            gone and nothing else was undone in its place.
        left: the fields of the step that others have changed since and that were therefore left alone.
    """

    label: str | None
    skipped: bool = False
    left: tuple[Place, ...] = ()
