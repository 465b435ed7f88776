"""Random gestures on documents: what the property tests of the document share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from fusenapp.document import Author, Document, Edit

IDS = ("n1", "n2", "n3")
TEXTS = ("", "価格", "価格が不安", "a👍🏽b", "ab", "か\u3099", "🇯🇵🇩🇪", "line\nline", "long text about a lead")
VALUES: dict[str, tuple[Any, ...]] = {
    "text": TEXTS, "colour": (1, 2, 3), "lane": ("l1", "l2"), "tags": (None, [], ["x"], [{"b": 1, "a": [2.5]}]),
    "votes.alice": (1, None), "width": (0, -3, 2.5, 2**53 - 1), "author": ("", "佐藤"), "order": ("a0", "a1", "a2"),
}
PERSONA = {"quote": TEXTS, "field.goal": TEXTS, "field.worry": TEXTS, "name": ("A", "B")}

Move = tuple[Any, ...]


def moves(most: int = 8) -> st.SearchStrategy[list[Move]]:
    """Lists of gestures; each is (verb, kind, id, field, value)."""
    notes = [("set", "notes", id, name, value) for id in IDS for name, values in VALUES.items() for value in values]
    personas = [("set", "personas", "p1", name, value) for name, values in PERSONA.items() for value in values]
    presence = [(verb, kind, id, "", None) for verb in ("delete", "restore") for kind, ids in
                (("notes", IDS), ("personas", ("p1",)), ("lanes", ("l1", "l2"))) for id in ids]
    lanes = [("set", "lanes", id, "name", name) for id in ("l1", "l2") for name in ("行動", "課題")]
    one = st.sampled_from(notes) | st.sampled_from(personas) | st.sampled_from(presence) | st.sampled_from(lanes)
    return st.lists(one, max_size=most)


def do(edit: Edit, move: Move) -> None:
    """Does one gesture where it makes sense: sets a field of a record (made if need be), deletes, restores."""
    verb, kind, id, name, value = move
    there = edit.get(kind, id) is not None
    if verb == "set" and there:
        edit.set_field(kind, id, name, value)
    elif verb == "set":
        edit.create(kind, {name: value}, id)
    elif verb == "delete" and there:
        edit.delete(kind, id)
    elif verb == "restore" and not there:
        try_restore(edit, kind, id)


def try_restore(edit: Edit, kind: str, id: str) -> None:
    if edit.known(kind, id):
        edit.restore(kind, id)


def play(document: Document, gestures: list[Move]) -> None:
    for number, move in enumerate(gestures):
        with document.edit(f"step {number}") as edit:
            do(edit, move)


def clock(start: datetime = datetime(2026, 4, 1, tzinfo=UTC)) -> Callable[[], datetime]:
    """A clock that gains a second at each look."""
    ticks: Iterator[int] = count()
    return lambda: start + timedelta(seconds=next(ticks))


def opened(state: bytes | None, person: str, hour: int = 0) -> Document:
    document = Document(Author(person, "marketing"), now=clock(datetime(2026, 4, 1, hour, tzinfo=UTC)))
    if state is not None:
        document.load(state)
    return document


def plain(document: Document) -> dict[str, dict[str, Any]]:
    """The snapshot as plain dictionaries, for comparing."""
    return {kind: {id: dict(record) for id, record in records.items()} for kind, records in document.snapshot().records.items()}
