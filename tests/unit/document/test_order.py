"""Fractional order: always room between two, keys that stay short, equal neighbours told apart (D40 to D44)."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.document import Document
from fusenapp.document.order import FIRST, LONGEST, between, room, spread, valid
from tests.unit.document.people import note, person


def _insert(document: Document, id: str, before: str | None, after: str | None) -> None:
    with document.edit("insert") as edit:
        edit.create("notes", {"order": edit.order_between("notes", before, after)}, id)


def _ids(document: Document) -> list[str]:
    return [record["id"] for record in document.snapshot().all("notes")]


def _longest(document: Document) -> int:
    return max(len(record["order"]) for record in document.snapshot().all("notes"))


def test_the_first_keys() -> None:
    assert between(None, None) == FIRST == "a0"
    assert between("a0", None) == "a1"
    assert between(None, "a0") == "Zz"
    assert between("az", None) == "b00"
    assert between(None, "Z0") == "Yzz"
    assert between("a0", "a1") == "a0V"


@pytest.mark.parametrize("key", ["", "0", "!", "a", "b0", "a00", "a01 ", "あ", None])
def test_what_is_no_key(key: str | None) -> None:
    assert not valid(key)
    with pytest.raises(ValueError, match=r"."):
        between("a0" if key is None else key, "a0" if key is None else None)


@settings(max_examples=200)
@given(st.lists(st.integers(0, 10**6), max_size=60))
def test_there_is_always_room_between_two(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        keys.insert(at, between(keys[at - 1] if at else None, keys[at] if at < len(keys) else None))
        assert valid(keys[at])
    assert keys == sorted(set(keys))


@settings(max_examples=200)
@given(st.integers(0, 40), st.booleans(), st.booleans())
def test_spread_keys_are_in_order_between_the_ends(count: int, low: bool, high: bool) -> None:
    ends = ("a0V" if low else None, "a0W" if high else None)
    keys = spread(*ends, count)
    whole = [*([ends[0]] if low else []), *keys, *([ends[1]] if high else [])]
    assert len(keys) == count
    assert whole == sorted(set(whole))


def test_appending_and_prepending_keep_keys_short() -> None:
    for forward in (True, False):
        key = FIRST
        for _ in range(10_000):
            key = between(key, None) if forward else between(None, key)
        assert len(key) == 4


def test_random_places_keep_keys_short() -> None:
    random, keys = Random(7), ["a0"]
    for _ in range(3000):
        at = random.randrange(len(keys) + 1)
        keys.insert(at, between(keys[at - 1] if at else None, keys[at] if at < len(keys) else None))
    assert max(map(len, keys)) <= 10


@settings(max_examples=300)
@given(st.lists(st.sampled_from(["", "a0", "a0", "a1", "a1V", "zz!", "b", "a" + "0" * 50 + "1"]), max_size=12), st.integers(0, 12))
def test_room_is_made_whatever_the_keys_were(keys: list[str], gap: int) -> None:
    keys.sort()
    gap = min(gap, len(keys))
    start, stop, fresh = room(keys, gap)
    result = [*keys[:start], *fresh, *keys[stop:]]
    assert len(fresh) == stop - start + 1
    around = result[max(0, start - 1):start + len(fresh) + 1]
    assert all(a < b for a, b in pairwise(around))
    assert all(valid(key) and len(key) <= 60 for key in fresh)


def test_a_note_goes_between_two() -> None:
    document = person().document
    _insert(document, "one", None, None)
    _insert(document, "three", "one", None)
    _insert(document, "two", "one", "three")
    _insert(document, "zero", None, "one")
    _insert(document, "last", None, None)
    assert _ids(document) == ["zero", "one", "two", "three", "last"]


def test_equal_neighbours_get_new_keys_and_every_other_order_stays() -> None:
    document = person().document
    for id, key in (("a", "a0"), ("b", "a1"), ("c", "a1"), ("d", "a1"), ("e", "a2")):
        note(document, id, order=key)
    _insert(document, "new", "b", "c")
    assert _ids(document) == ["a", "b", "new", "c", "d", "e"]
    orders = [record["order"] for record in document.snapshot().all("notes")]
    assert orders == sorted(set(orders))
    document.undo()
    assert _ids(document) == ["a", "b", "c", "d", "e"]
    assert [record["order"] for record in document.snapshot().all("notes")] == ["a0", "a1", "a1", "a1", "a2"]


@pytest.mark.parametrize("key", ["", "!", "あ", "a00"])
def test_damaged_and_missing_keys_are_replaced_where_room_is_needed(key: str) -> None:
    document = person().document
    for id in ("a", "b", "c"):
        note(document, id, order=key)
    _insert(document, "new", "a", "b")
    assert _ids(document) == ["a", "new", "b", "c"]


def test_a_thousand_notes_into_the_same_gap_keep_keys_short() -> None:
    document = person().document
    _insert(document, "first", None, None)
    _insert(document, "last", "first", None)
    before = "first"
    with document.edit("many") as edit:
        for number in range(1000):
            edit.create("notes", {"order": edit.order_between("notes", before, "last")}, f"n{number:04}")
            before = f"n{number:04}"
    assert _ids(document) == ["first", *(f"n{number:04}" for number in range(1000)), "last"]
    assert _longest(document) <= LONGEST


def test_two_people_who_insert_at_the_same_place_both_find_their_note() -> None:
    a = person().document
    _insert(a, "one", None, None)
    _insert(a, "two", "one", None)
    b = person("鈴木", state=a.state()).document
    _insert(a, "mine", "one", "two")
    _insert(b, "theirs", "one", "two")
    a.apply(b.state(), "remote")
    b.apply(a.state(), "remote")
    assert _ids(a) == _ids(b) == ["one", "mine", "theirs", "two"]
    _insert(a, "between", "mine", "theirs")
    assert _ids(a) == ["one", "mine", "between", "theirs", "two"]
