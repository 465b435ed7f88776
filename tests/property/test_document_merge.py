"""Merging: either order gives the same workspace, and nothing that was written is dropped (D80 to D86)."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.document import Document
from fusenapp.document.merge import Merged, three_way
from fusenapp.document.values import ABSENT, canonical
from tests.property.document_moves import Move, moves, opened, plain, play

_SILENT = {"id", "modified", "deleted", "order"}


def _sides(start: list[Move], ours: list[Move], theirs: list[Move]) -> tuple[bytes, Document, Document]:
    base = opened(None, "base")
    play(base, start)
    a, b = opened(base.state(), "佐藤", 1), opened(base.state(), "鈴木", 2)
    play(a, ours)
    play(b, theirs)
    return base.state(), a, b


def _view(merged: Merged) -> dict[str, dict[str, Any]]:
    return plain(opened(merged.state, "reader"))


@settings(max_examples=100, deadline=None)
@given(moves(), moves(), moves())
def test_both_orders_give_the_same_workspace(start: list[Move], ours: list[Move], theirs: list[Move]) -> None:
    base, a, b = _sides(start, ours, theirs)
    one, two = three_way(base, a.state(), b.state()), three_way(base, b.state(), a.state())
    assert _view(one) == _view(two)
    assert one.both_changed == two.both_changed
    again = three_way(base, one.state, two.state)
    assert _view(again) == _view(one)
    assert again.both_changed == []


@settings(max_examples=100, deadline=None)
@given(moves(), moves(), moves(), st.booleans())
def test_every_value_written_is_there_or_in_a_conflict(
    start: list[Move], ours: list[Move], theirs: list[Move], known: bool
) -> None:
    base, a, b = _sides(start, ours, theirs)
    merged = three_way(base if known else None, a.state(), b.state())
    view = _view(merged)
    conflicts = view["conflicts"]
    kept = {(*c["item"], c["field"], canonical(v)) for c in conflicts.values() for v in (c["a"], c["b"])}
    before = opened(base, "x")
    former = before.everything()  # what a restored record says again was not written by whoever restored it
    for side, other in ((a, b), (b, a)):
        for kind, records in side.snapshot().records.items():
            for id, record in records.items():
                if record == before.get(kind, id):
                    continue
                for name in record.keys() - _SILENT:
                    if record[name] == "" and not (known and (before.get(kind, id) or {}).get(name)):
                        continue  # an empty text was not written
                    if canonical(record[name]) == canonical(former.get(kind, {}).get(id, {}).get(name, ABSENT)):
                        continue
                    found = view[kind].get(id, {}).get(name)
                    assert canonical(found) == canonical(record[name]) or (kind, id, name, canonical(record[name])) in kept, (
                        kind, id, name, record[name], found, other.get(kind, id))


@settings(max_examples=60, deadline=None)
@given(moves(), moves(), moves())
def test_a_merge_taken_into_the_open_document_shows_there(start: list[Move], ours: list[Move], theirs: list[Move]) -> None:
    base, a, b = _sides(start, ours, theirs)
    merged = three_way(base, a.state(), b.state())
    a.apply(merged.state, "merge")
    assert plain(a) == _view(merged)
    assert not a.has_gap
    back = three_way(b.state(), b.state(), a.state())
    assert _view(back) == plain(a)
    assert back.both_changed == []
