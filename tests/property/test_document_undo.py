"""Undo: all the way back is the beginning, all the way forward is the end (D50)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.document.text import take_back
from tests.property.document_moves import TEXTS, Move, moves, opened, plain, play


@settings(max_examples=150, deadline=None)
@given(moves(5), moves(12), st.integers(1, 3))
def test_undoing_all_gives_the_beginning_and_redoing_all_the_end(start: list[Move], steps: list[Move], rounds: int) -> None:
    base = opened(None, "base")
    play(base, start)
    document = opened(base.state(), "佐藤")
    first = plain(document)
    play(document, steps)
    last = plain(document)
    for _ in range(rounds):
        while document.undo_label is not None:
            assert not document.undo().left
        assert plain(document) == first
        while document.redo_label is not None:
            assert not document.redo().left
        assert plain(document) == last
    copy = opened(document.state(), "reader")
    assert plain(copy) == last


@settings(max_examples=150, deadline=None)
@given(moves(5), moves(8), moves(8))
def test_undoing_all_leaves_a_colleagues_work(start: list[Move], mine: list[Move], theirs: list[Move]) -> None:
    base = opened(None, "base")
    play(base, start)
    a, b = opened(base.state(), "佐藤"), opened(base.state(), "鈴木", 1)
    play(a, mine)
    play(b, [move for move in theirs if move[0] == "set" and b.get(move[1], move[2])])
    before = opened(base.state(), "base")
    a.apply(b.state(), "remote")
    b.apply(a.state(), "remote")
    while a.undo_label is not None:
        a.undo()
    b.apply(a.state(), "remote")
    assert plain(a) == plain(b)
    for kind, records in before.snapshot().records.items():
        for id in records:
            assert a.get(kind, id) is not None, (kind, id)


@settings(max_examples=300, deadline=None)
@given(st.text("ab価😀", max_size=8), st.text("ab価😀", max_size=8), st.text("xyz", max_size=3), st.integers(0, 8))
def test_a_change_is_taken_out_from_around_what_others_typed(before: str, after: str, typed: str, at: int) -> None:
    assert take_back(before, after, after) == before
    assert take_back(after, after, before) == before
    now = after[:at] + typed + after[at:]
    rest = take_back(before, after, now)
    assert typed in rest
    assert rest.replace(typed, "", 1) == before if typed else rest == before


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_taking_back_never_brings_in_letters_from_nowhere(before: str, after: str, now: str) -> None:
    assert set(take_back(before, after, now)) <= {*before, *now}
