"""How headers and answers of a lead list are compared."""

from __future__ import annotations

from fusenapp.domain import lead


def test_headers_are_compared_by_their_last_level_without_unit_width_or_case() -> None:
    assert [lead.plain(h) for h in ("営業の結果›受注額（円）", "ＡＭＯＵＮＴ", " Created Date ")] == ["受注額", "amount", "created date"]


def test_every_known_header_is_written_as_it_is_compared_and_means_one_thing() -> None:
    every = [header for headers in lead.MEANINGS.values() for header in headers]
    assert [lead.plain(header) for header in every] == every
    assert len(set(every)) == len(every)


def test_every_stage_has_a_meaning_that_says_when_it_was_reached() -> None:
    assert set(lead.STAGE_MEANING.values()) <= set(lead.MEANINGS)


def test_answers_are_compared_without_width_or_case() -> None:
    assert lead.word(" Ｏｋ ") in lead.ACCEPTED_WORDS
    assert lead.word("受注") in lead.WON_WORDS
    assert lead.word("保留") in lead.PENDING_WORDS
    assert not lead.ACCEPTED_WORDS & lead.PENDING_WORDS
