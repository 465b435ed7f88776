"""Texts that people write together: the smallest splice, in bytes, never through a letter (D16 to D18)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.document.text import Splice, splice, take_back
from tests.unit.document.people import note, person

LETTERS = "abが゙\u3099e\u0301😀👍🏽👩\u200d👧🇯🇵🇩🇪\ufe0f\n"
_text = st.text(LETTERS, max_size=12)


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("価格", "価格が高い", Splice(6, 0, "が高い")),
    ("価格が高い", "価格", Splice(6, 9, "")),
    ("abc", "aXc", Splice(1, 1, "X")),
    ("same", "same", Splice(4, 0, "")),
    ("aa", "aaa", Splice(2, 0, "a")),
    ("x😀y", "x😁y", Splice(1, 4, "😁")),
    ("👍y", "👍🏽y", Splice(0, 4, "👍🏽")),
    ("か", "か\u3099", Splice(0, 3, "か\u3099")),
    ("👩\u200d👧", "👩\u200d👦", Splice(0, 11, "👩\u200d👦")),
    ("🇯🇵", "🇯🇪", Splice(0, 8, "🇯🇪")),
])
def test_the_smallest_splice_that_cuts_no_letter(old: str, new: str, expected: Splice) -> None:
    assert splice(old, new) == expected


@settings(max_examples=500)
@given(_text, _text)
def test_a_splice_in_bytes_gives_the_new_text(old: str, new: str) -> None:
    change = splice(old, new)
    data = old.encode()
    assert (data[:change.at] + change.inserted.encode() + data[change.at + change.removed:]).decode() == new


@settings(max_examples=100, deadline=None)
@given(st.lists(_text, min_size=1, max_size=6))
def test_any_text_can_be_written_over_any_other(texts: list[str]) -> None:
    document = person().document
    note(document, text="")
    for text in texts:
        with document.edit("typing") as edit:
            edit.write("notes", "n1", "text", text)
        assert (document.get("notes", "n1") or {})["text"] == text
    assert person(state=document.state()).document.get("notes", "n1") == document.get("notes", "n1")


def test_typing_one_letter_into_a_long_text_is_a_small_update() -> None:
    a = person()
    note(a.document, text="価格が高い😀" * 500)
    with a.document.edit("typing") as edit:
        edit.write("notes", "n1", "text", "価格が高い😀" * 250 + "、" + "価格が高い😀" * 250)
    assert len(a.updates[-1].data) < 200


def test_a_long_text_is_taken_back_quickly_and_exactly() -> None:
    long = "".join(f"{number}行目の発言 " for number in range(3000))
    assert take_back(long, long + "私の一行", "前置き " + long + "私の一行 追記") == "前置き " + long + " 追記"


def test_texts_that_have_nothing_in_common_are_taken_back_whole() -> None:
    before, after = "あ" * 2000, "い" * 2000
    assert take_back(before, after, after + "う") == before + "う"
