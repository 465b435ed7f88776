"""Documents for tests: people at their own copies, with clocks that stand in the tests' hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from fusenapp.document import Author, Changes, Document, Update

START = datetime(2026, 4, 1, 9, tzinfo=UTC)


@dataclass
class Person:
    """Somebody at a document: what they hear of, and their clock for typing."""

    document: Document
    changes: list[Changes] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    seconds: float = 0.0


def person(name: str = "佐藤", department: str = "marketing", state: bytes | None = None) -> Person:
    """Somebody at a fresh document, or at a copy of ``state``."""
    looks: Iterator[int] = count()
    someone: Person
    document = Document(Author(name, department), now=lambda: START + timedelta(seconds=next(looks)), ticks=lambda: someone.seconds)
    someone = Person(document)
    if state is not None:
        document.load(state)
    document.subscribe(someone.changes.append)
    document.on_update(someone.updates.append)
    return someone


def note(document: Document, id: str = "n1", text: str = "価格が不安", **fields: object) -> str:
    """A note, made in a gesture of its own."""
    with document.edit("付箋の追加") as edit:
        return edit.create("notes", {"text": text, "colour": 1, **fields}, id)


def sync(*documents: Document) -> None:
    """Brings all to the same state, as a workshop does."""
    for _ in range(2):
        for one in documents:
            for other in documents:
                if one is not other:
                    one.apply(other.difference(one.state_vector()), "remote")
