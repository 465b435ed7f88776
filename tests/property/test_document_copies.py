"""Copies converge, whatever the order of delivery; damaged updates do no harm (D70 to D75)."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.document import Changes, Document, Update
from fusenapp.errors import InputError
from tests.property.document_moves import Move, moves, opened, plain, play

pytestmark = pytest.mark.qt_no_exception_capture  # a panic of the engine is printed, whatever we make of it


@settings(max_examples=80, deadline=None)
@given(moves(4), st.tuples(moves(6), moves(6), moves(6)), st.integers(0, 2**32))
def test_three_copies_converge_in_any_order_of_delivery(start: list[Move], gestures: tuple[list[Move], ...], seed: int) -> None:
    base = opened(None, "base")
    play(base, start)
    copies = [opened(base.state(), name, hour) for hour, name in enumerate(("佐藤", "鈴木", "田中"))]
    sent: list[list[Update]] = [[], [], []]
    for copy, heard, played in zip(copies, sent, gestures, strict=True):
        copy.on_update(heard.append)
        play(copy, played)
    for number, copy in enumerate(copies):
        inbox = [update for other, updates in enumerate(sent) if other != number for update in list(updates)]
        Random(seed).shuffle(inbox)
        taken = [_took(copy, update) for update in inbox]
        assert plain(copy) == plain(opened(copy.state(), "reader"))
        if copy.has_gap or not all(taken):
            _resync(copy, copies)
    _all_know_all(copies)
    assert plain(copies[0]) == plain(copies[1]) == plain(copies[2])
    assert not any(copy.has_gap for copy in copies)


def _took(copy: Document, update: Update) -> bool:
    """The engine now and then panics over an update that comes before its forerunners; it is refused, and resyncing brings it."""
    try:
        copy.apply(update.data, "remote")
    except InputError:
        return False
    return True


def _resync(copy: Document, others: list[Document]) -> None:
    for other in others:
        if other is not copy:
            copy.apply(other.difference(copy.state_vector()), "remote")
    assert not copy.has_gap


def _all_know_all(copies: list[Document]) -> None:
    for copy in copies:
        _resync(copy, copies)


@settings(max_examples=60, deadline=None)
@given(moves(6), moves(10))
def test_changes_told_add_up_to_the_snapshot(start: list[Move], gestures: list[Move]) -> None:
    base = opened(None, "base")
    play(base, start)
    a, b = opened(base.state(), "佐藤"), opened(base.state(), "鈴木", 1)
    told = {(kind, id) for kind, records in b.snapshot().records.items() for id in records}
    updated: set[tuple[str, str]] = set()

    def follow(changes: Changes) -> None:
        assert not changes.added & told
        assert changes.removed <= told
        told.update(changes.added)
        told.difference_update(changes.removed)
        updated.update(changes.updated)

    b.subscribe(follow)
    a.on_update(lambda update: b.apply(update.data, "remote"))
    play(a, gestures)
    assert told == {(kind, id) for kind, records in b.snapshot().records.items() for id in records}
    assert plain(b) == plain(opened(b.state(), "reader"))


_LONG = opened(None, "seed")
play(_LONG, [("set", "notes", "n1", "text", "価格が 😀"), ("set", "notes", "n1", "tags", ["x", {"a": 1}]),
             ("set", "notes", "n1", "text", "価格が高い 😀"), ("set", "notes", "n2", "colour", 3),
             ("delete", "notes", "n2", "", None), ("set", "personas", "p1", "field.goal", "目標")])
_UPDATES = [_LONG.state()]
_MORE = opened(_LONG.state(), "more")
_MORE.on_update(lambda update: _UPDATES.append(update.data))
play(_MORE, [("set", "notes", "n1", "text", "高い"), ("set", "notes", "n3", "text", "新"), ("set", "notes", "n1", "colour", 2)])

_HARM = st.lists(st.tuples(st.sampled_from(("put", "flip", "cut", "insert")), st.integers(0, 400), st.integers(0, 255)),
                 min_size=1, max_size=4)


@settings(max_examples=800, deadline=None)
@given(st.sampled_from(range(len(_UPDATES))), _HARM)
def test_damaged_updates_are_refused_whole_or_taken_whole(number: int, harm: list[tuple[str, int, int]]) -> None:
    damaged = _damage(_UPDATES[number], harm)
    document = opened(_LONG.state(), "victim")
    before, state = plain(document), document.state()
    if _refused(document, damaged):
        assert plain(document) == before
        assert document.state() == state
    with document.edit("going on") as edit:
        edit.create("notes", {"text": "まだ書ける"}, "after")
    assert plain(opened(document.state(), "reader"))["notes"]["after"]["text"] == "まだ書ける"


def _refused(document: Document, update: bytes) -> bool:
    try:
        document.apply(update, "remote")
    except InputError as error:
        return error.code == "bad-update"
    return False


def _damage(data: bytes, harm: list[tuple[str, int, int]]) -> bytes:
    result = bytearray(data)
    for how, at, value in harm:
        at %= max(1, len(result))
        if how == "put":
            result[at:at + 1] = bytes([value])
        elif how == "flip":
            result[at:at + 1] = bytes([(result[at] if result else 0) ^ (1 << value % 8)])
        elif how == "cut":
            del result[at:]
        else:
            result.insert(at, value)
    return bytes(result)
